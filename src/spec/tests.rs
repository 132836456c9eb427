//! What the fields of a page take and refuse.

use super::*;

#[test]
fn a_window_takes_years_months_and_days() {
    let read =
        |text: &str, last| day("to", &Some(text.to_owned()), last).map(|d| d.map(|d| (d.month, d.day)));
    assert_eq!(read("2024", true), Ok(Some((12, 31))));
    assert_eq!(read("2024-02", true), Ok(Some((2, 29))));
    assert_eq!(read("2024-02", false), Ok(Some((2, 1))));
    assert!(read("2024-13", true).is_err());
    assert!(read("last year", false).is_err());
}

#[test]
fn a_panel_is_one_picture() {
    assert_eq!(panels(&Some("bar".to_owned())), Ok(Kind::Bar));
    assert_eq!(panels(&None), Ok(Kind::Auto));
    for wrong in ["multiples", "scorecard", "waffle", "table", "pie"] {
        assert!(panels(&Some(wrong.to_owned())).is_err(), "{wrong}");
    }
}

#[test]
fn a_height_is_a_number_of_pixels_within_reason() {
    assert_eq!(height(&Some("360px".to_owned())), Ok(Some(360.0)));
    for wrong in ["NaN", "-3", "1e9", "tall"] {
        assert!(height(&Some(wrong.to_owned())).is_err(), "{wrong}");
    }
}

#[test]
fn what_is_shown_is_a_list_of_known_words() {
    let read = |text: &str| {
        super::show::hidden(&Some(text.to_owned())).map(|hidden| (hidden.heading, hidden.subheading))
    };
    assert_eq!(read(""), Ok((false, false)));
    assert_eq!(read("subheading  bar"), Ok((true, false)));
    assert_eq!(read("none"), Ok((true, true)));
    for wrong in ["title", "none bar", "Heading", "note"] {
        assert!(matches!(read(wrong), Err(Error::BadField { field: "show", .. })), "{wrong}");
    }
}
