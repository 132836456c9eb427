//! The words of the `form` attribute into the shape of a kind: which way values run and how several series stand.

/// Which way values run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Orient {
    /// As the data and the width ask for.
    #[default]
    Auto,
    /// Values run to the right: rows.
    Horizontal,
    /// Values rise: columns, where the width has room for them.
    Vertical,
}

/// How the marks of several series stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrange {
    /// As the data ask for.
    #[default]
    Auto,
    /// Side by side.
    Grouped,
    /// One on the other.
    Stacked,
    /// One on the other, as shares of their sum.
    Share,
    /// Away from zero to both sides, in two colours.
    Diverging,
}

/// Whether a dot stands on a stem from zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stem {
    /// A dot alone; its axis need not begin at zero.
    #[default]
    Bare,
    /// A lollipop.
    Lollipop,
}

/// The shape of a kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// Which way values run.
    pub orient: Orient,
    /// How several series stand.
    pub arrange: Arrange,
    /// What dots stand on.
    pub stem: Stem,
}

/// What the attribute takes, for messages.
pub(super) const WORDS: &str = "horizontal | vertical · grouped | stacked | share | diverging · lollipop";

impl Form {
    /// The word that most tells the form, for messages; empty where nothing was asked for.
    pub fn name(self) -> &'static str {
        match (self.stem, self.arrange, self.orient) {
            (Stem::Lollipop, ..) => "lollipop",
            (_, Arrange::Grouped, _) => "grouped",
            (_, Arrange::Stacked, _) => "stacked",
            (_, Arrange::Share, _) => "share",
            (_, Arrange::Diverging, _) => "diverging",
            (_, _, Orient::Vertical) => "vertical",
            (_, _, Orient::Horizontal) => "horizontal",
            _ => "",
        }
    }

    /// The form of words separated by spaces; none where a word is unknown or stands against another.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut form = Self::default();
        for word in text.split_whitespace() {
            match word {
                "horizontal" => set(&mut form.orient, Orient::Horizontal)?,
                "vertical" => set(&mut form.orient, Orient::Vertical)?,
                "grouped" => set(&mut form.arrange, Arrange::Grouped)?,
                "stacked" => set(&mut form.arrange, Arrange::Stacked)?,
                "share" => set(&mut form.arrange, Arrange::Share)?,
                "diverging" => set(&mut form.arrange, Arrange::Diverging)?,
                "lollipop" => set(&mut form.stem, Stem::Lollipop)?,
                _ => return None,
            }
        }
        Some(form)
    }
}

/// Sets what was not said otherwise before.
fn set<T: Default + PartialEq>(slot: &mut T, value: T) -> Option<()> {
    let free = *slot == T::default() || *slot == value;
    *slot = value;
    free.then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_in_any_order_and_not_against_each_other() {
        let form = Form::read("stacked  vertical");
        assert_eq!(
            form,
            Some(Form { orient: Orient::Vertical, arrange: Arrange::Stacked, stem: Stem::Bare })
        );
        assert_eq!(Form::read(""), Some(Form::default()));
        assert_eq!(Form::read("stacked stacked").map(|form| form.arrange), Some(Arrange::Stacked));
        for wrong in ["stacked grouped", "horizontal vertical", "tall", "Stacked"] {
            assert_eq!(Form::read(wrong), None, "{wrong}");
        }
    }
}
