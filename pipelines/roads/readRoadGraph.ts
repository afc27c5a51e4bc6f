import { type BuildOptions, buildGraph, type RoadGraph } from '../../core/roads/index.ts';
import { err, type Result } from '../../core/shared/result.ts';
import { isDerivedGraph, readDerivedGraph } from './readDerivedGraph.ts';
import { readRoadMap } from './readRoadMap.ts';

/** Reads a road network for a vehicle from an .osm or .osm.pbf extract or a derived graph. The error is one sentence about the file. */
export async function readRoadGraph(path: string, options: BuildOptions): Promise<Result<RoadGraph, string>> {
  if (isDerivedGraph(path)) {
    if (options.vehicle === 'car') return readDerivedGraph(path);
    return err(`${path} is a derived graph of roads for cars; give the extract it was made from`);
  }
  const map = await readRoadMap(path);
  if (!map.ok) return map;
  const graph = buildGraph(map.value, options);
  return graph.ok ? graph : err(`${path}: ${graph.error}`);
}
