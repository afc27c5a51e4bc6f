import type { Attachment } from '../../core/order/index.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import { isUuid } from '../../core/shared/ids.ts';
import type { Executor } from '../database.ts';

/** Stores the content of an attachment. */
export async function addAttachment(
  db: Executor,
  order: OrderId,
  { id, name, contentType }: Attachment,
  content: Uint8Array,
): Promise<void> {
  await db.query({
    name: 'add-attachment',
    text: 'insert into order_attachment (id, order_id, name, content_type, content) values ($1, $2, $3, $4, $5)',
    values: [id, order, name, contentType, Buffer.from(content)],
  });
}

/** Marks an attachment as removed and answers its name; null when the order has none of that id. */
export async function removeAttachment(db: Executor, order: OrderId, id: string): Promise<string | null> {
  if (!isUuid(id)) return null;
  const { rows } = await db.query<{ name: string }>({
    name: 'remove-attachment',
    text: `update order_attachment set removed_at = clock_timestamp()
           where order_id = $1 and id = $2 and removed_at is null returning name`,
    values: [order, id],
  });
  return rows[0]?.name ?? null;
}

export type AttachmentContent = {
  readonly name: string;
  readonly contentType: string;
  readonly content: Uint8Array;
};

/** An attachment with its content; null when it is not there any more. */
export async function attachmentOf(db: Executor, order: string, id: string): Promise<AttachmentContent | null> {
  if (!isUuid(id) || !isUuid(order)) return null;
  const { rows } = await db.query<AttachmentContent>({
    name: 'attachment',
    text: `select name, content_type as "contentType", content from order_attachment
           where order_id = $1 and id = $2 and removed_at is null`,
    values: [order, id],
  });
  return rows[0] ?? null;
}
