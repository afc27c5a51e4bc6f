export * from './balance.ts';
export * from './count.ts';
export * from './movements.ts';
export * from './place.ts';
export * from './reason.ts';
export * from './shelf.ts';
export * from './stock.ts';
export * from './transfer.ts';
