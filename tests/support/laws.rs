//! What must be true of any picture, whatever it shows.

use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

use indicator_chart::dataset::Dataset;
use indicator_chart::error::Error;
use indicator_chart::geom::{Point, Rect};
use indicator_chart::kind::{Brief, Picture, heading, picture};
use indicator_chart::query::{Datum, Frame, Status};
use indicator_chart::scene::{Layer, Mark, Shape, TextMark};
use indicator_chart::spec::{ChartSpec, Kind};
use indicator_chart::text::Measure;

use super::support;

pub(crate) const INSIDE: &str = "texts lie inside the picture";
pub(crate) const APART: &str = "texts do not overlap";
pub(crate) const SAID: &str = "no text is empty";
pub(crate) const SIZES: &str = "no text is smaller than 12 px";
pub(crate) const WIDE: &str = "a text is as wide as it is measured";
pub(crate) const FINITE: &str = "coordinates are finite";
pub(crate) const BOXES: &str = "plot in body in picture";
pub(crate) const MARKS: &str = "marks lie inside the picture or their clip";
pub(crate) const TARGETS: &str = "what is read lies inside the picture";
pub(crate) const READABLE: &str = "all that was asked for can be read";
pub(crate) const ONCE: &str = "what is read is read once";
pub(crate) const ZERO: &str = "bars start at zero";
pub(crate) const VALUED: &str = "every bar carries its value";
pub(crate) const CLEAR: &str = "texts stand clear of bars";
pub(crate) const HEADING: &str = "heading and sources stand in full";

/// Laws that were broken, with the first example of each picture and how often.
#[derive(Debug, Default)]
pub(crate) struct Broken {
    found: BTreeMap<(&'static str, String), (usize, String)>,
}

impl Broken {
    pub(crate) fn add(&mut self, law: &'static str, drawn: &Drawn<'_>, what: String) {
        let example = format!("{} px {} ×{}: {what}", drawn.brief.width, drawn.lang, drawn.factor);
        let name = format!("{:?} {}", drawn.brief.spec.kind, drawn.brief.spec.given);
        self.found.entry((law, name)).or_insert((0, example)).0 += 1;
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    pub(crate) fn laws(&self) -> Vec<&'static str> {
        let mut laws: Vec<&str> = self.found.keys().map(|(law, _)| *law).collect();
        laws.dedup();
        laws
    }

    pub(crate) fn none(&self) {
        assert!(self.is_empty(), "{self}");
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} laws broken", self.found.len())?;
        self.found.iter().try_for_each(|((law, name), (times, example))| {
            writeln!(f, "{law}: {name} ({times} times), first at {example}")
        })
    }
}

/// A request that a kind can draw.
pub(crate) struct Case {
    dataset: Rc<Dataset>,
    fields: Vec<(&'static str, String)>,
}

/// The request in a language, with a font, ready for any width.
pub(crate) struct Draws {
    frame: Frame,
    spec: ChartSpec,
    measure: Measure,
    lang: &'static str,
    factor: f64,
}

/// A picture with all that it was made from.
pub(crate) struct Drawn<'a> {
    pub(crate) brief: Brief<'a>,
    pub(crate) picture: Picture,
    /// The kind that is drawn.
    kind: Kind,
    lang: &'static str,
    factor: f64,
}

impl Case {
    /// None where the kind cannot show the data; any other error is a failure.
    pub(crate) fn new(dataset: &Rc<Dataset>, kind: &str, ids: &str) -> Option<Self> {
        Self::of(dataset, kind, &[("indicator", ids)])
    }

    /// The same of whatever the fields choose.
    pub(crate) fn of(dataset: &Rc<Dataset>, kind: &str, chosen: &[(&'static str, &str)]) -> Option<Self> {
        let mut fields: Vec<_> = chosen.iter().map(|(field, text)| (*field, (*text).to_owned())).collect();
        fields.push(("kind", kind.to_owned()));
        let case = Self { dataset: Rc::clone(dataset), fields };
        let draws = case.in_language("zh", 1.0);
        match picture(&draws.brief(640.0)) {
            Ok(_) => Some(case),
            Err(Error::NoData { .. } | Error::MixedUnits { .. } | Error::Refused { .. }) => None,
            Err(error) => panic!("{kind} {chosen:?}: {error}"),
        }
    }

    /// The same with fields of the editor's.
    pub(crate) fn with(dataset: &Rc<Dataset>, kind: &str, ids: &str, more: &[(&'static str, &str)]) -> Self {
        let mut case =
            Self::new(dataset, kind, ids).unwrap_or_else(|| panic!("{kind} {ids} cannot be drawn"));
        case.fields.extend(more.iter().map(|(field, text)| (*field, (*text).to_owned())));
        case
    }

    pub(crate) fn in_language(&self, lang: &'static str, factor: f64) -> Draws {
        self.draws(lang, factor, &[])
    }

    pub(crate) fn with_height(&self, lang: &'static str, height: &str) -> Draws {
        self.draws(lang, 1.0, &[("height", height)])
    }

    pub(crate) fn with_form(&self, lang: &'static str, form: &str) -> Draws {
        self.draws(lang, 1.0, &[("form", form)])
    }

    fn draws(&self, lang: &'static str, factor: f64, more: &[(&str, &str)]) -> Draws {
        let mut fields: Vec<(&str, &str)> = self.fields.iter().map(|(f, text)| (*f, text.as_str())).collect();
        fields.push(("lang", lang));
        fields.extend_from_slice(more);
        let spec = ChartSpec::resolve(&support::input(&fields), &self.dataset)
            .unwrap_or_else(|error| panic!("{fields:?}: {error}"));
        let frame = spec.query.run(&self.dataset);
        Draws { frame, spec, measure: Measure::new(factor, factor), lang, factor }
    }
}

impl Draws {
    fn brief(&self, width: f64) -> Brief<'_> {
        Brief::new(&self.frame, &self.spec, &self.measure, width)
    }

    pub(crate) fn at(&self, width: f64) -> Drawn<'_> {
        let brief = self.brief(width);
        let picture =
            picture(&brief).unwrap_or_else(|error| panic!("{} at {width}: {error}", self.spec.given));
        Drawn { kind: brief.kind().0, brief, picture, lang: self.lang, factor: self.factor }
    }
}

/// The texts of a picture, to be spoilt.
pub(crate) fn texts_mut<'a>(drawn: &'a mut Drawn<'_>) -> Vec<&'a mut TextMark> {
    let marks = drawn.picture.scene.layers.iter_mut().flat_map(|layer| &mut layer.marks);
    let text = |mark: &'a mut Mark| if let Shape::Text(text) = &mut mark.shape { Some(text) } else { None };
    marks.filter_map(text).collect()
}

/// Moves the first bar off zero.
pub(crate) fn lift_bar(drawn: &mut Drawn<'_>) {
    let layer = drawn.picture.scene.layers.iter_mut().find(|layer| layer.name == "bars").expect("bars");
    match &mut layer.marks[0].shape {
        Shape::Rect { rect, .. } => rect.x += 3.0,
        Shape::Area { points, .. } => points.iter_mut().for_each(|point| point.x += 3.0),
        other => panic!("no bar but {other:?}"),
    }
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn points(shape: &Shape) -> Vec<Point> {
    match shape {
        Shape::Rect { rect, .. } => corners(*rect).to_vec(),
        Shape::Rule { from, to, .. } => vec![*from, *to],
        Shape::Line { points, .. } | Shape::Area { points, .. } => points.clone(),
        Shape::Symbol { at, radius, .. } => {
            corners(Rect { x: at.x - radius, y: at.y - radius, w: 2.0 * radius, h: 2.0 * radius }).to_vec()
        }
        Shape::Text(text) => corners(text.bounds()).into_iter().chain([text.at]).collect(),
    }
}

fn corners(r: Rect) -> [Point; 2] {
    [Point { x: r.x, y: r.y }, Point { x: r.right(), y: r.bottom() }]
}

impl Drawn<'_> {
    fn page(&self) -> Rect {
        let size = self.picture.layout.size;
        Rect::new(0.0, 0.0, size.w, size.h)
    }

    fn texts(&self) -> Vec<&TextMark> {
        self.picture.scene.texts().collect()
    }

    fn layer(&self, name: &str) -> impl Iterator<Item = &Layer> {
        self.picture.scene.layers.iter().filter(move |layer| layer.name == name)
    }

    /// Holds every law.
    pub(crate) fn hold(&self, broken: &mut Broken) {
        self.finite(broken);
        self.boxes(broken);
        self.each_text(broken);
        self.apart(broken);
        self.marks(broken);
        self.targets(broken);
        self.readable(broken);
        self.zero(broken);
        self.clear(broken);
        self.says(HEADING, &heading(&self.brief), broken);
        self.sources(broken);
    }

    fn finite(&self, broken: &mut Broken) {
        let marks = self.picture.scene.layers.iter().flat_map(|layer| &layer.marks);
        for mark in marks {
            let bad = |p: &Point| !(p.x.is_finite() && p.y.is_finite());
            if points(&mark.shape).iter().any(bad) {
                broken.add(FINITE, self, mark.to_string());
            }
        }
    }

    fn boxes(&self, broken: &mut Broken) {
        let (layout, page) = (&self.picture.layout, self.page());
        let fine = page.h > 0.0
            && layout.size.w == self.brief.width
            && self.picture.scene.size == layout.size
            && page.encloses(layout.body)
            && layout.body.encloses(layout.plot)
            && layout.plot.w > 0.0
            && layout.plot.h > 0.0;
        if !fine {
            broken.add(BOXES, self, format!("{page:?} {:?} {:?}", layout.body, layout.plot));
        }
    }

    fn each_text(&self, broken: &mut Broken) {
        for text in self.texts() {
            let told = || format!("“{}” {:?}", text.text, text.bounds());
            if !self.page().encloses(text.bounds()) {
                broken.add(INSIDE, self, told());
            }
            if text.text.trim().is_empty() {
                broken.add(SAID, self, told());
            }
            if text.size < 12.0 {
                broken.add(SIZES, self, told());
            }
            let font = indicator_chart::text::Font { size: text.size, weight: text.weight };
            if text.width < self.brief.measure.width(&text.text, font) - 0.001 {
                broken.add(WIDE, self, told());
            }
        }
    }

    fn apart(&self, broken: &mut Broken) {
        let texts = self.texts();
        for (i, a) in texts.iter().enumerate() {
            for b in &texts[i + 1..] {
                if a.bounds().grow(-0.01).overlaps(b.bounds()) {
                    broken.add(
                        APART,
                        self,
                        format!("“{}” {:?} | “{}” {:?}", a.text, a.bounds(), b.text, b.bounds()),
                    );
                }
            }
        }
    }

    fn marks(&self, broken: &mut Broken) {
        let page = self.page();
        for layer in &self.picture.scene.layers {
            let clipped = layer.clip.is_some_and(|clip| page.encloses(clip));
            for mark in layer.marks.iter().filter(|mark| !matches!(mark.shape, Shape::Text(_))) {
                if !clipped && points(&mark.shape).iter().any(|p| !page.grow(0.5).contains(*p)) {
                    broken.add(MARKS, self, format!("[{}] {mark}", layer.name));
                }
            }
        }
    }

    fn targets(&self, broken: &mut Broken) {
        let targets = &self.picture.targets;
        for (at, target) in targets.iter().enumerate() {
            let datum = self.brief.frame.data.get(target.datum);
            if !self.page().contains(target.at) || datum.is_none_or(|datum| datum.series != target.series) {
                broken.add(TARGETS, self, format!("{target:?}"));
            }
            // A level through all days is a target's; a report without a day has no place in a time series.
            let undated = datum.is_some_and(|d| d.period.anchor().is_none() && d.status != Status::Target);
            let timed = matches!(self.kind, Kind::Line | Kind::Step | Kind::Area | Kind::Slope);
            if undated && timed {
                broken.add(TARGETS, self, format!("no day: {target:?}"));
            }
            // A bullet's outcome may answer two targets.
            let again = targets[..at].iter().any(|other| other.datum == target.datum);
            if again && !matches!(self.kind, Kind::Bullet | Kind::Progress) {
                broken.add(ONCE, self, format!("{target:?}"));
            }
        }
    }

    /// Two documents that print the same are read once.
    fn twins(&self, a: &Datum, b: &Datum) -> bool {
        a.series == b.series && a.status == b.status && a.figure == b.figure && a.period == b.period
    }

    fn wanted(&self, at: usize) -> bool {
        let (frame, datum) = (self.brief.frame, &self.brief.frame.data[at]);
        match self.kind {
            // A report without a day has no place in a time series; a target without one holds at any time.
            Kind::Line | Kind::Step | Kind::Area => {
                let level = datum.status == Status::Target && datum.figure.is_some();
                datum.asked && (datum.period.anchor().is_some() || level)
            }
            // Of a span only the two ends; that there are two of a series that may be compared is a law of its own.
            Kind::Slope => false,
            // One target, which is a law of its own, and what its series prints within its time.
            Kind::Pace => {
                let goals = self.picture.targets.iter().map(|t| &frame.data[t.datum]);
                let mut goals = goals.filter(|goal| goal.status == Status::Target);
                let own = |goal: &Datum| goal.series == datum.series && goal.period.covers(datum.period);
                datum.asked && datum.status == Status::Actual && goals.any(own)
            }
            // A target, and what answers a target that is shown.
            Kind::Bullet | Kind::Progress => {
                let answered = |a: &&indicator_chart::query::Answer| {
                    a.outcome == Some(at) && frame.data[a.target].figure.is_some()
                };
                let answers = frame.answers.iter().any(|a| answered(&a));
                datum.figure.is_some() && ((datum.asked && datum.status == Status::Target) || answers)
            }
            // A square a target.
            Kind::Waffle => datum.asked && datum.status == Status::Target && datum.figure.is_some(),
            // A target with what answers it, and the newest report.
            Kind::Scorecard => {
                let answered = |a: &&indicator_chart::query::Answer| {
                    a.outcome == Some(at) && frame.data[a.target].figure.is_some()
                };
                let target = datum.status == Status::Target && datum.figure.is_some();
                (datum.asked && target) || frame.answers.iter().any(|a| answered(&a)) || self.newest(at)
            }
            Kind::Number => self.newest(at),
            Kind::Multiples => self.in_panel(at),
            Kind::Dumbbell => self.at_an_end(at),
            _ => datum.asked,
        }
    }

    /// What a row of before and after shows of a series without two comparable reports: its last; else at least the
    /// last that may be compared with one before it.
    fn at_an_end(&self, at: usize) -> bool {
        let (frame, datum) = (self.brief.frame, &self.brief.frame.data[at]);
        let told = |d: &Datum| {
            d.asked && d.status == Status::Actual && d.figure.is_some() && d.period.anchor().is_some()
        };
        let own: Vec<&Datum> = frame.data.iter().filter(|d| d.series == datum.series && told(d)).collect();
        let before =
            |b: &Datum| own.iter().any(|a| a.period.order(b.period).is_lt() && frame.comparable(a, b));
        let last = own.iter().rev().find(|d| before(d)).or(own.last());
        told(datum) && last.is_some_and(|last| last.id == datum.id)
    }

    /// Whether a datum is the newest of its series that is no demand.
    fn newest(&self, at: usize) -> bool {
        let told = |d: &Datum| d.status != Status::Target && d.figure.is_some();
        let own = self.brief.frame.of(self.brief.frame.data[at].series);
        own.filter(|(_, d)| told(d)).last().is_some_and(|(id, _)| id == at)
    }

    /// What a panel shows: bars all, a time series what has a day, targets with what answers them.
    fn in_panel(&self, at: usize) -> bool {
        let datum = &self.brief.frame.data[at];
        match self.brief.spec.panels {
            Kind::Bar => datum.asked,
            // One target a panel, and what lies within its time.
            Kind::Pace => false,
            Kind::Bullet => datum.asked && datum.status == Status::Target && datum.figure.is_some(),
            _ => datum.asked && datum.period.anchor().is_some() && datum.figure.is_some(),
        }
    }

    fn readable(&self, broken: &mut Broken) {
        let data = &self.brief.frame.data;
        if self.kind == Kind::Slope {
            let joined = self.picture.targets.iter().any(|a| {
                let pair = |b: &indicator_chart::kind::Target| {
                    a.datum != b.datum && self.brief.frame.comparable(&data[a.datum], &data[b.datum])
                };
                self.picture.targets.iter().any(pair)
            });
            if !joined {
                broken.add(READABLE, self, "no two ends that may be compared".to_owned());
            }
        }
        if self.kind == Kind::Pace {
            let targets = &self.picture.targets;
            let demands = targets.iter().filter(|t| data[t.datum].status == Status::Target).count();
            // A sum in its time, never beyond it; what the target is answered by is read.
            let (goal, rest): (Vec<_>, Vec<_>) =
                targets.iter().partition(|t| data[t.datum].status == Status::Target);
            let late = rest.iter().any(|t| goal.iter().any(|goal| t.at.x > goal.at.x + 0.01));
            if demands != 1 || late {
                broken.add(READABLE, self, format!("{demands} targets, {late}"));
            }
        }
        for (at, datum) in data.iter().enumerate().filter(|(at, _)| self.wanted(*at)) {
            let found =
                |t: &indicator_chart::kind::Target| t.datum == at || self.twins(&data[t.datum], datum);
            if !self.picture.targets.iter().any(found) {
                broken.add(READABLE, self, datum.id.clone());
            }
        }
    }

    /// Holds that every bar that can be read has its value beside it. Not among the laws of random or mixed data: numbers
    /// that are a billion times apart cannot both be printed in one unit on a phone.
    pub(crate) fn valued(&self, broken: &mut Broken) {
        if !matches!(self.kind, Kind::Bar | Kind::Bullet | Kind::Waterfall | Kind::Ranking)
            || self.brief.spec.query.indicators.len() > 1
            // Where bars are many, an axis tells their values.
            || self.layer("y-axis").count() > 0
        {
            return;
        }
        let marks: Vec<&Mark> =
            self.picture.scene.layers.iter().filter(|l| l.name != "names").flat_map(|l| &l.marks).collect();
        for target in &self.picture.targets {
            let told =
                |mark: &&&Mark| matches!(mark.shape, Shape::Text(_)) && mark.datum == Some(target.datum);
            if !marks.iter().any(|mark| told(&mark)) {
                broken.add(VALUED, self, self.brief.frame.data[target.datum].id.clone());
            }
        }
    }

    /// Where zero stands, and whether bars stand on it: the rule of a bar chart, the firm grid line of a bullet chart.
    fn zero_at(&self) -> Option<(f64, bool)> {
        let ink = self.brief.theme.ink;
        let firm = |mark: &Mark| match &mark.shape {
            Shape::Rule { from, to, stroke } if stroke.color == ink => {
                let level = from.y == to.y;
                Some((if level { from.y } else { from.x }, level))
            }
            _ => None,
        };
        let of = |name: &str| self.layer(name).flat_map(|layer| &layer.marks).find_map(firm);
        of("zero").or_else(|| of("grid"))
    }

    fn zero(&self, broken: &mut Broken) {
        if self.kind == Kind::Multiples {
            return self.zeros(broken);
        }
        let stems = self.kind == Kind::Dot && self.layer("stems").count() > 0;
        if !(stems || matches!(self.kind, Kind::Bar | Kind::Bullet | Kind::Progress)) || self.stacked() {
            return;
        }
        let Some((zero, level)) = self.zero_at() else {
            return broken.add(ZERO, self, "no zero rule".to_owned());
        };
        for name in ["bars", "outcome", "target", "stems"] {
            let mut seen = Vec::new();
            let marks = self.layer(name).flat_map(|layer| &layer.marks);
            // The first filled shape of a datum is its bar; what follows are the signs at its end.
            for mark in marks.filter(|mark| matches!(mark.shape, Shape::Rect { .. } | Shape::Area { .. })) {
                if seen.contains(&mark.datum) {
                    continue;
                }
                seen.push(mark.datum);
                let edges = points(&mark.shape).into_iter().map(|p| if level { p.y } else { p.x });
                let (first, last) =
                    edges.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), x| (a.min(x), b.max(x)));
                if (first - zero).abs() > 0.01 && (last - zero).abs() > 0.01 {
                    broken.add(ZERO, self, format!("zero {zero}, {mark}"));
                }
            }
        }
    }

    /// In every panel some zero line is the foot of each bar.
    fn zeros(&self, broken: &mut Broken) {
        let ink = self.brief.theme.ink;
        let mut firm: Vec<(f64, bool)> = Vec::new();
        for mark in self.layer("zero").flat_map(|layer| &layer.marks) {
            if let Shape::Rule { from, to, stroke } = &mark.shape {
                let level = from.y == to.y;
                firm.extend((stroke.color == ink).then_some((if level { from.y } else { from.x }, level)));
            }
        }
        for layer in self.layer("bars") {
            let mut seen = Vec::new();
            for mark in layer.marks.iter().filter(|mark| !matches!(mark.shape, Shape::Line { .. })) {
                if seen.contains(&mark.datum) {
                    continue;
                }
                seen.push(mark.datum);
                let at = points(&mark.shape);
                let on = |(zero, level): &(f64, bool)| {
                    at.iter().any(|p| (if *level { p.y } else { p.x } - zero).abs() <= 0.01)
                };
                if !firm.iter().any(on) {
                    broken.add(ZERO, self, format!("zeros {firm:?}, {mark}"));
                }
            }
        }
    }

    /// Whether bars stand on each other and not on zero.
    fn stacked(&self) -> bool {
        use indicator_chart::spec::Arrange;
        matches!(self.brief.spec.form.arrange, Arrange::Stacked | Arrange::Share)
    }

    /// In a bar chart no text lies on a bar: its ink is chosen for the paper.
    fn clear(&self, broken: &mut Broken) {
        for mark in self.layer("bars").flat_map(|layer| &layer.marks) {
            let (Shape::Rect { .. } | Shape::Area { .. }) = mark.shape else { continue };
            let bounds = points(&mark.shape).into_iter().map(|p| Rect::new(p.x, p.y, 0.0, 0.0));
            let Some(bar) = bounds.reduce(|a, b| {
                Rect::between(
                    a.x.min(b.x),
                    a.y.min(b.y),
                    a.right().max(b.right()),
                    a.bottom().max(b.bottom()),
                )
            }) else {
                continue;
            };
            for text in self.texts().into_iter().filter(|text| text.bounds().overlaps(bar)) {
                broken.add(CLEAR, self, format!("“{}” {:?} on {mark}", text.text, text.bounds()));
            }
        }
    }

    /// Holds that a text stands in header or footer in full, however it is broken into lines.
    pub(crate) fn says(&self, what: &str, text: &str, broken: &mut Broken) {
        let lines: String = self.picture.layout.texts.iter().map(|line| squeezed(&line.text)).collect();
        let drawn = self.layer("texts").flat_map(|layer| &layer.marks);
        let drawn: String = drawn
            .filter_map(
                |mark| if let Shape::Text(text) = &mark.shape { Some(squeezed(&text.text)) } else { None },
            )
            .collect();
        if lines != drawn || !lines.contains(&squeezed(text)) {
            broken.add(HEADING, self, format!("{what}: “{text}” in “{drawn}”"));
        }
    }

    /// Holds that a text stands somewhere in the picture, however it is broken into lines.
    pub(crate) fn tells(&self, text: &str, broken: &mut Broken) {
        let all: String = self.texts().iter().map(|line| squeezed(&line.text)).collect();
        if !all.contains(&squeezed(text)) {
            broken.add(HEADING, self, format!("“{text}” in “{all}”"));
        }
    }

    fn sources(&self, broken: &mut Broken) {
        if self.brief.spec.source.is_some() {
            return;
        }
        for target in &self.picture.targets {
            let source = self.brief.frame.data[target.datum].source;
            self.says("source", self.brief.frame.sources[source].title.get(self.brief.spec.lang), broken);
        }
    }
}
