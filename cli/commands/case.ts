import { CASE_KINDS, CASE_PRIORITIES, CASE_STATES, MESSAGE_DIRECTIONS } from '../../core/cases/index.ts';
import type { Result } from '../../core/shared/result.ts';
import type { OrderRefusal } from '../../core/usecases/changeOrder.ts';
import type { CaseAnswer, CaseTarget } from '../../core/usecases/operateCases.ts';
import { type Command, type CommandContext, defineCommand, EXIT, type ExitCode } from '../command.ts';
import { findRecord, listCommand, plain, type RecordView, showCommand, unknown } from '../records.ts';
import { refused } from '../refused.ts';
import { type Operations, withOperations } from '../withOperations.ts';
import { ORDER_NAMES } from './orderAction.ts';

const CASE: RecordView = {
  noun: 'case',
  source: 'cases',
  filters: {
    number: 'its number',
    state: 'open, waiting, solved or closed',
    kind: 'what it is',
    orderId: 'id of an order',
  },
  columns: [
    plain('NUMBER', 'number'),
    plain('KIND', 'kind'),
    plain('STATE', 'state'),
    plain('PRIORITY', 'priority'),
    plain('ORDER', 'orderNumber'),
    plain('SUBJECT', 'subject'),
    plain('SOLVE UNTIL', 'solveDueAt'),
  ],
  names: ['number'],
};

const name = { help: 'id or number of the case' };

function answer(context: CommandContext, done: Result<CaseAnswer, OrderRefusal>): ExitCode {
  if (!done.ok) return refused(context, 'The case was not changed', done.error, 'See crossdock case list.');
  context.out.result(done.value, ({ number, state }) => `${number}: ${state}`);
  return EXIT.done;
}

function caseAction(
  context: CommandContext,
  which: string,
  change: (target: CaseTarget, operations: Operations) => Promise<Result<CaseAnswer, OrderRefusal>>,
): Promise<ExitCode> {
  return withOperations(context, async (operations) => {
    const row = await findRecord(operations, CASE, which);
    if (!row) return context.fail(unknown('case', which), EXIT.refused);
    return answer(context, await change({ id: String(row['id']), by: operations.actor }, operations));
  });
}

const open = defineCommand({
  noun: 'case',
  verb: 'open',
  summary: 'Open a case with the first words of the buyer',
  positionals: { subject: { help: 'in a few words' }, text: { help: 'what the buyer says' } },
  options: {
    kind: { type: 'string', choices: CASE_KINDS, default: 'complaint', help: 'what it is' },
    priority: { type: 'string', choices: CASE_PRIORITIES, default: 'normal', help: 'how soon' },
    order: { type: 'string', help: 'id, reference, number or external id of its order' },
  },
  examples: ['crossdock case open broken mug-in-two-pieces --order 1001 --priority high'],
  run: (context, { subject, text, kind, priority, order }) =>
    withOperations(context, async (operations) => {
      const row = order && (await findRecord(operations, { source: 'orders', names: ORDER_NAMES }, order));
      if (order !== undefined && !row) return context.fail(unknown('order', order), EXIT.refused);
      const { openCase } = await import('../../core/usecases/operateCases.ts');
      const about = row ? { orderId: String(row['id']) } : {};
      const wanted = {
        ...{ subject, text, ...about },
        kind: kind as (typeof CASE_KINDS)[number],
        priority: priority as (typeof CASE_PRIORITIES)[number],
      };
      return answer(context, await openCase(wanted, operations.actor, operations.environment));
    }),
});

const message = defineCommand({
  noun: 'case',
  verb: 'message',
  summary: 'Add a message of the buyer, to the buyer, or a note',
  positionals: {
    name,
    direction: { help: 'in, out or note', choices: MESSAGE_DIRECTIONS },
    text: { help: 'the message' },
  },
  run: (context, { name: which, direction, text }) =>
    caseAction(context, which, async (target, { environment }) => {
      const { addCaseMessage } = await import('../../core/usecases/operateCases.ts');
      return addCaseMessage(target, { direction, text }, environment);
    }),
});

const move = defineCommand({
  noun: 'case',
  verb: 'move',
  summary: 'Solve a case, close it, let it wait, or open it again',
  positionals: { name, state: { help: 'where to', choices: CASE_STATES } },
  examples: ['crossdock case move K12 solved'],
  run: (context, { name: which, state }) =>
    caseAction(context, which, async (target, { environment }) => {
      const { moveCase } = await import('../../core/usecases/operateCases.ts');
      return moveCase(target, state, environment);
    }),
});

const link = defineCommand({
  noun: 'case',
  verb: 'link',
  summary: 'Name the case of a connected system that this one is',
  positionals: { name, connection: { help: 'name of the connection' }, key: { help: 'its key there' } },
  run: (context, { name: which, connection, key }) =>
    caseAction(context, which, async (target, { environment }) => {
      const { linkCase } = await import('../../core/usecases/operateCases.ts');
      return linkCase(target, { connection, externalId: key }, environment);
    }),
});

export const CASE_COMMANDS: readonly Command[] = [listCommand(CASE), showCommand(CASE), open, message, move, link];
