//! Who may read a report, what is done about it, and how it ends: once, by the first decision, whatever button or preview
//! it came from. Reporters who asked for it hear of it by direct message, and nowhere else.

use serde::Deserialize;
use sqlx::SqliteConnection;

use super::cards::{CARD, DELETE};
use super::rules::Act;
use super::{Deletion, DeletionState, NAME, Problem, Report, ReportId, ReportSpec, ReportState, actions, store, views};
use crate::clock::Timestamp;
use crate::discord::access::authorize::Presence;
use crate::discord::access::people::Parties;
use crate::discord::access::{audit, user_locale};
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::failure::outdated;
use crate::discord::interaction::{channels as places, outcome, parties};
use crate::discord::outbox;
use crate::discord::outbox::{Effect, Order};
use crate::discord::ui::view::View;
use crate::error::{Error, Message, Result};
use crate::feature::card;
use crate::features::moderation::commands::{timeout, warn};
use crate::features::moderation::record::{self, LadderEffect, NewAction};
use crate::features::moderation::rules::{ban, timeout as timeouts};
use crate::features::moderation::{
    About, Case, Kind, NewCase, Problem as Refused, Way, actions as acts, bans, masses, warning,
};
use crate::features::setup;
use crate::ids::{GuildId, MemberId, OutboxId};

/// The order that tells a reporter.
const TOLD: &str = "told";

/// Whether a report can still be settled.
///
/// # Errors
/// Told, if somebody has settled it before, or it isn't kept anymore.
pub async fn require_open(tx: &mut SqliteConnection, guild: GuildId, id: ReportId) -> Result<()> {
    let report = store::get(tx, guild, id).await?.ok_or_else(|| Message::new("report-gone"))?;
    if report.state == ReportState::Open { Ok(()) } else { Err(settled(&report)) }
}

/// Settles a report with a case that was just recorded, in the same transaction.
///
/// # Errors
/// Told, if somebody has settled it before: then nothing of the transaction may be kept.
pub async fn settle_with(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: ReportId,
    case: &Case,
    now: Timestamp,
) -> Result<()> {
    let report = store::get(&mut *tx, guild, id).await?.ok_or_else(|| Message::new("report-gone"))?;
    settle(tx, &report, ReportState::Acted, case.actor, Some(case.number), now).await
}

/// Settles a report.
///
/// # Errors
/// Told, if somebody has settled it before.
pub async fn settle(
    tx: &mut SqliteConnection,
    report: &Report,
    state: ReportState,
    by: MemberId,
    case: Option<i64>,
    now: Timestamp,
) -> Result<()> {
    if !store::settle(&mut *tx, report.id, state, by, case, now).await? {
        return Err(settled(&store::known(tx, report.guild, report.id).await?));
    }
    let entry = audit::Entry::new(report.guild, by, "report.settle", format!("report #{}", report.number));
    let outcome = case.map_or_else(|| "dismissed".to_owned(), |number| format!("case #{number}"));
    audit::record(&mut *tx, &entry.to(report.member).change("open", outcome), now).await?;
    card::edit(&mut *tx, &CARD, report.guild, report.id.get(), now).await?;
    let server = setup::server(&mut *tx, report.guild).await?;
    for reporter in store::waiting(&mut *tx, report.id).await? {
        let locale = user_locale::locale(&mut *tx, reporter).await?.unwrap_or(server.locale);
        let body = views::settled(locale, report, state, &server.name).json();
        let effect = Effect::Dm { member: reporter, body };
        outbox::insert(&mut *tx, &Order::new(report.guild, NAME, TOLD, report.id.get(), effect), now).await?;
    }
    // Nobody is told twice, should the report be opened again.
    store::set_all_told(tx, report.id).await
}

/// A case was voided: the report that it settled is open again, so that somebody decides anew. Where the same was
/// reported again since, that report is decided instead.
pub async fn case_voided(tx: &mut SqliteConnection, case: &Case, by: MemberId, now: Timestamp) -> Result<()> {
    let Some(report) = store::settled_by(&mut *tx, case.guild, case.number).await? else { return Ok(()) };
    let spec = ReportSpec { member: report.member, bot: false, message: report.message, quote: None };
    if store::open_about(&mut *tx, report.guild, &spec).await?.is_some() {
        return Ok(());
    }
    store::reopen(&mut *tx, report.id).await?;
    let entry = audit::Entry::new(report.guild, by, "report.reopen", format!("report #{}", report.number));
    audit::record(&mut *tx, &entry.to(report.member).change(record::subject(case), "open"), now).await?;
    card::edit(tx, &CARD, report.guild, report.id.get(), now).await
}

/// Who was faster.
pub fn settled(report: &Report) -> Error {
    match report.decided {
        Some((by, at)) => Problem::Settled { number: report.number, by, at }.into(),
        None => Error::fault(format!("report {} is open", report.id)),
    }
}

/// Whether the actor reads reports about staff.
pub fn reads_staff_reports(interaction: &Interaction) -> bool {
    parties::require(interaction, actions::STAFF_REPORTS).is_ok()
}

/// A report that the actor may read.
pub async fn readable(interaction: &Interaction, id: ReportId) -> Result<Report> {
    let report = store::get(interaction.app.db.read(), interaction.actor.guild, id).await?.ok_or_else(outdated)?;
    if report.about_staff {
        parties::require(interaction, actions::STAFF_REPORTS)?;
    }
    if report.member == interaction.actor.member {
        return Err(Problem::AboutYou.into());
    }
    Ok(report)
}

/// The same as long as it is open.
pub async fn open(interaction: &Interaction, id: ReportId) -> Result<Report> {
    let report = readable(interaction, id).await?;
    if report.state == ReportState::Open { Ok(report) } else { Err(settled(&report)) }
}

/// What staff write when they act; a ban without a duration is for good.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ActForm {
    pub reason: String,
    duration: Option<String>,
}

/// What a case says of the reported message.
pub fn about(report: &Report) -> About {
    About { link: report.link().map(|link| link.to_string()), quote: report.quote.clone(), ..About::default() }
}

/// Does to the reported person, and to their message, what staff have decided, and settles the report with it. What comes back is
/// what truly happened.
///
/// # Errors
/// Told, if the actor may not, somebody was faster, or what was typed can't be read; then nothing was done.
pub async fn carry_out(interaction: &Interaction, id: ReportId, act: Act, inputs: &ActForm) -> Result<View> {
    let (guild, now) = (interaction.actor.guild, interaction.app.clock.now());
    let report = open(interaction, id).await?;
    let message = report.message.filter(|_| act == Act::DeleteAndTimeout);
    let (parties, live) = match act {
        Act::Ban => tokio::try_join!(
            parties::parties(interaction, report.member),
            bans::asked(&interaction.app, guild, report.member)
        )?,
        Act::Timeout | Act::DeleteAndTimeout => {
            (parties::parties(interaction, report.member).await?, ban::Live::Unread)
        }
    };
    parties.may(if act == Act::Ban { acts::BAN } else { acts::TIMEOUT })?;
    if let Some((channel, _)) = message {
        parties::may_have_done(interaction, actions::DELETE_REPORTED).await?;
        if !places::may_read(interaction, channel).await {
            return Err(Message::new("report-unseen").into());
        }
    }
    let deed = deed(interaction, &report, act, inputs, &parties, now)?;
    let (held, actor) = (parties.target.timed_out_until, parties.actor);

    let recorded = interaction.app.db.write(async move |tx| {
        let report = store::known(&mut *tx, guild, report.id).await?;
        if report.state != ReportState::Open {
            return Err(settled(&report));
        }
        let obstacle = match deed.case.until {
            Some(until) if act != Act::Ban => timeout::longer(&mut *tx, &deed.case, until, held).await?,
            until => bans::obstacle(&mut *tx, guild, deed.case.member, until, live, now).await?,
        };
        if let Some(obstacle) = obstacle {
            return Err(obstacle.into());
        }
        if act == Act::Ban && masses::waits(&mut *tx, &actor, guild, 1, now).await? {
            return Err(Message::new("brake-report").into());
        }
        let case = record::record(&mut *tx, &deed, now).await?;
        let deletion = match message {
            Some((channel, message)) => {
                store::set_deletion(&mut *tx, report.id, DeletionState::Waiting, None).await?;
                let effect = Effect::DeleteMessages {
                    channel,
                    messages: vec![message],
                    reason: record::reason(&case, case.actor),
                };
                Some(outbox::insert(&mut *tx, &Order::new(guild, NAME, DELETE, report.id.get(), effect), now).await?)
            }
            None => None,
        };
        settle_with(&mut *tx, guild, report.id, &case, now).await?;
        Ok((case, deletion))
    });
    let (case, deletion) = recorded.await?;

    result(interaction, id, &case, deletion).await
}

/// What is done to the reported person.
fn deed(
    interaction: &Interaction,
    report: &Report,
    act: Act,
    inputs: &ActForm,
    parties: &Parties,
    now: Timestamp,
) -> Result<NewAction> {
    let reason = warn::words(&inputs.reason).ok_or(Refused::NoReason)?;
    let typed = inputs.duration.as_deref();
    let (kind, until) = match act {
        Act::Ban => {
            (Kind::Ban, typed.map(ban::length_or_forever).transpose()?.flatten().map(|length| now.plus(length)))
        }
        Act::Timeout | Act::DeleteAndTimeout => {
            (Kind::Timeout, Some(now.plus(timeouts::length(typed.unwrap_or_default())?)))
        }
    };
    let case = NewCase {
        until,
        about: about(report),
        ..NewCase::plain(report.guild, kind, report.member, interaction.actor.member, reason, now)
    };
    let target = &parties.target.standing;
    let notice = (target.presence == Presence::Here && !target.bot).then_some(Way::Dm);
    let channel = report.message.map_or(interaction.channel, |(channel, _)| channel);
    Ok(NewAction { case, notice, channel, follows: LadderEffect::Nothing })
}

/// What truly happened, to the person and to the message.
async fn result(interaction: &Interaction, id: ReportId, case: &Case, deletion: Option<OutboxId>) -> Result<View> {
    let view = warning::outcome(interaction, case).await?;
    let deleted: Option<Deletion> = match deletion {
        Some(order) => {
            outcome::wait_for_orders(interaction, &[order]).await;
            store::known(interaction.app.db.read(), interaction.actor.guild, id).await?.deletion
        }
        None => None,
    };
    let report = store::known(interaction.app.db.read(), interaction.actor.guild, id).await?;
    Ok(views::result(interaction.actor.locale, view, &report, deleted.as_ref()))
}
