import { err, type Result } from '../shared/result.ts';
import type { Problem, Rounding } from './problem.ts';
import { readSolomon } from './readSolomon.ts';
import { readVrplib } from './readVrplib.ts';

/**
 * Reads a routing file by its content: VRPLIB (headers with colons) or Solomon and Gehring-Homberger (VEHICLE and CUSTOMER tables).
 * `rounding` applies to the latter, whose files do not state it. The error is one sentence.
 */
export function readProblem(text: string, rounding: Rounding): Result<Problem, string> {
  const head = text.slice(0, 4000);
  if (/^\s*DIMENSION\s*:/m.test(head)) return readVrplib(text);
  if (/^\s*VEHICLE/m.test(head) && /^\s*CUSTOMER/m.test(head)) return readSolomon(text, rounding);
  return err('the file is neither VRPLIB nor Solomon: no DIMENSION header, no VEHICLE and CUSTOMER tables');
}
