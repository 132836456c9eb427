use super::*;
use Qualifier::{About, AtLeast, AtMost, Exact, Nearly, Over, Range};

/// Print, words, value, upper value, qualifier, unit.
type Form = (&'static str, &'static str, f64, Option<f64>, Qualifier, &'static str);

/// The forms of print met in real texts.
const FORMS: &[Form] = &[
    // Plain numbers, with 万 and 亿, with white space within.
    ("5189家", "", 5189.0, None, Exact, "家"),
    ("1000 家", "", 1000.0, None, Exact, "家"),
    ("52.9万辆", "", 529_000.0, None, Exact, "辆"),
    ("4.25万个", "", 42_500.0, None, Exact, "个"),
    ("157.2万吨", "", 1_572_000.0, None, Exact, "吨"),
    ("300 万\n\n辆", "", 3e6, None, Exact, "辆"),
    ("1250\n亿元", "", 1.25e11, None, Exact, "元"),
    ("32.8亿美元", "", 3.28e9, None, Exact, "美元"),
    ("1.2万亿元", "", 1.2e12, None, Exact, "元"),
    ("5百万", "", 5e6, None, Exact, ""),
    ("0.5个工作日", "", 0.5, None, Exact, "个工作日"),
    ("1384.51平方公里", "", 1384.51, None, Exact, "平方公里"),
    ("3363班次标准列", "", 3363.0, None, Exact, "班次标准列"),
    ("500千伏", "", 500.0, None, Exact, "千伏"),
    ("12,345,678人", "", 12_345_678.0, None, Exact, "人"),
    ("１２．５％", "", 12.5, None, Exact, "%"),
    // Percentages and points; declines are negative, and their words speak of size.
    ("11.8%", "增长", 11.8, None, Exact, "%"),
    ("6%", "增长 超", 6.0, None, Over, "%"),
    ("17.3%", "下降", -17.3, None, Exact, "%"),
    ("8%", "下降 左右", -8.0, None, About, "%"),
    ("20%", "下降 超过", -20.0, None, Over, "%"),
    ("20%", "降低 以上", -20.0, None, AtLeast, "%"),
    ("6-8%", "下降", -8.0, Some(-6.0), Range, "%"),
    ("−3.1%", "", -3.1, None, Exact, "%"),
    ("0.5个", "压缩至", 0.5, None, Exact, "个"),
    ("5.5%", "降低至", 5.5, None, Exact, "%"),
    ("2个百分点", "提高", 2.0, None, Exact, "个百分点"),
    // Words before, behind, within.
    ("2000亿元", "超过", 2e11, None, Over, "元"),
    ("300万", "超", 3e6, None, Over, ""),
    ("5800余家", "余", 5800.0, None, Over, "家"),
    ("6.4万余张", "余", 64_000.0, None, Over, "张"),
    ("1270多万元", "多", 12_700_000.0, None, Over, "元"),
    ("10亿余元", "余", 1e9, None, Over, "元"),
    ("800亿元", "突破", 8e10, None, AtLeast, "元"),
    ("25名", "以上", 25.0, None, AtLeast, "名"),
    ("25名以上", "", 25.0, None, AtLeast, "名"),
    ("2000公里", "不低于", 2000.0, None, AtLeast, "公里"),
    ("1200亿元", "力争 突破 以上", 1.2e11, None, AtLeast, "元"),
    ("9000家", "接近", 9000.0, None, Nearly, "家"),
    ("20亿元", "近", 2e9, None, Nearly, "元"),
    ("10家", "左右", 10.0, None, About, "家"),
    ("约12%", "", 12.0, None, About, "%"),
    ("超5800万", "", 5.8e7, None, Over, ""),
    ("5.5%", "以内", 5.5, None, AtMost, "%"),
    ("30%", "以下", 30.0, None, AtMost, "%"),
    ("30人", "不超过", 30.0, None, AtMost, "人"),
    // Ranges.
    ("6-8家", "", 6.0, Some(8.0), Range, "家"),
    ("20~30个精\n品村", "", 20.0, Some(30.0), Range, "个精品村"),
    ("1～2家", "", 1.0, Some(2.0), Range, "家"),
    ("4至6小时", "", 4.0, Some(6.0), Range, "小时"),
    ("3—5万人", "", 30_000.0, Some(50_000.0), Range, "人"),
    ("三至五万人", "", 30_000.0, Some(50_000.0), Range, "人"),
    ("8%-10%", "", 8.0, Some(10.0), Range, "%"),
    // Ranks and classes.
    ("首位", "", 1.0, None, Exact, "位"),
    ("第一", "", 1.0, None, Exact, ""),
    ("第二位", "", 2.0, None, Exact, "位"),
    ("第6", "", 6.0, None, Exact, ""),
    ("第14位", "", 14.0, None, Exact, "位"),
    ("第10个", "", 10.0, None, Exact, "个"),
    ("第一方阵", "", 1.0, None, Exact, "方阵"),
    ("第一档", "", 1.0, None, Exact, "档"),
    ("前10", "", 10.0, None, AtMost, ""),
    ("15强", "前", 15.0, None, AtMost, "强"),
    ("40强", "强", 40.0, None, AtMost, "强"),
    ("百强", "", 100.0, None, AtMost, "强"),
    ("后20位", "退出", 20.0, None, Over, "位"),
    ("后20位", "", 20.0, None, AtMost, "位"),
    ("万亿级", "级", 1e12, None, AtLeast, "级"),
    ("千亿级", "", 1e11, None, AtLeast, "级"),
    ("3级", "", 3.0, None, Exact, "级"),
    // Numbers in characters.
    ("百万", "突破", 1e6, None, AtLeast, ""),
    ("百亿", "突破", 1e10, None, AtLeast, ""),
    ("三十二家", "", 32.0, None, Exact, "家"),
    ("一百零五个", "", 105.0, None, Exact, "个"),
    ("两千三百万元", "", 2.3e7, None, Exact, "元"),
    ("三十余万人", "余", 300_000.0, None, Over, "人"),
    ("三分之一", "约", 100.0 / 3.0, None, About, "%"),
    ("百分之八", "", 8.0, None, Exact, "%"),
    ("八成", "近", 80.0, None, Nearly, "%"),
    ("一半", "", 50.0, None, Exact, "%"),
    ("过半", "", 50.0, None, Over, "%"),
    ("两位数", "", 10.0, None, AtLeast, "%"),
    ("两位数增长", "", 10.0, None, AtLeast, "%"),
    ("翻一番", "接近", 100.0, None, Nearly, "%"),
    ("翻两番", "", 300.0, None, Exact, "%"),
    ("翻番", "", 100.0, None, Exact, "%"),
    ("减半", "", -50.0, None, Exact, "%"),
    ("清零", "", 0.0, None, Exact, ""),
    ("倍增", "", 100.0, None, Exact, "%"),
    ("全覆盖", "", 100.0, None, Exact, "%"),
    ("全部", "", 100.0, None, Exact, "%"),
    ("全面达标", "", 100.0, None, Exact, "%"),
];

#[test]
fn every_form_of_print_is_read() {
    for (printed, words, value, high, qualifier, unit) in FORMS {
        let read = parse(printed, words);
        let figure = Figure { value: *value, high: *high, qualifier: *qualifier };
        assert_eq!(read, Ok(Reading { figure, unit: String::from(*unit) }), "{printed} {words}");
    }
}

#[test]
fn what_is_no_number_says_why() {
    let cases = [
        ("", "", Unreadable::NoNumber),
        ("前列", "", Unreadable::NoNumber),
        ("唯一", "", Unreadable::NoNumber),
        ("两三家", "", Unreadable::NoNumber),
        ("全面提升", "", Unreadable::NoNumber),
        ("70万余人次", "近", Unreadable::Words),
        ("20个", "超 以内", Unreadable::Words),
        ("6-8家", "超", Unreadable::Words),
        ("8-6家", "", Unreadable::Range),
        ("99999999999999999亿", "", Unreadable::TooLong),
    ];
    for (printed, words, why) in cases {
        assert_eq!(parse(printed, words), Err(why), "{printed} {words}");
    }
}

#[test]
fn no_text_makes_it_panic() {
    let alphabet = [
        '1', '0', '.', ',', '-', '%', '万', '百', '余', '番', '翻', '第', '前', '分', '之', '位', '数', '强',
        '超', '零', '成',
    ];
    let mut state = 7usize;
    for _ in 0..200_000 {
        let mut text = String::new();
        for _ in 0..state % 7 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push(alphabet[(state >> 33) % alphabet.len()]);
        }
        state = state.wrapping_add(1);
        if let Ok(read) = parse(&text, "") {
            assert!(
                read.figure.value.is_finite() && read.figure.high.is_none_or(|high| high > read.figure.value),
                "{text}"
            );
        }
    }
}

#[test]
fn a_word_directly_at_a_figure_is_seen() {
    let cases: [(&str, &str, &[&str]); 9] = [
        ("总量超", "，其中", &["超"]),
        ("总量超过\n", "", &["超过"]),
        ("新增", "以\n上、", &["以上"]),
        ("接近", "", &["接近"]),
        ("新签约", "、引进", &[]),
        ("集中在附近", "的", &[]),
        ("不超过", "左右", &["不超过", "左右"]),
        ("超算中心和", "个", &[]),
        ("超，", "，以上", &[]),
    ];
    for (before, behind, words) in cases {
        assert_eq!(beside(before, behind), words, "{before}…{behind}");
    }
}
