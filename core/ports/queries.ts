/** One page of a list, newest first. `cursor` opens the next page; null at the end. */
export type ListPage<Row> = { readonly items: readonly Row[]; readonly cursor: string | null };
export type ListQuery = {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly filters: Readonly<Record<string, string | undefined>>;
};

export const INVENTORY_NOUNS = ['transfers', 'counts', 'reservations'] as const;
export type InventoryNoun = (typeof INVENTORY_NOUNS)[number];

export const SETTING_NOUNS = [
  'incoming',
  'selling-policies',
  'safety-stocks',
  'channel-policies',
  'publications',
  'bins',
  'lots',
  'bundles',
  'units',
] as const;
export type SettingNoun = (typeof SETTING_NOUNS)[number];

export const PAYMENT_NOUNS = ['payments', 'payment-policies', 'payouts'] as const;
export type PaymentNoun = (typeof PAYMENT_NOUNS)[number];

export const RETURN_NOUNS = ['returns', 'return-policies', 'store-credits', 'cases'] as const;
export type ReturnNoun = (typeof RETURN_NOUNS)[number];

export const NOUNS = [
  'orders',
  'stock',
  'products',
  'customers',
  'locations',
  'shipments',
  'fulfillment-orders',
  'pick-lists',
  'boxes',
  'manifests',
  'notices',
  'connections',
  'inbox',
  'deliveries',
  'jobs',
  ...INVENTORY_NOUNS,
  ...SETTING_NOUNS,
  ...PAYMENT_NOUNS,
  ...RETURN_NOUNS,
] as const;
export type Noun = (typeof NOUNS)[number];

export type Row = Readonly<Record<string, unknown>>;

/** What people and programs read. Rows are plain JSON; instants are text in UTC. */
export type Queries = {
  list(noun: Noun, query: ListQuery): Promise<ListPage<Row>>;
  /** One record with all that belongs to it; null when there is none. */
  show(noun: Noun, id: string): Promise<Row | null>;
  /** The figures of the first page: what came, what waits, what needs a person. */
  overview(): Promise<Row>;
};

/** Which stored messages to go through again; what is not said does not matter. Those that wait already are left alone. */
export type ReplayFilter = {
  readonly ids?: readonly string[] | undefined;
  readonly connection?: string | undefined;
  readonly topic?: string | undefined;
  readonly state?: 'applied' | 'ignored' | 'parked' | 'dead' | undefined;
  readonly since?: string | undefined;
};

/** Which orders to write out. Instants are when they were placed; `until` is not part of it. */
export type ExportFilter = {
  readonly connection?: string | undefined;
  readonly state?: 'open' | 'cancelled' | 'closed' | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
};
