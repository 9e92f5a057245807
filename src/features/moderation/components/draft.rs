//! The preview of a warning: *Confirm*, *Warn only*, *Change severity*, *Cancel*, the menus for
//! severity, notice and rule, and the form that a menu has opened.
//!
//! Everything is decided anew at the press: who may still do it, what counts now, and whether the
//! preview still shows what would happen.

use serde::Deserialize;
use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::access::people::Parties;
use crate::discord::interaction::context::{ComponentEvent, ModalSubmit};
use crate::discord::interaction::failure::outdated;
use crate::discord::interaction::parties;
use crate::discord::ui::view::View;
use crate::error::Result;
use crate::feature::draft;
use crate::feature::draft::DraftId;
use crate::features::moderation::commands::warn::may_warn;
use crate::features::moderation::record::LadderEffect;
use crate::features::moderation::reports;
use crate::features::moderation::rulebook::citing;
use crate::features::moderation::rules::points::Severity;
use crate::features::moderation::views::preview::CHOOSING;
use crate::features::moderation::warning;
use crate::features::moderation::warning::Assessment;
use crate::features::moderation::{Case, Draft, Kind, Problem, WarningSpec, Way, masses, record};
use crate::ids::GuildId;

/// The form of a menu was sent: what comes next is the preview.
pub async fn written(form: ModalSubmit<WarnForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    let now = interaction.app.clock.now();
    let mut draft: Draft = draft::open(&interaction, DraftId(id.row)).await?;
    let parties = parties::parties(&interaction, draft.spec.member).await?;

    may_warn(&parties, draft.spec.severity)?;
    draft.spec.reason = inputs.reason.ok_or(Problem::NoReason)?;
    let mut db = interaction.app.db.read().acquire().await?;
    draft.spec.about.rule = citing::cited(&mut db, interaction.actor.guild, inputs.rule).await?;
    drop(db);
    draft.spec.about.evidence = inputs.evidence;
    let look = warning::looked(&interaction, &mut draft, &parties, now).await?;

    let draft = draft::save(&interaction, draft).await?;

    interaction.reply_ephemeral(&warning::preview(&interaction, &draft, &look, true, false)).await
}

/// The form of a warning.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WarnForm {
    reason: Option<String>,
    rule: Option<String>,
    evidence: Option<String>,
}

/// *Change severity*: the menus open.
pub async fn choose(press: ComponentEvent) -> Result<()> {
    redraw(press, |_, _| Ok(())).await
}

/// A severity was chosen in the menu.
pub async fn set_severity(press: ComponentEvent) -> Result<()> {
    redraw(press, |spec, chosen| {
        let chosen = chosen.and_then(|chosen| chosen.parse().ok()).and_then(Severity::from_number);
        spec.severity = chosen.ok_or_else(outdated)?;
        Ok(())
    })
    .await
}

/// A way to tell the person was chosen in the menu.
pub async fn set_notify(press: ComponentEvent) -> Result<()> {
    redraw(press, |spec, chosen| {
        spec.notify = match chosen {
            Some("none") => None,
            Some(way) => Some(Way::from_stored(way).map_err(|_| outdated())?),
            None => return Err(outdated().into()),
        };
        Ok(())
    })
    .await
}

/// A rule was chosen in the menu.
pub async fn set_rule(press: ComponentEvent) -> Result<()> {
    let mut db = press.interaction.app.db.read().acquire().await?;
    let rules = citing::choices(&mut db, press.interaction.actor.guild).await?;
    drop(db);
    redraw(press, move |spec, chosen| {
        let rule = chosen.and_then(|chosen| citing::chosen(&rules, chosen));
        spec.about.rule = Some(rule.ok_or_else(outdated)?);
        Ok(())
    })
    .await
}

/// Shows the preview as it is after a change.
async fn redraw(
    press: ComponentEvent,
    change: impl FnOnce(&mut WarningSpec, Option<&str>) -> Result<()>,
) -> Result<()> {
    let ComponentEvent { interaction, id, values } = press;
    let now = interaction.app.clock.now();
    let mut draft: Draft = draft::open(&interaction, DraftId(id.row)).await?;
    change(&mut draft.spec, values.first().map(String::as_str))?;
    let parties = parties::parties(&interaction, draft.spec.member).await?;

    may_warn(&parties, draft.spec.severity)?;
    let look = warning::looked(&interaction, &mut draft, &parties, now).await?;

    let draft = draft::save(&interaction, draft).await?;

    interaction.update_message(&warning::preview(&interaction, &draft, &look, true, false)).await
}

/// *Cancel*.
pub async fn cancel(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let draft: Draft = draft::open(&interaction, DraftId(id.row)).await?;
    let cancelled = warning::cancelled(&draft);

    draft::cancel(&interaction, draft).await?;

    interaction.update_message(&View::text(interaction.say(&cancelled))).await
}

/// What came of a press on *Confirm*.
enum Decided {
    Recorded(Box<Case>),
    /// The preview did not show what would happen now.
    Changed(Box<(Draft, Assessment)>),
}

/// *Confirm*, and *Warn only*, which leaves out what the ladder adds.
pub async fn confirm(press: ComponentEvent, fire: bool) -> Result<()> {
    let ComponentEvent { interaction, id: button, .. } = press;
    let guild = interaction.actor.guild;
    let now = interaction.app.clock.now();
    let draft: Draft = draft::open(&interaction, DraftId(button.row)).await?;
    let parties = parties::parties(&interaction, draft.spec.member).await?;

    may_warn(&parties, draft.spec.severity)?;
    warning::reaches(&interaction, &draft, &parties).await?;

    let decided =
        interaction.app.db.write(async move |tx| decide(tx, guild, draft.id, &parties, fire, now).await).await?;

    match decided {
        Decided::Changed(changed) => {
            let (draft, look) = *changed;
            let choosing = button.arg == CHOOSING;
            interaction.update_message(&warning::preview(&interaction, &draft, &look, choosing, true)).await
        }
        Decided::Recorded(case) => interaction.update_message(&warning::outcome(&interaction, &case).await?).await,
    }
}

/// Records what the preview showed, if that is still what would happen. All in one transaction, so that
/// of two who confirm at once the second sees what the first did.
async fn decide(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: DraftId,
    parties: &Parties,
    fire: bool,
    now: Timestamp,
) -> Result<Decided> {
    let mut draft: Draft = draft::take(&mut *tx, guild, id).await?;
    if let Some(report) = draft.spec.report {
        reports::settling::require_open(&mut *tx, guild, report).await?;
    }
    let look = warning::look(&mut *tx, &draft, parties, now).await?;
    let holds = draft::still_shows(&mut *tx, &mut draft, look.seen(), |before, now| {
        before.case == now.case && (!fire || before.fires == now.fires)
    });
    if !holds.await? {
        return Ok(Decided::Changed(Box::new((draft, look))));
    }
    let mut deed = warning::deed(&draft, &look, fire, now);
    if let (LadderEffect::Act { kind: Kind::Kick | Kind::Ban, .. }, Some(rung)) =
        (deed.follows, look.weighed.fires.rung())
        && masses::waits(&mut *tx, &parties.actor, guild, 1, now).await?
    {
        // Too many kicks and bans of late: managers are asked.
        deed.follows = LadderEffect::Card(rung);
    }
    let case = record::record(&mut *tx, &deed, now).await?;
    if let Some(report) = draft.spec.report {
        reports::settling::settle_with(&mut *tx, guild, report, &case, now).await?;
    }
    draft::set_published(tx, &draft, case.id.get()).await?;
    Ok(Decided::Recorded(Box::new(case)))
}
