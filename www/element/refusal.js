// Turns a fetch that did not come about into the reason: the page's own policy, or else the network.

import { Problem } from "./problem.js";

/** A policy reports what it refused in a task of its own, after the fetch has failed. */
const REPORT_MS = 50;

/**
 * Fetches, and tells a refusal of the page's policy from a failure of the network.
 * @param {string} url
 * @param {RequestInit} options
 * @param {string} kind of the problem, where it is the network
 */
export async function fetching(url, options, kind) {
  let refused = false;
  const hear = (/** @type {SecurityPolicyViolationEvent} */ { blockedURI }) => (refused ||= url.startsWith(blockedURI));
  document.addEventListener("securitypolicyviolation", hear);
  try {
    return await fetch(url, options);
  } catch (cause) {
    await new Promise((resolve) => setTimeout(resolve, REPORT_MS));
    throw refused ? new Problem("fetch-blocked", [url, new URL(url).origin], cause) : new Problem(kind, [url], cause);
  } finally {
    document.removeEventListener("securitypolicyviolation", hear);
  }
}

/**
 * Whether a server says that there is no such file, rather than that it cannot give it now.
 * @param {Response} response
 */
export const missing = ({ status }) => status === 404 || status === 410;
