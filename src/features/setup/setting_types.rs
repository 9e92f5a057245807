//! The kinds of settings that there are so far: a language, a zone, a role of the staff, a channel of
//! the staff or of everyone, hours; and those settings that no other feature has in its form yet.
//!
//! A feature with another kind fills in a [`Setting`] of its own.

use serenity::all::Permissions;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::access::level::Level;
use crate::discord::access::permission;
use crate::discord::client::directory::{Guild, Role};
use crate::discord::ui::autocomplete::Suggestion;
use crate::error::Message;
use crate::feature::setting::Setting;
use crate::i18n::{Locale, plain};
use crate::ids::{ChannelId, GuildId, RoleId};
use crate::text::zone::Zone;

use super::rules;

/// The language of what everyone in a server reads.
pub const LANGUAGE: Setting = Setting {
    name: "language",
    about: "setting-language",
    is_channel: false,
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
    is_channel: false,
    default: |_, _| zone(Zone::utc().name()),
    parse: |_, _, typed| Ok(rules::zone(typed)?.name().to_owned()),
    show: zone,
    suggest: |app, _, _, typed| {
        let now = app.clock.now();
        let offered = rules::zones(typed).into_iter();
        offered.filter_map(|name| Some(Suggestion::new(zone_label(&name, now)?, name))).collect()
    },
    notes: |_, _, name| {
        let fixed = rules::is_fixed(name).then(|| Message::new(FIXED_ZONE).with("zone", name));
        fixed.into_iter().collect()
    },
};

/// A zone with the time it is there.
pub fn zone_label(name: &str, now: Timestamp) -> Option<String> {
    let at = Zone::find(name)?.local(now);
    Some(format!("{name} · {:02}:{:02}", at.hour, at.minute))
}

fn zone(name: &str) -> Message {
    Message::new("setting-zone-value").with("zone", name)
}

/// Who manages the community, besides those with the permission for it.
pub const MANAGER_ROLE: Setting = staff_role("manager_role", "setting-manager_role", |app, guild, value| {
    role_notes(app, guild, value, Level::Manager)
});
/// Who moderates.
pub const MODERATOR_ROLE: Setting = staff_role("moderator_role", "setting-moderator_role", |app, guild, value| {
    role_notes(app, guild, value, Level::Moderator)
});
/// Who helps.
pub const HELPER_ROLE: Setting =
    staff_role("helper_role", "setting-helper_role", |app, guild, value| role_notes(app, guild, value, Level::Helper));

/// The settings that give a level, with that level.
pub const STAFF_ROLES: [(&Setting, Level); 3] =
    [(&MANAGER_ROLE, Level::Manager), (&MODERATOR_ROLE, Level::Moderator), (&HELPER_ROLE, Level::Helper)];

/// What should be known about a value.
type Notes = fn(&App, GuildId, &str) -> Vec<Message>;

/// A role that makes those who have it staff.
const fn staff_role(name: &'static str, about: &'static str, notes: Notes) -> Setting {
    Setting {
        name,
        about,
        is_channel: false,
        default: |_, _| Message::new("setting-role-default"),
        parse: |app, guild, typed| {
            let known = app.discord.directory.guild(guild).unwrap_or_default();
            Ok(rules::role(&known, guild, typed)?.to_string())
        },
        show: |value| Message::new("setting-role-value").with("role", RoleId(number(value))),
        suggest: |app, guild, _, typed| {
            let known = app.discord.directory.guild(guild).unwrap_or_default();
            let found = rules::roles(&known, guild, typed).into_iter();
            found.map(|(id, name)| Suggestion::new(format!("@{name}"), id.to_string())).collect()
        },
        notes,
    }
}

/// Whoever has the role acts on that level, but Discord shows a command only to those who are
/// permitted what it asks for by default.
fn role_notes(app: &App, guild: GuildId, value: &str, level: Level) -> Vec<Message> {
    let Some(known) = app.discord.directory.guild(guild) else { return Vec::new() };
    let role = RoleId(number(value));
    let Some(found) = known.roles.get(&role) else { return vec![Message::new("setting-role-gone")] };
    let lacks = hides(&known, guild, found, level);
    if lacks.is_empty() { Vec::new() } else { vec![hidden(role, lacks)] }
}

/// What a role lacks of the permissions for which Discord shows the commands up to a level.
pub fn hides(known: &Guild, guild: GuildId, role: &Role, level: Level) -> Permissions {
    let everyone = known.roles.get(&RoleId(guild.0)).map_or(Permissions::empty(), |role| role.permissions);
    let held = role.permissions | everyone;
    let shown = [Level::Helper, Level::Moderator, Level::Manager].into_iter().filter(|one| *one <= level);
    let asked = shown.filter_map(Level::default_permissions).fold(Permissions::empty(), |all, one| all | one);
    if held.administrator() { Permissions::empty() } else { asked - held }
}

/// That people with a role do not see all their commands, and what to do.
pub fn hidden(role: RoleId, lacks: Permissions) -> Message {
    Message::new("setting-role-hidden").with("role", role).with("permissions", permission::names(lacks))
}

/// What is said of a zone whose clocks never change, which may well be meant.
const FIXED_ZONE: &str = "setting-zone-fixed";

/// Whether a note says that something should be put right.
pub fn is_wrong(note: &Message) -> bool {
    note.key != FIXED_ZONE
}

/// Where reports by members come.
pub const REPORTS: Setting = staff_channel("reports", "setting-reports");
/// Where appeals are decided.
pub const APPEALS: Setting = staff_channel("appeals", "setting-appeals");
/// Where the team reads what feedback is about.
pub const FEEDBACK: Setting = staff_channel("feedback", "setting-feedback");
/// Where everyone reads what is announced.
pub const ANNOUNCEMENTS: Setting = public_channel("announcements", "setting-announcements");
/// Where everyone sees what is going on.
pub const EVENTS: Setting = public_channel("events", "setting-events");
/// Where everyone reads suggestions; in a forum each is a post.
pub const SUGGESTIONS: Setting = Setting {
    parse: |app, guild, typed| channel(app, guild, typed, true),
    suggest: |app, guild, _, typed| channels(app, guild, typed, true),
    ..public_channel("suggestions", "setting-suggestions")
};

/// A channel where the staff reads what Steward posts.
pub const fn staff_channel(name: &'static str, about: &'static str) -> Setting {
    Setting {
        name,
        about,
        is_channel: true,
        default: |_, _| Message::new("setting-channel-default"),
        parse: |app, guild, typed| channel(app, guild, typed, false),
        show: |value| Message::new("setting-channel-value").with("channel", channel_id(value)),
        suggest: |app, guild, _, typed| channels(app, guild, typed, false),
        notes: |app, guild, value| staff_notes(app, guild, channel_id(value)),
    }
}

/// A channel where everyone reads what Steward posts.
const fn public_channel(name: &'static str, about: &'static str) -> Setting {
    Setting { notes: public_notes, ..staff_channel(name, about) }
}

fn public_notes(app: &App, guild: GuildId, value: &str) -> Vec<Message> {
    let key = "setting-channel-private";
    channel_notes(app, guild, channel_id(value), |everyone_reads| (!everyone_reads).then_some(key))
}

/// Something that is on unless somebody turns it off; stored as "on" or "off".
pub const fn on(name: &'static str, about: &'static str) -> Setting {
    Setting {
        name,
        about,
        is_channel: false,
        default: |_, _| Message::new("setting-on"),
        parse: |_, _, typed| {
            let told = || Message::new("setting-on-none").with("typed", typed.trim());
            rules::on_or_off(typed).map(str::to_owned).ok_or_else(told)
        },
        show: |value| Message::new(if value == "off" { "setting-off" } else { "setting-on" }),
        suggest: |_, _, reader, _| {
            let offered = [("setting-on", "on"), ("setting-off", "off")];
            offered.map(|(label, value)| Suggestion::new(plain(reader, &Message::new(label)), value)).to_vec()
        },
        notes: |_, _, _| Vec::new(),
    }
}

/// Something that is off unless somebody turns it on; stored in the same way.
pub const fn off(name: &'static str, about: &'static str) -> Setting {
    Setting {
        default: |_, _| Message::new("setting-off"),
        show: |value| Message::new(if value == "on" { "setting-on" } else { "setting-off" }),
        ..on(name, about)
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
        is_channel: false,
        default: |_, _| span(i64::from(LONGEST)),
        parse: |_, _, typed| {
            let digits: String = typed.chars().take_while(char::is_ascii_digit).collect();
            let days = digits.parse().ok().filter(|days| (SHORTEST..=LONGEST).contains(days));
            let told = || {
                let told = Message::new("setting-days-none").with("typed", typed.trim());
                told.with("least", SHORTEST).with("most", LONGEST)
            };
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

/// The channel that was typed, as it is stored.
fn channel(app: &App, guild: GuildId, typed: &str, forums: bool) -> Result<String, Message> {
    let known = app.discord.directory.guild(guild).unwrap_or_default();
    Ok(rules::channel(&known, typed, forums)?.to_string())
}

fn channels(app: &App, guild: GuildId, typed: &str, forums: bool) -> Vec<Suggestion> {
    let known = app.discord.directory.guild(guild).unwrap_or_default();
    let found = rules::channels(&known, typed, forums).into_iter();
    found.map(|(id, name)| Suggestion::new(format!("#{name}"), id.to_string())).collect()
}

/// The id in a stored value; 0, which nothing on Discord has, where somebody wrote something else there.
fn number(value: &str) -> i64 {
    value.parse().unwrap_or(0)
}

fn channel_id(value: &str) -> ChannelId {
    ChannelId(number(value))
}

fn staff_notes(app: &App, guild: GuildId, channel: ChannelId) -> Vec<Message> {
    channel_notes(app, guild, channel, |everyone_reads| everyone_reads.then_some("setting-channel-public"))
}

/// Whether a channel is still there, whether the right people read it, and what Steward lacks there.
fn channel_notes(
    app: &App,
    guild: GuildId,
    channel: ChannelId,
    readers: impl Fn(bool) -> Option<&'static str>,
) -> Vec<Message> {
    let Some(known) = app.discord.directory.guild(guild) else { return Vec::new() };
    let Some(place) = known.channels.get(&channel) else {
        return vec![Message::new("setting-channel-gone")];
    };
    let needs = Permissions::VIEW_CHANNEL | Permissions::EMBED_LINKS | place.sending();
    let lacks = app.discord.me().map(|me| needs - known.permissions_in(guild, channel, me.bot, &known.own_roles));
    let lacks = lacks.filter(|lacks| !lacks.is_empty()).map(|lacks| {
        Message::new("setting-channel-lacks").with("permissions", permission::names(lacks)).with("channel", channel)
    });
    let readers = readers(known.is_public(guild, channel));
    let readers = readers.map(|key| Message::new(key).with("channel", channel));
    readers.into_iter().chain(lacks).collect()
}

/// When reminders and alerts that can wait will wait.
pub const QUIET_HOURS: Setting = Setting {
    name: "quiet_hours",
    about: "setting-quiet_hours",
    is_channel: false,
    default: |_, _| Message::new("setting-quiet_hours-value").with("hours", "22:00–08:00"),
    parse: |_, _, typed| Ok(rules::quiet_hours(typed)?.map_or_else(|| "off".to_owned(), rules::written_hours)),
    show: |value| match value {
        "off" => Message::new("setting-quiet_hours-off"),
        hours => Message::new("setting-quiet_hours-value").with("hours", hours),
    },
    suggest: |_, _, _, typed| {
        let read = rules::quiet_hours(typed).ok().flatten().map(rules::written_hours);
        let usual = ["22:00–08:00", "23:00–07:00", "off"].map(str::to_owned).into_iter();
        let usual = usual.filter(|hours| hours.starts_with(typed.trim()) && Some(hours) != read.as_ref());
        read.iter().cloned().chain(usual).map(|hours| Suggestion::new(hours.clone(), hours)).collect()
    },
    notes: |_, _, _| Vec::new(),
};
