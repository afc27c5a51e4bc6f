import { type Command, defineCommand, EXIT } from '../command.ts';
import { refused } from '../refused.ts';
import { readSkuUnits } from '../skuUnits.ts';
import { withOperations } from '../withOperations.ts';
import { placeOptions } from './placeOptions.ts';

const move = defineCommand({
  noun: 'stock',
  verb: 'move',
  summary: 'Move units within a location: put them away, into another bin, or into a lot',
  positionals: { sku: { help: 'product' }, location: { help: 'code of the location' } },
  options: {
    quantity: { type: 'number', isInteger: true, min: 1, isRequired: true, help: 'units' },
    ...placeOptions,
    toBin: { type: 'string', help: 'bin that they go to' },
    toLot: { type: 'string', help: 'lot that units without one are of' },
  },
  examples: ['crossdock stock move MUG-01 main --quantity 6 --to-bin A-01-2'],
  run: (context, { sku, location, quantity, bin, lot, toBin, toLot }) =>
    withOperations(context, async ({ environment, actor }) => {
      const { moveBins } = await import('../../core/usecases/moveBins.ts');
      const done = await moveBins({ sku, location, quantity, bin, lot, toBin, toLot, actor }, environment);
      if (!done.ok) return refused(context, `${sku} was not moved`, done.error, 'See crossdock bin list and lot list.');
      context.out.result(done.value, ({ moved }) => `${moved} units of ${sku} are in ${toBin ?? 'no bin'}`);
      return EXIT.done;
    }),
});

const picks = defineCommand({
  noun: 'stock',
  verb: 'picks',
  summary: 'Show where to take units from: first expired first, in walking order',
  positionals: {
    location: { help: 'code of the location' },
    lines: { help: 'SKU=UNITS of each product', isRepeated: true },
  },
  options: { keepsUntil: { type: 'string', placeholder: 'DAY', help: 'leave out lots that expire before it' } },
  examples: ['crossdock stock picks main TEA-02=6 MUG-01=2 --keeps-until 2026-06-30'],
  run: (context, { location, lines, keepsUntil }) => {
    const read = lines.map(readSkuUnits).filter((line) => line !== undefined);
    if (read.length < lines.length) {
      const problem = {
        code: 'not-a-line',
        message: 'A line cannot be read.',
        next: 'Write SKU=UNITS, such as TEA-02=6.',
      };
      return context.fail(problem, EXIT.usage);
    }
    return withOperations(context, async ({ environment }) => {
      const { planPicks } = await import('../../core/usecases/moveBins.ts');
      const plan = await planPicks({ location, lines: read, keepsUntil }, environment);
      if (!plan.ok) return refused(context, 'There is no plan', plan.error, 'See crossdock product list.');
      context.out.result(plan.value, ({ picks: found, unplaced }) =>
        [
          context.out.table(found, [
            { title: 'BIN', value: ({ bin }) => bin },
            { title: 'SKU', value: ({ sku }) => sku },
            { title: 'LOT', value: ({ lot }) => lot },
            { title: 'EXPIRES', value: ({ expiresOn }) => expiresOn },
            { title: 'UNITS', value: ({ quantity }) => quantity, align: 'right' },
          ]),
          ...unplaced.map(({ sku, quantity }) => `${quantity} of ${sku} are in no known place`),
        ].join('\n'),
      );
      return plan.value.unplaced.length > 0 ? EXIT.attention : EXIT.done;
    });
  },
});

const bin = defineCommand({
  noun: 'bin',
  verb: 'set',
  summary: 'Add a bin to a location, or change its zone and its place on the walk',
  positionals: { location: { help: 'code of the location' }, code: { help: 'of the bin' } },
  options: {
    zone: { type: 'string', help: 'part of the house' },
    walk: { type: 'number', isInteger: true, min: 0, default: 0, help: 'order of walking' },
  },
  examples: ['crossdock bin set main A-01-2 --zone A --walk 120'],
  run: (context, { location, code, zone = null, walk }) =>
    withOperations(context, async ({ stockSettings, environment, actor }) => {
      const set = await stockSettings.addBin(environment.ids.next(), { location, code, zone, walk }, actor);
      if (!set.ok) return refused(context, 'Nothing was changed', set.error, 'See crossdock location list.');
      context.out.result({ location, code, zone, walk }, () => `bin ${code} at ${location}`);
      return EXIT.done;
    }),
});

const bundle = defineCommand({
  noun: 'bundle',
  verb: 'set',
  summary: 'Make a product a bundle of others; without any it is a product of its own again',
  positionals: {
    sku: { help: 'the bundle' },
    components: { help: 'SKU=UNITS of each component', isOptional: true, isRepeated: true },
  },
  examples: ['crossdock bundle set GIFT-SET MUG-01=2 TEA-02=1'],
  run: (context, { sku, components = [] }) => {
    const parts = components.map(readSkuUnits).filter((part) => part !== undefined);
    if (parts.length < components.length || parts.some(({ quantity }) => quantity < 1)) {
      const problem = {
        code: 'not-a-line',
        message: 'A component cannot be read.',
        next: 'Write SKU=UNITS: MUG-01=2.',
      };
      return context.fail(problem, EXIT.usage);
    }
    return withOperations(context, async ({ stockSettings, actor }) => {
      const set = await stockSettings.setBundle(sku, parts, actor);
      if (!set.ok) return refused(context, 'Nothing was changed', set.error, 'See crossdock product list.');
      context.out.result({ sku, components: parts }, () => `${sku}: a bundle of ${parts.length} products`);
      return EXIT.done;
    });
  },
});

const unit = defineCommand({
  noun: 'unit',
  verb: 'set',
  summary: 'Say how many base units one of another unit is, exactly',
  positionals: { sku: { help: 'product' }, code: { help: 'of the unit, as CT or MTR' } },
  options: {
    units: { type: 'number', isInteger: true, min: 1, isRequired: true, help: 'base units' },
    per: { type: 'number', isInteger: true, min: 1, default: 1, help: 'in so many of the unit' },
  },
  examples: ['crossdock unit set MUG-01 CT --units 24', 'crossdock unit set ROPE FOT --units 381 --per 1250'],
  run: (context, { sku, code, units, per }) =>
    withOperations(context, async ({ stockSettings, actor }) => {
      const set = await stockSettings.setUnit(sku, { code, numerator: units, denominator: per }, actor);
      if (!set.ok) return refused(context, 'Nothing was changed', set.error, 'See crossdock product list.');
      context.out.result({ sku, code, units, per }, () => `${per} ${code} of ${sku} are ${units} base units`);
      return EXIT.done;
    }),
});

export const STOCK_PLACE_COMMANDS: readonly Command[] = [move, picks, bin, bundle, unit];
