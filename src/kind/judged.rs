//! A verdict in words: its name, the numbers it compares, or why it is open.

use super::Brief;
use crate::color::Color;
use crate::format::{percent, points};
use crate::query::interval::{Derived, Word};
use crate::query::verdict::{PERCENT_DECIMALS, Rule, Verdict};
use crate::query::{Answer, Figure, Series, Status};
use crate::words::{Lang, Say, join, say};

/// The verdict's name.
pub(crate) fn name(verdict: Verdict) -> Say {
    match verdict {
        Verdict::Met => say::MET,
        Verdict::Missed => say::MISSED,
        Verdict::Ahead => say::AHEAD,
        Verdict::Behind => say::BEHIND,
        Verdict::Undetermined => say::UNDETERMINED,
        Verdict::NoOutcome => say::NO_OUTCOME,
    }
}

/// The verdict's ink.
pub(super) fn color(brief: &Brief<'_>, verdict: Verdict) -> Color {
    match verdict {
        Verdict::Met | Verdict::Ahead => brief.theme.accent_text,
        Verdict::Missed | Verdict::Behind => brief.theme.time_text,
        Verdict::Undetermined | Verdict::NoOutcome => brief.theme.ink,
    }
}

/// Name and facts in one clause.
pub(crate) fn sentence(brief: &Brief<'_>, answer: &Answer) -> String {
    let lang = brief.spec.lang;
    let (name, facts) = (name(answer.judgement.verdict).get(lang), facts(brief, answer));
    if facts.is_empty() { name.to_owned() } else { say::VERDICT.fill(lang, &[name, &facts]) }
}

/// The rule that a verdict follows; one that is open for want of something says that itself.
pub(crate) fn rule(answer: &Answer) -> Option<Say> {
    Some(match answer.judgement.rule {
        Rule::AllAccepted | Rule::AllAcceptedLater => say::RULE_MET,
        Rule::NoneAccepted => say::RULE_MISSED,
        Rule::FlowPace => say::RULE_PACE,
        Rule::BaselinePace => say::RULE_PACE_FROM_BASE,
        Rule::StraddlesTarget | Rule::StraddlesPace => say::RULE_OPEN,
        _ => return None,
    })
}

/// What the verdict rests on: the share done, the pace, what is left; or why it is open.
pub(crate) fn facts(brief: &Brief<'_>, answer: &Answer) -> String {
    let lang = brief.spec.lang;
    let judgement = &answer.judgement;
    if judgement.verdict == Verdict::NoOutcome {
        return String::new();
    }
    let share_of =
        |d: Derived| told(d.rounded(PERCENT_DECIMALS), lang, |v| percent(v / 100.0, PERCENT_DECIMALS));
    let mut done: Vec<String> = Vec::new();
    if let Some(share) = judgement.share {
        done.push(say::DONE.fill(lang, &[&share_of(share)]));
    }
    if let Some(lead) = judgement.lead_points {
        let text = told(lead.size(), lang, |v| points(v, PERCENT_DECIMALS, lang));
        let say = if judgement.verdict == Verdict::Behind { say::POINTS_BEHIND } else { say::POINTS_AHEAD };
        done.push(say.fill(lang, &[&text]));
    }
    let open = judgement.verdict == Verdict::Undetermined || judgement.rule == Rule::AllAcceptedLater;
    let why = if open { why(judgement.rule).map_or("", |why| why.get(lang)) } else { "" };
    let mut parts = vec![say::CLAUSE_GAP.join(lang, &done), why.to_owned(), remaining(brief, answer)];
    parts.retain(|text| !text.is_empty());
    say::LIST_GAP.join(lang, &parts)
}

/// Every verdict with its word in a count, in the order in which a reader wants them.
pub(crate) const COUNTED: [(Verdict, Say); 6] = [
    (Verdict::Met, say::COUNTED[0]),
    (Verdict::Ahead, say::COUNTED[2]),
    (Verdict::Behind, say::COUNTED[3]),
    (Verdict::Missed, say::COUNTED[1]),
    (Verdict::Undetermined, say::COUNTED[4]),
    (Verdict::NoOutcome, say::COUNTED[5]),
];

/// The targets of each verdict that there are any of, with their count in words.
pub(super) fn groups<'a>(brief: &Brief<'a>) -> Vec<(Verdict, String, Vec<&'a Answer>)> {
    let (frame, lang) = (brief.frame, brief.spec.lang);
    let mut groups = Vec::new();
    for (verdict, counted) in COUNTED {
        let mut own = Vec::new();
        for answer in &frame.answers {
            let target = &frame.data[answer.target];
            let counts = target.status == Status::Target && target.figure.is_some();
            if answer.judgement.verdict == verdict && counts {
                own.push(answer);
            }
        }
        if !own.is_empty() {
            let count = say::VERDICT_COUNT.fill(lang, &[&own.len().to_string(), counted.get(lang)]);
            groups.push((verdict, count, own));
        }
    }
    groups
}

/// How many targets there are, and how many of each verdict; empty of one.
pub(crate) fn counts(brief: &Brief<'_>) -> String {
    let lang = brief.spec.lang;
    let (mut parts, mut all) = (Vec::new(), 0_usize);
    for (_, count, own) in groups(brief) {
        all += own.len();
        parts.push(count);
    }
    if all < 2 {
        return String::new();
    }
    say::TARGET_COUNT.fill(lang, &[&all.to_string(), &say::CLAUSE_GAP.join(lang, &parts)])
}

/// A clause as a sentence begins: English takes a capital, Chinese is left as it is.
pub(super) fn opened(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        join(&[first.to_ascii_uppercase().to_string().as_str(), letters.as_str()], "")
    })
}

/// What is left, where the target's time is not over; with the months that are left where both are whole.
fn remaining(brief: &Brief<'_>, answer: &Answer) -> String {
    let lang = brief.spec.lang;
    let target = &brief.frame.data[answer.target];
    let open = matches!(answer.judgement.verdict, Verdict::Ahead | Verdict::Behind);
    let (Some(left), true) = (answer.judgement.remaining, open) else { return String::new() };
    let series = brief.series_of(target);
    let amount = told(left.size(), lang, |v| amount(v, series, lang));
    let end = answer.outcome.and_then(|outcome| brief.frame.data[outcome].period.end);
    let months = match (end, target.period.end) {
        (Some(a), Some(b)) if a.ends_month() && b.ends_month() => {
            (b.year - a.year) * 12 + i32::from(b.month) - i32::from(a.month)
        }
        _ => 0,
    };
    match months {
        1 => say::REMAINING_MONTH.fill(lang, &[&amount]),
        2.. => say::REMAINING_MONTHS.fill(lang, &[&amount, &months.to_string()]),
        _ => say::REMAINING.fill(lang, &[&amount]),
    }
}

/// An amount with its unit, as an observed value would be printed.
fn amount(value: f64, series: &Series, lang: Lang) -> String {
    if series.unit.is_percent() {
        // What is left of a percentage is counted in points; a percentage of it would be another number.
        return points(value, series.decimals, lang);
    }
    super::told(Figure::exact(value), series, lang)
}

fn why(rule: Rule) -> Option<Say> {
    Some(match rule {
        Rule::StraddlesTarget => say::WHY_STRADDLES,
        Rule::StraddlesPace => say::WHY_STRADDLES_PACE,
        Rule::Approximate => say::WHY_APPROXIMATE,
        Rule::PeriodNotOver | Rule::NoBase => say::WHY_NOT_OVER,
        Rule::NoDeadline => say::WHY_NO_DEADLINE,
        Rule::DateNotPrinted => say::WHY_NO_DATE,
        Rule::NoDirection => say::WHY_NO_DIRECTION,
        Rule::Incomparable(_) => say::WHY_INCOMPARABLE,
        Rule::AllAcceptedLater => say::WHY_MET_LATER,
        Rule::AllAccepted
        | Rule::NoneAccepted
        | Rule::FlowPace
        | Rule::BaselinePace
        | Rule::NoOutcomePrinted => {
            return None;
        }
    })
}

/// A computed result with its word; `text` renders its numbers.
pub(crate) fn told(derived: Derived, lang: Lang, text: impl Fn(f64) -> String) -> String {
    let low = text(derived.value);
    let say = match derived.word {
        Word::Exact => return low,
        Word::Over => say::TOLD_OVER,
        Word::AtLeast => say::TOLD_AT_LEAST,
        Word::Under => say::TOLD_UNDER,
        Word::AtMost => say::TOLD_AT_MOST,
        Word::Nearly => say::TOLD_NEARLY,
        Word::About => say::TOLD_ABOUT,
        Word::Range => say::TOLD_RANGE,
    };
    say.fill(lang, &[&low, &derived.high.map_or_else(String::new, text)])
}
