import type { Problem } from '../../boot/problem.ts';
import type { ShippingRules } from '../../core/documents/index.ts';
import { type CurrencyCode, formatMinor } from '../../core/shared/money.ts';
import type { Result } from '../../core/shared/result.ts';
import type { ShoppedRates } from '../../core/usecases/shopRates.ts';
import { type Command, type CommandContext, defineCommand, EXIT } from '../command.ts';
import { badFields } from '../refused.ts';
import { withOperations } from '../withOperations.ts';

const CHOICES = ['cheapest', 'fastest', 'promise'] as const;

const shop = defineCommand({
  noun: 'rates',
  verb: 'shop',
  summary: 'Ask all carriers what a shipment costs; says which did not answer',
  options: {
    order: { type: 'string', help: 'an order that leaves as one: id, number or reference' },
    fulfillmentOrder: { type: 'string', help: 'a fulfillment order: id or number' },
    input: { type: 'string', help: 'a JSON file with from, to and parcels, or - for stdin' },
    location: { type: 'string', help: 'where a shipment from a file leaves, for the rules' },
    choose: { type: 'string', choices: CHOICES, help: 'how the best is chosen (default: as the rules say)' },
    by: { type: 'string', help: 'when it must be there, such as 2026-12-24T12:00:00Z' },
    deadline: { type: 'number', isInteger: true, min: 100, help: 'milliseconds for carriers to answer (4000)' },
  },
  examples: ['crossdock rates shop --order 1001', 'crossdock rates shop --input query.json --choose cheapest'],
  async run(context, { order, fulfillmentOrder, input, location, choose, by: promisedBy, deadline }) {
    const { RateRequest, wishOf } = await import('../../api/routes/rateOperations.ts');
    const shipment = await inputOf(input);
    if (!shipment.ok) return context.fail(shipment.error, EXIT.usage);
    const parsed = RateRequest.safeParse({
      ...{ order, fulfillmentOrder, shipment: shipment.value, location, choose, promisedBy, deadlineMs: deadline },
    });
    if (!parsed.success) return context.fail(badFields(parsed.error), EXIT.usage);
    return withOperations(context, async ({ rates }) => {
      const shopped = await rates.shop(wishOf(parsed.data));
      if (!shopped.ok) return context.fail({ ...shopped.error, next: 'See crossdock order list.' }, EXIT.refused);
      context.out.result(shopped.value, (answer) => tables(context, answer));
      return shopped.value.missing.length > 0 ? EXIT.attention : EXIT.done;
    });
  },
});

function tables({ out }: CommandContext, { best, offers, missing }: ShoppedRates): string {
  const prices = out.table(offers, [
    { title: '', value: (offer) => (offer === offers[0] && best ? '*' : '') },
    { title: 'CARRIER', value: ({ connection }) => connection },
    { title: 'SERVICE', value: ({ service, title }) => `${service} ${title}` },
    {
      title: 'PRICE',
      value: ({ chargeMinor, currency }) => formatMinor(chargeMinor, currency as CurrencyCode),
      align: 'right',
    },
    { title: '', value: ({ currency }) => currency },
    { title: 'DAYS', value: ({ transitDays }) => transitDays ?? '', align: 'right' },
    { title: 'BY', value: ({ deliverBy }) => deliverBy ?? '' },
    { title: 'PROMISE', value: ({ keepsPromise }) => keepsPromise },
    { title: 'NOT TAKEN', value: ({ notTaken }) => notTaken ?? '' },
  ]);
  const said = missing.map(({ connection, reason, fault }) => `${connection} is missing, ${reason}: ${fault.message}`);
  return [prices, ...said].join('\n');
}

async function inputOf(file: string | undefined): Promise<Result<unknown, Problem>> {
  if (file === undefined) return { ok: true, value: undefined };
  const { readInput } = await import('../readInput.ts');
  return readInput(file);
}

const rules = defineCommand({
  noun: 'rates',
  verb: 'rules',
  summary: 'Show the rules by which the offers of carriers are compared',
  run: (context) =>
    withOperations(context, async ({ rates }) => {
      context.out.result(await rates.rules(), (value) => JSON.stringify(value, null, 2));
      return EXIT.done;
    }),
});

const publish = defineCommand({
  noun: 'rates',
  verb: 'publish',
  summary: 'Put a new version of these rules in force',
  options: { input: { type: 'string', isRequired: true, help: 'a JSON file, or - for stdin' } },
  examples: ['crossdock rates publish --input shipping-rules.json'],
  async run(context, { input }) {
    const { ShippingRules: schema } = await import('../../core/documents/index.ts');
    const given = await inputOf(input);
    if (!given.ok) return context.fail(given.error, EXIT.usage);
    const parsed = schema.safeParse(given.value);
    if (!parsed.success) return context.fail(badFields(parsed.error), EXIT.usage);
    const body: ShippingRules = parsed.data;
    return withOperations(context, async ({ rates, actor }) => {
      const version = await rates.publishRules(body, actor);
      context.out.result({ version }, () => `version ${version} is in force`);
      return EXIT.done;
    });
  },
});

export const RATE_COMMANDS: readonly Command[] = [shop, rules, publish];
