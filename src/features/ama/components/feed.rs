//! *Send to feedback*: a host or moderator chooses questions, and the feature that takes feedback gets them. Who asked goes
//! along where everyone may know it, and nowhere else.

use sqlx::SqliteConnection;

use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::interaction::context::{ComponentEvent, Interaction};
use crate::discord::interaction::failure::outdated;
use crate::error::{Error, Result};
use crate::feature::card;
use crate::feature::identity::Identity;
use crate::feature::offer;
use crate::feature::offer::{Handoff, Kind, Source, Taker};
use crate::features::ama::cards::QUESTION;
use crate::features::ama::rules::order::for_feedback;
use crate::features::ama::store::questions;
use crate::features::ama::views::feed as views;
use crate::features::ama::{Anonymity, NAME, Problem, Question, QuestionId, Session, SessionId, ranking};

use super::{find_session, require_reviewer};

/// The menu with the questions that have appeared: what has no answer and has tags comes first.
pub async fn choose(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let session = find_session(&interaction, SessionId(id.row)).await?;
    require_reviewer(&interaction, &session)?;
    taker(&interaction)?;

    let mut db = interaction.app.db.read().acquire().await?;
    let all = ranking::shown(&mut db, interaction.actor.guild, session.id).await?;
    drop(db);
    let offered = for_feedback(&all);
    if offered.is_empty() {
        return Err(Problem::NoQuestion.into());
    }
    interaction.reply_ephemeral(&views::menu(interaction.actor.locale, &session, &offered)).await
}

/// Some were chosen.
pub async fn send(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, values } = press;
    let session = find_session(&interaction, SessionId(id.row)).await?;
    require_reviewer(&interaction, &session)?;
    let taker = taker(&interaction)?;
    let chosen: Option<Vec<QuestionId>> = values.iter().map(|value| value.parse().ok()).collect();
    let chosen = chosen.ok_or_else(outdated)?;
    let (guild, by, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());

    let mut found = Vec::new();
    for id in chosen {
        let question = questions::get(interaction.app.db.read(), guild, id).await?;
        found.extend(question.filter(|question| question.session == session.id && question.has_appeared()));
    }
    // Of people who opted out nothing is kept, also where nobody else knows that it is theirs.
    let member = |question: &Question| question.asker.as_ref().and_then(Identity::member);
    found.retain(|question| offer::may_be_kept(&interaction.app, guild, member(question)));
    if found.is_empty() {
        return Err(Problem::NothingToKeep.into());
    }
    let known = interaction.app.discord.directory.guild(guild);
    let is_public = known.is_some_and(|known| known.is_public(guild, session.plan.channel));
    let count = found.len();

    let number = session.number;
    let sent = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        for question in found {
            let offer = handoff(&mut *tx, &session, question, is_public).await?;
            taker.offer(&mut *tx, &offer, now).await?;
        }
        let entry = Entry::new(guild, by, "ama.feedback", format!("AMA #{number}")).change("", format!("{count}"));
        audit::record(tx, &entry, now).await?;
        Ok::<_, Error>(())
    });
    sent.await?;

    interaction.update_message(&views::sent(interaction.actor.locale, count)).await
}

fn taker(interaction: &Interaction) -> Result<Taker> {
    Ok(offer::taker(&interaction.app, Kind::Feedback).ok_or_else(outdated)?)
}

async fn handoff(tx: &mut SqliteConnection, session: &Session, question: Question, is_public: bool) -> Result<Handoff> {
    let guild = session.plan.guild;
    let place = card::message(tx, QUESTION.name, guild, question.id.get()).await?;
    let is_named = question.shown == Anonymity::Named;
    Ok(Handoff::Feedback {
        guild,
        author: question.asker.as_ref().and_then(Identity::member).filter(|_| is_named),
        // When it appeared everyone has seen; when it was asked could tell who did.
        said: question.appeared,
        channel: Some(place.map_or(session.plan.channel, |(channel, _)| channel)),
        message: place.map(|(_, message)| message),
        is_public,
        source: Source { feature: NAME, row: question.id.get() },
        tags: question.tags,
        text: question.words.text,
    })
}
