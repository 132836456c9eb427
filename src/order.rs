//! A comparison of positions turned into their order: the one sort of the library.
//!
//! The sort of std is compiled once for every type and every comparison, a few kilobytes of the download each time;
//! this one is compiled once.

use std::cmp::Ordering;

/// Positions 0 to `count - 1` in the order of `compare`, equal ones as they are; at most `count` × log `count` steps.
#[inline(never)]
pub fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut heap: Vec<usize> = (0..count).collect();
    let sink = |heap: &mut [usize], mut at: usize| {
        while let Some(left) = heap.get(2 * at + 1) {
            let above = |a: usize, b: usize| compare(a, b).then(a.cmp(&b)).is_gt();
            let right = heap.get(2 * at + 2).filter(|right| above(**right, *left));
            let child = 2 * at + 1 + usize::from(right.is_some());
            if !above(heap[child], heap[at]) {
                break;
            }
            heap.swap(child, at);
            at = child;
        }
    };
    for at in (0..count / 2).rev() {
        sink(&mut heap, at);
    }
    for end in (1..count).rev() {
        heap.swap(0, end);
        sink(&mut heap[..end], 0);
    }
    heap
}

/// Puts items into the order of `compare`, equal ones as they are.
pub fn sort<T>(items: &mut [T], compare: &dyn Fn(&T, &T) -> Ordering) {
    let order = order(items.len(), &|a, b| compare(&items[a], &items[b]));
    settle(&order, &mut |a, b| items.swap(a, b));
}

/// Swaps items until each stands where the order has its position.
#[inline(never)]
fn settle(order: &[usize], swap: &mut dyn FnMut(usize, usize)) {
    // Where the item at each position belongs.
    let mut home = vec![0; order.len()];
    for (to, from) in order.iter().enumerate() {
        home[*from] = to;
    }
    for at in 0..home.len() {
        while home[at] != at {
            let to = home[at];
            swap(at, to);
            home.swap(at, to);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_sorts_and_keeps_equals_as_they_are() {
        for count in 0..60 {
            let key = |at: usize| at * 7919 % 13;
            let mut sorted: Vec<usize> = (0..count).collect();
            sorted.sort_by_key(|at| key(*at));
            assert_eq!(order(count, &|a, b| key(a).cmp(&key(b))), sorted);
            let mut items: Vec<usize> = (0..count).collect();
            sort(&mut items, &|a, b| key(*a).cmp(&key(*b)));
            assert_eq!(items, sorted);
        }
    }
}
