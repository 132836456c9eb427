// A chart in an iframe: as tall as it needs, in the colours and the language of the page around, and deaf to strangers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { shoot, visit } from "../lib/chart.js";
import { engine, site } from "../lib/engine.js";
import { until } from "../lib/page.js";
import { Site } from "../lib/server.js";

/** @import {Page} from "../lib/page.js" */

const LABS = "indicator=provincial-laboratories&kind=bar&lang=en";
/** What a newsroom's own page may be like: nothing from elsewhere, no inline style, no inline script. */
const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'";

/**
 * @param {string} id
 * @param {string} query
 * @param {string} [more] attributes
 */
const frame = (id, query, more = "") =>
  `<iframe id="${id}" title="${id}" src="/embed.html?${query.replaceAll("&", "&amp;")}" width="100%" height="300" frameborder="0" ${more}></iframe>`;

/** What Datawrapper has pages paste, in its own words. */
const DATAWRAPPER =
  '!function(){"use strict";window.addEventListener("message",(function(a){if(void 0!==a.data["datawrapper-height"]){var e=document.querySelectorAll("iframe");for(var t in a.data["datawrapper-height"])for(var r,i=0;r=e[i];i++)if(r.contentWindow===a.source){var d=a.data["datawrapper-height"][t]+"px";r.style.height=d}}}))}();';

/**
 * A page around frames; keeps what they say.
 * @param {string} body
 * @param {{csp?: string, script?: string, root?: string}} [options]
 */
function around(body, { csp, script = '<script src="/indicator-chart-frame.js"></script>', root = 'lang="en"' } = {}) {
  const html = `<!doctype html><html ${root}><head><meta charset="utf-8"><title>t</title>
    <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
    <link rel="stylesheet" href="/pages/page.css"><script src="/pages/probe.js"></script>
    <script src="/pages/framed.js"></script>${script}</head><body>${body}</body></html>`;
  return site.document(html, csp);
}

/** @typedef {{height: number, inner: number, title: string, lang: string, theme: string, faults: string[], ground: string, scrolls: boolean}} Inside */

/** A frame of this origin as it is; nothing while its chart is still to come. @param {Page} page @param {string} id @returns {Promise<Inside | undefined>} */
const inside = (page, id) =>
  page.run((id) => {
    const frame = /** @type {HTMLIFrameElement | null} */ (document.getElementById(id));
    const inner = frame?.contentDocument;
    const place = inner?.getElementById("place");
    const chart = /** @type {any} */ (place?.firstElementChild);
    if (!frame || !inner || !place || (chart?.localName === "indicator-chart" && !chart?.describe?.())) return undefined;
    return {
      height: frame.getBoundingClientRect().height,
      inner: Math.ceil(place.getBoundingClientRect().height),
      title: inner.title,
      lang: inner.documentElement.lang,
      theme: inner.documentElement.dataset["theme"] ?? "",
      faults: [...inner.querySelectorAll(".faults p")].map((line) => line.textContent ?? ""),
      ground: getComputedStyle(inner.documentElement).backgroundColor,
      scrolls: getComputedStyle(inner.documentElement).overflowY !== "hidden",
    };
  }, id);

/** Waits until a frame is as tall as what is in it, and has nothing to scroll. @param {Page} page @param {string} id */
async function fits(page, id) {
  for (let turn = 0; turn < 250; turn += 1) {
    const seen = await inside(page, id);
    if (seen && seen.inner > 200 && seen.height === seen.inner && !seen.scrolls) return seen;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  throw new Error(`${id} never fits: ${JSON.stringify(await inside(page, id))}`);
}

/** What frames said. @param {Page} page */
const said = (page) => page.run(() => /** @type {any} */ (globalThis).framed.said);

/** @param {Page} page */
const violations = (page) => page.run(() => /** @type {any} */ (globalThis).framed.violations);

test("the script for the page around has at most 1,024 bytes", async () => {
  const script = await (await fetch(`${site.origin}/indicator-chart-frame.js`)).arrayBuffer();
  assert.ok(script.byteLength > 300 && script.byteLength <= 1024, `${script.byteLength} bytes`);
});

test("the frame is as tall as its chart, also when the width is another one", async () => {
  await visit({ url: around(frame("one", LABS), { csp: STRICT }), viewport: { width: 960, height: 900 } }, async (page) => {
    const heights = [];
    for (const width of [320, 640, 900, 320]) {
      await page.run((width) => document.getElementById("one")?.setAttribute("width", String(width)), width);
      await until(page, "the frame is that wide", (width) => {
        const frame = /** @type {HTMLIFrameElement} */ (document.getElementById("one"));
        return frame.contentWindow?.innerWidth === width;
      }, width);
      await new Promise((resolve) => setTimeout(resolve, 400));
      const seen = await fits(page, "one");
      assert.equal(seen.title, "Provincial laboratories");
      heights.push(seen.height);
      await shoot(page, `frame-${width}`);
    }
    assert.equal(heights[3], heights[0], heights.join());
    assert.ok(new Set(heights).size > 1, `the width matters: ${heights.join()}`);
    const messages = await said(page);
    assert.ok(messages.every((/** @type {any} */ { data }) => data.type === "indicator-chart:height" && data.id === "indicator-chart"));
    for (const [at, { data }] of messages.entries()) assert.notEqual(data.height, messages[at - 1]?.data.height, "only news is told");
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await page.errors(), []);
  });
});

test("once it fits, a frame falls silent: its height does not hang on its own", async () => {
  await visit({ url: around(frame("one", LABS)) }, async (page) => {
    const { inner } = await fits(page, "one");
    const before = (await said(page)).length;
    for (const height of ["80px", "2000px", "1000px"]) {
      await page.run((height) => {
        const frame = document.getElementById("one");
        if (frame) frame.style.height = height;
      }, height);
      await new Promise((resolve) => setTimeout(resolve, 250));
      const seen = await inside(page, "one");
      assert.equal(seen?.inner, inner, height);
      assert.equal(seen?.scrolls, height === "80px", "only what does not fit is scrolled");
    }
    assert.equal((await said(page)).length, before);
  });
});

test("two frames on a page, one of them the list of all figures, each have their own height", async () => {
  const body = frame("one", `${LABS}&id=labs`) + frame("two", "monitor=1&domain=innovation&lang=en&id=all");
  await visit({ url: around(body), viewport: { width: 700, height: 900 } }, async (page) => {
    const one = await fits(page, "one");
    await until(page, "the list is there", () => {
      const frame = /** @type {HTMLIFrameElement} */ (document.getElementById("two"));
      return (frame.contentDocument?.querySelector("indicator-monitor")?.shadowRoot?.textContent ?? "").includes("laboratories");
    });
    const two = await fits(page, "two");
    assert.notEqual(one.height, two.height);
    const ids = new Set((await said(page)).map((/** @type {any} */ { data }) => data.id));
    assert.deepEqual([...ids].sort(), ["all", "labs"]);
    assert.deepEqual([one.faults, two.faults], [[], []]);
    await shoot(page, "frame-two");
  });
});

test("a sandboxed frame draws and is as tall as it needs", async () => {
  const body = frame("one", LABS, 'sandbox="allow-scripts"');
  await visit({ url: around(body) }, async (page) => {
    // Nothing of it can be seen from here but what it says.
    await until(page, "it is drawn", () => {
      const said = /** @type {any} */ (globalThis).framed.said;
      return said.length > 1 && said[said.length - 1].data.height > 300;
    });
    const messages = await said(page);
    assert.ok(messages.every((/** @type {any} */ { origin }) => origin === "null"));
    await new Promise((resolve) => setTimeout(resolve, 500));
    const height = (await said(page)).at(-1).data.height;
    assert.equal(await page.run(() => document.getElementById("one")?.getBoundingClientRect().height), height);
    await shoot(page, "frame-sandboxed");
  });
});

for (const height of ["NaN", "Infinity", "1e9", "-5", "0", '"300"', "null", "{}", "[400]", "20001"]) {
  test(`a height of ${height} is ignored`, async () => {
    await visit({ url: around(frame("one", LABS) + '<iframe id="evil" title="evil" src="/pages/sender.html"></iframe>') }, async (page) => {
      const before = await fits(page, "one");
      await page.run((height) => {
        const value = /** @type {any} */ ({ NaN: NaN, Infinity: Infinity })[height] ?? JSON.parse(height === "NaN" || height === "Infinity" ? "0" : height);
        const evil = /** @type {HTMLIFrameElement} */ (document.getElementById("evil"));
        /** @type {any} */ (evil.contentWindow).send({ type: "indicator-chart:height", id: "indicator-chart", height: value });
      }, height);
      await until(page, "it was sent", () => /** @type {any} */ (globalThis).framed.said.some((/** @type {any} */ { origin, data }) => data.sent));
      assert.equal(await page.run(() => /** @type {HTMLElement} */ (document.getElementById("evil")).style.height), "", "the sender's own frame stays");
      assert.equal((await inside(page, "one"))?.height, before.height);
    });
  });
}

test("a message of a stranger changes nothing: neither outside nor in the frame", async () => {
  await visit({ url: around(frame("one", "indicator=provincial-laboratories") + '<iframe id="evil" title="evil" src="/pages/sender.html"></iframe>') }, async (page) => {
    const before = await fits(page, "one");
    await page.run(() => {
      const evil = /** @type {any} */ (/** @type {HTMLIFrameElement} */ (document.getElementById("evil")).contentWindow);
      const one = /** @type {any} */ (/** @type {HTMLIFrameElement} */ (document.getElementById("one")).contentWindow);
      // From the page itself, whose window is no frame, and from one frame to the other.
      window.postMessage({ type: "indicator-chart:height", id: "indicator-chart", height: 999 }, "*");
      evil.sendTo(one, { type: "indicator-chart:host", theme: "dark", lang: "en" });
      evil.send("indicator-chart:height");
      evil.send(null);
    });
    await new Promise((resolve) => setTimeout(resolve, 400));
    const { height, theme, lang } = /** @type {Inside} */ (await inside(page, "one"));
    assert.deepEqual([height, theme, lang], [before.height, before.theme, before.lang]);
    assert.deepEqual(await page.errors(), []);
  });
});

test("a frame of another site is not obeyed, sandboxed or not, whatever height it asks for", async () => {
  const other = await new Site().start();
  try {
    for (const more of ["", 'sandbox="allow-scripts"']) {
      const evil = `<iframe id="evil" title="evil" src="${other.origin}/pages/sender.html?says=5000" height="90" ${more}></iframe>`;
      await visit({ url: around(evil) }, async (page) => {
        await until(page, "it was sent", () => /** @type {any} */ (globalThis).framed.said.some((/** @type {any} */ { data }) => data.sent));
        assert.equal(await page.run(() => /** @type {HTMLElement} */ (document.getElementById("evil")).style.height), "");
      });
    }
  } finally {
    await other.stop();
  }
});

test("a script of the page around that comes late hears the frames that stand", async () => {
  await visit({ url: around(frame("one", LABS), { script: "" }) }, async (page) => {
    await until(page, "the frame has spoken", () =>
      /** @type {any} */ (globalThis).framed.said.some((/** @type {any} */ { data }) => data.height > 0));
    await page.run(() => {
      const late = document.createElement("script");
      late.src = "/indicator-chart-frame.js";
      document.head.append(late);
    });
    const { height } = await fits(page, "one");
    assert.ok(height > 300);
  });
});

test("what has gone to another place in the frame is not heard", async () => {
  const other = await new Site().start();
  try {
    await visit({ url: around(`<iframe id="evil" title="evil" src="${other.origin}/pages/sender.html"></iframe>`) }, async (page) => {
      await page.run((address) => {
        const evil = /** @type {HTMLIFrameElement} */ (document.getElementById("evil"));
        evil.contentWindow?.location.replace(address);
      }, `${site.origin}/pages/sender.html`);
      await until(page, "it is there", () => {
        try {
          return /** @type {any} */ (/** @type {HTMLIFrameElement} */ (document.getElementById("evil")).contentWindow)?.send !== undefined;
        } catch {
          // It is still of another origin.
          return false;
        }
      });
      await page.run(() => /** @type {any} */ (/** @type {HTMLIFrameElement} */ (document.getElementById("evil")).contentWindow).send({ type: "indicator-chart:height", height: 700 }));
      await until(page, "it was sent", () => /** @type {any} */ (globalThis).framed.said.some((/** @type {any} */ { data }) => data.sent));
      assert.equal(await page.run(() => /** @type {HTMLElement} */ (document.getElementById("evil")).style.height), "");
    });
  } finally {
    await other.stop();
  }
});

test("a page that listens to Datawrapper's frames needs nothing else", async () => {
  const script = `<script>${DATAWRAPPER}</script>`;
  await visit({ url: around(frame("one", `${LABS}&id=aBcD1`), { script }) }, async (page) => {
    const { height } = await fits(page, "one");
    assert.ok(height > 300);
    assert.ok((await said(page)).some((/** @type {any} */ { data }) => data["datawrapper-height"]?.["aBcD1"] === height));
    assert.deepEqual(await page.errors(), []);
  });
});

test("theme and language of the page around hold inside, and follow it", async () => {
  const body = frame("one", "indicator=provincial-laboratories&kind=bar") + frame("two", "indicator=provincial-laboratories&theme=light&lang=zh-CN");
  await visit({ url: around(body, { root: 'lang="en" data-theme="dark"' }), viewport: { width: 640, height: 1100 } }, async (page) => {
    for (const id of ["one", "two"]) await fits(page, id);
    await until(page, "it wears the page's colours", () =>
      /** @type {HTMLIFrameElement} */ (document.getElementById("one")).contentDocument?.documentElement.dataset["theme"] === "dark");
    const one = await fits(page, "one");
    const two = await fits(page, "two");
    assert.deepEqual([one.theme, one.lang, one.ground, one.title], ["dark", "en", "rgb(21, 24, 28)", "Provincial laboratories"]);
    // What the author fixed stays.
    assert.deepEqual([two.theme, two.lang, two.ground], ["light", "zh-CN", "rgb(255, 255, 255)"]);
    const picture = await shoot(page, "frame-dark");
    const { left, top } = await page.run(() => {
      const { left, top } = /** @type {Element} */ (document.getElementById("one")).getBoundingClientRect();
      return { left: Math.ceil(left), top: Math.ceil(top) };
    });
    for (const [x, y] of /** @type {[number, number][]} */ ([[2, 2], [2, 200], [300, 3]])) {
      const at = ((top + y) * picture.width + left + x) * 4;
      assert.ok((picture.data[at] ?? 255) < 60, `no white at ${x}, ${y}`);
    }
    await page.run(() => {
      document.documentElement.dataset["theme"] = "light";
      document.documentElement.lang = "zh-CN";
    });
    await until(page, "it follows", () => {
      const inner = /** @type {HTMLIFrameElement} */ (document.getElementById("one")).contentDocument;
      return inner?.documentElement.dataset["theme"] === "light" && inner.title === "省实验室数量";
    });
    assert.equal((await inside(page, "one"))?.lang, "zh-CN");
    await page.run(() => document.documentElement.removeAttribute("data-theme"));
    await until(page, "the system's holds again", () =>
      /** @type {HTMLIFrameElement} */ (document.getElementById("one")).contentDocument?.documentElement.dataset["theme"] === undefined);
  });
});

test("what the address asks for and cannot have is named, and the rest is drawn", async () => {
  const query = `${LABS}&knd=line&indicator=other&src=https%3A%2F%2Felsewhere.example%2Fa.figures&wasm=%2Fevil.wasm&heading=${encodeURIComponent("<img src=x onerror=alert(1)>")}`;
  await visit({ url: around(frame("one", query)) }, async (page) => {
    const { faults, title } = await fits(page, "one");
    assert.equal(faults.length, 3, faults.join("\n"));
    assert.match(faults.join("\n"), /“indicator” more than once/u);
    assert.match(faults.join("\n"), /left out: knd, wasm\. It knows indicator, .*kind/u);
    assert.match(faults.join("\n"), /“https:\/\/elsewhere\.example\/a\.figures” is not a file of this site/u);
    assert.equal(title, "<img src=x onerror=alert(1)>", "a text is a text");
    const images = await page.run(() => /** @type {HTMLIFrameElement} */ (document.getElementById("one")).contentDocument?.querySelectorAll("img").length);
    assert.equal(images, 0);
    await shoot(page, "frame-faults");
  });
  const bad = "indicator=provincial-laboratories&kind=pie&lang=en_US!";
  await visit({ url: `${site.origin}/embed.html?${bad}` }, async (page) => {
    const seen = await until(page, "the kind is named", () => {
      const text = document.querySelector("indicator-chart")?.shadowRoot?.querySelector(".message")?.textContent ?? "";
      return text.includes("pie") ? { faults: document.querySelector(".faults")?.textContent ?? "" } : undefined;
    });
    assert.match(seen?.faults ?? "", /“en_US!”/u);
  });
});

test("a link to a point opens it in the frame, and links lead out of it", async () => {
  const id = "provincial-laboratories@zhengzhou/2023-12-31/actual";
  const query = `${LABS}#indicator-chart=provincial-laboratories&point=${encodeURIComponent(id)}`;
  await visit({ url: around(frame("one", query)) }, async (page) => {
    await fits(page, "one");
    const tip = await until(page, "the point is pinned", () => {
      const inner = /** @type {HTMLIFrameElement} */ (document.getElementById("one")).contentDocument;
      const tip = inner?.querySelector("indicator-chart")?.shadowRoot?.querySelector(".tip:not([hidden])");
      return tip?.textContent;
    });
    assert.match(tip ?? "", /12/u);
    await fits(page, "one");
    await shoot(page, "frame-point");
    const base = await page.run(() => /** @type {HTMLIFrameElement} */ (document.getElementById("one")).contentDocument?.querySelector("base")?.target);
    assert.equal(base, "_blank");
  });
});

test("figures of a file of the same site are drawn, and a frame of no chart says what is missing", async () => {
  const body = frame("one", "src=%2Finvented.figures&indicator=invented-rides&kind=line&lang=en") + frame("two", "lang=en");
  await visit({ url: around(body) }, async (page) => {
    assert.match((await fits(page, "one")).title, /Invented metro rides/u);
    await until(page, "the message stands there", () => {
      const inner = /** @type {HTMLIFrameElement} */ (document.getElementById("two")).contentDocument;
      return /indicator/u.test(inner?.querySelector("indicator-chart")?.shadowRoot?.querySelector(".message:not([hidden])")?.textContent ?? "");
    });
  });
});

test("the page of the frame breaks no strict policy, and without scripts it leads to the figures", async () => {
  const html = await (await fetch(`${site.origin}/embed.html`)).text();
  assert.doesNotMatch(html, /<style|style=|<script>|onload|javascript:/u);
  assert.match(html, /<noscript>[^]*href="monitor\.html"[^]*href="monitor\.en\.html"[^]*<\/noscript>/u);
  const csp =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";
  const same = html.replace("<head>", '<head><script src="/pages/framed.js"></script>');
  const url = `${site.document(same, csp)}?${LABS}`;
  await visit({ url }, async (page) => {
    await until(page, "it is drawn", () => /** @type {any} */ (document.querySelector("indicator-chart"))?.describe?.() !== undefined);
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await page.errors(), []);
  });
});

for (const width of [320, 640, 1200]) {
  for (const theme of ["light", "dark"]) {
    for (const lang of ["zh-CN", "en"]) {
      if (engine.name !== "chromium" && width !== 640) continue;
      test(`${width} px, ${theme}, ${lang}: as a reader sees it`, async () => {
        const body = `<p>text before</p>${frame("one", "indicator=provincial-laboratories&kind=bar")}<p>text after</p>`;
        await visit({ url: around(body, { root: `lang="${lang}" data-theme="${theme}"` }), viewport: { width, height: 800 } }, async (page) => {
          await fits(page, "one");
          await until(page, "it is in that language", (lang) =>
            /** @type {HTMLIFrameElement} */ (document.getElementById("one")).contentDocument?.documentElement.lang === lang, lang);
          await new Promise((resolve) => setTimeout(resolve, 200));
          await fits(page, "one");
          await shoot(page, `frame-${width}-${theme}-${lang}`);
        });
      });
    }
  }
}
