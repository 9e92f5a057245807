//! Whom a clean-up is for, and how it begins. The people are those who joined since an instant, as the preview shows
//! them; whoever joins after that is left for another time. What is done to each, and that nobody of the staff is
//! among them, is decided when it is done.
//!
//! A moderator confirms it alone where it is about people of a raid that Steward has seen itself: in a raid nobody can
//! wait for a manager. Everything else is held like a `/mass`, so that the word of one moderator, or a stolen account
//! of one, is not enough to remove everyone who has joined lately.

use std::collections::HashSet;
use std::time::Duration;

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::access::authorize::Standing;
use crate::discord::access::level::Level;
use crate::discord::ui::times;
use crate::error::{Message, Result};
use crate::feature::draft::{Spec, State};
use crate::features::moderation::rules::mass::MOST_OF_MODERATORS;
use crate::features::moderation::{Cleanup, MassAct, MassKind, masses};
use crate::features::setup;
use crate::i18n::plain;
use crate::ids::{GuildId, MemberId};

use super::rules::{self, KEPT, MOST, TIMED_OUT_FOR};
use super::{CleanDraft, CleanSpec, Join, NAME, Problem, Raid, RaidState, cards, store};

impl Spec for CleanSpec {
    const FEATURE: &'static str = NAME;
    const KIND: &'static str = "clean";
    /// How many of them have written something.
    type Seen = i64;

    fn gone() -> Message {
        Message::new("raid-draft-gone")
    }

    async fn settled(_: &mut SqliteConnection, draft: &CleanDraft) -> Result<Message> {
        Ok(Message::new(match draft.state {
            State::Published(_) => "mass-before",
            State::Open | State::Cancelled => "mass-cancelled",
        }))
    }

    fn without_words(self) -> Self {
        Self { members: Vec::new(), ..self }
    }
}

/// What was asked for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    pub act: MassKind,
    pub since: Timestamp,
    pub younger: Option<Duration>,
}

/// The people it is for, as they are shown before anything is done, with what is known of each.
///
/// # Errors
/// Told, if there are none, or more than this actor may act on.
pub async fn find(
    db: &mut SqliteConnection,
    actor: &Standing,
    guild: GuildId,
    wanted: Wanted,
    now: Timestamp,
) -> Result<(CleanSpec, Vec<Join>)> {
    let Wanted { act, since, younger } = wanted;
    if since < now.minus(KEPT) {
        return Err(Problem::TooLongAgo(since).into());
    }
    let joined = store::joins_since(&mut *db, guild, since).await?;
    if joined.is_empty() {
        return Err(Problem::NobodyJoined(since).into());
    }
    let count = i64::try_from(joined.len()).unwrap_or(i64::MAX);
    let young = |join: &Join| younger.is_none_or(|younger| join.opened() > now.minus(younger));
    let mut found: Vec<Join> = joined.into_iter().filter(|join| join.member != actor.member && young(join)).collect();
    // The latest are the likeliest to have come with a raid.
    let left_out = found.len().saturating_sub(usize::try_from(MOST).unwrap_or(usize::MAX));
    found.drain(..left_out);
    let oldest = found.iter().map(Join::opened).min();
    let (Some(first), Some(last), Some(oldest)) = (found.first(), found.last(), oldest) else {
        return Err(Problem::NobodySoYoung(count).into());
    };
    let joined = (first.at, last.at);
    let raid = store::latest(&mut *db, guild).await?.filter(|raid| raid.state != RaidState::Dismissed);
    let waits = has_to_wait(actor, raid.as_ref(), act, joined, found.len(), now)?;
    let spec = CleanSpec {
        act,
        since,
        younger_s: younger.map(|younger| younger.as_secs().cast_signed()),
        members: found.iter().map(|join| join.member).collect(),
        joined,
        oldest,
        left_out: i64::try_from(left_out).unwrap_or(i64::MAX),
        raid: raid.map(|raid| raid.id),
        waits,
    };
    Ok((spec, found))
}

/// Whether kicks and bans of these people wait for a manager, as it is now: since a preview a raid may have been
/// dismissed, or be long over, and whoever asked may be no manager any more.
///
/// # Errors
/// Told, if they are more than this actor may time out.
fn has_to_wait(
    actor: &Standing,
    raid: Option<&Raid>,
    act: MassKind,
    joined: (Timestamp, Timestamp),
    count: usize,
    now: Timestamp,
) -> Result<bool> {
    let waits = actor.level < Level::Manager && rules::waits(raid, joined, now);
    if waits && act == MassKind::Timeout && count > MOST_OF_MODERATORS {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        return Err(Message::new("raid-for-managers").with("count", count).into());
    }
    Ok(waits)
}

/// What is known now of the people whom a preview shows.
pub async fn joins(db: &mut SqliteConnection, draft: &CleanDraft) -> Result<Vec<Join>> {
    let members: HashSet<MemberId> = draft.spec.members.iter().copied().collect();
    let joined = store::joins_since(db, draft.guild, draft.spec.since).await?;
    Ok(joined.into_iter().filter(|join| members.contains(&join.member)).collect())
}

/// How many of them have written something.
pub fn wrote(joins: &[Join]) -> i64 {
    i64::try_from(joins.iter().filter(|join| join.wrote).count()).unwrap_or(i64::MAX)
}

/// Begins with it, or holds it for a manager.
///
/// # Errors
/// Told, if it would have to wait for a manager and there is no mod log to ask them in, or if they are more than this
/// actor may time out.
pub async fn begin(tx: &mut SqliteConnection, draft: &CleanDraft, actor: &Standing, now: Timestamp) -> Result<MassAct> {
    let (guild, spec) = (draft.guild, &draft.spec);
    let raid = match spec.raid {
        Some(id) => store::get(&mut *tx, guild, id).await?,
        None => None,
    };
    let waits = has_to_wait(actor, raid.as_ref(), spec.act, spec.joined, spec.members.len(), now)?;
    let server = setup::server(&mut *tx, guild).await?;
    let reason = Message::new("raid-reason").with("since", times::moment(spec.since, &server.zone));
    let mut members: Vec<MemberId> = spec.members.clone();
    // So they are listed by Discord in few questions.
    members.sort_unstable();
    let new = MassAct {
        channel: draft.channel,
        seconds: (spec.act == MassKind::Timeout).then(|| TIMED_OUT_FOR.as_secs().cast_signed()),
        delete_seconds: if spec.act == MassKind::Ban { rules::delete_seconds(spec.since, now) } else { 0 },
        cleanup: Some(if waits { Cleanup::Braked } else { Cleanup::AtOnce }),
        raid: spec.raid,
        ..MassAct::new(guild, draft.author, spec.act, plain(server.locale, &reason), now)
    };
    let mass = masses::begin(&mut *tx, new, &members, actor, now).await?;
    if let Some(raid) = spec.raid {
        cards::cleaned(tx, guild, raid, now).await?;
    }
    Ok(mass)
}
