/** A function of a point; the array is reused between calls and must not be kept. */
export type Objective = (point: Float64Array) => number;

type Simplex = { readonly points: Float64Array[]; readonly values: Float64Array; readonly trial: Float64Array };

/**
 * Nelder-Mead downhill simplex (Nelder & Mead 1965, coefficients 1, 2, 0.5, 0.5). `steps` gives the first simplex's
 * size per coordinate. Bounds are the objective's own: it returns Infinity outside them. Stops after `maxCalls`
 * evaluations or when the simplex's values agree to a relative `tolerance`.
 */
export function nelderMead(
  objective: Objective,
  start: Float64Array,
  steps: Float64Array,
  maxCalls: number,
  tolerance = 1e-6,
): { readonly point: Float64Array; readonly value: number } {
  const simplex = firstSimplex(objective, start, steps);
  let calls = start.length + 1;
  while (calls < maxCalls) {
    const { best, worst, second } = rank(simplex.values);
    const low = simplex.values[best] as number;
    const high = simplex.values[worst] as number;
    if (high - low <= tolerance * (Math.abs(low) + tolerance)) break;
    calls += improve(objective, simplex, best, worst, simplex.values[second] as number);
  }
  const { best } = rank(simplex.values);
  return { point: simplex.points[best] as Float64Array, value: simplex.values[best] as number };
}

function firstSimplex(objective: Objective, start: Float64Array, steps: Float64Array): Simplex {
  const points = [Float64Array.from(start)];
  for (let i = 0; i < start.length; i++) {
    const point = Float64Array.from(start);
    point[i] = (point[i] as number) + (steps[i] as number);
    points.push(point);
  }
  return { points, values: Float64Array.from(points, objective), trial: new Float64Array(start.length) };
}

function rank(values: Float64Array): { best: number; worst: number; second: number } {
  let best = 0;
  let worst = 0;
  for (let i = 1; i < values.length; i++) {
    if ((values[i] as number) < (values[best] as number)) best = i;
    if ((values[i] as number) >= (values[worst] as number)) worst = i;
  }
  let second = best;
  for (let i = 0; i < values.length; i++) {
    if (i !== worst && (values[i] as number) > (values[second] as number)) second = i;
  }
  return { best, worst, second };
}

/** One step of the simplex; gives the number of evaluations it took. */
function improve(objective: Objective, simplex: Simplex, best: number, worst: number, second: number): number {
  const low = simplex.values[best] as number;
  const reflected = tryAt(objective, simplex, worst, -1);
  if (reflected < low) {
    const kept = Float64Array.from(simplex.trial);
    const expanded = tryAt(objective, simplex, worst, -2);
    if (expanded < reflected) replace(simplex, worst, simplex.trial, expanded);
    else replace(simplex, worst, kept, reflected);
    return 2;
  }
  if (reflected < second) {
    replace(simplex, worst, simplex.trial, reflected);
    return 1;
  }
  const high = simplex.values[worst] as number;
  const contracted = tryAt(objective, simplex, worst, reflected < high ? -0.5 : 0.5);
  if (contracted < Math.min(reflected, high)) {
    replace(simplex, worst, simplex.trial, contracted);
    return 2;
  }
  return 2 + shrink(objective, simplex, best);
}

/** The value at centroid + factor × (worst − centroid); the point is left in `simplex.trial`. */
function tryAt(objective: Objective, simplex: Simplex, worst: number, factor: number): number {
  const { points, trial } = simplex;
  const n = trial.length;
  const bad = points[worst] as Float64Array;
  for (let j = 0; j < n; j++) {
    let sum = 0;
    for (let i = 0; i <= n; i++) if (i !== worst) sum += (points[i] as Float64Array)[j] as number;
    const centroid = sum / n;
    trial[j] = centroid + factor * ((bad[j] as number) - centroid);
  }
  return objective(trial);
}

function replace(simplex: Simplex, index: number, point: Float64Array, value: number): void {
  (simplex.points[index] as Float64Array).set(point);
  simplex.values[index] = value;
}

function shrink(objective: Objective, simplex: Simplex, best: number): number {
  const anchor = simplex.points[best] as Float64Array;
  simplex.points.forEach((point, i) => {
    if (i === best) return;
    for (let j = 0; j < point.length; j++) point[j] = ((point[j] as number) + (anchor[j] as number)) / 2;
    simplex.values[i] = objective(point);
  });
  return simplex.points.length - 1;
}
