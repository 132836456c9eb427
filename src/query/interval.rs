//! Turns a printed figure with its word into the span its true value lies in, and a computed span back into words.
//!
//! All arithmetic is on finite ends or none at all: an end that would be infinite is [`Bound::Free`], an input that
//! is not finite has no interval, and NaN never comes out. Words speak of size: 下降超5% is −5 with *over* and lies
//! below −5, so for negative values every word is mirrored.

use std::ops::{Add, Mul, Neg, Sub};

use crate::dataset::{Figure, Qualifier};

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    /// The end itself is possible.
    Closed(f64),
    /// Everything up to the end is possible, the end is not.
    Open(f64),
    /// There is no end.
    Free,
}

impl Bound {
    /// The number of the end, if there is one.
    pub fn value(self) -> Option<f64> {
        match self {
            Self::Closed(v) | Self::Open(v) => Some(v),
            Self::Free => None,
        }
    }

    /// The end as a number, `free` where there is none.
    fn or(self, free: f64) -> f64 {
        self.value().unwrap_or(free)
    }

    fn is_closed(self) -> bool {
        matches!(self, Self::Closed(_))
    }

    fn at(value: f64, closed: bool) -> Self {
        match (value.is_finite(), closed) {
            (false, _) => Self::Free,
            (true, true) => Self::Closed(value),
            (true, false) => Self::Open(value),
        }
    }

    /// The same end, itself possible: never narrower.
    fn closed(self) -> Self {
        self.value().map_or(Self::Free, Self::Closed)
    }

    fn negated(self) -> Self {
        match self {
            Self::Closed(v) => Self::Closed(-v),
            Self::Open(v) => Self::Open(-v),
            Self::Free => Self::Free,
        }
    }

    fn plus(self, other: Self) -> Self {
        match (self.value(), other.value()) {
            (Some(a), Some(b)) => Self::at(a + b, self.is_closed() && other.is_closed()),
            _ => Self::Free,
        }
    }
}

/// Where a true value lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub lo: Bound,
    /// The upper end.
    pub hi: Bound,
    /// Whether an end is ours and not the source's: 近 says below a number but not how far, 约 says neither.
    pub approx: bool,
}

/// What a reader is told about a result before its number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Word {
    /// The number itself.
    #[default]
    Exact,
    /// More than it.
    Over,
    /// It or more.
    AtLeast,
    /// Less than it.
    Under,
    /// It or less.
    AtMost,
    /// Just below it; for a negative number just above.
    Nearly,
    /// About it.
    About,
    /// Between it and a higher one.
    Range,
}

/// A computed result as a reader is told it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Derived {
    /// The number the word belongs to; the lower one of a range.
    pub value: f64,
    /// The upper number of a range.
    pub high: Option<f64>,
    /// The word.
    pub word: Word,
}

/// One unit of the last digit that a number shows when it is printed as short as it can be: 1 for 8, 0.1 for 64.7.
///
/// Zeros at the end do not count as printed digits, because 70万 and 700,000 are one number and the coarser reading
/// claims less: 10,000 is the last digit of 290,000. Zero shows its ones; digits behind the ninth decimal do not count.
pub fn last_digit(value: f64) -> f64 {
    let size = value.abs();
    if size == 0.0 || !size.is_finite() {
        return 1.0;
    }
    let mut scale = 1.0;
    if size.fract() == 0.0 {
        while scale < 1e15 && (size / (scale * 10.0)).fract() == 0.0 {
            scale *= 10.0;
        }
        return scale;
    }
    // 64.7 × 10 need not be 647 to the last bit.
    while scale < 1e9 && (size * scale - (size * scale).round()).abs() > 1e-15 * size * scale {
        scale *= 10.0;
    }
    1.0 / scale
}

impl Interval {
    /// A single value, which must be finite.
    pub(super) fn point(value: f64) -> Self {
        Self { lo: Bound::Closed(value), hi: Bound::Closed(value), approx: false }
    }

    /// The interval of a printed figure; none where a number is not finite. *Nearly* reaches from one unit of its
    /// [`last_digit`] below the value up to it; *about* is the value itself, marked approximate.
    pub fn of(figure: Figure) -> Option<Self> {
        let Figure { value, high, qualifier } = figure;
        if !value.is_finite() || !high.is_none_or(f64::is_finite) {
            return None;
        }
        if value < 0.0 && qualifier != Qualifier::Range {
            return Self::of(Figure { value: -value, ..figure }).map(Neg::neg);
        }
        let (lo, hi) = match qualifier {
            Qualifier::Exact | Qualifier::About => (Bound::Closed(value), Bound::Closed(value)),
            Qualifier::Over => (Bound::Open(value), Bound::Free),
            Qualifier::AtLeast => (Bound::Closed(value), Bound::Free),
            Qualifier::Nearly => (Bound::Closed(value - last_digit(value)), Bound::Open(value)),
            Qualifier::AtMost => (Bound::Free, Bound::Closed(value)),
            Qualifier::Range => {
                let other = high.unwrap_or(value);
                (Bound::Closed(value.min(other)), Bound::Closed(value.max(other)))
            }
        };
        Some(Self { lo, hi, approx: qualifier.soft() })
    }

    /// As [`Interval::of`], but an approximate figure reaches up to one unit of its [`last_digit`] to either side:
    /// what a verdict may not decide within.
    pub fn reach(figure: Figure) -> Option<Self> {
        let narrow = Self::of(figure)?;
        if !figure.qualifier.soft() {
            return Some(narrow);
        }
        let unit = last_digit(figure.value);
        Some(Self {
            lo: Bound::Open(figure.value - unit),
            hi: Bound::Open(figure.value + unit),
            approx: true,
        })
    }

    /// The only value inside, if there is just one.
    pub fn single(self) -> Option<f64> {
        match (self.lo, self.hi) {
            (Bound::Closed(lo), Bound::Closed(hi)) if lo == hi => Some(lo),
            _ => None,
        }
    }

    /// Whether the value is possible.
    pub fn contains(self, value: f64) -> bool {
        let above = match self.lo {
            Bound::Closed(lo) => value >= lo,
            Bound::Open(lo) => value > lo,
            Bound::Free => true,
        };
        let below = match self.hi {
            Bound::Closed(hi) => value <= hi,
            Bound::Open(hi) => value < hi,
            Bound::Free => true,
        };
        above && below && value.is_finite()
    }

    /// Whether every value here is at least every value there.
    pub fn at_least(self, other: Self) -> bool {
        self.lo.or(f64::NEG_INFINITY) >= other.hi.or(f64::INFINITY)
    }

    /// Whether every value here is above every value there.
    pub fn above(self, other: Self) -> bool {
        let (lo, hi) = (self.lo.or(f64::NEG_INFINITY), other.hi.or(f64::INFINITY));
        lo > hi || (lo == hi && !(self.lo.is_closed() && other.hi.is_closed()))
    }

    /// This interval times a finite number.
    pub fn scaled(self, by: f64) -> Self {
        self * Self::point(by)
    }

    /// The quotient; none where the divisor may be zero.
    pub fn divided_by(self, other: Self) -> Option<Self> {
        if other.contains(0.0) {
            return None;
        }
        // The sign of a zero end tells from which side the divisor comes near it.
        let (lo, hi) = (other.lo.or(f64::NEG_INFINITY), other.hi.or(f64::INFINITY));
        let ends = if hi > 0.0 { (lo.abs(), hi) } else { (lo, -hi.abs()) };
        Some(self.corners(other, ends, |a, b| a / b))
    }

    /// The hull of `f` over both intervals, for an `f` that is monotone in each argument.
    fn corners(self, other: Self, ends: (f64, f64), f: fn(f64, f64) -> f64) -> Self {
        let mine = [(self.lo, self.lo.or(f64::NEG_INFINITY)), (self.hi, self.hi.or(f64::INFINITY))];
        let theirs = [(other.lo, ends.0), (other.hi, ends.1)];
        let (mut lo, mut hi) = ((f64::INFINITY, false), (f64::NEG_INFINITY, false));
        for (mine, a) in mine {
            for (their, b) in theirs {
                let value = f(a, b);
                // 0 × ∞, 0 ÷ 0 and ∞ ÷ ∞ add nothing to what the corners beside them say.
                if value.is_nan() {
                    continue;
                }
                let zero = mine == Bound::Closed(0.0) || their == Bound::Closed(0.0);
                let closed = (mine.is_closed() && their.is_closed()) || (value == 0.0 && zero);
                if value < lo.0 || (value == lo.0 && closed) {
                    lo = (value, closed);
                }
                if value > hi.0 || (value == hi.0 && closed) {
                    hi = (value, closed);
                }
            }
        }
        if lo.0 > hi.0 {
            lo = (f64::NEG_INFINITY, false);
            hi = (f64::INFINITY, false);
        }
        self.joined(other, Bound::at(lo.0, lo.1), Bound::at(hi.0, hi.1))
    }

    /// The result of an operation on two intervals. An approximate one keeps the shape of *nearly* only beside a
    /// single value; beside any other the ends are closed, and [`Interval::told`] has no word for it.
    fn joined(self, other: Self, lo: Bound, hi: Bound) -> Self {
        let blurred = (self.approx && other.single().is_none()) || (other.approx && self.single().is_none());
        let (lo, hi) = if blurred { (lo.closed(), hi.closed()) } else { (lo, hi) };
        Self { lo, hi, approx: self.approx || other.approx }
    }

    /// What a reader is told; none where neither end is finite, or where the finite ones are not the source's.
    pub fn told(self) -> Option<Derived> {
        let one = |value, word| Some(Derived { value, high: None, word });
        if let Some(value) = self.single() {
            return one(value, if self.approx { Word::About } else { Word::Exact });
        }
        match (self.lo, self.hi, self.approx) {
            (Bound::Closed(_), Bound::Open(hi), true) => {
                one(hi, if hi > 0.0 { Word::Nearly } else { Word::Under })
            }
            (Bound::Open(lo), Bound::Closed(_), true) => {
                one(lo, if lo < 0.0 { Word::Nearly } else { Word::Over })
            }
            (_, _, true) | (Bound::Free, Bound::Free, _) => None,
            (Bound::Open(lo), Bound::Free, _) => one(lo, Word::Over),
            (Bound::Closed(lo), Bound::Free, _) => one(lo, Word::AtLeast),
            (Bound::Free, Bound::Open(hi), _) => one(hi, Word::Under),
            (Bound::Free, Bound::Closed(hi), _) => one(hi, Word::AtMost),
            (lo, hi, _) => Some(Derived { value: lo.value()?, high: hi.value(), word: Word::Range }),
        }
    }
}

impl Add for Interval {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        self.joined(other, self.lo.plus(other.lo), self.hi.plus(other.hi))
    }
}

impl Neg for Interval {
    type Output = Self;

    fn neg(self) -> Self {
        Self { lo: self.hi.negated(), hi: self.lo.negated(), approx: self.approx }
    }
}

impl Sub for Interval {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Mul for Interval {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        self.corners(other, (other.lo.or(f64::NEG_INFINITY), other.hi.or(f64::INFINITY)), |a, b| a * b)
    }
}

impl Derived {
    /// The result without its sign, for a sentence whose verb carries it (fell by, lags by): the word turns with it.
    pub fn size(self) -> Self {
        if self.value < 0.0 && self.high.is_none_or(|high| high <= 0.0) { -self } else { self }
    }

    /// The result over a positive number.
    pub fn over(self, count: f64) -> Self {
        Self { value: self.value / count, high: self.high.map(|high| high / count), word: self.word }
    }

    /// Rounded to at most nine decimals so that the word stays true: *over* and *at least* round down, *under*,
    /// *at most* and *nearly* round up (*nearly* away from zero), a range outward, the others to the nearest.
    pub fn rounded(self, decimals: u8) -> Self {
        let scale = [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9][usize::from(decimals.min(9))];
        let round = |value: f64, way: f64| {
            let (scaled, near) = (value * scale, (value * scale).round());
            // Numbers past 2^53 have no decimals, and dust of the arithmetic must not cost a whole unit.
            if scaled.abs() >= 9e15 {
                return value;
            }
            let dust = (scaled - near).abs() <= 1e-9 * near.abs().max(1.0);
            let units = if dust || way == 0.0 {
                near
            } else if way > 0.0 {
                scaled.ceil()
            } else {
                scaled.floor()
            };
            units / scale
        };
        let way = match self.word {
            Word::Exact | Word::About => 0.0,
            Word::Over | Word::AtLeast | Word::Range => -1.0,
            Word::Under | Word::AtMost => 1.0,
            Word::Nearly => self.value,
        };
        Self { value: round(self.value, way), high: self.high.map(|high| round(high, 1.0)), word: self.word }
    }
}

impl Neg for Derived {
    type Output = Self;

    /// The same result counted the other way round: −5 or less is 5 or more of a fall.
    fn neg(self) -> Self {
        let word = match self.word {
            Word::Over => Word::Under,
            Word::Under => Word::Over,
            Word::AtLeast => Word::AtMost,
            Word::AtMost => Word::AtLeast,
            word => word,
        };
        match self.high {
            Some(high) => Self { value: -high, high: Some(-self.value), word },
            None => Self { value: -self.value, high: None, word },
        }
    }
}
