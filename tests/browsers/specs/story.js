// A story's steps: they drive their charts by scroll and by focus, give them back, and say what is wrong with them.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { pure } from "../lib/axe.js";
import { GOOD, chart, clean, look, page as address, ready, settled, shoot, visit } from "../lib/chart.js";
import { site } from "../lib/engine.js";
import { until } from "../lib/page.js";

/** @import {Page} from "../lib/page.js" */
/** @import {IndicatorChart} from "../../../pkg/index.js" */

const POINT = "high-tech-enterprises@zhengzhou/2023-12-31/actual";
const OTHER = "high-tech-enterprises@zhengzhou/2022-12-31/actual";
const pins = (/** @type {string} */ point) => `point=${encodeURIComponent(point)}`;
const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'";
/** Something to scroll past that needs no style of its own. */
const SPACE = `<pre>${"\n".repeat(60)}</pre>`;

/** @param {string} id @param {string} attributes @param {string} text */
const step = (id, attributes, text) => `<div class="step" id="${id}" ${attributes}><p>${text}</p></div>`;

const STEPS = [
  step("plain", `data-step="one"`, "先看全貌。"),
  step("point", `data-step="one" data-state="point=${POINT}"`, `再看<a id="link" href="#one" data-indicator-chart="one" data-state="point=${OTHER}">起点</a>。`),
  step("bars", `data-step="one" data-spec='{"kind":"bar","highlight":"${POINT}"}'`, "换成柱。"),
];

/** @param {string} steps @param {string} stage */
const story = (steps, stage) =>
  `<link rel="stylesheet" href="/article.css"><link rel="stylesheet" href="/story.css"><div class="page"><main><h1>报道</h1>${SPACE}
  <indicator-story id="tale"><section class="scene"><div class="steps">${steps}</div><figure class="stage">${stage}</figure></section>
  </indicator-story>${SPACE}</main></div>`;

const WHOLE = story(STEPS.join(""), chart("one", GOOD));
const DESK = { width: 1200, height: 800 };

/** Which step is marked, and what its chart is. @param {Page} page */
const now = (page) =>
  page.run(() => {
    const host = /** @type {IndicatorChart | null} */ (document.getElementById("one"));
    const marked = [...document.querySelectorAll(".step.active")].map(({ id }) => id);
    const current = [...document.querySelectorAll('.step[aria-current="step"]')].map(({ id }) => id);
    return { marked, current, state: host?.state ?? "", spec: host?.getAttribute("spec") ?? "", kind: host?.describe()?.kind ?? "" };
  });

/** Whether a tooltip of the chart is seen. @param {Page} page */
const tipped = (page) =>
  page.run(() => {
    const tip = document.getElementById("one")?.shadowRoot?.querySelector(".tip");
    return tip != null && tip.getClientRects().length > 0 && getComputedStyle(tip).visibility === "visible";
  });

/** Waits until the step is the active one and drawn. @param {Page} page @param {string} id empty for none */
async function active(page, id) {
  await until(page, `the step “${id}” is read`, (id) => [...document.querySelectorAll(".step.active")].map((each) => each.id).join() === id, id);
  await settled(page);
  await settled(page);
}

/** Scrolls, as a script does, until the middle of a step is at the reading line; a chart that is drawn anew above it moves
 * the step. @param {Page} page @param {string} id */
async function bring(page, id) {
  await until(
    page,
    `the step “${id}” is at the line`,
    (id) => {
      const step = document.getElementById(id);
      const scene = step?.closest(".scene");
      const stage = /** @type {HTMLElement | null | undefined} */ (scene?.querySelector(".stage"));
      // Of a high chart the end is cut off while steps go by.
      const cut = parseFloat(stage?.style.getPropertyValue("--stage-cut") || "0");
      const above = scene?.classList.contains("over") ? (stage?.clientHeight ?? 0) - cut : 0;
      const { top = 0, height = 0 } = step?.getBoundingClientRect() ?? {};
      const off = top + height / 2 - (above + (document.documentElement.clientHeight - above) / 2);
      if (Math.abs(off) > 2) scrollBy(0, off);
      return Math.abs(off) <= 2 && step?.classList.contains("active");
    },
    id,
  );
  await active(page, id);
}

/** @param {Page} page @param {number} y */
const leave = async (page, y = 1e6) => {
  await page.run((y) => scrollTo(0, y), y);
  await active(page, "");
};

/** Opens the story and waits for its chart. @param {string} url @param {(page: Page) => Promise<void>} work @param {{width: number, height: number}} viewport */
const read = (url, work, viewport = DESK) =>
  visit({ url, viewport }, async (page) => {
    await page.run(() => document.getElementById("tale")?.scrollIntoView());
    await ready(page, "one");
    await work(page);
  });

test("the step at the reading line drives its chart, and behind the scene it is the author's again", async () => {
  await read(address(WHOLE, { csp: STRICT }), async (page) => {
    await bring(page, "plain");
    assert.deepEqual(await now(page), { marked: ["plain"], current: ["plain"], state: "", spec: "", kind: "line" });
    await bring(page, "point");
    const pinned = await now(page);
    assert.deepEqual([pinned.current, pinned.state, pinned.kind], [["point"], pins(POINT), "line"]);
    assert.equal((await look(page, "one")).live, "", "nothing is announced");
    assert.equal(await tipped(page), false, "the text says it: no tooltip covers the chart");
    await shoot(page, "story-pinned");
    const { box } = await look(page, "one");
    await page.move(box.x + 5, box.y + 5);
    await page.move(box.x + 9, box.y + 5);
    await settled(page);
    assert.equal(await tipped(page), true, "who points at the chart gets it");
    await bring(page, "bars");
    const bars = await now(page);
    assert.deepEqual([bars.current, bars.state, bars.kind], [["bars"], "", "bar"], "the step's fields go before the author's attributes");
    for (const y of [1e6, 0]) {
      await leave(page, y);
      const { state, spec } = await now(page);
      assert.deepEqual([state, spec, await tipped(page)], ["", "", false]);
      assert.equal(await page.run(() => document.getElementById("one")?.getAttribute("kind")), "line");
      await bring(page, "point");
    }
    assert.equal((await now(page)).kind, "line", "and drawn so");
    await clean(page);
  });
});

test("what a reader pins by hand stays until the next step, and when the scene is left", async () => {
  await read(address(WHOLE), async (page) => {
    await bring(page, "point");
    const pin = () => page.run((id) => /** @type {IndicatorChart} */ (document.getElementById("one")).focusPoint(id), OTHER);
    assert.equal(await pin(), true);
    await page.run(() => scrollBy(0, 8));
    await settled(page);
    assert.equal((await now(page)).state, pins(OTHER), "the step does not take it back");
    await page.move(600, 20);
    await page.click(600, 20);
    await bring(page, "bars");
    assert.equal((await now(page)).state, "", "the next step does");
    await bring(page, "point");
    assert.equal(await pin(), true);
    await leave(page);
    assert.equal((await now(page)).state, pins(OTHER));
    await clean(page);
  });
});

test("a link in a step drives the chart by itself, and a page opened by a link to a figure keeps it", async () => {
  await read(address(WHOLE), async (page) => {
    await bring(page, "point");
    await page.run(() => document.getElementById("link")?.click());
    await settled(page);
    assert.equal((await now(page)).state, pins(OTHER));
    await page.run(() => scrollBy(0, 12));
    await settled(page);
    assert.equal((await now(page)).state, pins(OTHER));
    await clean(page);
  });
  await read(`${address(WHOLE)}#indicator-chart=one&point=${encodeURIComponent(OTHER)}`, async (page) => {
    await until(page, "the link is followed", () => (/** @type {IndicatorChart | null} */ (document.getElementById("one"))?.state ?? "") !== "");
    await bring(page, "point");
    assert.equal((await now(page)).state, pins(OTHER), "arriving is no reading");
    await clean(page);
  });
});

test("the focus makes a step the active one, wherever the page stands; only links are stops", async () => {
  await read(address(WHOLE), async (page) => {
    await leave(page, 0);
    await page.key("Tab");
    await active(page, "point");
    assert.deepEqual([(await now(page)).state, await page.run(() => document.activeElement?.id)], [pins(POINT), "link"]);
    await page.run(() => /** @type {HTMLElement} */ (document.activeElement).blur());
    await bring(page, "plain");
    await page.run(() => document.getElementById("link")?.focus({ preventScroll: true }));
    await active(page, "point");
    const stops = await page.run(() => [...document.querySelectorAll(".steps [tabindex], .steps a, .step[tabindex]")].map(({ id }) => id));
    assert.deepEqual(stops, ["link"]);
    await clean(page);
  });
});

test("a chart far from the step that speaks of it is driven when it is drawn", async () => {
  const far = `${step("point", `data-step="one" data-state="point=${POINT}"`, "远处的图。")}${SPACE}${SPACE}${SPACE}${SPACE}`;
  await visit({ url: address(story(`${far}${chart("one", GOOD)}${SPACE}`, "<p>无图</p>")), viewport: DESK }, async (page) => {
    await bring(page, "point");
    assert.equal((await now(page)).kind, "", "it is not drawn yet");
    await page.run(() => document.getElementById("one")?.scrollIntoView({ block: "center" }));
    await ready(page, "one");
    await settled(page);
    assert.deepEqual([(await now(page)).current, (await now(page)).state], [["point"], pins(POINT)]);
    await clean(page);
  });
});

/** Keeps what the console is warned of. */
const WARNED = `<script>globalThis.warned = []; { const warn = console.warn; console.warn = (...said) => { warned.push(said.join(" ")); warn(...said); }; }</script>`;

for (const lang of ["zh-CN", "en"]) {
  test(`a step that names a missing chart, or fields that are none, says so in place (${lang})`, async () => {
    const steps = [
      step("lost", `data-step="gone"`, "没有这张图。"),
      step("again", `data-step="gone" data-state="view=table"`, "还是没有。"),
      step("broken", `data-step="one" data-spec="{kind"`, "写坏了。"),
      step("list", `data-step="one" data-spec="[]"`, "不是对象。"),
    ];
    await read(address(WARNED + story(steps.join(""), chart("one", { ...GOOD, lang })), { lang }), async (page) => {
      await until(page, "it is said", () => document.querySelectorAll(".step-fault").length === 4);
      const said = await page.run(() =>
        [...document.querySelectorAll(".step-fault")].map((line) => ({
          role: line.getAttribute("role"),
          text: line.textContent ?? "",
          back: line.querySelector("a")?.getAttribute("href"),
          step: line.parentElement?.id,
        })),
      );
      assert.deepEqual(said.map(({ step }) => step), ["lost", "again", "broken", "list"]);
      for (const { role, back } of said) assert.deepEqual([role, back], ["status", "#tale"]);
      assert.match(said[0]?.text ?? "", lang === "en" ? /“gone”.*Back to the start/u : /“gone”.*回到开头/u);
      assert.match(said[2]?.text ?? "", /data-spec/u);
      const warned = await page.run(() => /** @type {string[]} */ (/** @type {any} */ (globalThis).warned));
      assert.equal(warned.filter((text) => text.includes("“gone”")).length, 1, warned.join("\n"));
      assert.equal(warned.filter((text) => text.includes("data-spec")).length, 2, warned.join("\n"));
      await bring(page, "broken");
      assert.deepEqual([(await now(page)).state, (await now(page)).spec, (await look(page, "one")).message], ["", "", ""], "the chart is the author's");
      await shoot(page, `story-fault-${lang}`);
      await pure(page, `faults of a story, ${lang}`);
      await clean(page);
    });
  });
}

test("a chart that a script brings later mends the step", async () => {
  await visit({ url: address(story(step("point", `data-step="one" data-state="point=${POINT}"`, "迟到的图。"), "")), viewport: DESK }, async (page) => {
    await until(page, "it is said", () => document.querySelector(".step-fault") !== null);
    await page.run((good) => {
      document.querySelector(".stage")?.append(Object.assign(document.createElement("indicator-chart"), good, { id: "one" }));
      document.getElementById("tale")?.scrollIntoView();
    }, GOOD);
    await ready(page, "one");
    await leave(page);
    await bring(page, "point");
    assert.equal(await page.run(() => document.querySelector(".step-fault")), null);
    assert.equal((await now(page)).state, pins(POINT));
    await clean(page);
  });
});

/** Where the chart stands. @param {Page} page */
const places = (page) =>
  page.run(() => {
    const box = (/** @type {string} */ selector) => {
      const { top = 0, left = 0, right = 0, bottom = 0 } = document.querySelector(selector)?.getBoundingClientRect() ?? {};
      return { top, left, right, bottom };
    };
    return { stage: box(".stage"), steps: box(".steps"), over: document.querySelector(".scene")?.classList.contains("over") };
  });

test("on a desk the chart stays beside the steps", async () => {
  await read(address(WHOLE), async (page) => {
    await bring(page, "point");
    const { stage, steps } = await places(page);
    assert.ok(stage.left >= steps.right && stage.top >= 0 && stage.bottom <= DESK.height, JSON.stringify({ stage, steps }));
    await page.run(() => scrollBy(0, 30));
    assert.ok(Math.abs((await places(page)).stage.top - stage.top) < 1, "it does not move");
    await pure(page, "a scene on a desk");
  });
});

test("on a phone a low chart stays above its steps, and one that is too high comes once before them", async () => {
  await read(address(WHOLE), async (page) => {
    await until(page, "the chart is lowered", () => document.querySelector(".scene.over") !== null);
    await bring(page, "point");
    const { stage } = await places(page);
    // An engine whose texts run higher has the end of the chart cut off.
    const cut = await page.run(() =>
      parseFloat(/** @type {HTMLElement | null} */ (document.querySelector(".scene.over > .stage"))?.style.getPropertyValue("--stage-cut") || "0"),
    );
    const end = stage.bottom - cut;
    assert.ok(Math.abs(stage.top) < 1 && end <= 844 * 0.6, JSON.stringify({ ...stage, cut }));
    const { top = 0 } = await page.run(() => ({ top: document.getElementById("point")?.getBoundingClientRect().top }));
    assert.ok(top >= end, "the text is not under it");
    await shoot(page, "story-phone");
    await pure(page, "a scene on a phone");
  }, { width: 390, height: 844 });
  await read(address(WHOLE), async (page) => {
    await bring(page, "bars");
    await settled(page);
    const { stage, steps, over } = await places(page);
    assert.ok(!over && stage.bottom <= steps.top + 1, JSON.stringify({ stage, steps, over }));
    assert.equal((await now(page)).spec, "", "nobody sees it: it is not driven");
    await leave(page);
    assert.equal(await page.run(() => document.getElementById("one")?.hasAttribute("height")), false, "its own height again");
  }, { width: 390, height: 420 });
});

/** Scrolls through a story and tells of every step that is current: how much of its chart is seen, and whether it drives.
 * @param {Page} page */
const through = (page) =>
  page.run(async () => {
    const frames = () => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(go))));
    const steps = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".step")]);
    /** @type {{index: number, part: number, led: boolean, over: boolean}[]} */
    const told = [];
    let moved = 0;
    for (let y = 0; y < document.documentElement.scrollHeight; ) {
      const inside = steps.find((each) => each.classList.contains("active")) ?? steps.find((each) => each.getBoundingClientRect().top > 0);
      const before = inside?.getBoundingClientRect().top ?? 0;
      const was = scrollY;
      scrollBy(0, 60);
      const by = scrollY - was;
      y += 60;
      if (by < 60 && was + innerHeight >= document.documentElement.scrollHeight - 1) break;
      await frames();
      if (inside && told.length > 0 && inside.classList.contains("active")) {
        moved = Math.max(moved, Math.abs(before - by - inside.getBoundingClientRect().top));
      }
      const step = steps.find((each) => each.classList.contains("active"));
      const chart = document.getElementById(step?.dataset["step"] ?? "");
      if (!step || !chart) continue;
      const { top, bottom, height } = chart.getBoundingClientRect();
      const stage = /** @type {HTMLElement | null} */ (chart.closest(".stage"));
      const edge = (stage?.getBoundingClientRect().bottom ?? bottom) - parseFloat(stage?.style.getPropertyValue("--stage-cut") || "0");
      const part = (Math.min(bottom, edge, innerHeight) - Math.max(top, 0)) / height;
      const view = /** @type {IndicatorChart} */ (chart).state.replace(/&?lang=[^&]*/u, "");
      told.push({ index: steps.indexOf(step), part, led: view !== "" || chart.hasAttribute("data-led"), over: step.closest(".scene.over") !== null });
    }
    return { told, moved, count: steps.length };
  });

for (const name of ["plan-2023", "review-2023", "midterm", "press-2024", "report-card-2024"]) {
  test(`on a phone a step of “${name}” drives what is seen, and moves nothing under its reader`, async () => {
    await visit({ url: `${site.origin}/stories/${name}.html`, viewport: { width: 360, height: 740 } }, async (page) => {
      await settled(page);
      const { told, moved, count } = await through(page);
      const unseen = told.filter(({ part, led }) => led && part < 0.5);
      assert.deepEqual(unseen, []);
      const driven = new Set(told.filter(({ part }) => part >= 0.5).map(({ index }) => index));
      assert.ok(driven.size >= count * 0.5, `${driven.size} of ${count} steps are read beside their chart`);
      assert.ok(moved <= 40, `the text moved by ${moved} px beyond the scroll`);
    });
  });
}

test("on paper charts are as their author wrote them", async () => {
  await read(address(WHOLE), async (page) => {
    await bring(page, "bars");
    await page.run(() => dispatchEvent(new Event("beforeprint")));
    assert.deepEqual([(await now(page)).spec, (await now(page)).marked], ["", ["bars"]]);
    await page.run(() => dispatchEvent(new Event("afterprint")));
    await settled(page);
    assert.equal((await now(page)).kind, "bar");
  });
});

test("taken out of the page, a story lets go of its charts", async () => {
  await read(address(WHOLE), async (page) => {
    await bring(page, "point");
    await page.run(() => {
      const chart = /** @type {HTMLElement} */ (document.getElementById("one"));
      document.querySelector("main")?.prepend(chart);
      document.getElementById("tale")?.remove();
    });
    await until(page, "the chart is the author's", () => /** @type {IndicatorChart | null} */ (document.getElementById("one"))?.state === "");
    await clean(page);
  });
});

test("without scripts a story is an article: text, then the picture of its chart", async () => {
  const file = new URL("../../../dist/stories/report-card-2024.html", import.meta.url);
  const html = readFileSync(file, "utf8").replace(/<script[^>]*><\/script>/gu, "").replace("<head>", `<head><base href="/stories/">`);
  for (const viewport of [DESK, { width: 390, height: 844 }]) {
    await visit({ url: site.document(html, STRICT), viewport }, async (page) => {
      const scenes = await page.run(() =>
        [...document.querySelectorAll(".scene")].map((scene) => {
          const picture = [...scene.querySelectorAll("img")].find((each) => each.getClientRects().length > 0);
          const steps = scene.querySelector(".steps")?.getBoundingClientRect();
          const box = picture?.getBoundingClientRect();
          const colors = new Set([...scene.querySelectorAll(".step")].map((each) => getComputedStyle(each).color));
          return { below: (box?.top ?? 0) >= (steps?.bottom ?? 1e9) - 1, wide: box?.width ?? 0, high: box?.height ?? 0, colors: colors.size };
        }),
      );
      assert.ok(scenes.length >= 2);
      for (const { below, wide, high, colors } of scenes) {
        assert.ok(below && wide > 200 && high > 100 && colors === 1, JSON.stringify(scenes));
      }
      assert.equal(await page.run(() => document.documentElement.scrollWidth <= innerWidth), true);
    });
  }
});

test("where the script of the steps cannot be fetched, a story stays the article that it is without scripts", async () => {
  const chunk = readdirSync(new URL("../../../dist/", import.meta.url)).find((name) => /-story-.*\.js$/u.test(name));
  assert.ok(chunk);
  site.faults = [{ suffix: chunk, kind: "missing" }];
  try {
    await visit({ url: address(WHOLE), viewport: DESK }, async (page) => {
      await page.run(() => document.getElementById("tale")?.scrollIntoView());
      await ready(page, "one");
      const { looks, live, gap } = await page.run(() => {
        const steps = [...document.querySelectorAll(".step")];
        const [first, second] = steps.map((each) => each.getBoundingClientRect());
        const looks = [getComputedStyle(document.querySelector("#text") ?? document.body).color, ...steps.map((each) => getComputedStyle(each).color)];
        return { looks: new Set(looks).size, live: document.getElementById("tale")?.hasAttribute("live"), gap: (second?.top ?? 0) - (first?.bottom ?? 0) };
      });
      assert.ok(site.log.some(({ path, status }) => path.endsWith(chunk) && status === 404), "it was asked for");
      assert.deepEqual([looks, live], [1, false], "no step is grey");
      assert.ok(gap < 60, `${gap} px between two steps`);
      const { stage, steps } = await places(page);
      assert.ok(stage.top >= steps.bottom - 1, "the chart comes after the text");
    });
  } finally {
    site.reset();
  }
});

test("two stories of a page have a way back each", async () => {
  const lost = () => `<indicator-story><div class="step" data-step="gone"><p>没有这张图。</p></div></indicator-story>`;
  await visit({ url: address(`<main><h1>报道</h1>${lost()}${lost()}</main>`), viewport: DESK }, async (page) => {
    await until(page, "it is said", () => document.querySelectorAll(".step-fault a").length === 2);
    const led = await page.run(() =>
      [...document.querySelectorAll(".step-fault a")].map((back) => document.querySelector(back.getAttribute("href") ?? "") === back.closest("indicator-story")),
    );
    assert.deepEqual(led, [true, true]);
  });
});
