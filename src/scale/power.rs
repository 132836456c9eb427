//! Powers of ten from a table, bit-equal on every machine.

const POWERS: [f64; 41] = [
    1e-20, 1e-19, 1e-18, 1e-17, 1e-16, 1e-15, 1e-14, 1e-13, 1e-12, 1e-11, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6,
    1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13,
    1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
];

/// The smallest and the largest exponent of the table.
pub(super) const EXPONENTS: [i32; 2] = [-20, 20];

/// 10 to the power of `exp`, which is held within −20 and 20.
pub fn pow10(exp: i32) -> f64 {
    let [low, high] = EXPONENTS;
    let index = exp.max(low).min(high) - low;
    usize::try_from(index).ok().and_then(|i| POWERS.get(i)).copied().unwrap_or(1.0)
}

/// The exponent of the largest power of ten that is not above `x`, within the table.
pub(super) fn exponent(x: f64) -> i32 {
    let [low, high] = EXPONENTS;
    let mut exp = low;
    while exp < high && pow10(exp + 1) <= x {
        exp += 1;
    }
    exp
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_holds_each_power_at_its_place() {
        for exp in -20..=20 {
            assert_eq!(pow10(exp), format!("1e{exp}").parse::<f64>().expect("a number"));
            assert_eq!(exponent(pow10(exp)), exp);
        }
    }

    #[test]
    fn an_exponent_outside_the_table_is_held_at_its_end() {
        assert_eq!(pow10(-300), 1e-20);
        assert_eq!(pow10(i32::MAX), 1e20);
        assert_eq!(exponent(0.0), -20);
    }
}
