//! What Discord tells of sessions, and what becomes of people.

use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::outbox::{OrderEnded, Outcome};
use crate::error::Result;
use crate::feature::{PersonChange, card, upvotes};
use crate::ids::{GuildId, MemberId};

use super::asking::secret;
use super::cards::{BOARD, QUESTION};
use super::opening::{THREAD, thread_made};
use super::ranking::votes_for;
use super::store::{questions, sessions};
use super::{NAME, QuestionId, QuestionState, SessionId, asking};

/// An order of the feature has ended.
pub async fn order_ended(tx: &mut SqliteConnection, order: &OrderEnded, now: Timestamp) -> Result<()> {
    if order.purpose != THREAD {
        return Ok(());
    }
    let thread = if let Outcome::Made(thread) = order.outcome { Some(thread) } else { None };
    thread_made(tx, order.guild, SessionId(order.row), thread, now).await
}

/// A server is gone: nobody is to find out what was sealed there. Somebody is forgotten: what they asked goes, also
/// under seal, which no column names, and the cards of it say so; counts follow.
pub async fn person_changed(app: &App, guild: GuildId, change: PersonChange) -> Result<()> {
    match change {
        PersonChange::Forgotten(member) => forget(app, guild, member).await,
        PersonChange::Gone => {
            for id in sessions::sealed(app.db.read(), guild).await? {
                secret(id).destroy(app)?;
            }
            Ok(())
        }
        PersonChange::Decided(_) => Ok(()),
    }
}

async fn forget(app: &App, guild: GuildId, member: MemberId) -> Result<()> {
    let now = app.clock.now();
    let mut asked = questions::of_member(app.db.read(), guild, member).await?;
    for id in sessions::sealed(app.db.read(), guild).await? {
        if let Some(asker) = secret(id).identity(app, member)? {
            asked.extend(questions::of_asker(app.db.read(), guild, id, &asker).await?);
        }
    }
    let voted = upvotes::of_member(app.db.read(), guild, NAME, member).await?;
    if asked.is_empty() && voted.is_empty() {
        return Ok(());
    }
    let gone = app.db.write(async move |tx: &mut SqliteConnection| {
        for question in asked {
            // The cards are edited to what is left: that it was withdrawn.
            questions::set_state(&mut *tx, guild, question.id, question.state, QuestionState::Withdrawn).await?;
            asking::show_again(&mut *tx, &question, guild, now).await?;
            upvotes::delete(&mut *tx, votes_for(guild, question.id)).await?;
            questions::delete(&mut *tx, guild, question.id).await?;
        }
        for row in voted {
            card::schedule_refresh(&mut *tx, &QUESTION, guild, row, now).await?;
            if let Some(question) = questions::get(&mut *tx, guild, QuestionId(row)).await? {
                card::schedule_refresh(&mut *tx, &BOARD, guild, question.session.get(), now).await?;
            }
        }
        Ok(())
    });
    gone.await
}
