import { FileMapping } from '../mapping.ts';

const columns = {
  order: 'order',
  line: 'line',
  sku: 'sku',
  title: 'title',
  quantity: 'quantity',
  unitPrice: 'unit_price',
  placedAt: 'placed_at',
  currency: 'currency',
  customer: 'customer',
  name: 'name',
  email: 'email',
  line1: 'street',
  city: 'city',
  postalCode: 'postal_code',
  country: 'country',
};

/** One order line per row, with the column names that a spreadsheet would have. */
export const orderLinesCsv: FileMapping = FileMapping.parse({
  id: 'order-lines-csv',
  title: 'Order lines, CSV',
  format: 'csv',
  columns,
  zone: 'UTC',
  currency: 'EUR',
});

/** One order per line, its lines in an array. */
export const ordersJsonLines: FileMapping = FileMapping.parse({
  id: 'orders-json-lines',
  title: 'Orders, JSON Lines',
  format: 'json-lines',
  lines: 'lines',
  columns: {
    ...onOrder(columns),
    line: 'line',
    sku: 'sku',
    title: 'title',
    quantity: 'quantity',
    unitPrice: 'unit_price',
  },
  zone: 'UTC',
  currency: 'EUR',
});

/** `<orders><order order="…" placed_at="…"><line sku="…" quantity="…"/></order></orders>`, all as attributes. */
export const ordersXml: FileMapping = FileMapping.parse({
  id: 'orders-xml',
  title: 'Orders, XML',
  format: 'xml',
  record: 'order',
  lines: 'line',
  columns: {
    ...onOrder(columns, '@'),
    line: '@line',
    sku: '@sku',
    title: 'title',
    quantity: '@quantity',
    unitPrice: '@unit_price',
  },
  zone: 'UTC',
  currency: 'EUR',
});

function onOrder(names: Readonly<Record<string, string>>, mark = ''): Record<string, string> {
  return Object.fromEntries(Object.entries(names).map(([field, name]) => [field, `/${mark}${name}`]));
}
