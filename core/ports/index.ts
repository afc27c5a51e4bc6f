export * from './changes.ts';
export * from './store.ts';
