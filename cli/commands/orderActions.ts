import type { HoldReason } from '../../core/order/index.ts';
import type { Instant, OrderId } from '../../core/shared/ids.ts';
import { type Command, type CommandContext, defineCommand, EXIT, type ExitCode } from '../command.ts';
import { orderAction, portionsFrom, VERSION } from './orderAction.ts';

const REASONS = ['payment', 'fraud', 'address', 'manual', 'custom'] as const;

const reasonOption = {
  type: 'string',
  isRequired: true,
  choices: REASONS,
  help: 'why; a custom reason has a --name',
} as const;
const nameOption = { type: 'string', help: 'the name of a custom reason: credit-limit' } as const;
const noteOption = { type: 'string', help: 'a word for the history' } as const;
const order = { help: 'id, reference, number or external id' };

/** The hold that options name, or the exit of a wrong use. */
export function holdOf(context: CommandContext, reason: string, name: string | undefined): HoldReason | ExitCode {
  const known = REASONS.find((each) => each === reason);
  if (known === undefined) {
    const message = `${reason} is not one of ${REASONS.join(', ')}.`;
    return context.fail({ code: 'bad-reason', message, next: 'Name it with --reason.' }, EXIT.usage);
  }
  if (known !== 'custom') return known;
  if (name !== undefined && /^[a-z0-9][a-z0-9-]{0,39}$/.test(name)) return `custom:${name}`;
  const message = 'A custom reason has a name of small letters, digits and hyphens.';
  return context.fail({ code: 'bad-name', message, next: 'Give it with --name.' }, EXIT.usage);
}

const hold = defineCommand({
  noun: 'order',
  verb: 'hold',
  summary: 'Keep an order from going to a warehouse',
  options: { reason: reasonOption, name: nameOption, note: noteOption, version: VERSION },
  positionals: { order },
  examples: ['crossdock order hold 1001 --reason fraud --note score-92'],
  async run(context, { order: name, reason, name: custom, note, version }) {
    const held = holdOf(context, reason, custom);
    if (typeof held === 'number') return held;
    const { holdOrder } = await import('../../core/usecases/operateOrder.ts');
    return orderAction(context, { name, version }, (target, { environment }) =>
      holdOrder(target, { reason: held, note }, environment),
    );
  },
});

const release = defineCommand({
  noun: 'order',
  verb: 'release',
  summary: 'Take a hold off; an order that nothing else holds goes on',
  options: { reason: reasonOption, name: nameOption, note: noteOption, version: VERSION },
  positionals: { order },
  examples: ['crossdock order release 1001 --reason fraud'],
  async run(context, { order: name, reason, name: custom, note, version }) {
    const held = holdOf(context, reason, custom);
    if (typeof held === 'number') return held;
    const { releaseHold } = await import('../../core/usecases/operateOrder.ts');
    return orderAction(context, { name, version }, (target, { environment }) =>
      releaseHold(target, { reason: held, note }, environment),
    );
  },
});

const cancel = defineCommand({
  noun: 'order',
  verb: 'cancel',
  summary: 'Cancel what of an order has not shipped, or some units of it',
  options: {
    reason: { type: 'string', isRequired: true, help: 'why' },
    line: { type: 'list', placeholder: 'LINE=UNITS', help: 'only these units; everything without it' },
    version: VERSION,
  },
  positionals: { order },
  examples: ['crossdock order cancel 1001 --reason sold-out --line 2=1'],
  async run(context, { order: name, reason, line, version }) {
    const lines = portionsFrom(context, line);
    if (typeof lines === 'number') return lines;
    const { cancelById, cancelUnits } = await import('../../core/usecases/operateOrder.ts');
    return orderAction(context, { name, version }, (target, { environment }) =>
      lines.length > 0 ? cancelUnits(target, lines, reason, environment) : cancelById(target, reason, environment),
    );
  },
});

const mark = defineCommand({
  noun: 'order',
  verb: 'mark',
  summary: 'Set the priority, the promised date and the tags of an order',
  options: {
    priority: {
      type: 'number',
      isInteger: true,
      min: -100,
      max: 100,
      help: 'a higher one is served first; 0 is usual',
    },
    promise: { type: 'string', placeholder: 'INSTANT', help: 'until when it was promised; "none" takes it back' },
    tag: { type: 'list', help: 'a tag to put on' },
    untag: { type: 'list', help: 'a tag to take off' },
    version: VERSION,
  },
  positionals: { order },
  examples: ['crossdock order mark 1001 --priority 10 --promise 2026-12-01T12:00:00Z --tag gift'],
  async run(context, { order: name, priority, promise, tag, untag, version }) {
    const at = promise === undefined || promise === 'none' ? undefined : new Date(promise);
    if (at && Number.isNaN(at.getTime())) {
      const message = `--promise ${promise} is not a date and time`;
      return context.fail({ code: 'bad-date', message, next: 'give it as 2026-12-01T12:00:00Z' }, EXIT.usage);
    }
    const promisedAt = promise === 'none' ? null : (at?.toISOString() as Instant | undefined);
    const { markOrder } = await import('../../core/usecases/operateOrder.ts');
    return orderAction(context, { name, version }, (target, { environment }) =>
      markOrder(target, { priority, promisedAt, addTags: tag, removeTags: untag }, environment),
    );
  },
});

const note = defineCommand({
  noun: 'order',
  verb: 'note',
  summary: 'Write a note into the history of an order',
  positionals: { order, text: { help: 'the note' } },
  examples: ['crossdock order note 1001 called'],
  async run(context, { order: name, text }) {
    const { markOrder } = await import('../../core/usecases/operateOrder.ts');
    return orderAction(context, { name }, (target, { environment }) => markOrder(target, { note: text }, environment));
  },
});

const receive = defineCommand({
  noun: 'order',
  verb: 'receive',
  summary: 'Book goods of a purchase or production order that came in',
  options: {
    receipt: { type: 'string', isRequired: true, help: 'the paper that came with the goods' },
    location: { type: 'string', isRequired: true, help: 'code of the location' },
    line: { type: 'list', placeholder: 'LINE=UNITS', help: 'what came' },
    version: VERSION,
  },
  positionals: { order },
  examples: ['crossdock order receive PO-7 --receipt DN-4711 --location main --line 1=40'],
  async run(context, { order: name, receipt, location, line, version }) {
    const lines = portionsFrom(context, line);
    if (typeof lines === 'number') return lines;
    const { receiveUnits } = await import('../../core/usecases/operateOrder.ts');
    return orderAction(context, { name, version }, (target, { environment }) =>
      receiveUnits(target, { receipt, location, lines }, environment),
    );
  },
});

const split = defineCommand({
  noun: 'order',
  verb: 'split',
  summary: 'Make an order of its own of some units',
  options: {
    line: { type: 'list', placeholder: 'LINE=UNITS', help: 'what goes into the new order' },
    version: VERSION,
  },
  positionals: { order },
  examples: ['crossdock order split 1001 --line 2=1'],
  async run(context, { order: name, line, version }) {
    const lines = portionsFrom(context, line);
    if (typeof lines === 'number') return lines;
    const { splitOrder } = await import('../../core/usecases/splitOrder.ts');
    return orderAction(context, { name, version }, (target, { environment }) => splitOrder(target, lines, environment));
  },
});

const merge = defineCommand({
  noun: 'order',
  verb: 'merge',
  summary: 'Bring other orders of the same buyer and address into one',
  options: { version: VERSION },
  positionals: { order, others: { help: 'ids of the orders to bring in', isRepeated: true } },
  async run(context, { order: name, others, version }) {
    const { mergeOrders } = await import('../../core/usecases/mergeOrders.ts');
    return orderAction(context, { name, version }, (target, { environment, tellsShipments }) =>
      mergeOrders(target, others as readonly string[] as readonly OrderId[], tellsShipments, environment),
    );
  },
});

export const ORDER_ACTIONS: readonly Command[] = [hold, release, cancel, mark, note, split, merge, receive];
