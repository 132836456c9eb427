// What a test asks of the engine's doors: pages whose calls are counted, and what was counted.
import { page } from "./chart.js";

/** @import {Page} from "./page.js" */

/** @param {string} body @param {{lang?: string, csp?: string}} [options] */
export const metered = (body, options = {}) => page(body, { ...options, head: '<script src="/pages/meter.js"></script>' });

/** What was counted so far. @param {Page} page */
export const counted = (page) =>
  page.run(() => ({
    made: meter.calls["chart_new"] ?? 0,
    freed: meter.calls["__wbg_chart_free"] ?? 0,
    respecified: meter.calls["chart_setSpec"] ?? 0,
    painted: meter.calls["chart_paint"] ?? 0,
    instances: meter.instances,
    bytes: meter.memory?.buffer.byteLength ?? 0,
    watches: meter.watches,
    listeners: meter.listeners,
  }));
