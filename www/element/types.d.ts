// What the element and the engine say to each other.

import type { ChartReading, ChartRevision, ChartState, ChartTable } from "../../pkg/index.js";

/** The point that is being read, as pages get it too. */
export type Reading = ChartReading;

/** The figures of a chart, as pages get them too. */
export type Table = ChartTable;

/** Flat; every key but `indicator` is optional. The engine names what it does not understand. */
export type Spec = Record<string, unknown>;

/** One chart inside the engine. Calls that can fail throw an `Error` with a readable message and a short `kind`. */
export interface Chart {
  free(): void;
  /**
   * Without figures, those built in are shown. The figures given are the chart's from then on. A chart of columns is
   * given the page's arrays, and without any keeps those that it has.
   */
  setSpec(spec: Spec, figures?: Figures): void;
  setFont(family: string, regular: number, bold: number): void;
  resize(width: number): number;
  paint(base: HTMLCanvasElement, overlay: HTMLCanvasElement, dpr: number, damage: number): void;
  /** 0 moves, 1 leaves, 2 taps, 3 presses, 4 lets go, 5 gives a drag up, 6 scrubs by a finger; CSS px. */
  pointer(kind: number, x: number, y: number): number;
  /** The wheel with a modifier: positive steps zoom in around a place. */
  wheel(x: number, y: number, steps: number): number;
  key(key: string): number;
  /** Whether there is time to narrow. */
  zoomable(): boolean;
  focus(): number;
  blur(): number;
  /** Pins the datum of an observation; whether the picture has it. */
  pointAt(id: string): boolean;
  /** What a linked chart reads: a period as `reading` tells it, and a series; empty where it reads nothing. */
  echo(period: string, series: string): number;
  /** The series that the picture is about now; empty where all stand alike. */
  lit(): string;
  /** `[point, series, from, to]`: what is pinned, what is kept lit, and the span that is zoomed to; empty where not. */
  view(): string[];
  /** Sets what `view` tells; a mask of what does not exist here: 1 the point, 2 the series, 4 the span. */
  restore(point: string, series: string, from: string, to: string): number;
  /** The figures as they are in the data, a row a figure in the order of the table. */
  records(): Records;
  reading(): Reading | undefined;
  label(): string;
  summary(): string;
  table(): Table;
  /** The kind drawn, why the data chose it (or nothing), and a warning each. */
  facts(): string[];
  svg(): string;
  /** Shows x from one number to the other alone, or all of it; the damage. Only of a chart of columns. */
  zoom?(from: number, to: number): number;
  zoomReset?(): number;
  /** Whether a chart of columns holds much memory. */
  heavy?(): boolean;
  /** The arrays of a chart of columns, whose numbers are no records. */
  columns?(): PlainData;
  /** What was revised since the article was published; only of a chart that draws an article's own figures. */
  revised?: ChartRevision[];
}

/** A figure as it is in the data; texts in the chart's language, empty where there are none. */
export interface DataRow {
  id: string;
  /** Key of the series, as `reading` tells it. */
  series: string;
  indicator: string;
  area: string;
  category: string;
  /** ISO day, inclusive; empty where the period is open. */
  start: string;
  end: string;
  status: "actual" | "forecast" | "target";
  value: number | null;
  high: number | null;
  qualifier: "exact" | "over" | "at_least" | "nearly" | "about" | "at_most" | "range" | "";
  unit: string;
  /** Words and figure as the source prints them. */
  printed: string;
  note: string;
  /** What it is measured against or over, and how its day is known: names as in the data. */
  basis: string;
  dateBasis: string;
  /** Names, separated by spaces. */
  flags: string;
  /** Index into the sources. */
  source: number;
  section: string;
  /** From 1; 0 where unknown. */
  paragraph: number;
}

/** A document that prints figures; empty what it does not say. */
export interface DataSource {
  id: string;
  titleZh: string;
  titleEn: string;
  author: string;
  publisher: string;
  /** ISO day. */
  published: string;
  reference: string;
  url: string;
}

export interface Records {
  rows: DataRow[];
  sources: DataSource[];
}

/** What a reader has made of a chart, as pages get it too: for links, article steps and the engine's replacement. */
export type ViewState = ChartState;

/** Figures of a page's own inside the engine. */
export interface Figures {
  free(): void;
  /** Another handle of the same figures. */
  share(): Figures;
}

/** The module that wasm-bindgen writes, and where it was loaded from. */
export interface Glue {
  /** What the module asks for. */
  imports(): WebAssembly.Imports;
  /** Puts an instance of the module behind the classes. */
  begin(instance: WebAssembly.Instance): unknown;
  Chart: new (spec: Spec, figures?: Figures) => Chart;
  /** Throws where the bytes are no file of figures; `lang` is the language of the message. */
  Figures: (new (bytes: Uint8Array, lang: string) => Figures) & {
    /**
     * Figures, or without them those built in, as an article was published with them. Rows as cells and the ids to leave
     * out stand with `\x1f` between; throws the number of the first cell that cannot be used. Takes the figures.
     */
    amended(figures: Figures | undefined, rows: string, hidden: string): Figures;
  };
  probe(weight: number): string;
  probeWidth(weight: number): number;
}

/** Columns of a page's own inside the engine of columns. */
export interface Columns {
  free(): void;
  /** Another handle of the same columns; the chart that is given one takes it. */
  share(): Columns;
}

/** A chart of columns, as the glue makes it. */
export interface Plot {
  free(): void;
  setSpec(spec: Spec, columns?: Columns): void;
  zoom(from: number, to: number): number;
  restore(point: string, series: string, from: string, to: string): number;
}

/** The module of the engine of columns. */
export interface ColumnsGlue {
  imports(): WebAssembly.Imports;
  begin(instance: WebAssembly.Instance): unknown;
  Chart: new (spec: Spec, columns?: Columns) => Plot;
  /** Copies the arrays; throws where they are no columns, in the language of the tag. */
  Columns: new (data: PlainData, lang: string) => Columns;
  probe(weight: number): string;
  probeWidth(weight: number): number;
}

/** What a page hands over, as the engine of columns reads it. */
export interface PlainData {
  x: Float64Array;
  series: { name: string; y: Float64Array; color: string }[];
  type: string;
  unit: string;
  offset: number;
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
  /** The device's pixel ratio changed, or the page came back into view, or the network. */
  pageShown(): void;
  pagePrints(printing: boolean): void;
}
