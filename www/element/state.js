// Turns the state of a view into the text that links and articles carry it in, and such a text back, naming what is wrong.

/** @import {ViewState} from "./types.js" */

/** In the order in which they are written. @type {(keyof ViewState)[]} */
const KEYS = ["point", "series", "from", "to", "view", "lang"];
/** Longer than any state that we write; what is longer is not read. */
const MOST = 4096;
/** Of a part that is wrong, this many characters are named. */
const MOST_NAMED = 60;

/** What is wrong with a part: a key of `words.js`, and what it names. @typedef {[key: string, parts: string[]]} Fault */

/**
 * What of a text can be understood, and what cannot.
 * @param {string} text
 * @returns {{state: ViewState, problems: Fault[]}}
 */
export function parsed(text) {
  /** @type {ViewState} */
  const state = {};
  /** @type {Fault[]} */
  const problems = [];
  if (text.length > MOST) return { state, problems: [["link-damaged", [cut(text)]]] };
  for (const part of text.split("&")) {
    if (part === "") continue;
    const at = part.indexOf("=");
    const name = decoded(at < 0 ? part : part.slice(0, at));
    const value = decoded(at < 0 ? "" : part.slice(at + 1));
    if (name === undefined || value === undefined) problems.push(["link-damaged", [cut(part)]]);
    else if (!put(state, name, value)) problems.push(["link-part", [cut(`${name}=${value}`)]]);
  }
  return { state, problems };
}

/**
 * @param {ViewState} state
 * @returns {string} empty where nothing differs from what the author wrote
 */
export function written(state) {
  const parts = [];
  for (const key of KEYS) {
    const value = encoded(state[key] ?? "");
    if (value) parts.push(`${key}=${value}`);
  }
  return parts.join("&");
}

/**
 * @param {ViewState} state
 * @param {string} name
 * @param {string} value an empty one asks for nothing
 * @returns {boolean} whether there is such a name, for the first time, and such a value
 */
function put(state, name, value) {
  const key = KEYS.find((each) => each === name);
  if (key === undefined || state[key] !== undefined) return false;
  if (value === "") return true;
  if (key === "view") return value === "table" && Boolean((state.view = value));
  if (key === "lang") return (value === "zh-CN" || value === "en") && Boolean((state.lang = value));
  // A chart of columns may count along x; another one says that it has no such day.
  if ((key === "from" || key === "to") && !isDay(value) && !/^-?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/.test(value)) return false;
  state[key] = value;
  return true;
}

/** Whether a text is a day of the calendar, written as ISO has it. @param {string} text */
export function isDay(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return Number.isFinite(day.getTime()) && day.toISOString().startsWith(text);
}

/**
 * @param {string} text
 * @returns {string | undefined} nothing where a percent sequence is damaged
 */
export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Half a character cannot be written, and names nothing that is there. @param {string} text */
export function encoded(text) {
  try {
    return encodeURIComponent(text);
  } catch {
    return "";
  }
}

/** @param {string} text */
export function cut(text) {
  const start = Array.from(text.slice(0, 2 * MOST_NAMED + 2));
  return start.length > MOST_NAMED ? `${start.slice(0, MOST_NAMED).join("")}…` : text;
}
