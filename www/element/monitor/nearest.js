// Turns a name that nothing has into the one that was most likely meant.

/** How far apart two names may be to be taken for each other, as a share of the longer one. */
const FAR = 0.6;
/** Of a longer name, this much is compared. */
const MOST = 120;
/** Of very many, those are compared that this long allows; a reader waits for the answer. */
const PATIENCE_MS = 250;

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
  const end = performance.now() + PATIENCE_MS;
  for (const item of items) {
    if (performance.now() > end) break;
    for (const name of [item.id, item.name]) {
      const other = name.slice(0, MOST).toLowerCase();
      const longer = Math.max(wanted.length, other.length, 1);
      const held = other.includes(wanted) || wanted.includes(other);
      const most = Math.floor(Math.min(FAR, least) * longer);
      const apart = held ? Math.abs(other.length - wanted.length) / longer / 2 : distance(wanted, other, most) / longer;
      if (apart < least) [best, least] = [item, apart];
    }
  }
  return least <= FAR ? best : undefined;
}

/** Two rows of the table of distances, in turn. @type {[Uint8Array, Uint8Array]} */
const rows = [new Uint8Array(MOST + 1), new Uint8Array(MOST + 1)];

/**
 * How many letters must be put in, left out or changed.
 * @param {string} one
 * @param {string} other
 * @param {number} most
 * @returns {number} endless where it is more than `most`
 */
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return Infinity;
  let [row, next] = rows;
  for (let to = 0; to <= other.length; to += 1) row[to] = to;
  for (let at = 1; at <= one.length; at += 1) {
    // Off the diagonal by more than `most`, no way leads back in time.
    const [start, end] = [Math.max(1, at - most), Math.min(other.length, at + most)];
    let least = (next[start - 1] = start === 1 ? at : most + 1);
    const letter = one.charCodeAt(at - 1);
    for (let to = start; to <= end; to += 1) {
      const changed = (row[to - 1] ?? 0) + (letter === other.charCodeAt(to - 1) ? 0 : 1);
      const put = Math.min(row[to] ?? 0, next[to - 1] ?? 0) + 1;
      const ways = (next[to] = changed < put ? changed : put);
      if (ways < least) least = ways;
    }
    if (end < other.length) next[end + 1] = most + 1;
    if (least > most) return Infinity;
    [row, next] = [next, row];
  }
  const found = row[other.length] ?? 0;
  return found > most ? Infinity : found;
}
