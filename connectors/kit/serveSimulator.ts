import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type HttpBindings, serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { FaultPlan, PlannedFault, SimulatorOptions } from './simulator.ts';

export type Served = { readonly url: string; readonly faults: FaultPlan; close(): Promise<void> };

/** Serves a simulator's app on 127.0.0.1 with its planned faults done for real over HTTP, and a control door at /_sim. */
export async function serveSimulator(app: Hono, state: () => unknown, options: SimulatorOptions = {}): Promise<Served> {
  const faults = faultPlan();
  const outer = new Hono<{ Bindings: HttpBindings }>();
  outer.get('/_sim/state', (c) => c.json(state() as never));
  outer.post('/_sim/faults', async (c) => {
    faults.plan(await c.req.json<PlannedFault>());
    return c.json({ pending: faults.pending });
  });
  outer.delete('/_sim/faults', (c) => {
    faults.clear();
    return c.json({ pending: [] });
  });
  outer.all('*', async (c) => {
    const request = c.req.raw;
    const body = request.method === 'GET' || request.method === 'HEAD' ? null : await request.arrayBuffer();
    const copy = (): Request => new Request(request.url, { method: request.method, headers: request.headers, body });
    const text = body ? new TextDecoder().decode(body) : '';
    const fault = faults.take(`${request.method} ${c.req.path} ${text}`);
    return answer(fault, () => app.fetch(copy()), c.env.incoming.socket);
  });
  const server = serve({ fetch: outer.fetch, hostname: '127.0.0.1', port: options.port ?? 0 });
  await new Promise<void>((resolve) => (server.listening ? resolve() : server.once('listening', resolve)));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    faults,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

async function answer(
  fault: PlannedFault | undefined,
  run: () => Response | Promise<Response>,
  socket: Socket,
): Promise<Response> {
  switch (fault?.kind) {
    case undefined:
      return run();
    case 'status':
      return new Response(fault.body ?? '', { status: fault.status, headers: fault.headers ?? {} });
    case 'slow': {
      const done = await run();
      await sleep(fault.ms);
      return done;
    }
    case 'drop':
      await run();
      socket.destroy();
      return new Response(null);
    case 'late':
      socket.destroy();
      setTimeout(() => void run(), fault.ms);
      return new Response(null);
  }
}

type TakingPlan = FaultPlan & { take(request: string): PlannedFault | undefined };

function faultPlan(): TakingPlan {
  let planned: { fault: PlannedFault; left: number }[] = [];
  return {
    plan(fault) {
      planned.push({ fault, left: fault.times });
    },
    clear() {
      planned = [];
    },
    get pending() {
      return planned.map(({ fault, left }) => ({ ...fault, times: left }));
    },
    take(request) {
      const hit = planned.find(({ fault }) => request.includes(fault.match));
      if (!hit) return undefined;
      hit.left -= 1;
      if (hit.left <= 0) planned = planned.filter((entry) => entry !== hit);
      return hit.fault;
    },
  };
}
