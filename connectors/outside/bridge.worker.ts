import { type ChildProcess, spawn } from 'node:child_process';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { BridgeData, FromChild, Gone, ToChild } from './protocol.ts';

/**
 * The thread between the hub and a child: the hub's own thread may stand still for an answer, and then nobody else would
 * read what the child writes. A child that ended is started again by the next message.
 */
const { command, args, signal } = workerData as BridgeData;
const hub = parentPort as MessagePort;
const KEPT_TEXT = 2000;
let child: ChildProcess | undefined;
let answers: MessagePort | undefined;

hub.on(
  'message',
  (message: ToChild | { readonly kind: 'answers'; readonly port: MessagePort } | { readonly kind: 'end' }) => {
    if (message.kind === 'answers') answers = message.port;
    else if (message.kind === 'end') end();
    else running().send(message);
  },
);

function running(): ChildProcess {
  if (child) return child;
  const started = spawn(command, args, {
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  child = started;
  let said = '';
  started.stderr?.on('data', (text: Buffer) => {
    said = (said + text.toString('utf8')).slice(-KEPT_TEXT);
  });
  started.on('message', (message: FromChild) => {
    if (child === started) tell(message, 'now' in message && message.now);
  });
  const ended = (why: string): void => {
    if (child !== started) return;
    child = undefined;
    const gone: Gone = { kind: 'gone', why: said.trim() === '' ? why : `${why}: ${said.trim()}` };
    tell(gone, true);
    tell(gone, false);
  };
  started.on('error', (error) => ended(error.message));
  started.on('close', (code, by) => ended(by === null ? `it ended with code ${code}` : `it was ended by ${by}`));
  return started;
}

/** Ends the child at once; the next message has a new one. */
function end(): void {
  const ended = child;
  child = undefined;
  ended?.kill('SIGKILL');
  tell({ kind: 'gone', why: 'it was ended' }, false);
}

function tell(message: FromChild | Gone, isAwaited: boolean): void {
  if (!isAwaited) {
    hub.postMessage(message);
    return;
  }
  answers?.postMessage(message);
  Atomics.add(signal, 0, 1);
  Atomics.notify(signal, 0);
}
