import { type Command, defineCommand, EXIT } from '../command.ts';
import { readSettings } from '../readSettings.ts';
import { listCommand, numeric, plain, type RecordView, showCommand } from '../records.ts';
import { badFields } from '../refused.ts';
import { withOperations } from '../withOperations.ts';

const VIEWS: readonly RecordView[] = [
  {
    noun: 'product',
    source: 'products',
    filters: { sku: 'the seller’s key', gtin: 'the trade item number' },
    columns: [plain('SKU', 'sku'), plain('GTIN', 'gtin'), plain('TITLE', 'title'), numeric('GRAMS', 'weightGrams')],
    names: ['sku', 'gtin'],
  },
  {
    noun: 'location',
    source: 'locations',
    filters: { code: 'its code' },
    columns: [plain('CODE', 'code'), plain('NAME', 'name'), numeric('PRIORITY', 'priority')],
    names: ['code'],
  },
  {
    noun: 'shipment',
    source: 'shipments',
    filters: { reference: 'our reference', status: 'where it is' },
    columns: [
      plain('REFERENCE', 'reference'),
      plain('CARRIER', 'carrier'),
      plain('SERVICE', 'service'),
      plain('STATUS', 'status'),
      plain('SHIPPED', 'shippedAt'),
      plain('DELIVERED', 'deliveredAt'),
    ],
    names: ['reference'],
  },
];

const addLocation = defineCommand({
  noun: 'location',
  verb: 'add',
  summary: 'Add a place that holds stock',
  positionals: { code: { help: 'its short name, as other systems may call it' } },
  options: {
    name: { type: 'string', help: 'its name for people (default: the code)' },
    priority: { type: 'number', isInteger: true, min: 0, max: 10_000, default: 100, help: 'smaller ones ship first' },
    address: { type: 'list', placeholder: 'FIELD=VALUE', help: 'line1, city, postalCode, country, company, …' },
  },
  examples: ['crossdock location add main --name "Main warehouse" --address city=Hamburg --address country=DE'],
  async run(context, { code, name = code, priority, address: given }) {
    const { AddressValue } = await import('../../core/documents/index.ts');
    const fields = readSettings(undefined, given);
    const address = AddressValue.strict().safeParse(fields.ok ? fields.value : {});
    if (!fields.ok) return context.fail(fields.error, EXIT.usage);
    if (!address.success) return context.fail(badFields(address.error), EXIT.usage);
    return withOperations(context, async (operations) => {
      const added = await operations.addLocation({ code, name, priority, address: address.data }, operations.actor);
      if (!added.ok) return context.fail({ ...added.error, next: 'See crossdock location list.' }, EXIT.refused);
      context.out.result({ id: added.value, code }, () => `${code} is a location`);
      return EXIT.done;
    });
  },
});

const addProduct = defineCommand({
  noun: 'product',
  verb: 'add',
  summary: 'Add a product, or change it; lines that waited for it go on',
  positionals: { sku: { help: 'the seller’s key' } },
  options: {
    title: { type: 'string', help: 'its name for people (default: the SKU)' },
    gtin: { type: 'string', help: 'the trade item number' },
    grams: { type: 'number', isInteger: true, min: 0, help: 'its weight' },
    hsCode: { type: 'string', help: 'its customs tariff number' },
    origin: { type: 'string', help: 'the country where it is made' },
  },
  examples: ['crossdock product add MUG-01 --title "Stoneware mug" --grams 380'],
  async run(context, { sku, title = sku, gtin, grams, hsCode, origin: originCountry }) {
    const { ProductDocument } = await import('../../core/documents/index.ts');
    const parsed = ProductDocument.safeParse({
      ...{
        externalId: sku,
        sku,
        title,
        gtin,
        weightGrams: grams,
        hsCode,
        originCountry,
        updatedAt: new Date().toISOString(),
      },
    });
    if (!parsed.success) return context.fail(badFields(parsed.error), EXIT.usage);
    return withOperations(context, async ({ parts, queries }) => {
      const { takeIn } = await import('../../compose/takeIn.ts');
      const onError = (error: unknown): void => context.log.warn({ err: error }, 'while it was applied');
      const taken = await takeIn(parts, { name: 'product', subject: `product/${sku}`, document: parsed.data }, onError);
      const message = await queries.show('inbox', taken.id);
      context.out.result({ sku, state: message?.['state'] }, ({ state }) => `${sku}: ${state}`);
      return EXIT.done;
    });
  },
});

/** Nouns that are looked at, and added where no other system brings them. */
export const LOOKUP_COMMANDS: readonly Command[] = [
  ...VIEWS.flatMap((view) => [listCommand(view), showCommand(view)]),
  addLocation,
  addProduct,
];
