//! Turns the engine's module, with the names of its functions, into a list of what its bytes are spent on.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::Result;
use wasmparser::{KnownCustom, Name, Parser, Payload};

/// Functions that are listed one by one.
const LISTED: usize = 40;

/// Bytes of code by room of the library, by chart kind, by crate, and of the largest functions.
pub(crate) fn weigh(wasm: &Path) -> Result<String> {
    let module = fs::read(wasm)?;
    let (mut names, mut bodies, mut imported, mut data) = (HashMap::new(), Vec::new(), 0, 0);
    for payload in Parser::new(0).parse_all(&module) {
        match payload? {
            Payload::ImportSection(imports) => {
                imported = imports.into_imports().filter(is_function).count();
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range().len()),
            Payload::DataSection(section) => data = section.range().len(),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(section) = section.as_known() {
                    for part in section {
                        let Name::Function(map) = part? else { continue };
                        for name in map {
                            let name = name?;
                            names.insert(
                                name.index as usize,
                                format!("{:#}", rustc_demangle::demangle(name.name)),
                            );
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let (mut rooms, mut kinds, mut all) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
    for (at, bytes) in bodies.iter().enumerate() {
        let name = names.get(&(at + imported)).map_or("?", String::as_str);
        *rooms.entry(room(name)).or_insert(0) += bytes;
        if let Some(kind) = part(name, "indicator_chart::kind::") {
            *kinds.entry(kind).or_insert(0) += bytes;
        }
        all.push((*bytes, name));
    }
    all.sort_by(|a, b| b.cmp(a));
    let mut out = format!("\n{:<40} {:>10}\n", "bytes of code", bodies.iter().sum::<usize>());
    writeln!(out, "{:<40} {data:>10}", "data: texts and tables")?;
    for (title, group) in [("by room or crate", rooms), ("by file of the room kind", kinds)] {
        writeln!(out, "\n{title}")?;
        let mut group: Vec<_> = group.into_iter().collect();
        group.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
        for (name, bytes) in group {
            writeln!(out, "{name:<40} {bytes:>10}")?;
        }
    }
    writeln!(out, "\nthe largest functions")?;
    for (bytes, name) in all.into_iter().take(LISTED) {
        writeln!(out, "{bytes:>7} {name}")?;
    }
    Ok(out)
}

fn is_function(import: &Result<wasmparser::Import<'_>, wasmparser::BinaryReaderError>) -> bool {
    matches!(import, Ok(wasmparser::Import { ty: wasmparser::TypeRef::Func(_), .. }))
}

/// The room of ours that a name speaks of first, or the crate.
fn room(name: &str) -> String {
    part(name, "indicator_chart::").unwrap_or_else(|| {
        let plain = name.trim_start_matches(['<', '&', '_']);
        plain.split("::").next().unwrap_or(plain).chars().take(40).collect()
    })
}

/// The module under a path that a name holds.
fn part(name: &str, path: &str) -> Option<String> {
    let (_, after) = name.split_once(path)?;
    let end =
        after.find(|letter: char| !(letter.is_ascii_lowercase() || letter == '_')).unwrap_or(after.len());
    let module = &after[..end];
    Some(if module.is_empty() { "mod".to_owned() } else { module.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::{part, room};

    #[test]
    fn a_name_belongs_to_the_room_it_speaks_of() {
        assert_eq!(room("<indicator_chart::kind::line::Lines as indicator_chart::kind::Plan>::draw"), "kind");
        assert_eq!(room("alloc::str::join"), "alloc");
        let kind = |name| part(name, "indicator_chart::kind::");
        assert_eq!(kind("<indicator_chart::kind::line::Lines as X>::draw").as_deref(), Some("line"));
        assert_eq!(kind("indicator_chart::kind::Stage::layer").as_deref(), Some("mod"));
        assert_eq!(kind("core::fmt::write"), None);
    }
}
