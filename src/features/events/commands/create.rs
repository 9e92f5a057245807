//! `/event create`: it leads to a preview, which only its author sees; nothing is posted before they press *Publish*
//! there.

use poise::serenity_prelude::{Attachment, ChannelType, GuildChannel, Role};

use crate::clock::Timestamp;
use crate::discord::access::level::Level;
use crate::discord::interaction::channels;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::image;
use crate::discord::interaction::parties;
use crate::discord::ui::ping::Ping;
use crate::discord::ui::times;
use crate::discord::ui::times::Taken;
use crate::error::{Message, Result};
use crate::feature::Context;
use crate::feature::draft;
use crate::features::events::draft::{plan, shown};
use crate::features::events::rules::groups;
use crate::features::events::rules::plan::{EventSpec, PlaceKind, Talk};
use crate::features::events::rules::series::Repeat;
use crate::features::events::{Before, Draft, Problem, actions};
use crate::features::setup;
use crate::ids::{ChannelId, RoleId};
use crate::text::when::Asked;
use crate::text::zone::Zone;

/// The setting with the channel for events.
const EVENTS: &str = "events";

/// Create an event; you see its card before anyone else does
#[poise::command(slash_command, custom_data = "Level::Helper")]
#[expect(clippy::too_many_arguments, reason = "the options of the command")]
pub async fn create(
    ctx: Context<'_>,
    #[description = "What it is called"]
    #[max_length = 100]
    title: String,
    #[description = "When it starts, like “friday 19:00” or “in 2 days”"]
    #[autocomplete = "setup::offer_start"]
    #[max_length = 100]
    starts: String,
    #[description = "How long it takes, like “90 min” [1 hour]"]
    #[max_length = 50]
    duration: Option<String>,
    #[description = "Where people meet"] place: Option<PlaceKind>,
    #[description = "The voice or stage channel, or where to post the card [the events channel, or here]"]
    #[channel_types("Text", "News", "Voice", "Stage")]
    channel: Option<GuildChannel>,
    #[description = "The address, for an event in person"]
    #[max_length = 200]
    address: Option<String>,
    #[description = "How many can come [any number]; those after them wait for a seat"]
    #[min = 1]
    #[max = 10000]
    capacity: Option<i64>,
    #[description = "Kinds of sign-up with their seats, like “speaker 3; listener”"]
    #[max_length = 600]
    groups: Option<String>,
    #[description = "How many guests each can bring [0]"]
    #[min = 0]
    #[max = 10]
    guests: Option<i64>,
    #[description = "How often it takes place [once]"] repeat: Option<Repeat>,
    #[description = "When a series ends, like “31 december”"]
    #[autocomplete = "setup::offer_end"]
    #[max_length = 100]
    until: Option<String>,
    #[description = "How many times a series takes place"]
    #[min = 1]
    #[max = 500]
    count: Option<i64>,
    #[description = "When people are reminded, like “24h, 1h” or “none” [24h, 1h]"]
    #[max_length = 100]
    remind: Option<String>,
    #[description = "Who can come [everyone]"] for_role: Option<Role>,
    #[description = "How long before the start sign-up closes, like “2h” [never]"]
    #[max_length = 50]
    cutoff: Option<String>,
    #[description = "A picture for the card"] image: Option<Attachment>,
    #[description = "What it is about"]
    #[max_length = 2000]
    description: Option<String>,
    #[description = "Role to ping when the card is posted"] ping: Option<Role>,
    #[description = "Where to post the card, if the channel is a voice or stage channel"]
    #[channel_types("Text", "News")]
    post: Option<GuildChannel>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let now = interaction.app.clock.now();
    let server = setup::server(interaction.app.db.read(), interaction.actor.guild).await?;
    parties::require(&interaction, actions::MAKE_EVENT)?;
    let (talk, card) = channels_of(channel.as_ref(), post.as_ref());
    let channel = card.or_else(|| server.channel(EVENTS)).unwrap_or(interaction.channel);
    channels::may_post(&interaction, channel).await?;
    if let Some(Talk::Voice(talk) | Talk::Stage(talk)) = talk {
        channels::require_seen(&interaction, talk).await?;
    }
    let mut notes = Vec::new();
    let everyone = interaction.actor.guild.get();
    let spec = EventSpec {
        title,
        description,
        starts: Some(parse_time(&starts, Asked::Start, now, &server.zone, &mut notes)?),
        length_s: duration.as_deref().map(parse_span).transpose()?.map(|length| length.as_secs()),
        place,
        talk,
        address,
        link: None,
        hide_address: false,
        capacity,
        groups: groups.as_deref().map(groups::groups).unwrap_or_default(),
        guests,
        repeat,
        until: until
            .as_deref()
            .map(|until| parse_time(until, Asked::End, now, &server.zone, &mut notes))
            .transpose()?,
        count,
        remind: remind.as_deref().map(parse_reminders).transpose()?,
        for_role: for_role.map(|role| RoleId::from(role.id)).filter(|role| role.get() != everyone),
        cutoff: cutoff.as_deref().map(parse_span).transpose()?.map(groups::minutes),
        ping: ping
            .map(|role| Ping::allowed(&interaction, channel, role.id.into()))
            .transpose()?
            .map(|ping| ping.role(interaction.actor.guild)),
        images: usize::from(image.is_some()),
    };
    let draft = Draft { channel, ..Draft::new(&interaction, spec, now) };
    plan(&draft, &server, now)?;
    let attached: Vec<Attachment> = image.into_iter().collect();
    let images = image::fetch(&interaction.app, &attached, interaction.time_left()).await?;

    let draft = draft::keep(&interaction, draft, images).await?;

    interaction.reply_ephemeral(&shown(&interaction, &draft, notes).await?).await
}

/// The channel where people talk, and the one for the card.
fn channels_of(channel: Option<&GuildChannel>, post: Option<&GuildChannel>) -> (Option<Talk>, Option<ChannelId>) {
    let post = post.map(|post| post.id.into());
    match channel {
        Some(channel) if channel.kind == ChannelType::Voice => (Some(Talk::Voice(channel.id.into())), post),
        Some(channel) if channel.kind == ChannelType::Stage => (Some(Talk::Stage(channel.id.into())), post),
        Some(channel) => (None, post.or(Some(channel.id.into()))),
        None => (None, post),
    }
}

/// A time ahead that was typed, with what has to be said of it.
pub fn parse_time(
    typed: &str,
    asked: Asked,
    now: Timestamp,
    zone: &Zone,
    notes: &mut Vec<Message>,
) -> Result<Timestamp> {
    let Taken { at, note } = times::ahead(typed, asked, now, zone)?;
    notes.extend(note);
    Ok(at)
}

/// A span of time that was typed.
pub fn parse_span(typed: &str) -> Result<std::time::Duration> {
    Ok(groups::span(typed).ok_or_else(|| Problem::NoSpan(typed.to_owned()))?)
}

/// When people are reminded.
pub fn parse_reminders(typed: &str) -> Result<Vec<Before>> {
    Ok(groups::reminders(typed).map_err(Problem::NoSpan)?)
}
