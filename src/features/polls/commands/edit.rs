//! `/poll edit`: one's own polls for helpers, those of others for moderators. Where people have voted and the change
//! would surprise them, a preview comes first.

use poise::serenity_prelude::Role;
use sqlx::SqliteConnection;

use super::create::{limited, parse_remind, parse_time, read_dates};
use super::{open_polls, resolve_poll};
use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::parties;
use crate::discord::ui::times;
use crate::error::{Message, Result};
use crate::feature::Context;
use crate::feature::draft::{self, Draft};
use crate::features::polls::edit as editing;
use crate::features::polls::rules::edit::{Change, To};
use crate::features::polls::rules::options;
use crate::features::polls::{EditSpec, Edited, Poll, Quorum, Repeat, State, actions, views};
use crate::features::setup;
use crate::i18n::plain;
use crate::text::duration;
use crate::text::when::Asked;

/// Change a poll that is open, or will be
#[poise::command(slash_command, custom_data = "Level::Helper")]
#[expect(clippy::too_many_arguments, reason = "the options of the command")]
pub async fn edit(
    ctx: Context<'_>,
    #[description = "Which poll, by its number or question [the open one here]"]
    #[autocomplete = "open_polls"]
    #[max_length = 300]
    poll: Option<String>,
    #[description = "What you want to know"]
    #[max_length = 300]
    question: Option<String>,
    #[description = "What there is to vote for, separated by ; as long as no one has voted"]
    #[max_length = 3000]
    options: Option<String>,
    #[description = "How many options one can choose at most"]
    #[min = 1]
    #[max = 25]
    max: Option<i64>,
    #[description = "How many options one has to choose"]
    #[min = 1]
    #[max = 25]
    exactly: Option<i64>,
    #[description = "When it closes, like “friday 19:00” or “in 2 days”"]
    #[autocomplete = "setup::offer_end"]
    #[max_length = 100]
    closes: Option<String>,
    #[description = "When it opens, as long as it isn’t open"]
    #[autocomplete = "setup::offer_start"]
    #[max_length = 100]
    starts: Option<String>,
    #[description = "Who can vote; @everyone lifts the limit"] voters: Option<Role>,
    #[description = "How many have to vote for it to count: 20, or 20%, or none"]
    #[max_length = 20]
    quorum: Option<String>,
    #[description = "How many options win, as long as no one has voted"]
    #[min = 1]
    #[max = 24]
    seats: Option<i64>,
    #[description = "Only who joined the server at least so many days ago can vote; 0 lifts it"]
    #[min = 0]
    #[max = 3650]
    min_age: Option<u32>,
    #[description = "Only accounts that are at least so many days old can vote; 0 lifts it"]
    #[min = 0]
    #[max = 3650]
    account_age: Option<u32>,
    #[description = "How often it is asked again; “never” ends a series"] repeat: Option<Repeat>,
    #[description = "How long before the close people are reminded, like “1 h”, or none"]
    #[max_length = 50]
    remind: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let (guild, actor, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let setup::Server { zone, locale, .. } = setup::server(interaction.app.db.read(), guild).await?;
    let poll = resolve_poll(&interaction, poll.as_deref(), true).await?;

    parties::require(&interaction, actions::end_poll(poll.plan.author == actor))?;
    let mut notes = Vec::new();
    let (options, dates) = match options.as_deref() {
        Some(typed) if poll.plan.options.iter().any(|option| option.at.is_some()) => {
            let dates = read_dates(typed, now, &zone, &mut notes)?;
            let labels = dates.iter().map(|at| plain(locale, &times::moment(*at, &zone))).collect();
            (Some(labels), dates)
        }
        typed => (typed.map(options::parts), Vec::new()),
    };
    let change = Change {
        question,
        options,
        dates,
        max,
        exactly,
        starts: parse_time(starts.as_deref(), Asked::Start, now, &zone, &mut notes)?,
        closes: parse_time(closes.as_deref(), Asked::End, now, &zone, &mut notes)?,
        voters: voters.map(|role| limited(&interaction, Some(role))),
        quorum: quorum.as_deref().map(parse_quorum).transpose()?,
        seats,
        min_age,
        account_age,
        repeat,
        remind: remind.as_deref().map(parse_remind).transpose()?,
    };
    let looked = editing::look(&mut *interaction.app.db.read().acquire().await?, guild, poll.id, &change, now).await?;
    if is_surprising(&poll, &looked, &change) {
        let spec = EditSpec { poll: poll.id, change };
        let draft = draft::keep(&interaction, Draft::new(&interaction, spec, now), Vec::new()).await?;
        let view = views::edit::preview(interaction.actor.locale, &looked, draft.id);
        return interaction.reply_ephemeral(&view).await;
    }

    let id = poll.id;
    let edited = interaction
        .app
        .db
        .write(async move |tx: &mut SqliteConnection| editing::save(tx, (guild, actor), id, &change, now).await);

    interaction.reply_ephemeral(&views::edit::done(interaction.actor.locale, &edited.await?, notes)).await
}

/// Whether people who have voted would be surprised by a change.
fn is_surprising(poll: &Poll, looked: &Edited, change: &Change) -> bool {
    poll.state == State::Open && looked.ballots > 0 && change.is_surprising()
}

/// How many have to vote; nothing of "none".
fn parse_quorum(typed: &str) -> Result<To<Quorum>> {
    if duration::is_none(typed) {
        return Ok(To::Nothing);
    }
    Ok(To::Value(Quorum::parse(typed).map_err(Message::from)?))
}
