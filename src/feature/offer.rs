//! What one feature hands to another without either knowing the other: the winner of a poll of dates
//! becomes an event, a comment of a survey feedback. Whoever offers does so in the transaction of what
//! it follows from; whoever takes writes there what is to be done about it.

use std::time::Duration;

use serenity::all::Permissions;
use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::db::table::BoxFuture;
use crate::discord::access::channels::Viewer;
use crate::error::{Error, Result};
use crate::ids::{ChannelId, GuildId, MemberId, MessageId};

use super::Feature;

/// Something that another feature can make more of. Words of people are as they were typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handoff {
    /// People meet.
    Event {
        guild: GuildId,
        /// Whoever called them together.
        by: MemberId,
        /// Where people are told what became of it, and whoever called them what they can do.
        channel: ChannelId,
        title: String,
        starts: Timestamp,
        /// Where, as far as that is known.
        place: Option<String>,
        duration: Duration,
        source: Source,
    },
    /// Somebody has said what they think. Whoever has opted out of being counted is not offered: see [`may_be_kept`].
    Feedback {
        guild: GuildId,
        text: String,
        /// Who, where that may be known.
        author: Option<MemberId>,
        /// When, where that may be known.
        said: Option<Timestamp>,
        /// The channel whose readers may read it.
        channel: Option<ChannelId>,
        /// The message there that says it.
        message: Option<MessageId>,
        /// Whether everyone in the server can read it.
        is_public: bool,
        /// What staff has filed it under.
        tags: Vec<String>,
        source: Source,
    },
}

/// The row that an offer follows from: a second offer of the same row is the same offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// The name of the feature that offers.
    pub feature: &'static str,
    pub row: i64,
}

/// What is offered, without the thing itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Event,
    Feedback,
}

impl Handoff {
    /// What is offered.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Event { .. } => Kind::Event,
            Self::Feedback { .. } => Kind::Feedback,
        }
    }
}

/// What a feature writes about something that it is offered, in the transaction of whoever offers.
pub type OnOffer = for<'t> fn(&'t mut SqliteConnection, &'t Handoff, Timestamp) -> BoxFuture<'t, Result<()>>;

/// A kind that a feature takes.
#[derive(Debug, Clone, Copy)]
pub struct Taker {
    pub kind: Kind,
    pub take: OnOffer,
    /// What whoever offers must be permitted in the server, where everyone there sees what becomes of it;
    /// `None` where only staff do.
    pub shown_to_all: Option<Permissions>,
}

/// Why nothing is handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Withheld {
    /// Nobody takes it.
    NotTaken,
    /// Everyone would see it, and not everyone sees the channel that it comes from.
    Hidden,
    /// Whoever offers lacks these permissions in the server, or is not there any more.
    Lacks(Permissions),
}

impl Taker {
    /// Hands it over.
    ///
    /// # Errors
    /// Told or fault, as whoever takes it says; or fault, if it is of another kind.
    pub async fn offer(&self, tx: &mut SqliteConnection, offer: &Handoff, now: Timestamp) -> Result<()> {
        if offer.kind() != self.kind {
            let (offered, taken) = (offer.kind(), self.kind);
            return Err(Error::fault(format!("{offered:?} is offered to one who takes {taken:?}")));
        }
        (self.take)(tx, offer, now).await
    }
}

/// Whoever takes this kind, to be asked before the transaction begins.
pub fn taker(app: &App, kind: Kind) -> Option<Taker> {
    let takes = |feature: &Feature| feature.accepts.iter().copied().find(|taker| taker.kind == kind);
    app.features().iter().find_map(takes)
}

/// The same for something that comes from a channel and is made public in a person's name: where everyone
/// sees what becomes of it, everyone has to see the channel, and the person to be permitted to do it.
///
/// # Errors
/// Why it is not to be handed over.
pub fn taker_for(app: &App, kind: Kind, guild: GuildId, channel: ChannelId, by: Viewer<'_>) -> Result<Taker, Withheld> {
    let taker = taker(app, kind).ok_or(Withheld::NotTaken)?;
    let Some(needs) = taker.shown_to_all else { return Ok(taker) };
    let known = app.discord.directory.guild(guild).filter(|known| known.is_public(guild, channel));
    let known = known.ok_or(Withheld::Hidden)?;
    let lacks = needs - known.permissions(guild, by.member, by.roles);
    if lacks.is_empty() { Ok(taker) } else { Err(Withheld::Lacks(lacks)) }
}

/// Whether what a person said may be kept as feedback: of people who opted out nothing is.
pub fn may_be_kept(app: &App, guild: GuildId, author: Option<MemberId>) -> bool {
    author.is_none_or(|author| app.consent.is_counted(guild, author))
}

/// Whether anybody takes this kind: without one nothing is offered, nor a button shown.
pub fn is_taken(app: &App, kind: Kind) -> bool {
    taker(app, kind).is_some()
}
