//! A poll in the making: what was asked for is looked at as a whole, shown in a preview, and published.

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::access::channels::Viewer;
use crate::discord::interaction::channels;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::outcome;
use crate::discord::interaction::ping;
use crate::discord::outbox::OrderState;
use crate::discord::ui::ping::Ping;
use crate::discord::ui::view::View;
use crate::error::Message;
use crate::error::Result;
use crate::feature::draft;
use crate::feature::draft::{DraftId, Spec};
use crate::feature::offer;
use crate::features::polls::PollId;
use crate::features::setup;
use crate::jobs;

use super::rules::plan::{self, Note, PollSpec};
use super::views::preview::{self, Preview};
use super::{Ages, Card, Choice, Draft, DraftSpec, NAME, OPEN, Plan, Poll, State, store};

impl Spec for DraftSpec {
    const FEATURE: &'static str = NAME;
    const KIND: &'static str = "poll";
    type Seen = ();

    fn gone() -> Message {
        Message::new("poll-draft-gone")
    }

    async fn settled(_: &mut SqliteConnection, draft: &Draft) -> Result<Message> {
        Ok(Message::new(if draft.is_published() { "poll-published-before" } else { "poll-cancelled-before" }))
    }
}

/// What a draft is to be, with what turned out otherwise than was asked.
///
/// # Errors
/// Why it does not go together.
pub fn plan(draft: &Draft, now: Timestamp) -> Result<(Plan, Vec<Note>), plan::Problem> {
    let DraftSpec { asked, voters, ping, dates } = &draft.spec;
    // Whoever thinks for longer than until the start they chose opens it at once.
    let starts = asked.starts.filter(|starts| *starts > now);
    // A start that has gone by meanwhile counts for how long it is open.
    let is_limited = !voters.is_empty() || asked.ages != Ages::default();
    let asked = PollSpec { starts, is_limited, ..asked.clone() };
    let settled = plan::settled(&asked, now)?;
    let dates = dates.iter().copied().map(Some).chain(std::iter::repeat(None));
    let options = settled.options.into_iter().zip(dates).map(|(label, at)| Choice { label, at });
    let plan = Plan {
        guild: draft.guild,
        author: draft.author,
        channel: draft.channel,
        question: settled.question,
        kind: settled.kind,
        options: options.collect(),
        pick: settled.pick,
        starts,
        closes: settled.closes,
        voters: voters.clone(),
        quorum: asked.quorum,
        results: settled.results,
        ballot: settled.ballot,
        ping: *ping,
        images: u8::try_from(asked.images).unwrap_or(u8::MAX),
        series: settled.series,
        remind: asked.remind,
        seats: settled.seats,
        ages: asked.ages,
    };
    Ok((plan, settled.notes))
}

/// The preview of a draft. `notes` are what its author should know of what they typed.
pub async fn shown(interaction: &Interaction, draft: &Draft, mut notes: Vec<Message>) -> Result<View> {
    let now = interaction.app.clock.now();
    let mut db = interaction.app.db.read().acquire().await?;
    let setup::Server { locale: server, zone, .. } = setup::server(&mut *db, interaction.actor.guild).await?;
    drop(db);
    if let Some(role) = draft.spec.ping {
        let ping = Ping::kept(interaction.actor.guild, role);
        let reach = ping::reach(&interaction.app, interaction.actor.guild, ping).await;
        notes.push(preview::calls(role, reach));
    }
    notes.extend(channels::warn_of_post(interaction, draft.channel).await);
    let (plan, wrong) = match plan(draft, now) {
        Ok((plan, more)) => {
            notes.extend(more.into_iter().map(Message::from));
            (Some(plan), None)
        }
        Err(problem) => (None, Some(Message::from(problem))),
    };
    let poll = plan.map(to_come);
    notes.extend(poll.as_ref().and_then(|poll| preview::series(poll, &zone, now)));
    let author = Viewer { member: interaction.actor.member, roles: interaction.roles() };
    let event = offer::taker_for(&interaction.app, offer::Kind::Event, draft.guild, draft.channel, author).err();
    Ok(Preview { draft, poll: poll.as_ref(), notes: &notes, wrong: wrong.as_ref(), event }
        .view(interaction.actor.locale, server))
}

/// As the poll will be before it opens.
const fn to_come(plan: Plan) -> Poll {
    Poll {
        id: PollId(0),
        number: 0,
        plan,
        state: State::Scheduled,
        eligible: None,
        opened: None,
        closed: None,
        closed_by: None,
        tally: None,
        reminded: None,
        edited: None,
        question_before: None,
        card: Card { order: None, why: None },
        result: Card { order: None, why: None },
    }
}

/// A draft becomes a poll with a number, and opens when it is to.
///
/// # Errors
/// Told, if it was settled before.
pub async fn become_poll(tx: &mut SqliteConnection, id: DraftId, plan: &Plan, now: Timestamp) -> Result<PollId> {
    let draft = draft::take::<DraftSpec>(&mut *tx, plan.guild, id).await?;
    let poll = store::insert(&mut *tx, plan, now).await?;
    draft::set_published(&mut *tx, &draft, poll.get()).await?;
    let entry = Entry::new(plan.guild, plan.author, "poll.publish", plan.question.as_str());
    audit::record(&mut *tx, &entry, now).await?;
    jobs::schedule(tx, plan.guild, &OPEN, poll.get(), plan.starts.unwrap_or(now)).await?;
    Ok(poll)
}

/// A poll that opens at once, and what is known of its card, when the answer has to be given. The job that
/// opens it orders the card.
pub async fn opened(interaction: &Interaction, id: PollId) -> Result<(Poll, OrderState)> {
    let mut commits = interaction.app.db.commits();
    loop {
        commits.mark_unchanged();
        let poll = read(interaction, id).await?;
        let opens = poll.plan.starts.is_none() && poll.state == State::Scheduled;
        if poll.card.order.is_some() || !opens {
            let card = outcome::wait_for_order(interaction, poll.card.order).await?;
            return Ok((read(interaction, id).await?, card));
        }
        if interaction.in_time(commits.changed()).await.is_none() {
            return Ok((poll, OrderState::StillOnItsWay));
        }
    }
}

async fn read(interaction: &Interaction, id: PollId) -> Result<Poll> {
    let mut db = interaction.app.db.read().acquire().await?;
    Ok(store::get(&mut db, interaction.actor.guild, id).await?.ok_or_else(DraftSpec::gone)?)
}
