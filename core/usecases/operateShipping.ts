import { DayClose } from '../documents/index.ts';
import type { ClosedManifest, ManifestedPart, WaitingPackage } from '../ports/index.ts';
import type { ConnectionId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { shipFulfillment } from './applyFulfillment.ts';
import { refusedWork, type WorkRefusal, type WorkTarget, workOn } from './openWork.ts';
import { decided, stateOf, type WorkState } from './operateFulfillment.ts';
import { labelUnderWay } from './operatePacking.ts';
import type { Environment } from './operateStock.ts';
import { leaving, referenceOfPart, shipmentOf, unitsLeaving } from './shipmentOf.ts';

export type PackageLabel = {
  readonly package: string;
  readonly trackingNumber: string;
  readonly label?: { readonly format: string; readonly base64: string } | undefined;
};

/** Labels that were made elsewhere. When every package of the work has one, it is labelled. */
export function attachLabels(
  target: WorkTarget,
  labels: readonly PackageLabel[],
  environment: Environment,
): Promise<Result<WorkState, WorkRefusal>> {
  return workOn(target, environment, async (batch, row, tx) => {
    const waiting = new Map((await tx.waitingPackages(row.id)).map((each) => [each.id, each]));
    for (const { package: id, trackingNumber, label } of labels) {
      if (!waiting.delete(id)) return err({ code: 'unknown-package', message: `${row.number} has no package ${id}` });
      await tx.labelPackage(id, trackingNumber, label ?? null);
    }
    const isComplete = [...waiting.values()].every((each) => each.trackingNumber !== null);
    if (!isComplete || row.state !== 'packed') return ok(stateOf(row));
    return decided(batch, row, { type: 'AttachLabels', at: batch.now, actor: target.actor });
  });
}

/** Asks a carrier for labels of what is packed, or picked where nothing is packed, though the rest is not done yet. */
export function requestLabel(target: WorkTarget, environment: Environment): Promise<Result<WorkState, WorkRefusal>> {
  return workOn(target, environment, async (batch, row, tx) => {
    if (row.method !== 'ship') return err(refusedWork(row, { code: 'wrong-method', method: row.method }));
    if (unitsLeaving(row, await tx.waitingPackages(row.id)).length === 0) {
      return err(refusedWork(row, { code: 'no-lines' }));
    }
    batch.outbox.push({ topic: 'label.wanted', entity: row.id, origin: null });
    return ok(stateOf(row));
  });
}

export type ShipCommand = {
  readonly carrier?: string | undefined;
  readonly service?: string | undefined;
  /** The number of what goes in one parcel and was not packed here. */
  readonly trackingNumber?: string | undefined;
};
export type ShippedWork = WorkState & { readonly shipment: string; readonly reference: string };

/** Hands over what is packed, or picked where nothing is packed; the rest stays open. */
export function shipWork(
  target: WorkTarget,
  { carrier, service, trackingNumber }: ShipCommand,
  environment: Environment,
): Promise<Result<ShippedWork, WorkRefusal>> {
  return workOn(target, environment, async (batch, row, tx) => {
    if (await tx.isLabelUnderWay(row.id)) return err(labelUnderWay(row));
    const waiting = await tx.waitingPackages(row.id);
    const loose = { id: batch.newId<string>(), trackingNumber: trackingNumber ?? null, label: null };
    const shipment = shipmentOf(batch, row, unitsLeaving(row, waiting), {
      reference: referenceOfPart(row, await tx.shipmentsOf(row.id)),
      origin: 'hub',
      isDelivered: false,
      carrierConnection: null,
      carrier: carrier ?? null,
      service: service ?? null,
      carrierReference: null,
      packages: waiting.length > 0 ? waiting.map((each: WaitingPackage) => leaving(each)) : [loose],
    });
    const by = { actor: target.actor, cause: null, isReport: false };
    const shipped = shipFulfillment(batch, row.id, shipment, by);
    if (!shipped.ok) return err({ code: shipped.error.code, message: shipped.error.message });
    const after = batch.works.get(row.id) ?? row;
    return ok({ ...stateOf(after), shipment: shipment.id, reference: shipment.reference });
  });
}

export type ManifestCommand = {
  readonly location: string;
  readonly carrier: string;
  readonly actor: string;
  /** Connected carriers that close their day: those among them that took something are told in the same transaction. */
  readonly closing: readonly ConnectionId[];
};

/** `requests`: what carriers were told, each a carrier request that the journal carries out. */
export type ManifestAnswer = ClosedManifest & { readonly requests: readonly string[] };

/** Puts all that left a location with a carrier since the last time on a manifest, for the driver to sign. */
export function closeManifest(
  { location, carrier, actor, closing }: ManifestCommand,
  { unitOfWork, ids, now }: Environment,
): Promise<Result<ManifestAnswer, WorkRefusal>> {
  return unitOfWork.transaction(async (tx) => {
    const place = (await tx.locations()).find(({ code }) => code === location)?.id;
    if (!place) return err({ code: 'unknown-location', message: `there is no location ${location}` });
    const closed = await tx.closeManifest({ id: ids.next(), location: place, carrier, createdBy: actor });
    if (!closed) {
      const message = `nothing has left ${location} with ${carrier} since the last one`;
      return err({ code: 'nothing-to-manifest', message });
    }
    const requests: string[] = [];
    for (const part of await tx.manifested(closed.id)) {
      if (!closing.includes(part.connection)) continue;
      const document = dayClose(part, now().slice(0, 10));
      const wish = { id: ids.next(), reference: part.number, connection: part.connection };
      requests.push(await tx.requestCarrier({ ...wish, operation: 'closeDay', document }, actor));
    }
    return ok({ ...closed, requests });
  });
}

/** What a carrier is told of a manifest at the end of a day. */
export function dayClose({ connection: _, number, ...part }: ManifestedPart, date: string): DayClose {
  return DayClose.parse({ reference: number, date, ...part });
}
