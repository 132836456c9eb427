//! What a figure in a sentence becomes, and what stops the build.

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
fn what_is_computed_has_a_line_of_its_own_that_leads_to_all_it_rests_on() {
    let before = "high-tech-enterprises@zhengzhou/2022-12-31/actual";
    let target = "cross-border-ecommerce-volume@zhengzhou/2024/target";
    let change = figure(FIRM, &format!(" form=change from=\"{before}\""));
    let (share, plain) = (figure(target, " form=target-share"), figure(FIRM, ""));
    let body = format!("<html lang=\"en\"><p>{change} {share} {plain} {change}</p><ol data-figures></ol>");
    let html = page(&body, &builtin()).unwrap();
    assert!(
        html.contains("data-computed=\"change\"><a href=\"#figure-1\" id=\"cited-1-1\">611 enterprises</a>")
    );
    assert!(html.contains("data-computed=\"target-share\"><a href=\"#figure-4\" id=\"cited-4-1\">73.8%</a>"));
    let lines: Vec<&str> = html.split("<li ").skip(1).collect();
    assert_eq!(lines.len(), 6);
    assert!(lines[0].starts_with("id=\"figure-1\" data-computed=\"change\"><b>"), "{}", lines[0]);
    assert!(
        lines[0].contains("computed from: <a href=\"#figure-2\">")
            && lines[0].contains("<a href=\"#figure-3\">")
    );
    assert!(!lines[0].contains("figure-printed"), "no document prints it");
    // The outcome that a share rests on is cited, though no sentence names it.
    assert!(lines[3].contains("href=\"#figure-6\"") && lines[5].contains("96"), "{} {}", lines[3], lines[5]);
    let backs = |line: &str| line.matches("class=\"figure-back\"").count();
    assert_eq!(lines.iter().map(|line| backs(line)).collect::<Vec<_>>(), [2, 2, 3, 1, 1, 1]);
    assert!(lines[1].contains("href=\"#cited-1-2\""), "what only others rest on leads back to them");
}

#[test]
fn figures_of_a_chart_s_texts_are_listed_without_a_way_back() {
    let before = "high-tech-enterprises@zhengzhou/2022-12-31/actual";
    let chart = format!(
        "<html lang=\"en\"><indicator-chart note-en=\"[[{FIRM}|change|{before}]] more\" note-zh=\"[[{TALENT}]]\">\
         </indicator-chart><p data-spec='{{\"heading\":\"[[{FIRM}|number]]\"}}'></p><ol data-figures></ol>"
    );
    let html = page(&chart, &builtin()).unwrap();
    assert!(html.contains("note-en=\"611 enterprises more\""), "{html}");
    assert!(html.contains("{&quot;heading&quot;:&quot;5,800&quot;}"), "{html}");
    assert_eq!(html.matches("<li id=").count(), 3, "the other edition's are not listed");
    assert!(!html.contains("figure-back"));
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
        (format!("<p><indicator-figure observation=\"{FIRM}\" />rest</p>{list}"), "does not close"),
        (list.to_owned() + &figure(FIRM, ""), "stands after"),
        ("<indicator-figure></indicator-figure>".to_owned(), "has no observation"),
        (format!("<indicator-chart note=\"[[{FIRM}\">"), "[[ has no ]]"),
        (format!("{list}<indicator-chart note=\"[[{FIRM}]]\">"), "stands after"),
    ] {
        let error = page(&format!("<html lang=\"zh-CN\">{body}"), &builtin()).unwrap_err();
        assert!(format!("{error:#}").contains(says), "{error:#}");
    }
}
