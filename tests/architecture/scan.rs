//! Rust source to tokens without comments, literals and tests, and tokens to the paths that begin at the crate root.
//!
//! A scanner, not a parser: `syn` with its visitors would double what this test binary takes to compile, and all the
//! rules need is words in order. What a scanner can get wrong (nested comments, raw strings, lifetimes, `super`
//! inside inline modules) has its own tests below.

/// A word, a number or one sign of the source, with its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Its characters.
    pub(crate) text: String,
    /// Its line, from 1.
    pub(crate) line: usize,
}

/// A path that leads out of the file: `crate::a::b` or `super::super::a::b`, from the crate root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reach {
    /// The parts after the root; `*` for a glob, empty where the root itself is named.
    pub(crate) parts: Vec<String>,
    /// Where it stands, from 1.
    pub(crate) line: usize,
}

/// Tokens of a source, without comments, without the contents of strings and characters.
pub(crate) fn tokens(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let (mut out, mut i, mut line) = (Vec::new(), 0, 1);
    while i < chars.len() {
        let start = i;
        let c = chars[i];
        i = match c {
            '/' if chars.get(i + 1) == Some(&'/') => end_of_line(&chars, i),
            '/' if chars.get(i + 1) == Some(&'*') => end_of_comment(&chars, i),
            '"' => end_of_string(&chars, i),
            '\'' => end_of_quote(&chars, i),
            _ if c.is_alphanumeric() || c == '_' => {
                let end = (i..chars.len())
                    .find(|at| !(chars[*at].is_alphanumeric() || chars[*at] == '_'))
                    .unwrap_or(chars.len());
                let word: String = chars[i..end].iter().collect();
                match (word.as_str(), chars.get(end)) {
                    ("r" | "br" | "cr", Some('"' | '#')) if raw(&chars, end).is_some() => {
                        raw(&chars, end).unwrap_or(end)
                    }
                    ("b" | "c", Some('"')) => end_of_string(&chars, end),
                    ("b", Some('\'')) => end_of_quote(&chars, end),
                    // A raw identifier is the word itself.
                    ("r", Some('#')) => end + 1,
                    _ => {
                        out.push(Token { text: word, line });
                        end
                    }
                }
            }
            _ => {
                if !c.is_whitespace() {
                    out.push(Token { text: c.to_string(), line });
                }
                i + 1
            }
        };
        line += chars[start..i].iter().filter(|c| **c == '\n').count();
    }
    out
}

fn end_of_line(chars: &[char], from: usize) -> usize {
    (from..chars.len()).find(|at| chars[*at] == '\n').unwrap_or(chars.len())
}

fn end_of_comment(chars: &[char], from: usize) -> usize {
    let (mut at, mut depth) = (from, 0usize);
    while at < chars.len() {
        match (chars[at], chars.get(at + 1)) {
            ('/', Some('*')) => (at, depth) = (at + 2, depth + 1),
            ('*', Some('/')) => {
                (at, depth) = (at + 2, depth - 1);
                if depth == 0 {
                    return at;
                }
            }
            _ => at += 1,
        }
    }
    at
}

fn end_of_string(chars: &[char], quote: usize) -> usize {
    let mut at = quote + 1;
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(chars.len())
}

/// The end of a character literal, or of the sign of a lifetime.
fn end_of_quote(chars: &[char], quote: usize) -> usize {
    match (chars.get(quote + 1), chars.get(quote + 2)) {
        (Some('\\'), _) => {
            let closing = (quote + 3..chars.len()).find(|at| chars[*at] == '\'');
            closing.map_or(chars.len(), |at| at + 1)
        }
        (Some(_), Some('\'')) => quote + 3,
        _ => quote + 1,
    }
}

/// The end of a raw string whose hashes or quote begin at `from`.
fn raw(chars: &[char], from: usize) -> Option<usize> {
    let hashes = chars[from..].iter().take_while(|c| **c == '#').count();
    let open = from + hashes;
    if chars.get(open) != Some(&'"') {
        return None;
    }
    let closed = |at: &usize| chars[*at] == '"' && chars[at + 1..].iter().take(hashes).all(|c| *c == '#');
    let end = (open + 1..chars.len()).find(closed)?;
    Some(end + 1 + hashes)
}

fn is(tokens: &[Token], at: usize, words: &[&str]) -> bool {
    words.iter().enumerate().all(|(i, word)| tokens.get(at + i).is_some_and(|token| token.text == *word))
}

/// Where the bracket that opens at `at` is closed.
fn closing(tokens: &[Token], at: usize) -> usize {
    let mut depth = 0usize;
    for (i, token) in tokens.iter().enumerate().skip(at) {
        match token.text.as_str() {
            "{" | "[" | "(" => depth += 1,
            "}" | "]" | ")" => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return i;
                }
            }
            _ => {}
        }
    }
    tokens.len()
}

/// The tokens without every item that stands under `#[cfg(test)]`, and the modules in files of their own that do.
pub(crate) fn without_tests(tokens: &[Token]) -> (Vec<Token>, Vec<String>) {
    const TEST: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let (mut kept, mut files, mut i) = (Vec::new(), Vec::new(), 0);
    while i < tokens.len() {
        if !is(tokens, i, &TEST) {
            kept.push(tokens[i].clone());
            i += 1;
            continue;
        }
        i += TEST.len();
        while is(tokens, i, &["#", "["]) {
            i = closing(tokens, i + 1) + 1;
        }
        let end = (i..tokens.len()).find(|at| matches!(tokens[*at].text.as_str(), ";" | "{"));
        let end = end.unwrap_or(tokens.len());
        if tokens.get(end).is_some_and(|token| token.text == ";")
            && let Some(at) = (i..end).find(|at| tokens[*at].text == "mod")
        {
            files.push(tokens[at + 1].text.clone());
        }
        i = if tokens.get(end).is_some_and(|token| token.text == "{") { closing(tokens, end) } else { end }
            + 1;
    }
    (kept, files)
}

/// Every path that begins at the crate root. `depth` is how many modules the file lies under the root.
pub(crate) fn reaches(tokens: &[Token], depth: usize) -> Vec<Reach> {
    let (mut out, mut i) = (Vec::new(), 0);
    // Inline modules that are open: the brace depth at which each ends.
    let (mut braces, mut inline): (usize, Vec<usize>) = (0, Vec::new());
    while i < tokens.len() {
        let line = tokens[i].line;
        match tokens[i].text.as_str() {
            "{" => braces += 1,
            "}" => {
                braces = braces.saturating_sub(1);
                inline.retain(|opened| *opened < braces);
            }
            "mod" if tokens.get(i + 2).is_some_and(|token| token.text == "{") => inline.push(braces),
            "crate" if is(tokens, i + 1, &[":", ":"]) => tree(tokens, i + 3, &[], line, &mut out),
            "crate" if is(tokens, i + 1, &["as"]) => out.push(Reach { parts: Vec::new(), line }),
            "super" => {
                let mut up = 1;
                while is(tokens, i + 1, &[":", ":", "super"]) {
                    (up, i) = (up + 1, i + 3);
                }
                let from_root = up >= depth + inline.len();
                match is(tokens, i + 1, &[":", ":"]) {
                    true if from_root => tree(tokens, i + 3, &[], line, &mut out),
                    false if from_root && is(tokens, i + 1, &["as"]) => {
                        out.push(Reach { parts: Vec::new(), line });
                    }
                    _ => {}
                }
            }
            _ => {}
        }
        i += 1;
    }
    out
}

/// Reads a path or a tree of a `use`, adding its leaves.
fn tree(tokens: &[Token], at: usize, before: &[String], line: usize, out: &mut Vec<Reach>) {
    let Some(token) = tokens.get(at) else { return };
    if token.text == "{" {
        let end = closing(tokens, at);
        let mut item = at + 1;
        while item < end {
            tree(tokens, item, before, tokens[item].line, out);
            while item < end && tokens[item].text != "," {
                item = if tokens[item].text == "{" { closing(tokens, item) + 1 } else { item + 1 };
            }
            item += 1;
        }
        return;
    }
    let parts = [before, std::slice::from_ref(&token.text)].concat();
    if is(tokens, at + 1, &[":", ":"]) && !is(tokens, at + 3, &["<"]) {
        tree(tokens, at + 3, &parts, line, out);
    } else {
        out.push(Reach { parts, line });
    }
}

mod tests {
    use super::{reaches, tokens, without_tests};

    fn words(source: &str) -> Vec<String> {
        tokens(source).into_iter().map(|token| token.text).collect()
    }

    fn paths(source: &str, depth: usize) -> Vec<String> {
        reaches(&tokens(source), depth).into_iter().map(|reach| reach.parts.join("::")).collect()
    }

    #[test]
    fn comments_and_literals_leave_no_words() {
        let source =
            "a /* b /* c */ d */ e // f\n\"g \\\" h\" r#\"i \" j\"# b\"k\" 'l' '\\'' '\\u{6d}' 'n: &'o str";
        let (words, life) = (words(source), ["n", ":", "&", "o", "str"]);
        assert_eq!(words, [["a", "e"].as_slice(), &life].concat());
    }

    #[test]
    fn lines_are_counted_through_comments_and_strings() {
        let found = tokens("/*\n*/ \"\n\n\" here");
        assert_eq!((found[0].text.as_str(), found[0].line), ("here", 4));
    }

    #[test]
    fn tests_are_left_out_whatever_they_hold() {
        let source =
            "fn a() {} #[cfg(test)] #[allow(x)] mod tests { fn b() { {} } } #[cfg(test)] mod far; fn c() {}";
        let (kept, files) = without_tests(&tokens(source));
        let kept: String = kept.iter().map(|token| token.text.as_str()).collect();
        assert_eq!((kept.as_str(), files.as_slice()), ("fna(){}fnc(){}", ["far".to_owned()].as_slice()));
    }

    #[test]
    fn paths_are_found_in_uses_groups_and_expressions() {
        assert_eq!(paths("use crate::{a::{B, c::D as E}, f::*};", 1), ["a::B", "a::c::D", "f::*"]);
        assert_eq!(paths("let x = crate::a::b(crate::c::D::<E>::new());", 1), ["a::b", "c::D"]);
        assert_eq!(paths("pub(crate) fn f() {} use crate as root;", 1), [""]);
    }

    #[test]
    fn super_leads_out_only_where_it_reaches_the_root() {
        assert_eq!(paths("use super::a::B;", 1), ["a::B"]);
        assert_eq!(paths("use super::a::B; use super::super::c::D;", 2), ["c::D"]);
        let inline = "mod m { use super::super::a::B; use super::c::D; } use super::e::F;";
        assert_eq!(paths(inline, 1), ["a::B", "e::F"]);
    }
}
