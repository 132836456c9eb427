//! What a monitor lists, and what stands for a figure in a sentence.

use super::*;
use crate::dataset::builtin;
use crate::query::derive::Obstacle;

fn text(id: &str, form: Form, from: Option<&str>, lang: Lang) -> Result<String, Misquote> {
    quoted(&builtin(), id, form, from, lang)
}

#[test]
fn every_figure_is_listed_once_under_its_indicator() {
    let data = builtin();
    for lang in [Lang::Zh, Lang::En] {
        let monitor = read(&data, lang).expect("read");
        let mut ids: Vec<&str> =
            monitor.indicators.iter().flat_map(|entry| &entry.figures).map(|fact| fact.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), data.observations.len());
        assert_eq!(monitor.indicators.len(), data.indicators.len());
        for entry in &monitor.indicators {
            assert!(!entry.name.is_empty() && !entry.figures.is_empty(), "{}", entry.id);
            assert!(entry.figures.iter().all(|fact| !fact.value.is_empty() && !fact.printed.is_empty()));
        }
    }
}

#[test]
fn a_figure_keeps_its_word_in_a_sentence() {
    let talent = "total-talent@zhengzhou/2024-12-21/actual";
    for (form, zh, en) in [
        (Form::Value, "超300万人", "over 3 million people"),
        (Form::Number, "超300万", "over 3 million"),
        (Form::Period, "2024年12月21日", "21 Dec 2024"),
    ] {
        assert_eq!(text(talent, form, None, Lang::Zh).as_deref(), Ok(zh));
        assert_eq!(text(talent, form, None, Lang::En).as_deref(), Ok(en));
    }
}

#[test]
fn what_lies_between_two_figures_carries_their_words() {
    let (first, second, third) = (
        "high-tech-enterprises@zhengzhou/2022-12-31/actual",
        "high-tech-enterprises@zhengzhou/2023-12-31/actual",
        "high-tech-enterprises@zhengzhou/2024-09-18/actual",
    );
    let of = |id, form, from| text(id, form, Some(from), Lang::En);
    assert_eq!(of(second, Form::Change, first).as_deref(), Ok("611 enterprises"));
    assert_eq!(of(second, Form::Growth, first).as_deref(), Ok("11.8%"));
    assert_eq!(of(third, Form::Change, first).as_deref(), Ok("over 611 enterprises"));
    assert_eq!(of(second, Form::Change, "nothing@here"), Err(Misquote::Unknown(Vec::new())));
    let jobs = "new-urban-jobs@zhengzhou/2023/target";
    assert_eq!(of(second, Form::Growth, jobs), Err(Misquote::Incomparable(Obstacle::OtherUnit)));
    assert_eq!(text(second, Form::Growth, None, Lang::En), Err(Misquote::From));
}

#[test]
fn the_numbers_of_a_verdict_stand_in_a_sentence() {
    let target = "cross-border-ecommerce-volume@zhengzhou/2024/target";
    let of = |form| text(target, form, None, Lang::En);
    assert_eq!(of(Form::TargetShare).as_deref(), Ok("73.8%"));
    assert_eq!(of(Form::Elapsed).as_deref(), Ok("66.7%"));
    assert_eq!(of(Form::Remaining).as_deref(), Ok("at least 34 billion yuan"));
    assert_eq!(of(Form::Verdict).as_deref(), Ok("Ahead of pace"));
    let outcome = "cross-border-ecommerce-volume@zhengzhou/2024-01..2024-08/actual";
    assert_eq!(text(outcome, Form::Verdict, None, Lang::En), Err(Misquote::NoTarget));
}

#[test]
fn what_is_worked_out_names_what_it_rests_on() {
    let data = builtin();
    let of = |id, form, from| basis(&data, id, form, from);
    let (first, second) = (
        "high-tech-enterprises@zhengzhou/2022-12-31/actual",
        "high-tech-enterprises@zhengzhou/2023-12-31/actual",
    );
    assert_eq!(of(second, Form::Number, None), Ok(Vec::new()));
    for form in [Form::Change, Form::Growth] {
        assert_eq!(of(second, form, Some(first)), Ok(vec![first.to_owned(), second.to_owned()]));
    }
    let (target, outcome) = (
        "cross-border-ecommerce-volume@zhengzhou/2024/target",
        "cross-border-ecommerce-volume@zhengzhou/2024-01..2024-08/actual",
    );
    for form in [Form::TargetShare, Form::Elapsed, Form::Remaining, Form::Verdict] {
        assert_eq!(of(target, form, None), Ok(vec![target.to_owned(), outcome.to_owned()]));
        assert!(form.computed());
    }
    let silent = "china-europe-trains@zhengzhou/2023/target";
    assert_eq!(of(silent, Form::Verdict, None), Ok(vec![silent.to_owned()]));
    assert_eq!(of(outcome, Form::Verdict, None), Err(Misquote::NoTarget));
    let names: Vec<&str> = verdicts(Lang::En).into_iter().map(|(id, _)| id).collect();
    assert_eq!(names, ["met", "ahead", "behind", "missed", "undetermined", "no-outcome"]);
}

#[test]
fn what_a_share_leaves_is_told_and_of_nothing_else() {
    let rest = |id| text(id, Form::Rest, None, Lang::En);
    assert_eq!(rest("grid-case-closed@zhengzhou/2024-12-21/actual").as_deref(), Ok("3.1%"));
    assert_eq!(rest("total-talent@zhengzhou/2024-12-21/actual"), Err(Misquote::NoNumber));
    assert_eq!(rest("high-tech-enterprises-growth@zhengzhou/2022-12-31/actual"), Err(Misquote::NoNumber));
}

#[test]
fn an_unknown_observation_of_a_known_indicator_names_those_there_are() {
    let Err(Misquote::Unknown(near)) =
        text("total-talent@zhengzhou/2025/actual", Form::Value, None, Lang::Zh)
    else {
        panic!("not refused")
    };
    assert!(near.contains(&"total-talent@zhengzhou/2024-12-21/actual".to_owned()), "{near:?}");
}

#[test]
fn look_alikes_of_a_target_come_with_their_reason() {
    let monitor = read(&builtin(), Lang::En).expect("read");
    let entry = monitor.indicators.iter().find(|entry| entry.id == "china-europe-trains").expect("trains");
    let target = entry.targets.first().expect("a target");
    assert_eq!((target.verdict, target.relation), ("no-outcome", "no"));
    assert_eq!(target.unlike.len(), 3);
    assert!(target.unlike.iter().all(|unlike| !unlike.reason.is_empty() && !unlike.value.is_empty()));
}

#[test]
fn a_target_of_a_year_tells_its_pace_and_what_the_rest_needs() {
    let monitor = read(&builtin(), Lang::En).expect("read");
    let of = |id: &str, year: &str| {
        let entry = monitor.indicators.iter().find(|entry| entry.id == id).expect("an indicator");
        entry.targets.iter().find(|target| target.target.contains(year)).expect("a target")
    };
    let trade = of("cross-border-ecommerce-volume", "/2024/");
    let pace: Vec<(&str, &str)> = trade.pace.iter().map(|need| (need.unit, need.text.as_str())).collect();
    // 130 billion over 36 ten-days, 12 months, 4 quarters, 1 year.
    assert_eq!(
        pace,
        [
            ("ten-day", "at least 3.61 billion yuan"),
            ("month", "at least 10.8 billion yuan"),
            ("quarter", "at least 32.5 billion yuan"),
            ("year", "at least 130 billion yuan")
        ]
    );
    // (130 − 96) ÷ 4 = 8.5, and 96 ÷ 8 = 12.
    assert_eq!(
        trade.rest,
        "needs at least 34 billion yuan, at least 8.5 billion yuan a month (so far 12 billion yuan a month)"
    );
    let firms = of("high-tech-enterprises-added", "/2024/");
    assert_eq!(
        firms.rest,
        "needs at most 200 enterprises, perhaps nothing: the figure so far is only a lower bound"
    );
    // A stock has no pace of sums.
    assert!(of("market-entities", "/2023-12-31/").pace.is_empty());
}
