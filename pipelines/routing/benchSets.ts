/** One benchmark set: its folder, a fixed sample over its sizes and classes, and the convention of its best known values. */
export interface BenchSetPlan {
  readonly folder: string;
  readonly sample: readonly string[];
  /** Which names of bks.json belong to the set, when everything is to be run. */
  readonly all: RegExp;
  readonly convention: 'cost' | 'hierarchical' | 'thousandths' | 'hfvrp';
}

/** Every benchmark set by name. */
export const BENCH_SET_PLANS = {
  'cvrp-x': {
    folder: 'cvrp-x',
    sample: [
      'X-n101-k25',
      'X-n204-k19',
      'X-n308-k13',
      'X-n401-k29',
      'X-n502-k39',
      'X-n599-k92',
      'X-n716-k35',
      'X-n819-k171',
      'X-n895-k37',
      'X-n979-k58',
    ],
    all: /^X-/,
    convention: 'cost',
  },
  solomon: {
    folder: 'vrptw-solomon',
    sample: ['C103', 'C204', 'R104', 'R112', 'R204', 'R210', 'RC105', 'RC203'],
    all: /^[CR]/,
    convention: 'cost',
  },
  'solomon-vehicles': {
    folder: 'vrptw-solomon',
    sample: ['C103', 'C204', 'R104', 'R112', 'R204', 'R210', 'RC105', 'RC203'],
    all: /^[CR]/,
    convention: 'hierarchical',
  },
  gh200: {
    folder: 'vrptw-gh',
    sample: ['C1_2_1', 'C2_2_1', 'R1_2_1', 'R2_2_1', 'RC1_2_1', 'RC2_2_1'],
    all: /_2_/,
    convention: 'cost',
  },
  gh400: {
    folder: 'vrptw-gh',
    sample: ['C1_4_1', 'C2_4_1', 'R1_4_1', 'R2_4_1', 'RC1_4_1', 'RC2_4_1'],
    all: /_4_/,
    convention: 'cost',
  },
  gh1000: {
    folder: 'vrptw-gh',
    sample: ['C1_10_1', 'C2_10_1', 'R1_10_1', 'R2_10_1', 'RC1_10_1', 'RC2_10_1'],
    all: /_10_/,
    convention: 'cost',
  },
  mdvrptw: {
    folder: 'mdvrptw',
    sample: ['PR11A', 'PR14A', 'PR17A', 'PR21A'],
    all: /^PR/,
    convention: 'thousandths',
  },
  mdvrp: { folder: 'mdvrp-cordeau', sample: ['p03', 'p11', 'p21', 'pr06'], all: /^p/, convention: 'cost' },
  hfvrp: {
    folder: 'hfvrp',
    sample: ['X129-FSMFD', 'X214-HVRP', 'X420-FSMD', 'X548-FSMF'],
    all: /^X/,
    convention: 'hfvrp',
  },
  'cvrp-xxl': {
    folder: 'cvrp-xxl',
    sample: ['Leuven1', 'Ghent1', 'Brussels1', 'Flanders1'],
    all: /^[A-Z]/,
    convention: 'cost',
  },
  'cvrp-italy-huge': {
    folder: 'cvrp-italy-huge',
    sample: ['Trentino-Alto-Adige'],
    all: /^[A-Z]/,
    convention: 'cost',
  },
} as const satisfies { readonly [name: string]: BenchSetPlan };
