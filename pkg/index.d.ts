/**
 * `<indicator-chart>`: an interactive chart of sourced figures.
 *
 * In a page, including `indicator-chart.js` registers the elements; with a bundler `import "indicator-chart/auto"` does, or
 * {@link define}. Importing `indicator-chart` itself does nothing yet, and fails nowhere, not even in Node.
 *
 * ```html
 * <script type="module" src="indicator-chart.js"></script>
 * <indicator-chart indicator="high-tech-enterprises" kind="line" lang="zh-CN">fallback picture and table</indicator-chart>
 * ```
 *
 * The element's own content is the fallback: it stays until the first frame, and comes back when the engine
 * cannot run. It is never changed.
 */

/** How the figures are drawn; `auto`, the default, chooses from the data. */
export type ChartKind =
  | "auto"
  | "line"
  | "area"
  | "step"
  | "bar"
  | "dot"
  | "dumbbell"
  | "slope"
  | "bullet"
  | "progress"
  | "pace"
  | "scorecard"
  | "waffle"
  | "ranking"
  | "number"
  | "multiples"
  | "waterfall"
  | "table";

/** Everything that makes the picture; the same names as the attributes. Only `indicator` is needed, or `domain` or `status` in its place. */
export interface ChartSpec {
  /** Id of an indicator; several are separated by blanks. */
  indicator?: string;
  /** A domain: without `indicator` the chart takes all of its indicators. */
  domain?: "economy" | "innovation" | "industry" | "city" | "opening" | "environment" | "livelihood" | "resilience";
  /** Only figures that report, demand or expect; without `indicator`, of all indicators. */
  status?: "actual" | "target" | "forecast";
  kind?: ChartKind;
  /**
   * Words that shape the kind: bars `horizontal`, `vertical`, `grouped`, `stacked`, `share`, `diverging`; areas
   * `stacked`, `share`; dots `lollipop`.
   */
  form?: string;
  /** The kind of the panels of `multiples`. */
  panels?: ChartKind;
  /** Equal differences, or equal ratios, are equally long: `log` for lines, steps, slopes and dots. */
  scale?: "linear" | "log";
  /** The order of rows: in time or by value, by value, or as the spec and the data name them. */
  sort?: "auto" | "value" | "given";
  /** How the work of a target spreads over the year: a weight a quarter (4), month (12) or ten-day (36); `pace` only. */
  profile?: string;
  /** What the picture is about: ids or names, separated by commas; all else is context. */
  highlight?: string;
  /**
   * Texts, lines and bands, a line each: `2024-06: text`, `2024-01..2024-06: text`, `=1300: text`, `=60..80: text`,
   * `observation-id: text`.
   */
  annotations?: string;
  /** Id of the area; without it, the one that the indicator's figures speak of. */
  area?: string;
  /** First day or year to show, such as `2023` or `2023-06-30`. */
  from?: string;
  /** Last day or year to show. */
  to?: string;
  /** Language tag; Chinese and English are spoken. Without it, the page's. */
  lang?: string;
  /**
   * Without it, light or dark after `--indicator-paper`, else the closest `data-theme`, else the system. A reader's
   * wish for contrast and forced colours go first.
   */
  theme?: "light" | "dark" | "contrast" | "contrast-dark" | "print";
  /** Height of the picture in CSS px; without it, what the chart needs at its width. */
  height?: number;
  /** What is shown of the texts and buttons that a page may have itself: `heading`, `subheading`, `bar`, or `none`; all without it. */
  show?: string;
  heading?: string;
  subheading?: string;
  note?: string;
  /** Replaces the source line that the figures bring. */
  source?: string;
  /** Accessible name; without it, the heading. */
  alt?: string;
  /**
   * Texts in one language. In the language that is shown, its own text goes before the plain one. In a language that is
   * not the author's, a plain heading, subheading, source and alt give way to those made from the data; a plain note
   * and plain annotations stay.
   */
  "heading-zh"?: string;
  "heading-en"?: string;
  "subheading-zh"?: string;
  "subheading-en"?: string;
  "note-zh"?: string;
  "note-en"?: string;
  "source-zh"?: string;
  "source-en"?: string;
  "alt-zh"?: string;
  "alt-en"?: string;
  "annotations-zh"?: string;
  "annotations-en"?: string;
}

/** A column of numbers: a Float64Array is read as it is, anything else is copied once. */
export type ChartNumbers =
  | Float64Array
  | Float32Array
  | Int8Array
  | Int16Array
  | Int32Array
  | Uint8Array
  | Uint8ClampedArray
  | Uint16Array
  | Uint32Array
  | readonly (number | null | undefined)[];

/** Numbers of a page's own, a column a series. */
export interface ChartData {
  /** Where the rows stand: ms since 1970, or plain numbers; each a finite number, in any order, best rising. */
  x: ChartNumbers;
  /** The columns, each as long as `x`. What is null, NaN or infinite is a gap. */
  series: readonly {
    name: string;
    y: ChartNumbers;
    /** A colour of its own, `#rrggbb`. */
    color?: string;
  }[];
  /** What `x` is; without it, time where all of `x` lies within the years 1971 to 2200 in ms. */
  type?: "time" | "number";
  /** What the values are measured in. */
  unit?: string;
  /** Minutes east of UTC, where the clock stands that times are told by; 0 without it. */
  offset?: number;
}

/** What a reader has made of a chart; what is not there is as the author wrote it. */
export interface ChartState {
  /** Id of the observation that is pinned; with `data`, `row:series`. */
  point?: string;
  /** Key of the series that is kept lit, `indicator@area` or `indicator@area/category`. */
  series?: string;
  /** The span that is zoomed to, ISO days; with `data`, numbers along x. */
  from?: string;
  to?: string;
  /** The table stands in the picture's place. */
  view?: "table";
  /** The language that the reader chose for this chart. */
  lang?: "zh-CN" | "en";
}

/** One point as the tooltip shows it. */
export interface ChartReading {
  /** Id of the observation, such as `provincial-laboratories@zhengzhou/2023-12-31/actual`. */
  id: string;
  /** Place inside the picture, CSS px. */
  x: number;
  y: number;
  pinned: boolean;
  /** Key of its series: `indicator@area`, with the category where there is one. */
  series: string;
  /** Its period as two ISO days, `2023-01-01/2023-12-31`; an open end is empty, and so is the whole without a day. */
  period: string;
  /** Its series and period. */
  heading: string;
  /** Its value, words and digits as printed. */
  value: string;
  /** What other series have at the same place. */
  beside: { label: string; text: string }[];
  /** Everything else; what is `more` is shown only while the figure is pinned. */
  rows: { label: string; text: string; more: boolean }[];
  /** The sentence for screen readers. */
  announce: string;
}

/** The figures behind a picture; the first cell of each row is the row's header. */
export interface ChartTable {
  caption: string;
  /** What is measured. */
  about: string;
  head: string[];
  rows: string[][];
  /** Notes and the source line. */
  notes: string[];
}

/** What a picture says, in text. */
export interface ChartDescription {
  /** The accessible name. */
  label: string;
  /** One or two sentences. */
  summary: string;
  table: ChartTable;
  /** The kind that is drawn. */
  kind: ChartKind;
  /** Why, where `auto` chose it; otherwise empty. */
  why: string;
  /** What an editor should know, such as colours that are hard to see. */
  warnings: string[];
  /** With `data-version`: what is another figure now than the one that the article was published with. */
  revised?: ChartRevision[];
}

/** A figure as a text says it, in the chart's language. */
export interface ChartFigure {
  value: string;
  /** As its source prints it. */
  printed: string;
  /** Document, section and paragraph. */
  source: string;
}

/** A figure that is another one now than when the article was published. */
export interface ChartRevision {
  /** Id of the observation. */
  id: string;
  /** `revised`: another figure; `gone`: no longer among the figures; `new`: came since, and is not drawn. */
  change: "revised" | "gone" | "new";
  indicator: string;
  period: string;
  /** What the article was published with; null where it is new. */
  published: ChartFigure | null;
  /** What it is now; null where it is gone. */
  current: ChartFigure | null;
}

/** What went wrong, in the reader's language, with what to do next. */
export interface ChartError {
  /** Short and stable, such as `unknown-indicator`, `bad-json`, `engine-missing`, `engine-refused`. */
  kind: string;
  message: string;
}

/** Events of the element; all bubble and cross shadow roots. */
export interface IndicatorChartEventMap {
  /** The first picture is on the canvas, also after a failure was mended. */
  "indicator-ready": CustomEvent<{ label: string }>;
  /** Nothing could be drawn; the fallback and the message are shown. */
  "indicator-error": CustomEvent<ChartError>;
  /** The picture is drawn, but an editor should know something: colours that are hard to see, a damaged block of figures. */
  "indicator-warning": CustomEvent<{ warnings: string[] }>;
  /**
   * With `data-version`: the figures that were revised since the article was published, and which ones are drawn; fired
   * when that changes, never where nothing differs.
   */
  "indicator-revised": CustomEvent<{ version: string; shows: "published" | "current"; revised: ChartRevision[] }>;
  /** Another point is read, by mouse, finger or key; null when none is. */
  "indicator-hover": CustomEvent<ChartReading | null>;
  /** A point was pinned by a tap or Enter; null when it was let go. */
  "indicator-select": CustomEvent<ChartReading | null>;
  /** The reader, a link or the page made another view of it; `text` is what `state` of the element says. */
  "indicator-state": CustomEvent<{ state: ChartState; text: string }>;
}

/** Several fields at once; null takes one away. */
export type ChartUpdate = { [name: string]: unknown; data?: ChartData | null } & Partial<{ [Name in keyof ChartSpec]: ChartSpec[Name] | null }>;

/**
 * Attributes: those of {@link ChartSpec}, `spec` (the same as JSON; attributes of their own win), `group` (charts of
 * one name mark the period and the series that one of them reads), `data-version` (the figures of the element's
 * `<script type="application/json" class="indicator-data">` are drawn, and what was revised since is listed), `data` (without a
 * value: numbers come by the property {@link IndicatorChart.data}, and no figures are asked for until then), `heights`
 * (`280:412 340:398`: how tall the picture is where the chart is at least so wide, as `indicator-chart embed` writes it, so
 * that the live picture takes the place of the prepared one and nothing moves; `height` wins) and `wasm` (address of the
 * engine's module, relative to the page).
 *
 * Links: the page's hash `#indicator-chart=KEY&STATE`, and `<a data-indicator-chart="KEY" data-state="STATE">` anywhere in
 * the page, put a chart into a state and bring it on the screen. KEY is the chart's id, else its attribute `indicator`;
 * STATE is what the property `state` says.
 *
 * Custom properties, on the element or above it: `--indicator-font`, `--indicator-radius`, and colours in any syntax of
 * the browser: `--indicator-paper`, `-ink`, `-muted`, `-grid`, `-accent`, `-context`, `-alert`, `-series-1` … `-series-6`; `--indicator-inset`, how far
 * what stands under the picture is set in.
 *
 * CSS parts: `bar` (the row of buttons), `menu` (what *More* opens), `table` (the table in the picture's place, with its
 * heading and notes), `tooltip`, `message` (what is wrong, and the status line).
 *
 * What could not be fetched is tried again when the reader chooses Retry, when the network is back, and when the reader
 * comes back to the page. A chart that is taken out of the page gives everything back; one that is moved inside it keeps
 * picture, pin, span and focus. Of two copies of the script in a page the first serves all.
 *
 * One engine serves a page. The addresses that its charts name are tried one after the other until one works, and
 * that one is everyone's; charts that name none use {@link IndicatorChart.wasm}, else the module beside the script.
 * An address that fails is an `indicator-error` of the charts that named it, and of no others.
 *
 * Each property mirrors its attribute: it reads as a string, empty when the attribute is absent; null takes the
 * attribute away. Changes made together make one new picture.
 */
export declare class IndicatorChart extends HTMLElement {
  /** Address of the engine's module, relative to the page; set before the first chart comes near the screen. */
  static wasm: string;

  /** The same for the engine that draws charts with `data`. */
  static columns: string;

  /**
   * Numbers of the page's own, which the chart draws in place of figures: `kind` is `line`, `area` or `dot`, and all texts and
   * colours are as for other charts. Reads as what was set, null without any. A chart with data asks for no figures and not for
   * their engine, but for a small one of its own, when it comes near the screen. Where the markup is there before the numbers
   * are, the attribute `data` says that they will come.
   *
   * The arrays are copied into the engine once; the chart keeps them to make the picture anew, so set `data` again (the same
   * object will do) after changing them in place. What cannot be drawn is an `indicator-error` of kind `bad-data`; the
   * picture before stays. Null goes back to figures.
   */
  get data(): ChartData | null;
  set data(value: ChartData | null | undefined);

  get form(): string;
  set form(value: string | null);
  get panels(): string;
  set panels(value: string | null);
  get scale(): string;
  set scale(value: string | null);
  get sort(): string;
  set sort(value: string | null);
  get profile(): string;
  set profile(value: string | null);
  get highlight(): string;
  set highlight(value: string | null);
  get annotations(): string;
  set annotations(value: string | null);
  get src(): string;
  set src(value: string | null);
  get indicator(): string;
  set indicator(value: string | null);
  get domain(): string;
  set domain(value: string | null);
  get status(): string;
  set status(value: string | null);
  get kind(): string;
  set kind(value: ChartKind | null);
  get area(): string;
  set area(value: string | null);
  get from(): string;
  set from(value: string | null);
  get to(): string;
  set to(value: string | null);
  get theme(): string;
  set theme(value: "light" | "dark" | "contrast" | "contrast-dark" | "print" | null);
  get height(): string;
  set height(value: number | string | null);
  get heading(): string;
  set heading(value: string | null);
  get subheading(): string;
  set subheading(value: string | null);
  get note(): string;
  set note(value: string | null);
  get source(): string;
  set source(value: string | null);
  get alt(): string;
  set alt(value: string | null);
  get show(): string;
  set show(value: string | null);
  /** `MIN_WIDTH:HEIGHT` pairs, CSS px; see {@link IndicatorChart} on prepared pictures. */
  get heights(): string;
  set heights(value: string | null);
  get spec(): string;
  set spec(value: ChartSpec | string | null);
  get group(): string;
  set group(value: string | null);
  /** Address of the engine's module for this chart; matters only while the page has no engine. */
  get wasm(): string;
  set wasm(value: string | null);

  /**
   * Resolves to true when what was asked for last is on the canvas, to false when it cannot be drawn. A new
   * promise with each change. Charts far from the screen, in a hidden tab or without a width are drawn when that ends.
   */
  readonly rendered: Promise<boolean>;

  /**
   * What the reader has made of the chart: `point=…&series=…&from=…&to=…&view=table&lang=en`, each part only where it
   * differs from what the author wrote, values as `encodeURIComponent` writes them. What is set is applied at once, or
   * with the first frame; what the chart does not understand or does not have, it names in its status line.
   */
  get state(): string;
  set state(value: string | null);

  /**
   * Sets several attributes together, which make one new picture; null takes one away. Throws a TypeError where a name is
   * no attribute. Settles as {@link rendered}.
   */
  update(fields: ChartUpdate): Promise<boolean>;

  /**
   * Shows the time within two days alone, as a reader's narrowing does, and fires `indicator-state`. A bound is `2024`,
   * `2024-06`, `2024-06-30`, a Date or ms since 1970; null for none. With `data` a bound is a number along x or a Date, and
   * many calls in a row are drawn once a frame.
   */
  zoom(from?: string | Date | number | null, to?: string | Date | number | null): void;

  /** Shows all of the time again. */
  zoomReset(): void;

  /** The picture as an SVG document; undefined before the first frame. */
  toSVG(): string | undefined;

  /**
   * The picture as a PNG file, once what was asked for last is drawn; `scale` device pixels a CSS px, above 0 to 8, 2 without
   * it, fewer where a canvas cannot hold so many. Rejects where nothing could be drawn.
   */
  toPNG(scale?: number): Promise<Blob>;

  /**
   * The figures as a CSV text with words and sources, or with `data` a row for each x, once what was asked for last is drawn. Rejects where nothing could be
   * drawn.
   */
  toCSV(): Promise<string>;

  /**
   * Pins the point of an observation, as a tap on it would, and says whether the picture has it; false before the
   * first frame. Nothing is scrolled, and the focus stays where it is.
   */
  focusPoint(id: string): boolean;

  /** What the picture says, in text; undefined before the first frame. */
  describe(): ChartDescription | undefined;

  addEventListener<K extends keyof IndicatorChartEventMap>(
    type: K,
    listener: (this: IndicatorChart, event: IndicatorChartEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof IndicatorChartEventMap>(
    type: K,
    listener: (this: IndicatorChart, event: IndicatorChartEventMap[K]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

/**
 * Registers all elements; under a name of your own the chart alone. A name that is taken stays as it is, so two versions
 * can be in one page: the first one draws. Without a browser it does nothing.
 */
export declare function define(name?: string): void;

/** What is asked of a monitor; empty where it is nothing. */
export interface MonitorState {
  /** What is searched for. */
  q: string;
  domain: string;
  status: "" | "actual" | "target" | "forecast";
  verdict: "" | "met" | "ahead" | "behind" | "missed" | "undetermined" | "no-outcome";
  /** Id of a document. */
  source: string;
  /** Four digits, or `none` for figures without a date. */
  year: string;
  area: string;
  sort: "" | "name" | "newest" | "value" | "share" | "verdict";
  view: "" | "table";
  /** Id of the indicator whose detail is shown. */
  open: string;
  /** Id of the observation that is shown in it. */
  point: string;
}

/** Events of `<indicator-monitor>`; both bubble and cross shadow roots, and so do those of the chart in its detail. */
export interface IndicatorMonitorEventMap {
  /** The figures stand where the fallback stood; once. */
  "indicator-monitor-ready": CustomEvent<null>;
  /** The reader, a link or the history asks for something else; `text` is how the address says it. */
  "indicator-monitor-state": CustomEvent<{ state: MonitorState; text: string }>;
}

/**
 * `<indicator-monitor>`: every indicator with its newest figure, its targets and what became of them. Its own content
 * is the fallback. It is not exported: its script is fetched when the first one is in the page.
 *
 * Attributes: `q`, `domain`, `status`, `verdict`, `source`, `year`, `area`, `sort`, `view` (see {@link MonitorState}: where a
 * reader begins), `fixed` (those filters cannot be changed), `heading`, `heading-zh`, `heading-en`, `src` (its own file of other figures,
 * without `.zh.json` or `.en.json`), `figures` (`src` of the charts in its details), `lang`, `theme`.
 *
 * Links: `#indicator-monitor=KEY&STATE`, STATE as `text` of `indicator-monitor-state`; KEY is the monitor's id, else
 * `monitor`, `monitor-2` … by its place among those without one.
 */
export interface IndicatorMonitor extends HTMLElement {
  addEventListener<K extends keyof IndicatorMonitorEventMap>(
    type: K,
    listener: (this: IndicatorMonitor, event: IndicatorMonitorEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** `<indicator-figure>`: a figure in a sentence, filled by the build. Attributes: `observation`, `form`, `from`. */
export interface IndicatorFigure extends HTMLElement {}

/**
 * `<indicator-story>`: steps of text that drive charts. A step is any element inside with `data-step`, the id of its chart,
 * and `data-state` (see {@link IndicatorChart.state}) or `data-spec` ({@link ChartSpec} as JSON).
 */
export interface IndicatorStory extends HTMLElement {}

declare global {
  interface HTMLElementTagNameMap {
    "indicator-chart": IndicatorChart;
    "indicator-monitor": IndicatorMonitor;
    "indicator-figure": IndicatorFigure;
    "indicator-story": IndicatorStory;
  }
  interface GlobalEventHandlersEventMap extends IndicatorChartEventMap, IndicatorMonitorEventMap {}
}
