//! How a report ends: once, by the first decision, whatever button or preview it came from. Reporters who asked for it
//! hear of it by direct message, and nowhere else.

use sqlx::SqliteConnection;

use super::cards::CARD;
use super::{NAME, Problem, Report, ReportId, ReportState, store, views};
use crate::clock::Timestamp;
use crate::discord::access::{audit, user_locale};
use crate::discord::outbox;
use crate::discord::outbox::{Effect, Order};
use crate::error::{Error, Message, Result};
use crate::feature::card;
use crate::features::moderation::Case;
use crate::features::setup;
use crate::ids::{GuildId, MemberId};

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
    Ok(())
}

/// Who was faster.
pub fn settled(report: &Report) -> Error {
    match report.decided {
        Some((by, at)) => Problem::Settled { number: report.number, by, at }.into(),
        None => Error::fault(format!("report {} is open", report.id)),
    }
}
