//! Which setting, value, zone, role, channel or hours somebody meant; until when a change can be taken
//! back; and when another calendar begins.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::discord::client::directory::{Channel, Guild, Role};
use crate::error::{Error, Result};
use crate::feature::setting::Setting;
use crate::i18n::Locale;
use crate::ids::{ChannelId, GuildId, RoleId};
use crate::text::places;
use crate::text::when;
use crate::text::zone::{TimeOfDay, Week, Zone};

use super::{Calendar, Change, Problem};
use crate::features::setup::Creation;

/// How long a change can be taken back by its button.
pub const UNDO_WITHIN: Duration = Duration::from_secs(10 * 60);
/// An older change of the zone holds by now.
pub const LONGER_THAN_A_WEEK: Duration = Duration::from_secs(9 * 24 * 3_600);
/// How many zones or channels are named to choose from.
const OFFERED: usize = 25;

/// The setting of a name, as people write it.
pub fn find(mut all: impl Iterator<Item = &'static Setting>, typed: &str) -> Result<&'static Setting, Problem> {
    let name = typed.trim().trim_matches('`').to_lowercase().replace([' ', '-'], "_");
    all.find(|setting| setting.name == name).ok_or_else(|| Problem::NoSetting(typed.trim().to_owned()))
}

/// What was typed, without the white space around it; nothing, where the default is wanted back.
pub fn chosen(typed: &str) -> Option<&str> {
    Some(typed.trim()).filter(|typed| !["none", "default"].iter().any(|word| typed.eq_ignore_ascii_case(word)))
}

/// "on" or "off", in any language.
pub fn on_or_off(typed: &str) -> Option<&'static str> {
    match typed.trim().to_lowercase().as_str() {
        "on" | "yes" | "вкл" | "включено" | "да" | "pornit" | "da" => Some("on"),
        "off" | "no" | "выкл" | "выключено" | "нет" | "oprit" | "nu" => Some("off"),
        _ => None,
    }
}

/// Whether a change may still be taken back.
pub fn may_undo(change: &Change, current: Option<&str>, now: Timestamp) -> Result<(), Problem> {
    if change.undone {
        Err(Problem::Undone)
    } else if current != change.after.as_deref() {
        Err(Problem::ChangedSince)
    } else if now > change.at.plus(UNDO_WITHIN) {
        Err(Problem::TooLate)
    } else {
        Ok(())
    }
}

/// Whether channels that were made may still be taken back.
pub fn may_undo_creation(creation: &Creation, now: Timestamp) -> Result<(), Problem> {
    if creation.undone {
        Err(Problem::Undone)
    } else if now > creation.at.plus(UNDO_WITHIN) {
        Err(Problem::TooLate)
    } else {
        Ok(())
    }
}

/// What a language is called, in itself and in the others; the first is its code.
const fn names(locale: Locale) -> &'static [&'static str] {
    match locale {
        Locale::En => &["en", "english", "английский", "engleză", "engleza"],
        Locale::Ru => &["ru", "русский", "russian", "rusă", "rusa"],
        Locale::Ro => &["ro", "română", "romana", "romanian", "румынский"],
    }
}

/// The language that was meant.
pub fn language(typed: &str) -> Result<Locale, Problem> {
    let word = typed.trim().to_lowercase();
    let found = Locale::ALL.into_iter().find(|locale| names(*locale).contains(&word.as_str()));
    found.ok_or_else(|| Problem::NoLanguage(typed.to_owned()))
}

/// Whether a language is called something that begins like this.
pub fn calls(locale: Locale, typed: &str) -> bool {
    let word = typed.trim().to_lowercase();
    names(locale).iter().any(|name| name.starts_with(&word))
}

/// Offered before anything is typed.
pub const USUAL_ZONES: [&str; 12] = [
    "UTC",
    "Europe/Chisinau",
    "Europe/Bucharest",
    "Europe/Kyiv",
    "Europe/Moscow",
    "Europe/London",
    "Europe/Berlin",
    "Asia/Tbilisi",
    "Asia/Almaty",
    "America/New_York",
    "America/Chicago",
    "America/Los_Angeles",
];

/// The zone that was meant: its name, its city alone where only one zone has that, a city or a country as people
/// call it, a difference to UTC or an abbreviation, which both stay the same all year.
pub fn zone(typed: &str) -> Result<Zone, Problem> {
    let name = with_underscores(typed);
    // "Etc/GMT+2" means the opposite of what it says, "EST5EDT" little.
    let is_plain =
        name.contains('/') && !name.to_ascii_lowercase().starts_with("etc/") || name.eq_ignore_ascii_case("UTC");
    if let Some(zone) = Zone::find(&name).filter(|zone| is_plain && zone.name().eq_ignore_ascii_case(&name)) {
        return Ok(zone);
    }
    let places = Zone::names().into_iter().filter(|zone| places::is_of_a_place(zone));
    let cities: Vec<String> = places.filter(|zone| city(zone).eq_ignore_ascii_case(&name)).collect();
    let none = || Problem::NoZone(typed.trim().to_owned());
    match cities.as_slice() {
        [] => places::zone(typed).ok_or_else(none),
        [one] => Zone::find(one).ok_or_else(none),
        _ => Err(Problem::SeveralZones(cities)),
    }
}

/// Zones that begin like this, or whose city does; then those that have it elsewhere in the name.
pub fn zones(as_typed: &str) -> Vec<String> {
    let typed = with_underscores(as_typed).to_ascii_lowercase();
    if typed.is_empty() {
        return USUAL_ZONES.map(str::to_owned).to_vec();
    }
    // Names like "EST5EDT" and "Etc/GMT+5" say little or the opposite of what they seem to.
    let known = Zone::names().into_iter().filter(|name| name == "UTC" || places::is_of_a_place(name));
    let mut found: Vec<(u8, String)> = known
        .filter_map(|name| {
            let lower = name.to_ascii_lowercase();
            let begins = lower.starts_with(&typed) || city(&lower).starts_with(&typed);
            let of_a_word = || city(&lower).split(['_', '-']).any(|word| word.starts_with(&typed));
            let rank = if begins {
                0
            } else if of_a_word() {
                1
            } else {
                2
            };
            (rank < 2 || lower.contains(&typed)).then_some((rank, name))
        })
        .collect();
    // Cities and countries as people of all languages call them.
    let called = places::beginning_like(as_typed).into_iter().map(|zone| (0, zone.to_owned()));
    found.extend(called.collect::<Vec<_>>());
    found.sort();
    let meant = zone(as_typed).ok().map(|zone| zone.name().to_owned());
    let mut names: Vec<String> = Vec::new();
    // "EST" is the same all year, and its region beside it is not.
    let region = places::region(as_typed).map(str::to_owned);
    for name in meant.into_iter().chain(region).chain(found.into_iter().map(|(_, name)| name)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.extend(fixed_alternatives(&names));
    names.truncate(OFFERED);
    names
}

/// Where a difference to UTC was typed, the usual zones whose clocks may have been meant: they show it for a part of
/// the year at least.
fn fixed_alternatives(names: &[String]) -> Vec<String> {
    let Some(fixed) = names.first().filter(|name| is_fixed(name)).and_then(|name| Zone::find(name)) else {
        return Vec::new();
    };
    // The first days of January and of July of some year.
    let instants = [Timestamp::from_seconds(1_767_225_600), Timestamp::from_seconds(1_782_864_000)];
    let shows = |zone: &Zone| instants.iter().any(|at| zone.offset(*at).seconds == fixed.offset(*at).seconds);
    let usual = USUAL_ZONES.into_iter().filter(|name| Zone::find(name).is_some_and(|zone| shows(&zone)));
    usual.map(str::to_owned).filter(|name| !names.contains(name)).collect()
}

/// Whether it is the name of a zone whose clocks never change.
pub fn is_fixed(name: &str) -> bool {
    name.starts_with("UTC+") || name.starts_with("UTC-")
}

fn with_underscores(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join("_").replace("_/_", "/")
}

/// "Buenos_Aires" of "America/Argentina/Buenos_Aires".
fn city(zone: &str) -> &str {
    zone.rsplit('/').next().unwrap_or(zone)
}

/// The channel that was meant: `<#id>`, an id or a name, in this server and made for posts; a forum is
/// so where `forums` are wanted too.
pub fn channel(guild: &Guild, typed: &str, forums: bool) -> Result<ChannelId, Problem> {
    let typed = typed.trim();
    let fits = |channel: &Channel| channel.takes_posts || forums && channel.forum;
    let id = typed.strip_prefix("<#").and_then(|rest| rest.strip_suffix('>')).unwrap_or(typed);
    if let Some(id) = id.parse().ok().map(ChannelId).filter(|id| guild.channels.contains_key(id)) {
        return if fits(&guild.channels[&id]) { Ok(id) } else { Err(Problem::NotForPosts(id)) };
    }
    let name = typed.trim_start_matches('#').to_lowercase();
    let named: Vec<_> = guild.channels.iter().filter(|(_, channel)| channel.name.to_lowercase() == name).collect();
    let for_posts: Vec<_> = named.iter().filter(|(_, channel)| fits(channel)).collect();
    match (for_posts.as_slice(), named.first()) {
        ([(id, _)], _) => Ok(**id),
        ([], Some((id, _))) => Err(Problem::NotForPosts(**id)),
        ([], None) => Err(Problem::NoChannel(typed.to_owned())),
        _ => Err(Problem::SeveralChannels(typed.to_owned())),
    }
}

/// Channels to choose from by what was typed of their name; those that begin like it come first.
pub fn channels(guild: &Guild, typed: &str, forums: bool) -> Vec<(ChannelId, String)> {
    let typed = typed.trim().trim_start_matches('#').to_lowercase();
    let fits = |channel: &Channel| (channel.takes_posts || forums && channel.forum) && !channel.thread;
    let for_posts = guild.channels.iter().filter(|(_, channel)| fits(channel));
    let mut found: Vec<_> = for_posts
        .filter(|(_, channel)| channel.name.to_lowercase().contains(&typed))
        .map(|(id, channel)| (!channel.name.to_lowercase().starts_with(&typed), channel.name.clone(), *id))
        .collect();
    found.sort();
    found.into_iter().map(|(_, name, id)| (id, name)).take(OFFERED).collect()
}

/// The role that was meant: `<@&id>`, an id or a name, and one that people can be given.
pub fn role(guild: &Guild, id: GuildId, typed: &str) -> Result<RoleId, Problem> {
    let typed = typed.trim();
    let everyone = RoleId(id.0);
    let number = typed.strip_prefix("<@&").and_then(|rest| rest.strip_suffix('>')).unwrap_or(typed);
    let meant = number.parse().ok().map(RoleId).filter(|role| guild.roles.contains_key(role));
    let name = typed.trim_start_matches('@').to_lowercase();
    let named =
        |(role, known): (&RoleId, &Role)| (known.name.trim_start_matches('@').to_lowercase() == name).then_some(*role);
    let named: Vec<RoleId> = meant.map_or_else(|| guild.roles.iter().filter_map(named).collect(), |role| vec![role]);
    match named.as_slice() {
        [] => Err(Problem::NoRole(typed.to_owned())),
        [role] if *role == everyone => Err(Problem::RoleOfEveryone),
        [role] if guild.roles[role].managed => Err(Problem::ManagedRole(*role)),
        [role] => Ok(*role),
        _ => Err(Problem::SeveralRoles(typed.to_owned())),
    }
}

/// Roles to choose from by what was typed of their name, the highest first.
pub fn roles(guild: &Guild, id: GuildId, typed: &str) -> Vec<(RoleId, String)> {
    let typed = typed.trim().trim_start_matches('@').to_lowercase();
    let can_be_given = guild.roles.iter().filter(|(role, known)| **role != RoleId(id.0) && !known.managed);
    let mut found: Vec<_> = can_be_given.filter(|(_, known)| known.name.to_lowercase().contains(&typed)).collect();
    found.sort_by_key(|(role, known)| (std::cmp::Reverse(known.position), **role));
    found.into_iter().map(|(role, known)| (*role, known.name.clone())).take(OFFERED).collect()
}

/// From when to when nobody is disturbed with what can wait; `None` where that is never so. Over
/// midnight, if the end is before the beginning.
pub fn quiet_hours(typed: &str) -> Result<Option<(TimeOfDay, TimeOfDay)>, Problem> {
    let typed = typed.trim();
    if typed.eq_ignore_ascii_case("off") {
        return Ok(None);
    }
    let problem = || Problem::NotHours(typed.to_owned());
    let (from, to) = typed.split_once(['-', '–', '—']).ok_or_else(problem)?;
    let hours = when::time_of_day(from.trim()).zip(when::time_of_day(to.trim())).ok_or_else(problem)?;
    if hours.0 == hours.1 { Err(problem()) } else { Ok(Some(hours)) }
}

/// "22:00–08:00".
pub fn written_hours((from, to): (TimeOfDay, TimeOfDay)) -> String {
    format!("{from}–{to}")
}

/// The zone that a stored value names; UTC where nothing is stored.
pub fn read_zone(stored: Option<&str>) -> Result<Zone> {
    let Some(name) = stored else { return Ok(Zone::utc()) };
    Zone::find(name).ok_or_else(|| Error::fault(format!("unknown zone {name}")))
}

/// The calendar that counts now, where `chosen` is the zone that people use and `changes` are those
/// of the last days, oldest first. Each begins with the Monday that follows it; until then what held
/// before the first of them goes on.
pub fn calendar(chosen: Zone, changes: &[Change], now: Timestamp) -> Result<Calendar> {
    for change in changes.iter().filter(|change| !change.undone) {
        let after = read_zone(change.after.as_deref())?;
        if next_monday(change.at, &after) <= now {
            continue;
        }
        let zone = read_zone(change.before.as_deref())?;
        let next = (zone != chosen).then(|| (next_monday(now, &chosen), chosen));
        return Ok(Calendar { zone, next });
    }
    Ok(Calendar { zone: chosen, next: None })
}

fn next_monday(after: Timestamp, zone: &Zone) -> Timestamp {
    Week::containing(after, zone).next().start(zone)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::features::setup::ChangeId;
    use crate::features::setup::setting_types;
    use crate::text::zone::parse_iso;

    const ALL: &[Setting] =
        &[setting_types::LANGUAGE, setting_types::ZONE, setting_types::staff_channel("mod_log", "setting-mod_log")];

    #[test]
    fn a_setting_is_found_as_people_write_it() {
        for typed in ["mod_log", " Mod_Log ", "mod log", "mod-log", "`mod_log`"] {
            assert_eq!(find(ALL.iter(), typed).map(|setting| setting.name), Ok("mod_log"), "{typed}");
        }
        for typed in ["", "log", "mod_log zone"] {
            assert_eq!(find(ALL.iter(), typed).err(), Some(Problem::NoSetting(typed.to_owned())));
        }
    }

    #[test]
    fn two_words_give_the_default_back() {
        for (typed, value) in [("none", None), (" Default ", None), (" UTC ", Some("UTC")), ("no one", Some("no one"))]
        {
            assert_eq!(chosen(typed), value, "{typed}");
        }
    }

    #[rstest]
    #[case("en", Ok(Locale::En))]
    #[case(" Russian ", Ok(Locale::Ru))]
    #[case("русский", Ok(Locale::Ru))]
    #[case("Română", Ok(Locale::Ro))]
    #[case("romana", Ok(Locale::Ro))]
    #[case("румынский", Ok(Locale::Ro))]
    #[case("de", Err(Problem::NoLanguage("de".to_owned())))]
    fn languages_are_called_by_many_names(#[case] typed: &str, #[case] found: Result<Locale, Problem>) {
        assert_eq!(language(typed), found);
    }

    #[rstest]
    #[case("Europe/Chisinau", Some("Europe/Chisinau"))]
    #[case("europe / chisinau", Some("Europe/Chisinau"))]
    #[case("CHISINAU", Some("Europe/Chisinau"))]
    #[case("new york", Some("America/New_York"))]
    #[case("utc", Some("UTC"))]
    #[case("", None)]
    #[case("Atlantis", None)]
    #[case("+03:00", Some("UTC+03:00"))]
    #[case("GMT+2", Some("UTC+02:00"))]
    #[case("utc-5", Some("UTC-05:00"))]
    #[case("EST", Some("UTC-05:00"))]
    #[case("мск", Some("UTC+03:00"))]
    #[case("Etc/GMT+2", None)]
    #[case("EST5EDT", None)]
    #[case("Chișinău", Some("Europe/Chisinau"))]
    #[case("кишинёв", Some("Europe/Chisinau"))]
    #[case("Москва", Some("Europe/Moscow"))]
    #[case("bucuresti", Some("Europe/Bucharest"))]
    #[case("UTC+25", None)]
    #[case("Europe/", None)]
    fn a_zone_is_its_name_or_its_city(#[case] typed: &str, #[case] name: Option<&str>) {
        assert_eq!(zone(typed).ok().as_ref().map(Zone::name), name);
    }

    #[rstest]
    #[case("22:00-08:00", Ok(Some("22:00–08:00")))]
    #[case(" 23 – 7:30 ", Ok(Some("23:00–07:30")))]
    #[case("22:00–08:00", Ok(Some("22:00–08:00")))]
    #[case("OFF", Ok(None))]
    #[case("22:00", Err(()))]
    #[case("9:00-9:00", Err(()))]
    #[case("at night - in the morning", Err(()))]
    #[case("25:00-08:00", Err(()))]
    fn quiet_hours_are_two_times_of_the_day(#[case] typed: &str, #[case] hours: Result<Option<&str>, ()>) {
        let read = quiet_hours(typed).map(|hours| hours.map(written_hours)).map_err(drop);
        assert_eq!(read, hours.map(|hours| hours.map(str::to_owned)));
    }

    #[test]
    fn zones_are_offered_by_their_beginning_first() {
        assert_eq!(zones(" chis"), ["Europe/Chisinau"]);
        assert_eq!(zones("york"), ["America/New_York"]);
        assert_eq!(zones("europe/b").first().map(String::as_str), Some("Europe/Belfast"));
        assert_eq!(zones("a").len(), OFFERED);
        assert!(zones("gmt").iter().all(|name| !name.starts_with("Etc/")));
        assert!(zones("eastern").iter().all(|name| !name.starts_with("US/")));
        assert!(zones("").iter().all(|name| Zone::find(name).is_some_and(|zone| zone.name() == name)));
    }

    fn change(before: &str, after: &str, at: &str) -> Change {
        let stored = |zone: &str| Some(zone.to_owned()).filter(|zone| zone != "UTC");
        Change {
            id: ChangeId(1),
            name: "zone".to_owned(),
            before: stored(before),
            after: stored(after),
            at: parse_iso(at).unwrap(),
            undone: false,
        }
    }

    /// The zone that counts on Wednesday, 18 November 2026, and what follows.
    fn counted(chosen: &str, changes: &[Change]) -> (String, Option<(String, String)>) {
        let zone = Zone::find(chosen).unwrap();
        let calendar = calendar(zone, changes, parse_iso("2026-11-18T12:00:00Z").unwrap()).unwrap();
        let next = calendar.next.map(|(from, zone)| (zone.iso(from), zone.name().to_owned()));
        (calendar.zone.name().to_owned(), next)
    }

    #[test]
    fn another_zone_counts_from_its_monday_on() {
        let text = str::to_owned;
        let chisinau = || Some((text("2026-11-23T00:00:00+02:00"), text("Europe/Chisinau")));
        let tuesday = "2026-11-17T09:00:00Z";
        let now = |zone: &str| (text(zone), None);
        assert_eq!(counted("UTC", &[]), now("UTC"));
        let one = change("UTC", "Europe/Chisinau", tuesday);
        assert_eq!(counted("Europe/Chisinau", std::slice::from_ref(&one)), (text("UTC"), chisinau()));
        let last_week = change("UTC", "Europe/Chisinau", "2026-11-13T09:00:00Z");
        assert_eq!(counted("Europe/Chisinau", &[last_week]), now("Europe/Chisinau"), "its Monday has been");
        let before = change("UTC", "Asia/Tokyo", "2026-11-16T09:00:00Z");
        let after = change("Asia/Tokyo", "Europe/Chisinau", tuesday);
        assert_eq!(counted("Europe/Chisinau", &[before.clone(), after]), (text("UTC"), chisinau()), "two in a week");
        let back = change("Asia/Tokyo", "UTC", tuesday);
        assert_eq!(counted("UTC", &[before, back]), now("UTC"), "there and back");
        assert_eq!(counted("UTC", &[Change { undone: true, ..one }]), now("UTC"), "taken back");
        // Sunday, 23:00 UTC, is Monday in Chisinau.
        let sunday = change("UTC", "Europe/Chisinau", "2026-11-15T23:00:00Z");
        assert_eq!(counted("Europe/Chisinau", &[sunday]), (text("UTC"), chisinau()));
    }

    #[test]
    fn a_change_is_taken_back_once_while_it_holds_and_not_for_long() {
        let done = change("UTC", "Asia/Tokyo", "2026-11-16T09:00:00Z");
        let minutes = |minutes: u64| done.at.plus(Duration::from_secs(minutes * 60));
        assert_eq!(may_undo(&done, Some("Asia/Tokyo"), minutes(10)), Ok(()));
        assert_eq!(may_undo(&done, Some("Asia/Tokyo"), minutes(11)), Err(Problem::TooLate));
        assert_eq!(may_undo(&done, None, minutes(1)), Err(Problem::ChangedSince));
        assert_eq!(may_undo(&done, Some("Asia/Seoul"), minutes(1)), Err(Problem::ChangedSince));
        let undone = Change { undone: true, ..done.clone() };
        assert_eq!(may_undo(&undone, Some("Asia/Tokyo"), minutes(1)), Err(Problem::Undone));
    }
}
