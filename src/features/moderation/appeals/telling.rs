//! How whoever appealed hears of the outcome: by direct message and nowhere else, and of what is lifted once it is.

use sqlx::SqliteConnection;

use super::cards::{CARD, TOLD};
use super::{Appeal, AppealState, NAME, SentState, rules, store, views};
use crate::clock::Timestamp;
use crate::discord::access::user_locale;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, Order};
use crate::error::Result;
use crate::feature::card;
use crate::features::moderation::{Case, CaseDetails, store as cases};
use crate::features::setup;
use crate::ids::OutboxId;

/// Whether something that came with a case is about to be lifted.
pub fn is_lifting(whole: &CaseDetails) -> bool {
    std::iter::once(&whole.case).chain(&whole.followed).any(Case::is_lifting)
}

/// Tells the person of the outcome, as things are now. The order to wait for.
pub async fn tell(tx: &mut SqliteConnection, appeal: &Appeal, now: Timestamp) -> Result<OutboxId> {
    let (guild, id) = (appeal.guild, appeal.id);
    let case = cases::case(&mut *tx, guild, appeal.case).await?;
    let whole = cases::whole(&mut *tx, case).await?;
    let earlier = store::of_case(&mut *tx, appeal.case).await?;
    let server = setup::server(&mut *tx, guild).await?;
    let locale = user_locale::locale(&mut *tx, appeal.member).await?.unwrap_or(server.locale);
    let body = views::outcome(locale, appeal, &whole, rules::again(&earlier), &server.name, now).json();
    let effect = Effect::Dm { member: appeal.member, body };
    let order = outbox::insert(&mut *tx, &Order::new(guild, NAME, TOLD, id.get(), effect), now).await?;
    store::set_told(tx, id, SentState::Waiting, None).await?;
    Ok(order)
}

/// The lifting of what came with a case has ended: whoever appealed it is told, if that waited for it. In the transaction
/// that notes it.
pub async fn lift_ended(tx: &mut SqliteConnection, case: &Case, now: Timestamp) -> Result<()> {
    let head = cases::head(&mut *tx, case.clone()).await?;
    for case in [case.id, head.id] {
        for appeal in store::of_case(&mut *tx, case).await? {
            if appeal.state != AppealState::Approved {
                continue;
            }
            let case = cases::case(&mut *tx, appeal.guild, appeal.case).await?;
            let whole = cases::whole(&mut *tx, case).await?;
            if appeal.told.is_none() && !is_lifting(&whole) {
                tell(&mut *tx, &appeal, now).await?;
            }
            card::edit(&mut *tx, &CARD, appeal.guild, appeal.id.get(), now).await?;
        }
    }
    Ok(())
}
