import type { Tags } from '../../core/roads/index.ts';

/** One part of a relation. */
export interface OsmMember {
  readonly type: 'node' | 'way' | 'relation';
  readonly ref: number;
  readonly role: string;
}

/** What a scan of an OpenStreetMap file tells, element by element; kinds that are not asked for are passed over. */
export interface OsmVisitor {
  node?(id: number, latitude: number, longitude: number, tags: Tags): void;
  way?(id: number, nodes: readonly number[], tags: Tags): void;
  relation?(id: number, members: readonly OsmMember[], tags: Tags): void;
}

/** What is wrong with a file, as one sentence about it; thrown inside a scan and answered by its end. */
export class BadMap extends Error {}
