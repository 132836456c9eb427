// The element's members as a page's script meets them: each does what the reference says, together they make one picture,
// and what is given back is given back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { GOOD, chart, clean, failed, ink, look, page as address, ready, settled, settles, shoot, visit } from "../lib/chart.js";
import { counted, metered } from "../lib/metered.js";
import { until } from "../lib/page.js";
import { RIDES, stateOf } from "../lib/state.js";

/** @import {Page} from "../lib/page.js" */

/** What the chart `one` answers. @param {Page} page @param {(one: any) => unknown} work */
const ask = (page, work) => page.run(/** @type {any} */ (`(async () => (${work})(document.getElementById("one")))()`));

test("each property is its attribute, and null takes it away", async () => {
  await visit({ url: address(chart("one", GOOD)) }, async (page) => {
    await ready(page, "one");
    const wrong = await page.run(() => {
      const one = /** @type {any} */ (document.createElement("indicator-chart"));
      // The property data holds arrays, which no attribute could.
      const names = one.constructor.observedAttributes.filter((/** @type {string} */ name) => !/-(zh|en|version)$|^data$/u.test(name));
      return names.filter((/** @type {string} */ name) => {
        one[name] = "x y";
        const set = one.getAttribute(name) === "x y" && one[name] === "x y";
        one[name] = name === "lang" ? "" : null;
        return !(set && one[name] === "" && (name === "lang" || !one.hasAttribute(name)));
      });
    });
    assert.deepEqual(wrong, []);
    assert.equal(await ask(page, (one) => ((one.spec = { kind: "bar" }), one.getAttribute("spec"))), '{"kind":"bar"}');
    await clean(page);
  });
});

test("twenty changes of one task are one spec and one picture, and rendered resolves once", async () => {
  await visit({ url: metered(chart("one", RIDES), { lang: "en" }) }, async (page) => {
    await ready(page, "one");
    const first = await counted(page);
    assert.equal(first.made, 1, "one chart is made");
    const answers = await page.run(async () => {
      const one = /** @type {any} */ (document.getElementById("one"));
      const before = one.rendered;
      for (let at = 0; at < 20; at += 1) one.setAttribute(["heading", "note", "kind", "alt"][at % 4], at % 4 === 2 ? "step" : `t${at}`);
      const after = one.rendered;
      return [before !== after, after === one.rendered, await after, one.describe().kind, one.describe().label];
    });
    await settled(page);
    const last = await counted(page);
    assert.deepEqual(answers, [true, true, true, "step", "t19"]);
    assert.deepEqual([last.made, last.respecified - first.respecified, last.painted - first.painted], [1, 1, 1]);
    await clean(page);
  });
});

test("an element that a script makes with many attributes is one chart and one picture", async () => {
  await visit({ url: metered(chart("one", GOOD)) }, async (page) => {
    await ready(page, "one");
    const before = await counted(page);
    const drawn = await page.run(async () => {
      const two = /** @type {any} */ (document.createElement("indicator-chart"));
      two.id = "two";
      for (let at = 0; at < 20; at += 1) two.update({ indicator: "high-tech-enterprises", kind: "line", heading: `h${at}` });
      document.body.prepend(two);
      return two.rendered;
    });
    await settled(page);
    const after = await counted(page);
    assert.equal(drawn, true);
    assert.deepEqual([after.made - before.made, after.respecified - before.respecified], [1, 0]);
    await clean(page);
  });
});

test("update sets several fields, takes away with null, and answers as rendered", async () => {
  await visit({ url: metered(chart("one", { ...RIDES, note: "old" }), { lang: "en" }) }, async (page) => {
    await ready(page, "one");
    const before = await counted(page);
    const told = await ask(page, async (one) => {
      const drawn = await one.update({ kind: "step", heading: "New", note: null, height: 420, "heading-zh": "新" });
      return [drawn, one.kind, one.heading, one.hasAttribute("note"), one.height, one.getAttribute("heading-zh"), one.describe().kind];
    });
    assert.deepEqual(told, [true, "step", "New", false, "420", "新", "step"]);
    const after = await counted(page);
    assert.deepEqual([after.respecified - before.respecified, after.painted - before.painted], [1, 1]);
    assert.equal((await look(page, "one")).box.height, 420);
    await clean(page);
  });
});

for (const lang of ["zh-CN", "en"]) {
  test(`what update does not know is named in ${lang}, and nothing is changed`, async () => {
    await visit({ url: address(chart("one", { ...GOOD, lang })) }, async (page) => {
      await ready(page, "one");
      const said = await ask(page, (one) => {
        const say = (/** @type {unknown} */ fields) => {
          try {
            return one.update(fields) && "";
          } catch (error) {
            return `${/** @type {Error} */ (error).name}: ${/** @type {Error} */ (error).message}`;
          }
        };
        return [say({ kind: "bar", colour: "red" }), say("kind=bar"), say(null), one.kind];
      });
      const [field = "", text = "", nothing = "", kind] = /** @type {string[]} */ (said);
      assert.match(field, /^TypeError: .*update.*“colour”.*indicator, domain.*heights/u);
      assert.match(text, /“kind=bar”/u);
      assert.match(nothing, /“null”/u);
      assert.equal(/\p{Script=Han}/u.test(field), lang === "zh-CN");
      assert.equal(kind, "line");
    });
  });
}

test("zoom takes days of every form, tells it once, and zoomReset shows all", async () => {
  await visit({ url: address(chart("one", RIDES), { lang: "en" }) }, async (page) => {
    await ready(page, "one");
    const spans = async (/** @type {string} */ from, /** @type {string} */ to) => {
      const before = await page.run(() => probe.events.filter(({ name }) => name === "state").length);
      await page.run(/** @type {any} */ (`document.getElementById("one").zoom(${from}, ${to})`));
      await page.run(() => /** @type {any} */ (document.getElementById("one")).rendered);
      await settled(page);
      const after = await page.run(() => probe.events.filter(({ name }) => name === "state").length);
      return [await stateOf(page, "one"), after - before];
    };
    const half = "from=2024-06-30&to=2024-09-30";
    assert.deepEqual(await spans('"2024-06"', '"2024-09"'), [half, 1]);
    assert.deepEqual(await spans('new Date("2024-06-30")', 'Date.UTC(2024, 8, 30)'), [half, 0]);
    assert.deepEqual(await spans('"2024-06-30"', '"2024-09-30"'), [half, 0]);
    const [open = ""] = await spans("null", '"2024-06"');
    assert.match(String(open), /^from=.*&to=2024-06-30$/u);
    assert.equal((await look(page, "one")).message, "");
    await page.run(() => /** @type {any} */ (document.getElementById("one")).zoomReset());
    await settled(page);
    assert.equal(await stateOf(page, "one"), "");
    for (const wrong of ['"soon"', '"2024-13"', '"2024-02-30"', "NaN", 'new Date("x")']) {
      const said = await page.run(
        /** @type {any} */ (`(() => { try { document.getElementById("one").zoom(${wrong}); } catch (error) { return error.message; } })()`));
      assert.match(String(said), /zoom cannot use .*2024-06-30/u, wrong);
    }
    await page.run(() => /** @type {any} */ (document.getElementById("one")).zoom("1990", "1991"));
    await settled(page);
    assert.match((await look(page, "one")).message || (await page.run(() => document.getElementById("one")?.shadowRoot?.querySelector(".status")?.textContent ?? "")), /1990-01-01\/1991-12-31/u, "a span without figures is named");
    await clean(page);
  });
});

test("zoom before the first frame is kept, and keeps what is pinned within it", async () => {
  const point = "invented-rides@alpha/Green/2024-07-01..2024-07-31/actual";
  await visit({ url: address(chart("one", RIDES), { lang: "en" }) }, async (page) => {
    await page.run(() => /** @type {any} */ (document.getElementById("one")).zoom("2024-06", "2024-09"));
    await ready(page, "one");
    assert.equal(await stateOf(page, "one"), "from=2024-06-30&to=2024-09-30");
    await page.run((point) => /** @type {any} */ (document.getElementById("one")).focusPoint(point), point);
    await page.run(() => /** @type {any} */ (document.getElementById("one")).zoom("2024-07", "2024-08"));
    await settled(page);
    assert.equal(await stateOf(page, "one"), `point=${encodeURIComponent(point)}&from=2024-07-31&to=2024-08-31`);
    await clean(page);
  });
});

test("toPNG is the picture at a scale, toCSV the figures; both wait for what was asked, and say why there is nothing", async () => {
  await visit({ url: address(chart("one", RIDES) + chart("bad", { indicator: "no-such" }), { lang: "en" }) }, async (page) => {
    const made = await page.run(async () => {
      const one = /** @type {any} */ (document.getElementById("one"));
      const sizes = [];
      // Before the first frame: they wait.
      for (const scale of [undefined, 1, 3]) {
        const blob = await one.toPNG(scale);
        const image = await createImageBitmap(blob);
        const box = one.shadowRoot.querySelector("canvas.base").getBoundingClientRect();
        sizes.push([blob.type, image.width / box.width, image.height / box.height]);
      }
      return { sizes, csv: await one.toCSV(), rows: one.describe().table.rows.length };
    });
    assert.deepEqual(made.sizes, [["image/png", 2, 2], ["image/png", 1, 1], ["image/png", 3, 3]]);
    assert.match(made.csv, /^period,category,series,value,/u);
    assert.ok(made.csv.trim().split("\r\n").length > made.rows, "a line a figure, and the head");
    const refused = await page.run(async () => {
      const [one, bad] = ["one", "bad"].map((id) => /** @type {any} */ (document.getElementById(id)));
      const said = (/** @type {Promise<unknown>} */ made) => made.then(() => "", (error) => `${error.name}: ${error.message}`);
      return Promise.all([said(one.toPNG(0)), said(one.toPNG("big")), said(bad.toPNG()), said(bad.toCSV())]);
    });
    assert.match(refused[0] ?? "", /^RangeError: toPNG cannot use “0”/u);
    assert.match(refused[1] ?? "", /“big”/u);
    for (const said of refused.slice(2)) assert.match(said, /^Error: The chart is not drawn yet/u);
  });
});

/** What an editor can leave to the page, what of it is gone then, and what never goes. @type {[string, boolean, boolean, boolean][]} */
const SHOWN = [
  ["", true, true, true],
  ["heading subheading", true, true, false],
  ["subheading bar", false, true, true],
  ["bar", false, false, true],
  ["none", false, false, false],
];

test("show leaves heading, subheading and bar to the page; unit, note and source stay", async () => {
  const charts = SHOWN.map(([show], at) => chart(`c${at}`, { ...GOOD, heading: "HEADING", subheading: "SUB", note: "NOTE", source: "SOURCE", lang: "en", show }));
  await visit({ url: address(charts.join("")), viewport: { width: 640, height: 2400 } }, async (page) => {
    /** @type {number[]} */
    const heights = [];
    for (const [at, [show, heading, subheading, bar]] of SHOWN.entries()) {
      await ready(page, `c${at}`);
      const [svg, buttons, caption] = await page.run((id) => {
        const one = /** @type {any} */ (document.getElementById(id));
        const row = one.shadowRoot.querySelector(".bar");
        return [one.toSVG().replace(/<(title|desc|metadata)\b.*?<\/\1>/gsu, ""), row.getClientRects().length > 0, one.describe().table.caption];
      }, `c${at}`);
      assert.deepEqual([svg.includes(">HEADING<"), svg.includes(">SUB"), buttons], [heading, subheading, bar], show);
      assert.ok(svg.includes("NOTE") && svg.includes("SOURCE") && /enterprises<\/text>/u.test(svg), `${show}: ${svg}`);
      assert.equal(caption, "HEADING", "its name stays");
      heights.push((await look(page, `c${at}`)).box.height);
    }
    assert.ok((heights[3] ?? 0) < (heights[0] ?? 0) && heights[2] === heights[3], `the heading takes its air along, the unit keeps a line: ${heights}`);
    await page.run(() => (/** @type {any} */ (document.getElementById("c3")).state = "view=table"));
    await settled(page);
    const titles = await page.run(() =>
      [...(document.getElementById("c3")?.shadowRoot?.querySelectorAll(".title p") ?? [])].filter((each) => each.getClientRects().length > 0 && each.textContent));
    assert.deepEqual(titles, [], "nor over the table");
    await shoot(page, "show");
    await clean(page);
  });
});

/** Attributes with a closed list: a wrong value, and what the message must name. @type {[Record<string, string>, string[]][]} */
const CLOSED = [
  [{ kind: "sunburst" }, ["line", "waterfall", "table"]],
  [{ kind: "bar", form: "round" }, ["form", "horizontal", "stacked", "lollipop"]],
  [{ kind: "multiples", panels: "pie" }, ["panels", "line"]],
  [{ scale: "cubic" }, ["scale", "linear", "log"]],
  [{ sort: "size" }, ["sort", "auto", "value", "given"]],
  [{ theme: "sepia" }, ["theme", "light", "dark", "contrast", "contrast-dark", "print"]],
  [{ status: "hoped" }, ["status", "actual", "target", "forecast"]],
  [{ domain: "sport" }, ["domain", "economy", "livelihood", "resilience"]],
  [{ show: "title" }, ["show", "heading", "subheading", "bar", "none"]],
  [{ heights: "280:40" }, ["heights", "280:412", "120", "4000"]],
  [{ heights: "400:300 280:300" }, ["heights", "280:412"]],
];

for (const lang of ["zh-CN", "en"]) {
  test(`a value that an attribute does not take is named with those it takes, in ${lang}`, async () => {
    const body = CLOSED.map(([wrong], at) => chart(`c${at}`, { ...GOOD, lang, ...wrong })).join("");
    await visit({ url: address(body), viewport: { width: 640, height: 3000 } }, async (page) => {
      for (const [at, [wrong, names]] of CLOSED.entries()) {
        const detail = await failed(page, `c${at}`);
        const given = String(Object.values(wrong).pop()).split(" ").pop() ?? "";
        for (const name of [given, ...names]) assert.ok(detail?.message.includes(name), `“${detail?.message}” names ${name}`);
        assert.equal(/\p{Script=Han}/u.test(detail?.message), lang === "zh-CN", detail?.message);
        assert.match(detail?.kind, /^(bad-field|unknown-kind)$/u);
        assert.ok((await look(page, `c${at}`)).fallback);
      }
      await page.run(() => document.getElementById("c9")?.setAttribute("heights", "280:500"));
      await ready(page, "c9");
      assert.equal((await look(page, "c9")).box.height, 500, "mended, it is drawn");
    });
  });
}

test("heights gives a height by the width; height goes before it, and what the chart needs before both", async () => {
  const heights = "280:640 400:520 600:400 900:130";
  const body = `<div id="box">${chart("one", { ...GOOD, heights })}${chart("two", { ...GOOD, heights, height: "480" })}</div>`;
  await visit({ url: address(body), viewport: { width: 1200, height: 1400 } }, async (page) => {
    await ready(page, "one");
    const own = await ask(page, async (one) => {
      one.heights = null;
      await one.rendered;
      return one.shadowRoot.querySelector(".stage").offsetHeight;
    });
    await ask(page, (one) => one.update({ heights: "280:640 400:520 600:400 900:130" }));
    for (const [width, one] of [[300, 640], [399, 640], [400, 520], [599.5, 520], [600, 400], [1000, 0]]) {
      await page.run((width) => void (/** @type {HTMLElement} */ (document.getElementById("box")).style.width = `${width}px`), width);
      await settled(page);
      await settled(page);
      const found = [(await look(page, "one")).box.height, (await look(page, "two")).box.height];
      if (one) assert.deepEqual(found, [one, 480], `at ${width}`);
      else assert.ok((found[0] ?? 0) > 130 && (found[0] ?? 0) <= Number(own), `never less than it needs: ${found} of ${own}`);
    }
    await clean(page);
  });
});

test("two hundred charts that come and go leave nothing: no memory, no observer, no listener, no pixel", async () => {
  await visit({ url: metered(chart("one", RIDES), { lang: "en" }) }, async (page) => {
    await ready(page, "one");
    const round = (/** @type {number} */ count) =>
      page.run(async (count) => {
        const [first] = document.querySelectorAll("indicator-chart");
        let pixels = 0;
        for (let at = 0; at < count; at += 1) {
          const next = /** @type {any} */ (first?.cloneNode(true));
          next.id = `n${at}`;
          document.body.prepend(next);
          if (!(await next.rendered)) throw new Error(`chart ${at} is not drawn`);
          next.remove();
          await Promise.resolve();
          for (const canvas of next.shadowRoot.querySelectorAll("canvas")) pixels += canvas.width * canvas.height;
        }
        return pixels;
      }, count);
    assert.equal(await round(20), 0, "no canvas keeps pixels");
    const before = await counted(page);
    assert.equal(await round(200), 0);
    const after = await counted(page);
    assert.deepEqual([after.made - before.made, after.freed - before.freed], [200, 200]);
    assert.deepEqual([after.watches, after.listeners], [before.watches, before.listeners]);
    assert.equal(after.bytes, before.bytes, "the engine has not grown");
    await clean(page);
  });
});

for (const way of ["append", "moveBefore"]) {
  test(`a move inside the document by ${way} keeps picture, pin, span and focus`, async () => {
    const body = `<div id="here">${chart("one", RIDES)}</div><div id="there"></div>`;
    await visit({ url: metered(body, { lang: "en" }), viewport: { width: 700, height: 900 } }, async (page) => {
      await ready(page, "one");
      const able = await page.run((way) => way in Element.prototype, way);
      if (!able) return;
      await page.run(() => /** @type {any} */ (document.getElementById("one")).zoom("2024-05", "2024-10"));
      await settled(page);
      await page.key("Tab");
      for (const key of ["ArrowRight", "ArrowRight", "Enter"]) await page.key(key);
      await settled(page);
      const before = { state: await stateOf(page, "one"), seen: await look(page, "one"), ...(await counted(page)) };
      assert.match(before.state, /^point=.*&from=.*&to=/u);
      await page.run((way) => {
        const [one, there] = ["one", "there"].map((id) => document.getElementById(id));
        if (way === "append") there?.append(/** @type {Node} */ (one));
        else /** @type {any} */ (there).moveBefore(one, null);
      }, way);
      await settled(page);
      const after = { state: await stateOf(page, "one"), seen: await look(page, "one"), ...(await counted(page)) };
      assert.equal(after.state, before.state);
      assert.deepEqual([after.seen.tooltip, after.seen.box, after.seen.fallback], [before.seen.tooltip, before.seen.box, false]);
      assert.deepEqual([after.made, after.freed], [before.made, before.freed], "it is the same chart");
      const focus = await page.run(() => [document.activeElement?.id, document.getElementById("one")?.shadowRoot?.activeElement?.className]);
      assert.equal(focus[0], "one");
      assert.match(focus[1] ?? "", /stage/u);
      await page.key("Escape");
      await page.key("ArrowLeft");
      await settled(page);
      assert.notEqual((await look(page, "one")).tooltip, before.seen.tooltip, "its keys go on");
      await clean(page);
    });
  });
}

test("what is taken out and put back later is as its reader left it", async () => {
  await visit({ url: address(chart("one", RIDES), { lang: "en" }) }, async (page) => {
    await ready(page, "one");
    await page.run(() => /** @type {any} */ (document.getElementById("one")).zoom("2024-05", "2024-10"));
    await settled(page);
    const state = await stateOf(page, "one");
    await page.run(async () => {
      const one = /** @type {any} */ (document.getElementById("one"));
      const place = one.parentNode;
      one.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (one.toSVG() !== undefined) throw new Error("it was given back");
      place.append(one);
      return one.rendered;
    });
    assert.equal(await settles(page, "one"), "true");
    assert.equal(await stateOf(page, "one"), state);
    assert.ok((await ink(page, "one")).inked > 500);
    await until(page, "it is ready again", () => probe.events.filter(({ name }) => name === "ready").length === 2);
    await clean(page);
  });
});
