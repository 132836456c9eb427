//! Turns a page whose sentences name observations into the same page with their figures in words, each linked to the
//! line at the page's end that says where it is printed.
//!
//! `<indicator-figure observation="ID" form="…" from="ID"></indicator-figure>` is filled with the text; `<ol
//! data-figures></ol>`, after the last of them, with the citations; and `[[ID]]` or `[[ID|form]]` in a chart's own texts
//! with the text alone.

use std::cell::RefCell;

use anyhow::{Context, Result, anyhow, bail};
use indicator_chart::Dataset;
use indicator_chart::monitor::{Form, citation, quoted};
use indicator_chart::words::Lang;
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::prerender::escape;

/// The texts of a chart that an author writes.
pub(crate) const TEXTS: [&str; 6] = ["heading", "subheading", "note", "source", "alt", "annotations"];

/// The observations of a page in order of first use, and how often each was used so far.
#[derive(Debug, Default)]
struct Uses {
    ids: Vec<(String, usize)>,
    listed: bool,
}

impl Uses {
    /// Where an observation stands in the list.
    fn place(&mut self, id: &str) -> usize {
        self.ids.iter().position(|(known, _)| known == id).unwrap_or_else(|| {
            self.ids.push((id.to_owned(), 0));
            self.ids.len() - 1
        })
    }

    /// The number of an observation's citation, and of this use of it; both from 1.
    fn next(&mut self, id: &str) -> (usize, usize) {
        let place = self.place(id);
        self.ids[place].1 += 1;
        (place + 1, self.ids[place].1)
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
            chart_texts(chart, dataset, *lang.borrow()).map_err(|error| format!("{error:#}").into())
        }));
    let html = rewrite_str(source, settings).map_err(|error| anyhow!("{error}"))?;
    let uses = uses.into_inner();
    if !uses.ids.is_empty() && !uses.listed {
        bail!("the page cites figures and has no <ol data-figures></ol> to say where they are printed");
    }
    Ok(html)
}

fn form(name: &str) -> Result<Form> {
    let known = || Form::NAMES.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(" | ");
    let found = Form::NAMES.iter().find(|(known, _)| *known == name);
    found.map(|(_, form)| *form).with_context(|| format!("form=\"{name}\" is not one of {}", known()))
}

fn text(dataset: &Dataset, id: &str, form_name: &str, from: Option<&str>, lang: Lang) -> Result<String> {
    let form = form(form_name)?;
    quoted(dataset, id, form, from, lang).map_err(|why| anyhow!("figure {id} {form_name}: {}", why.message()))
}

fn figure_text(figure: &Element<'_, '_>, uses: &mut Uses, dataset: &Dataset, lang: Lang) -> Result<String> {
    if uses.listed {
        bail!("a figure stands after <ol data-figures>, which could not list it");
    }
    let value = |name: &str| figure.get_attribute(name).map(|text| text.trim().to_owned());
    let id = value("observation").context("<indicator-figure> has no observation")?;
    let (form, from) = (value("form").unwrap_or_default(), value("from"));
    let text = text(dataset, &id, &form, from.as_deref(), lang)?;
    let (number, use_of) = uses.next(&id);
    // What a change is measured from is printed somewhere, too.
    if let Some(from) = &from {
        uses.place(from);
    }
    // The document's own characters are Chinese in every edition.
    let own = if form == "printed" && lang == Lang::En { " lang=\"zh-CN\"" } else { "" };
    Ok(format!("<a href=\"#figure-{number}\" id=\"cited-{number}-{use_of}\"{own}>{}</a>", escape(&text)))
}

fn items(uses: &Uses, dataset: &Dataset, lang: Lang) -> Result<String> {
    let back = match lang {
        Lang::Zh => "回到正文",
        Lang::En => "Back to the text",
    };
    let mut html = String::new();
    for (place, (id, used)) in uses.ids.iter().enumerate() {
        let number = place + 1;
        let cited = citation(dataset, id, lang).map_err(|why| anyhow!("{id}: {}", why.message()))?;
        let part = |class: &str, text: &str| match text {
            "" => String::new(),
            text => format!(" <span class=\"figure-{class}\">{}</span>", escape(text)),
        };
        html += &format!(
            "<li id=\"figure-{number}\"><b>{}</b>{}{}{} <q class=\"figure-printed\" lang=\"zh-CN\">{}</q>{}{}",
            escape(&cited.indicator),
            part("when", &cited.when),
            // What the document prints in the same characters is not said twice.
            part("value", if cited.value == cited.printed { "" } else { &cited.value }),
            part("status", &cited.status),
            escape(&cited.printed),
            part("place", &cited.place),
            part("note", &cited.note),
        );
        for turn in 1..=*used {
            html += &format!(
                " <a class=\"figure-back\" href=\"#cited-{number}-{turn}\" aria-label=\"{back}\">↩</a>"
            );
        }
        html += "</li>";
    }
    Ok(html)
}

fn chart_texts(chart: &mut Element<'_, '_>, dataset: &Dataset, page: Lang) -> Result<()> {
    for name in TEXTS {
        for (name, lang) in
            [(name.to_owned(), page), (format!("{name}-zh"), Lang::Zh), (format!("{name}-en"), Lang::En)]
        {
            let Some(written) = chart.get_attribute(&name).filter(|text| text.contains("[[")) else {
                continue;
            };
            let filled = filled(&written, dataset, lang).with_context(|| format!("{name}=\"{written}\""))?;
            chart.set_attribute(&name, &filled)?;
        }
    }
    Ok(())
}

/// A text with each `[[ID]]` or `[[ID|form]]` as its figure.
fn filled(written: &str, dataset: &Dataset, lang: Lang) -> Result<String> {
    let mut out = String::new();
    let mut rest = written;
    while let Some((before, from)) = rest.split_once("[[") {
        let (inside, after) = from.split_once("]]").context("[[ has no ]]")?;
        let (id, form) = inside.split_once('|').unwrap_or((inside, ""));
        out += before;
        out += &escape(&text(dataset, id.trim(), form.trim(), None, lang)?);
        rest = after;
    }
    Ok(out + rest)
}

#[cfg(test)]
mod tests {
    use indicator_chart::dataset::builtin;

    use super::page;

    const FIRM: &str = "high-tech-enterprises@zhengzhou/2023-12-31/actual";
    const TALENT: &str = "total-talent@zhengzhou/2024-12-21/actual";

    fn figure(id: &str, more: &str) -> String {
        format!("<indicator-figure observation=\"{id}\"{more}>?</indicator-figure>")
    }

    #[test]
    fn a_figure_becomes_its_text_and_a_line_at_the_end() {
        let (a, b, c) = (figure(FIRM, ""), figure(TALENT, " form=number"), figure(FIRM, " form=period"));
        let html =
            page(&format!("<html lang=\"en\"><p>{a} {b} {c}</p><ol data-figures></ol>"), &builtin()).unwrap();
        assert!(
            html.contains("><a href=\"#figure-1\" id=\"cited-1-1\">5,800 enterprises</a></indicator-figure>")
        );
        assert!(html.contains("id=\"cited-2-1\">over 3 million</a>"));
        assert!(html.contains("<a href=\"#figure-1\" id=\"cited-1-2\">"));
        assert_eq!(html.matches("<li id=").count(), 2);
        assert!(html.contains("<q class=\"figure-printed\" lang=\"zh-CN\">超300万</q>"), "{html}");
        assert!(html.contains("href=\"#cited-1-2\" aria-label=\"Back to the text\""));
    }

    #[test]
    fn texts_of_a_chart_take_figures_in_their_own_language() {
        let chart = format!(
            "<html lang=\"zh-CN\"><indicator-chart heading-zh=\"共[[{FIRM}]]\" heading-en=\"[[{FIRM}|number]] in all\">"
        );
        let html = page(&chart, &builtin()).unwrap();
        assert!(html.contains("heading-zh=\"共5800家\" heading-en=\"5,800 in all\""), "{html}");
    }

    #[test]
    fn what_cannot_be_quoted_stops_the_build_and_says_where() {
        let list = "<ol data-figures></ol>";
        for (body, says) in [
            (
                figure("high-tech-enterprises@zhengzhou/1999/actual", "") + list,
                "there are high-tech-enterprises@",
            ),
            (figure(FIRM, " form=verdict") + list, "only a target"),
            (figure(FIRM, " form=growing") + list, "is not one of"),
            (figure(FIRM, ""), "has no <ol data-figures>"),
            (list.to_owned() + &figure(FIRM, ""), "stands after"),
            ("<indicator-figure></indicator-figure>".to_owned(), "has no observation"),
            (format!("<indicator-chart note=\"[[{FIRM}\">"), "[[ has no ]]"),
        ] {
            let error = page(&format!("<html lang=\"zh-CN\">{body}"), &builtin()).unwrap_err();
            assert!(format!("{error:#}").contains(says), "{error:#}");
        }
    }
}
