// Turns a text into the form in which it is searched: width, case, accents, hyphens and thousands marks make no difference.

/** @param {string} text */
export function folded(text) {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const digits = plain.replace(/(\d),(?=\d{3})/g, "$1");
  return digits.replace(/[\s\-‐-―_/·・,，。、;；:："“”'‘’()（）《》〈〉]+/gu, " ").trim();
}

/** The words of a search; all of them must be met. @param {string} text */
export const words = (text) => folded(text).split(" ").filter(Boolean);

/**
 * Whether a folded text has every word.
 * @param {string} text
 * @param {string[]} all
 */
export const has = (text, all) => all.every((word) => text.includes(word));
