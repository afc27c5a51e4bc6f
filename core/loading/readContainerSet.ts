import type { LoadingCaseInput } from '../documents/loadingCase.ts';
import { err, ok, type Result } from '../shared/result.ts';

interface SetProblem {
  readonly id: string;
  readonly large_object: { readonly measurement: Measurement };
  readonly small_items: readonly {
    readonly measurement: Measurement;
    readonly quantity: number;
    readonly constraint: { readonly orientation: { readonly [order: string]: boolean } };
  }[];
}
interface Measurement {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/**
 * Reads a set of container problems of Bischoff and Ratcliff (1995) and Davies and Bischoff (1999) in their JSON form: one container,
 * boxes with quantities, and which of their sides may stand upright.
 */
export function readContainerSet(text: string): Result<readonly LoadingCaseInput[], string> {
  let problems: readonly SetProblem[];
  try {
    problems = JSON.parse(text) as readonly SetProblem[];
  } catch (cause) {
    return err(`is no JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  return ok(problems.map(caseOf));
}

function caseOf({ id, large_object, small_items }: SetProblem): LoadingCaseInput {
  const { x: length, y: width, z: height } = large_object.measurement;
  return {
    name: id,
    vehicles: [{ id: 'container', compartments: [{ id: 'container', length, width, height }] }],
    items: small_items.map(({ measurement, quantity, constraint }, k) => {
      const stands = (last: string) =>
        Object.entries(constraint.orientation).some(([to, may]) => may && to.endsWith(last));
      const sides = [
        ['length', 'x'],
        ['width', 'y'],
        ['height', 'z'],
      ] as const;
      const { x, y, z } = measurement;
      const upright = sides.filter(([, axis]) => stands(axis)).map(([side]) => side);
      return { id: `${k + 1}`, quantity, length: x, width: y, height: z, upright };
    }),
  };
}
