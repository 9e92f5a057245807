//! How a warning cites a rule: chosen by its number or name while the option is typed, or from the menu of its preview,
//! kept in the words of its day. What is no rule of the server stays as it was typed.

use sqlx::SqliteConnection;

use super::{ServerRule, reading, views};
use crate::app::Context;
use crate::discord::interaction::context::Interaction;
use crate::discord::ui::autocomplete::{self, Autocomplete, offer};
use crate::discord::ui::view::SelectOption;
use crate::error::Result;
use crate::i18n::{Locale, say};
use crate::ids::GuildId;
use crate::text::find::called;
use crate::text::limits;

/// How much of a rule is kept.
const KEPT: usize = 500;

/// What is offered for an option that cites a rule.
pub async fn suggestions(ctx: Context<'_>, typed: &str) -> Autocomplete {
    let find = async {
        let interaction = Interaction::from_context(ctx)?;
        let mut db = interaction.app.db.read().acquire().await?;
        let rules = reading::rules(&mut db, interaction.actor.guild).await?;
        let locale = interaction.actor.locale;
        Ok(autocomplete::named(locale, typed, &rules, |rule| views::label(locale, rule)))
    };
    offer(ctx, find).await
}

/// The rules of a server, to choose one from a menu.
pub async fn choices(db: &mut SqliteConnection, guild: GuildId) -> Result<Vec<ServerRule>> {
    reading::rules(db, guild).await
}

/// A rule as a line of a menu; the one that is cited is chosen.
pub fn option(locale: Locale, rule: &ServerRule, cited: Option<&str>) -> SelectOption {
    let chosen = cited.is_some_and(|cited| cited == words_of(rule));
    SelectOption::new(rule.id.to_string(), say(locale, &views::label(locale, rule))).chosen(chosen)
}

/// What is kept of a rule that was chosen from a menu; `None` where it is none any more.
pub fn chosen(rules: &[ServerRule], id: &str) -> Option<String> {
    rules.iter().find(|rule| rule.id.to_string() == id).map(words_of)
}

/// What is kept of what was typed.
pub async fn cited(db: &mut SqliteConnection, guild: GuildId, typed: Option<String>) -> Result<Option<String>> {
    let Some(typed) = typed else { return Ok(None) };
    let rules = reading::rules(db, guild).await?;
    Ok(Some(called(&typed, &rules).map_or(typed, words_of)))
}

fn words_of(rule: &ServerRule) -> String {
    let Some(wording) = rule.wording(rule.locale) else { return rule.number.to_string() };
    let words = if wording.text.is_empty() {
        format!("{}. {}", rule.number, wording.title)
    } else {
        let text = wording.text.split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{}. {} — {text}", rule.number, wording.title)
    };
    limits::cut(&words, KEPT)
}
