import type { SourcingChannel, SourcingFilter } from '../documents/index.ts';
import type { Load, ReasonCode } from './candidate.ts';
import type { Site, Stage } from './site.ts';

/** What a filter compares. */
export type SiteFacts = {
  readonly site: Site;
  readonly channel: SourcingChannel;
  readonly nowMs: number;
  /** NaN when it is not known. */
  readonly km: number;
  readonly load: Load;
  readonly maxKm: number;
  readonly keepsUnknown: boolean;
};

export type Refusal = { readonly reason: ReasonCode; readonly figure: number };
type Check = (facts: SiteFacts, stage: Stage) => Refusal | null;

const MINUTE_MS = 60_000;

/** The filters that look at a location, in the order in which the first to refuse is named. */
const CHECKS: readonly (readonly [SourcingFilter, Check])[] = [
  ['channels', ({ site, channel }) => (site.channels?.has(channel) === false ? because('wrong-channel') : null)],
  ['groups', ({ site }, { groups }) => (groups?.isDisjointFrom(site.groups) ? because('wrong-group') : null)],
  ['hours', ({ site, nowMs }) => (site.schedule.isOpen(nowMs) ? null : because('closed'))],
  ['cutOff', checkCutOff],
  ['distance', checkDistance],
  ['capacity', checkCapacity],
];

/** Why a location may not be used in a stage; null when it may. */
export function refusalOf(facts: SiteFacts, stage: Stage): Refusal | null {
  for (const [filter, check] of CHECKS) {
    const refusal = stage.applies[filter] ? check(facts, stage) : null;
    if (refusal) return refusal;
  }
  return null;
}

function checkCutOff({ site, nowMs }: SiteFacts): Refusal | null {
  const cutOff = site.schedule.cutOffToday(nowMs);
  if (cutOff === null) return because('closed');
  return nowMs > cutOff ? because('past-cut-off', Math.ceil((nowMs - cutOff) / MINUTE_MS)) : null;
}

function checkDistance({ km, maxKm, keepsUnknown }: SiteFacts): Refusal | null {
  if (Number.isNaN(km)) return keepsUnknown ? null : because('distance-unknown');
  return km > maxKm ? because('too-far', Math.round(km)) : null;
}

function checkCapacity({ site, load }: SiteFacts): Refusal | null {
  if (load.orders >= site.ordersPerDay) return because('capacity-full', site.ordersPerDay);
  return load.units >= site.unitsPerDay ? because('capacity-full', site.unitsPerDay) : null;
}

export const because = (reason: ReasonCode, figure = 0): Refusal => ({ reason, figure });
