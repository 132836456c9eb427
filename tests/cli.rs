//! The program `indicator-chart`, run as from a terminal: what it prints and writes, what it refuses, and that two runs are one.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use indicator_chart::dataset::{VERSION, csv};
use resvg::usvg::fontdb;
use serde_json::Value;
use sha2::{Digest, Sha256};
use support::gallery;

const INVENTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/figures");
const COMMERCE: [&str; 4] = ["--indicator", "cross-border-ecommerce-volume", "--lang", "en"];

fn program(arguments: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_indicator-chart"));
    program.args(arguments).env_remove("LANG").env_remove("LC_MESSAGES").env("LC_ALL", "C");
    program.output().expect("the program runs")
}

/// What it prints where all is well.
fn printed(arguments: &[&str]) -> String {
    let output = program(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

/// Its exit code and what it says where something is wrong; then it prints nothing.
fn refused(arguments: &[&str]) -> (Option<i32>, String) {
    let output = program(arguments);
    assert!(output.stdout.is_empty() && !output.status.success(), "{arguments:?}");
    (output.status.code(), String::from_utf8(output.stderr).expect("text"))
}

/// A folder of a test's own, empty.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("an old folder can go");
    }
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// A text of `html` between two others.
fn between<'a>(html: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = html.split_once(from).unwrap_or_else(|| panic!("no {from} in {html:.400}"));
    rest.split_once(to).unwrap_or_else(|| panic!("no {to} after {from}")).0
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text:.400}"))
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The options of every chart of the gallery that is drawn.
fn charts() -> Vec<Vec<String>> {
    let entries = gallery::entries();
    let drawn = entries.iter().filter(|entry| entry.refused().is_none());
    let options = |entry: &gallery::Entry| {
        let fields = entry.fields("light", "zh-CN");
        let mut options: Vec<String> =
            fields.iter().flat_map(|(name, text)| [format!("--{name}"), (*text).to_owned()]).collect();
        if entry.invented() {
            options.extend(["--tables".to_owned(), INVENTED.to_owned()]);
        }
        options
    };
    drawn.map(options).collect()
}

#[test]
fn every_chart_of_the_gallery_is_the_same_picture_twice() {
    let charts = charts();
    assert!(charts.len() >= 60, "only {} charts", charts.len());
    for options in charts {
        for form in [&[][..], &["--plain"]] {
            let all: Vec<&str> = ["render"]
                .into_iter()
                .chain(options.iter().map(String::as_str))
                .chain(form.iter().copied())
                .collect();
            let (first, second) = (printed(&all), printed(&all));
            assert_eq!(hash(first.as_bytes()), hash(second.as_bytes()), "{options:?}");
            assert!(first.starts_with("<svg") && first.ends_with("</svg>"), "{options:?}");
            if form == ["--plain"] {
                plain(&first);
            }
        }
    }
}

/// Only what an editor keeps that takes out styles, ids and all that refers to one.
fn plain(svg: &str) {
    for gone in ["<style", "<script", "<defs", "<g", "<use", "<image", "<a", "<foreign", "url(", "href"] {
        assert!(!svg.contains(gone), "{gone} in {svg:.300}");
    }
    for gone in [" id=", " class=", " style=", " clip-path=", " xml:", " on"] {
        let tags = svg.split('<').map(|tag| tag.split('>').next().unwrap_or_default());
        // Texts of attributes may hold such words; names of attributes may not.
        let names = tags.map(|tag| tag.split('"').step_by(2).collect::<String>());
        assert!(!names.into_iter().any(|names| names.contains(gone)), "{gone} in {svg:.300}");
    }
    let data = between(svg, "<metadata>", "</metadata>").replace("&quot;", "\"").replace("&#39;", "'");
    let data = json(&data.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
    assert!(data["observations"].as_array().is_some_and(|rows| !rows.is_empty()));
}

#[test]
fn an_embed_is_written_once_and_the_same_each_time() {
    let (one, two) = (folder("one"), folder("two"));
    for to in [&one, &two] {
        let to = to.to_str().expect("a path");
        printed(&[&["embed"][..], &COMMERCE, &["--page", "-o", to, "--integrity", "sha384-x"]].concat());
    }
    let mut names: Vec<String> = fs::read_dir(&one)
        .expect("a folder")
        .map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    // Two themes of seven widths, the sheet, the HTML and a page of it.
    assert_eq!(names.len(), 17, "{names:?}");
    for name in &names {
        let read = |folder: &Path| hash(&fs::read(folder.join(name)).expect("a file"));
        assert_eq!(read(&one), read(&two), "{name}");
    }
    let html = fs::read_to_string(one.join("embed.html")).expect("text");
    for src in html.split(" src=\"").skip(1).map(|rest| rest.split('"').next().unwrap_or_default()) {
        assert!(src == "indicator-chart.js" || names.iter().any(|name| name == src), "{src}");
    }
    golden("embed.html", &html);
}

fn golden(name: &str, text: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/svg").join(name);
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        fs::write(&path, text).expect("a golden can be written");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == text, "tests/svg/{name} is not what the code writes; look, then UPDATE_GOLDENS=1");
}

#[test]
fn the_figures_in_an_embed_are_the_rows_of_the_table() {
    let html = printed(&[&["embed", "--inline"][..], &COMMERCE].concat());
    let data = json(between(&html, "class=\"indicator-data\">", "</script>"));
    assert_eq!((&data["format"], &data["version"]), (&Value::from(1), &Value::from(VERSION)));
    assert_eq!(between(&html, "data-version=\"", "\""), VERSION);
    let table = csv::rows(include_bytes!("../data/observations.csv")).expect("text");
    let shown = data["observations"].as_array().expect("rows");
    assert_eq!(shown.len(), 3);
    for row in shown {
        let row = row.as_object().expect("an object");
        let kept = table.iter().find(|kept| kept.get(0) == row["id"]).expect("a row of the table");
        for (at, column) in table[0].fields().enumerate() {
            assert_eq!(row.get(column).and_then(Value::as_str).unwrap_or_default(), kept.get(at), "{column}");
        }
        assert!(row.values().all(|cell| cell != ""));
    }
}

#[test]
fn an_embed_describes_its_figures_to_search_engines_and_no_more_than_is_known() {
    let html = printed(&[&["embed", "--inline"][..], &COMMERCE].concat());
    let linked = json(between(&html, "<script type=\"application/ld+json\">", "</script>"));
    assert_eq!((&linked["@type"], &linked["inLanguage"]), (&Value::from("Dataset"), &Value::from("en")));
    assert_eq!(linked["temporalCoverage"], "2023-01-01/2024-12-31");
    assert_eq!(linked["spatialCoverage"]["name"], "Zhengzhou");
    assert_eq!(linked["variableMeasured"]["unitText"], "yuan");
    let cited = linked["citation"].as_array().expect("documents");
    assert!(cited.len() == 3 && cited.iter().all(|document| document.get("url").is_none()), "{cited:?}");
    assert!(linked["creator"].as_array().is_some_and(|makers| !makers.is_empty()));
}

#[test]
fn a_live_embed_names_no_version_and_an_author_s_height_is_kept() {
    let html = printed(&[&["embed", "--inline", "--live", "--height", "700"][..], &COMMERCE].concat());
    let opening = between(&html, "<indicator-chart", ">");
    assert!(!opening.contains("data-version") && !opening.contains("heights"), "{opening}");
    assert!(html.contains("width=\"600\" height=\"700\""));
}

#[test]
fn own_figures_come_along_and_the_page_finds_them() {
    let to = folder("own");
    let out = to.to_str().expect("a path");
    let id = printed(&["list", "--tables", INVENTED]);
    let id = id.split('\t').next().expect("an id");
    printed(&["embed", "--tables", INVENTED, "--indicator", id, "-o", out, "--base", "https://a.example/c"]);
    let html = fs::read_to_string(to.join("embed.html")).expect("text");
    assert!(html.contains("src=\"https://a.example/c/figures.figures\""), "{html:.600}");
    let file = to.join("figures.figures");
    let file = file.to_str().expect("a path");
    // The file draws what the tables drew; only where in its document a figure stands is not in it.
    let picture = |from: &str, path: &str| printed(&["render", from, path, "--indicator", id]);
    assert_eq!(picture("--src", file), picture("--tables", INVENTED));
}

#[test]
fn hostile_texts_stay_texts() {
    let hostile = "</script><script>alert(1)</script><!--\"'&";
    let html = printed(&[&["embed", "--inline", "--heading", hostile][..], &COMMERCE].concat());
    assert_eq!(html.matches("<script").count(), 3);
    assert!(!html.contains("<script>") && !html.contains("<!--"));
    let linked = json(between(&html, "<script type=\"application/ld+json\">", "</script>"));
    assert_eq!(linked["name"], hostile);
}

#[test]
fn the_script_is_held_to_the_package_s_and_an_older_article_keeps_its_own() {
    let package = folder("package");
    fs::write(package.join("indicator-chart.js"), "alert(1)").expect("a script");
    fs::write(package.join("indicator-chart.wasm"), "wasm").expect("a module");
    fs::write(package.join("package.json"), "{}").expect("a manifest");
    let to = folder("packaged");
    let [package, out] = [&package, &to].map(|path| path.to_str().expect("a path"));
    printed(&[&["embed", "--package", package, "-o", out][..], &COMMERCE].concat());
    let html = fs::read_to_string(to.join("embed.html")).expect("text");
    // printf 'alert(1)' | openssl dgst -sha384 -binary | base64
    let known = "sha384-HT2E9NfWiuQ/w1PRai+hTyqW16NIoCGA/m8VQDUopfAtcz6YQjtsMmQd5uRbVDpW";
    assert_eq!(between(&html, "integrity=\"", "\""), known);
    assert!(html.contains("crossorigin=\"anonymous\""));
    let home = between(&html, "<script type=\"module\" src=\"", "indicator-chart.js").to_owned();
    assert!(home.starts_with("v/") && html.contains(&format!("href=\"{home}indicator-chart.css\"")));
    for name in ["indicator-chart.wasm", "indicator-chart.css"] {
        assert!(to.join(&home).join(name).exists(), "{name}");
    }
    assert!(!to.join(&home).join("package.json").exists());
    // A newer package, and another span: nothing that the first article names is written over.
    let before: Vec<_> = html.match_indices(".svg\"").map(|(at, _)| at).collect();
    assert!(!before.is_empty());
    fs::write(Path::new(package).join("indicator-chart.js"), "alert(2)").expect("a script");
    printed(&[&["embed", "--package", package, "-o", out, "--to", "2023"][..], &COMMERCE[..2]].concat());
    let newer = fs::read_to_string(to.join("embed.html")).expect("text");
    assert_ne!(between(&newer, "<script type=\"module\" src=\"", "indicator-chart.js"), home);
    assert_eq!(fs::read(to.join(&home).join("indicator-chart.js")).expect("bytes"), b"alert(1)");
    let named = |html: &str| -> Vec<String> {
        html.split("src=\"")
            .filter_map(|rest| rest.split('"').next())
            .filter(|name| name.ends_with(".svg"))
            .map(str::to_owned)
            .collect()
    };
    let newer = named(&newer);
    assert!(named(&html).iter().all(|name| to.join(name).exists() && !newer.contains(name)));
}

/// Files of a font with Chinese signs; none where the machine has none.
fn font() -> Option<String> {
    let mut db = fontdb::Database::new();
    db.load_system_fonts();
    let families = &[fontdb::Family::Name(support::png::FAMILY)];
    let id = db.query(&fontdb::Query { families, ..fontdb::Query::default() });
    let Some((fontdb::Source::File(path), _)) = id.and_then(|id| db.face_source(id)) else {
        println!("not run: there is no {} here (apt-get install fonts-noto-cjk)", support::png::FAMILY);
        return None;
    };
    Some(path.to_str().expect("a path").to_owned())
}

/// Size and texts of a PNG.
fn read_png(path: &Path) -> ((u32, u32), Vec<(String, String)>) {
    let file = std::io::BufReader::new(fs::File::open(path).expect("a file"));
    let reader = png::Decoder::new(file).read_info().expect("a PNG");
    let info = reader.info();
    let texts = info.utf8_text.iter().map(|text| (text.keyword.clone(), text.get_text().expect("text")));
    ((info.width, info.height), texts.collect())
}

#[test]
fn a_png_says_what_it_shows_from_where_and_in_which_font() {
    let Some(font) = font() else { return };
    let to = folder("png");
    let paint = |name: &str, more: &[&str]| {
        let path = to.join(name);
        let out = path.to_str().expect("a path");
        printed(&[&["render", "--font", &font, "-o", out, "--note", "甲"][..], &COMMERCE, more].concat());
        path
    };
    let path = paint("one.png", &[]);
    let again = paint("two.png", &[]);
    assert_eq!(fs::read(&path).expect("bytes"), fs::read(again).expect("bytes"));
    let ((width, _), texts) = read_png(&path);
    assert_eq!(width, 1280);
    let text = |name: &str| texts.iter().find(|(keyword, _)| keyword == name).expect(name).1.as_str();
    assert!(
        text("Title").contains("commerce")
            && text("Comment").contains("甲")
            && text("Source").contains("Source")
    );
    assert!(text("Fonts").starts_with(&hash(&fs::read(&font).expect("a font"))));
    let data = json(text("Data"));
    let rows = csv::rows(text("Data-CSV").as_bytes()).expect("text");
    assert_eq!((data["observations"].as_array().map(Vec::len), rows.len()), (Some(3), 4));
    assert_eq!(read_png(&paint("wide.png", &["--card", "wide"])).0, (1200, 630));
    assert_eq!(read_png(&paint("tall.png", &["--card", "tall", "--theme", "dark"])).0, (1080, 1440));
    assert_eq!(read_png(&paint("small.png", &["--density", "1"])).0.0, 640);
}

#[test]
fn a_feed_has_a_picture_at_a_whole_address_and_its_sources_as_text() {
    let Some(font) = font() else { return };
    let to = folder("feed");
    let out = to.to_str().expect("a path");
    let base = ["embed", "--feed", "--base", "https://a.example/c", "--font", &font, "-o", out];
    printed(&[&base[..], &COMMERCE].concat());
    let html = fs::read_to_string(to.join("feed.html")).expect("text");
    let src = between(&html, "<img src=\"https://a.example/c/", "\"");
    let (width, height) = read_png(&to.join(src)).0;
    assert!(html.contains(&format!("width=\"{}\" height=\"{}\"", width / 2, height / 2)), "{html}");
    assert!(between(&html, "<figcaption>", "</figcaption>").contains("Source: "));
}

#[test]
fn lists_are_for_eyes_and_for_programs() {
    let lines = printed(&["list", "--domain", "opening", "--status", "target", "--lang", "en"]);
    assert!(lines.lines().all(|line| line.split('\t').count() == 4) && lines.lines().count() > 5, "{lines}");
    let rows = json(&printed(&["list", "--domain", "opening", "--status", "target", "--json"]));
    assert_eq!(rows.as_array().map(Vec::len), Some(lines.lines().count()));
    assert!(rows[0]["figures"].as_u64() > Some(0) && rows[0]["domain"] == "opening");
    for words in ["跨境电商", "cross-border"] {
        assert!(printed(&["search", words]).contains("cross-border-ecommerce-volume\t"), "{words}");
    }
    let (code, says) = refused(&["search", "no such thing"]);
    assert!(code == Some(1) && says.contains("“no such thing”"), "{says}");
    let (code, says) = refused(&["list", "--source", "plenum"]);
    assert!(code == Some(1) && says.contains("plenum-2023"), "{says}");
}

#[test]
fn a_description_is_what_the_element_answers() {
    let words = json(&printed(&[&["describe", "--json"][..], &COMMERCE].concat()));
    assert_eq!(words["kind"], "bullet");
    assert!(words["table"]["rows"].as_array().is_some_and(|rows| rows.len() == 3));
    assert!(["label", "summary", "why"].iter().all(|name| words[*name].as_str() > Some("")));
    let text = printed(&[&["describe"][..], &COMMERCE].concat());
    assert!(text.contains(words["summary"].as_str().expect("a summary")));
}

#[test]
fn a_spec_stands_for_the_options_and_options_win() {
    let spec = folder("spec").join("spec.json");
    fs::write(&spec, "{\"indicator\": \"total-talent\", \"height\": 600, \"lang\": \"zh-CN\"}")
        .expect("a spec");
    let from = format!("@{}", spec.display());
    let options = ["render", "--indicator", "total-talent", "--height", "600", "--lang", "en"];
    assert_eq!(printed(&["render", "--spec", &from, "--lang", "en"]), printed(&options));
    let (code, says) = refused(&["render", "--spec", "{\"colour\": \"red\"}"]);
    assert!(code == Some(1) && says.contains("“colour”") && says.contains("indicator"), "{says}");
    assert_eq!(refused(&["render", "--spec", "[1]"]).0, Some(1));
}

#[test]
fn what_cannot_be_done_is_said_in_the_language_asked_for_with_a_code() {
    for (arguments, code, says) in [
        (&["render", "--indicator", "high-tech", "--lang", "en"][..], 1, "high-tech-enterprises"),
        (&["render", "--indicator", "high-tech", "--lang", "zh-CN"], 1, "错误："),
        (&["render", "--indicator", "total-talent", "-o", "x.gif"], 2, ".svg or .png"),
        (&["render", "--indicator", "total-talent", "-o", "x.png"], 2, "--font"),
        (&["render", "--indicator", "total-talent", "--format", "png", "--font", "Cargo.toml"], 1, "no font"),
        (&["render", "--indicator", "total-talent", "--width", "9"], 2, "120"),
        (&["render", "--indicator", "total-talent", "--card", "wide"], 2, "PNG"),
        (&["render", "--src", "no-such-file"], 1, "no-such-file"),
        (&["render", "--src", "Cargo.toml"], 1, "Cargo.toml: "),
        (&["render", "--tables", "no-such"], 1, "sources.csv"),
        (&["embed", "--indicator", "total-talent"], 2, "--inline"),
        (&["embed", "--feed", "--base", "here", "-o", "x", "--indicator", "total-talent"], 2, "https://"),
        (&["embed", "--package", "src", "-o", "x", "--indicator", "total-talent"], 1, "indicator-chart.js"),
        (&["list", "--domain", "sport"], 2, "economy"),
        (&["paint"], 2, "paint"),
    ] {
        let (given, told) = refused(arguments);
        assert!(given == Some(code) && told.contains(says), "{arguments:?}: {given:?} {told}");
    }
}

#[test]
fn a_reader_who_has_enough_is_no_fault() {
    let mut list = Command::new(env!("CARGO_BIN_EXE_indicator-chart"))
        .args(["list", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(list.stdout.take());
    let output = list.wait_with_output().expect("it ends");
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
}
