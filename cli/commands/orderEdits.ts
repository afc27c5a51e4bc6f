import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { AddressValue } from '../../core/documents/index.ts';
import type { AddedLine } from '../../core/order/index.ts';
import { type Command, type CommandContext, defineCommand, EXIT, type ExitCode } from '../command.ts';
import { orderAction, portionsFrom, VERSION } from './orderAction.ts';

const order = { help: 'id, reference, number or external id' };
const ADDED = /^(.+)=(\d+)@(\d{1,15}(?:\.\d{1,10})?)$/;

const edit = defineCommand({
  noun: 'order',
  verb: 'edit',
  summary: 'Change lines and address of an order; totals and reserved stock follow',
  options: {
    line: { type: 'list', placeholder: 'LINE=UNITS', help: 'a new quantity of a line; 0 takes it off' },
    add: { type: 'list', placeholder: 'SKU=UNITS@PRICE', help: 'a line to add, with the price of one unit' },
    address: { type: 'list', placeholder: 'FIELD=TEXT', help: 'a field of the shipping address: city=Köln' },
    note: { type: 'string', help: 'a word for the history' },
    version: VERSION,
  },
  positionals: { order },
  examples: ['crossdock order edit 1001 --line 1=3 --add MUG-01=1@12.50 --address city=Berlin'],
  async run(context, { order: name, line, add, address, note, version }) {
    const lines = portionsFrom(context, line);
    if (typeof lines === 'number') return lines;
    const added = addedFrom(context, add);
    if (typeof added === 'number') return added;
    const fields = await addressFrom(context, address);
    if (typeof fields === 'number') return fields;
    const { editOrder } = await import('../../core/usecases/editOrder.ts');
    return orderAction(context, { name, version }, async (target, { environment, queries }) => {
      const shown = fields && (await queries.show('orders', target.id));
      const before = (shown?.['document'] as { shippingAddress?: AddressValue } | undefined)?.shippingAddress;
      const shippingAddress = fields && { ...before, ...fields };
      return editOrder(target, { lines, added, shippingAddress, note }, environment);
    });
  },
});

function addedFrom(context: CommandContext, given: readonly string[]): readonly AddedLine[] | ExitCode {
  const added: AddedLine[] = [];
  for (const text of given) {
    const [, sku = '', units, unitPrice = ''] = ADDED.exec(text) ?? [];
    if (units === undefined) {
      const message = `${JSON.stringify(text)} is not SKU=UNITS@PRICE`;
      return context.fail({ code: 'bad-line', message, next: 'Give it as --add MUG-01=1@12.50.' }, EXIT.usage);
    }
    added.push({ sku, quantity: Number(units), unitPrice, discountMinor: 0, taxes: [], requiresShipping: true });
  }
  return added;
}

async function addressFrom(
  context: CommandContext,
  given: readonly string[],
): Promise<AddressValue | undefined | ExitCode> {
  if (given.length === 0) return undefined;
  const { AddressValue: schema } = await import('../../core/documents/index.ts');
  const pairs = given.map((text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)]);
  const address = schema.strict().safeParse(Object.fromEntries(pairs));
  if (address.success) return address.data;
  const message = address.error.issues.map(({ path, message: why }) => `${path.join('.')} ${why}`).join('; ');
  const next = `The fields are ${Object.keys(schema.shape).join(', ')}.`;
  return context.fail({ code: 'bad-address', message, next }, EXIT.usage);
}

const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  csv: 'text/csv',
  json: 'application/json',
  xml: 'application/xml',
};

const attach = defineCommand({
  noun: 'order',
  verb: 'attach',
  summary: 'Put a file beside an order',
  positionals: { order, file: { help: 'PDF, PNG, JPEG, GIF, text, CSV, JSON or XML of at most 5 MiB' } },
  async run(context, { order: name, file }) {
    let content: Uint8Array;
    try {
      content = readFileSync(file);
    } catch (error) {
      const message = `${file} cannot be read: ${(error as Error).message}`;
      return context.fail({ code: 'unreadable', message, next: 'Check the path.' });
    }
    const contentType = TYPES[file.slice(file.lastIndexOf('.') + 1).toLowerCase()] ?? 'text/plain';
    const { attachToOrder } = await import('../../core/usecases/attachToOrder.ts');
    return orderAction(context, { name }, (target, { environment }) =>
      attachToOrder(target, { name: basename(file), contentType, content }, environment),
    );
  },
});

export const ORDER_EDITS: readonly Command[] = [edit, attach];
