// Turns a name that nothing has into the one that was most likely meant.

/** How far apart two names may be to be taken for each other, as a share of the longer one. */
const FAR = 0.6;
/** Of a longer name, this much is compared. */
const MOST = 120;

/**
 * @template {{id: string, name: string}} Item
 * @param {string} given
 * @param {Item[]} items
 * @returns {Item | undefined} nothing where none is near
 */
export function nearest(given, items) {
  const wanted = given.slice(0, MOST).toLowerCase();
  /** @type {Item | undefined} */
  let best;
  let least = Infinity;
  for (const item of items) {
    for (const name of [item.id, item.name]) {
      const other = name.slice(0, MOST).toLowerCase();
      const longer = Math.max(wanted.length, other.length, 1);
      const held = other.includes(wanted) || wanted.includes(other);
      const apart = held ? Math.abs(other.length - wanted.length) / longer / 2 : distance(wanted, other) / longer;
      if (apart < least) [best, least] = [item, apart];
    }
  }
  return least <= FAR ? best : undefined;
}

/**
 * How many letters must be put in, left out or changed.
 * @param {string} one
 * @param {string} other
 */
function distance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const same = one[at - 1] === other[to - 1] ? 0 : 1;
      next.push(Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
