//! A wish to see less or more of the time into the span of days that is shown next.

use crate::scale::Time;

/// The time that a picture can be narrowed to: the days of all its data, and where days lie in it now.
#[derive(Clone, Copy, Debug)]
pub struct Axis<'a> {
    /// The distinct days of all data, in order, whether shown or not; at least three.
    pub days: &'a [i32],
    /// Where days lie.
    pub time: Time,
}

/// First and last day that are shown, of those that have data.
pub type Span = (i32, i32);

/// Fewer days than this are no time series.
const LEAST: usize = 2;

impl Axis<'_> {
    /// First and last index of a span; of all days without one.
    fn ends(&self, span: Option<Span>) -> (usize, usize) {
        let last = self.days.len().saturating_sub(1);
        let Some((from, to)) = span else { return (0, last) };
        let first = self.days.partition_point(|day| *day < from).min(last);
        let end = self.days.partition_point(|day| *day <= to).max(1) - 1;
        (first, end.max(first))
    }

    /// The span between two indices; none where that is all there is.
    fn span(&self, first: usize, count: usize) -> Option<Span> {
        let all = self.days.len();
        let count = count.max(LEAST).min(all);
        if count == all {
            return None;
        }
        let first = first.min(all - count);
        Some((self.days[first], self.days[first + count - 1]))
    }

    /// The days between two places; none where there are too few of them.
    pub(super) fn brushed(&self, a: f64, b: f64) -> Option<Span> {
        let (low, high) = (a.min(b), a.max(b));
        let first = self.days.partition_point(|day| self.time.map(*day) < low);
        let end = self.days.partition_point(|day| self.time.map(*day) <= high);
        if end < first + LEAST { None } else { self.span(first, end - first) }
    }

    /// Half the days, or twice as many, around a place that stays where it is.
    pub(super) fn scaled(&self, span: Option<Span>, around: f64, closer: bool) -> Option<Span> {
        let (first, last) = self.ends(span);
        let count = last - first + 1;
        let next = if closer { count.div_ceil(2) } else { count * 2 };
        let day = self.time.invert(around);
        let fixed = self.days.partition_point(|other| *other < day).max(first).min(last);
        // The share of the days that lies before the place stays the same.
        let before = (fixed - first) * next / count;
        self.span(fixed.saturating_sub(before), next)
    }

    /// The same number of days, moved as a hand moves the paper: to the right brings the earlier ones.
    pub(super) fn panned(&self, span: Span, moved: f64) -> Option<Span> {
        let (first, last) = self.ends(Some(span));
        let [left, right] = self.time.range;
        let step = (right - left) / f64::from(u32::try_from(last - first).unwrap_or(u32::MAX).max(1));
        // A cast saturates, so that a far place is the end.
        let by = if step > 0.0 { (moved / step).round() as isize } else { 0 };
        self.span(first.saturating_add_signed(by.saturating_neg()), last - first + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAYS: [i32; 8] = [0, 10, 20, 30, 40, 50, 60, 70];

    fn axis(days: &[i32]) -> Axis<'_> {
        Axis { days, time: Time { domain: [0, 70], range: [0.0, 700.0] } }
    }

    #[test]
    fn a_brush_takes_the_days_it_covers() {
        assert_eq!(axis(&DAYS).brushed(350.0, 95.0), Some((10, 30)));
        assert_eq!(axis(&DAYS).brushed(101.0, 199.0), None, "one day is no span");
        assert_eq!(axis(&DAYS).brushed(-50.0, 900.0), None, "all of it is no zoom");
    }

    #[test]
    fn closer_and_back_keeps_the_place() {
        let closer = axis(&DAYS).scaled(None, 300.0, true);
        assert_eq!(closer, Some((20, 50)));
        assert_eq!(axis(&DAYS).scaled(closer, 300.0, true), Some((30, 40)));
        assert_eq!(axis(&DAYS).scaled(Some((30, 40)), 300.0, true), Some((30, 40)), "two days are the least");
        assert_eq!(axis(&DAYS).scaled(closer, 300.0, false), None);
    }

    #[test]
    fn panning_stops_at_the_ends() {
        let whole = Time { domain: [20, 40], range: [0.0, 700.0] };
        let axis = Axis { days: &DAYS, time: whole };
        assert_eq!(axis.panned((20, 40), 350.0), Some((10, 30)));
        assert_eq!(axis.panned((20, 40), 1e9), Some((0, 20)));
        assert_eq!(axis.panned((20, 40), -1e9), Some((50, 70)));
    }
}
