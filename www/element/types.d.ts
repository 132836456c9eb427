// What the element and the engine say to each other.

import type { ChartReading, ChartTable } from "../../pkg/index.js";

/** The point that is being read, as pages get it too. */
export type Reading = ChartReading;

/** The figures of a chart, as pages get them too. */
export type Table = ChartTable;

/** Flat; every key but `indicator` is optional. The engine names what it does not understand. */
export type Spec = Record<string, unknown>;

/** One chart inside the engine. Calls that can fail throw an `Error` with a readable message and a short `kind`. */
export interface Chart {
  free(): void;
  /** Without figures, those built in are shown. The figures given are the chart's from then on. */
  setSpec(spec: Spec, figures?: Figures): void;
  setFont(family: string, regular: number, bold: number): void;
  resize(width: number): number;
  paint(base: HTMLCanvasElement, overlay: HTMLCanvasElement, dpr: number, damage: number): void;
  pointer(kind: number, x: number, y: number): number;
  key(key: string): number;
  focus(): number;
  blur(): number;
  /** Pins the datum of an observation; whether the picture has it. */
  pointAt(id: string): boolean;
  reading(): Reading | undefined;
  label(): string;
  summary(): string;
  table(): Table;
  /** The kind drawn, why the data chose it (or nothing), and a warning each. */
  facts(): string[];
  svg(): string;
}

/** Figures of a page's own inside the engine. */
export interface Figures {
  free(): void;
  /** Another handle of the same figures. */
  share(): Figures;
}

/** The module that wasm-bindgen writes, and where it was loaded from. */
export interface Glue {
  default(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  /** Swaps the instance for a new one; objects of the old one refuse to be used. */
  __wbg_reset_state(): void;
  Chart: new (spec: Spec, figures?: Figures) => Chart;
  /** Throws where the bytes are no file of figures; `lang` is the language of the message. */
  Figures: new (bytes: Uint8Array, lang: string) => Figures;
  probe(weight: number): string;
  probeWidth(weight: number): number;
  address: string;
}

/** What the engine tells everyone who waits for it. */
export interface Client {
  engineReady(): void;
  engineFailed(error: unknown): void;
  /** Every chart of the old instance is gone. */
  engineReplaced(): void;
}

/** What a file of figures tells every chart that waits for it. */
export interface Recipient {
  figuresArrived(): void;
  figuresFailed(error: unknown): void;
}

/** What the page tells every chart on it. */
export interface Inhabitant {
  /** Language, theme, colours or fonts may have changed. */
  pageChanged(): void;
  /** A class or an inline style of the chart or of something around it changed. */
  pageDressed(): void;
  /** The device's pixel ratio changed, or the page came back into view. */
  pageShown(): void;
  pagePrints(printing: boolean): void;
}
