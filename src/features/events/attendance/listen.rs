//! Who sits where, as Discord tells it, and what follows for events that run: their presence is written as it changes, so
//! that it survives a restart.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serenity::all::{Event, GuildCreateEvent, VoiceState};
use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::db::heartbeat;
use crate::error::Result;
use crate::features::events::Occurrence;
use crate::features::events::store::occurrences;
use crate::ids::{ChannelId, GuildId, MemberId};

use super::rules::Room;
use super::store::presence;

/// Who sits in which voice channel of each server, bots aside.
#[derive(Debug, Default)]
pub struct Whereabouts(Mutex<Known>);

#[derive(Debug, Default)]
struct Known {
    /// A server is missing until Discord has told of everyone in it.
    guilds: HashMap<GuildId, HashMap<MemberId, ChannelId>>,
    /// When the process before this one was last alive.
    before: Option<Timestamp>,
}

impl Whereabouts {
    fn held(&self) -> MutexGuard<'_, Known> {
        // A panic elsewhere leaves nothing half made here.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Who sits in a channel; `None`: Discord has not told of this server yet.
    fn in_channel(&self, guild: GuildId, channel: ChannelId) -> Option<BTreeSet<MemberId>> {
        let known = self.held();
        let seats = known.guilds.get(&guild)?;
        Some(seats.iter().filter(|(_, seat)| **seat == channel).map(|(member, _)| *member).collect())
    }
}

/// Notes when the process before this one was last alive: whoever is not there any more left then, as far as anybody
/// knows.
pub async fn start(app: &App) -> Result<()> {
    let last = heartbeat::last(app.db.read()).await?;
    app.state::<Whereabouts>().held().before = last;
    Ok(())
}

/// What Discord tells.
pub async fn event(app: &Arc<App>, event: &Event) -> Result<()> {
    let whereabouts: &Whereabouts = app.state();
    let now = app.clock.now();
    match event {
        Event::VoiceStateUpdate(event) => {
            let Some(guild) = moved(whereabouts, &event.voice_state) else { return Ok(()) };
            reconcile(app, guild, now, now).await
        }
        Event::GuildCreate(event) => {
            let guild = GuildId::from(event.guild.id);
            let was_known = arrived(whereabouts, event);
            let before = whereabouts.held().before;
            let gone_at = if was_known { now } else { before.unwrap_or(now).min(now) };
            reconcile(app, guild, now, gone_at).await
        }
        _ => Ok(()),
    }
}

/// Somebody came, left or moved; the server, unless it was a bot or nothing that matters here.
fn moved(whereabouts: &Whereabouts, state: &VoiceState) -> Option<GuildId> {
    let guild = GuildId::from(state.guild_id?);
    if state.member.as_ref().is_some_and(|member| member.user.bot) {
        return None;
    }
    let mut known = whereabouts.held();
    let seats = known.guilds.get_mut(&guild)?;
    let member = MemberId::from(state.user_id);
    let before = match state.channel_id {
        Some(channel) => seats.insert(member, channel.into()),
        None => seats.remove(&member),
    };
    // Muting changes nothing.
    (before != state.channel_id.map(ChannelId::from)).then_some(guild)
}

/// A server is there, for the first time or again; whether it was known.
fn arrived(whereabouts: &Whereabouts, event: &GuildCreateEvent) -> bool {
    let guild = &event.guild;
    let is_bot = |member: serenity::all::UserId| guild.members.get(&member).is_some_and(|member| member.user.bot);
    let people = guild.voice_states.values().filter(|state| !is_bot(state.user_id));
    let seats = people.filter_map(|state| Some((state.user_id.into(), state.channel_id?.into()))).collect();
    whereabouts.held().guilds.insert(guild.id.into(), seats).is_some()
}

/// Writes who has come to the events that run in a server and who has left them. Those who are not there any more left
/// at `gone_at`.
///
/// # Errors
/// Fault, if the database does not take it.
pub async fn reconcile(app: &App, guild: GuildId, now: Timestamp, gone_at: Timestamp) -> Result<()> {
    for occurrence in running(app, guild, now).await? {
        let Some(channel) = occurrence.details.place.channel() else { continue };
        let afk = app.discord.directory.guild(guild).and_then(|known| known.afk_channel);
        let room = Room { channel, afk };
        let Some(there) = app.state::<Whereabouts>().in_channel(guild, channel) else { continue };
        let is_counted = |member: &MemberId| app.consent.is_counted(guild, *member);
        let there: BTreeSet<MemberId> =
            there.into_iter().filter(|member| room.holds(Some(channel)) && is_counted(member)).collect();
        let known: BTreeSet<MemberId> =
            presence::open(app.db.read(), guild, occurrence.id).await?.into_iter().collect();
        if there == known {
            continue;
        }
        let id = occurrence.id;
        let written = app.db.write(async move |tx: &mut SqliteConnection| {
            for member in known.difference(&there) {
                presence::set_left(&mut *tx, guild, id, *member, gone_at).await?;
            }
            for member in there.difference(&known) {
                presence::insert(&mut *tx, guild, id, *member, now).await?;
            }
            Ok(())
        });
        written.await?;
    }
    Ok(())
}

/// The occurrences that take place in a voice or stage channel of a server now.
async fn running(app: &App, guild: GuildId, now: Timestamp) -> Result<Vec<Occurrence>> {
    let around = occurrences::between(app.db.read(), guild, now, Timestamp(now.millis() + 1)).await?;
    let takes_place = |one: &Occurrence| one.state.is_open() && one.details.place.channel().is_some();
    Ok(around.into_iter().filter(takes_place).collect())
}

/// A person is forgotten or has declined to be counted: from now on nothing of theirs is written.
pub fn forget(app: &App, guild: GuildId, member: MemberId) {
    let mut known = app.state::<Whereabouts>().held();
    if let Some(seats) = known.guilds.get_mut(&guild) {
        seats.remove(&member);
    }
}
