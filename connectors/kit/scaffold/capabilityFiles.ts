import type { PullName } from '../connector.ts';
import { kitOf, type Plan, type Skill } from './plan.ts';
import { RECORDS } from './records.ts';
import { ASKS, WRITES } from './writes.ts';

/** An import of the kit with its names in order. */
export const importOf = (names: readonly string[], from: string): string =>
  `import { ${[...new Set(names)].toSorted((a, b) => bare(a).localeCompare(bare(b), 'en')).join(', ')} } from '${from}';`;

const bare = (name: string): string => name.replace(/^type /, '');

/** The file of one capability: what is read, written or asked, with the vendor's shape in one place. */
export function capabilityFile(plan: Plan, skill: Skill): string {
  if (skill === 'webhook') return webhookFile(plan);
  if (skill in RECORDS) return pullFile(plan, skill as PullName);
  const write = WRITES[skill as keyof typeof WRITES];
  return write ? writeFile(plan, skill, write) : askFile(plan, skill as keyof typeof ASKS);
}

function pullFile(plan: Plan, skill: PullName): string {
  const { topic, wire, candidate, uses = [] } = RECORDS[skill];
  const names = [
    'type ApiClient',
    'changedAt',
    'declaredPull',
    'decodes',
    'identifiedBy',
    'type Pull',
    'sinceParam',
    'type Topic',
    ...uses,
  ];
  return `${importOf([...names, 'type TimeFormat', 'z'], kitOf(plan))}

const TIME: TimeFormat = { form: 'rfc3339' };

/** The part of the vendor's record that is used. */
export const Wire = ${wire};

/** The canonical ${topic} of a record. */
export const ${topic}Topic: Topic = decodes('${topic}', Wire, (r) => ${candidate});

${pullText(skill)}
`;
}

/** The declaration of a pull, exported under its own name. */
function pullText(skill: PullName): string {
  return `export const ${skill}: Pull<ApiClient> = ${pullDeclaration(skill)};`;
}

/** A pull by the cursor of the time of change, pages by cursor. */
export function pullDeclaration(skill: PullName, kit = ''): string {
  const { topic, path } = RECORDS[skill];
  return `${kit}declaredPull<${kit}ApiClient>({
  topic: '${topic}',
  cursor: ${kit}changedAt('updated_at'),
  time: TIME,
  paging: { kind: 'cursor', next: 'next', param: 'cursor' },
  items: 'data',
  request: (since) => ({ method: 'GET', url: '${path}', query: ${kit}sinceParam('updated_since', TIME, since) }),
  identify: ${kit}identifiedBy('${topic}', 'id', 'updated_at'),
})`;
}

function writeFile(plan: Plan, skill: string, write: NonNullable<(typeof WRITES)[keyof typeof WRITES]>): string {
  const { documentType, receiptType = 'RemoteRef', encode, request, receipt, duplicates, uses } = write;
  const names = [
    'type ApiClient',
    'declaredWrite',
    'type Write',
    `type ${documentType}`,
    `type ${receiptType}`,
    ...uses,
  ];
  return `${importOf(names, kitOf(plan))}

export const ${skill}: Write<ApiClient, ${documentType}, ${receiptType}> = declaredWrite({
  encode: ${encode},
  request: ${request},
  receipt: ${receipt},
  duplicates: ${duplicates},
});
`;
}

function askFile(plan: Plan, skill: keyof typeof ASKS): string {
  const { queryType, answerType, path, answer, uses } = ASKS[skill];
  const types = [queryType, answerType].flatMap((type) => /\b[A-Z]\w+/.exec(type)?.[0] ?? []);
  const names = [
    'type ApiClient',
    'type Ask',
    'declaredAsk',
    'ok',
    ...uses,
    ...types.map((type) => `type ${type}`),
    ...(answer.includes('z.') ? ['z'] : []),
  ];
  return `${importOf(names, kitOf(plan))}

export const ${skill}: Ask<ApiClient, ${queryType}, ${answerType}> = declaredAsk({
  request: (query) => ok({ method: 'POST', url: '${path}', body: query }),
  answer: ${answer},
});
`;
}

function webhookFile(plan: Plan): string {
  const names = ['decodes', 'err', 'ok', 'permanent', 'type Topic', 'verifyStandard', 'type WebhookAdapter', 'z'];
  return `${importOf(names, kitOf(plan))}
import type { Settings } from './settings.ts';

const Event = z.object({ type: z.string().max(100), data: z.object({ externalId: z.string() }).loose() });

const canonical = (name: 'order' | 'product' | 'customer' | 'payment'): Topic => decodes(name, Event, ({ data }) => data);

/** What the vendor tells by itself, until its own shapes are put in: canonical documents. */
export const hookTopics = {
  'order.changed': canonical('order'),
  'product.changed': canonical('product'),
  'customer.changed': canonical('customer'),
  'payment.changed': canonical('payment'),
} satisfies Readonly<Record<string, Topic>>;

export const webhook: WebhookAdapter<Settings> = {
  verify: (request, { hookSecret }) => verifyStandard(request, hookSecret),
  identify(request) {
    const event = Event.safeParse(parsed(request.body));
    if (!event.success) return err(permanent('no-event', 'the body is {"type", "data"}'));
    const { type, data } = event.data;
    const messageId = request.headers.get('webhook-id') ?? '';
    return ok({ messageId, topic: type, subject: \`\${type.split('.')[0]}/\${data.externalId}\` });
  },
};

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
`;
}
