//! Whose a ballot is, where nobody is to find that out: a secret poll has a key in `steward.keys`, which
//! makes of each voter a mark that leads back to nobody. At the close the key is destroyed and the
//! ballots go; what is left is how many there were for each option.

use sqlx::SqliteConnection;

use crate::app::App;
use crate::discord::interaction::context::Interaction;
use crate::error::Result;
use crate::feature::identity::{Identity, Secret};
use crate::feature::{PersonChange, card};
use crate::features::polls::PollId;
use crate::ids::{GuildId, MemberId};

use super::cards::CARD;
use super::{Ballot, NAME, Poll, Problem, store};

/// The key of a poll.
pub const fn secret(id: PollId) -> Secret {
    Secret::new(NAME, id.get())
}

/// Whose ballot it is that the actor gives: in a secret poll nothing that leads to the
/// person is kept anywhere.
///
/// # Errors
/// Told, if a secret poll has no key any more; fault, if the keys cannot be read.
pub fn voter(interaction: &Interaction, poll: &Poll) -> Result<Identity> {
    if poll.plan.ballot != Ballot::Secret {
        return Ok(Identity::Named(interaction.actor.member));
    }
    match (secret(poll.id).actor(interaction)?, poll.closed) {
        (Some(voter), _) => Ok(voter),
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
    if let PersonChange::Forgotten(member) = turn {
        forget_named(app, guild, member).await?;
    }
    for id in store::open_secret(app.db.read(), guild).await? {
        let member = match turn {
            PersonChange::Forgotten(member) => member,
            PersonChange::Gone => {
                secret(id).destroy(app)?;
                continue;
            }
            PersonChange::Decided(_) => return Ok(()),
        };
        let Some(voter) = secret(id).identity(app, member)? else { continue };
        let gone = app.db.write(async move |tx: &mut SqliteConnection| {
            if store::delete_vote(&mut *tx, guild, id, &voter).await? {
                card::schedule_refresh(tx, &CARD, guild, id.get(), now).await?;
            }
            Ok(())
        });
        gone.await?;
    }
    Ok(())
}

/// The ballots of somebody that name them go, and open cards show that at once.
async fn forget_named(app: &App, guild: GuildId, member: MemberId) -> Result<()> {
    let (now, voted) = (app.clock.now(), store::open_of_voter(app.db.read(), guild, member).await?);
    if voted.is_empty() {
        return Ok(());
    }
    let gone = app.db.write(async move |tx: &mut SqliteConnection| {
        for id in voted {
            store::delete_vote(&mut *tx, guild, id, &Identity::Named(member)).await?;
            card::schedule_refresh(&mut *tx, &CARD, guild, id.get(), now).await?;
        }
        Ok(())
    });
    gone.await
}
