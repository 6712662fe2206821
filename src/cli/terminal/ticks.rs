//! How a menu of several choices looks: the line of the cursor bears a mark, as in other menus.
//!
//! dialoguer shows that line by colour alone, which without colour is not at all.

use std::fmt;

use dialoguer::theme::{ColorfulTheme, Theme};

/// The look of other menus, with a mark on the line of the cursor.
pub(super) struct Ticks<'t>(pub(super) &'t ColorfulTheme);

impl Theme for Ticks<'_> {
    fn format_multi_select_prompt(&self, f: &mut dyn fmt::Write, prompt: &str) -> fmt::Result {
        self.0.format_multi_select_prompt(f, prompt)
    }

    fn format_multi_select_prompt_item(
        &self,
        f: &mut dyn fmt::Write,
        text: &str,
        checked: bool,
        active: bool,
    ) -> fmt::Result {
        let mark = if active {
            &self.0.active_item_prefix
        } else {
            &self.0.inactive_item_prefix
        };
        write!(f, "{mark} ")?;
        self.0
            .format_multi_select_prompt_item(f, text, checked, active)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(active: bool) -> String {
        let mut shown = String::new();
        Ticks(&ColorfulTheme::default())
            .format_multi_select_prompt_item(&mut shown, "read", false, active)
            .expect("writing to memory cannot fail");
        console::strip_ansi_codes(&shown).into_owned()
    }

    #[test]
    fn the_line_of_the_cursor_is_marked_without_colour() {
        assert_eq!(item(true), "❯ ⬚ read");
        assert_eq!(item(false), "  ⬚ read");
    }
}
