//! The words of lists of figures.

use crate::words::Say;

/// The domains' names, in the order of `Domain::NAMES`.
pub const DOMAINS: [Say; 8] = [
    Say("经济", "Economy"),
    Say("创新", "Innovation"),
    Say("产业", "Industry"),
    Say("城市建设", "City building"),
    Say("开放", "Opening up"),
    Say("生态环境", "Environment"),
    Say("民生", "Livelihood"),
    Say("安全与治理", "Safety and governance"),
];
