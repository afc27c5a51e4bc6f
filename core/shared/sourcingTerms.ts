/** The channels by which orders come. */
export const CHANNELS = ['online', 'marketplace', 'store', 'b2b', 'phone'] as const;

/** The temperature classes in which goods are kept. */
export const TEMPERATURES = ['ambient', 'chilled', 'frozen'] as const;
