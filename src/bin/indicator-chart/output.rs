//! Bytes into a file, a folder or the standard output.

use std::fs;
use std::io::{ErrorKind, IsTerminal, Write, stdout};
use std::path::Path;

use crate::fault::{Fault, Told};
use crate::words;

/// Writes to a file, or where none is named to the standard output.
pub(crate) fn write(to: Option<&Path>, bytes: &[u8]) -> Told<()> {
    match to {
        Some(path) => file(path, bytes),
        None => print(bytes),
    }
}

/// Writes a file; folders on the way to it are made.
pub(crate) fn file(path: &Path, bytes: &[u8]) -> Told<()> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(|error| Fault::unwritable(folder, &error))?;
    }
    fs::write(path, bytes).map_err(|error| Fault::unwritable(path, &error))
}

/// Prints. Whoever has read enough may close the pipe: that is no fault.
pub(crate) fn print(bytes: &[u8]) -> Told<()> {
    let mut out = stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Fault::unwritable(Path::new("-"), &error)),
        _ => Ok(()),
    }
}

/// Refuses to fill a terminal with the bytes of a picture.
pub(crate) fn no_terminal() -> Told<()> {
    if stdout().is_terminal() { Err(Fault::usage(words::TERMINAL, &[])) } else { Ok(()) }
}
