//! A draft: what somebody is about to publish, as they see it in a preview that is theirs alone, until they
//! publish it, once, or cancel it.
//!
//! A feature says what a draft of its own holds (the *spec*, kept as JSON) and what its preview shows that
//! others may change meanwhile (the *seen*), and keeps to four steps:
//!
//! - the command makes a [`Draft`], looks whether it goes together, [keeps](keep) it and shows the preview;
//! - buttons, menus and forms [`open`] it by the row in their custom_id, change `spec` and [`save`] it;
//! - *Publish* [takes](take) it in the transaction that writes what it becomes, asks whether the preview
//!   [still shows](still_shows) what would happen, and notes [what it became](set_published);
//! - *Cancel* lets go of it ([`cancel`]).
//!
//! Rows in the database are all there is of a draft, so it outlives a restart; it is kept for a day, and goes
//! when its author, or the person it is about, is forgotten.
//!
//! ```no_run
//! # use serde::{Deserialize, Serialize};
//! # use sqlx::SqliteConnection;
//! # use steward::discord::interaction::context::Interaction;
//! # use steward::error::{Message, Result};
//! # use steward::feature::draft::{self, Draft, DraftId, Spec};
//! # use steward::ids::GuildId;
//! #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
//! struct NoticeSpec {
//!     text: String,
//! }
//!
//! impl Spec for NoticeSpec {
//!     const FEATURE: &'static str = "notices";
//!     const KIND: &'static str = "notice";
//!     /// How many people it would reach.
//!     type Seen = u64;
//!
//!     fn gone() -> Message {
//!         Message::new("poll-draft-gone")
//!     }
//!
//!     async fn settled(_: &mut SqliteConnection, draft: &Draft<Self>) -> Result<Message> {
//!         Ok(Message::new(if draft.is_published() { "poll-published-before" } else { "poll-cancelled-before" }))
//!     }
//! }
//! # async fn reach(_: &mut SqliteConnection) -> Result<u64> { Ok(1) }
//! # async fn insert(_: &mut SqliteConnection, _: &NoticeSpec) -> Result<i64> { Ok(1) }
//!
//! // Within the write of *Publish*: the row that it became, or the draft whose new preview is to be shown.
//! async fn publish(tx: &mut SqliteConnection, guild: GuildId, id: DraftId) -> Result<Result<i64, Draft<NoticeSpec>>> {
//!     let mut draft = draft::take::<NoticeSpec>(tx, guild, id).await?;
//!     let now = reach(tx).await?;
//!     if !draft::still_shows(tx, &mut draft, now, PartialEq::eq).await? {
//!         return Ok(Err(draft));
//!     }
//!     let row = insert(tx, &draft.spec).await?;
//!     draft::set_published(tx, &draft, row).await?;
//!     Ok(Ok(row))
//! }
//! ```

mod store;

use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::image::Image;
use crate::error::{Error, Message, Result};
use crate::ids::{ChannelId, GuildId, MemberId, ids};

pub use self::store::{TABLES, delete_images, get, images, move_images, set_published};

/// How long it is kept; its row goes in the night after that.
const KEPT: Duration = Duration::from_hours(24);

ids! {
    /// The row of a draft; the buttons of its preview name it.
    DraftId,
}

/// What a draft of one kind holds.
pub trait Spec: std::fmt::Debug + Clone + Serialize + DeserializeOwned + Send + Sync + 'static {
    /// The name of the feature that publishes it.
    const FEATURE: &'static str;
    /// What it is to become, among the drafts of the feature.
    const KIND: &'static str;
    /// What the preview shows that others may change before it is published; `()` where there is nothing.
    type Seen: std::fmt::Debug + Clone + Default + Serialize + DeserializeOwned + Send + Sync + 'static;

    /// What people are told who press a button of a draft that is not kept any more, or not theirs.
    fn gone() -> Message;

    /// What its author is told who presses a button after it was published or cancelled.
    fn settled(db: &mut SqliteConnection, draft: &Draft<Self>) -> impl Future<Output = Result<Message>> + Send;

    /// The person it is about, if it is about somebody: it goes when they are forgotten.
    fn about(&self) -> Option<MemberId> {
        None
    }

    /// What of it is kept for the rest of its day once it is published or cancelled.
    #[must_use]
    fn without_words(self) -> Self {
        self
    }
}

/// What somebody is about to publish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft<S: Spec> {
    /// 0 before it is kept.
    pub id: DraftId,
    pub guild: GuildId,
    pub author: MemberId,
    /// Where it was begun, or where it is to be published.
    pub channel: ChannelId,
    pub spec: S,
    /// What the preview showed when its author last looked.
    pub seen: S::Seen,
    pub state: State,
    /// When it was begun.
    pub at: Timestamp,
}

/// What has become of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Its author looks at it.
    Open,
    /// The row, in a table of the feature, that it was published as.
    Published(i64),
    /// Its author has let go of it.
    Cancelled,
}

impl<S: Spec> Draft<S> {
    /// A draft of the actor, for the channel they are in; it is not kept yet.
    pub fn new(interaction: &Interaction, spec: S, now: Timestamp) -> Self {
        Self {
            id: DraftId(0),
            guild: interaction.actor.guild,
            author: interaction.actor.member,
            channel: interaction.channel,
            spec,
            seen: S::Seen::default(),
            state: State::Open,
            at: now,
        }
    }

    /// Whether it can still be changed and published.
    pub fn is_open(&self) -> bool {
        self.state == State::Open
    }

    /// Whether it was published.
    pub const fn is_published(&self) -> bool {
        matches!(self.state, State::Published(_))
    }
}

/// Keeps a new draft, with the images that it brings along in the order of their places; gives it back with
/// its row.
pub async fn keep<S: Spec>(interaction: &Interaction, draft: Draft<S>, images: Vec<Image>) -> Result<Draft<S>> {
    let kept = async move |tx: &mut SqliteConnection| {
        let id = store::insert(&mut *tx, &draft).await?;
        store::insert_images(tx, &draft, id, &images).await?;
        Ok(Draft { id, ..draft })
    };
    interaction.app.db.write(kept).await
}

/// The draft of the actor that a button names, whatever has become of it.
///
/// # Errors
/// Told [`Spec::gone`], if there is none any more or it is somebody else's.
pub async fn find<S: Spec>(interaction: &Interaction, id: DraftId) -> Result<Draft<S>> {
    let (mut db, now) = (interaction.app.db.read().acquire().await?, interaction.app.clock.now());
    let draft = get(&mut db, interaction.actor.guild, id).await?;
    let is_theirs = |draft: &Draft<S>| draft.author == interaction.actor.member && now < draft.at.plus(KEPT);
    Ok(draft.filter(is_theirs).ok_or_else(S::gone)?)
}

/// The same as long as it can be changed and published.
///
/// # Errors
/// Told [`Spec::gone`] or [`Spec::settled`], if it cannot.
pub async fn open<S: Spec>(interaction: &Interaction, id: DraftId) -> Result<Draft<S>> {
    let draft = find(interaction, id).await?;
    if draft.is_open() {
        return Ok(draft);
    }
    let mut db = interaction.app.db.read().acquire().await?;
    Err(S::settled(&mut db, &draft).await?.into())
}

/// Keeps what its author has changed, and what its preview shows them now.
///
/// # Errors
/// Told, if it was settled meanwhile.
pub async fn save<S: Spec>(interaction: &Interaction, draft: Draft<S>) -> Result<Draft<S>> {
    let saved = async move |tx: &mut SqliteConnection| {
        if store::set(&mut *tx, &draft).await? { Ok(draft) } else { Err(settled(tx, &draft).await?) }
    };
    interaction.app.db.write(saved).await
}

/// Lets go of a draft and of its images.
///
/// # Errors
/// Told, if it was settled meanwhile.
pub async fn cancel<S: Spec>(interaction: &Interaction, draft: Draft<S>) -> Result<()> {
    let cancelled = async move |tx: &mut SqliteConnection| {
        if store::set_cancelled(&mut *tx, &draft).await? { Ok(()) } else { Err(settled(tx, &draft).await?) }
    };
    interaction.app.db.write(cancelled).await
}

/// The draft in the transaction that publishes it. There is one writer, so of two presses at once the second
/// finds what the first has [noted](set_published).
///
/// # Errors
/// Told, if it is gone or was settled by another press.
pub async fn take<S: Spec>(tx: &mut SqliteConnection, guild: GuildId, id: DraftId) -> Result<Draft<S>> {
    let draft = get(&mut *tx, guild, id).await?.ok_or_else(S::gone)?;
    if draft.is_open() { Ok(draft) } else { Err(S::settled(tx, &draft).await?.into()) }
}

/// Whether the preview of a [taken](take) draft showed the `same` as one of `now` would. If not, nothing may be
/// published: `now` is noted as what the next preview shows, and that one is to be shown, with the word that
/// something has changed.
pub async fn still_shows<S: Spec>(
    tx: &mut SqliteConnection,
    draft: &mut Draft<S>,
    now: S::Seen,
    same: impl FnOnce(&S::Seen, &S::Seen) -> bool,
) -> Result<bool> {
    if same(&draft.seen, &now) {
        return Ok(true);
    }
    draft.seen = now;
    store::set(tx, draft).await?;
    Ok(false)
}

/// Tells what has become of a draft that was open a moment ago.
async fn settled<S: Spec>(tx: &mut SqliteConnection, draft: &Draft<S>) -> Result<Error> {
    match get::<S>(&mut *tx, draft.guild, draft.id).await? {
        Some(draft) => Ok(S::settled(tx, &draft).await?.into()),
        None => Ok(S::gone().into()),
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use sqlx::SqlitePool;

    use super::*;
    use crate::db::people;

    const HERE: GuildId = GuildId(1);
    const THERE: GuildId = GuildId(2);
    const AUTHOR: MemberId = MemberId(3);
    const ABOUT: MemberId = MemberId(4);

    #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
    struct Letter {
        words: String,
        to: Option<MemberId>,
    }

    impl Spec for Letter {
        const FEATURE: &'static str = "letters";
        const KIND: &'static str = "letter";
        type Seen = u64;

        fn gone() -> Message {
            Message::new("poll-draft-gone")
        }

        async fn settled(_: &mut SqliteConnection, draft: &Draft<Self>) -> Result<Message> {
            Ok(match draft.state {
                State::Published(row) => Message::new("poll-published-before").with("row", row),
                State::Open | State::Cancelled => Message::new("poll-cancelled-before"),
            })
        }

        fn about(&self) -> Option<MemberId> {
            self.to
        }

        fn without_words(self) -> Self {
            Self { words: String::new(), ..self }
        }
    }

    /// Another kind of the same feature.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
    struct Parcel;

    impl Spec for Parcel {
        const FEATURE: &'static str = "letters";
        const KIND: &'static str = "parcel";
        type Seen = ();

        fn gone() -> Message {
            Message::new("draft-gone")
        }

        async fn settled(_: &mut SqliteConnection, _: &Draft<Self>) -> Result<Message> {
            Ok(Message::new("poll-published-before"))
        }
    }

    fn letter() -> Draft<Letter> {
        Draft {
            id: DraftId(0),
            guild: HERE,
            author: AUTHOR,
            channel: ChannelId(5),
            spec: Letter { words: "Dear *you*".to_owned(), to: Some(ABOUT) },
            seen: 7,
            state: State::Open,
            at: Timestamp(1_000),
        }
    }

    /// A draft in the database, with two images.
    async fn kept(tx: &mut SqliteConnection) -> Draft<Letter> {
        let draft = letter();
        let id = store::insert(&mut *tx, &draft).await.unwrap();
        let images = ["1.png", "2.png"].map(|name| Image { name: name.to_owned(), bytes: vec![1, 2] });
        store::insert_images(tx, &draft, id, &images).await.unwrap();
        Draft { id, ..draft }
    }

    fn told<T: std::fmt::Debug>(result: Result<T>) -> Message {
        match result {
            Err(Error::Told(message)) => message,
            other => panic!("{other:?}"),
        }
    }

    #[sqlx::test(migrator = "crate::db::MIGRATOR")]
    async fn a_draft_is_found_as_it_was_kept_under_its_server_and_kind_only(db: SqlitePool) {
        let mut tx = db.acquire().await.unwrap();
        let draft = kept(&mut tx).await;
        assert_eq!(get::<Letter>(&mut tx, HERE, draft.id).await.unwrap(), Some(draft.clone()));
        assert_eq!(get::<Letter>(&mut tx, THERE, draft.id).await.unwrap(), None);
        assert_eq!(get::<Parcel>(&mut tx, HERE, draft.id).await.unwrap(), None);
        assert_eq!(told(take::<Parcel>(&mut tx, HERE, draft.id).await), Message::new("draft-gone"));
    }

    #[sqlx::test(migrator = "crate::db::MIGRATOR")]
    async fn a_draft_is_published_once_and_the_second_press_is_told(db: SqlitePool) {
        let mut tx = db.acquire().await.unwrap();
        let id = kept(&mut tx).await.id;
        let draft = take::<Letter>(&mut tx, HERE, id).await.unwrap();
        set_published(&mut tx, &draft, 9).await.unwrap();

        let published = Message::new("poll-published-before").with("row", 9_i64);
        assert_eq!(told(take::<Letter>(&mut tx, HERE, id).await), published);
        assert_eq!(told::<()>(Err(settled(&mut tx, &draft).await.unwrap())), published);
        assert!(!store::set(&mut tx, &draft).await.unwrap(), "nothing of it is changed any more");
        assert!(!store::set_cancelled(&mut tx, &draft).await.unwrap());
        assert!(
            matches!(set_published(&mut tx, &draft, 10).await, Err(Error::Fault(_))),
            "who publishes takes it first"
        );
        let after = get::<Letter>(&mut tx, HERE, id).await.unwrap().unwrap();
        assert_eq!((after.state, after.spec.words.as_str()), (State::Published(9), ""));
    }

    #[sqlx::test(migrator = "crate::db::MIGRATOR")]
    async fn images_go_with_what_was_published_and_are_gone_with_what_was_cancelled(db: SqlitePool) {
        let mut tx = db.acquire().await.unwrap();
        let (one, other) = (kept(&mut tx).await, kept(&mut tx).await);
        set_published(&mut tx, &one, 9).await.unwrap();
        assert!(store::set_cancelled(&mut tx, &other).await.unwrap());

        let names = async |tx: &mut SqliteConnection, became| {
            let images = images::<Letter>(tx, HERE, became).await.unwrap();
            images.into_iter().map(|image| image.name).collect::<Vec<_>>()
        };
        assert_eq!(names(&mut tx, 9).await, ["1.png", "2.png"]);
        assert!(images::<Parcel>(&mut *tx, HERE, 9).await.unwrap().is_empty(), "another kind counts its rows itself");
        // They outlive the draft and its author.
        people::forget(&mut tx, TABLES, HERE, AUTHOR).await.unwrap();
        assert_eq!(get::<Letter>(&mut tx, HERE, one.id).await.unwrap(), None);
        assert_eq!(names(&mut tx, 9).await.len(), 2);
        delete_images::<Letter>(&mut tx, HERE, 9).await.unwrap();
        assert!(names(&mut tx, 9).await.is_empty());
    }

    #[sqlx::test(migrator = "crate::db::MIGRATOR")]
    async fn what_has_changed_since_the_preview_is_noted_and_nothing_else(db: SqlitePool) {
        let mut tx = db.acquire().await.unwrap();
        let mut draft = kept(&mut tx).await;
        assert!(still_shows(&mut tx, &mut draft, 7, PartialEq::eq).await.unwrap());
        assert!(!still_shows(&mut tx, &mut draft, 8, PartialEq::eq).await.unwrap());
        assert_eq!(draft, Draft { id: draft.id, seen: 8, ..letter() });
        assert_eq!(take::<Letter>(&mut tx, HERE, draft.id).await.unwrap(), draft, "the next preview shows it");
        assert!(still_shows(&mut tx, &mut draft, 8, PartialEq::eq).await.unwrap());
    }

    #[sqlx::test(migrator = "crate::db::MIGRATOR")]
    async fn a_draft_goes_with_its_author_and_with_whom_it_is_about(db: SqlitePool) {
        let mut tx = db.acquire().await.unwrap();
        for (whose, stays) in [(AUTHOR, false), (ABOUT, false), (MemberId(9), true)] {
            let draft = kept(&mut tx).await;
            people::forget(&mut tx, TABLES, THERE, whose).await.unwrap();
            assert!(get::<Letter>(&mut tx, HERE, draft.id).await.unwrap().is_some(), "another server");
            people::forget(&mut tx, TABLES, HERE, whose).await.unwrap();
            assert_eq!(get::<Letter>(&mut tx, HERE, draft.id).await.unwrap().is_some(), stays);
            let images: i64 =
                sqlx::query_scalar("SELECT count(*) FROM draft_images").fetch_one(&mut *tx).await.unwrap();
            assert_eq!(images > 0, stays, "its images go with it");
        }
    }
}
