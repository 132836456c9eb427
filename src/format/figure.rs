//! A figure with its word turned into text, alone or with its unit.

use super::{Digits, Magnitude, number};
use crate::dataset::{Figure, Measure, Qualifier, Unit};
use crate::words::{Lang, Say, join, number as say};

/// The figure divided by the magnitude, with its word, without unit: 超240, 1300以上, over 240.
pub fn figure(figure: Figure, magnitude: Magnitude, lang: Lang) -> String {
    let low = number(figure.value, magnitude, Digits::Printed, lang);
    let body = match figure.high {
        Some(high) => joined(figure, &low, &number(high, magnitude, Digits::Printed, lang), lang),
        None => low,
    };
    worded(figure.qualifier, body, lang)
}

/// The figure as it reads in a sentence, in its own magnitude and with its unit: 超240万人, at least 130 billion yuan,
/// 第19位, 10th. A change shows its sign, +10.9%, unless a word stands before it.
pub fn quantity(figure: Figure, unit: &Unit, measure: Measure, lang: Lang) -> String {
    match measure {
        Measure::Rank | Measure::Tier | Measure::Order => place(figure, unit, measure, &FROM_TOP, lang),
        Measure::Level | Measure::Growth | Measure::Share | Measure::Ratio => {
            worded(figure.qualifier, amount(figure, unit, measure, lang), lang)
        }
    }
}

/// As [`quantity`] for a rank whose first place is the last of its field: 倒数第20位, bottom 20.
pub fn from_bottom(figure: Figure, unit: &Unit, lang: Lang) -> String {
    place(figure, unit, Measure::Rank, &FROM_BOTTOM, lang)
}

/// What the numbers of an axis count: 单位：亿元, billion yuan; empty where there is nothing to say.
pub fn unit_line(unit: &Unit, magnitude: Magnitude, lang: Lang) -> String {
    let name = after(magnitude.word(lang), unit.name(lang), lang);
    if name.is_empty() { name } else { say::UNIT_LINE.fill(lang, &[&name]) }
}

/// The number or the two numbers with magnitude and unit, without the word.
fn amount(figure: Figure, unit: &Unit, measure: Measure, lang: Lang) -> String {
    let magnitude = Magnitude::alone(figure, unit, lang);
    let mut low = number(figure.value, magnitude, Digits::Printed, lang);
    let word = magnitude.word(lang);
    let name = if lang == Lang::En && low == "1" && figure.high.is_none() && word.is_empty() {
        &unit.one
    } else {
        unit.name(lang)
    };
    if measure == Measure::Growth && figure.value > 0.0 && figure.qualifier == Qualifier::Exact {
        low.insert(0, '+');
    }
    let Some(high) = figure.high else {
        return with(&low, word, name, unit, lang);
    };
    let high = number(high, magnitude, Digits::Printed, lang);
    match lang {
        // 6万–8万家 and 6%–8%: without the sign the first number would be a smaller one.
        Lang::Zh if unit.is_percent() => {
            joined(figure, &after(&low, name, lang), &after(&high, name, lang), lang)
        }
        Lang::Zh => {
            after(&joined(figure, &after(&low, word, lang), &after(&high, word, lang), lang), name, lang)
        }
        Lang::En => with(&joined(figure, &low, &high, lang), word, name, unit, lang),
    }
}

/// Digits, magnitude word and unit name.
fn with(digits: &str, word: &str, name: &str, unit: &Unit, lang: Lang) -> String {
    if unit.is_percent() {
        // Close to its number in both languages.
        let mut out = after(digits, word, lang);
        out.push('%');
        return out;
    }
    after(&after(digits, word, lang), name, lang)
}

/// One text after another, as the language joins a number and its unit; either may be empty.
fn after(first: &str, second: &str, lang: Lang) -> String {
    if first.is_empty() || second.is_empty() {
        return join(&[first, second], "");
    }
    say::QUANTITY.fill(lang, &[first, second])
}

/// Two ends of a range.
fn joined(figure: Figure, low: &str, high: &str, lang: Lang) -> String {
    let signed = figure.value < 0.0 || figure.high.is_some_and(|high| high < 0.0);
    (if signed { say::RANGE_SIGNED } else { say::RANGE }).fill(lang, &[low, high])
}

/// The text with the word of its figure around it.
fn worded(qualifier: Qualifier, text: String, lang: Lang) -> String {
    let say: Say = match qualifier {
        Qualifier::Exact | Qualifier::Range => return text,
        Qualifier::Over => say::OVER,
        Qualifier::AtLeast => say::AT_LEAST,
        Qualifier::Nearly => say::NEARLY,
        Qualifier::About => say::ABOUT,
        Qualifier::AtMost => say::AT_MOST,
    };
    say.fill(lang, &[&text])
}

/// How the places of a rank read: one alone, the first n, those past the n-th, and from the n-th on.
struct Counting {
    one: Say,
    first: Say,
    past: Say,
    from: Say,
}

const FROM_TOP: Counting =
    Counting { one: say::ORDINAL, first: say::TOP, past: say::PLACE_AFTER, from: say::PLACE_OR_AFTER };
const FROM_BOTTOM: Counting = Counting {
    one: say::FROM_BOTTOM,
    first: say::BOTTOM,
    past: say::CLEAR_OF_BOTTOM,
    from: say::FROM_BOTTOM_OR_BEFORE,
};

/// A place in an order, a class or an order of approval.
fn place(figure: Figure, unit: &Unit, measure: Measure, counting: &Counting, lang: Lang) -> String {
    let (say, own) = match measure {
        Measure::Tier => (say::TIER, say::CLASS),
        Measure::Order => (say::ORDINAL, say::PIECE),
        _ => (counting.one, say::PLACE),
    };
    let name = match lang {
        _ if unit.zh.is_empty() => own.get(lang),
        Lang::Zh => &unit.zh,
        Lang::En => &unit.one,
    };
    let digits = number(figure.value, Magnitude::PLAIN, Digits::Printed, lang);
    let counted = |value: f64| match measure {
        Measure::Tier => in_words(value, lang),
        _ => ordinal(value, lang),
    };
    if measure == Measure::Rank && figure.high.is_none() {
        // "Outside the bottom 20" counts the places, "below 20th" names one.
        let own = if counting.past == say::CLEAR_OF_BOTTOM { &digits } else { &counted(figure.value) };
        match figure.qualifier {
            Qualifier::AtMost => return counting.first.fill(lang, &[&digits, name]),
            Qualifier::Over => return counting.past.fill(lang, &[own, name]),
            Qualifier::AtLeast => return counting.from.fill(lang, &[&counted(figure.value), name]),
            _ => {}
        }
    }
    let body = match figure.high {
        Some(high) => joined(figure, &counted(figure.value), &counted(high), lang),
        None => counted(figure.value),
    };
    worded(figure.qualifier, say.fill(lang, &[&body, name]), lang)
}

/// 一, 二 … and first, second … up to ten, then as [`ordinal`].
fn in_words(value: f64, lang: Lang) -> String {
    let found = (1_u8..).zip(say::COUNTED).find(|(n, _)| f64::from(*n) == value);
    found.map_or_else(|| ordinal(value, lang), |(_, word)| word.get(lang).to_owned())
}

/// 19 in Chinese (its 第 stands before), 19th in English.
fn ordinal(value: f64, lang: Lang) -> String {
    let mut text = number(value, Magnitude::PLAIN, Digits::Printed, lang);
    if lang == Lang::En {
        let teen = text.len() > 1 && text.as_bytes()[text.len() - 2] == b'1';
        let ending = match text.bytes().last() {
            Some(b'1') if !teen => 0,
            Some(b'2') if !teen => 1,
            Some(b'3') if !teen => 2,
            _ => 3,
        };
        text.push_str(say::ENDINGS[ending]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use Qualifier::{About, AtLeast, AtMost, Exact, Nearly, Over, Range};

    fn unit(zh: &str, one: &str, many: &str) -> Unit {
        Unit { id: one.into(), zh: zh.into(), one: one.into(), many: many.into() }
    }

    fn fig(value: f64, qualifier: Qualifier) -> Figure {
        Figure { value, high: None, qualifier }
    }

    fn both(figure: Figure, unit: &Unit, measure: Measure) -> [String; 2] {
        [Lang::Zh, Lang::En].map(|lang| quantity(figure, unit, measure, lang))
    }

    #[test]
    fn every_word_stands_where_its_language_puts_it() {
        let range = Figure { value: 6.0, high: Some(8.0), qualifier: Range };
        let cases = [
            (fig(2_400_000.0, Over), 4, "超240", "over 240"),
            (fig(1300.0, AtLeast), 0, "1300以上", "at least 1,300"),
            (fig(140.0, Nearly), 0, "近140", "nearly 140"),
            (fig(8.0, About), 0, "约8", "about 8"),
            (fig(5.5, AtMost), 0, "5.5以内", "at most 5.5"),
            (fig(960e8, Exact), 8, "960", "960"),
            (range, 0, "6–8", "6–8"),
            (Figure { value: -3.0, ..range }, 0, "−3至8", "−3 to 8"),
        ];
        for (printed, exp, zh, en) in cases {
            let magnitude = Magnitude::of_exponent(exp);
            assert_eq!(figure(printed, magnitude, Lang::Zh), zh);
            assert_eq!(figure(printed, magnitude, Lang::En), en);
        }
    }

    #[test]
    fn a_quantity_reads_as_in_a_newspaper() {
        let (people, yuan) = (unit("人", "person", "people"), unit("元", "yuan", "yuan"));
        let firm = unit("家", "enterprise", "enterprises");
        let level = Measure::Level;
        assert_eq!(both(fig(2.4e6, Over), &people, level), ["超240万人", "over 2.4 million people"]);
        assert_eq!(both(fig(1300e8, AtLeast), &yuan, level), ["1300亿元以上", "at least 130 billion yuan"]);
        assert_eq!(both(fig(5800.0, Over), &firm, level), ["超5800家", "over 5,800 enterprises"]);
        assert_eq!(both(fig(1.0, Exact), &firm, level), ["1家", "1 enterprise"]);
        assert_eq!(both(fig(2.0, Exact), &firm, level), ["2家", "2 enterprises"]);
        assert_eq!(both(fig(1e6, Exact), &people, level), ["100万人", "1 million people"]);
        let range = Figure { value: 6e4, high: Some(8e4), qualifier: Range };
        assert_eq!(both(range, &people, level), ["6万–8万人", "60,000–80,000 people"]);
        assert_eq!(both(Figure::exact(7.0), &Unit::default(), level), ["7", "7"]);
    }

    #[test]
    fn a_change_shows_its_sign_and_a_share_does_not() {
        let percent = unit("%", "%", "%");
        assert_eq!(both(fig(64.7, Exact), &percent, Measure::Share), ["64.7%", "64.7%"]);
        assert_eq!(both(fig(10.9, Exact), &percent, Measure::Growth), ["+10.9%", "+10.9%"]);
        assert_eq!(both(fig(-17.3, Exact), &percent, Measure::Growth), ["−17.3%", "−17.3%"]);
        assert_eq!(both(fig(10.0, Over), &percent, Measure::Growth), ["超10%", "over 10%"]);
        assert_eq!(both(fig(0.0, Exact), &percent, Measure::Growth), ["0%", "0%"]);
        let range = Figure { value: 6.0, high: Some(8.0), qualifier: Range };
        assert_eq!(both(range, &percent, Measure::Share), ["6%–8%", "6–8%"]);
    }

    #[test]
    fn places_and_classes_are_ordinal() {
        let (place, none) = (unit("位", "place", "places"), Unit::default());
        assert_eq!(both(fig(19.0, Exact), &place, Measure::Rank), ["第19位", "19th"]);
        assert_eq!(both(fig(20.0, AtMost), &place, Measure::Rank), ["前20位", "top 20"]);
        assert_eq!(both(fig(20.0, Over), &place, Measure::Rank), ["第20位之后", "below 20th"]);
        assert_eq!(both(fig(1.0, Exact), &none, Measure::Tier), ["第一档", "first tier"]);
        let group = unit("方阵", "group", "groups");
        assert_eq!(both(fig(1.0, Exact), &group, Measure::Tier), ["第一方阵", "first group"]);
        assert_eq!(both(fig(10.0, Exact), &none, Measure::Order), ["第10个", "10th"]);
        let ends: Vec<String> = [1.0, 2.0, 3.0, 11.0, 12.0, 13.0, 21.0, 112.0, 1001.0]
            .into_iter()
            .map(|rank| quantity(Figure::exact(rank), &place, Measure::Rank, Lang::En))
            .collect();
        assert_eq!(ends.join(" "), "1st 2nd 3rd 11th 12th 13th 21st 112th 1,001st");
    }

    #[test]
    fn places_from_the_bottom_say_so() {
        let place = unit("位", "place", "places");
        let both = |figure| [Lang::Zh, Lang::En].map(|lang| from_bottom(figure, &place, lang));
        assert_eq!(both(fig(20.0, Exact)), ["倒数第20位", "20th from the bottom"]);
        assert_eq!(both(fig(20.0, AtMost)), ["后20位", "bottom 20"]);
        assert_eq!(both(fig(20.0, Over)), ["后20位之外", "outside the bottom 20"]);
        assert_eq!(both(fig(20.0, AtLeast)), ["倒数第20位或之前", "20th from the bottom or higher"]);
    }

    #[test]
    fn the_unit_line_names_magnitude_and_unit() {
        let yuan = unit("元", "yuan", "yuan");
        let [wan, yi, billion] = [4, 8, 9].map(Magnitude::of_exponent);
        assert_eq!(unit_line(&yuan, yi, Lang::Zh), "单位：亿元");
        assert_eq!(unit_line(&yuan, billion, Lang::En), "billion yuan");
        assert_eq!(unit_line(&unit("%", "%", "%"), Magnitude::PLAIN, Lang::Zh), "单位：%");
        assert_eq!(unit_line(&unit("%", "%", "%"), Magnitude::PLAIN, Lang::En), "%");
        assert_eq!(unit_line(&Unit::default(), wan, Lang::Zh), "单位：万");
        assert_eq!(unit_line(&Unit::default(), Magnitude::PLAIN, Lang::En), "");
    }
}
