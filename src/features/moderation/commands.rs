//! `/note`, `/case view` and `/case list`, for helpers and above; the others have files of their own.
//!
//! `/note` leaves a case of its own kind; these others only read. All answers are for the asker
//! alone: nothing of what staff write about people stands in a channel.

pub mod ban;
pub mod case;
pub mod channel;
pub mod files;
pub mod history;
pub mod lock;
pub mod mass;
pub mod timeout;
pub mod warn;

use serenity::all as serenity;

use crate::discord::access::level::Level;
use crate::discord::interaction::channels;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::parties;
use crate::error::Result;
use crate::feature::Context;
use crate::features::moderation::actions;
use crate::features::setup;

use self::case::{edit, link, void};
use self::files::{export, import};
use super::rules::link::Link;
use super::rules::{self, Filter};
use super::{Case, Kind, Problem, record, store, views};

/// Write down something the team should know about a member
#[poise::command(slash_command, custom_data = "Level::Helper")]
pub async fn note(
    ctx: Context<'_>,
    #[description = "Whom it is about"] member: serenity::User,
    #[description = "What to remember; only staff see it"]
    #[max_length = 1000]
    text: String,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let now = interaction.app.clock.now();
    let parties = parties::parties_of_command(ctx, &interaction, &member).await?;

    parties.may(actions::NOTE)?;
    let draft = rules::note(&interaction.actor, member.id.into(), &text, now)?;

    let case = interaction.app.db.write(async move |tx| record::enter(tx, &draft, now).await).await?;

    interaction.reply_ephemeral(&views::noted(interaction.actor.locale, &case)).await
}

/// Look at what is on record
#[poise::command(
    slash_command,
    subcommands("view", "list", "edit", "void", "link", "export", "import"),
    subcommand_required
)]
pub async fn case(_: Context<'_>) -> Result<()> {
    Ok(())
}

/// Read one case
#[poise::command(slash_command, custom_data = "Level::Helper")]
pub async fn view(
    ctx: Context<'_>,
    #[description = "Its number, as in #12"]
    #[min = 1]
    number: i64,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    parties::require(&interaction, actions::READ_CASES)?;

    let mut db = interaction.app.db.read().acquire().await?;
    let case = store::get(&mut *db, interaction.actor.guild, number).await?.ok_or(Problem::NoCase(number))?;
    let mut whole = store::whole(&mut db, case).await?;
    drop(db);
    if !reads_message(&interaction, &whole.case).await {
        (whole.case.about.link, whole.case.about.quote) = (None, None);
    }

    interaction
        .reply_ephemeral(&views::card::case_card(
            interaction.actor.locale,
            &whole,
            interaction.actor.level,
            interaction.app.clock.now(),
        ))
        .await
}

/// Whether the actor may read the message that a case is about: not where they do not see its channel.
pub async fn reads_message(interaction: &Interaction, case: &Case) -> bool {
    match case.about.link.as_ref().map(|link| link.parse::<Link>()) {
        None => true,
        Some(Ok(link)) => link.guild == interaction.actor.guild && channels::may_read(interaction, link.channel).await,
        Some(Err(_)) => false,
    }
}

/// List cases, the latest first
#[poise::command(slash_command, custom_data = "Level::Helper")]
pub async fn list(
    ctx: Context<'_>,
    #[description = "Only cases about this member"] member: Option<serenity::User>,
    #[description = "Only cases of this kind"] kind: Option<Kind>,
    #[description = "Only cases recorded by this moderator"] moderator: Option<serenity::User>,
    #[description = "From this day on, for example 2026-11-01 or 01.11."]
    #[max_length = 40]
    from: Option<String>,
    #[description = "Up to and including this day"]
    #[max_length = 40]
    to: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    parties::require(&interaction, actions::READ_CASES)?;
    let zone = setup::server(interaction.app.db.read(), interaction.actor.guild).await?.zone;
    let now = interaction.app.clock.now();

    let filter = Filter {
        member: member.map(|member| member.id.into()),
        kind,
        actor: moderator.map(|moderator| moderator.id.into()),
        days: rules::days(from.as_deref(), to.as_deref(), now, &zone)?,
    };

    let page = store::list(interaction.app.db.read(), interaction.actor.guild, &filter.query(&zone), 0).await?;
    interaction.reply_ephemeral(&views::case_list(interaction.actor.locale, &filter, &page, now)).await
}
