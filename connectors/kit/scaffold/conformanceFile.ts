import type { PullName } from '../connector.ts';
import { importOf } from './capabilityFiles.ts';
import { nameOf, type Plan, testingOf } from './plan.ts';
import { RECORDS } from './records.ts';
import { apiText, HOOK_SECRET, literal } from './simulatorFile.ts';
import { ASKS, WRITES } from './writes.ts';

/** What the connector shows of itself to be certified, on its own simulator. */
export function conformanceFile(plan: Plan): string {
  const pulls = plan.skills.filter((skill): skill is PullName => skill in RECORDS);
  const isSmall = pulls.length === 1 && plan.skills.length === 1;
  const writes = plan.skills.flatMap((skill) =>
    WRITES[skill as keyof typeof WRITES] ? [skill as keyof typeof WRITES] : [],
  );
  const asks = plan.skills.filter((skill): skill is keyof typeof ASKS => skill in ASKS);
  const isHook = plan.skills.includes('webhook');
  const parts = [
    `connector: ${nameOf(plan)}`,
    isSmall ? 'startSimulator: (options) => simulatorOf(API, options)' : 'startSimulator',
    `messages: { ${[...pulls.map((skill) => (isSmall ? smallMessage(skill) : messageText(skill))), ...(isHook ? [HOOK_MESSAGES] : [])].join(', ')} }${keptRawText(pulls, isHook)}`,
    ...extremesText(pulls, isHook),
    ...(pulls.length > 0 ? [`pulls: { ${pulls.map((skill) => `${skill}: { atLeast: 7 }`).join(', ')} }`] : []),
    ...(writes.length > 0 ? [`writes: {\n${writes.map(writeText).join('\n')}\n    }`] : []),
    ...(asks.length > 0
      ? [`asks: { ${asks.map((skill) => `${skill}: { query: () => (${ASKS[skill].query}) }`).join(', ')} }`]
      : []),
    ...(isHook ? [HOOK_SUBJECT] : []),
  ];
  const names = [
    'type ConformanceSubject',
    ...(isSmall ? ['rowsLike', 'simulatorOf'] : []),
    ...(isHook ? ['extremeOrders', 'receivedStandard', 'sampleDocument'] : []),
  ];
  const body = parts.map((part) => `    ${part},`).join('\n');
  return `${importOf(names, testingOf(plan))}
import { ${nameOf(plan)} } from './index.ts';
${isSmall ? smallApi(plan, pulls) : `import { startSimulator } from './simulator.ts';\n\n${recordText(pulls.filter((skill) => skill === 'pullOrders'))}`}${preamble(writes.length > 0, needsAddress(plan), needsOrder(plan), writes)}export const subjects: readonly ConformanceSubject[] = [
  {
${body}
  },
];
`;
}

/** The sample record of a pull, by the name that the rest refers to. */
const recordText = (pulls: readonly PullName[]): string =>
  pulls.map((skill) => `const ${recordName(skill)} = ${literal(RECORDS[skill].fixture)};\n`).join('');

const recordName = (skill: PullName): string => (skill === 'pullOrders' ? 'ORDER' : 'RECORD');

function smallApi(plan: Plan, pulls: readonly PullName[]): string {
  const [skill = 'pullStock'] = pulls;
  const api = apiText(plan).replace(literal(RECORDS[skill].fixture), recordName(skill));
  return `${recordText(pulls)}const API = ${api};\n`;
}

const smallMessage = (skill: PullName): string =>
  skill === 'pullOrders' ? messageText(skill) : `${RECORDS[skill].topic}: [RECORD]`;

const messageText = (skill: PullName): string => {
  const { topic, fixture } = RECORDS[skill];
  const more = topic === 'order' ? `, { ...ORDER, currency: 'JPY' }, { ...ORDER, currency: 'KWD' }` : '';
  return `${topic}: [${topic === 'order' ? 'ORDER' : literal(fixture)}${more}]`;
};

const writeText = (skill: keyof typeof WRITES): string => {
  const { sample, commit, count } = WRITES[skill] as NonNullable<(typeof WRITES)[typeof skill]>;
  const document = sample.startsWith('{') ? `(${sample})` : sample;
  return `      ${skill}: { document: (n) => ${document}, commits: ['${commit}'], count: ${count} },`;
};

const needsAddress = ({ skills }: Plan): boolean => skills.includes('buyLabel') || skills.includes('quoteRates');
const ORDER_WRITES: ReadonlySet<string> = new Set(['pushOrder', 'cancelOrder', 'acknowledgeOrder']);
const needsOrder = ({ skills }: Plan): boolean => skills.some((skill) => ORDER_WRITES.has(skill));

function preamble(hasWrites: boolean, hasAddress: boolean, hasOrder: boolean, writes: readonly string[]): string {
  const keyed = writes.some((skill) => WRITES[skill as keyof typeof WRITES]?.sets !== undefined);
  const parts = [
    ...(hasWrites
      ? [
          'type Held = { readonly created: Readonly<Record<string, Record<string, unknown>[]>>; readonly set: Readonly<Record<string, unknown>> };',
        ]
      : []),
    ...(keyed
      ? [
          "const keyOf = (document: unknown): string => {\n  const { sku, externalId } = document as { readonly sku?: string; readonly externalId?: string };\n  return sku ?? externalId ?? '';\n};",
        ]
      : []),
    ...(hasAddress
      ? [
          "const ADDRESS = { name: 'Jane Roe', line1: 'Street 1', city: 'Hamburg', postalCode: '20095', country: 'DE' };",
        ]
      : []),
    ...(hasOrder ? [ORDER] : []),
  ];
  return parts.length > 0 ? `${parts.join('\n')}\n\n` : '';
}

const ORDER = `const order = (n: number) => ({
  externalId: \`o-\${n}\`,
  number: \`A-\${n}\`,
  placedAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  currency: 'EUR',
  lines: [{ externalId: '1', sku: 'SKU-1', quantity: 2, unitPrice: '5.00', totalMinor: 1000 }],
  totals: { linesMinor: 1000, discountMinor: 0, shippingMinor: 0, taxMinor: 0, grandMinor: 1000 },
});`;

const PAYLOAD = "{ externalId: 'c-1', sku: 'SKU-1', title: 'Mug', updatedAt: '2026-01-01T00:00:00Z' }";
const HOOK_MESSAGES = ['order', 'product', 'customer', 'payment']
  .map((name) => `'${name}.changed': [{ type: '${name}.changed', data: sampleDocument('${name}') }]`)
  .join(', ');

/** Fields of the sample messages that no document has a place for, and why. */
function keptRawText(pulls: readonly PullName[], isHook: boolean): string {
  const reasons = [
    ...(pulls.includes('pullStock') ? ["{ at: '/id', why: 'the key of a level over there' }"] : []),
    ...(isHook ? ["{ at: '/type', why: 'the topic' }"] : []),
  ];
  return reasons.length > 0 ? `, keptRaw: [${reasons.join(', ')}]` : '';
}

/** Orders at the edges: five hundred lines, and currencies of no and of three decimals. */
function extremesText(pulls: readonly PullName[], isHook: boolean): readonly string[] {
  const parts = [
    ...(pulls.includes('pullOrders')
      ? ['order: [{ ...ORDER, lines: Array.from({ length: 500 }, (_, n) => ({ ...ORDER.lines[0], id: String(n) })) }]']
      : []),
    ...(isHook
      ? [
          "'order.changed': Object.values(extremeOrders(sampleDocument('order'))).map((data) => ({ type: 'order.changed', data }))",
        ]
      : []),
  ];
  return parts.length > 0 ? [`extremes: { ${parts.join(', ')} }`] : [];
}
const HOOK_SUBJECT = `webhook: {
      settings: { apiKey: 'simulated-key-5f1c', hookSecret: '${HOOK_SECRET}' },
      signatureHeader: 'webhook-signature',
      isTimed: true,
      request: ({ id, at, receivedAt, changedAt = '2026-01-01T00:00:00Z' }) =>
        receivedStandard('${HOOK_SECRET}', { id, at, receivedAt, body: { type: 'product.changed', data: { ...${PAYLOAD}, updatedAt: changedAt } } }),
    }`;
