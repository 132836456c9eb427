//! What a chart says of its own decisions, and how it takes other data.

use super::*;

fn chart(indicator: &str, kind: &str, lang: &str, colors: &str) -> Chart {
    let text = |text: &str| Some(text.to_owned());
    let input = Input {
        indicator: text(indicator),
        kind: text(kind),
        lang: text(lang),
        colors: text(colors),
        ..Input::default()
    };
    Chart::new(Rc::new(builtin()), &input).expect("a chart")
}

#[test]
fn the_kind_that_the_data_chose_is_named_with_the_reason() {
    let chosen = chart("high-tech-enterprises", "auto", "en", "");
    assert_eq!((chosen.kind(), chosen.why()), ("line", say::AUTO_TIME.get(Lang::En)));
    let given = chart("high-tech-enterprises", "line", "en", "");
    assert_eq!((given.kind(), given.why()), ("line", ""));
}

#[test]
fn own_colours_that_are_hard_to_see_are_told() {
    assert!(chart("high-tech-enterprises", "line", "en", "").warnings().is_empty());
    assert!(chart("high-tech-enterprises", "line", "en", "accent #990f3d").warnings().is_empty());
    let warnings = chart("high-tech-enterprises", "line", "en", "ink #777777").warnings();
    // 4.48:1, which must not read as enough.
    let ink =
        "The colour “ink” has a contrast of only 4.4:1; it needs 4.5:1. Choose a darker or a lighter one.";
    assert_eq!(warnings.first().map(String::as_str), Some(ink));
    let warnings = chart("high-tech-enterprises", "line", "zh-CN", "accent #ffd34d").warnings();
    assert!(warnings[0].starts_with("颜色 accent 与底色的对比只有 1.4:1，至少要 4.5:1"), "{warnings:?}");
}

#[test]
fn other_data_are_taken_or_the_chart_stays_as_it_was() {
    let mut chart = chart("high-tech-enterprises", "line", "en", "");
    chart.resize(640.0);
    let (before, scene) = (chart.label(), chart.scene().cloned());
    let input = Input { indicator: Some("high-tech-enterprises".to_owned()), ..Input::default() };
    let refused = chart.set_data(Rc::new(Dataset::default()), &input);
    assert_eq!(refused.map_err(|error| error.code()), Err("unknown-indicator"));
    assert_eq!((chart.label(), chart.scene().cloned()), (before, scene));
    let mut data = builtin();
    for row in &mut data.indicators {
        row.name.zh.push('*');
    }
    assert!(chart.set_data(Rc::new(data), &input).is_ok());
    assert!(chart.label().contains('*'));
}

#[test]
fn a_table_brings_what_stands_around_it() {
    let table = chart("high-tech-enterprises", "table", "en", "").table();
    assert_eq!(table.about, "Zhengzhou");
    assert!(table.notes.last().is_some_and(|note| note.starts_with("Source: ")), "{:?}", table.notes);
    assert!(table.rows.iter().all(|row| row.len() == table.head.len()));
}
