import { randomFillSync } from 'node:crypto';
import type { IdSource } from '../core/ports/index.ts';

const POOL = Buffer.alloc(16 * 256);
let used = POOL.length;
let lastMs = 0;
let sequence = 0;

/** UUID version 7 (RFC 9562, section 5.7), ascending within a process also inside one millisecond (12-bit counter). */
export const uuidSource: IdSource = {
  next(): string {
    const now = Date.now();
    if (now > lastMs) {
      lastMs = now;
      sequence = 0;
    } else if (++sequence > 0xfff) {
      lastMs += 1;
      sequence = 0;
    }
    if (used >= POOL.length) {
      randomFillSync(POOL);
      used = 0;
    }
    const random = POOL.subarray(used, used + 8);
    used += 8;
    random[0] = ((random[0] as number) & 0x3f) | 0x80;
    const time = lastMs.toString(16).padStart(12, '0');
    const tail = random.toString('hex');
    const counter = sequence.toString(16).padStart(3, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${tail.slice(0, 4)}-${tail.slice(4)}`;
  },
};
