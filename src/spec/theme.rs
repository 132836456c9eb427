//! The colours of a picture, by what they mean.

use crate::color::Color;

/// Light or dark paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Dark ink on white.
    #[default]
    Light,
    /// Light ink on near-black.
    Dark,
}

/// What every mark is inked with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// The ground.
    pub paper: Color,
    /// Headings, values, the zero line.
    pub ink: Color,
    /// Subheadings, notes, ticks.
    pub muted: Color,
    /// Grid lines.
    pub grid: Color,
    /// The bar behind a bar: up to the target.
    pub track: Color,
    /// Edges of what stays open.
    pub limit: Color,
    /// The colour that tells the story, as fill.
    pub accent: Color,
    /// The same, for text and thin lines.
    pub accent_text: Color,
    /// Text on the accent fill.
    pub on_accent: Color,
    /// Context beside the accent, as fill.
    pub context: Color,
    /// The same, for thin lines.
    pub context_line: Color,
    /// Elapsed time, as line.
    pub time: Color,
    /// The same, as text.
    pub time_text: Color,
    /// Series after the first.
    pub series: [Color; 4],
}

const LIGHT: Theme = Theme {
    paper: Color::hex(0xff_ffff),
    ink: Color::hex(0x1b_1f24),
    muted: Color::hex(0x5b_636e),
    grid: Color::hex(0xe6_e8eb),
    track: Color::hex(0xec_eef0),
    limit: Color::hex(0x8b_929c),
    accent: Color::hex(0x0b_6b82),
    accent_text: Color::hex(0x0b_6b82),
    on_accent: Color::hex(0xff_ffff),
    context: Color::hex(0x9d_b9c2),
    context_line: Color::hex(0x5f_818c),
    time: Color::hex(0xc8_452d),
    time_text: Color::hex(0xb1_3a24),
    series: [Color::hex(0x0b_6b82), Color::hex(0xb8_5c00), Color::hex(0x7a_4fa3), Color::hex(0x5b_636e)],
};

const DARK: Theme = Theme {
    paper: Color::hex(0x15_181c),
    ink: Color::hex(0xe9_ebee),
    muted: Color::hex(0xa3_abb5),
    grid: Color::hex(0x2a_2f36),
    track: Color::hex(0x2a_2f36),
    limit: Color::hex(0x7b_8490),
    accent: Color::hex(0x2f_97b0),
    accent_text: Color::hex(0x58_b8cf),
    on_accent: Color::hex(0x08_1316),
    context: Color::hex(0x3d_6470),
    context_line: Color::hex(0x7f_a6b2),
    time: Color::hex(0xff_8a70),
    time_text: Color::hex(0xff_9d87),
    series: [Color::hex(0x58_b8cf), Color::hex(0xf0_a35c), Color::hex(0xc3_a3e8), Color::hex(0xa3_abb5)],
};

impl Theme {
    /// The theme of a mode.
    pub const fn of(mode: Mode) -> &'static Self {
        match mode {
            Mode::Light => &LIGHT,
            Mode::Dark => &DARK,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_reaches_4_5_to_1_and_lines_3_to_1_in_both_modes() {
        for theme in [&LIGHT, &DARK] {
            for text in [theme.ink, theme.muted, theme.accent_text, theme.time_text] {
                assert!(text.contrast(theme.paper) >= 4.5, "{}", text.css());
            }
            assert!(theme.on_accent.contrast(theme.accent) >= 4.5);
            let lines = [theme.accent, theme.context_line, theme.time, theme.limit];
            for line in lines.iter().chain(&theme.series) {
                assert!(line.contrast(theme.paper) >= 3.0, "{} {}", line.css(), line.contrast(theme.paper));
            }
        }
    }
}
