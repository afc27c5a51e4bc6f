import { available, type StockBalance } from './balance.ts';

export const STOCK_ENTRY_KINDS = [
  'receive',
  'receive-quality',
  'adjust',
  'reserve',
  'expire',
  'release',
  'allocate',
  'deallocate',
  'pick',
  'unpick',
  'ship',
  'ship-picked',
  'damage',
  'repair',
  'scrap',
  'hold',
  'pass',
  'reject',
  'bin-out',
  'bin-in',
  'transfer-out',
  'transit',
  'transfer-in',
  'transit-damaged',
  'transit-lost',
  'return',
] as const;
export type StockEntryKind = (typeof STOCK_ENTRY_KINDS)[number];

type Movement = {
  /** How one unit changes the balance. */
  readonly delta: Partial<Readonly<Record<keyof StockBalance, 1 | -1>>>;
  /** How many units can make this movement. */
  readonly needs: (balance: StockBalance) => number;
};

const any = (): number => Number.POSITIVE_INFINITY;
const from = (state: keyof StockBalance) => (balance: StockBalance) => balance[state];

/**
 * Every way in which a unit changes its state. Promises (reserve, allocate) and what takes free units away by choice
 * (transfer-out) need units that nobody was promised. A damage or an inspection is a fact about units on the shelf,
 * promised or not; `overPromised` then says how many promises it breaks. What somebody has in hand or has sent was there,
 * so `pick` and `ship` may leave less than nothing on hand: then a count was wrong.
 */
export const MOVEMENTS: Readonly<Record<StockEntryKind, Movement>> = {
  receive: { delta: { onHand: 1 }, needs: any },
  'receive-quality': { delta: { quality: 1 }, needs: any },
  return: { delta: { onHand: 1 }, needs: any },
  adjust: { delta: { onHand: 1 }, needs: any },
  reserve: { delta: { reserved: 1 }, needs: available },
  expire: { delta: { reserved: -1 }, needs: from('reserved') },
  release: { delta: { reserved: -1 }, needs: from('reserved') },
  allocate: { delta: { allocated: 1 }, needs: available },
  deallocate: { delta: { allocated: -1 }, needs: from('allocated') },
  pick: { delta: { onHand: -1, allocated: -1, picked: 1 }, needs: from('allocated') },
  unpick: { delta: { onHand: 1, allocated: 1, picked: -1 }, needs: from('picked') },
  ship: { delta: { onHand: -1, allocated: -1 }, needs: from('allocated') },
  'ship-picked': { delta: { picked: -1 }, needs: from('picked') },
  damage: { delta: { onHand: -1, damaged: 1 }, needs: from('onHand') },
  repair: { delta: { onHand: 1, damaged: -1 }, needs: from('damaged') },
  scrap: { delta: { damaged: -1 }, needs: from('damaged') },
  hold: { delta: { onHand: -1, quality: 1 }, needs: from('onHand') },
  pass: { delta: { onHand: 1, quality: -1 }, needs: from('quality') },
  reject: { delta: { damaged: 1, quality: -1 }, needs: from('quality') },
  // Always together: units of a location go to another place in it.
  'bin-out': { delta: { onHand: -1 }, needs: from('onHand') },
  'bin-in': { delta: { onHand: 1 }, needs: any },
  'transfer-out': { delta: { onHand: -1 }, needs: available },
  transit: { delta: { inTransit: 1 }, needs: any },
  'transfer-in': { delta: { onHand: 1, inTransit: -1 }, needs: from('inTransit') },
  'transit-damaged': { delta: { damaged: 1, inTransit: -1 }, needs: from('inTransit') },
  'transit-lost': { delta: { inTransit: -1 }, needs: from('inTransit') },
};
