import type { PullName } from '../connector.ts';
import { capabilityFile, importOf, pullDeclaration } from './capabilityFiles.ts';
import { conformanceFile } from './conformanceFile.ts';
import { packageFiles } from './packageFiles.ts';
import { type AuthFacts, kitOf, nameOf, type Plan, type Skill, titleOf } from './plan.ts';
import { readmeFile } from './readmeFile.ts';
import { RECORDS } from './records.ts';
import { simulatorFile } from './simulatorFile.ts';

/** The files of a new connector by their path in its folder: it runs on its own simulator as it is. */
export function scaffold(plan: Plan): ReadonlyMap<string, string> {
  const { types } = plan.vendor;
  const files = isSmall(plan) ? smallFiles(plan) : fullFiles(plan);
  const all = new Map([...files, ...(plan.kit === undefined ? packageFiles(plan) : [])]);
  if (types) all.set(types.name, types.text);
  return all;
}

/** One pull and nothing else: a connector of two files. */
const isSmall = ({ skills }: Plan): boolean => skills.length === 1 && (skills[0] ?? '') in RECORDS;

function smallFiles(plan: Plan): readonly (readonly [string, string])[] {
  return [
    ['index.ts', smallIndex(plan, plan.skills[0] as PullName)],
    ['conformance.ts', conformanceFile(plan)],
  ];
}

function fullFiles(plan: Plan): readonly (readonly [string, string])[] {
  return [
    ['index.ts', fullIndex(plan)],
    ['settings.ts', settingsFile(plan)],
    ...plan.skills.map((skill) => [`${skill}.ts`, capabilityFile(plan, skill)] as const),
    ['simulator.ts', simulatorFile(plan)],
    ['conformance.ts', conformanceFile(plan)],
    ['README.md', readmeFile(plan)],
    ...fixtureFiles(plan),
  ];
}

const pullsOf = ({ skills }: Plan): readonly PullName[] =>
  skills.filter((skill): skill is PullName => skill in RECORDS);

/** A recorded record for each pull, to be replaced by what the vendor really sends. */
function fixtureFiles(plan: Plan): readonly (readonly [string, string])[] {
  return pullsOf(plan).map((skill) => {
    const { topic, fixture: raw } = RECORDS[skill];
    const fixture = { about: `A ${topic} as the simulator has it`, topic, raw };
    return [`fixtures/${topic}.json`, `${JSON.stringify(fixture, null, 2)}\n`] as const;
  });
}

const secretsOf = ({ skills, vendor }: Plan): readonly string[] => [
  ...(vendor.auth?.kind === 'basic' ? ['password'] : isOauth(vendor.auth) ? ['clientSecret'] : ['apiKey']),
  ...(skills.includes('webhook') ? ['hookSecret'] : []),
];

const isByUser = ({ vendor }: Plan): boolean => vendor.auth?.kind === 'authorization-code';

const isOauth = (auth: AuthFacts | undefined): boolean =>
  auth?.kind === 'client-credentials' || auth?.kind === 'authorization-code';

function settingsText(plan: Plan, kit = ''): string {
  const { auth } = plan.vendor;
  const secret = (name: string, about: string): string => `  ${name}: z.string().min(8).describe('${about}'),`;
  const own =
    auth?.kind === 'basic'
      ? [
          "  user: z.string().min(1).describe('Name of the API user.'),",
          secret('password', 'Password of the API user.'),
        ]
      : isOauth(auth)
        ? [
            "  clientId: z.string().min(1).describe('Client ID of the app.'),",
            secret('clientSecret', 'Client secret of the app.'),
            ...(isByUser(plan) ? [`  grant: ${kit}GRANT_SETTING,`] : []),
          ]
        : [secret('apiKey', 'API key.')];
  const hook = plan.skills.includes('webhook')
    ? [
        "  hookSecret: z.string().regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/).describe('Secret that webhooks are signed with.'),",
      ]
    : [];
  const all = [`  ...${kit}SERVER_SETTINGS,`, ...own, ...hook];
  const isShort = kit !== '' && all.length === 2;
  return isShort
    ? `z.object({ ${all.join(' ').replaceAll(/ +/g, ' ').trim().replace(/,$/, '')} })`
    : `z.object({\n${all.join('\n')}\n})`;
}

/** The declaration of how it authorizes, as an expression over its settings. */
function authText({ vendor: { auth } }: Plan): string {
  switch (auth?.kind) {
    case 'basic':
      return "({ user, password }) => ({ kind: 'basic', user, password })";
    case 'bearer':
      return "({ apiKey }) => ({ kind: 'api-key', in: 'header', name: 'Authorization', value: `Bearer ${apiKey}` })";
    case 'client-credentials':
      return `({ clientId, clientSecret }) => ({ kind: 'client-credentials', tokenUrl: '${auth.tokenUrl}', clientId, clientSecret })`;
    case 'authorization-code':
      return `({ clientId, clientSecret, grant }) => {
    const app = { tokenUrl: '${auth.tokenUrl}', clientId, clientSecret };
    if (grant === 'client-credentials') return { kind: 'client-credentials', ...app };
    return { kind: 'authorization-code', authorizeUrl: '${auth.authorizeUrl}', ...app };
  }`;
    default:
      return `({ apiKey }) => ({ kind: 'api-key', in: '${auth?.in ?? 'header'}', name: '${auth?.name ?? 'X-Api-Key'}', value: apiKey })`;
  }
}

const quoted = (values: readonly string[]): string => `[${values.map((value) => `'${value}'`).join(', ')}]`;

function manifestText(plan: Plan): string {
  const { id, kind, vendor } = plan;
  return `{
    id: '${id}',
    kind: '${kind}',
    title: ${JSON.stringify(titleOf(plan)).replaceAll("'", "\\'").replace(/^"|"$/g, "'")},
    apiVersion: '${vendor.apiVersion ?? '1'}',
    docs: '${vendor.server ?? `https://api.${id}.example`}',
    secretSettings: ${quoted(secretsOf(plan))},
  }`;
}

const serverText = ({ id, vendor }: Plan): string =>
  `{ production: '${vendor.server ?? `https://api.${id}.example`}' }`;

function smallIndex(plan: Plan, skill: PullName): string {
  const { topic, wire, candidate, uses = [] } = RECORDS[skill];
  const inKit = uses.reduce((text, name) => text.replaceAll(`${name}(`, `kit.${name}(`), candidate);
  return `import * as kit from '${kitOf(plan)}';
import { z } from '${kitOf(plan)}';

const Settings = ${settingsText(plan, 'kit.')};
type Settings = z.infer<typeof Settings>;
const Wire = ${wire};
const TIME = { form: 'rfc3339' } as const;

export const ${nameOf(plan)} = kit.defineConnector<Settings, kit.ApiClient<Settings>>({
  manifest: ${manifestText(plan)},
  settings: Settings,
  servers: ${serverText(plan)},
  auth: ${authText(plan)},
  client: kit.apiClient,
  check: kit.checkBy('/me', 'name'),
  topics: { ${topic}: kit.decodes('${topic}', Wire, (r) => ${inKit}) },
  capabilities: {
    ${skill}: ${pullDeclaration(skill, 'kit.').replaceAll('\n', '\n    ')},
  },
});
`;
}

function settingsFile(plan: Plan): string {
  return `${importOf([...(isByUser(plan) ? ['GRANT_SETTING'] : []), 'SERVER_SETTINGS', 'z'], kitOf(plan))}

/** What a user enters for a connection. */
export const Settings = ${settingsText(plan)};
export type Settings = z.infer<typeof Settings>;
`;
}

function fullIndex(plan: Plan): string {
  const imports = plan.skills.map((skill) => `import { ${exportsOf(skill).join(', ')} } from './${skill}.ts';`);
  const topics = [
    ...pullsOf(plan).map((skill) => `${RECORDS[skill].topic}: ${RECORDS[skill].topic}Topic`),
    ...(plan.skills.includes('webhook') ? ['...hookTopics'] : []),
  ];
  const capabilities = plan.skills.filter((skill) => skill !== 'webhook');
  const hook = plan.skills.includes('webhook') ? '\n  webhook,' : '';
  return `${importOf(['type ApiClient', 'apiClient', 'checkBy', 'defineConnector'], kitOf(plan))}
${imports.toSorted().join('\n')}
import { Settings } from './settings.ts';

export const ${nameOf(plan)} = defineConnector<Settings, ApiClient<Settings>>({
  manifest: ${manifestText(plan)},
  settings: Settings,
  servers: ${serverText(plan)},
  auth: ${authText(plan)},
  client: apiClient,
  check: checkBy('/me', 'name'),
  topics: { ${topics.join(', ')} },
  capabilities: { ${capabilities.join(', ')} },${hook}
});
`;
}

function exportsOf(skill: Skill): readonly string[] {
  if (skill === 'webhook') return ['hookTopics', 'webhook'];
  return skill in RECORDS ? [skill, `${RECORDS[skill as PullName].topic}Topic`].toSorted() : [skill];
}
