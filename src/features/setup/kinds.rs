//! The kinds of settings that there are so far: a language, a zone, a channel of the staff.
//!
//! A feature with another kind fills in a [`Setting`] of its own.

use serenity::all::Permissions;

use crate::app::App;
use crate::discord::permission;
use crate::discord::suggest::Suggestion;
use crate::error::Message;
use crate::feature::setting::Setting;
use crate::i18n::{Locale, plain};
use crate::ids::{ChannelId, GuildId};
use crate::text::zone::Zone;

use super::rules;

/// The language of what everyone in a server reads.
pub const LANGUAGE: Setting = Setting {
    name: "language",
    about: "setting-language",
    default: |app, guild| {
        let discords = app.discord.directory.guild(guild).and_then(|guild| Locale::from_discord(&guild.locale));
        Message::new("setting-language-default").with("language", language(discords.unwrap_or_default()))
    },
    parse: |_, _, typed| Ok(rules::language(typed)?.code().to_owned()),
    show: |value| language(Locale::from_discord(value).unwrap_or_default()),
    suggest: |_, _, reader, typed| {
        let offered = Locale::ALL.into_iter().filter(|locale| rules::calls(*locale, typed));
        offered.map(|locale| Suggestion::new(plain(reader, &language(locale)), locale.code())).collect()
    },
    notes: |_, _, _| Vec::new(),
};

fn language(locale: Locale) -> Message {
    Message::new(match locale {
        Locale::En => "language-en",
        Locale::Ru => "language-ru",
        Locale::Ro => "language-ro",
    })
}

/// The calendar of a server, and the clock that people there type times by.
pub const ZONE: Setting = Setting {
    name: "zone",
    about: "setting-zone",
    default: |_, _| zone(Zone::utc().name()),
    parse: |_, _, typed| Ok(rules::zone(typed)?.name().to_owned()),
    show: zone,
    suggest: |app, _, _, typed| {
        let now = app.clock.now();
        let clock = |name: &str| Zone::named(name).map(|zone| zone.local(now));
        let label = |name: &String| clock(name).map(|at| format!("{name} · {:02}:{:02}", at.hour, at.minute));
        rules::zones(typed).into_iter().filter_map(|name| Some(Suggestion::new(label(&name)?, name))).collect()
    },
    notes: |_, _, _| Vec::new(),
};

fn zone(name: &str) -> Message {
    Message::new("setting-zone-value").with("zone", name)
}

/// A channel where the staff reads what Steward posts.
pub const fn staff_channel(name: &'static str, about: &'static str) -> Setting {
    Setting {
        name,
        about,
        default: |_, _| Message::new("setting-channel-default"),
        parse: |app, guild, typed| {
            let known = app.discord.directory.guild(guild).unwrap_or_default();
            Ok(rules::channel(&known, typed)?.to_string())
        },
        show: |value| Message::new("setting-channel-value").with("channel", id(value)),
        suggest: |app, guild, _, typed| {
            let known = app.discord.directory.guild(guild).unwrap_or_default();
            let found = rules::channels(&known, typed).into_iter();
            found.map(|(id, name)| Suggestion::new(format!("#{name}"), id.to_string())).collect()
        },
        notes: |app, guild, value| staff_notes(app, guild, id(value)),
    }
}

/// How many days something is kept at most, and at least where a server wants it shorter.
pub const LONGEST: u32 = 400;
const SHORTEST: u32 = 28;

/// For how many days something is kept; never longer than Steward promises everyone.
pub const fn days(name: &'static str, about: &'static str) -> Setting {
    Setting {
        name,
        about,
        default: |_, _| span(i64::from(LONGEST)),
        parse: |_, _, typed| {
            let digits: String = typed.chars().take_while(char::is_ascii_digit).collect();
            let days = digits.parse().ok().filter(|days| (SHORTEST..=LONGEST).contains(days));
            let told = || Message::new("setting-days-none").with("least", SHORTEST).with("most", LONGEST);
            Ok(days.ok_or_else(told)?.to_string())
        },
        show: |value| span(value.parse().unwrap_or_default()),
        suggest: |_, _, reader, _| {
            let offered = [28, 90, 180, 365, LONGEST];
            offered.map(|days| Suggestion::new(plain(reader, &span(i64::from(days))), days.to_string())).to_vec()
        },
        notes: |_, _, _| Vec::new(),
    }
}

fn span(days: i64) -> Message {
    Message::new("setting-days-value").with("days", days)
}

/// The id in a stored value; 0, which no channel has, where somebody wrote something else there.
fn id(value: &str) -> ChannelId {
    value.parse().unwrap_or(ChannelId(0))
}

fn staff_notes(app: &App, guild: GuildId, channel: ChannelId) -> Vec<Message> {
    let Some(known) = app.discord.directory.guild(guild) else { return Vec::new() };
    let Some(place) = known.channels.get(&channel) else {
        return vec![Message::new("setting-channel-gone")];
    };
    let needs = Permissions::VIEW_CHANNEL | Permissions::EMBED_LINKS | place.sending();
    let lacks = app.discord.me().map(|me| needs - known.permissions_in(guild, channel, me.bot, &known.own_roles));
    let lacks = lacks.filter(|lacks| !lacks.is_empty()).map(|lacks| {
        Message::new("setting-channel-lacks").with("permissions", permission::names(lacks)).with("channel", channel)
    });
    let public = known.is_public(guild, channel);
    let public = public.then(|| Message::new("setting-channel-public").with("channel", channel));
    public.into_iter().chain(lacks).collect()
}
