//! What is pressed and sent: the form of a report and the button of its receipt, for members; the buttons of the card
//! and the list, for staff. The report is loaded and the person asked for their right anew at every press; of two who
//! decide at once the second hears who was faster.

use serde::Deserialize;

use super::cards::{CARD, DELETE, channels};
use super::filing::{Words, file, is_for_managers, may_report};
use super::rules::Act;
use super::{
    Deletion, DeletionState, Draft, NAME, Problem, Report, ReportEntryId, ReportId, ReportSpec, ReportState, actions,
    settling, store, views,
};
use crate::clock::Timestamp;
use crate::discord::access::authorize::Presence;
use crate::discord::access::people::Parties;
use crate::discord::interaction::context::{ComponentEvent, Interaction, ModalSubmit};
use crate::discord::interaction::failure::outdated;
use crate::discord::interaction::{channels as places, outcome, parties};
use crate::discord::outbox;
use crate::discord::outbox::{Effect, Order};
use crate::discord::ui::returned::returned;
use crate::discord::ui::view::View;
use crate::error::{Error, Message, Result};
use crate::feature::card;
use crate::feature::draft::{self, DraftId, Spec, State};
use crate::feature::route::{Route, typed};
use crate::features::moderation::commands::{timeout, warn};
use crate::features::moderation::record::{self, LadderEffect, NewAction};
use crate::features::moderation::rules::{ban, timeout as timeouts};
use crate::features::moderation::{
    About, Case, Draft as Warning, Kind, NewCase, Problem as Refused, WarningSpec, Way, actions as acts, bans, warning,
};
use crate::features::setup;
use crate::ids::OutboxId;

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

/// A report that was kept, as its receipt tells of it.
pub struct Filed {
    entry: ReportEntryId,
    /// Whether there is a channel where the staff sees it.
    has_channel: bool,
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
        Ok(Filed { entry, has_channel })
    });
    filing.await
}

/// The receipt; or why nothing was kept, with what was typed.
pub async fn answered(interaction: &Interaction, filed: Result<Filed>, typed: &str) -> Result<()> {
    let locale = interaction.actor.locale;
    match filed {
        Ok(Filed { entry, has_channel }) => {
            interaction.reply_ephemeral(&views::receipt(locale, entry, has_channel)).await
        }
        Err(Error::Told(why)) => interaction.reply_ephemeral(&returned(locale, &why, typed)).await,
        Err(fault) => Err(fault),
    }
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

/// Whether the actor reads reports about staff.
pub fn reads_staff_reports(interaction: &Interaction) -> bool {
    parties::require(interaction, actions::STAFF_REPORTS).is_ok()
}

/// A report that the actor may read.
async fn readable(interaction: &Interaction, id: ReportId) -> Result<Report> {
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
async fn open(interaction: &Interaction, id: ReportId) -> Result<Report> {
    let report = readable(interaction, id).await?;
    if report.state == ReportState::Open { Ok(report) } else { Err(settling::settled(&report)) }
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

/// What a case says of the reported message.
fn about(report: &Report) -> About {
    About { link: report.link().map(|link| link.to_string()), quote: report.quote.clone(), ..About::default() }
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

/// What staff write when they act; a ban without a duration is for good.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ActForm {
    reason: String,
    duration: Option<String>,
}

/// The form of an act was sent.
async fn acted(form: ModalSubmit<ActForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    let act = Act::named(&id.arg).ok_or_else(outdated)?;
    match carry_out(&interaction, ReportId(id.row), act, &inputs).await {
        Ok(view) => interaction.reply_ephemeral(&view).await,
        Err(Error::Told(why)) => {
            interaction.reply_ephemeral(&returned(interaction.actor.locale, &why, &inputs.reason)).await
        }
        Err(fault) => Err(fault),
    }
}

async fn carry_out(interaction: &Interaction, id: ReportId, act: Act, inputs: &ActForm) -> Result<View> {
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
    let held = parties.target.timed_out_until;

    let recorded = interaction.app.db.write(async move |tx| {
        let report = store::known(&mut *tx, guild, report.id).await?;
        if report.state != ReportState::Open {
            return Err(settling::settled(&report));
        }
        let obstacle = match deed.case.until {
            Some(until) if act != Act::Ban => timeout::longer(&mut *tx, &deed.case, until, held).await?,
            until => bans::obstacle(&mut *tx, guild, deed.case.member, until, live, now).await?,
        };
        if let Some(obstacle) = obstacle {
            return Err(obstacle.into());
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
        settling::settle_with(&mut *tx, guild, report.id, &case, now).await?;
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
        Act::Ban => (Kind::Ban, typed.map(ban::length).transpose()?.map(|length| now.plus(length))),
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
    interaction.update_message(&views::list(interaction.actor.locale, &page)).await
}
