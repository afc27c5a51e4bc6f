import type { PayoutEntry } from '../../core/payment/index.ts';
import type { PayoutTransaction, StoredPayout } from '../../core/ports/index.ts';
import { column, type Executor } from '../database.ts';

/** The side of a transaction that deals with payouts, on its client. */
export function payoutTransaction(db: Executor): PayoutTransaction {
  return {
    payoutEntries: (provider, keys) => payoutEntries(db, provider, keys),
    savePayout: (payout) => savePayout(db, payout),
  };
}

async function payoutEntries(db: Executor, provider: string, keys: readonly string[]): Promise<readonly PayoutEntry[]> {
  const { rows } = await db.query<Omit<PayoutEntry, 'amountMinor'> & { readonly amount: string }>({
    name: 'payout-entries',
    text: `
      select e.id, e.external_id as "externalId", e.kind, e.status, e.amount_minor as amount, l.currency,
             exists (select from payout_line p where p.entry_id = e.id and p.finding <> 'paid-twice') as "isPaidOut"
      from payment_entry e join payment_ledger l on l.order_id = e.order_id
      where e.provider = $1 and e.external_id = any($2::text[])
      order by e.id for update of e`,
    values: [provider, column(keys, (key) => key)],
  });
  return rows.map(({ amount, ...row }) => ({ ...row, amountMinor: Number(amount) }));
}

async function savePayout(db: Executor, payout: StoredPayout): Promise<boolean> {
  const { id, provider, reference, currency, statedMinor, paidAt, by, lines } = payout;
  const { rowCount } = await db.query({
    name: 'insert-payout',
    text: `insert into payout (id, provider, reference, currency, stated_minor, paid_at, created_by)
           values ($1, $2, $3, $4, $5, $6, $7) on conflict (provider, reference) do nothing`,
    values: [id, provider, reference, currency, statedMinor, paidAt, by],
  });
  if (rowCount !== 1) return false;
  await db.query({
    name: 'insert-payout-lines',
    text: `
      insert into payout_line (payout_id, position, external_id, kind, amount_minor, fee_minor, entry_id, finding, ledger_minor)
      select $1, position, external_id, kind, amount_minor, fee_minor, entry_id, finding, ledger_minor
      from unnest($2::integer[], $3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::uuid[], $8::text[], $9::bigint[])
        as row (position, external_id, kind, amount_minor, fee_minor, entry_id, finding, ledger_minor)`,
    values: [
      id,
      column([...lines.keys()], (position) => position),
      column(lines, (line) => line.externalId),
      column(lines, (line) => line.kind),
      column(lines, (line) => line.amountMinor),
      column(lines, (line) => line.feeMinor),
      column(lines, (line) => line.entry),
      column(lines, (line) => line.finding),
      column(lines, (line) => line.ledgerMinor),
    ],
  });
  return true;
}
