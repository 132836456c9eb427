//! Targets on their way: known answers of invented figures, the verdict of a path held against that of a pair, and what
//! is refused.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use std::rc::Rc;

use indicator_chart::chart::Chart;
use indicator_chart::dataset::{Dataset, Relation, Temporal};
use indicator_chart::query::{cadence, verdict::judge};
use indicator_chart::scene::Shape;
use indicator_chart::words::Lang;
use support::{chart, figures, fixtures, input};

fn summary(dataset: &Rc<Dataset>, lang: &str, fields: &[(&str, &str)]) -> String {
    let mut all = vec![("kind", "pace"), ("lang", lang)];
    all.extend_from_slice(fields);
    chart(dataset, &all, 640.0).summary()
}

fn refused(dataset: &Rc<Dataset>, fields: &[(&str, &str)]) -> [String; 2] {
    let error = Chart::new(Rc::clone(dataset), &input(fields)).expect_err("a refusal");
    [Lang::Zh, Lang::En].map(|lang| error.message(lang))
}

#[test]
fn a_path_without_a_profile_judges_as_a_pair_does() {
    let mut seen = 0;
    for dataset in [figures(), fixtures::invented()] {
        for (id, target) in dataset.observations.iter().enumerate() {
            let indicator = &dataset.indicators[target.indicator];
            let judgement = judge(&dataset, id);
            let (Some(demanded), Some(outcome)) = (target.figure, judgement.outcome) else { continue };
            let outcome = &dataset.observations[outcome];
            let flow = indicator.temporal == Temporal::Flow && judgement.relation != Relation::No;
            if !flow || !cadence::paced(demanded, target.period, indicator.direction) {
                continue;
            }
            let found =
                outcome.figure.and_then(|f| cadence::rest(demanded, target.period, f, outcome.period));
            let stands = found.unwrap_or_else(|| panic!("{}: no standing", target.id));
            assert_eq!(stands.verdict, judgement.verdict, "{}", target.id);
            seen += 1;
        }
    }
    assert!(seen >= 7, "only {seen} targets were held");
}

#[test]
fn eight_months_of_trade_in_words() {
    let fields = [("indicator", "cross-border-ecommerce-volume"), ("from", "2024")];
    let said = summary(&figures(), "en", &fields);
    for part in [
        "target at least 130 billion yuan (2024), so far 96 billion yuan (Jan–Aug 2024)",
        "Ahead of pace: 73.8% of the target, 9.33 billion yuan ahead.",
        "The rest of the year: needs at least 34 billion yuan, at least 8.5 billion yuan a month (so far 12 billion yuan a month).",
        "Pace needed: at least 3.61 billion yuan every ten days, 10.8 billion yuan a month, 32.5 billion yuan a quarter.",
    ] {
        assert!(said.contains(part), "“{part}” in “{said}”");
    }
    let said = summary(&figures(), "zh", &fields);
    for part in ["每月至少85亿元（至今每月120亿元）", "至少每旬36.1亿元，每月108亿元，每季325亿元"]
    {
        assert!(said.contains(part), "“{part}” in “{said}”");
    }
}

#[test]
fn nine_months_and_eight_ten_days_add_up() {
    // 4 + 3.5 + 4.5 + 5 + 5.5 + 6 + 5 + 4.5 + 5 = 43 of 60 亿; 274 of 366 days: 44.918 are due, 1.918 are missing.
    // 17 are left for three months; 43 came in nine.
    let months = summary(&fixtures::invented(), "zh", &[("indicator", "invented-months")]);
    for part in
        ["累计43亿元", "慢于进度", "落后1.92亿元", "还需至少17亿元，每月至少5.67亿元（至今每月4.78亿元）"]
    {
        assert!(months.contains(part), "“{part}” in “{months}”");
    }
    // 110 + 95 + 100 + 120 + 105 + 90 + 115 + 105 = 840 of 3,600 by 20 March: 80 of 366 days, 786.9 are due.
    let ten_days = summary(&fixtures::invented(), "en", &[("indicator", "invented-ten-days")]);
    for part in ["so far 840 tonnes (1 Jan–20 Mar 2024)", "53.1 tonnes ahead", "needs 2,760 tonnes"] {
        assert!(ten_days.contains(part), "“{part}” in “{ten_days}”");
    }
    // Half of the year's work in its last quarter: half of 60 is due by September.
    let fields = [("indicator", "invented-months"), ("profile", "15 15 20 50")];
    let bent = summary(&fixtures::invented(), "en", &fields);
    assert!(bent.contains("Ahead of pace: 71.7% of the target, 1.3 billion yuan ahead"), "{bent}");
}

#[test]
fn after_a_gap_only_what_runs_from_the_beginning_is_certain() {
    let mut chart =
        chart(&fixtures::invented(), &[("indicator", "invented-missing-month"), ("kind", "pace")], 640.0);
    let scene = chart.scene().expect("a scene");
    let points = scene.layers.iter().find(|layer| layer.name == "points").expect("points");
    let circles = points.marks.iter().filter(|mark| matches!(mark.shape, Shape::Symbol { .. }));
    // January, February, March; January to August as printed, and September on it. Not May and June.
    assert_eq!(circles.count(), 5);
    let lines = scene.layers.iter().find(|layer| layer.name == "lines").expect("lines");
    let runs: Vec<usize> = lines
        .marks
        .iter()
        .filter_map(|mark| match &mark.shape {
            Shape::Line { points, stroke } if stroke.dash == indicator_chart::scene::Dash::Solid => {
                Some(points.len())
            }
            _ => None,
        })
        .collect();
    assert_eq!(runs, [4, 2], "from nothing to March, and from August to September");
    let said: String = scene.texts().map(|text| text.text.as_str()).collect();
    assert!(said.contains("没有公布：2024年4月"), "{said}");
    chart.resize(320.0);
    // 20 + 18 + 22 = 60; 150 printed by August; 167 with September, of over 240.
    let said = chart.summary();
    assert!(said.contains("累计167件") && said.contains("还需超73件，每月超24.3件"), "{said}");
}

#[test]
fn what_is_done_and_what_is_demanded_stand_in_the_picture_at_every_width() {
    let (own, invented) = (figures(), fixtures::invented());
    let cases = [
        (&own, "cross-border-ecommerce-volume"),
        (&own, "high-tech-enterprises-added"),
        (&own, "national-tech-smes"),
        (&invented, "invented-months"),
        (&invented, "invented-ten-days"),
        (&invented, "invented-missing-month"),
        (&invented, "invented-sales"),
        (&invented, "invented-far"),
    ];
    for (dataset, id) in cases {
        for lang in ["zh", "en"] {
            for width in [280.0, 320.0, 360.0, 412.0, 640.0, 900.0, 1400.0] {
                let chart = chart(dataset, &[("indicator", id), ("kind", "pace"), ("lang", lang)], width);
                let marks = chart.scene().expect("a scene").layers.iter().flat_map(|layer| &layer.marks);
                let texts: Vec<usize> = marks
                    .filter(|mark| matches!(mark.shape, Shape::Text(_)))
                    .filter_map(|mark| mark.datum)
                    .collect();
                let goal = chart.targets().last().expect("a target").datum;
                let sums: Vec<usize> =
                    chart.targets().iter().rev().skip(1).map(|target| target.datum).collect();
                assert!(texts.contains(&goal), "{id} {lang} {width}: no target");
                assert!(sums.iter().any(|sum| texts.contains(sum)), "{id} {lang} {width}: no sum");
            }
        }
    }
}

#[test]
fn a_reading_tells_the_sum_so_far_and_the_verdict_of_the_path() {
    let read = |fields: &[(&str, &str)], id: &str| -> String {
        let mut all = vec![("kind", "pace"), ("lang", "en"), ("indicator", "invented-months")];
        all.extend_from_slice(fields);
        let mut chart = chart(&fixtures::invented(), &all, 640.0);
        assert!(chart.point_at(id), "{id}");
        let reading = chart.reading().expect("a reading").reading;
        reading.rows.iter().map(|row| format!("{}: {}\n", row.label, row.text)).collect()
    };
    // 4 + 3.5 + 4.5 of March.
    let march = read(&[], "invented-months@alpha/2024-03-01..2024-03-31/actual");
    assert!(march.contains("So far: 1.2 billion yuan (Q1 2024)"), "{march}");
    let target = "invented-months@alpha/2024-01-01..2024-12-31/target";
    assert!(read(&[], target).contains("Verdict: Behind pace: 71.7%"), "straight");
    assert!(
        read(&[("profile", "15 15 20 50")], target).contains("Verdict: Ahead of pace: 71.7%"),
        "by a profile"
    );
}

#[test]
fn a_bound_is_no_pace() {
    let said = summary(&figures(), "en", &[("indicator", "high-tech-enterprises-added")]);
    for part in ["Undetermined", "needs at most 200 enterprises, perhaps nothing"] {
        assert!(said.contains(part), "“{part}” in “{said}”");
    }
    assert!(!said.contains("a month (so far"), "{said}");
    // The other year's target is named, not drawn.
    let chart = chart(
        &figures(),
        &[("indicator", "high-tech-enterprises-added"), ("kind", "pace"), ("lang", "en")],
        640.0,
    );
    let texts: String =
        chart.scene().expect("a scene").texts().map(|text| [text.text.as_str(), " "].concat()).collect();
    assert!(texts.contains("Targets not in this picture: 1,000 enterprises (2023)"), "{texts}");
}

#[test]
fn what_has_no_path_is_refused_with_a_way_out() {
    let (own, invented) = (figures(), fixtures::invented());
    let pace = |dataset, id| refused(dataset, &[("kind", "pace"), ("indicator", id)]);
    for (said, way) in [
        (pace(&own, "total-talent"), "kind=\"bar\""),
        (pace(&own, "provincial-laboratories"), "kind=\""),
        (pace(&invented, "invented-ceiling"), "kind=\"progress\""),
        (pace(&invented, "invented-waste"), "kind=\"progress\""),
    ] {
        assert!(said.iter().all(|said| said.contains(way)), "{said:?}");
    }
    for given in ["1 2 3", "1 2 3 -4", "0 0 0 0", "spring"] {
        let said = refused(&own, &[("kind", "pace"), ("indicator", "new-urban-jobs"), ("profile", given)]);
        assert!(said.iter().all(|said| said.contains(given) && said.contains("36")), "{said:?}");
    }
    let said = refused(&own, &[("kind", "bar"), ("indicator", "new-urban-jobs"), ("profile", "1 1 1 1")]);
    assert!(said.iter().all(|said| said.contains("profile=\"\"")), "{said:?}");
}
