import type { Journey } from '../../core/roads/index.ts';
import type { Point } from '../../core/shared/greatCircle.ts';
import type { Result } from '../../core/shared/result.ts';

/** Meters and seconds from every point (row) to every point (column); null where there is no way. */
export interface RoadMatrix {
  readonly distance: readonly (readonly (number | null)[])[];
  readonly duration: readonly (readonly (number | null)[])[];
}

/** How a matrix is worked out. */
export interface MatrixOptions {
  readonly threads: number;
  readonly signal?: AbortSignal | undefined;
  /** Hears how many rows are done. */
  readonly onProgress?: ((rows: number) => void) | undefined;
}

/** Where distances come from: a road network, a routing server, or great circles. An error is one sentence. */
export interface Distances {
  /** Up to `count` ways between two points, the best first; none when there is no way. */
  journeys(from: Point, to: Point, count: number): Promise<Result<readonly Journey[], string>>;
  matrix(points: readonly Point[], options: MatrixOptions): Promise<Result<RoadMatrix, string>>;
}
