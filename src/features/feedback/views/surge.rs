//! The alert about a theme that surges, and what is handed over.

use crate::discord::ui::view::{Embed, View};
use crate::error::{Arg, Message};
use crate::features::feedback::{Handover, Item, Surge, SurgeState, Theme};
use crate::i18n::{Locale, say};
use crate::ids::GuildId;
use crate::text::safe::Safe;

use super::{button, handover, id, link, quote, tell, titled};

/// How much of a message is shown, in UTF-16 units.
const QUOTE: usize = 350;

/// As the team reads it: now against usual, the first and the last message that everyone can read, and what became of
/// handing it over.
pub fn card(
    locale: Locale,
    guild: GuildId,
    surge: &Surge,
    theme: &Theme,
    items: &[Item],
    handed: Option<&Handover>,
) -> View {
    let usual = Arg::Decimal(surge.usual, 1);
    let now = Message::new("surge-now").with("people", surge.people).with("usual", usual);
    let mut lines = vec![say(locale, &now)];
    let mut public = items.iter().filter(|item| item.is_public && item.said <= surge.found);
    let (last, first) = (public.next(), public.next_back());
    for (key, item) in [("surge-first", first), ("surge-last", last)] {
        let Some(item) = item else { continue };
        let head = say(locale, &Message::new(key).with("at", Arg::Time(item.said, 'R')));
        lines.extend([Safe::default(), head, quote(locale, &item.text, QUOTE)]);
        lines.extend(link(guild, item).map(Safe::ours));
    }
    if let Some(by) = surge.decided_by {
        let key = match surge.state {
            SurgeState::Snoozed => "surge-snoozed",
            SurgeState::HandedOver => "surge-handed-over",
            SurgeState::Open | SurgeState::Acknowledged => "surge-acknowledged",
        };
        lines.extend([Safe::default(), say(locale, &Message::new(key).with("member", by))]);
    }
    lines.extend(handed.map(|handed| handover::line(locale, handed)));
    let title = say(locale, &Message::new("surge-title").with("theme", titled(theme)));
    let row = surge.id.get();
    let open = surge.state == SurgeState::Open;
    let acknowledge = open.then(|| button(locale, "surge-acknowledge", id("acknowledge", row)).primary());
    let snooze = open.then(|| button(locale, "surge-snooze", id("snooze", row)));
    let hand_over = button(locale, "surge-hand-over", id("hand-over", row));
    View::embed(Embed::titled(title).description(Safe::join(lines, "\n")))
        .row([acknowledge, snooze, Some(hand_over)].into_iter().flatten().collect())
}

/// Somebody has seen to it.
pub fn decided(locale: Locale, state: SurgeState) -> View {
    View::text(tell(
        locale,
        match state {
            SurgeState::Snoozed => "surge-snoozed-now",
            SurgeState::Open | SurgeState::Acknowledged | SurgeState::HandedOver => "surge-acknowledged-now",
        },
    ))
}
