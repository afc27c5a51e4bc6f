import { z } from 'zod';
import { DOCUMENTS, type DocumentName } from '../../../core/documents/index.ts';

const ExpressionText = z.string().min(1).max(2000);

/**
 * One rule: at a place of a document (`/lines/*` + `/sku`), where `when` holds, the value becomes what `to` says, or what
 * the table `codes` says, or is dropped.
 */
const Rule = z
  .object({
    document: z.enum(Object.keys(DOCUMENTS) as [DocumentName, ...DocumentName[]]),
    direction: z.enum(['in', 'out']).default('in').describe('in: on its way into the hub; out: to the system.'),
    at: z.string().regex(/^(\/[\w*-]+)+$/, 'a JSON pointer; * stands for every element of a list'),
    when: ExpressionText.optional().describe('CEL over doc, item and value.'),
    to: ExpressionText.optional().describe('CEL over doc, item and value.'),
    codes: z.record(z.string().max(300), z.string().max(300)).optional(),
    unlisted: z.enum(['keep', 'refuse']).default('keep').describe('What becomes of a code that is not in the table.'),
    drop: z.literal(true).optional(),
  })
  .strict()
  .refine(
    ({ to, codes, drop }) => [to, codes, drop].filter((way) => way !== undefined).length === 1,
    'one of to, codes and drop',
  );
export const MappingBody = z.object({ rules: z.array(Rule).max(1000) }).strict();
export type MappingBody = z.input<typeof MappingBody>;
export type Rule = z.infer<typeof Rule>;
