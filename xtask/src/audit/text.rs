//! A source's file as characters that rows can be proved from, with the characters that they cover marked.

use std::fs;
use std::path::Path;

use indicator_chart::dataset::Source;
use sha2::{Digest, Sha256};

/// The text of a source.
#[derive(Debug)]
pub(super) struct Text {
    /// The file's name.
    pub(super) name: String,
    chars: Vec<char>,
    covered: Vec<bool>,
}

/// Digits that stand together.
#[derive(Debug)]
pub(super) struct Run {
    /// Offset of the first digit.
    pub(super) start: usize,
    /// The digits.
    pub(super) digits: String,
    /// Whether every digit lies in a row.
    pub(super) covered: bool,
}

impl Text {
    /// Reads the file of a source and proves its checksum.
    pub(super) fn load(dir: &Path, source: &Source) -> Result<Self, String> {
        let path = dir.join(&source.file);
        let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let sum: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        if sum != source.sha256 {
            return Err(format!("{} has sha256 {sum}, not '{}'", source.file, source.sha256));
        }
        let text = String::from_utf8(bytes).map_err(|error| format!("{}: {error}", source.file))?;
        Ok(Self::new(source.file.clone(), &text))
    }

    pub(super) fn new(name: String, text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        Self { name, covered: vec![false; chars.len()], chars }
    }

    /// Proves that `printed` stands at `start` and marks it as covered.
    pub(super) fn cover(&mut self, start: usize, printed: &str) -> Result<(), String> {
        let end = start.saturating_add(printed.chars().count());
        let there: String =
            self.chars.get(start..end.min(self.chars.len())).unwrap_or_default().iter().collect();
        if there != printed || printed.is_empty() {
            return Err(format!("'{there}' stands at {start}, not '{printed}'"));
        }
        self.covered[start..end].fill(true);
        Ok(())
    }

    /// At most `count` characters before an offset, white space left out.
    pub(super) fn before(&self, start: usize, count: usize) -> String {
        let front = self.chars.get(..start).unwrap_or_default();
        let mut near: Vec<char> =
            front.iter().rev().filter(|c| !c.is_whitespace()).take(count).copied().collect();
        near.reverse();
        near.into_iter().collect()
    }

    /// At most `count` characters from an offset on, white space left out.
    pub(super) fn behind(&self, end: usize, count: usize) -> String {
        let back = self.chars.get(end..).unwrap_or_default();
        back.iter().filter(|c| !c.is_whitespace()).take(count).collect()
    }

    /// The line of an offset, counted from 1.
    pub(super) fn line(&self, start: usize) -> usize {
        1 + self.chars.iter().take(start).filter(|c| **c == '\n').count()
    }

    /// Every run of ASCII or full-width digits.
    pub(super) fn runs(&self) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        let mut end = 0;
        for (at, c) in self.chars.iter().enumerate() {
            if !matches!(c, '0'..='9' | '０'..='９') {
                continue;
            }
            match runs.last_mut() {
                Some(run) if at == end => {
                    run.digits.push(*c);
                    run.covered &= self.covered[at];
                }
                _ => runs.push(Run { start: at, digits: (*c).into(), covered: self.covered[at] }),
            }
            end = at + 1;
        }
        runs
    }
}
