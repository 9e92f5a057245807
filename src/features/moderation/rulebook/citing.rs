//! How a warning cites a rule: chosen by its number or name while the option is typed, kept in the words of its day. What
//! is no rule of the server stays as it was typed.

use sqlx::SqliteConnection;

use super::{ServerRule, reading, views};
use crate::app::Context;
use crate::discord::interaction::context::Interaction;
use crate::discord::ui::autocomplete::{self, Autocomplete, offer};
use crate::error::Result;
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
