//! The command line: its commands and options, of which those of a chart are the attributes of its element.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command, value_parser};
use indicator_chart::dataset::{Domain, Status};
use indicator_chart::embed::{TRANSLATED, fields};

pub(crate) fn program() -> Command {
    Command::new("indicator-chart")
        .version(env!("CARGO_PKG_VERSION"))
        .about("Pictures, HTML to paste, lists and sentences from sourced figures")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands([render(), embed(), list(), search(), describe()])
}

/// The text of an option; none where the command has no such option.
pub(crate) fn text<'a>(given: &'a ArgMatches, name: &str) -> Option<&'a str> {
    given.try_get_one::<String>(name).ok().flatten().map(String::as_str)
}

/// The path of an option.
pub(crate) fn path<'a>(given: &'a ArgMatches, name: &str) -> Option<&'a PathBuf> {
    given.try_get_one::<PathBuf>(name).ok().flatten()
}

/// Whether a flag is set.
pub(crate) fn flag(given: &ArgMatches, name: &str) -> bool {
    given.try_get_one::<bool>(name).ok().flatten().copied().unwrap_or_default()
}

fn option(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).help(help)
}

fn folder(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    option(name, value, help).value_parser(value_parser!(PathBuf))
}

fn set(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}

fn figures() -> [Arg; 2] {
    [
        folder("src", "FILE", "Your own packed figures, in place of the built-in ones"),
        folder("tables", "DIR", "Your own figures as six tables").conflicts_with("src"),
    ]
}

/// The attributes of the element, and what stands for many of them.
fn chart() -> Vec<Arg> {
    let mut all = vec![option("spec", "JSON|@FILE", "The same options as one flat JSON object; options win")];
    for name in fields() {
        all.push(option(name, "TEXT", help(name)).allow_hyphen_values(true));
    }
    for name in TRANSLATED.into_iter().flat_map(|(_, names)| names) {
        all.push(option(name, "TEXT", "").hide(true).allow_hyphen_values(true));
    }
    all.extend(figures());
    all
}

fn help(name: &str) -> &'static str {
    match name {
        "indicator" => "Ids of indicators, separated by spaces: see list and search",
        "domain" => "Every indicator of a domain",
        "status" => "actual, target or forecast",
        "kind" => "line, bar, bullet …; without it the data choose",
        "area" => "The id of an area",
        "from" | "to" => "2024, 2024-06 or 2024-06-30",
        "lang" => "zh-CN or en; of messages too",
        "theme" => "light, dark, contrast, contrast-dark or print",
        "height" => "CSS px of the whole picture",
        "heading" | "subheading" | "note" | "source" | "alt" | "annotations" => {
            "As the attribute; also in one language, as --heading-zh"
        }
        _ => "As the attribute",
    }
}

fn pixels() -> [Arg; 3] {
    [
        folder("font", "FILE", "Font of a PNG; again for another weight or script").action(ArgAction::Append),
        option("density", "1|2|3", "Pixels of a PNG in a CSS px").value_parser(["1", "2", "3"]),
        option("card", "wide|tall", "A PNG of 1200×630 or 1080×1440 pixels, laid out to fill it")
            .value_parser(["wide", "tall"])
            .conflicts_with("density"),
    ]
}

fn output(value: &'static str, help: &'static str) -> Arg {
    folder("output", value, help).short('o')
}

fn render() -> Command {
    Command::new("render")
        .about("Draw one picture: SVG, or PNG with a font")
        .args(chart())
        .arg(option("width", "PX", "CSS px; 640 without it").conflicts_with("card"))
        .arg(
            option("format", "svg|png", "Without it, as the name of the output ends")
                .value_parser(["svg", "png"]),
        )
        .arg(set("plain", "An SVG for editors that take out ids, classes and styles"))
        .args(pixels())
        .arg(output("FILE", "Where to; without it, to the standard output"))
}

fn embed() -> Command {
    Command::new("embed")
        .about("Make HTML to paste: pictures, table, figures, their description and the script")
        .args(chart())
        .arg(output("DIR", "Folder for embed.html and all that it names"))
        .arg(set("inline", "Print the HTML with the pictures in it").conflicts_with_all(["output", "feed"]))
        .group(ArgGroup::new("where").args(["output", "inline"]).required(true))
        .arg(option("name", "NAME", "What the names of the pictures begin with"))
        .arg(option("base", "URL", "Where the files of the folder will lie"))
        .arg(option("script", "URL", "Where the script lies, if not there"))
        .arg(option("integrity", "HASH", "The script's hash: sha384-…").conflicts_with("package"))
        .arg(folder("package", "DIR", "The npm package: the script is taken from it, with its hash"))
        .arg(set("live", "Show the engine's figures, not those of today that are written into the HTML"))
        .arg(set("page", "A whole page around it, too"))
        .arg(set("feed", "A picture and its sources for mail and feeds, as feed.html").requires("base"))
        .args(pixels())
}

fn choices() -> [Arg; 3] {
    let domains = Domain::NAMES.map(|(name, _)| name);
    let statuses = Status::NAMES.map(|(name, _)| name);
    [
        option("domain", "DOMAIN", "Only those of a domain").value_parser(domains),
        option("status", "STATUS", "Only those with such figures").value_parser(statuses),
        option("source", "ID", "Only those that a document prints"),
    ]
}

fn listed(command: Command) -> Command {
    command
        .args(choices())
        .arg(option("lang", "TAG", "zh-CN or en"))
        .arg(set("json", "As JSON"))
        .args(figures())
}

fn list() -> Command {
    listed(Command::new("list").about("List the indicators: id, name, unit, number of figures"))
}

fn search() -> Command {
    let words = Arg::new("text")
        .value_name("TEXT")
        .required(true)
        .action(ArgAction::Append)
        .help("Words of a name in Chinese or English");
    listed(Command::new("search").about("List the indicators whose names have these words").arg(words))
}

fn describe() -> Command {
    Command::new("describe")
        .about("Say in words what a picture shows")
        .args(chart())
        .arg(set("json", "As JSON"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_command_line_is_in_order() {
        super::program().debug_assert();
    }
}
