import { PAYOUT_KINDS, type PayoutKind } from '../../core/payment/index.ts';
import { instantOf } from '../../core/shared/instant.ts';
import { parseCurrency, parseMinor } from '../../core/shared/money.ts';
import { type Command, type CommandContext, defineCommand, EXIT, type ExitCode } from '../command.ts';
import { listCommand, numeric, plain, type RecordView, showCommand } from '../records.ts';
import { refused } from '../refused.ts';
import { withOperations } from '../withOperations.ts';

const PAYOUT: RecordView = {
  noun: 'payout',
  source: 'payouts',
  filters: { provider: 'who paid', reference: "the provider's key" },
  columns: [
    plain('PROVIDER', 'provider'),
    plain('REFERENCE', 'reference'),
    plain('PAID', 'paidAt'),
    numeric('MINOR', 'statedMinor'),
    plain('CURRENCY', 'currency'),
    numeric('LINES', 'lines'),
    numeric('OPEN', 'open'),
    numeric('DIFFERENCE', 'differenceMinor'),
  ],
  names: ['reference'],
};

const usage = (context: CommandContext, message: string, next: string): ExitCode =>
  context.fail({ code: 'bad-option', message, next }, EXIT.usage);

const book = defineCommand({
  noun: 'payout',
  verb: 'book',
  summary: "Hold a provider's payout file against the ledger",
  positionals: { file: { help: 'CSV with a heading, gzip or not' } },
  options: {
    provider: { type: 'string', isRequired: true, help: 'who paid' },
    reference: { type: 'string', isRequired: true, help: "the provider's key of the payout" },
    currency: { type: 'string', isRequired: true, help: 'such as EUR' },
    paid: { type: 'string', isRequired: true, placeholder: 'INSTANT', help: 'when it was paid' },
    total: { type: 'string', isRequired: true, placeholder: 'AMOUNT', help: 'what was paid out, such as 48.15' },
    idColumn: { type: 'string', default: 'id', help: "heading of the provider's key of a movement" },
    kindColumn: { type: 'string', default: 'kind', help: 'heading of its kind' },
    amountColumn: { type: 'string', default: 'amount', help: 'heading of its amount, signed' },
    feeColumn: { type: 'string', help: 'heading of the fee that is taken off' },
    kind: { type: 'list', placeholder: 'WORD=KIND', help: `what a word means: ${PAYOUT_KINDS.join(', ')}` },
  },
  examples: [
    'crossdock payout book po_1.csv --provider stripe --reference po_1 --currency EUR --paid 2026-03-04T00:00:00Z --total 48.15 --fee-column fee --kind charge=payment',
  ],
  async run(context, { file, provider, reference, paid, total, kind, ...given }) {
    const currency = parseCurrency(given.currency);
    if (!currency.ok) return usage(context, currency.error, 'Give it as --currency EUR.');
    const stated = parseMinor(total, currency.value);
    if (!stated.ok) return usage(context, stated.error, 'Give it as --total 48.15.');
    const paidMs = Date.parse(paid);
    if (Number.isNaN(paidMs)) return usage(context, `${paid} is no instant`, 'Give it as 2026-03-04T00:00:00Z.');
    const kinds = kindsFrom(kind);
    if (typeof kinds === 'string') return usage(context, `${kinds} is not WORD=KIND`, 'Give it as charge=payment.');
    const { idColumn: externalId, kindColumn, amountColumn: amount, feeColumn: fee } = given;
    const { readPayout } = await import('../../pipelines/payments/readPayout.ts');
    const read = await readPayout(file, currency.value, { externalId, kind: kindColumn, amount, fee, kinds });
    if (!read.ok) return context.fail({ ...read.error, next: 'See crossdock payout book --help.' });
    const head = {
      provider,
      reference,
      currency: currency.value,
      statedMinor: stated.value,
      paidAt: instantOf(paidMs),
    };
    return withOperations(context, async ({ environment, actor }) => {
      const { bookPayout } = await import('../../core/usecases/reconcilePayout.ts');
      const done = await bookPayout({ ...head, lines: read.value }, actor, environment);
      if (!done.ok) return refused(context, 'The payout was not booked', done.error, 'See crossdock payout list.');
      const { open, findings, differenceMinor } = done.value;
      context.out.result(done.value, () =>
        [
          ...Object.entries(findings).map(([finding, lines]) => `${finding}: ${lines}`),
          ...open.map(
            (line) => `  ${line.externalId}: ${line.finding}, ${line.amountMinor} for ${line.ledgerMinor ?? '-'}`,
          ),
          `stated less its lines: ${differenceMinor}`,
        ].join('\n'),
      );
      return open.length > 0 || differenceMinor !== 0 ? EXIT.attention : EXIT.done;
    });
  },
});

/** What words mean, or the first of them that cannot be read. */
function kindsFrom(given: readonly string[]): Readonly<Record<string, PayoutKind>> | string {
  const kinds: Record<string, PayoutKind> = {};
  for (const text of given) {
    const at = text.lastIndexOf('=');
    const kind = PAYOUT_KINDS.find((each) => each === text.slice(at + 1));
    if (at < 1 || !kind) return text;
    kinds[text.slice(0, at)] = kind;
  }
  return kinds;
}

export const PAYOUT_COMMANDS: readonly Command[] = [listCommand(PAYOUT), showCommand(PAYOUT), book];
