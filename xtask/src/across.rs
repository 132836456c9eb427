//! Turns the dataset's targets into what was planned beside what was printed of it, and its figures into what the
//! documents print of the same thing.

use indicator_chart::monitor::{Entry, Fact, Monitor, Target};
use indicator_chart::words::Lang;

use crate::prerender::escape;

/// The verdicts in the order in which a reader wants them, with their words in a count.
const VERDICTS: [(&str, &str, &str); 6] = [
    ("met", "已达到", "met"),
    ("ahead", "快于进度", "ahead of pace"),
    ("behind", "慢于进度", "behind pace"),
    ("missed", "未达到", "missed"),
    ("undetermined", "不能判断", "undetermined"),
    ("no-outcome", "来源没有公布结果", "without a printed outcome"),
];

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
    let printed = all.len() - count("no-outcome");
    let parts: Vec<String> = VERDICTS[..5]
        .iter()
        .map(|(id, zh, en)| match lang {
            Lang::Zh => format!("{zh}{}项", count(id)),
            Lang::En => format!("{} {en}", count(id)),
        })
        .collect();
    match lang {
        Lang::Zh => format!(
            "<b>{}项目标，{printed}项有公布的结果</b>：{}。其余{}项，{}份文件都没有公布可以对照的结果。",
            all.len(),
            parts.join("，"),
            count("no-outcome"),
            monitor.sources.len()
        ),
        Lang::En => format!(
            "<b>Of {} targets, {printed} have a printed outcome</b>: {}. Of the other {}, none of the {} documents \
             prints an outcome that could be held against them.",
            all.len(),
            parts.join(", "),
            count("no-outcome"),
            monitor.sources.len()
        ),
    }
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
        for (entry, target, fact) in own {
            html += &row(monitor, entry, target, fact, lang);
        }
        html += "</ul>";
    }
    html
}

/// One target: what was demanded, what was printed of it, and what must not be taken for it.
pub(crate) fn row(monitor: &Monitor, entry: &Entry, target: &Target, fact: &Fact, lang: Lang) -> String {
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
    let name = escape(&named(monitor, entry, fact));
    format!("<li><b>{name}</b><div>{goal}{outcome}</div>{verdict}{facts}{unlike}</li>")
}

/// The indicator, with its area where that is not the whole that the dataset speaks of.
fn named(monitor: &Monitor, entry: &Entry, fact: &Fact) -> String {
    let whole = monitor.areas.first().is_some_and(|(id, _)| *id == fact.area);
    let area = monitor.areas.iter().find(|(id, _)| *id == fact.area).filter(|_| !whole);
    area.map_or_else(|| entry.name.clone(), |(_, area)| format!("{} · {area}", entry.name))
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
            .map(|(entry, fact)| format!("<b>{}</b> {}", escape(&entry.name), figure(&fact.id)))
            .collect();
        // What the others of its indicator print stands beside a figure that stands alone.
        if let [(entry, own)] = group.as_slice() {
            for other in entry.figures.iter().filter(|fact| fact.id != own.id) {
                shown.push(format!("{} {}", escape(&other.when), figure(&other.id)));
            }
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
