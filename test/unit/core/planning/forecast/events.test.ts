import { describe, expect, test } from 'vitest';
import { learnEvents, withEvents, withoutEvents } from '../../../../../core/planning/forecast/events.ts';

describe('events', () => {
  const promotion = { name: 'promotion', periods: [5, 15, 25, 32] };
  const history = Float64Array.from({ length: 30 }, (_, t) => (promotion.periods.includes(t) ? 300 : 100));

  test('a promotion that tripled demand three times is learned as 3^(3/4), drawn towards no effect', () => {
    const [effect] = learnEvents(history, [promotion]);
    expect(effect?.factor).toBeCloseTo(3 ** 0.75, 10);
    expect(effect?.learnedFrom).toBe(3);
  });

  test('taking an event out and putting it back gives the history again', () => {
    const effects = learnEvents(history, [promotion]);
    const back = withEvents(withoutEvents(history, [promotion], effects), 0, [promotion], effects);
    back.forEach((value, t) => {
      expect(value).toBeCloseTo(history[t] ?? 0, 9);
    });
  });

  test('a planned promotion lifts its own period of the forecast only', () => {
    const effects = [{ name: 'promotion', factor: 2, learnedFrom: 5 }];
    expect([...withEvents(Float64Array.of(10, 10, 10, 10), 30, [promotion], effects)]).toEqual([10, 10, 20, 10]);
  });

  test('an event without a past has no effect', () => {
    expect(learnEvents(history, [{ name: 'new', periods: [31] }])[0]).toEqual({
      name: 'new',
      factor: 1,
      learnedFrom: 0,
    });
  });
});
