//! An item of feedback in the making: its tags and its theme are chosen in a preview, and it is saved.

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::interaction::context::Interaction;
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::feature::draft;
use crate::feature::draft::{DraftId, Spec};
use crate::ids::{GuildId, MemberId};
use crate::text::similar;

use super::store::{items, themes};
use super::views::preview::Preview;
use super::{Draft, ItemSpec, NAME, Problem, Theme, ThemeChoice, ThemeId, alerts, cards, pins, reading, surging};

impl Spec for ItemSpec {
    const FEATURE: &'static str = NAME;
    const KIND: &'static str = "item";
    type Seen = ();

    fn gone() -> Message {
        Message::new("feedback-draft-gone")
    }

    async fn settled(_: &mut SqliteConnection, draft: &Draft) -> Result<Message> {
        Ok(Message::new(if draft.is_published() { "feedback-saved-before" } else { "feedback-cancelled-before" }))
    }

    fn about(&self) -> Option<MemberId> {
        self.author
    }

    fn without_words(self) -> Self {
        Self { text: String::new(), ..self }
    }
}

/// A new draft, with the theme that says the most similar where there is one.
pub async fn begin(interaction: &Interaction, spec: ItemSpec, now: Timestamp) -> Result<Draft> {
    let theme = match &spec.theme {
        Some(theme) => Some(theme.clone()),
        None => {
            let latest = themes::latest(interaction.app.db.read(), interaction.actor.guild).await?;
            suggested(&spec.text, &latest).first().map(|theme| ThemeChoice::Known(theme.id))
        }
    };
    let draft = Draft::new(interaction, ItemSpec { theme, ..spec }, now);
    draft::keep(interaction, draft, Vec::new()).await
}

/// The preview of a draft.
pub async fn shown(interaction: &Interaction, draft: &Draft) -> Result<View> {
    let tags = reading::tags(interaction).await?;
    let latest = themes::latest(interaction.app.db.read(), interaction.actor.guild).await?;
    let offered = offered(&draft.spec, &latest);
    Ok(Preview { draft, tags: &tags, themes: &offered }.view(interaction.actor.locale))
}

/// The themes of which something similar was said, the most similar first.
pub fn suggested<'t>(text: &str, latest: &'t [Theme]) -> Vec<&'t Theme> {
    let open: Vec<&Theme> = latest.iter().filter(|theme| !theme.status.is_closed()).collect();
    let alike = similar::find(text, open.iter().map(|theme| theme.title.as_str()));
    alike.into_iter().filter_map(|place| open.get(place).copied()).collect()
}

/// The themes of the menu: the one that is chosen, those of which something similar was said, then the latest.
fn offered<'t>(spec: &ItemSpec, latest: &'t [Theme]) -> Vec<&'t Theme> {
    let is_chosen = |theme: &&Theme| spec.theme == Some(ThemeChoice::Known(theme.id));
    let mut offered: Vec<&Theme> = latest.iter().filter(is_chosen).collect();
    let others = latest.iter().filter(|theme| !theme.status.is_closed());
    for theme in suggested(&spec.text, latest).into_iter().chain(others) {
        if !offered.contains(&theme) {
            offered.push(theme);
        }
    }
    offered
}

/// A draft becomes an item of its theme, which is made where it is new, and the card of that shows it.
///
/// # Errors
/// Told, if it was settled before, or something is missing.
pub async fn become_item(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: DraftId,
    by: MemberId,
    now: Timestamp,
) -> Result<Theme> {
    let draft = draft::take::<ItemSpec>(&mut *tx, guild, id).await?;
    if draft.spec.text.trim().is_empty() {
        return Err(Problem::NoWords.into());
    }
    let before = match draft.spec.message {
        Some((_, message)) => items::of_message(&mut *tx, guild, message).await?.map(|item| item.theme),
        None => None,
    };
    if let (None, Some(place)) = (before, draft.spec.message) {
        pins::put(&mut *tx, guild, place, now).await?;
    }
    let theme = theme(&mut *tx, guild, draft.spec.theme.as_ref(), now).await?;
    let item = items::upsert(&mut *tx, guild, theme.id, &draft.spec, now).await?;
    items::set_tags(&mut *tx, guild, item, &draft.spec.tags).await?;
    draft::set_published(&mut *tx, &draft, item.get()).await?;
    let entry = Entry::new(guild, by, "feedback.tag", format!("theme #{}", theme.number));
    audit::record(&mut *tx, &entry, now).await?;
    if let Some(before) = before {
        alerts::follow(&mut *tx, guild, before, now).await?;
        if before != theme.id {
            cards::show(&mut *tx, guild, before, now).await?;
        }
    }
    cards::show(&mut *tx, guild, theme.id, now).await?;
    surging::look(tx, guild, theme.id, now).await?;
    Ok(theme)
}

/// The theme that was chosen; one that was merged meanwhile is the one that it was merged into.
async fn theme(
    tx: &mut SqliteConnection,
    guild: GuildId,
    choice: Option<&ThemeChoice>,
    now: Timestamp,
) -> Result<Theme> {
    let id: ThemeId = match choice.ok_or(Problem::ThemeMissing)? {
        ThemeChoice::New(title) => themes::insert(&mut *tx, guild, title, now).await?,
        ThemeChoice::Known(id) => *id,
    };
    let theme = themes::get(&mut *tx, guild, id).await?.ok_or(Problem::ThemeMissing)?;
    match theme.merged_into {
        Some(into) => Ok(themes::get(tx, guild, into).await?.ok_or(Problem::ThemeMissing)?),
        None => Ok(theme),
    }
}
