//! Turns a machine with only Rust and Node into one that can build and test: what is missing is found, and
//! installed where that is allowed.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::{Step, exists};
use crate::engine::TARGET;

/// A system package of Debian and Ubuntu, and what shows that it is there.
#[derive(Debug)]
struct Package {
    name: &'static str,
    sign: Sign,
}

#[derive(Debug)]
enum Sign {
    Program(&'static str),
    Directory(&'static str),
}

const PACKAGES: [Package; 8] = [
    Package { name: "chromium", sign: Sign::Program("chromium") },
    Package { name: "firefox-esr", sign: Sign::Program("firefox-esr") },
    Package { name: "webkit2gtk-driver", sign: Sign::Program("WebKitWebDriver") },
    Package { name: "xvfb", sign: Sign::Program("xvfb-run") },
    Package { name: "xauth", sign: Sign::Program("xauth") },
    Package { name: "fonts-noto-cjk", sign: Sign::Directory("/usr/share/fonts/opentype/noto") },
    Package { name: "fonts-dejavu-core", sign: Sign::Directory("/usr/share/fonts/truetype/dejavu") },
    Package { name: "fonts-liberation", sign: Sign::Directory("/usr/share/fonts/truetype/liberation") },
];

/// Not needed: with it the browsers run where there is no network.
const HELPFUL: Package = Package { name: "iproute2", sign: Sign::Program("ip") };

/// Whether a continuous-integration service runs us.
pub(crate) fn in_ci() -> bool {
    env::var("CI").is_ok_and(|value| !matches!(value.as_str(), "" | "0" | "false"))
}

/// Adds the wasm target of the active toolchain when it is not there.
pub(crate) fn wasm_target() -> Result<()> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).args(["--print", "sysroot"]).output().context("cannot run rustc")?;
    let sysroot = String::from_utf8(output.stdout)?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).is_dir() {
        return Ok(());
    }
    if !exists("rustup") {
        bail!("the Rust target {TARGET} is missing and rustup is not there to add it");
    }
    println!("  adding the Rust target {TARGET}");
    Step::new("rustup target add", "rustup").args(["target", "add", TARGET]).limit(600).run()?;
    Ok(())
}

/// Names of the system packages that are not there.
pub(crate) fn missing() -> Vec<&'static str> {
    PACKAGES.iter().filter(|package| !package.sign.shows()).map(|package| package.name).collect()
}

/// The one line that brings `packages`.
pub(crate) fn line(packages: &[&str]) -> String {
    format!("apt-get update && apt-get install -y --no-install-recommends {}", packages.join(" "))
}

/// Installs what is missing; says why when it cannot.
pub(crate) fn packages() -> Result<()> {
    let mut missing = missing();
    if missing.is_empty() {
        return Ok(());
    }
    if !HELPFUL.sign.shows() {
        missing.push(HELPFUL.name);
    }
    if !exists("apt-get") {
        bail!("apt-get is not there; install by other means: {}", missing.join(", "));
    }
    println!("  installing system packages: {}", missing.join(" "));
    let quiet = ["-q", "-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=3"];
    as_root("apt-get update")?.args(quiet).args(["update"]).limit(600).run()?;
    as_root("apt-get install")?
        .args(quiet)
        .args(["install", "-y", "--no-install-recommends"])
        .args(missing)
        .limit(1500)
        .run()?;
    Ok(())
}

/// A step that runs apt-get with the rights it needs and without questions.
fn as_root(name: &str) -> Result<Step> {
    let program = if is_root()? { "env" } else { "sudo" };
    let before: &[&str] = if program == "sudo" { &["-n", "env"] } else { &[] };
    Ok(Step::new(name, program).args(before).args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]))
}

fn is_root() -> Result<bool> {
    let status = fs::read_to_string("/proc/self/status").context("cannot tell who runs this")?;
    let user = status.lines().find_map(|line| line.strip_prefix("Uid:"));
    Ok(user.is_some_and(|ids| ids.split_whitespace().nth(1) == Some("0")))
}

impl Sign {
    fn shows(&self) -> bool {
        match self {
            Self::Program(name) => exists(name),
            Self::Directory(path) => Path::new(path).is_dir(),
        }
    }
}
