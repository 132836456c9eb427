//! What the program says beside the chart's own words, in Chinese and English.

use indicator_chart::words::Say;

/// Before a fault.
pub(crate) const ERROR: Say = Say("错误：", "error: ");
/// Before something to know of what is written all the same.
pub(crate) const NOTE: Say = Say("注意：", "note: ");
pub(crate) const UNKNOWN_COMMAND: Say =
    Say("没有“{0}”这个命令。请用 --help 查看。", "There is no command “{0}”; --help lists them.");
pub(crate) const UNREADABLE: Say = Say("不能读取 {0}：{1}。", "Cannot read {0}: {1}.");
pub(crate) const UNWRITABLE: Say = Say("不能写入 {0}：{1}。", "Cannot write {0}: {1}.");
pub(crate) const TABLES: Say =
    Say("{0} 中的表不能用。请改正这些行：\n{1}", "The tables in {0} cannot be used. Mend these rows:\n{1}");
pub(crate) const FIGURES: Say = Say("{0}：{1}", "{0}: {1}");
pub(crate) const NO_FIGURES: Say = Say(
    "本程序没有内置数据。请用 --src 文件或 --tables 目录给出数据。",
    "This program was built without figures. Name yours with --src FILE or --tables DIR.",
);
pub(crate) const SPEC: Say = Say(
    "--spec 应是一个 JSON 对象，值都是文字或数字：{0}。",
    "--spec takes one flat JSON object whose values are texts or numbers: {0}.",
);
pub(crate) const SPEC_FIELD: Say =
    Say("--spec 中没有“{0}”这一项。可用的是：{1}。", "--spec has no field “{0}”. There are: {1}.");
pub(crate) const WIDTH: Say = Say(
    "--width {0}：宽度应是 {1} 到 {2} 之间的数（CSS 像素）。",
    "--width {0}: a width is a number from {1} to {2}, in CSS px.",
);
pub(crate) const ENDING: Say = Say(
    "{0}：看不出要写什么图。文件名请以 .svg 或 .png 结尾。",
    "{0}: which picture is it to be? End the name in .svg or .png.",
);
pub(crate) const FONT: Say = Say(
    "PNG 需要字体文件，这样同一命令在任何机器上写出同样的图。请加 --font 文件（如 NotoSansCJKsc-Regular.otf，可再加一个粗体），或者写成 .svg。",
    "A PNG needs a font, so that one command makes the same picture on every machine. Add --font FILE, for example NotoSansCJKsc-Regular.otf (and once more for a bold one), or write an .svg.",
);
pub(crate) const NO_FONT: Say = Say(
    "{0} 不是字体文件。请给出 .ttf、.otf 或 .ttc 文件。",
    "{0} holds no font. Name a .ttf, .otf or .ttc file.",
);
pub(crate) const GLYPHS: Say = Say(
    "所给字体中没有这些字：{0}。请再加一个有它们的 --font。",
    "The fonts have no sign for: {0}. Add a --font that has.",
);
pub(crate) const LARGE: Say = Say(
    "图有 {0}×{1} 像素，太大了。请减小 --density 或图的高度。",
    "The picture would be {0} × {1} pixels, which is too large. Take a smaller --density or height.",
);
pub(crate) const PIXELS: Say = Say("不能把图写成 PNG：{0}。", "The picture cannot be made a PNG: {0}.");
pub(crate) const CARD: Say = Say(
    "这张图放不进 {0}×{1} 像素的卡片：宽 {2} 时需要高 {3}。请少放一些指标，换 --card {4}，或不用 --card。",
    "The chart does not fit a card of {0} × {1} pixels: {2} wide it needs to be {3} high. Show fewer figures, take --card {4}, or none.",
);
pub(crate) const CARD_PNG: Say = Say(
    "--card 和 --density 是 PNG 的。请用 -o 名称.png。",
    "--card and --density are a PNG’s. Write it with -o NAME.png.",
);
pub(crate) const PLAIN_PNG: Say =
    Say("--plain 是 SVG 的写法，PNG 没有。", "--plain is a form of SVG; a PNG has none.");
pub(crate) const TERMINAL: Say = Say(
    "PNG 不写到终端。请用 -o 名称.png，或把输出接到文件。",
    "A PNG is not written to a terminal. Use -o NAME.png, or send the output to a file.",
);
pub(crate) const BASE: Say = Say(
    "--feed 的图由读者的邮箱或阅读器来取，地址要完整。请加 --base https://…。",
    "In mail and feeds the picture is fetched from elsewhere, so its address must be whole. Add --base https://….",
);
pub(crate) const PACKAGE: Say = Say(
    "{0} 里没有 {1}。--package 应是 npm 包的目录，或 cargo xtask build 写出的 pkg/。",
    "{0} has no {1}. --package is the folder of the npm package, or pkg/ as cargo xtask build fills it.",
);
pub(crate) const NO_INTEGRITY: Say = Say(
    "脚本没有校验值。请用 --package 目录算出，或用 --integrity 给出。",
    "the script has no hash. Name the package with --package DIR, or the hash with --integrity.",
);
pub(crate) const NOTHING: Say = Say(
    "没有指标的名称里有“{0}”。请少写几个字，或用 list 列出全部。",
    "No indicator’s name has “{0}”. Try fewer words, or list them all with list.",
);
pub(crate) const NONE_SUCH: Say = Say("没有符合这些条件的指标。", "No indicator meets these conditions.");
pub(crate) const UNKNOWN_SOURCE: Say =
    Say("没有来源“{0}”。有的是：{1}。", "There is no source “{0}”. There are: {1}.");
/// Parts of a description.
pub(crate) const KIND: Say = Say("图表类型", "kind");
pub(crate) const WHY: Say = Say("原因", "why");
pub(crate) const WARNING: Say = Say("注意", "warning");
