//! One observation into the text that stands for it in a sentence, and into the line that says where it is printed.

use super::{Subject, named, targets, value};
use crate::a11y;
use crate::dataset::{Dataset, Figure, Measure, Observation, ObservationId, Unit};
use crate::format::{Style, percent};
use crate::kind::{Brief, judged, moved, told, when};
use crate::query::derive::{Obstacle, change, step};
use crate::query::verdict::PERCENT_DECIMALS;
use crate::query::{Answer, Datum, Series, Status, near};
use crate::words::{Lang, say};

/// What of a figure a sentence takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// The value with its word and unit.
    #[default]
    Value,
    /// The value with its word, without the unit.
    Number,
    /// Words and figure in the document's own characters.
    Printed,
    /// The period.
    Period,
    /// What lies between an earlier figure and this one.
    Change,
    /// The same in per cent.
    Growth,
    /// Of a share of a whole: what it leaves.
    Rest,
    /// Of a target: its outcome as a share of it.
    TargetShare,
    /// Of a target: the share of its time gone by the outcome's last day.
    Elapsed,
    /// Of a target: what is left.
    Remaining,
    /// Of a target: the verdict.
    Verdict,
}

impl Form {
    /// The names that a page uses; the value has none.
    pub const NAMES: [(&'static str, Self); 11] = [
        ("", Self::Value),
        ("number", Self::Number),
        ("printed", Self::Printed),
        ("period", Self::Period),
        ("change", Self::Change),
        ("growth", Self::Growth),
        ("rest", Self::Rest),
        ("target-share", Self::TargetShare),
        ("elapsed", Self::Elapsed),
        ("remaining", Self::Remaining),
        ("verdict", Self::Verdict),
    ];

    /// Whether it is no figure that a document prints, but one worked out of such.
    pub fn computed(self) -> bool {
        !matches!(self, Self::Value | Self::Number | Self::Printed | Self::Period)
    }
}

/// Why a figure cannot stand in a sentence; for whoever builds the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misquote {
    /// There is no such observation; ids that look like it.
    Unknown(Vec<String>),
    /// The observation prints no figure.
    NoFigure,
    /// Change and growth need an earlier figure, and nothing else takes one.
    From,
    /// The two figures must not be compared.
    Incomparable(Obstacle),
    /// Their words leave open what lies between them.
    Open,
    /// Only a target has a verdict.
    NoTarget,
    /// The verdict has no such number.
    NoNumber,
}

/// Where an observation is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citation {
    /// The indicator, with its area where that is not the whole.
    pub indicator: String,
    /// The period, and how it is known where the document does not print it.
    pub when: String,
    /// The value with its word and unit.
    pub value: String,
    /// In the document's own characters.
    pub printed: String,
    /// Document, section, paragraph.
    pub place: String,
    /// Whether it is demanded, expected, or must not be compared; empty for a plain report.
    pub status: String,
    /// What a reader must know about it.
    pub note: String,
}

fn find(dataset: &Dataset, id: &str) -> Result<ObservationId, Misquote> {
    dataset.observation(id).ok_or_else(|| {
        // The indicator says most: of one that exists, all its observations are near enough.
        let (indicator, _) = id.split_once('@').unwrap_or((id, ""));
        let own = |row: &&Observation| dataset.indicators[row.indicator].id == indicator;
        let mut found: Vec<String> =
            dataset.observations.iter().filter(own).map(|row| row.id.clone()).collect();
        if found.is_empty() {
            found = near(indicator, dataset.indicators.iter().map(|row| row.id.as_str()));
        }
        Misquote::Unknown(found)
    })
}

/// The datum of an observation in the frame of its indicator.
fn subject(dataset: &Dataset, at: ObservationId, lang: Lang) -> Result<(Subject, usize), Misquote> {
    let row = &dataset.observations[at];
    let id = &dataset.indicators[row.indicator].id;
    let made = Subject::of(dataset, id, lang).map_err(|_| Misquote::NoFigure)?;
    let place = made.frame.data.iter().position(|datum| datum.id == row.id);
    place.map(|place| (made, place)).ok_or(Misquote::NoFigure)
}

/// The text of an observation.
///
/// # Errors
/// Where there is no such observation, or it has no such text; a text is never made up.
pub fn quoted(
    dataset: &Dataset,
    id: &str,
    form: Form,
    from: Option<&str>,
    lang: Lang,
) -> Result<String, Misquote> {
    let at = find(dataset, id)?;
    let (made, place) = subject(dataset, at, lang)?;
    let (brief, datum) = (made.brief(), &made.frame.data[place]);
    let compared = matches!(form, Form::Change | Form::Growth);
    if compared != from.is_some() {
        return Err(Misquote::From);
    }
    if datum.figure.is_none() && form != Form::Period {
        return Err(Misquote::NoFigure);
    }
    match form {
        Form::Value => Ok(value(&brief, datum)),
        Form::Number => Ok(number(&brief, datum)),
        Form::Printed => Ok(a11y::as_printed(datum)),
        Form::Period => Some(when(&made.frame, datum, lang, Style::Long))
            .filter(|text| !text.is_empty())
            .ok_or(Misquote::NoNumber),
        Form::Change | Form::Growth => {
            let earlier = find(dataset, from.unwrap_or_default())?;
            between(&brief, dataset, (earlier, at), form == Form::Growth)
        }
        Form::Rest => rest(&brief, datum),
        Form::TargetShare | Form::Elapsed | Form::Remaining | Form::Verdict => {
            let answer = made.frame.answers.iter().find(|answer| answer.target == place);
            judgement(&brief, answer.ok_or(Misquote::NoTarget)?, form)
        }
    }
}

/// The observations that a text of an observation is worked out of, in the order in which a reader retraces it; empty of
/// what is printed as it is.
///
/// # Errors
/// Where there is no such observation, or no such text of it.
pub fn basis(dataset: &Dataset, id: &str, form: Form, from: Option<&str>) -> Result<Vec<String>, Misquote> {
    quoted(dataset, id, form, from, Lang::Zh)?;
    let mut rests = Vec::new();
    match form {
        Form::Value | Form::Number | Form::Printed | Form::Period => {}
        Form::Rest => rests.push(id.to_owned()),
        Form::Change | Form::Growth => rests.extend([from.unwrap_or_default().to_owned(), id.to_owned()]),
        Form::TargetShare | Form::Elapsed | Form::Remaining | Form::Verdict => {
            let (made, place) = subject(dataset, find(dataset, id)?, Lang::Zh)?;
            let answer = made.frame.answers.iter().find(|answer| answer.target == place);
            let judged = &answer.ok_or(Misquote::NoTarget)?.judgement;
            // Only a pace is counted from where it began.
            let base = judged.base.filter(|_| form == Form::Verdict);
            let others = [judged.outcome, base].into_iter().flatten();
            rests.push(id.to_owned());
            rests.extend(others.map(|at| dataset.observations[at].id.clone()));
        }
    }
    Ok(rests)
}

/// Without the unit; the sign of a percentage is no unit that a sentence could do without, nor is a place in an order.
fn number(brief: &Brief<'_>, datum: &Datum) -> String {
    let own = brief.series_of(datum);
    if own.unit.is_percent() {
        return value(brief, datum);
    }
    let unit = Unit { id: own.unit.id.clone(), ..Unit::default() };
    let series = Series { unit, ..own.clone() };
    datum.figure.map_or_else(String::new, |figure| told(figure, &series, brief.spec.lang))
}

/// What lies between two figures, without a direction: the sentence says which way it went.
fn between(
    brief: &Brief<'_>,
    dataset: &Dataset,
    (from, to): (ObservationId, ObservationId),
    growth: bool,
) -> Result<String, Misquote> {
    let (lang, step) = (brief.spec.lang, step(dataset, from, to).map_err(Misquote::Incomparable)?);
    let derived = if growth { step.growth } else { step.change }.ok_or(Misquote::Open)?;
    // A word that leaves open which way it went leaves open how far.
    if derived.high.is_some_and(|high| high * derived.value < 0.0) {
        return Err(Misquote::Open);
    }
    let place = brief.frame.data.iter().find(|datum| datum.id == dataset.observations[to].id);
    let series = place.map(|datum| brief.series_of(datum)).ok_or(Misquote::NoFigure)?;
    let size = derived.size();
    Ok(if growth {
        judged::told(size.rounded(PERCENT_DECIMALS), lang, |v| percent(v / 100.0, PERCENT_DECIMALS))
    } else {
        judged::told(size, lang, |v| moved::amount(v, series, lang))
    })
}

/// What a share leaves of its whole, with its word turned round: over 90% leaves under 10%.
fn rest(brief: &Brief<'_>, datum: &Datum) -> Result<String, Misquote> {
    let own = brief.series_of(datum);
    let share = own.unit.is_percent() && own.measure == Measure::Share;
    let figure = datum.figure.filter(|figure| share && (0.0..=100.0).contains(&figure.value));
    let whole = Figure::exact(100.0);
    let left = figure.and_then(|figure| change(figure, whole)).ok_or(Misquote::NoNumber)?;
    let text = |v: f64| percent(v / 100.0, PERCENT_DECIMALS);
    Ok(judged::told(left.rounded(PERCENT_DECIMALS), brief.spec.lang, text))
}

fn judgement(brief: &Brief<'_>, answer: &Answer, form: Form) -> Result<String, Misquote> {
    let (lang, judged) = (brief.spec.lang, &answer.judgement);
    match form {
        Form::TargetShare => judged.share.map(|share| targets::share_text(share, lang)),
        Form::Elapsed => judged.elapsed.map(|gone| percent(gone / 100.0, PERCENT_DECIMALS)),
        Form::Remaining => judged.remaining.map(|left| {
            let series = brief.series_of(&brief.frame.data[answer.target]);
            judged::told(left.size(), lang, |v| moved::amount(v, series, lang))
        }),
        _ => Some(judged::name(judged.verdict).get(lang).to_owned()),
    }
    .ok_or(Misquote::NoNumber)
}

/// Where an observation is printed, in words.
///
/// # Errors
/// Where there is no such observation.
pub fn citation(dataset: &Dataset, id: &str, lang: Lang) -> Result<Citation, Misquote> {
    let at = find(dataset, id)?;
    let (made, place) = subject(dataset, at, lang)?;
    let (brief, datum, row) = (made.brief(), &made.frame.data[place], &dataset.observations[at]);
    let mut status = Vec::new();
    if datum.status != Status::Actual {
        status.push(a11y::status(datum.status).get(lang));
    }
    if datum.flags.any() {
        status.push(say::NOT_COMPARED.get(lang));
    }
    Ok(Citation {
        indicator: named(dataset, row, lang),
        when: a11y::day(datum.date_basis, &when(&made.frame, datum, lang, Style::Long), lang),
        value: value(&brief, datum),
        printed: a11y::as_printed(datum),
        place: a11y::place(datum, dataset.sources[row.source].title.get(lang), lang),
        status: say::CLAUSE_GAP.join(lang, &status),
        note: datum.note.get(lang).to_owned(),
    })
}

impl Misquote {
    /// What is wrong and what to do, in English, for the console of whoever builds a page.
    pub fn message(&self) -> String {
        match self {
            Self::Unknown(near) if near.is_empty() => {
                "no such observation; see the first column of data/observations.csv".to_owned()
            }
            Self::Unknown(near) => format!("no such observation; there are {}", near.join(", ")),
            Self::NoFigure => "the observation prints no figure".to_owned(),
            Self::From => {
                "change and growth need from=\"an earlier observation\", other forms none".to_owned()
            }
            Self::Incomparable(why) => format!("the two figures must not be compared: {why:?}"),
            Self::Open => "their words leave open what lies between the two figures".to_owned(),
            Self::NoTarget => "only a target has a verdict and its numbers".to_owned(),
            Self::NoNumber => "there is no such text for this observation".to_owned(),
        }
    }
}
