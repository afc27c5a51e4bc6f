import { type LocationProfile, SOURCING_FILTERS, type SourcingFilter, type SourcingRules } from '../documents/index.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { Places } from './distance.ts';
import { type Site, type Stage, siteOf, stageOf } from './site.ts';

/** What of goods and places must be loaded for the rules; everything else they can do without. */
export type RulesNeeds = {
  readonly goods: boolean;
  readonly load: boolean;
  readonly ages: boolean;
  readonly destination: boolean;
};

/** Rules made ready: what can be computed once has been. */
export type CompiledRules = {
  /** `name@version`, as explanations name it. */
  readonly label: string;
  readonly document: SourcingRules;
  readonly stages: readonly [Stage, ...Stage[]];
  readonly places: Places;
  readonly needs: RulesNeeds;
  /** true when every location may take every order: such rules look at priorities alone. */
  readonly isPlain: boolean;
  site(code: string): Site;
};

/** What is wrong in rules, and where: a path such as `filters.groups`. */
export type RulesFinding = { readonly at: string; readonly message: string };

/** Makes rules ready to be asked for orders. All findings at once, when they contradict themselves. */
export function compileRules(document: SourcingRules, label: string): Result<CompiledRules, readonly RulesFinding[]> {
  const findings = findingsOf(document);
  if (findings.length > 0) return err(findings);
  const sites = new Map(Object.entries(document.locations).map(([code, it]) => [code, siteOf(it, document)]));
  const other = siteOf(OTHER, document);
  const first = firstStage(document);
  return ok({
    label,
    document,
    stages: [first, ...document.fallback.map((step) => fallbackStage(document, first, step))],
    places: new Places(document.places),
    needs: needsOf(document),
    isPlain: isPlain(document),
    site: (code) => sites.get(code) ?? other,
  });
}

/** A location that the rules do not name: always open, near nobody, for ordinary goods. */
const OTHER: LocationProfile = {
  zone: 'UTC',
  groups: [],
  closedOn: [],
  hazardous: false,
  temperatures: ['ambient'],
};

function firstStage({ filters, maxLocations = Number.POSITIVE_INFINITY }: SourcingRules): Stage {
  const { channels, groups, hours, cutOff, distanceKm, capacity, hazardous, temperature } = filters;
  const applies = {
    channels,
    groups: groups !== undefined,
    hours,
    cutOff,
    distance: distanceKm !== undefined,
    keepUnits: true,
    capacity,
    hazardous,
    temperature,
  };
  return stageOf(applies, groups, maxLocations);
}

function fallbackStage(
  { filters, maxLocations }: SourcingRules,
  { applies }: Stage,
  step: SourcingRules['fallback'][number],
): Stage {
  const left = new Set(step.without);
  const kept = Object.fromEntries(
    SOURCING_FILTERS.map((filter) => [filter, applies[filter] && !left.has(filter)]),
  ) as Record<SourcingFilter, boolean>;
  if (step.groups) kept.groups = true;
  const limit = step.maxLocations ?? maxLocations ?? Number.POSITIVE_INFINITY;
  return stageOf(kept, step.groups ?? filters.groups, limit);
}

function needsOf(document: SourcingRules): RulesNeeds {
  const { filters, rates, scoring, method, locations } = document;
  const isScored = method !== 'priority';
  const isPerKg = isScored && rates.some(({ perKgMinor }) => perKgMinor > 0);
  return {
    goods: filters.hazardous || filters.temperature || isPerKg,
    load: filters.capacity || (isScored && scoring.fullLoadMinor > 0),
    ages: isScored && scoring.perUnitDayOfAgeMinor > 0,
    destination: filters.distanceKm !== undefined || (isScored && Object.keys(locations).length > 0),
  };
}

function isPlain({ method, filters, locations, maxLocations, backorder }: SourcingRules): boolean {
  const { unknownDistance: _, ...asked } = filters;
  return (
    method === 'priority' &&
    backorder === 'partial' &&
    maxLocations === undefined &&
    Object.values(asked).every((value) => value === false || value === 0 || value === undefined) &&
    Object.values(locations).every(({ keepUnits }) => !keepUnits)
  );
}

function findingsOf(rules: SourcingRules): RulesFinding[] {
  const { locations, filters, fallback, rates, scoring, promiseDays, method, window } = rules;
  const known = new Set(Object.values(locations).flatMap(({ groups }) => groups));
  const findings: RulesFinding[] = [];
  const check = (groups: readonly string[] | undefined, at: string): void => {
    for (const group of groups ?? []) {
      if (!known.has(group)) findings.push({ at, message: `no location is in the group ${group}` });
    }
  };
  check(filters.groups, 'filters.groups');
  for (const [i, step] of fallback.entries()) {
    check(step.groups, `fallback.${i}.groups`);
    const changes = step.groups ?? step.without ?? step.maxLocations;
    if (changes === undefined) findings.push({ at: `fallback.${i}`, message: 'this step changes nothing' });
  }
  for (const [i, rate] of rates.entries()) check(rate.groups, `rates.${i}.groups`);
  if (filters.distanceKm !== undefined && !Object.values(locations).some(({ at }) => at)) {
    findings.push({
      at: 'filters.distanceKm',
      message: 'no location says where it is: give it latitude and longitude',
    });
  }
  if (scoring.perDayLateMinor > 0 && promiseDays === undefined) {
    findings.push({ at: 'scoring.perDayLateMinor', message: 'nothing says when an order is late: set promiseDays' });
  }
  if (window && method !== 'exact')
    findings.push({ at: 'window', message: 'orders are planned together by cost: set the method to exact' });
  return findings;
}
