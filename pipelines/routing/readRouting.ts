import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { RoutingCase, type RoutingCaseInput } from '../../core/documents/routingCase.ts';
import {
  buildFleet,
  type FleetProblem,
  isCordeau,
  isFleetVrplib,
  type Problem,
  type Rounding,
  readCordeau,
  readFleetVrplib,
  readProblem,
  withMatrix,
} from '../../core/routing/index.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { type GivenMatrix, parseMatrix } from './parseMatrix.ts';

const MAX_BYTES = 64 * 1024 * 1024;

/** A file as read: one depot and equal vehicles, or a case of the full model with its document. */
export type Routing =
  | { readonly kind: 'plain'; readonly problem: Problem }
  | { readonly kind: 'fleet'; readonly given: RoutingCase; readonly problem: FleetProblem };

/** How arc costs follow from coordinates where the file does not say, and a file of arc costs that replaces them. */
export interface ReadOptions {
  readonly rounding: Rounding | 'thousandths';
  readonly matrix?: string | undefined;
  readonly vehiclesFirst?: boolean | undefined;
}

/** Reads a file as text, unpacked when it is gzip; refuses above 64 MB, packed or not, before it is parsed. */
export async function readText(path: string): Promise<Result<string, string>> {
  try {
    const bytes = await readFile(path);
    if (bytes.length > MAX_BYTES) return err(`${path} is larger than 64 MB`);
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const plain = isPacked ? await promisify(gunzip)(bytes, { maxOutputLength: MAX_BYTES }) : bytes;
    return { ok: true, value: plain.toString('utf8') };
  } catch (cause) {
    return err(`${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

/** Reads a routing problem from a file, packed or not: VRPLIB, Solomon, Cordeau or the hub's own JSON. The error is one sentence. */
export async function readRouting(path: string, options: ReadOptions): Promise<Result<Routing, string>> {
  const text = await readText(path);
  if (!text.ok) return text;
  const matrix = options.matrix === undefined ? ok(undefined) : await readMatrix(options.matrix);
  if (!matrix.ok) return matrix;
  const routing = parseRouting(text.value, options, matrix.value);
  return routing.ok ? routing : err(`${path}: ${routing.error}`);
}

function parseRouting(text: string, options: ReadOptions, matrix: GivenMatrix | undefined): Result<Routing, string> {
  const own = caseText(text, options);
  if (own?.ok === false) return own;
  return own === undefined ? plainRouting(text, options, matrix) : fleetRouting(own.value, options, matrix);
}

function fleetRouting(
  own: RoutingCase,
  options: ReadOptions,
  matrix: GivenMatrix | undefined,
): Result<Routing, string> {
  const objective = options.vehiclesFirst === true ? ('vehicles' as const) : own.objective;
  const distances = matrix === undefined ? own.distances : { kind: 'matrix' as const, ...matrix };
  const given = { ...own, objective, distances };
  const fleet = buildFleet(given);
  return fleet.ok ? ok({ kind: 'fleet', given, problem: fleet.value }) : fleet;
}

function plainRouting(text: string, options: ReadOptions, matrix: GivenMatrix | undefined): Result<Routing, string> {
  const problem = readProblem(text, options.rounding === 'thousandths' ? 'exact' : options.rounding);
  if (!problem.ok) return problem;
  const replaced = matrix === undefined ? problem : withMatrix(problem.value, matrix.distance);
  return replaced.ok ? ok({ kind: 'plain', problem: replaced.value }) : replaced;
}

/** The case in a text that needs the full model; undefined for the formats that do not. */
function caseText(text: string, options: ReadOptions): Result<RoutingCase, string> | undefined {
  if (/^\s*\{/.test(text)) return parseCase(text);
  const scale = options.rounding === 'thousandths' ? 'thousandths' : 'nearest';
  let read: Result<RoutingCaseInput, string> | undefined;
  if (isCordeau(text)) read = readCordeau(text);
  else if (isFleetVrplib(text)) read = readFleetVrplib(text, scale);
  if (read === undefined) return undefined;
  return read.ok ? checkShape(read.value) : read;
}

function parseCase(text: string): Result<RoutingCase, string> {
  try {
    return checkShape(JSON.parse(text));
  } catch (cause) {
    return err(`the file is no JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

function checkShape(value: unknown): Result<RoutingCase, string> {
  const parsed = RoutingCase.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return err(`${issue?.path.join('.') || 'the case'}: ${issue?.message ?? 'is not valid'}`);
}

async function readMatrix(path: string): Promise<Result<GivenMatrix, string>> {
  const text = await readText(path);
  if (!text.ok) return text;
  const matrix = parseMatrix(text.value);
  return matrix.ok ? matrix : err(`${path} ${matrix.error}`);
}
