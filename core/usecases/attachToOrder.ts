import { checkAttachment } from '../order/index.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type Changed, changeOrder, type OrderRefusal, type OrderTarget, refusalOf } from './changeOrder.ts';
import type { Environment } from './operateStock.ts';

export type NewAttachment = { readonly name: string; readonly contentType: string; readonly content: Uint8Array };
export type Attached = Changed & { readonly attachment: string };

/** Puts a file beside an order; its content is checked against its type and size. */
export async function attachToOrder(
  target: OrderTarget,
  { name, contentType, content }: NewAttachment,
  environment: Environment,
): Promise<Result<Attached, OrderRefusal>> {
  const checked = checkAttachment(contentType, content);
  if (!checked.ok) return checked;
  const attachment = environment.ids.next();
  const done = await changeOrder(target, environment, async ({ tx, batch, stored }) => {
    const fact = { id: attachment, name, contentType, bytes: content.length };
    const decided = batch.decide(target.id, { type: 'Attach', at: batch.now, attachment: fact }, null);
    if (!decided.ok) return err(refusalOf(decided.error, stored));
    await tx.addAttachment(target.id, fact, content);
    return ok(undefined);
  });
  return done.ok ? ok({ ...done.value, attachment }) : done;
}

/** Takes a file off an order; that it was there stays in the history. */
export function detachFromOrder(
  target: OrderTarget,
  attachment: string,
  environment: Environment,
): Promise<Result<Changed, OrderRefusal>> {
  return changeOrder(target, environment, async ({ tx, batch, stored }) => {
    const name = await tx.removeAttachment(target.id, attachment);
    if (name === null) return err({ code: 'unknown-attachment', message: `there is no attachment ${attachment}` });
    const decided = batch.decide(
      target.id,
      { type: 'Detach', at: batch.now, attachment: { id: attachment, name } },
      null,
    );
    return decided.ok ? ok(undefined) : err(refusalOf(decided.error, stored));
  });
}
