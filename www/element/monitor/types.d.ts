// The figures of the monitor, as its file holds them: texts in the file's language, empty where there are none.

export interface Data {
  version: 1;
  lang: "zh-CN" | "en";
  domains: Named[];
  /** In the order in which they are shown. */
  verdicts: Named[];
  areas: Named[];
  sources: Source[];
  indicators: Indicator[];
}

export interface Named {
  id: string;
  name: string;
}

export interface Source {
  id: string;
  title: string;
  author: string;
  publisher: string;
  published: string;
  reference: string;
}

export interface Indicator {
  id: string;
  name: string;
  /** In the other language, so that a search in either finds it. */
  other: string;
  domain: string;
  unit: string;
  note: string;
  /** Among whom a rank is. */
  among: string;
  figures: Figure[];
  targets: Target[];
}

export interface Figure {
  id: string;
  status: "actual" | "target" | "forecast";
  area: string;
  when: string;
  /** ISO day; empty where it is open. */
  start: string;
  end: string;
  /** With its word and unit. */
  value: string;
  number: number | null;
  printed: string;
  word: string;
  change: string;
  note: string;
  /** With any of these it is never compared. */
  flags: string[];
  /** How its period is known, and the same in words where it is not printed. */
  dateBasis: "printed" | "inferred" | "unknown";
  basis: string;
  /** Index. */
  source: number;
  section: string;
  paragraph: number;
}

export type Verdict = "met" | "missed" | "ahead" | "behind" | "undetermined" | "no-outcome";

export interface Target {
  /** Ids of figures; the outcome is empty where none is printed, and may be another indicator's. */
  target: string;
  outcome: string;
  outcomeIndicator: string;
  relation: "same" | "part" | "no";
  verdict: Verdict;
  name: string;
  facts: string;
  rule: string;
  /** Per cent of the target; an open end is null. */
  share: { text: string; low: number | null; high: number | null } | null;
  /** Per cent of the time that is gone. */
  elapsed: number | null;
  elapsedText: string;
  pace: { unit: "ten-day" | "month" | "quarter" | "year"; text: string }[];
  rest: { text: string } | null;
  unlike: Unlike[];
}

/** An outcome that looks like an answer to a target and is none. */
export interface Unlike {
  id: string;
  indicator: string;
  name: string;
  value: string;
  when: string;
  reason: string;
}

/** What a reader asks for; empty where it is nothing. */
export interface Wish {
  q: string;
  domain: string;
  status: string;
  verdict: string;
  source: string;
  year: string;
  area: string;
  sort: string;
  view: string;
  open: string;
  point: string;
}

/** An indicator, and what of it a wish asks for. */
export interface Shown {
  indicator: Indicator;
  figures: Figure[];
  targets: Target[];
  /** Of these, those that are asked for themselves and not by their outcome alone; only they are counted. */
  asked: Target[];
  /** Figures that a search met by their own text. */
  hits: Figure[];
  /** Whether the search met the name. */
  named: boolean;
}

/** Those under one heading. */
export interface Group {
  key: string;
  name: string;
  shown: Shown[];
}
