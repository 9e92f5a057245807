//! Votes: with the button on an entry, or in the list of all entries, which is in another order for each person.

use std::collections::HashSet;

use sqlx::SqliteConnection;

use crate::db::list::Listed;
use crate::discord::interaction::context::{ComponentEvent, Interaction};
use crate::discord::ui::view::View;
use crate::error::{Error, Result};
use crate::feature::card;
use crate::feature::upvotes::Voted;
use crate::features::events::contest::store::entries;
use crate::features::events::contest::views::list;
use crate::features::events::contest::{Contest, ContestId, EntryId, EntryState, cards, rules, submitting, voting};
use crate::ids::RoleId;

use super::{chosen, find_contest, find_entry};

/// ▲ on an entry: a vote, or taking it back.
pub async fn vote(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (_, entry) = find_entry(&interaction, EntryId(id.row)).await?;

    let (contest, voted, given) = toggle(&interaction, entry.id).await?;

    let is_juror = is_juror(&interaction, &contest);
    let view = list::voted(interaction.actor.locale, &contest, &entry, (voted, is_juror), given);
    interaction.reply_ephemeral(&view).await
}

/// *Entries*: all of them, in an order of this person's own.
pub async fn show(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let contest = find_contest(&interaction, ContestId(id.row)).await?;
    interaction.reply_ephemeral(&page(&interaction, &contest, 0).await?).await
}

/// Another page of the list; the argument is its number.
pub async fn turn(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let contest = find_contest(&interaction, ContestId(id.row)).await?;
    let number = id.arg.parse().unwrap_or(0);
    interaction.update_message(&page(&interaction, &contest, number).await?).await
}

/// An entry was chosen in the list: a vote, or taking it back.
pub async fn choose(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, values } = press;
    let (contest, entry) = find_entry(&interaction, chosen(&values)?).await?;
    let number = id.arg.parse().unwrap_or(0);

    toggle(&interaction, entry.id).await?;

    interaction.update_message(&page(&interaction, &contest, number).await?).await
}

/// What was made of the vote, and how many of their votes the actor has given then.
async fn toggle(interaction: &Interaction, id: EntryId) -> Result<(Contest, Voted, usize)> {
    let (guild, member, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let roles: HashSet<RoleId> = interaction.roles().iter().copied().collect();
    let voted = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let (contest, entry) = submitting::find(&mut *tx, guild, id).await?;
        let given = voting::given(&mut *tx, guild, member, &contest).await?;
        rules::may_vote(&contest, &entry, member, (given.len(), given.contains(&id)), now)?;
        let is_juror = contest.plan.jury.is_some_and(|jury| roles.contains(&jury));
        let voted = voting::toggle(&mut *tx, (guild, id), (member, is_juror), now).await?;
        let given = voting::given(tx, guild, member, &contest).await?;
        Ok::<_, Error>((contest, voted, given.len()))
    });
    voted.await
}

/// Whether the actor votes as the jury.
fn is_juror(interaction: &Interaction, contest: &Contest) -> bool {
    contest.plan.jury.is_some_and(|jury| interaction.roles().contains(&jury))
}

async fn page(interaction: &Interaction, contest: &Contest, number: i64) -> Result<View> {
    let (guild, member) = (interaction.actor.guild, interaction.actor.member);
    let mut db = interaction.app.db.read().acquire().await?;
    let entries = entries::in_state(&mut *db, guild, contest.id, EntryState::Approved).await?;
    let given = voting::given(&mut db, guild, member, contest).await?;
    let mut posts = Vec::new();
    let shown = Listed::cut(rules::shuffled(entries, member), list::PAGE, number);
    for entry in &shown.rows {
        posts.push(card::message(&mut db, cards::ENTRY.name, guild, entry.id.get()).await?);
    }
    drop(db);
    let is_open = rules::is_open(contest, interaction.app.clock.now()).is_ok();
    let reader = list::Reader { locale: interaction.actor.locale, member, given: &given, is_open };
    Ok(list::page(&reader, contest, &shown, &posts))
}
