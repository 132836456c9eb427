// Turns the import of a part of the script into one that can be tried again after a failure.

import { kit } from "indicator-chart-kit";
import { home } from "./own.js";

/**
 * Firefox keeps a failed import for the life of the page, so each new try has a name of its own; the name that the
 * bundler gave to the file stands nowhere but in the function that imports it.
 * @template T
 * @param {() => Promise<T>} load
 * @returns {() => Promise<T>}
 */
export function chunk(load) {
  let missed = 0;
  /** @type {T | undefined} */
  let part;
  return async () => {
    try {
      const name = missed > 0 ? /import\(\s*["'`]([^"'`]+)["'`]\s*\)/.exec(load.toString())?.[1] : undefined;
      const module = await (name === undefined
        ? load()
        : import(/* @vite-ignore */ /* webpackIgnore: true */ `${new URL(name, home()).href}?${missed}`));
      return (part ??= opened(module));
    } catch (cause) {
      missed += 1;
      throw cause;
    }
  };
}

/**
 * What a part exports. The build makes it a function of what it shares with the script, by number
 * (xtask/tools/bundle.mjs); in one file with the script it is what it was written as.
 * @param {any} module
 */
function opened(module) {
  const shared = kit();
  return module.default ? module.default((/** @type {number} */ at) => shared[at]) : module;
}
