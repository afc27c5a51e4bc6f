import type { CaseKind, CasePriority, CaseProgress, MessageDirection } from '../cases/index.ts';
import type { Instant, OrderId } from '../shared/ids.ts';

export type NewCase = {
  readonly id: string;
  readonly kind: CaseKind;
  readonly subject: string;
  readonly priority: CasePriority;
  readonly order: OrderId | null;
  readonly rma: string | null;
  readonly answerDueAt: Instant;
  readonly solveDueAt: Instant;
  readonly createdAt: Instant;
  readonly by: string;
};

export type NewMessage = {
  readonly id: string;
  readonly case: string;
  readonly direction: MessageDirection;
  readonly author: string;
  readonly text: string;
  readonly at: Instant;
};

export type StoredCase = CaseProgress & { readonly id: string; readonly number: string; readonly version: number };

/** What a transaction reads and writes of cases. */
export type CaseTransaction = {
  addCase(row: NewCase): Promise<StoredCase>;
  /** Locks a case; null when there is none. */
  case(id: string): Promise<StoredCase | null>;
  saveCase(id: string, progress: CaseProgress): Promise<void>;
  addMessage(message: NewMessage): Promise<void>;
  /** Names the case of another system that this one is; null when there is no such connection, false when it is taken. */
  linkCase(id: string, connection: string, externalId: string): Promise<boolean | null>;
};
