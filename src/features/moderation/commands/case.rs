//! `/case edit`, `/case void` and `/case link`, for moderators: what one has recorded oneself, and for
//! managers what others have.
//!
//! What stood in a case before stays in its trail; a case that is voided stays on record. Both change what
//! the mod log says, and what the person was told.

use std::time::Duration;

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::access::authorize::Action;
use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::parties;
use crate::discord::ui::view::View;
use crate::error::Result;
use crate::feature::Context;
use crate::features::moderation::actions;
use crate::features::moderation::amend;
use crate::features::moderation::amend::{Lift, Word};
use crate::features::moderation::rules::edit::{CaseChange, Change};
use crate::features::moderation::rules::{ban, timeout};
use crate::features::moderation::views::change;
use crate::features::moderation::{Case, CaseDetails, Kind, Problem, Voided, store, timeouts, warning};
use crate::ids::{GuildId, MemberId};

use super::warn::words;

/// How long the question of a void is kept.
const KEPT: Duration = Duration::from_secs(86_400);

/// Change what a case says, or how long its timeout or ban lasts
#[poise::command(slash_command, custom_data = "Level::Moderator")]
pub async fn edit(
    ctx: Context<'_>,
    #[description = "Its number, as in #12"]
    #[min = 1]
    number: i64,
    #[description = "What it is to say"]
    #[max_length = 1000]
    reason: Option<String>,
    #[description = "How long the timeout or ban lasts in all, from its beginning: 2h, 7d"]
    #[max_length = 60]
    duration: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let now = interaction.app.clock.now();
    let case = numbered(&interaction, number).await?;

    may_change(&interaction, &case, actions::edit_case)?;
    let wish = CaseChange {
        reason: reason.map(|typed| words(&typed).ok_or(Problem::NoReason)).transpose()?,
        length: duration.map(|typed| length(&case, &typed)).transpose()?,
    };
    let change = wish.change(&case, now)?;
    let mut live = None;
    if change.until.is_some() {
        // Another end is another act on the person.
        let parties = parties::parties(&interaction, case.member).await?;
        if case.kind == Kind::Ban {
            parties.may(actions::BAN)?;
        } else {
            parties.may(actions::TIMEOUT)?;
            live = Some(parties.target.timed_out_until);
        }
    }

    let (guild, by) = (interaction.actor.guild, interaction.actor.member);
    let changed = interaction.app.db.write(async move |tx| edited(tx, guild, number, &wish, live, by, now).await);
    let (before, change) = changed.await??;

    let whole = warning::settled(&interaction, &before).await?;
    let mut db = interaction.app.db.read().acquire().await?;
    let first = store::head(&mut db, whole.case.clone()).await?;
    let notices = store::notices(&mut *db, first.id).await?;
    drop(db);
    interaction.reply_ephemeral(&change::edited(interaction.actor.locale, &whole, &notices, &before, &change)).await
}

/// How long somebody typed that it is to last.
fn length(case: &Case, typed: &str) -> Result<Duration> {
    Ok(if case.kind == Kind::Ban { ban::length(typed)? } else { timeout::length(typed)? })
}

/// Changes a case, with everything that says what it said. What comes back is how it was, and what changed.
async fn edited(
    tx: &mut SqliteConnection,
    guild: GuildId,
    number: i64,
    wish: &CaseChange,
    live: Option<Option<Timestamp>>,
    by: MemberId,
    now: Timestamp,
) -> Result<Result<(Case, Change), Problem>> {
    let Some(case) = store::get(&mut *tx, guild, number).await? else { return Ok(Err(Problem::NoCase(number))) };
    if let Some(live) = live {
        timeouts::notice(&mut *tx, guild, case.member, live, now).await?;
    }
    let case = store::case(&mut *tx, guild, case.id).await?;
    let change = match wish.change(&case, now) {
        Ok(change) => change,
        Err(problem) => return Ok(Err(problem)),
    };
    amend::edit(tx, &case, &change, by, now).await?;
    Ok(Ok((case, change)))
}

/// Take a case back: it counts no more, but stays on record
#[poise::command(slash_command, custom_data = "Level::Moderator")]
pub async fn void(
    ctx: Context<'_>,
    #[description = "Its number, as in #12"]
    #[min = 1]
    number: i64,
    #[description = "Why; only staff see it"]
    #[max_length = 1000]
    reason: String,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let now = interaction.app.clock.now();
    let case = numbered(&interaction, number).await?;
    let whole = whole(&interaction, case).await?;

    may_void(&interaction, &whole.case)?;
    let reason = words(&reason).ok_or(Problem::NoVoidReason)?;

    if whole.in_force().next().is_none() {
        let voided = Voided { at: now, by: interaction.actor.member, reason };
        return interaction.reply_ephemeral(&taken_back(&interaction, whole.case, voided, Lift::No).await?).await;
    }
    let (about, by) = (whole.case.clone(), interaction.actor.member);
    let asked = interaction
        .app
        .db
        .write(async move |tx| store::insert_question(tx, &about, by, &reason, now.minus(KEPT), now).await);
    let id = asked.await?;

    interaction.reply_ephemeral(&change::question(interaction.actor.locale, id, &whole)).await
}

/// Whether the actor may change a case, by whether it is their own.
fn may_change(interaction: &Interaction, case: &Case, action: impl Fn(bool) -> Action) -> Result<()> {
    let own = case.actor == interaction.actor.member;
    let may = |own| parties::may_on_record(interaction, action(own), case.member);
    match may(own) {
        // They could, if they had recorded it.
        Err(_) if !own && may(true).is_ok() => Err(Problem::OfOthers(case.number, case.actor).into()),
        answer => answer,
    }
}

/// Whether the actor may void a case that was not voided before.
///
/// # Errors
/// Told, why not; where somebody was faster, who and when.
pub fn may_void(interaction: &Interaction, case: &Case) -> Result<()> {
    may_change(interaction, case, actions::void_case)?;
    case.voided.as_ref().map_or(Ok(()), |voided| Err(Problem::voided(case, voided).into()))
}

/// Voids a case, and says what came of it. Without lifting, what followed from it stands where it is still
/// in force.
///
/// # Errors
/// Told, if somebody was faster.
pub async fn taken_back(interaction: &Interaction, case: Case, voided: Voided, lift: Lift) -> Result<View> {
    let (at, id) = (voided.at, case.id);
    let done = interaction.app.db.write(async move |tx| {
        let case = store::case(&mut *tx, case.guild, id).await?;
        let mut whole = store::whole(&mut *tx, case).await?;
        if lift == Lift::No {
            whole.followed.retain(|followed| !followed.is_in_force());
        }
        amend::void(tx, &whole, &voided, lift, Word::Sent, at).await
    });
    let done = done.await?;

    let case = store::case(interaction.app.db.read(), interaction.actor.guild, id).await?;
    match &case.voided {
        Some(before) if !done => Err(Problem::voided(&case, before).into()),
        _ => Ok(change::taken_back(interaction.actor.locale, &warning::settled(interaction, &case).await?)),
    }
}

/// Link a case with another one
#[poise::command(slash_command, custom_data = "Level::Moderator")]
pub async fn link(
    ctx: Context<'_>,
    #[description = "The number of one, as in #12"]
    #[min = 1]
    number: i64,
    #[description = "The number of the other"]
    #[min = 1]
    other: i64,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let now = interaction.app.clock.now();

    parties::require(&interaction, actions::LINK_CASES)?;
    if number == other {
        return Err(Problem::LinkItself.into());
    }
    let (one, two) = (numbered(&interaction, number).await?, numbered(&interaction, other).await?);

    let by = interaction.actor.member;
    let linked = interaction.app.db.write(async move |tx| amend::link(tx, &one, &two, by, now).await).await?;

    if !linked {
        return Err(Problem::LinkedBefore(number, other).into());
    }
    interaction.reply_ephemeral(&change::linked(interaction.actor.locale, number, other)).await
}

/// The case of this number.
async fn numbered(interaction: &Interaction, number: i64) -> Result<Case> {
    let case = store::get(interaction.app.db.read(), interaction.actor.guild, number).await?;
    Ok(case.ok_or(Problem::NoCase(number))?)
}

/// A case with everything that belongs to it.
pub async fn whole(interaction: &Interaction, case: Case) -> Result<CaseDetails> {
    let mut db = interaction.app.db.read().acquire().await?;
    store::whole(&mut db, case).await
}
