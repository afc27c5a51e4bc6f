import { CONDITIONS, DISPOSITIONS, RESOLUTIONS, RETURN_REASONS } from '../../core/returns/index.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import type { Result } from '../../core/shared/result.ts';
import type { OrderRefusal } from '../../core/usecases/changeOrder.ts';
import type { ReturnState, ReturnTarget } from '../../core/usecases/operateReturns.ts';
import { type Command, type CommandContext, defineCommand, EXIT, type ExitCode } from '../command.ts';
import { findRecord, listCommand, plain, type RecordView, showCommand, unknown } from '../records.ts';
import { refused } from '../refused.ts';
import { type Operations, withOperations } from '../withOperations.ts';
import { ORDER_NAMES, portionsFrom, VERSION } from './orderAction.ts';

const RETURN: RecordView = {
  noun: 'return',
  source: 'returns',
  filters: {
    number: 'its number',
    orderNumber: "the order's number",
    orderId: 'id of an order',
    status: 'where it is',
  },
  columns: [
    plain('NUMBER', 'number'),
    plain('ORDER', 'orderNumber'),
    plain('STATUS', 'status'),
    plain('FOR', 'resolution'),
    plain('LOCATION', 'location'),
    plain('CREATED', 'createdAt'),
  ],
  names: ['number'],
};

const NEXT = 'See crossdock return list.';
const name = { help: 'id or number of the return' };
const line = { type: 'list', placeholder: 'LINE=UNITS' } as const;
const location = { type: 'string', placeholder: 'CODE', help: 'where the goods come to' } as const;

function answer(context: CommandContext, done: Result<ReturnState, OrderRefusal>): ExitCode {
  if (!done.ok) return refused(context, 'The return was not changed', done.error, NEXT);
  context.out.result(done.value, ({ number, status }) => `${number}: ${status}`);
  return EXIT.done;
}

/** Finds a return by its id or number and changes it. */
function returnAction(
  context: CommandContext,
  given: { readonly name: string; readonly version?: number | undefined },
  change: (target: ReturnTarget, operations: Operations) => Promise<Result<ReturnState, OrderRefusal>>,
): Promise<ExitCode> {
  return withOperations(context, async (operations) => {
    const row = await findRecord(operations, RETURN, given.name);
    if (!row) return context.fail(unknown('return', given.name), EXIT.refused);
    const target = { id: String(row['id']), by: operations.actor, version: given.version };
    return answer(context, await change(target, operations));
  });
}

const open = defineCommand({
  noun: 'return',
  verb: 'open',
  summary: 'Authorize a return of units that left',
  positionals: { order: { help: 'id, reference, number or external id' } },
  options: {
    line: { ...line, help: 'what is to come back' },
    reason: { type: 'string', isRequired: true, choices: RETURN_REASONS, help: 'why' },
    condition: { type: 'string', default: 'new', choices: CONDITIONS, help: 'as the buyer says' },
    for: { type: 'string', default: 'refund', choices: RESOLUTIONS, help: 'what the buyer wants' },
    location,
    exception: { type: 'string', help: 'why the policy is passed over' },
  },
  examples: ['crossdock return open 1001 --line 1=1 --reason wrong-size --for exchange'],
  run(context, { order, line: given, reason, condition, for: resolution, location: place, exception }) {
    const lines = portionsFrom(context, given);
    if (typeof lines === 'number') return lines;
    return withOperations(context, async (operations) => {
      const row = await findRecord(operations, { source: 'orders', names: ORDER_NAMES }, order);
      if (!row) return context.fail(unknown('order', order), EXIT.refused);
      const { openReturn } = await import('../../core/usecases/openReturn.ts');
      const wanted = {
        lines: lines.map((part) => ({ ...part, reason, condition: condition as (typeof CONDITIONS)[number] })),
        resolution: resolution as (typeof RESOLUTIONS)[number],
        location: place,
        exception,
      };
      const { actor, environment } = operations;
      return answer(context, await openReturn(row['id'] as OrderId, wanted, actor, environment));
    });
  },
});

const receive = defineCommand({
  noun: 'return',
  verb: 'receive',
  summary: 'Book what came back: all that is expected, or some units',
  positionals: { name },
  options: { line: { ...line, help: 'only these units' }, location, version: VERSION },
  examples: ['crossdock return receive R17 --line 1=1'],
  run(context, { name: which, line: given, location: place, version }) {
    const lines = portionsFrom(context, given);
    if (typeof lines === 'number') return lines;
    return returnAction(context, { name: which, version }, async (target, { environment }) => {
      const { receiveReturn } = await import('../../core/usecases/operateReturns.ts');
      const receipt = { lines: lines.length > 0 ? lines : undefined, location: place };
      return receiveReturn(target, receipt, environment);
    });
  },
});

const inspect = defineCommand({
  noun: 'return',
  verb: 'inspect',
  summary: 'Say in which condition goods came, and what becomes of them',
  positionals: { name },
  options: {
    line: { ...line, help: 'which units' },
    condition: { type: 'string', isRequired: true, choices: CONDITIONS, help: 'as they are' },
    to: { type: 'string', isRequired: true, choices: DISPOSITIONS, help: 'what becomes of them' },
    location,
    version: VERSION,
  },
  examples: ['crossdock return inspect R17 --line 1=1 --condition opened --to restock'],
  run(context, { name: which, line: given, condition, to: disposition, location: place, version }) {
    const lines = portionsFrom(context, given);
    if (typeof lines === 'number') return lines;
    return returnAction(context, { name: which, version }, async (target, { environment }) => {
      const { inspectReturn } = await import('../../core/usecases/operateReturns.ts');
      const inspected = lines.map((part) => ({ ...part, condition, disposition }));
      return inspectReturn(target, inspected, place, environment);
    });
  },
});

const label = defineCommand({
  noun: 'return',
  verb: 'label',
  summary: 'Ask the carrier for a label from the buyer back',
  positionals: { name },
  run: (context, { name: which }) =>
    returnAction(context, { name: which }, async (target, { environment }) => {
      const { wantReturnLabel } = await import('../../core/usecases/returnLabel.ts');
      return wantReturnLabel(target, environment);
    }),
});

const keep = defineCommand({
  noun: 'return',
  verb: 'keep',
  summary: 'Leave goods that were to come with the buyer',
  positionals: { name },
  options: { line: { ...line, help: 'only these units' }, version: VERSION },
  run(context, { name: which, line: given, version }) {
    const lines = portionsFrom(context, given);
    if (typeof lines === 'number') return lines;
    return returnAction(context, { name: which, version }, async (target, { environment }) => {
      const { keepGoods } = await import('../../core/usecases/operateReturns.ts');
      return keepGoods(target, lines.length > 0 ? lines : undefined, environment);
    });
  },
});

const cancel = defineCommand({
  noun: 'return',
  verb: 'cancel',
  summary: 'Wait no longer for what has not come',
  positionals: { name },
  options: { version: VERSION },
  run: (context, { name: which, version }) =>
    returnAction(context, { name: which, version }, async (target, { environment }) => {
      const { cancelReturn } = await import('../../core/usecases/operateReturns.ts');
      return cancelReturn(target, environment);
    }),
});

export const RETURN_COMMANDS: readonly Command[] = [
  listCommand(RETURN),
  showCommand(RETURN),
  open,
  label,
  receive,
  inspect,
  keep,
  cancel,
];
