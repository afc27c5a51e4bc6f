import { z } from 'zod';
import { AddressCheck, CarrierLocation, RateQuote, TrackingDocument } from '../../../core/documents/index.ts';
import type { Fault } from '../../../core/shared/fault.ts';
import type { Result } from '../../../core/shared/result.ts';
import type { Ask, AskName, Checkpoint, Pull, PullName } from '../connector.ts';
import { type Bench, noAbort } from './lab.ts';
import type { ConformanceSubject } from './subject.ts';

export const START: Checkpoint = { since: null, cursor: null };

/** Something that a connector asks of its system and that changes nothing there. */
export type Reader = {
  readonly name: string;
  readonly read: (client: unknown, bench: Bench, signal?: AbortSignal) => Promise<Result<unknown, Fault>>;
  /** The shape of the answer, where it is a canonical one. */
  readonly schema?: z.ZodType;
};

const ANSWERS: Readonly<Record<AskName, z.ZodType>> = {
  quoteRates: z.array(RateQuote),
  track: TrackingDocument,
  validateAddress: AddressCheck,
  findLocations: z.array(CarrierLocation),
};

/** Every way in which a connector reads: the check of credentials, each question and the first page of each pull. */
export function readersOf({ connector, asks = {} }: ConformanceSubject): readonly Reader[] {
  const questions = Object.entries(asks).map(([name, { query }]) => {
    const ask = connector.capabilities[name as AskName] as Ask<unknown, unknown, unknown> | undefined;
    if (!ask) throw new Error(`there is a question for ${name}, which the connector cannot`);
    return {
      name,
      schema: ANSWERS[name as AskName],
      read: async (client: unknown, { simulator }: Bench, signal = noAbort()) =>
        ask.ask(client, await query(simulator), signal),
    };
  });
  const pages = pullsOf(connector).map(([name, pull]) => ({
    name,
    read: (client: unknown, _bench: Bench, signal = noAbort()) => pull.fetch(client, START, signal),
  }));
  const check: Reader = {
    name: 'check',
    read: (client, _bench, signal = noAbort()) => connector.check(client, signal),
  };
  return [check, ...questions, ...pages];
}

/** The pulls that a connector has. */
export function pullsOf({
  capabilities,
}: ConformanceSubject['connector']): readonly (readonly [PullName, Pull<unknown>])[] {
  return Object.entries(capabilities).flatMap(([name, capability]) =>
    name.startsWith('pull') && capability ? [[name as PullName, capability as Pull<unknown>] as const] : [],
  );
}

/** For checks of calls: why there is none to try. */
export const unlessCalls = ({ connector, startSimulator }: ConformanceSubject): string | undefined =>
  Object.keys(connector.capabilities).length === 0 && startSimulator === undefined
    ? 'the connector makes no call'
    : undefined;
