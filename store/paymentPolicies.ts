import type { IdSource, PaymentPolicy } from '../core/ports/index.ts';
import type { Audited } from './operations.ts';

/** Sets how the hub deals with the money at a provider. */
export function setPaymentPolicy(audited: Audited, ids: IdSource) {
  return async ({ provider, capture, isReauthorizing }: PaymentPolicy, actor: string): Promise<void> => {
    await audited(
      `insert into payment_policy (id, provider, capture, is_reauthorizing) values ($1, $2, $3, $4)
       on conflict (provider) do update set capture = excluded.capture, is_reauthorizing = excluded.is_reauthorizing,
         version = payment_policy.version + 1, updated_at = clock_timestamp()`,
      [ids.next(), provider, capture, isReauthorizing],
      actor,
      'payment-policy.set',
      `payment-policy/${provider}`,
    );
  };
}
