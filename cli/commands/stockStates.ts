import { STATE_CHANGES, type StateAnswer, type StateChange } from '../../core/usecases/changeStock.ts';
import { type Command, type CommandContext, defineCommand, EXIT, type ExitCode } from '../command.ts';
import { refused } from '../refused.ts';
import { withOperations } from '../withOperations.ts';
import { placeOptions } from './placeOptions.ts';

function show(context: CommandContext, sku: string, location: string, balance: StateAnswer): ExitCode {
  context.out.result({ sku, location, ...balance }, ({ onHand, picked, damaged, quality, inTransit, overPromised }) =>
    [
      `${sku} at ${location}: ${onHand} on hand, ${picked} picked, ${damaged} damaged, ${quality} in inspection, ${inTransit} in transit`,
      ...(overPromised > 0 ? [`${overPromised} units are promised that are not there.`] : []),
    ].join('\n'),
  );
  return balance.overPromised > 0 ? EXIT.attention : EXIT.done;
}

const receive = defineCommand({
  noun: 'stock',
  verb: 'receive',
  summary: 'Book goods in, on hand or for inspection',
  positionals: { sku: { help: 'product' }, location: { help: 'code of the location' } },
  options: {
    quantity: { type: 'number', isInteger: true, min: 1, isRequired: true, help: 'units' },
    unit: { type: 'string', help: 'unit of --quantity (default: base units)' },
    reference: { type: 'string', isRequired: true, help: 'what brought them' },
    incoming: { type: 'string', placeholder: 'ID', help: 'the incoming supply that this is a part of' },
    toQuality: { type: 'boolean', help: 'into inspection instead of on hand' },
    unitCost: { type: 'number', isInteger: true, min: 0, help: 'cost of one unit, in minor units' },
    ...placeOptions,
    serial: { type: 'boolean', help: 'the lot is one unit with its serial number' },
    expires: { type: 'string', placeholder: 'DAY', help: 'last day of a new lot, as 2026-03-31' },
  },
  examples: ['crossdock stock receive SKU-1 main --quantity 24 --reference PO-1042 --unit-cost 799'],
  run: (
    context,
    { sku, location, quantity, unit, reference, incoming, toQuality, unitCost, bin, lot, serial, expires },
  ) =>
    withOperations(context, async ({ environment, actor }) => {
      const { receiveStock } = await import('../../core/usecases/changeStock.ts');
      const cost = { unitCostMinor: unitCost, isSerial: serial, expiresOn: expires };
      const command = { sku, location, quantity, unit, reference, incoming, toQuality, ...cost, bin, lot, actor };
      const done = await receiveStock(command, environment);
      return done.ok
        ? show(context, sku, location, done.value)
        : refused(context, `${sku} was not received at ${location}`, done.error, 'See crossdock stock list.');
    }),
});

const SUMMARIES: Readonly<Record<StateChange, string>> = {
  damage: 'Set units aside as damaged',
  repair: 'Put damaged units back for sale',
  scrap: 'Write damaged units off',
  hold: 'Set units aside for inspection',
  pass: 'Put inspected units back for sale',
  reject: 'Find inspected units damaged',
};

const changes = STATE_CHANGES.map((change) =>
  defineCommand({
    noun: 'stock',
    verb: change,
    summary: SUMMARIES[change],
    positionals: { sku: { help: 'product' }, location: { help: 'code of the location' } },
    options: {
      quantity: { type: 'number', isInteger: true, min: 1, isRequired: true, help: 'units' },
      reason: { type: 'string', isRequired: true, help: 'why, for the ledger' },
      ...placeOptions,
    },
    examples: [`crossdock stock ${change} SKU-1 main --quantity 2 --reason wet`],
    run: (context, { sku, location, quantity, reason, bin, lot }) =>
      withOperations(context, async ({ environment, actor }) => {
        const { changeState } = await import('../../core/usecases/changeStock.ts');
        const done = await changeState({ sku, location, change, quantity, reason, bin, lot, actor }, environment);
        return done.ok
          ? show(context, sku, location, done.value)
          : refused(context, `The stock of ${sku} was not changed`, done.error, 'See crossdock stock list.');
      }),
  }),
);

export const STOCK_STATE_COMMANDS: readonly Command[] = [receive, ...changes];
