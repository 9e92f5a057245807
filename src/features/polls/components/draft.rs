//! The preview of a poll: *Publish*, *Edit options*, *Cancel*, the menu of who may vote, and the form of
//! options. A draft is its author's alone.

use sqlx::SqliteConnection;

use crate::clock;
use crate::discord::interaction::context::{Door, Press, Submission};
use crate::discord::interaction::parties;
use crate::discord::ui::ping::Ping;
use crate::error::{Error, Result};
use crate::features::polls::actions;
use crate::features::polls::rules::options;
use crate::features::polls::views::preview;
use crate::features::polls::{Draft, PollDraftId, Problem, Wish, drafting, store};
use crate::ids::RoleId;

/// *Publish*.
pub async fn publish(press: Press) -> Result<()> {
    let since = clock::monotonic();
    let Press { door, id, .. } = press;
    let id = PollDraftId(id.row);
    let now = door.app.clock.now();
    let draft = open(&door, id).await?;

    let Ok((plan, _)) = drafting::plan(&draft, now) else {
        return door.update(&drafting::shown(&door, id, &draft, Vec::new()).await?).await;
    };
    if let Some(role) = plan.ping {
        Ping::of(&door, plan.channel, role)?;
    }

    let poll = door.app.db.write(async move |tx| drafting::publish(tx, id, &plan, now).await).await?;

    let (poll, settled) = drafting::opened(&door, poll, since).await?;
    door.update(&preview::published(door.actor.locale, &poll, settled)).await
}

/// *Cancel*.
pub async fn cancel(press: Press) -> Result<()> {
    let Press { door, id, .. } = press;
    let id = PollDraftId(id.row);
    open(&door, id).await?;

    let guild = door.actor.guild;
    let cancelled = door.app.db.write(async move |tx| store::set_cancelled(tx, guild, id).await).await?;

    if !cancelled {
        return Err(Problem::Published.into());
    }
    door.update(&preview::cancelled(door.actor.locale)).await
}

/// Who may vote was chosen in the menu.
pub async fn set_voters(press: Press) -> Result<()> {
    let Press { door, id, values } = press;
    let id = PollDraftId(id.row);
    let draft = open(&door, id).await?;

    let roles: Vec<RoleId> = values.iter().filter_map(|value| value.parse().ok().map(RoleId)).collect();
    // The role of everyone leaves nobody out.
    let everyone = roles.contains(&RoleId(door.actor.guild.get()));
    let voters = if everyone { Vec::new() } else { roles };

    change(&door, id, Draft { asked: Wish { voters, ..draft.asked }, ..draft }).await
}

/// *Edit options*: the form opens with those that there are.
pub async fn edit_options(press: Press) -> Result<()> {
    let Press { door, id, .. } = press;
    let id = PollDraftId(id.row);

    let draft = open(&door, id).await?;

    door.ask(&preview::form(door.actor.locale, id, &draft.asked.asked.options)).await
}

/// The form was sent. What cannot be voted for is kept and told in the preview, so that nobody types it
/// twice.
pub async fn options_written(submission: Submission) -> Result<()> {
    let Submission { door, id, .. } = &submission;
    let id = PollDraftId(id.row);
    let mut draft = open(door, id).await?;

    draft.asked.asked.options = options::parts(submission.text("options"));

    change(door, id, draft).await
}

/// Keeps what was changed, and shows it.
async fn change(door: &Door, id: PollDraftId, draft: Draft) -> Result<()> {
    let (guild, asked) = (door.actor.guild, draft.asked.clone());
    let changed = door.app.db.write(async move |tx: &mut SqliteConnection| {
        if store::set_asked(tx, guild, id, &asked).await? { Ok(()) } else { Err(Error::from(Problem::Published)) }
    });
    changed.await?;
    door.update(&drafting::shown(door, id, &draft, Vec::new()).await?).await
}

/// The draft of whoever is at the door, who may still make polls.
async fn open(door: &Door, id: PollDraftId) -> Result<Draft> {
    parties::may(door, actions::MAKE_POLL)?;
    let draft = store::draft(door.app.db.read(), door.actor.guild, id).await?;
    let draft = draft.filter(|draft| draft.author == door.actor.member).ok_or(Problem::NoDraft)?;
    draft.still_open()?;
    Ok(draft)
}
