// Turns a count into a column of times and a column of values, the same in every run, and into the windows of a pan.

/** @typedef {{x: Float64Array, y: Float64Array}} Columns */
/** @typedef {[from: number, to: number]} Window in ms, as x is */

const START = Date.UTC(2024, 0, 1);
const MINUTE = 60_000;

/**
 * A walk, as prices and sensors have it, with forty spikes, at times that are not quite even; the same span of time
 * whatever the count.
 * @param {number} count
 * @returns {Columns}
 */
export function columns(count, seed = 1) {
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const random = generator(seed);
  const step = (MINUTE * 1_000_000) / count;
  // The same picture at every count: a walk of n steps is as wide as the square root of n.
  const stride = 50 / Math.sqrt(count);
  const apart = Math.ceil(count / 40);
  // About zero, where every library begins its axis, so that all have as much to ink.
  let level = 0;
  for (let at = 0; at < count; at++) {
    level += (random() + random() - 1) * stride * 2;
    x[at] = START + Math.round((at + random() / 4) * (step / 1000)) * 1000;
    y[at] = at % apart === apart >> 1 ? level + 25 : level;
  }
  return { x, y };
}

/**
 * Half of the time, moved from the first half to the second.
 * @param {Columns} data
 * @param {number} frames
 * @returns {Window[]}
 */
export function windows({ x }, frames) {
  const first = /** @type {number} */ (x[0]);
  const span = /** @type {number} */ (x[x.length - 1]) - first;
  return Array.from({ length: frames }, (_, at) => {
    const from = first + (span / 2) * (at / Math.max(frames - 1, 1));
    return [from, from + span / 2];
  });
}

/** Mulberry32: numbers from 0 to 1. @param {number} seed */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
