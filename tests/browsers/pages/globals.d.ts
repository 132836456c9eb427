/** What `probe.js` keeps for a test to read. */
interface Probe {
  errors: string[];
  events: { name: string; id: string; detail: any }[];
  draws: { canvas: string; host: string; frame: number }[];
  frame: number;
  /** So many more times the engine traps when a chart is asked for its label. */
  traps: number;
  /** Of each instance of an engine that was started. */
  memories: WebAssembly.Memory[];
  /** What was copied, where a test stands in for the clipboard. */
  copied?: string[];
  /** Files that were offered for saving, where a test keeps them: name, type and bytes as base64. */
  saved?: { name: string; type: string; bytes: string }[];
}

declare var probe: Probe;

/** What `meter.js` counts and does. */
interface Meter {
  /** Calls into the engine by the names of its exports. */
  calls: Record<string, number>;
  /** Instances of the engine that were started. */
  instances: number;
  memory: WebAssembly.Memory | undefined;
  /** Whether the next call to a chart in the engine traps, or every one. */
  trap: boolean | "always";
  /** Observers that watch something. */
  watches: number;
  /** Listeners on document and window. */
  listeners: number;
}

declare var meter: Meter;

/** What `policy.js` keeps. */
declare var refused: string[];

/** What `still.js` keeps. */
interface Still {
  /** Where everything marked stood, px from the top of the page, whenever that was another place. */
  places: string[];
  frames: number;
  /** The browser's own sum of layout shifts; stays 0 in those that keep none. */
  shift: number;
  /** What shifted, from where to where. */
  moved: string[];
  /** When each picture was loaded, ms. */
  pictures: { src: string; at: number }[];
  /** When each chart was drawn, ms. */
  ready: number[];
  /** The first contentful paint, ms. */
  first: number | undefined;
}

declare var still: Still;

/** What `scenes.js` offers about the charts of the gallery. */
interface Scenes {
  ready: boolean;
  failure: string | undefined;
  names: string[];
  /** A chart on a canvas against its SVG: the share of the pixels that differ, and the pictures where they are kept. */
  compare(name: string, ratio: number, kept: boolean): Promise<{ share: number; pictures: Record<string, string> }>;
  /** The ink of a chart's texts at every width and in both languages; `fitted`: the chart knows how wide the font is. */
  measure(name: string, family: string, fitted: boolean): Promise<{ texts: number; pairs: number; faults: string[] }>;
}

declare var scenes: Scenes;
