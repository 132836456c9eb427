//! A plain decimal number turned into the nearest `f64`.
//!
//! The parser of std reads any number of any length, with ten kilobytes of tables that a reader would download.

/// Reads `-1200.5`. Every such number of up to 15 digits is the nearest `f64`, because digits and power of ten are
/// both exact; text that would need rounding twice is refused.
pub fn plain_number(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    if whole.is_empty() || part.is_empty() || whole.len() + part.len() > 16 {
        return None;
    }
    let (mut digits, mut scale) = (0.0, 1.0);
    for byte in whole.bytes().chain(part.bytes()) {
        if !byte.is_ascii_digit() {
            return None;
        }
        digits = digits * 10.0 + f64::from(byte - b'0');
    }
    for _ in 0..part.len() {
        scale *= 10.0;
    }
    let value = digits / scale;
    Some(if unsigned.len() < text.len() { 0.0 - value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_numbers_are_the_nearest_floats() {
        for text in
            ["0", "52.9", "-17.3", "7000000000000", "0.1", "33.3333333333333", "999999999999999", "-0.5"]
        {
            assert_eq!(plain_number(text), text.parse().ok(), "{text}");
        }
        let bad = [
            "",
            "-",
            ".5",
            "5.",
            "1e5",
            "NaN",
            "inf",
            "1 000",
            "1,000",
            "+1",
            "--1",
            "1.2.3",
            "12345678901234567",
        ];
        for text in bad {
            assert_eq!(plain_number(text), None, "{text}");
        }
    }
}
