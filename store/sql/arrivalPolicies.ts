import type { ArrivalPolicies, ArrivalPolicy, ArrivalPolicyRow, PolicyChannel } from '../../core/ports/index.ts';
import type { Audited } from '../audited.ts';
import type { Executor } from '../database.ts';
import { instantFrom } from '../instant.ts';

/** How orders are checked when they arrive, by channel. */
export async function arrivalPolicies(db: Executor): Promise<ArrivalPolicies> {
  const { rows } = await db.query<ArrivalPolicy & { readonly channel: PolicyChannel }>({
    name: 'arrival-policies',
    text: 'select channel, mode, holds from validation_policy',
  });
  return new Map(rows.map(({ channel, ...policy }) => [channel, policy]));
}

/** The policies as people set them. */
export async function listArrivalPolicies(db: Executor): Promise<readonly ArrivalPolicyRow[]> {
  type Row = Omit<ArrivalPolicyRow, 'updatedAt'> & { readonly updated_at: string };
  const { rows } = await db.query<Row>({
    name: 'list-arrival-policies',
    text: `select channel, mode, holds, set_by as "setBy", updated_at from validation_policy order by channel`,
  });
  return rows.map(({ updated_at, ...row }) => ({ ...row, updatedAt: instantFrom(updated_at) }));
}

/** Sets the policy of a channel; null takes it away. */
export function setArrivalPolicy(
  audited: Audited,
  channel: PolicyChannel,
  policy: ArrivalPolicy | null,
  actor: string,
): Promise<boolean> {
  const subject = `channel/${channel}`;
  if (!policy)
    return audited('delete from validation_policy where channel = $1', [channel], actor, 'validation.off', subject);
  const text = `
    insert into validation_policy (channel, mode, holds, set_by) values ($1, $2, $3::jsonb, $4)
    on conflict (channel) do update
    set mode = excluded.mode, holds = excluded.holds, set_by = excluded.set_by, updated_at = clock_timestamp()`;
  return audited(text, [channel, policy.mode, JSON.stringify(policy.holds), actor], actor, 'validation.set', subject);
}
