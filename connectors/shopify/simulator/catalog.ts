/** What the simulated shop sells and from where. Ids are stable, so that a hub can be set up for them beforehand. */
export type SimItem = {
  readonly sku: string;
  readonly title: string;
  readonly price: string;
  readonly grams: number;
  readonly barcode?: string;
};

export const LOCATIONS = ['70001', '70002'] as const;

export const CATALOG: readonly SimItem[] = [
  { sku: 'MUG-BLUE', title: 'Stoneware mug - blue', price: '14.90', grams: 380, barcode: '4006381333931' },
  { sku: 'MUG-SAND', title: 'Stoneware mug - sand', price: '14.90', grams: 380 },
  { sku: 'TEE-M', title: 'Organic tee - M', price: '29.00', grams: 180 },
  { sku: 'TEE-L', title: 'Organic tee - L', price: '29.00', grams: 190 },
  { sku: 'LAMP-DESK', title: 'Desk lamp', price: '79.50', grams: 1450 },
  { sku: 'CANDLE-FIG', title: 'Candle - fig', price: '24.00', grams: 420 },
  { sku: 'NOTE-A5', title: 'Notebook A5', price: '9.95', grams: 260 },
  { sku: 'PEN-FINE', title: 'Fine liner', price: '3.49', grams: 20 },
  { sku: 'BAG-TOTE', title: 'Tote bag', price: '19.00', grams: 210 },
  { sku: 'TEA-EARL', title: 'Earl Grey, 100 g', price: '8.75', grams: 130 },
];

export const BUYERS = [
  {
    first_name: 'Ana',
    last_name: 'Müller',
    email: 'ana.mueller@example.com',
    address1: 'Torstraße 12',
    city: 'Berlin',
    zip: '10119',
    province_code: 'BE',
    country_code: 'DE',
  },
  {
    first_name: 'Bob',
    last_name: 'Norman',
    email: 'bob.norman@example.com',
    address1: '92 Chestnut Street',
    city: 'Louisville',
    zip: '40202',
    province_code: 'KY',
    country_code: 'US',
  },
  {
    first_name: '明',
    last_name: '王',
    email: 'wang.ming@example.com',
    address1: '南京西路 1266 号',
    city: '上海',
    zip: '200040',
    province_code: 'SH',
    country_code: 'CN',
  },
  {
    first_name: 'Siobhán',
    last_name: "O'Neill",
    email: 'siobhan@example.com',
    address1: '3 Quay Street',
    city: 'Galway',
    zip: 'H91 X2Y3',
    province_code: 'G',
    country_code: 'IE',
  },
] as const;
