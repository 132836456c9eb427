//! Queries by each property, and the search over names.

use super::*;
use crate::dataset::{Area, Indicator, Observation, Pair};
use crate::words::Text;

fn indicator(zh: &str, en: &str, domain: Domain, measure: Measure) -> Indicator {
    let name = Text { zh: zh.into(), en: en.into() };
    Indicator { id: en.to_lowercase().replace(' ', "-"), name, domain, measure, ..Indicator::default() }
}

fn row(id: &str, indicator: usize, area: usize, year: i32, status: Status) -> Observation {
    let figure = Some(Figure::exact(10.0));
    Observation {
        id: id.into(),
        indicator,
        area,
        period: Period::year(year),
        status,
        figure,
        ..Observation::default()
    }
}

fn town() -> Dataset {
    let area = |id: &str| Area { id: id.into(), ..Area::default() };
    let join = |target, outcome| Pair { target, outcome, relation: Relation::Same, reason: Text::default() };
    Dataset {
        sources: vec![Source::default()],
        areas: vec![area("town"), area("port")],
        units: vec![Unit::default()],
        indicators: vec![
            indicator("跨境电商交易额", "Cross-border e-commerce", Domain::Opening, Measure::Level),
            indicator("5G基站数", "5G base stations", Domain::City, Measure::Level),
            indicator("政党党员人数", "Party members", Domain::Resilience, Measure::Level),
            indicator("外贸排名", "Rank by foreign trade", Domain::Opening, Measure::Rank),
            indicator("电商", "Commerce", Domain::Economy, Measure::Level),
        ],
        observations: vec![
            row("trade-22", 0, 0, 2022, Status::Actual),
            row("trade-23", 0, 0, 2023, Status::Actual),
            row("trade-goal", 0, 0, 2023, Status::Target),
            row("port-23", 0, 1, 2023, Status::Actual),
            row("stations", 1, 0, 2023, Status::Forecast),
            row("rank", 3, 0, 2023, Status::Actual),
        ],
        pairs: vec![join(2, 1)],
    }
}

fn asked(query: &Query) -> Vec<String> {
    let frame = query.run(&town());
    frame.data.iter().filter(|datum| datum.asked).map(|datum| datum.id.clone()).collect()
}

#[test]
fn every_property_narrows_what_is_asked_for() {
    let all = asked(&Query::default());
    assert_eq!(all.len(), 6, "no condition is every figure: {all:?}");
    let opening = Query { domain: Some(Domain::Opening), ..Query::default() };
    assert_eq!(asked(&opening), ["trade-22", "trade-23", "trade-goal", "port-23", "rank"]);
    assert_eq!(asked(&Query { measure: Some(Measure::Rank), ..opening.clone() }), ["rank"]);
    assert_eq!(asked(&Query { area: Some(1), ..opening.clone() }), ["port-23"]);
    assert_eq!(asked(&Query { to: Date::new(2022, 12, 31), ..opening.clone() }), ["trade-22"]);
    assert_eq!(asked(&Query { status: Some(Status::Forecast), ..Query::default() }), ["stations"]);
    assert_eq!(asked(&Query { indicators: vec![3, 1], ..Query::default() }), ["rank", "stations"]);
    let other = Query { indicators: vec![1], domain: Some(Domain::Opening), ..Query::default() };
    assert_eq!(asked(&other), [""; 0], "conditions hold together");
    assert_eq!(asked(&Query { indicators: vec![99], ..Query::default() }), [""; 0]);
}

#[test]
fn an_outcome_comes_along_with_its_target_whatever_the_status_asked_for() {
    let query = Query { status: Some(Status::Target), ..Query::default() };
    assert_eq!(asked(&query), ["trade-goal"]);
    let frame = query.run(&town());
    let outcome = frame.answers[0].outcome.map(|at| frame.data[at].id.as_str());
    assert_eq!((frame.answers.len(), outcome), (1, Some("trade-23")));
}

#[test]
fn names_are_found_by_chinese_anywhere_and_by_words_in_either_language() {
    let found = |words: &str| find(&town(), words);
    assert_eq!(found("电商"), [4, 0], "the name itself comes before names that hold it");
    assert_eq!(found("commerce"), [4, 0], "a hyphen parts words");
    assert_eq!(found("COMMERCE"), found("commerce"));
    assert_eq!(found("ｃｏｍｍｅｒｃｅ"), found("commerce"));
    assert_eq!(found("foreign rank"), [3], "words in any order");
    assert_eq!(found("rank　外贸"), [3], "both languages at once, a full-width space between");
    assert_eq!(found("５g"), [1]);
    assert_eq!(found("基站"), [1]);
    assert_eq!(found("trad"), [3], "the beginning of a word is enough");
    for nothing in ["art", "ade", "g", "基 港", "", "  ", "站5"] {
        assert_eq!(found(nothing), [0; 0], "{nothing}");
    }
}
