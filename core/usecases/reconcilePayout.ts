import { type PayoutLine, type ReconciledPayout, reconcilePayout } from '../payment/index.ts';
import type { Instant } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { Batch, NOTHING_LOADED } from './batch.ts';
import type { OrderRefusal } from './changeOrder.ts';
import type { Environment } from './operateStock.ts';

/** What a provider paid out, as its file says. Amounts are in minor units of `currency`. */
export type PayoutStated = {
  readonly provider: string;
  /** The provider's own key of the payout. */
  readonly reference: string;
  readonly currency: string;
  readonly statedMinor: number;
  readonly paidAt: Instant;
  readonly lines: readonly PayoutLine[];
};

/** How many lines have which finding, and what is not as the ledger has it. */
export type PayoutReport = Pick<ReconciledPayout, 'summedMinor' | 'differenceMinor'> & {
  readonly id: string;
  readonly findings: Readonly<Record<string, number>>;
  readonly open: ReconciledPayout['lines'];
};

/** Holds a payout against the ledger and keeps it. The same payout again is refused: its lines have been counted. */
export function bookPayout(
  stated: PayoutStated,
  by: string,
  { unitOfWork, ids, now }: Environment,
): Promise<Result<PayoutReport, OrderRefusal>> {
  return unitOfWork.transaction(async (tx) => {
    const { provider, reference, lines } = stated;
    const keys = [...new Set(lines.map(({ externalId }) => externalId))];
    const reconciled = reconcilePayout(stated, await tx.payoutEntries(provider, keys));
    const id = ids.next();
    if (!(await tx.savePayout({ ...stated, ...reconciled, id, by }))) {
      const message = `payout ${reference} of ${provider} was booked before`;
      return err({ code: 'already-booked', message });
    }
    const report = reportOf(id, reconciled);
    if (report.open.length > 0 || report.differenceMinor !== 0) {
      const batch = new Batch(NOTHING_LOADED, ids, now());
      const detail = { differenceMinor: report.differenceMinor, lines: report.open.length, currency: stated.currency };
      batch.notices.push({ kind: 'payout-difference', subject: `payout/${provider}/${reference}`, detail });
      await tx.save(batch.changes());
    }
    return ok(report);
  });
}

const SETTLED: ReadonlySet<string> = new Set(['matched', 'no-movement']);

function reportOf(id: string, { lines, summedMinor, differenceMinor }: ReconciledPayout): PayoutReport {
  const findings: Record<string, number> = {};
  for (const { finding } of lines) findings[finding] = (findings[finding] ?? 0) + 1;
  return { id, summedMinor, differenceMinor, findings, open: lines.filter(({ finding }) => !SETTLED.has(finding)) };
}
