// The monitor as it looks: rules of accessibility in every state, nothing cut at any width, paper, its own pages.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pure } from "../lib/axe.js";
import { clean, page as address, settled, shoot, visit } from "../lib/chart.js";
import { site } from "../lib/engine.js";
import { WIDE, at, figures, monitor, stands } from "../lib/monitor.js";
import { until } from "../lib/page.js";

/** @import {Page} from "../lib/page.js" */

/** States that a reader meets. */
const STATES = ["", "domain=innovation", "q=zebra&year=2023", "view=table&year=2024", "open=cross-border-ecommerce-volume", "open=none-such", "q=5189"];

for (const lang of ["zh-CN", "en"]) {
  test(`axe finds nothing in any state, ${lang}`, async () => {
    for (const [each, state] of STATES.entries()) {
      await visit({ url: address(monitor({ heading: "t" }), { lang }) + at(state), viewport: { width: each % 2 ? 400 : 1000, height: 800 } }, async (page) => {
        await stands(page);
        await page.run((dark) => {
          if (!dark) return;
          document.documentElement.dataset["theme"] = "dark";
          document.body.style.background = "#15181c";
          document.body.style.color = "#e9ebee";
        }, each % 3 === 1);
        await settled(page);
        await pure(page, `${lang} ${state}`);
      });
    }
  });
}

/** What leaves the window, is cut, or is too small for a finger. @param {Page} page */
const faults = (page) =>
  page.run(() => {
    const root = document.getElementById("one")?.shadowRoot;
    const found = [];
    for (const part of root?.querySelectorAll("*") ?? []) {
      const box = part.getBoundingClientRect();
      if (!(part instanceof HTMLElement) || box.width < 2 || part.closest(".unseen, .scroller table, indicator-chart *")) continue;
      const name = `${part.tagName}.${part.className}`;
      if (box.right > innerWidth + 1 || box.left < -1) found.push(`${name} from ${box.left} to ${box.right}`);
      if (part.matches("button, p, li, a, h2, h3, td, th") && part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0) found.push(`${name} is cut`);
      if (part.matches("button, select, input") && box.height < 43) found.push(`${name} is ${box.height} px high`);
    }
    if (document.documentElement.scrollWidth > innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} px wide`);
    return [...new Set(found)].slice(0, 10);
  });

/** WCAG 2.2, success criterion 1.4.12, as a reader's own style sheet: it reaches into shadow trees. */
const SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }";

for (const lang of ["zh-CN", "en"]) {
  test(`nothing is cut or sticks out from 320 to 1400 px, ${lang}, also with wider texts`, async () => {
    for (const [width, spaced] of /** @type {const} */ ([[320, ""], [320, SPACED], [768, SPACED], [1400, ""]])) {
      for (const state of ["", "q=5189&domain=innovation", "open=cross-border-ecommerce-volume", "q=zebra"]) {
        await visit({ url: address(monitor(), { lang }) + at(state), viewport: { width, height: 800 } }, async (page) => {
          await stands(page);
          await page.run((spaced) => {
            const style = document.createElement("style");
            style.textContent = spaced;
            document.getElementById("one")?.shadowRoot?.append(style);
          }, spaced);
          await settled(page);
          assert.deepEqual(await faults(page), [], `${width} px, ${state}, ${spaced ? "spaced" : "plain"}`);
        });
      }
    }
  });
}

test("paper gets everything, and the screen what it had", async () => {
  const data = await figures();
  await visit({ url: address(monitor()), viewport: WIDE }, async (page) => {
    await stands(page);
    const cards = () => page.run(() => document.getElementById("one")?.shadowRoot?.querySelectorAll(".card").length ?? 0);
    await page.run(() => dispatchEvent(new Event("beforeprint")));
    assert.equal(await cards(), data.indicators.length);
    const reasons = () => page.run(() => [...(document.getElementById("one")?.shadowRoot?.querySelectorAll("details") ?? [])].map(({ open }) => open));
    const printed = await reasons();
    assert.ok(printed.length > 5 && printed.every(Boolean), `reasons on paper: ${printed}`);
    await page.run(() => dispatchEvent(new Event("afterprint")));
    await until(page, "the start is as it was", () => {
      const made = document.getElementById("one")?.shadowRoot?.querySelectorAll(".card").length ?? 0;
      return made > 20 && made < 60;
    });
    assert.ok((await reasons()).every((open) => !open));
    await clean(page);
  });
  await visit({ url: address(monitor()) + at("open=cross-border-ecommerce-volume"), viewport: WIDE }, async (page) => {
    await stands(page);
    const open = () => page.run(() => [...(document.getElementById("one")?.shadowRoot?.querySelectorAll(".aimed details") ?? [])].map((each) => each.hasAttribute("open")));
    const before = await open();
    assert.ok(before.includes(false));
    await page.run(() => dispatchEvent(new Event("beforeprint")));
    assert.ok((await open()).every(Boolean));
    await page.run(() => dispatchEvent(new Event("afterprint")));
    assert.deepEqual(await open(), before);
  });
});

for (const path of ["/monitor.html", "/monitor.en.html"]) {
  for (const theme of ["light", "dark"]) {
    test(`axe finds nothing: the page ${path}, ${theme}`, async () => {
      await visit({ url: site.origin + path, viewport: WIDE }, async (page) => {
        await page.run((theme) => void (document.documentElement.dataset["theme"] = theme), theme);
        await stands(page, "monitor");
        await settled(page);
        await pure(page, path);
        await shoot(page, `monitor-page-${path.includes(".en.") ? "en" : "zh"}-${theme}`);
      });
    });
  }
}
