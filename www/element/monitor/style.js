// The style sheet of the monitor: a newspaper's page of figures, in rows that are read across and columns that are read down.

/** Colours come from `theme.js` as `--ic-…`; those of verdicts are the monitor's own, and none of them speaks alone. */
const COLORS = `
:host { display: block; }
:host([hidden]) { display: none; }
[hidden] { display: none !important; }
.frame { --ic-ground: #fff; --ic-paper: #fff; --ic-ink: #1b1f24; --ic-soft: #59616b; --ic-faint: #d9dce0; --ic-accent: #0b6b82; --behind: #8a5200; --missed: #a8281d; --ic-round: var(--indicator-radius, 3px); --wash: rgba(11, 107, 130, .08); --track: rgba(27, 31, 36, .09); position: relative; color: var(--ic-ink); font-family: var(--indicator-font, inherit); font-size: 16px; line-height: 24px; font-variant-numeric: tabular-nums; text-align: start; overflow-wrap: anywhere; }
.frame.dark { --ic-ground: #15181c; --ic-paper: #22272e; --ic-ink: #e9ebee; --ic-soft: #a9b1bb; --ic-faint: #3a4149; --ic-accent: #58b8cf; --behind: #e3a956; --missed: #f2938a; --wash: rgba(88, 184, 207, .14); --track: rgba(233, 235, 238, .14); }
.frame.contrast, .frame.print { --ic-ink: #000; --ic-soft: #262b31; --ic-faint: #8b929c; --ic-accent: #004a5c; --behind: #5c3600; --missed: #7a130b; }
.frame.contrast-dark { --ic-ground: #000; --ic-paper: #000; --ic-ink: #fff; --ic-soft: #d9dee4; --ic-faint: #7b8490; --ic-accent: #7fdcf0; --behind: #ffcf8a; --missed: #ffb3ac; }
.frame.stands { background: var(--ic-ground); }
.live { padding: var(--indicator-inset, 24px); }
.phone .live { padding: var(--indicator-inset, 16px); }
.unseen { position: absolute !important; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
p, h2, h3, ol, ul, dl, dd { margin: 0; padding: 0; }
ol, ul { list-style: none; }
a { color: inherit; text-decoration-color: var(--ic-accent); text-decoration-thickness: 1px; text-underline-offset: .22em; }
a:hover { color: var(--ic-accent); }
button, select, input, textarea { font: inherit; color: inherit; }
button { cursor: pointer; }
:focus-visible { outline: 2px solid var(--ic-accent); outline-offset: 2px; }
.title:focus, .showing:focus { outline: none; }
.title:focus-visible, .showing:focus-visible { outline: 2px solid var(--ic-accent); outline-offset: 4px; }
.met, .ahead { --verdict: var(--ic-accent); }
.behind { --verdict: var(--behind); }
.missed { --verdict: var(--missed); }
.undetermined, .no-outcome { --verdict: var(--ic-soft); }
.icon { flex: none; width: 1em; height: 1em; fill: none; stroke: var(--verdict); stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.icon.no-outcome { stroke-width: 1.6; stroke-linecap: butt; }
.message { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; margin: 8px 0; padding: 10px 12px; border-inline-start: 3px solid var(--ic-soft); background: var(--ic-paper); font-size: 14px; line-height: 22px; }
.message p { flex: 1 1 16rem; }
.deed, .message button { box-sizing: border-box; min-height: 44px; padding: 6px 14px; border: 1px solid var(--ic-faint); border-radius: var(--ic-round); background: none; font-size: 14px; line-height: 22px; }
.deed:hover, .message button:hover { border-color: var(--ic-soft); }
.deeds { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
`;

const HEAD = `
.heading { font-size: 16px; line-height: 24px; font-weight: 600; color: var(--ic-soft); margin-bottom: 8px; }
.headline { font-size: 30px; line-height: 40px; font-weight: 600; letter-spacing: -.005em; text-wrap: balance; }
.headline .number { color: var(--ic-accent); font-weight: 700; font-size: 44px; padding-inline-end: .1em; }
.tablet .headline { font-size: 25px; line-height: 36px; }
.tablet .headline .number { font-size: 36px; }
.phone .headline { font-size: 21px; line-height: 32px; }
.phone .headline .number { font-size: 30px; }
.scope { margin-top: 4px; color: var(--ic-soft); font-size: 14px; line-height: 22px; }
.parts { display: flex; gap: 2px; height: 8px; margin-top: 20px; }
.part { display: block; min-width: 3px; background: var(--verdict); }
.part.ahead { opacity: .6; }
.part.undetermined { opacity: .5; }
.part.no-outcome { background: var(--track); }
.verdicts { display: grid; grid-template-columns: repeat(6, minmax(0, 1fr)); gap: 8px; margin-top: 12px; }
.tablet .verdicts { grid-template-columns: repeat(3, minmax(0, 1fr)); }
.phone .verdicts { grid-template-columns: repeat(2, minmax(0, 1fr)); }
.choice { display: flex; flex-wrap: wrap; align-items: center; align-content: flex-start; gap: 0 6px; box-sizing: border-box; min-height: 48px; padding: 6px 9px; border: 1px solid var(--ic-faint); border-radius: var(--ic-round); background: none; font-size: 14px; line-height: 22px; text-align: start; }
.choice .number { font-size: 20px; line-height: 28px; font-weight: 600; }
.choice span { flex: 1 0 100%; }
.choice.zero { color: var(--ic-soft); }
.choice.zero .number { font-weight: 400; }
.choice:hover, .tile:hover { border-color: var(--ic-soft); }
.choice[aria-pressed="true"], .tile[aria-pressed="true"] { border-color: var(--ic-accent); background: var(--wash); box-shadow: inset 0 0 0 1px var(--ic-accent); }
.controls { margin-top: 32px; }
.finder { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; }
.label { color: var(--ic-soft); font-size: 13px; line-height: 20px; }
.finder .label { font-size: 16px; color: var(--ic-ink); }
.search { box-sizing: border-box; flex: 1 1 16rem; min-width: 0; min-height: 48px; padding: 8px 14px; border: 1px solid var(--ic-soft); border-radius: var(--ic-round); background: var(--ic-ground); font-size: 17px; }
.search::placeholder { color: var(--ic-soft); opacity: 1; }
.lists { display: grid; grid-template-columns: repeat(7, minmax(0, 1fr)); gap: 12px; margin-top: 16px; }
.tablet .lists { grid-template-columns: repeat(4, minmax(0, 1fr)); }
.phone .lists { display: none; grid-template-columns: repeat(2, minmax(0, 1fr)); }
.phone .lists.open { display: grid; }
.field { min-width: 0; }
.field .label { display: block; margin-bottom: 2px; }
select { box-sizing: border-box; width: 100%; min-height: 44px; padding: 6px 8px; border: 1px solid var(--ic-faint); border-radius: var(--ic-round); background: var(--ic-ground); font-size: 14px; line-height: 22px; text-overflow: ellipsis; }
select.chosen { border-color: var(--ic-accent); background: var(--wash); }
option { background: var(--ic-ground); color: var(--ic-ink); }
.opener { display: none; width: 100%; min-height: 44px; margin-top: 12px; padding: 6px 14px; border: 1px solid var(--ic-faint); border-radius: var(--ic-round); background: none; font-size: 14px; text-align: start; }
.phone .opener { display: block; }
.opener::after { content: "▾"; float: inline-end; float: right; color: var(--ic-soft); }
.opener[aria-expanded="true"]::after { content: "▴"; }
.controls .deeds { margin-top: 16px; }
.switches { display: flex; margin-inline-end: auto; }
.switch { min-height: 44px; padding: 6px 14px; border: 1px solid var(--ic-faint); background: none; font-size: 14px; line-height: 22px; }
.switch:first-child { border-start-start-radius: var(--ic-round); border-end-start-radius: var(--ic-round); }
.switch:last-child { margin-inline-start: -1px; border-start-end-radius: var(--ic-round); border-end-end-radius: var(--ic-round); }
.switch[aria-pressed="true"] { position: relative; border-color: var(--ic-accent); background: var(--wash); }
.tiles { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 12px; margin-top: 32px; }
.tablet .tiles { grid-template-columns: repeat(2, minmax(0, 1fr)); }
.tile { display: flex; flex-direction: column; padding: 12px 14px 14px; border: 1px solid var(--ic-faint); border-radius: var(--ic-round); background: none; text-align: start; }
.phone .tiles { grid-template-columns: minmax(0, 1fr); gap: 8px; }
.phone .tile { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 12px; align-items: baseline; }
.phone .tile .parts, .phone .tile .line:last-of-type { grid-column: 1 / -1; }
.tile .title { display: block; font-size: 18px; line-height: 26px; font-weight: 600; }
.tile .line { display: block; color: var(--ic-soft); font-size: 13px; line-height: 20px; }
.tile .parts { height: 5px; margin-top: auto; }
.tile .line + .parts { transform: translateY(2px); }
.tile .line:last-of-type { margin-bottom: 10px; }
.tile.zero .title { color: var(--ic-soft); font-weight: 400; }
`;

const LIST = `
.force { margin-top: 24px; }
.force:empty { display: none; }
.chips { display: flex; flex-wrap: wrap; gap: 8px; }
.chip { display: inline-flex; flex-wrap: wrap; gap: 0 8px; align-items: center; box-sizing: border-box; min-height: 44px; padding: 6px 14px; border: 1px solid var(--ic-accent); border-radius: 22px; background: var(--wash); font-size: 14px; line-height: 22px; text-align: start; }
.chip .cross { color: var(--ic-soft); font-size: 18px; }
.chip .gives { color: var(--ic-soft); }
.phone .finder .label { flex: 1 1 100%; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 20px; margin-top: 24px; color: var(--ic-soft); font-size: 13px; line-height: 20px; }
.legend:empty { display: none; }
.legend span { display: inline-flex; align-items: center; gap: 8px; }
.legend i { position: relative; display: block; width: 24px; height: 6px; background: var(--ic-accent); --verdict: var(--ic-accent); }
.legend i.time { width: 2px; height: 14px; background: var(--ic-ink); }
.legend i.above { width: 14px; margin-inline-end: 10px; }
.aim.short { display: flex; flex-wrap: wrap; gap: 0 20px; align-items: baseline; }
.showing { margin-top: 32px; color: var(--ic-soft); font-size: 14px; line-height: 22px; scroll-margin-top: 16px; }
.force:not(:empty) + .showing { margin-top: 12px; }
.group { margin-top: 28px; }
.group > h3, .foot > h3, .detail > h3, .side > h3, .none > h3 { font-size: 20px; line-height: 28px; font-weight: 600; }
.group .count { margin-inline-start: 4px; color: var(--ic-soft); font-size: 14px; font-weight: 400; }
.cards { margin-top: 8px; border-top: 2px solid var(--ic-ink); }
.card { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 4fr) minmax(0, 5fr); gap: 4px 32px; padding: 14px 0; border-bottom: 1px solid var(--ic-faint); content-visibility: auto; contain-intrinsic-size: 80px; contain-intrinsic-size: auto 80px; }
.tablet .card { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 8px 24px; }
.tablet .aim { grid-column: 1 / -1; }
.phone .card { display: block; }
.phone .card > * + * { margin-top: 6px; }
.card .name { font-size: 16px; line-height: 24px; }
.card .name a { text-decoration-color: transparent; padding-block: 10px; }
.card .name a:hover, .card .name a:focus-visible { text-decoration-color: currentColor; }
.meta, .change, .against, .small, .goal { color: var(--ic-soft); font-size: 13px; line-height: 20px; }
.value { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 10px; font-size: 21px; line-height: 28px; font-weight: 600; }
.kind { padding: 0 7px; border: 1px solid var(--ic-soft); border-radius: 9px; color: var(--ic-soft); font-size: 12px; line-height: 17px; font-weight: 400; white-space: nowrap; }
.kind.forecast { border-style: dashed; }
.flag { display: block; color: var(--behind); font-size: 13px; line-height: 20px; }
.verdict { display: flex; flex-wrap: wrap; gap: 0 12px; align-items: baseline; }
.mark { display: inline-flex; gap: 6px; align-items: center; font-size: 14px; line-height: 24px; font-weight: 600; color: var(--verdict); }
.mark.no-outcome, .mark.undetermined { font-weight: 400; }
.gauge { position: relative; height: 6px; margin: 8px 0 8px; background: var(--track); }
.gauge.gap { background: repeating-linear-gradient(90deg, var(--track) 0 6px, transparent 6px 12px); }
.fill { position: relative; box-sizing: border-box; height: 100%; background: var(--verdict); }
.undetermined .fill { opacity: .75; }
.above { margin-inline-end: 0; }
.above::after { content: ""; position: absolute; inset-inline-start: 100%; top: -2px; width: 10px; height: 10px; background: var(--verdict); clip-path: polygon(0 10%, 40% 10%, 100% 50%, 40% 90%, 0 90%, 60% 50%); }
.below { opacity: .45; }
.both { height: 100%; }
.range { position: absolute; height: 100%; background: var(--verdict); opacity: .4; }
.tick { position: absolute; top: -4px; bottom: -4px; width: 2px; margin-inline-start: -1px; background: var(--ic-ink); box-shadow: 0 0 0 1px var(--ic-ground); }
.tick.goal { width: 0; border-inline-start: 2px dotted var(--ic-soft); background: none; box-shadow: none; }
details { font-size: 14px; line-height: 22px; }
summary { display: inline-flex; align-items: center; min-height: 32px; padding-block: 3px; color: var(--ic-soft); font-size: 13px; cursor: pointer; }
summary::-webkit-details-marker { display: none; }
summary::before { content: "+"; display: inline-block; width: 1em; font-size: 15px; }
details[open] > summary::before { content: "−"; }
summary:hover { color: var(--ic-ink); }
details p { margin-bottom: 6px; }
.rule { color: var(--ic-soft); }
.more { display: inline-block; font-size: 13px; padding-block: 6px; }
.asks { display: flex; flex-wrap: wrap; gap: 0 16px; align-items: baseline; }
.asks:empty { display: none; }
.why[open] { flex: 1 1 100%; }
.hits { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 2px 16px; color: var(--ic-soft); font-size: 14px; }
.hits a { color: var(--ic-ink); }
.all { display: inline-block; padding-block: 12px; font-size: 14px; line-height: 20px; }
.all::after { content: " →"; }
.none { padding: 40px 0; border-top: 2px solid var(--ic-ink); margin-top: 32px; display: grid; gap: 12px; justify-items: start; }
.foot { margin-top: 56px; padding-top: 16px; border-top: 1px solid var(--ic-faint); color: var(--ic-soft); font-size: 14px; line-height: 24px; }
.foot > h3 { font-size: 16px; color: var(--ic-ink); }
.documents { list-style: decimal; padding-inline-start: 1.6em; }
.documents li { margin-top: 4px; }
.fault { margin-bottom: 24px; padding: 14px 16px; border-inline-start: 3px solid var(--behind); background: var(--wash); display: grid; gap: 8px; font-size: 15px; }
.fault.empty { margin: 0; padding: 0; border: 0; }
.fault p .deed { margin-inline-start: 8px; }
.scroller { margin-top: 16px; overflow-x: auto; background: linear-gradient(90deg, var(--ic-ground) 24px, transparent) left / 40px 100% no-repeat local, linear-gradient(270deg, var(--ic-ground) 24px, transparent) right / 40px 100% no-repeat local, linear-gradient(90deg, rgba(0, 0, 0, .18), transparent) left / 12px 100% no-repeat, linear-gradient(270deg, rgba(0, 0, 0, .18), transparent) right / 12px 100% no-repeat; }
.sheet { min-width: 60rem; }
table { width: 100%; border-collapse: collapse; font-size: 14px; line-height: 22px; }
caption { padding: 4px 0 8px; color: var(--ic-soft); text-align: start; }
th, td { padding: 8px 16px 8px 0; border-bottom: 1px solid var(--ic-faint); text-align: start; vertical-align: top; font-weight: 400; }
thead th { color: var(--ic-soft); white-space: nowrap; border-bottom: 2px solid var(--ic-ink); }
.sheet tbody th { min-width: 10em; }
.sheet th.title { padding-top: 24px; font-size: 16px; font-weight: 600; }
.sheet .figure { min-width: 8em; font-weight: 600; }
.sheet td:last-child { min-width: 16em; color: var(--ic-soft); font-size: 13px; }
.sheet .mark { white-space: nowrap; }
`;

const DETAIL = `
.place { scroll-margin-top: 16px; }
.ways { display: flex; flex-wrap: wrap; gap: 0 24px; border-bottom: 1px solid var(--ic-faint); font-size: 14px; }
.ways a { display: inline-block; padding-block: 10px; }
.back { margin-inline-end: auto; }
.back::before, .previous::before { content: "← "; }
.next::after { content: " →"; }
.titles { margin-top: 24px; }
.overline { color: var(--ic-soft); font-size: 14px; line-height: 22px; }
h2.title { font-size: 32px; line-height: 42px; font-weight: 700; scroll-margin-top: 64px; text-wrap: balance; }
.phone h2.title { font-size: 24px; line-height: 34px; }
.other { color: var(--ic-soft); font-size: 15px; line-height: 22px; }
.hero { margin-top: 20px; }
.hero .value { color: var(--ic-accent); font-size: 44px; line-height: 54px; font-weight: 700; }
.phone .hero .value { font-size: 32px; line-height: 42px; }
.hero .when { font-size: 16px; line-height: 24px; }
.columns { display: grid; grid-template-columns: minmax(0, 4fr) minmax(0, 5fr); gap: 24px 48px; margin-top: 36px; align-items: start; }
.columns.single { grid-template-columns: minmax(0, 640px); }
.columns.single .side { display: none; }
.tablet .columns { grid-template-columns: minmax(0, 1fr); }
.chart { --indicator-inset: initial; min-height: 320px; min-width: 0; }
.chart indicator-chart { display: block; border: 1px solid var(--ic-faint); }
.aimed { padding: 12px 0 16px; border-top: 2px solid var(--ic-ink); margin-top: 8px; }
.aimed + .aimed { border-top: 1px solid var(--ic-faint); }
.aimed .goal { font-size: 16px; line-height: 24px; color: var(--ic-ink); font-weight: 600; }
.facts { font-size: 15px; line-height: 24px; margin-top: 6px; }
.aimed > .label { margin-top: 12px; }
.pace { display: grid; grid-template-columns: repeat(auto-fit, minmax(6.5em, 1fr)); gap: 8px 12px; margin-top: 4px; }
.pace div { border-top: 1px solid var(--ic-faint); padding-top: 4px; }
.pace dt { color: var(--ic-soft); font-size: 13px; line-height: 20px; }
.pace dd { font-size: 15px; font-weight: 600; }
.detail > h3 { margin-top: 48px; }
.detail > .scroller { margin-top: 8px; }
.figures tbody th { min-width: 9em; }
.figures .figure { font-size: 16px; font-weight: 600; min-width: 11em; }
.figures td:nth-child(3) { min-width: 7em; }
.figures td:nth-child(n+4) { color: var(--ic-soft); font-size: 13px; line-height: 20px; min-width: 12em; }
.small { display: block; font-weight: 400; }
.figures .kind { margin-inline-start: 8px; }
tr[aria-current] > * { background: var(--wash); }
tr[aria-current] > :first-child { box-shadow: inset 3px 0 0 var(--ic-accent); padding-inline-start: 12px; }
.phone .figures, .phone .figures tbody, .phone .figures tr, .phone .figures tbody th, .phone .figures td { display: block; }
.phone .figures thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.phone .figures tr { padding: 12px 0; border-bottom: 1px solid var(--ic-faint); }
.phone .figures tbody tr:first-child { border-top: 2px solid var(--ic-ink); }
.phone .figures :is(tbody th, td) { padding: 2px 0; border: 0; }
.phone .figures tr[aria-current] { padding-inline: 12px; background: var(--wash); }
.phone .figures tr[aria-current] > * { background: none; box-shadow: none; padding-inline: 0; }
.phone .figures td[data-label]:not(.figure)::before { content: attr(data-label) " "; color: var(--ic-soft); font-size: 13px; margin-inline-end: 4px; }
.phone .figures .bare { display: none; }
.unlike { margin-top: 8px; border-top: 2px solid var(--ic-ink); }
.unlike li { padding: 12px 0; border-bottom: 1px solid var(--ic-faint); max-width: 72ch; }
.unlike p { font-size: 15px; line-height: 24px; }
.unlike .meta { font-size: 13px; line-height: 20px; }
.note { max-width: 72ch; margin-top: 8px; font-size: 15px; }
.detail .documents { margin-top: 8px; font-size: 14px; }
.detail > .deeds { margin-top: 32px; }
.outcome { flex: 1 1 100%; font-size: 14px; }
.outcome .field { box-sizing: border-box; width: 100%; margin-top: 8px; padding: 8px; border: 1px solid var(--ic-soft); border-radius: var(--ic-round); background: var(--ic-ground); }
`;

const MEDIA = `
@media (pointer: coarse) { summary, .more, .all { min-height: 44px; } .hits a { padding-block: 10px; } }
@media (forced-colors: active) {
  .part, .fill, .tick, .range, .legend i { forced-color-adjust: none; }
  .part, .fill, .legend i, .above::after { background: CanvasText; }
  .legend i.time { background: Highlight; }
  .part.no-outcome { background: none; border: 1px solid CanvasText; }
  .gauge { outline: 1px solid CanvasText; }
  .scroller { background: none; }
  .tick { background: Highlight; }
  .icon { stroke: CanvasText; }
  .choice[aria-pressed="true"], .tile[aria-pressed="true"], .switch[aria-pressed="true"], select.chosen { border: 3px solid Highlight; }
  tr[aria-current] { outline: 2px solid Highlight; }
}
@media print {
  .live { padding: 0; }
  .controls, .tiles, .verdicts, .ways, .deeds, .all, .more, .chip .cross, .chart .more { display: none !important; }
  .frame .aim { grid-column: auto; }
  .frame .card { display: grid; break-inside: avoid; content-visibility: visible; grid-template-columns: minmax(0, 5fr) minmax(0, 4fr) minmax(0, 5fr); padding: 8px 0; }
  .group > h3 { break-after: avoid; }
  summary { display: none !important; }
  .scroller { overflow: visible; background: none; }
  .sheet { min-width: 0; }
  .parts, .gauge, .part, .fill, .tick { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  a { text-decoration: none; }
}
`;

export const STYLE = COLORS + HEAD + LIST + DETAIL + MEDIA;
