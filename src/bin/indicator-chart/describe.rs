//! `describe`: a chart into words, the same that its element answers with.

use std::fmt::Write as _;

use clap::ArgMatches;
use indicator_chart::chart::Table;
use serde_json::{Value, json};

use crate::arguments::flag;
use crate::asked::{Asked, WIDTH};
use crate::fault::Told;
use crate::{output, words};

pub(crate) fn run(given: &ArgMatches) -> Told<()> {
    let asked = Asked::new(given)?;
    let chart = asked.chart(WIDTH)?;
    let (lang, table) = (chart.spec().lang, chart.table());
    if flag(given, "json") {
        let answer = json!({
            "label": chart.label(),
            "summary": chart.summary(),
            "table": object(&table),
            "kind": chart.kind(),
            "why": chart.why(),
            "warnings": chart.warnings(),
        });
        return output::print(format!("{answer:#}\n").as_bytes());
    }
    let mut out = format!("{}\n\n{}\n\n", chart.label(), chart.summary());
    for row in [&table.head].into_iter().chain(&table.rows) {
        out += &row.join("\t");
        out.push('\n');
    }
    out.push('\n');
    for note in &table.notes {
        out += note;
        out.push('\n');
    }
    let mut named = vec![(words::KIND, chart.kind().to_owned()), (words::WHY, chart.why().to_owned())];
    named.extend(chart.warnings().into_iter().map(|warning| (words::WARNING, warning)));
    for (name, text) in named.iter().filter(|(_, text)| !text.is_empty()) {
        // Writing to memory cannot fail.
        let _ = writeln!(out, "{}\t{text}", name.get(lang));
    }
    output::print(out.as_bytes())
}

fn object(table: &Table) -> Value {
    json!({
        "caption": table.caption,
        "about": table.about,
        "head": table.head,
        "rows": table.rows,
        "notes": table.notes,
    })
}
