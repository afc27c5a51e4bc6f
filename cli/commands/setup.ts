import { TURNS } from '../../core/fulfillment/index.ts';
import { ok } from '../../core/shared/result.ts';
import { type Command, defineCommand, EXIT } from '../command.ts';
import { readInput } from '../readInput.ts';
import { findRecord, listCommand, numeric, plain, type RecordView, unknown } from '../records.ts';
import { badFields } from '../refused.ts';
import { withOperations } from '../withOperations.ts';

const BOXES: RecordView = {
  noun: 'box',
  source: 'boxes',
  filters: {},
  columns: [
    plain('CODE', 'code'),
    numeric('LENGTH', 'lengthMm'),
    numeric('WIDTH', 'widthMm'),
    numeric('HEIGHT', 'heightMm'),
    numeric('MAX GRAMS', 'maxGrams'),
    numeric('COST', 'costMinor'),
  ],
  names: [],
};
const NOTICES: RecordView = {
  noun: 'notice',
  source: 'notices',
  filters: { state: 'open or settled', kind: 'what it is about', subject: 'the record it is about' },
  columns: [plain('ID', 'id'), plain('KIND', 'kind'), plain('SUBJECT', 'subject'), plain('RAISED', 'raisedAt')],
  names: [],
};

const millimetres = (help: string) =>
  ({
    type: 'number',
    isInteger: true,
    min: 1,
    max: 20_000,
    isRequired: true,
    help: `${help}, in millimetres`,
  }) as const;
const SIZE = { length: millimetres('length'), width: millimetres('width'), height: millimetres('height') };

const setBox = defineCommand({
  noun: 'box',
  verb: 'set',
  summary: 'Add a box to the catalogue, or change the one with this code',
  positionals: { code: { help: 'its code' } },
  options: {
    ...SIZE,
    maxGrams: { type: 'number', isInteger: true, min: 1, isRequired: true, help: 'what it may carry' },
    tareGrams: { type: 'number', isInteger: true, min: 0, default: 0, help: 'what it weighs itself' },
    costMinor: { type: 'number', isInteger: true, min: 0, default: 0, help: 'what it costs, in minor units' },
    off: { type: 'boolean', help: 'it is not used any more' },
  },
  examples: ['crossdock box set S --length 200 --width 150 --height 100 --max-grams 5000 --cost-minor 35'],
  run: (context, { code, length, width, height, maxGrams, tareGrams, costMinor, off }) =>
    withOperations(context, async ({ setup, actor }) => {
      const size = { lengthMm: length, widthMm: width, heightMm: height };
      const box = { code, ...size, maxGrams, tareGrams, costMinor, isActive: off !== true };
      await setup.saveBox(box, undefined, actor);
      context.out.result(box, () => `box ${code} is ${box.isActive ? 'in' : 'out of'} use`);
      return EXIT.done;
    }),
});

const sizeProduct = defineCommand({
  noun: 'product',
  verb: 'size',
  summary: 'Say how large a product is as it is packed, and on which sides it may lie',
  positionals: { sku: { help: 'product' } },
  options: {
    ...SIZE,
    turning: { type: 'string', choices: TURNS, default: 'any', help: 'upright turns about the vertical axis alone' },
  },
  examples: ['crossdock product size MUG-01 --length 90 --width 90 --height 95 --turning upright'],
  run: (context, { sku, length, width, height, turning: chosen }) =>
    withOperations(context, async ({ setup, actor }) => {
      const turning = TURNS.find((known) => known === chosen) ?? 'any';
      const size = { lengthMm: length, widthMm: width, heightMm: height, turning };
      if (!(await setup.sizeProduct(sku, size, actor))) return context.fail(unknown('product', sku), EXIT.refused);
      context.out.result({ sku, ...size }, () => `${sku} is ${length} × ${width} × ${height} mm`);
      return EXIT.done;
    }),
});

const KINDS = ['warehouse', 'store', 'supplier'] as const;

const setLocation = defineCommand({
  noun: 'location',
  verb: 'work',
  summary: 'Say how a location works; what is not given is as usual',
  positionals: { code: { help: 'code of the location' } },
  options: {
    kind: { type: 'string', choices: KINDS, default: 'warehouse', help: 'what it is' },
    shipping: { type: 'boolean', default: true, help: 'it sends parcels; a store may only hand out at its counter' },
    packing: { type: 'boolean', help: 'packages are made before labels are bought' },
    supplier: { type: 'string', placeholder: 'CONNECTION', help: 'who is sent its orders' },
    collectDays: { type: 'number', isInteger: true, min: 1, max: 365, default: 7, help: 'days that goods wait there' },
    carrier: { type: 'string', default: 'first', help: 'first, best, or the connection of a carrier' },
    customs: { type: 'string', placeholder: 'FILE', help: 'what its declarations to customs share, as JSON' },
  },
  examples: ['crossdock location work store-7 --kind store --no-shipping --collect-days 5'],
  async run(context, { code, kind: chosen, shipping, packing, supplier, collectDays, carrier, customs }) {
    const { LocationCustoms } = await import('../../core/documents/index.ts');
    const given = customs === undefined ? ok(null) : readInput(customs);
    if (!given.ok) return context.fail(given.error, EXIT.usage);
    const declared = LocationCustoms.nullable().safeParse(given.value);
    if (!declared.success) return context.fail(badFields(declared.error), EXIT.usage);
    return withOperations(context, async ({ setup, actor }) => {
      const kind = KINDS.find((known) => known === chosen) ?? 'warehouse';
      const shape = { kind, isShipping: shipping, isPacking: packing === true, collectDays, carrier };
      const work = { ...shape, supplierConnection: supplier ?? null, customs: declared.data };
      if (!(await setup.setLocation(code, work, actor))) return context.fail(unknown('location', code), EXIT.refused);
      context.out.result({ code, ...work }, () => `${code} is a ${kind}`);
      return EXIT.done;
    });
  },
});

const settleNotice = defineCommand({
  noun: 'notice',
  verb: 'settle',
  summary: 'Say that somebody has seen to a notice',
  positionals: { id: { help: 'the notice' } },
  examples: ['crossdock notice settle 17'],
  run: (context, { id }) =>
    withOperations(context, async ({ setup, actor }) => {
      if (!(await setup.settleNotice(id, actor))) return context.fail(unknown('notice', id), EXIT.refused);
      context.out.result({ id }, () => `notice ${id} is settled`);
      return EXIT.done;
    }),
});

const linkShipment = defineCommand({
  noun: 'shipment',
  verb: 'link',
  summary: 'Make a link under which the buyer sees where a shipment is; it is shown this once',
  positionals: { shipment: { help: 'id or reference' } },
  options: { days: { type: 'number', isInteger: true, min: 1, max: 365, default: 90, help: 'how long it is good' } },
  examples: ['crossdock shipment link shop-1001-F1 --days 30'],
  run: (context, { shipment, days }) =>
    withOperations(context, async (operations) => {
      const row = await findRecord(operations, { source: 'shipments', names: ['reference'] }, shipment);
      const made = row && (await operations.trackingLink(String(row['id']), days, operations.actor));
      if (!made) return context.fail(unknown('shipment', shipment), EXIT.refused);
      const link = { url: `${operations.publicUrl}${made.path}`, expiresAt: made.expiresAt };
      context.out.result(link, ({ url, expiresAt }) => `${url}\ngood until ${expiresAt}`);
      return EXIT.done;
    }),
});

export const SETUP_COMMANDS: readonly Command[] = [
  listCommand(BOXES),
  setBox,
  sizeProduct,
  setLocation,
  listCommand(NOTICES),
  settleNotice,
  linkShipment,
];
