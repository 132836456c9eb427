//! Turns the dataset's targets into what was planned beside what was printed of it, and its figures into what the
//! documents print of the same thing.

use indicator_chart::monitor::{Entry, Fact, Monitor, Target, counted};
use indicator_chart::words::Lang;

use indicator_chart::embed::escape;

/// The verdict on a target of which no outcome is printed.
const SILENT: &str = "no-outcome";

/// One text in the page's language.
fn said<'a>(lang: Lang, zh: &'a str, en: &'a str) -> &'a str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// A figure that what fills pages gives its text.
pub(crate) fn figure(id: &str) -> String {
    format!("<indicator-figure observation=\"{}\"></indicator-figure>", escape(id))
}

fn fact<'a>(entry: &'a Entry, id: &str) -> Option<&'a Fact> {
    entry.figures.iter().find(|fact| fact.id == id)
}

fn anywhere<'a>(monitor: &'a Monitor, id: &str) -> Option<&'a Fact> {
    monitor.indicators.iter().find_map(|entry| fact(entry, id))
}

/// A target's year, or `open` where it has no last day.
fn year(fact: &Fact) -> &str {
    fact.span[1].get(..4).unwrap_or("open")
}

/// The targets of a year with their indicators, in the order of the domains.
pub(crate) fn of_year<'a>(monitor: &'a Monitor, wanted: &str) -> Vec<(&'a Entry, &'a Target, &'a Fact)> {
    let mut found = Vec::new();
    for (domain, _) in &monitor.domains {
        for entry in monitor.indicators.iter().filter(|entry| entry.domain == *domain) {
            for target in &entry.targets {
                if let Some(fact) = fact(entry, &target.target).filter(|fact| year(fact) == wanted) {
                    found.push((entry, target, fact));
                }
            }
        }
    }
    found
}

/// How many targets a year has, how many have a printed outcome, and what came of those.
pub(crate) fn counts(monitor: &Monitor, wanted: &str, lang: Lang) -> String {
    let all = of_year(monitor, wanted);
    let count = |verdict: &str| all.iter().filter(|(_, target, _)| target.verdict == verdict).count();
    let printed = all.len() - count(SILENT);
    let mut parts = Vec::new();
    for (id, name) in counted(lang).into_iter().filter(|(id, _)| *id != SILENT) {
        parts.push(match lang {
            Lang::Zh => format!("{name}{}项", count(id)),
            Lang::En => format!("{} {name}", count(id)),
        });
    }
    let (silent, documents) = (count(SILENT), monitor.sources.len());
    match lang {
        Lang::Zh => format!(
            "<b>{}项目标，{printed}项有公布的结果</b>：{}。其余{silent}项，{documents}份文件都没有公布可以对照的结果。",
            all.len(),
            parts.join("，"),
        ),
        Lang::En => format!(
            "<b>Of {}, {printed} {} a printed outcome</b>: {}. Of the other {silent}, none of the {documents} documents \
             prints an outcome that could be held against them.",
            targets_en(all.len()),
            if printed == 1 { "has" } else { "have" },
            parts.join(", "),
        ),
    }
}

fn targets_en(count: usize) -> String {
    if count == 1 { "1 target".to_owned() } else { format!("{count} targets") }
}

/// The targets of a year by domain; those with an outcome first.
pub(crate) fn targets(monitor: &Monitor, wanted: &str, lang: Lang) -> String {
    let all = of_year(monitor, wanted);
    let mut html = String::new();
    for (domain, name) in &monitor.domains {
        let mut own: Vec<_> = all.iter().filter(|(entry, ..)| entry.domain == *domain).collect();
        if own.is_empty() {
            continue;
        }
        own.sort_by_key(|(_, target, _)| (target.outcome.is_empty(), target.unlike.is_empty()));
        html += &format!("<h3>{}</h3><ul class=\"targets\">", escape(name));
        for (_, target, fact) in own {
            html += &row(monitor, target, fact, lang);
        }
        html += "</ul>";
    }
    html
}

/// One target: what was demanded, what was printed of it, and what must not be taken for it.
pub(crate) fn row(monitor: &Monitor, target: &Target, fact: &Fact, lang: Lang) -> String {
    let goal = format!("<span class=\"goal\">{} {}</span>", said(lang, "目标", "Target"), figure(&fact.id));
    let outcome = match target.outcome.as_str() {
        "" => String::new(),
        id => format!(
            "<span class=\"outcome\">{} {}{}</span>",
            said(lang, "结果", "Outcome"),
            figure(id),
            by(monitor, target, lang)
        ),
    };
    let verdict = format!("<span class=\"verdict {}\">{}</span>", target.verdict, escape(target.name));
    let facts =
        if target.facts.is_empty() { String::new() } else { format!("<p>{}</p>", escape(&target.facts)) };
    let mut unlike = String::new();
    for other in &target.unlike {
        unlike +=
            &format!("<li>{} {} {}</li>", escape(&other.name), figure(&other.id), escape(&other.reason));
    }
    if !unlike.is_empty() {
        let summary = said(lang, "看似可比、其实不能比的数字", "Figures that look comparable and are not");
        unlike = format!("<details><summary>{summary}</summary><ul>{unlike}</ul></details>");
    }
    let name = escape(&fact.name);
    format!("<li><b>{name}</b><div>{goal}{outcome}</div>{verdict}{facts}{unlike}</li>")
}

/// When the outcome stands, and under which name where that is another one.
fn by(monitor: &Monitor, target: &Target, lang: Lang) -> String {
    let Some(entry) = monitor.indicators.iter().find(|entry| entry.id == target.outcome_indicator) else {
        return String::new();
    };
    let when = fact(entry, &target.outcome).map_or("", |fact| fact.when.as_str());
    if when.is_empty() {
        return String::new();
    }
    match lang {
        Lang::Zh => format!("<span>（{}）</span>", escape(when)),
        Lang::En => format!(" <span>({})</span>", escape(when)),
    }
}

/// Figures that contradict each other, or that are likely misprinted, side by side with the reason.
pub(crate) fn disagreements(monitor: &Monitor, lang: Lang) -> String {
    let mut groups: Vec<(&str, Vec<(&Entry, &Fact)>)> = Vec::new();
    for entry in &monitor.indicators {
        for fact in entry.figures.iter().filter(|fact| !fact.flags.is_empty()) {
            match groups.iter_mut().find(|(note, _)| *note == fact.note) {
                Some((_, group)) => group.push((entry, fact)),
                None => groups.push((&fact.note, vec![(entry, fact)])),
            }
        }
    }
    let mut html = String::from("<ul class=\"apart\">");
    for (note, group) in groups {
        let mut shown: Vec<String> = group
            .iter()
            .map(|(_, fact)| format!("<b>{}</b> {}", escape(&fact.name), figure(&fact.id)))
            .collect();
        // What stands alone is held against something: another figure of its indicator, or one that looks like its answer.
        if let [(entry, own)] = group.as_slice() {
            let mut beside: Vec<&str> =
                entry.figures.iter().map(|fact| fact.id.as_str()).filter(|id| *id != own.id).collect();
            for target in entry.targets.iter().filter(|target| target.target == own.id) {
                beside.extend(target.unlike.iter().map(|unlike| unlike.id.as_str()));
            }
            let mut told = Vec::new();
            for id in beside {
                if let Some(other) = anywhere(monitor, id).filter(|_| !told.contains(&id)) {
                    told.push(id);
                    shown.push(format!("{} {} {}", escape(&other.name), escape(&other.when), figure(id)));
                }
            }
        }
        // What stands in the way of the last ones is in their own characters, or in their note.
        if let ([(_, own)], 1) = (group.as_slice(), shown.len()) {
            let printed = said(lang, "原文", "as printed");
            let id = escape(&own.id);
            shown.push(format!(
                "{printed} <indicator-figure observation=\"{id}\" form=\"printed\"></indicator-figure>"
            ));
        }
        html += &format!("<li>{}<p>{}</p></li>", shown.join(said(lang, "；", "; ")), escape(note));
    }
    html + "</ul>"
}

/// Indicators that more than one document prints, each with its figures in time.
pub(crate) fn several(monitor: &Monitor, lang: Lang) -> String {
    let mut html = String::from("<ul class=\"several\">");
    for entry in &monitor.indicators {
        let Some(first) = entry.figures.first() else { continue };
        if entry.figures.iter().all(|fact| fact.source == first.source) {
            continue;
        }
        html += &format!("<li><b>{}</b><ol>", escape(&entry.name));
        for fact in &entry.figures {
            let status = match fact.status {
                "target" => said(lang, "目标", "target"),
                "forecast" => said(lang, "预计", "forecast"),
                _ => "",
            };
            let source = monitor.sources.get(fact.source).map_or("", |source| source.title.as_str());
            html += &format!(
                "<li><span class=\"when\">{}</span> {status} {} <cite>{}</cite></li>",
                escape(if fact.when.is_empty() {
                    said(lang, "没有期限", "no deadline")
                } else {
                    &fact.when
                }),
                figure(&fact.id),
                escape(source)
            );
        }
        html += "</ol></li>";
    }
    html + "</ul>"
}

#[cfg(test)]
mod tests {
    use indicator_chart::dataset::builtin;
    use indicator_chart::words::Lang;

    use super::{counts, disagreements, targets_en};
    use crate::monitor::gathered;

    #[test]
    fn counts_take_the_engine_s_words_and_one_target_is_no_plural() {
        let monitor = gathered(&builtin(), Lang::En).unwrap();
        let text = counts(&monitor, "2023", Lang::En);
        assert!(
            text.contains(" met, ") && text.contains(" ahead of pace, ") && !text.contains("without"),
            "{text}"
        );
        assert!(counts(&gathered(&builtin(), Lang::Zh).unwrap(), "2023", Lang::Zh).contains("慢于进度"));
        assert_eq!((targets_en(1).as_str(), targets_en(2).as_str()), ("1 target", "2 targets"));
        assert!(counts(&monitor, "1999", Lang::En).starts_with("<b>Of 0 targets, 0 have"));
    }

    #[test]
    fn every_figure_that_disagrees_stands_beside_what_it_disagrees_with() {
        let html = disagreements(&gathered(&builtin(), Lang::En).unwrap(), Lang::En);
        for item in html.split("<li>").skip(1) {
            assert!(item.matches("<indicator-figure").count() > 1, "{item}");
        }
        let beds =
            html.split("<li>").find(|item| item.contains("care-beds-added@zhengzhou/2023/target")).unwrap();
        for id in [
            "care-beds-added@zhengzhou/2024-01-01..2024-12-21/actual",
            "care-beds@zhengzhou/2024-09-18/actual",
        ] {
            assert_eq!(beds.matches(&format!("\"{id}\"")).count(), 1, "{beds}");
        }
    }
}
