//! A published poll is changed: recorded, shown on its card at once, and told to whoever asked.

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::access::user_locale;
use crate::discord::interaction::failure::outdated;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, Order};
use crate::error::{Message, Result};
use crate::feature::card;
use crate::feature::draft::{self, Draft, Spec};
use crate::features::setup;
use crate::i18n::{Locale, plain};
use crate::ids::{GuildId, MemberId};
use crate::jobs;

use super::cards::CARD;
use super::rules::edit::{Change, edited};
use super::{CLOSE, COUNT, EditSpec, Edited, NAME, OPEN, Poll, PollId, State, remind, store, views};

impl Spec for EditSpec {
    const FEATURE: &'static str = NAME;
    const KIND: &'static str = "edit";
    type Seen = ();

    fn gone() -> Message {
        Message::new("poll-edit-gone")
    }

    async fn settled(_: &mut SqliteConnection, draft: &Draft<Self>) -> Result<Message> {
        Ok(Message::new(if draft.is_published() { "poll-edit-saved-before" } else { "poll-edit-cancelled-before" }))
    }
}

/// What a change would make of a poll as it is now.
///
/// # Errors
/// Told, why it cannot be changed so.
pub async fn look(
    db: &mut SqliteConnection,
    guild: GuildId,
    id: PollId,
    change: &Change,
    now: Timestamp,
) -> Result<Edited> {
    let before = store::get(&mut *db, guild, id).await?.ok_or_else(outdated)?;
    let ballots = store::count_ballots(db, guild, id).await?;
    let after = edited(&before, change, ballots > 0, now).map_err(Message::from)?;
    Ok(Edited { before, after, ballots })
}

/// Changes a poll.
///
/// # Errors
/// Told, why it cannot be changed so.
pub async fn save(
    tx: &mut SqliteConnection,
    (guild, by): (GuildId, MemberId),
    id: PollId,
    change: &Change,
    now: Timestamp,
) -> Result<Edited> {
    let done = look(&mut *tx, guild, id, change, now).await?;
    let Edited { before, after, ballots } = &done;
    let is_open = before.state == State::Open;
    let reworded = *ballots > 0 && after.question != before.plan.question;
    // The first wording stays, however often it is changed.
    let question_before =
        reworded.then_some(before.plan.question.as_str()).filter(|_| before.question_before.is_none());
    store::set_plan(&mut *tx, before, after, question_before, is_open.then_some(now)).await?;

    let changes = views::edit::changes(&before.plan, after);
    let written = |side: fn(&views::edit::Line) -> Message| {
        changes.iter().map(|line| plain(Locale::En, &side(line))).collect::<Vec<_>>().join("; ")
    };
    let entry = Entry::new(guild, by, "poll.edit", format!("poll #{}", before.number));
    let entry = entry.change(written(views::edit::Line::was), written(views::edit::Line::is));
    audit::record(&mut *tx, &entry, now).await?;

    let Some(poll) = store::get(&mut *tx, guild, id).await? else { return Err(outdated().into()) };
    if is_open {
        jobs::schedule(&mut *tx, guild, &CLOSE, id.get(), after.closes).await?;
        card::edit(&mut *tx, &CARD, guild, id.get(), now).await?;
        remind::schedule(&mut *tx, &poll, now).await?;
        let was = &before.plan;
        if (&after.voters, after.quorum, after.ages) != (&was.voters, was.quorum, was.ages) {
            store::set_eligible(&mut *tx, guild, id, None).await?;
            jobs::schedule(&mut *tx, guild, &COUNT, id.get(), now).await?;
        }
    } else if after.starts != before.plan.starts {
        jobs::schedule(&mut *tx, guild, &OPEN, id.get(), after.starts.unwrap_or(now)).await?;
    }
    if by != poll.plan.author {
        tell_author(tx, &poll, by, &changes, now).await?;
    }
    Ok(done)
}

/// Tells whoever asked that somebody else has changed their poll.
async fn tell_author(
    tx: &mut SqliteConnection,
    poll: &Poll,
    by: MemberId,
    changes: &[views::edit::Line],
    now: Timestamp,
) -> Result<()> {
    let (guild, author) = (poll.plan.guild, poll.plan.author);
    // Of somebody who is forgotten nobody knows who they are.
    if author.get() == 0 {
        return Ok(());
    }
    let server = setup::server(&mut *tx, guild).await?.locale;
    let locale = user_locale::locale(&mut *tx, author).await?.unwrap_or(server);
    let body = views::edit::told(locale, poll, by, changes).json();
    let order = Order::new(guild, NAME, "edited", poll.id.get(), Effect::Dm { member: author, body });
    outbox::insert(tx, &order, now).await.map(drop)
}

/// Saves a change that was confirmed in its preview.
///
/// # Errors
/// Told, if it was settled before, or why it cannot be made any more.
pub async fn confirm(
    tx: &mut SqliteConnection,
    (guild, by): (GuildId, MemberId),
    id: draft::DraftId,
    now: Timestamp,
) -> Result<Edited> {
    let draft = draft::take::<EditSpec>(&mut *tx, guild, id).await?;
    let EditSpec { poll, change } = &draft.spec;
    let done = save(&mut *tx, (guild, by), *poll, change, now).await?;
    draft::set_published(tx, &draft, poll.get()).await?;
    Ok(done)
}
