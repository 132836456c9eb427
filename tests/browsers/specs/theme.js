// Light and dark, forced colours and calm: the picture goes with the page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { GOOD, chart, clean, failed, ink, lightness, look, page as address, ready, settled, shoot, visit } from "../lib/chart.js";
import { engine } from "../lib/engine.js";
import { until } from "../lib/page.js";

/** @import {Page} from "../lib/page.js" */

/** @param {Page} page */
const text = (page) =>
  page.run(() => {
    const canvas = document.getElementById("one")?.shadowRoot?.querySelector("canvas.base");
    return canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : "";
  });

/** Waits for another picture than `before`. @param {Page} page @param {string} before */
const changed = (page, before) =>
  until(
    page,
    "the picture changes",
    (before) => {
      const canvas = document.getElementById("one")?.shadowRoot?.querySelector("canvas.base");
      return canvas instanceof HTMLCanvasElement && canvas.toDataURL() !== before;
    },
    before,
  );

test("the theme attribute turns a chart dark and back", async () => {
  await visit({ url: address(chart("one", { ...GOOD, theme: "light" })) }, async (page) => {
    await ready(page, "one");
    const light = await text(page);
    await page.run(() => document.getElementById("one")?.setAttribute("theme", "dark"));
    await changed(page, light);
    const dark = await text(page);
    await settled(page);
    await shoot(page, "theme-attribute-dark");
    assert.ok((await ink(page, "one")).strong > 50);
    await page.run(() => document.getElementById("one")?.setAttribute("theme", "light"));
    await changed(page, dark);
    await settled(page);
    assert.equal(await text(page), light, "the same picture as before");
    await clean(page);
  });
});

test("a chart follows the system's colour scheme while it is open", async (context) => {
  if (!engine.can.dark) return context.skip(`${engine.name} reads the colour scheme at its start`);
  await visit({ url: address(chart("one", GOOD)) }, async (page) => {
    await ready(page, "one");
    const light = await text(page);
    await page.media({ dark: true });
    await changed(page, light);
    const dark = await text(page);
    await page.media({});
    await changed(page, dark);
    await settled(page);
    assert.equal(await text(page), light);
    await clean(page);
  });
});

for (const [name, media] of /** @type {const} */ ([
  ["a dark system", { dark: true }],
  ["more contrast", { contrast: true }],
  ["more contrast in the dark", { contrast: true, dark: true }],
  ["forced colours", { forced: true }],
  ["reduced motion", { reduced: true }],
])) {
  test(`a chart draws under ${name}`, async (context) => {
    const could = await visit({ url: address(chart("one", GOOD)), media }, async (page) => {
      await ready(page, "one");
      const seen = await look(page, "one");
      assert.ok(seen.canvas);
      assert.ok((await ink(page, "one")).inked > 500);
      lightness(await shoot(page, name.replaceAll(" ", "-")));
      await clean(page);
    });
    if (!could) context.skip(`${engine.name} cannot be set so`);
  });
}

/** What a chart says that it is. @param {Page} page */
const mood = (page) =>
  page.run(() => {
    const root = /** @type {HTMLElement | null} */ (document.querySelector("#one, #around"))?.shadowRoot;
    const inner = root?.querySelector("indicator-chart")?.shadowRoot ?? root;
    const stage = inner?.querySelector(".stage");
    return `${inner?.querySelector(".frame")?.classList.contains("dark")} ${stage?.getAttribute("lang")}`;
  });

test("a chart that is moved takes language and theme of its new place", async () => {
  const places = `<div lang="zh-CN" data-theme="light">${chart("one", GOOD)}</div><div id="new" lang="en" data-theme="dark"></div>`;
  await visit({ url: address(places) }, async (page) => {
    await ready(page, "one");
    assert.equal(await mood(page), "false zh-CN");
    await page.run(() => document.getElementById("new")?.append(document.getElementById("one") ?? ""));
    await until(page, "it is dark and English", () => {
      const root = document.getElementById("one")?.shadowRoot;
      return root?.querySelector(".frame.dark") && root.querySelector(".stage")?.getAttribute("lang") === "en";
    });
    await clean(page);
  });
});

test("a chart in a shadow tree follows the marks in that tree", async () => {
  await visit({ url: address(`<div id="around"></div>`) }, async (page) => {
    await page.run(async (indicator) => {
      const root = document.getElementById("around")?.attachShadow({ mode: "open" });
      const place = document.createElement("div");
      place.dataset["theme"] = "light";
      place.lang = "zh-CN";
      const one = /** @type {HTMLElement & {rendered?: Promise<boolean>}} */ (document.createElement("indicator-chart"));
      one.setAttribute("indicator", indicator);
      place.append(one);
      root?.append(place);
      await customElements.whenDefined("indicator-chart");
      await one.rendered;
    }, GOOD.indicator);
    assert.equal(await mood(page), "false zh-CN");
    await page.run(() => {
      const place = document.getElementById("around")?.shadowRoot?.querySelector("div");
      place?.setAttribute("data-theme", "dark");
      place?.setAttribute("lang", "en");
    });
    await until(page, "it is dark and English", () => {
      const one = document.getElementById("around")?.shadowRoot?.querySelector("indicator-chart")?.shadowRoot;
      return one?.querySelector(".frame.dark") && one.querySelector(".stage")?.getAttribute("lang") === "en";
    });
    await clean(page);
  });
});

test("a theme that there is none of is named", async () => {
  await visit({ url: address(chart("one", { ...GOOD, theme: "sepia" })) }, async (page) => {
    assert.match((await failed(page, "one"))?.message, /sepia/u);
  });
});

/** @typedef {HTMLElement & {toSVG?: () => string | undefined}} Element */

/** How many pixels of a picture have exactly that colour. @param {Page} page @param {string} color `#rrggbb` */
const pixels = (page, color) =>
  page.run((color) => {
    const canvas = document.getElementById("one")?.shadowRoot?.querySelector("canvas.base");
    const context = canvas instanceof HTMLCanvasElement ? canvas.getContext("2d") : null;
    if (!context) return 0;
    const wanted = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
    const { data } = context.getImageData(0, 0, context.canvas.width, context.canvas.height);
    let found = 0;
    for (let at = 0; at < data.length; at += 4) {
      if (wanted.every((part, each) => data[at + each] === part)) found += 1;
    }
    return found;
  }, color);

/** @param {Page} page @param {string} color `#rrggbb` */
const wears = (page, color) =>
  until(page, `the picture wears ${color}`, (color) => {
    const one = /** @type {Element | null} */ (document.getElementById("one"));
    return (one?.toSVG?.() ?? "").includes(`"${color}"`);
  }, color);

/** The colours that a picture is drawn in. @param {Page} page @returns {Promise<string[]>} */
const worn = (page) =>
  page.run(() => {
    const one = /** @type {Element | null} */ (document.getElementById("one"));
    return [...new Set((one?.toSVG?.() ?? "").match(/#[0-9a-f]{6}/g) ?? [])];
  });

/** What a system colour or a property of the frame is there. @param {Page} page @param {string} name */
const computed = (page, name) =>
  page.run((name) => {
    const frame = document.getElementById("one")?.shadowRoot?.querySelector(".frame");
    if (!(frame instanceof HTMLElement)) return "";
    if (name.startsWith("--")) return getComputedStyle(frame).getPropertyValue(name).trim();
    const probe = document.createElement("i");
    probe.style.cssText = `forced-color-adjust: none; color: ${name}`;
    document.body.append(probe);
    const [red = 0, green = 0, blue = 0] = (getComputedStyle(probe).color.match(/[0-9]+/g) ?? []).map(Number);
    probe.remove();
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  }, name);

/** A chart of which the one bar is filled with the accent. */
const BAR = { indicator: "rural-sewage-treatment-rate", kind: "bullet" };

test("a newsroom's accent is on the canvas and in the element's own parts", async () => {
  const wrapped = `<div style="--indicator-accent: rgb(212 0 58)">${chart("one", { ...BAR, theme: "light" })}</div>`;
  await visit({ url: address(wrapped) }, async (page) => {
    await ready(page, "one");
    assert.ok((await pixels(page, "#d4003a")) > 300, "the bar is red");
    assert.equal(await pixels(page, "#0b6b82"), 0, "nothing is left of our own accent");
    assert.equal(await computed(page, "--ic-accent"), "#d4003a");
    await shoot(page, "theme-own-accent");
    await clean(page);
  });
});

test("a colour may be written in any form, and what is none is left out", async () => {
  await visit({ url: address(chart("one", { ...BAR, theme: "light" })) }, async (page) => {
    await ready(page, "one");
    /** @type {[string, string][]} */
    const forms = [
      ["rebeccapurple", "#663399"],
      ["#d40", "#dd4400"],
      ["hsl(340, 100%, 30%)", "#990033"],
      ["rgb(1, 2, 3)", "#010203"],
      ["rgba(0, 0, 0, 0.6)", "#666666"],
      ["color(srgb 0.2 0.4 0.6)", "#336699"],
      ["oklch(62.8% 0.2577 29.23)", "#ff0000"],
    ];
    for (const [text, hex] of forms) {
      if (!(await page.run((text) => CSS.supports("color", text), text))) continue;
      await page.run((text) => document.getElementById("one")?.style.setProperty("--indicator-accent", text), text);
      // A colour space of its own may round otherwise by one.
      const near = (/** @type {string} */ color) =>
        [1, 3, 5].every((at) => Math.abs(Number.parseInt(color.slice(at, at + 2), 16) - Number.parseInt(hex.slice(at, at + 2), 16)) <= 1);
      for (let round = 0; !(await worn(page)).some(near); round += 1) {
        assert.ok(round < 100, `${text} became none of ${await worn(page)}`);
        await settled(page);
      }
    }
    await page.run(() => document.getElementById("one")?.style.setProperty("--indicator-accent", "blurple"));
    await wears(page, "#0b6b82");
    await clean(page);
  });
});

/** A newsroom's sheet: colours by day, by night, and where a story asks for others. */
const SHEET = `<style>
  indicator-chart { --indicator-paper: #fff1e5; --indicator-ink: #33302e; --indicator-accent: #990f3d; }
  [data-theme="dark"] indicator-chart { --indicator-paper: #262a33; --indicator-ink: #fff1e5; --indicator-accent: #ff7faa; }
  .story indicator-chart { --indicator-accent: #0f5499; }
</style>`;

test("a newsroom's colours by night and by story are followed while the chart is open", async () => {
  await visit({ url: address(`${SHEET}<div id="box">${chart("one", BAR)}</div>`) }, async (page) => {
    await ready(page, "one");
    await wears(page, "#990f3d");
    assert.ok((await worn(page)).includes("#fff1e5"));
    assert.equal(await computed(page, "--ic-ground"), "#fff1e5");
    await page.run(() => document.documentElement.setAttribute("data-theme", "dark"));
    await wears(page, "#ff7faa");
    assert.ok((await worn(page)).includes("#262a33"));
    assert.equal(await mood(page), "true zh-CN");
    await shoot(page, "theme-newsroom-dark");
    await page.run(() => document.documentElement.removeAttribute("data-theme"));
    await wears(page, "#990f3d");
    await page.run(() => document.getElementById("box")?.classList.add("story"));
    await wears(page, "#0f5499");
    await clean(page);
  });
});

test("a class that changes no colour draws nothing anew", async () => {
  await visit({ url: address(chart("one", GOOD)) }, async (page) => {
    await ready(page, "one");
    const before = await page.run(() => probe.draws.length);
    await page.run(() => document.documentElement.classList.add("scrolled"));
    await settled(page);
    assert.equal(await page.run(() => probe.draws.length), before);
    await clean(page);
  });
});

test("who asks for more contrast gets it, in the light that the author chose", async (context) => {
  for (const [theme, media, paper, accent] of /** @type {const} */ ([
    ["", {}, "#ffffff", "#004a5c"],
    ["", { dark: true }, "#000000", "#7fdcf0"],
    ["dark", {}, "#000000", "#7fdcf0"],
    ["light", { dark: true }, "#ffffff", "#004a5c"],
  ])) {
    const html = `${SHEET.replace(/--indicator-paper[^;]*;/g, "")}${chart("one", { ...BAR, theme })}`;
    const could = await visit({ url: address(html), media: { ...media, contrast: true } }, async (page) => {
      await ready(page, "one");
      const colors = await worn(page);
      assert.ok(colors.includes(paper) && colors.includes(accent), `${theme} ${JSON.stringify(media)}: ${colors}`);
      await clean(page);
    });
    if (!could) return context.skip(`${engine.name} cannot be set so`);
  }
});

test("forced colours are the system's, on canvas and around it, whatever author and newsroom say", async (context) => {
  const html = `${SHEET}${chart("one", { ...BAR, theme: "light" })}`;
  const could = await visit({ url: address(html), media: { forced: true } }, async (page) => {
    await ready(page, "one");
    const [paper, ink, link] = await Promise.all(["Canvas", "CanvasText", "LinkText"].map((name) => computed(page, name)));
    const colors = await worn(page);
    for (const each of [paper, ink, link]) assert.ok(each && colors.includes(each), `${each} is not among ${colors}`);
    assert.ok(!colors.includes("#990f3d") && !colors.includes("#fff1e5"), String(colors));
    assert.ok((await pixels(page, paper ?? "")) > 10_000, "the ground is the system's");
    await page.key("Tab");
    await settled(page);
    const ring = await page.run(() => {
      const stage = document.getElementById("one")?.shadowRoot?.querySelector(".stage");
      return stage ? getComputedStyle(stage).outlineStyle + getComputedStyle(stage).outlineWidth : "";
    });
    assert.equal(ring, "solid2px", "the focus can be seen");
    await shoot(page, "theme-forced");
    await clean(page);
  });
  if (!could) context.skip(`${engine.name} cannot be set so`);
});

test("contrast and forced colours come and go while a chart is open", async (context) => {
  if (!engine.can.dark) return context.skip(`${engine.name} reads its media settings at the start`);
  await visit({ url: address(chart("one", BAR)) }, async (page) => {
    await ready(page, "one");
    await page.media({ contrast: true });
    await wears(page, "#004a5c");
    await page.media({ forced: true });
    await wears(page, await computed(page, "LinkText"));
    await page.media({});
    await wears(page, "#0b6b82");
    await clean(page);
  });
});

test("paper is white, and the screen is as before when it has been printed", async () => {
  const html = `${SHEET}<div data-theme="dark">${chart("one", BAR)}</div>`;
  await visit({ url: address(html) }, async (page) => {
    await ready(page, "one");
    await wears(page, "#ff7faa");
    await page.run(() => dispatchEvent(new Event("beforeprint")));
    // At once: the page is taken as it stands when the event is over.
    const drawn = () =>
      page.run(() => {
        const svg = document.getElementById("one")?.shadowRoot?.querySelector(".paper svg");
        const fills = [...(svg?.querySelectorAll("[fill]") ?? [])].map((mark) => mark.getAttribute("fill"));
        return { width: svg?.getAttribute("width") ?? "", text: svg?.textContent ?? "", ground: fills[0], fills };
      });
    const printed = await drawn();
    assert.equal(printed.ground, "#ffffff");
    assert.ok(printed.fills.includes("#004f63"), String(printed.fills));
    assert.equal(printed.width, "680", "laid out for the sheet");
    const { summary, table } = await page.run(() => /** @type {any} */ (document.getElementById("one")).describe());
    assert.ok(printed.text.includes(table.caption) && printed.text.includes(summary), printed.text);
    await page.run(() => dispatchEvent(new Event("afterprint")));
    await wears(page, "#ff7faa");
    assert.equal((await drawn()).width, "", "the drawing is gone");
    await clean(page);
  });
});
