//! Targets of any unit as shares done: a track to 100 %, the share of it that is printed as done, the time gone as a tick.

use super::caption::{self, request};
use super::open::{self, Ink, Place};
use super::way::Way;
use super::{Brief, Nearest, Plan, Stage, judged};
use crate::error::Error;
use crate::format::{Style, percent};
use crate::geom::{Point, Rect, within};
use crate::layout::{Layout, Request, SMALL, VALUE, axis, label::Label, mark};
use crate::order::sort;
use crate::query::interval::{Derived, Word};
use crate::query::verdict::PERCENT_DECIMALS;
use crate::query::{Answer, Datum, Figure, Qualifier};
use crate::scale::{Linear, Ticks, ticks};
use crate::scene::{Align, Dash, DatumId, Layer, Stroke};
use crate::text::wrap;
use crate::words::say;

/// Height of a track, and of the bar on it, px.
const TRACK: f64 = 22.0;
const BAR: f64 = 14.0;
/// Under a name, over what is said under a track, and between rows, px.
const AIR: f64 = 6.0;
const GAP: f64 = 20.0;
/// Room for the axis under the last row, px.
const AXIS: f64 = 22.0;
/// The farthest share that is drawn to scale, per cent.
const FAR: f64 = 250.0;

struct Row<'a> {
    answer: &'a Answer,
    target: &'a Datum,
    /// The share done, per cent; none where none can be told.
    share: Option<Figure>,
    name: Vec<String>,
    verdict: String,
    /// Whether the verdict stands at the end of the name's line.
    beside: bool,
    told: Vec<String>,
}

struct Progress<'a> {
    brief: &'a Brief<'a>,
    rows: Vec<Row<'a>>,
    domain: [f64; 2],
    ticks: Ticks,
}

pub(super) fn plan<'a>(brief: &'a Brief<'a>) -> Result<Box<dyn Plan + 'a>, Error> {
    let frame = brief.frame;
    if !frame.data.iter().any(|datum| datum.asked) {
        return Err(Error::NoData { given: brief.spec.given.clone() });
    }
    let mut answers: Vec<&Answer> = Vec::new();
    for answer in &frame.answers {
        if frame.data[answer.target].figure.is_some() {
            answers.push(answer);
        }
    }
    // What has been answered is what there is to see.
    let place = |answer: &Answer| (answer.outcome.is_none(), frame.data[answer.target].series);
    sort(&mut answers, &|a, b| place(a).cmp(&place(b)));
    let (mut rows, mut far) = (Vec::with_capacity(answers.len()), 100.0_f64);
    for answer in &answers {
        let row = row(brief, answer, &answers);
        if let Some(share) = row.share {
            // Room for the sign of an open end, where that would lie beyond the target.
            let open = if share.qualifier.open_above() { 1.08 } else { 1.0 };
            far = far.max(share.top().min(FAR) * open);
        }
        rows.push(row);
    }
    if rows.is_empty() {
        return Err(brief.refused(say::NO_TARGET, "kind=\"bar\""));
    }
    let ticks = ticks(0.0, far, 5);
    Ok(Box::new(Progress { brief, rows, domain: [0.0, far], ticks }))
}

fn row<'a>(brief: &Brief<'a>, answer: &'a Answer, all: &[&Answer]) -> Row<'a> {
    let (lang, room, measure) = (brief.spec.lang, brief.room(), brief.measure);
    let target = &brief.frame.data[answer.target];
    // That nothing is printed stands on the track.
    let judged = answer.outcome.map(|_| judged::name(answer.judgement.verdict).get(lang).to_owned());
    let verdict = judged.unwrap_or_default();
    let name = named(brief, answer, all, caption::short_name(brief, brief.series_of(target)));
    let lone = measure.width(&name, VALUE.font) + 20.0 + measure.width(&verdict, VALUE.font) <= room;
    let share = answer.judgement.share.map(|share| share.rounded(PERCENT_DECIMALS));
    let mut told = held(brief, answer);
    if let Some(elapsed) = gone(answer) {
        told.push(say::TIME_GONE.fill(lang, &[&percent(elapsed / 100.0, PERCENT_DECIMALS)]));
    }
    Row {
        answer,
        target,
        share: share.and_then(figure_of),
        name: wrap(&name, room, VALUE.font, measure),
        verdict,
        beside: lone,
        told: wrap(&say::LIST_GAP.join(lang, &told), room, SMALL.font, measure),
    }
}

/// What a target is called: the name of its series, with its time where that has several.
pub(super) fn named(brief: &Brief<'_>, answer: &Answer, all: &[&Answer], name: String) -> String {
    let (lang, target) = (brief.spec.lang, &brief.frame.data[answer.target]);
    let again = |other: &&&Answer| brief.frame.data[other.target].series == target.series;
    if all.iter().filter(again).count() < 2 {
        return name;
    }
    say::OF.fill(lang, &[&name, &caption::when(brief.frame, target, lang, Style::Long)])
}

/// What is held against what: the outcome, if there is one, and the target, each with its time.
pub(super) fn held(brief: &Brief<'_>, answer: &Answer) -> Vec<String> {
    let (lang, data) = (brief.spec.lang, &brief.frame.data);
    let said = |id: DatumId| {
        let when = caption::when(brief.frame, &data[id], lang, Style::Long);
        say::VALUE_PERIOD.fill(lang, &[&caption::amount(brief, &data[id]), &when])
    };
    let mut told = Vec::new();
    told.extend(answer.outcome.map(said));
    told.push(say::TARGET.fill(lang, &[&said(answer.target)]));
    told
}

/// The share of the target's days gone, while some are left.
pub(super) fn gone(answer: &Answer) -> Option<f64> {
    answer.judgement.elapsed.filter(|elapsed| *elapsed < 100.0)
}

/// A share as a figure whose word can be drawn.
pub(super) fn figure_of(share: Derived) -> Option<Figure> {
    let qualifier = match share.word {
        Word::Exact => Qualifier::Exact,
        Word::Over => Qualifier::Over,
        Word::AtLeast => Qualifier::AtLeast,
        Word::Nearly => Qualifier::Nearly,
        Word::About => Qualifier::About,
        Word::AtMost | Word::Under => Qualifier::AtMost,
        Word::Range => Qualifier::Range,
    };
    share.value.is_finite().then_some(Figure { value: share.value, high: share.high, qualifier })
}

impl Progress<'_> {
    fn x(&self, plot: Rect) -> Linear {
        Linear { domain: self.domain, range: [plot.x, plot.right()] }
    }

    /// From a row's first line to its track, and the whole row, px.
    fn extent(&self, row: &Row<'_>) -> (f64, f64) {
        let lines = |count: usize| f64::from(u32::try_from(count).unwrap_or(1));
        let head = (lines(row.name.len()) + if row.beside { 0.0 } else { 1.0 }) * VALUE.leading + AIR;
        (head, head + TRACK + AIR + lines(row.told.len()) * SMALL.leading)
    }

    /// Whoever was asked for and has no target, so that nothing is passed over in silence.
    fn left_out(&self) -> String {
        let (frame, lang) = (self.brief.frame, self.brief.spec.lang);
        let mut names: Vec<&str> = Vec::new();
        for (at, series) in frame.series.iter().enumerate() {
            let asked = frame.of(at).next().is_some();
            let row = |row: &Row<'_>| {
                row.target.series == at || row.answer.outcome.is_some_and(|id| frame.data[id].series == at)
            };
            if asked && !self.rows.iter().any(row) && !names.contains(&series.name.get(lang)) {
                names.push(series.name.get(lang));
            }
        }
        if names.is_empty() {
            String::new()
        } else {
            say::WITHOUT_TARGET.fill(lang, &[&say::AND.join(lang, &names)])
        }
    }

    fn height(&self) -> f64 {
        self.rows.iter().map(|row| self.extent(row).1 + GAP).sum::<f64>() - GAP + AXIS
    }

    /// Name and verdict above the track, and what is held against what under it.
    fn texts(&self, row: &Row<'_>, plot: Rect, top: f64, stage: &mut Stage) {
        let (theme, measure) = (self.brief.theme, self.brief.measure);
        let datum = Some(row.answer.target);
        let (mut layer, mut y) = (Layer::new("names"), top - self.extent(row).0);
        let verdict = judged::color(self.brief, row.answer.judgement.verdict);
        for line in &row.name {
            let at = Point::new(plot.x, VALUE.baseline(y));
            layer.text(datum, mark(at, line.clone(), VALUE.font, theme.ink, Align::Left, measure));
            y += VALUE.leading;
        }
        let (x, y, align) = match row.beside {
            true => (plot.right(), y - VALUE.leading, Align::Right),
            false => (plot.x, y, Align::Left),
        };
        let at = Point::new(x, VALUE.baseline(y));
        if !row.verdict.is_empty() {
            layer.text(datum, mark(at, row.verdict.clone(), VALUE.font, verdict, align, measure));
        }
        let mut y = top + TRACK + AIR;
        for line in &row.told {
            let at = Point::new(plot.x, SMALL.baseline(y));
            layer.text(datum, mark(at, line.clone(), SMALL.font, theme.muted, Align::Left, measure));
            y += SMALL.leading;
        }
        stage.texts(layer);
    }

    fn marks(&self, row: &Row<'_>, x: &Linear, top: f64, stage: &mut Stage) {
        let theme = self.brief.theme;
        let (zero, goal) = (x.map(0.0), x.map(100.0));
        let mut track = Layer::new("target");
        let rect = Rect::between(zero, top, goal, top + TRACK);
        let datum = Some(row.answer.target);
        track.fill(datum, rect, theme.track);
        stage.layer(track);
        let mut bar = Layer::new("outcome");
        let across = (top + (TRACK - BAR) / 2.0, top + (TRACK + BAR) / 2.0);
        if let (Some(outcome), Some(share)) = (row.answer.outcome, row.share) {
            let end = x.map(within(share.value, 0.0, FAR));
            let high = x.map(within(share.top(), 0.0, FAR));
            let ink =
                Ink { fill: theme.accent, line: theme.accent_text, faint: theme.context, paper: theme.track };
            open::bar(
                &mut bar,
                Some(outcome),
                share,
                &Place { way: Way::Right, zero, end, high, across },
                &ink,
            );
        }
        stage.layer(bar);
        let mut ticks = Layer::new("ticks");
        if let Some(elapsed) = gone(row.answer) {
            let stroke = Stroke::new(theme.time, 2.0).dashed(Dash::Dotted);
            ticks.upright(datum, x.map(elapsed), (top - 4.0, top + TRACK + 4.0), stroke);
        }
        let firm = if row.answer.outcome.is_some() { Dash::Solid } else { Dash::Dashed };
        ticks.upright(datum, goal, (top - 3.0, top + TRACK + 3.0), Stroke::new(theme.ink, 2.0).dashed(firm));
        stage.layer(ticks);
        stage.take(goal - 2.0, top - 3.0, 4.0, TRACK + 6.0);
    }

    /// The share done: in its bar where that is long enough, else behind it; or that nothing is printed.
    fn label(&self, row: &Row<'_>, x: &Linear, top: f64) -> Label {
        let (theme, lang) = (self.brief.theme, self.brief.spec.lang);
        let baseline = (top + TRACK / 2.0 + 0.36 * SMALL.font.size).round();
        let share =
            row.answer.judgement.share.filter(|_| row.share.is_some() && row.answer.outcome.is_some());
        let Some((share, figure)) = share.zip(row.share) else {
            let percent = self.brief.series_of(row.target).unit.is_percent();
            let say = match row.answer.outcome {
                None => say::NO_OUTCOME,
                Some(_) if percent => say::RATE_NO_SHARE,
                Some(_) => say::NO_SHARE,
            };
            let mut label = Label::new(row.answer.target, say.get(lang).to_owned(), SMALL, theme.muted);
            label.or(x.map(0.0) + 8.0, baseline, Align::Left);
            return label;
        };
        let text =
            judged::told(share.rounded(PERCENT_DECIMALS), lang, |v| percent(v / 100.0, PERCENT_DECIMALS));
        let text = say::DONE.fill(lang, &[&text]);
        let end = x.map(within(figure.value, 0.0, FAR));
        let wide = self.brief.measure.width(&text, SMALL.font);
        let inside = wide + 16.0 <= end - x.map(0.0);
        let color = if inside { theme.on_accent } else { theme.ink };
        let mut label = Label::free(text, SMALL, color);
        if inside {
            label.or(x.map(0.0) + 8.0, baseline, Align::Left);
        }
        label.or(end + open::reach(figure) + 6.0, baseline, Align::Left);
        label
    }

    fn axis(&self, plot: Rect, x: &Linear, tops: &[f64], stage: &mut Stage) {
        let theme = self.brief.theme;
        let (mut grid, mut ticks) = (Layer::new("grid"), Vec::new());
        let foot = plot.bottom() - AXIS;
        for value in &self.ticks.values {
            let px = x.map(*value);
            let stroke = Stroke::new(if *value == 0.0 { theme.ink } else { theme.grid }, 1.0);
            for top in tops {
                grid.upright(None, px, (top - 3.0, top + TRACK + 3.0), stroke);
            }
            grid.upright(None, px, (foot, foot + 4.0), Stroke::new(theme.limit, 1.0));
            ticks.push((px, percent(*value / 100.0, 0)));
        }
        stage.layer(grid);
        let span = (plot.x - 4.0, plot.right() + 4.0);
        stage.texts(axis::along(&ticks, foot + 17.0, span, (SMALL, theme.muted), self.brief.measure));
    }

    fn read(&self, row: &Row<'_>, x: &Linear, top: f64, stage: &mut Stage) {
        let goal = x.map(100.0);
        let area = Rect::between(x.map(0.0), top, goal, top + TRACK);
        stage.target(row.answer.target, row.target.series, Point::new(goal, top), area);
        if let Some(outcome) = row.answer.outcome {
            let end = x.map(row.share.map_or(0.0, |share| within(share.value, 0.0, FAR)));
            let across = (top + (TRACK - BAR) / 2.0, top + (TRACK + BAR) / 2.0);
            let area = Rect::between(x.map(0.0), across.0, end, across.1);
            let series = self.brief.frame.data[outcome].series;
            stage.target(outcome, series, Point::new(end, top + TRACK / 2.0), area);
        }
    }
}

impl Plan for Progress<'_> {
    fn request(&self) -> Request {
        let mut shown: Vec<DatumId> = Vec::new();
        for row in &self.rows {
            shown.push(row.answer.target);
            shown.extend(row.answer.outcome);
        }
        let lang = self.brief.spec.lang;
        let timed = self.rows.iter().any(|row| gone(row.answer).is_some());
        let signs = caption::signs(self.brief, &shown);
        let mut parts =
            vec![say::SIGN_PROGRESS.get(lang), if timed { say::SIGN_TIME.get(lang) } else { "" }, &signs];
        parts.retain(|part| !part.is_empty());
        let left = self.left_out();
        if !left.is_empty() {
            parts.insert(0, &left);
        }
        let explain = say::SENTENCE_GAP.join(lang, &parts);
        let height = self.height();
        Request {
            plot: height,
            least: height,
            ..request(self.brief, &shown, (say::SHARE_OF_TARGET.get(lang), ""), explain)
        }
    }

    fn draw(&self, layout: &Layout, stage: &mut Stage) {
        let plot = layout.plot;
        let x = self.x(plot);
        // A height that was asked for spreads the rows; it never makes tracks thicker.
        let count = f64::from(u32::try_from(self.rows.len()).unwrap_or(1));
        let spare = ((plot.h - self.height()) / count).max(0.0).floor();
        let (mut y, mut tops) = (plot.y + (spare / 2.0).round(), Vec::with_capacity(self.rows.len()));
        for row in &self.rows {
            let (head, whole) = self.extent(row);
            tops.push(y + head);
            y += whole + GAP + spare;
        }
        self.axis(plot, &x, &tops, stage);
        let mut labels = Vec::new();
        for (row, top) in self.rows.iter().zip(&tops) {
            self.marks(row, &x, *top, stage);
            self.texts(row, plot, *top, stage);
            labels.push(self.label(row, &x, *top));
            self.read(row, &x, *top, stage);
        }
        stage.labels("labels", labels, layout, self.brief.measure);
    }

    fn nearest(&self) -> Nearest {
        Nearest::AlongY
    }
}
