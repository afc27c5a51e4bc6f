/** Options that name a place in a location. */
export const placeOptions = {
  bin: { type: 'string', help: 'code of a bin there' },
  lot: { type: 'string', help: 'lot or serial number' },
} as const;
