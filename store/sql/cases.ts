import type pg from 'pg';
import type { CaseProgress } from '../../core/cases/index.ts';
import type { CaseTransaction, NewCase, NewMessage, StoredCase } from '../../core/ports/index.ts';
import { type Instant, isUuid } from '../../core/shared/ids.ts';
import type { Executor } from '../database.ts';
import { instantFrom } from '../instant.ts';

/** The side of a transaction that deals with cases, on its client. */
export function caseTransaction(db: Executor): CaseTransaction {
  return {
    addCase: (row) => addCase(db, row),
    case: (id) => loadCase(db, id),
    saveCase: (id, progress) => saveCase(db, id, progress),
    addMessage: (message) => addMessage(db, message),
    linkCase: (id, connection, externalId) => linkCase(db, id, connection, externalId),
  };
}

async function addCase(db: Executor, row: NewCase): Promise<StoredCase> {
  const { id, kind, subject, priority, order, rma, answerDueAt, solveDueAt, createdAt, by } = row;
  const { rows } = await db.query<{ number: string }>({
    name: 'insert-case',
    text: `insert into service_case (id, number, kind, subject, state, priority, order_id, rma_id, answer_due_at, solve_due_at,
                                     created_by, created_at)
           values ($1, 'K' || nextval('case_number'), $2, $3, 'open', $4, $5, $6, $7, $8, $9, $10) returning number`,
    values: [id, kind, subject, priority, order, rma, answerDueAt, solveDueAt, by, createdAt],
  });
  return { id, number: rows[0]?.number ?? '', version: 1, state: 'open', answeredAt: null, solvedAt: null };
}

async function loadCase(db: Executor, id: string): Promise<StoredCase | null> {
  if (!isUuid(id)) return null;
  type Row = Pick<StoredCase, 'id' | 'number' | 'version' | 'state'> & {
    readonly answered_at: string | null;
    readonly solved_at: string | null;
  };
  const { rows } = await db.query<Row>({
    name: 'lock-case',
    text: 'select id, number, version, state, answered_at, solved_at from service_case where id = $1 for update',
    values: [id],
  });
  const [row] = rows;
  if (!row) return null;
  const { answered_at, solved_at, ...head } = row;
  const at = (text: string | null): Instant | null => (text === null ? null : instantFrom(text));
  return { ...head, answeredAt: at(answered_at), solvedAt: at(solved_at) };
}

async function saveCase(db: Executor, id: string, { state, answeredAt, solvedAt }: CaseProgress): Promise<void> {
  await db.query({
    name: 'save-case',
    text: `update service_case set state = $2, answered_at = $3, solved_at = $4, version = version + 1,
                                   updated_at = clock_timestamp() where id = $1`,
    values: [id, state, answeredAt, solvedAt],
  });
}

async function addMessage(db: Executor, message: NewMessage): Promise<void> {
  const { id, direction, author, text, at } = message;
  await db.query({
    name: 'insert-case-message',
    text: 'insert into case_message (id, case_id, direction, author, text, at) values ($1, $2, $3, $4, $5, $6)',
    values: [id, message.case, direction, author, text, at],
  });
}

async function linkCase(db: Executor, id: string, connection: string, externalId: string): Promise<boolean | null> {
  const named = `select id from connection where name = $1 and state <> 'removed'`;
  const { rows } = await db.query<{ id: string }>({ name: 'connection-named', text: named, values: [connection] });
  const [found] = rows;
  if (!found) return null;
  const { rowCount } = await db.query({
    name: 'link-case',
    text: `update service_case set connection_id = $2, external_id = $3, version = version + 1,
                                   updated_at = clock_timestamp()
           where id = $1 and not exists (
             select from service_case where connection_id = $2 and external_id = $3 and id <> $1)`,
    values: [id, found.id, externalId],
  });
  return rowCount === 1;
}

/** Raises a notice for each case whose answer or solution is overdue, once; answers how many. */
export async function watchCases(pool: pg.Pool, now: Instant): Promise<number> {
  const { rowCount } = await pool.query({ name: 'overdue-cases', text: OVERDUE, values: [now] });
  return rowCount ?? 0;
}

const OVERDUE = `
  insert into notice (kind, subject, detail)
  select 'case-overdue', 'case/' || c.number || case when c.answered_at is null then '/answer' else '/solution' end,
         jsonb_build_object('subject', c.subject, 'priority', c.priority)
  from service_case c
  where c.solved_at is null and least(c.answer_due_at, c.solve_due_at) < $1
    and case when c.answered_at is null then c.answer_due_at else c.solve_due_at end < $1
    and not exists (select from notice n where n.kind = 'case-overdue' and n.subject =
                    'case/' || c.number || case when c.answered_at is null then '/answer' else '/solution' end)
  on conflict (kind, subject) where settled_at is null do nothing`;
