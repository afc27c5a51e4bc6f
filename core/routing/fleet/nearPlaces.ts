import type { FleetProblem } from './fleetProblem.ts';

const WAIT_WEIGHT = 0.2;

/** The k nearest stops of each stop, nearest first, row-major; with windows, unavoidable waiting and lateness count as distance. */
export function nearPlaces(problem: FleetProblem, k: number): Int32Array {
  const { size } = problem;
  const near = new Int32Array(size * k);
  const length = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const others: number[] = [];
    for (let j = 0; j < size; j++) {
      if (j === i) continue;
      others.push(j);
      length[j] = Math.min(closeness(problem, i, j), closeness(problem, j, i));
    }
    others.sort((a, b) => (length[a] as number) - (length[b] as number) || a - b);
    for (let rank = 0; rank < k; rank++) near[i * k + rank] = others[rank] as number;
  }
  return near;
}

function closeness(problem: FleetProblem, i: number, j: number): number {
  const { distance, duration, places, service, firstWindow, opens, closes } = problem;
  const at = i * places + j;
  if (!problem.isTimed) return distance[at] as number;
  const lag = (service[i] as number) + (duration[at] as number);
  const lastClose = (c: number) => closes[(firstWindow[c + 1] as number) - 1] as number;
  const firstOpen = (c: number) => opens[firstWindow[c] as number] as number;
  const wait = Math.max(0, firstOpen(j) - lag - lastClose(i));
  const late = Math.max(0, firstOpen(i) + lag - lastClose(j));
  return (distance[at] as number) + WAIT_WEIGHT * wait + late;
}
