//! How a rule changes, and with it every post of the rules: added, reworded, moved, retired and brought back.

use sqlx::SqliteConnection;

use super::cards::CARD;
use super::reading::{numbered, rules};
use super::{MOST, Problem, RuleId, ServerRule, Wording, place, store};
use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::error::Result;
use crate::feature::card;
use crate::features::setup;
use crate::i18n::Locale;
use crate::ids::{GuildId, MemberId};

/// Who changes a rule, where and when.
#[derive(Debug, Clone, Copy)]
pub struct Editor {
    pub guild: GuildId,
    pub by: MemberId,
    pub now: Timestamp,
}

/// What is to be said in one language; a part that is missing stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    pub title: Option<String>,
    pub text: Option<String>,
}

/// How many rules a server has.
async fn count(tx: &mut SqliteConnection, guild: GuildId) -> Result<i64> {
    Ok(i64::try_from(rules(tx, guild).await?.len()).unwrap_or(i64::MAX))
}

/// Adds a rule, at this place or as the last one; its number comes back.
///
/// # Errors
/// Told, if it has no title, or there are too many.
pub async fn add(
    tx: &mut SqliteConnection,
    editor: Editor,
    number: Option<i64>,
    locale: Locale,
    words: Words,
) -> Result<i64> {
    let count = count(&mut *tx, editor.guild).await?;
    if count >= MOST {
        return Err(Problem::TooMany.into());
    }
    let wording = Wording { title: words.title.ok_or(Problem::NoTitle)?, text: words.text.unwrap_or_default() };
    let number = number.unwrap_or(count + 1).clamp(1, count + 1);
    store::open_place(&mut *tx, editor.guild, number).await?;
    store::insert(&mut *tx, editor.guild, number, locale, &wording).await?;
    changed(tx, editor, "rule.add", number, String::new(), wording.title).await?;
    Ok(number)
}

/// Changes what a rule says in one language.
///
/// # Errors
/// Told, if there is no such rule, it says that already, or it would have no title.
pub async fn reword(
    tx: &mut SqliteConnection,
    editor: Editor,
    number: i64,
    locale: Locale,
    words: Words,
) -> Result<()> {
    let mut rule = numbered(&mut *tx, editor.guild, number).await?;
    let before = rule.wordings[place(locale)].clone();
    let title = words.title.or_else(|| before.as_ref().map(|wording| wording.title.clone()));
    let text = words.text.or_else(|| before.as_ref().map(|wording| wording.text.clone()));
    let wording = Wording { title: title.ok_or(Problem::NoTitle)?, text: text.unwrap_or_default() };
    if before.as_ref() == Some(&wording) {
        return Err(Problem::Same(number).into());
    }
    let told = |wording: &Wording| format!("{}\n{}", wording.title, wording.text).trim().to_owned();
    let (before, after) = (before.as_ref().map(told).unwrap_or_default(), told(&wording));
    rule.wordings[place(locale)] = Some(wording);
    store::set_wordings(&mut *tx, &rule).await?;
    changed(tx, editor, "rule.edit", number, before, after).await
}

/// Moves a rule to another place; the number it has then comes back.
///
/// # Errors
/// Told, if there is no such rule, or it is there already.
pub async fn move_to(tx: &mut SqliteConnection, editor: Editor, number: i64, to: i64) -> Result<i64> {
    let rule = numbered(&mut *tx, editor.guild, number).await?;
    let count = count(&mut *tx, editor.guild).await?;
    let to = to.clamp(1, count);
    if to == number {
        return Err(Problem::Same(number).into());
    }
    // It takes no place while the others close up and make room.
    store::set_number(&mut *tx, rule.id, 0).await?;
    store::close_place(&mut *tx, editor.guild, number).await?;
    store::open_place(&mut *tx, editor.guild, to).await?;
    store::set_number(&mut *tx, rule.id, to).await?;
    changed(tx, editor, "rule.move", number, number.to_string(), to.to_string()).await?;
    Ok(to)
}

/// Retires a rule; those behind it move up.
///
/// # Errors
/// Told, if there is no such rule.
pub async fn retire(tx: &mut SqliteConnection, editor: Editor, number: i64) -> Result<ServerRule> {
    let rule = numbered(&mut *tx, editor.guild, number).await?;
    store::set_retired(&mut *tx, rule.id, Some(editor.now)).await?;
    store::close_place(&mut *tx, editor.guild, number).await?;
    let title = rule.wording(rule.locale).map(|wording| wording.title.clone()).unwrap_or_default();
    changed(tx, editor, "rule.retire", number, title, String::new()).await?;
    Ok(rule)
}

/// Brings a retired rule back to its place; the number it has then comes back.
///
/// # Errors
/// Told, if it was not retired, or there are too many by now.
pub async fn restore(tx: &mut SqliteConnection, editor: Editor, id: RuleId) -> Result<i64> {
    let count = count(&mut *tx, editor.guild).await?;
    if count >= MOST {
        return Err(Problem::TooMany.into());
    }
    let locale = setup::server(&mut *tx, editor.guild).await?.locale;
    let rule = store::retired(&mut *tx, editor.guild, id, locale).await?.ok_or(Problem::NotRetired)?;
    let number = rule.number.clamp(1, count + 1);
    store::open_place(&mut *tx, editor.guild, number).await?;
    store::set_number(&mut *tx, id, number).await?;
    store::set_retired(&mut *tx, id, None).await?;
    let title = rule.wording(rule.locale).map(|wording| wording.title.clone()).unwrap_or_default();
    changed(tx, editor, "rule.restore", number, String::new(), title).await?;
    Ok(number)
}

/// Notes who changed what, and brings every post of the rules up to date.
async fn changed(
    tx: &mut SqliteConnection,
    editor: Editor,
    action: &'static str,
    number: i64,
    before: String,
    after: String,
) -> Result<()> {
    let Editor { guild, by, now } = editor;
    let entry = audit::Entry::new(guild, by, action, format!("rule {number}")).change(before, after);
    audit::record(&mut *tx, &entry, now).await?;
    for post in store::posts(&mut *tx, guild).await? {
        card::edit(&mut *tx, &CARD, guild, post.id.get(), now).await?;
    }
    Ok(())
}
