import { orderOf, Purchase, type SimOrder, type Wish } from './orders.ts';

/** What the API client and the instance of the simulator are called. */
export const ACCOUNT = {
  clientId: '3f2a7c1e-1d2b-4c3d-8e9f-0a1b2c3d4e5f',
  clientSecret: 'am-client-password-7Qx2',
  organizationId: 'f_ecom_zzxy_prd',
  siteId: 'RefArch',
  trackingAttribute: 'crossdockShipments',
  tenantGroupId: '128d7cd0-0000-45bc-82a1-aec131dff484',
  customerListId: 'RefArch',
} as const;
export const LISTS = ['inventory_m', 'inventory_store'] as const;
/** The folder of imports and exports, by WebDAV. */
export const IMPEX = '/on/demandware.servlet/webdav/Sites/Impex/src';
const TOKEN_MS = 1_799_000;

export type InventoryRecord = {
  readonly product_id: string;
  readonly inventory_list_id: string;
  allocation: { readonly amount: number; readonly reset_date: string };
  ats: number;
  last_modified: string;
};

type SimProduct = ReturnType<typeof productOf>;
type SimCustomer = ReturnType<typeof customerOf>;

const productOf = (id: string, at: string) => ({
  id,
  name: { default: `Product ${id}` },
  onlineFlag: { default: true },
  ean: '4006381333931',
  type: { master: false, item: true },
  brand: 'Apple',
  price: 99,
  creationDate: at,
  lastModified: at,
});

const customerOf = (customerNo: string, at: string) => ({
  customerNo,
  customerId: `id-${customerNo}`,
  firstName: 'Wei',
  lastName: 'Leung',
  email: `wei-${customerNo}@example.com`,
  phoneHome: '123-123-1234',
  creationDate: at,
  lastModified: at,
});

/** A file of a feed; a content that is made while it is read may be of any size. */
type File = {
  readonly content: string | (() => ReadableStream<Uint8Array>);
  readonly bytes: number;
  readonly at: number;
};

/** One site of an instance: its orders and inventory lists, and the tokens that were issued for it. */
export class Site {
  readonly orders = new Map<string, SimOrder>();
  readonly records = new Map<string, InventoryRecord>();
  readonly products = new Map<string, SimProduct>();
  readonly customers = new Map<string, SimCustomer>();
  /** Omnichannel Inventory: quantities on hand, and the fulfillments that were taken. */
  readonly onHand = new Map<string, number>();
  readonly fulfilled = new Set<string>();
  readonly files = new Map<string, File>();
  readonly #tokens = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  issueToken(): { readonly token: string; readonly seconds: number } {
    const token = `sim-token-${this.#tokens.size + 1}-${'x'.repeat(24)}`;
    this.#tokens.set(token, this.#now() + TOKEN_MS);
    return { token, seconds: TOKEN_MS / 1000 };
  }

  isGood(token: string): boolean {
    return (this.#tokens.get(token) ?? 0) > this.#now();
  }

  at(): string {
    return new Date(this.#now()).toISOString();
  }

  place(wish: Wish = {}): SimOrder {
    const orderNo = String(this.orders.size + 1).padStart(8, '0');
    const order = orderOf(Purchase.parse(wish), { orderNo, at: this.at() });
    this.orders.set(orderNo, order);
    return order;
  }

  change(order: SimOrder, changes: Readonly<Record<string, unknown>>): void {
    Object.assign(order, changes, { lastModified: this.at() });
  }

  /** Writes a file below Impex/src; `bytes` is what its listing says of its size. */
  write(path: string, content: File['content'], bytes?: number): void {
    const said = bytes ?? (typeof content === 'string' ? content.length : 0);
    this.files.set(`${IMPEX}${path}`, { content, bytes: said, at: this.#now() });
  }

  addProduct(id: string): void {
    this.products.set(id, productOf(id, this.at()));
  }

  addCustomer(customerNo: string): void {
    this.customers.set(customerNo, customerOf(customerNo, this.at()));
  }

  setRecord(list: string, product: string, allocation: InventoryRecord['allocation']): InventoryRecord {
    const { amount } = allocation;
    const record = { product_id: product, inventory_list_id: list, allocation, ats: amount, last_modified: this.at() };
    this.records.set(`${list}/${product}`, record);
    return record;
  }

  state() {
    return {
      orders: [...this.orders.values()],
      records: Object.fromEntries(this.records),
      files: Object.fromEntries([...this.files].map(([path, { content }]) => [path, String(content)])),
      tokens: [...this.#tokens.keys()],
    };
  }
}
export type SiteState = ReturnType<Site['state']>;
