//! Text and whole numbers become characters of an SVG document: nothing of a text is markup, no number is a float.

use crate::geom::within;

/// Appends text that can stand in an element or in a quoted attribute: no character of it is markup, control
/// characters are left out, line ends and tabs become spaces.
pub(super) fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
}

/// Appends units as CSS px, exactly: sixteenths have at most four decimals.
pub(super) fn push_units(out: &mut String, units: i32) {
    if units < 0 {
        out.push('-');
    }
    let size = units.unsigned_abs();
    push_digits(out, size / 16);
    push_decimals(out, size % 16 * 625, 1000);
}

/// Appends a share of 1 given in thousandths.
pub(super) fn push_thousandths(out: &mut String, share: u32) {
    push_digits(out, share / 1000);
    push_decimals(out, share % 1000, 100);
}

/// A number as CSS writes it, to the nearest thousandth; 0 where it is negative.
pub fn decimal(value: f64) -> String {
    let mut out = String::new();
    push_thousandths(&mut out, within((value * 1000.0).round(), 0.0, 4e9) as u32);
    out
}

fn push_decimals(out: &mut String, mut rest: u32, mut place: u32) {
    if rest > 0 {
        out.push('.');
    }
    while rest > 0 {
        out.push(char::from(b'0' + (rest / place) as u8));
        rest %= place;
        place /= 10;
    }
}

pub(super) fn push_digits(out: &mut String, n: u32) {
    if n >= 10 {
        push_digits(out, n / 10);
    }
    out.push(char::from(b'0' + (n % 10) as u8));
}

pub(super) fn step(out: &mut String, letter: char, units: i32) {
    out.push(letter);
    push_units(out, units);
}

pub(super) fn pair(out: &mut String, letter: char, x: i32, y: i32) {
    step(out, letter, x);
    if y >= 0 {
        out.push(' ');
    }
    push_units(out, y);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(units: i32) -> String {
        let mut out = String::new();
        push_units(&mut out, units);
        out
    }

    #[test]
    fn sixteenths_print_exactly() {
        let cases = [
            (0, "0"),
            (1, "0.0625"),
            (-1, "-0.0625"),
            (24, "1.5"),
            (-168, "-10.5"),
            (15, "0.9375"),
            (1600, "100"),
        ];
        for (units, text) in cases {
            assert_eq!(printed(units), text);
            assert!((text.parse::<f64>().expect("a number") - f64::from(units) / 16.0).abs() < f64::EPSILON);
        }
    }

    #[test]
    fn text_cannot_become_markup() {
        let mut out = String::new();
        escape(&mut out, "<b on='1' x=\"2\">&\u{0}\u{7}\u{85}\u{ffff}\n超");
        assert_eq!(out, "&lt;b on=&#39;1&#39; x=&quot;2&quot;&gt;&amp; 超");
    }

    #[test]
    fn opacity_comes_back_as_the_same_byte() {
        for a in 0..=255_u32 {
            let mut out = String::new();
            push_thousandths(&mut out, (a * 1000 + 127) / 255);
            let back = (out.parse::<f64>().expect("a number") * 255.0).round();
            assert_eq!(back, f64::from(a), "{out}");
        }
    }
}
