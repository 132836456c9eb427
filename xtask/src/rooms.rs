//! Turns the engine's module, with the names of its functions, into a list of what its bytes are spent on.
//!
//! The share of a group in the download is what brotli makes of the module less what it makes of the module with the
//! group's bytes zeroed: what leaving the group out would gain. Shares do not add up to the whole, because groups help
//! to compress each other.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::Result;
use wasmparser::{CustomSectionReader, KnownCustom, Name, Parser, Payload};

use crate::place::Place;
use crate::sizes;

/// Functions that are listed one by one.
const LISTED: usize = 40;
/// Groups of fewer bytes are listed as one.
const SMALL: usize = 600;
/// The crates of std.
const STD: [&str; 5] = ["alloc", "core", "dlmalloc", "hashbrown", "std"];

/// What the list tells of a module.
#[derive(Debug, Default)]
struct Module {
    bytes: Vec<u8>,
    /// Where each function's body stands, and its name.
    functions: Vec<(Range<usize>, String)>,
    /// Where the bytes of data stand.
    data: Vec<Range<usize>>,
    /// Where the names stand, which no reader downloads.
    names: Vec<Range<usize>>,
}

/// Parts of a module that are weighed together.
#[derive(Clone, Debug, Default)]
struct Group {
    name: String,
    parts: Vec<Range<usize>>,
}

impl Group {
    fn bytes(&self) -> usize {
        self.parts.iter().map(Range::len).sum()
    }
}

/// Bytes of code by room of the library or crate, by chart kind, by what of std is compiled in, bytes of data, and the
/// largest functions.
pub(crate) fn weigh(place: &Place, wasm: &Path) -> Result<String> {
    let module = Module::read(fs::read(wasm)?)?;
    let of = |group: &dyn Fn(&str) -> Option<String>| {
        groups(
            module
                .functions
                .iter()
                .filter_map(|(range, name)| group(name).map(|group| (group, range.clone()))),
        )
    };
    let lists = [
        ("by room or crate", of(&|name| Some(room(name)))),
        ("by file of the room kind", of(&|name| part(name, "indicator_chart::kind::"))),
        ("by function of std, all its types together", of(&of_std)),
        ("data", groups(module.data.iter().flat_map(|range| contents(&module.bytes, range.clone())))),
    ];
    let all: Vec<&Group> = lists.iter().flat_map(|(_, list)| list).collect();
    let mut shares = module.shares(place, &all)?.into_iter();
    let mut out = format!("\n{:<48} {:>8} {:>8}\n", "bytes of the module", "raw", "brotli");
    for (title, list) in &lists {
        writeln!(out, "\n{title}")?;
        for (group, share) in list.iter().zip(&mut shares) {
            writeln!(out, "{:<48} {:>8} {share:>8}", group.name, group.bytes())?;
        }
    }
    writeln!(out, "\nthe largest functions")?;
    let mut largest = module.functions;
    largest.sort_by_key(|(range, _)| std::cmp::Reverse(range.len()));
    for (range, name) in largest.into_iter().take(LISTED) {
        writeln!(out, "{:>7} {name}", range.len())?;
    }
    Ok(out)
}

impl Module {
    fn read(bytes: Vec<u8>) -> Result<Self> {
        let (mut names, mut bodies, mut imported) = (HashMap::new(), Vec::new(), 0);
        let mut module = Self::default();
        for payload in Parser::new(0).parse_all(&bytes) {
            match payload? {
                Payload::ImportSection(imports) => {
                    imported = imports.into_imports().filter(is_function).count();
                }
                Payload::CodeSectionEntry(body) => bodies.push(body.range()),
                Payload::DataSection(section) => {
                    for segment in section {
                        let segment = segment?;
                        module.data.push(segment.range.end - segment.data.len()..segment.range.end);
                    }
                }
                Payload::CustomSection(section) => {
                    module.names.push(section.data_offset()..section.range().end);
                    names.extend(named(&section)?);
                }
                _ => {}
            }
        }
        let mut name = |at: usize| names.remove(&(at + imported)).unwrap_or_else(|| "?".to_owned());
        module.functions = bodies.into_iter().enumerate().map(|(at, range)| (range, name(at))).collect();
        Ok(Self { bytes, ..module })
    }

    /// What leaving out each group would gain, brotli bytes.
    fn shares(&self, place: &Place, groups: &[&Group]) -> Result<Vec<i64>> {
        let directory = place.work().join("rooms");
        fs::create_dir_all(&directory)?;
        let mut files: Vec<PathBuf> = Vec::new();
        // The first is the module as a reader downloads it.
        for (at, group) in std::iter::once(&Group::default()).chain(groups.iter().copied()).enumerate() {
            let mut bytes = self.bytes.clone();
            for part in group.parts.iter().chain(&self.names) {
                bytes[part.clone()].fill(0);
            }
            let file = directory.join(format!("{at}.wasm"));
            fs::write(&file, bytes)?;
            files.push(file);
        }
        let weights = sizes::brotli(place, &files)?;
        fs::remove_dir_all(&directory)?;
        let signed = |bytes: u64| i64::try_from(bytes).unwrap_or(i64::MAX);
        let whole = weights.first().copied().unwrap_or_default();
        Ok(weights.into_iter().skip(1).map(|rest| signed(whole) - signed(rest)).collect())
    }
}

fn is_function(import: &Result<wasmparser::Import<'_>, wasmparser::BinaryReaderError>) -> bool {
    matches!(import, Ok(wasmparser::Import { ty: wasmparser::TypeRef::Func(_), .. }))
}

/// The functions' names by index, where this section has them.
fn named(section: &CustomSectionReader<'_>) -> Result<HashMap<usize, String>> {
    let mut names = HashMap::new();
    let KnownCustom::Name(section) = section.as_known() else { return Ok(names) };
    for part in section {
        let Name::Function(map) = part? else { continue };
        for name in map {
            let name = name?;
            names.insert(name.index as usize, plain(name.name));
        }
    }
    Ok(names)
}

/// A function's name as it is written in code: wasm-bindgen has taken apart what the compiler made of it, but for a hash.
fn plain(linked: &str) -> String {
    let name = format!("{:#}", rustc_demangle::demangle(linked));
    let hash = |hash: &str| hash.len() == 17 && hash.starts_with('h');
    match name.rsplit_once("::") {
        Some((name, last)) if hash(last) => name.to_owned(),
        _ => name,
    }
}

/// The parts by group, the largest group first and the small ones as one at the end.
fn groups(parts: impl Iterator<Item = (String, Range<usize>)>) -> Vec<Group> {
    let mut by_name: BTreeMap<String, Vec<Range<usize>>> = BTreeMap::new();
    for (name, part) in parts {
        by_name.entry(name).or_default().push(part);
    }
    let all = by_name.into_iter().map(|(name, parts)| Group { name, parts });
    let (mut large, small): (Vec<Group>, Vec<Group>) = all.partition(|group| group.bytes() >= SMALL);
    large.sort_by_key(|group| std::cmp::Reverse(group.bytes()));
    let rest: Vec<Range<usize>> = small.into_iter().flat_map(|group| group.parts).collect();
    if !rest.is_empty() {
        large.push(Group { name: "all smaller ones".to_owned(), parts: rest });
    }
    large
}

/// The room of ours that a name speaks of first, or the crate. What the crates of std make for types of ours counts as
/// theirs: its name does not tell the types.
fn room(name: &str) -> String {
    part(name, "indicator_chart::").unwrap_or_else(|| of_crate(name).to_owned())
}

/// The crate whose path a name holds first; a method of a plain type is of core.
fn of_crate(name: &str) -> &str {
    let Some((path, _)) = name.split_once("::") else { return "exports, memory" };
    // Newer names have a hash behind the crate: `core[c5930c85a12de822]`.
    let path = path.split_once('[').map_or(path, |(path, _)| path);
    let start =
        path.rfind(|letter: char| !(letter.is_alphanumeric() || letter == '_')).map_or(0, |at| at + 1);
    match &path[start..] {
        "" => "core",
        "__rustc" => "alloc",
        found => found,
    }
}

/// The last part of the name of a function of std: `clone`, `from_iter`.
fn of_std(name: &str) -> Option<String> {
    let own = !name.contains("indicator_chart") && STD.contains(&of_crate(name));
    let plain = name.trim_end_matches("::{{closure}}").trim_end_matches("{{vtable.shim}}");
    let plain = plain.split_once("::<").map_or(plain, |(plain, _)| plain);
    own.then(|| plain.rsplit("::").next().unwrap_or(plain).to_owned())
}

/// The module under a path that a name holds.
fn part(name: &str, path: &str) -> Option<String> {
    let (_, after) = name.split_once(path)?;
    let end =
        after.find(|letter: char| !(letter.is_ascii_lowercase() || letter == '_')).unwrap_or(after.len());
    let module = &after[..end];
    Some(if module.is_empty() { "mod".to_owned() } else { module.to_owned() })
}

/// What stretches of data look like: Chinese, other texts, addresses of memory, numbers.
fn contents(module: &[u8], range: Range<usize>) -> Vec<(String, Range<usize>)> {
    let data = &module[range.clone()];
    let (mut found, mut at): (Vec<(String, Range<usize>)>, usize) = (Vec::new(), 0);
    while at < data.len() {
        let rest = &data[at..];
        let plain = rest.iter().take_while(|byte| (b' '..=b'~').contains(*byte)).count();
        let (what, length) = match rest {
            // A character of three bytes.
            [0xe2..=0xef, 0x80..=0xbf, 0x80..=0xbf, ..] => ("Chinese and its marks", 3),
            _ if plain >= 4 => ("English, names, words of a few letters", plain),
            // The module's memory begins at a megabyte.
            [_, _, 0x10, 0, ..] => ("addresses", 4),
            _ => ("lengths, tables of numbers", 1),
        };
        found.push((what.to_owned(), range.start + at..range.start + at + length));
        at += length;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_belongs_to_the_room_it_speaks_of() {
        assert_eq!(room("<indicator_chart::kind::line::Lines as indicator_chart::kind::Plan>::draw"), "kind");
        let kind = |name| part(name, "indicator_chart::kind::");
        assert_eq!(kind("<indicator_chart::kind::line::Lines as X>::draw").as_deref(), Some("line"));
        assert_eq!(kind("indicator_chart::kind::Stage::layer").as_deref(), Some("mod"));
        assert_eq!(kind("core::fmt::write"), None);
    }

    #[test]
    fn a_name_of_no_room_belongs_to_its_crate() {
        let crates = [
            "alloc::str::join",
            "<T as alloc::slice::X>::y",
            "<core[c5930c85a12d]::fmt::X>::pad",
            "<u64>::_fmt",
        ];
        assert_eq!(crates.map(room), ["alloc", "alloc", "core", "core"]);
        assert_eq!(room("chart_new"), "exports, memory");
    }

    #[test]
    fn a_name_has_no_hash() {
        assert_eq!(
            plain("indicator_chart::kind::plan_of::h675bf4021d7e5e83"),
            "indicator_chart::kind::plan_of"
        );
        assert_eq!(plain("chart_new"), "chart_new");
    }

    #[test]
    fn functions_of_std_are_told_by_their_last_name() {
        assert_eq!(of_std("<alloc::vec::Vec<T,A> as core::clone::Clone>::clone").as_deref(), Some("clone"));
        assert_eq!(
            of_std("core::ptr::drop_in_place::<alloc::string::String>").as_deref(),
            Some("drop_in_place")
        );
        assert_eq!(of_std("libm::math::pow::pow"), None);
    }

    #[test]
    fn small_groups_are_one_and_the_largest_is_first() {
        let all = [("a", 0..500), ("b", 500..1300), ("c", 1300..1400), ("d", 1400..1500)];
        let found = groups(all.into_iter().map(|(name, part)| (name.to_owned(), part)));
        let found: Vec<(&str, usize)> =
            found.iter().map(|group| (group.name.as_str(), group.bytes())).collect();
        assert_eq!(found, [("b", 800), ("a", 500), ("all smaller ones", 200)]);
    }

    #[test]
    fn data_is_told_by_what_it_looks_like() {
        let bytes = "年year\u{3}\0\0\0".as_bytes();
        let found: Vec<String> = contents(bytes, 0..bytes.len()).into_iter().map(|(what, _)| what).collect();
        assert_eq!(found[0], "Chinese and its marks");
        assert_eq!(found[1], "English, names, words of a few letters");
        assert!(found[2..].iter().all(|what| what == "lengths, tables of numbers"));
        assert_eq!(contents(&[0x40, 7, 0x10, 0], 0..4)[0].0, "addresses");
    }
}
