use super::super::{Figure, Qualifier};
use super::*;

const SOURCES_CSV: &str = "id,title_zh,title_en,publisher,author,published,ref,url,file,sha256\n\
                           doc,甲,A,,,2024-01-31,,,doc.txt,\n";
const AREAS_CSV: &str = "id,name_zh,name_en,parent\ncity,市,City,\nport,港,Port,city\n";
const UNITS_CSV: &str = "id,name_zh,name_en\nfirm,家,firm;firms\n";
const INDICATORS_CSV: &str = "id,name_zh,name_en,domain,unit,measure,temporal,direction,decimals,field_zh,field_en,\
                              field_size,counted_from,note_zh,note_en\n\
                              firms,企业,Firms,economy,firm,level,stock,up,0,,,,,,\n";
const HEADER: &str = "id,indicator,area,category,period_start,period_end,date_basis,status,value,value_high,\
                      qualifier,basis,base_period,printed,words,source,char_start,section_zh,section_en,paragraph,\
                      flags,note_zh,note_en\n";
const GOOD: &str = "a,firms,city,,,2023-12-31,printed,actual,5800,,over,as_of,,5800余家,余,doc,7,节,S,2,,,\n\
                    b,firms,city,,2023-01-01,2023-12-31,printed,target,6,8,range,cumulative,,6-8家,,doc,9,,,,,,\n";
const PAIRS_CSV: &str = "target,outcome,relation,reason_zh,reason_en\nb,a,same,,\n";

fn decoded(observations: &str, pairs: &str) -> (Dataset, Vec<String>) {
    let observations = [HEADER, observations].concat();
    let tables = Tables {
        sources: SOURCES_CSV.as_bytes(),
        areas: AREAS_CSV.as_bytes(),
        units: UNITS_CSV.as_bytes(),
        indicators: INDICATORS_CSV.as_bytes(),
        observations: observations.as_bytes(),
        pairs: pairs.as_bytes(),
    };
    let (data, problems) = decode(&tables);
    (data, problems.iter().map(ToString::to_string).collect())
}

/// Decodes the two good rows with one cell of the first replaced.
fn with(given: &str, instead: &str) -> (Dataset, Vec<String>) {
    assert!(GOOD.contains(given));
    decoded(&GOOD.replacen(given, instead, 1), "target,outcome,relation,reason_zh,reason_en\n")
}

#[test]
fn good_tables_become_rows_that_refer_to_each_other() {
    let (data, problems) = decoded(GOOD, PAIRS_CSV);
    assert_eq!(problems, [""; 0]);
    assert_eq!(data.areas[1].parent, Some(0));
    assert_eq!((data.units[0].one.as_str(), data.units[0].many.as_str()), ("firm", "firms"));
    let row = &data.observations[0];
    assert_eq!(row.figure, Some(Figure { value: 5800.0, high: None, qualifier: Qualifier::Over }));
    assert_eq!((row.char_start, row.paragraph, row.printed.as_str()), (7, 2, "5800余家"));
    assert_eq!(data.observations[1].figure.and_then(|figure| figure.high), Some(8.0));
    assert_eq!((data.pairs[0].target, data.pairs[0].outcome, data.pairs[0].relation), (1, 0, Relation::Same));
}

#[test]
fn a_bad_cell_is_named_with_its_place_and_what_belongs_there() {
    let (data, problems) = with(",5800,", ",12x,");
    assert_eq!(data.observations.len(), 1);
    assert_eq!(
        problems,
        ["data/observations.csv:2, column value: '12x' cannot be used; \
          expected a plain decimal number such as -1200.5, of at most 15 digits"]
    );
    let (_, problems) = with(",over,", ",超,");
    assert_eq!(
        problems,
        ["data/observations.csv:2, column qualifier: '超' cannot be used; \
          expected one of exact, over, at_least, nearly, about, at_most, range"]
    );
}

#[test]
fn each_kind_of_bad_row_is_reported_once_and_left_out() {
    let cases = [
        (",5800,", ",NaN,", "column value:"),
        (",5800,", ",1e400,", "column value:"),
        (",5800,", ",,", "column value:"),
        (",5800,,over,", ",5800,5900,over,", "column value_high:"),
        (",5800,,over,", ",5800,5800,range,", "column value_high:"),
        (",5800,,over,", ",5800,,range,", "column value_high:"),
        (",5800,,over,", ",,5900,,", "column value_high:"),
        (",,2023-12-31,", ",2024-01-01,2023-12-31,", "column period_end:"),
        (",2023-12-31,", ",2023-02-29,", "column period_end:"),
        ("a,firms,", "a,firm,", "column indicator:"),
        (",doc,7,", ",doc,,", "column char_start:"),
        (",doc,7,", ",doc,-7,", "column char_start:"),
        (",S,2,,", ",S,2,odd,", "column flags:"),
        ("a,firms,", ",firms,", "column id:"),
        (",节,", ",", "22 fields"),
    ];
    for (given, instead, place) in cases {
        let (data, problems) = with(given, instead);
        assert_eq!((data.observations.len(), problems.len()), (1, 1), "{instead}: {problems:?}");
        assert!(problems[0].starts_with("data/observations.csv:2"), "{problems:?}");
        assert!(problems[0].contains(place), "{problems:?}");
    }
}

#[test]
fn a_figure_that_is_not_printed_is_no_figure() {
    let (data, problems) = with(",5800,,over,", ",,,exact,");
    assert_eq!((data.observations[0].figure, problems.len()), (None, 0));
}

#[test]
fn ids_are_given_once() {
    let (data, problems) = with("a,firms,", "b,firms,");
    assert_eq!(data.observations.len(), 1);
    assert!(problems[0].contains("observations.csv:3, column id: 'b'"), "{problems:?}");
    assert!(problems[0].contains("taken by line 2"), "{problems:?}");
}

#[test]
fn one_key_with_two_values_needs_a_flag() {
    let again = |value: &str, flags: &str| {
        let row = format!(
            "c,firms,city,,,2023-12-31,inferred,actual,{value},,exact,as_of,,x,,doc,1,,,,{flags},,\n"
        );
        decoded(&[GOOD, &row].concat(), PAIRS_CSV)
    };
    let (data, problems) = again("5900", "");
    assert_eq!(data.observations.len(), 2);
    assert!(problems[0].contains("observations.csv:4, column value: '5900'"), "{problems:?}");
    assert!(problems[0].contains("5800 as in line 2"), "{problems:?}");
    assert_eq!(again("5900", "misprint scope").1, [""; 0]);
    assert_eq!(again("5800", "").1, [""; 0]);
}

#[test]
fn a_pair_joins_a_target_to_an_outcome() {
    let head = "target,outcome,relation,reason_zh,reason_en\n";
    for (row, place) in
        [("a,b,same,,", "column target"), ("b,b,no,,", "column outcome"), ("b,z,no,,", "column outcome")]
    {
        let (data, problems) = decoded(GOOD, &[head, row].concat());
        assert!(data.pairs.is_empty() && problems[0].contains(place), "{problems:?}");
    }
}

#[test]
fn rows_that_lean_on_a_bad_row_are_left_out_too() {
    let (data, problems) = decoded(&GOOD.replacen(",5800,", ",x,", 1), PAIRS_CSV);
    assert_eq!((data.observations.len(), data.pairs.len(), problems.len()), (1, 0, 2), "{problems:?}");
}

#[test]
fn columns_stand_in_any_order_but_must_be_there() {
    let area = "parent,name_en,id,name_zh,more\n,City,city,市,x\n";
    let tables = Tables { areas: area.as_bytes(), ..Tables::default() };
    let (_, problems) = decode(&tables);
    assert!(!problems.is_empty());
    assert!(problems.iter().all(|problem| problem.file != "data/areas.csv"), "{problems:?}");
    let tables = Tables { areas: b"id,id,name_zh,parent\ncity,x,y,\n", ..Tables::default() };
    let (data, problems) = decode(&tables);
    assert_eq!(data, Dataset::default());
    let of_areas: Vec<_> = problems.iter().filter(|p| p.file == "data/areas.csv").collect();
    assert_eq!(of_areas.len(), 2);
    assert_eq!((of_areas[0].column.as_str(), of_areas[0].given.as_str()), ("id", "two such columns"));
    assert_eq!((of_areas[1].column.as_str(), of_areas[1].line), ("name_en", 1));
}

#[test]
fn no_bytes_make_it_panic() {
    let good = [HEADER, GOOD].concat().into_bytes();
    for at in 0..good.len() {
        for byte in [b'"', b',', b'\n', 0xff, b'9'] {
            let mut bad = good.clone();
            bad[at] = byte;
            let tables = Tables {
                sources: SOURCES_CSV.as_bytes(),
                areas: AREAS_CSV.as_bytes(),
                units: UNITS_CSV.as_bytes(),
                indicators: INDICATORS_CSV.as_bytes(),
                observations: &bad,
                pairs: PAIRS_CSV.as_bytes(),
            };
            let (data, _) = decode(&tables);
            for row in &data.observations {
                assert!(row.indicator < 1 && row.area < 2 && row.source < 1);
            }
            assert!(data.pairs.iter().all(|p| p.target.max(p.outcome) < data.observations.len()));
        }
    }
}
