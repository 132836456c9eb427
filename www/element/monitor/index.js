// Turns the file of figures into one that can be asked: by id, by text, by what a figure belongs to.

import { folded } from "./fold.js";

/** @import {Data, Figure, Indicator, Target, Verdict} from "./types.js" */

/** The year of a figure without a period. */
export const UNDATED = "none";

/** @typedef {{name: string, text: string, figures: Map<Figure, string>}} Texts all folded */

export class Index {
  /** @type {Map<string, Indicator>} */
  indicators = new Map();
  /** @type {Map<string, Figure>} */
  figures = new Map();
  /** Which indicator a figure is of. @type {Map<string, Indicator>} */
  owners = new Map();
  /** Years that have figures, the latest first; undated ones last. @type {string[]} */
  years;
  /** @type {Map<Indicator, Texts>} */
  #texts = new Map();
  /** Where an indicator is printed first. @type {Map<Indicator, number>} */
  #places = new Map();

  /** @param {Data} data */
  constructor(data) {
    this.data = data;
    const years = new Set();
    for (const indicator of data.indicators) {
      this.indicators.set(indicator.id, indicator);
      for (const figure of indicator.figures) {
        this.figures.set(figure.id, figure);
        this.owners.set(figure.id, indicator);
        years.add(yearOf(figure));
      }
      const places = indicator.figures.map(({ source, paragraph }) => source * 10_000 + paragraph);
      this.#places.set(indicator, Math.min(...places));
    }
    this.years = [...years].sort((one, other) => (one === UNDATED ? 1 : other === UNDATED ? -1 : Number(other) - Number(one)));
  }

  /** Where it is printed first: the document, then the paragraph. @param {Indicator} indicator */
  place(indicator) {
    return this.#places.get(indicator) ?? 0;
  }

  /** Made when they are first searched. @param {Indicator} indicator @returns {Texts} */
  texts(indicator) {
    const known = this.#texts.get(indicator);
    if (known) return known;
    const name = folded(`${indicator.name} ${indicator.other}`);
    const figures = new Map(indicator.figures.map((figure) => [figure, folded(this.#textOf(figure))]));
    const domain = this.data.domains.find(({ id }) => id === indicator.domain)?.name ?? "";
    const own = [indicator.id, domain, indicator.note, indicator.among, ...indicator.targets.map(({ name, facts }) => `${name} ${facts}`)];
    const made = { name, figures, text: [name, folded(own.join(" ")), ...figures.values()].join("\n") };
    this.#texts.set(indicator, made);
    return made;
  }

  /** @param {Figure} figure */
  #textOf(figure) {
    const { value, printed, when, note, section, number, source } = figure;
    return [value, printed, when, note, section, number ?? "", this.data.sources[source]?.title ?? ""].join(" ");
  }

  /** A verdict's name, as the charts print it. @param {Verdict} verdict */
  verdict(verdict) {
    return this.data.verdicts.find(({ id }) => id === verdict)?.name ?? verdict;
  }

  /** The figures that a target is about: itself and its outcome. @param {Target} target */
  pair({ target, outcome }) {
    return [this.figures.get(target), this.figures.get(outcome)];
  }
}

/** The day by which a figure stands, ISO; empty, which is before all others, where it has none. @param {Figure | undefined} figure */
export const dayOf = (figure) => figure?.end || figure?.start || "";

/** The year in which a figure's period ends. @param {Figure} figure */
export const yearOf = (figure) => dayOf(figure).slice(0, 4) || UNDATED;
