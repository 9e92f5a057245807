//! What was saved of a person, as they see it themselves.

use crate::db::list::Listed;
use crate::discord::ui::pages::Page;
use crate::discord::ui::view::{Button, Embed, View};
use crate::error::{Arg, Message};
use crate::features::feedback::Item;
use crate::i18n::{Locale, say};
use crate::ids::GuildId;
use crate::text::safe::Safe;

use super::{id, quote, source, tell};

/// How much of each is shown, in UTF-16 units.
const QUOTE: usize = 500;

/// A page, with a button to remove each.
pub fn page(locale: Locale, guild: GuildId, page: &Listed<Item>) -> View {
    let title = tell(locale, "feedback-own-title");
    if page.rows.is_empty() {
        return View::embed(Embed::titled(title).description(tell(locale, "feedback-own-none")));
    }
    let numbered = || (page.slice.skip() + 1..).zip(&page.rows);
    let parts = numbered().map(|(number, item)| {
        let at = Arg::Time(item.said, 'f');
        let head = say(locale, &Message::new("feedback-own-line").with("number", number.to_string()).with("at", at));
        Safe::join([head, quote(locale, &item.text, QUOTE), source(locale, guild, item)], "\n")
    });
    let view =
        Page::of_rows(page.slice, parts).below(locale, Embed::titled(title), |number| id("quotes", number).arg(guild));
    let remove = numbered().map(|(number, item)| {
        let label = say(locale, &Message::new("feedback-own-remove").with("number", number.to_string()));
        Button::new(label, id("quotes-remove", item.id.get()).arg(format!("{guild}-{}", page.slice.number))).danger()
    });
    view.row(remove.collect())
}

/// The server and the page of an argument; the first, if it names none.
pub fn place(arg: &str) -> Option<(GuildId, i64)> {
    let (guild, page) = arg.split_once('-').unwrap_or((arg, "0"));
    Some((guild.parse().ok()?, page.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_names_its_server_and_perhaps_a_page() {
        assert_eq!(place("7"), Some((GuildId(7), 0)));
        assert_eq!(place("7-2"), Some((GuildId(7), 2)));
        assert_eq!((place(""), place("a-b")), (None, None));
    }
}
