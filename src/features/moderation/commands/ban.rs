//! `/kick`, `/ban` and `/unban`, for moderators.
//!
//! All of them act at once, on what Discord says of the person at that moment, and answer with what truly
//! came of it. Whoever is removed hears of it before. How long a ban lasts, and what becomes of it then, is
//! in `bans.rs`; how a kick deletes messages, in `kicks.rs`.

use serenity::all as serenity;
use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::access::authorize::{Presence, Refused, Standing};
use crate::discord::access::level::Level;
use crate::discord::access::people::Parties;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::parties;
use crate::error::Result;
use crate::feature::Context;
use crate::features::moderation::record::{LadderEffect, NewAction};
use crate::features::moderation::rules::ban::length_or_forever;
use crate::features::moderation::{
    Case, Kind, MassAct, NewCase, Problem, Way, actions, bans, masses, record, views, warning,
};

use super::warn::words;

/// Remove a member from the server; they can come back with an invitation
#[poise::command(slash_command, custom_data = "Level::Moderator")]
pub async fn kick(
    ctx: Context<'_>,
    #[description = "Whom to kick"] member: serenity::User,
    #[description = "What happened; the member reads it"]
    #[max_length = 1000]
    reason: String,
    #[description = "Which of their messages to delete; none if left out"] delete_messages: Option<Deleted>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let now = interaction.app.clock.now();
    let parties = parties::parties(&interaction, member.id.into()).await?;

    let delete_seconds = delete_messages.map_or(0, Deleted::seconds);
    may_kick(&parties, delete_seconds > 0)?;
    let case = NewCase {
        delete_seconds,
        ..draft(&interaction, Kind::Kick, &member, words(&reason).ok_or(Problem::NoReason)?, now)
    };
    let deed = NewAction { notice: (!member.bot).then_some(Way::Dm), ..alone(&interaction, case) };

    let actor = parties.actor;
    let recorded = interaction.app.db.write(async move |tx| record_or_hold(tx, &deed, &actor, now).await);

    answer(&interaction, recorded.await?).await
}

/// Whether the actor may kick the person, and Steward can.
fn may_kick(parties: &Parties, deletes: bool) -> Result<()> {
    match parties.may(actions::kick(deletes)) {
        Err(Refused::StewardLacks(_)) if deletes => Err(Problem::DeletesByBan.into()),
        allowed => Ok(allowed?),
    }
}

/// Ban a user, at once; also one who is not in the server
#[poise::command(slash_command, custom_data = "Level::Moderator")]
pub async fn ban(
    ctx: Context<'_>,
    #[description = "Whom to ban, by name or id"] user: serenity::User,
    #[description = "What happened; the person reads it"]
    #[max_length = 1000]
    reason: String,
    #[description = "For how long: 12h, 7d, 6 months; for good if left out"]
    #[max_length = 60]
    duration: Option<String>,
    #[description = "Which of their messages to delete; none if left out"] delete_messages: Option<Deleted>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let now = interaction.app.clock.now();
    let (guild, member) = (interaction.actor.guild, user.id.into());
    let (parties, live) =
        tokio::try_join!(parties::parties(&interaction, member), bans::asked(&interaction.app, guild, member))?;

    parties.may(actions::BAN)?;
    let length = duration.as_deref().map(length_or_forever).transpose()?.flatten();
    let until = length.map(|length| now.plus(length));
    let case = NewCase {
        until,
        delete_seconds: delete_messages.map_or(0, Deleted::seconds),
        ..draft(&interaction, Kind::Ban, &user, words(&reason).ok_or(Problem::NoReason)?, now)
    };
    // Who is not here shares no server with Steward, as far as it knows, and takes no direct messages from it.
    let here = parties.target.standing.presence == Presence::Here;
    let deed = NewAction { notice: (here && !user.bot).then_some(Way::Dm), ..alone(&interaction, case) };

    let actor = parties.actor;
    let recorded = interaction.app.db.write(async move |tx| {
        if let Some(problem) = bans::obstacle(&mut *tx, guild, member, until, live, now).await? {
            return Ok(Err(problem));
        }
        record_or_hold(tx, &deed, &actor, now).await.map(Ok)
    });

    answer(&interaction, recorded.await??).await
}

/// What came of a kick or ban in the transaction.
enum Recorded {
    Case(Box<Case>),
    /// It waits for a manager.
    Held(Box<MassAct>),
}

/// Records a kick or ban, or holds it for a manager.
async fn record_or_hold(
    tx: &mut SqliteConnection,
    deed: &NewAction,
    actor: &Standing,
    now: Timestamp,
) -> Result<Recorded> {
    Ok(match masses::hold(&mut *tx, deed, actor, now).await? {
        Some(held) => Recorded::Held(Box::new(held)),
        None => Recorded::Case(Box::new(record::record(tx, deed, now).await?)),
    })
}

async fn answer(interaction: &Interaction, recorded: Recorded) -> Result<()> {
    let view = match recorded {
        Recorded::Case(case) => warning::outcome(interaction, &case).await?,
        Recorded::Held(held) => views::mass::held(interaction.actor.locale, &held),
    };
    interaction.reply_ephemeral(&view).await
}

/// Lift the ban of a user, whoever set it
#[poise::command(slash_command, custom_data = "Level::Moderator")]
pub async fn unban(
    ctx: Context<'_>,
    #[description = "Whose ban to lift, by name or id"] user: serenity::User,
    #[description = "Why; only staff see it"]
    #[max_length = 1000]
    reason: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let now = interaction.app.clock.now();
    let (guild, member) = (interaction.actor.guild, user.id.into());
    let (parties, live) =
        tokio::try_join!(parties::parties(&interaction, member), bans::asked(&interaction.app, guild, member))?;

    parties.may(actions::UNBAN)?;
    let reason = reason.as_deref().and_then(words).unwrap_or_default();
    let deed = alone(&interaction, draft(&interaction, Kind::Unban, &user, reason, now));

    let recorded = interaction.app.db.write(async move |tx| {
        if bans::is_banned(&mut *tx, guild, member, live, now).await? {
            record::record(tx, &deed, now).await.map(Ok)
        } else {
            Ok(Err(Problem::NotBanned(member)))
        }
    });
    let case = recorded.await??;

    interaction.reply_ephemeral(&warning::outcome(&interaction, &case).await?).await
}

/// A case that the actor records now.
fn draft(interaction: &Interaction, kind: Kind, user: &serenity::User, reason: String, now: Timestamp) -> NewCase {
    NewCase::plain(interaction.actor.guild, kind, user.id.into(), interaction.actor.member, reason, now)
}

/// What is done here and now, without a word to the person and with nothing that follows.
const fn alone(interaction: &Interaction, case: NewCase) -> NewAction {
    NewAction { case, notice: None, channel: interaction.channel, follows: LadderEffect::Nothing }
}

/// Which messages of a person Discord deletes with a ban.
// Discord sends the place of a choice in this list, and a registered command may be old: append only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, poise::ChoiceParameter)]
pub enum Deleted {
    #[name = "no messages"]
    Nothing,
    #[name = "last hour"]
    Hour,
    #[name = "last 6 hours"]
    SixHours,
    #[name = "last day"]
    Day,
    #[name = "last 3 days"]
    ThreeDays,
    #[name = "last 7 days"]
    Week,
}

impl Deleted {
    const fn seconds(self) -> u32 {
        match self {
            Self::Nothing => 0,
            Self::Hour => 3_600,
            Self::SixHours => 6 * 3_600,
            Self::Day => 86_400,
            Self::ThreeDays => 3 * 86_400,
            Self::Week => 7 * 86_400,
        }
    }
}
