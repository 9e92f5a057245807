//! `/event contest`, for helpers and above, which leads through a preview to a contest, and `/submit`, for everyone: the
//! same as *Submit* on a contest, from anywhere in the server and with an image.

use std::collections::HashSet;

use poise::serenity_prelude::{Attachment, GuildChannel, Role};

use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::{channels, image, parties};
use crate::discord::ui::autocomplete;
use crate::discord::ui::autocomplete::Autocomplete;
use crate::discord::ui::times;
use crate::discord::ui::times::Taken;
use crate::error::{Message, Result};
use crate::feature::Context;
use crate::feature::draft;
use crate::features::setup;
use crate::ids::{ChannelId, RoleId};
use crate::text::find;
use crate::text::when::Asked;

use super::actions::MAKE_CONTEST;
use super::draft::{UploadSpec, plan, shown};
use super::rules::{ContestSpec, may_submit};
use super::store::contests::Headline;
use super::store::{contests, entries};
use super::views::{forms, list};
use super::{Contest, Draft, Problem};

/// Start a contest; you see it before anyone else does
#[poise::command(slash_command, custom_data = "Level::Helper")]
pub async fn contest(
    ctx: Context<'_>,
    #[description = "What the contest is about"]
    #[max_length = 100]
    title: String,
    #[description = "When it closes, like “friday 19:00”"]
    #[autocomplete = "setup::offer_end"]
    #[max_length = 100]
    closes: String,
    #[description = "How many entries a member can vote for [3]"]
    #[min = 1]
    #[max = 25]
    votes: Option<i64>,
    #[description = "Whether a moderator looks at each entry first [no]"] review: Option<bool>,
    #[description = "Where to post it [here]"]
    #[channel_types("Text", "News")]
    channel: Option<GuildChannel>,
    #[description = "Role whose votes decide half of the result [no jury]"] jury: Option<Role>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let now = interaction.app.clock.now();
    let zone = setup::server(interaction.app.db.read(), interaction.actor.guild).await?.zone;
    let channel = channel.map_or(interaction.channel, |channel| channel.id.into());

    parties::require(&interaction, MAKE_CONTEST)?;
    channels::may_post(&interaction, channel).await?;
    let Taken { at, note } = times::ahead(&closes, Asked::End, now, &zone)?;
    let everyone = interaction.actor.guild.get();
    let jury = jury.map(|role| RoleId::from(role.id)).filter(|role| role.get() != everyone);
    let spec = ContestSpec { title, closes: at, votes, review, jury, since: now };
    let draft = Draft { channel, ..Draft::new(&interaction, spec, now) };
    plan(&draft, now).map_err(Message::from)?;

    let draft = draft::keep(&interaction, draft, Vec::new()).await?;

    interaction.reply_ephemeral(&shown(&interaction, &draft, note.into_iter().collect()).await?).await
}

/// Submit an entry to a contest
#[poise::command(slash_command, custom_data = "Level::Everyone")]
pub async fn submit(
    ctx: Context<'_>,
    #[description = "Which contest, by its number or title [the open one]"]
    #[autocomplete = "open_contests"]
    #[max_length = 100]
    contest: Option<String>,
    #[description = "An image for your entry"] file: Option<Attachment>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let (guild, now) = (interaction.actor.guild, interaction.app.clock.now());
    let contest = resolve_contest(&interaction, contest.as_deref()).await?;
    let own = entries::of_member(interaction.app.db.read(), guild, contest.id, interaction.actor.member).await?;
    may_submit(&contest, &own, now)?;

    let upload = match file {
        Some(file) => {
            let images = image::fetch(&interaction.app, &[file], interaction.time_left()).await?;
            let upload = draft::Draft::new(&interaction, UploadSpec { contest: contest.id.get() }, now);
            Some(draft::keep(&interaction, upload, images).await?.id)
        }
        None => None,
    };

    interaction.open_modal(&forms::submit(interaction.actor.locale, &contest, upload)).await
}

/// The contest that somebody means: by its number or its title, or words of it; where they name none, the only one that
/// takes entries, or the one they are in. One in a channel that they don't see is as good as none.
async fn resolve_contest(interaction: &Interaction, typed: Option<&str>) -> Result<Contest> {
    let guild = interaction.actor.guild;
    let open = open(interaction).await?;
    let found = match typed.map(str::trim).filter(|typed| !typed.is_empty()) {
        Some(typed) => {
            let found = find::find(typed, &open);
            found.ok_or_else(|| Problem::NoContest(typed.to_owned()))?
        }
        None => only(&open, interaction.channel)?,
    };
    Ok(contests::get(interaction.app.db.read(), guild, found.id).await?.ok_or(Problem::NoneOpen)?)
}

fn only(open: &[Headline], here: ChannelId) -> Result<&Headline, Problem> {
    let is_here = |one: &&Headline| one.channel == here || one.thread == Some(here);
    match (open, open.iter().filter(is_here).count()) {
        ([], _) => Err(Problem::NoneOpen),
        ([one], _) => Ok(one),
        (_, 1) => open.iter().find(is_here).ok_or(Problem::NoneOpen),
        _ => Err(Problem::SeveralOpen),
    }
}

/// The contests that take entries and that the actor sees.
async fn open(interaction: &Interaction) -> Result<Vec<Headline>> {
    let guild = interaction.actor.guild;
    let used = contests::channels(interaction.app.db.read(), guild).await?;
    let readable: HashSet<ChannelId> = channels::readable(interaction, used).await;
    contests::open(interaction.app.db.read(), guild, &(&readable).into()).await
}

/// Contests that take entries, while somebody types.
async fn open_contests(ctx: Context<'_>, typed: &str) -> Autocomplete {
    autocomplete::offer(ctx, async {
        let interaction = Interaction::from_context(ctx)?;
        Ok(autocomplete::named(interaction.actor.locale, typed, &open(&interaction).await?, list::offered))
    })
    .await
}
