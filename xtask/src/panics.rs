//! Turns a linked wasm module into the same module whose panics trap at once.
//!
//! In a browser the message of a panic goes nowhere: std has no stderr there, so it is written, dropped, and the
//! module traps. The writing costs a reader several kilobytes, because a message can hold anything that can be
//! formatted. Here the functions that begin a panic become a bare trap, and so does what only they reached; their data
//! become zeros. The optimiser drops both.

use std::collections::BTreeSet;
use std::ops::Range;

use anyhow::{Context, Result};

use crate::features::{HEADER, leb, push_bytes, push_leb};
use crate::locations;
use crate::reach;

/// Parts of the linked names of functions that never return.
const PANICS: [&str; 17] = [
    "4core9panicking",
    "3std9panicking13panic_handler",
    "17rust_begin_unwind",
    "26___rust_alloc_error_handler",
    "18handle_alloc_error",
    "18panic_access_error",
    "16slice_index_fail",
    "16slice_error_fail",
    "19slice_error_fail_rt",
    "17len_mismatch_fail",
    "13unwrap_failed",
    "13expect_failed",
    "13assert_failed",
    "22panic_already_borrowed",
    "30panic_already_mutably_borrowed",
    "7raw_vec12handle_error",
    "7raw_vec17capacity_overflow",
];
/// What no code in the browser comes to, though tables of functions keep it: a float written with a given number of
/// decimals (figures have a writer of their own, and the pen writes the shortest form), the long way to that form (the
/// pen writes opacities, and the short way knows the one we have, which is 1), serde's complaint of a wrong type
/// (`wasm/convert.rs` looks first), the form of a value for programmers, what a panic hands to its hook, and how the
/// browser would call closures of ours or wake a future: we hand it neither.
const UNUSED: [&str; 12] = [
    "float_to_decimal_common_exact",
    "8strategy6dragon15format_shortest",
    "13invalid_type_",
    "serde_core..de..Unexpected",
    "serde_core..de..WithDecimalPoint",
    "5Debug3fmt",
    "fmt..Debug$GT$3fmt",
    "19FormatStringPayload",
    "16StaticStrPayload",
    "24default_alloc_error_hook",
    "8closures1_6invoke17h",
    "4jspi10task_waker",
];

const CUSTOM: u8 = 0;
const IMPORT: u8 = 2;
const CODE: u8 = 10;
const DATA: u8 = 11;
/// No locals, `unreachable`, `end`.
const TRAP: [u8; 3] = [0, 0, 0x0b];

/// Leaves every byte as it is but for those functions, what only they reach and the places in source that they would
/// name; needs the module's `name` section and the linker's relocations, which it leaves out.
pub(crate) fn muted(module: &[u8]) -> Result<Vec<u8>> {
    let mut doomed = BTreeSet::new();
    for (id, range) in sections(module)? {
        if id == CUSTOM {
            doomed.extend(named(&module[range])?);
        }
    }
    let unreached = reach::without(module, &doomed)?;
    doomed.extend(unreached.functions);
    rewritten(module, &doomed, &unreached.data)
}

/// The number of each section and where its content stands.
fn sections(module: &[u8]) -> Result<Vec<(u8, Range<usize>)>> {
    let mut sections = Vec::new();
    let mut rest = module.get(HEADER..).context("not a wasm module")?;
    while let Some((&id, after)) = rest.split_first() {
        let (content, next) = text(after)?;
        let end = module.len() - next.len();
        sections.push((id, end - content.len()..end));
        rest = next;
    }
    Ok(sections)
}

/// The module with traps for the `doomed` functions and zeros for the places in source and the `spare` data.
fn rewritten(module: &[u8], doomed: &BTreeSet<usize>, spare: &[Range<usize>]) -> Result<Vec<u8>> {
    let mut module = module.to_vec();
    for range in spare {
        module[range.clone()].fill(0);
    }
    let mut out = module[..HEADER].to_vec();
    let mut imported = 0;
    for (id, range) in sections(&module)? {
        let content = &module[range];
        match id {
            IMPORT => {
                imported = functions_imported(content)?;
                push_section(&mut out, id, content);
            }
            CODE => push_section(&mut out, id, &trapped(content, imported, doomed)?),
            DATA => push_section(&mut out, id, &locations::wiped(content)?),
            CUSTOM if linkers(content)? => {}
            _ => push_section(&mut out, id, content),
        }
    }
    Ok(out)
}

fn push_section(out: &mut Vec<u8>, id: u8, content: &[u8]) {
    out.push(id);
    push_bytes(out, content);
}

/// Whether a custom section is one of those that the linker writes for whoever links again.
fn linkers(content: &[u8]) -> Result<bool> {
    let (name, _) = text(content)?;
    Ok(name == b"linking" || name.starts_with(b"reloc."))
}

/// The bodies, those of the `doomed` functions replaced.
fn trapped(content: &[u8], imported: usize, doomed: &BTreeSet<usize>) -> Result<Vec<u8>> {
    let (count, mut rest) = leb(content)?;
    let mut out = Vec::with_capacity(content.len());
    push_leb(&mut out, count);
    for index in imported..imported + count {
        let (body, next) = text(rest)?;
        push_bytes(&mut out, if doomed.contains(&index) { &TRAP } else { body });
        rest = next;
    }
    Ok(out)
}

/// The indices of functions whose names say that they begin a panic; none where this is another custom section.
fn named(content: &[u8]) -> Result<Vec<usize>> {
    const FUNCTIONS: u8 = 1;
    let (section, mut rest) = text(content)?;
    let mut found = Vec::new();
    if section != b"name" {
        return Ok(found);
    }
    while let Some((&id, after)) = rest.split_first() {
        let (names, next) = text(after)?;
        rest = next;
        if id != FUNCTIONS {
            continue;
        }
        let (count, mut entries) = leb(names)?;
        for _ in 0..count {
            let (index, after) = leb(entries)?;
            let (name, next) = text(after)?;
            entries = next;
            let name = String::from_utf8_lossy(name);
            if PANICS.iter().chain(&UNUSED).any(|part| name.contains(part)) {
                found.push(index);
            }
        }
    }
    Ok(found)
}

/// How many functions come from outside; they are counted first.
fn functions_imported(content: &[u8]) -> Result<usize> {
    const FUNCTION: u8 = 0;
    let (count, mut rest) = leb(content)?;
    let mut functions = 0;
    for _ in 0..count {
        let (_, after) = text(rest)?;
        let (_, after) = text(after)?;
        let (&kind, after) = after.split_first().context("an import is cut short")?;
        // The linker writes functions only; memory and table are the module's own.
        anyhow::ensure!(kind == FUNCTION, "an import that is no function");
        functions += 1;
        rest = leb(after)?.1;
    }
    Ok(functions)
}

/// Bytes with their number before them, and what follows.
pub(crate) fn text(bytes: &[u8]) -> Result<(&[u8], &[u8])> {
    let (length, rest) = leb(bytes)?;
    rest.split_at_checked(length).context("the module is cut short")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(id: u8, content: &[u8]) -> Vec<u8> {
        let mut out = vec![id];
        push_bytes(&mut out, content);
        out
    }

    fn module(bodies: &[&[u8]]) -> Vec<u8> {
        let mut code = vec![2];
        bodies.iter().for_each(|body| push_bytes(&mut code, body));
        let mut functions = vec![2];
        for (index, name) in [(1, "_RNvNtCs1_4core9panicking9panic_fmt"), (2, "chart_new")] {
            functions.push(index);
            push_bytes(&mut functions, name.as_bytes());
        }
        let mut names = b"\x04name\x01".to_vec();
        push_bytes(&mut names, &functions);
        let mut out = b"\0asm\x01\0\0\0".to_vec();
        out.extend(section(IMPORT, b"\x01\x01a\x01b\0\0"));
        out.extend(section(CODE, &code));
        out.extend(section(CUSTOM, &names));
        out
    }

    #[test]
    fn only_a_function_that_panics_becomes_a_trap() {
        let body: &[u8] = &[0, 1, 1, 1, 0x0b];
        let given = module(&[body, body]);
        let names = sections(&given).unwrap().pop().unwrap().1;
        let doomed = named(&given[names]).unwrap().into_iter().collect();
        assert_eq!(rewritten(&given, &doomed, &[]).unwrap(), module(&[&TRAP, body]));
    }

    #[test]
    fn a_cut_module_is_refused() {
        let bytes = module(&[&TRAP, &TRAP]);
        assert!(muted(&bytes[..bytes.len() - 1]).is_err());
    }
}
