//! Turns a program into a step that runs in a network namespace of its own, where nothing but this machine answers: a
//! browser that asked elsewhere would be seen to fail, and no update service of a browser disturbs a test.

use std::process::{Command, Stdio};
use std::sync::OnceLock;

use crate::command::Step;

/// A new namespace has its loopback down.
const UP: &str = "ip link set lo up";

/// A step that runs `program` without a network, where the system lets us; and what to say of it.
pub(crate) fn step(name: &str, program: &str) -> (Step, &'static str) {
    if !possible() {
        return (
            Step::new(name, program),
            "with this machine's network: `unshare --net` needs root, and `ip`\n",
        );
    }
    // exec all along: the process group stays one, so that all of it can be ended.
    let within = format!("{UP} && exec \"$0\" \"$@\"");
    let step = Step::new(name, "unshare").args(["--net", "sh", "-c", within.as_str(), program]);
    (step, "within a network namespace that has no network\n")
}

fn possible() -> bool {
    static KNOWN: OnceLock<bool> = OnceLock::new();
    *KNOWN.get_or_init(|| {
        let mut trial = Command::new("unshare");
        trial
            .args(["--net", "sh", "-c", UP])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        trial.status().is_ok_and(|status| status.success())
    })
}

#[cfg(test)]
mod tests {
    use super::{possible, step};

    #[test]
    fn a_step_alone_has_this_machine_and_no_other() {
        if !possible() {
            return;
        }
        let (step, _) = step("routes", "cat");
        let output = step.args(["/proc/net/route", "/proc/net/dev"]).run().unwrap().output;
        let interfaces: Vec<&str> =
            output.lines().filter_map(|line| Some(line.split_once(':')?.0.trim())).collect();
        assert_eq!(interfaces, ["lo"], "{output}");
    }
}
