import type { Problem } from '../../boot/problem.ts';
import type { AnyConnector } from '../../connectors/kit/connector.ts';
import type { Fault } from '../../core/shared/fault.ts';
import { type Command, type CommandContext, defineCommand, EXIT, type ExitCode } from '../command.ts';
import { connectorsOf, unknownConnector } from '../connectors.ts';
import { readInput } from '../readInput.ts';
import { CERTIFICATION_COMMANDS } from './certification.ts';
import { connectorNew } from './connectorNew.ts';

const list = defineCommand({
  noun: 'connector',
  verb: 'list',
  summary: 'List the kinds of systems that can be connected, and what each can do',
  async run(context) {
    const { out } = context;
    const { allConnectors } = await connectorsOf(context);
    const { describeConnector } = await import('../../connectors/describe.ts');
    const described = allConnectors()
      .map(describeConnector)
      .map(({ certification, ...connector }) => ({
        ...connector,
        certified: certification?.score ?? null,
      }));
    out.result(described, (rows) =>
      out.table(rows, [
        { title: 'ID', value: ({ id }) => id },
        { title: 'TITLE', value: ({ title }) => title },
        { title: 'KIND', value: ({ kind }) => kind },
        { title: 'CERTIFIED', value: ({ certified }) => certified ?? 'no', align: 'right' },
        { title: 'CAPABILITIES', value: ({ capabilities }) => capabilities.join(' ') },
        { title: 'SECRET SETTINGS', value: ({ secretSettings }) => secretSettings.join(' ') },
      ]),
    );
    return EXIT.done;
  },
});

const NAME = { help: 'id of a connector' } as const;
const INPUT = { type: 'string', isRequired: true, placeholder: 'FILE', help: 'JSON, - for stdin' } as const;
type Run = (connector: AnyConnector, input: unknown) => Promise<ExitCode>;

/** Runs something with a connector and a JSON input, or refuses. */
async function withInput(context: CommandContext, name: string, file: string, run: Run): Promise<ExitCode> {
  const { connectorById } = await connectorsOf(context);
  const connector = connectorById(name);
  if (!connector) return context.fail(await unknownConnector(name), EXIT.refused);
  const input = readInput(file);
  return input.ok ? run(connector, input.value) : context.fail(input.error, EXIT.usage);
}

/** A fault as a person reads it: what, and where in the input. */
export function faultProblem(fault: Fault, next: string): Problem {
  const at = fault.kind === 'permanent' && fault.at !== undefined ? ` (at ${fault.at})` : '';
  return { code: fault.code, message: `${fault.message}${at}.`, next };
}

const asJson = (value: unknown): string => JSON.stringify(value, null, 2);

const decode = defineCommand({
  noun: 'connector',
  verb: 'decode',
  summary: 'Print the canonical documents of a raw message or record',
  positionals: { name: NAME, entity: { help: 'topic that it arrives under, such as order' } },
  options: { input: INPUT },
  examples: ['crossdock connector decode shopify order --input order.json --json'],
  run: (context, { name, entity, input: file }) =>
    withInput(context, name, file, async (connector, input) => {
      const { decodeRaw } = await import('../../connectors/kit/capabilities.ts');
      const decoded = decodeRaw(connector, entity, input);
      if (!decoded.ok) {
        const next = `${name} has the topics ${Object.keys(connector.topics).join(', ') || 'none'}.`;
        return context.fail(faultProblem(decoded.error, next), EXIT.refused);
      }
      context.out.result(decoded.value, asJson);
      return decoded.value.kind === 'ignored' ? EXIT.attention : EXIT.done;
    }),
});

const encode = defineCommand({
  noun: 'connector',
  verb: 'encode',
  summary: 'Print what a connector would send for a canonical document',
  positionals: { name: NAME, entity: { help: 'a document, such as order, or a write, such as pushOrder' } },
  options: { input: INPUT },
  examples: ['crossdock connector encode odoo order --input order.json --json'],
  run: (context, { name, entity, input: file }) =>
    withInput(context, name, file, async (connector, input) => {
      const { capabilityOf, encodeDocument, WRITE_DOCUMENTS, writesFor } = await import(
        '../../connectors/kit/capabilities.ts'
      );
      const all = Object.keys(connector.capabilities).filter((capability) => capability in WRITE_DOCUMENTS);
      // A document that two writes take (an order is pushed, and cancelled) means the first.
      const [write] = writesFor(connector, entity);
      const capability = write && capabilityOf(connector, write);
      if (!write || capability?.kind !== 'write') {
        const message = `${name} writes no ${entity}.`;
        return context.fail(
          { code: 'unknown-write', message, next: `It has the writes ${all.join(', ') || 'none'}.` },
          EXIT.refused,
        );
      }
      const encoded = encodeDocument(capability.write, write, input);
      if (!encoded.ok)
        return context.fail(faultProblem(encoded.error, 'See /openapi.json for the documents.'), EXIT.refused);
      context.out.result(encoded.value, asJson);
      return EXIT.done;
    }),
});

export const CONNECTOR_COMMANDS: readonly Command[] = [list, connectorNew, decode, encode, ...CERTIFICATION_COMMANDS];
