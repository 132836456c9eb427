//! Turns the built-in figures into what `<indicator-monitor>` fetches, a JSON file a language, and into the list that
//! stands in its place until then: every figure by domain, readable without scripts.

use anyhow::{Result, anyhow};
use indicator_chart::Dataset;
use indicator_chart::dataset;
use indicator_chart::monitor::{Document, Entry, Fact, Monitor, Target, read, verdicts};
use indicator_chart::words::Lang;
use serde_json::{Value, json};

use indicator_chart::embed::escape;

/// The names of the files, and their languages.
pub(crate) const FILES: [(&str, Lang); 2] =
    [("indicator-monitor.zh.json", Lang::Zh), ("indicator-monitor.en.json", Lang::En)];

/// The files of packed figures, by name and text.
pub(crate) fn files(packed: &[u8], name: &str) -> Result<Vec<(String, String)>> {
    let dataset = dataset::figures(packed).map_err(|error| anyhow!("{}", error.message(Lang::En)))?;
    let mut files = Vec::new();
    for (end, lang) in [("zh", Lang::Zh), ("en", Lang::En)] {
        files.push((format!("{name}.{end}.json"), file(&gathered(&dataset, lang)?, lang)));
    }
    Ok(files)
}

/// Everything a monitor tells in one language.
pub(crate) fn gathered(dataset: &Dataset, lang: Lang) -> Result<Monitor> {
    read(dataset, lang).map_err(|error| anyhow!("{}", error.message(lang)))
}

/// The same as a file.
pub(crate) fn file(monitor: &Monitor, lang: Lang) -> String {
    let named = |(id, name): &(String, String)| json!({ "id": id, "name": name });
    let worded = |(id, name): &(&str, &str)| json!({ "id": id, "name": name });
    json!({
        "version": 1,
        "lang": lang.tag(),
        "domains": monitor.domains.iter().map(worded).collect::<Vec<_>>(),
        "verdicts": verdicts(lang).iter().map(worded).collect::<Vec<_>>(),
        "areas": monitor.areas.iter().map(named).collect::<Vec<_>>(),
        "sources": monitor.sources.iter().map(document).collect::<Vec<_>>(),
        "indicators": monitor.indicators.iter().map(entry).collect::<Vec<_>>(),
    })
    .to_string()
}

fn document(source: &Document) -> Value {
    json!({
        "id": source.id, "title": source.title, "author": source.author, "publisher": source.publisher,
        "published": source.published, "reference": source.reference, "url": source.url,
    })
}

fn entry(entry: &Entry) -> Value {
    json!({
        "id": entry.id, "name": entry.name, "other": entry.other, "domain": entry.domain, "unit": entry.unit,
        "note": entry.note, "among": entry.among,
        "figures": entry.figures.iter().map(fact).collect::<Vec<_>>(),
        "targets": entry.targets.iter().map(target).collect::<Vec<_>>(),
    })
}

fn fact(fact: &Fact) -> Value {
    json!({
        "id": fact.id, "status": fact.status, "area": fact.area, "when": fact.when, "start": fact.span[0],
        "end": fact.span[1], "value": fact.value, "number": fact.number, "printed": fact.printed,
        "word": fact.word, "change": fact.change, "note": fact.note,
        "flags": fact.flags.split_whitespace().collect::<Vec<_>>(), "dateBasis": fact.date_basis, "basis": fact.basis,
        "source": fact.source, "section": fact.section, "paragraph": fact.paragraph,
    })
}

fn target(target: &Target) -> Value {
    let share =
        target.share.as_ref().map(|(text, low, high)| json!({ "text": text, "low": low, "high": high }));
    let elapsed = target.elapsed.as_ref();
    let pace = |need: &indicator_chart::monitor::Need| json!({ "unit": need.unit, "text": need.text });
    json!({
        "target": target.target, "outcome": target.outcome, "outcomeIndicator": target.outcome_indicator,
        "relation": target.relation, "verdict": target.verdict, "name": target.name, "facts": target.facts,
        "rule": target.rule, "share": share, "elapsed": elapsed.map(|(gone, _)| gone),
        "elapsedText": elapsed.map_or("", |(_, text)| text.as_str()),
        "pace": target.pace.iter().map(pace).collect::<Vec<_>>(),
        "rest": if target.rest.is_empty() { Value::Null } else { json!({ "text": target.rest }) },
        "unlike": target.unlike.iter().map(|unlike| json!({
            "id": unlike.id, "indicator": unlike.indicator, "name": unlike.name, "value": unlike.value,
            "when": unlike.when, "reason": unlike.reason,
        })).collect::<Vec<_>>(),
    })
}

/// The words of the list: table heads, and what stands before a target.
struct Words {
    head: [&'static str; 4],
    target: &'static str,
    forecast: &'static str,
}

const ZH: Words =
    Words { head: ["指标", "数值", "时间", "出处"], target: "目标", forecast: "预计" };
const EN: Words = Words {
    head: ["Indicator", "Figure", "Period", "Where it is printed"],
    target: "Target",
    forecast: "Forecast",
};

/// Every figure by domain, as tables.
pub(crate) fn fallback(monitor: &Monitor, lang: Lang) -> String {
    let words = if lang == Lang::Zh { &ZH } else { &EN };
    let mut html = String::new();
    for (id, name) in &monitor.domains {
        let head: String = words.head.iter().map(|text| format!("<th scope=\"col\">{text}</th>")).collect();
        html += &format!(
            "<section class=\"domain\"><h2 id=\"domain-{id}\">{}</h2><table><thead><tr>{head}</tr></thead><tbody>",
            escape(name)
        );
        for entry in monitor.indicators.iter().filter(|entry| entry.domain == *id) {
            for fact in &entry.figures {
                html += &row(entry, fact, words);
            }
        }
        html += "</tbody></table></section>";
    }
    html
}

fn row(entry: &Entry, fact: &Fact, words: &Words) -> String {
    let status = match fact.status {
        "target" => words.target,
        "forecast" => words.forecast,
        _ => "",
    };
    let judged = entry.targets.iter().find(|target| target.target == fact.id);
    let parts = [status, &fact.value, judged.map_or("", |target| target.name)];
    let mut value = String::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        value += if value.is_empty() { "" } else { " · " };
        value += &escape(part);
    }
    format!(
        "<tr><th scope=\"row\">{}</th><td>{value}</td><td>{}</td><td>{}</td></tr>",
        escape(&fact.name),
        escape(&fact.when),
        escape(&fact.place)
    )
}

#[cfg(test)]
mod tests {
    use indicator_chart::dataset::builtin;
    use indicator_chart::words::Lang;

    use super::{fallback, file, gathered};

    #[test]
    fn a_file_holds_every_figure_and_is_json() {
        let data = builtin();
        for lang in [Lang::Zh, Lang::En] {
            let text = file(&gathered(&data, lang).unwrap(), lang);
            let read: serde_json::Value = serde_json::from_str(&text).unwrap();
            let figures = read["indicators"].as_array().unwrap().iter();
            let count: usize = figures.map(|entry| entry["figures"].as_array().unwrap().len()).sum();
            assert_eq!(count, data.observations.len());
            let verdicts = read["verdicts"].as_array().unwrap();
            let name =
                |id: &str| verdicts.iter().find(|each| each["id"] == id).map(|each| each["name"].clone());
            for entry in read["indicators"].as_array().unwrap() {
                for target in entry["targets"].as_array().unwrap() {
                    let id = target["verdict"].as_str().unwrap();
                    assert_eq!(name(id), Some(target["name"].clone()), "{id}");
                }
                // A day that the document does not give was not concluded from it either.
                for figure in entry["figures"].as_array().unwrap() {
                    let [start, end, basis] =
                        ["start", "end", "dateBasis"].map(|key| figure[key].as_str().unwrap());
                    assert_eq!(basis == "unknown", start.is_empty() && end.is_empty(), "{}", figure["id"]);
                    assert_eq!(basis == "printed", figure["basis"] == "", "{}", figure["id"]);
                }
            }
        }
    }

    #[test]
    fn the_readme_counts_the_targets_of_the_monitor() {
        let monitor = gathered(&builtin(), Lang::En).unwrap();
        let targets: Vec<_> = monitor.indicators.iter().flat_map(|entry| &entry.targets).collect();
        let none = targets.iter().filter(|target| target.verdict == "no-outcome").count();
        let open = targets.iter().filter(|target| target.verdict == "undetermined").count();
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../README.md");
        let readme = std::fs::read_to_string(root).unwrap();
        let said = format!(
            "{} targets, {} with an outcome, {open} of them undetermined",
            targets.len(),
            targets.len() - none
        );
        assert!(readme.split_whitespace().collect::<Vec<_>>().join(" ").contains(&said), "{said}");
    }

    #[test]
    fn figures_of_one_s_own_become_a_file_a_language() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let packed = crate::figures::packed(&root, "tests/fixtures/figures").unwrap();
        let files = super::files(&packed, "own").unwrap();
        assert_eq!(
            files.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
            ["own.zh.json", "own.en.json"]
        );
        assert!(files[1].1.contains("\"lang\":\"en\""));
        assert!(super::files(b"nothing", "own").is_err());
    }

    #[test]
    fn the_list_without_scripts_has_a_row_a_figure_and_nothing_of_the_data_is_markup() {
        let mut data = builtin();
        data.indicators[0].name.en = "<b>&".to_owned();
        let html = fallback(&gathered(&data, Lang::En).unwrap(), Lang::En);
        assert_eq!(html.matches("<tr><th scope=\"row\">").count(), data.observations.len());
        assert!(html.contains("&lt;b&gt;&amp;") && !html.contains("<b>"));
    }
}
