export { crossesCustoms } from '../shared/customsUnion.ts';
export { customsLines, type DeclaredGoods } from './customsOf.ts';
export { arrivalDay } from './keepsPromise.ts';
export type { Missing, Offer, Parcelled } from './offer.ts';
export { bestOf, type RankedOffer, rankRates } from './rankRates.ts';
