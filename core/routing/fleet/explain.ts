import { Drive } from './drive.ts';
import type { FleetProblem, VehicleType } from './fleetProblem.ts';

/**
 * Why a stop that must be visited can be in no plan, as a sentence that names the constraint; undefined when a vehicle could serve
 * it alone, so that only the number of vehicles or other routes stand in its way.
 */
export function explainAbsence(problem: FleetProblem, c: number): string | undefined {
  const partner = problem.pair[c] as number;
  const stops = partner < 0 ? [c] : [c, partner];
  const drive = new Drive(problem);
  if (problem.vehicles.some((type) => drive.price(type, stops, stops.length) < Infinity)) return undefined;
  const relaxed = RELAXATIONS.find(({ relax }) => {
    const eased = new Drive(problem);
    return problem.vehicles.some((type) => eased.price(relax(type), stops, stops.length) < Infinity);
  });
  const name = `stop ${problem.stopIds[c]}`;
  if (relaxed !== undefined) return `${name} ${relaxed.reason}`;
  return `${name} breaks several constraints of every vehicle, or its windows cannot be reached from any depot`;
}

const RELAXATIONS: readonly { readonly reason: string; readonly relax: (type: VehicleType) => VehicleType }[] = [
  { reason: 'needs skills that no vehicle with room and time for it has', relax: (type) => ({ ...type, skills: -1 }) },
  {
    reason: 'has a load above the capacity of every vehicle that could serve it',
    relax: (type) => ({ ...type, capacity: type.capacity.map(() => Infinity) }),
  },
  {
    reason: 'is too far away for the maximum distance of every vehicle',
    relax: (type) => ({ ...type, maxDistance: Infinity }),
  },
  {
    reason: 'takes longer than the maximum duration of every vehicle',
    relax: (type) => ({ ...type, maxDuration: Infinity }),
  },
  { reason: 'cannot be served within the breaks of every vehicle', relax: (type) => ({ ...type, breaks: [] }) },
  {
    reason: 'cannot be served within the shift of any vehicle',
    relax: (type) => ({ ...type, opens: Math.min(0, type.opens), closes: Infinity }),
  },
];
