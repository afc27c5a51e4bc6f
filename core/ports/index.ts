export * from './changes.ts';
export * from './delivery.ts';
export * from './store.ts';
