//! `/raid`, for moderators: that one is on, that it is over, and what is done to those who came.

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::parties;
use crate::discord::ui::autocomplete::{Autocomplete, Suggestion};
use crate::discord::ui::{autocomplete, times};
use crate::error::{Message, Result};
use crate::feature::{Context, draft};
use crate::features::moderation::{MassKind, store as masses};
use crate::features::setup;
use crate::i18n::plain;
use crate::ids::{ChannelId, GuildId};
use crate::text::duration;
use crate::text::when::{self, Asked};

use super::cleaning::{self, Wanted};
use super::{CleanDraft, Raid, RaidState, actions, cards, noticing, rules, store, views};

/// Deal with a raid: many accounts that join at once
#[poise::command(
    slash_command,
    subcommands("start", "clean", "end"),
    subcommand_required,
    custom_data = "Level::Moderator"
)]
#[expect(clippy::unused_async, reason = "poise wants a function that waits")]
pub async fn raid(_: Context<'_>) -> Result<()> {
    Ok(())
}

/// Say that a raid is on, if I haven’t noticed it
#[poise::command(slash_command, custom_data = "Level::Moderator")]
pub async fn start(ctx: Context<'_>) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let (guild, by, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());

    parties::require(&interaction, actions::RAID)?;

    let raid = interaction.app.db.write(async move |tx| noticing::start(tx, guild, by, now).await).await?;

    let channel = alert_channel(&interaction.app, guild).await?;
    show(&interaction, &raid, channel, now).await
}

/// Act on everyone who joined lately; you see whom before anything is done
#[poise::command(slash_command, custom_data = "Level::Moderator")]
pub async fn clean(
    ctx: Context<'_>,
    #[description = "Who joined since when: 30m, 14:05, yesterday 18:00"]
    #[autocomplete = "offer_since"]
    #[max_length = 60]
    since: String,
    #[description = "What to do to them"] act: MassKind,
    #[description = "Only accounts younger than this: 1d, 2 weeks"]
    #[max_length = 60]
    account_younger_than: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let (guild, now) = (interaction.actor.guild, interaction.app.clock.now());

    parties::require(&interaction, actions::CLEAN_RAID)?;
    let zone = setup::server(interaction.app.db.read(), guild).await?.zone;
    let since = times::since(&since, now, &zone)?;
    let younger = account_younger_than.as_deref().map(rules::age).transpose()?;
    let actor = parties::actor_standing(&interaction);
    let mut db = interaction.app.db.read().acquire().await?;
    let (spec, joins) = cleaning::find(&mut db, &actor, guild, Wanted { act, since, younger }, now).await?;
    let running = masses::running_cleanup(&mut *db, guild).await?;
    drop(db);

    let draft = CleanDraft { seen: cleaning::wrote(&joins), ..CleanDraft::new(&interaction, spec, now) };
    let draft = draft::keep(&interaction, draft, Vec::new()).await?;

    let view = views::preview(interaction.actor.locale, &draft, &joins, running, now)?;
    interaction.reply_ephemeral(&view).await
}

/// Say that the raid is over
#[poise::command(slash_command, custom_data = "Level::Moderator")]
pub async fn end(ctx: Context<'_>) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let (guild, by, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());

    parties::require(&interaction, actions::RAID)?;

    let raid = interaction.app.db.write(async move |tx| noticing::end(tx, guild, by, now).await).await?;

    interaction.reply_ephemeral(&views::ended(interaction.actor.locale, &raid)).await
}

/// Where the alert is posted.
async fn alert_channel(app: &App, guild: GuildId) -> Result<Option<ChannelId>> {
    Ok(cards::channels(&setup::server(app.db.read(), guild).await?).0)
}

/// A raid with its buttons, for who has just begun it.
async fn show(interaction: &Interaction, raid: &Raid, channel: Option<ChannelId>, now: Timestamp) -> Result<()> {
    let mut db = interaction.app.db.read().acquire().await?;
    let facts = cards::facts(&mut db, raid.guild, raid.id).await?;
    drop(db);
    let Some(facts) = facts else { return Ok(()) };
    interaction.reply_ephemeral(&views::started(interaction.actor.locale, &facts, channel, now)).await
}

/// Since the raid began, some spans, and what else is typed.
async fn offer_since(ctx: Context<'_>, typed: &str) -> Autocomplete {
    autocomplete::offer(ctx, async {
        let interaction = Interaction::from_context(ctx)?;
        parties::require(&interaction, actions::CLEAN_RAID)?;
        let (guild, locale, now) = (interaction.actor.guild, interaction.actor.locale, interaction.app.clock.now());
        let zone = setup::server(interaction.app.db.read(), guild).await?.zone;
        if !typed.trim().is_empty() {
            let of_span = duration::back(typed).ok().map(|span| {
                let label = Message::new("raid-since").with("time", times::moment(now.minus(span), &zone));
                Suggestion::new(plain(locale, &label), typed)
            });
            return Ok(match of_span {
                Some(span) => vec![span],
                None => times::echo(locale, typed, Asked::Since, now, &zone),
            });
        }
        let raid = store::latest(interaction.app.db.read(), guild).await?;
        let raid = raid.filter(|raid| raid.state != RaidState::Dismissed && raid.since > now.minus(rules::KEPT));
        let of_raid = raid.map(|raid| {
            let label = Message::new("raid-since-raid").with("time", times::moment(raid.since, &zone));
            Suggestion::new(plain(locale, &label), when::format(raid.since, &zone))
        });
        let spans = ["10m", "1h", "24h"].into_iter().filter_map(|span| {
            let ago = duration::parse(span).ok()?;
            let label = Message::new("raid-since").with("time", times::moment(now.minus(ago), &zone));
            Some(Suggestion::new(plain(locale, &label), span))
        });
        Ok(of_raid.into_iter().chain(spans).collect())
    })
    .await
}
