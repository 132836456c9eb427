// Turns a failure of the element's own into an error with a short kind and the things that its message names.

export class Problem extends Error {
  /**
   * @param {string} kind a key of `words.js`
   * @param {string[]} [parts] what the message names, in its order
   * @param {unknown} [cause] the failure underneath, for the console
   */
  constructor(kind, parts = [], cause = undefined) {
    super(kind);
    this.name = "Problem";
    this.kind = kind;
    this.parts = parts;
    this.cause = cause;
  }
}

/**
 * The kind of an error that the engine explains in words; anything else that it throws is a bug of ours.
 * @param {unknown} error
 */
export function kindOf(error) {
  if (!(error instanceof Error) || !("kind" in error)) return "";
  return typeof error.kind === "string" ? error.kind : "";
}
