// The tables of data/ into one verdict a target, by the rules of README.md and nothing of the crate: a second
// reckoning to hold the first against. Prints `id<TAB>verdict` lines; with `--domains` as a second argument the counts of
// each domain as `domain<TAB>verdict<TAB>count`, a demand that two documents set alike counted once.

import { readFileSync } from "node:fs";

const [data, wish] = process.argv.slice(2);

/** Rows of a table as objects by column. */
function table(name) {
  const text = readFileSync(`${data}/${name}.csv`, "utf8");
  const rows = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    const row = rows[rows.length - 1];
    if (quoted && sign === '"' && text[at + 1] === '"') {
      row[row.length - 1] += '"';
      at += 1;
    } else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === ",") row.push("");
    else if (!quoted && sign === "\n") rows.push([""]);
    else if (quoted || sign !== "\r") row[row.length - 1] += sign;
  }
  const [head, ...body] = rows.filter((row) => row.length > 1);
  return body.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at]])));
}

const byId = (rows) => new Map(rows.map((row) => [row.id, row]));
const indicators = byId(table("indicators"));
const observations = byId(table("observations"));
const pairs = table("pairs");

const day = (text) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
const dated = (row) => (row.date_basis === "unknown" || row.period_end === "" ? null : day(row.period_end));

/** One of the last digit that is not a zero at the end: 10000 for 290000, 0.1 for 64.7. */
function lastDigit(text) {
  const [whole, part] = text.replace("-", "").split(".");
  if (part) return 10 ** -part.length;
  const zeros = /0*$/.exec(whole)[0].length;
  return zeros === whole.length ? 1 : 10 ** zeros;
}

/** The values that print and word allow: from, to, and whether each end is itself possible. */
function span(row) {
  const value = Number(row.value);
  const soft = row.qualifier === "about" || row.qualifier === "nearly";
  if (soft) return { lo: value - lastDigit(row.value), hi: value + lastDigit(row.value), loIn: false, hiIn: false };
  if (row.qualifier === "range") return { lo: value, hi: Number(row.value_high), loIn: true, hiIn: true };
  const away = { over: [false, Infinity], at_least: [true, Infinity], at_most: [true, -Infinity] }[row.qualifier];
  if (!away) return { lo: value, hi: value, loIn: true, hiIn: true };
  const [itself, end] = away;
  // Words speak of size: a fall of over 5 % lies below -5.
  const up = end > 0 === value >= 0;
  return up ? { lo: value, hi: Infinity, loIn: itself, hiIn: false } : { lo: -Infinity, hi: value, loIn: false, hiIn: itself };
}

const times = (span, by) => ({ ...span, lo: span.lo * by, hi: span.hi * by });

/** Whether every value of `a` is at least (or above) every value of `b`. */
const atLeast = (a, b) => a.lo >= b.hi;
const above = (a, b) => a.lo > b.hi || (a.lo === b.hi && !(a.loIn && b.hiIn));

/** The test a target sets; null where nothing says which way is better. */
function test(target) {
  const { direction } = indicators.get(target.indicator);
  const { qualifier } = target;
  const more = Number(target.value) >= 0;
  let up = null;
  if (qualifier === "at_most") up = !more;
  else if (direction !== "none") up = direction === "up";
  else if (qualifier === "at_least" || qualifier === "over") up = more;
  if (up === null) return null;
  let goal = span({ ...target, qualifier: "exact" });
  if (qualifier === "about" || qualifier === "nearly") goal = span(target);
  if (qualifier === "range" && !up) goal = span({ ...target, qualifier: "exact", value: target.value_high });
  return { goal, up, strict: qualifier === "over" };
}

const better = (up, a, b) => (up ? [a, b] : [b, a]);
const accepts = ({ goal, up, strict }, found) => (strict ? above : atLeast)(...better(up, found, goal));
const refuses = ({ goal, up, strict }, found) => (strict ? atLeast : above)(...better(up, goal, found));

/** Whether two figures count the same in the same way at the same place, and neither is flagged. */
function alike(a, b) {
  const [of, to] = [indicators.get(a.indicator), indicators.get(b.indicator)];
  return (
    a.value !== "" && b.value !== "" && a.flags === "" && b.flags === "" && of.unit === to.unit &&
    of.temporal === to.temporal && a.area === b.area && a.basis === b.basis &&
    (a.basis !== "vs_base" || a.base_period === b.base_period)
  );
}

/** The last comparable actual figure at or before the day a target starts. */
function base(target, outcome) {
  const before = [...observations.values()].filter((row) => {
    const same = row.indicator === outcome.indicator && row.category === outcome.category && row.id !== outcome.id;
    const early = dated(row) !== null && dated(row) <= day(target.period_start);
    return same && early && row.status === "actual" && alike(row, outcome);
  });
  return before.sort((a, b) => dated(a) - dated(b)).pop();
}

function usable(target, outcome) {
  const flow = indicators.get(target.indicator).temporal === "flow";
  const starts = target.period_start === "" || (outcome.period_start !== "" && target.period_start <= outcome.period_start);
  const ends = target.period_end === "" || (outcome.period_end !== "" && target.period_end >= outcome.period_end);
  return alike(target, outcome) && outcome.status === "actual" && (!flow || (starts && ends));
}

/** The verdict on a target by one outcome. */
function judge(target, outcome, relation) {
  const rule = usable(target, outcome) ? test(target) : null;
  if (!rule) return "undetermined";
  const flow = indicators.get(target.indicator).temporal === "flow";
  const found = span(outcome);
  const until = dated(outcome);
  const closed = target.period_start !== "" && target.period_end !== "";
  const ended = target.period_end !== "" && until !== null;
  const whole = target.period_start === outcome.period_start && target.period_end === outcome.period_end;
  const reached = flow ? whole && target.period_end !== "" : ended && until >= day(target.period_end);
  const over = flow ? reached && until !== null : reached && outcome.date_basis === "printed";
  const cap = flow && accepts(rule, { lo: 0, hi: 0, loIn: true, hiIn: true });
  const part = !flow && relation === "part" && closed && until !== null;
  if (accepts(rule, found) && (reached || !(cap || part))) return "met";
  if (refuses(rule, found) && over) return "missed";
  if (reached || !closed || until === null) return "undetermined";
  const total = day(target.period_end) - day(target.period_start) + 1;
  const gone = Math.min(Math.max(until - day(target.period_start) + 1, 0), total);
  let from = { lo: 0, hi: 0, loIn: true, hiIn: true };
  if (flow) {
    if (outcome.period_start !== target.period_start || Number(target.value) === 0) return "undetermined";
  } else {
    const start = base(target, outcome);
    if (!start || gone === 0 || !refuses(rule, span(start))) return "undetermined";
    from = span(start);
  }
  const [rest, way] = [times(from, total - gone), times(rule.goal, gone)];
  const need = { lo: rest.lo + way.lo, hi: rest.hi + way.hi, loIn: rest.loIn && way.loIn, hiIn: rest.hiIn && way.hiIn };
  const pace = { goal: need, up: rule.up, strict: false };
  if (accepts(pace, times(found, total))) return "ahead";
  return refuses(pace, times(found, total)) ? "behind" : "undetermined";
}

/** Of several outcomes the one on the last day, else the first after it, else the last before it. */
function nearness(target, pair) {
  const outcome = observations.get(pair.outcome);
  const until = dated(outcome);
  const after = until !== null && target.period_end !== "" && until >= day(target.period_end);
  const order = until === null ? [0, 0] : after ? [2, -until] : [1, until];
  const flags = [pair.relation === "same", outcome.date_basis === "printed"].map(Number);
  return [Number(usable(target, outcome)), ...order, ...flags];
}

function compare(a, b) {
  const at = a.findIndex((value, place) => value !== b[place]);
  return at < 0 ? 0 : a[at] - b[at];
}

const verdicts = [];
for (const target of observations.values()) {
  if (target.status !== "target") continue;
  const joined = pairs.filter((pair) => pair.target === target.id && pair.relation !== "no");
  const best = joined.sort((a, b) => compare(nearness(target, a), nearness(target, b))).pop();
  const outcome = best && observations.get(best.outcome);
  const verdict = outcome && outcome.value !== "" ? judge(target, outcome, best.relation) : "none";
  verdicts.push({ target, verdict, outcome: verdict === "none" ? "" : outcome.id });
}

if (wish === "--domains") {
  const seen = new Set();
  const counts = new Map();
  for (const { target, verdict, outcome } of verdicts) {
    const { indicator, area, category, period_start, period_end, value, value_high, qualifier } = target;
    const demand = [indicator, area, category, period_start, period_end, value, value_high, qualifier, outcome].join("|");
    // A target that prints no figure demands nothing that could be counted.
    if (value === "" || seen.has(demand)) continue;
    seen.add(demand);
    const key = `${indicators.get(indicator).domain}\t${verdict}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  for (const key of [...counts.keys()].sort()) console.log(`${key}\t${counts.get(key)}`);
} else {
  for (const { target, verdict } of verdicts) console.log(`${target.id}\t${verdict}`);
}
