//! `/timeout` and `/untimeout`, for moderators.
//!
//! Both act at once, on what Discord says of the person at that moment, and answer with what truly came of
//! it. How long a timeout lasts, and what becomes of it then, is in `timeouts.rs`.

use std::time::Duration;

use serenity::all as serenity;
use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::parties;
use crate::error::Result;
use crate::feature::Context;
use crate::features::moderation::actions;
use crate::features::moderation::record;
use crate::features::moderation::record::{LadderEffect, NewAction};
use crate::features::moderation::rules::timeout::length;
use crate::features::moderation::{Kind, NewCase, Problem, Way, store, timeouts, warning};

use super::warn::words;

/// A timeout that would end no later than this after one that runs is no longer one.
const AT_ONCE: Duration = Duration::from_secs(10);

/// Put a member into a timeout, at once
#[poise::command(slash_command, custom_data = "Level::Moderator")]
pub async fn timeout(
    ctx: Context<'_>,
    #[description = "Whom to time out"] member: serenity::User,
    #[description = "For how long: 2h, 1d 12h, 30 min; at most a year"]
    #[max_length = 60]
    duration: String,
    #[description = "What happened; the member reads it"]
    #[max_length = 1000]
    reason: String,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let now = interaction.app.clock.now();
    let parties = parties::parties(&interaction, member.id.into()).await?;

    parties.may(actions::TIMEOUT)?;
    let until = now.plus(length(&duration)?);
    let case = NewCase {
        until: Some(until),
        ..draft(&interaction, Kind::Timeout, &member, words(&reason).ok_or(Problem::NoReason)?, now)
    };
    let notice = (!member.bot).then_some(Way::Dm);
    let deed = NewAction { case, notice, channel: interaction.channel, follows: LadderEffect::Nothing };
    let live = parties.target.timed_out_until;

    let recorded = interaction.app.db.write(async move |tx| match longer(&mut *tx, &deed.case, until, live).await? {
        Some(longer) => Ok(Err(longer)),
        None => record::record(tx, &deed, now).await.map(Ok),
    });
    let case = recorded.await??;

    interaction.reply_ephemeral(&warning::outcome(&interaction, &case).await?).await
}

/// What a timeout until then would not make longer: one that runs, or is on its way. Of two moderators
/// who set the same at once the second is told of the first.
pub async fn longer(
    tx: &mut SqliteConnection,
    new: &NewCase,
    until: Timestamp,
    live: Option<Timestamp>,
) -> Result<Option<Problem>> {
    timeouts::notice(&mut *tx, new.guild, new.member, live, new.at).await?;
    let ours = store::timeouts_running(tx, new.guild, new.member).await?;
    let ours = ours.iter().filter_map(|case| Some((case.until?, Some(case.number)))).max();
    // What was set by hand has no number.
    let runs = live.map(|live| (live, None)).into_iter().chain(ours).max_by_key(|(until, _)| *until);
    Ok(runs.filter(|(runs, _)| runs.plus(AT_ONCE) >= until).map(|(until, number)| Problem::TimedOutLonger {
        member: new.member,
        until,
        number,
    }))
}

/// Lift the timeout of a member, whoever set it
#[poise::command(slash_command, custom_data = "Level::Moderator")]
pub async fn untimeout(
    ctx: Context<'_>,
    #[description = "Whose timeout to lift"] member: serenity::User,
    #[description = "Why; only staff see it"]
    #[max_length = 1000]
    reason: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let now = interaction.app.clock.now();
    let parties = parties::parties(&interaction, member.id.into()).await?;

    parties.may(actions::UNTIMEOUT)?;
    let reason = reason.as_deref().and_then(words).unwrap_or_default();
    let case = draft(&interaction, Kind::Untimeout, &member, reason, now);
    let deed = NewAction { case, notice: None, channel: interaction.channel, follows: LadderEffect::Nothing };
    let live = parties.target.timed_out_until;

    let recorded = interaction.app.db.write(async move |tx| {
        let NewCase { guild, member, .. } = deed.case;
        timeouts::notice(&mut *tx, guild, member, live, now).await?;
        let running = timeouts::withdraw_waiting(&mut *tx, guild, member, now).await?;
        if live.is_none() && !running {
            return Ok(Err(Problem::NotTimedOut(member)));
        }
        record::record(tx, &deed, now).await.map(Ok)
    });
    let case = recorded.await??;

    interaction.reply_ephemeral(&warning::outcome(&interaction, &case).await?).await
}

/// A case that the actor records now.
fn draft(interaction: &Interaction, kind: Kind, member: &serenity::User, reason: String, now: Timestamp) -> NewCase {
    NewCase::plain(interaction.actor.guild, kind, member.id.into(), interaction.actor.member, reason, now)
}
