/** How files price an arc: cut after one decimal (DIMACS), the exact double (SINTEF), or whole thousandths (fleets in VRPLIB files). */
export const ROUNDINGS = ['tenths', 'exact', 'thousandths'] as const;

/** What comes first: the cost alone, or fewest vehicles and then the cost. */
export const OBJECTIVES = ['cost', 'vehicles'] as const;

/** The options of every command that searches for routes. */
export const searchOptions = {
  time: { type: 'string', placeholder: 'DURATION', help: 'how long to search: 60s, 10m', default: '60s' },
  target: { type: 'number', help: 'end as soon as a plan costs no more than this' },
  idle: { type: 'string', placeholder: 'DURATION', help: 'end when nothing better was found for so long' },
  steps: { type: 'number', isInteger: true, min: 1, help: 'search this many steps instead, with a repeatable answer' },
  threads: { type: 'number', isInteger: true, min: 1, max: 64, help: 'worker threads', default: 2 },
  seed: { type: 'number', isInteger: true, help: 'the seed of the random numbers', default: 1 },
  objective: { type: 'string', choices: OBJECTIVES, help: 'cost alone, or fewest vehicles first', default: 'cost' },
  rounding: {
    type: 'string',
    choices: ROUNDINGS,
    help: 'arc costs where the file leaves them open',
    default: 'tenths',
  },
} as const;

const UNIT_SECONDS: { readonly [unit: string]: number } = { s: 1, m: 60, h: 3600 };

/** Reads a duration such as 60s, 1.5m or 2h as seconds; undefined when it is none. */
export function readSeconds(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)([smh])$/.exec(text);
  return match === null ? undefined : Number(match[1]) * (UNIT_SECONDS[match[2] ?? ''] ?? Number.NaN);
}
