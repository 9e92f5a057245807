//! The figures that `/stats server` shows: which weeks, and what may be seen of them.

use crate::app::App;
use crate::error::Result;
use crate::features::setup;
use crate::i18n::Locale;
use crate::ids::GuildId;
use crate::text::zone::{Week, WeekRange};

use super::Period;
use super::figures::{self, WeekFigures};

/// Weeks of a server, as they are shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    pub server: String,
    /// The language of what everyone reads.
    pub locale: Locale,
    pub period: Period,
    /// The weeks of the period within the record, oldest first.
    pub weeks: Vec<WeekFigures>,
    /// The week before the first of them, if it is in the record.
    pub before: Option<WeekFigures>,
    /// The week that is running.
    pub running: Week,
    pub channels: Vec<Channel>,
}

/// What a channel had in the period, largest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Channel {
    /// `None` for those that not everyone can see, taken together.
    pub name: Option<String>,
    pub messages: i64,
}

pub async fn of(app: &App, guild: GuildId, period: Period) -> Result<Report> {
    let known = setup::settings(app.db.read(), guild).await?;
    let zone = setup::zone(app.db.read(), guild).await?;
    let now = app.clock.now();
    let running = Week::of(now, &zone);

    let (first, last) = period.weeks(running);
    let range = WeekRange { first: first.previous(), last };
    let mut weeks = figures::weeks(&app.db, guild, &zone, range, now).await?;
    let before = weeks.first().is_some_and(|week| week.week < first).then(|| weeks.remove(0));

    let channels = channels(app, guild, &weeks);
    let server = known.as_ref().map_or_else(String::new, |known| known.name.clone());
    let locale = known.map_or_else(Locale::default, |known| known.locale);
    Ok(Report { server, locale, period, weeks, before, running, channels })
}

/// Channels of the period together; those that not everyone sees lose their names.
fn channels(app: &App, guild: GuildId, weeks: &[WeekFigures]) -> Vec<Channel> {
    let directory = app.discord.directory.guild(guild);
    let public = |channel| directory.as_ref().is_some_and(|directory| directory.is_public(guild, channel));
    let mut channels: Vec<Channel> = Vec::new();
    for top in weeks.iter().flat_map(|week| &week.top_channels) {
        let name = public(top.channel).then(|| top.name.clone());
        match channels.iter_mut().find(|channel| channel.name == name) {
            Some(channel) => channel.messages += top.messages,
            None => channels.push(Channel { name, messages: top.messages }),
        }
    }
    channels.sort_by(|one, other| (other.messages, &one.name).cmp(&(one.messages, &other.name)));
    channels
}
