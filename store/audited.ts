import type pg from 'pg';

/** Whether a text can be the number of a row. */
export const isId = (id: string): boolean => /^\d{1,18}$/.test(id);

/** Changes on a pool, each with its audit entry. */
export const auditedOn =
  (pool: pg.Pool): Audited =>
  (text, values, actor, action, subject) =>
    changeAudited(pool, { text, values, actor, action, subject });

/** Runs a change with its audit entry; false when it changed nothing. */
export type Audited = (
  text: string,
  values: unknown[],
  actor: string,
  action: string,
  subject: string,
) => Promise<boolean>;

type AuditedChange = {
  readonly text: string;
  readonly values: unknown[];
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
};

/** The change and its audit entry in one statement: both or none. */
export async function changeAudited(
  pool: pg.Pool,
  { text, values, actor, action, subject }: AuditedChange,
): Promise<boolean> {
  const at = values.length;
  const { rowCount } = await pool.query({
    text: `
      with changed as (${text} returning 1)
      insert into audit_entry (actor, action, subject)
      select $${at + 1}, $${at + 2}, $${at + 3} where exists (select from changed)`,
    values: [...values, actor, action, subject],
  });
  return rowCount === 1;
}
