import { connect, type Socket } from 'node:net';

/** One request of a load: the whole of it as it goes over the wire, HTTP/1.1 with keep-alive. */
export type Shot = (index: number) => Uint8Array;

export type LoadOptions = {
  readonly port: number;
  readonly shots: number;
  readonly shot: Shot;
  readonly connections: number;
  /** Requests per second, sent when they are due whether or not earlier ones were answered; absent: as fast as answers come. */
  readonly perSecond?: number;
  readonly signal: AbortSignal;
  readonly onProgress?: (answered: number) => void;
};

export type LoadResult = {
  readonly answered: number;
  readonly refused: number;
  readonly seconds: number;
  /** When each request was due, in ms since the epoch. */
  readonly dueAt: Float64Array;
  /** From when a request was due to when its answer had come, in ms. */
  readonly latencies: Float64Array;
};

const IDLE = -1;

type Line = { readonly socket: Socket; shot: number; received: string };

/**
 * Sends a load to 127.0.0.1 and measures each answer from the moment at which its request was due, so that a server that
 * stalls is charged for all that had to wait (no coordinated omission). Throws when a connection breaks.
 */
export async function runLoad(options: LoadOptions): Promise<LoadResult> {
  const load = new Load(options);
  try {
    await load.open();
    return await load.run();
  } finally {
    load.close();
  }
}

const epochMs = (): number => performance.timeOrigin + performance.now();

class Load {
  readonly #options: LoadOptions;
  readonly #idle: Line[] = [];
  readonly #lines = new Set<Line>();
  readonly #dueAt: Float64Array;
  readonly #latencies: Float64Array;
  #due = 0;
  #sent = 0;
  #answered = 0;
  #refused = 0;
  #done: (() => void) | undefined;
  #failed: ((reason: Error) => void) | undefined;

  constructor(options: LoadOptions) {
    this.#options = options;
    this.#dueAt = new Float64Array(options.shots);
    this.#latencies = new Float64Array(options.shots);
  }

  async open(): Promise<void> {
    for (let i = 0; i < this.#options.connections; i += 1) await this.#connect();
  }

  async #connect(): Promise<void> {
    const socket = connect({ port: this.#options.port, host: '127.0.0.1', noDelay: true });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    const line: Line = { socket, shot: IDLE, received: '' };
    socket.setEncoding('latin1');
    socket.on('data', (text) => this.#read(line, String(text)));
    socket.on('error', (error) => this.#failed?.(error));
    socket.on('close', () => this.#closed(line));
    this.#lines.add(line);
    this.#idle.push(line);
  }

  /** A server may end a connection that has had nothing to do for seconds; in the middle of a request it may not. */
  #closed(line: Line): void {
    this.#lines.delete(line);
    const failed = this.#failed;
    if (!failed) return;
    if (line.shot !== IDLE) failed(new Error('the server closed a connection before it answered'));
    else {
      this.#idle.splice(this.#idle.indexOf(line), 1);
      this.#connect().catch(failed);
    }
  }

  async run(): Promise<LoadResult> {
    const { perSecond, shots, signal } = this.#options;
    const begun = epochMs();
    const finished = new Promise<void>((resolve, reject) => {
      this.#done = resolve;
      this.#failed = reject;
      signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true });
    });
    if (perSecond === undefined) this.#due = shots;
    const timer = perSecond === undefined ? undefined : setInterval(() => this.#fallDue(begun, perSecond), 1);
    this.#send();
    try {
      await finished;
    } finally {
      clearInterval(timer);
      this.#failed = undefined;
    }
    const seconds = (epochMs() - begun) / 1000;
    return {
      answered: this.#answered,
      refused: this.#refused,
      seconds,
      dueAt: this.#dueAt,
      latencies: this.#latencies,
    };
  }

  close(): void {
    this.#failed = undefined;
    for (const { socket } of this.#lines) socket.destroy();
  }

  #fallDue(begun: number, perSecond: number): void {
    const due = Math.min(this.#options.shots, Math.floor(((epochMs() - begun) * perSecond) / 1000));
    while (this.#due < due) {
      this.#dueAt[this.#due] = begun + (this.#due * 1000) / perSecond;
      this.#due += 1;
    }
    this.#send();
  }

  #send(): void {
    while (this.#sent < this.#due) {
      // The one that rested longest: none is idle for so long that the server is about to end it.
      const line = this.#idle.shift();
      if (!line) return;
      line.shot = this.#sent;
      if (this.#options.perSecond === undefined) this.#dueAt[line.shot] = epochMs();
      line.socket.write(this.#options.shot(line.shot));
      this.#sent += 1;
    }
  }

  #read(line: Line, text: string): void {
    line.received += text;
    if (!isWhole(line.received)) return;
    this.#latencies[line.shot] = epochMs() - (this.#dueAt[line.shot] ?? 0);
    this.#answered += 1;
    if (line.received.charCodeAt(9) !== 50) this.#refused += 1;
    line.received = '';
    line.shot = IDLE;
    this.#idle.push(line);
    this.#send();
    if (this.#answered % 1000 === 0) this.#options.onProgress?.(this.#answered);
    if (this.#answered === this.#options.shots) this.#done?.();
  }
}

/** Whether a text is a whole answer: its head, and as much body as the head says. */
function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, end + 2))?.[1];
  if (length !== undefined) return text.length >= end + 4 + Number(length);
  return text.endsWith('0\r\n\r\n');
}

/** The value below which a share of the values lies, by nearest rank. */
export function percentile(values: Float64Array, share: number): number {
  const sorted = values.toSorted();
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
