import type { Fault, FaultKind } from '../../../core/shared/fault.ts';
import type { Instant } from '../../../core/shared/ids.ts';
import type { Result } from '../../../core/shared/result.ts';
import type { AnyConnector, AskName, PullName, RawRequest, WriteKey, WriteName } from '../connector.ts';
import type { PlannedFault, Simulator, SimulatorOptions } from '../simulator.ts';
import type { ProxyAnswer } from './faultProxy.ts';

/**
 * What a connector shows of itself so that it can be certified. A connector's `conformance.ts` exports a list of them,
 * `subjects`: one for each way of talking to its system, such as a protocol or a version.
 */
export type ConformanceSubject = {
  readonly connector: AnyConnector;
  /** Which of the connector's ways this is: "JSON-2 of Odoo 19". Absent when there is one. */
  readonly variant?: string;
  /** Starts the connector's simulator. Absent only for a connector that makes no call. */
  readonly startSimulator?: (options?: SimulatorOptions) => Promise<Simulator>;
  /** What to enter for the secret settings so that the simulator refuses them. Default: each with its last letters turned. */
  readonly wrongSecret?: string;
  /** Whole messages by topic, as the vendor sends them; each is decoded as it is and in damaged copies. */
  readonly messages: Messages;
  /** More of them, too large to be damaged in every place: huge orders. */
  readonly extremes?: Messages;
  /** Why nothing is read of the system's answers but their status; absent where they are read. */
  readonly statusOnly?: string;
  /** The zone that a message's times without an offset are in (IANA); undefined where there are none. */
  readonly zoneOf?: (raw: unknown) => string | undefined;
  /** A folder of recorded exchanges (`connectors/<id>/fixtures`), decoded too. */
  readonly fixtures?: string;
  readonly pulls?: Readonly<Partial<Record<PullName, PullSample>>>;
  readonly writes?: Readonly<Partial<Record<WriteName, WriteSample>>>;
  readonly asks?: Readonly<Partial<Record<AskName, AskSample>>>;
  readonly webhook?: WebhookSample;
  /** The vendor's own failures, beyond the HTTP table that every connector is tried with. */
  readonly failures?: readonly FailureSample[];
  /** Tokens and the like that the simulator issued, out of its state: they must appear in no trace. */
  readonly issuedSecrets?: (state: unknown) => readonly string[];
  /** Adds to an answer what this vendor could add tomorrow. Default: a new field in every object of a JSON answer. */
  readonly drift?: (answer: ProxyAnswer) => ProxyAnswer;
  /** Why fields are kept in the message alone, where no canonical document has a place for them. */
  readonly keptRaw?: readonly KeptRaw[];
  /** Codes of the vendor that change what a message means, so that the loss table sees where one may stand. */
  readonly codes?: readonly string[];
  /** Answers that become canonical values without a topic: rates, tracking, labels. */
  readonly answers?: Readonly<Record<string, AnswerSample>>;
  /** Where messages and answers are in a folder of the vendor's own samples, for `connector coverage --samples`. */
  readonly vendorSamples?: readonly VendorSample[];
};

export type Messages = Readonly<Record<string, readonly unknown[]>>;

export type PullSample = {
  /** Puts records into the simulator, over HTTP; called once before the pull. */
  readonly seed?: (simulator: Simulator) => Promise<void>;
  /** How many records the pull must bring at least: enough for more than one page. */
  readonly atLeast: number;
  /** Changes the nth record over there, so that its version moves on; `undefined` where nobody can. */
  readonly change?: (simulator: Simulator, n: number) => Promise<void>;
};

export type WriteSample = {
  /** The nth document, different for each n; may first put into the simulator what the write refers to. */
  readonly document: (n: number, simulator: Simulator) => unknown;
  /** For each request of the write that changes something over there: a substring of "METHOD path body". */
  readonly commits: readonly string[];
  /** How many records of this write the simulator holds for a key, out of its state. */
  readonly count: (state: unknown, key: WriteKey, document: unknown) => number;
};

/** A question; may first put into the simulator what it is about. */
export type AskSample = { readonly query: (simulator: Simulator) => unknown };

export type WebhookSample = {
  /** Settings of a connection that the requests are signed for, as entered. */
  readonly settings: Readonly<Record<string, unknown>>;
  /**
   * A request as the vendor sends it. Equal `id`: a redelivery of the same message. `changedAt`: the version of the
   * record that it tells.
   */
  readonly request: (message: WebhookMessage) => RawRequest;
  /** The header that carries the signature, lower case. */
  readonly signatureHeader: string;
  /** Whether the signature covers a time, so that an old request must be refused. */
  readonly isTimed: boolean;
  /** The vendor signs nothing: the header carries a token that was agreed, whatever the body is. */
  readonly isTokenOnly?: true;
};

export type WebhookMessage = {
  readonly id: string;
  readonly at: Instant;
  readonly receivedAt: Instant;
  readonly changedAt?: Instant;
};

export type FailureSample = {
  readonly about: string;
  readonly fault: PlannedFault;
  /** What is called while the fault is planned: the check of credentials, or a write with a fresh document. */
  readonly during: 'check' | WriteName;
  readonly kind: FaultKind;
  readonly code?: string;
};

/**
 * `at`: a JSON pointer where `*` is any one key, a last `**` is everything below, and a first one is wherever it stands.
 * `of`: how the topics or answers begin that it is said of; all without it.
 */
export type KeptRaw = { readonly at: string; readonly why: string; readonly of?: string };

/** `at`: a JSON pointer into the file, where `*` is each key; `of`: the topic or the answer that is there. */
export type VendorSample = { readonly file: string; readonly at: string; readonly of: string };

export type AnswerSample = {
  readonly read: (raw: unknown) => Result<unknown, Fault> | Promise<Result<unknown, Fault>>;
  readonly samples: readonly unknown[];
};
