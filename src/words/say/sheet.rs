//! The words of figures in rows, columns and cards.

use crate::words::Say;

/// Column of the shares of targets done.
pub const COLUMN_DONE: Say = Say("完成份额", "Share done");
/// Since when a change is, under it.
pub const CHANGE_FROM: Say = Say("较{0}", "from {0}");
/// Explains the dash in the place of a change.
pub const SIGN_NO_CHANGE: Say =
    Say("“—”：此前没有可以比较的数字。", "“—”: no earlier figure that may be compared.");
/// Under a figure with a flag.
pub const NOT_COMPARED: Say = Say("不作比较", "not compared");
/// Explains what stands under a figure with a flag.
pub const SIGN_NOT_COMPARED: Say = Say(
    "注明“不作比较”的，口径、单位不同或疑有误印。",
    "Not compared: scope or unit differs, or a misprint is likely.",
);
/// Explains the small bars.
pub const SIGN_BAR: Say =
    Say("条形是已公布的结果占目标的份额。", "Bars: the printed outcome as a share of the target.");
