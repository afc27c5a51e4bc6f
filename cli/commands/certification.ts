import type { Coverage, FieldCoverage } from '../../connectors/kit/conformance/coverage.ts';
import type { Measures } from '../../connectors/kit/conformance/measure.ts';
import type { Certification, CertifiedCheck } from '../../connectors/kit/conformance/report.ts';
import { type Command, type CommandContext, defineCommand, EXIT } from '../command.ts';
import { connectorsOf, unknownConnector } from '../connectors.ts';

type Certified = Certification & { readonly measures: Measures };

const certify = defineCommand({
  noun: 'connector',
  verb: 'certify',
  summary: 'Run every check on a connector, against its simulator and with faults in between',
  positionals: { name: { help: 'id of the connector', isOptional: true } },
  options: {
    all: { type: 'boolean', help: 'every connector there is' },
    write: { type: 'boolean', help: "keep the report in the connector's folder" },
  },
  examples: ['crossdock connector certify shopify', 'crossdock connector certify --all --json'],
  async run(context, { name, all, write }) {
    const { CONNECTORS, folderOf, noConnector } = await import('../../connectors/registry.ts');
    const ids = all ? CONNECTORS.map(({ manifest }) => manifest.id) : name === undefined ? [] : [name];
    const unknown = ids.find((id) => !CONNECTORS.some(({ manifest }) => manifest.id === id));
    if (ids.length === 0 || unknown !== undefined) {
      const message = unknown === undefined ? 'which connector?' : `there is ${noConnector(unknown)}`;
      const next = 'give one of those that crossdock connector list names, or --all';
      return context.fail({ code: 'unknown-connector', message, next }, EXIT.usage);
    }
    const { writeCertificate } = await import('../../connectors/certificate.ts');
    const certified: Certified[] = [];
    for (const id of ids) {
      const one = await certifyOne(context, id);
      const { measures: _, ...report } = one;
      if (write) writeCertificate(folderOf(id), report);
      certified.push(one);
    }
    const isPassed = certified.every(({ failed }) => failed === 0);
    const result = { passed: isPassed, connectors: certified };
    context.out.result(result, () => presented(context, certified));
    return isPassed ? EXIT.done : EXIT.failed;
  },
});

async function certifyOne({ out }: CommandContext, id: string): Promise<Certified> {
  const { subjectsOf } = await import('../../connectors/certify.ts');
  const { certify: run } = await import('../../connectors/kit/conformance/certify.ts');
  const { CHECKS } = await import('../../connectors/kit/conformance/index.ts');
  const { measure } = await import('../../connectors/kit/conformance/measure.ts');
  const subjects = await subjectsOf(id);
  const progress = out.progress(subjects.length * CHECKS.length, id);
  let done = 0;
  const certification = await run(subjects, (variant, { check }) =>
    progress.to(++done, variant === undefined ? check.id : `${check.id}, ${variant}`),
  );
  progress.end();
  const [first] = subjects;
  if (!first) throw new Error(`${id} has no subjects`);
  return { ...certification, measures: await measure(first) };
}

function presented({ out }: CommandContext, certified: readonly Certified[]): string {
  const summary = out.table(certified, [
    { title: 'CONNECTOR', value: ({ connector }) => connector },
    { title: 'PASSED', value: ({ score }) => score, align: 'right' },
    { title: 'NOT APPLICABLE', value: ({ notApplicable }) => notApplicable, align: 'right' },
    { title: 'DECODED/S', value: ({ measures }) => measures.decodedPerSecond ?? '', align: 'right' },
    {
      title: 'PULLED/S',
      value: ({ measures }) =>
        Object.entries(measures.pulledPerSecond)
          .map(([name, rate]) => `${name} ${rate}`)
          .join(', '),
    },
  ]);
  const one = certified.length === 1 ? certified[0] : undefined;
  const failures = certified.flatMap(({ connector, checks }) =>
    checks.filter(({ result }) => result === 'fail').flatMap((check) => failureText(out, connector, check)),
  );
  return [...failures, ...(one ? [checkTable(out, one.checks), ''] : []), summary].join('\n');
}

function failureText(
  out: CommandContext['out'],
  connector: string,
  { id, title, evidence = [] }: CertifiedCheck,
): string[] {
  return [out.paint('red', `${connector} ${id}: not so that ${title}`), ...evidence.map((line) => `  ${line}`), ''];
}

function checkTable(out: CommandContext['out'], checks: readonly CertifiedCheck[]): string {
  return out.table(checks, [
    { title: 'CHECK', value: ({ id }) => id },
    { title: 'RESULT', value: ({ result }) => result },
    {
      title: 'CLAIM, OR WHY IT DOES NOT APPLY',
      value: ({ title, result, reason }) => (result === 'pass' ? title : reason),
    },
  ]);
}

const show = defineCommand({
  noun: 'connector',
  verb: 'show',
  summary: 'Show what a connector can do, and its certification',
  positionals: { name: { help: 'id of the connector' } },
  examples: ['crossdock connector show shopify'],
  async run(context, { name }) {
    const { out, fail } = context;
    const { connectorById } = await connectorsOf(context);
    const { describeConnector } = await import('../../connectors/describe.ts');
    const connector = connectorById(name);
    if (!connector) return fail(await unknownConnector(name), EXIT.refused);
    const described = describeConnector(connector);
    out.result(described, ({ certification, ...facts }) =>
      [
        ...Object.entries(facts).map(([key, value]) => `${key}: ${Array.isArray(value) ? value.join(' ') : value}`),
        '',
        certification ? checkTable(out, certification.checks) : 'not certified yet: crossdock connector certify',
      ].join('\n'),
    );
    return EXIT.done;
  },
});

const coverage = defineCommand({
  noun: 'connector',
  verb: 'coverage',
  summary: 'Show, field by field, what becomes of the messages that a connector reads',
  positionals: { name: { help: 'id of the connector' } },
  options: {
    samples: { type: 'string', placeholder: 'DIR', help: "a folder of the vendor's own samples; its own without it" },
  },
  examples: ['crossdock connector coverage shopify --json'],
  async run({ out, fail }, { name, samples }) {
    const { lossTable } = await import('../../connectors/certify.ts');
    const { unexplained } = await import('../../connectors/kit/conformance/coverage.ts');
    const { connectorById } = await import('../../connectors/registry.ts');
    if (!connectorById(name)) return fail(await unknownConnector(name), EXIT.refused);
    const tables = await lossTable(name, samples);
    if (!tables.ok) {
      return fail({ code: 'bad-samples', message: tables.error, next: 'check --samples' }, EXIT.refused);
    }
    out.result(tables.value, (all) => all.map((table) => coverageText(out, table)).join('\n\n'));
    return unexplained(tables.value).length === 0 ? EXIT.done : EXIT.attention;
  },
});

function coverageText(out: CommandContext['out'], { of, messages, unread, fields }: Coverage): string {
  const count = (result: FieldCoverage['result']): number => fields.filter((field) => field.result === result).length;
  const lost = count('kept-raw') + count('left-out');
  return [
    `${of}: ${messages} messages, ${count('carried')} fields carried, ${count('checked')} checked, ${lost} not`,
    ...unread,
    out.table(fields, [
      { title: 'FIELD', value: ({ at }) => at },
      { title: 'IS', value: ({ result }) => result },
      { title: 'INTO, OR WHY NOT', value: ({ into, why }) => why ?? into.join(' ') },
    ]),
  ].join('\n');
}

export const CERTIFICATION_COMMANDS: readonly Command[] = [certify, show, coverage];
