export * from './changes.ts';
export * from './connections.ts';
export * from './delivery.ts';
export * from './grants.ts';
export * from './pull.ts';
export * from './queries.ts';
export * from './relay.ts';
export * from './store.ts';
