import type { SourcingDecision } from '../ports/index.ts';
import type { Instant } from '../shared/ids.ts';
import { REASONS } from '../sourcing/index.ts';

/** A decision as people and programs read it: every location that there was, the winners first. */
export type ExplainedDecision = {
  readonly version: number;
  readonly at: Instant;
  readonly rules: string;
  readonly reason: string;
  readonly stage: number;
  readonly costMinor: number | null;
  /** Orders that were planned together, this one included. */
  readonly together: number;
  readonly locations: readonly ExplainedLocation[];
};
export type ExplainedLocation = {
  readonly location: string;
  readonly outcome: 'won' | 'lost';
  readonly reason: string;
  readonly figure: number;
  readonly text: string;
};

/** Spells out the note that an event keeps. */
export function explainDecision({ version, at, note, without }: SourcingDecision): ExplainedDecision {
  const { rules, reason, stage = 0, costMinor = null, together = 1, why } = note;
  const named = why.map(([code, because, figure]) => explained(code, because, figure));
  const empty = without.map((code) => explained(code, 'no-stock', 0));
  const locations = [...named, ...empty].sort((a, b) => Number(b.outcome === 'won') - Number(a.outcome === 'won'));
  return { version, at, rules, reason, stage, costMinor, together, locations };
}

const texts: Readonly<Record<string, string>> = REASONS;

function explained(location: string, reason: string, figure: number): ExplainedLocation {
  const says = texts[reason] ?? reason;
  const outcome = reason === 'won' ? 'won' : 'lost';
  return { location, outcome, reason, figure, text: figure === 0 ? says : `${says}: ${figure}` };
}
