//! A refusal says why and what to do instead, and what it says can be done.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use std::collections::BTreeMap;
use std::rc::Rc;

use indicator_chart::chart::Chart;
use indicator_chart::dataset::Dataset;
use indicator_chart::error::Error;
use indicator_chart::spec::Kind;
use indicator_chart::words::Lang;
use support::{figures, fixtures, input};

/// Forms and scales that some kinds have and some have not.
const SHAPES: [(&str, &str); 6] =
    [("", ""), ("stacked", ""), ("share", ""), ("vertical", ""), ("lollipop", ""), ("", "log")];

/// Ids to ask for: each kind of indicator, and several together.
fn wishes(dataset: &Rc<Dataset>, step: usize) -> Vec<String> {
    let ids: Vec<&str> = dataset.indicators.iter().map(|row| row.id.as_str()).collect();
    let mut wishes: Vec<String> = ids.iter().step_by(step).map(|id| (*id).to_owned()).collect();
    wishes.extend(ids.windows(3).step_by(4 * step).map(|three| three.join(" ")));
    wishes
}

/// The fields with what a refusal asks for in their place.
fn mended(fields: &[(&'static str, String)], instead: &str) -> Vec<(&'static str, String)> {
    let (name, rest) = instead.split_once('=').unwrap_or_else(|| panic!("“{instead}” names no attribute"));
    let value = rest.trim_matches('"').split(['|', '·']).next().unwrap_or_default().trim();
    let mut fields = fields.to_vec();
    let slot = fields.iter_mut().find(|(field, _)| *field == name);
    slot.unwrap_or_else(|| panic!("“{instead}” is of no field")).1 = value.to_owned();
    // A kind of its own has a form of its own.
    if name == "kind" {
        fields
            .iter_mut()
            .filter(|(field, _)| ["form", "scale"].contains(field))
            .for_each(|(_, text)| text.clear());
    }
    fields
}

fn drawn(dataset: &Rc<Dataset>, fields: &[(&'static str, String)]) -> Result<Chart, Error> {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, text)| (*name, text.as_str())).collect();
    Chart::new(Rc::clone(dataset), &input(&fields))
}

#[test]
fn what_a_refusal_asks_for_instead_can_be_drawn() {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (dataset, step) in [(figures(), 11), (fixtures::invented(), 2)] {
        for ids in wishes(&dataset, step) {
            for (kind, _) in Kind::NAMES {
                for (form, scale) in SHAPES {
                    let fields: Vec<(&'static str, String)> =
                        [("indicator", ids.as_str()), ("kind", kind), ("form", form), ("scale", scale)]
                            .map(|(name, text)| (name, text.to_owned()))
                            .to_vec();
                    let (mut given, mut by_kind) = (fields.clone(), false);
                    // A refusal may lead to another, never to more than three, and never in a circle.
                    for round in 0..4 {
                        match drawn(&dataset, &given) {
                            Ok(_) | Err(Error::NoData { .. }) => break,
                            // A way out that names a kind leads to one that can; units are told with a way out of their own.
                            Err(Error::MixedUnits { .. }) if !by_kind => break,
                            Err(error @ Error::Refused { instead, .. }) if round < 3 => {
                                for lang in [Lang::Zh, Lang::En] {
                                    let said = error.message(lang);
                                    assert!(said.contains(instead) && !said.contains("{0}"), "{said}");
                                }
                                *seen.entry(instead.to_owned()).or_default() += 1;
                                let next = mended(&given, instead);
                                assert_ne!(next, given, "{fields:?}: {error}");
                                given = next;
                                by_kind = instead.starts_with("kind");
                            }
                            Err(error) => panic!("{fields:?} → {given:?}: {error}"),
                        }
                    }
                }
            }
        }
    }
    assert!(seen.len() >= 6 && seen.values().sum::<usize>() > 500, "{seen:?}");
}

#[test]
fn units_that_cannot_share_a_scale_are_named_with_a_way_out() {
    let fields = [("indicator", "total-talent provincial-laboratories"), ("kind", "bar")];
    let error = Chart::new(figures(), &input(&fields)).expect_err("people and laboratories");
    for (lang, words) in [(Lang::Zh, ["人", "家"]), (Lang::En, ["people", "laboratories"])] {
        let said = error.message(lang);
        assert!(words.iter().all(|word| said.contains(word)), "{said}");
        assert!(said.contains("multiples"), "the nearest kind: {said}");
    }
}

#[test]
fn only_parts_of_one_amount_are_added_up() {
    // Points in time, overlapping spans, targets beside outcomes, growths of unlike things.
    let wrong = [
        ("total-talent", "bar", "stacked"),
        ("high-tech-enterprises", "bar", "share"),
        ("sea-rail-teu", "bar", "stacked"),
        ("cross-border-ecommerce-volume", "bar", "stacked"),
        ("industrial-value-added-growth electronics-value-added-growth", "waterfall", ""),
    ];
    for (ids, kind, form) in wrong {
        let fields = [("indicator", ids), ("kind", kind), ("form", form)];
        let error = Chart::new(figures(), &input(&fields)).expect_err(ids);
        assert!(matches!(error, Error::Refused { .. }), "{ids} {kind} {form}: {error}");
    }
}

#[test]
fn an_annotation_of_several_panels_keeps_to_those_it_is_true_of() {
    let of = |ids: &str, annotations: &str| {
        let fields = [("indicator", ids), ("kind", "multiples"), ("annotations", annotations)];
        Chart::new(figures(), &input(&fields)).map(|mut chart| {
            chart.resize(900.0);
            chart.scene().map_or(0, |scene| scene.layers.iter().filter(|layer| layer.name == "rules").count())
        })
    };
    let unlike = "provincial-laboratories total-talent";
    assert!(matches!(of(unlike, "=20: limit"), Err(Error::Unplaced { .. })), "20 of which unit?");
    assert!(matches!(of(unlike, "1999: x"), Err(Error::Unplaced { .. })), "a day of no panel");
    assert!(of(unlike, "2024-11: x").is_ok(), "a day that one panel shows");
}

#[test]
fn a_domain_or_a_status_stands_for_all_its_indicators_and_an_unknown_one_names_those_there_are() {
    let made = |fields: &[(&str, &str)]| Chart::new(figures(), &input(fields));
    for (field, wrong, known) in
        [("domain", "sport", "livelihood, resilience"), ("status", "done", "target, forecast")]
    {
        let error = made(&[(field, wrong)]).expect_err("no such value");
        assert_eq!(error.code(), "bad-field");
        for lang in [Lang::Zh, Lang::En] {
            let said = error.message(lang);
            assert!([field, wrong, known].iter().all(|part| said.contains(part)), "{said}");
        }
    }
    assert_eq!(made(&[("kind", "waffle")]).expect_err("nothing is chosen").code(), "missing-indicator");
    let year = [("status", "target"), ("from", "2023"), ("to", "2023"), ("kind", "waffle"), ("lang", "en")];
    let year = made(&year).expect("the targets of 2023");
    let of_2023 = |end: Option<indicator_chart::dataset::Date>| end.is_some_and(|day| day.year == 2023);
    let asked: Vec<_> = year.frame().data.iter().filter(|datum| datum.asked).collect();
    assert!(asked.len() > 50 && asked.iter().all(|datum| of_2023(datum.period.end)), "{}", asked.len());
    assert!(year.label().starts_with("Targets ("), "{}", year.label());
    let both = made(&[("domain", "innovation"), ("status", "target"), ("kind", "waffle"), ("lang", "en")]);
    assert!(both.expect("targets of a domain").label().starts_with("Innovation, targets ("));
}
