/**
 * Charts without a browser: for sites that are built, feeds, mails, tests. No DOM, no network, nothing asynchronous.
 *
 * ```js
 * import { render } from "indicator-chart/node";
 * const { svg, height, summary } = render({ indicator: "high-tech-enterprises", kind: "bar", lang: "en" }, { width: 640 });
 * ```
 *
 * What is refused throws an Error with `kind` (such as `unknown-indicator`) and a message that says what to do, in the
 * language of the spec.
 */
import type { ChartDescription, ChartSpec } from "./index.js";

/** How a picture is made. */
export interface Options {
  /** CSS px, 1 to 4000; 640 without it. */
  width?: number;
  /** Wins over the spec's; `light` without either. */
  theme?: "light" | "dark" | "contrast" | "contrast-dark" | "print";
  /** Wins over the spec's; Chinese without either. */
  lang?: string;
  /** Packed figures of your own in place of the built-in ones: the bytes, or where the file is. */
  src?: Uint8Array | string | URL;
}

/** What a picture says, in text. */
export type Described = ChartDescription;

export interface Rendered extends Described {
  /** A standalone document; the same spec gives the same bytes, here and natively. Ids inside begin with `ic`. */
  svg: string;
  /** CSS px. */
  width: number;
  /** CSS px; what the chart needs at its width, or the spec's `height` where that is more. */
  height: number;
}

/** Draws a chart. */
export declare function render(spec: ChartSpec, options?: Options): Rendered;

/** Says what a chart shows, without drawing it. */
export declare function describe(spec: ChartSpec, options?: Options): Described;

/** Which of the built-in figures are wanted. */
export interface Filter {
  domain?: string;
  status?: "actual" | "target" | "forecast";
  verdict?: "met" | "ahead" | "behind" | "missed" | "undetermined" | "no-outcome";
  /** Id of a document. */
  source?: string;
  /** Four digits, or `none` for figures without a date. */
  year?: string;
  area?: string;
  /** `en`, or Chinese. */
  lang?: string;
}

/** An indicator with those of its figures that are wanted. */
export interface Found {
  /** What `indicator` of a spec takes. */
  id: string;
  name: string;
  domain: string;
  unit: string;
  figures: {
    /** What `focusPoint` and figures in a sentence take. */
    id: string;
    status: string;
    area: string;
    when: string;
    /** With its word, as a chart prints it. */
    value: string;
    /** As the document prints it. */
    printed: string;
    source: string;
    section: string;
    paragraph: number;
  }[];
}

/** The built-in indicators. */
export declare function list(filter?: Filter): Found[];

/** Those that a text meets: names in either language, figures, words of the source; as a monitor searches. */
export declare function search(text: string, filter?: Filter): Found[];
