//! The options of a command into the attributes of a chart's element, and those into a chart.

use std::fs;
use std::path::Path;
use std::rc::Rc;

use clap::ArgMatches;
use indicator_chart::Chart;
use indicator_chart::embed::{TRANSLATED, fields, input};
use indicator_chart::spec::Input;
use serde_json::Value;

use crate::arguments::text;
use crate::fault::{Fault, Told};
use crate::figures::Figures;
use crate::words;

/// Attributes in the order in which an element lists them.
pub(crate) type Attributes = Vec<(String, String)>;

/// The widths that pictures are drawn at, CSS px.
const WIDTHS: (f64, f64) = (120.0, 4000.0);
/// The width of a picture of which none is asked for, CSS px.
pub(crate) const WIDTH: f64 = 640.0;

/// The attributes that the options ask for; an option goes before the same field of `--spec`.
pub(crate) fn attributes(given: &ArgMatches) -> Told<Attributes> {
    let spec = text(given, "spec").map_or(Ok(Vec::new()), spec)?;
    let mut all = Vec::new();
    for name in names() {
        let own = text(given, name).map(str::to_owned);
        let of_spec = || spec.iter().find(|(field, _)| *field == name).map(|(_, value)| value.clone());
        if let Some(value) = own.or_else(of_spec) {
            all.push((name.to_owned(), value));
        }
    }
    Ok(all)
}

/// Every field, plain ones first.
fn names() -> Vec<&'static str> {
    fields().chain(TRANSLATED.into_iter().flat_map(|(_, names)| names)).collect()
}

/// Reads `--spec`.
fn spec(given: &str) -> Told<Attributes> {
    let json = match given.strip_prefix('@') {
        Some(path) => fs::read_to_string(path).map_err(|error| Fault::unreadable(Path::new(path), &error))?,
        None => given.to_owned(),
    };
    let bad = |why: &str| Fault::said(words::SPEC, &[why]);
    let value: Value = serde_json::from_str(&json).map_err(|error| bad(&error.to_string()))?;
    let Value::Object(object) = value else { return Err(bad(&value.to_string())) };
    let known = names();
    let mut all = Vec::new();
    for (name, value) in object {
        if !known.contains(&name.as_str()) {
            return Err(Fault::said(words::SPEC_FIELD, &[&name, &known.join(" ")]));
        }
        match value {
            Value::String(text) => all.push((name, text)),
            Value::Number(number) => all.push((name, number.to_string())),
            Value::Null => {}
            other => return Err(bad(&format!("{name}: {other}"))),
        }
    }
    Ok(all)
}

/// The spec and the figures that a command asks for.
pub(crate) struct Asked {
    pub(crate) attributes: Attributes,
    pub(crate) input: Input,
    pub(crate) figures: Figures,
}

impl Asked {
    pub(crate) fn new(given: &ArgMatches) -> Told<Self> {
        let attributes = attributes(given)?;
        let input = input(&attributes);
        Ok(Self { attributes, input, figures: Figures::new(given)? })
    }

    /// The chart, laid out at a width.
    pub(crate) fn chart(&self, width: f64) -> Told<Chart> {
        let mut chart = Chart::new(Rc::clone(&self.figures.dataset), &self.input)?;
        chart.resize(width);
        Ok(chart)
    }
}

/// The width that is asked for.
pub(crate) fn width(given: &ArgMatches) -> Told<f64> {
    let Some(text) = text(given, "width") else { return Ok(WIDTH) };
    let (least, most) = WIDTHS;
    let width = text.parse().ok().filter(|width| (least..=most).contains(width));
    width.ok_or_else(|| Fault::usage(words::WIDTH, &[text, &least.to_string(), &most.to_string()]))
}
