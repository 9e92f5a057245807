//! What is done to many people at once: shown, confirmed once, then done to one after the other.
//!
//! The list is kept with one row for each person. A job takes a few of them at a time: it asks Discord who they
//! are now, decides for each whether this moderator may do this to this person, and writes the case with its
//! order, or why there is none. So nothing is done twice, and what was not done yet goes on after a restart.
//! One card in the mod log shows all of it and is edited as it goes on.
//!
//! Where many are left, more of them are taken at a time: Discord lists its members by the thousand, and bans two
//! hundred people in one call, where Steward may manage the server. Whoever is not banned by that is banned alone, so
//! that it is known why not.
//!
//! More than ten kicks or bans by one moderator within ten minutes wait for a manager in the same way: as a list
//! that is held, whose card has *Confirm* and *Dismiss*. One `/kick` or `/ban` is then a list of one. The clean-up of
//! a raid that Steward has seen itself does not wait, and does not count.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use serenity::all::Permissions;
use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::access::authorize::{self, Action, Presence, Refused, Standing};
use crate::discord::access::level::Level;
use crate::discord::access::member_count;
use crate::discord::access::people::{self, Person};
use crate::discord::outbox::{self, Effect, Order};
use crate::error::{Error, Message, Result};
use crate::feature::card::{self, Calls, CardKind, CardName, Rendered};
use crate::feature::draft::{Spec, State};
use crate::features::setup;
use crate::features::setup::setting_types::REPORTS;
use crate::ids::{GuildId, MemberId};
use crate::jobs::{self, Job, Kind as JobKind};

use super::commands::timeout::longer;
use super::record::{self, FEATURE, LadderEffect, NewAction};
use super::rules::ban::Live;
use super::rules::mass::{BRAKE_WITHIN, is_braked};
use super::settings::{settings, staff_channels};
use super::views::mass as views;
use super::{
    Case, CaseId, Cleanup, Kind, MOD_LOG, MassAct, MassDraft, MassId, MassKind, MassSpec, MassState, MassTarget,
    NewCase, Problem, Way, actions, bans, raids, store,
};

/// Does the next few.
pub const NEXT: JobKind = JobKind { name: "moderation.mass", urgent: false, run: |app, job| Box::pin(next(app, job)) };
/// The card in the mod log.
pub const CARD: CardKind = CardKind {
    name: CardName::new(FEATURE, "mass"),
    at_most_every: Duration::from_secs(3),
    render: |tx, guild, row, _, _| Box::pin(rendered(tx, guild, MassId(row))),
};
/// So many people are decided about at a time.
const AT_A_TIME: usize = 10;
/// So many where more than [`MANY`] are left, which is as many as Discord bans in one call.
const AT_A_TIME_OF_MANY: i64 = 200;
/// From so many on Discord is asked about all of them at once.
const MANY: usize = 25;
/// So long a held act can be confirmed.
const CONFIRMABLE: Duration = Duration::from_secs(24 * 3_600);
/// The order that bans many in one call; its row is the mass act.
pub const BANS: &str = "bans";
/// The text of an id that is nobody's.
const NOBODY: &str = "people-unknown";

impl Spec for MassSpec {
    const FEATURE: &'static str = FEATURE;
    const KIND: &'static str = "mass";
    type Seen = ();

    fn gone() -> Message {
        Message::new("mass-draft-gone")
    }

    async fn settled(_: &mut SqliteConnection, draft: &MassDraft) -> Result<Message> {
        Ok(Message::new(match draft.state {
            State::Published(_) => "mass-before",
            State::Open | State::Cancelled => "mass-cancelled",
        }))
    }

    fn without_words(self) -> Self {
        Self { members: Vec::new(), reason: String::new(), ..self }
    }
}

impl MassAct {
    /// What each person is asked about.
    const fn action(&self) -> Action {
        match self.act {
            MassKind::Timeout => actions::TIMEOUT,
            MassKind::Kick => actions::kick(self.delete_seconds > 0),
            MassKind::Ban => actions::BAN,
        }
    }
}

impl MassKind {
    /// What a case of it records.
    pub const fn kind(self) -> Kind {
        match self {
            Self::Timeout => Kind::Timeout,
            Self::Kick => Kind::Kick,
            Self::Ban => Kind::Ban,
        }
    }

    /// Whether it takes people out of the server.
    const fn removes(self) -> bool {
        !matches!(self, Self::Timeout)
    }
}

/// Whether so many more kicks and bans of somebody have to wait for a manager.
pub async fn waits(
    tx: &mut SqliteConnection,
    actor: &Standing,
    guild: GuildId,
    more: usize,
    now: Timestamp,
) -> Result<bool> {
    if actor.level >= Level::Manager {
        return Ok(false);
    }
    let lately = store::removals_since(tx, guild, actor.member, now.minus(BRAKE_WITHIN)).await?;
    Ok(is_braked(usize::try_from(lately).unwrap_or(usize::MAX - more), more))
}

/// Writes what is to be done to many, and begins with it, or holds it for a manager.
///
/// # Errors
/// Told, if it would have to wait for a manager and there is no mod log to ask them in.
pub async fn begin(
    tx: &mut SqliteConnection,
    new: MassAct,
    members: &[MemberId],
    actor: &Standing,
    now: Timestamp,
) -> Result<MassAct> {
    let brakes = new.act.removes() && new.cleanup != Some(Cleanup::AtOnce);
    let held = brakes && waits(&mut *tx, actor, new.guild, members.len(), now).await?;
    if held && settings(&mut *tx, new.guild).await?.log.is_none() {
        return Err(Message::new("brake-no-log").into());
    }
    let state = if held { MassState::Held } else { MassState::Running };
    let mut mass = MassAct { state, ..new };
    mass.id = store::insert_mass(&mut *tx, &mass, members).await?;
    let (before, count) = (if held { "held" } else { "" }, members.len());
    let entry = audit::Entry::new(mass.guild, mass.actor, "mass.begin", format!("mass act {}", mass.id));
    audit::record(&mut *tx, &entry.change(before, format!("{} {count}: {}", mass.act.as_str(), mass.reason)), now)
        .await?;
    card::post(&mut *tx, &CARD, mass.guild, mass.id.get(), Calls::Nobody, now).await?;
    if !held {
        jobs::schedule(tx, mass.guild, &NEXT, mass.id.get(), now).await?;
    }
    Ok(mass)
}

/// Holds one kick or ban for a manager, if it has to wait for one; `None`, if it can be done at once.
///
/// # Errors
/// Told, if there is no mod log to ask managers in.
pub async fn hold(
    tx: &mut SqliteConnection,
    deed: &NewAction,
    actor: &Standing,
    now: Timestamp,
) -> Result<Option<MassAct>> {
    let case = &deed.case;
    let act = match case.kind {
        Kind::Kick => MassKind::Kick,
        Kind::Ban => MassKind::Ban,
        _ => return Ok(None),
    };
    if !waits(&mut *tx, actor, case.guild, 1, now).await? {
        return Ok(None);
    }
    let mass = MassAct {
        channel: deed.channel,
        seconds: case.until.map(|until| until.since(now) / 1_000),
        delete_seconds: case.delete_seconds,
        single: true,
        notify: deed.notice.is_some(),
        ..MassAct::new(case.guild, case.actor, act, case.reason.clone(), now)
    };
    begin(tx, mass, &[case.member], actor, now).await.map(Some)
}

/// A manager confirms what is held, or dismisses it.
///
/// # Errors
/// Told, if somebody was faster, or it is too late.
pub async fn decide(
    tx: &mut SqliteConnection,
    (guild, id): (GuildId, MassId),
    by: MemberId,
    confirmed: bool,
    now: Timestamp,
) -> Result<MassAct> {
    let mass = get(&mut *tx, guild, id).await?;
    if mass.state != MassState::Held {
        return Err(views::settled(&mass).into());
    }
    if confirmed && now > mass.at.plus(CONFIRMABLE) {
        return Err(Message::new("brake-late").into());
    }
    let to = if confirmed { MassState::Running } else { MassState::Dismissed };
    store::set_mass(&mut *tx, id, (MassState::Held, to), Some(by), (!confirmed).then_some(now)).await?;
    let entry = audit::Entry::new(guild, by, "mass.decide", format!("mass act {id}"));
    audit::record(&mut *tx, &entry.change("held", to.as_str()), now).await?;
    if confirmed {
        jobs::schedule(&mut *tx, guild, &NEXT, id.get(), now).await?;
    }
    card::edit(&mut *tx, &CARD, guild, id.get(), now).await?;
    get(tx, guild, id).await
}

/// What is done to many.
///
/// # Errors
/// Fault, if there is no such row.
pub async fn get(tx: &mut SqliteConnection, guild: GuildId, id: MassId) -> Result<MassAct> {
    store::mass(tx, guild, id).await?.ok_or_else(|| Error::fault(format!("there is no mass act {id}")))
}

/// The people of it with their cases, as they stand now.
pub async fn results(tx: &mut SqliteConnection, mass: &MassAct) -> Result<Vec<(MassTarget, Option<Case>)>> {
    let cases = store::cases_of_mass(&mut *tx, mass.guild, mass.id).await?;
    let mut cases: HashMap<CaseId, Case> = cases.into_iter().map(|case| (case.id, case)).collect();
    let targets = store::mass_targets(tx, mass.id).await?.into_iter();
    let with_case = |target: MassTarget| {
        let case = target.case.and_then(|id| cases.remove(&id));
        (target, case)
    };
    Ok(targets.map(with_case).collect())
}

async fn rendered(tx: &mut SqliteConnection, guild: GuildId, id: MassId) -> Result<Option<Rendered>> {
    let Some(mass) = store::mass(&mut *tx, guild, id).await? else { return Ok(None) };
    let server = setup::server(&mut *tx, guild).await?;
    let summary = store::mass_summary(tx, id).await?;
    let view = views::card(server.locale, &mass, &summary);
    let log = server.channel(MOD_LOG.name);
    // What is done to the people of a raid is shown where its alert is, too.
    let channel = log.or_else(|| mass.cleanup.and_then(|_| staff_channels(&server, &REPORTS).0));
    Ok(Some(Rendered { channel, title: None, view, expires: None }))
}

/// A case was acted upon, or not: the card of the many that it belongs to follows.
pub async fn acted(tx: &mut SqliteConnection, case: &Case, now: Timestamp) -> Result<()> {
    let Some(id) = store::mass_of(&mut *tx, case.id).await? else { return Ok(()) };
    went_on(&mut *tx, case.guild, id, now).await
}

/// What is shown of it follows.
async fn went_on(tx: &mut SqliteConnection, guild: GuildId, id: MassId, now: Timestamp) -> Result<()> {
    card::schedule_refresh(&mut *tx, &CARD, guild, id.get(), now).await?;
    let mass = get(&mut *tx, guild, id).await?;
    match mass.raid {
        Some(raid) => raids::cleaned(tx, guild, raid, now).await,
        None => Ok(()),
    }
}

/// What Discord says of one of them now, and whether it may be done to them.
enum Decided {
    May { here: bool, is_bot: bool, timed_out_until: Option<Timestamp>, ban: Live },
    Not(&'static str),
}

async fn next(app: &Arc<App>, job: &Job) -> Result<jobs::Outcome> {
    let (guild, id) = (job.guild, MassId(job.row));
    let Some(mass) = store::mass(app.db.read(), guild, id).await? else { return Ok(jobs::Outcome::Done) };
    if mass.state != MassState::Running {
        return Ok(jobs::Outcome::Done);
    }
    let few = store::mass_waiting(app.db.read(), id, AT_A_TIME_OF_MANY).await?;
    let are_many = few.len() >= MANY;
    let few: Vec<MassTarget> = if are_many { few } else { few.into_iter().take(AT_A_TIME).collect() };

    let mut decided = Vec::new();
    let mut at_once = false;
    if !few.is_empty() {
        let (actor, steward) = tokio::try_join!(people::fetch(app, guild, mass.actor), people::steward(app, guild))?;
        let members: Vec<MemberId> = few.iter().map(|target| target.member).collect();
        let known = if are_many { member_count::fetch_listed(app, guild, &members).await? } else { HashMap::new() };
        for target in few {
            let what = decide_on(app, &mass, &target, known.get(&target.member), &actor, &steward).await?;
            decided.push((target, what));
        }
        at_once = are_many && mass.act == MassKind::Ban && steward.permissions.contains(Permissions::MANAGE_GUILD);
    }
    let now = app.clock.now();

    app.db.write(async move |tx| record_decided(tx, &mass, decided, at_once, now).await).await?;
    Ok(jobs::Outcome::Done)
}

async fn decide_on(
    app: &App,
    mass: &MassAct,
    target: &MassTarget,
    known: Option<&Person>,
    actor: &Person,
    steward: &Standing,
) -> Result<Decided> {
    let asked = tokio::try_join!(
        async {
            match known {
                Some(person) => Ok(person.clone()),
                None => people::fetch(app, mass.guild, target.member).await,
            }
        },
        async {
            let is_here = known.is_some_and(|person| person.standing.presence == Presence::Here);
            match mass.act {
                MassKind::Ban if is_here => Ok(Live::NotBanned),
                MassKind::Ban => bans::asked(app, mass.guild, target.member).await,
                MassKind::Timeout | MassKind::Kick => Ok(Live::Unread),
            }
        }
    );
    let (person, ban) = match asked {
        Ok(asked) => asked,
        Err(Error::Told(message)) if message.key == NOBODY => return Ok(Decided::Not("nobody")),
        Err(error) => return Err(error),
    };
    let standing = &person.standing;
    if mass.cleanup.is_some() && standing.level > Level::Everyone {
        return Ok(Decided::Not("staff"));
    }
    if mass.cleanup.is_some() && standing.bot {
        return Ok(Decided::Not("bot"));
    }
    if let Err(refused) = authorize::authorize(&actor.standing, mass.action(), Some(standing), steward) {
        return Ok(Decided::Not(word(refused)));
    }
    let (here, is_bot) = (standing.presence == Presence::Here, standing.bot);
    Ok(Decided::May { here, is_bot, timed_out_until: person.timed_out_until, ban })
}

/// Why something is not done to a person, in a word.
const fn word(refused: Refused) -> &'static str {
    match refused {
        Refused::ByBot | Refused::Level(_) => "level",
        Refused::Oneself => "oneself",
        Refused::Steward => "steward",
        Refused::Owner(_) => "owner",
        Refused::OfBot(_) => "bot",
        Refused::HigherLevel(_) | Refused::HigherRole(_) => "above",
        Refused::Absent(..) => "absent",
        Refused::Administrator(_) => "administrator",
        Refused::StewardRole(_) => "steward-role",
        Refused::StewardLacks(_) => "steward-lacks",
        Refused::Nobody => "nobody",
    }
}

/// Writes what came of a few of them. Everything but what Discord said is read in the transaction.
async fn record_decided(
    tx: &mut SqliteConnection,
    mass: &MassAct,
    decided: Vec<(MassTarget, Decided)>,
    at_once: bool,
    now: Timestamp,
) -> Result<()> {
    if get(&mut *tx, mass.guild, mass.id).await?.state != MassState::Running {
        return Ok(());
    }
    if decided.is_empty() {
        store::set_mass(&mut *tx, mass.id, (MassState::Running, MassState::Done), None, Some(now)).await?;
        return card::edit(tx, &CARD, mass.guild, mass.id.get(), now).await;
    }
    // Somebody else was faster with those who wait no longer: a job may run twice.
    let waiting = store::mass_waiting(&mut *tx, mass.id, AT_A_TIME_OF_MANY).await?;
    let waiting: HashSet<i64> = waiting.into_iter().map(|target| target.place).collect();
    let mut cases = Vec::new();
    for (target, what) in decided.into_iter().filter(|(target, _)| waiting.contains(&target.place)) {
        let (case, why) = match what {
            Decided::Not(why) => (None, Some(why)),
            Decided::May { here, is_bot, timed_out_until, ban } => {
                let told = mass.notify && here && !is_bot;
                match record_one(&mut *tx, mass, target.member, told, timed_out_until, ban, now).await? {
                    Some(case) => (Some(case), None),
                    None => (None, Some("before")),
                }
            }
        };
        store::set_mass_target(&mut *tx, mass.id, target.place, case.as_ref().map(|case| case.id), why).await?;
        cases.extend(case);
    }
    if !mass.single {
        order(&mut *tx, mass, &cases, at_once, now).await?;
    }
    jobs::schedule(&mut *tx, mass.guild, &NEXT, mass.id.get(), now).await?;
    went_on(tx, mass.guild, mass.id, now).await
}

/// Orders what cases do on Discord, all of them in one call where that goes.
async fn order(tx: &mut SqliteConnection, mass: &MassAct, cases: &[Case], at_once: bool, now: Timestamp) -> Result<()> {
    let ([first, .., last], true) = (cases, at_once) else {
        for case in cases {
            record::act(&mut *tx, case, None, now).await?;
        }
        return Ok(());
    };
    // Begins like the reason of the first of them, by which a ban of ours is known again.
    let reason = format!("{} (cases #{} to #{})", record::reason(first, first.actor), first.number, last.number);
    let effect = Effect::BanMany {
        members: cases.iter().map(|case| case.member).collect(),
        delete_message_seconds: mass.delete_seconds,
        reason,
    };
    let order = Order::new(mass.guild, FEATURE, BANS, mass.id.get(), effect);
    let order = outbox::insert(&mut *tx, &order, now).await?;
    for case in cases {
        store::set_act_ordered(&mut *tx, case.id, order, None).await?;
    }
    Ok(())
}

/// Records the case of one of them; nothing, where the person is banned or timed out for longer already.
async fn record_one(
    tx: &mut SqliteConnection,
    mass: &MassAct,
    member: MemberId,
    told: bool,
    timed_out_until: Option<Timestamp>,
    ban: Live,
    now: Timestamp,
) -> Result<Option<Case>> {
    let until = mass.seconds.map(|seconds| now.plus(Duration::from_secs(seconds.unsigned_abs())));
    let kind = mass.act.kind();
    let case = NewCase {
        until,
        delete_seconds: mass.delete_seconds,
        ..NewCase::plain(mass.guild, kind, member, mass.actor, &*mass.reason, now)
    };
    let before: Option<Problem> = match (mass.act, until) {
        (MassKind::Timeout, Some(until)) => longer(&mut *tx, &case, until, timed_out_until).await?,
        (MassKind::Ban, _) => bans::obstacle(&mut *tx, mass.guild, member, until, ban, now).await?,
        _ => None,
    };
    if before.is_some() {
        return Ok(None);
    }
    if mass.single {
        let notice = told.then_some(Way::Dm);
        let deed = NewAction { case, notice, channel: mass.channel, follows: LadderEffect::Nothing };
        return record::record(tx, &deed, now).await.map(Some);
    }
    // The card speaks for all of them.
    record::enter(tx, &case, now).await.map(Some)
}
