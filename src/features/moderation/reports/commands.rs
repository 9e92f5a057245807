//! *Report to moderators*, *Report member* and `/report`, for everyone, and `/reports list` for staff.
//!
//! The menus open a form; `/report` has its words already. A message that is chosen in its menu is kept as it reads at
//! that moment, so that deleting it later helps nobody.

use serenity::all as serenity;

use super::filing::{Words, may_report, within_quota};
use super::{Draft, Problem, ReportSpec, actions, components, filing, settling, store, views};
use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::{menu, parties};
use crate::error::Result;
use crate::feature::{Context, draft};
use crate::features::moderation::commands::warn::words;
use crate::features::moderation::contact::store as contacts;
use crate::features::moderation::raids;

/// Report a message to the moderators; only they read it
#[poise::command(context_menu_command = "Report to moderators", custom_data = "Level::Everyone")]
pub async fn report_message(ctx: Context<'_>, _message: serenity::Message) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let chosen = menu::chosen_message(ctx)?;
    let spec = ReportSpec {
        member: chosen.author,
        bot: chosen.bot,
        message: Some((chosen.channel, chosen.id)),
        quote: Some(chosen.text.trim().to_owned()),
    };

    begin(&interaction, spec, None).await
}

/// Report a member to the moderators; only they read it
#[poise::command(context_menu_command = "Report member", custom_data = "Level::Everyone")]
pub async fn report_member(ctx: Context<'_>, member: serenity::User) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;

    begin(&interaction, of_person(&member), Some(&member)).await
}

fn of_person(member: &serenity::User) -> ReportSpec {
    ReportSpec { member: member.id.into(), bot: member.bot, message: None, quote: None }
}

/// Opens the form of a report.
async fn begin(interaction: &Interaction, spec: ReportSpec, member: Option<&serenity::User>) -> Result<()> {
    let now = interaction.app.clock.now();
    may_report(interaction, spec.member)?;
    let mut db = interaction.app.db.read().acquire().await?;
    within_quota(&mut db, interaction.actor.guild, interaction.actor.member, now).await?;
    drop(db);
    let about_staff = filing::is_for_managers(&interaction.app, interaction.actor.guild, &spec).await;

    let draft = draft::keep(interaction, Draft::new(interaction, spec, now), Vec::new()).await?;

    let name = member.map(serenity::User::display_name);
    interaction.open_modal(&views::form(interaction.actor.locale, draft.id, name, about_staff)).await
}

/// Report a member to the moderators; only they read it
#[poise::command(slash_command, custom_data = "Level::Everyone")]
pub async fn report(
    ctx: Context<'_>,
    #[description = "Whom to report"] member: serenity::User,
    #[description = "What happened"]
    #[max_length = 1000]
    reason: String,
    #[description = "What shows it: a link, who else saw it"]
    #[max_length = 500]
    evidence: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let typed = [Some(reason.as_str()), evidence.as_deref()].into_iter().flatten().collect::<Vec<_>>().join("\n");
    let filing = async {
        let reason = words(&reason).ok_or(Problem::NoWords)?;
        let spoken = Words { reason, evidence: evidence.as_deref().and_then(words) };
        filing::filed(&interaction, of_person(&member), spoken, None).await
    };
    let filed = filing.await;
    components::answered(&interaction, filed, &typed).await
}

/// Read what members have reported
#[poise::command(slash_command, subcommands("list"), subcommand_required, custom_data = "Level::Helper")]
#[expect(clippy::unused_async, reason = "poise wants a function that waits")]
pub async fn reports(_: Context<'_>) -> Result<()> {
    Ok(())
}

/// List reports, the open ones first
#[poise::command(slash_command, custom_data = "Level::Helper")]
pub async fn list(ctx: Context<'_>) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    parties::require(&interaction, actions::CLAIM_REPORTS)?;

    let page = store::list(
        interaction.app.db.read(),
        interaction.actor.guild,
        interaction.actor.member,
        settling::reads_staff_reports(&interaction),
        0,
    )
    .await?;

    let open = contacts::open(interaction.app.db.read(), interaction.actor.guild).await?;
    let raid = raids::open(interaction.app.db.read(), interaction.actor.guild).await?;
    interaction.reply_ephemeral(&views::list(interaction.actor.locale, &page, &open, raid.as_ref())).await
}
