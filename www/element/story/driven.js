// Turns a view and some fields into a chart that shows them, and gives the chart back as its author wrote it.

/** The reader's language: no step is a reason to speak another one. */
const LANG = /(?:^|&)lang=[^&]*/;
/** On a chart while a step has pinned what is pinned: the text beside it says what a tooltip would. */
const LED = "data-led";
/** With these a reader reads the chart, and then a tooltip is wanted. */
const READS = ["pointermove", "pointerdown", "focusin"];

export class Driven {
  chart;
  /** What a step made of the chart last, as the chart itself writes it. */
  #mine = "";
  /** Attributes as the author wrote them; those that a step has changed. @type {Map<string, string | null>} */
  #own = new Map();
  #read = () => this.#lead(false);

  /** @param {HTMLElement} chart */
  constructor(chart) {
    this.chart = /** @type {HTMLElement & {state: string, rendered?: Promise<boolean>}} */ (chart);
  }

  /** Whether somebody else, reader or link, has made something of the chart. */
  get foreign() {
    return this.#view !== this.#mine;
  }

  /** Whether at least half of the chart can be seen; what a step does out of sight nobody follows. */
  static seen(/** @type {HTMLElement} */ chart) {
    const { top, bottom, height } = chart.getBoundingClientRect();
    const stage = /** @type {HTMLElement | null} */ (chart.closest(".stage"));
    const cut = parseFloat(stage?.style.getPropertyValue("--stage-cut") || "0");
    const end = Math.min(bottom, document.documentElement.clientHeight, (stage?.getBoundingClientRect().bottom ?? bottom) - cut);
    return end - Math.max(top, 0) >= height / 2;
  }

  /**
   * @param {string} state a view as links carry it; empty for the author's
   * @param {Record<string, unknown>} [fields] of the spec, in place of the author's
   */
  apply(state, fields) {
    this.#write(fields);
    this.#show(state);
    this.#mine = this.#view;
    this.#lead(this.#mine !== "");
  }

  /** The author's chart again; what its reader has made of it by hand stays. */
  free() {
    this.#write(undefined);
    const { chart, foreign } = this;
    if (!foreign) this.#show("");
    this.#mine = "";
    this.#lead(!foreign);
    if (foreign) return;
    // One that is far away by now has its tooltip until it is drawn again.
    void chart.rendered?.then(() => this.#view === "" && this.#lead(false));
  }

  /** What was made of the chart, without its reader's language. */
  get #view() {
    return String(this.chart.state ?? "").replace(LANG, "");
  }

  /** @param {boolean} led */
  #lead(led) {
    this.chart.toggleAttribute(LED, led);
    for (const name of READS) {
      if (led) this.chart.addEventListener(name, this.#read);
      else this.chart.removeEventListener(name, this.#read);
    }
  }

  /** @param {string} state */
  #show(state) {
    const [lang = ""] = LANG.exec(String(this.chart.state ?? "")) ?? [];
    if (state === "" && this.#view === "") return;
    this.chart.state = LANG.test(state) ? state : [state, lang.replace("&", "")].filter(Boolean).join("&");
  }

  /**
   * An attribute goes before a field of the same name, so it steps aside.
   * @param {Record<string, unknown> | undefined} fields
   */
  #write(fields) {
    const wanted = new Map(this.#own);
    if (fields) {
      const known = /** @type {{observedAttributes?: string[]}} */ (this.chart.constructor).observedAttributes ?? [];
      const names = Object.keys(fields).filter((name) => known.includes(name));
      for (const name of ["spec", ...names]) if (!this.#own.has(name)) this.#own.set(name, this.chart.getAttribute(name));
      for (const name of names) wanted.set(name, null);
      wanted.set("spec", JSON.stringify({ ...object(this.#own.get("spec")), ...fields }));
    }
    for (const [name, value] of wanted) {
      if (value === null) this.chart.removeAttribute(name);
      else if (this.chart.getAttribute(name) !== value) this.chart.setAttribute(name, value);
    }
    if (!fields) this.#own.clear();
  }
}

/** The author's own fields; what is no object, the chart itself names. @param {string | null | undefined} text */
function object(text) {
  try {
    const value = JSON.parse(text || "{}");
    return typeof value === "object" && !Array.isArray(value) ? value : {};
  } catch {
    return {};
  }
}
