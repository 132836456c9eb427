//! All steps in time: `cargo bench --package indicator-chart-benches`.

use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use indicator_chart_benches::all;

fn steps(criterion: &mut Criterion) {
    for (name, make) in all() {
        let mut step = make();
        criterion.bench_function(name, |bencher| bencher.iter(|| step.measured()));
    }
}

criterion_group! {
    name = every;
    config = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1));
    targets = steps
}
criterion_main!(every);
