// Turns what one chart of a group reads into an echo in the others: the same period, the same series.

/** @import {Reading} from "./types.js" */

/** @typedef {{echo(period: string, series: string): void}} Member */
/** What is read, or stands out; empty where nothing is. @typedef {{period: string, series: string}} Heard */

/** @type {Heard} */
const NOTHING = { period: "", series: "" };

/** What each member reads itself, the latest change last; an echo is no reading. @type {Map<string, Map<Member, Heard>>} */
const groups = new Map();
/** The group that each member is in. @type {Map<Member, string>} */
const places = new Map();
/** What each member was made to echo. @type {WeakMap<Member, Heard>} */
const echoes = new WeakMap();

/**
 * A member has drawn what it reads now. Each does so once a frame at most, and its echoes are drawn in the next one.
 * @param {Member} member
 * @param {string} name of its group; empty for none
 * @param {Reading | undefined} reading
 * @param {string} lit the series that stands out, by the reader's doing or by an echo
 */
export function share(member, name, reading, lit) {
  if (places.get(member) !== name) leave(member);
  if (name === "") return;
  const members = groups.get(name) ?? new Map();
  groups.set(name, members);
  places.set(member, name);
  const own = lit === echoes.get(member)?.series ? "" : lit;
  const now = { period: reading?.period ?? "", series: reading?.series || own };
  const changed = !same(members.get(member) ?? NOTHING, now);
  // Taken out and put in again, it is the latest.
  if (changed) members.delete(member);
  if (changed || !members.has(member)) members.set(member, now);
  // One that was drawn anew has lost its echo.
  spread(members, changed ? [...members.keys()] : [member]);
}

/** @param {Member} member */
export function leave(member) {
  const name = places.get(member);
  const members = name === undefined ? undefined : groups.get(name);
  places.delete(member);
  if (name === undefined || !members) return;
  members.delete(member);
  if (members.size === 0) groups.delete(name);
  tell(member, NOTHING);
  spread(members, [...members.keys()]);
}

/**
 * @param {Map<Member, Heard>} members
 * @param {Member[]} to
 */
function spread(members, to) {
  const [source, heard] = [...members].reverse().find(([, each]) => !same(each, NOTHING)) ?? [undefined, NOTHING];
  for (const member of to) tell(member, member === source ? NOTHING : heard);
}

/**
 * @param {Member} member
 * @param {Heard} heard
 */
function tell(member, heard) {
  // Of nothing it need not hear twice.
  if (same(heard, NOTHING) && same(echoes.get(member) ?? NOTHING, NOTHING)) return;
  echoes.set(member, heard);
  member.echo(heard.period, heard.series);
}

/** @param {Heard} one @param {Heard} other */
const same = (one, other) => one.period === other.period && one.series === other.series;
