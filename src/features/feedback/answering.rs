//! What became of a theme is answered where it was asked for, once for each status: staff looks at the answer and its
//! places first.

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::interaction::channels::may_post;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::outcome;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, Order, OrderState, queue};
use crate::discord::ui::view::View;
use crate::error::{Error, Message, Result};
use crate::feature::draft;
use crate::feature::draft::{Draft, DraftId, Spec};
use crate::features::setup;
use crate::ids::{ChannelId, GuildId, MessageId, OutboxId};

use super::rules::{ANSWERED_WITHIN, MOST_ANSWERS, is_answered};
use super::store::{answers, themes};
use super::views::answer as views;
use super::{AnswerSpec, NAME, Problem, Theme, ThemeId};

/// What an order to answer is for.
const ANSWER: &str = "answer";

impl Spec for AnswerSpec {
    const FEATURE: &'static str = NAME;
    const KIND: &'static str = "answer";
    /// The messages that are answered.
    type Seen = Vec<(ChannelId, MessageId)>;

    fn gone() -> Message {
        Message::new("feedback-answer-gone")
    }

    async fn settled(_: &mut SqliteConnection, draft: &Draft<Self>) -> Result<Message> {
        Ok(Message::new(if draft.is_published() { "feedback-answered-before" } else { "feedback-not-answered-before" }))
    }
}

/// The preview of the answer to a theme whose status was set; `None` where there is nothing to answer.
pub async fn preview(interaction: &Interaction, theme: &Theme) -> Result<Option<View>> {
    if !is_answered(theme.status) {
        return Ok(None);
    }
    let now = interaction.app.clock.now();
    let seen = places(interaction, theme, now).await?;
    if seen.is_empty() {
        return Ok(None);
    }
    let spec = AnswerSpec { theme: theme.id, status: theme.status };
    let draft = draft::keep(interaction, Draft { seen, ..Draft::new(interaction, spec, now) }, Vec::new()).await?;
    shown(interaction, theme, &draft).await.map(Some)
}

async fn shown(interaction: &Interaction, theme: &Theme, draft: &Draft<AnswerSpec>) -> Result<View> {
    let guild = interaction.actor.guild;
    let server = setup::server(interaction.app.db.read(), guild).await?;
    Ok(views::preview((interaction.actor.locale, server.locale), guild, theme, draft))
}

/// Where a status can be answered: where everyone reads it, and whoever has Steward post may write.
async fn places(interaction: &Interaction, theme: &Theme, now: Timestamp) -> Result<Vec<(ChannelId, MessageId)>> {
    let (app, guild) = (&interaction.app, interaction.actor.guild);
    let since = now.minus(ANSWERED_WITHIN);
    let known = app.discord.directory.guild(guild).unwrap_or_default();
    let mut found = Vec::new();
    for place in answers::places(app.db.read(), guild, theme.id, theme.status, since).await? {
        if found.len() < MOST_ANSWERS && known.is_public(guild, place.0) && may_post(interaction, place.0).await.is_ok()
        {
            found.push(place);
        }
    }
    Ok(found)
}

/// *Answer*: posts what the preview shows. The new preview, where something has changed meanwhile.
pub async fn answer(interaction: &Interaction, id: DraftId) -> Result<View> {
    let (guild, by, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let draft: Draft<AnswerSpec> = draft::open(interaction, id).await?;
    let theme = get(interaction.app.db.read(), guild, draft.spec.theme).await?;
    let mut places = places(interaction, &theme, now).await?;

    let answered = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let mut draft = draft::take::<AnswerSpec>(&mut *tx, guild, id).await?;
        let theme = get(&mut *tx, guild, draft.spec.theme).await?;
        if theme.status != draft.spec.status {
            return Err(Problem::StatusChanged(theme.status).into());
        }
        // Another preview of the same may have been answered this moment.
        let open = answers::places(&mut *tx, guild, theme.id, theme.status, now.minus(ANSWERED_WITHIN)).await?;
        places.retain(|place| open.contains(place));
        if !draft::still_shows(&mut *tx, &mut draft, places, PartialEq::eq).await? {
            return Ok(Err((theme, draft)));
        }
        let orders = post(&mut *tx, guild, &theme, &draft.seen, now).await?;
        draft::set_published(&mut *tx, &draft, theme.id.get()).await?;
        let entry = Entry::new(guild, by, "feedback.answer", format!("theme #{}", theme.number));
        audit::record(tx, &entry, now).await?;
        Ok::<_, Error>(Ok(orders))
    });
    match answered.await? {
        Ok(orders) => told(interaction, &orders).await,
        Err((_, draft)) if draft.seen.is_empty() => Err(Problem::NowhereToAnswer.into()),
        Err((theme, draft)) => Ok(views::changed(interaction.actor.locale, shown(interaction, &theme, &draft).await?)),
    }
}

async fn post(
    tx: &mut SqliteConnection,
    guild: GuildId,
    theme: &Theme,
    places: &[(ChannelId, MessageId)],
    now: Timestamp,
) -> Result<Vec<OutboxId>> {
    let server = setup::server(&mut *tx, guild).await?;
    let mut orders = Vec::new();
    for (channel, message) in places.iter().copied() {
        let body = views::answer(server.locale, theme, message).json_for_outbox();
        let order = Order::new(guild, NAME, ANSWER, theme.id.get(), Effect::Post { channel, body });
        let order = outbox::insert(&mut *tx, &order, now).await?;
        answers::insert(&mut *tx, guild, (theme.id, theme.status), channel, order, now).await?;
        orders.push(order);
    }
    Ok(orders)
}

/// How many answers are posted, and how many are not.
async fn told(interaction: &Interaction, orders: &[OutboxId]) -> Result<View> {
    outcome::wait_for_orders(interaction, orders).await;
    let mut states = Vec::new();
    for order in orders {
        states.push(queue::state(interaction.app.db.read(), interaction.actor.guild, *order).await?);
    }
    let count = |wanted: fn(&OrderState) -> bool| states.iter().filter(|state| wanted(state)).count();
    let posted = count(|state| matches!(state, OrderState::Done));
    let waiting = count(|state| matches!(state, OrderState::StillOnItsWay));
    Ok(views::answered(interaction.actor.locale, posted, waiting, states.len() - posted - waiting))
}

async fn get(db: impl sqlx::SqliteExecutor<'_>, guild: GuildId, id: ThemeId) -> Result<Theme> {
    Ok(themes::get(db, guild, id).await?.ok_or(Problem::ThemeMissing)?)
}
