//! Turns a command line into a finished child process: its output kept, its progress shown, its time bounded.

use std::ffi::OsStr;
use std::io::{self, Read};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// A step that is still running says so this often.
const HEARTBEAT: Duration = Duration::from_secs(10);

/// A child process with a name that a reader of the progress lines understands.
#[derive(Debug)]
pub(crate) struct Step {
    name: String,
    command: Command,
    limit: Duration,
}

/// What a finished step left behind.
#[derive(Debug)]
pub(crate) struct Finished {
    pub(crate) status: ExitStatus,
    /// Standard output and standard error in the order in which they came.
    pub(crate) output: String,
    pub(crate) seconds: f64,
}

impl Step {
    /// A step called `name` that runs `program` without standard input.
    pub(crate) fn new(name: &str, program: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(program);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command.env("CARGO_TERM_COLOR", "never").env("NO_COLOR", "1");
        Self { name: name.to_owned(), command, limit: Duration::from_secs(1800) }
    }

    /// The cargo that runs this program.
    pub(crate) fn cargo(name: &str) -> Self {
        Self::new(name, std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
    }

    pub(crate) fn args<S: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
        self.command.args(args);
        self
    }

    /// An option and its path.
    pub(crate) fn arg_pair(mut self, option: &str, path: &Path) -> Self {
        self.command.arg(option).arg(path);
        self
    }

    pub(crate) fn within(mut self, directory: &Path) -> Self {
        self.command.current_dir(directory);
        self
    }

    pub(crate) fn env(mut self, key: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(key, value);
        self
    }

    pub(crate) fn without_env(mut self, key: &str) -> Self {
        self.command.env_remove(key);
        self
    }

    /// Ends the child and everything it started after `seconds`.
    pub(crate) fn limit(mut self, seconds: u64) -> Self {
        self.limit = Duration::from_secs(seconds);
        self
    }

    /// Runs to the end; an exit code other than 0 is not an error here.
    pub(crate) fn finish(mut self) -> Result<Finished> {
        let start = Instant::now();
        // A group of its own, so that browsers and drivers started by the child end with it.
        self.command.process_group(0);
        let mut child = self
            .command
            .spawn()
            .with_context(|| format!("{}: cannot start {:?}", self.name, self.command.get_program()))?;
        let output = Arc::new(Mutex::new(Vec::new()));
        let readers = [
            child.stdout.take().map(|pipe| collect(pipe, &output)),
            child.stderr.take().map(|pipe| collect(pipe, &output)),
        ];
        let status = self.wait(&mut child, start);
        for reader in readers.into_iter().flatten() {
            let _ = reader.join();
        }
        let bytes = output.lock().map(|bytes| bytes.clone()).unwrap_or_default();
        let output = String::from_utf8_lossy(&bytes).into_owned();
        let seconds = start.elapsed().as_secs_f64();
        match status? {
            Some(status) => Ok(Finished { status, output, seconds }),
            None => bail!("{}: stopped after {seconds:.0} s\n{}", self.name, tail(&output, 60)),
        }
    }

    /// Runs to the end; an exit code other than 0 is an error that carries the end of the output.
    pub(crate) fn run(self) -> Result<Finished> {
        let name = self.name.clone();
        let finished = self.finish()?;
        if !finished.status.success() {
            bail!("{name} failed ({})\n{}", finished.status, tail(&finished.output, 60));
        }
        Ok(finished)
    }

    /// `None` when the time was up and the child's process group had to be ended.
    fn wait(&self, child: &mut Child, start: Instant) -> Result<Option<ExitStatus>> {
        let mut spoken = start;
        let mut pause = Duration::from_millis(2);
        loop {
            if let Some(status) = child.try_wait()? {
                return Ok(Some(status));
            }
            if start.elapsed() > self.limit {
                let group = format!("-{}", child.id());
                let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
                child.wait()?;
                return Ok(None);
            }
            if spoken.elapsed() > HEARTBEAT {
                spoken = Instant::now();
                println!("  … {} ({:.0} s)", self.name, start.elapsed().as_secs_f64());
            }
            thread::sleep(pause);
            pause = (pause * 2).min(Duration::from_millis(100));
        }
    }
}

/// The last `lines` lines of `text`.
pub(crate) fn tail(text: &str, lines: usize) -> String {
    let all: Vec<&str> = text.lines().collect();
    all[all.len().saturating_sub(lines)..].join("\n")
}

/// Whether `program` can be found on the search path.
pub(crate) fn exists(program: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|dir| dir.join(program).is_file()))
}

fn collect(mut pipe: impl Read + Send + 'static, into: &Arc<Mutex<Vec<u8>>>) -> JoinHandle<()> {
    let into = Arc::clone(into);
    thread::spawn(move || {
        let mut part = [0; 8192];
        loop {
            match pipe.read(&mut part) {
                Ok(0) => return,
                Ok(count) => {
                    if let Ok(mut all) = into.lock() {
                        all.extend_from_slice(&part[..count]);
                    }
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => return,
            }
        }
    })
}
