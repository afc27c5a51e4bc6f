import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Problem } from '../../boot/problem.ts';
import type { SystemKind } from '../../connectors/kit/connector.ts';
import type { Plan, Skill, VendorFacts } from '../../connectors/kit/scaffold/plan.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { defineCommand, EXIT } from '../command.ts';

const KINDS = [
  'storefront',
  'marketplace',
  'erp',
  'crm',
  'wms',
  'carrier',
  'payment',
  'edi',
  'file',
] as const satisfies readonly SystemKind[];
const ROOT = join(import.meta.dirname, '..', '..');

/** `connector new NAME`: the files of a connector that runs, and passes every check, on a simulator of its own. */
export const connectorNew = defineCommand({
  noun: 'connector',
  verb: 'new',
  summary: 'Write a new connector that runs on its own simulator',
  positionals: { name: { help: 'its id: lower case, digits and hyphens' } },
  options: {
    kind: { type: 'string', isRequired: true, choices: KINDS, help: 'what kind of system it is' },
    capabilities: {
      type: 'string',
      placeholder: 'A,B',
      help: 'such as pullOrders,pushStock; the usual ones of its kind',
    },
    openapi: { type: 'string', placeholder: 'FILE', help: "the vendor's OpenAPI 3 description, JSON or YAML" },
    out: { type: 'string', placeholder: 'DIR', help: 'where to; connectors/NAME of this checkout by default' },
    package: { type: 'boolean', help: 'an npm package of its own, in the folder NAME unless --out says otherwise' },
  },
  examples: ['crossdock connector new acme --kind erp --capabilities pullStock'],
  async run(context, { name, kind, capabilities, openapi, out, package: isPackage }) {
    const folder = resolve(out ?? (isPackage ? name : join(ROOT, 'connectors', name)));
    const refusal = /^(?=.{2,40}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) ? freeFolder(folder) : BAD_NAME;
    if (refusal) return context.fail(refusal, EXIT.refused);
    const skills = await skillsOf(kind, capabilities);
    if (!skills.ok) return context.fail(skills.error, EXIT.usage);
    const vendor = openapi === undefined ? ok({}) : await readDescription(openapi);
    if (!vendor.ok) return context.fail(vendor.error, EXIT.usage);
    const kit = isPackage ? undefined : relative(folder, join(ROOT, 'connectors', 'kit')).replaceAll('\\', '/');
    const { scaffold } = await import('../../connectors/kit/scaffold/scaffold.ts');
    const plan: Plan = { id: name, kind, skills: skills.value, vendor: vendor.value, kit };
    const files = writeFiles(folder, scaffold(plan));
    const isOwn = out === undefined && !isPackage;
    if (isOwn) addToRepository(plan, (await import('../../connectors/kit/scaffold/plan.ts')).nameOf(plan));
    const { connectorsOfVendor } = await import('../../connectors/registry.ts');
    const others = connectorsOfVendor(name).map(({ manifest: { id, title } }) => `There is ${id} already: ${title}.`);
    context.out.result({ id: name, folder, files }, () =>
      [
        `${name} is in ${folder}:`,
        ...files.map((file) => `  ${file}`),
        ...(isPackage ? NEXT_OUTSIDE : isOwn ? NEXT(name) : []),
        ...others,
      ].join('\n'),
    );
    return EXIT.done;
  },
});

const NEXT = (name: string): readonly string[] => [
  'Then:',
  '  npm run -s format',
  `  npm run -s crossdock -- connector certify ${name} --write`,
  `  npm run contract -- test/contract/${name}.test.ts`,
];

const NEXT_OUTSIDE: readonly string[] = ['Then, in that folder: npm install, and npm run certify.'];

const BAD_NAME: Problem = {
  code: 'malformed-name',
  message: 'An id has lower case letters, digits and single hyphens between them, 2 to 40, and begins with a letter.',
  next: 'Choose another.',
};

function freeFolder(folder: string): Problem | undefined {
  if (!existsSync(folder)) return undefined;
  return { code: 'already-there', message: `${folder} is there already.`, next: 'Choose another name, or --out.' };
}

async function skillsOf(kind: SystemKind, given: string | undefined): Promise<Result<readonly Skill[], Problem>> {
  const [{ KNOWN }, { USUAL }] = await Promise.all([
    import('../../connectors/kit/scaffold/skills.ts'),
    import('../../connectors/kit/scaffold/plan.ts'),
  ]);
  const asked = given === undefined ? USUAL[kind] : given.split(',').map((one) => one.trim());
  const unknown = asked.find((one) => !KNOWN.includes(one as Skill));
  if (unknown === undefined) return ok([...new Set(asked)].toSorted() as Skill[]);
  return err({
    code: 'unknown-capability',
    message: `There is no capability ${unknown}.`,
    next: `Choose of ${KNOWN.join(', ')}.`,
  });
}

async function readDescription(file: string): Promise<Result<VendorFacts, Problem>> {
  const next = 'Give an OpenAPI 3 description as JSON or YAML.';
  try {
    const { parse } = await import('yaml');
    const { openapiFacts } = await import('../../connectors/kit/scaffold/openapiFacts.ts');
    const facts = openapiFacts(parse(readFileSync(file, 'utf8')));
    if (!facts.ok) return err({ code: facts.error.code, message: `${file}: ${facts.error.message}.`, next });
    const { stdout } = await promisify(execFile)(process.execPath, [TYPES, file], { maxBuffer: 64 * 2 ** 20 });
    return ok({ ...facts.value, types: { name: 'vendor.d.ts', text: stdout } });
  } catch (error) {
    return err({
      code: 'unreadable-description',
      message: `${file}: ${(error as Error).message.split('\n')[0]}.`,
      next,
    });
  }
}

/** A tool of developers, and so run as one: a hub in production has it not. */
const TYPES = join(ROOT, 'node_modules', 'openapi-typescript', 'bin', 'cli.js');

function writeFiles(folder: string, files: ReadonlyMap<string, string>): readonly string[] {
  for (const [name, text] of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return [...files.keys()];
}

/** One line in the registry, and the test that keeps its certificate true. */
function addToRepository({ id }: Plan, exported: string): void {
  const registry = join(ROOT, 'connectors', 'registry.ts');
  const text = readFileSync(registry, 'utf8');
  const withImport = `import { ${exported} } from './${id}/index.ts';\n${text}`;
  writeFileSync(
    registry,
    withImport.replace(/(CONNECTORS: readonly AnyConnector\[\] = \[[^\]]*)\]/, `$1, ${exported}]`),
  );
  writeFileSync(
    join(ROOT, 'test', 'contract', `${id}.test.ts`),
    `import { subjects } from '../../connectors/${id}/conformance.ts';\nimport { connectorContract } from './connectorContract.ts';\n\nconnectorContract(subjects);\n`,
  );
}
