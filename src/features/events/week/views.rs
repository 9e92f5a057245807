//! The week as people read it, with its picture; and the addresses of calendars.

use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::file::File;
use crate::discord::ui::pages;
use crate::discord::ui::view::{Button, Embed, View};
use crate::error::{Arg, Message, Result};
use crate::features::events::NAME;
use crate::i18n::{Locale, say};
use crate::text::safe::Safe;

use super::picture;
use super::{Plan, Planned};

/// The name of the picture.
const PICTURE: &str = "week.png";

/// The addresses that are shown to somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedOf {
    pub own: String,
    pub server: String,
    /// Whether they may renew that of the server.
    pub may_renew: bool,
}

impl FeedOf {
    /// The argument of the button that renews the address of the server.
    pub const SERVER: &'static str = "server";
}

impl Plan {
    /// What begins on a day, in order.
    pub fn on_day(&self, day: i64) -> impl Iterator<Item = &Planned> {
        // What began before the week belongs to its first day.
        let first = self.week.first_day();
        self.planned.iter().filter(move |one| self.zone.day(one.entry.starts).max(first) == day)
    }
}

fn id(verb: &str, row: i64) -> CustomId {
    CustomId::new(NAME, verb, 1, row)
}

fn button(locale: Locale, key: &'static str, id: CustomId) -> Button {
    Button::new(say(locale, &Message::new(key)), id)
}

/// A page of a week.
///
/// # Errors
/// Fault, if the picture cannot be drawn.
pub fn week(locale: Locale, plan: &Plan, number: i64) -> Result<View> {
    let first = plan.week.first_day();
    let title = Message::new("events-week")
        .with("week", picture::number(plan.week))
        .with("from", picture::date(locale, first))
        .with("until", picture::date(locale, first + 6));
    let embed = Embed::titled(say(locale, &title));
    let page = pages::page(lines(locale, plan), number);
    let mut buttons = vec![
        button(locale, "events-week-previous", id("week", plan.week.previous().first_day())),
        button(locale, "events-week-next", id("week", plan.week.next().first_day())),
    ];
    if plan.has_feeds {
        buttons.push(button(locale, "events-feeds", id("feeds", 0)));
    }
    if plan.planned.is_empty() {
        let embed = embed.description(say(locale, &Message::new("events-week-empty")));
        return Ok(View::embed(embed).row(buttons));
    }
    let view = page.below(locale, embed, |number| id("page", first).arg(number)).row(buttons);
    let says = spoken(locale, plan);
    Ok(view.file(File::picture(PICTURE, picture::agenda(locale, plan).svg(&says.unmarked()), says)))
}

/// A heading for each day with anything, and what takes place on it.
fn lines(locale: Locale, plan: &Plan) -> Vec<Safe> {
    let first = plan.week.first_day();
    let days = (first..first + 7).filter(|day| plan.on_day(*day).next().is_some());
    days.flat_map(|day| {
        let heading = Message::new("events-week-day")
            .with("weekday", picture::weekday(day))
            .with("date", picture::date(locale, day));
        std::iter::once(say(locale, &heading)).chain(plan.on_day(day).map(|one| line(locale, one)))
    })
    .collect()
}

fn line(locale: Locale, one: &Planned) -> Safe {
    let entry = &one.entry;
    let line = Message::new(if picture::is_off(one) { "events-week-line-off" } else { "events-week-line" })
        .with("at", Arg::Time(entry.starts, 't'))
        .with("title", &entry.details.title)
        .with("number", entry.event.number.to_string());
    let mut parts = vec![say(locale, &line)];
    if let Some(room) = one.room {
        parts.push(say(locale, &Message::new("events-week-room").with("channel", room)));
    } else if let Some(words) = entry.details.public_words() {
        parts.push(Safe::escape(words));
    }
    if one.going > 0 {
        parts.push(say(locale, &Message::new("events-week-going").with("count", one.going)));
    }
    let guild = entry.event.guild;
    parts.extend(
        one.card
            .map(|(channel, message)| Safe::ours(format!("https://discord.com/channels/{guild}/{channel}/{message}"))),
    );
    Safe::join(parts, " · ")
}

/// All that the picture shows, in words.
fn spoken(locale: Locale, plan: &Plan) -> Safe {
    let agenda = picture::agenda(locale, plan);
    let days = agenda.days.iter().filter(|day| !day.lines.is_empty()).map(|day| {
        let lines: Vec<String> = day.lines.iter().map(|line| format!("{} {}", line.time, line.title)).collect();
        let more = day.more.as_deref().map(|more| format!("; {more}")).unwrap_or_default();
        format!("{} {}: {}{more}.", day.name, day.date, lines.join("; "))
    });
    Safe::escape(&std::iter::once(format!("{}.", agenda.title)).chain(days).collect::<Vec<_>>().join(" "))
}

/// The addresses of calendars, which are theirs who read them.
pub fn feeds(locale: Locale, feeds: &FeedOf) -> View {
    let tell = |key: &'static str| say(locale, &Message::new(key));
    let address = |address: &str| Safe::ours(format!("`{address}`"));
    let embed = Embed::titled(tell("events-feeds-title"))
        .description(tell("events-feeds-how"))
        .field(tell("events-feed-own"), address(&feeds.own))
        .field(tell("events-feed-server"), address(&feeds.server))
        .footer(tell("events-feeds-secret"));
    let own = button(locale, "events-feed-renew-own", id("renew", 0));
    let server = button(locale, "events-feed-renew-server", id("renew", 0).arg(FeedOf::SERVER));
    View::embed(embed).row(std::iter::once(own).chain(feeds.may_renew.then_some(server)).collect())
}
