import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Fault } from '../../core/shared/fault.ts';
import type { Result } from '../../core/shared/result.ts';
import type { HttpAnswer } from '../kit/io.ts';
import type { BridgeData, ClientName, FromChild, Gone, Path, SentRequest, ToChild } from './protocol.ts';

/** The child ended, hung or threw: what it was asked has no answer. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

export type Requests = (
  client: number,
  request: SentRequest,
  id: number,
  signal: AbortSignal,
) => Promise<Result<HttpAnswer, Fault>>;

export type ChannelOptions = Omit<BridgeData, 'signal'> & {
  /** Makes the HTTP requests of the child's clients. */
  readonly onRequest: Requests;
  /** A pure function that takes longer than so many milliseconds hangs, and the child is ended. */
  readonly patienceMs?: number;
};

type Waiting = { resolve(value: unknown): void; reject(reason: NoAnswer): void };

const PATIENCE_MS = 5000;

/** Calls functions in a child process: pure ones at once, standing still, and those that touch the network by promise. */
export class Channel {
  readonly #thread: Worker;
  readonly #signal = new Int32Array(new SharedArrayBuffer(4));
  readonly #answers = new MessageChannel();
  readonly #options: ChannelOptions;
  readonly #waiting = new Map<number, Waiting>();
  readonly #requests = new Map<number, AbortController>();
  #lastId = 0;

  constructor(options: ChannelOptions) {
    const { command, args } = options;
    this.#options = options;
    const workerData: BridgeData = { command, args, signal: this.#signal };
    this.#thread = new Worker(new URL('./bridge.worker.ts', import.meta.url), { workerData, stdout: false });
    this.#thread.postMessage({ kind: 'answers', port: this.#answers.port1 }, [this.#answers.port1]);
    this.#thread.on('message', (message: FromChild | Gone) => this.#hear(message));
    this.#thread.unref();
    this.#answers.port2.unref();
  }

  /** The answer of a pure function. Throws NoAnswer. */
  callNow(path: Path, args: readonly unknown[]): unknown {
    while (receiveMessageOnPort(this.#answers.port2)) {
      // What nobody waits for any more.
    }
    const id = this.#nextId();
    let seen = Atomics.load(this.#signal, 0);
    this.#send({ kind: 'call', id, path, args, now: true });
    const until = performance.now() + (this.#options.patienceMs ?? PATIENCE_MS);
    for (;;) {
      const left = until - performance.now();
      if (left <= 0 || Atomics.wait(this.#signal, 0, seen, left) === 'timed-out') {
        this.#thread.postMessage({ kind: 'end' });
        throw new NoAnswer(`${path.join('.')} took too long and was ended`);
      }
      seen = Atomics.load(this.#signal, 0);
      const answer = this.#answerTo(id);
      if (answer) return answer.value;
    }
  }

  #answerTo(id: number): { readonly value: unknown } | undefined {
    for (;;) {
      const received = receiveMessageOnPort(this.#answers.port2)?.message as FromChild | Gone | undefined;
      if (!received) return undefined;
      if (received.kind === 'gone') throw new NoAnswer(received.why);
      if (received.id !== id) continue;
      if (received.kind === 'error') throw new NoAnswer(received.error);
      if (received.kind === 'value') return { value: received.value };
    }
  }

  /** The answer of a function that touches the network. Rejects with NoAnswer. */
  use(path: Path, client: ClientName, args: readonly unknown[], signal: AbortSignal): Promise<unknown> {
    const id = this.#nextId();
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const abort = (): void => this.#send({ kind: 'abort', id });
    this.#waiting.set(id, { resolve, reject });
    this.#thread.ref();
    this.#send({ kind: 'use', id, path, client, args });
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    return promise.finally(() => {
      signal.removeEventListener('abort', abort);
      if (this.#waiting.size === 0) this.#thread.unref();
    });
  }

  /** Ends the child and its thread. */
  async close(): Promise<void> {
    this.#thread.postMessage({ kind: 'end' });
    this.#drop('the hub stops');
    await this.#thread.terminate();
    this.#answers.port2.close();
  }

  #send(message: ToChild): void {
    this.#thread.postMessage(message);
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  #hear(message: FromChild | Gone): void {
    switch (message.kind) {
      case 'gone':
        this.#drop(message.why);
        return;
      case 'request':
        void this.#request(message.client, message.request, message.id);
        return;
      case 'abort':
        this.#requests.get(message.id)?.abort();
        return;
      case 'value':
        this.#waiting.get(message.id)?.resolve(message.value);
        break;
      case 'error':
        this.#waiting.get(message.id)?.reject(new NoAnswer(message.error));
        break;
    }
    this.#waiting.delete(message.id);
  }

  async #request(client: number, request: SentRequest, id: number): Promise<void> {
    const ending = new AbortController();
    this.#requests.set(id, ending);
    const answer = await this.#options.onRequest(client, request, id, ending.signal);
    if (this.#requests.get(id) !== ending) return;
    this.#requests.delete(id);
    this.#send({ kind: 'answer', id, answer });
  }

  #drop(why: string): void {
    for (const { reject } of this.#waiting.values()) reject(new NoAnswer(why));
    for (const ending of this.#requests.values()) ending.abort();
    this.#waiting.clear();
    this.#requests.clear();
  }
}
