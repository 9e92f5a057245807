//! `/mediate start` and `/mediate close`, for moderators.

use serenity::Permissions;
use serenity::all as serenity;

use super::{Invited, Mediation, NewMediation, Problem, actions, closing, inviting, store, views};
use crate::discord::access::authorize::Presence;
use crate::discord::access::level::Level;
use crate::discord::access::people;
use crate::discord::access::people::Person;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::{channels, outcome, parties};
use crate::discord::ui::view::View;
use crate::error::Result;
use crate::feature::Context;
use crate::features::moderation::commands::warn::words;
use crate::ids::MemberId;

/// Let two members talk, led by you
#[poise::command(slash_command, subcommands("start", "close"), subcommand_required, custom_data = "Level::Moderator")]
#[expect(clippy::unused_async, reason = "poise wants a function that waits")]
pub async fn mediate(_: Context<'_>) -> Result<()> {
    Ok(())
}

/// Invite two members to a talk that you lead; neither sees the other’s answer
#[poise::command(slash_command, custom_data = "Level::Moderator")]
pub async fn start(
    ctx: Context<'_>,
    #[description = "One of the two"] first: serenity::User,
    #[description = "The other one"] second: serenity::User,
    #[description = "What it’s about; both read it"]
    #[max_length = 200]
    topic: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let invited = invite(&interaction, [&first, &second], topic.as_deref().and_then(words)).await;
    interaction.reply_or_return(invited, &topic.unwrap_or_default()).await
}

async fn invite(interaction: &Interaction, users: [&serenity::User; 2], topic: Option<String>) -> Result<View> {
    parties::require(interaction, actions::MEDIATE)?;
    let (app, guild, mediator) = (&interaction.app, interaction.actor.guild, interaction.actor.member);
    let now = app.clock.now();
    let members = users.map(|user| MemberId::from(user.id));
    if members[0] == members[1] {
        return Err(Problem::Same.into());
    }
    if members.contains(&mediator) {
        return Err(Problem::Yourself.into());
    }
    if let Some(bot) = users.iter().find(|user| user.bot) {
        return Err(Problem::Bot(bot.id.into()).into());
    }
    let (first, second) =
        tokio::try_join!(people::fetch(app, guild, members[0]), people::fetch(app, guild, members[1]))?;
    if let Some(gone) = [&first, &second].into_iter().find(|person| person.standing.presence == Presence::Absent) {
        return Err(Problem::NotHere(gone.standing.member).into());
    }
    let parent = channels::place_of_private_thread(interaction, &[first.viewer(), second.viewer()])?;
    let sides = [invited(interaction, &first).await, invited(interaction, &second).await];

    let new = NewMediation { guild, mediator, topic, sides, parent };
    let (id, orders) = app.db.write(async move |tx| inviting::start(tx, &new, now).await).await?;

    outcome::wait_for_orders(interaction, &orders).await;
    // A line in a channel may have taken the place of one.
    let orders = store::sides(app.db.read(), id).await?.iter().filter_map(|side| side.order).collect::<Vec<_>>();
    outcome::wait_for_orders(interaction, &orders).await;
    let mediation = store::known(app.db.read(), guild, id).await?;
    let sides = store::sides(app.db.read(), id).await?;
    Ok(views::invited(interaction.actor.locale, &mediation, &sides))
}

/// One of the two, with where a line may stand if they take no direct messages: here, where they see it and the mediator
/// could write it.
async fn invited(interaction: &Interaction, person: &Person) -> Invited {
    let (app, guild, channel) = (&interaction.app, interaction.actor.guild, interaction.channel);
    let writes = Permissions::VIEW_CHANNEL | Permissions::SEND_MESSAGES;
    let fits = channels::may_post(interaction, channel).await.is_ok()
        && channels::steward_needs(interaction, channel, writes).await.is_ok()
        && person.sees(app, guild, channel).await;
    Invited { member: person.standing.member, channel: fits.then_some(channel) }
}

/// Close a mediation, and write down what came of it
#[poise::command(slash_command, custom_data = "Level::Moderator")]
pub async fn close(
    ctx: Context<'_>,
    #[description = "What came of it; both read it in the thread"]
    #[max_length = 500]
    outcome: String,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let closing = async {
        parties::require(&interaction, actions::MEDIATE)?;
        let mediation = meant(&interaction).await?;
        closing::close(&interaction, mediation.id, &outcome).await
    };
    let closed = closing.await;
    interaction.reply_or_return(closed, &outcome).await
}

/// The one in whose thread they are; else the only one that they may close.
async fn meant(interaction: &Interaction) -> Result<Mediation> {
    let guild = interaction.actor.guild;
    if let Some(here) = store::held_in(interaction.app.db.read(), guild, interaction.channel).await? {
        return Ok(here);
    }
    let running = store::running(interaction.app.db.read(), guild).await?;
    let mut own: Vec<Mediation> =
        running.iter().filter(|one| one.mediator == interaction.actor.member).cloned().collect();
    if own.is_empty() && parties::require(interaction, actions::CLOSE_OTHER_MEDIATION).is_ok() {
        own = running;
    }
    match own.len() {
        0 => Err(Problem::NoneRunning.into()),
        1 => Ok(own.remove(0)),
        several => Err(Problem::Several(several).into()),
    }
}
