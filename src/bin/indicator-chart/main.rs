//! `indicator-chart`: turns figures into pictures, HTML to paste, lists and sentences, on a machine without a browser.

mod arguments;
mod asked;
mod card;
mod describe;
mod embed;
mod fault;
mod figures;
mod fonts;
mod list;
mod output;
mod package;
mod pixels;
mod render;
mod words;

use std::process::ExitCode;

use clap::ArgMatches;
use indicator_chart::words::Lang;

use crate::fault::{Fault, Told};

fn main() -> ExitCode {
    let matches = arguments::program().get_matches();
    // Clap sees to it that there is one.
    let (name, given) = matches.subcommand().unwrap_or(("", &matches));
    match run(name, given) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            let lang = language(given);
            eprintln!("{}{}", words::ERROR.get(lang), fault.message(lang));
            ExitCode::from(fault.code())
        }
    }
}

fn run(name: &str, given: &ArgMatches) -> Told<()> {
    match name {
        "render" => render::run(given),
        "embed" => embed::run(given),
        "list" => list::run(given),
        "search" => list::search(given),
        "describe" => describe::run(given),
        other => Err(Fault::said(words::UNKNOWN_COMMAND, &[other])),
    }
}

/// The language that was asked for; without one, that of the terminal.
fn language(given: &ArgMatches) -> Lang {
    if let Some(tag) = arguments::text(given, "lang") {
        return Lang::of(tag);
    }
    let set = |name: &&str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let tag = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(set);
    tag.map_or(Lang::En, |tag| Lang::of(&tag))
}
