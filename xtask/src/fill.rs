//! Turns the empty places of a page that ask for a part of the dataset (`data-fill="NAME"`) into that part as markup,
//! with its figures still as elements, so that what fills figures gives each its text and its citation.

use std::cell::RefCell;

use anyhow::{Context, Result, anyhow};
use indicator_chart::Dataset;
use indicator_chart::monitor::Monitor;
use indicator_chart::words::Lang;
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::monitor::{fallback, gathered};
use crate::{across, evaluation};

/// What fills the places of all pages: the monitor's lists in both languages.
#[derive(Debug)]
pub(crate) struct Lists {
    zh: Monitor,
    en: Monitor,
}

impl Lists {
    pub(crate) fn new(dataset: &Dataset) -> Result<Self> {
        Ok(Self { zh: gathered(dataset, Lang::Zh)?, en: gathered(dataset, Lang::En)? })
    }

    pub(crate) fn of(&self, lang: Lang) -> &Monitor {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// Fills every place of `source`, a page in the language that its root names.
pub(crate) fn page(source: &str, lists: &Lists) -> Result<String> {
    let lang = RefCell::new(Lang::Zh);
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("html[lang]", |html| {
            lang.replace(Lang::of(&html.get_attribute("lang").unwrap_or_default()));
            Ok(())
        }))
        .append_element_content_handler(element!("[data-fill]", |place| {
            let name = place.get_attribute("data-fill").unwrap_or_default();
            let html = part(&name, lists, *lang.borrow()).map_err(|error| format!("{error:#}"))?;
            place.set_inner_content(&html, ContentType::Html);
            Ok(())
        }));
    rewrite_str(source, settings).map_err(|error| anyhow!("{error}"))
}

fn part(name: &str, lists: &Lists, lang: Lang) -> Result<String> {
    let monitor = lists.of(lang);
    let (what, of) = name.split_once(':').unwrap_or((name, ""));
    Ok(match what {
        "monitor" => fallback(monitor, lang),
        "counts" => across::counts(monitor, of, lang),
        "targets" => across::targets(monitor, of, lang),
        "disagreements" => across::disagreements(monitor, lang),
        "several" => across::several(monitor, lang),
        "plan-elapsed" => evaluation::elapsed(lang),
        "plan-confirmed" => evaluation::confirmed(monitor, lang),
        "plan-tasks" => evaluation::tasks(monitor, lang),
        _ => return Err(anyhow!("nothing is called so")).with_context(|| format!("data-fill=\"{name}\"")),
    })
}

#[cfg(test)]
mod tests {
    use indicator_chart::dataset::builtin;

    use super::{Lists, page};

    #[test]
    fn places_are_filled_in_the_page_s_language_and_an_unknown_one_stops_the_build() {
        let lists = Lists::new(&builtin()).unwrap();
        let place = |name: &str, lang: &str| {
            page(&format!("<html lang=\"{lang}\"><p data-fill=\"{name}\">?</p>"), &lists)
        };
        assert!(place("counts:2023", "zh-CN").unwrap().contains("项目标"));
        assert!(place("counts:2023", "en").unwrap().contains("targets"));
        assert!(format!("{:#}", place("sum", "en").unwrap_err()).contains("data-fill=\"sum\""));
    }
}
