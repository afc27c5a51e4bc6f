import {
  afterMessage,
  type CaseKind,
  type CasePriority,
  type CaseProgress,
  type CaseRejection,
  type CaseState,
  dueTimes,
  type MessageDirection,
  moved,
} from '../cases/index.ts';
import type { StoredCase, Transaction } from '../ports/index.ts';
import { isUuid, type OrderId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { OrderRefusal } from './changeOrder.ts';
import type { Environment } from './operateStock.ts';
import { checkVersion } from './version.ts';

/** Where a case stands after an operation. */
export type CaseAnswer = {
  readonly id: string;
  readonly number: string;
  readonly state: CaseState;
  readonly version: number;
};
type Answer = Promise<Result<CaseAnswer, OrderRefusal>>;
export type CaseTarget = { readonly id: string; readonly by: string; readonly version?: number | undefined };

export type CaseWanted = {
  readonly kind: CaseKind;
  readonly subject: string;
  readonly text: string;
  readonly priority: CasePriority;
  readonly orderId?: string | undefined;
  readonly returnId?: string | undefined;
  readonly answerHours?: number | undefined;
  readonly solveHours?: number | undefined;
};

/** Opens a case with the first words of the buyer; it is to be answered and solved in time. */
export function openCase(wanted: CaseWanted, by: string, { unitOfWork, ids, now }: Environment): Answer {
  return unitOfWork.transaction(async (tx) => {
    const about = await aboutOf(tx, wanted);
    if (!about.ok) return about;
    const { kind, subject, text, priority } = wanted;
    const createdAt = now();
    const due = dueTimes(priority, createdAt, wanted);
    const row = { id: ids.next(), kind, subject, priority, ...about.value, ...due, createdAt, by };
    const stored = await tx.addCase(row);
    await tx.addMessage({ id: ids.next(), case: stored.id, direction: 'in', author: by, text, at: createdAt });
    return ok(answerOf(stored, stored));
  });
}

/** The order and the return that a case is about; a return names its order. */
async function aboutOf(
  tx: Transaction,
  { orderId, returnId }: CaseWanted,
): Promise<Result<{ readonly order: OrderId | null; readonly rma: string | null }, OrderRefusal>> {
  const ofReturn = returnId === undefined ? null : await tx.orderOfReturn(returnId);
  if (returnId !== undefined && !ofReturn) return err({ code: 'unknown-return', message: `no return ${returnId}` });
  const order = (orderId as OrderId | undefined) ?? ofReturn;
  if (ofReturn && ofReturn !== order) return err({ code: 'other-order', message: `${returnId} is of another order` });
  if (order === null || (isUuid(order) && (await tx.ordersById([order])).length > 0)) {
    return ok({ order, rma: returnId ?? null });
  }
  return err({ code: 'unknown-order', message: `no order ${order}` });
}

const answerOf = ({ id, number, version }: StoredCase, { state }: CaseProgress): CaseAnswer => ({
  ...{ id, number, state, version },
});

/** Changes one case, locked, in a transaction. */
function changeCase(
  { id, version }: CaseTarget,
  { unitOfWork }: Environment,
  run: (tx: Transaction, stored: StoredCase) => Promise<Result<CaseProgress, CaseRejection>>,
): Answer {
  return unitOfWork.transaction(async (tx) => {
    const stored = await tx.case(id);
    if (!stored) return err({ code: 'not-found', message: `no case ${id}` });
    const isSeen = checkVersion(stored.version, version);
    if (!isSeen.ok) return isSeen;
    const after = await run(tx, stored);
    if (!after.ok) {
      const { code } = after.error;
      const words = code === 'case-closed' ? 'is closed: open another' : 'was not answered yet';
      return err({ code, message: `case ${stored.number} ${words}` });
    }
    const { state, answeredAt, solvedAt } = after.value;
    await tx.saveCase(id, { state, answeredAt, solvedAt });
    return ok(answerOf({ ...stored, version: stored.version + 1 }, after.value));
  });
}

export type CaseMessage = {
  readonly direction: MessageDirection;
  readonly text: string;
  readonly author?: string | undefined;
};

/** Adds a message: of the buyer, to the buyer, or a note among ourselves. */
export function addCaseMessage(target: CaseTarget, message: CaseMessage, environment: Environment): Answer {
  return changeCase(target, environment, async (tx, stored) => {
    const at = environment.now();
    const after = afterMessage(stored, message.direction, at);
    if (!after.ok) return after;
    const { direction, text, author = target.by } = message;
    await tx.addMessage({ id: environment.ids.next(), case: stored.id, direction, author, text, at });
    return after;
  });
}

/** Moves a case on: solved, closed, waiting, or open again. */
export function moveCase(target: CaseTarget, to: CaseState, environment: Environment): Answer {
  return changeCase(target, environment, async (_, stored) => moved(stored, to, environment.now()));
}

/** Names the case of another system, such as a CRM, that this one is. */
export function linkCase(
  { id }: CaseTarget,
  { connection, externalId }: { readonly connection: string; readonly externalId: string },
  { unitOfWork }: Environment,
): Answer {
  return unitOfWork.transaction(async (tx) => {
    const stored = await tx.case(id);
    if (!stored) return err({ code: 'not-found', message: `no case ${id}` });
    const linked = await tx.linkCase(id, connection, externalId);
    if (linked === null) return err({ code: 'unknown-connection', message: `there is no connection ${connection}` });
    if (!linked) return err({ code: 'already-linked', message: `${externalId} of ${connection} is another case` });
    return ok(answerOf({ ...stored, version: stored.version + 1 }, stored));
  });
}
