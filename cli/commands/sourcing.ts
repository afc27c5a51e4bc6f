import type { SourcingRules } from '../../core/documents/index.ts';
import type { RulesVersion } from '../../core/ports/index.ts';
import { CHANNELS, TEMPERATURES } from '../../core/shared/sourcingTerms.ts';
import type { ExplainedDecision } from '../../core/usecases/explainSourcing.ts';
import { type Command, type CommandContext, defineCommand, EXIT, type ExitCode } from '../command.ts';
import { findRecord, unknown } from '../records.ts';
import { type Operations, withOperations } from '../withOperations.ts';
import { sourcingBacktest } from './sourcingBacktest.ts';

const ACTIONS = ['check', 'add', 'list', 'show', 'activate', 'deactivate', 'schema'] as const;

type Asked = {
  readonly target: string | undefined;
  readonly version: number | undefined;
  readonly channel: '*' | SourcingChannelOption;
};
type SourcingChannelOption = (typeof CHANNELS)[number];

const rules = defineCommand({
  noun: 'sourcing',
  verb: 'rules',
  summary: 'Check, keep and activate the rules by which locations are chosen',
  positionals: {
    action: { help: 'what to do', choices: ACTIONS },
    target: { help: 'FILE in JSON or YAML to check or add; NAME to show or activate', isOptional: true },
  },
  options: {
    version: { type: 'number', isInteger: true, min: 1, help: 'of NAME; the last by default' },
    channel: { type: 'string', choices: ['*', ...CHANNELS], default: '*', help: 'whose orders they decide; * for all' },
  },
  examples: [
    'crossdock sourcing rules check spring.yaml',
    'crossdock sourcing rules activate spring --channel online',
    'crossdock sourcing rules schema --json',
  ],
  async run(context, { action, ...asked }) {
    switch (action) {
      case 'schema':
        return schema(context);
      case 'check':
      case 'add':
        return onFile(context, action, asked.target);
      case 'list':
        return withOperations(context, (operations) => list(context, operations));
      case 'deactivate':
        return withOperations(context, (operations) => deactivate(context, operations, asked));
      default:
        if (asked.target === undefined) return missing(context, `sourcing rules ${action} NAME`);
        return withOperations(context, (operations) => onName(context, operations, action, asked));
    }
  },
});

async function schema(context: CommandContext): Promise<ExitCode> {
  const { sourcingRulesSchema } = await import('../../core/documents/index.ts');
  context.out.result(sourcingRulesSchema(), (value) => JSON.stringify(value, null, 2));
  return EXIT.done;
}

async function onFile(context: CommandContext, action: 'check' | 'add', file: string | undefined): Promise<ExitCode> {
  if (file === undefined) return missing(context, `sourcing rules ${action} FILE`);
  const { readRules } = await import('../../pipelines/sourcing/readRules.ts');
  const read = await readRules(file);
  if (!read.ok) {
    const next = 'crossdock sourcing rules schema prints what rules may say.';
    return context.fail(
      read.error.map(({ at, message }) => ({ code: 'invalid-rules', message: `${at}: ${message}`, next })),
      EXIT.refused,
    );
  }
  const { document } = read.value;
  if (action === 'check') {
    context.out.result(
      summaryOf(document),
      ({ name, method, locations }) => `${name} is well: ${method}, ${locations} locations.`,
    );
    return EXIT.done;
  }
  return withOperations(context, async ({ sourcing, actor }) => {
    const added = await sourcing.add(document, actor);
    context.out.result(added, ({ name, version }) => `${name} is kept as version ${version}.`);
    return EXIT.done;
  });
}

const summaryOf = ({ name, method, locations, fallback }: SourcingRules) => ({
  name,
  method,
  locations: Object.keys(locations).length,
  fallbacks: fallback.length,
});

async function list(context: CommandContext, { sourcing }: Operations): Promise<ExitCode> {
  context.out.result({ items: await sourcing.list() }, ({ items }) => versionsTable(context, items));
  return EXIT.done;
}

const versionsTable = (context: CommandContext, items: readonly RulesVersion[]): string =>
  context.out.table(items, [
    { title: 'NAME', value: ({ name }) => name },
    { title: 'VERSION', value: ({ version }) => version, align: 'right' },
    { title: 'METHOD', value: ({ method }) => method },
    { title: 'ACTIVE FOR', value: ({ activeFor }) => activeFor.join(' ') },
    { title: 'ADDED', value: ({ createdAt }) => createdAt },
    { title: 'BY', value: ({ createdBy }) => createdBy },
  ]);

async function onName(
  context: CommandContext,
  { sourcing, actor }: Operations,
  action: 'show' | 'activate',
  { target: name = '', version, channel }: Asked,
): Promise<ExitCode> {
  const found = await sourcing.show(name, version ?? null);
  if (!found) {
    const message = `There are no rules ${version === undefined ? name : `${name}@${version}`}.`;
    return context.fail({ code: 'unknown-rules', message, next: 'See crossdock sourcing rules list.' }, EXIT.refused);
  }
  if (action === 'show') {
    context.out.result(found, ({ document }) => JSON.stringify(document, null, 2));
    return EXIT.done;
  }
  await sourcing.activate(name, found.version, channel, actor);
  const active = { name, version: found.version, channel };
  context.out.result(active, () => `${name}@${found.version} decides for ${whom(channel)}.`);
  return EXIT.done;
}

async function deactivate(
  context: CommandContext,
  { sourcing, actor }: Operations,
  { channel }: Asked,
): Promise<ExitCode> {
  if (await sourcing.deactivate(channel, actor)) {
    context.out.result({ channel }, () => `No rules of its own decide for ${whom(channel)} any more.`);
    return EXIT.done;
  }
  const message = `No rules are active for ${whom(channel)}.`;
  return context.fail({ code: 'nothing-active', message, next: 'See crossdock sourcing rules list.' }, EXIT.refused);
}

const whom = (channel: string): string => (channel === '*' ? 'all channels' : `the channel ${channel}`);

function missing(context: CommandContext, usage: string): ExitCode {
  const next = 'See crossdock sourcing rules --help.';
  return context.fail({ code: 'usage', message: `Usage: crossdock ${usage}`, next }, EXIT.usage);
}

const explain = defineCommand({
  noun: 'sourcing',
  verb: 'explain',
  summary: 'Say why the units of an order come from where they do',
  positionals: { order: { help: 'id, reference, number or externalId' } },
  examples: ['crossdock sourcing explain 1001'],
  run: (context, { order }) =>
    withOperations(context, async (operations) => {
      const record = { source: 'orders', names: ['reference', 'number', 'externalId'] } as const;
      const row = await findRecord(operations, record, order);
      if (!row) return context.fail(unknown('order', order), EXIT.refused);
      const { explainDecision } = await import('../../core/usecases/explainSourcing.ts');
      const orderId = String(row['id']);
      const decisions = ((await operations.sourcing.decisions(orderId)) ?? []).map(explainDecision);
      context.out.result({ orderId, decisions }, () =>
        decisions.length === 0
          ? 'Nothing was sourced yet.'
          : decisions.map((one) => decisionText(context, one)).join('\n\n'),
      );
      return EXIT.done;
    }),
});

function decisionText(context: CommandContext, decision: ExplainedDecision): string {
  const { at, rules: by, reason, stage, costMinor, together, locations } = decision;
  const step = stage > 0 ? `, fallback ${stage}` : '';
  const cost = costMinor === null ? '' : `, cost ${costMinor} minor`;
  const others = together > 1 ? `, with ${together - 1} other orders` : '';
  const table = context.out.table(locations, [
    { title: 'LOCATION', value: ({ location }) => location },
    { title: 'OUTCOME', value: ({ outcome }) => outcome },
    { title: 'WHY', value: ({ text }) => text },
  ]);
  return `${at}  ${reason} by ${by}${step}${cost}${others}\n${table}`;
}

const goods = defineCommand({
  noun: 'sourcing',
  verb: 'goods',
  summary: 'Say what rules may ask about a product',
  positionals: { sku: { help: 'product' } },
  options: {
    hazardous: { type: 'boolean', help: 'it is hazardous; left out, it is not' },
    temperature: { type: 'string', choices: TEMPERATURES, default: 'ambient', help: 'temperature class' },
  },
  examples: ['crossdock sourcing goods PAINT-5L --hazardous'],
  run: (context, { sku, hazardous, temperature }) =>
    withOperations(context, async ({ sourcing, actor }) => {
      const described = { isHazardous: hazardous === true, temperature };
      if (!(await sourcing.describeGoods(sku, described, actor))) {
        const next = 'See crossdock product list.';
        return context.fail({ code: 'unknown-sku', message: `There is no product ${sku}.`, next }, EXIT.refused);
      }
      context.out.result(
        { sku, ...described },
        () => `${sku}: ${hazardous ? 'hazardous' : 'not hazardous'}, ${temperature}.`,
      );
      return EXIT.done;
    }),
});

export const SOURCING_COMMANDS: readonly Command[] = [rules, explain, goods, sourcingBacktest];
