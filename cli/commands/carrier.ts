import { CARRIER_OPERATIONS } from '../../core/ports/index.ts';
import { type Command, defineCommand, EXIT } from '../command.ts';
import { withOperations } from '../withOperations.ts';

const NEXT = 'See crossdock connection list, and crossdock help carrier.';

const ask = defineCommand({
  noun: 'carrier',
  verb: 'ask',
  summary: 'Ask a carrier for a pickup, call one off, close its day, or take a label back',
  positionals: {
    connection: { help: 'name of the carrier’s connection' },
    operation: { help: 'what is wished', choices: CARRIER_OPERATIONS },
  },
  options: { input: { type: 'string', isRequired: true, help: 'a JSON file with its document, or - for stdin' } },
  examples: ['crossdock carrier ask ups schedulePickup --input pickup.json'],
  async run(context, { connection, operation, input }) {
    const { readInput } = await import('../readInput.ts');
    const given = readInput(input);
    if (!given.ok) return context.fail(given.error, EXIT.usage);
    const document = given.value as Readonly<Record<string, unknown>>;
    return withOperations(context, async ({ carriers, actor }) => {
      const asked = await carriers.request({ connection, operation, document }, actor);
      if (!asked.ok) return context.fail({ ...asked.error, next: NEXT }, EXIT.refused);
      context.out.result({ id: asked.value }, ({ id }) => `${id}: crossdock carrier show ${id}`);
      return EXIT.done;
    });
  },
});

const show = defineCommand({
  noun: 'carrier',
  verb: 'show',
  summary: 'Show what became of a request to a carrier, with its answer',
  positionals: { id: { help: 'the request’s id' } },
  run: (context, { id }) =>
    withOperations(context, async ({ carriers }) => {
      const shown = await carriers.show(id);
      if (!shown)
        return context.fail({ code: 'not-found', message: `There is no request ${id}.`, next: NEXT }, EXIT.refused);
      context.out.result(shown, (value) => JSON.stringify(value, null, 2));
      return shown.state === 'landed' || shown.state === 'prepared' ? EXIT.done : EXIT.attention;
    }),
});

const voidLabel = defineCommand({
  noun: 'shipment',
  verb: 'void',
  summary: 'Take the label of a shipment back at its carrier',
  positionals: { shipment: { help: 'the shipment’s id' } },
  run: (context, { shipment }) =>
    withOperations(context, async ({ carriers, actor }) => {
      const asked = await carriers.voidLabel(shipment, actor);
      if (!asked.ok) return context.fail({ ...asked.error, next: 'See crossdock shipment list.' }, EXIT.refused);
      context.out.result({ id: asked.value }, ({ id }) => `${id}: crossdock carrier show ${id}`);
      return EXIT.done;
    }),
});

export const CARRIER_COMMANDS: readonly Command[] = [ask, show, voidLabel];
