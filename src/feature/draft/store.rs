//! SQL of drafts and of the images that come with them.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::db::table::{Column, Format, Person, Rule, Table};
use crate::discord::interaction::image::Image;
use crate::error::{Error, Result};
use crate::ids::{ChannelId, GuildId, MemberId};

use super::{Draft, DraftId, Spec, State};

/// A draft is kept for a day, and goes with its author or the person it is about. Its images stay with what was
/// published until the feature deletes them.
pub const TABLES: &[Table] = &[
    // Before the drafts, which say whose they are.
    Table::of_server("draft_images")
        .people(&[
            Person::whose("(SELECT author_id FROM drafts WHERE drafts.draft_id = draft_images.draft_id)")
                .only("became IS NULL"),
            Person::whose("(SELECT about_id FROM drafts WHERE drafts.draft_id = draft_images.draft_id)")
                .only("became IS NULL"),
        ])
        .kept(&[Rule::Delete { days: 1, after: "at", only: Some("became IS NULL") }]),
    Table::of_server("drafts")
        .people(&[
            Person::whose("author_id").shown(
                "drafts",
                &[
                    Column("feature", "feature", Format::Plain),
                    Column("what", "kind", Format::Plain),
                    Column("begun_at", "at", Format::Time),
                ],
            ),
            Person::whose("about_id"),
        ])
        .kept(&[Rule::Delete { days: 1, after: "at", only: None }]),
];

/// Keeps a new draft.
pub async fn insert<S: Spec>(tx: &mut SqliteConnection, draft: &Draft<S>) -> Result<DraftId> {
    let (spec, seen) = (serde_json::to_string(&draft.spec)?, serde_json::to_string(&draft.seen)?);
    let about = draft.spec.about();
    let id = sqlx::query_scalar!(
        r#"INSERT INTO drafts (guild_id, feature, kind, author_id, about_id, channel_id, spec, seen, state, at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?) RETURNING draft_id AS "id!: DraftId""#,
        draft.guild,
        S::FEATURE,
        S::KIND,
        draft.author,
        about,
        draft.channel,
        spec,
        seen,
        draft.at
    );
    Ok(id.fetch_one(tx).await?)
}

/// Keeps the images of a draft, the first one at place 1.
pub async fn insert_images<S: Spec>(
    tx: &mut SqliteConnection,
    draft: &Draft<S>,
    id: DraftId,
    images: &[Image],
) -> Result<()> {
    for (place, image) in (1_i64..).zip(images) {
        let row = sqlx::query!(
            "INSERT INTO draft_images (draft_id, guild_id, feature, kind, place, name, bytes, at)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            id,
            draft.guild,
            S::FEATURE,
            S::KIND,
            place,
            image.name,
            image.bytes,
            draft.at
        );
        row.execute(&mut *tx).await?;
    }
    Ok(())
}

/// A draft of this kind and server, if it is still kept.
pub async fn get<S: Spec>(db: &mut SqliteConnection, guild: GuildId, id: DraftId) -> Result<Option<Draft<S>>> {
    let row = sqlx::query!(
        r#"SELECT author_id AS "author: MemberId", channel_id AS "channel: ChannelId", spec, seen, state, became,
                  at AS "at: Timestamp"
           FROM drafts WHERE guild_id = ? AND draft_id = ? AND feature = ? AND kind = ?"#,
        guild,
        id,
        S::FEATURE,
        S::KIND
    );
    let Some(row) = row.fetch_optional(db).await? else { return Ok(None) };
    let state = match (row.state.as_str(), row.became) {
        ("open", None) => State::Open,
        ("published", Some(became)) => State::Published(became),
        ("cancelled", None) => State::Cancelled,
        (state, became) => return Err(Error::fault(format!("a draft that is {state} and became {became:?}"))),
    };
    let (spec, seen) = (serde_json::from_str(&row.spec)?, serde_json::from_str(&row.seen)?);
    Ok(Some(Draft { id, guild, author: row.author, channel: row.channel, spec, seen, state, at: row.at }))
}

/// Writes what is to be published and what the preview shows. False if the draft is not open any more.
pub async fn set<S: Spec>(tx: &mut SqliteConnection, draft: &Draft<S>) -> Result<bool> {
    let (spec, seen) = (serde_json::to_string(&draft.spec)?, serde_json::to_string(&draft.seen)?);
    let done = sqlx::query!(
        "UPDATE drafts SET spec = ?, seen = ? WHERE guild_id = ? AND draft_id = ? AND state = 'open'",
        spec,
        seen,
        draft.guild,
        draft.id
    );
    Ok(done.execute(tx).await?.rows_affected() == 1)
}

/// A draft is let go of, with its images. False if it is not open any more.
pub async fn set_cancelled<S: Spec>(tx: &mut SqliteConnection, draft: &Draft<S>) -> Result<bool> {
    if !settle(&mut *tx, draft, "cancelled", None).await? {
        return Ok(false);
    }
    sqlx::query!("DELETE FROM draft_images WHERE guild_id = ? AND draft_id = ?", draft.guild, draft.id)
        .execute(tx)
        .await?;
    Ok(true)
}

/// Notes the row that a draft was published as, which its images belong to from now on.
///
/// # Errors
/// Fault, if it was settled before: whoever publishes [takes](super::take) it first.
pub async fn set_published<S: Spec>(tx: &mut SqliteConnection, draft: &Draft<S>, became: i64) -> Result<()> {
    if !settle(&mut *tx, draft, "published", Some(became)).await? {
        return Err(Error::fault(format!("draft {} is published, and is not open", draft.id)));
    }
    sqlx::query!(
        "UPDATE draft_images SET became = ? WHERE guild_id = ? AND draft_id = ?",
        became,
        draft.guild,
        draft.id
    )
    .execute(tx)
    .await?;
    Ok(())
}

async fn settle<S: Spec>(
    tx: &mut SqliteConnection,
    draft: &Draft<S>,
    state: &str,
    became: Option<i64>,
) -> Result<bool> {
    let spec = serde_json::to_string(&draft.spec.clone().without_words())?;
    let done = sqlx::query!(
        "UPDATE drafts SET state = ?, became = ?, spec = ? WHERE guild_id = ? AND draft_id = ? AND state = 'open'",
        state,
        became,
        spec,
        draft.guild,
        draft.id
    );
    Ok(done.execute(tx).await?.rows_affected() == 1)
}

/// The images of what drafts of this kind became, in the order of their places.
pub async fn images<S: Spec>(db: impl SqliteExecutor<'_>, guild: GuildId, became: i64) -> Result<Vec<Image>> {
    let rows = sqlx::query_as!(
        Image,
        "SELECT name, bytes FROM draft_images WHERE guild_id = ? AND feature = ? AND kind = ? AND became = ?
         ORDER BY place",
        guild,
        S::FEATURE,
        S::KIND,
        became
    );
    Ok(rows.fetch_all(db).await?)
}

/// The images of what a draft of this kind became go on to what follows it.
pub async fn move_images<S: Spec>(tx: &mut SqliteConnection, guild: GuildId, from: i64, to: i64) -> Result<()> {
    sqlx::query!(
        "UPDATE draft_images SET became = ? WHERE guild_id = ? AND feature = ? AND kind = ? AND became = ?",
        to,
        guild,
        S::FEATURE,
        S::KIND,
        from
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Discord has them now, or nobody will see them.
pub async fn delete_images<S: Spec>(tx: &mut SqliteConnection, guild: GuildId, became: i64) -> Result<()> {
    sqlx::query!(
        "DELETE FROM draft_images WHERE guild_id = ? AND feature = ? AND kind = ? AND became = ?",
        guild,
        S::FEATURE,
        S::KIND,
        became
    )
    .execute(tx)
    .await?;
    Ok(())
}
