//! What reviewers press: *Approve*, *Reject* with a reason, *Merge*, *Tag*, *Restore*; on the cards in the channel of the
//! moderators, and in the queue that a host or moderator goes through alone.

use serde::Deserialize;
use sqlx::SqliteConnection;

use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::interaction::context::{ComponentEvent, Interaction, ModalSubmit};
use crate::discord::ui::custom_id::CustomId;
use crate::error::Result;
use crate::features::ama::reviewing::{Decided, decide, set_tags};
use crate::features::ama::rules::asking::takes_questions;
use crate::features::ama::rules::review as rules;
use crate::features::ama::rules::review::Decision;
use crate::features::ama::rules::tags;
use crate::features::ama::store::{blocks, questions};
use crate::features::ama::views::review::{Reader, Where};
use crate::features::ama::views::{QUEUE, forms, review};
use crate::features::ama::{
    Blocked, Problem, Question, QuestionId, QuestionState, Ranked, Session, SessionId, ranking,
};
use crate::text::similar;

use super::prompt::chosen;
use super::{find_question, find_session, is_moderator, require_reviewer};

/// The form of a reason.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ReasonForm {
    reason: String,
}

/// *Review*: the next question that waits for it.
pub async fn next(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let session = find_session(&interaction, SessionId(id.row)).await?;
    require_reviewer(&interaction, &session)?;

    let pending =
        questions::in_state(interaction.app.db.read(), interaction.actor.guild, session.id, QuestionState::Pending)
            .await?;

    let view = match pending.first() {
        Some(question) => {
            let reader = reader(&interaction, Where::Queue);
            review::question(reader, &session, question)
        }
        None => review::nothing_left(interaction.actor.locale, &session),
    };
    interaction.update_message(&view).await
}

/// *Approve*.
pub async fn approve(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    go_on(&interaction, &id, Decided::Approve).await
}

/// *Restore*.
pub async fn restore(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    go_on(&interaction, &id, Decided::Restore).await
}

/// *Reject*: the form for the reason opens.
pub async fn reject(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (session, question) = find_question(&interaction, QuestionId(id.row)).await?;
    require_reviewer(&interaction, &session)?;

    rules::may_decide(&question, Decision::Reject)?;

    interaction.open_modal(&forms::reject(interaction.actor.locale, &question, &id.arg)).await
}

/// The form was sent.
pub async fn rejected(form: ModalSubmit<ReasonForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    let reason = Some(inputs.reason).filter(|reason| !reason.is_empty());
    go_on(&interaction, &id, Decided::Reject(reason)).await
}

/// *Merge*: a menu with the questions that it can be merged into, the most similar first.
pub async fn merge(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (session, question) = find_question(&interaction, QuestionId(id.row)).await?;
    require_reviewer(&interaction, &session)?;

    rules::may_decide(&question, Decision::Merge)?;

    let mut db = interaction.app.db.read().acquire().await?;
    let all = ranking::all(&mut db, interaction.actor.guild, session.id).await?;
    drop(db);
    let targets = targets(&question, &all);
    if targets.is_empty() {
        return Err(Problem::NoQuestion.into());
    }
    interaction.reply_ephemeral(&review::merge(interaction.actor.locale, &question, &targets)).await
}

/// Those that a question can be merged into: similar ones first, then by number.
fn targets<'a>(question: &Question, all: &'a [Ranked]) -> Vec<&'a Ranked> {
    let open: Vec<&Ranked> = all.iter().filter(|one| rules::may_merge(question, &one.question).is_ok()).collect();
    let first = similar::find(&question.words.text, open.iter().map(|one| one.question.words.text.as_str()));
    let others = (0..open.len()).filter(|place| !first.contains(place));
    first.iter().copied().chain(others).filter_map(|place| open.get(place).copied()).collect()
}

/// What it is merged into was chosen.
pub async fn merge_into(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, values } = press;
    go_on(&interaction, &id, Decided::Merge(chosen(&values)?)).await
}

/// *Block asker*: whoever sent a question can't send more in this session, also where nobody knows who it is.
pub async fn block(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    set_blocked(&interaction, QuestionId(id.row), true).await?;
    interaction.reply_ephemeral(&review::blocked(interaction.actor.locale, QuestionId(id.row))).await
}

/// *Unblock*.
pub async fn unblock(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    set_blocked(&interaction, QuestionId(id.row), false).await?;
    interaction.update_message(&review::unblocked(interaction.actor.locale)).await
}

async fn set_blocked(interaction: &Interaction, id: QuestionId, is_blocked: bool) -> Result<()> {
    let (session, question) = find_question(interaction, id).await?;
    require_reviewer(interaction, &session)?;
    takes_questions(&session, interaction.app.clock.now())?;
    let asker = question.asker.ok_or(Problem::NoQuestion)?;
    let (guild, by, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let changed = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let blocked = Blocked::Asker(id);
        if is_blocked {
            blocks::insert(&mut *tx, guild, session.id, (blocked, &asker), by, now).await?;
        } else {
            blocks::delete(&mut *tx, guild, session.id, blocked).await?;
        }
        let action = if is_blocked { "ama.block" } else { "ama.unblock" };
        audit::record(tx, &Entry::new(guild, by, action, format!("AMA #{}", session.number)), now).await
    });
    changed.await
}

/// The form of tags.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TagForm {
    tags: String,
}

/// *Tag*: the form opens with the tags that it has.
pub async fn tag(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (session, question) = find_question(&interaction, QuestionId(id.row)).await?;
    require_reviewer(&interaction, &session)?;

    interaction.open_modal(&forms::tag(interaction.actor.locale, &question, &id.arg)).await
}

/// The form was sent.
pub async fn tagged(form: ModalSubmit<TagForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    let (session, question) = find_question(&interaction, QuestionId(id.row)).await?;
    require_reviewer(&interaction, &session)?;
    let tags = tags::parse(&inputs.tags)?;
    let (guild, now) = (interaction.actor.guild, interaction.app.clock.now());

    let tagged = interaction.app.db.write(async move |tx| set_tags(tx, guild, question.id, &tags, now).await);
    let (session, question) = tagged.await?;

    show_decided(&interaction, &id, &session, &question).await
}

/// Carries out a decision, and shows the question as it is then, with the way to the next one.
async fn go_on(interaction: &Interaction, id: &CustomId, decided: Decided) -> Result<()> {
    let (session, _) = find_question(interaction, QuestionId(id.row)).await?;
    require_reviewer(interaction, &session)?;
    let (guild, by, row, now) =
        (interaction.actor.guild, interaction.actor.member, QuestionId(id.row), interaction.app.clock.now());
    let is_merge = matches!(decided, Decided::Merge(_));

    let (session, question) =
        interaction.app.db.write(async move |tx| decide(tx, guild, row, decided, by, now).await).await?;

    if is_merge {
        let view = review::question(reader(interaction, Where::Queue), &session, &question);
        return interaction.update_message(&view).await;
    }
    show_decided(interaction, id, &session, &question).await
}

/// The question as it is now: in place of what was shown in the queue, and beside a card, which follows by itself.
async fn show_decided(interaction: &Interaction, id: &CustomId, session: &Session, question: &Question) -> Result<()> {
    let view = review::question(reader(interaction, Where::Queue), session, question);
    if id.arg == QUEUE { interaction.update_message(&view).await } else { interaction.reply_ephemeral(&view).await }
}

fn reader(interaction: &Interaction, place: Where) -> Reader {
    Reader { locale: interaction.actor.locale, learns_askers: is_moderator(interaction), place }
}
