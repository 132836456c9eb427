// Turns the query of `embed.html` into one chart or one monitor, and its height into messages to the page around.
// A classic script in the head: language and theme hold before the first paint, in a sandboxed frame too.

(() => {
  const TYPE = "indicator-chart:";
  const query = new URLSearchParams(location.search);
  const root = document.documentElement;

  /** Of the query, and no attribute of what is drawn. */
  const OWN = ["id", "lang", "monitor"];
  /** Attributes of a monitor. */
  const MONITOR = [
    ..."theme heading heading-zh heading-en fixed figures src q domain status verdict source year area sort view".split(" "),
  ];
  /** Attributes that a query may not set: where the engine comes from is no reader's matter, and a version needs its figures. */
  const CLOSED = ["wasm", "data-version"];
  /** Attributes that name a file. */
  const FILES = ["src", "figures"];
  const MOST_SAID = 120;

  /** @type {Record<string, [zh: string, en: string]>} */
  const TEXTS = {
    name: ["数字一览", "All figures"],
    waiting: ["图表载入中……", "The chart is loading…"],
    unknown: ["地址里有不能用的名称，没有用到：{0}。可用的有：{1}。", "The address has what is no name of it, and was left out: {0}. It knows {1}."],
    twice: ["地址里的“{0}”写了不止一次，只用第一个。", "The address has “{0}” more than once; the first one counts."],
    elsewhere: ["“{0}”不在本站，没有用到。{1} 只能是本站的文件。", "“{0}” is not a file of this site and was left out. Put one of this site into {1}."],
    lang: ["“{0}”不是语言代码，没有用到。可用 zh-CN、en。", "“{0}” is no language tag and was left out. Use zh-CN or en."],
    script: ["图表脚本没有载入。请检查网络，再重新载入本页。", "The script of the chart did not load. Check the network, then load this page again."],
  };

  /** @param {string} key @param {string[]} parts */
  const say = (key, ...parts) => {
    const [zh, en] = TEXTS[key] ?? ["", ""];
    const text = /^(zh|$)/i.test(root.lang) ? zh : en;
    return text.replace(/\{(\d)\}/g, (whole, at) => parts[Number(at)] ?? whole);
  };

  const tag = /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i;
  /** The author's wishes; what they leave open, the page around may say. */
  const lang = query.get("lang") ?? "";
  const theme = query.get("theme") ?? "";
  const fixed = { lang: tag.test(lang), theme: theme !== "" && theme !== "auto" };

  /** @param {string} name light, dark, or nothing for the system's */
  const wear = (name) => {
    if (name) root.dataset["theme"] = name;
    else delete root.dataset["theme"];
  };

  if (fixed.lang) root.lang = lang;
  if (fixed.theme) wear(/dark/.test(theme) ? "dark" : "light");

  /** What the address asks for and cannot have: a text's key and its parts. @type {[string, ...string[]][]} */
  const faults = [];
  if (lang && !fixed.lang) faults.push(["lang", lang]);

  /** @param {string} text */
  const cut = (text) => (text.length > MOST_SAID ? `${text.slice(0, MOST_SAID)}…` : text);

  /**
   * Gives an element what the query asks for; a value becomes an attribute and never anything else.
   * @param {HTMLElement} element
   * @param {string[]} known
   */
  function dress(element, known) {
    /** @type {string[]} */
    const unknown = [];
    for (const name of new Set(query.keys())) {
      const [value = "", ...more] = query.getAll(name);
      if (more.length > 0) faults.push(["twice", name]);
      if (name === "id" && value.trim()) element.id = value;
      if (OWN.includes(name) || (name === "theme" && value === "auto")) continue;
      if (!known.includes(name)) unknown.push(cut(name));
      else if (FILES.includes(name) && !local(value)) faults.push(["elsewhere", value, name]);
      else element.setAttribute(name, value);
    }
    if (unknown.length > 0) faults.push(["unknown", unknown.join(", "), known.join(", ")]);
  }

  /** @param {string} address */
  function local(address) {
    try {
      const { origin, protocol } = new URL(address, location.href);
      return /^https?:$/.test(protocol) && origin === new URL(location.href).origin;
    } catch {
      return false;
    }
  }

  /** Names what was left out, in the language that is shown now. @param {HTMLElement} box */
  function complain(box) {
    const lines = faults.map(([key, ...parts]) => {
      const line = document.createElement("p");
      line.textContent = say(key, ...parts.map((part, at) => (at === 0 ? cut(part) : part)));
      return line;
    });
    box.replaceChildren(...lines);
    box.hidden = lines.length === 0;
  }

  /** The most that the page around is asked for; it would not give more. */
  const MOST = 20000;
  /** After this long, what there is by then counts. */
  const PATIENCE_MS = 12_000;

  let height = 0;
  let frame = 0;
  /** Whether the page around has spoken: what was said before its script ran was said to nobody. */
  let answered = false;
  /** When it is said again, ms. */
  const AGAIN = [300, 1000, 2000, 4000, 8000];

  /** Whether there is something to be as tall as: until then the height that the page gave holds. */
  let settled = false;

  /** @param {number} height @param {boolean} first whether this document speaks for the first time */
  function post(height, first) {
    const id = query.get("id") || TYPE.slice(0, -1);
    const told = { type: `${TYPE}height`, id, height, first };
    // Both forms at once: pages that know Datawrapper's frames need nothing new.
    parent.postMessage(height > 0 ? { ...told, "datawrapper-height": { [id]: height } } : told, "*");
  }

  /** Tells the page around how tall this is; once a frame at most, and only what is news. @param {Element} place */
  function measure(place) {
    if (parent === window || frame || !settled) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      // Of what is inside, whatever the height of the frame.
      const next = Math.ceil(place.getBoundingClientRect().height);
      // As high as that already: there is nothing to scroll to. In a lower frame there is.
      root.toggleAttribute("data-fits", innerHeight >= next);
      const asked = Math.min(next, MOST);
      if (asked === height || !(asked > 0)) return;
      height = asked;
      post(asked, false);
    });
  }

  /** @param {HTMLElement} place @param {HTMLElement} box */
  function listen(place, box) {
    addEventListener("message", ({ data, source }) => {
      if (parent === window || source !== parent || data?.type !== `${TYPE}host`) return;
      answered = true;
      if (!fixed.theme) wear(/^(light|dark)$/.test(data.theme) ? data.theme : "");
      if (!fixed.lang && tag.test(data.lang)) root.lang = data.lang;
      complain(box);
      entitle(place);
    });
    for (const name of ["load", "resize"]) addEventListener(name, () => measure(place));
    document.fonts?.addEventListener("loadingdone", () => measure(place));
    new ResizeObserver(() => measure(place)).observe(place);
  }

  /** Names this document after what it shows. @param {HTMLElement} place */
  async function entitle(place) {
    const chart = /** @type {any} */ (place.firstElementChild);
    if (chart?.localName === "indicator-monitor") {
      document.title = chart.getAttribute("heading") || say("name");
      return;
    }
    // Another language of this page reaches the chart after this.
    await new Promise((done) => setTimeout(done));
    await chart?.rendered;
    const caption = chart?.describe?.()?.table.caption;
    if (caption) document.title = caption;
  }

  addEventListener("DOMContentLoaded", () => {
    const place = /** @type {HTMLElement} */ (document.getElementById("place"));
    const box = document.createElement("div");
    box.className = "faults";
    box.setAttribute("role", "status");
    box.hidden = true;
    const monitor = query.has("monitor") && !/^(0|false|no)$/.test(query.get("monitor") ?? "");
    const shown = document.createElement(monitor ? "indicator-monitor" : "indicator-chart");
    // The class of the element names its attributes; the module runs before this.
    const made = /** @type {{observedAttributes?: string[]} | undefined} */ (customElements.get(shown.localName));
    const known = monitor ? MONITOR : (made?.observedAttributes ?? []).filter((name) => !CLOSED.includes(name));
    if (made) dress(shown, known.filter((name) => !OWN.includes(name)));
    else faults.push(["script"]);
    const waiting = document.createElement("p");
    waiting.className = "waiting";
    waiting.textContent = made ? say("waiting") : "";
    waiting.hidden = !made;
    shown.append(waiting);
    place.replaceChildren(shown, box);
    complain(box);
    for (const line of box.children) console.warn(`indicator-chart: ${line.textContent}`);
    listen(place, box);
    place.addEventListener("indicator-ready", () => entitle(place));
    entitle(place);
    // Its page is asked for theme and language before anything is drawn, and for a height once it is.
    if (parent !== window) {
      post(0, true);
      for (const ms of AGAIN) setTimeout(() => answered || post(height, true), ms);
    }
    const settle = () => {
      settled = true;
      measure(place);
    };
    for (const name of ["indicator-ready", "indicator-error", "indicator-monitor-ready"]) place.addEventListener(name, settle);
    if (made) setTimeout(settle, PATIENCE_MS);
    else settle();
  });
})();
