// Links: a hash, an anchor, a linked chart or a script makes a view; what cannot be made of it is said, never thrown.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FALLBACK, GOOD, chart, clean, look, page as address, ready, settled, shoot, visit } from "../lib/chart.js";
import { until } from "../lib/page.js";

/** @import {Page} from "../lib/page.js" */
/** @import {IndicatorChart} from "../../../pkg/index.js" */

const POINT = "high-tech-enterprises@zhengzhou/2023-12-31/actual";
const LABS = { indicator: "provincial-laboratories", kind: "line" };
const TALL = `<div style="height: 3000px"></div>`;

/** What the status line of a chart says. @param {Page} page @param {string} id */
const status = (page, id) =>
  page.run((id) => {
    const box = document.getElementById(id)?.shadowRoot?.querySelector(".status");
    return (box?.getClientRects().length ?? 0) > 0 ? (box?.querySelector("p")?.textContent ?? "") : "";
  }, id);

/** @param {Page} page @param {string} id */
const stateOf = (page, id) =>
  page.run((id) => /** @type {IndicatorChart | null} */ (document.getElementById(id))?.state ?? "none", id);

/** @param {Page} page @param {string} id @param {string} text */
const set = (page, id, text) =>
  page.run(
    (id, text) => {
      /** @type {IndicatorChart} */ (document.getElementById(id)).state = text;
      return true;
    },
    id,
    text,
  );

/** Waits until a chart has this point pinned and its tooltip open. @param {Page} page @param {string} id @param {string} point */
const pins = (page, id, point) =>
  until(
    page,
    `${id} pins ${point}`,
    (id, point) => {
      const host = /** @type {IndicatorChart | null} */ (document.getElementById(id));
      const open = Boolean(host?.shadowRoot?.querySelector(".tip:not([hidden])"));
      return open && (host?.state ?? "").includes(encodeURIComponent(point));
    },
    id,
    point,
  );

/** Whether the overlay of a chart has ink, and what the page and a screen reader were told of it. @param {Page} page @param {string} id */
const echo = async (page, id) => ({ inked: (await page.run(inkOf, id)) > 0, ...(await told(page, id)) });

/** @param {Page} page @param {string} id */
const told = (page, id) =>
  page.run((id) => {
    const root = document.getElementById(id)?.shadowRoot;
    return {
      tip: Boolean(root?.querySelector(".tip:not([hidden])")),
      said: root?.querySelector("[aria-live]")?.textContent ?? "",
      told: probe.events.filter((event) => event.id === id && event.name !== "ready").map((event) => event.name),
    };
  }, id);

/** Where the ink of a chart's overlay begins, device px from the left; 0 without ink. @param {string} id */
function inkOf(id) {
  const canvas = /** @type {HTMLCanvasElement | null | undefined} */ (
    document.getElementById(id)?.shadowRoot?.querySelector("canvas.overlay")
  );
  if (!canvas?.width) return 0;
  const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
  let first = canvas.width;
  for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) > 0) first = Math.min(first, ((at - 3) / 4) % canvas.width);
  return first < canvas.width ? first : 0;
}

test("a link to a point opens the page there, with the point pinned and the focus left alone", async () => {
  const url = `${address(chart("near", GOOD) + TALL + chart("far", GOOD) + TALL)}#indicator-chart=far&point=${encodeURIComponent(POINT)}`;
  await visit({ url }, async (page) => {
    await ready(page, "far");
    await pins(page, "far", POINT);
    const { box } = await look(page, "far");
    assert.ok(box.y >= -1 && box.y + box.height < 801, `all of the chart is on the screen, at ${box.y}`);
    assert.equal(await page.run(() => document.activeElement?.tagName), "BODY");
    assert.equal(await status(page, "far"), "");
    assert.equal(await stateOf(page, "near"), "");
    const events = await page.run(() => probe.events.filter(({ name }) => name === "state"));
    assert.deepEqual(events.map(({ id, detail }) => [id, detail.state]), [["far", { point: POINT }]]);
    await shoot(page, "link-to-a-point");
    await clean(page);
  });
});

test("a chart without an id is named by its indicator, the first of several", async () => {
  const body = chart("", { ...GOOD, id: "" }) + chart("second", GOOD);
  const url = `${address(body)}#indicator-chart=high-tech-enterprises&view=table&lang=en`;
  await visit({ url }, async (page) => {
    await ready(page, "second");
    await until(page, "the first one opens", () => {
      const host = /** @type {IndicatorChart | null} */ (document.querySelector("indicator-chart"));
      return host?.state === "view=table&lang=en";
    });
    assert.equal(await stateOf(page, "second"), "");
    await clean(page);
  });
});

/** What is wrong with a link, the chart that says so, and what it says. @type {[string, string, string, RegExp][]} */
const BAD = [
  ["a point that is gone", "two&point=high-tech-enterprises%40zhengzhou%2F1999%2Factual", "two", /1999\/actual/u],
  ["a series that is gone", "two&series=no-such", "two", /no-such/u],
  ["a span that is gone", "two&from=1999-01-01&to=1999-12-31", "two", /1999-01-01\/1999-12-31/u],
  ["half a span", "two&from=2023-01-01", "two", /2023-01-01\//u],
  ["a day that is none", "two&from=2024-02-30", "two", /from=2024-02-30/u],
  ["a view and a language that there are none of", "two&view=map&lang=xx", "two", /view=map, lang=xx/u],
  ["a key that there is none of", "two&__proto__=x&colour=red", "two", /__proto__=x, colour=red/u],
  ["a damaged state", "two&point=%E0%A4%A", "two", /链接损坏.*point=%E0%A4%A/u],
  ["a state without an end", `two&point=${"x".repeat(9000)}`, "two", /链接损坏/u],
  ["a damaged key", "%E0%A4%A&lang=en", "one", /链接损坏.*%E0%A4%A/u],
  ["no chart of that name", "gone&point=x", "one", /gone/u],
  ["no name", "", "one", /不在本页/u],
];

for (const [what, hash, id, says] of BAD) {
  test(`a link with ${what} is answered in the status line`, async () => {
    const url = `${address(chart("one", GOOD) + chart("two", GOOD))}#indicator-chart=${hash}`;
    await visit({ url }, async (page) => {
      for (const each of ["one", "two"]) await ready(page, each);
      await until(page, "it is said", (id) => {
        const box = document.getElementById(id)?.shadowRoot?.querySelector(".status");
        return box?.getAttribute("role") === "status" && (box.textContent ?? "") !== "";
      }, id);
      assert.match(await status(page, id), says);
      assert.equal(await status(page, id === "one" ? "two" : "one"), "", "the other one says nothing");
      assert.ok((await look(page, id)).canvas, "the chart is there all the same");
      await clean(page);
    });
  });
}

test("what of a link can be understood is applied beside what cannot", async () => {
  const url = `${address(chart("one", GOOD))}#indicator-chart=one&shape=round&point=${encodeURIComponent(POINT)}`;
  await visit({ url }, async (page) => {
    await pins(page, "one", POINT);
    assert.match(await status(page, "one"), /shape=round/u);
    await clean(page);
  });
});

test("another hash drives the chart, and one that is not ours is left alone", async () => {
  await visit({ url: `${address(chart("one", GOOD))}#elsewhere` }, async (page) => {
    await ready(page, "one");
    assert.deepEqual([await stateOf(page, "one"), await status(page, "one")], ["", ""]);
    await page.run((point) => {
      location.hash = `#indicator-chart=one&point=${encodeURIComponent(point)}`;
      return true;
    }, POINT);
    await pins(page, "one", POINT);
    await page.run(() => {
      location.hash = "#indicator-chartist";
      return true;
    });
    await settled(page);
    assert.equal(await status(page, "one"), "");
    await clean(page);
  });
});

test("a chart that a script adds later is found by the link, too", async () => {
  const url = `${address("<p>报道</p>")}#indicator-chart=late&point=${encodeURIComponent(POINT)}`;
  await visit({ url }, async (page) => {
    await page.run((good) => {
      const host = Object.assign(document.createElement("indicator-chart"), good, { id: "late" });
      document.body.append(host);
      return true;
    }, GOOD);
    await pins(page, "late", POINT);
    await clean(page);
  });
});

test("anchors drive a chart, and are plain anchors where there is none", async () => {
  const state = `point=${POINT}`;
  const anchor = (/** @type {string} */ id, /** @type {string} */ to, /** @type {string} */ state) =>
    `<p><a id="${id}" href="#there" data-indicator-chart="${to}" data-state="${state}"><b>${id}</b></a></p>`;
  const body = `${anchor("first", "one", state)}${anchor("other", "one", "view=table")}${anchor("lost", "none", state)}
    <div id="shadow"></div>${TALL}${chart("one", GOOD)}<p id="there"></p>`;
  await visit({ url: address(body) }, async (page) => {
    await page.run(() => customElements.whenDefined("indicator-chart").then(() => true));
    /** A click as a script makes it; whether the page may go on with it. */
    const click = (/** @type {string} */ id, /** @type {MouseEventInit} */ init) =>
      page.run(
        (id, init) => {
          const event = new MouseEvent("click", { bubbles: true, cancelable: true, composed: true, ...init });
          // What nobody else wants, the test does not want either: the page stays.
          let wanted = false;
          const last = (/** @type {Event} */ event) => {
            wanted = event.defaultPrevented;
            event.preventDefault();
          };
          addEventListener("click", last, { once: true });
          const inside = document.getElementById("shadow")?.shadowRoot?.getElementById(id);
          (inside ?? document.querySelector(`#${id} b`))?.dispatchEvent(event);
          return wanted;
        },
        id,
        init,
      );
    for (const init of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { button: 1 }]) {
      assert.equal(await click("first", init), false, `${JSON.stringify(init)} is the browser's`);
    }
    assert.equal(await click("lost", {}), false, "an anchor to no chart is plain");
    assert.equal(await click("first", {}), true);
    await ready(page, "one");
    await pins(page, "one", POINT);
    const { box } = await look(page, "one");
    assert.ok(box.y >= -1 && box.y < 800, "the chart came on the screen");
    const marked = () => page.run(() => [...document.querySelectorAll("[aria-current]")].map(({ id }) => id));
    assert.deepEqual(await marked(), ["first"]);
    assert.equal(await click("other", {}), true);
    await until(page, "the table", () => probe.events.filter(({ name }) => name === "state").at(-1)?.detail.text === "view=table");
    assert.equal(await stateOf(page, "one"), "view=table");
    assert.deepEqual(await marked(), ["other"]);
    await page.run((state) => {
      const anchor = document.createElement("a");
      anchor.id = "inner";
      anchor.href = "#there";
      anchor.dataset["indicatorChart"] = "one";
      anchor.dataset["state"] = state;
      document.getElementById("shadow")?.attachShadow({ mode: "open" }).append(anchor);
      return true;
    }, state);
    assert.equal(await click("inner", {}), true, "an anchor in a shadow tree drives, too");
    await pins(page, "one", POINT);
    assert.deepEqual(await marked(), [], "one anchor is the current one");
    await clean(page);
  });
});

test("Enter on an anchor drives a chart and leaves the focus there", async () => {
  const body = `<a id="go" href="#one" data-indicator-chart="one" data-state="point=${POINT}">a</a>${chart("one", GOOD)}`;
  await visit({ url: address(body) }, async (page) => {
    await ready(page, "one");
    await page.run(() => document.getElementById("go")?.focus());
    await page.key("Enter");
    await pins(page, "one", POINT);
    assert.deepEqual(await page.run(() => [document.activeElement?.id, location.hash]), ["go", ""]);
    assert.match((await look(page, "one")).live, /5800/u, "who does not see it hears it");
    await set(page, "one", "view=table&lang=en");
    await settled(page);
    await page.key("Enter");
    await pins(page, "one", POINT);
    assert.equal(await stateOf(page, "one"), `point=${encodeURIComponent(POINT)}&lang=en`, "the reader's language stays");
    await clean(page);
  });
});

test("charts of a group echo what one of them reads, and nothing more", async () => {
  const body = chart("one", { ...GOOD, group: "a" }) + chart("two", { ...LABS, group: "a" }) + chart("three", { ...LABS, group: "b" });
  await visit({ url: address(body), viewport: { width: 640, height: 1400 } }, async (page) => {
    for (const id of ["one", "two", "three"]) await ready(page, id);
    await set(page, "one", `point=${POINT}`);
    await pins(page, "one", POINT);
    await until(page, "two echoes", inkOf, "two");
    assert.deepEqual(await echo(page, "two"), { inked: true, tip: false, said: "", told: [] });
    assert.equal((await echo(page, "three")).inked, false, "another group reads for itself");
    await shoot(page, "link-group");
    const draws = await page.run(() => probe.draws.length);
    await page.run(() => new Promise((resolve) => setTimeout(() => resolve(true), 300)));
    assert.equal(await page.run(() => probe.draws.length), draws, "no echo is echoed");
    // A hover in the other one goes before, and what is pinned comes back after it.
    await page.run(() => {
      /** @type {IndicatorChart} */ (document.getElementById("three")).group = "a";
      return true;
    });
    const middle = await until(page, "three has joined", inkOf, "three");
    const { box } = await look(page, "two");
    await page.move(box.x + 70, box.y + box.height / 2);
    await until(page, "two reads", () => Boolean(document.getElementById("two")?.shadowRoot?.querySelector(".tip:not([hidden])")));
    await settled(page);
    await settled(page);
    assert.ok((await page.run(inkOf, "three")) < middle - 50, "what was read last is echoed");
    await page.move(2, 1390);
    await settled(page);
    await settled(page);
    assert.equal(await page.run(inkOf, "three"), middle, "what is pinned is echoed again");
    assert.equal((await echo(page, "two")).inked, true);
    await set(page, "one", "");
    await settled(page);
    await settled(page);
    assert.equal((await echo(page, "two")).inked, false, "the end of the reading ends the echo");
    await set(page, "one", `point=${POINT}`);
    await pins(page, "one", POINT);
    await page.run(() => {
      document.getElementById("one")?.remove();
      return true;
    });
    await settled(page);
    await settled(page);
    assert.equal((await echo(page, "two")).inked, false, "who leaves the page leaves the group");
    await clean(page);
  });
});

test("one chart speaks another language, and the light DOM stays the author's", async () => {
  const texts = { "heading-en": "Up", "note-en": "", subheading: "只有中文的副题", "source-zh": "中文来源" };
  const body = chart("one", { ...GOOD, heading: "中文标题", note: "中文注", ...texts }) + chart("two", { ...GOOD, heading: "中文标题", note: "注意" });
  await visit({ url: address(body) }, async (page) => {
    for (const id of ["one", "two"]) await ready(page, id);
    const seen = (/** @type {string} */ id) =>
      page.run((id) => {
        const host = /** @type {IndicatorChart} */ (document.getElementById(id));
        const told = host.describe();
        return {
          lang: host.shadowRoot?.querySelector(".stage")?.getAttribute("lang"),
          label: told?.label ?? "",
          all: host.toSVG() ?? "",
          light: host.innerHTML,
          attributes: [...host.attributes].map(({ name, value }) => [name, value]),
        };
      }, id);
    const before = await seen("one");
    assert.match(before.label, /中文标题/u);
    assert.ok(["只有中文的副题", "中文来源", "中文注"].every((text) => before.all.includes(text)));
    for (const id of ["one", "two"]) {
      await set(page, id, "lang=en");
      await until(page, `${id} speaks English`, (id) => document.getElementById(id)?.shadowRoot?.querySelector(".stage")?.getAttribute("lang") === "en", id);
      await settled(page);
    }
    const after = await seen("one");
    assert.match(after.label, /^Up/u);
    assert.ok(!/只有中文的副题|中文来源|中文注/u.test(after.all), "what is in the other language only is left out");
    assert.deepEqual([after.light, after.attributes], [before.light, before.attributes]);
    assert.ok(after.light.includes(FALLBACK));
    const other = await seen("two");
    assert.ok(!other.all.includes("中文标题"), "a heading is made from the data");
    assert.ok(other.all.includes("注意"), "a caveat is never lost");
    await page.run(() => {
      document.getElementById("one")?.setAttribute("heading-en", "Up and up");
      return true;
    });
    await settled(page);
    assert.match((await seen("one")).label, /^Up and up/u);
    await set(page, "one", "");
    await settled(page);
    assert.match((await seen("one")).label, /中文标题/u);
    await clean(page);
  });
});

test("texts in two languages stand in a spec, too", async () => {
  const spec = JSON.stringify({ ...GOOD, lang: "en", heading: "Plain", "heading-en": "Own", "heading-zh": "中" });
  await visit({ url: address(chart("one", { spec })) }, async (page) => {
    await ready(page, "one");
    assert.match(await page.run(() => document.querySelector("indicator-chart")?.describe()?.label ?? ""), /^Own/u);
    await clean(page);
  });
});

test("the property state goes around, also when set before the element is there", async () => {
  const text = `point=${encodeURIComponent(POINT)}&from=2022-12-31&to=2023-12-31&lang=en`;
  const early = `<script>document.getElementById("one").state = ${JSON.stringify(text)};</script>`;
  await visit({ url: address(chart("one", GOOD) + early) }, async (page) => {
    await pins(page, "one", POINT);
    assert.equal(await stateOf(page, "one"), text);
    await page.run((text) => {
      const host = /** @type {IndicatorChart} */ (document.getElementById("one"));
      host.state = "lang=en";
      host.state = text;
      if (host.state !== text) throw new Error(`what was set is not there: ${host.state}`);
      host.state = "";
      if (host.state !== "") throw new Error(`what was taken away is there: ${host.state}`);
      return true;
    }, text);
    await settled(page);
    assert.equal(await stateOf(page, "one"), "");
    const told = await page.run(() => probe.events.filter(({ name }) => name === "state").map(({ detail }) => detail.text));
    assert.deepEqual(told, [text, ""]);
    await clean(page);
  });
});

test("the grammar takes whatever it is given", async () => {
  await visit({ url: address("") }, async (page) => {
    const found = await page.run(async () => {
      const source = "/element/state.js";
      const { parsed, written } = await import(source);
      const letters = ["&", "=", "%", "%E4", "%00", "point", "series", "from", "to", "view", "lang", "table", "en", "2024-02-29", "\ud800", "超", "__proto__", "#"];
      let seed = 7;
      const next = () => (seed = (seed * 1103515245 + 12345) % 2147483648);
      const faults = [];
      for (let each = 0; each < 5000; each += 1) {
        const text = Array.from({ length: next() % 12 }, () => letters[next() % letters.length]).join("");
        const { state } = parsed(text);
        const again = parsed(written(state));
        const lost = Object.keys(state).filter((key) => again.state[key] !== state[key] && !/[\ud800-\udfff]/.test(state[key]));
        if (lost.length > 0 || again.problems.length > 0 || Object.getPrototypeOf(state) !== Object.prototype) faults.push(text);
      }
      return faults;
    });
    assert.deepEqual(found, []);
  });
});
