//! Turns the built package into a list of what engines of early 2021 would not understand: Chromium 88, Safari 15.
//!
//! The lane `old` draws charts in one such engine; this names the instruction or the line before any is started, and
//! holds for Safari too, which no machine of ours runs.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasmparser::{Validator, WasmFeatures};

use crate::build;
use crate::command::Step;
use crate::npm;
use crate::place::Place;

/// What both engines know beyond the first edition of WebAssembly. Threads and exceptions are known to one of them or
/// behind a switch, so they are not here.
const KNOWN: WasmFeatures = WasmFeatures::FLOATS
    .union(WasmFeatures::MUTABLE_GLOBAL)
    .union(WasmFeatures::SIGN_EXTENSION)
    .union(WasmFeatures::SATURATING_FLOAT_TO_INT)
    .union(WasmFeatures::BULK_MEMORY);

/// Built scripts that no browser loads.
const NODE: [&str; 2] = ["node.js", "cli.js"];

/// The engines as esbuild names them.
pub(crate) const ENGINES: &str = "--target=chrome88,safari15";

/// What is too new in the package that is there, one sentence each.
pub(crate) fn faults(place: &Place) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for path in build::built(place)? {
        let fault = match path.extension().and_then(|extension| extension.to_str()) {
            Some("wasm") => module(&fs::read(&path)?).err(),
            // Two of the package run in Node alone.
            Some("js") if !NODE.iter().any(|name| path.ends_with(name)) => script(place, &path)?,
            _ => None,
        };
        found.extend(fault.map(|fault| format!("{}: {fault}", path.display())));
    }
    Ok(found)
}

/// Whether the engines can compile a module; else the instruction or the type that they do not know.
fn module(bytes: &[u8]) -> Result<(), String> {
    Validator::new_with_features(KNOWN).validate_all(bytes).map(drop).map_err(|error| error.to_string())
}

/// Says how a script is too new: esbuild would have to write it in other words, or cannot.
fn script(place: &Place, path: &Path) -> Result<Option<String>> {
    let say = |target: &str| -> Result<Result<String, String>> {
        let finished = Step::new("esbuild", esbuild(place))
            .args([path.as_os_str(), target.as_ref(), "--format=esm".as_ref(), "--charset=utf8".as_ref()])
            .args(["--log-level=error"])
            .finish()?;
        Ok(if finished.status.success() { Ok(finished.output) } else { Err(finished.output) })
    };
    let newest = say("--target=esnext")?.map_err(anyhow::Error::msg).context("not a script")?;
    Ok(match say(ENGINES)? {
        Err(refused) => Some(refused.trim().to_owned()),
        Ok(old) if old == newest => None,
        Ok(old) => newest.lines().zip(old.lines()).find(|(new, old)| new != old).map_or_else(
            || Some("it ends in words that are too new".to_owned()),
            |(line, _)| Some(format!("too new: {}", line.trim().chars().take(120).collect::<String>())),
        ),
    })
}

fn esbuild(place: &Place) -> PathBuf {
    npm::bin(&place.tools(), "esbuild")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{esbuild, module, script};
    use crate::place::Place;

    /// A module with one function of type `params -> results` and this body.
    fn with(params: &[u8], results: &[u8], body: &[u8]) -> Vec<u8> {
        let list = |bytes: &[u8]| [&[u8::try_from(bytes.len()).unwrap()], bytes].concat();
        let section = |id: u8, bytes: &[u8]| [&[id], list(bytes).as_slice()].concat();
        let function = [&[1, 0x60], list(params).as_slice(), list(results).as_slice()].concat();
        let code = [&[1], list(&[&[0], body, &[0x0b]].concat()).as_slice()].concat();
        [b"\0asm\x01\0\0\0".to_vec(), section(1, &function), section(3, &[1, 0]), section(10, &code)].concat()
    }

    #[test]
    fn what_the_old_engines_lack_is_named() {
        const I32: u8 = 0x7f;
        const F64: u8 = 0x7c;
        const EXTERNREF: u8 = 0x6f;
        const V128: u8 = 0x7b;
        // Sign extension, and a float cut to a whole number without a trap: both are known.
        assert_eq!(module(&with(&[I32], &[I32], &[0x20, 0, 0xc0])), Ok(()));
        assert_eq!(module(&with(&[F64], &[I32], &[0x20, 0, 0xfc, 2])), Ok(()));
        let fault =
            |params: &[u8], results: &[u8], body: &[u8]| module(&with(params, results, body)).unwrap_err();
        let reference = fault(&[EXTERNREF], &[EXTERNREF], &[0x20, 0]);
        assert!(reference.contains("reference types"), "{reference}");
        let several = fault(&[I32], &[I32, I32], &[0x20, 0, 0x20, 0]);
        assert!(several.contains("multi-value") || several.contains("multiple"), "{several}");
        let wide = fault(&[V128], &[V128], &[0x20, 0]);
        assert!(wide.contains("SIMD"), "{wide}");
        let tail = fault(&[], &[], &[0x12, 0]);
        assert!(tail.contains("tail calls"), "{tail}");
    }

    #[test]
    fn a_script_that_is_too_new_is_named() {
        let place = Place::find().unwrap();
        if !esbuild(&place).exists() {
            // The lane `build` brings it and checks the scripts themselves; a bare machine begins with this test.
            return;
        }
        let folder = std::env::temp_dir().join(format!("indicator-chart-old-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let check = |text: &str| {
            let file = folder.join("a.js");
            fs::write(&file, text).unwrap();
            script(&place, &file).unwrap()
        };
        assert_eq!(check("let a = {}; a.b ??= 1; class C { d = a.b ?? 2n; } new C();"), None);
        let new = [
            "class C { static { f() } }",
            "await f();",
            "/(?<=a)b/.test(c);",
            "class C { #a; b(c) { return #a in c } }",
        ];
        for text in new {
            assert!(check(text).is_some(), "{text}");
        }
        fs::remove_dir_all(folder).unwrap();
    }
}
