import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { API_VERSION } from '../settings.ts';
import type { SimEvent } from './shop.ts';

/** How a webhook is sent on: once, and again with the same id until it is answered 2xx. */
const ATTEMPTS = 400;
const PAUSE_MS = 250;
const AT_ONCE = 16;

/** One delivery of an event; copies of it have the same id, as Shopify's redeliveries do. */
type Message = SimEvent & { readonly id: string };

/** Delivers a shop's events as signed webhooks, several at a time and each until it is taken. */
export class Sender {
  readonly #secret: string;
  readonly #queue: Message[] = [];
  #active = 0;
  #isClosed = false;
  #waiting: (() => void)[] = [];
  url: string | undefined;
  /** How often each message is delivered. More than once also means: in any order. */
  copies = 1;
  delivered = 0;
  failed = 0;

  constructor(secret: string, url: string | undefined) {
    this.#secret = secret;
    this.url = url;
  }

  readonly take = (event: SimEvent): void => {
    if (this.url === undefined || this.#isClosed) return;
    const message = { ...event, id: randomUUID() };
    for (let copy = 0; copy < this.copies; copy++) {
      const place = this.copies === 1 ? this.#queue.length : Math.floor(Math.random() * (this.#queue.length + 1));
      this.#queue.splice(place, 0, message);
    }
    this.#pump();
  };

  /** Resolves when every event so far was delivered or given up. */
  async idle(): Promise<void> {
    if (this.#active === 0 && this.#queue.length === 0) return;
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  close(): void {
    this.#isClosed = true;
    this.#queue.length = 0;
  }

  #pump(): void {
    while (this.#active < AT_ONCE) {
      const message = this.#queue.shift();
      if (!message) break;
      this.#active += 1;
      void this.#deliver(message).finally(() => {
        this.#active -= 1;
        this.#pump();
      });
    }
    if (this.#active > 0 || this.#queue.length > 0) return;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  async #deliver({ topic, body, eventId, id }: Message): Promise<void> {
    const text = JSON.stringify(body);
    const headers = {
      'content-type': 'application/json',
      'x-shopify-topic': topic,
      'x-shopify-hmac-sha256': createHmac('sha256', this.#secret).update(text).digest('base64'),
      'x-shopify-shop-domain': 'sim.myshopify.com',
      'x-shopify-api-version': API_VERSION,
      'x-shopify-webhook-id': id,
      'x-shopify-event-id': eventId,
    };
    for (let attempt = 0; attempt < ATTEMPTS && !this.#isClosed && this.url !== undefined; attempt++) {
      const status = await post(this.url, text, headers);
      if (status >= 200 && status < 300) {
        this.delivered += 1;
        return;
      }
      await sleep(PAUSE_MS);
    }
    this.failed += 1;
  }
}

async function post(url: string, body: string, headers: Record<string, string>): Promise<number> {
  try {
    const answer = await fetch(url, { method: 'POST', body, headers, signal: AbortSignal.timeout(10_000) });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
}
