import type { RoutingAnswer, RoutingCase } from '../../../../../core/documents/routingCase.ts';
import { checkFleet } from '../../../../../core/routing/fleet/checkFleet.ts';

/**
 * The least cost over every plan, by enumeration: each stop in turn goes to every place of every route, to a route of its own with
 * every vehicle, or stays out. The independent checker judges each plan. For up to five stops.
 */
export function exactFleet(given: RoutingCase): number {
  let best = Infinity;
  const weight = given.objective === 'vehicles' ? 1e7 : 0;
  const walk = (k: number, routes: RoutingAnswer['routes']) => {
    const stop = given.stops[k];
    if (stop === undefined) {
      const check = checkFleet(given, { routes });
      if (check.feasible) best = Math.min(best, check.cost + weight * check.vehicles);
      return;
    }
    walk(k + 1, routes);
    for (const { id } of given.vehicles) walk(k + 1, [...routes, { vehicle: id, stops: [stop.id] }]);
    for (const [r, route] of routes.entries()) {
      for (let at = 0; at <= route.stops.length; at++) {
        const longer = { ...route, stops: route.stops.toSpliced(at, 0, stop.id) };
        walk(k + 1, routes.with(r, longer));
      }
    }
  };
  walk(0, []);
  return best;
}
