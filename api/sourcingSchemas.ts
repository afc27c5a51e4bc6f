import { z } from '@hono/zod-openapi';
import { SourcingRules } from '../core/documents/index.ts';
import { REASONS, type ReasonCode } from '../core/sourcing/index.ts';

const At = z.string().meta({ format: 'date-time' });

/** What the sourcing operations answer. */
export const RulesVersionRow = z
  .object({
    name: z.string(),
    version: z.int(),
    method: z.enum(['priority', 'greedy', 'exact']),
    createdAt: At,
    createdBy: z.string(),
    activeFor: z.array(z.string()).describe('The channels for which this version decides; `*` for all others.'),
  })
  .openapi('SourcingRulesVersion', {
    example: {
      name: 'spring',
      version: 3,
      method: 'exact',
      createdAt: '2026-03-01T09:00:00.000Z',
      createdBy: 'planner',
      activeFor: ['online'],
    },
  });
export const RulesList = z.object({ items: z.array(RulesVersionRow) });
export const RulesDocument = RulesVersionRow.extend({ document: SourcingRules }).openapi('SourcingRulesDocument');

const codes = Object.keys(REASONS) as [ReasonCode, ...ReasonCode[]];
const LocationVerdict = z
  .object({
    location: z.string().describe('Its code.'),
    outcome: z.enum(['won', 'lost']),
    reason: z.enum(codes),
    figure: z.number().describe('What the reason says: units, kilometres, minor units, minutes, a limit.'),
    text: z.string(),
  })
  .openapi('LocationVerdict', {
    example: { location: 'munich', outcome: 'lost', reason: 'too-far', figure: 612, text: 'is too far, in km: 612' },
  });

export const OrderSourcing = z
  .object({
    orderId: z.string(),
    decisions: z.array(
      z.object({
        version: z.int().describe('The version of the order at which it was decided.'),
        at: At,
        rules: z.string().describe('The rules as name@version, or `default`.'),
        reason: z.string(),
        stage: z.int().describe('0 for the rules as they stand, then the number of the fallback.'),
        costMinor: z.number().nullable(),
        together: z.int().describe('Orders that were planned together, this one included.'),
        locations: z.array(LocationVerdict),
      }),
    ),
  })
  .openapi('OrderSourcing');
