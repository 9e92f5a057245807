//! The channels in which nothing is counted.

use std::collections::{BTreeSet, HashSet};

use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::pages;
use crate::discord::ui::view::{Embed, View};
use crate::error::{Arg, Message};
use crate::i18n::{Locale, say};
use crate::ids::ChannelId;

use crate::features::activity::store::ExcludedChannel;

/// A channel is excluded.
pub fn added(locale: Locale, channel: ChannelId) -> View {
    View::text(say(locale, &Message::new("activity-exclude-added").with("channel", channel)))
}

/// A channel is counted again.
pub fn removed(locale: Locale, channel: ChannelId) -> View {
    View::text(say(locale, &Message::new("activity-exclude-removed").with("channel", channel)))
}

/// A page of those that are excluded and of the staff's; of those that the reader does not see only that they are there.
pub fn list(
    locale: Locale,
    (all, staff): (&[ExcludedChannel], &BTreeSet<ChannelId>),
    seen: &HashSet<ChannelId>,
    page: i64,
) -> View {
    let say = |message: Message| say(locale, &message);
    if all.is_empty() && staff.is_empty() {
        return View::text(say(Message::new("activity-exclude-none")));
    }
    let line = |one: &ExcludedChannel| {
        let since = Arg::Time(one.since, 'D');
        Message::new("activity-exclude-line").with("channel", one.channel).with("since", since)
    };
    let shown = all.iter().filter(|one| seen.contains(&one.channel)).map(|one| say(line(one)));
    let of_staff = staff.iter().filter(|channel| seen.contains(channel));
    let of_staff = of_staff.map(|channel| say(Message::new("activity-exclude-staff").with("channel", *channel)));
    let hidden = all.iter().map(|one| &one.channel).chain(staff).filter(|channel| !seen.contains(channel)).count();
    let hidden = (hidden > 0).then(|| say(Message::new("activity-exclude-hidden").with("count", hidden)));
    let parts = shown.chain(of_staff).chain(hidden).collect();
    let embed = Embed::titled(say(Message::new("activity-exclude-title")));
    pages::page(parts, page).below(locale, embed, |page| CustomId::new("activity", "excluded", 1, page))
}
