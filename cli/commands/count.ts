import type { Instant } from '../../core/shared/ids.ts';
import type { Result } from '../../core/shared/result.ts';
import type { CountAnswer, CountRefusal } from '../../core/usecases/operateCount.ts';
import { type Command, type CommandContext, defineCommand, EXIT, type ExitCode } from '../command.ts';
import { listCommand, numeric, plain, type RecordView, showCommand } from '../records.ts';
import { refused } from '../refused.ts';
import { readSkuUnits } from '../skuUnits.ts';
import { withOperations } from '../withOperations.ts';

const COUNT: RecordView = {
  noun: 'count',
  source: 'counts',
  filters: { location: 'code of a location', kind: 'full or cycle', status: 'open, approved or cancelled' },
  columns: [
    plain('ID', 'id'),
    plain('LOCATION', 'location'),
    plain('KIND', 'kind'),
    plain('STATUS', 'status'),
    numeric('LINES', 'lines'),
    numeric('COUNTED', 'counted'),
    numeric('VARIANCES', 'variances'),
  ],
  names: [],
};

function answer(context: CommandContext, done: Result<CountAnswer, CountRefusal>, did: string): ExitCode {
  if (!done.ok) return refused(context, 'The count was not changed', done.error, 'See crossdock count list.');
  context.out.result(done.value, ({ id, lines }) => `${id} ${did}, ${lines} lines`);
  return EXIT.done;
}

const open = defineCommand({
  noun: 'count',
  verb: 'open',
  summary: 'Open a stock count with a snapshot of the books',
  positionals: {
    location: { help: 'code of the location' },
    skus: { help: 'the products of a cycle count; everything when none is named', isOptional: true, isRepeated: true },
  },
  options: { note: { type: 'string', help: 'for people' } },
  examples: ['crossdock count open main', 'crossdock count open main MUG-01 TEA-02'],
  run: (context, { location, skus = [], note }) =>
    withOperations(context, async ({ environment, actor }) => {
      const { openCount } = await import('../../core/usecases/operateCount.ts');
      const kind = skus.length > 0 ? 'cycle' : 'full';
      return answer(context, await openCount({ location, kind, skus, note, actor }, environment), 'opened');
    }),
});

const record = defineCommand({
  noun: 'count',
  verb: 'record',
  summary: 'Write down what was found',
  positionals: { id: { help: 'the count' } },
  options: {
    line: {
      type: 'list',
      short: 'l',
      placeholder: 'SKU=UNITS',
      help: 'found units, with ,bin=CODE ,lot=CODE after them',
    },
    at: { type: 'string', placeholder: 'INSTANT', help: 'when it was counted (default: now)' },
  },
  examples: ['crossdock count record ID --line MUG-01=38 --line TEA-02=5,lot=L1'],
  run: (context, { id, line, at }) => {
    const read = line.map(readSkuUnits);
    const lines = read
      .filter((one) => one !== undefined)
      .map(({ sku, quantity, more }) => ({ sku, quantity, ...more }));
    if (lines.length < read.length || (at !== undefined && Number.isNaN(Date.parse(at)))) {
      const message = 'A line or the instant cannot be read.';
      return context.fail({ code: 'not-a-line', message, next: 'See crossdock count record --help.' }, EXIT.usage);
    }
    const countedAt = at === undefined ? undefined : (new Date(at).toISOString() as Instant);
    return withOperations(context, async ({ environment, actor }) => {
      const { recordCount } = await import('../../core/usecases/operateCount.ts');
      return answer(context, await recordCount({ id, lines, countedAt, actor }, environment), 'written down');
    });
  },
});

const ends = (['approve', 'cancel'] as const).map((verb) =>
  defineCommand({
    noun: 'count',
    verb,
    summary: verb === 'approve' ? 'Apply the variances of a count to the stock' : 'End a count without any effect',
    positionals: { id: { help: 'the count' } },
    run: (context, { id }) =>
      withOperations(context, async ({ environment, actor }) => {
        const { approveCount, cancelCount } = await import('../../core/usecases/operateCount.ts');
        const end = verb === 'approve' ? approveCount : cancelCount;
        return answer(context, await end({ id, actor }, environment), verb === 'approve' ? 'approved' : 'cancelled');
      }),
  }),
);

export const COUNT_COMMANDS: readonly Command[] = [listCommand(COUNT), showCommand(COUNT), open, record, ...ends];
