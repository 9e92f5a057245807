//! Who needs a person today: for staff alone, and never posted.

use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::pages;
use crate::discord::ui::view::{Embed, View};
use crate::error::{Arg, Message};
use crate::i18n::{Locale, say};
use crate::ids::{ChannelId, GuildId};

use super::newcomers::young;
use crate::features::activity::report::newcomers::Needs;
use crate::features::activity::store::Unanswered;

/// A page of newcomers without an answer and of fading regulars. A channel is named where the reader sees it.
pub fn needs(locale: Locale, guild: GuildId, needs: &Needs, sees: impl Fn(ChannelId) -> bool, page: i64) -> View {
    let say = |message: Message| say(locale, &message);
    let mut parts = vec![say(Message::new("stats-needs-unanswered").with("count", needs.unanswered.len()))];
    if needs.unanswered.is_empty() {
        parts.push(say(Message::new("stats-needs-all-answered")));
    }
    parts.extend(needs.unanswered.iter().map(|one| say(waiting(guild, one, sees(one.channel)))));
    if let Some(from) = needs.young {
        parts.push(say(young(from, &needs.zone)));
    } else if needs.is_unsure {
        parts.push(say(Message::new("stats-needs-unsure")));
    } else {
        parts.push(say(Message::new("stats-needs-fading").with("count", needs.fading.len())));
        if needs.fading.is_empty() {
            parts.push(say(Message::new("stats-needs-none-fading")));
        }
        parts.extend(needs.fading.iter().map(|(member, week)| {
            say(Message::new("stats-needs-silent").with("member", *member).with("week", week.to_string()))
        }));
    }
    let embed = Embed::titled(say(Message::new("stats-needs-title")));
    let embed = embed.footer(say(Message::new("stats-needs-private")));
    pages::page(parts, page).below(locale, embed, |page| CustomId::new("activity", "needs-page", 1, page))
}

fn waiting(guild: GuildId, one: &Unanswered, is_seen: bool) -> Message {
    let line = Message::new(if is_seen { "stats-needs-waiting" } else { "stats-needs-waiting-hidden" });
    let line = line.with("member", one.member).with("at", Arg::Time(one.at, 'R'));
    if !is_seen {
        return line;
    }
    // A link of ours; nothing in it is anybody's words.
    line.with("channel", one.channel)
        .with("guild", guild.to_string())
        .with("place", one.channel.to_string())
        .with("message", one.message.to_string())
}
