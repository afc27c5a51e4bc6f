import type { PullName } from '../connector.ts';
import { importOf } from './capabilityFiles.ts';
import { type AuthFacts, type Plan, testingOf } from './plan.ts';
import { RECORDS } from './records.ts';
import { ASKS, WRITES } from './writes.ts';

const KEY = 'simulated-key-5f1c';
export const HOOK_SECRET = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;

type Login = { readonly header: string; readonly value: string; readonly settings: Readonly<Record<string, string>> };

/** How the simulator recognises its connector, and what a user enters for that. */
function loginOf(auth: AuthFacts | undefined): Login {
  switch (auth?.kind) {
    case 'basic':
      return {
        header: 'authorization',
        value: `Basic ${Buffer.from(`user:${KEY}`).toString('base64')}`,
        settings: { user: 'user', password: KEY },
      };
    case 'bearer':
      return { header: 'authorization', value: `Bearer ${KEY}`, settings: { apiKey: KEY } };
    case 'client-credentials':
    case 'authorization-code':
      return { header: 'authorization', value: `Bearer ${KEY}`, settings: { clientId: 'client', clientSecret: KEY } };
    default:
      return {
        header: auth?.in === 'query' ? auth.name : (auth?.name ?? 'X-Api-Key').toLowerCase(),
        value: KEY,
        settings: { apiKey: KEY },
      };
  }
}

/** A record as code. */
export const literal = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll("'", "\\'")
    .replaceAll('"', "'")
    .replace(/'(\w+)':/g, '$1: ')
    .replaceAll(',', ', ');

/** Seven records like one, each with a key and a time of its own. */
const rowsText = (record: Readonly<Record<string, unknown>>): string => `rowsLike(${literal(record)})`;

/** The description of the simulated API, as an object literal. */
export function apiText({ skills, vendor }: Plan): string {
  const { header, value, settings } = loginOf(vendor.auth);
  const token =
    vendor.auth && 'tokenUrl' in vendor.auth
      ? `, tokenUrl: '${new URL(vendor.auth.tokenUrl, 'http://x').pathname}', secret: '${KEY}'`
      : '';
  const all = { ...settings, ...(skills.includes('webhook') ? { hookSecret: HOOK_SECRET } : {}) };
  const entered = Object.entries(all).map(([name, text]) => `${name}: '${text}'`);
  const lists = skills.flatMap((skill) => {
    const record = skill in RECORDS ? RECORDS[skill as PullName] : undefined;
    return record ? [`'${record.path}': ${rowsText(record.fixture)}`] : [];
  });
  const writes = skills.flatMap((skill) => WRITES[skill as keyof typeof WRITES] ?? []);
  const paths = (key: 'creates' | 'sets'): readonly string[] =>
    writes.flatMap((write) => (write[key] ? [`'${write[key]}'`] : []));
  const answers = skills.flatMap((skill) => {
    const ask = skill in ASKS ? ASKS[skill as keyof typeof ASKS] : undefined;
    return ask ? [`'${ask.path}': ${ask.simulated}`] : [];
  });
  const parts = [
    `login: { header: '${header}', value: '${value}'${token} }`,
    `settings: { ${entered.join(', ')} }`,
    ...(lists.length > 0 ? [`lists: { ${lists.join(', ')} }`] : []),
    ...(paths('creates').length > 0 ? [`creates: [${paths('creates').join(', ')}]`] : []),
    ...(paths('sets').length > 0 ? [`sets: [${paths('sets').join(', ')}]`] : []),
    ...(answers.length > 0 ? [`answers: { ${answers.join(', ')} }`] : []),
  ];
  return `{\n  ${parts.join(',\n  ')},\n}`;
}

const NAMES = ['type ApiDescription', 'type Simulator', 'type SimulatorOptions', 'simulatorOf'];
export const usesRows = ({ skills }: Plan): boolean => skills.some((skill) => skill in RECORDS);

/** A server that answers as the vendor would, with faults to be planned; made to be filled with the vendor's habits. */
export function simulatorFile(plan: Plan): string {
  return `${importOf([...NAMES, ...(usesRows(plan) ? ['rowsLike'] : [])], testingOf(plan))}

/** The vendor's API as far as this connector uses it. */
const API: ApiDescription = ${apiText(plan)};

export const startSimulator = (options: SimulatorOptions = {}): Promise<Simulator> => simulatorOf(API, options);
`;
}
