/** All writes, in the order in which they are tried. */
export const WRITE_NAMES = [
  'pushOrder',
  'cancelOrder',
  'acknowledgeOrder',
  'pushProduct',
  'pushStock',
  'pushShipment',
  'pushEvent',
  'buyLabel',
  'voidLabel',
  'schedulePickup',
  'cancelPickup',
  'closeDay',
] as const;
export type WriteName = (typeof WRITE_NAMES)[number];
export type AskName = 'quoteRates' | 'track' | 'validateAddress' | 'findLocations';
