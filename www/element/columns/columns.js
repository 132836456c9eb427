// Turns the glue of the engine of columns into charts that are made of a page's own arrays.

import { glue } from "indicator-chart-columns";
import { columnsOf } from "./read.js";

/** @import {Columns, ColumnsGlue, Glue, PlainData, Spec} from "../types.js" */

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
