import {
  type BoxType,
  type CartonItem,
  cartonize,
  isEnded,
  type PackedBox,
  toPack,
  toPick,
} from '../fulfillment/index.ts';
import type { Portion } from '../order/index.ts';
import type { FulfillmentRow, LineSize, NewPackage, ProposedPackage, Transaction } from '../ports/index.ts';
import type { OrderLineId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { Batch } from './batch.ts';
import { type NamedUnits, portionsOf, refusedWork, type WorkRefusal, type WorkTarget, workOn } from './openWork.ts';
import { decided, type WorkState } from './operateFulfillment.ts';
import type { Environment } from './operateStock.ts';

/** What somebody has put into one package; `weightGrams` is gross. */
export type PackageCommand = {
  readonly box?: string | undefined;
  readonly weightGrams: number;
  readonly lengthMm?: number | undefined;
  readonly widthMm?: number | undefined;
  readonly heightMm?: number | undefined;
  readonly units: readonly NamedUnits[];
};
export type PackedWork = WorkState & {
  readonly packages: readonly { readonly id: string; readonly box: string | null }[];
};

/** Proposes boxes for what is picked and not packed, or before picking for what is to be picked. Changes nothing. */
export function proposePacking(
  name: string,
  environment: Environment,
): Promise<Result<readonly ProposedPackage[], WorkRefusal>> {
  return workOn({ name, actor: 'hub' }, environment, (_batch, row, tx) => {
    if (isEnded(row)) return err(refusedWork(row, { code: 'not-workable', state: row.state }));
    const isPicked = row.lines.some((line) => toPack(line) > 0);
    return propose(
      tx,
      row,
      row.lines.map((part) => ({ line: part.line, quantity: isPicked ? toPack(part) : toPick(part) })),
    );
  });
}

/** Books what was packed; without packages, the proposal as it stands for all that is picked. */
export function packWork(
  target: WorkTarget,
  packages: readonly PackageCommand[] | undefined,
  environment: Environment,
): Promise<Result<PackedWork, WorkRefusal>> {
  return workOn(target, environment, async (batch, row, tx) => {
    if (await tx.isLabelUnderWay(row.id)) return err(labelUnderWay(row));
    const packed = packages ? await given(batch, row, tx, packages) : await proposed(batch, row, tx);
    if (!packed.ok) return packed;
    const command = { type: 'Pack', at: batch.now, actor: target.actor, packages: packed.value } as const;
    const done = decided(batch, row, { ...command, packages: packed.value.map(({ id, lines }) => ({ id, lines })) });
    if (!done.ok) return done;
    await tx.insertPackages(packed.value);
    return ok({ ...done.value, packages: packed.value.map(({ id, box }) => ({ id, box })) });
  });
}

/** Opens a package again: its units are picked, to be packed anew, and a label that it had is to be voided. */
export function unpackWork(
  target: WorkTarget,
  name: string,
  environment: Environment,
): Promise<Result<WorkState, WorkRefusal>> {
  return workOn(target, environment, async (batch, row, tx) => {
    if (await tx.isLabelUnderWay(row.id)) return err(labelUnderWay(row));
    const opened = (await tx.waitingPackages(row.id)).find(({ id }) => id === name);
    if (!opened) return err({ code: 'unknown-package', message: `${row.number} has no package ${name}` });
    const { lines } = opened;
    const command = { type: 'Unpack', at: batch.now, actor: target.actor, package: name, lines } as const;
    const done = decided(batch, row, command);
    if (done.ok) await tx.removePackage(name);
    return done;
  });
}

/** While a carrier is asked, nobody knows which packages its label will be for. */
export const labelUnderWay = ({ number }: FulfillmentRow): WorkRefusal => ({
  code: 'label-under-way',
  message: `${number}: a carrier is being asked for its label`,
});

type Packed = Promise<Result<readonly NewPackage[], WorkRefusal>>;

async function given(batch: Batch, row: FulfillmentRow, tx: Transaction, commands: readonly PackageCommand[]): Packed {
  const boxes = new Map((await tx.boxes()).map((box) => [box.code, box]));
  const packages: NewPackage[] = [];
  const used = new Map<string, number>();
  for (const { box: code, units, weightGrams, ...size } of commands) {
    const box = code === undefined ? undefined : boxes.get(code);
    if (code !== undefined && !box) return err({ code: 'unknown-box', message: `there is no box ${code}` });
    const lines = portionsOf(batch, row, units, (part) => toPack(part) - (used.get(part.line) ?? 0));
    if (!lines.ok) return lines;
    for (const { line, quantity } of lines.value) used.set(line, (used.get(line) ?? 0) + quantity);
    const id = batch.newId<string>();
    packages.push({
      id,
      fulfillmentOrder: row.id,
      box: code ?? null,
      weightGrams,
      lines: lines.value,
      ...sizeOf(box, size),
    });
  }
  return ok(packages);
}

/** The measures that were taken, else those of the box. */
function sizeOf(box: BoxType | undefined, size: Pick<PackageCommand, 'lengthMm' | 'widthMm' | 'heightMm'>) {
  const lengthMm = size.lengthMm ?? box?.lengthMm;
  const widthMm = size.widthMm ?? box?.widthMm;
  const heightMm = size.heightMm ?? box?.heightMm;
  if (lengthMm === undefined || widthMm === undefined || heightMm === undefined) return {};
  return { lengthMm, widthMm, heightMm };
}

async function proposed(batch: Batch, row: FulfillmentRow, tx: Transaction): Packed {
  if (isEnded(row)) return err(refusedWork(row, { code: 'not-workable', state: row.state }));
  const boxes = await propose(
    tx,
    row,
    row.lines.map((part) => ({ line: part.line, quantity: toPack(part) })),
  );
  if (!boxes.ok) return boxes;
  return ok(
    boxes.value.map(({ box, weightGrams, lines }) => ({
      id: batch.newId<string>(),
      fulfillmentOrder: row.id,
      box: box.code,
      weightGrams,
      lines: lines.map(({ line, quantity }) => ({ line, quantity })),
      ...sizeOf(box, {}),
    })),
  );
}

async function propose(
  tx: Transaction,
  row: FulfillmentRow,
  parts: readonly Portion[],
): Promise<Result<readonly ProposedPackage[], WorkRefusal>> {
  const wanted = parts.filter(({ quantity }) => quantity > 0);
  if (wanted.length === 0) return err(refusedWork(row, { code: 'no-lines' }));
  const sizes = new Map((await tx.sizesOf(wanted.map(({ line }) => line))).map((size) => [size.line, size]));
  const unknown = [...sizes.values()].filter(({ size, grams }) => size === null || grams === null);
  if (unknown.length > 0) {
    const skus = unknown.map(({ sku }) => sku).join(', ');
    return err({ code: 'size-unknown', message: `${row.number}: measure and weigh ${skus} first` });
  }
  const packed = cartonize(itemsOf(wanted, sizes), await tx.boxes());
  if (packed.ok) return ok(packed.value.map((box) => proposalOf(box, sizes)));
  const skus = new Set(packed.error.keys.map((key) => sizes.get(lineOf(key))?.sku));
  return err({ code: 'fits-no-box', message: `${row.number}: no box holds ${[...skus].join(', ')}` });
}

const lineOf = (key: string): OrderLineId => key.slice(0, key.indexOf('#')) as OrderLineId;

function itemsOf(parts: readonly Portion[], sizes: ReadonlyMap<OrderLineId, LineSize>): readonly CartonItem[] {
  return parts.flatMap(({ line, quantity }) => {
    const { size = null, grams = null } = sizes.get(line) ?? {};
    if (size === null || grams === null) return [];
    return Array.from({ length: quantity }, (_, i) => ({ key: `${line}#${i}`, grams, ...size }));
  });
}

function proposalOf({ box, grams, items }: PackedBox, sizes: ReadonlyMap<OrderLineId, LineSize>): ProposedPackage {
  const units = new Map<OrderLineId, number>();
  for (const { key } of items) units.set(lineOf(key), (units.get(lineOf(key)) ?? 0) + 1);
  const skuOf = (line: OrderLineId): string => sizes.get(line)?.sku ?? '';
  return {
    box,
    weightGrams: grams,
    lines: [...units].map(([line, quantity]) => ({ line, quantity, sku: skuOf(line) })),
    placements: items.map(({ key, ...place }) => ({ ...place, sku: skuOf(lineOf(key)) })),
  };
}
