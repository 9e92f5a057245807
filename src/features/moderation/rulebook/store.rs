//! SQL of the rulebook. It says nothing about people: who has changed what is in the audit.

use sqlx::{SqliteConnection, SqliteExecutor};

use super::{RuleId, RulebookPost, RulebookPostId, ServerRule, Wording, place};
use crate::clock::Timestamp;
use crate::error::Result;
use crate::feature::table::{Rule, Table};
use crate::i18n::Locale;
use crate::ids::{ChannelId, GuildId};

/// Retired rules go after two years, as the cases that may have cited them keep their words.
pub const TABLES: &[Table] = &[
    Table::of_server("rulebook_rules").kept(&[Rule::Delete { days: 730, after: "retired_at", only: None }]),
    Table::of_server("rulebook_posts"),
];

struct Row {
    id: RuleId,
    number: i64,
    title_en: Option<String>,
    text_en: Option<String>,
    title_ru: Option<String>,
    text_ru: Option<String>,
    title_ro: Option<String>,
    text_ro: Option<String>,
}

/// Whole rules: the columns, once for all queries that read them.
macro_rules! rules {
    ($tail:tt $(, $arg:expr)* $(,)?) => {
        sqlx::query_as!(
            Row,
            r#"SELECT rule_id AS "id!: RuleId", number, title_en, text_en, title_ru, text_ru, title_ro, text_ro
               FROM rulebook_rules "# + $tail
            $(, $arg)*
        )
    };
}

/// The rules of a server, by their numbers. `locale` is the language of the server.
pub async fn list(db: impl SqliteExecutor<'_>, guild: GuildId, locale: Locale) -> Result<Vec<ServerRule>> {
    let rows = rules!("WHERE guild_id = ? AND retired_at IS NULL ORDER BY number, rule_id", guild);
    Ok(rows.fetch_all(db).await?.into_iter().map(|row| row.whole(guild, locale)).collect())
}

/// A rule that was retired, by the row that a button names.
pub async fn retired(
    db: impl SqliteExecutor<'_>,
    guild: GuildId,
    id: RuleId,
    locale: Locale,
) -> Result<Option<ServerRule>> {
    let row = rules!("WHERE guild_id = ? AND rule_id = ? AND retired_at IS NOT NULL", guild, id);
    Ok(row.fetch_optional(db).await?.map(|row| row.whole(guild, locale)))
}

/// Makes room at a place: the rules there and behind it move by one.
pub async fn open_place(tx: &mut SqliteConnection, guild: GuildId, number: i64) -> Result<()> {
    let row = sqlx::query!(
        "UPDATE rulebook_rules SET number = number + 1 WHERE guild_id = ? AND retired_at IS NULL AND number >= ?",
        guild,
        number
    );
    row.execute(tx).await?;
    Ok(())
}

/// Closes a place where no rule is any more.
pub async fn close_place(tx: &mut SqliteConnection, guild: GuildId, number: i64) -> Result<()> {
    let row = sqlx::query!(
        "UPDATE rulebook_rules SET number = number - 1 WHERE guild_id = ? AND retired_at IS NULL AND number > ?",
        guild,
        number
    );
    row.execute(tx).await?;
    Ok(())
}

/// A new rule in one language, at a place that is free.
pub async fn insert(
    tx: &mut SqliteConnection,
    guild: GuildId,
    number: i64,
    locale: Locale,
    wording: &Wording,
) -> Result<RuleId> {
    let of = |one: Locale| (one == locale).then_some(wording);
    let title = |one| of(one).map(|wording| &wording.title);
    let text = |one| of(one).map(|wording| &wording.text);
    let (title_en, text_en) = (title(Locale::En), text(Locale::En));
    let (title_ru, text_ru) = (title(Locale::Ru), text(Locale::Ru));
    let (title_ro, text_ro) = (title(Locale::Ro), text(Locale::Ro));
    let row = sqlx::query!(
        "INSERT INTO rulebook_rules (guild_id, number, title_en, text_en, title_ru, text_ru, title_ro, text_ro)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        guild,
        number,
        title_en,
        text_en,
        title_ru,
        text_ru,
        title_ro,
        text_ro
    );
    Ok(RuleId(row.execute(tx).await?.last_insert_rowid()))
}

/// What a rule says from now on.
pub async fn set_wordings(tx: &mut SqliteConnection, rule: &ServerRule) -> Result<()> {
    let title = |locale| rule.wordings[place(locale)].as_ref().map(|wording| &wording.title);
    let text = |locale| rule.wordings[place(locale)].as_ref().map(|wording| &wording.text);
    let (title_en, text_en) = (title(Locale::En), text(Locale::En));
    let (title_ru, text_ru) = (title(Locale::Ru), text(Locale::Ru));
    let (title_ro, text_ro) = (title(Locale::Ro), text(Locale::Ro));
    let row = sqlx::query!(
        "UPDATE rulebook_rules SET title_en = ?, text_en = ?, title_ru = ?, text_ru = ?, title_ro = ?, text_ro = ?
         WHERE rule_id = ?",
        title_en,
        text_en,
        title_ru,
        text_ru,
        title_ro,
        text_ro,
        rule.id
    );
    row.execute(tx).await?;
    Ok(())
}

/// The place of a rule.
pub async fn set_number(tx: &mut SqliteConnection, id: RuleId, number: i64) -> Result<()> {
    sqlx::query!("UPDATE rulebook_rules SET number = ? WHERE rule_id = ?", number, id).execute(tx).await?;
    Ok(())
}

/// A rule is one no more, or is one again.
pub async fn set_retired(tx: &mut SqliteConnection, id: RuleId, at: Option<Timestamp>) -> Result<()> {
    sqlx::query!("UPDATE rulebook_rules SET retired_at = ? WHERE rule_id = ?", at, id).execute(tx).await?;
    Ok(())
}

/// Where the rules of a server are posted.
pub async fn posts(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Vec<RulebookPost>> {
    let rows = sqlx::query_as!(
        RulebookPost,
        r#"SELECT rulebook_post_id AS "id!: RulebookPostId", channel_id AS "channel: ChannelId" FROM rulebook_posts
           WHERE guild_id = ? ORDER BY rulebook_post_id"#,
        guild
    );
    Ok(rows.fetch_all(db).await?)
}

/// A post of this server, if there is one.
pub async fn post(db: impl SqliteExecutor<'_>, guild: GuildId, id: RulebookPostId) -> Result<Option<RulebookPost>> {
    let row = sqlx::query_as!(
        RulebookPost,
        r#"SELECT rulebook_post_id AS "id!: RulebookPostId", channel_id AS "channel: ChannelId" FROM rulebook_posts
           WHERE guild_id = ? AND rulebook_post_id = ?"#,
        guild,
        id
    );
    Ok(row.fetch_optional(db).await?)
}

/// The rules are posted in a channel from now on.
pub async fn insert_post(tx: &mut SqliteConnection, guild: GuildId, channel: ChannelId) -> Result<RulebookPostId> {
    let row = sqlx::query!("INSERT INTO rulebook_posts (guild_id, channel_id) VALUES (?, ?)", guild, channel);
    Ok(RulebookPostId(row.execute(tx).await?.last_insert_rowid()))
}

impl Row {
    fn whole(self, guild: GuildId, locale: Locale) -> ServerRule {
        let wording = |title: Option<String>, text: Option<String>| {
            title.map(|title| Wording { title, text: text.unwrap_or_default() })
        };
        let mut wordings = [None, None, None];
        wordings[place(Locale::En)] = wording(self.title_en, self.text_en);
        wordings[place(Locale::Ru)] = wording(self.title_ru, self.text_ru);
        wordings[place(Locale::Ro)] = wording(self.title_ro, self.text_ro);
        ServerRule { id: self.id, guild, number: self.number, wordings, locale }
    }
}
