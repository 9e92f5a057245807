//! A session in the making: what was asked for is looked at as a whole, shown in a preview, and published.

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::access::channels::Viewer;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::outcome;
use crate::discord::outbox::OrderState;
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::feature::draft::{DraftId, Spec};
use crate::feature::{card, draft, offer};
use crate::features::setup;
use crate::ids::GuildId;
use crate::jobs;

use super::cards::{PROMPT, review_channel};
use super::rules::plan;
use super::rules::plan::{Note, PlanProblem, SessionSpec};
use super::store::{questions, sessions};
use super::views::preview::Preview;
use super::{
    ANNOUNCE, Anonymity, Draft, NAME, Plan, Problem, Question, QuestionState, Session, SessionId, State, asking,
};

impl Spec for SessionSpec {
    const FEATURE: &'static str = NAME;
    const KIND: &'static str = "session";
    type Seen = ();

    fn gone() -> Message {
        Message::new("ama-draft-gone")
    }

    async fn settled(_: &mut SqliteConnection, draft: &Draft) -> Result<Message> {
        Ok(Message::new(if draft.is_published() { "ama-published-before" } else { "ama-cancelled-before" }))
    }
}

/// What a draft is to be, with what turned out otherwise than was asked. One whose start has gone by while its author
/// looked at it opens at once.
///
/// # Errors
/// Why it doesn't go together.
pub fn plan(draft: &Draft, now: Timestamp) -> Result<(Plan, Option<Note>), PlanProblem> {
    // A start in the past is told when it is typed; one that went by since opens at once.
    let has_gone_by = draft.id != DraftId(0) && draft.spec.starts.is_some_and(|starts| starts <= now);
    let starts = if has_gone_by { None } else { draft.spec.starts };
    plan::settled(&SessionSpec { starts, ..draft.spec.clone() }, (draft.guild, draft.author, draft.channel), now)
}

/// The preview of a draft. `notes` are what its author should know of what they typed.
pub async fn shown(interaction: &Interaction, draft: &Draft, mut notes: Vec<Message>) -> Result<View> {
    let now = interaction.app.clock.now();
    let server = setup::server(interaction.app.db.read(), interaction.actor.guild).await?;
    let plan = plan(draft, now);
    let wrong = plan.as_ref().err().copied().map(Message::from);
    let session = plan.ok().map(|(plan, note)| {
        notes.extend(note.map(Message::from));
        to_come(plan, draft)
    });
    let author = Viewer { member: interaction.actor.member, roles: interaction.roles() };
    let event = offer::taker_for(&interaction.app, offer::Kind::Event, draft.guild, draft.channel, author).err();
    let has_review_channel = review_channel(&server).is_some();
    let preview =
        Preview { has_review_channel, draft, session: session.as_ref(), notes: &notes, wrong: wrong.as_ref(), event };
    Ok(preview.view(interaction.actor.locale, server.locale))
}

/// As the session will be once it is published.
fn to_come(plan: Plan, draft: &Draft) -> Session {
    Session {
        id: SessionId(0),
        number: 0,
        plan,
        hosts: draft.spec.hosts.clone(),
        state: State::Scheduled,
        thread: None,
        thread_order: None,
        current: None,
        opened: None,
        closed: None,
        closed_by: None,
        statistics: None,
        recording: None,
    }
}

/// A draft becomes a session with a number, which is announced at once.
///
/// # Errors
/// Told, if it was settled before.
pub async fn become_session(tx: &mut SqliteConnection, id: DraftId, plan: &Plan, now: Timestamp) -> Result<SessionId> {
    let draft = draft::take::<SessionSpec>(&mut *tx, plan.guild, id).await?;
    let session = sessions::insert(&mut *tx, plan, &draft.spec.hosts, now).await?;
    draft::set_published(&mut *tx, &draft, session.get()).await?;
    if let Some(from) = draft.spec.from {
        carry_over(&mut *tx, plan.guild, from, session, now).await?;
    }
    audit::record(&mut *tx, &Entry::new(plan.guild, plan.author, "ama.publish", plan.title.as_str()), now).await?;
    jobs::schedule(tx, plan.guild, &ANNOUNCE, session.get(), now).await?;
    Ok(session)
}

/// The questions of another session that appeared and weren't answered are asked in this one, from its start on. Sealed
/// ones are left out: nobody knows any more who may take them back.
async fn carry_over(
    tx: &mut SqliteConnection,
    guild: GuildId,
    from: SessionId,
    to: SessionId,
    now: Timestamp,
) -> Result<()> {
    let left = questions::in_state(&mut *tx, guild, from, QuestionState::Approved).await?;
    for question in left.into_iter().filter(|question| question.shown != Anonymity::Sealed) {
        let number = sessions::next_number(&mut *tx, guild, to).await?;
        let again = Question {
            id: asking::new_row(),
            session: to,
            number: Some(number),
            claim: None,
            reviewed_by: None,
            appeared: Some(now),
            ..question
        };
        questions::insert(&mut *tx, guild, &again).await?;
    }
    Ok(())
}

/// A session that was just published, and what is known of its prompt when the answer has to be given. The job that
/// announces it orders the prompt.
pub async fn announced(interaction: &Interaction, id: SessionId) -> Result<(Session, OrderState)> {
    let guild = interaction.actor.guild;
    let mut commits = interaction.app.db.commits();
    loop {
        commits.mark_unchanged();
        let mut db = interaction.app.db.read().acquire().await?;
        let session = sessions::get(&mut db, guild, id).await?.ok_or(Problem::NoneLive)?;
        let prompt = card::get(&mut *db, PROMPT.name, guild, id.get()).await?;
        drop(db);
        if prompt.order.is_some() {
            return Ok((session, outcome::wait_for_order(interaction, prompt.order).await?));
        }
        if interaction.in_time(commits.changed()).await.is_none() {
            return Ok((session, OrderState::StillOnItsWay));
        }
    }
}
