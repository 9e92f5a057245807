//! What is pressed and sent: the form of a report and the button of its receipt, for members; the buttons of the card
//! and the list, for staff. The report is loaded and the person asked for their right anew at every press; of two who
//! decide at once the second hears who was faster.

use serde::Deserialize;

use super::cards::CARD;
use super::filing::{Words, filed};
use super::rules::Act;
use super::settling::{ActForm, about, carry_out, open, readable, reads_staff_reports};
use super::{
    Draft, Filed, NAME, Problem, ReportEntryId, ReportId, ReportSpec, ReportState, actions, settling, store, views,
};
use crate::discord::interaction::context::{ComponentEvent, Interaction, ModalSubmit};
use crate::discord::interaction::failure::outdated;
use crate::discord::interaction::{channels as places, parties};
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::feature::card;
use crate::feature::draft::{self, DraftId, Spec, State};
use crate::feature::route::{Route, typed};
use crate::features::moderation::commands::warn;
use crate::features::moderation::contact::store as contacts;
use crate::features::moderation::raids;
use crate::features::moderation::{Draft as Warning, WarningSpec};

/// The routes of the feature.
pub const ROUTES: &[Route] = &[
    Route::modal("written", |form| typed(form, written)),
    Route::component("tell", |press| Box::pin(tell(press))),
    Route::component("read", |press| Box::pin(read(press))).requires(actions::STAFF_REPORTS),
    Route::component("claim", |press| Box::pin(claim(press))).requires(actions::CLAIM_REPORTS),
    Route::component("warn", |press| Box::pin(warn_author(press))).requires(actions::CLAIM_REPORTS),
    Route::component("act", |press| Box::pin(act(press))).requires(actions::SETTLE_REPORTS),
    Route::modal("acted", |form| typed(form, acted)).requires(actions::SETTLE_REPORTS),
    Route::component("dismiss", |press| Box::pin(dismiss(press))).requires(actions::SETTLE_REPORTS),
    Route::component("reporters", |press| Box::pin(reporters(press))).requires(actions::SETTLE_REPORTS),
    Route::component("page", |press| Box::pin(turn_page(press))).requires(actions::CLAIM_REPORTS),
    Route::component("open", |press| Box::pin(open_one(press))).requires(actions::CLAIM_REPORTS),
];

impl Spec for ReportSpec {
    const FEATURE: &'static str = NAME;
    const KIND: &'static str = "report";
    type Seen = ();

    fn gone() -> Message {
        Message::new("report-draft-gone")
    }

    async fn settled(_: &mut sqlx::SqliteConnection, draft: &Draft) -> Result<Message> {
        Ok(Message::new(match draft.state {
            State::Published(_) => "report-sent-before",
            State::Open | State::Cancelled => "report-draft-gone",
        }))
    }

    fn about(&self) -> Option<crate::ids::MemberId> {
        Some(self.member)
    }

    fn without_words(mut self) -> Self {
        self.quote = None;
        self
    }
}

/// The form of a report.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WrittenForm {
    reason: String,
    evidence: Option<String>,
}

/// The form of a menu was sent.
async fn written(form: ModalSubmit<WrittenForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    let WrittenForm { reason, evidence } = inputs;
    let typed = [Some(reason.as_str()), evidence.as_deref()].into_iter().flatten().collect::<Vec<_>>().join("\n");
    let filing = async {
        let draft: Draft = draft::open(&interaction, DraftId(id.row)).await?;
        let words = Words { reason: warn::words(&reason).ok_or(Problem::NoWords)?, evidence };
        filed(&interaction, draft.spec.clone(), words, Some(draft.id)).await
    };
    let filed = filing.await;
    answered(&interaction, filed, &typed).await
}

/// The receipt; or why nothing was kept, with what was typed.
pub async fn answered(interaction: &Interaction, filed: Result<Filed>, typed: &str) -> Result<()> {
    let locale = interaction.actor.locale;
    let receipt = filed.map(|filed| views::receipt(locale, &filed));
    interaction.reply_or_return(receipt, typed).await
}

/// *Tell me when it is settled*.
async fn tell(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (guild, member) = (interaction.actor.guild, interaction.actor.member);
    let report = interaction.app.db.write(async move |tx| {
        match store::set_tell(&mut *tx, guild, ReportEntryId(id.row), member).await? {
            Some(report) => store::get(tx, guild, report).await,
            None => Ok(None),
        }
    });
    let report = report.await?.ok_or_else(|| Message::new("report-gone"))?;
    let text = match report.state {
        ReportState::Open => "report-will-tell",
        ReportState::Acted => "report-acted",
        ReportState::Dismissed => "report-dismissed",
    };
    interaction.update_message(&View::text(interaction.say(&Message::new(text)))).await
}

/// *Read*, on the card of a report about somebody of the staff.
async fn read(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    show(&interaction, ReportId(id.row)).await
}

/// A report was chosen in the list.
async fn open_one(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, values, .. } = press;
    let chosen = values.first().and_then(|chosen| chosen.parse().ok()).ok_or_else(outdated)?;
    show(&interaction, ReportId(chosen)).await
}

/// A report, for the actor alone; its message only where they may read that.
async fn show(interaction: &Interaction, id: ReportId) -> Result<()> {
    let mut report = readable(interaction, id).await?;
    let entries = store::entries(interaction.app.db.read(), report.id).await?;
    if let Some((channel, _)) = report.message
        && !places::may_read(interaction, channel).await
    {
        (report.message, report.quote) = (None, None);
    }
    interaction.reply_ephemeral(&views::whole(interaction.actor.locale, &report, &entries)).await
}

/// *Claim*: others see who looks at it. Pressed again by the same person it is free again.
async fn claim(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (guild, by, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let report = open(&interaction, ReportId(id.row)).await?;

    let claimed = interaction.app.db.write(async move |tx| {
        let report = store::known(&mut *tx, guild, report.id).await?;
        if report.state != ReportState::Open {
            return Err(settling::settled(&report));
        }
        let claimed = match report.claimed {
            Some((other, at)) if other != by => {
                return Err(Problem::Claimed { number: report.number, by: other, at }.into());
            }
            Some(_) => None,
            None => Some(by),
        };
        store::set_claimed(&mut *tx, report.id, claimed, now).await?;
        card::edit(tx, &CARD, guild, report.id.get(), now).await?;
        Ok((report.number, claimed.is_some()))
    });
    let (number, claimed) = claimed.await?;

    let key = if claimed { "report-claimed" } else { "report-released" };
    let text = Message::new(key).with("number", number.to_string());
    interaction.reply_ephemeral(&View::text(interaction.say(&text))).await
}

/// *Warn*: the form of a warning opens, and its preview settles the report.
async fn warn_author(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let now = interaction.app.clock.now();
    let report = open(&interaction, ReportId(id.row)).await?;
    let parties = parties::parties(&interaction, report.member).await?;

    let spec = WarningSpec { about: about(&report), report: Some(report.id), ..WarningSpec::blank(report.member) };
    warn::may_warn(&parties, spec.severity)?;
    let channel = report.message.map_or(interaction.channel, |(channel, _)| channel);
    let draft = Warning { channel, ..Warning::new(&interaction, spec, now) };

    let draft = draft::keep(&interaction, draft, Vec::new()).await?;

    interaction.open_modal(&warn::form(&interaction, draft.id, &parties.target.name)).await
}

/// *Timeout*, *Ban* and *Delete + timeout*: the form opens, and sending it is the confirmation.
async fn act(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let act = Act::named(&id.arg).ok_or_else(outdated)?;
    let report = open(&interaction, ReportId(id.row)).await?;
    if act == Act::DeleteAndTimeout && report.message.is_none() {
        return Err(Problem::NoMessage(report.number).into());
    }
    interaction.open_modal(&views::act_form(interaction.actor.locale, &report, act)).await
}

/// The form of an act was sent.
async fn acted(form: ModalSubmit<ActForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    let act = Act::named(&id.arg).ok_or_else(outdated)?;
    let carried_out = carry_out(&interaction, ReportId(id.row), act, &inputs).await;
    interaction.reply_or_return(carried_out, &inputs.reason).await
}

/// *Dismiss*: nothing has to be done.
async fn dismiss(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (by, now) = (interaction.actor.member, interaction.app.clock.now());
    let report = open(&interaction, ReportId(id.row)).await?;
    let number = report.number;

    let dismissed = interaction
        .app
        .db
        .write(async move |tx| settling::settle(tx, &report, ReportState::Dismissed, by, None, now).await);
    dismissed.await?;

    let text = Message::new("report-dismissed-done").with("number", number.to_string());
    interaction.reply_ephemeral(&View::text(interaction.say(&text))).await
}

/// *Who reported*, for moderators.
async fn reporters(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let report = readable(&interaction, ReportId(id.row)).await?;
    let entries = store::entries(interaction.app.db.read(), report.id).await?;
    interaction.reply_ephemeral(&views::reporters(interaction.actor.locale, &report, &entries)).await
}

/// The row of the custom_id is the page.
async fn turn_page(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (guild, reader) = (interaction.actor.guild, interaction.actor.member);
    let of_staff = reads_staff_reports(&interaction);
    let page = store::list(interaction.app.db.read(), guild, reader, of_staff, id.row).await?;
    let open = contacts::open(interaction.app.db.read(), guild).await?;
    let raid = raids::open(interaction.app.db.read(), guild).await?;
    interaction.update_message(&views::list(interaction.actor.locale, &page, &open, raid.as_ref())).await
}
