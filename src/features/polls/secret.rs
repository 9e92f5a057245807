//! Whose a ballot is, where nobody is to find that out: a secret poll has a key in `steward.keys`, which
//! makes of each voter a mark that leads back to nobody. At the close the key is destroyed and the
//! ballots go; what is left is how many there were for each option.

use sqlx::SqliteConnection;

use crate::app::App;
use crate::discord::interaction::context::Interaction;
use crate::error::Result;
use crate::feature::{PersonChange, card};
use crate::features::polls::PollId;
use crate::ids::GuildId;

use super::cards::CARD;
use super::{Ballot, NAME, Poll, Problem, Voter, store};

/// What the key of a poll is called.
pub fn key(id: PollId) -> String {
    format!("{NAME}:{id}")
}

/// Whose ballot it is that the actor gives: in a secret poll nothing that leads to the
/// person is kept anywhere.
///
/// # Errors
/// Told, if a secret poll has no key any more; fault, if the keys cannot be read.
pub fn voter(interaction: &Interaction, poll: &Poll) -> Result<Voter> {
    let member = interaction.actor.member;
    if poll.plan.ballot != Ballot::Secret {
        return Ok(Voter::Named(member));
    }
    interaction.leave_no_trace();
    match (interaction.app.keys.mark(&key(poll.id), member)?, poll.closed) {
        (Some(mark), _) => Ok(Voter::Secret(mark)),
        (None, Some(at)) => Err(Problem::Closed(at).into()),
        (None, None) => Err(Problem::NoKey.into()),
    }
}

/// A server is gone: nobody is to find out what was secret there. Somebody is forgotten: their ballots in secret polls that are open go too, which no column names.
///
/// # Errors
/// Fault, if the keys cannot be read, or the database does not take it.
pub async fn turn(app: &App, guild: GuildId, turn: PersonChange) -> Result<()> {
    let now = app.clock.now();
    for id in store::open_secret(app.db.read(), guild).await? {
        let member = match turn {
            PersonChange::Forgotten(member) => member,
            PersonChange::Gone => {
                app.keys.destroy(&key(id))?;
                continue;
            }
            PersonChange::Decided(_) => return Ok(()),
        };
        let Some(mark) = app.keys.mark(&key(id), member)? else { continue };
        let gone = app.db.write(async move |tx: &mut SqliteConnection| {
            if store::delete_vote(&mut *tx, guild, id, &Voter::Secret(mark)).await? {
                card::schedule_refresh(tx, &CARD, guild, id.get(), now).await?;
            }
            Ok(())
        });
        gone.await?;
    }
    Ok(())
}
