//! Turns the names by which module and glue know each other's functions into short ones.
//!
//! wasm-bindgen ends each name in sixteen digits of a hash, which no compression makes smaller, and a reader
//! downloads every name twice. Nothing but the two files reads them.

use anyhow::{Context, Result, ensure};

use crate::features::{HEADER, leb, push_bytes, push_leb};
use crate::panics::text;

const IMPORT: u8 = 2;
const MODULE: &[u8] = b"a";

/// The module and its glue with names of one or two letters.
pub(crate) fn shortened(module: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut out = module.get(..HEADER).context("not a wasm module")?.to_vec();
    let mut glue = glue.to_owned();
    let mut rest = &module[HEADER..];
    while let Some((&id, after)) = rest.split_first() {
        let (content, next) = text(after)?;
        out.push(id);
        if id == IMPORT {
            push_bytes(&mut out, &section(content, &mut glue)?);
        } else {
            push_bytes(&mut out, content);
        }
        rest = next;
    }
    Ok((out, glue))
}

/// The import section, and the glue with the same names.
fn section(content: &[u8], glue: &mut String) -> Result<Vec<u8>> {
    const FUNCTION: u8 = 0;
    let (count, mut rest) = leb(content)?;
    let mut out = Vec::with_capacity(content.len());
    push_leb(&mut out, count);
    let mut from = None;
    for index in 0..count {
        let (module, after) = text(rest)?;
        let (name, after) = text(after)?;
        let (&kind, after) = after.split_first().context("an import is cut short")?;
        ensure!(kind == FUNCTION, "an import that is no function");
        ensure!(*from.get_or_insert(module) == module, "imports from two modules");
        let (class, next) = leb(after)?;
        let short = letters(index);
        replace(glue, &format!(" {}: ", str::from_utf8(name)?), &format!(" {short}: "))?;
        push_bytes(&mut out, MODULE);
        push_bytes(&mut out, short.as_bytes());
        out.push(kind);
        push_leb(&mut out, class);
        rest = next;
    }
    if let Some(from) = from {
        let quoted = |name: &[u8]| Ok::<_, anyhow::Error>(format!("\"{}\": ", str::from_utf8(name)?));
        replace(glue, &quoted(from)?, &quoted(MODULE)?)?;
    }
    Ok(out)
}

/// Replaces the one place where `old` stands.
fn replace(glue: &mut String, old: &str, new: &str) -> Result<()> {
    let found = glue.matches(old).count();
    ensure!(found == 1, "the glue has {old:?} {found} times");
    *glue = glue.replace(old, new);
    Ok(())
}

/// `a` to `z`, then `ba`, `bb` and so on.
fn letters(index: usize) -> String {
    let last = char::from(b'a' + (index % 26) as u8);
    if index < 26 { last.to_string() } else { letters(index / 26) + &last.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module(from: &str, names: [&str; 2]) -> Vec<u8> {
        let mut content = vec![2];
        for name in names {
            push_bytes(&mut content, from.as_bytes());
            push_bytes(&mut content, name.as_bytes());
            content.extend([0, 3]);
        }
        let mut out = b"\0asm\x01\0\0\0".to_vec();
        out.push(IMPORT);
        push_bytes(&mut out, &content);
        out
    }

    #[test]
    fn module_and_glue_keep_one_name() {
        let glue = "{ __wbg_fill_12: function() {}, __wbg_clip_34: function() {} }, \"./x.js\": all";
        let (bytes, glue) = shortened(&module("./x.js", ["__wbg_fill_12", "__wbg_clip_34"]), glue).unwrap();
        assert_eq!(bytes, module("a", ["a", "b"]));
        assert_eq!(glue, "{ a: function() {}, b: function() {} }, \"a\": all");
    }

    #[test]
    fn a_name_that_the_glue_lacks_is_refused() {
        assert!(shortened(&module("./x.js", ["a1", "b1"]), "{ a1: function() {} }").is_err());
    }

    #[test]
    fn names_do_not_repeat() {
        assert_eq!([0, 25, 26, 27, 51, 52].map(letters), ["a", "z", "ba", "bb", "bz", "ca"]);
    }
}
