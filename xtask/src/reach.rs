//! Turns a linked module and the functions that are to trap into what nothing reaches any more.
//!
//! The linker leaves out what nothing refers to, but it has not heard that panics trap: their messages, the tables by
//! which characters are escaped in them and the methods that print values are still there, and the optimiser, which
//! sees numbers where addresses were, has to keep them all. The linker's relocations tell which number is an address
//! of what, so the search can be made again.

use std::collections::BTreeSet;
use std::ops::Range;

use anyhow::{Context, Result};
use wasmparser::{
    CustomSectionReader, DataKind, ExternalKind, FunctionBody, KnownCustom, Linking, Operator, Parser,
    Payload, RelocationType, SymbolFlags, SymbolInfo, TypeRef,
};

/// What is left over.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Unreached {
    /// Functions by index, imported ones counted first.
    pub(crate) functions: BTreeSet<usize>,
    /// Where the bytes of data stand in the module.
    pub(crate) data: Vec<Range<usize>>,
}

/// A thing that can be referred to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Item {
    Function(usize),
    /// By its place among the objects.
    Object(usize),
}

/// What the search needs to know of a module.
#[derive(Debug, Default)]
struct Linked<'a> {
    imported: usize,
    bodies: Vec<FunctionBody<'a>>,
    /// The number of arguments of each function.
    arguments: Vec<usize>,
    segments: Vec<Range<usize>>,
    /// Where each object stands, in the order of the module.
    objects: Vec<Range<usize>>,
    /// What each symbol of the linker stands for.
    symbols: Vec<Option<Item>>,
    /// Where an address stands, and which symbol it is of.
    addresses: Vec<(usize, usize)>,
    /// What is reached from outside.
    roots: BTreeSet<Item>,
}

/// What can only be reached through a function of `doomed`; needs the linker's relocations.
pub(crate) fn without(module: &[u8], doomed: &BTreeSet<usize>) -> Result<Unreached> {
    let linked = Linked::read(module)?;
    let references = linked.references(doomed)?;
    let mut reached = linked.roots.clone();
    let mut open: Vec<Item> = reached.iter().copied().collect();
    while let Some(item) = open.pop() {
        let first = references.partition_point(|(from, _)| *from < item);
        for (_, to) in references[first..].iter().take_while(|(from, _)| *from == item) {
            if reached.insert(*to) {
                open.push(*to);
            }
        }
    }
    let own = linked.imported..linked.imported + linked.bodies.len();
    let functions = own.filter(|index| !reached.contains(&Item::Function(*index))).collect();
    let objects = linked.objects.iter().enumerate();
    // Objects with equal ends may share bytes.
    let kept: BTreeSet<usize> = objects
        .clone()
        .filter(|(at, _)| reached.contains(&Item::Object(*at)))
        .flat_map(|(_, range)| range.clone())
        .collect();
    let data = objects
        .filter(|(_, range)| (*range).clone().all(|byte| !kept.contains(&byte)))
        .map(|(_, range)| range.clone())
        .collect();
    Ok(Unreached { functions, data })
}

impl<'a> Linked<'a> {
    fn read(module: &'a [u8]) -> Result<Self> {
        let mut linked = Self::default();
        // The content of each section, in the order by which relocations name them.
        let (mut sections, mut types, mut customs) = (Vec::new(), Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(module) {
            let payload = payload?;
            if let Some((_, range)) = payload.as_section() {
                sections.push(range);
            }
            match payload {
                Payload::TypeSection(section) => {
                    for class in section.into_iter_err_on_gc_types() {
                        types.push(class?.params().len());
                    }
                }
                Payload::CustomSection(section) => customs.push(section),
                other => linked.take(other)?,
            }
        }
        for class in &mut linked.arguments {
            *class = types.get(*class).copied().context("a function of no type")?;
        }
        for section in customs {
            linked.link(&section, &sections)?;
        }
        anyhow::ensure!(
            !linked.addresses.is_empty(),
            "a module without relocations: link it with --emit-relocs"
        );
        Ok(linked)
    }

    /// Takes in a section of the module itself; the arguments of functions as the places of their types.
    fn take(&mut self, payload: Payload<'a>) -> Result<()> {
        match payload {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    if let TypeRef::Func(class) = import?.ty {
                        self.imported += 1;
                        self.arguments.push(class as usize);
                    }
                }
            }
            Payload::FunctionSection(section) => {
                for class in section {
                    self.arguments.push(class? as usize);
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    let export = export?;
                    if export.kind == ExternalKind::Func {
                        self.roots.insert(Item::Function(export.index as usize));
                    }
                }
            }
            Payload::StartSection { func, .. } => {
                self.roots.insert(Item::Function(func as usize));
            }
            Payload::CodeSectionEntry(body) => self.bodies.push(body),
            Payload::DataSection(section) => {
                for segment in section {
                    let segment = segment?;
                    let placed = matches!(segment.kind, DataKind::Active { .. });
                    anyhow::ensure!(placed, "data that no address is given to");
                    self.segments.push(segment.range.end - segment.data.len()..segment.range.end);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Takes in what the linker wrote of symbols and of where their addresses stand.
    fn link(&mut self, section: &CustomSectionReader<'_>, sections: &[Range<usize>]) -> Result<()> {
        match section.as_known() {
            KnownCustom::Linking(section) => {
                for part in section.subsections() {
                    let Linking::SymbolTable(symbols) = part? else { continue };
                    for symbol in symbols {
                        let item = self.item(&symbol?)?;
                        self.symbols.push(item);
                    }
                }
            }
            KnownCustom::Reloc(section) => {
                let start = sections.get(section.section_index() as usize).context("no such section")?.start;
                for entry in section.entries() {
                    let entry = entry?;
                    if !matches!(entry.ty, RelocationType::TypeIndexLeb) {
                        self.addresses.push((start + entry.offset as usize, entry.index as usize));
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn item(&mut self, symbol: &SymbolInfo<'_>) -> Result<Option<Item>> {
        let (item, flags) = match symbol {
            SymbolInfo::Func { index, flags, .. } => (Item::Function(*index as usize), flags),
            SymbolInfo::Data { symbol: Some(place), flags, .. } => {
                let segment = self.segments.get(place.index as usize);
                // What is zero at first has no bytes.
                let Some(segment) = segment.filter(|segment| place.offset as usize <= segment.len()) else {
                    return Ok(None);
                };
                let start = segment.start + place.offset as usize;
                self.objects.push(start..start + place.size as usize);
                (Item::Object(self.objects.len() - 1), flags)
            }
            _ => return Ok(None),
        };
        if flags.intersects(SymbolFlags::EXPORTED | SymbolFlags::NO_STRIP) {
            self.roots.insert(item);
        }
        Ok(Some(item))
    }

    /// Which item refers to which, in order; what the doomed would have referred to is left out.
    fn references(&self, doomed: &BTreeSet<usize>) -> Result<Vec<(Item, Item)>> {
        let mut holders: Vec<(Range<usize>, Item)> = Vec::new();
        let mut vain = Vec::new();
        for (at, body) in self.bodies.iter().enumerate() {
            let index = at + self.imported;
            holders.push((body.range(), Item::Function(index)));
            if doomed.contains(&index) {
                vain.push(body.range());
            } else {
                vain.extend(self.vain(body, doomed)?);
            }
        }
        holders.extend(self.objects.iter().enumerate().map(|(at, range)| (range.clone(), Item::Object(at))));
        holders.sort_by_key(|(range, _)| (range.start, range.end));
        let mut found = Vec::new();
        for (place, symbol) in &self.addresses {
            let Some(to) = self.symbols.get(*symbol).copied().flatten() else { continue };
            let after = vain.partition_point(|range: &Range<usize>| range.start <= *place);
            if after > 0 && vain[after - 1].contains(place) {
                continue;
            }
            let end = holders.partition_point(|(range, _)| range.start <= *place);
            // Objects that share bytes start at most a few places apart.
            let near = holders[end.saturating_sub(8)..end].iter();
            let before = found.len();
            found.extend(near.filter(|(range, _)| range.contains(place)).map(|(_, from)| (*from, to)));
            anyhow::ensure!(found.len() > before, "an address that stands in nothing the linker knows");
        }
        found.sort_unstable();
        Ok(found)
    }

    /// Where a body writes down arguments for the doomed, which they no longer look at.
    fn vain(&self, body: &FunctionBody<'_>, doomed: &BTreeSet<usize>) -> Result<Vec<Range<usize>>> {
        let (mut pushed, mut found) = (Vec::new(), Vec::new());
        let mut operators = body.get_operators_reader()?;
        while !operators.eof() {
            let start = operators.original_position();
            match operators.read()? {
                Operator::I32Const { .. } | Operator::LocalGet { .. } => {
                    pushed.push(start..operators.original_position());
                }
                Operator::Call { function_index } => {
                    let index = function_index as usize;
                    let arguments = self.arguments.get(index).copied().unwrap_or_default();
                    if doomed.contains(&index) {
                        found.extend(pushed.drain(pushed.len().saturating_sub(arguments)..));
                    }
                    pushed.clear();
                }
                _ => pushed.clear(),
            }
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::{HEADER, push_bytes, push_leb};

    /// What a body does with a symbol.
    enum Does {
        Push(usize),
        Call(usize),
    }
    use Does::{Call, Push};

    const CALL: u8 = 0;
    const ADDRESS: u8 = 4;
    /// The symbols of objects follow those of the four functions.
    const OBJECTS: usize = 4;

    fn section(out: &mut Vec<u8>, id: u8, content: &[u8]) {
        out.push(id);
        push_bytes(out, content);
    }

    fn custom(out: &mut Vec<u8>, name: &str, content: &[u8]) {
        let mut all = Vec::new();
        push_bytes(&mut all, name.as_bytes());
        all.extend(content);
        section(out, 0, &all);
    }

    /// A module of four functions, the first and the last exported, and four objects of four bytes; the second function
    /// takes a number.
    fn module(bodies: [&[Does]; 4]) -> Vec<u8> {
        let mut out = b"\0asm\x01\0\0\0".to_vec();
        assert_eq!(out.len(), HEADER);
        section(&mut out, 1, &[2, 0x60, 0, 0, 0x60, 1, 0x7f, 0]);
        section(&mut out, 3, &[4, 0, 1, 0, 0]);
        section(&mut out, 5, &[1, 0, 1]);
        section(&mut out, 7, &[2, 1, b'a', 0, 0, 1, b'b', 0, 3]);
        let (mut code, mut relocations) = (vec![4], Vec::new());
        for body in bodies {
            code.extend([2 + 6 * body.len() as u8, 0]);
            for does in body {
                let (opcode, kind, symbol) = match does {
                    Push(object) => (0x41, ADDRESS, OBJECTS + object),
                    Call(function) => (0x10, CALL, *function),
                };
                relocations.extend([kind, code.len() as u8 + 1, symbol as u8]);
                relocations.extend((kind == ADDRESS).then_some(0));
                // The number itself is the function's; an address is of no matter here.
                code.extend([
                    opcode,
                    0x80 | if kind == CALL { symbol as u8 } else { 0 },
                    0x80,
                    0x80,
                    0x80,
                    0,
                ]);
            }
            code.push(0x0b);
        }
        section(&mut out, 10, &code);
        section(&mut out, 11, b"\x01\0\x41\0\x0b\x10aaaabbbbccccdddd");
        let mut symbols = vec![8];
        (0..4).for_each(|index| symbols.extend([0, 0, index, 1, b'f']));
        (0..4).for_each(|index| symbols.extend([1, 0, 1, b'o', 0, 4 * index, 4]));
        let mut linking = vec![2, 8];
        push_bytes(&mut linking, &symbols);
        custom(&mut out, "linking", &linking);
        let mut reloc = vec![4];
        push_leb(&mut reloc, bodies.iter().map(|body| body.len()).sum());
        reloc.extend(relocations);
        custom(&mut out, "reloc.CODE", &reloc);
        out
    }

    fn objects(module: &[u8], unreached: &Unreached) -> Vec<String> {
        unreached
            .data
            .iter()
            .map(|range| String::from_utf8_lossy(&module[range.clone()]).into_owned())
            .collect()
    }

    #[test]
    fn what_only_a_doomed_function_reaches_is_left_over() {
        let module = module([&[Push(0), Push(1), Call(1)], &[Push(2), Call(2)], &[Push(3)], &[]]);
        let unreached = without(&module, &BTreeSet::from([1])).unwrap();
        assert_eq!(unreached.functions, BTreeSet::from([2]));
        // The last push before the call is the argument that nobody looks at.
        assert_eq!(objects(&module, &unreached), ["bbbb", "cccc", "dddd"]);
    }

    #[test]
    fn what_another_way_leads_to_is_kept() {
        let module = module([&[Push(1), Call(1)], &[Push(2), Call(2)], &[Push(3)], &[Call(2), Push(1)]]);
        let unreached = without(&module, &BTreeSet::from([1])).unwrap();
        assert_eq!(unreached.functions, BTreeSet::new());
        assert_eq!(objects(&module, &unreached), ["aaaa", "cccc"]);
    }

    #[test]
    fn without_relocations_nothing_is_said() {
        let module = module([&[], &[], &[], &[]]);
        assert!(without(&module, &BTreeSet::new()).unwrap_err().to_string().contains("--emit-relocs"));
    }
}
