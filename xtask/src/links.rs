//! Turns the pages of the site into a list of their links that lead nowhere: to a file that is not there, or to a place
//! that no element of the page is named after.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};

use anyhow::{Result, anyhow};
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::fresh;

/// Hashes that carry the view of an element and name no place: `#indicator-chart=…`.
const VIEW: &str = "indicator-";

/// What a page names, and where it leads.
#[derive(Debug, Default)]
struct Page {
    ids: Vec<String>,
    /// The first indicator of each chart.
    indicators: Vec<String>,
    links: Vec<String>,
}

/// The links of all pages under `site` that lead nowhere, a line each.
pub(crate) fn dead(site: &Path) -> Result<Vec<String>> {
    let mut pages = BTreeMap::new();
    for file in fresh::files(site)? {
        if file.extension().is_some_and(|extension| extension == "html") {
            pages.insert(file.clone(), read(&fs::read_to_string(&file)?)?);
        }
    }
    let mut dead = Vec::new();
    for (from, page) in &pages {
        for link in &page.links {
            if let Some(why) = fault(site, from, link, &pages) {
                dead.push(format!("{}: {link}: {why}", from.strip_prefix(site)?.display()));
            }
        }
    }
    Ok(dead)
}

fn read(html: &str) -> Result<Page> {
    let page = RefCell::new(Page::default());
    let link = |address: Option<String>| page.borrow_mut().links.extend(address);
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("[id]", |named| {
            page.borrow_mut().ids.extend(named.get_attribute("id"));
            Ok(())
        }))
        .append_element_content_handler(element!("indicator-chart[indicator]", |chart| {
            let named = chart.get_attribute("indicator").unwrap_or_default();
            page.borrow_mut().indicators.extend(named.split_whitespace().next().map(str::to_owned));
            Ok(())
        }))
        // An ordinary link that drives a chart names it.
        .append_element_content_handler(element!("a[data-indicator-chart]", |driver| {
            let key = driver.get_attribute("data-indicator-chart").unwrap_or_default();
            link(Some(format!("#{VIEW}chart={key}")));
            Ok(())
        }))
        .append_element_content_handler(element!("a[href], link[href]", |named| {
            link(named.get_attribute("href"));
            Ok(())
        }))
        .append_element_content_handler(element!("[src]", |named| {
            link(named.get_attribute("src"));
            Ok(())
        }))
        // The addresses that a script puts in its place.
        .append_element_content_handler(element!("[data-en-href]", |named| {
            link(named.get_attribute("data-en-href"));
            Ok(())
        }));
    rewrite_str(html, settings).map_err(|error| anyhow!("{error}"))?;
    Ok(page.into_inner())
}

fn fault(site: &Path, from: &Path, link: &str, pages: &BTreeMap<PathBuf, Page>) -> Option<&'static str> {
    // Other sites are theirs to keep, and an address that holds its own data leads nowhere else.
    if link.contains("://") || link.starts_with("data:") || link.starts_with("mailto:") {
        return None;
    }
    let (address, place) = link.split_once('#').unwrap_or((link, ""));
    let address = address.split('?').next().unwrap_or_default();
    let to = match address {
        "" => from.to_path_buf(),
        address => match address.strip_prefix('/') {
            Some(rest) => lexical(&site.join(rest)),
            None => lexical(&from.parent().unwrap_or(from).join(address)),
        },
    };
    if !to.starts_with(site) {
        return Some("outside the site");
    }
    let to = if to.is_dir() { to.join("index.html") } else { to };
    if !to.exists() {
        return Some("no such file");
    }
    let known = pages.get(&to)?;
    let has = |wanted: &str| known.ids.iter().any(|id| id == wanted);
    let named = match place.strip_prefix(VIEW).and_then(|view| view.split_once('=')) {
        // The view of an element names it, by its id or by its first indicator.
        Some((_, view)) => {
            let key = view.split('&').next().unwrap_or_default();
            has(key) || known.indicators.iter().any(|indicator| indicator == key)
        }
        None => place.is_empty() || has(place),
    };
    (!named).then_some("no such place in the page")
}

/// The path without `.` and `..`.
fn lexical(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                out.pop();
            }
            Component::CurDir => {}
            part => out.push(part),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::dead;

    #[test]
    fn a_link_must_lead_to_a_file_and_to_a_place_in_it() {
        let site = std::env::temp_dir().join(format!("indicator-chart-links-{}", std::process::id()));
        fs::create_dir_all(site.join("stories")).unwrap();
        let page = "<a href=\"stories/a.html#there\">1</a><a href=\"#here\" id=here>2</a><a href=\"./?x=1\">3</a>\
                    <indicator-chart indicator=\"x z\"></indicator-chart><a href=\"#indicator-chart=x&point=y\">4</a>\
                    <a href=\"#here\" data-indicator-chart=ghost>7</a><a href=\"../x.csv\">8</a><a href=\"/none\">9</a>\
                    <a href=\"https://example.org/none\">5</a>\
                    <a href=\"stories/a.html#gone\">6</a><img src=none.svg>";
        fs::write(site.join("index.html"), page).unwrap();
        fs::write(site.join("stories/a.html"), "<p id=there><a href=\"../index.html#here\">up</a>").unwrap();
        let found = dead(&site).unwrap();
        fs::remove_dir_all(&site).unwrap();
        assert_eq!(
            found,
            [
                "index.html: #indicator-chart=ghost: no such place in the page",
                "index.html: ../x.csv: outside the site",
                "index.html: /none: no such file",
                "index.html: stories/a.html#gone: no such place in the page",
                "index.html: none.svg: no such file"
            ]
        );
    }
}
