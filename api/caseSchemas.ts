import { z } from '@hono/zod-openapi';
import { CASE_KINDS, CASE_PRIORITIES, CASE_STATES, MESSAGE_DIRECTIONS } from '../core/cases/index.ts';

const Uuid = z.string().meta({ format: 'uuid' });
const At = z.string().meta({ format: 'date-time' });

export const CaseAnswerRow = z
  .object({ id: Uuid, number: z.string(), state: z.enum(CASE_STATES), version: z.int() })
  .openapi('CaseChanged', {
    example: { id: '0199a0b4-7c11-7d2a-8f3e-0a1b2c3d4e5f', number: 'K12', state: 'open', version: 1 },
  });

export const CaseRow = z
  .object({
    id: Uuid,
    number: z.string(),
    kind: z.enum(CASE_KINDS),
    subject: z.string(),
    state: z.enum(CASE_STATES),
    priority: z.enum(CASE_PRIORITIES),
    orderId: Uuid.nullable(),
    orderNumber: z.string().nullable(),
    returnId: Uuid.nullable(),
    connection: z.string().nullable().describe('The system whose case it is too.'),
    externalId: z.string().nullable(),
    answerDueAt: At,
    answeredAt: At.nullable(),
    solveDueAt: At,
    solvedAt: At.nullable(),
    version: z.int(),
    createdBy: z.string(),
    createdAt: At,
    updatedAt: At,
    messages: z
      .array(
        z.object({ id: Uuid, direction: z.enum(MESSAGE_DIRECTIONS), author: z.string(), text: z.string(), at: At }),
      )
      .optional()
      .describe('Of one case.'),
  })
  .openapi('Case');
