import { type Fault, permanent, retryable } from '../../core/shared/fault.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { HttpFailure } from '../kit/connector.ts';
import type { ServiceAnswer } from './transport.ts';

/** What the XML-RPC and the SOAP handler say in place of the reason, in their later versions. */
const OPAQUE = /^(Failed to read XML-RPC request|Problem processing the service)/;
const DENIED = /not authorized|user authorization is required|authorization failed/i;
const BUSY = /deadlock|could not serialize|lock wait timeout/i;

/**
 * An error that a service answered. The engine rolls back whatever met one, so a write has not happened; where the
 * handler hides the reason not even that is known.
 */
export function refusal(text: string, effect: 'read' | 'write'): Fault {
  const message = text.trim().slice(0, 500) || 'OFBiz gave no reason';
  if (OPAQUE.test(message))
    return effect === 'write'
      ? { kind: 'in-doubt', code: 'ofbiz-no-reason', message }
      : permanent('ofbiz-no-reason', message);
  if (DENIED.test(message)) return { kind: 'auth', code: 'ofbiz-denied', message, remedy: 'reconnect' };
  return BUSY.test(message) ? retryable('ofbiz-busy', message) : permanent('ofbiz-refused', message);
}

/** The answer of a service, or the error in it (`responseMessage` error or fail). */
export function answerOrRefusal(answer: ServiceAnswer, effect: 'read' | 'write'): Result<ServiceAnswer, Fault> {
  const { responseMessage } = answer;
  if (responseMessage !== 'error' && responseMessage !== 'fail') return ok(answer);
  return err(refusal(errorText(answer), effect));
}

/** An answer that cannot be read, to a write that was sent: it may have happened, so it is looked up. */
export function unreadable(fault: Fault, effect: 'read' | 'write'): Fault {
  return effect === 'write' ? { kind: 'in-doubt', code: fault.code, message: fault.message } : fault;
}

/** Error answers of the REST plugin; a status without its words is left to the kit's table. */
export function classify({ status, body }: HttpFailure): Fault | undefined {
  if (typeof body !== 'object' || body === null || !('statusCode' in body)) return undefined;
  const text = errorText(body as ServiceAnswer);
  if (status === 422) return refusal(text, 'read');
  if (status === 400) return permanent('ofbiz-invalid', text);
  if (status === 404) return permanent('ofbiz-not-exported', text);
  // An exception inside a service, which the engine has rolled back; one outside of it has no type.
  if (status === 500 && 'errorType' in body)
    return /transaction/i.test(text) ? retryable('ofbiz-busy', text) : refusal(text, 'read');
  if (status === 405) return permanent('ofbiz-verb', `${text}: export the service with action="post"`);
  return undefined;
}

function errorText(answer: ServiceAnswer): string {
  const { errorMessage, errorDescription, errorMessageList, additionalErrors } = answer;
  return [errorMessage, errorDescription, errorMessageList, additionalErrors]
    .flat()
    .filter((text): text is string => typeof text === 'string' && text !== '')
    .join('; ');
}
