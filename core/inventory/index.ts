export * from './shelf.ts';
export * from './stock.ts';
