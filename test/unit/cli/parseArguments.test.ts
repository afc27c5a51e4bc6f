import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defineCommand, EXIT } from '../../../cli/command.ts';
import { parseArguments } from '../../../cli/parseArguments.ts';

const command = defineCommand({
  noun: 'plan',
  verb: 'abc',
  summary: 'Classify',
  options: {
    serviceLevel: { type: 'number', min: 0.5, max: 0.9999, default: 0.95, help: 'service level' },
    horizonDays: { type: 'number', isInteger: true, help: 'days' },
    offset: { type: 'number', help: 'may be negative' },
    method: { type: 'string', choices: ['value', 'volume'], default: 'value', help: 'by what' },
    only: { type: 'list', help: 'SKUs' },
    round: { type: 'boolean', default: true, help: 'round' },
    write: { type: 'boolean', short: 'w', help: 'write' },
    out: { type: 'string', short: 'o', help: 'file' },
  },
  positionals: { file: { help: 'sales file' }, more: { help: 'more files', isOptional: true, isRepeated: true } },
  run: () => EXIT.done,
});

const argsOf = (line: string) => {
  const parsed = parseArguments(command, line.split(' ').filter(Boolean));
  return parsed.ok ? parsed.value.args : parsed.error;
};

const DEFAULTS = {
  serviceLevel: 0.95,
  horizonDays: undefined,
  offset: undefined,
  method: 'value',
  only: [],
  round: true,
  write: false,
  out: undefined,
  file: 'a.csv',
  more: [],
};

test('defaults stand where nothing is given, and absent means undefined or an empty list', () => {
  expect(argsOf('a.csv')).toEqual(DEFAULTS);
});

test.each([
  ['a.csv b.csv c.csv', { more: ['b.csv', 'c.csv'] }],
  ['--service-level 0.99 a.csv', { serviceLevel: 0.99 }],
  ['a.csv --service-level=0.99', { serviceLevel: 0.99 }],
  ['a.csv --offset -5', { offset: -5 }],
  ['a.csv --horizon-days 0', { horizonDays: 0 }],
  ['a.csv --only S1 --only S2', { only: ['S1', 'S2'] }],
  ['a.csv --no-round', { round: false }],
  ['a.csv -w', { write: true }],
  ['a.csv -wo out.csv', { write: true, out: 'out.csv' }],
  ['a.csv --out=-x', { out: '-x' }],
  ['a.csv --out -', { out: '-' }],
  ['a.csv -- --write', { more: ['--write'] }],
])('"%s" is read as declared', (line, expected) => {
  expect(argsOf(line)).toEqual({ ...DEFAULTS, ...expected });
});

test.each([
  ['', 'FILE is missing: sales file'],
  ['a.csv --servic-level 0.9', 'unknown option --servic-level, did you mean --service-level?'],
  ['a.csv --colour', 'unknown option --colour'],
  ['a.csv -z', 'unknown option -z'],
  ['a.csv --out', '--out needs a value'],
  ['a.csv --out --write', '--out needs a value'],
  ['a.csv --out x --out y', '--out is given twice'],
  ['a.csv --service-level high', '--service-level needs a number, not "high"'],
  ['a.csv --service-level=', '--service-level needs a number, not ""'],
  ['a.csv --service-level 1', '--service-level is at most 0.9999, not 1'],
  ['a.csv --service-level 0.4', '--service-level is at least 0.5, not 0.4'],
  ['a.csv --horizon-days 1.5', '--horizon-days needs a whole number, not 1.5'],
  ['a.csv --method valu', '--method does not know "valu", did you mean value?'],
  ['a.csv --method price', '--method does not know "price", it is one of value, volume'],
  ['a.csv --write=yes', '--write takes no value'],
  ['a.csv --no-write', 'unknown option --no-write'],
  ['a.csv --no-out', 'unknown option --no-out'],
])('"%s" is refused: %s', (line, message) => {
  expect(argsOf(line)).toBe(message);
});

test('--help needs nothing else, and the global options are no arguments of the command', () => {
  const help = parseArguments(command, ['--help']);
  expect(help).toMatchObject({ ok: true, value: { global: { help: true } } });
  const json = parseArguments(command, ['a.csv', '--json', '--data', 'd']);
  expect(json).toEqual({ ok: true, value: { global: { json: true, data: 'd', help: false }, args: DEFAULTS } });
});

test('no command line makes the parser throw, and what it accepts has the declared types', () => {
  const words = fc.constantFrom(
    'a',
    '-',
    '--',
    '-w',
    '--out',
    '-o',
    '--no-round',
    '--service-level',
    '0.9',
    '-1',
    '=',
    '',
  );
  let accepted = 0;
  let refused = 0;
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 6 }), (argv) => {
      const parsed = parseArguments(command, argv);
      if (!parsed.ok) {
        refused += 1;
        expect(parsed.error).not.toMatch(/\n$/);
        return;
      }
      accepted += 1;
      if (parsed.value.global.help) return;
      const { file, serviceLevel, round, only } = parsed.value.args;
      expect([typeof file, typeof serviceLevel, typeof round, Array.isArray(only)]).toEqual([
        'string',
        'number',
        'boolean',
        true,
      ]);
    }),
    { numRuns: 2000 },
  );
  expect(Math.min(accepted, refused)).toBeGreaterThan(200);
});
