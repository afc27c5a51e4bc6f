/** Tags of a way or node of OpenStreetMap. */
export type Tags = ReadonlyMap<string, string>;

/** A way of a map that may carry vehicles: its nodes by index, in the order of its drawing. */
export interface RoadWay {
  readonly id: number;
  readonly nodes: readonly number[];
  readonly tags: Tags;
}

/** A turn that is forbidden (`no`) or the only one allowed (`only`): ways by id, `via` a node by index or the ways between. */
export interface TurnRestriction {
  readonly kind: 'no' | 'only';
  readonly from: number;
  readonly via: { readonly node: number } | { readonly ways: readonly number[] };
  readonly to: number;
  /** The vehicles that it is for (`restriction:hgv`); all of them where nothing is said. */
  readonly vehicle?: string;
  /** Vehicles that are excepted, such as `bus`, `psv`, `hgv`, `motorcar`. */
  readonly except: readonly string[];
}

/** The roads of a region as a map draws them, before any vehicle is chosen. Coordinates are degrees (WGS 84), by node. */
export interface RoadMap {
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  readonly ways: readonly RoadWay[];
  readonly restrictions: readonly TurnRestriction[];
  /** Nodes with a barrier (gate, bollard), by index. */
  readonly barriers: ReadonlyMap<number, Tags>;
}
