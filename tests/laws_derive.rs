//! Laws of the arithmetic with words: a result never leaves out a value that the printed words allow, and a verdict
//! is given only where each of those values would get it.

#![allow(clippy::expect_used, reason = "a test says by failing what it expected")]

use indicator_chart::dataset::{
    Basis, Dataset, Date, DateBasis, Direction, Figure, Flags, Indicator, Measure, Observation, Pair, Period,
    Qualifier, Relation, Status, Temporal, Unit,
};
use indicator_chart::query::derive::{Obstacle, change, comparable, growth, share, step};
use indicator_chart::query::interval::{Bound, Derived, Interval, Word, last_digit};
use indicator_chart::query::verdict::{Judgement, Rule, Verdict, judge, judge_pair};
use proptest::prelude::*;

// ---- printed figures and the values they allow

fn figure(value: f64, qualifier: Qualifier) -> Figure {
    Figure { value, high: None, qualifier }
}

fn range(value: f64, high: f64) -> Figure {
    Figure { value, high: Some(high), qualifier: Qualifier::Range }
}

fn qualifiers() -> impl Strategy<Value = Qualifier> {
    (0..Qualifier::NAMES.len()).prop_map(|i| Qualifier::NAMES[i].1)
}

/// Figures on a grid of quarters, so that sums and products of them are exact.
fn figures(lowest: i32) -> impl Strategy<Value = Figure> {
    (lowest..400, 0..80i32, qualifiers()).prop_map(|(v, width, qualifier)| {
        let value = f64::from(v) / 4.0;
        let high = (qualifier == Qualifier::Range).then(|| value + f64::from(width) / 4.0);
        Figure { value, high, qualifier }
    })
}

fn of(figure: Figure) -> Interval {
    Interval::of(figure).expect("finite")
}

/// A value inside, picked by `at` from 0 to 20.
fn inside(span: Interval, at: u8) -> f64 {
    let step = f64::from(at);
    let value = match (span.lo.value(), span.hi.value()) {
        (Some(lo), Some(hi)) => lo + (hi - lo) * step / 20.0,
        (Some(lo), None) => lo + step * step,
        (None, Some(hi)) => hi - step * step,
        (None, None) => step - 10.0,
    };
    let middle = || match (span.lo.value(), span.hi.value()) {
        (Some(lo), Some(hi)) => f64::midpoint(lo, hi),
        (Some(lo), None) => lo + 0.25,
        (None, Some(hi)) => hi - 0.25,
        (None, None) => 0.0,
    };
    if span.contains(value) { value } else { middle() }
}

/// Whether what a reader is told is true of a value, but for the dust of the arithmetic.
fn holds(told: Derived, value: f64) -> bool {
    let dust = 1e-9 * (1.0 + told.value.abs().max(value.abs()));
    let (above, below) = (value >= told.value - dust, value <= told.value + dust);
    match told.word {
        Word::Exact | Word::About => above && below,
        Word::Over | Word::AtLeast => above,
        Word::Under | Word::AtMost => below,
        Word::Nearly => {
            if told.value > 0.0 {
                below
            } else {
                above
            }
        }
        Word::Range => above && value <= told.high.expect("a range has two ends") + dust,
    }
}

/// Whether the first reaches at least as far as the second on both sides.
fn encloses(outer: Interval, inner: Interval) -> bool {
    let side = |outer: Bound, inner: Bound, sign: f64| match (outer, inner) {
        (Bound::Free, _) => true,
        (_, Bound::Free) => false,
        (Bound::Open(o), Bound::Closed(i)) => o * sign > i * sign,
        (o, i) => o.value().zip(i.value()).is_some_and(|(o, i)| o * sign >= i * sign),
    };
    side(outer.lo, inner.lo, -1.0) && side(outer.hi, inner.hi, 1.0)
}

fn widened(span: Interval, low: u8, high: u8) -> Interval {
    let lo =
        span.lo.value().filter(|_| low < 8).map_or(Bound::Free, |v| Bound::Closed(v - f64::from(low) / 4.0));
    let hi = span
        .hi
        .value()
        .filter(|_| high < 8)
        .map_or(Bound::Free, |v| Bound::Closed(v + f64::from(high) / 4.0));
    let lo = if low == 0 { span.lo } else { lo };
    Interval { lo, hi: if high == 0 { span.hi } else { hi }, ..span }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn results_hold_whatever_the_words_allow(a in figures(-400), b in figures(-400), i in 0..=20u8, j in 0..=20u8) {
        let (a, b) = (of(a), of(b));
        let (x, y) = (inside(a, i), inside(b, j));
        prop_assert!(a.contains(x) && b.contains(y));
        prop_assert!((a + b).contains(x + y), "{:?} + {:?} = {:?}", a, b, a + b);
        prop_assert!((a - b).contains(x - y), "{:?} - {:?} = {:?}", a, b, a - b);
        prop_assert!((a * b).contains(x * y), "{:?} * {:?} = {:?}, not {}", a, b, a * b, x * y);
        prop_assert!((-a).contains(-x));
        if let Some(ratio) = a.divided_by(b) {
            prop_assert!(ratio.contains(x / y), "{:?} / {:?} = {:?}, not {}", a, b, ratio, x / y);
        } else {
            prop_assert!(b.contains(0.0));
        }
    }

    #[test]
    fn what_is_told_is_true_of_every_value_the_words_allow(
        a in figures(-40), b in figures(-40), i in 0..=20u8, j in 0..=20u8, decimals in 0..4u8,
    ) {
        let (x, y) = (inside(of(a), i), inside(of(b), j));
        let results = [
            (change(a, b), y - x),
            (growth(a, b), (y / x - 1.0) * 100.0),
            (share(a, b), x / y * 100.0),
        ];
        for (told, value) in results {
            let Some(told) = told else { continue };
            prop_assert!(holds(told, value), "{:?} {:?}: {:?} is not true of {}", a, b, told, value);
            let rounded = told.rounded(decimals);
            if !matches!(told.word, Word::Exact | Word::About) {
                prop_assert!(holds(rounded, value), "{:?} rounded to {:?} is not true of {}", told, rounded, value);
            }
            prop_assert_eq!(rounded.rounded(decimals), rounded);
        }
    }

    #[test]
    fn knowing_less_never_says_more(
        a in figures(-400), b in figures(-400), low in 0..10u8, high in 0..10u8,
    ) {
        let (a, b) = (of(a), of(b));
        let wide = widened(a, low, high);
        prop_assert!(encloses(wide, a));
        prop_assert!(encloses(wide + b, a + b));
        prop_assert!(encloses(b - wide, b - a));
        prop_assert!(encloses(wide * b, a * b), "{:?} {:?} {:?}", wide, a, b);
        if let (Some(wide), Some(narrow)) = (wide.divided_by(b), a.divided_by(b)) {
            prop_assert!(encloses(wide, narrow), "{:?} {:?}", wide, narrow);
        }
        if let Some(wide) = b.divided_by(wide) {
            let narrow = b.divided_by(a).expect("less of zero in it");
            prop_assert!(encloses(wide, narrow), "{:?} {:?}", wide, narrow);
        }
    }

    #[test]
    fn no_number_breaks_the_arithmetic(a: f64, b: f64, c: f64, q in qualifiers(), r in qualifiers(), d in 0..20u8) {
        for a in [a, 0.0, -0.0, f64::NAN, f64::INFINITY, f64::MAX, f64::MIN_POSITIVE] {
            let (left, right) = (Figure { value: a, high: Some(c), qualifier: q }, figure(b, r));
            for told in [change(left, right), growth(left, right), share(right, left)].into_iter().flatten() {
                let told = [told, told.rounded(d)];
                prop_assert!(told.iter().all(|t| t.value.is_finite() && t.high.is_none_or(f64::is_finite)));
            }
            prop_assert!(last_digit(a) > 0.0);
            let data = world(Temporal::Flow, Direction::Up, target(left), vec![outcome(right)]);
            judge(&data, 0);
            if !a.is_finite() {
                prop_assert_eq!(judge(&data, 0).verdict, Verdict::Undetermined);
            }
        }
    }
}

// ---- targets and outcomes

fn day(text: &str) -> Option<Date> {
    (!text.is_empty()).then(|| Date::parse(text).expect("a day"))
}

fn span(start: &str, end: &str) -> Period {
    Period { start: day(start), end: day(end) }
}

fn row(figure: Figure, status: Status, period: Period) -> Observation {
    Observation { figure: Some(figure), status, period, ..Observation::default() }
}

fn target(figure: Figure) -> Observation {
    row(figure, Status::Target, Period::year(2024))
}

fn outcome(figure: Figure) -> Observation {
    row(figure, Status::Actual, span("2024-01-01", "2024-08-31"))
}

/// A dataset of one indicator whose first observation is the target and whose others are paired with it.
fn world(temporal: Temporal, direction: Direction, target: Observation, rows: Vec<Observation>) -> Dataset {
    let pairs = (1..=rows.len()).map(|outcome| Pair { outcome, relation: Relation::Same, ..Pair::default() });
    let pairs = pairs.collect();
    let mut observations = vec![target];
    observations.extend(rows);
    Dataset {
        areas: vec![Default::default(), Default::default()],
        units: vec![Unit::default(), Unit { zh: "%".into(), ..Unit::default() }],
        indicators: vec![Indicator { temporal, direction, ..Indicator::default() }],
        observations,
        pairs,
        ..Dataset::default()
    }
}

fn verdict_of(
    temporal: Temporal,
    direction: Direction,
    demand: Observation,
    found: Observation,
) -> Judgement {
    judge(&world(temporal, direction, demand, vec![found]), 0)
}

fn spans() -> impl Strategy<Value = Period> {
    (0..5usize)
        .prop_map(|i| {
            [
                ("2024-01-01", "2024-12-31"),
                ("2024-01-01", "2024-08-31"),
                ("2024-03-01", "2024-08-31"),
                ("", "2024-12-31"),
                ("", "2025-03-31"),
            ][i]
        })
        .prop_map(|(start, end)| span(start, end))
}

fn deadlines() -> impl Strategy<Value = Period> {
    (0..4usize)
        .prop_map(|i| [("2024-01-01", "2024-12-31"), ("", "2024-12-31"), ("", ""), ("2024-01-01", "")][i])
        .prop_map(|(start, end)| span(start, end))
}

fn temporals() -> impl Strategy<Value = Temporal> {
    (0..3usize).prop_map(|i| Temporal::NAMES[i].1)
}

fn directions() -> impl Strategy<Value = Direction> {
    (0..3usize).prop_map(|i| Direction::NAMES[i].1)
}

/// A target, its outcome, and an earlier figure that may be a base.
#[derive(Clone, Debug)]
struct Scene {
    temporal: Temporal,
    direction: Direction,
    demand: Observation,
    found: Observation,
    base: Option<Figure>,
    relation: Relation,
}

impl Scene {
    fn judged(&self) -> Judgement {
        let mut data = world(self.temporal, self.direction, self.demand.clone(), vec![self.found.clone()]);
        data.pairs[0].relation = self.relation;
        data.observations.extend(self.base.map(|base| row(base, Status::Actual, span("", "2023-12-31"))));
        judge(&data, 0)
    }

    fn with(&self, found: Figure) -> Self {
        Self { found: Observation { figure: Some(found), ..self.found.clone() }, ..self.clone() }
    }
}

prop_compose! {
    fn scenes()(
        (temporal, direction) in (temporals(), directions()),
        (wanted, due) in (figures(-400), deadlines()),
        (got, when) in (figures(-400), spans()),
        base in proptest::option::of(figures(-400)),
        (printed, part) in (any::<bool>(), any::<bool>()),
    ) -> Scene {
        let date_basis = if printed { DateBasis::Printed } else { DateBasis::Inferred };
        Scene {
            temporal,
            direction,
            demand: row(wanted, Status::Target, due),
            found: Observation { date_basis, ..row(got, Status::Actual, when) },
            base,
            relation: if part { Relation::Part } else { Relation::Same },
        }
    }
}

fn flipped(figure: Figure) -> Figure {
    match figure.high {
        Some(high) => range(-high, -figure.value),
        None => Figure { value: -figure.value, ..figure },
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn a_verdict_is_the_verdict_of_every_value_the_outcome_may_have(scene in scenes(), at in 0..=20u8) {
        let judged = scene.judged();
        let reach = Interval::reach(scene.found.figure.expect("a figure")).expect("finite");
        let single = scene.with(Figure::exact(inside(reach, at))).judged();
        if matches!(judged.verdict, Verdict::Met | Verdict::Missed) {
            prop_assert_eq!(single.verdict, judged.verdict, "{:?}", judged);
        }
        if judged.verdict == Verdict::Behind {
            prop_assert_eq!(single.verdict, Verdict::Behind);
        }
        if judged.verdict == Verdict::Ahead {
            // A value may be so far ahead that it has met the target.
            prop_assert!(matches!(single.verdict, Verdict::Ahead | Verdict::Met), "{:?} {:?}", judged, single);
        }
    }

    #[test]
    fn more_of_a_good_thing_is_never_worse(scene in scenes(), x in -400..400i32, more in 0..200i32) {
        let scene = Scene { direction: Direction::Up, ..scene };
        prop_assume!(scene.demand.figure.is_some_and(|f| f.qualifier != Qualifier::AtMost));
        let rank = |x: i32| match scene.with(Figure::exact(f64::from(x) / 4.0)).judged().verdict {
            Verdict::Met => 3,
            Verdict::Ahead => 2,
            Verdict::Behind => 1,
            Verdict::Missed => 0,
            _ => -1,
        };
        let (less, more) = (rank(x), rank(x + more));
        prop_assert!(less < 0 || more < 0 || less <= more, "{} became {}", less, more);
        prop_assert!(less != 3 || more == 3);
    }

    #[test]
    fn flipping_sign_and_direction_mirrors_the_verdict(scene in scenes()) {
        let flip = |row: &Observation| Observation { figure: row.figure.map(flipped), ..row.clone() };
        // Zero has no sign to turn its word around by.
        let zero = |f: Figure| f.value == 0.0 && f.qualifier != Qualifier::Range;
        prop_assume!(![scene.demand.figure, scene.found.figure, scene.base].into_iter().flatten().any(zero));
        let direction = match scene.direction {
            Direction::Up => Direction::Down,
            Direction::Down => Direction::Up,
            Direction::None => Direction::None,
        };
        let (demand, found, base) = (flip(&scene.demand), flip(&scene.found), scene.base.map(flipped));
        let (there, back) = (scene.judged(), Scene { direction, demand, found, base, ..scene }.judged());
        prop_assert_eq!((there.verdict, there.rule, there.base), (back.verdict, back.rule, back.base));
        prop_assert_eq!(there.remaining.map(|r| r.value.abs().min(r.high.unwrap_or(r.value).abs())),
            back.remaining.map(|r| r.value.abs().min(r.high.unwrap_or(r.value).abs())));
        prop_assert_eq!(there.share.map(|s| s.value), back.share.map(|s| s.value));
        prop_assert_eq!(there.lead_points, back.lead_points);
    }

    #[test]
    fn the_numbers_agree_with_the_verdict(scene in scenes()) {
        let judged = scene.judged();
        let elapsed = judged.elapsed.unwrap_or(0.0);
        prop_assert!((0.0..=100.0).contains(&elapsed));
        prop_assert!(judged.verdict != Verdict::Met || judged.remaining.is_none());
        if let Some(lead) = judged.lead_points {
            prop_assert!(matches!(judged.verdict, Verdict::Ahead | Verdict::Behind));
            prop_assert_eq!(lead.value >= 0.0, judged.verdict == Verdict::Ahead);
        }
        let soft = scene.found.figure.is_some_and(|f| f.qualifier.soft());
        let unit = scene.found.figure.map_or(1.0, |f| last_digit(f.value));
        let apart = (scene.found.figure.map_or(0.0, |f| f.value) - scene.demand.figure.map_or(0.0, |f| f.value)).abs();
        if soft && apart < unit && scene.demand.figure.is_some_and(|f| f.high.is_none()) {
            prop_assert!(!matches!(judged.verdict, Verdict::Met | Verdict::Missed), "{:?}", judged);
        }
    }
}

// ---- examples

const YI: f64 = 1e8;

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

fn told(value: f64, word: Word) -> Option<Derived> {
    Some(Derived { value, high: None, word })
}

#[test]
fn the_last_digit_is_that_of_the_shortest_form() {
    let cases = [
        (700_000.0, 100_000.0),
        (2_900_000.0, 100_000.0),
        (64.7, 0.1),
        (0.05, 0.01),
        (8.0, 1.0),
        (112.9, 0.1),
    ];
    for (value, unit) in cases {
        assert!(close(last_digit(value), unit) && close(last_digit(-value), unit), "{value}");
    }
    assert_eq!(last_digit(9_007_199_254_740_991.0), 1.0);
}

#[test]
fn zero_and_no_end_at_all_meet_soundly() {
    let (zero, over) = (of(Figure::exact(0.0)), of(figure(5.0, Qualifier::Over)));
    assert_eq!(zero.divided_by(over).and_then(Interval::single), Some(0.0));
    assert_eq!((zero * over).single(), Some(0.0));
    assert_eq!(of(Figure::exact(1.0)).divided_by(zero), None);
    // Just below zero the quotient falls without end, and never rises above −1.
    let below = of(Figure::exact(1.0)).divided_by(of(figure(0.0, Qualifier::Nearly))).expect("no zero in it");
    assert_eq!((below.lo, below.hi), (Bound::Free, Bound::Closed(-1.0)));
}

#[test]
fn words_pass_through_the_arithmetic() {
    let (over, exact, nearly, about) =
        (Qualifier::Over, Qualifier::Exact, Qualifier::Nearly, Qualifier::About);
    assert_eq!(change(figure(240.0, over), figure(300.0, over)), None);
    assert_eq!(growth(figure(240.0, over), figure(300.0, over)), None);
    assert_eq!(change(figure(240.0, exact), figure(300.0, over)), told(60.0, Word::Over));
    assert_eq!(growth(figure(240.0, exact), figure(300.0, over)), told(25.0, Word::Over));
    assert_eq!(
        growth(figure(340.0, exact), figure(380.0, over)).map(|g| g.rounded(1)),
        told(11.7, Word::Over)
    );
    assert_eq!(growth(figure(240.0, over), figure(300.0, exact)), told(25.0, Word::Under));
    assert_eq!(growth(figure(240.0, exact), figure(300.0, nearly)), told(25.0, Word::Nearly));
    assert_eq!(growth(figure(240.0, exact), figure(300.0, about)), told(25.0, Word::About));
    assert_eq!(growth(figure(240.0, about), figure(300.0, over)), None);
    assert_eq!(growth(figure(240.0, Qualifier::AtMost), figure(300.0, exact)), None);
    assert_eq!(growth(figure(0.0, exact), figure(300.0, exact)), None);
    assert_eq!(
        change(range(6.0, 8.0), figure(10.0, exact)),
        Some(Derived { value: 2.0, high: Some(4.0), word: Word::Range })
    );
    assert_eq!(change(range(6.0, 8.0), figure(10.0, nearly)), None);
    assert_eq!(share(figure(240.0, exact), figure(300.0, over)), told(80.0, Word::Under));
    let fall = change(figure(50.0, exact), figure(40.0, Qualifier::AtMost)).map(Derived::size);
    assert_eq!(fall, told(10.0, Word::AtLeast), "from 50 to at most 40 is a fall of at least 10");
    // A decline of over 5 % lies below −5.
    assert!(of(figure(-5.0, over)).contains(-6.0) && !of(figure(-5.0, over)).contains(-4.0));
    assert_eq!(of(figure(-8.0, nearly)).told(), told(-8.0, Word::Nearly));
}

#[test]
fn eight_months_of_cross_border_trade_are_ahead() {
    let found = outcome(Figure::exact(960.0 * YI));
    let demand = target(figure(1300.0 * YI, Qualifier::AtLeast));
    let judged = verdict_of(Temporal::Flow, Direction::Up, demand, found);
    assert_eq!((judged.verdict, judged.rule), (Verdict::Ahead, Rule::FlowPace));
    assert!(judged.share.is_some_and(|s| s.word == Word::Exact && close(s.value, 96_000.0 / 1300.0)));
    assert!(judged.elapsed.is_some_and(|e| close(e, 24_400.0 / 366.0)));
    assert_eq!(judged.lead_points, told(7.1, Word::Exact));
    assert_eq!(judged.remaining, told(340.0 * YI, Word::AtLeast));
}

#[test]
fn exactly_on_pace_is_ahead_and_open_words_straddle() {
    let flow = |wanted, got| verdict_of(Temporal::Flow, Direction::Up, target(wanted), outcome(got));
    assert_eq!(flow(Figure::exact(366.0), Figure::exact(244.0)).lead_points, told(0.0, Word::Exact));
    assert_eq!(flow(Figure::exact(366.0), Figure::exact(244.0)).verdict, Verdict::Ahead);
    assert_eq!(flow(Figure::exact(366.0), Figure::exact(243.0)).verdict, Verdict::Behind);
    assert_eq!(flow(Figure::exact(366.0), figure(300.0, Qualifier::Over)).verdict, Verdict::Ahead);
    assert_eq!(flow(Figure::exact(366.0), figure(200.0, Qualifier::Over)).rule, Rule::StraddlesTarget);
    assert_eq!(flow(Figure::exact(366.0), range(200.0, 300.0)).rule, Rule::StraddlesPace);
    assert_eq!(flow(Figure::exact(366.0), figure(244.0, Qualifier::About)).rule, Rule::Approximate);
    let year = |got| {
        verdict_of(Temporal::Flow, Direction::Up, target(figure(1000.0, Qualifier::AtLeast)), {
            Observation { period: Period::year(2024), ..outcome(got) }
        })
    };
    let open = year(figure(800.0, Qualifier::AtLeast));
    assert_eq!((open.verdict, open.rule), (Verdict::Undetermined, Rule::StraddlesTarget));
    assert_eq!(open.remaining, told(200.0, Word::AtMost));
    let beyond = |got| {
        let found = Observation { period: Period::year(2024), ..outcome(got) };
        verdict_of(Temporal::Flow, Direction::Up, target(figure(1000.0, Qualifier::Over)), found)
    };
    assert_eq!(beyond(figure(1000.0, Qualifier::Over)).verdict, Verdict::Met);
    let short = beyond(Figure::exact(1000.0));
    assert_eq!((short.verdict, short.remaining), (Verdict::Missed, told(0.0, Word::Over)));
    assert_eq!(year(Figure::exact(999.0)).verdict, Verdict::Missed);
    assert_eq!(year(figure(1000.0, Qualifier::AtLeast)).verdict, Verdict::Met);
    assert_eq!(year(figure(1000.0, Qualifier::Nearly)).rule, Rule::Approximate);
}

#[test]
fn a_cap_on_a_sum_is_kept_only_when_the_span_is_over() {
    let cap = |got, period| {
        let demand = target(figure(300.0, Qualifier::AtMost));
        verdict_of(Temporal::Flow, Direction::Down, demand, Observation { period, ..outcome(got) })
    };
    let early = cap(Figure::exact(150.0), span("2024-01-01", "2024-08-31"));
    assert_eq!((early.verdict, early.lead_points), (Verdict::Ahead, told(16.7, Word::Exact)));
    assert_eq!(cap(Figure::exact(250.0), span("2024-01-01", "2024-08-31")).verdict, Verdict::Behind);
    assert_eq!(cap(Figure::exact(250.0), Period::year(2024)).verdict, Verdict::Met);
    assert_eq!(cap(Figure::exact(301.0), Period::year(2024)).verdict, Verdict::Missed);
}

#[test]
fn a_rate_before_its_day_is_open_and_a_base_gives_it_a_pace() {
    let demand = row(figure(65.0, Qualifier::AtLeast), Status::Target, span("", "2023-12-31"));
    let found = |value, end, date_basis| Observation {
        date_basis,
        ..row(Figure::exact(value), Status::Actual, span("", end))
    };
    let rate = |demand: &Observation, found| verdict_of(Temporal::Rate, Direction::Up, demand.clone(), found);
    assert_eq!(rate(&demand, found(64.7, "2023-06-30", DateBasis::Inferred)).rule, Rule::PeriodNotOver);
    assert_eq!(rate(&demand, found(64.7, "2023-12-31", DateBasis::Inferred)).rule, Rule::DateNotPrinted);
    assert_eq!(rate(&demand, found(64.7, "2023-12-31", DateBasis::Printed)).verdict, Verdict::Missed);
    assert_eq!(rate(&demand, found(65.0, "2023-06-30", DateBasis::Inferred)).verdict, Verdict::Met);
    assert_eq!(rate(&demand, found(66.0, "2024-06-30", DateBasis::Printed)).rule, Rule::AllAcceptedLater);
    let left = rate(&demand, found(64.7, "2023-06-30", DateBasis::Inferred)).remaining;
    assert_eq!(left, told(0.3, Word::AtLeast), "without the dust of the subtraction");
    let open = row(figure(65.0, Qualifier::AtLeast), Status::Target, Period::default());
    assert_eq!(rate(&open, found(64.7, "2023-06-30", DateBasis::Printed)).rule, Rule::NoDeadline);
    let started = Observation { period: span("2023-01-01", "2023-12-31"), ..demand };
    assert_eq!(rate(&started, found(60.0, "2023-07-02", DateBasis::Printed)).rule, Rule::NoBase);
    let mut data =
        world(Temporal::Rate, Direction::Up, started, vec![found(60.0, "2023-07-02", DateBasis::Printed)]);
    data.observations.push(found(50.0, "2022-06-30", DateBasis::Printed));
    data.observations.push(found(55.0, "2022-12-31", DateBasis::Printed));
    let paced = judge(&data, 0);
    assert_eq!((paced.verdict, paced.rule, paced.base), (Verdict::Behind, Rule::BaselinePace, Some(3)));
    assert_eq!((paced.progress, paced.lead_points), (told(50.0, Word::Exact), told(-0.1, Word::Exact)));
    data.observations.push(found(64.0, "2023-03-31", DateBasis::Printed));
    assert_eq!(judge(&data, 0).base, Some(3), "a figure of after the start is no base");
    data.observations[3].flags = Flags { scope: true, ..Flags::default() };
    assert_eq!(judge(&data, 0).base, Some(2));
    data.observations[2].figure = Some(Figure::exact(70.0));
    assert_eq!(judge(&data, 0).rule, Rule::NoBase, "from a base beyond the target there is no way to go");
}

#[test]
fn the_outcome_that_counts_is_the_one_nearest_the_last_day() {
    let found = |value, start, end| row(Figure::exact(value), Status::Actual, span(start, end));
    let rows = vec![
        found(10.0, "2024-01-01", "2024-03-31"),
        found(60.0, "2024-01-01", "2024-06-30"),
        found(500.0, "2024-01-01", "2025-06-30"),
        row(Figure::exact(80.0), Status::Forecast, Period::year(2024)),
    ];
    let mut data = world(Temporal::Flow, Direction::Up, target(Figure::exact(100.0)), rows);
    assert_eq!(judge(&data, 0).outcome, Some(2));
    let late = judge_pair(&data, 0, 3, Relation::Same);
    assert_eq!(late.rule, Rule::Incomparable(Obstacle::OtherSpan));
    assert_eq!(judge_pair(&data, 0, 2, Relation::No), Judgement::default());
    data.pairs.retain(|pair| pair.outcome == 4);
    assert_eq!(judge(&data, 0).rule, Rule::Incomparable(Obstacle::NotActual));
    data.pairs.clear();
    assert_eq!((judge(&data, 0).verdict, judge(&data, 0).rule), (Verdict::NoOutcome, Rule::NoOutcomePrinted));
}

#[test]
fn what_must_not_be_compared_is_not() {
    let year = |value, year| row(Figure::exact(value), Status::Actual, Period::year(year));
    let base = world(Temporal::Flow, Direction::Up, year(5.0, 2022), vec![year(10.0, 2023)]);
    assert_eq!(comparable(&base, 0, 1), Ok(()));
    assert_eq!(step(&base, 0, 1).map(|s| s.growth), Ok(told(100.0, Word::Exact)));
    let obstacle = |mend: fn(&mut Dataset)| {
        let mut data = base.clone();
        data.indicators.push(data.indicators[0].clone());
        mend(&mut data);
        let verdict = comparable(&data, 0, 1);
        assert_eq!(verdict, comparable(&data, 1, 0));
        verdict.err()
    };
    assert_eq!(obstacle(|d| d.observations[1].indicator = 1), Some(Obstacle::OtherIndicator));
    assert_eq!(obstacle(|d| d.observations[1].area = 1), Some(Obstacle::OtherArea));
    assert_eq!(obstacle(|d| d.observations[1].category = "a".into()), Some(Obstacle::OtherCategory));
    assert_eq!(obstacle(|d| d.observations[1].basis = Basis::Cumulative), Some(Obstacle::OtherBasis));
    assert_eq!(obstacle(|d| d.observations[1].flags.misprint = true), Some(Obstacle::Flagged));
    assert_eq!(obstacle(|d| d.observations[1].figure = None), Some(Obstacle::NoFigure));
    assert_eq!(
        obstacle(|d| d.observations[1].period = span("2023-01-01", "2023-08-31")),
        Some(Obstacle::OtherSpan)
    );
    let other = |mend: fn(&mut Indicator)| {
        let mut data = base.clone();
        data.indicators.push(data.indicators[0].clone());
        mend(&mut data.indicators[1]);
        data.observations[1].indicator = 1;
        comparable(&data, 0, 1).err()
    };
    assert_eq!(other(|i| i.unit = 1), Some(Obstacle::OtherUnit));
    assert_eq!(other(|i| i.temporal = Temporal::Stock), Some(Obstacle::OtherTemporal));
    let mut rank = base.clone();
    rank.indicators[0].measure = Measure::Rank;
    assert_eq!(step(&rank, 0, 1).map(|s| (s.change, s.growth)), Ok((told(5.0, Word::Exact), None)));
}
