import { createHash, randomBytes } from 'node:crypto';
import type { ApiContext } from '../api/context.ts';
import type { TrackingLinks } from '../core/ports/index.ts';

const SECRET_BYTES = 16;
const hashOf = (token: string): Uint8Array => createHash('sha256').update(token).digest();

/**
 * Links of 128 random bits. Only their hash is stored, and looked up as a whole: how long a look-up takes tells nothing
 * about a secret, since nobody can choose the hash of a guess.
 */
export function trackingPages(links: TrackingLinks): Pick<ApiContext, 'trackingLink' | 'trackingView'> {
  return {
    async trackingLink(shipment, days, actor) {
      const token = randomBytes(SECRET_BYTES).toString('base64url');
      const expiresAt = await links.add(shipment, hashOf(token), days, actor);
      return expiresAt && { path: `/track/${token}`, expiresAt };
    },
    trackingView: (token) => links.view(hashOf(token)),
  };
}
