//! What everyone can press: *Ask* and *Ask anonymously*, *Top questions*, and the upvote of a question.

use serde::Deserialize;
use sqlx::SqliteConnection;

use crate::discord::interaction::context::{ComponentEvent, Interaction, ModalSubmit};
use crate::discord::interaction::failure::outdated;
use crate::discord::ui::view::View;
use crate::error::{Error, Message, Result};
use crate::feature::card;
use crate::feature::upvotes;
use crate::feature::upvotes::Voted;
use crate::features::ama::cards::{BOARD, QUESTION};
use crate::features::ama::rules::asking as rules;
use crate::features::ama::views::{ANONYMOUSLY, board, forms};
use crate::features::ama::{Anonymity, Problem, QuestionId, QuestionState, Session, SessionId, asking, ranking};

use super::{find_question, find_session};

/// The form of a question.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct QuestionForm {
    pub text: String,
    pub context: String,
}

impl QuestionForm {
    /// What was typed in addition, if anything was.
    pub fn context(&self) -> Option<&str> {
        Some(self.context.as_str()).filter(|context| !context.is_empty())
    }
}

/// *Ask* and *Ask anonymously*: the form opens, where a question would be taken. Whoever can't ask is told before they
/// type.
pub async fn ask(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let session = find_session(&interaction, SessionId(id.row)).await?;

    let shown = shown(&interaction, &session, &id.arg)?;
    asking::may_ask(&interaction, &session, shown).await?;

    interaction.open_modal(&forms::ask(interaction.actor.locale, &session, shown, &id.arg)).await
}

/// The form was sent.
pub async fn asked(form: ModalSubmit<QuestionForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    let session = find_session(&interaction, SessionId(id.row)).await?;
    let shown = shown(&interaction, &session, &id.arg)?;

    asking::ask_and_tell(&interaction, &session, shown, &inputs.text, inputs.context()).await
}

/// Who learns who asks: of those who ask anonymously the fewest that the session allows. Of whoever asks under seal
/// nothing is noted, from the first press on.
fn shown(interaction: &Interaction, session: &Session, arg: &str) -> Result<Anonymity, Problem> {
    match (arg, session.plan.anonymity) {
        (ANONYMOUSLY, Anonymity::Named) => Err(Problem::NamesOnly),
        (ANONYMOUSLY, Anonymity::Sealed) => {
            interaction.leave_no_trace();
            Ok(Anonymity::Sealed)
        }
        (ANONYMOUSLY, most) => Ok(most),
        _ => Ok(Anonymity::Named),
    }
}

/// *Top questions*.
pub async fn show_top(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let session = find_session(&interaction, SessionId(id.row)).await?;
    let mut db = interaction.app.db.read().acquire().await?;
    let all = ranking::shown(&mut db, interaction.actor.guild, session.id).await?;
    drop(db);

    interaction.reply_ephemeral(&board::board(interaction.actor.locale, &session, &all)).await
}

/// The upvote of a question, or taking it back.
pub async fn vote(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (session, question) = find_question(&interaction, QuestionId(id.row)).await?;
    let now = interaction.app.clock.now();
    rules::takes_questions(&session, now)?;
    let (guild, member, id) = (interaction.actor.guild, interaction.actor.member, question.id);

    let voted = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let (session, question) = crate::features::ama::reviewing::find(&mut *tx, guild, id).await?;
        rules::takes_questions(&session, now)?;
        // A vote for what was merged goes to what it was merged into.
        let target = question.merged_into.unwrap_or(id);
        if question.merged_into.is_none() && question.state != QuestionState::Approved {
            return Err(Problem::Settled(question.state).into());
        }
        let voted = upvotes::toggle(&mut *tx, ranking::votes_for(guild, target), member, now).await?;
        card::schedule_refresh(&mut *tx, &QUESTION, guild, target.get(), now).await?;
        card::schedule_refresh(&mut *tx, &BOARD, guild, session.id.get(), now).await?;
        Ok::<_, Error>(voted)
    });

    let key = match voted.await? {
        Voted::For => "ama-voted",
        Voted::NotAnyMore => "ama-unvoted",
    };
    interaction.reply_ephemeral(&View::text(interaction.say(&Message::new(key)))).await
}

/// What somebody chose in a menu of questions.
pub fn chosen(values: &[String]) -> Result<QuestionId> {
    Ok(values.first().and_then(|value| value.parse().ok()).ok_or_else(outdated)?)
}
