import { attemptWrite, stillInDoubt as lookUpFailed } from '../../connectors/kit/attemptWrite.ts';
import type { AnyConnector } from '../../connectors/kit/connector.ts';
import type { DeliveryDocument, DeliveryOutcome, DeliveryTask } from '../../core/ports/index.ts';
import type { Fault } from '../../core/shared/fault.ts';
import type { Instant } from '../../core/shared/ids.ts';
import { backOffMs } from '../backOff.ts';

export type Attempt = {
  readonly task: DeliveryTask;
  readonly connector: AnyConnector;
  readonly client: unknown;
  readonly document: DeliveryDocument;
  readonly now: () => Instant;
  readonly random: () => number;
  readonly signal: AbortSignal;
};

/** One attempt at a delivery, by the rules of the kit that connectors are certified with. */
export function attemptDelivery({ document, random, ...attempt }: Attempt): Promise<DeliveryOutcome> {
  return attemptWrite({ ...attempt, document: document.document, backOff: (failures) => backOffMs(failures, random) });
}

/** What becomes of a delivery of which it could not be found out whether it arrived. */
export function stillInDoubt(fault: Fault, task: DeliveryTask, random: () => number): DeliveryOutcome {
  return lookUpFailed(fault, task, (failures) => backOffMs(failures, random));
}
