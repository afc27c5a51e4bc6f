import { Hono } from 'hono';
import { instantOf } from '../../core/shared/instant.ts';
import { serveSimulator } from '../kit/serveSimulator.ts';
import type { Simulator, SimulatorOptions } from '../kit/simulator.ts';
import { verifyStandard } from '../kit/webhook.ts';

const SECRET = `whsec_${Buffer.from('a simulated secret of forty bytes, more.').toString('base64')}`;

/** A receiver of events: checks signatures, and knows each message again by its id. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const events = new Map<string, unknown>();
  const app = new Hono();
  app.post('/events', async (c) => {
    const body = new Uint8Array(await c.req.arrayBuffer());
    const headers = new Map(c.req.raw.headers);
    const receivedAt = instantOf(options.now?.() ?? Date.now());
    if (!verifyStandard({ headers, body, receivedAt }, SECRET).ok) return c.json({ error: 'wrong signature' }, 401);
    const id = headers.get('webhook-id') ?? '';
    if (!events.has(id)) events.set(id, JSON.parse(new TextDecoder().decode(body)));
    return c.body(null, 204);
  });
  const served = await serveSimulator(app, () => ({ events: Object.fromEntries(events) }), options);
  return { ...served, settings: { baseUrl: `${served.url}/events`, secret: SECRET } };
}
