//! A contest in the making: what was asked for is looked at as a whole, shown in a preview, and published. And an image
//! that waits for the form of the entry it belongs to.

use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::access::audit::Entry as Audited;
use crate::discord::interaction::channels;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::outcome;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, Order, OrderState};
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::feature::draft::{DraftId, Spec};
use crate::feature::{card, draft};
use crate::features::setup;
use crate::jobs;

use super::cards::CONTEST;
use super::rules::{ContestSpec, PlanProblem, settled};
use super::store::contests;
use super::views::preview::Preview;
use super::{CLOSE, Contest, ContestId, Draft, NAME, Plan, Problem, State};

/// The `part` of the order that makes the thread.
pub const THREAD: &str = "thread";

impl Spec for ContestSpec {
    const FEATURE: &'static str = NAME;
    const KIND: &'static str = "contest";
    type Seen = ();

    fn gone() -> Message {
        Message::new("contest-draft-gone")
    }

    async fn settled(_: &mut SqliteConnection, draft: &Draft) -> Result<Message> {
        Ok(Message::new(if draft.is_published() { "contest-published-before" } else { "contest-cancelled-before" }))
    }
}

/// An image that somebody attached to `/submit`, until they have sent the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UploadSpec {
    pub contest: i64,
}

impl Spec for UploadSpec {
    const FEATURE: &'static str = NAME;
    const KIND: &'static str = "upload";
    type Seen = ();

    fn gone() -> Message {
        Problem::FileGone.into()
    }

    async fn settled(_: &mut SqliteConnection, _: &draft::Draft<Self>) -> Result<Message> {
        Ok(Problem::SubmittedBefore.into())
    }
}

/// What a draft is to be.
///
/// # Errors
/// Why it doesn't go together.
pub fn plan(draft: &Draft, now: Timestamp) -> Result<Plan, PlanProblem> {
    settled(&draft.spec, (draft.guild, draft.author, draft.channel), now)
}

/// The preview of a draft. `notes` are what its author should know of what they typed.
pub async fn shown(interaction: &Interaction, draft: &Draft, mut notes: Vec<Message>) -> Result<View> {
    let now = interaction.app.clock.now();
    let server = setup::server(interaction.app.db.read(), interaction.actor.guild).await?;
    let plan = plan(draft, now);
    let wrong = plan.as_ref().err().copied().map(Message::from);
    let contest = plan.ok().map(to_come);
    notes.extend(channels::warn_of_post(interaction, draft.channel).await);
    let preview = Preview { draft, contest: contest.as_ref(), notes: &notes, wrong: wrong.as_ref() };
    Ok(preview.view(interaction.actor.locale, server.locale))
}

/// As the contest will be once it is published.
const fn to_come(plan: Plan) -> Contest {
    Contest {
        id: ContestId(0),
        number: 0,
        plan,
        state: State::Open,
        thread: None,
        thread_order: None,
        closed: None,
        closed_by: None,
        voters: None,
    }
}

/// A draft becomes a contest with a number, its card and its thread.
///
/// # Errors
/// Told, if it was settled before.
pub async fn become_contest(tx: &mut SqliteConnection, id: DraftId, plan: &Plan, now: Timestamp) -> Result<ContestId> {
    let guild = plan.guild;
    let draft = draft::take::<ContestSpec>(&mut *tx, guild, id).await?;
    let contest = contests::insert(&mut *tx, plan, now).await?;
    draft::set_published(&mut *tx, &draft, contest.get()).await?;
    audit::record(&mut *tx, &Audited::new(guild, plan.author, "contests.publish", plan.title.as_str()), now).await?;
    jobs::schedule(&mut *tx, guild, &CLOSE, contest.get(), plan.closes).await?;
    card::post(&mut *tx, &CONTEST, guild, contest.get(), card::Calls::Nobody, now).await?;
    if let Some(posted) = card::get(&mut *tx, CONTEST.name, guild, contest.get()).await?.order {
        let effect = Effect::MakeThread { of: posted, name: plan.title.clone() };
        let order = Order::new(guild, NAME, THREAD, contest.get(), effect).after(posted);
        let order = outbox::insert(&mut *tx, &order, now).await?;
        contests::set_thread_order(tx, guild, contest, order).await?;
    }
    Ok(contest)
}

/// A contest that was just published, and what is known of its card when the answer has to be given.
pub async fn published(interaction: &Interaction, id: ContestId) -> Result<(Contest, OrderState)> {
    let guild = interaction.actor.guild;
    let contest = contests::get(interaction.app.db.read(), guild, id).await?.ok_or(Problem::NoneOpen)?;
    let posted = card::get(interaction.app.db.read(), CONTEST.name, guild, id.get()).await?;
    Ok((contest, outcome::wait_for_order(interaction, posted.order).await?))
}
