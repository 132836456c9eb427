//! Turns a linked wasm module into the same module whose `target_features` section does not name features
//! that engines before 2022 lack.
//!
//! The standard library comes compiled with reference types, so the linker writes them into the section even
//! when our own code is built without them; wasm-bindgen believes the section and would emit a table that old
//! engines refuse to compile.

use anyhow::{Context, Result, bail};

const SECTION: &[u8] = b"target_features";
const CUSTOM: u8 = 0;
pub(crate) const HEADER: usize = 8;

/// Leaves every byte as it is except the list of features, from which `dropped` is taken out.
pub(crate) fn without(module: &[u8], dropped: &[&str]) -> Result<Vec<u8>> {
    if module.len() < HEADER || &module[..4] != b"\0asm" {
        bail!("not a wasm module");
    }
    let mut out = module[..HEADER].to_vec();
    let mut rest = &module[HEADER..];
    while let Some((&id, after_id)) = rest.split_first() {
        let (size, body) = leb(after_id)?;
        let (content, next) = body.split_at_checked(size).context("a section is cut short")?;
        match features_of(id, content)? {
            Some(list) => push_section(&mut out, &rewrite(list, dropped)?),
            None => out.extend_from_slice(&rest[..rest.len() - next.len()]),
        }
        rest = next;
    }
    Ok(out)
}

/// The list inside the section, when this section is the one.
fn features_of(id: u8, content: &[u8]) -> Result<Option<&[u8]>> {
    if id != CUSTOM {
        return Ok(None);
    }
    let (length, rest) = leb(content)?;
    let (name, list) = rest.split_at_checked(length).context("a section name is cut short")?;
    Ok((name == SECTION).then_some(list))
}

fn entries(list: &[u8]) -> Result<Vec<(u8, &[u8])>> {
    let (count, mut rest) = leb(list)?;
    let mut found = Vec::new();
    for _ in 0..count {
        let (&mark, after) = rest.split_first().context("the feature list is cut short")?;
        let (length, after) = leb(after)?;
        let (name, after) = after.split_at_checked(length).context("a feature name is cut short")?;
        found.push((mark, name));
        rest = after;
    }
    Ok(found)
}

fn rewrite(list: &[u8], dropped: &[&str]) -> Result<Vec<u8>> {
    let kept: Vec<_> = entries(list)?
        .into_iter()
        .filter(|(_, name)| !dropped.iter().any(|dropped| dropped.as_bytes() == *name))
        .collect();
    let mut content = Vec::new();
    push_bytes(&mut content, SECTION);
    push_leb(&mut content, kept.len());
    for (mark, name) in kept {
        content.push(mark);
        push_bytes(&mut content, name);
    }
    Ok(content)
}

fn push_section(out: &mut Vec<u8>, content: &[u8]) {
    out.push(CUSTOM);
    push_bytes(out, content);
}

pub(crate) fn push_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    push_leb(out, bytes.len());
    out.extend_from_slice(bytes);
}

pub(crate) fn push_leb(out: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// An unsigned LEB128 number of at most 32 bits and what follows it.
pub(crate) fn leb(bytes: &[u8]) -> Result<(usize, &[u8])> {
    let mut value = 0;
    for (index, byte) in bytes.iter().take(5).enumerate() {
        value |= usize::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Ok((value, &bytes[index + 1..]));
        }
    }
    bail!("a number in the module is cut short or too long")
}

#[cfg(test)]
mod tests {
    use super::{HEADER, push_bytes, push_leb, push_section, without};

    fn module(features: &[&str]) -> Vec<u8> {
        let mut bytes = b"\0asm\x01\0\0\0".to_vec();
        bytes.extend_from_slice(&[1, 2, 7, 7]);
        let mut content = Vec::new();
        push_bytes(&mut content, b"target_features");
        push_leb(&mut content, features.len());
        for feature in features {
            content.push(b'+');
            push_bytes(&mut content, feature.as_bytes());
        }
        push_section(&mut bytes, &content);
        bytes.extend_from_slice(&[11, 1, 0]);
        bytes
    }

    #[test]
    fn only_the_dropped_features_go() {
        let before = module(&["bulk-memory", "multivalue", "reference-types", "sign-ext"]);
        let after = without(&before, &["reference-types", "multivalue"]).unwrap();
        assert_eq!(after, module(&["bulk-memory", "sign-ext"]));
    }

    #[test]
    fn a_module_without_the_section_stays_as_it_is() {
        let bytes = module(&["sign-ext"])[..HEADER + 4].to_vec();
        assert_eq!(without(&bytes, &["sign-ext"]).unwrap(), bytes);
    }

    #[test]
    fn a_cut_module_is_refused() {
        let bytes = module(&["sign-ext"]);
        assert!(without(&bytes[..bytes.len() - 1], &[]).is_err());
        assert!(without(b"<!doctype html>", &[]).is_err());
    }
}
