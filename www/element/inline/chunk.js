// Turns the import of a part into itself: in one file with the script, it has come already.

/**
 * @template T
 * @param {() => Promise<T>} load
 */
export const chunk = (load) => load;
