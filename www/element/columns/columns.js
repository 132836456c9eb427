// Turns the glue of the engine of columns into charts that are made of a page's own arrays.

import { glue } from "indicator-chart-columns";
import { columnsOf } from "./read.js";

/** @import {Columns, ColumnsGlue, Glue, PlainData, Spec} from "../types.js" */

/** So many numbers are too many to keep for a chart that is far from the screen: a megabyte, and copied in a moment. */
const MANY = 131_072;

/** A copy of the glue for one instance of the module, whose charts take arrays where those of figures take figures. */
export function copy() {
  const made = glue();
  return /** @type {Glue} */ (/** @type {unknown} */ ({ ...made, Chart: charts(made) }));
}

/** @param {ColumnsGlue} made */
function charts(made) {
  return class extends made.Chart {
    /** The page's own arrays, in the words of the engine. */
    #data;
    /** The engine's copy of them. */
    #columns;

    /**
     * @param {Spec} spec
     * @param {unknown} given
     */
    constructor(spec, given) {
      const [data, columns] = taken(made, given, spec);
      try {
        super(spec, columns.share());
      } catch (error) {
        columns.free();
        throw error;
      }
      this.#data = data;
      this.#columns = columns;
    }

    /**
     * On an error the chart stays as it was.
     * @param {Spec} spec
     * @param {unknown} [given] the arrays to read; those it has, without
     * @override
     */
    setSpec(spec, given) {
      if (given === undefined) return super.setSpec(spec, this.#columns.share());
      const [data, columns] = taken(made, given, spec);
      try {
        super.setSpec(spec, columns.share());
      } catch (error) {
        columns.free();
        throw error;
      }
      this.#columns.free();
      this.#data = data;
      this.#columns = columns;
    }

    /**
     * Shows x from one place to the other; without a bound, to the end.
     * @param {number} from
     * @param {number} to
     * @override
     */
    zoom(from, to) {
      return super.zoom(...bounded(this.#data.x, from, to));
    }

    /**
     * As it was left; a span of one bound alone goes to the end.
     * @param {string} point
     * @param {string} series
     * @param {string} from
     * @param {string} to
     * @override
     */
    restore(point, series, from, to) {
      if ((from === "") === (to === "")) return super.restore(point, series, from, to);
      const ends = bounded(this.#data.x, from === "" ? -Infinity : Number(from), to === "" ? Infinity : Number(to));
      return super.restore(point, series, String(ends[0]), String(ends[1]));
    }

    heavy() {
      return this.#data.x.length * (this.#data.series.length + 1) > MANY;
    }

    /** The arrays, for a file. */
    columns() {
      return this.#data;
    }

    /** @override */
    free() {
      this.#columns.free();
      super.free();
    }
  };
}

/**
 * @param {Float64Array} x
 * @param {number} from
 * @param {number} to
 * @returns {[number, number]} the ends of x where there is no bound
 */
function bounded(x, from, to) {
  if (Number.isFinite(from) && Number.isFinite(to)) return [from, to];
  const all = [Infinity, -Infinity];
  for (const each of x) {
    all[0] = Math.min(all[0] ?? each, each);
    all[1] = Math.max(all[1] ?? each, each);
  }
  return [Number.isFinite(from) ? from : all[0] ?? from, Number.isFinite(to) ? to : all[1] ?? to];
}

/**
 * @param {ColumnsGlue} made
 * @param {unknown} given
 * @param {Spec} spec
 * @returns {[PlainData, Columns]}
 */
function taken(made, given, spec) {
  const lang = String(spec["lang"] ?? "");
  const data = columnsOf(given, lang);
  return [data, new made.Columns(data, lang)];
}
