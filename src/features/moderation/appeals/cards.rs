//! The card of an appeal: in the channel for appeals, or else in the mod log; where neither takes it the appeal is found in
//! `/appeals list`.

use std::time::Duration;

use sqlx::SqliteConnection;

use super::{AppealId, AppealQuestionId, AppealState, NAME, SentState, store, views};
use crate::clock::Timestamp;
use crate::discord::outbox::{OrderEnded, Outcome};
use crate::error::Result;
use crate::feature::card;
use crate::feature::card::{CardKind, CardName, Rendered, Rendering};
use crate::features::moderation::Case;
use crate::features::moderation::settings::{card_channel, staff_channels};
use crate::features::moderation::store as cases;
use crate::features::setup;
use crate::features::setup::Server;
use crate::features::setup::setting_types::APPEALS;
use crate::ids::{ChannelId, GuildId, MessageId};

/// The order that tells the person of the outcome; its row is the appeal.
pub const TOLD: &str = "told";
/// The order that sends them a question; its row is the question.
pub const QUESTION: &str = "question";

/// What staff decide on.
pub const CARD: CardKind = CardKind {
    name: CardName::new(NAME, "card"),
    at_most_every: Duration::from_secs(3),
    render: |tx, guild, row, rendering, _| Box::pin(render(tx, guild, AppealId(row), rendering)),
};

/// Where cards are posted: first the channel for appeals, then the mod log.
pub fn channels(server: &Server) -> (Option<ChannelId>, Option<ChannelId>) {
    staff_channels(server, &APPEALS)
}

/// Where the card of an appeal stands; `None` where it doesn't, also once somebody has deleted it.
pub async fn place(db: &mut SqliteConnection, guild: GuildId, id: AppealId) -> Result<Option<(ChannelId, MessageId)>> {
    if card::get(&mut *db, CARD.name, guild, id.get()).await?.why.is_some() {
        return Ok(None);
    }
    card::message(db, CARD.name, guild, id.get()).await
}

async fn render(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: AppealId,
    rendering: Rendering,
) -> Result<Option<Rendered>> {
    let Some(appeal) = store::get(&mut *tx, guild, id).await? else { return Ok(None) };
    let case = cases::case(&mut *tx, guild, appeal.case).await?;
    let whole = cases::whole(&mut *tx, case).await?;
    let questions = store::questions(&mut *tx, id).await?;
    let server = setup::server(&mut *tx, guild).await?;
    let channel = card_channel(tx, CARD.name, guild, id.get(), rendering, channels(&server)).await?;
    let view = views::card(server.locale, &appeal, &whole, &questions);
    Ok(Some(Rendered { channel, title: None, view, expires: None }))
}

/// What a case does on Discord has changed: the cards of open appeals against it show that.
pub async fn case_changed(tx: &mut SqliteConnection, case: &Case, now: Timestamp) -> Result<()> {
    let head = cases::head(&mut *tx, case.clone()).await?;
    let mut appeals = store::of_case(&mut *tx, head.id).await?;
    if head.id != case.id {
        appeals.extend(store::of_case(&mut *tx, case.id).await?);
    }
    for appeal in appeals.iter().filter(|appeal| appeal.state == AppealState::Open) {
        card::schedule_refresh(&mut *tx, &CARD, case.guild, appeal.id.get(), now).await?;
    }
    Ok(())
}

/// Notes what became of an order of appeals, in the transaction of its outcome.
pub async fn order_ended(tx: &mut SqliteConnection, order: &OrderEnded, now: Timestamp) -> Result<()> {
    let (state, why) = match &order.outcome {
        Outcome::Done { .. } | Outcome::Made(_) | Outcome::Scheduled(_) | Outcome::DoneButFor(_) => {
            (SentState::Delivered, None)
        }
        Outcome::Failed(why) => (SentState::Failed, Some(why.as_str())),
        Outcome::Unknown => (SentState::Unknown, None),
    };
    match (order.purpose.as_str(), &order.outcome) {
        // The channel for appeals doesn't take it; the mod log may.
        ("card", Outcome::Failed(_)) => card::post_again(tx, &CARD, order.guild, order.row, now).await.map(drop),
        (TOLD, _) => {
            store::set_told(&mut *tx, AppealId(order.row), state, why).await?;
            card::edit(tx, &CARD, order.guild, order.row, now).await
        }
        (QUESTION, _) => {
            let id = AppealQuestionId(order.row);
            let Some(question) = store::question(&mut *tx, order.guild, id).await? else { return Ok(()) };
            store::set_sent(&mut *tx, id, state, why).await?;
            card::edit(tx, &CARD, order.guild, question.appeal.get(), now).await
        }
        _ => Ok(()),
    }
}
