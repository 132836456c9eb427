//! Turns the assembled site into one that a CDN can keep: the package's files under a name made of their content, the
//! pages pointing there, and the headers that each file wants, in the form that static hosts read.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use sha2::{Digest, Sha256};

use crate::build;
use crate::command::Step;
use crate::fresh;
use crate::place::Place;
use crate::prerender;

/// The folder of folders that never change.
pub(crate) const VERSIONS: &str = "v";
/// The headers of every file, in the form of Netlify and Cloudflare Pages.
pub(crate) const HEADERS: &str = "_headers";
/// The same for nginx, to be included within `server`.
const NGINX: &str = "_headers.nginx.conf";
/// How many hex digits of a checksum name a content.
const DIGITS: usize = 12;

/// What the pages of the site may do; a page that embeds a chart needs no more.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'";
/// For what never changes under its name: a year, and no question whether it did.
const FOREVER: &str = "public, max-age=31536000, immutable";
/// For what changes under its name: kept, but asked for each time, which costs 304 and no body.
const ASK: &str = "no-cache";
/// What every file carries: figures for all, from any page, also one in a sandboxed frame, whose origin is `null`.
const EVERY: [(&str, &str); 4] = [
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
];

/// The first digits of the SHA-256 of `parts`, each with its length in front.
pub(crate) fn digest<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part.len().to_le_bytes());
        hasher.update(part);
    }
    let mut hex = String::new();
    for byte in hasher.finalize().iter().take(DIGITS / 2) {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

/// A picture's name with the digest of its content in it, so that no cache shows yesterday's under today's page.
pub(crate) fn named(name: &str, content: &str) -> String {
    let digest = digest([content.as_bytes()]);
    match name.rsplit_once('.') {
        Some((stem, end)) => format!("{stem}.{digest}.{end}"),
        None => format!("{name}.{digest}"),
    }
}

/// Copies the package's files into a folder named after their content, has the pages take them from there, and writes
/// the headers. The plain names stay, for pages elsewhere that include them. Returns the folder's name.
pub(crate) fn arrange(place: &Place, package: &[PathBuf]) -> Result<String> {
    let dist = place.dist();
    let mut files = BTreeMap::new();
    for path in package {
        let name =
            path.file_name().context("a file of the package has no name")?.to_string_lossy().into_owned();
        files.insert(name, fs::read(path)?);
    }
    let version = digest(files.iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes.as_slice()]));
    let folder = dist.join(VERSIONS).join(&version);
    fs::create_dir_all(&folder)?;
    for (name, bytes) in &files {
        fs::write(folder.join(name), bytes)?;
    }
    let integrity = integrity(place)?;
    for page in fresh::files(&dist)?.iter().filter(|path| path.extension().is_some_and(|end| end == "html")) {
        let html = fs::read_to_string(page)?;
        let names = |name: &str| files.contains_key(name);
        fs::write(
            page,
            pointed(&html, &version, &names, &integrity).with_context(|| page.display().to_string())?,
        )?;
    }
    let rules = rules(&dist)?;
    fs::write(dist.join(HEADERS), netlify(&rules))?;
    fs::write(dist.join(NGINX), nginx())?;
    Ok(version)
}

/// The checksums that the bundler wrote for scripts, by name; none where it wrote none.
fn integrity(place: &Place) -> Result<BTreeMap<String, String>> {
    let path = place.package().join("integrity.json");
    if !path.exists() {
        return Ok(BTreeMap::new());
    }
    serde_json::from_str(&fs::read_to_string(&path)?).with_context(|| path.display().to_string())
}

/// A page whose scripts and style sheets of the package come from the folder of `version`.
fn pointed(
    html: &str,
    version: &str,
    of_package: &dyn Fn(&str) -> bool,
    integrity: &BTreeMap<String, String>,
) -> Result<String> {
    let point = |element: &mut Element<'_, '_>, attribute: &str| {
        let address = element.get_attribute(attribute).unwrap_or_default();
        let (up, name) = address
            .rsplit_once('/')
            .map_or(("", address.as_str()), |(_, name)| (&address[..address.len() - name.len()], name));
        if up.replace("../", "").is_empty() && of_package(name) {
            element.set_attribute(attribute, &format!("{up}{VERSIONS}/{version}/{name}"))?;
            if let Some(sum) = integrity.get(name).filter(|_| name.ends_with(".js")) {
                element.set_attribute("integrity", sum)?;
                element.set_attribute("crossorigin", "anonymous")?;
            }
        }
        Ok(())
    };
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("script[src]", |script| point(script, "src")))
        .append_element_content_handler(element!("link[rel=stylesheet][href]", |link| point(link, "href")));
    rewrite_str(html, settings).map_err(|error| anyhow!("{error}"))
}

/// Headers by path, where `*` stands for anything. No two rules that match one path name the same header, since hosts
/// differ in what they make of that.
type Rules = Vec<(String, Vec<(&'static str, String)>)>;

fn rules(dist: &Path) -> Result<Rules> {
    let own = |pairs: &[(&'static str, &str)]| {
        pairs.iter().map(|(name, value)| (*name, (*value).to_owned())).collect()
    };
    let mut every: Vec<_> = own(&EVERY);
    every.push(("Content-Security-Policy", POLICY.to_owned()));
    let mut rules = vec![("/*".to_owned(), every), ("/".to_owned(), own(&[("Cache-Control", ASK)]))];
    let mut forever = Vec::new();
    for file in fresh::files(dist)? {
        let path = format!("/{}", file.strip_prefix(dist)?.display());
        let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
        if path.starts_with(&format!("/{VERSIONS}/"))
            || parent.ends_with(&format!("/{}", prerender::DIRECTORY))
        {
            let folder = if path.starts_with(&format!("/{VERSIONS}/")) {
                format!("/{VERSIONS}")
            } else {
                parent.to_owned()
            };
            if !forever.contains(&folder) {
                rules.push((format!("{folder}/*"), own(&[("Cache-Control", FOREVER)])));
                forever.push(folder);
            }
        } else {
            rules.push((path.clone(), own(&[("Cache-Control", ASK)])));
        }
        if path.ends_with(".wasm") {
            rules.push((path, own(&[("Content-Type", "application/wasm")])));
        }
    }
    Ok(rules)
}

fn netlify(rules: &Rules) -> String {
    let mut text = String::from(
        "# Headers of a static host (Netlify, Cloudflare Pages); for nginx see _headers.nginx.conf.\n",
    );
    for (path, headers) in rules {
        let _ = writeln!(text, "{path}");
        for (name, value) in headers {
            let _ = writeln!(text, "  {name}: {value}");
        }
    }
    text
}

/// Where nginx finds one `add_header` in a location it takes none from outside, so each location has them all.
fn nginx() -> String {
    let every = |cache: &str| {
        let mut text = String::new();
        let csp = ("Content-Security-Policy", POLICY);
        for (name, value) in EVERY.into_iter().chain([csp, ("Cache-Control", cache)]) {
            let _ = writeln!(text, "    add_header {name} \"{value}\" always;");
        }
        text
    };
    format!(
        "# Within `server {{ root …/dist; include …/_headers.nginx.conf; }}`. `gzip_static` and `brotli_static` (module\n\
         # ngx_brotli) send the packed neighbours that `cargo xtask deploy` made.\n\
         types {{ application/wasm wasm; text/javascript js; application/octet-stream figures; text/html html;\n    \
         text/css css; image/svg+xml svg; application/json json; image/png png; }}\n\
         charset utf-8;\ncharset_types text/html text/javascript text/css application/json;\n\
         gzip_static on;\n\
         gzip_vary on;\n\
         # brotli_static on;\n\
         location ~ ^/(v/|(.*/)?{}/) {{\n{}}}\nlocation / {{\n{}}}\n",
        prerender::DIRECTORY,
        every(FOREVER),
        every(ASK)
    )
}

/// The headers that `_headers` gives a path.
pub(crate) fn headers(text: &str, path: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut matches = false;
    for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        if !line.starts_with(' ') {
            matches = match line.trim().strip_suffix('*') {
                Some(start) => path.starts_with(start),
                None => path == line.trim(),
            };
        } else if let Some((name, value)) = line.split_once(':').filter(|_| matches) {
            found.push((name.trim().to_owned(), value.trim().to_owned()));
        }
    }
    found
}

/// Packs every file of `dist/` that gains by it, beside it; returns what the step says of it.
pub(crate) fn pack(place: &Place) -> Result<String> {
    let step = Step::new("packing dist/", "node").args([place.tools().join("compress.mjs"), place.dist()]);
    Ok(step.arg_pair("--keep", &place.work().join("packed")).run()?.output.trim().to_owned())
}

/// The built package as a site that can be put on a host.
pub(crate) fn deploy(place: &Place) -> Result<()> {
    build::site(place)?;
    println!("dist/ {}", pack(place)?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{ASK, FOREVER, digest, headers, named, netlify, pointed};

    #[test]
    fn a_page_takes_the_packages_files_from_the_folder_that_never_changes() {
        let sums = BTreeMap::from([("indicator-chart.js".to_owned(), "sha384-a".to_owned())]);
        let of_package = |name: &str| name == "indicator-chart.js" || name == "story.css";
        let html = "<link rel=stylesheet href=\"../story.css\"><script type=\"module\" src=\"../indicator-chart.js\"></script>\
            <script src=\"switch.js\"></script><script src=\"/charts/indicator-chart.js\"></script>";
        let page = pointed(html, "0123456789ab", &of_package, &sums).unwrap();
        assert!(page.contains("href=\"../v/0123456789ab/story.css\""), "{page}");
        assert!(page.contains(
            "src=\"../v/0123456789ab/indicator-chart.js\" integrity=\"sha384-a\" crossorigin=\"anonymous\""
        ));
        assert!(page.contains("src=\"switch.js\"") && page.contains("src=\"/charts/indicator-chart.js\""));
    }

    #[test]
    fn another_content_has_another_name() {
        assert_ne!(digest([b"ab".as_slice(), b"c"]), digest([b"a".as_slice(), b"bc"]));
        assert_ne!(named("a.svg", "1"), named("a.svg", "2"));
        assert_eq!(named("a-640.svg", "1").len(), "a-640..svg".len() + 12);
    }

    #[test]
    fn a_file_has_the_headers_of_every_rule_that_names_it_and_each_once() {
        let own = |name, value: &str| vec![(name, value.to_owned())];
        let rules = vec![
            ("/*".to_owned(), own("X-Content-Type-Options", "nosniff")),
            ("/v/*".to_owned(), own("Cache-Control", FOREVER)),
            ("/index.html".to_owned(), own("Cache-Control", ASK)),
            ("/v/a/b.wasm".to_owned(), own("Content-Type", "application/wasm")),
        ];
        let text = netlify(&rules);
        let of = |path| {
            headers(&text, path)
                .into_iter()
                .map(|(name, value)| format!("{name}: {value}"))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            of("/v/a/b.wasm"),
            [
                "X-Content-Type-Options: nosniff",
                &format!("Cache-Control: {FOREVER}"),
                "Content-Type: application/wasm"
            ]
        );
        assert_eq!(of("/index.html"), ["X-Content-Type-Options: nosniff", "Cache-Control: no-cache"]);
        assert_eq!(of("/other"), ["X-Content-Type-Options: nosniff"]);
    }
}
