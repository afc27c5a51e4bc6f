import type {
  AnyConnector,
  AskName,
  PullName,
  RawRequest,
  WriteKey,
  WriteName,
} from '../../../connectors/kit/connector.ts';
import type { PlannedFault, Simulator, SimulatorOptions } from '../../../connectors/kit/simulator.ts';
import type { FaultKind } from '../../../core/shared/fault.ts';
import type { Instant } from '../../../core/shared/ids.ts';

/** What a connector shows of itself so that the conformance suite can try it. One short test file makes it. */
export type ConformanceSubject = {
  readonly connector: AnyConnector;
  /** Starts the connector's simulator. Absent only for a connector that makes no call. */
  readonly startSimulator?: (options?: SimulatorOptions) => Promise<Simulator>;
  /** What to enter for the secret settings so that the simulator refuses them. Default: each with its last letters turned. */
  readonly wrongSecret?: string;
  /** Whole messages by topic, as the vendor sends them; each is decoded as it is and in damaged copies. */
  readonly messages: Readonly<Record<string, readonly unknown[]>>;
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
};

export type PullSample = {
  /** Puts records into the simulator, over HTTP; called once before the pull. */
  readonly seed?: (simulator: Simulator) => Promise<void>;
  /** How many records the pull must bring at least: enough for more than one page. */
  readonly atLeast: number;
};

export type WriteSample = {
  /** The nth document, different for each n; may first put into the simulator what the write refers to. */
  readonly document: (n: number, simulator: Simulator) => unknown;
  /** For each request of the write that changes something over there: a substring of "METHOD path body". */
  readonly commits: readonly string[];
  /** How many records of this write the simulator holds for a key, out of its state. */
  readonly count: (state: unknown, key: WriteKey, document: unknown) => number;
};

export type AskSample = { readonly query: unknown };

export type WebhookSample = {
  /** Settings of a connection that the requests are signed for, as entered. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** A request as the vendor sends it. Equal `id`: a redelivery of the same message. */
  readonly request: (message: {
    readonly id: string;
    readonly at: Instant;
    readonly receivedAt: Instant;
  }) => RawRequest;
  /** The header that carries the signature, lower case. */
  readonly signatureHeader: string;
  /** Whether the signature covers a time, so that an old request must be refused. */
  readonly isTimed: boolean;
};

export type FailureSample = {
  readonly about: string;
  readonly fault: PlannedFault;
  /** What is called while the fault is planned: the check of credentials, or a write with a fresh document. */
  readonly during: 'check' | WriteName;
  readonly kind: FaultKind;
  readonly code?: string;
};
