import { RoutingAnswer, type RoutingCase } from '../../documents/routingCase.ts';
import { err, ok, type Result } from '../../shared/result.ts';

/**
 * Reads an answer to a case: the hub's JSON, or lines "Route #7: 4 9" in which 7 is the number of the vehicle, as the PyVRP
 * instances have it, counted through the types of the case.
 */
export function readLabeledRoutes(text: string, given: RoutingCase): Result<RoutingAnswer, string> {
  if (/^\s*\{/.test(text)) return readAnswer(text);
  const routes: RoutingAnswer['routes'] = [];
  for (const line of text.split('\n')) {
    const match = /^\s*route\s*#?\s*(\d+)\s*:\s*(.*)$/i.exec(line);
    if (match === null) continue;
    const vehicle = vehicleOf(given, Number(match[1]));
    if (vehicle === undefined) return err(`there is no vehicle ${match[1]}`);
    routes.push({ vehicle, stops: (match[2] ?? '').trim().split(/\s+/).filter(Boolean) });
  }
  return routes.length > 0 ? ok({ routes }) : err('no line of the form "Route #1: 1 2 3" was found');
}

function readAnswer(text: string): Result<RoutingAnswer, string> {
  try {
    const value = JSON.parse(text) as { readonly plan?: readonly PlannedRoute[] };
    const plan = value.plan?.map(({ vehicle, visits }) => ({ vehicle, stops: visits.map((visit) => visit.stop) }));
    const answer = RoutingAnswer.safeParse(plan === undefined ? value : { routes: plan });
    return answer.success ? ok(answer.data) : err(answer.error.issues[0]?.message ?? 'is no answer');
  } catch (cause) {
    return err(`is no JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

/** A route in the printed result of a solved case. */
interface PlannedRoute {
  readonly vehicle: string;
  readonly visits: readonly { readonly stop: string }[];
}

function vehicleOf(given: RoutingCase, number: number): string | undefined {
  let before = 0;
  for (const { id, count } of given.vehicles) {
    before += count;
    if (number >= 1 && number <= before) return id;
  }
  return undefined;
}
