// A page without a chart: what the harness itself costs, which is taken off everything else.

/** @type {import("./types.js").Adapter} */
export const adapter = {
  prepare: () => undefined,
  draw: () => ({ pan() {}, free() {} }),
};
