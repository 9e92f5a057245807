//! The questions of a session, each with how many want it answered.

use std::collections::HashMap;

use sqlx::SqliteConnection;

use crate::error::Result;
use crate::feature::upvotes;
use crate::feature::upvotes::Of;
use crate::ids::GuildId;

use super::store::questions;
use super::{NAME, Question, QuestionId, QuestionState, Ranked, SessionId};

/// What is voted for.
pub const fn votes_for(guild: GuildId, question: QuestionId) -> Of {
    Of { guild, feature: NAME, row: question.0 }
}

/// All questions of a session: those that have appeared in the order of their numbers, then the others.
pub async fn all(db: &mut SqliteConnection, guild: GuildId, session: SessionId) -> Result<Vec<Ranked>> {
    let all = questions::list(&mut *db, guild, session).await?;
    let rows: Vec<i64> = all.iter().map(|question| question.id.get()).collect();
    let votes = upvotes::counts(db, guild, NAME, &rows).await?;
    let mut merged: HashMap<QuestionId, i64> = HashMap::new();
    for into in all.iter().filter_map(|question| question.merged_into) {
        *merged.entry(into).or_default() += 1;
    }
    let ranked = all.into_iter().map(|question| Ranked {
        votes: votes.get(&question.id.get()).copied().unwrap_or(0),
        asked_times: 1 + merged.get(&question.id).copied().unwrap_or(0),
        question,
    });
    Ok(ranked.collect())
}

/// The same as everyone sees them: what the asker of a sealed question has withdrawn is there until its cards follow.
pub async fn shown(db: &mut SqliteConnection, guild: GuildId, session: SessionId) -> Result<Vec<Ranked>> {
    let mut all = all(db, guild, session).await?;
    for one in &mut all {
        let question = &mut one.question;
        if question.unshown && question.state == QuestionState::Withdrawn {
            let has_appeared = question.number.is_some();
            question.state = if has_appeared { QuestionState::Approved } else { QuestionState::Pending };
        }
    }
    Ok(all)
}

/// One question with the same.
pub async fn one(db: &mut SqliteConnection, guild: GuildId, question: Question) -> Result<Ranked> {
    let votes = upvotes::count(&mut *db, votes_for(guild, question.id)).await?;
    let merged = questions::merged_into(db, guild, question.id).await?;
    Ok(Ranked { votes, asked_times: 1 + i64::try_from(merged.len()).unwrap_or(0), question })
}
