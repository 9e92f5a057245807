//! The preview of a warning: *Confirm*, *Warn only*, *Change severity*, *Cancel*, the menus for
//! severity and notice, and the form that a menu has opened.
//!
//! Everything is decided anew at the press: who may still do it, what counts now, and whether the
//! preview still shows what would happen.

use serde::Deserialize;
use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::access::people::Parties;
use crate::discord::interaction::context::{ComponentEvent, Interaction, ModalSubmit};
use crate::discord::interaction::failure::outdated;
use crate::discord::interaction::parties;
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::features::moderation::commands::warn::may_warn;
use crate::features::moderation::rules::points::Severity;
use crate::features::moderation::store::Kept;
use crate::features::moderation::views::preview::CHOOSING;
use crate::features::moderation::views::result;
use crate::features::moderation::warning;
use crate::features::moderation::warning::Assessment;
use crate::features::moderation::{Case, Draft, DraftId, DraftState, Problem, Way, record, store};
use crate::ids::GuildId;

/// The form of a menu was sent: what comes next is the preview.
pub async fn written(form: ModalSubmit<WarnForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    let (interaction, id) = (&interaction, DraftId(id.row));
    let now = interaction.app.clock.now();
    let Some(mut draft) = open(interaction, id).await? else { return settled_before(interaction, id).await };
    let parties = parties::parties(interaction, draft.member).await?;

    may_warn(&parties, draft.severity)?;
    draft.reason = inputs.reason.ok_or(Problem::NoReason)?;
    draft.about.rule = inputs.rule;
    draft.about.evidence = inputs.evidence;
    let look = warning::looked(interaction, &mut draft, &parties, now).await?;

    warning::change(interaction, id, draft.clone()).await?;

    interaction.reply_ephemeral(&warning::preview(interaction, id, &draft, &look, true, false)).await
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
    redraw(press, |draft, chosen| {
        let chosen = chosen.and_then(|chosen| chosen.parse().ok()).and_then(Severity::of);
        draft.severity = chosen.ok_or_else(outdated)?;
        Ok(())
    })
    .await
}

/// A way to tell the person was chosen in the menu.
pub async fn set_notify(press: ComponentEvent) -> Result<()> {
    redraw(press, |draft, chosen| {
        draft.notify = match chosen {
            Some("none") => None,
            Some(way) => Some(Way::of(way).map_err(|_| outdated())?),
            None => return Err(outdated().into()),
        };
        Ok(())
    })
    .await
}

/// Shows the preview as it is after a change.
async fn redraw(press: ComponentEvent, change: impl FnOnce(&mut Draft, Option<&str>) -> Result<()>) -> Result<()> {
    let ComponentEvent { interaction, id, values } = press;
    let id = DraftId(id.row);
    let now = interaction.app.clock.now();
    let Some(mut draft) = open(&interaction, id).await? else { return settled_before(&interaction, id).await };
    change(&mut draft, values.first().map(String::as_str))?;
    let parties = parties::parties(&interaction, draft.member).await?;

    may_warn(&parties, draft.severity)?;
    let look = warning::looked(&interaction, &mut draft, &parties, now).await?;

    warning::change(&interaction, id, draft.clone()).await?;

    interaction.update_message(&warning::preview(&interaction, id, &draft, &look, true, false)).await
}

/// *Cancel*.
pub async fn cancel(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let id = DraftId(id.row);
    let now = interaction.app.clock.now();
    let Some(draft) = open(&interaction, id).await? else { return settled_before(&interaction, id).await };

    let cancelled = interaction.app.db.write(async move |tx| store::end_draft(tx, id, None, now).await).await?;

    if !cancelled {
        return settled_before(&interaction, id).await;
    }
    let text = Message::new("draft-cancelled").with("member", draft.member);
    interaction.update_message(&View::text(interaction.say(&text))).await
}

/// What came of a press on *Confirm*.
enum Decided {
    Recorded(Box<Case>),
    /// The preview did not show what would happen now.
    Changed(Box<(Draft, Assessment)>),
    /// It was settled by another press.
    Before,
}

/// *Confirm*, and *Warn only*, which leaves out what the ladder adds.
pub async fn confirm(press: ComponentEvent, fire: bool) -> Result<()> {
    let ComponentEvent { interaction, id: button, .. } = press;
    let (id, guild) = (DraftId(button.row), interaction.actor.guild);
    let now = interaction.app.clock.now();
    let Some(draft) = open(&interaction, id).await? else { return settled_before(&interaction, id).await };
    let parties = parties::parties(&interaction, draft.member).await?;

    may_warn(&parties, draft.severity)?;
    warning::reaches(&interaction, &draft, &parties).await?;

    let decided = interaction.app.db.write(async move |tx| decide(tx, guild, id, &parties, fire, now).await).await?;

    match decided {
        Decided::Before => settled_before(&interaction, id).await,
        Decided::Changed(changed) => {
            let (draft, look) = *changed;
            let choosing = button.arg == CHOOSING;
            interaction.update_message(&warning::preview(&interaction, id, &draft, &look, choosing, true)).await
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
    let kept = store::draft(&mut *tx, guild, id).await?;
    let Some(Kept { mut draft, state: DraftState::Open, .. }) = kept else { return Ok(Decided::Before) };
    let look = warning::look(&mut *tx, &draft, parties, now).await?;
    let seen = look.seen();
    if seen.case != draft.seen.case || (fire && seen.fires != draft.seen.fires) {
        draft.seen = seen;
        store::set_draft(tx, id, &draft).await?;
        return Ok(Decided::Changed(Box::new((draft, look))));
    }
    let case = record::record(&mut *tx, &warning::deed(&draft, &look, fire, now), now).await?;
    store::end_draft(tx, id, Some(case.number), now).await?;
    Ok(Decided::Recorded(Box::new(case)))
}

/// The draft of the actor; `None` if it is settled.
async fn open(interaction: &Interaction, id: DraftId) -> Result<Option<Draft>> {
    let kept = store::draft(interaction.app.db.read(), interaction.actor.guild, id).await?;
    let Kept { draft, state, .. } =
        kept.filter(|kept| kept.draft.actor == interaction.actor.member).ok_or(Problem::NoDraft)?;
    Ok((state == DraftState::Open).then_some(draft))
}

/// Says what has become of a draft already. The message with the buttons stays: it may show more.
async fn settled_before(interaction: &Interaction, id: DraftId) -> Result<()> {
    let kept = store::draft(interaction.app.db.read(), interaction.actor.guild, id).await?.ok_or(Problem::NoDraft)?;
    let Some(number) = kept.number else {
        let text = Message::new("draft-cancelled").with("member", kept.draft.member);
        return interaction.reply_ephemeral(&View::text(interaction.say(&text))).await;
    };
    let case =
        store::get(interaction.app.db.read(), interaction.actor.guild, number).await?.ok_or(Problem::NoCase(number))?;
    interaction.reply_ephemeral(&result::already(interaction.actor.locale, &case)).await
}
