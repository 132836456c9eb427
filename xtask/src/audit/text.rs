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

/// Figures that are said without a digit. A number such as 三 is no sign of a figure, since most of them are names.
const SAID: [&str; 16] = [
    "翻一番",
    "翻番",
    "倍增",
    "减半",
    "过半",
    "半数",
    "分之",
    "清零",
    "归零",
    "全覆盖",
    "全部",
    "首位",
    "方阵",
    "亿级",
    "位数",
    "百强",
];
/// What [`SAID`] finds within another word.
const NOT_SAID: [&str; 2] = ["床位数", "首位度"];

/// Digits that stand together, or a figure in words.
#[derive(Debug)]
pub(super) struct Run {
    /// Offset of the first character.
    pub(super) start: usize,
    /// The characters.
    pub(super) print: String,
    /// Whether every character lies in a row.
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

    /// Every run of ASCII or full-width digits, and every figure in words.
    pub(super) fn runs(&self) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        let mut end = 0;
        for (at, c) in self.chars.iter().enumerate() {
            if !matches!(c, '0'..='9' | '０'..='９') {
                continue;
            }
            match runs.last_mut() {
                Some(run) if at == end => {
                    run.print.push(*c);
                    run.covered &= self.covered[at];
                }
                _ => runs.push(Run { start: at, print: (*c).into(), covered: self.covered[at] }),
            }
            end = at + 1;
        }
        runs.extend(self.said());
        runs.sort_by_key(|run| run.start);
        runs
    }

    /// Figures in words; line ends within one do not part it.
    fn said(&self) -> Vec<Run> {
        let dense: Vec<usize> = (0..self.chars.len()).filter(|at| !self.chars[*at].is_whitespace()).collect();
        let stands = |at: usize, word: &str| {
            let rest = dense.get(at..).unwrap_or_default();
            rest.len() >= word.chars().count()
                && rest.iter().zip(word.chars()).all(|(at, c)| self.chars[*at] == c)
        };
        let mut runs = Vec::new();
        let mut at = 0;
        while at < dense.len() {
            let other = NOT_SAID.iter().find(|word| stands(at, word));
            let said = SAID.iter().find(|word| other.is_none() && stands(at, word));
            let length = other.or(said).map_or(1, |word| word.chars().count());
            if let Some(word) = said {
                let covered = dense[at..at + length].iter().all(|at| self.covered[*at]);
                runs.push(Run { start: dense[at], print: (*word).into(), covered });
            }
            at += length;
        }
        runs
    }
}
