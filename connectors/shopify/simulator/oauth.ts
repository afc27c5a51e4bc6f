import { createHash, randomBytes } from 'node:crypto';
import type { Context, Hono } from 'hono';

type Credentials = { readonly client: string; readonly secret: string; readonly token: string };
type Form = Readonly<Record<string, unknown>>;

/** Who may come in: the app's own token, or one that a merchant gave, as long as it is good. */
export type Doorman = { isGood(token: string | undefined): boolean; state(): unknown };

type Offline = {
  readonly access: Map<string, number>;
  readonly refresh: Set<string>;
  /** The refresh token whose replacement has not been used yet. */
  replaced: string;
  refreshes: number;
};

/**
 * The login of a shop: a page that agrees at once, codes, and offline tokens that expire and rotate. A refresh token that
 * was replaced stays good until its replacement is used, as in Shopify. `POST /sim/oauth {"expire", "revoke"}` ends all
 * access tokens, and takes the app out of the shop.
 */
export function oauthServer(app: Hono, credentials: Credentials, now: () => number): Doorman {
  const { client, secret, token } = credentials;
  const offline: Offline = { access: new Map(), refresh: new Set(), replaced: '', refreshes: 0 };
  const exchange = consentPage(app, client, () => issue(offline, now()));
  app.post('/admin/oauth/access_token', async (c) => {
    const form = await c.req.json<Form>();
    const isKnown = form['client_id'] === client && form['client_secret'] === secret;
    if (!isKnown) return c.json({ error: 'application_cannot_be_found' }, 400);
    if (form['grant_type'] === 'refresh_token') return refresh(c, form, offline, now());
    if (form['code'] !== undefined) return exchange(c, form);
    return c.json({ access_token: token, scope: 'read_orders', expires_in: 86_399 });
  });
  app.post('/sim/oauth', async (c) => {
    const asked = await c.req.json<{ revoke?: boolean; expire?: boolean }>();
    if (asked.revoke) offline.refresh.clear();
    if (asked.revoke || asked.expire) offline.access.clear();
    return c.json({ refreshes: offline.refreshes });
  });
  return {
    isGood: (given) => given === token || (offline.access.get(given ?? '') ?? 0) > now(),
    state: () => ({ refreshes: offline.refreshes }),
  };
}

const LIFETIME_SECONDS = 3600;

function issue(offline: Offline, nowMs: number) {
  const access = `shpat_${randomBytes(12).toString('hex')}`;
  const refreshToken = `shprt_${randomBytes(12).toString('hex')}`;
  offline.access.set(access, nowMs + LIFETIME_SECONDS * 1000);
  offline.refresh.add(refreshToken);
  return { access_token: access, expires_in: LIFETIME_SECONDS, refresh_token: refreshToken, scope: 'read_orders' };
}

function refresh(c: Context, form: Form, offline: Offline, nowMs: number) {
  const given = String(form['refresh_token']);
  if (!offline.refresh.has(given)) return c.json({ error: 'invalid_grant' }, 400);
  offline.refreshes++;
  if (offline.replaced !== given) offline.refresh.delete(offline.replaced);
  offline.replaced = given;
  return c.json(issue(offline, nowMs));
}

/** Adds the page that agrees at once; answers how its codes are exchanged, each once and only with its verifier. */
function consentPage(app: Hono, client: string, granted: () => object) {
  const codes = new Map<string, { readonly challenge: string; readonly redirectUri: string }>();
  app.get('/admin/oauth/authorize', (c) => {
    const { client_id, redirect_uri: redirectUri = '', state = '', code_challenge: challenge = '' } = c.req.query();
    if (client_id !== client) return c.text('no such app', 400);
    const code = randomBytes(8).toString('hex');
    codes.set(code, { challenge, redirectUri });
    return c.redirect(`${redirectUri}?${new URLSearchParams({ code, state, shop: 'sim.myshopify.com' })}`);
  });
  return (c: Context, form: Form) => {
    const code = codes.get(String(form['code']));
    codes.delete(String(form['code']));
    const challenge = createHash('sha256').update(String(form['code_verifier'])).digest('base64url');
    const isOurs = code?.challenge === challenge && code.redirectUri === form['redirect_uri'];
    return isOurs ? c.json(granted()) : c.json({ error: 'invalid_request' }, 400);
  };
}
