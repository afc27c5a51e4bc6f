import type { LocationId } from '../shared/ids.ts';
import type { Batch, Sender } from './batch.ts';

/** The location that a sender means: by its own key when mapped, else by the code. */
export function locationOf(batch: Batch, sender: Sender, key: string): LocationId | undefined {
  const mapped = batch.referenceTo(sender.id, 'location', key);
  return (mapped as LocationId | undefined) ?? batch.locations.find(({ code }) => code === key)?.id;
}
