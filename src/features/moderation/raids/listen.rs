//! Joins and first messages as the gateway tells of them. Both are gathered in memory, bounded, and written in one go
//! with what follows from them; so in a flood there is one write every flush and not one for each event.
//!
//! Who joined while nobody listened is read from the list of members once the server is there again. In a very large
//! server only those whose account is young are looked for.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serenity::all::{Event, MessageType};

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::access::member_count;
use crate::error::Result;
use crate::feature::PersonChange;
use crate::features::setup;
use crate::ids::{GuildId, MemberId};
use crate::jobs::{self, Job, Kind as JobKind};

use super::noticing::{self, News};
use super::rules::KEPT;
use super::store;

/// Looks for who joined while nobody listened; the row is since when.
pub const CATCH_UP: JobKind =
    JobKind { name: "raids.catch_up", urgent: false, run: |app, job| Box::pin(catch_up(app, job)) };

/// So many people are remembered who joined lately and have written nothing.
const SILENT: usize = 100_000;
/// So many joins wait to be written; more than these between two flushes say nothing new.
const WAITING: usize = 20_000;

/// What was heard since it was last written.
#[derive(Default)]
pub struct Joins {
    heard: Mutex<Heard>,
    /// One flush at a time, so that nobody is written back who was forgotten meanwhile.
    flushing: tokio::sync::Mutex<()>,
}

#[derive(Default)]
struct Heard {
    joined: Vec<(GuildId, MemberId, Timestamp)>,
    wrote: Vec<(GuildId, MemberId)>,
    /// Who joined lately and has written nothing, with when they joined.
    silent: HashMap<(GuildId, MemberId), Timestamp>,
}

fn held(mutex: &Mutex<Heard>) -> MutexGuard<'_, Heard> {
    // Each of the three is whole whatever happened elsewhere.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Before the first event: who joined lately and has written nothing.
pub async fn load(app: &App) -> Result<()> {
    let silent = store::silent(app.db.read()).await?;
    let silent = silent.into_iter().take(SILENT).map(|(guild, member, at)| ((guild, member), at));
    held(&app.state::<Joins>().heard).silent.extend(silent);
    Ok(())
}

/// An event of the gateway.
pub async fn event(app: &Arc<App>, event: &Event) -> Result<()> {
    let joins: &Joins = app.state();
    match event {
        Event::GuildCreate(event) => return arrived(app, event.guild.id.into()).await,
        Event::GuildMemberAdd(event) if !event.member.user.bot => {
            let at = event.member.joined_at.map_or_else(|| app.clock.now(), |at| Timestamp(at.timestamp_millis()));
            held(&joins.heard).joined(event.member.guild_id.into(), event.member.user.id.into(), at);
        }
        Event::MessageCreate(event) if !event.message.author.bot => {
            // Discord's own word of a welcome has whoever joined as its author, who has written nothing.
            let is_written = matches!(event.message.kind, MessageType::Regular | MessageType::InlineReply);
            if let Some(guild) = event.message.guild_id.filter(|_| is_written) {
                held(&joins.heard).wrote(guild.into(), event.message.author.id.into());
            }
        }
        _ => {}
    }
    Ok(())
}

/// A server is there again: who has joined since the last join that is known is looked for. The instant is the row of
/// the job, because joins are heard again from now on.
async fn arrived(app: &App, guild: GuildId) -> Result<()> {
    let now = app.clock.now();
    app.db
        .write(async move |tx| {
            let known = setup::server(&mut *tx, guild).await?.since.unwrap_or(now);
            let last = store::last_join(&mut *tx, guild).await?;
            let since = last.unwrap_or(known).max(known).max(now.minus(KEPT));
            // In a server that is new to Steward everyone was there before.
            if since >= now { Ok(()) } else { jobs::schedule(tx, guild, &CATCH_UP, since.millis(), now).await }
        })
        .await
}

async fn catch_up(app: &Arc<App>, job: &Job) -> Result<jobs::Outcome> {
    let (guild, since) = (job.guild, Timestamp(job.row));
    let joined = match member_count::joined_since(app, guild, since).await {
        Ok(joined) => joined,
        Err(refusal) if refusal.is_transient() => return Err(refusal.into()),
        // Steward may not list the members.
        Err(_) => return Ok(jobs::Outcome::Done),
    };
    let joins: &Joins = app.state();
    let _one = joins.flushing.lock().await;
    let forgotten = app.keys.read()?;
    let stays =
        |(member, at): &(MemberId, Timestamp)| forgotten.forgotten_at(guild, *member).is_none_or(|then| then < *at);
    let joined: Vec<(MemberId, Timestamp)> = joined.into_iter().filter(stays).collect();
    if joined.is_empty() {
        return Ok(jobs::Outcome::Done);
    }
    held(&joins.heard).remember(guild, &joined);
    let now = app.clock.now();
    app.db.write(async move |tx| noticing::made_up(tx, guild, &joined, now).await).await?;
    Ok(jobs::Outcome::Done)
}

/// A person is forgotten, or a whole server: what was heard of them is not written.
pub async fn person_changed(app: &App, guild: GuildId, change: PersonChange) -> Result<()> {
    let joins: &Joins = app.state();
    // What is on its way to the database arrives before.
    let _one = joins.flushing.lock().await;
    match change {
        PersonChange::Forgotten(member) => held(&joins.heard).forget(|of, one| (of, one) == (guild, member)),
        PersonChange::Gone => held(&joins.heard).forget(|of, _| of == guild),
        PersonChange::Decided(_) => {}
    }
    Ok(())
}

impl Heard {
    fn joined(&mut self, guild: GuildId, member: MemberId, at: Timestamp) {
        if self.joined.len() < WAITING {
            self.joined.push((guild, member, at));
        }
        if self.silent.len() < SILENT {
            self.silent.insert((guild, member), at);
        }
    }

    /// Whoever has joined unheard is silent as far as anybody knows.
    fn remember(&mut self, guild: GuildId, joined: &[(MemberId, Timestamp)]) {
        for (member, at) in joined.iter().take(SILENT.saturating_sub(self.silent.len())) {
            self.silent.entry((guild, *member)).or_insert(*at);
        }
    }

    fn wrote(&mut self, guild: GuildId, member: MemberId) {
        if self.silent.remove(&(guild, member)).is_some() {
            self.wrote.push((guild, member));
        }
    }

    fn forget(&mut self, goes: impl Fn(GuildId, MemberId) -> bool) {
        self.joined.retain(|(guild, member, _)| !goes(*guild, *member));
        self.wrote.retain(|(guild, member)| !goes(*guild, *member));
        self.silent.retain(|(guild, member), _| !goes(*guild, *member));
    }
}

impl Joins {
    /// Writes what was heard, with what follows from it.
    ///
    /// # Errors
    /// Told or fault, if the database takes nothing; what was heard is kept and tried again.
    pub async fn flush(&self, app: &App) -> Result<()> {
        let _one = self.flushing.lock().await;
        let now = app.clock.now();
        let (joined, wrote) = {
            let mut heard = held(&self.heard);
            if heard.joined.is_empty() && heard.wrote.is_empty() {
                return Ok(());
            }
            let kept_since = now.minus(KEPT);
            heard.silent.retain(|_, at| *at > kept_since);
            (std::mem::take(&mut heard.joined), std::mem::take(&mut heard.wrote))
        };
        let mut news: BTreeMap<GuildId, News> = BTreeMap::new();
        for (guild, member, at) in &joined {
            news.entry(*guild).or_default().joined.push((*member, *at));
        }
        for (guild, member) in &wrote {
            news.entry(*guild).or_default().wrote.push(*member);
        }
        // Not behind what people wait for, as counts are: an alert may follow, and its order has to be seen at once.
        let written = app.db.write(async move |tx| {
            for (guild, news) in &news {
                noticing::heard(&mut *tx, *guild, news, now).await?;
            }
            Ok(())
        });
        let written = written.await;
        if written.is_err() {
            let mut heard = held(&self.heard);
            heard.joined.splice(0..0, joined);
            heard.joined.truncate(WAITING);
            heard.wrote.splice(0..0, wrote);
        }
        written
    }
}
