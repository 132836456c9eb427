use super::*;

fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

fn span(from: &str, to: &str) -> Period {
    Period { start: Some(day(from)), end: Some(day(to)) }
}

fn figure(value: f64, qualifier: Qualifier) -> Figure {
    Figure { value, high: None, qualifier }
}

fn profile(text: &str) -> Profile {
    Profile::read(text).expect("a profile")
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * b.abs().max(1.0)
}

/// Profiles of every form, and none.
fn profiles() -> Vec<Option<Profile>> {
    let many: Vec<String> = (0..36).map(|place| (place % 5).to_string()).collect();
    let texts =
        ["1 1 1 1", "0 1 2 3", "1,1,1,1,1,1,1,1,1,1,1,1", "5 0 1 2 3 4 5 6 7 8 9 10", &many.join(" ")];
    texts.iter().map(|text| Some(profile(text))).chain([None]).collect()
}

#[test]
fn ten_days_are_cut_as_offices_count_them() {
    let cut = |from, to| Unit::TenDay.cut(span(from, to));
    assert_eq!(
        cut("2024-02-01", "2024-02-29"),
        [
            span("2024-02-01", "2024-02-10"),
            span("2024-02-11", "2024-02-20"),
            span("2024-02-21", "2024-02-29")
        ]
    );
    assert_eq!(cut("2024-12-31", "2024-12-31"), [span("2024-12-31", "2024-12-31")]);
    let counts = Unit::ALL.map(|unit| Unit::cut(unit, Period::year(2023)).len());
    assert_eq!(counts, [36, 12, 4, 1]);
    assert_eq!(Unit::Quarter.cut(span("2024-08-15", "2024-10-05"))[0], span("2024-08-15", "2024-09-30"));
    assert!(Unit::Month.cut(Period { start: None, end: Some(day("2024-01-01")) }).is_empty());
    // Ten of the eleven days of a last ten-day, and none of December's others.
    assert!(near(Unit::TenDay.count(span("2024-12-22", "2024-12-31")), 10.0 / 11.0));
}

#[test]
fn a_year_target_by_ten_day_month_quarter_and_year() {
    // At least 130 billion in 2024: 130 / 36, 130 / 12, 130 / 4, 130.
    let needs = needed(figure(130e9, Qualifier::AtLeast), Period::year(2024), None);
    let known = [130e9 / 36.0, 130e9 / 12.0, 32.5e9, 130e9];
    assert_eq!(needs.len(), 4);
    for (need, known) in needs.iter().zip(known) {
        assert!(near(need.least.value, known) && need.least.word == Word::AtLeast && need.most.is_none());
    }
    // Half a year holds no year.
    let half = needed(figure(600.0, Qualifier::Over), span("2024-01-01", "2024-06-30"), None);
    assert_eq!(
        half.iter().map(|need| need.unit).collect::<Vec<_>>(),
        [Unit::TenDay, Unit::Month, Unit::Quarter]
    );
    assert_eq!((half[1].least.value, half[1].least.word), (100.0, Word::Over));
}

#[test]
fn eight_months_of_cross_border_trade_leave_eight_and_a_half_billion_a_month() {
    let (target, by) = (figure(130e9, Qualifier::AtLeast), span("2024-01-01", "2024-08-31"));
    let stands = rest(target, Period::year(2024), figure(96e9, Qualifier::Exact), by).expect("a standing");
    // 244 of 366 days: 86.67 of 130 are due, 96 are done.
    assert_eq!(stands.verdict, Verdict::Ahead);
    assert!(near(stands.lead.expect("a lead").value, 96e9 - 130e9 * 244.0 / 366.0));
    let left = stands.left.expect("an amount");
    assert_eq!((left.value, left.word, stands.days), (34e9, Word::AtLeast, 122));
    let month = |all: &[(Unit, Derived)]| all.iter().find(|(unit, _)| *unit == Unit::Month).map(|(_, a)| *a);
    let (rest, done) = (month(&stands.rest).expect("months"), month(&stands.done).expect("months"));
    assert_eq!((rest.value, rest.word), (8.5e9, Word::AtLeast));
    assert_eq!((done.value, done.word), (12e9, Word::Exact));
    assert!(near(stands.rest[0].1.value, 34e9 / 12.0), "twelve ten-days are left");
}

#[test]
fn a_lower_bound_leaves_open_what_the_rest_needs() {
    let (target, by) = (figure(1000.0, Qualifier::AtLeast), span("2024-01-01", "2024-12-21"));
    let stands = rest(target, Period::year(2024), figure(800.0, Qualifier::AtLeast), by).expect("a standing");
    assert_eq!(stands.verdict, Verdict::Undetermined);
    let left = stands.left.expect("an amount");
    assert_eq!((left.value, left.word, stands.days), (200.0, Word::AtMost, 10));
    assert!(stands.rest.is_empty(), "{:?}", stands.rest);
    // At least 800 less the 972.7 due is at least −172.7, which may be ahead or behind.
    assert_eq!(stands.lead.map(|lead| lead.word), Some(Word::AtLeast));
}

#[test]
fn words_go_through_every_step() {
    let year = Period::year(2023);
    let half = span("2023-01-01", "2023-06-30");
    let stand = |target, outcome| rest(figure(1200.0, target), year, outcome, half).expect("a standing");
    let word = |stands: Standing| stands.left.map(|left| (left.value, left.word));
    let exact = figure(480.0, Qualifier::Exact);
    assert_eq!(word(stand(Qualifier::Exact, exact)), Some((720.0, Word::Exact)));
    assert_eq!(word(stand(Qualifier::Over, exact)), Some((720.0, Word::Over)));
    assert_eq!(word(stand(Qualifier::Exact, figure(480.0, Qualifier::Over))), Some((720.0, Word::Under)));
    assert_eq!(word(stand(Qualifier::Exact, figure(480.0, Qualifier::AtMost))), Some((720.0, Word::AtLeast)));
    assert_eq!(word(stand(Qualifier::Exact, figure(480.0, Qualifier::About))), Some((720.0, Word::About)));
    let range = Figure { value: 480.0, high: Some(600.0), qualifier: Qualifier::Range };
    let between = stand(Qualifier::Exact, range);
    assert_eq!(between.left.map(|left| (left.value, left.high)), Some((600.0, Some(720.0))));
    assert_eq!(between.rest[1].1, Derived { value: 100.0, high: Some(120.0), word: Word::Range });
    // Reached and more: nothing is left.
    let met = stand(Qualifier::AtLeast, figure(1200.0, Qualifier::Over));
    assert_eq!((met.verdict, met.left), (Verdict::Met, None));
    assert_eq!(
        stand(Qualifier::Over, figure(1200.0, Qualifier::Exact)).left.map(|l| l.word),
        Some(Word::Over)
    );
}

#[test]
fn the_span_is_over_on_its_last_day() {
    let year = Period::year(2023);
    let whole = |value| rest(figure(100.0, Qualifier::Exact), year, figure(value, Qualifier::Exact), year);
    assert_eq!(whole(99.0).map(|s| (s.verdict, s.days)), Some((Verdict::Missed, 0)));
    assert_eq!(whole(100.0).map(|s| s.verdict), Some(Verdict::Met));
    // A sum that starts later says nothing about the days before.
    let late = span("2023-02-01", "2023-06-30");
    assert_eq!(rest(figure(100.0, Qualifier::Exact), year, figure(1.0, Qualifier::Exact), late), None);
}

#[test]
fn the_parts_of_a_target_add_up_to_it() {
    for whole in [Period::year(2023), Period::year(2024), span("2024-03-05", "2025-02-11")] {
        for profile in profiles() {
            for unit in Unit::ALL {
                let parts = parts(figure(1234.5, Qualifier::AtLeast), whole, unit, profile.as_ref());
                let sum: f64 = parts.iter().map(|(_, amount)| amount.value).sum();
                assert!(near(sum, 1234.5), "{unit:?} {profile:?} {sum}");
                assert!(parts.iter().all(|(_, amount)| amount.word == Word::AtLeast || amount.value == 0.0));
                assert_eq!(parts.first().and_then(|part| part.0.start), whole.start);
                assert_eq!(parts.last().and_then(|part| part.0.end), whole.end);
            }
        }
    }
}

#[test]
fn equal_weights_are_equal_parts_and_weights_by_days_are_straight() {
    let (target, year) = (figure(3600.0, Qualifier::Exact), Period::year(2024));
    for (text, unit, each) in [
        ("7 7 7 7", Unit::Quarter, 900.0),
        ("2 2 2 2 2 2 2 2 2 2 2 2", Unit::Month, 300.0),
        (&["1"; 36].join(" "), Unit::TenDay, 100.0),
    ] {
        let needs = needed(target, year, Some(&profile(text)));
        let own = needs.iter().find(|need| need.unit == unit).expect("the unit");
        let most = own.most.map_or(own.least.value, |most| most.value);
        assert!(near(own.least.value, each) && near(most, each), "{text}");
    }
    let months = profile("31 29 31 30 31 30 31 31 30 31 30 31");
    for date in ["2024-01-01", "2024-02-29", "2024-05-17", "2024-12-31"] {
        let straight = due(year, day(date), None).expect("a share");
        assert!(near(due(year, day(date), Some(&months)).expect("a share"), straight), "{date}");
    }
}

#[test]
fn a_profile_bends_the_path() {
    // 1 + … + 8 of 1 + … + 12 are due by the end of August: 36 of 78.
    let (year, rising) = (Period::year(2024), profile("1 2 3 4 5 6 7 8 9 10 11 12"));
    assert!(near(due(year, day("2024-08-31"), Some(&rising)).expect("a share"), 36.0 / 78.0));
    // Half of September's days, half of its weight.
    assert!(near(due(year, day("2024-09-15"), Some(&rising)).expect("a share"), 40.5 / 78.0));
    let needs = needed(figure(780.0, Qualifier::AtLeast), year, Some(&rising));
    let month = needs.iter().find(|need| need.unit == Unit::Month).expect("months");
    assert!(near(month.least.value, 10.0) && near(month.most.expect("more").value, 120.0));
    let sum = Sum::of(figure(400.0, Qualifier::Exact)).expect("a sum");
    let on = |profile| {
        standing(figure(780.0, Qualifier::Exact), year, (sum, day("2024-08-31")), profile)
            .expect("a standing")
    };
    // 360 are due by the profile, 520 straight.
    assert_eq!(on(Some(&rising)).lead.map(|lead| lead.value), Some(40.0));
    assert_eq!((on(Some(&rising)).verdict, on(None).verdict), (Verdict::Ahead, Verdict::Behind));
    assert_eq!(on(None).lead.map(|lead| lead.value), Some(-120.0));
    // All the weight in the last quarter: nothing is due before.
    assert_eq!(due(year, day("2024-09-30"), Some(&profile("0 0 0 1"))), Some(0.0));
    // None of it in the span.
    assert_eq!(due(span("2024-01-01", "2024-06-30"), day("2024-03-31"), Some(&profile("0 0 1 1"))), None);
}

#[test]
fn done_and_left_add_up_where_both_are_exact() {
    let (year, target) = (Period::year(2023), figure(5000.0, Qualifier::Exact));
    for (done, by) in [(12.0, "2023-01-10"), (1999.0, "2023-05-31"), (4999.0, "2023-12-30")] {
        for profile in profiles() {
            let sum = Sum::of(figure(done, Qualifier::Exact)).expect("a sum");
            let stands = standing(target, year, (sum, day(by)), profile.as_ref()).expect("a standing");
            assert!(near(done + stands.left.expect("an amount").value, 5000.0));
            for (unit, amount) in &stands.rest {
                let ahead = Period { start: Some(Date::from_days(day(by).days() + 1)), end: year.end };
                assert!(near(amount.value * unit.count(ahead) + done, 5000.0), "{unit:?} {by}");
            }
        }
    }
}

#[test]
fn a_profile_is_four_twelve_or_thirty_six_weights() {
    for wrong in ["", "1", "1 2 3", "1 2 3 4 5", "1 2 3 -4", "0 0 0 0", "1 2 3 x", "1 2 3 NaN", "1 2 3 inf"] {
        assert_eq!(Profile::read(wrong), None, "{wrong}");
    }
    assert_eq!(profile("1，2、3,4"), profile(" 1 2\n3 4 "));
}

#[test]
fn a_ceiling_has_no_pace() {
    let span = Period::year(2024);
    assert!(paced(figure(5.0, Qualifier::AtLeast), span, Direction::None));
    assert!(paced(figure(5.0, Qualifier::Exact), span, Direction::Up));
    assert!(!paced(figure(5.0, Qualifier::AtMost), span, Direction::Up));
    assert!(!paced(figure(5.0, Qualifier::Exact), span, Direction::Down));
    assert!(!paced(figure(0.0, Qualifier::AtLeast), span, Direction::Up));
    let ages = Period { start: Date::new(1, 1, 1), end: Date::new(9999, 12, 31) };
    assert!(!paced(figure(5.0, Qualifier::Exact), ages, Direction::Up));
}
