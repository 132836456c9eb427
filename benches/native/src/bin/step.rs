//! Runs the step whose place in the list is given, once; without a place it lists them. Valgrind counts what it does.

use indicator_chart_benches::all;

fn main() {
    let place = std::env::args().nth(1).and_then(|place| place.parse::<usize>().ok());
    let Some(place) = place else {
        for (name, _) in all() {
            println!("{name}");
        }
        return;
    };
    if let Some((_, make)) = all().get(place) {
        let mut step = make();
        // The first time fills what is kept from then on.
        step.warm();
        step.measured();
    }
}
