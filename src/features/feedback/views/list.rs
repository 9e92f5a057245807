//! Every theme of a server, what most people say first; and every tag.

use crate::db::list::Listed;
use crate::discord::ui::pages::Page;
use crate::discord::ui::view::{Embed, View};
use crate::error::Message;
use crate::features::feedback::store::themes::Filter;
use crate::features::feedback::{Counted, Status, Tag, TagId};
use crate::i18n::{Locale, say};
use crate::text::safe::Safe;

use super::{id, tag_name, tell, titled};

/// Every status, for the argument of the buttons that turn pages.
const ALL: [Status; 6] =
    [Status::Open, Status::Planned, Status::InProgress, Status::Shipped, Status::Declined, Status::Duplicate];

/// A page of themes.
pub fn list(locale: Locale, page: &Listed<Counted>, filter: Filter) -> View {
    let title = tell(locale, "feedback-list");
    if page.rows.is_empty() {
        let empty = if filter == Filter::default() { "feedback-list-empty" } else { "feedback-list-none" };
        return View::embed(Embed::titled(title).description(tell(locale, empty)));
    }
    let parts = page.rows.iter().map(|one| line(locale, one));
    Page::of_rows(page.slice, parts).below(locale, Embed::titled(title), |number| id("list", number).arg(arg(filter)))
}

fn line(locale: Locale, one: &Counted) -> Safe {
    let line = Message::new("feedback-list-line")
        .with("theme", titled(&one.theme))
        .with("status", one.theme.status.message())
        .with("people", one.people)
        .with("items", one.items);
    say(locale, &line)
}

/// A filter as it stands in a custom_id: "planned-3".
fn arg(filter: Filter) -> String {
    format!("{}-{}", filter.status.map_or("any", Status::as_str), filter.tag.map_or(0, TagId::get))
}

/// The filter of a custom_id; what it does not say is everything.
pub fn filter(arg: &str) -> Filter {
    let Some((status, tag)) = arg.split_once('-') else { return Filter::default() };
    Filter {
        status: ALL.into_iter().find(|one| one.as_str() == status),
        tag: tag.parse().ok().filter(|tag| *tag > 0).map(TagId),
    }
}

/// Every tag.
pub fn tags(locale: Locale, all: &[Tag]) -> View {
    let line = |tag: &Tag| {
        let key = if tag.is_retired { "feedback-tags-retired" } else { "feedback-tags-line" };
        let count = say(locale, &Message::new(key).with("count", tag.uses));
        Safe::join([tag_name(locale, tag), count], " · ")
    };
    let embed = Embed::titled(tell(locale, "feedback-tags")).description(Safe::join(all.iter().map(line), "\n"));
    View::embed(embed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_keeps_the_filter() {
        for status in ALL.into_iter().map(Some).chain([None]) {
            for tag in [None, Some(TagId(7))] {
                let filter_of = Filter { status, tag };
                assert_eq!(filter(&arg(filter_of)), filter_of);
            }
        }
        assert_eq!(filter("nonsense"), Filter::default());
    }
}
