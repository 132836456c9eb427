//! The steps from data to picture, each as a closure over inputs that were made before the clock starts.

mod columns;
mod figures;

use std::hint::black_box;

/// A step with what it works on.
pub struct Step {
    /// What it turns into what.
    pub name: &'static str,
    work: Box<dyn FnMut()>,
}

impl std::fmt::Debug for Step {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Step").field("name", &self.name).finish_non_exhaustive()
    }
}

/// Makes a step; what its work gives counts as used.
fn step<T>(name: &'static str, mut work: impl FnMut() -> T + 'static) -> Step {
    Step { name, work: Box::new(move || drop(black_box(work()))) }
}

impl Step {
    /// Does the work once before it is measured.
    pub fn warm(&mut self) {
        (self.work)();
    }

    /// Does the work once. Valgrind starts and stops counting here, so it must stay a function of its own.
    #[inline(never)]
    pub fn measured(&mut self) {
        (self.work)();
    }
}

/// A step that is made when it is wanted: its inputs may be large.
pub type Maker = (&'static str, fn() -> Step);

/// All steps by name.
pub fn all() -> Vec<Maker> {
    [&figures::STEPS[..], &columns::STEPS[..]].concat()
}
