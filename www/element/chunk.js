// Turns the import of a part of the script into one that can be tried again after a failure.

/**
 * Firefox keeps a failed import for the life of the page, so each new try has a name of its own; the name that the
 * bundler gave to the file stands nowhere but in the function that imports it.
 * @template T
 * @param {() => Promise<T>} load
 * @returns {() => Promise<T>}
 */
export function chunk(load) {
  let missed = 0;
  return async () => {
    try {
      const name = missed > 0 ? /import\(\s*["'`]([^"'`]+)["'`]\s*\)/.exec(load.toString())?.[1] : undefined;
      return await (name === undefined ? load() : import(`${new URL(name, import.meta.url).href}?${missed}`));
    } catch (cause) {
      missed += 1;
      throw cause;
    }
  };
}
