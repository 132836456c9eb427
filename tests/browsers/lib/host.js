// Turns a file `_headers` and a request into what a static host answers: the headers of every rule that matches, and the
// packed neighbour of a file where the browser takes it.
import { readFile } from "node:fs/promises";

/**
 * @param {string} text of the file `_headers`
 * @param {string} path
 * @returns {Record<string, string>} by the name in lower case; two rules of one name are joined, as hosts do
 */
export function headersOf(text, path) {
  /** @type {Record<string, string>} */
  const found = {};
  let matches = false;
  for (const line of text.split("\n")) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    if (!line.startsWith(" ")) {
      const rule = line.trim();
      matches = rule.endsWith("*") ? path.startsWith(rule.slice(0, -1)) : path === rule;
    } else if (matches) {
      const [name = "", ...rest] = line.split(":");
      const key = name.trim().toLowerCase();
      const value = rest.join(":").trim();
      found[key] = found[key] === undefined ? value : `${found[key]}, ${value}`;
    }
  }
  return found;
}

/**
 * @param {string} file
 * @param {string} accepted the request's `accept-encoding`
 * @returns {Promise<{body: Buffer, coding: string} | undefined>}
 */
export async function packed(file, accepted) {
  const codings = accepted.split(",").map((each) => each.trim());
  for (const [coding, end] of [["br", "br"], ["gzip", "gz"]]) {
    if (!codings.includes(coding ?? "")) continue;
    const body = await readFile(`${file}.${end}`).catch(() => undefined);
    if (body) return { body, coding: coding ?? "" };
  }
  return undefined;
}
