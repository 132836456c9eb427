//! A series into the small chart of it: its own data in the frame of all, its own spec, drawn by the kind of the panels.

use crate::error::Error;
use crate::kind::{Brief, Panel, Picture, caption, finished, plan_of};
use crate::layout::Remark;
use crate::query::{Frame, Series, Status};
use crate::spec::{ChartSpec, Kind};
use crate::words::say;

/// With more series than these the pale lines behind each would be a grey cloth.
const BEHIND: usize = 12;

/// What all panels have in common.
#[derive(Clone)]
pub(super) struct Panels<'a> {
    brief: &'a Brief<'a>,
    /// The series, in the order of their panels.
    pub(super) series: Vec<usize>,
    /// The kind of the panels.
    pub(super) kind: Kind,
    /// The span of values they share.
    pub(super) span: Option<(f64, f64)>,
    /// Width of a panel, px.
    pub(super) width: f64,
    names: Vec<String>,
}

impl<'a> Panels<'a> {
    pub(super) fn new(brief: &'a Brief<'a>, series: Vec<usize>) -> Self {
        let mut names = Vec::with_capacity(series.len());
        for each in &series {
            names.push(caption::short_name(brief, &brief.frame.series[*each]));
        }
        let kind = match brief.spec.panels {
            Kind::Auto if series.iter().any(|series| developed(brief.frame, *series, 2)) => Kind::Line,
            Kind::Auto => Kind::Bar,
            kind => kind,
        };
        let mut panels = Self { brief, series, kind, span: None, width: 0.0, names };
        panels.span = panels.common();
        panels
    }

    /// Whether values rise and time runs to the right.
    pub(super) fn upright(&self) -> bool {
        matches!(self.kind, Kind::Line | Kind::Area | Kind::Step)
    }

    /// Whether the other series stand behind each panel's own.
    pub(super) fn behind(&self) -> bool {
        self.span.is_some() && self.upright() && (2..=BEHIND).contains(&self.series.len())
    }

    /// The span of all values, where one scale can carry them and the kind draws to a scale that is given.
    fn common(&self) -> Option<(f64, f64)> {
        let frame = self.brief.frame;
        let scaled = self.upright() || matches!(self.kind, Kind::Bar | Kind::Bullet);
        let first: &Series = &frame.series[*self.series.first()?];
        let alike = |series: &usize| {
            let other = &frame.series[*series];
            other.unit.id == first.unit.id && other.measure == first.measure
        };
        if !scaled || !self.series.iter().all(alike) {
            return None;
        }
        let answers = self.kind == Kind::Bullet;
        let mut shown = Vec::new();
        for (id, datum) in frame.data.iter().enumerate() {
            if datum.asked || (answers && self.series.contains(&datum.series)) {
                shown.push(id);
            }
        }
        let (low, high) = caption::extent(&caption::figures(self.brief, &shown));
        (low <= high).then_some((low, high))
    }

    /// Draws the panels, at `heights` where they are given; what stands under each is collected.
    pub(super) fn pictures(
        &self,
        heights: &[f64],
        notes: &mut Vec<String>,
        remarks: &mut Vec<Remark>,
    ) -> Result<Vec<Picture>, Error> {
        let (brief, mut pictures) = (&self.brief, Vec::with_capacity(self.series.len()));
        // One frame for all panels: the ids of the data stay what they are in the whole.
        let mut frame = brief.frame.clone();
        let mut spec = ChartSpec {
            heading: None,
            subheading: None,
            note: None,
            source: None,
            panels: Kind::Auto,
            ..brief.spec.clone()
        };
        for (at, series) in self.series.iter().enumerate() {
            only(&mut frame, brief.frame, *series);
            spec.given = frame.series[*series].id.clone();
            spec.height = heights.get(at).copied();
            let name = self.names[at].as_str();
            let panel = Panel { name, span: self.span, whole: brief.frame };
            let (spec, frame) = (&mut spec, &frame);
            pictures.push(self.picture((spec, frame), panel, notes, remarks)?);
        }
        Ok(pictures)
    }

    fn picture(
        &self,
        (spec, frame): (&mut ChartSpec, &Frame),
        panel: Panel<'_>,
        notes: &mut Vec<String>,
        remarks: &mut Vec<Remark>,
    ) -> Result<Picture, Error> {
        // Where the data choose the kind, a series that it cannot show takes one that can.
        let kinds = [self.kind, Kind::Bar, Kind::Number];
        let kinds = if self.brief.spec.panels == Kind::Auto { &kinds } else { &kinds[..1] };
        let mut refusal = None;
        for kind in kinds {
            spec.kind = *kind;
            let (width, height) = (self.width, spec.height);
            let brief = Brief { frame, spec, width, height, panel: Some(panel), ..*self.brief };
            let plan = match plan_of(*kind, &brief) {
                Ok(plan) => plan,
                Err(error) => {
                    refusal = refusal.or(Some(error));
                    continue;
                }
            };
            let request = plan.request();
            notes.extend(request.notes.iter().cloned());
            for remark in &request.remarks {
                let lead = say::VERDICT.fill(spec.lang, &[panel.name, &remark.lead]);
                remarks.push(Remark { lead, ..remark.clone() });
            }
            return Ok(finished(&brief, &*plan, &request)?.0);
        }
        Err(refusal.unwrap_or(Error::NoData { given: self.brief.spec.given.clone() }))
    }
}

/// Asks the frame for one series alone, with what answers its targets.
fn only(frame: &mut Frame, whole: &Frame, series: usize) {
    for (datum, given) in frame.data.iter_mut().zip(&whole.data) {
        datum.asked = given.asked && given.series == series;
    }
    frame.answers.clear();
    for answer in &whole.answers {
        let target = &whole.data[answer.target];
        if target.series == series && target.asked {
            frame.answers.push(answer.clone());
        }
    }
}

/// Whether a series has so many dated figures in a row that may be compared.
pub(in crate::kind) fn developed(frame: &Frame, series: usize, count: usize) -> bool {
    let (mut run, mut before) = (0, None);
    for (_, datum) in frame.of(series) {
        if datum.status == Status::Target || datum.figure.is_none() || datum.period.anchor().is_none() {
            continue;
        }
        run = match before.replace(datum) {
            Some(before) if frame.comparable(before, datum) => run + 1,
            _ => 1,
        };
        if run >= count {
            return true;
        }
    }
    false
}
