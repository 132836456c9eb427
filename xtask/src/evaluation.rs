//! Turns the dataset into the evaluation of the five-year plan at half time: how much of its time is gone, what the
//! printed figures confirm, and what was printed later of the tasks that it sets for its second half.

use indicator_chart::dataset::{Date, Period};
use indicator_chart::format::percent;
use indicator_chart::monitor::{Fact, Monitor, Target};
use indicator_chart::words::Lang;

use crate::across::row;

/// The plan's first and last year; its name, the 14th Five-Year Plan, says them.
const SPAN: (i32, i32) = (2021, 2025);
/// The day that the evaluation's own figures stand for, as the dataset infers it.
const HALF: (i32, u8, u8) = (2023, 6, 30);
/// The document that sets the tasks.
const SOURCE: &str = "midterm-2025";

/// The plan's days gone by the evaluation's day, and all of them.
fn days() -> (i32, i32) {
    let plan = Period { start: Date::new(SPAN.0, 1, 1), end: Date::new(SPAN.1, 12, 31) };
    let gone = Period { end: Date::new(HALF.0, HALF.1, HALF.2), ..plan };
    (gone.days().unwrap_or_default(), plan.days().unwrap_or_default())
}

/// How much of the plan's time is gone.
pub(crate) fn elapsed(lang: Lang) -> String {
    let (gone, all) = days();
    let share = percent(f64::from(gone) / f64::from(all), 1);
    match lang {
        Lang::Zh => format!("<b>{share}</b>（{all}天中的{gone}天）"),
        Lang::En => format!("<b>{share}</b> ({gone} of {all} days)"),
    }
}

/// How many of the plan's own targets the printed figures show on or ahead of time, and why not more.
pub(crate) fn confirmed(monitor: &Monitor, lang: Lang) -> String {
    let last = format!("{}-12-31", SPAN.1);
    let (mut demanded, mut answered, mut confirmed) = (0, 0, 0);
    for entry in &monitor.indicators {
        for target in &entry.targets {
            let fact = entry.figures.iter().find(|fact| fact.id == target.target);
            if fact.is_some_and(|fact| fact.span[1] == last) {
                demanded += 1;
                answered += usize::from(!target.outcome.is_empty());
                confirmed += usize::from(matches!(target.verdict, "met" | "ahead"));
            }
        }
    }
    match lang {
        Lang::Zh => format!(
            "<b>{confirmed}项</b>。{}份文件里，期限到{}年的目标只印出{demanded}项，\
             可以与它对照的结果印出{answered}项。",
            monitor.sources.len(),
            SPAN.1
        ),
        Lang::En => format!(
            "<b>{confirmed}</b>. Targets whose deadline is {} that the {} documents print: {demanded}; outcomes that can be \
             held against them: {answered}.",
            SPAN.1,
            monitor.sources.len()
        ),
    }
}

/// The tasks that the evaluation sets, with what was printed of them.
pub(crate) fn tasks(monitor: &Monitor, lang: Lang) -> String {
    let source = monitor.sources.iter().position(|source| source.id == SOURCE);
    let mut rows = Vec::new();
    for entry in &monitor.indicators {
        let own = |fact: &&Fact| fact.status == "target" && Some(fact.source) == source;
        for fact in entry.figures.iter().filter(own) {
            // A demand that another document sets alike is judged once, under that document's figure.
            let alike = |target: &&Target| {
                let other = entry.figures.iter().find(|other| other.id == target.target);
                other.is_some_and(|other| other.value == fact.value && other.span == fact.span)
            };
            let target = entry.targets.iter().find(|target| target.target == fact.id);
            let Some(target) = target.or_else(|| entry.targets.iter().find(alike)) else { continue };
            rows.push((target.outcome.is_empty(), row(monitor, target, fact, lang)));
        }
    }
    rows.sort_by_key(|(silent, _)| *silent);
    let items: String = rows.into_iter().map(|(_, row)| row).collect();
    format!("<ul class=\"targets\">{items}</ul>")
}

#[cfg(test)]
mod tests {
    use indicator_chart::dataset::builtin;
    use indicator_chart::words::Lang;

    use super::{confirmed, days, elapsed, tasks};
    use crate::monitor::gathered;

    #[test]
    fn half_of_the_plan_is_gone_but_a_day_and_a_half() {
        // 365 + 365 + 181 of 5 × 365 + 1 days.
        assert_eq!(days(), (911, 1826));
        assert!(elapsed(Lang::En).contains("49.9%"));
    }

    #[test]
    fn nothing_is_confirmed_that_is_not_printed() {
        let data = builtin();
        let monitor = gathered(&data, Lang::En).unwrap();
        assert!(confirmed(&monitor, Lang::En).starts_with("<b>0</b>. Targets"));
        let printed = data.observations.iter().filter(|row| {
            data.sources[row.source].id == "midterm-2025"
                && row.status == indicator_chart::dataset::Status::Target
        });
        let rows = tasks(&monitor, Lang::En).matches("<li><b>").count();
        assert_eq!(printed.count(), rows);
    }
}
