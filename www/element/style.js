// Turns the element's style sheet into rules of its shadow root, without inline style that a strict policy refuses.

/**
 * The canvases stand outside the flow, so a place that is as wide as what it holds would shrink to the table's button.
 * `.frame::before` gives it a width to hold: blanks that make 640 px on one line, and can break where there is less.
 * Beyond 4000 px the engine draws no wider.
 */
const TEXT = `
:host { display: block; }
:host([hidden]) { display: none; }
.frame::before { content: "0 0 0 0 0"; display: block; height: 0; overflow: hidden; visibility: hidden; white-space: normal; letter-spacing: 0; word-spacing: 160px; text-indent: 0; font: 1px/0 sans-serif; }
[hidden] { display: none !important; }
.frame { position: relative; max-inline-size: 4000px; margin-inline: auto; font-family: var(--indicator-font, inherit); --ic-ground: #fff; --ic-paper: #fff; --ic-ink: #1b1f24; --ic-soft: #59616b; --ic-faint: #d9dce0; --ic-accent: #0b6b82; --ic-round: var(--indicator-radius, 3px); border-radius: var(--indicator-radius, 0); }
.bare:not(.live) { min-height: var(--ic-room); }
.frame.live { background: var(--ic-ground); }
.frame.dark { --ic-ground: #15181c; --ic-paper: #22272e; --ic-ink: #e9ebee; --ic-soft: #a9b1bb; --ic-faint: #434a53; --ic-accent: #58b8cf; }
.frame.contrast, .frame.print { --ic-ink: #000; --ic-soft: #262b31; --ic-faint: #8b929c; --ic-accent: #004a5c; }
.frame.contrast-dark { --ic-ground: #000; --ic-paper: #000; --ic-ink: #fff; --ic-soft: #d9dee4; --ic-faint: #7b8490; --ic-accent: #7fdcf0; }
.stage, canvas { border-radius: var(--indicator-radius, 0) var(--indicator-radius, 0) 0 0; }
.stage { position: relative; outline-offset: 2px; touch-action: pan-y pinch-zoom; -webkit-user-select: none; user-select: none; -webkit-touch-callout: none; -webkit-tap-highlight-color: transparent; }
.stage:focus { outline: 2px solid var(--ic-accent); }
.stage:focus:not(:focus-visible) { outline: none; }
canvas { display: block; position: absolute; left: 0; top: 0; }
.overlay { pointer-events: none; }
.dimmed .base { opacity: .3; }
.paper { display: none; }
.unseen { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.tip { position: absolute; left: 0; top: 0; z-index: 1000; box-sizing: border-box; width: max-content; max-width: min(20rem, calc(100vw - 32px)); padding: 10px 12px; border: 1px solid var(--ic-faint); border-radius: var(--ic-round); background: var(--ic-paper); color: var(--ic-ink); box-shadow: 0 4px 16px rgba(0, 0, 0, .16); font-size: 13px; line-height: 20px; text-align: start; pointer-events: none; overflow-wrap: anywhere; }
.tip.settled { pointer-events: auto; }
.tip p { margin: 0; }
.tip .heading { color: var(--ic-soft); }
.tip .value { margin: 2px 0 4px; font-size: 18px; line-height: 24px; font-weight: 600; }
.tip dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 2px 12px; margin: 0; }
.tip dt { color: var(--ic-soft); }
.tip dd { margin: 0; }
.tip .beside:empty { display: none; }
.tip .beside { margin-bottom: 6px; padding-bottom: 6px; border-bottom: 1px solid var(--ic-faint); }
.tip.docked { position: relative; left: auto; top: auto; width: auto; max-width: none; margin: 4px var(--indicator-inset, 16px) 12px; box-shadow: none; }
.tip[role] .heading { padding-inline-end: 28px; }
.tip[role]:not(.docked) { max-height: calc(100vh - 16px); overflow-y: auto; }
.tip .deeds { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; margin-top: 8px; }
.tip button, .deed { box-sizing: border-box; min-height: 32px; padding: 4px 10px; border: 1px solid var(--ic-faint); border-radius: var(--ic-round); background: none; color: var(--ic-ink); font: inherit; cursor: pointer; }
.tip .close { position: absolute; top: 4px; inset-inline-end: 4px; }
.tip .close, .panel .close, .status .close { min-width: 32px; margin-inline-start: auto; padding: 0; border: 0; background: none; color: var(--ic-soft); font-size: 18px; line-height: 32px; cursor: pointer; }
.bar { display: flex; flex-wrap: wrap; gap: 8px; padding: 0 var(--indicator-inset, 24px) 8px; font-size: 13px; line-height: 20px; }
.bar .toggle { padding: 3px 12px; border: 1px solid var(--ic-faint); min-width: 32px; }
.bar .toggle:hover { border-color: var(--ic-soft); }
.phone .bar { padding-inline: var(--indicator-inset, 16px); }
.panel { position: relative; margin: 0 var(--indicator-inset, 24px) 12px; padding: 8px 44px 8px 12px; border: 1px solid var(--ic-faint); border-radius: var(--ic-round); background: var(--ic-paper); color: var(--ic-ink); font-size: 13px; line-height: 20px; }
.phone .panel { margin-inline: var(--indicator-inset, 16px); }
.panel .close { position: absolute; top: 4px; inset-inline-end: 4px; min-height: 32px; }
.panel ul { display: flex; flex-wrap: wrap; gap: 8px; margin: 0; padding: 0; list-style: none; }
.panel .field { box-sizing: border-box; width: 100%; padding: 8px; border: 1px solid var(--ic-soft); border-radius: var(--ic-round); background: var(--ic-ground); color: inherit; font: inherit; resize: vertical; }
.phone .revised .long, .frame:not(.phone) .revised .short { display: none; }
.panel .changes { display: grid; gap: 12px; margin: 8px 0 12px; }
.phone .changes .keys { display: block; }
.changes p, .panel .now { margin: 0; }
.changes .heading, .changes .value { font-weight: 600; }
.changes .source, .changes dt { color: var(--ic-soft); }
.keys { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 16px; margin: 0; }
.keys dd { margin: 0; }
.panel .about { margin: 8px 0 0; color: var(--ic-soft); }
kbd { padding: 0 5px; border: 1px solid var(--ic-faint); border-radius: 3px; font: inherit; }
.finder { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; margin-bottom: 8px; }
.finder p { margin: 0; color: var(--ic-soft); }
input.search { box-sizing: border-box; width: 14em; max-width: 100%; min-width: 0; min-height: 32px; margin-inline-start: -8px; padding: 2px 8px; border: 1px solid var(--ic-soft); border-radius: var(--ic-round); background: var(--ic-ground); color: inherit; font: inherit; }
.sort { min-height: 24px; margin: -4px 0; padding: 4px 0; border: 0; background: none; color: inherit; font: inherit; cursor: pointer; text-align: start; }
.sort::after { content: "↕"; margin-inline-start: 4px; opacity: .55; }
[aria-sort="ascending"] .sort::after { content: "↑"; opacity: 1; }
[aria-sort="descending"] .sort::after { content: "↓"; opacity: 1; }
:is(.tip, .deed, .bar, .panel, .status, .finder, .sort) :is(button, input, textarea):focus-visible, .deed:focus-visible, .sort:focus-visible { outline: 2px solid var(--ic-accent); outline-offset: 1px; }
.tip button:hover, .deed:hover { border-color: var(--ic-soft); }
.status.empty { margin: 0; padding: 0; border: 0; }
.status { margin-inline: var(--indicator-inset, 24px); }
.status .close { margin: -6px -8px -6px auto; }
:host(:fullscreen) { overflow: auto; background: var(--ic-ground); }
:host(:fullscreen) .frame { min-height: 100%; padding: 3vh 4vw; box-sizing: border-box; }
@media (pointer: coarse) { .toggle, .deed, .tip button, .sort { min-height: 44px; } }
.data { padding: 0 var(--indicator-inset, 24px) 8px; font-size: 13px; line-height: 20px; }
.phone .data { padding-inline: var(--indicator-inset, 16px); }
.toggle { display: block; border-radius: var(--ic-round); box-sizing: border-box; min-height: 32px; margin: 0; padding: 4px 0; border: 0; background: none; color: var(--ic-soft); font: inherit; line-height: 24px; cursor: pointer; }
.more::before { content: ""; display: inline-block; width: 0; height: 0; margin-inline-end: 8px; border-style: solid; border-width: 4px 0 4px 6px; border-color: transparent transparent transparent currentColor; }
.more[aria-expanded="true"]::before { border-width: 6px 4px 0; border-color: currentColor transparent transparent; }
.toggle:hover { color: var(--ic-ink); }
.toggle:focus { outline: 2px solid var(--ic-accent); outline-offset: 2px; }
.toggle:focus:not(:focus-visible) { outline: none; }
.sheet:not(.unseen) { overflow-x: auto; background: linear-gradient(90deg, var(--ic-ground) 24px, transparent) left / 40px 100% no-repeat local, linear-gradient(270deg, var(--ic-ground) 24px, transparent) right / 40px 100% no-repeat local, linear-gradient(90deg, rgba(0, 0, 0, .18), transparent) left / 12px 100% no-repeat, linear-gradient(270deg, rgba(0, 0, 0, .18), transparent) right / 12px 100% no-repeat; }
.phone tbody th, .phone thead th:first-child { position: sticky; inset-inline-start: 0; background: var(--ic-ground); }
.phone table { min-width: 36rem; }
table { width: 100%; border-collapse: collapse; color: var(--ic-ink); font-variant-numeric: tabular-nums; }
caption { padding: 4px 0 8px; color: var(--ic-soft); text-align: start; }
th, td { padding: 6px 12px 6px 0; border-bottom: 1px solid var(--ic-faint); text-align: start; vertical-align: top; font-weight: 400; }
thead th { color: var(--ic-soft); white-space: nowrap; }
tbody th { min-width: 7em; }
td { min-width: 6em; }
td:nth-last-child(3) { min-width: 3em; }
td:last-child { min-width: 12em; }
.alone .stage, .alone #hint { display: none; }
.alone .sheet:focus { outline: 2px solid var(--ic-accent); outline-offset: 2px; }
.alone .sheet:focus:not(:focus-visible) { outline: none; }
.alone .data { padding-block: 18px 20px; }
.title p, .notes p { margin: 0; }
.title .heading { color: var(--ic-ink); font-size: 18px; line-height: 24px; font-weight: 600; text-wrap: balance; }
.title .about { margin: 4px 0 12px; color: var(--ic-soft); font-size: 14px; }
.no-heading .title .heading, .no-bar .bar { display: none; }
.notes p { margin-top: 6px; color: var(--ic-soft); font-size: 12px; line-height: 18px; }
.message { display: flex; border-radius: var(--indicator-radius, 0); flex-wrap: wrap; align-items: center; gap: 8px 16px; margin: 8px 0 0; padding: 10px 12px; border-inline-start: 3px solid var(--ic-soft); background: var(--ic-paper); color: var(--ic-ink); font-size: 14px; line-height: 22px; overflow-wrap: anywhere; }
.message p { flex: 1 1 16rem; margin: 0; }
.message button { min-height: 32px; padding: 4px 16px; border: 1px solid var(--ic-soft); border-radius: var(--ic-round); background: none; color: inherit; font: inherit; cursor: pointer; }
@media (forced-colors: active) {
  .more::before { forced-color-adjust: none; }
  .stage:focus, .toggle:focus { outline-color: Highlight; }
  .tip, .message { border: 1px solid; }
  .sheet:not(.unseen) { background: none; }
}
@media print {
  .stage { height: auto !important; break-inside: avoid; }
  .base { position: static; max-width: 100%; height: auto !important; }
  .overlay, .tip, .bar, .panel, .status, .finder, .sheet.unseen, .drawn .stage { display: none !important; }
  .drawn .paper { display: block; break-inside: avoid; }
  .drawn slot { display: none; }
  .paper svg { display: block; max-width: 100%; height: auto; }
  .sort::after { content: none; }
  .sheet:not(.unseen) { overflow: visible; }
}
`;

/** One sheet a text and document, shared by all that wear it. @type {WeakMap<Document, Map<string, CSSStyleSheet>>} */
const sheets = new WeakMap();

/**
 * Dresses a shadow root; again after a move into another document, whose sheets are its own.
 * @param {ShadowRoot} root
 * @param {string} [text] of an element that is no chart
 */
export function dress(root, text = TEXT) {
  const home = root.ownerDocument;
  const mine = sheets.get(home) ?? new Map();
  const sheet = mine.get(text) ?? constructed(home, text);
  if (sheet) {
    sheets.set(home, mine.set(text, sheet));
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [sheet];
  } else if (!root.querySelector("style")) {
    const style = document.createElement("style");
    // Without adopted sheets, a policy lets a style in that carries the nonce of the page's scripts.
    const trusted = home.querySelector("script[nonce]");
    if (trusted instanceof HTMLElement && trusted.nonce) style.nonce = trusted.nonce;
    style.textContent = text;
    root.prepend(style);
  }
}

/** @param {Document} home @param {string} text */
function constructed(home, text) {
  const Sheet = home.defaultView?.CSSStyleSheet;
  if (!Sheet || !("adoptedStyleSheets" in home)) return undefined;
  try {
    const sheet = new Sheet();
    sheet.replaceSync(text);
    return sheet;
  } catch {
    return undefined;
  }
}
