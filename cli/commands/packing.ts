import { type Command, defineCommand, EXIT } from '../command.ts';
import { withOperations } from '../withOperations.ts';
import { WORK, workCommand } from '../workCommand.ts';

const propose = defineCommand({
  noun: 'fulfillment',
  verb: 'boxes',
  summary: 'Show which boxes to pack a fulfillment order into',
  positionals: WORK,
  run: (context, { name }) =>
    withOperations(context, async ({ environment }) => {
      const { proposePacking } = await import('../../core/usecases/operatePacking.ts');
      const proposal = await proposePacking(name, environment);
      if (!proposal.ok)
        return context.fail({ ...proposal.error, next: 'See crossdock fulfillment show.' }, EXIT.refused);
      context.out.result(proposal.value, (boxes) =>
        context.out.table(boxes, [
          { title: 'BOX', value: ({ box }) => box.code },
          { title: 'GRAMS', value: ({ weightGrams }) => weightGrams, align: 'right' },
          { title: 'HOLDS', value: ({ lines }) => lines.map(({ sku, quantity }) => `${quantity} ${sku}`).join(', ') },
        ]),
      );
      return EXIT.done;
    }),
});

const pack = defineCommand({
  noun: 'fulfillment',
  verb: 'pack',
  summary: 'Pack all that is picked into the boxes that are proposed',
  positionals: WORK,
  run: (context, { name }) =>
    workCommand(context, async ({ environment, actor }) => {
      const { packWork } = await import('../../core/usecases/operatePacking.ts');
      return packWork({ name, actor }, undefined, environment);
    }),
});

const label = defineCommand({
  noun: 'fulfillment',
  verb: 'label',
  summary: 'Ask the carrier for labels of what is ready, and leave the rest open',
  positionals: WORK,
  run: (context, { name }) =>
    workCommand(context, async ({ environment, actor }) => {
      const { requestLabel } = await import('../../core/usecases/operateShipping.ts');
      return requestLabel({ name, actor }, environment);
    }),
});

const ship = defineCommand({
  noun: 'fulfillment',
  verb: 'ship',
  summary: 'Hand over what is packed, or picked where nothing is packed',
  positionals: WORK,
  options: {
    carrier: { type: 'string', help: 'who takes it' },
    service: { type: 'string', help: 'by which of the carrier’s services' },
    trackingNumber: { type: 'string', help: 'of one parcel that was not packed here' },
  },
  examples: ['crossdock fulfillment ship shop-1001-F1 --carrier DHL'],
  run: (context, { name, carrier, service, trackingNumber }) =>
    workCommand(context, async ({ environment, actor }) => {
      const { shipWork } = await import('../../core/usecases/operateShipping.ts');
      return shipWork({ name, actor }, { carrier, service, trackingNumber }, environment);
    }),
});

const ready = defineCommand({
  noun: 'fulfillment',
  verb: 'ready',
  summary: 'Say that goods wait at the counter for their buyer',
  positionals: WORK,
  run: (context, { name }) =>
    workCommand(context, async ({ environment, actor }) => {
      const { makeReady } = await import('../../core/usecases/operateCollection.ts');
      return makeReady({ name, actor }, environment);
    }),
});

const collect = defineCommand({
  noun: 'fulfillment',
  verb: 'collect',
  summary: 'Say that the buyer took the goods, or with --missed that nobody came',
  positionals: WORK,
  options: { missed: { type: 'boolean', help: 'nobody came: cancel the units and put them back' } },
  examples: ['crossdock fulfillment collect shop-1001-F1'],
  run: (context, { name, missed }) =>
    workCommand(context, async ({ environment, actor }) => {
      const { collectWork, returnUncollected } = await import('../../core/usecases/operateCollection.ts');
      return missed ? returnUncollected({ name, actor }, environment) : collectWork({ name, actor }, environment);
    }),
});

const manifest = defineCommand({
  noun: 'shipment',
  verb: 'manifest',
  summary: 'Put all that left a location with a carrier on a manifest, at the end of the day',
  positionals: { location: { help: 'code of the location' }, carrier: { help: 'name of the carrier' } },
  options: { later: { type: 'boolean', help: 'do not tell the carrier that its day is closed' } },
  examples: ['crossdock shipment manifest main UPS'],
  run: (context, { location, carrier, later }) =>
    withOperations(context, async ({ carriers, actor }) => {
      const closed = await carriers.closeManifest({ location, carrier, tells: !later }, actor);
      if (!closed.ok) return context.fail({ ...closed.error, next: 'See crossdock shipment list.' }, EXIT.refused);
      context.out.result(closed.value, ({ number, shipments, packages, weightGrams, requests }) =>
        [
          `${number}: ${shipments} shipments, ${packages} packages, ${weightGrams} g`,
          ...requests.map((id) => `the carrier is told: crossdock carrier show ${id}`),
        ].join('\n'),
      );
      return EXIT.done;
    }),
});

/** From the packing table to the door. */
export const PACKING_COMMANDS: readonly Command[] = [propose, pack, label, ship, ready, collect, manifest];
