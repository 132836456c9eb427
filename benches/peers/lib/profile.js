// Turns a chart of a million points into where its time goes, function by function, and what its memory does.
import { onPage } from "./browser.js";

/** @import {Setting} from "./measures.js" */
/** @import {Stage} from "./browser.js" */
/** @typedef {{name: string, self: number}} Row */

const POINTS = 1_000_000;
const FRAMES = 60;
/** Functions that are listed one by one. */
const LISTED = 25;

/** @param {Setting} setting */
export async function profiled({ browser, origin, ratio }) {
  const page = `${origin}/?name=ours`;
  const parts = [`# Where the time of ${POINTS.toLocaleString("en")} points goes`];
  await onPage(browser, page, ratio, async (stage) => {
    await stage.run("stage.warm()");
    await stage.run(`stage.prepare(${POINTS})`);
    await stage.collect();
    parts.push("## First draw", await sampled(stage, 1, () => stage.run("stage.draw()")));
    await stage.run("stage.pan(0, 20)");
    parts.push("## One frame of a pan", await sampled(stage, FRAMES, () => stage.run(`stage.pan(0, ${FRAMES})`)));
    parts.push("## One move of a mouse", await sampled(stage, FRAMES, async () => {
      for (let at = 0; at < FRAMES; at++) await stage.move(120 + at * 9, 180);
      await stage.run("stage.settle()");
    }));
  });
  parts.push("## Memory after a collection, MB", await onPage(browser, page, ratio, memory));
  return parts.join("\n\n") + "\n";
}

/** What the functions took by themselves, as the browser sampled them. @param {Stage} stage @param {number} frames @param {() => Promise<unknown>} work */
async function sampled(stage, frames, work) {
  const { session } = stage;
  await session.send("Profiler.enable");
  await session.send("Profiler.setSamplingInterval", { interval: 100 });
  await session.send("Profiler.start");
  const spent = await stage.task(work);
  const { profile } = await session.send("Profiler.stop");
  await session.send("Profiler.disable");
  const rows = selves(profile);
  const sum = rows.reduce((all, { self }) => all + self, 0);
  const head = `${(spent / frames).toFixed(2)} ms of the main thread, with the sampling and the harness. (program) is the browser's own work: ink, layout, frames.`;
  const line = (/** @type {Row} */ { name, self }) => `| ${name} | ${(self / frames).toFixed(3)} | ${((100 * self) / sum).toFixed(1)} % |`;
  return [head, ["| function | ms by itself | share |", "| --- | ---: | ---: |", ...rows.slice(0, LISTED).map(line)].join("\n")].join("\n\n");
}

/** @param {import("puppeteer-core").Protocol.Profiler.Profile} profile @returns {Row[]} milliseconds by function, the largest first */
function selves({ nodes, samples = [], timeDeltas = [] }) {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, named(callFrame)]));
  /** @type {Map<string, number>} */
  const sums = new Map();
  samples.forEach((id, at) => {
    const name = names.get(id) ?? "?";
    sums.set(name, (sums.get(name) ?? 0) + (timeDeltas[at] ?? 0) / 1000);
  });
  sums.delete("(idle)");
  return [...sums].map(([name, self]) => ({ name, self })).sort((a, b) => b.self - a.self);
}

/** A function by its name, without the hash that the compiler adds, and its file. @param {import("puppeteer-core").Protocol.Runtime.CallFrame} frame */
function named({ functionName, url }) {
  const name = (functionName || "(anonymous)").replace(/::h[0-9a-f]{16}$/, "").replaceAll("|", "\\|");
  const file = url.split("/").pop();
  return file ? `\`${name}\` (${file})` : name;
}

/** @param {Stage} stage */
async function memory(stage) {
  /** @type {string[]} */
  const rows = [];
  const row = async (/** @type {string} */ what) => {
    const { js, wasm, canvas } = await stage.heap();
    rows.push(`| ${what} | ${[js, wasm, canvas].map((bytes) => (bytes / 1_000_000).toFixed(2)).join(" | ")} |`);
  };
  await stage.run("stage.warm()");
  await row("before, engine started");
  await stage.run(`stage.prepare(${POINTS})`);
  await row("the page's own arrays made");
  await stage.run("stage.draw()");
  await row("chart created");
  for (let at = 1; at <= 10; at++) {
    await stage.run("stage.pan(0, 100)");
    if (at === 1 || at === 5 || at === 10) await row(`after ${at * 100} frames of pan`);
  }
  await stage.run("stage.free()");
  await stage.run("stage.settle()");
  await row("chart destroyed, arrays let go");
  await stage.run(`stage.prepare(${POINTS})`);
  await stage.run("stage.draw()");
  await row("a second chart in its place");
  return ["| when | JavaScript, DOM and buffers | wasm | canvases |", "| --- | ---: | ---: | ---: |", ...rows].join("\n");
}
