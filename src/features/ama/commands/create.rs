//! `/ama create` and `/ama clone`: each leads to a preview, which only its author sees; nothing is posted before they
//! press *Publish* there.

use poise::serenity_prelude::{GuildChannel, User};

use super::{all_sessions, resolve_session};
use crate::clock::Timestamp;
use crate::discord::access::level::Level;
use crate::discord::interaction::channels;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::parties;
use crate::discord::ui::times;
use crate::discord::ui::times::Taken;
use crate::error::{Message, Result};
use crate::feature::Context;
use crate::feature::draft;
use crate::features::ama::draft::{plan, shown};
use crate::features::ama::rules::plan::{SessionSpec, cloned};
use crate::features::ama::{Anonymity, Draft, Repeat, actions};
use crate::features::setup;
use crate::text::when::Asked;
use crate::text::zone::Zone;

/// Create an AMA; you see the prompt before anyone else does
#[poise::command(slash_command, custom_data = "Level::Moderator")]
#[expect(clippy::too_many_arguments, reason = "the options of the command")]
pub async fn create(
    ctx: Context<'_>,
    #[description = "What the AMA is about"]
    #[max_length = 100]
    title: String,
    #[description = "Who answers; add more with /ama hosts add"] host: User,
    #[description = "When answers begin, like “friday 19:00” [at once]; questions are collected before"]
    #[autocomplete = "setup::offer_start"]
    #[max_length = 100]
    starts: Option<String>,
    #[description = "When it closes [2 hours after the start]"]
    #[autocomplete = "setup::offer_end"]
    #[max_length = 100]
    closes: Option<String>,
    #[description = "Where to post it [here]"]
    #[channel_types("Text", "News", "Forum")]
    channel: Option<GuildChannel>,
    #[description = "How far askers can be hidden [hidden]"] anonymity: Option<Anonymity>,
    #[description = "Whether a moderator reads each question first [yes]"] review: Option<bool>,
    #[description = "How many open questions a member can have [3]"]
    #[min = 1]
    #[max = 25]
    max_per_member: Option<i64>,
    #[description = "Where the hosts speak"]
    #[channel_types("Stage", "Voice")]
    stage_channel: Option<GuildChannel>,
    #[description = "How often it is held again [never]"] repeat: Option<Repeat>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let now = interaction.app.clock.now();
    let zone = setup::server(interaction.app.db.read(), interaction.actor.guild).await?.zone;
    let channel = channel.map_or(interaction.channel, |channel| channel.id.into());

    parties::require(&interaction, actions::run(anonymity.unwrap_or_default()))?;
    channels::may_post(&interaction, channel).await?;
    if let Some(stage) = &stage_channel {
        channels::require_seen(&interaction, stage.id.into()).await?;
    }
    let mut notes = Vec::new();
    let spec = SessionSpec {
        title,
        hosts: vec![host.id.into()],
        starts: parse_time(starts.as_deref(), Asked::Start, now, &zone, &mut notes)?,
        closes: parse_time(closes.as_deref(), Asked::End, now, &zone, &mut notes)?,
        anonymity,
        review,
        most: max_per_member,
        stage: stage_channel.map(|stage| stage.id.into()),
        repeat,
        from: None,
        since: Some(now),
    };
    let draft = Draft { channel, ..Draft::new(&interaction, spec, now) };
    plan(&draft, now).map_err(Message::from)?;

    let draft = draft::keep(&interaction, draft, Vec::new()).await?;
    notes.extend(channels::warn_of_post(&interaction, channel).await);

    interaction.reply_ephemeral(&shown(&interaction, &draft, notes).await?).await
}

/// Create an AMA like an earlier one, with the questions that weren't answered
#[poise::command(rename = "clone", slash_command, custom_data = "Level::Moderator")]
pub async fn clone_session(
    ctx: Context<'_>,
    #[description = "Which AMA, by its number or title [the one that takes questions]"]
    #[autocomplete = "all_sessions"]
    #[max_length = 100]
    session: Option<String>,
    #[description = "When answers begin, like “friday 19:00” [at once]; questions are collected before"]
    #[autocomplete = "setup::offer_start"]
    #[max_length = 100]
    starts: Option<String>,
    #[description = "When it closes [as long after the start as the earlier one]"]
    #[autocomplete = "setup::offer_end"]
    #[max_length = 100]
    closes: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let now = interaction.app.clock.now();
    let zone = setup::server(interaction.app.db.read(), interaction.actor.guild).await?.zone;
    let mut notes = Vec::new();

    parties::require(&interaction, actions::RUN_AMA)?;
    let times = (
        parse_time(starts.as_deref(), Asked::Start, now, &zone, &mut notes)?,
        parse_time(closes.as_deref(), Asked::End, now, &zone, &mut notes)?,
    );
    let before = resolve_session(&interaction, session.as_deref()).await?;
    parties::require(&interaction, actions::run(before.plan.anonymity))?;
    channels::may_post(&interaction, before.plan.channel).await?;
    let spec = cloned(&before, times, now);
    let draft = Draft { channel: before.plan.channel, ..Draft::new(&interaction, spec, now) };
    plan(&draft, now).map_err(Message::from)?;

    let draft = draft::keep(&interaction, draft, Vec::new()).await?;

    interaction.reply_ephemeral(&shown(&interaction, &draft, notes).await?).await
}

/// A time that was typed, with what has to be said of it.
pub fn parse_time(
    typed: Option<&str>,
    asked: Asked,
    now: Timestamp,
    zone: &Zone,
    notes: &mut Vec<Message>,
) -> Result<Option<Timestamp>> {
    let Some(typed) = typed else { return Ok(None) };
    let Taken { at, note } = times::ahead(typed, asked, now, zone)?;
    notes.extend(note);
    Ok(Some(at))
}
