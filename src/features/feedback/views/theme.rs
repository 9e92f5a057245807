//! A theme: on its card for the team, and for one reader with everything that they may read.

use std::collections::HashSet;

use crate::discord::ui::view::{Embed, View};
use crate::error::Message;
use crate::features::feedback::rules::bars;
use crate::features::feedback::{Item, Whole};
use crate::i18n::{Locale, say};
use crate::ids::{ChannelId, GuildId};
use crate::text::safe::Safe;

use super::{button, handover, id, quote, source, tag_name, titled};

/// How many quotes stand on the card, and for one reader.
const ON_CARD: usize = 5;
const FOR_READER: usize = 8;
/// How much of a quote is shown, in UTF-16 units.
const QUOTE: usize = 350;

/// The card: of what was said it shows what everyone can read.
pub fn card(locale: Locale, guild: GuildId, whole: &Whole) -> View {
    view(locale, guild, whole, ON_CARD, |item| item.is_public)
}

/// The theme for one reader, who sees these channels, and may hand it over or not.
pub fn whole(
    locale: Locale,
    guild: GuildId,
    whole: &Whole,
    readable: &HashSet<ChannelId>,
    may_hand_over: bool,
) -> View {
    let is_shown = |item: &Item| item.place().is_none_or(|channel| readable.contains(&channel));
    let view = view(locale, guild, whole, FOR_READER, is_shown);
    if !may_hand_over || whole.into.is_some() {
        return view;
    }
    view.row(vec![button(locale, "surge-hand-over", id("hand-theme", whole.theme.id.get()))])
}

fn view(locale: Locale, guild: GuildId, whole: &Whole, most: usize, is_shown: impl Fn(&Item) -> bool) -> View {
    let theme = &whole.theme;
    let mut lines = vec![Message::new("feedback-card-status").with("status", theme.status.message())];
    lines.extend(theme.reason.as_ref().map(|reason| Message::new("feedback-card-reason").with("reason", reason)));
    lines.extend(whole.into.as_ref().map(|into| Message::new("feedback-card-into").with("theme", titled(into))));
    lines.push(Message::new("feedback-card-people").with("people", whole.people).with("items", whole.items.len()));
    lines.push(match theme.owner {
        Some(owner) => Message::new("feedback-card-owner").with("member", owner),
        None => Message::new("feedback-card-no-owner"),
    });
    let mut said: Vec<Safe> = lines.iter().map(|line| say(locale, line)).collect();
    if !whole.tags.is_empty() {
        let tags =
            whole.tags.iter().map(|tag| Safe::join([tag_name(locale, tag), Safe::ours(format!(" {}", tag.uses))], ""));
        let head = say(locale, &Message::new("feedback-card-tags"));
        said.push(Safe::join([head, Safe::join(tags, ", ")], " "));
    }
    said.extend(whole.handover.as_ref().map(|handed| handover::line(locale, handed)));
    let days = say(locale, &Message::new("feedback-card-days"));
    said.push(Safe::join([days, Safe::ours(format!("`{}`", bars(&whole.days)))], " "));

    let shown: Vec<&Item> = whole.items.iter().filter(|item| is_shown(item)).collect();
    let hidden = whole.items.len() - shown.len();
    for item in shown.iter().take(most) {
        said.push(Safe::default());
        said.push(words(locale, guild, item));
    }
    let more = shown.len().saturating_sub(most);
    if more > 0 {
        said.push(say(locale, &Message::new("feedback-card-more").with("count", more)));
    }
    if hidden > 0 {
        said.push(say(locale, &Message::new("feedback-card-hidden").with("count", hidden)));
    }
    View::embed(Embed::titled(say(locale, &titled(theme))).description(Safe::join(said, "\n")))
}

fn words(locale: Locale, guild: GuildId, item: &Item) -> Safe {
    Safe::join([quote(locale, &item.text, QUOTE), source(locale, guild, item)], "\n")
}
