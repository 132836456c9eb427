//! Laws of scales, numbers and lines that hold for any input.

#![allow(clippy::expect_used, reason = "a test stops at the first thing that is not as it must be")]

use indicator_chart::dataset::{Date, Unit};
use indicator_chart::format::{Digits, Magnitude, number, round, tick};
use indicator_chart::scale::{
    Linear, Log, Ticks, Time, nice, nice_in, nice_log, pow10, ticks, ticks_in, time_ticks,
};
use indicator_chart::text::{Font, Measure, Weight, balance, fit, wrap};
use indicator_chart::words::Lang;
use proptest::prelude::*;

/// A finite number of any size that figures have, either sign.
fn value() -> impl Strategy<Value = f64> {
    let sized = (-9_i32..=18, -1.0..1.0_f64).prop_map(|(exp, share)| share * pow10(exp));
    let whole = (-1_000_000_i64..1_000_000).prop_map(|n| n as f64);
    let decimal = (-100_000_i64..100_000, 0_i32..4).prop_map(|(n, exp)| n as f64 / pow10(exp));
    prop_oneof![sized, whole, decimal, Just(0.0)]
}

/// A span with an extent that matters against its values.
fn span() -> impl Strategy<Value = (f64, f64)> {
    (value(), value()).prop_filter("an extent", |(a, b)| {
        (a - b).abs() > a.abs().max(b.abs()) * 1e-6 && (a - b).abs() > 1e-12
    })
}

fn number_of(text: &str) -> f64 {
    text.replace('\u{2212}', "-").replace(',', "").parse().expect("a number")
}

/// The spacing is equal and its mantissa is 1, 2, 2.5 or 5; every value is the number its short form stands for.
fn round_numbers(found: &Ticks) -> Result<(), TestCaseError> {
    let step = format!("{:e}", found.step);
    let mantissa = step.split('e').next().expect("a mantissa");
    prop_assert!(["1", "2", "2.5", "5"].contains(&mantissa), "step {step}");
    for pair in found.values.windows(2) {
        let gap = pair[1] - pair[0];
        let dust = pair[0].abs().max(pair[1].abs()) * 1e-15;
        prop_assert!((gap - found.step).abs() <= dust + found.step * 1e-12, "{pair:?} {step}");
    }
    for value in &found.values {
        prop_assert!(value.to_bits() != (-0.0_f64).to_bits());
        let count = (value / found.step).round();
        let short = format!("{value:e}");
        // As many digits as the count of steps can bring, and none of the dust of adding steps up.
        let digits =
            short.split('e').next().expect("a mantissa").trim_start_matches('-').replace('.', "").len();
        prop_assert!(
            digits <= format!("{:.0}", count.abs() * 25.0).len().max(2),
            "{short} is no {count} × {step}"
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_linear_scale_is_undone_by_its_inverse(
        (a, b) in span(),
        share in -1.0..2.0_f64,
        start in -100.0..100.0_f64,
        length in 1.0..2000.0_f64,
    ) {
        let scale = Linear { domain: [a, b], range: [start, start + length] };
        let v = a + share * (b - a);
        let back = scale.invert(scale.map(v));
        let size = a.abs().max(b.abs());
        prop_assert!((back - v).abs() <= size * 1e-9, "{v} came back as {back}");
        prop_assert!((scale.map(a) - start).abs() < 1e-9 && (scale.map(b) - start - length).abs() < 1e-9);
    }

    #[test]
    fn ticks_are_round_equally_spaced_within_the_span_and_not_too_many(
        (a, b) in span(),
        want in 2_usize..20,
    ) {
        let found = ticks(a, b, want);
        let (lo, hi) = (a.min(b), a.max(b));
        let dust = (hi - lo) * 1e-9;
        prop_assert!((1..=want).contains(&found.values.len()), "{found:?}");
        prop_assert!(found.values.iter().all(|v| *v >= lo - dust && *v <= hi + dust), "{found:?}");
        prop_assert!(want < 5 || found.values.len() * 4 >= want, "too few for {want}: {found:?}");
        round_numbers(&found)?;
    }

    #[test]
    fn a_nice_span_covers_what_it_was_made_for((a, b) in span(), want in 3_usize..20) {
        let (domain, found) = nice(a, b, want);
        let (lo, hi) = (a.min(b), a.max(b));
        let dust = (hi - lo) * 1e-9;
        prop_assert!(domain[0].min(domain[1]) <= lo + dust && domain[0].max(domain[1]) >= hi - dust, "{domain:?}");
        prop_assert_eq!(domain[0] <= domain[1], a <= b);
        prop_assert_eq!(found.values.first().copied(), Some(domain[0].min(domain[1])));
        prop_assert_eq!(found.values.last().copied(), Some(domain[0].max(domain[1])));
        prop_assert!(found.values.len() <= want);
        prop_assert!(lo - found.values[0] < found.step && found.values[found.values.len() - 1] - hi < found.step);
        round_numbers(&found)?;
    }

    #[test]
    fn the_labels_of_an_axis_tell_its_ticks_exactly(
        (a, b) in span(),
        want in 3_usize..10,
        chinese in any::<bool>(),
    ) {
        let lang = if chinese { Lang::Zh } else { Lang::En };
        let magnitude = Magnitude::pick(a.abs().max(b.abs()), &Unit::default(), lang);
        for found in [nice_in(a, b, want, magnitude.exp()).1, ticks_in(a, b, want, magnitude.exp())] {
            for v in &found.values {
                let label = tick(*v, found.step, magnitude, lang);
                let read = number_of(&label) * magnitude.divisor();
                prop_assert!((read - v).abs() <= v.abs() * 1e-12, "{v} reads {label}");
            }
        }
    }

    #[test]
    fn any_numbers_at_all_give_finite_ticks(a in any::<f64>(), b in any::<f64>(), want in 0_usize..1000) {
        let (domain, found) = nice(a, b, want);
        prop_assert!(domain.iter().chain(&found.values).all(|v| v.is_finite()));
        prop_assert!(ticks(a, b, want).values.iter().all(|v| v.is_finite()));
    }

    #[test]
    fn a_log_scale_orders_values_and_gives_them_back(
        low in -9_i32..=10,
        decades in 0.01..9.0_f64,
        (a, b) in (0.0..1.0_f64, 0.0..1.0_f64),
        want in 3_usize..10,
    ) {
        let lo = pow10(low) * (1.0 + 8.0 * a);
        let hi = lo * libm::pow(10.0, decades);
        let (domain, marks) = nice_log(lo, hi, want);
        prop_assert!(domain[0] <= lo && hi <= domain[1], "{lo} {hi} {domain:?}");
        prop_assert!((2..=want).contains(&marks.len()), "{marks:?}");
        prop_assert!(marks.windows(2).all(|pair| pair[0] < pair[1]), "{marks:?}");
        for mark in &marks {
            let mantissa = format!("{mark:e}");
            let mantissa = mantissa.split('e').next().expect("a mantissa");
            prop_assert!(["1", "2", "5"].contains(&mantissa), "{mark}");
        }
        let scale = Log { domain, range: [300.0, 0.0] };
        let value = lo * libm::pow(hi / lo, b);
        prop_assert!((0.0..=300.0).contains(&scale.map(value)));
        prop_assert!((scale.invert(scale.map(value)) / value - 1.0).abs() < 1e-9);
        prop_assert!(scale.map(lo) > scale.map(hi));
    }

    #[test]
    fn days_come_back_and_time_ticks_lie_within(
        a in -30_000_i32..60_000,
        length in 0_i32..40_000,
        want in 2_usize..15,
    ) {
        let domain = [a, a + length];
        let time = Time { domain, range: [0.0, 100_000.0] };
        for day in [a, a + length / 3, a + length] {
            prop_assert!(length == 0 || time.invert(time.map(day)) == day);
        }
        let found = time_ticks(domain, want);
        prop_assert!(found.len() <= want);
        prop_assert!(!found.is_empty() || length < 2, "no tick within {length} days");
        prop_assert!(found.windows(2).all(|pair| pair[0].day < pair[1].day && pair[0].grain == pair[1].grain));
        prop_assert!(found.iter().all(|t| (a..=a + length).contains(&t.day) && Date::from_days(t.day).day <= 31));
    }

    #[test]
    fn printed_digits_stand_for_the_very_value(
        v in prop_oneof![value(), any::<f64>().prop_filter("finite", |v| v.is_finite())],
        chinese in any::<bool>(),
    ) {
        let lang = if chinese { Lang::Zh } else { Lang::En };
        let text = number(v, Magnitude::PLAIN, Digits::Printed, lang);
        prop_assert_eq!(number_of(&text), v);
        prop_assert!(!text.contains('-') && number_of(&text).to_bits() != (-0.0_f64).to_bits());
    }

    #[test]
    fn rounding_moves_a_value_by_half_a_unit_at_most(v in value(), decimals in 0_u8..6) {
        let text = number(v, Magnitude::PLAIN, Digits::Fixed(decimals), Lang::Zh);
        let unit = 1.0 / pow10(i32::from(decimals));
        prop_assert!((number_of(&text) - v).abs() <= unit / 2.0 + v.abs() * 1e-15, "{v} reads {text}");
        prop_assert_eq!(text.split('.').nth(1).map_or(0, str::len), usize::from(decimals));
        prop_assert_eq!(number_of(&text), round(v, decimals));
        prop_assert!(!text.starts_with('−') || number_of(&text) < 0.0);
    }
}

const PHRASES: [&str; 24] = [
    "跨境电商",
    "交易额",
    "1300亿元以上",
    "64.7%",
    "，",
    "。",
    "（修订）",
    "“四条丝绸之路”",
    "《规划》、",
    "目标",
    "2024年1–8月",
    "超240万人",
    "over 2.4 million",
    " ",
    "people",
    "at least",
    "  ",
    "high-tech",
    "and/or",
    "e\u{301}lan",
    "第19位",
    "……",
    "\n",
    "约-5",
];

fn phrases() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(&PHRASES[..]), 0..30).prop_map(|parts| parts.concat())
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}').collect()
}

fn fonts() -> impl Strategy<Value = (Font, Measure)> {
    let weight = prop_oneof![Just(Weight::Regular), Just(Weight::Semibold)];
    (8.0..40.0_f64, weight, 1.0..1.6_f64)
        .prop_map(|(size, weight, factor)| (Font { size, weight }, Measure::new(factor, factor)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn no_line_is_too_wide_and_nothing_is_lost(
        text in prop_oneof![phrases(), any::<String>()],
        ems in -1.0..40.0_f64,
        (font, measure) in fonts(),
    ) {
        let width = ems * font.size;
        for lines in [wrap(&text, width, font, &measure), balance(&text, width, font, &measure)] {
            prop_assert_eq!(bare(&lines.concat()), bare(&text));
            for line in &lines {
                prop_assert!(!line.is_empty());
                let visible = line.chars().filter(|c| measure.width(&c.to_string(), font) > 0.0).count();
                let wide = measure.width(line, font);
                let single = line.contains(JOINER);
                prop_assert!(wide <= width + 1e-6 || single || visible <= 1, "{line:?} is {wide} of {width}");
            }
        }
    }

    #[test]
    fn no_line_begins_with_a_closing_or_ends_with_an_opening_mark(text in phrases(), ems in 12.0..40.0_f64) {
        let font = Font { size: 10.0, weight: Weight::Regular };
        // Marks that stand alone in the text must begin their line.
        let text = text.replace(['\n', ' '], "国").replace("……", "…").replace("。。", "。");
        let text = format!("国{}", squeezed(&text));
        let lines = wrap(&text, ems * 10.0, font, &Measure::default());
        for line in &lines {
            prop_assert!(!line.starts_with(['，', '。', '、', '）', '”', '》', '%', '…', '.', ',']), "{lines:?}");
            prop_assert!(!line.ends_with(['（', '“', '《']), "{lines:?}");
        }
    }

    #[test]
    fn numbers_stay_whole_where_a_line_can_hold_them(text in phrases(), ems in 14.0..40.0_f64) {
        let font = Font { size: 10.0, weight: Weight::Regular };
        let text = spaced(&squeezed(&text));
        let lines = wrap(&text, ems * 10.0, font, &Measure::default());
        for pair in lines.windows(2) {
            let cut = |c: Option<char>, what: &str| c.is_some_and(|c| what.contains(c));
            let (end, start) = (pair[0].chars().last(), pair[1].chars().next());
            let joined = format!("{}{}", pair[0], pair[1]);
            if text.contains(&joined) {
                prop_assert!(!(cut(end, "0123456789") && cut(start, "0123456789年亿万%位,.–")), "{pair:?}");
            }
        }
    }

    #[test]
    fn a_fitted_text_fits_and_keeps_its_beginning(
        text in prop_oneof![phrases(), any::<String>()],
        ems in 0.0..30.0_f64,
        (font, measure) in fonts(),
    ) {
        let cut = fit(&text, ems * font.size, font, &measure);
        prop_assert!(measure.width(&cut, font) <= ems * font.size + 1e-6);
        prop_assert!(cut == text || text.starts_with(cut.trim_end_matches('…')));
    }
}

/// Joins emoji into one visible character.
const JOINER: char = '\u{200d}';

/// The text with runs of closing marks, which no line could hold apart, made single.
fn squeezed(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        let closing = |c: char| "，。、）”》%…".contains(c);
        if !(closing(c) && out.chars().last().is_some_and(closing)) {
            out.push(c);
        }
    }
    out
}

/// The text with a space wherever a number would grow into a word, or into another number, longer than a line.
fn spaced(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        let last = out.chars().last().unwrap_or(' ');
        let grows = last.is_ascii_alphabetic() && c.is_ascii_digit()
            || last.is_ascii_digit() && c.is_ascii_alphabetic();
        if grows || last == '%' && c.is_ascii_alphanumeric() {
            out.push(' ');
        }
        out.push(c);
    }
    out
}
