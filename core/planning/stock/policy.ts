/**
 * When and how much to order. `s` is the stock position at or below which an order goes out, `S` the position it is
 * filled up to, `Q` a fixed quantity (as many times as needed to pass s), `review` the periods between two looks.
 */
export type Policy =
  | { readonly kind: '(s,Q)'; readonly s: number; readonly Q: number }
  | { readonly kind: '(s,S)'; readonly s: number; readonly S: number }
  | { readonly kind: '(R,S)'; readonly review: number; readonly S: number }
  | { readonly kind: '(R,s,S)'; readonly review: number; readonly s: number; readonly S: number };

/** Units to order now at a stock position: on hand + on order − owed. */
export function orderQuantity(policy: Policy, position: number): number {
  switch (policy.kind) {
    case '(s,Q)':
      return position <= policy.s ? (Math.floor((policy.s - position) / policy.Q) + 1) * policy.Q : 0;
    case '(R,S)':
      return Math.max(0, policy.S - position);
    case '(s,S)':
    case '(R,s,S)':
      return position <= policy.s ? policy.S - position : 0;
  }
}

/** Periods between two looks; 1 where the position is watched all the time. */
export function reviewOf(policy: Policy): number {
  return policy.kind === '(R,S)' || policy.kind === '(R,s,S)' ? policy.review : 1;
}
