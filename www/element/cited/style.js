// The looks of the card beside a figure: the system's colours in the page's own light, or what a newsroom dresses charts in.

export const STYLE = `
:host { display: inline; }
:host([hidden]) { display: none; }
.gap { padding: 0 4px; border-bottom: 2px dotted currentColor; font-size: .85em; }
.gap:empty { display: none; }
.card { position: fixed; z-index: 1000; left: 0; top: 0; box-sizing: border-box; width: max-content; max-height: calc(100vh - 16px); overflow-y: auto; padding: 12px 14px; border: 1px solid rgba(128, 128, 128, .45); border-radius: var(--indicator-radius, 3px); background: var(--indicator-paper, Canvas); color: var(--indicator-ink, CanvasText); box-shadow: 0 6px 24px rgba(0, 0, 0, .18); font: 400 13px/20px var(--indicator-font, system-ui, sans-serif); letter-spacing: 0; text-align: start; text-indent: 0; white-space: normal; word-break: normal; overflow-wrap: anywhere; cursor: auto; }
p, dl, dd, ul { margin: 0; }
ul { padding: 0; list-style: none; }
li { margin-top: 8px; padding-inline-start: 10px; border-inline-start: 2px solid rgba(128, 128, 128, .45); }
.from { font-weight: 600; }
.heading, .basis, dt { opacity: .72; }
.value { margin: 2px 0 6px; font-size: 19px; line-height: 26px; font-weight: 600; }
.status { padding: 0 6px; border: 1px solid currentColor; border-radius: 3px; font-size: 12px; font-weight: 400; opacity: .8; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 2px 12px; }
q { quotes: "“" "”"; }
.deeds { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; margin-top: 10px; }
button { min-height: 32px; padding: 4px 12px; border: 1px solid; border-color: rgba(128, 128, 128, .7); border-radius: var(--indicator-radius, 3px); background: none; color: inherit; font: inherit; cursor: pointer; }
button:hover { border-color: currentColor; }
a { color: inherit; text-underline-offset: .2em; padding: 6px 0; }
:is(button, a, textarea):focus-visible { outline: 2px solid; outline-offset: 2px; }
.said:empty { display: none; }
.said { margin-top: 6px; }
.field { box-sizing: border-box; width: 100%; margin-top: 6px; padding: 6px; border: 1px solid; background: none; color: inherit; font: inherit; }
@media (pointer: coarse) { button, a { min-height: 44px; line-height: 32px; } }
@media (forced-colors: active) { .heading, .basis, dt, .status { opacity: 1; } .card, button { border-color: CanvasText; } }
@media print { .card { display: none; } }
`;
