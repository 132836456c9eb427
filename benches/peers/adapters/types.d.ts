// What every adapter gives: a library's own form of the data, made before the clock starts, and a chart of it.
import type { Columns, Window } from "../pages/data.js";

export interface Size {
  width: number;
  height: number;
}

export interface Drawn {
  /** Shows window `at`; a promise where the library has one. */
  pan(at: number): unknown;
  /** Takes the chart off the page, by the library's own way. */
  free(): void;
}

export interface Adapter {
  /** Whether charts far from the screen wait until they come near. */
  lazy?: boolean;
  prepare(data: Columns, windows: Window[], size: Size): any;
  draw(host: HTMLElement, prepared: any, size: Size): Drawn | Promise<Drawn>;
}
