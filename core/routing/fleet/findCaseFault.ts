import type { RoutingCase } from '../../documents/routingCase.ts';

const MOST_PLACES = 5000;
const MOST_SKILLS = 30;

/** The first thing in a case that cannot be, as one sentence; undefined when there is none. */
export function findCaseFault(given: RoutingCase): string | undefined {
  const places = given.stops.length + given.depots.length;
  if (places > MOST_PLACES) return `the case has ${places} places, above ${MOST_PLACES}`;
  return (
    repeated('stop', given.stops) ??
    repeated('depot', given.depots) ??
    repeated('vehicle', given.vehicles) ??
    spotFault(given) ??
    matrixFault(given) ??
    vehicleFault(given) ??
    first(given.stops, (stop) => stopFault(stop)) ??
    pairFault(given) ??
    routeFault(given)
  );
}

function first<T>(list: readonly T[], find: (item: T, k: number) => string | undefined): string | undefined {
  for (const [k, item] of list.entries()) {
    const fault = find(item, k);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function repeated(kind: string, list: readonly { readonly id: string }[]): string | undefined {
  const seen = new Set<string>();
  return first(list, ({ id }) => {
    if (seen.has(id)) return `${kind} ${id} is there twice`;
    seen.add(id);
    return undefined;
  });
}

function spotFault({ distances, stops, depots }: RoutingCase): string | undefined {
  if (distances.kind === 'matrix') return undefined;
  const needs = distances.kind === 'euclidean' ? (['x', 'y'] as const) : (['latitude', 'longitude'] as const);
  const lacks = (kind: string) => (spot: RoutingCase['depots'][number] | RoutingCase['stops'][number]) =>
    needs.some((name) => spot[name] === undefined)
      ? `${kind} ${spot.id} has no coordinates (${needs.join(', ')})`
      : undefined;
  return first(stops, lacks('stop')) ?? first(depots, lacks('depot'));
}

function matrixFault({ distances, stops, depots }: RoutingCase): string | undefined {
  if (distances.kind !== 'matrix') return undefined;
  const places = stops.length + depots.length;
  const wrong = (rows: readonly (readonly number[])[] | undefined) =>
    rows !== undefined && (rows.length !== places || rows.some((row) => row.length !== places));
  if (wrong(distances.distance)) return `the distance matrix is not ${places} by ${places}`;
  return wrong(distances.duration) ? `the duration matrix is not ${places} by ${places}` : undefined;
}

function vehicleFault({ vehicles, depots, stops }: RoutingCase): string | undefined {
  const known = new Set(depots.map((depot) => depot.id));
  const skills = new Set(stops.flatMap((stop) => stop.skills));
  if (skills.size > MOST_SKILLS) return `stops ask for ${skills.size} different skills, above ${MOST_SKILLS}`;
  return first(vehicles, ({ id, start, end, shift, breaks }) => {
    for (const depot of [start, end]) {
      if (depot !== undefined && !known.has(depot)) return `vehicle ${id} names the unknown depot ${depot}`;
    }
    if (shift !== undefined && shift[1] < shift[0]) return `the shift of vehicle ${id} ends before it begins`;
    return first(breaks, ({ window }) =>
      window[1] < window[0] || window[1] < (shift?.[0] ?? 0)
        ? `a break of vehicle ${id} closes before it can begin`
        : undefined,
    );
  });
}

function stopFault({ id, windows }: RoutingCase['stops'][number]): string | undefined {
  const sorted = [...windows].sort((a, b) => a[0] - b[0]);
  return first(sorted, ([opens, closes], k) => {
    if (closes < opens) return `stop ${id} closes (${closes}) before it opens (${opens})`;
    const next = sorted[k + 1];
    return next !== undefined && next[0] <= closes ? `stop ${id} has windows that overlap` : undefined;
  });
}

function pairFault({ pairs, stops }: RoutingCase): string | undefined {
  const byId = new Map(stops.map((stop) => [stop.id, stop]));
  const paired = new Set<string>();
  return first(pairs, ({ pickup, delivery }) => {
    for (const id of [pickup, delivery]) {
      if (!byId.has(id)) return `a pair names the unknown stop ${id}`;
      if (paired.has(id)) return `stop ${id} is in two pairs`;
      paired.add(id);
    }
    return byId.get(delivery)?.penalty === undefined
      ? undefined
      : `the penalty of a pair belongs to its pickup ${pickup}`;
  });
}

function routeFault({ routes, vehicles, stops, pairs }: RoutingCase): string | undefined {
  const known = new Set(stops.map((stop) => stop.id));
  const used = new Map<string, number>();
  const visited = new Map<string, number>();
  const fault = first(routes, (route, k) => {
    const vehicle = vehicles.find((entry) => entry.id === route.vehicle);
    if (vehicle === undefined) return `given route ${k + 1} names the unknown vehicle ${route.vehicle}`;
    used.set(vehicle.id, (used.get(vehicle.id) ?? 0) + 1);
    if ((used.get(vehicle.id) ?? 0) > vehicle.count) return `vehicle ${vehicle.id} has more routes than vehicles`;
    if (route.locked > route.stops.length) return `given route ${k + 1} locks more stops than it has`;
    return first(route.stops, (id) => {
      if (!known.has(id)) return `given route ${k + 1} names the unknown stop ${id}`;
      if (visited.has(id)) return `stop ${id} is on two given routes`;
      visited.set(id, k);
      return undefined;
    });
  });
  return (
    fault ??
    first(pairs, ({ pickup, delivery }) =>
      visited.get(pickup) === visited.get(delivery)
        ? undefined
        : `pair ${pickup}, ${delivery} is split between given routes`,
    )
  );
}
