import type { Fault } from '../../core/shared/fault.ts';
import type { Result } from '../../core/shared/result.ts';
import type { DuplicatePolicy, Manifest, Pull } from '../kit/connector.ts';
import type { HttpAnswer, HttpFailure, HttpRequest } from '../kit/io.ts';
import type { MappingBody } from '../kit/mapping/mappingBody.ts';
import type { MoneyFormat } from '../kit/moneyFormat.ts';
import type { TimeFormat } from '../kit/timeFormat.ts';

/** Where a function stands in a connector: `['capabilities', 'pullOrders', 'fetch']`. */
export type Path = readonly string[];

/** A connection's client: it lives in the child, made from the settings when it is first used. */
export type ClientName = { readonly id: number; readonly settings: unknown };

/** An HTTP request without what cannot travel; `isClassified`: the child has words of its own for error answers. */
export type SentRequest = Omit<HttpRequest, 'classify'> & { readonly isClassified: boolean };

/** From the hub to the child. `now`: somebody stands still until the answer is there. */
export type ToChild =
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly path: Path;
      readonly args: readonly unknown[];
      readonly now: boolean;
    }
  | {
      readonly kind: 'use';
      readonly id: number;
      readonly path: Path;
      readonly client: ClientName;
      readonly args: readonly unknown[];
    }
  | { readonly kind: 'abort'; readonly id: number }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Result<HttpAnswer, Fault> };

/** From the child to the hub. `error`: what it threw, for the log. */
export type FromChild =
  | { readonly kind: 'value'; readonly id: number; readonly now: boolean; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly now: boolean; readonly error: string }
  | { readonly kind: 'request'; readonly id: number; readonly client: number; readonly request: SentRequest }
  | { readonly kind: 'abort'; readonly id: number };

/** From the thread between the two to the hub: the child ended, with the last that it said. */
export type Gone = { readonly kind: 'gone'; readonly why: string };

/** What the thread is told: the program to run, and where it says that an answer is there for one who stands still. */
export type BridgeData = {
  readonly command: string;
  readonly args: readonly string[];
  readonly signal: Int32Array;
};

/** What the connector is, as data; `true` stands for a function that is called in the child. */
export type Declaration = {
  readonly manifest: Manifest;
  readonly topics: readonly string[];
  readonly servers: { readonly production: string | true; readonly sandbox?: string | true } | null;
  readonly has: { readonly auth: boolean; readonly classify: boolean; readonly webhook: boolean };
  readonly formats: { readonly time?: TimeFormat; readonly money?: MoneyFormat } | null;
  readonly mapping: MappingBody | null;
  readonly settings: unknown;
  readonly pulls: Readonly<Record<string, Pick<Pull<unknown>, 'topic' | 'cursor' | 'everyMs'>>>;
  readonly writes: Readonly<
    Record<string, { readonly mode: DuplicatePolicy<unknown, unknown>['mode']; readonly settleMs: number | null }>
  >;
  readonly asks: readonly string[];
};

/** What settings become when the connector checks them. */
export type CheckedSettings =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly issues: readonly { readonly path: readonly (string | number)[]; readonly message: string }[];
    };

export type Classify = (failure: HttpFailure) => Fault | undefined;
