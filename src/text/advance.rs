//! A character turned into its advance width: the wider of a Helvetica-metric face and of the Latin in Noto Sans CJK
//! SC, in 1/250 em, rounded up.

use super::Weight;

/// The width of a character in em, and whether it grows with the page's font: a full-width character is 1 em in
/// any font, a Latin one is not.
pub(super) fn advance(c: char, weight: Weight) -> (f64, bool) {
    let code = u32::from(c);
    let (ascii, latin) = match weight {
        Weight::Regular => (&REGULAR_ASCII, &REGULAR_LATIN),
        Weight::Semibold => (&SEMIBOLD_ASCII, &SEMIBOLD_LATIN),
    };
    let listed = match code {
        0x20..=0x7e => at(ascii, code - 0x20),
        0xa0..=0xff => at(latin, code - 0xa0),
        _ => None,
    };
    let units = match listed {
        Some(units) => u16::from(units),
        None => other(code, weight),
    };
    (f64::from(units) / 250.0, units != FULL)
}

/// A full em in units of the tables.
const FULL: u16 = 250;

fn at(table: &[u8], index: u32) -> Option<u8> {
    usize::try_from(index).ok().and_then(|i| table.get(i)).copied()
}

/// Characters past Latin-1, in 1/250 em.
fn other(code: u32, weight: Weight) -> u16 {
    match code {
        // Controls, combining marks, joiners, direction marks and variation selectors take no room.
        0..0x20 | 0x7f..0xa0 | 0x300..0x370 | 0x1ab0..0x1b00 | 0x1dc0..0x1e00 => 0,
        0x200b..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f | 0x20d0..0x2100 => 0,
        0x302a..=0x302f | 0x3099 | 0x309a | 0xfe00..=0xfe0f | 0xfe20..=0xfe2f | 0xfeff => 0,
        0xe0000..=0xe0fff | 0x1f3fb..=0x1f3ff => 0,
        // Spaces narrower than an em.
        0x2000 | 0x2002 | 0x2007 => 140,
        0x2004..=0x2006 | 0x2008..=0x200a | 0x202f | 0x205f => 84,
        // Dashes and marks with a proportional form: ‑ ‒ – ‚ „ ′ ″ ‹ › ⁄ € − ‰.
        0x2011 => 93,
        0x2012 | 0x2013 => 140,
        0x201a | 0x2032 => 82,
        0x201e | 0x2033 => 145,
        0x2039 | 0x203a | 0x2044 => 84,
        0x20ac | 0x2212 => 148,
        0x2030 => 251,
        0x2116 => 279,
        // Half-width forms, and emoji, which are wider than an em everywhere.
        0xff61..=0xff9f => 125,
        0x1f000..=0x1faff => 345,
        // Quotes, dashes, dots and symbols of Chinese typesetting, ideographs, kana, Hangul, full-width forms.
        0x2010 | 0x2014..=0x2fff | 0x3000..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfe30..=0xfe6f => {
            FULL
        }
        0x2001 | 0x2003 | 0xff00..=0xff60 | 0xffa0..=0xffdc | 0xffe0..=0xffe6 | 0x20000..=0x3ffff => FULL,
        // Letters of Latin, Greek and Cyrillic: most capitals fit.
        0x100..0x250 | 0x370..0x530 | 0x1e00..0x2000 if weight == Weight::Semibold => 190,
        0x100..0x250 | 0x370..0x530 | 0x1e00..0x2000 => 182,
        // The rest: 0.6 em, a little more where strokes are thick.
        _ if weight == Weight::Semibold => 160,
        _ => 150,
    }
}

const REGULAR_ASCII: [u8; 95] = [
    70, 81, 119, 140, 140, 231, 170, 70, 85, 85, 117, 146, 70, 87, 70, 98, 140, 140, 140, 140, 140, 140, 140,
    140, 140, 140, 70, 70, 146, 146, 146, 140, 254, 167, 167, 181, 181, 167, 153, 195, 182, 74, 134, 167,
    140, 209, 181, 195, 167, 195, 181, 167, 153, 181, 167, 236, 167, 167, 153, 85, 98, 85, 139, 140, 152,
    141, 155, 128, 155, 140, 82, 141, 152, 69, 69, 138, 71, 232, 153, 152, 155, 155, 97, 125, 95, 152, 131,
    201, 125, 131, 125, 85, 68, 85, 146,
];
const SEMIBOLD_ASCII: [u8; 95] = [
    70, 93, 144, 148, 148, 241, 185, 82, 95, 95, 127, 148, 82, 93, 82, 97, 148, 148, 148, 148, 148, 148, 148,
    148, 148, 148, 84, 84, 148, 148, 148, 153, 252, 181, 181, 181, 181, 167, 153, 195, 190, 83, 142, 181,
    153, 214, 188, 195, 167, 195, 181, 167, 157, 187, 167, 236, 167, 167, 154, 95, 97, 95, 148, 142, 157,
    148, 161, 140, 161, 146, 93, 153, 160, 76, 77, 151, 79, 241, 161, 157, 161, 161, 109, 140, 106, 160, 144,
    216, 141, 144, 128, 98, 74, 98, 148,
];
const REGULAR_LATIN: [u8; 96] = [
    70, 84, 140, 140, 140, 140, 68, 250, 152, 208, 97, 140, 146, 87, 185, 152, 100, 250, 103, 103, 152, 157,
    250, 250, 152, 103, 102, 140, 219, 226, 223, 153, 167, 167, 167, 167, 167, 167, 250, 181, 167, 167, 167,
    167, 74, 74, 74, 74, 181, 181, 195, 195, 195, 195, 195, 250, 195, 181, 181, 181, 181, 167, 167, 161, 141,
    141, 141, 141, 141, 141, 223, 128, 140, 140, 140, 140, 70, 70, 70, 70, 152, 153, 152, 152, 152, 152, 152,
    250, 153, 152, 152, 152, 152, 131, 155, 131,
];
const SEMIBOLD_LATIN: [u8; 96] = [
    70, 93, 148, 148, 148, 148, 74, 250, 157, 213, 101, 140, 148, 93, 185, 157, 101, 250, 106, 106, 157, 166,
    250, 250, 157, 106, 105, 140, 228, 237, 231, 153, 181, 181, 181, 181, 181, 181, 250, 181, 167, 167, 167,
    167, 83, 83, 83, 83, 186, 188, 195, 195, 195, 195, 195, 250, 195, 187, 187, 187, 187, 167, 173, 175, 148,
    148, 148, 148, 148, 148, 223, 140, 146, 146, 146, 146, 76, 76, 76, 76, 158, 161, 157, 157, 157, 157, 157,
    250, 157, 160, 160, 160, 160, 144, 161, 144,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_wider_face() {
        let em = |c| [Weight::Regular, Weight::Semibold].map(|weight| advance(c, weight).0);
        assert_eq!(em('5'), [0.56, 0.592]);
        assert_eq!(em('W'), [0.944, 0.944]);
        assert_eq!(em('~'), [0.584, 0.592]);
        assert_eq!(em('é'), em('e'));
        assert_eq!(em('万'), [1.0, 1.0]);
        assert_eq!(em('“'), [1.0, 1.0]);
        assert_eq!(em('\u{301}'), [0.0, 0.0]);
        assert_eq!(em('\n'), [0.0, 0.0]);
    }

    #[test]
    fn only_characters_that_fill_an_em_keep_their_width_in_another_font() {
        for (c, grows) in
            [('a', true), ('–', true), ('−', true), ('‰', true), ('亿', false), ('…', false), ('·', false)]
        {
            assert_eq!(advance(c, Weight::Regular).1, grows, "{c}");
        }
    }
}
