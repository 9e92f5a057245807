//! How a report is kept: merged with what others have said of the same, with its card among the staff.

use std::time::Duration;

use sqlx::SqliteConnection;

use super::cards::{CARD, channels};
use super::{Draft, Filed, Problem, Report, ReportEntry, ReportEntryId, ReportSpec, rules, store};
use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::access::level::Level;
use crate::discord::access::people;
use crate::discord::interaction::context::Interaction;
use crate::error::Result;
use crate::feature::card;
use crate::feature::card::Calls;
use crate::feature::draft::{self, DraftId};
use crate::features::setup;
use crate::ids::{GuildId, MemberId};

/// Within this the quotas count.
const LATELY: Duration = Duration::from_secs(86_400);

/// What somebody says of what they report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    pub reason: String,
    pub evidence: Option<String>,
}

/// Whether somebody can be reported by the actor at all.
///
/// # Errors
/// Told, if they are the actor or Steward.
pub fn may_report(interaction: &Interaction, member: MemberId) -> Result<()> {
    if member == interaction.actor.member {
        return Err(Problem::Yourself.into());
    }
    if member == people::me(&interaction.app)?.member {
        return Err(Problem::Steward.into());
    }
    Ok(())
}

/// Whether the actor may send a report more now.
///
/// # Errors
/// Told, when they may again.
pub async fn within_quota(db: &mut SqliteConnection, guild: GuildId, reporter: MemberId, now: Timestamp) -> Result<()> {
    let sent = store::sent(db, guild, Some(reporter), now.minus(LATELY), None).await?;
    match rules::again(&sent, now) {
        Some(until) => Err(Problem::TooMany(until).into()),
        None => Ok(()),
    }
}

/// Whether only managers may read a report about somebody: of staff, and where Discord doesn't say who they are.
pub async fn is_for_managers(app: &App, guild: GuildId, spec: &ReportSpec) -> bool {
    if spec.bot {
        return false;
    }
    let person = people::fetch(app, guild, spec.member).await;
    person.map_or(true, |person| person.standing.level >= Level::Helper)
}

/// Keeps a report, and shows it to the staff.
///
/// # Errors
/// Told, if the reporter has sent too many.
pub async fn file(
    tx: &mut SqliteConnection,
    guild: GuildId,
    reporter: MemberId,
    spec: &ReportSpec,
    words: Words,
    about_staff: bool,
    now: Timestamp,
) -> Result<(ReportEntryId, Report)> {
    within_quota(&mut *tx, guild, reporter, now).await?;
    let open = store::open_about(&mut *tx, guild, spec).await?;
    let report = match &open {
        Some(open) => open.id,
        None => store::insert(&mut *tx, guild, spec, about_staff, now).await?,
    };
    let Words { reason, evidence } = words;
    let entry = ReportEntry { report, reporter, reason, evidence, at: now };
    let entry = store::insert_entry(&mut *tx, guild, &entry).await?;
    match open {
        None => card::post(&mut *tx, &CARD, guild, report.get(), Calls::Nobody, now).await?,
        Some(open) if about_staff && !open.about_staff => {
            store::set_about_staff(&mut *tx, report).await?;
            card::edit(&mut *tx, &CARD, guild, report.get(), now).await?;
        }
        Some(_) => card::schedule_refresh(&mut *tx, &CARD, guild, report.get(), now).await?,
    }
    Ok((entry, store::known(tx, guild, report).await?))
}

/// Keeps a report of the actor; the draft it comes from is used up.
pub async fn filed(interaction: &Interaction, spec: ReportSpec, words: Words, from: Option<DraftId>) -> Result<Filed> {
    let (guild, reporter, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    may_report(interaction, spec.member)?;
    let about_staff = is_for_managers(&interaction.app, guild, &spec).await;

    let filing = interaction.app.db.write(async move |tx| {
        let draft: Option<Draft> = match from {
            Some(from) => Some(draft::take(&mut *tx, guild, from).await?),
            None => None,
        };
        let (entry, report) = file(&mut *tx, guild, reporter, &spec, words, about_staff, now).await?;
        if let Some(draft) = &draft {
            draft::set_published(&mut *tx, draft, report.id.get()).await?;
        }
        let has_channel = channels(&setup::server(&mut *tx, guild).await?).0.is_some();
        Ok(Filed { entry, has_channel, about_staff: report.about_staff })
    });
    filing.await
}
