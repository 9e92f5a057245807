//! How those who are invited learn of the end or the thread, in the place of their invitations, and the mediator of how it
//! stands.

use sqlx::SqliteConnection;

use super::{Mediation, NAME, Sent, Side, store, views};
use crate::clock::Timestamp;
use crate::discord::access::user_locale;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, Order};
use crate::error::Result;
use crate::features::moderation::settings::staff_channels;
use crate::features::moderation::views::notice;
use crate::features::setup;
use crate::features::setup::setting_types::REPORTS;
use crate::i18n::Locale;
use crate::ids::MemberId;

/// The order that changes an invitation; the row is the side.
const CHANGE: &str = "change";
/// The order that tells the mediator; the row is the mediation.
pub const TOLD: &str = "told";

/// The language of somebody; that of the server where it is not known.
pub async fn locale_of(tx: &mut SqliteConnection, member: MemberId, otherwise: Locale) -> Result<Locale> {
    Ok(user_locale::locale(tx, member).await?.unwrap_or(otherwise))
}

/// Puts the end, or the thread, in the place of both invitations.
pub async fn change_invitations(tx: &mut SqliteConnection, mediation: &Mediation, now: Timestamp) -> Result<()> {
    for side in store::sides(&mut *tx, mediation.id).await? {
        change_invitation(&mut *tx, mediation, &side, now).await?;
    }
    Ok(())
}

/// Puts the end, or the thread, in the place of one invitation.
pub async fn change_invitation(
    tx: &mut SqliteConnection,
    mediation: &Mediation,
    side: &Side,
    now: Timestamp,
) -> Result<()> {
    let Some(of) = side.order else { return Ok(()) };
    let server = setup::server(&mut *tx, mediation.guild).await?;
    let body = match side.sent {
        // Until it is known where it arrives, nothing is put in its place: that might be a channel.
        Sent::Waiting => return outbox::withdraw(tx, of, now).await.map(drop),
        // No message of it is known.
        Sent::Failed | Sent::Unknown => return Ok(()),
        Sent::InChannel => notice::in_channel_withdrawn(server.locale, side.member).json(),
        Sent::Delivered => {
            let locale = locale_of(&mut *tx, side.member, server.locale).await?;
            views::invitation_over(locale, mediation, &server.name).json()
        }
    };
    let order = Order::new(side.guild, NAME, CHANGE, side.id.get(), Effect::Edit { of, body });
    outbox::insert(tx, &order, now).await.map(drop)
}

/// Tells the mediator how it stands: in the channel where the staff sees the card, or else by direct message.
pub async fn tell_mediator(tx: &mut SqliteConnection, mediation: &Mediation, now: Timestamp) -> Result<()> {
    let server = setup::server(&mut *tx, mediation.guild).await?;
    let Some(channel) = staff_channels(&server, &REPORTS).0 else { return tell_privately(tx, mediation, now).await };
    let body = views::told(server.locale, mediation, None).json();
    tell(tx, mediation, Effect::Post { channel, body }, now).await
}

/// Tells the mediator alone, by direct message: while both can still answer, and where no channel takes it.
pub async fn tell_privately(tx: &mut SqliteConnection, mediation: &Mediation, now: Timestamp) -> Result<()> {
    let server = setup::server(&mut *tx, mediation.guild).await?;
    let locale = locale_of(&mut *tx, mediation.mediator, server.locale).await?;
    let body = views::told(locale, mediation, Some(&server.name)).json();
    tell(tx, mediation, Effect::Dm { member: mediation.mediator, body }, now).await
}

async fn tell(tx: &mut SqliteConnection, mediation: &Mediation, effect: Effect, now: Timestamp) -> Result<()> {
    let order = Order::new(mediation.guild, NAME, TOLD, mediation.id.get(), effect);
    outbox::insert(tx, &order, now).await.map(drop)
}
