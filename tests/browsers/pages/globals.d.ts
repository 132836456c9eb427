/** What `probe.js` keeps for a test to read. */
interface Probe {
  errors: string[];
  events: { name: string; id: string; detail: any }[];
  draws: { canvas: string; host: string; frame: number }[];
  frame: number;
}

declare var probe: Probe;

/** What `scenes.js` offers: one scene, drawn on a canvas and from its SVG, as data URLs of PNG. */
interface Scenes {
  ready: boolean;
  failure: string | undefined;
  names: string[];
  compare(name: string, ratio: number): Promise<{ canvas: string; svg: string }>;
}

declare var scenes: Scenes;
