//! Turns a page whose sentences name observations into the same page with their figures in words, each linked to the
//! line at the page's end that says where it is printed, or what it was computed from.
//!
//! `<indicator-figure observation="ID" form="…" from="ID"></indicator-figure>` is filled with the text; `<ol
//! data-figures></ol>`, after the last of them, with the citations; and `[[ID]]`, `[[ID|form]]` or `[[ID|form|FROM]]` in a
//! chart's own texts with the text alone: its citations stand in the list, too.

use std::cell::RefCell;

use anyhow::{Context, Result, anyhow, bail};
use indicator_chart::Dataset;
use indicator_chart::monitor::{Form, basis, citation, quoted};
use indicator_chart::words::Lang;
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};

use indicator_chart::embed::escape;

/// The texts of a chart that an author writes.
pub(crate) const TEXTS: [&str; 6] = ["heading", "subheading", "note", "source", "alt", "annotations"];
/// The attributes that hold such texts as JSON.
pub(crate) const SPECS: [&str; 2] = ["spec", "data-spec"];

/// What a sentence takes: an observation, which text of it, and what it is held against.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Asked {
    id: String,
    form: String,
    from: Option<String>,
}

impl Asked {
    /// `ID`, `ID|form` or `ID|form|FROM`.
    fn of(inside: &str) -> Self {
        let mut parts = inside.split('|').map(|part| part.trim().to_owned());
        let (id, form) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        Self { id, form, from: parts.next() }
    }

    fn form(&self) -> Result<Form> {
        let known = || Form::NAMES.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(" | ");
        let found = Form::NAMES.iter().find(|(known, _)| *known == self.form);
        found
            .map(|(_, form)| *form)
            .with_context(|| format!("form=\"{}\" is not one of {}", self.form, known()))
    }

    fn text(&self, dataset: &Dataset, lang: Lang) -> Result<String> {
        let made = quoted(dataset, &self.id, self.form()?, self.from.as_deref(), lang);
        made.map_err(|why| anyhow!("figure {} {}: {}", self.id, self.form, why.message()))
    }
}

/// A line of the list: a figure, the lines that it was computed from, and how often sentences use it.
#[derive(Debug)]
struct Line {
    asked: Asked,
    rests: Vec<usize>,
    used: usize,
}

/// The figures of a page in order of first use.
#[derive(Debug, Default)]
struct Uses {
    lines: Vec<Line>,
    listed: bool,
}

impl Uses {
    /// Where a figure stands in the list: all texts of one observation that are printed share a line, what is computed
    /// has one of its own.
    fn place(&mut self, asked: &Asked, dataset: &Dataset) -> Result<usize> {
        let computed = asked.form()?.computed();
        let own = if computed { asked.clone() } else { Asked { id: asked.id.clone(), ..Asked::default() } };
        if let Some(place) = self.lines.iter().position(|line| line.asked == own) {
            return Ok(place);
        }
        let place = self.lines.len();
        self.lines.push(Line { asked: own, rests: Vec::new(), used: 0 });
        if computed {
            let found = basis(dataset, &asked.id, asked.form()?, asked.from.as_deref());
            for id in found.map_err(|why| anyhow!("{}: {}", asked.id, why.message()))? {
                let rests = self.place(&Asked { id, ..Asked::default() }, dataset)?;
                self.lines[place].rests.push(rests);
            }
        }
        Ok(place)
    }

    /// The uses of a line in sentences, and of all that was computed from it.
    fn ways_back(&self, place: usize) -> Vec<(usize, usize)> {
        let own = |(at, line): (usize, &Line)| (1..=line.used).map(move |turn| (at + 1, turn));
        let rests = |(at, line): &(usize, &Line)| *at == place || line.rests.contains(&place);
        self.lines.iter().enumerate().filter(rests).flat_map(own).collect()
    }
}

/// Fills every figure of `source`, a page in the language that its root names.
pub(crate) fn page(source: &str, dataset: &Dataset) -> Result<String> {
    let lang = RefCell::new(Lang::Zh);
    let uses = RefCell::new(Uses::default());
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("html[lang]", |html| {
            lang.replace(Lang::of(&html.get_attribute("lang").unwrap_or_default()));
            Ok(())
        }))
        .append_element_content_handler(element!("indicator-figure", |figure| {
            let filled = figure_text(figure, &mut uses.borrow_mut(), dataset, *lang.borrow());
            figure.set_inner_content(&filled.map_err(|error| format!("{error:#}"))?, ContentType::Html);
            let form = figure.get_attribute("form").unwrap_or_default();
            if Form::NAMES.iter().any(|(name, known)| *name == form && known.computed()) {
                figure.set_attribute("data-computed", &form)?;
            }
            Ok(())
        }))
        .append_element_content_handler(element!("ol[data-figures]", |list| {
            let mut uses = uses.borrow_mut();
            uses.listed = true;
            let items = items(&uses, dataset, *lang.borrow()).map_err(|error| format!("{error:#}"))?;
            list.set_inner_content(&items, ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!("indicator-chart", |chart| {
            let (uses, lang) = (&mut uses.borrow_mut(), *lang.borrow());
            chart_texts(chart, uses, dataset, lang).map_err(|error| format!("{error:#}").into())
        }))
        .append_element_content_handler(element!("[spec], [data-spec]", |step| {
            let (uses, lang) = (&mut uses.borrow_mut(), *lang.borrow());
            spec_texts(step, uses, dataset, lang).map_err(|error| format!("{error:#}").into())
        }));
    let html = rewrite_str(source, settings).map_err(|error| anyhow!("{error}"))?;
    let uses = uses.into_inner();
    if uses.lines.iter().any(|line| line.used > 0) && !uses.listed {
        bail!("the page cites figures and has no <ol data-figures></ol> to say where they are printed");
    }
    Ok(html)
}

fn figure_text(figure: &Element<'_, '_>, uses: &mut Uses, dataset: &Dataset, lang: Lang) -> Result<String> {
    if uses.listed {
        bail!("a figure stands after <ol data-figures>, which could not list it");
    }
    // HTML reads it as an open tag: what follows would be inside, and replaced.
    if figure.is_self_closing() {
        bail!("<indicator-figure … /> does not close: write <indicator-figure …></indicator-figure>");
    }
    let value = |name: &str| figure.get_attribute(name).map(|text| text.trim().to_owned());
    let id = value("observation").context("<indicator-figure> has no observation")?;
    let asked = Asked { id, form: value("form").unwrap_or_default(), from: value("from") };
    let text = asked.text(dataset, lang)?;
    let place = uses.place(&asked, dataset)?;
    uses.lines[place].used += 1;
    let (number, turn) = (place + 1, uses.lines[place].used);
    // The document's own characters are Chinese in every edition.
    let own = if asked.form == "printed" && lang == Lang::En { " lang=\"zh-CN\"" } else { "" };
    Ok(format!("<a href=\"#figure-{number}\" id=\"cited-{number}-{turn}\"{own}>{}</a>", escape(&text)))
}

/// What is computed, by name.
fn named(form: Form, lang: Lang) -> &'static str {
    let (zh, en) = match form {
        Form::Change => ("相差", "difference"),
        Form::Growth => ("增减幅度", "growth"),
        Form::Rest => ("其余部分的比例", "what is left of the whole"),
        Form::TargetShare => ("相当于目标的比例", "share of the target"),
        Form::Elapsed => ("目标的时间已过的比例", "share of the target’s time gone"),
        Form::Remaining => ("距目标还差", "left to the target"),
        Form::Verdict => ("判断", "verdict"),
        Form::Value | Form::Number | Form::Printed | Form::Period => ("", ""),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

fn part(class: &str, text: &str) -> String {
    match text {
        "" => String::new(),
        text => format!(" <span class=\"figure-{class}\">{}</span>", escape(text)),
    }
}

fn items(uses: &Uses, dataset: &Dataset, lang: Lang) -> Result<String> {
    let back = match lang {
        Lang::Zh => "回到正文",
        Lang::En => "Back to the text",
    };
    let mut html = String::new();
    for (place, line) in uses.lines.iter().enumerate() {
        let item = if line.rests.is_empty() {
            printed(&line.asked.id, dataset, lang)?
        } else {
            computed(line, uses, dataset, lang)?
        };
        let kind = if line.rests.is_empty() {
            String::new()
        } else {
            format!(" data-computed=\"{}\"", line.asked.form)
        };
        html += &format!("<li id=\"figure-{}\"{kind}>{item}", place + 1);
        for (number, turn) in uses.ways_back(place) {
            html += &format!(
                " <a class=\"figure-back\" href=\"#cited-{number}-{turn}\" aria-label=\"{back}\">↩</a>"
            );
        }
        html += "</li>";
    }
    Ok(html)
}

/// Where a figure is printed.
fn printed(id: &str, dataset: &Dataset, lang: Lang) -> Result<String> {
    let cited = citation(dataset, id, lang).map_err(|why| anyhow!("{id}: {}", why.message()))?;
    Ok(format!(
        "<b>{}</b>{}{}{} <q class=\"figure-printed\" lang=\"zh-CN\">{}</q>{}{}",
        escape(&cited.indicator),
        part("when", &cited.when),
        // What the document prints in the same characters is not said twice.
        part("value", if cited.value == cited.printed { "" } else { &cited.value }),
        part("status", &cited.status),
        escape(&cited.printed),
        part("place", &cited.place),
        part("note", &cited.note),
    ))
}

/// What no document prints, with links to what it was computed from.
fn computed(line: &Line, uses: &Uses, dataset: &Dataset, lang: Lang) -> Result<String> {
    let (from, gap, colon) = match lang {
        Lang::Zh => ("由下列数字算出", "、", "："),
        Lang::En => ("computed from", ", ", ": "),
    };
    let cited = |id: &str| citation(dataset, id, lang).map_err(|why| anyhow!("{id}: {}", why.message()));
    let mut links = Vec::new();
    for place in &line.rests {
        let each = cited(&uses.lines[*place].asked.id)?;
        let text: Vec<&str> = [each.when.as_str(), &each.status, &each.value]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect();
        links.push(format!("<a href=\"#figure-{}\">{}</a>", place + 1, escape(&text.join(" "))));
    }
    Ok(format!(
        "<b>{}</b>{}{} <span class=\"figure-basis\">{from}{colon}{}</span>",
        escape(&cited(&line.asked.id)?.indicator),
        part("form", named(line.asked.form()?, lang)),
        part("value", &line.asked.text(dataset, lang)?),
        links.join(gap)
    ))
}

fn chart_texts(chart: &mut Element<'_, '_>, uses: &mut Uses, dataset: &Dataset, page: Lang) -> Result<()> {
    for name in TEXTS {
        for (name, lang) in
            [(name.to_owned(), page), (format!("{name}-zh"), Lang::Zh), (format!("{name}-en"), Lang::En)]
        {
            fill(chart, &name, uses, dataset, (page, lang))?;
        }
    }
    Ok(())
}

fn spec_texts(step: &mut Element<'_, '_>, uses: &mut Uses, dataset: &Dataset, page: Lang) -> Result<()> {
    SPECS.iter().try_for_each(|name| fill(step, name, uses, dataset, (page, page)))
}

/// Fills one attribute in its language; what a reader of the page's language sees there is listed at its end.
fn fill(
    element: &mut Element<'_, '_>,
    name: &str,
    uses: &mut Uses,
    dataset: &Dataset,
    (page, lang): (Lang, Lang),
) -> Result<()> {
    let Some(written) = element.get_attribute(name).filter(|text| text.contains("[[")) else { return Ok(()) };
    let (mut filled, mut rest) = (String::new(), written.as_str());
    while let Some((before, from)) = rest.split_once("[[") {
        let told = || format!("{name}=\"{written}\"");
        let (inside, after) = from.split_once("]]").context("[[ has no ]]").with_context(told)?;
        let asked = Asked::of(inside);
        filled += before;
        filled += &escape(&asked.text(dataset, lang).with_context(told)?);
        rest = after;
        if page == lang && uses.listed {
            bail!("{}: the chart stands after <ol data-figures>, which could not list its figures", told());
        }
        if page == lang {
            uses.place(&asked, dataset)?;
        }
    }
    Ok(element.set_attribute(name, &(filled + rest))?)
}

#[cfg(test)]
mod tests;
