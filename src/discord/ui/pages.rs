//! Lists that are too long for one message, cut into pages that a person turns.

use crate::db::list::Slice;
use crate::error::Message;
use crate::i18n::{Locale, say};
use crate::text::safe::Safe;

use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::{Button, Embed, View};

/// What a page holds, in UTF-16 units: a description takes 4,096, and a title and buttons stand beside.
const ROOM: usize = 3_600;

/// One page of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    pub parts: Vec<Safe>,
    /// From 0 on.
    pub number: i64,
    /// How many there are.
    pub of: i64,
}

/// The page of this number, or the last one if there are fewer; parts stay whole.
pub fn page(parts: Vec<Safe>, number: i64) -> Page {
    let mut pages: Vec<Vec<Safe>> = vec![Vec::new()];
    let mut left = ROOM;
    for part in parts {
        let cost = part.len_utf16() + 1;
        if cost > left && pages.last().is_some_and(|page| !page.is_empty()) {
            pages.push(Vec::new());
            left = ROOM;
        }
        left = left.saturating_sub(cost);
        if let Some(page) = pages.last_mut() {
            page.push(part);
        }
    }
    let last = pages.len() - 1;
    let number = usize::try_from(number).unwrap_or(0).min(last);
    let whole = |number: usize| i64::try_from(number).unwrap_or(0);
    Page { parts: pages.swap_remove(number), number: whole(number), of: whole(last + 1) }
}

impl Page {
    /// Rows of the database, a part each.
    pub fn of_rows(slice: Slice, parts: impl IntoIterator<Item = Safe>) -> Self {
        Self { parts: parts.into_iter().collect(), number: slice.number, of: slice.pages() }
    }

    /// The page below what the embed says already: its parts, "Page 2 of 3" behind what stands in the footer, and
    /// the buttons that turn it, each named by `id` for its page.
    pub fn below(self, locale: Locale, embed: Embed, id: impl Fn(i64) -> CustomId) -> View {
        let footer: Vec<Safe> = embed.footer.clone().into_iter().chain(self.footer(locale)).collect();
        let text = Safe::join(embed.description.clone().into_iter().chain(self.parts.iter().cloned()), "\n");
        let footer = (!footer.is_empty()).then(|| Safe::join(footer, " · "));
        View::embed(Embed { description: Some(text), footer, ..embed }).row(self.buttons(locale, id))
    }

    /// "Page 2 of 3"; nothing where there is one only.
    pub fn footer(&self, locale: Locale) -> Option<Safe> {
        let footer = Message::new("page-of").with("page", self.number + 1).with("pages", self.of);
        (self.of > 1).then(|| say(locale, &footer))
    }

    /// The buttons that turn it, each named by `id` for its page; none where there is one page only.
    pub fn buttons(&self, locale: Locale, id: impl Fn(i64) -> CustomId) -> Vec<Button> {
        if self.of == 1 {
            return Vec::new();
        }
        let button = |key: &'static str, number| Button::new(say(locale, &Message::new(key)), id(number));
        vec![
            button("page-previous", self.number - 1).enabled(self.number > 0),
            button("page-next", self.number + 1).enabled(self.number + 1 < self.of),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_stay_whole_and_none_is_lost() {
        let part = |length: usize| Safe::ours("x".repeat(length));
        let parts: Vec<Safe> = [1_000, 3_000, 500, 9_000, 10].map(part).to_vec();
        let pages: Vec<Vec<usize>> =
            (0..4).map(|number| page(parts.clone(), number).parts.iter().map(Safe::len_utf16).collect()).collect();
        assert_eq!(pages, [vec![1_000], vec![3_000, 500], vec![9_000], vec![10]]);
        assert_eq!((page(parts.clone(), 99).number, page(parts, -1).number), (3, 0));
        assert_eq!(page(Vec::new(), 0), Page { parts: Vec::new(), number: 0, of: 1 });
    }
}
