//! The colours of a picture, by what they mean: five themes of ours, and a newsroom's own colours over one of them.

use crate::color::Color;
use crate::geom::within;

/// Which theme of ours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Dark ink on white.
    #[default]
    Light,
    /// Light ink on near-black.
    Dark,
    /// Black on white, every line firm.
    Contrast,
    /// White on black, every line firm.
    ContrastDark,
    /// For paper: no grey that a press or a copier would lose.
    Print,
}

impl Mode {
    /// Every mode.
    pub const ALL: [Self; 5] = [Self::Light, Self::Dark, Self::Contrast, Self::ContrastDark, Self::Print];
    /// Their names in the `theme` attribute.
    pub const NAMES: [&'static str; 5] = ["light", "dark", "contrast", "contrast-dark", "print"];
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
    /// Elapsed time and what goes the wrong way, as line and fill.
    pub time: Color,
    /// The same, as text.
    pub time_text: Color,
    /// Several series side by side, for fills, lines and texts.
    pub series: [Color; 6],
}

impl Default for Theme {
    fn default() -> Self {
        LIGHT
    }
}

const fn colors<const N: usize>(hex: [u32; N]) -> [Color; N] {
    let mut all = [Color::hex(0); N];
    let mut at = 0;
    while at < N {
        all[at] = Color::hex(hex[at]);
        at += 1;
    }
    all
}

/// A theme from its colours in the order of the fields.
const fn theme(own: [u32; 13], series: [u32; 6]) -> Theme {
    let [
        paper,
        ink,
        muted,
        grid,
        track,
        limit,
        accent,
        accent_text,
        on_accent,
        context,
        context_line,
        time,
        time_text,
    ] = colors(own);
    Theme {
        paper,
        ink,
        muted,
        grid,
        track,
        limit,
        accent,
        accent_text,
        on_accent,
        context,
        context_line,
        time,
        time_text,
        series: colors(series),
    }
}

const LIGHT: Theme = theme(
    [
        0xff_ffff, 0x1b_1f24, 0x5b_636e, 0xe6_e8eb, 0xec_eef0, 0x8b_929c, 0x0b_6b82, 0x0b_6b82, 0xff_ffff,
        0x9d_b9c2, 0x5f_818c, 0xc8_452d, 0xb1_3a24,
    ],
    [0x0b_6b82, 0xb4_5900, 0x7a_4fa3, 0x5b_636e, 0x3d_6fb6, 0x8f_2f4e],
);

const DARK: Theme = theme(
    [
        0x15_181c, 0xe9_ebee, 0xa3_abb5, 0x2a_2f36, 0x2a_2f36, 0x7b_8490, 0x2f_97b0, 0x58_b8cf, 0x08_1316,
        0x3d_6470, 0x7f_a6b2, 0xff_8a70, 0xff_9d87,
    ],
    [0x58_b8cf, 0xf0_a35c, 0xc3_a3e8, 0xa3_abb5, 0x82_b1ff, 0xf2_8fb0],
);

const CONTRAST: Theme = theme(
    [
        0xff_ffff, 0x00_0000, 0x26_2b31, 0x8b_929c, 0xd5_d9de, 0x26_2b31, 0x00_4a5c, 0x00_4a5c, 0xff_ffff,
        0x6b_8a95, 0x2f_4e58, 0x9c_1c06, 0x9c_1c06,
    ],
    [0x00_4a5c, 0x7a_3800, 0x52_2a7d, 0x26_2b31, 0x12_4a94, 0x7a_1238],
);

const CONTRAST_DARK: Theme = theme(
    [
        0x00_0000, 0xff_ffff, 0xd9_dee4, 0x7b_8490, 0x3a_414a, 0xd9_dee4, 0x7f_dcf0, 0x7f_dcf0, 0x00_0000,
        0x5f_8b98, 0xb9_d6de, 0xff_b09e, 0xff_b09e,
    ],
    [0x7f_dcf0, 0xff_c48a, 0xdd_c6ff, 0xd9_dee4, 0xb0_cdff, 0xff_b7cf],
);

const PRINT: Theme = theme(
    [
        0xff_ffff, 0x00_0000, 0x33_383e, 0xb9_bfc6, 0xdf_e2e6, 0x4c_535b, 0x00_4f63, 0x00_4f63, 0xff_ffff,
        0x8f_abb4, 0x3f_626d, 0xa8_2a12, 0xa8_2a12,
    ],
    [0x00_4f63, 0x9a_4a00, 0x5f_348a, 0x33_383e, 0x1f_5499, 0x85_1c44],
);

/// A colour that cannot be told from the paper well enough.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Faint {
    /// Its name in the `colors` field.
    pub name: &'static str,
    /// Its contrast to what it stands on.
    pub contrast: f64,
    /// What it needs: 4.5 for text, 3 for marks.
    pub needed: f64,
}

impl Theme {
    /// The theme of a mode.
    pub const fn of(mode: Mode) -> &'static Self {
        match mode {
            Mode::Light => &LIGHT,
            Mode::Dark => &DARK,
            Mode::Contrast => &CONTRAST,
            Mode::ContrastDark => &CONTRAST_DARK,
            Mode::Print => &PRINT,
        }
    }

    /// The ink of a text on a fill: paper or ink, whichever can be read better.
    pub fn on(&self, fill: Color) -> Color {
        if self.paper.contrast(fill) >= self.ink.contrast(fill) { self.paper } else { self.ink }
    }

    /// The colour of the n-th of several series.
    pub fn nth(&self, n: usize) -> Color {
        self.series[n % self.series.len()]
    }

    /// The theme with colours of a newsroom's own: `paper #fff8f0, accent #990f3d`. What is not named follows from
    /// what is: a paper or an ink brings its own greys, an accent its own text.
    ///
    /// # Errors
    /// The first entry that cannot be read.
    pub(super) fn with<'a>(&self, colors: &'a str) -> Result<Self, &'a str> {
        let mut own: [Option<Color>; NAMES.len()] = [None; NAMES.len()];
        for entry in colors.split([',', ';', '\n']).map(str::trim).filter(|entry| !entry.is_empty()) {
            let (name, value) = entry.split_once([' ', ':']).ok_or(entry)?;
            let slot = NAMES.iter().position(|known| *known == name.trim()).ok_or(entry)?;
            own[slot] = Some(Color::parse(value.trim()).ok_or(entry)?);
        }
        let mut theme = *self;
        let [paper, ink, muted, grid, accent, context, alert, series @ ..] = own;
        if paper.is_some() || ink.is_some() {
            theme.paper = paper.unwrap_or(theme.paper);
            theme.ink = ink.unwrap_or(theme.ink);
            let between = |share: f64| theme.paper.mix(theme.ink, share);
            (theme.grid, theme.track) = (between(0.12), between(0.1));
            theme.muted = theme.grey(0.6, 4.5);
            theme.limit = theme.grey(0.4, 3.0);
        }
        theme.muted = muted.unwrap_or(theme.muted);
        theme.grid = grid.unwrap_or(theme.grid);
        if let Some(accent) = accent {
            (theme.accent, theme.accent_text, theme.series[0]) = (accent, accent, accent);
            (theme.context, theme.context_line) = (theme.paper.mix(accent, 0.42), theme.muted);
        }
        if let Some(context) = context {
            (theme.context, theme.context_line) = (context, context.mix(theme.ink, 0.35));
        }
        if let Some(alert) = alert {
            (theme.time, theme.time_text) = (alert, alert);
        }
        // What the newsroom did not choose follows its paper.
        let base = theme;
        if alert.is_none() {
            theme.time_text = base.nudged(theme.time_text);
        }
        if accent.is_none() {
            theme.accent_text = base.nudged(theme.accent_text);
        }
        for (slot, own) in theme.series.iter_mut().zip(series) {
            *slot = own.unwrap_or_else(|| base.nudged(*slot));
        }
        theme.on_accent = theme.on(theme.accent);
        Ok(theme)
    }

    /// A colour drawn towards the ink until it can be read on the paper.
    fn nudged(&self, color: Color) -> Color {
        let mut share = 0.0;
        while share < 1.0 && color.mix(self.ink, share).contrast(self.paper) < 4.5 {
            share += 0.04;
        }
        color.mix(self.ink, share)
    }

    /// The first grey from a share of ink on that can be told from the paper well enough; the ink where none can.
    fn grey(&self, mut share: f64, needed: f64) -> Color {
        while share < 1.0 && self.paper.mix(self.ink, share).contrast(self.paper) < needed {
            share += 0.04;
        }
        self.paper.mix(self.ink, share.min(1.0))
    }

    /// The colours that stand too close to what they are drawn on, the worst first by name.
    pub fn faint(&self) -> Vec<Faint> {
        let paper = self.paper;
        let pairs = [
            ("ink", self.ink, paper, 4.5),
            ("muted", self.muted, paper, 4.5),
            ("accent", self.accent_text, paper, 4.5),
            ("accent", self.accent, paper, 3.0),
            ("accent", self.on_accent, self.accent, 4.5),
            ("context", self.context_line, paper, 3.0),
            ("alert", self.time_text, paper, 4.5),
            ("alert", self.time, paper, 3.0),
        ];
        let series = SERIES.iter().zip(self.series).map(|(name, color)| (*name, color, paper, 4.5));
        let mut found: Vec<Faint> = Vec::new();
        for (name, color, ground, needed) in pairs.into_iter().chain(series) {
            let contrast = color.contrast(ground);
            if contrast < needed && found.iter().all(|faint| faint.name != name) {
                found.push(Faint { name, contrast, needed });
            }
        }
        found
    }
}

/// The names of the `colors` field, in the order in which [`Theme::with`] takes them.
const NAMES: [&str; 13] = [
    "paper", "ink", "muted", "grid", "accent", "context", "alert", "series1", "series2", "series3",
    "series4", "series5", "series6",
];
const SERIES: [&str; 6] = ["series1", "series2", "series3", "series4", "series5", "series6"];

impl Color {
    /// The colour a share of the way to another, channel by channel.
    pub fn mix(self, other: Self, share: f64) -> Self {
        let part = |a: u8, b: u8| {
            within(f64::from(a) + (f64::from(b) - f64::from(a)) * share + 0.5, 0.0, 255.0) as u8
        };
        Self { r: part(self.r, other.r), g: part(self.g, other.g), b: part(self.b, other.b), a: 255 }
    }

    /// The colour of `#rgb` or `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut rgb = 0_u32;
        let digits = text.strip_prefix('#')?;
        for digit in digits.chars() {
            let digit = digit.to_digit(16)?;
            rgb = if digits.len() == 3 { (rgb << 8) | (digit * 17) } else { (rgb << 4) | digit };
        }
        matches!(digits.len(), 3 | 6).then(|| Self::hex(rgb))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_reaches_4_5_to_1_and_lines_3_to_1_in_every_theme() {
        for (name, mode) in Mode::NAMES.into_iter().zip(Mode::ALL) {
            let theme = Theme::of(mode);
            assert_eq!(theme.faint(), [], "{name}");
            assert!(theme.limit.contrast(theme.paper) >= 3.0, "{name}");
        }
    }

    #[test]
    fn a_theme_for_more_contrast_has_more() {
        type Part = fn(&Theme) -> Color;
        let parts: [Part; 5] = [|t| t.muted, |t| t.grid, |t| t.context, |t| t.accent_text, |t| t.time_text];
        for (firm, plain) in [(&CONTRAST, &LIGHT), (&CONTRAST_DARK, &DARK)] {
            for of in parts {
                assert!(of(firm).contrast(firm.paper) > of(plain).contrast(plain.paper));
            }
            // WCAG AAA for every text.
            for text in [firm.ink, firm.muted, firm.accent_text, firm.time_text] {
                assert!(text.contrast(firm.paper) >= 7.0);
            }
        }
    }

    #[test]
    fn a_newsrooms_colours_bring_their_own_greys() {
        let theme = LIGHT.with("paper #fff1e5; ink #33302e, accent #990f3d").expect("a theme");
        assert_eq!((theme.paper.css(), theme.accent.css()), ("#fff1e5".to_owned(), "#990f3d".to_owned()));
        assert_eq!(theme.series[0], theme.accent);
        assert!(theme.muted.contrast(theme.paper) >= 4.5, "{}", theme.muted.css());
        assert_eq!(theme.on_accent, theme.paper);
        assert_eq!(LIGHT.with(""), Ok(LIGHT));
    }

    #[test]
    fn a_colour_that_is_hard_to_see_is_named_with_its_contrast() {
        let faint = LIGHT.with("accent #ffd34d").expect("a theme").faint();
        assert_eq!(faint.iter().map(|faint| faint.name).collect::<Vec<_>>(), ["accent"]);
        assert!(faint[0].contrast < 1.6 && faint[0].needed == 4.5);
    }

    #[test]
    fn an_entry_that_is_no_colour_is_given_back() {
        for wrong in ["accent", "accent red", "accent #12", "accent #12345g", "glow #fff"] {
            assert_eq!(LIGHT.with(&["ink #000", wrong].join(",")), Err(wrong));
        }
    }
}
