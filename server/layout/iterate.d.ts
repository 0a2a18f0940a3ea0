/** The step of ForceAtlas2 over plain arrays, which the library does not declare. */
declare module "graphology-layout-forceatlas2/iterate.js" {
  import type { ForceAtlas2Settings } from "graphology-layout-forceatlas2";
  /** `nodes`: x, y, dx, dy, old dx, old dy, mass, convergence, size, fixed; `edges`: offsets of both ends, weight. */
  export default function iterate(settings: ForceAtlas2Settings, nodes: Float32Array, edges: Float32Array): unknown;
}
