//! The preview of a poll: *Publish*, *Edit options*, *Cancel*, the menu of who may vote, and the form of
//! options. A draft is its author's alone.

use sqlx::SqliteConnection;

use crate::clock;
use crate::discord::authorize::Action;
use crate::discord::door::{Door, Press, Submission};
use crate::discord::people;
use crate::discord::ping::Ping;
use crate::error::{Error, Result};
use crate::features::polls::drafting::{self, shown};
use crate::features::polls::rules::options;
use crate::features::polls::views::preview;
use crate::features::polls::{Choice, Poll, Problem, State, opening, store};
use crate::ids::{PollId, RoleId};

/// *Publish*.
pub async fn publish(press: Press) -> Result<()> {
    let since = clock::monotonic();
    let Press { door, id, .. } = press;
    let now = door.app.clock.now();
    let poll = open(&door, PollId(id.row)).await?;

    drafting::wrong(&poll, now)?;
    if let Some(role) = poll.plan.ping {
        Ping::of(&door, poll.plan.channel, role)?;
    }

    let (guild, id) = (door.actor.guild, poll.id);
    let published = door.app.db.write(async move |tx: &mut SqliteConnection| {
        let poll = store::get(&mut *tx, guild, id).await?.ok_or(Problem::NoDraft)?;
        let number = opening::publish(&mut *tx, &poll, now).await?;
        if number.is_none() {
            return Err(settled(&poll).into());
        }
        Ok::<_, Error>(())
    });
    published.await?;

    let poll = drafting::opened(&door, id, since).await?;
    door.update(&preview::published(door.actor.locale, &poll)).await
}

/// *Cancel*.
pub async fn cancel(press: Press) -> Result<()> {
    let Press { door, id, .. } = press;
    let poll = open(&door, PollId(id.row)).await?;

    let (guild, id) = (door.actor.guild, poll.id);
    let cancelled = door.app.db.write(async move |tx: &mut SqliteConnection| {
        store::delete_images(&mut *tx, guild, id).await?;
        store::set_cancelled(tx, guild, id).await
    });
    if !cancelled.await? {
        return Err(settled(&find(&door, id).await?).into());
    }

    door.update(&preview::cancelled(door.actor.locale)).await
}

/// Who may vote was chosen in the menu.
pub async fn set_voters(press: Press) -> Result<()> {
    let Press { door, id, values } = press;
    let poll = open(&door, PollId(id.row)).await?;

    let (guild, id) = (door.actor.guild, poll.id);
    // The role of everyone leaves nobody out.
    let roles: Vec<RoleId> = values.iter().filter_map(|value| value.parse().ok().map(RoleId)).collect();
    let roles = if roles.contains(&RoleId(guild.get())) { Vec::new() } else { roles };

    door.app.db.write(async move |tx| store::set_voters(tx, guild, id, &roles).await).await?;

    door.update(&shown(&door, &open(&door, id).await?, Vec::new()).await?).await
}

/// *Edit options*: the form opens with those that there are.
pub async fn edit_options(press: Press) -> Result<()> {
    let Press { door, id, .. } = press;
    let poll = open(&door, PollId(id.row)).await?;

    let typed: Vec<String> = poll.plan.options.into_iter().map(|choice| choice.label).collect();
    door.ask(&preview::form(door.actor.locale, poll.id, &typed)).await
}

/// The form was sent: what comes next is the preview. What cannot be voted for is kept and told there,
/// so that nobody types it twice.
pub async fn options_written(submission: Submission) -> Result<()> {
    let Submission { door, id, .. } = &submission;
    let poll = open(door, PollId(id.row)).await?;

    let typed = options::parts(submission.text("options"));
    let choices: Vec<Choice> = typed.into_iter().map(|label| Choice { label, at: None }).collect();

    let (guild, id) = (door.actor.guild, poll.id);
    let pick = drafting::pick(&poll, choices.len());
    door.app
        .db
        .write(async move |tx: &mut SqliteConnection| {
            store::set_options(&mut *tx, guild, id, &choices).await?;
            store::set_pick(tx, guild, id, pick).await
        })
        .await?;

    door.update(&shown(door, &open(door, id).await?, Vec::new()).await?).await
}

/// The draft of whoever is at the door, who may still make polls.
async fn open(door: &Door, id: PollId) -> Result<Poll> {
    people::may(door, Action::MakePoll)?;
    let poll = find(door, id).await?;
    if poll.state == State::Draft { Ok(poll) } else { Err(settled(&poll).into()) }
}

async fn find(door: &Door, id: PollId) -> Result<Poll> {
    let mut db = door.app.db.read().acquire().await?;
    let poll = store::get(&mut db, door.actor.guild, id).await?;
    Ok(poll.filter(|poll| poll.plan.author == door.actor.member).ok_or(Problem::NoDraft)?)
}

/// What has become of a draft already.
fn settled(poll: &Poll) -> Problem {
    poll.number.map_or(Problem::Cancelled, Problem::Published)
}
