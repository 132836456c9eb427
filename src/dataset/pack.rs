//! Tables into the packed text that [`unpack`] reads; the two files are each other's mirror. Only builds pack: the
//! engine that a page loads has nothing of this.

use super::file::HEAD;
use super::unpack::{SEPARATOR, ZERO, id_by_rule, unpack};
use super::{
    Basis, Dataset, Date, DateBasis, Direction, Domain, Flags, Measure, Period, Qualifier, Relation, Status,
    Tables, Temporal, Unit, decode,
};
use crate::words::Text;

/// Reads, checks and packs tables that stand in `folder`; or gives one line for each thing that is wrong.
///
/// # Errors
/// File, line and column of every bad row; or what cannot stand in the packed form.
pub fn compile(folder: &str, tables: &Tables<'_>) -> Result<String, Vec<String>> {
    let (data, problems) = decode(tables);
    if !problems.is_empty() {
        let here = [folder, "/"].concat();
        let line = |text: String| text.replace("data/", &here).replace(['\r', '\n'], " ");
        return Err(problems.iter().map(|problem| line(problem.to_string())).collect());
    }
    let packed = pack(&data).map_err(|error| vec![[folder, ": ", &error].concat()])?;
    if unpack(&packed) != kept(&data) {
        return Err(vec![[folder, ": what was packed does not unpack to the same"].concat()]);
    }
    Ok(packed)
}

/// A packed text as a file that a page can fetch.
pub fn file(packed: &str) -> String {
    [HEAD, packed].concat()
}

/// Writes column after column.
#[derive(Default)]
struct Writer {
    cells: Vec<String>,
    texts: Vec<Text>,
}

/// The dataset as one text.
///
/// # Errors
/// What cannot stand in it.
pub fn pack(data: &Dataset) -> Result<String, String> {
    let mut writer = Writer::default();
    writer.small_tables(data)?;
    writer.indicators(data)?;
    writer.observations(data)?;
    writer.pairs(data)?;
    let counts = [
        writer.texts.len(),
        data.sources.len(),
        data.areas.len(),
        data.units.len(),
        data.indicators.len(),
        data.observations.len(),
        data.pairs.len(),
    ];
    let mut cells = vec![codes(counts.into_iter())?];
    cells.extend(writer.texts.iter().map(|text| text.zh.clone()));
    cells.extend(writer.texts.iter().map(|text| text.en.clone()));
    cells.extend(writer.cells);
    match cells.iter().find(|cell| cell.contains(SEPARATOR)) {
        Some(cell) => Err(format!("'{cell}' holds the character that separates cells")),
        None => Ok(cells.join(&SEPARATOR.to_string())),
    }
}

/// What the packed form keeps of a dataset.
pub fn kept(data: &Dataset) -> Dataset {
    let mut data = data.clone();
    for row in &mut data.sources {
        (row.file, row.sha256) = (String::new(), String::new());
    }
    for row in &mut data.observations {
        row.char_start = 0;
    }
    data
}

fn codes(column: impl Iterator<Item = usize>) -> Result<String, String> {
    let code = |code: usize| u32::try_from(code).ok().and_then(|code| char::from_u32(u32::from(ZERO) + code));
    column.map(|given| code(given).ok_or_else(|| format!("{given} is too large for a code"))).collect()
}

/// The place of a value in its table of names.
fn place<T: Copy + PartialEq>(names: &[(&str, T)], value: T) -> usize {
    names.iter().position(|(_, known)| *known == value).unwrap_or_default()
}

fn day(date: Option<Date>) -> String {
    date.map(|day| format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)).unwrap_or_default()
}

fn days(period: Option<Period>) -> Text {
    let period = period.unwrap_or_default();
    Text { zh: day(period.start), en: day(period.end) }
}

fn bits(flags: Flags) -> usize {
    let set = [flags.misprint, flags.scope, flags.unit, flags.contradictory];
    set.into_iter().enumerate().map(|(bit, set)| usize::from(set) << bit).sum()
}

impl Writer {
    fn strings(&mut self, column: impl Iterator<Item = String>) {
        self.cells.extend(column);
    }

    fn codes(&mut self, column: impl Iterator<Item = usize>) -> Result<(), String> {
        self.cells.push(codes(column)?);
        Ok(())
    }

    fn steps(&mut self, column: impl Iterator<Item = usize>) -> Result<(), String> {
        let mut before = 0;
        let step = |to: usize| {
            let step = if to >= before { 2 * (to - before) } else { 2 * (before - to) - 1 };
            before = to;
            step
        };
        self.codes(column.map(step))
    }

    fn shared(&mut self, column: impl Iterator<Item = Text>) -> Result<(), String> {
        let first = self.texts.len();
        let mut found = Vec::new();
        for text in column {
            let known = self.texts[first..].iter().position(|known| *known == text);
            found.push(known.map_or(0, |at| at + 1));
            if known.is_none() {
                self.texts.push(text);
            }
        }
        self.codes(found.into_iter())
    }

    fn small_tables(&mut self, data: &Dataset) -> Result<(), String> {
        let sources = || data.sources.iter();
        self.strings(sources().map(|row| row.id.clone()));
        self.strings(sources().map(|row| row.publisher.clone()));
        self.strings(sources().map(|row| row.author.clone()));
        self.strings(sources().map(|row| row.reference.clone()));
        self.strings(sources().map(|row| row.url.clone()));
        self.shared(sources().map(|row| row.title.clone()))?;
        self.strings(sources().map(|row| day(row.published)));
        let areas = || data.areas.iter();
        self.strings(areas().map(|row| row.id.clone()));
        self.shared(areas().map(|row| row.name.clone()))?;
        self.codes(areas().map(|row| row.parent.map_or(0, |parent| parent + 1)))?;
        self.strings(data.units.iter().map(|row| row.id.clone()));
        let names = |row: &Unit| {
            let en = if row.one == row.many { row.one.clone() } else { format!("{};{}", row.one, row.many) };
            Text { zh: row.zh.clone(), en }
        };
        self.shared(data.units.iter().map(names))
    }

    fn indicators(&mut self, data: &Dataset) -> Result<(), String> {
        let rows = || data.indicators.iter();
        self.strings(rows().map(|row| row.id.clone()));
        self.shared(rows().map(|row| row.name.clone()))?;
        self.shared(rows().map(|row| row.field.clone()))?;
        self.shared(rows().map(|row| row.note.clone()))?;
        self.codes(rows().map(|row| place(&Domain::NAMES, row.domain)))?;
        self.codes(rows().map(|row| row.unit))?;
        self.codes(rows().map(|row| place(&Measure::NAMES, row.measure)))?;
        self.codes(rows().map(|row| place(&Temporal::NAMES, row.temporal)))?;
        self.codes(rows().map(|row| place(&Direction::NAMES, row.direction)))?;
        self.codes(rows().map(|row| usize::from(row.decimals)))?;
        self.codes(rows().map(|row| usize::from(row.from_bottom)))?;
        self.strings(rows().map(|row| row.field_size.map(|size| size.to_string()).unwrap_or_default()));
        Ok(())
    }

    fn observations(&mut self, data: &Dataset) -> Result<(), String> {
        let rows = || data.observations.iter();
        self.strings(rows().map(|row| {
            let id = id_by_rule(data, row, &days(Some(row.period)));
            if id == row.id { String::new() } else { row.id.clone() }
        }));
        self.strings(rows().map(|row| row.category.clone()));
        self.strings(rows().map(|row| row.words.clone()));
        self.strings(rows().map(|row| row.printed.clone()));
        self.steps(rows().map(|row| row.indicator))?;
        self.codes(rows().map(|row| row.area))?;
        self.codes(rows().map(|row| place(&DateBasis::NAMES, row.date_basis)))?;
        self.codes(rows().map(|row| place(&Status::NAMES, row.status)))?;
        self.codes(rows().map(|row| place(&Basis::NAMES, row.basis)))?;
        self.codes(rows().map(|row| row.source))?;
        self.codes(rows().map(|row| bits(row.flags)))?;
        self.codes(rows().map(|row| row.paragraph as usize))?;
        let qualifier = |row: &super::Observation| row.figure.map(|figure| figure.qualifier);
        self.codes(rows().map(|row| place(&Qualifier::NAMES, qualifier(row).unwrap_or_default())))?;
        self.shared(rows().map(|row| days(Some(row.period))))?;
        self.shared(rows().map(|row| days(row.base_period)))?;
        self.shared(rows().map(|row| row.section.clone()))?;
        self.shared(rows().map(|row| row.note.clone()))?;
        let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
        self.strings(rows().map(|row| number(row.figure.map(|figure| figure.value))));
        self.strings(rows().map(|row| number(row.figure.and_then(|figure| figure.high))));
        Ok(())
    }

    fn pairs(&mut self, data: &Dataset) -> Result<(), String> {
        let rows = || data.pairs.iter();
        self.steps(rows().map(|row| row.target))?;
        self.steps(rows().map(|row| row.outcome))?;
        self.codes(rows().map(|row| place(&Relation::NAMES, row.relation)))?;
        self.shared(rows().map(|row| row.reason.clone()))
    }
}
