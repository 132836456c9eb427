//! No word is dropped: whatever a source's word or a status makes of a figure stands in picture, reading, table and
//! summary alike, in both languages.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use std::collections::BTreeMap;
use std::rc::Rc;

use indicator_chart::chart::Chart;
use indicator_chart::dataset::{Dataset, Measure, Qualifier, Status};
use indicator_chart::query::Datum;
use indicator_chart::scene::Shape;
use indicator_chart::spec::Kind;
use support::{figures, fixtures, input};

/// What a reader of either language may meet for a word; written here, not taken from the code.
fn word(qualifier: Qualifier, measure: Measure, zh: bool) -> &'static [&'static str] {
    let placed = matches!(measure, Measure::Rank | Measure::Tier | Measure::Order);
    match (qualifier, zh) {
        (Qualifier::Exact, _) => &[""],
        // Places have prepositions of their own, and count from either end.
        (Qualifier::Over, true) if placed => &["之外", "之后"],
        (Qualifier::Over, false) if placed => &["outside", "below"],
        (Qualifier::AtLeast, true) if placed => &["或之前", "或之后"],
        (Qualifier::AtLeast, false) if placed => &["or higher", "or lower"],
        (Qualifier::Over, true) => &["超"],
        (Qualifier::Over, false) => &["over", "under"],
        (Qualifier::AtLeast, true) => &["以上", "至少"],
        (Qualifier::AtLeast, false) => &["at least"],
        (Qualifier::Nearly, true) => &["近"],
        (Qualifier::Nearly, false) => &["nearly"],
        (Qualifier::About, true) => &["约"],
        (Qualifier::About, false) => &["about"],
        (Qualifier::AtMost, true) if placed => &["前", "后"],
        (Qualifier::AtMost, false) if placed => &["top", "bottom"],
        (Qualifier::AtMost, true) => &["以内"],
        (Qualifier::AtMost, false) => &["at most"],
        (Qualifier::Range, true) => &["–", "至"],
        (Qualifier::Range, false) => &["–", "to"],
    }
}

fn status(status: Status, zh: bool) -> &'static str {
    match (status, zh) {
        (Status::Actual, _) => "",
        (Status::Target, true) => "目标",
        (Status::Target, false) => "Target",
        (Status::Forecast, true) => "预计",
        (Status::Forecast, false) => "Expected",
    }
}

/// Shares done and steps are computed; they carry a word of their own, or say that there is none.
fn derived(text: &str) -> bool {
    let share = ["完成", "of the target", "算不出份额", "give no share", "不折算", "no share done"];
    says(text, &share)
}

fn says(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Every chart that can be drawn of one indicator, in both languages.
fn charts(dataset: &Rc<Dataset>) -> Vec<(Chart, bool)> {
    let mut charts = Vec::new();
    for (at, row) in dataset.indicators.iter().enumerate() {
        for (nth, (kind, _)) in Kind::NAMES.into_iter().enumerate() {
            // Of a large dataset every kind sees its own eighth; the three that others are drawn by see all.
            let plain = matches!(kind, "line" | "bar" | "bullet") || dataset.indicators.len() < 100;
            if !plain && at % 8 != nth % 8 {
                continue;
            }
            for lang in ["zh-CN", "en"] {
                let fields = [("indicator", row.id.as_str()), ("kind", kind), ("lang", lang)];
                if let Ok(mut chart) = Chart::new(Rc::clone(dataset), &input(&fields)) {
                    chart.resize(640.0);
                    charts.push((chart, lang != "en"));
                }
            }
        }
    }
    assert!(charts.len() > 40, "charts to look at: {}", charts.len());
    charts
}

fn all() -> Vec<(Chart, bool)> {
    let mut all = charts(&figures());
    all.extend(charts(&fixtures::invented()));
    all
}

fn needed(chart: &Chart, datum: &Datum, zh: bool) -> Option<(&'static [&'static str], &'static str)> {
    let measure = chart.frame().series[datum.series].measure;
    Some((word(datum.figure?.qualifier, measure, zh), status(datum.status, zh)))
}

#[test]
fn a_value_in_the_picture_keeps_its_word_and_status() {
    let mut seen = 0;
    for (chart, zh) in all() {
        let scene = chart.scene().expect("a scene");
        let layers = scene.layers.iter().filter(|layer| ["labels", "values"].contains(&layer.name));
        for mark in layers.flat_map(|layer| &layer.marks) {
            let (Shape::Text(text), Some(datum)) = (&mark.shape, mark.datum) else { continue };
            let datum = &chart.frame().data[datum];
            let Some((words, status)) = needed(&chart, datum, zh) else { continue };
            // The share of time gone and the sign of a missing outcome belong to the target's mark, not to its value.
            if says(&text.text, &["时间过去", "time gone", "来源没有", "No outcome"]) || derived(&text.text)
            {
                continue;
            }
            // A name beside its value is no value.
            let series = &chart.frame().series[datum.series];
            let names =
                [&series.name.zh, &series.name.en, &series.area.zh, &series.area.en, &series.category];
            if !text.text.chars().any(|c| c.is_ascii_digit()) && names.iter().any(|n| n.contains(&text.text))
            {
                continue;
            }
            seen += 1;
            assert!(says(&text.text, words), "“{}” of {} drops {words:?}", text.text, datum.id);
            assert!(text.text.contains(status), "“{}” of {} drops {status}", text.text, datum.id);
        }
    }
    assert!(seen > 300, "values looked at: {seen}");
}

#[test]
fn a_figure_in_a_row_or_a_card_keeps_its_word_and_status() {
    let mut seen = 0;
    for (chart, zh) in all() {
        let layers = &chart.scene().expect("a scene").layers;
        // A figure stands in several runs or lines: its word, its number, its unit.
        let (mut told, mut around) = (BTreeMap::<usize, String>::new(), String::new());
        for layer in layers.iter().filter(|layer| ["cells", "figures", "heads"].contains(&layer.name)) {
            for mark in &layer.marks {
                let Shape::Text(text) = &mark.shape else { continue };
                let own = mark.datum.map_or(&mut around, |datum| told.entry(datum).or_default());
                own.push_str(&text.text);
                own.push(' ');
            }
        }
        for (datum, text) in told {
            let datum = &chart.frame().data[datum];
            let Some((words, status)) = needed(&chart, datum, zh) else { continue };
            seen += 1;
            assert!(says(&text, words), "“{text}” of {} drops {words:?}", datum.id);
            // In columns the head or the cell beside says what is demanded or expected.
            let said = text.contains(status) || around.to_lowercase().contains(&status.to_lowercase());
            assert!(said, "“{text}” of {} drops {status}: {around}", datum.id);
        }
    }
    assert!(seen > 300, "figures looked at: {seen}");
}

#[test]
fn a_reading_names_value_word_period_and_source() {
    for (mut chart, zh) in all() {
        let ids: Vec<String> =
            chart.targets().iter().map(|t| chart.frame().data[t.datum].id.clone()).collect();
        for id in ids {
            assert!(chart.point_at(&id), "{id} can be read");
            let reading = chart.reading().expect("a reading").reading;
            let datum = chart.frame().data.iter().find(|datum| datum.id == id).expect("its datum");
            if let Some((words, status)) = needed(&chart, datum, zh) {
                for text in [&reading.value, &reading.announce] {
                    assert!(
                        says(text, words) && text.contains(status),
                        "“{text}” of {id}: {words:?} {status}"
                    );
                }
            }
            let title = &chart.frame().sources[datum.source].title;
            let title = if zh || title.en.is_empty() { &title.zh } else { &title.en };
            let source = reading.rows.last().expect("a source row");
            assert!(source.text.contains(title.as_str()), "{id}: {source:?} names {title}");
            if let Some(day) = datum.period.anchor() {
                assert!(
                    reading.heading.contains(&day.year.to_string()),
                    "{id}: {} names its year",
                    reading.heading
                );
            }
        }
    }
}

#[test]
fn a_table_row_keeps_word_and_status() {
    for (chart, zh) in all() {
        let table = chart.table();
        assert_eq!(table.rows.len(), chart.frame().data.len());
        for (row, datum) in table.rows.iter().zip(&chart.frame().data) {
            assert_eq!(row.len(), table.head.len());
            let text = row.join("|");
            if let Some((words, status)) = needed(&chart, datum, zh) {
                assert!(says(&text, words), "{text} drops {words:?}");
                assert!(text.to_lowercase().contains(&status.to_lowercase()), "{text} drops {status}");
            }
        }
    }
}

#[test]
fn a_summary_never_tells_an_expectation_as_a_fact() {
    let mut told = 0;
    for (chart, zh) in all() {
        let summary = chart.summary();
        let last =
            chart.frame().data.iter().rfind(|d| d.asked && d.status != Status::Target && d.figure.is_some());
        if last.is_some_and(|datum| datum.status == Status::Forecast)
            && !summary.contains("target")
            && !summary.contains("目标")
        {
            told += 1;
            assert!(summary.contains(status(Status::Forecast, zh)), "{summary}");
            assert!(
                !says(&summary, &["增长", "下降", ", up ", ", down "]),
                "no growth to an expectation: {summary}"
            );
        }
    }
    assert!(told > 1, "summaries with an expectation: {told}");
}

/// The sentences of a summary; a point inside a number ends none.
fn sentences(summary: &str, zh: bool) -> usize {
    if zh { summary.matches('。').count() } else { summary.matches(". ").count() + 1 }
}

#[test]
fn a_summary_is_short_enough_to_be_listened_to() {
    for (chart, zh) in all() {
        let summary = chart.summary();
        // A target's sentence is followed by its verdict.
        assert!(sentences(&summary, zh) <= 13, "{:?}: {summary}", chart.spec().kind);
        assert!(!summary.contains("{0}") && !summary.contains("（）"), "{summary}");
    }
}

#[test]
fn a_figure_of_every_month_or_of_a_mean_year_says_so_on_every_surface() {
    let id = "industrial-value-added-growth";
    for kind in ["line", "step", "bar"] {
        for (lang, words) in [("zh", ["每月", "年均"]), ("en", ["every month", "annual mean"])] {
            let fields = [("indicator", id), ("kind", kind), ("lang", lang)];
            let mut chart = Chart::new(figures(), &input(&fields)).expect("a chart");
            chart.resize(640.0);
            let scene = chart.scene().expect("a scene");
            let picture: String = scene.texts().map(|text| text.text.as_str()).collect();
            let table = chart.table().rows.concat().concat();
            let ids: Vec<String> = chart.frame().data.iter().map(|datum| datum.id.clone()).collect();
            let mut readings = String::new();
            for id in ids {
                if chart.point_at(&id) {
                    readings.push_str(&chart.reading().expect("a reading").reading.announce);
                }
            }
            for surface in [&picture, &table, &readings] {
                for word in words {
                    assert!(surface.contains(word), "{kind} {lang}: no “{word}” in {surface}");
                }
            }
        }
    }
}
