//! Boxes on one line that lie on each other into boxes that do not: each moved as little as can be.

use crate::geom::within;
use crate::order::order;

/// What wants to stand somewhere along a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Want {
    /// Where its middle wants to be, px.
    pub at: f64,
    /// Its extent, px.
    pub size: f64,
}

/// The middles of the boxes, in the order given: in the order of their wishes, `gap` apart, within the bounds where
/// they have room for all, with the least sum of squared movements.
///
/// That is a regression on a rising sequence: once each box is moved back by all that stands before it, neighbours that
/// fall over each other share their mean.
pub fn dodge(wants: &[Want], gap: f64, (low, high): (f64, f64)) -> Vec<f64> {
    let rank = order(wants.len(), &|a, b| wants[a].at.total_cmp(&wants[b].at));
    let (mut before, mut last) = (Vec::with_capacity(wants.len()), None::<Want>);
    let mut far = 0.0;
    for want in rank.iter().map(|at| wants[*at]) {
        if let Some(last) = last.replace(want) {
            far += last.size / 2.0 + gap + want.size / 2.0;
        }
        before.push(far);
    }
    // Pools of neighbours: the sum of their wishes, and how many.
    let mut pools: Vec<(f64, f64)> = Vec::new();
    for (at, far) in rank.iter().zip(&before) {
        let mut pool = (wants[*at].at - far, 1.0);
        while let Some(above) = pools.last().filter(|above| above.0 / above.1 > pool.0 / pool.1) {
            pool = (pool.0 + above.0, pool.1 + above.1);
            pools.pop();
        }
        pools.push(pool);
    }
    let half = |at: Option<&usize>| at.map_or(0.0, |at| wants[*at].size / 2.0);
    let (first, end) = (low + half(rank.first()), high - half(rank.last()) - far);
    let mut found = vec![0.0; wants.len()];
    let mut place = rank.iter().zip(&before);
    for (sum, count) in pools {
        let mut left = count;
        while left > 0.5 {
            if let Some((at, far)) = place.next() {
                found[*at] = within(sum / count, first, end) + far;
            }
            left -= 1.0;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wants(at: &[f64]) -> Vec<Want> {
        at.iter().map(|at| Want { at: *at, size: 10.0 }).collect()
    }

    #[test]
    fn who_has_room_stays_and_who_has_not_shares_the_way() {
        assert_eq!(dodge(&wants(&[50.0, 10.0]), 2.0, (0.0, 100.0)), [50.0, 10.0]);
        assert_eq!(dodge(&wants(&[50.0, 50.0]), 2.0, (0.0, 100.0)), [44.0, 56.0]);
        assert_eq!(dodge(&wants(&[0.0, 0.0, 90.0]), 0.0, (0.0, 100.0)), [5.0, 15.0, 90.0]);
        assert_eq!(dodge(&wants(&[100.0, 99.0]), 0.0, (0.0, 100.0)), [95.0, 85.0]);
        assert_eq!(dodge(&[], 0.0, (0.0, 100.0)), Vec::<f64>::new());
    }

    #[test]
    fn where_there_is_no_room_they_still_stand_apart() {
        assert_eq!(dodge(&wants(&[5.0, 5.0, 5.0]), 0.0, (0.0, 20.0)), [5.0, 15.0, 25.0]);
    }

    #[test]
    fn any_wishes_come_out_apart_in_order_and_inside() {
        let mut seed = 7_u32;
        let mut next = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            f64::from(seed >> 16) / 65_536.0
        };
        for count in 0..24_u32 {
            let wants: Vec<Want> =
                (0..count).map(|_| Want { at: next() * 300.0, size: 6.0 + next() * 6.0 }).collect();
            let found = dodge(&wants, 1.0, (0.0, 320.0));
            for (a, at) in wants.iter().zip(&found) {
                assert!(*at >= a.size / 2.0 - 1e-9 && *at <= 320.0 - a.size / 2.0 + 1e-9);
                for (b, other) in wants.iter().zip(&found).filter(|(b, _)| b.at > a.at) {
                    assert!(other - at >= (a.size + b.size) / 2.0 + 1.0 - 1e-9);
                }
            }
            // Whoever overlaps nobody where he wants to be has not moved more than the crowd made him.
            if let (&[Want { at, .. }], &[found]) = (wants.as_slice(), found.as_slice()) {
                assert!((within(at, 0.0, 320.0) - found).abs() < 6.1);
            }
        }
    }
}
