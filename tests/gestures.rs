//! Reading a chart with pointer, finger and keys: scripts of events with what is read after each, walks of random
//! events that must never leave the rules, and the nearest datum against a search of all.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says by failing what it expected")]

mod support;

#[path = "gestures/script.rs"]
mod script;

use std::rc::Rc;

use indicator_chart::chart::{Balloon, Chart};
use indicator_chart::dataset::{Dataset, Observation};
use indicator_chart::geom::{Point, Rect};
use indicator_chart::interact::{Damage, Event, Gesture, Key, State, Update};
use indicator_chart::kind::{Nearest, Picture, Target};
use indicator_chart::query::{Date, Datum};
use indicator_chart::scene::Scene;
use support::fixtures;

/// The charts that are walked and searched: each kind with built-in and with invented figures.
const CHARTS: [(bool, &str, &str); 30] = [
    (true, "line", "provincial-laboratories"),
    (true, "line", "high-tech-enterprises"),
    (true, "bar", "total-talent"),
    (true, "bullet", "cross-border-ecommerce-volume"),
    (false, "line", "invented-rides"),
    (false, "line", "invented-shops"),
    (false, "line", "invented-daily"),
    (false, "bar", "invented-growth"),
    (false, "bullet", "invented-sales"),
    (false, "multiples", "invented-rides invented-bus-rides invented-shops"),
    (false, "multiples", "invented-parks"),
    (false, "step", "invented-daily"),
    (false, "area", "invented-daily"),
    (false, "area", "invented-rides invented-bus-rides"),
    (false, "line", "invented-rides invented-bus-rides"),
    (false, "bar", "invented-rides invented-bus-rides"),
    (false, "dot", "invented-rides invented-bus-rides"),
    (false, "dumbbell", "invented-rides invented-bus-rides"),
    (false, "slope", "invented-rides invented-bus-rides"),
    (true, "dot", "total-talent"),
    (true, "progress", "cross-border-ecommerce-volume rural-sewage-treatment-rate"),
    (true, "pace", "cross-border-ecommerce-volume"),
    (false, "pace", "invented-months"),
    (
        true,
        "waffle",
        "cross-border-ecommerce-volume rural-sewage-treatment-rate market-entities new-urban-jobs",
    ),
    (false, "waffle", "invented-sales invented-waste invented-cut invented-far"),
    (true, "scorecard", "cross-border-ecommerce-volume total-talent provincial-laboratories"),
    (true, "ranking", "air-cargo-national-rank air-cargo-world-rank"),
    (true, "number", "provincial-laboratories"),
    (true, "waterfall", "provincial-laboratories"),
    (true, "table", "total-talent"),
];

fn charts() -> Vec<(String, Chart)> {
    let (built_in, invented) = (support::figures(), fixtures::invented());
    let open = |(own, kind, id): &(bool, &str, &str)| {
        let dataset: &Rc<Dataset> = if *own { &built_in } else { &invented };
        (format!("{kind} of {id}"), support::chart(dataset, &[("kind", kind), ("indicator", id)], 640.0))
    };
    CHARTS.iter().map(open).collect()
}

/// The picture a chart has: its boxes, its names and its way of searching.
fn pictured(chart: &Chart) -> Picture {
    chart.picture().cloned().expect("a picture")
}

/// Where a pointer reads at all.
fn bounds(picture: &Picture) -> Rect {
    picture.layout.body.grow(8.0)
}

/// A sequence of numbers that is the same on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.roll(1_000_000) as f64 / 1e6
    }

    fn within(&mut self, r: Rect) -> Point {
        Point { x: self.between(r.x, r.right()), y: self.between(r.y, r.bottom()) }
    }

    fn place(&mut self, picture: &Picture) -> Point {
        const ODD: [f64; 6] = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, -1e9, f64::MIN_POSITIVE];
        let targets = &picture.targets;
        match self.roll(10) {
            0 => Point { x: ODD[self.roll(6) as usize], y: self.between(0.0, 300.0) },
            1 => Point { x: self.between(0.0, 640.0), y: ODD[self.roll(6) as usize] },
            2 | 3 => self.within(bounds(picture).grow(300.0)),
            4 if !targets.is_empty() => targets[self.roll(targets.len() as u64) as usize].at,
            _ => self.within(bounds(picture)),
        }
    }

    fn event(&mut self, picture: &Picture, data: usize) -> Event {
        const KEYS: [Key; 14] = [
            Key::Left,
            Key::Right,
            Key::Up,
            Key::Down,
            Key::First,
            Key::Last,
            Key::Pin,
            Key::Free,
            Key::PageBack,
            Key::PageOn,
            Key::Closer,
            Key::Wider,
            Key::Whole,
            Key::Light,
        ];
        match self.roll(27) {
            0..=6 => Event::Move(self.place(picture)),
            7 => Event::Leave,
            8..=10 => Event::Tap(self.place(picture)),
            11..=16 => Event::Key(KEYS[self.roll(14) as usize]),
            17 => Event::Focus,
            18 => Event::Blur,
            19 | 20 => Event::Press(self.place(picture)),
            21 | 22 => Event::Release(self.place(picture)),
            23 => Event::Cancel,
            24 => Event::Wheel(self.place(picture), self.roll(2) == 0),
            25 => Event::Scrub(self.place(picture)),
            _ => Event::Point(self.roll(data as u64 + 3) as usize),
        }
    }
}

/// What a reader sees of the state.
struct Seen {
    state: State,
    scene: Option<Scene>,
    overlay: Scene,
    reading: Option<Balloon>,
}

/// The state itself cannot be seen.
impl PartialEq for Seen {
    fn eq(&self, other: &Self) -> bool {
        self.scene == other.scene && self.overlay == other.overlay && self.reading == other.reading
    }
}

impl Seen {
    fn of(chart: &Chart) -> Self {
        Self {
            state: chart.state(),
            scene: chart.scene().cloned(),
            overlay: chart.overlay(),
            reading: chart.reading(),
        }
    }

    fn id(&self) -> Option<&str> {
        self.reading.as_ref().map(|balloon| balloon.reading.id.as_str())
    }

    fn pinned(&self) -> bool {
        self.reading.as_ref().is_some_and(|balloon| balloon.pinned)
    }
}

/// What must hold after an event, whatever it was.
fn rules(chart: &Chart, picture: &Picture, event: Event, before: &Seen, update: Update) -> Seen {
    let after = Seen::of(chart);
    let told = || format!("{event:?}: {:?} pinned {} → {:?}", before.id(), before.pinned(), after.id());
    // What is read is a target of the picture, and the balloon points at it.
    if let Some(balloon) = &after.reading {
        let of = |target: &&Target| chart.shown().data[target.datum].id == balloon.reading.id;
        let target =
            chart.targets().iter().find(of).unwrap_or_else(|| panic!("not in the picture: {}", told()));
        assert_eq!(target.at, balloon.at, "{}", told());
    }
    // Nothing is drawn for nothing, and whatever changes is drawn.
    // But for a brush that goes on outside of the plot.
    let brushing = before.state.brush().is_some() && update.damage == Damage::Overlay;
    let still = update.damage == Damage::None;
    assert!(still == (after == *before) || brushing, "{:?}: {}", update.damage, told());
    assert_eq!(update.damage == Damage::Layout, after.scene != before.scene, "{}", told());
    let key = matches!(event, Event::Key(_) | Event::Wheel(..));
    assert!(!update.used || key, "only keys and the wheel are used up: {}", told());
    spanned(chart, &told());
    let on_name = |place: Point| picture.names.iter().any(|name| name.holds(place));
    let dragging = |state: State| matches!(state.gesture, Gesture::Drag { .. });
    match event {
        // While the mouse is down, or on a name, nothing need be read.
        _ if dragging(chart.state()) || dragging(before.state) => {}
        Event::Move(place) | Event::Tap(place) if on_name(place) => {}
        Event::Press(_) | Event::Release(_) | Event::Cancel | Event::Wheel(..) => {}
        Event::Move(_) | Event::Leave if before.pinned() => {
            assert!(after.pinned() && after.id() == before.id(), "what is pinned stays: {}", told());
        }
        Event::Move(place) if !bounds(picture).contains(place) => {
            let keyboard = chart.state().keyboard();
            assert!(after.id().is_none() || keyboard, "outside only the keyboard reads: {}", told());
        }
        Event::Tap(place) if !bounds(picture).contains(place) => {
            assert!(after.id().is_none(), "a tap outside frees: {}", told());
        }
        Event::Move(_) | Event::Tap(_) => {
            assert!(after.id().is_some(), "inside something is read: {}", told())
        }
        Event::Key(Key::Free) if before.overlay.layers.is_empty() => assert!(!update.used, "{}", told()),
        _ => {}
    }
    // Three Escapes free whatever there is: a drag, what is pinned, what is read and lit.
    let mut freed = chart.clone();
    freed.event(Event::Key(Key::Free));
    freed.event(Event::Key(Key::Free));
    freed.event(Event::Key(Key::Free));
    assert!(freed.reading().is_none() && freed.overlay().layers.is_empty(), "Escape frees: {}", told());
    after
}

/// What holds of the time that is shown: two days at least and not all, and every figure of the span in the data shown.
fn spanned(chart: &Chart, told: &str) {
    let Some((from, to)) = chart.state().view.span else { return };
    let day = |datum: &Datum| datum.period.anchor().map(Date::days);
    let within = |datum: &&Datum| day(datum).is_none_or(|day| (from..=to).contains(&day));
    let asked = |datum: &&Datum| datum.asked;
    let wanted: Vec<&str> =
        chart.frame().data.iter().filter(asked).filter(within).map(|datum| datum.id.as_str()).collect();
    let shown: Vec<&str> = chart.shown().data.iter().filter(asked).map(|datum| datum.id.as_str()).collect();
    assert_eq!(shown, wanted, "{told}");
    assert!(from < to && wanted.len() < chart.frame().data.iter().filter(asked).count(), "{told}");
}

#[test]
fn every_script_reads_as_it_says() {
    let mut wrong = Vec::new();
    let steps: usize = script::all().iter().map(|script| script.run(&mut wrong)).sum();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(steps >= 80, "only {steps} steps");
}

#[test]
fn forty_thousand_random_events_leave_no_rule() {
    let mut dice = Dice(20_260_314);
    let all = charts();
    let steps = 40_000 / all.len();
    let (mut zooms, mut lights) = (0, 0);
    for (name, mut chart) in all {
        let mut picture = pictured(&chart);
        let (mut seen, mut read, mut pinned) = (Seen::of(&chart), 0, 0);
        for _ in 0..steps {
            if dice.roll(200) == 0 {
                let width = [280.0, 320.0, 640.0, 1200.0][dice.roll(4) as usize];
                chart.resize(width);
                picture = pictured(&chart);
                let now = Seen::of(&chart);
                assert_eq!(
                    (now.id(), now.pinned()),
                    (seen.id(), seen.pinned()),
                    "{name}: a resize keeps what is read"
                );
                seen = now;
            }
            let event = dice.event(&picture, chart.shown().data.len());
            let update = chart.event(event);
            picture = pictured(&chart);
            seen = rules(&chart, &picture, event, &seen, update);
            zooms += usize::from(update.damage == Damage::Layout);
            lights += usize::from(!chart.lit().is_empty());
            if dice.roll(40) == 0 {
                same_again(&name, &chart);
            }
            read += usize::from(seen.id().is_some());
            pinned += usize::from(seen.pinned());
        }
        // A walk that reads nothing proves nothing.
        let any = !picture.targets.is_empty();
        assert!(
            !any || (read > steps / 3 && pinned > steps / 12),
            "{name}: read {read}, pinned {pinned} of {steps}"
        );
    }
    assert!(zooms > 500 && lights > 500, "{zooms} zooms, {lights} steps with something lit");
}

/// A part of the time is as high as all of it, and the state that a link carries makes the same of a fresh chart.
fn same_again(name: &str, chart: &Chart) {
    let [point, series, from, to] = chart.view();
    let mut fresh = chart.clone();
    fresh.restore("", "", "", "");
    assert_eq!(fresh.view(), ["", "", "", ""].map(str::to_owned), "{name}");
    assert!(chart.size().h >= fresh.size().h, "{name}: {} of {}", chart.size().h, fresh.size().h);
    let found = fresh.restore(&point, &series, &from, &to);
    assert_eq!(found, [true; 3], "{name}: {point} {series} {from} {to}");
    assert_eq!(fresh.view(), chart.view(), "{name}");
    assert_eq!(fresh.scene(), chart.scene(), "{name}");
}

#[test]
fn a_state_that_does_not_exist_here_is_told_and_leaves_the_rest() {
    let dataset = fixtures::invented();
    let fields = [("kind", "line"), ("indicator", "invented-daily")];
    let mut chart = support::chart(&dataset, &fields, 640.0);
    assert_eq!(chart.restore("no-such@town/2024/actual", "no-such@town", "", ""), [false, false, true]);
    assert_eq!(chart.view(), ["", "", "", ""].map(str::to_owned));
    for (from, to) in [("2024", "2025"), ("1999-01-01", "1999-02-01"), ("", "2024-01-01"), ("x", "y")] {
        assert_eq!(chart.restore("", "", from, to), [true, true, false], "{from} {to}");
    }
}

#[test]
fn what_is_read_is_the_nearest_of_all() {
    let mut dice = Dice(77);
    for (name, mut chart) in charts() {
        let picture = pictured(&chart);
        if picture.targets.is_empty() {
            assert!(name.starts_with("table"), "{name} has something to read");
            continue;
        }
        let (mut under, mut tried, body) = (0, 0, bounds(&picture));
        while tried < 500 {
            let place = dice.within(body);
            chart.event(Event::Move(place));
            if picture.names.iter().any(|one| one.holds(place)) {
                assert!(!chart.lit().is_empty(), "{name}: a name at {place:?} lights what it names");
                continue;
            }
            tried += 1;
            let read = chart.reading().expect("something inside the body").reading.id;
            let wanted = nearest(&picture, place);
            under += usize::from(wanted.1);
            assert_eq!(read, chart.frame().data[wanted.0].id, "{name} at {place:?}");
        }
        assert!(under > 0, "{name}: no place was on a mark");
    }
}

/// A search of all targets: the smallest mark under the place, else the nearest along the kind's axis; the other axis
/// and then the order of reading settle ties. The datum, and whether its mark lies under the place.
fn nearest(picture: &Picture, place: Point) -> (usize, bool) {
    // In small charts, that of the nearest box.
    let outside = |r: Rect| {
        let dx = (r.x - place.x).max(place.x - r.x - r.w).max(0.0);
        let dy = (r.y - place.y).max(place.y - r.y - r.h).max(0.0);
        dx * dx + dy * dy
    };
    let cell = picture.cells.iter().min_by(|a, b| outside(a.area).total_cmp(&outside(b.area)));
    let (targets, axis) = match cell {
        Some(cell) => (&picture.targets[cell.targets.0..cell.targets.1], cell.nearest),
        None => (picture.targets.as_slice(), picture.nearest),
    };
    let mut best: Option<((u8, f64), usize)> = None;
    for target in targets {
        let r = target.area;
        let under = place.x >= r.x && place.x <= r.x + r.w && place.y >= r.y && place.y <= r.y + r.h;
        let (dx, dy) = ((target.at.x - place.x).abs(), (target.at.y - place.y).abs());
        let away = match axis {
            Nearest::AlongX => dx + dy / 100.0,
            Nearest::AlongY => dy + dx / 100.0,
        };
        // A mark under the place comes before all others, whatever the distance.
        let cost = if under { (0, r.w * r.h) } else { (1, away) };
        let better =
            best.is_none_or(|(held, _)| cost.0 < held.0 || (cost.0 == held.0 && cost.1 < held.1 - 1e-9));
        if better {
            best = Some((cost, target.datum));
        }
    }
    best.map(|((far, _), datum)| (datum, far == 0)).expect("a target")
}

#[test]
fn a_tooltip_tells_the_printed_figure() {
    let dataset = support::figures();
    let mut told = Vec::new();
    for kind in ["line", "bar", "bullet"] {
        for indicator in &dataset.indicators {
            for lang in ["zh-CN", "en"] {
                let fields = [("kind", kind), ("indicator", indicator.id.as_str()), ("lang", lang)];
                let Ok(mut chart) = Chart::new(Rc::clone(&dataset), &support::input(&fields)) else {
                    continue;
                };
                chart.resize(640.0);
                let ids: Vec<usize> = chart.targets().iter().map(|target| target.datum).collect();
                for datum in ids {
                    chart.event(Event::Point(datum));
                    told.push(tells(&chart, datum));
                }
            }
        }
    }
    told.sort();
    told.dedup();
    // Two documents that print the same are one mark; every other figure is read by some picture.
    let same = |a: &Observation, b: &Observation| {
        (a.indicator, a.area, a.period, a.status, a.figure)
            == (b.indicator, b.area, b.period, b.status, b.figure)
    };
    let rows = &dataset.observations;
    let read = |row: &&Observation| told.contains(&row.id);
    let twin = |row: &&Observation| rows.iter().filter(read).any(|other| same(row, other));
    let missed: Vec<&str> = rows.iter().filter(|row| !twin(row)).map(|row| row.id.as_str()).collect();
    assert!(missed.is_empty(), "no picture reads {missed:?}");
}

/// Holds that the tooltip of a datum has every digit that its source prints; gives its id.
fn tells(chart: &Chart, datum: usize) -> String {
    let (balloon, datum) = (chart.reading().expect("a reading"), &chart.frame().data[datum]);
    let reading = balloon.reading;
    assert_eq!(reading.id, datum.id);
    let tight = |text: &str| text.split_whitespace().collect::<String>();
    let rows: String = reading.rows.iter().map(|row| tight(&row.text)).collect();
    assert!(rows.contains(&tight(&datum.printed)), "{}: {} in {rows}", datum.id, datum.printed);
    let digits = |text: &str| {
        let runs = text.split(|c: char| !(c.is_ascii_digit() || c == '.'));
        runs.filter(|run| run.contains(|c: char| c.is_ascii_digit())).map(str::to_owned).collect::<Vec<_>>()
    };
    // In Chinese the value itself keeps the printed digits; in English 万 and 亿 move the point.
    if chart.spec().lang.tag() == "zh-CN" {
        for run in digits(&tight(&datum.printed)) {
            let said = digits(&reading.value.replace([',', ' '], ""));
            assert!(said.contains(&run), "{}: {} in {}", datum.id, datum.printed, reading.value);
        }
    }
    assert!(reading.announce.contains(&reading.value) && reading.announce.contains(&reading.heading));
    datum.id.clone()
}

#[test]
fn what_is_read_survives_every_width_and_none() {
    for (name, mut chart) in charts() {
        let datum = chart.targets().last().expect("a target").datum;
        for pin in [true, false] {
            chart.event(Event::Key(Key::Free));
            chart.event(Event::Key(Key::Free));
            let at = chart.targets().iter().find(|target| target.datum == datum).expect("a target").at;
            chart.event(if pin { Event::Point(datum) } else { Event::Move(at) });
            let id = chart.reading().expect("a reading").reading.id;
            for width in [320.0, 1400.0, 280.0, 0.0, f64::NAN, 640.0, -3.0, 1e12, 640.0] {
                let height = chart.resize(width);
                let drawn = width > 0.0;
                assert_eq!((height > 0.0, chart.scene().is_some()), (drawn, drawn), "{name} at {width}");
                if drawn {
                    let balloon =
                        chart.reading().unwrap_or_else(|| panic!("{name}: {id} was lost at {width}"));
                    assert_eq!(
                        (balloon.reading.id.as_str(), balloon.pinned),
                        (id.as_str(), pin),
                        "{name} at {width}"
                    );
                    let size = chart.size();
                    assert!(Rect::new(0.0, 0.0, size.w, size.h).contains(balloon.at), "{name} at {width}");
                } else {
                    // Nothing is drawn, so nothing is read and nothing is done; what was read is not forgotten.
                    assert!(
                        chart.reading().is_none() && chart.overlay().layers.is_empty(),
                        "{name} at {width}"
                    );
                    let update = chart.event(Event::Move(Point { x: 10.0, y: 10.0 }));
                    assert_eq!(update, Update::default(), "{name} at {width}");
                }
            }
        }
    }
}

#[test]
fn a_new_spec_keeps_what_is_read_where_it_is_still_there() {
    let dataset = support::figures();
    let fields = [("kind", "line"), ("indicator", "provincial-laboratories")];
    let mut chart = support::chart(&dataset, &fields, 640.0);
    let id = "provincial-laboratories@zhengzhou/2023-12-31/actual";
    assert!(chart.point_at(id), "{id} can be pinned");
    let turned =
        [("kind", "bar"), ("indicator", "provincial-laboratories"), ("lang", "en"), ("theme", "dark")];
    chart.set_spec(&support::input(&turned)).expect("a good spec");
    let read = chart.reading().map(|balloon| (balloon.reading.id, balloon.pinned));
    assert_eq!(read, Some((id.to_owned(), true)));
    let before = chart.scene().cloned();
    let wrong = [("kind", "pie"), ("indicator", "provincial-laboratories")];
    assert!(chart.set_spec(&support::input(&wrong)).is_err());
    assert_eq!(chart.scene().cloned(), before, "an error keeps the picture");
    assert!(chart.reading().is_some(), "and what is read in it");
    let other = [("kind", "bar"), ("indicator", "total-talent")];
    chart.set_spec(&support::input(&other)).expect("a good spec");
    assert!(chart.reading().is_none(), "what is gone is not read");
    assert!(!chart.point_at(id), "and cannot be pinned");
}
