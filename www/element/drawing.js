// Turns an SVG document of ours into nodes, for paper: no parser of the browser is asked, which a strict policy forbids.

const SVG = "http://www.w3.org/2000/svg";
/** A tag with its attributes, or a text. Our own documents have no comments and no `<` or `>` inside attributes. */
const PIECE = /<(\/?)([\w:-]+)([^>]*?)(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;
/** @type {Record<string, string>} */
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", "#39": "'" };

/** @param {string} text */
const plain = (text) => text.replace(/&([#\w]+);/g, (whole, name) => ENTITIES[name] ?? whole);

/**
 * @param {string} document well formed, as the engine writes it
 * @returns {Element | undefined} nothing where there is no picture
 */
export function drawing(document) {
  const top = globalThis.document.createElementNS(SVG, "g");
  /** @type {Element[]} */
  const open = [top];
  for (const [, end, name = "", attributes = "", empty, text] of document.matchAll(PIECE)) {
    const parent = open[open.length - 1] ?? top;
    if (text !== undefined) parent.append(plain(text));
    else if (end) open.pop();
    else {
      const node = globalThis.document.createElementNS(SVG, name);
      for (const [, key = "", value = ""] of attributes.matchAll(ATTRIBUTE)) {
        if (!key.startsWith("xmlns")) node.setAttribute(key, plain(value));
      }
      parent.append(node);
      if (!empty) open.push(node);
    }
  }
  return top.firstElementChild ?? undefined;
}
