//! A suggestion, from what a member types to its card: similar ones are offered first, then it is posted where others
//! upvote it, and its words become an item of feedback under a theme of its own.

use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::access::level::Level;
use crate::discord::interaction::channels::may_read;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::outcome;
use crate::discord::ui::view::View;
use crate::error::{Error, Message, Result};
use crate::feature::card;
use crate::feature::card::Calls;
use crate::feature::draft;
use crate::feature::draft::{Draft, DraftId, Spec};
use crate::feature::upvotes;
use crate::features::setup;
use crate::ids::{ChannelId, GuildId, MemberId};
use crate::text::similar;

use super::cards::{SUGGESTION, SUGGESTIONS};
use super::rules::{A_DAY, LONGEST_TEXT, fitting, may_suggest, may_upvote, title};
use super::store::{items, suggestions, tags, themes};
use super::views::suggestion as views;
use super::{ItemSpec, NAME, Problem, Suggestion, SuggestionId, TagKind, alerts, cards, surging};

/// An idea that its author looks at beside similar ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Idea {
    pub text: String,
}

impl Spec for Idea {
    const FEATURE: &'static str = NAME;
    const KIND: &'static str = "suggestion";
    type Seen = ();

    fn gone() -> Message {
        Message::new("suggest-draft-gone")
    }

    async fn settled(_: &mut SqliteConnection, _: &Draft<Self>) -> Result<Message> {
        Ok(Message::new("suggest-settled-before"))
    }

    fn without_words(self) -> Self {
        Self { text: String::new() }
    }
}

/// Suggests, and tells its author what became of it. What was typed comes back where it can't be suggested.
pub async fn suggest_and_tell(interaction: &Interaction, typed: &str) -> Result<()> {
    let suggested = suggest(interaction, typed).await;
    interaction.reply_or_return(suggested, typed).await
}

async fn suggest(interaction: &Interaction, typed: &str) -> Result<View> {
    let (guild, member, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let text = fitting(typed, LONGEST_TEXT)?;
    let server = setup::server(interaction.app.db.read(), guild).await?;
    if server.channel(SUGGESTIONS).is_none() {
        // Whoever can't set it has said it all the same: the staff reads it.
        return if interaction.actor.level >= Level::Manager {
            Err(Problem::SetSuggestions.into())
        } else {
            post(interaction, None, None, text).await
        };
    }
    let channel = find_channel(interaction).await?;
    may_suggest(suggestions::since(interaction.app.db.read(), guild, member, now.minus(A_DAY)).await?)?;

    let alike = alike(interaction, &text).await?;
    if alike.is_empty() {
        return post(interaction, Some(channel), None, text).await;
    }
    let draft = draft::keep(interaction, Draft::new(interaction, Idea { text }, now), Vec::new()).await?;
    Ok(views::offered(interaction.actor.locale, draft.id, &draft.spec.text, &alike))
}

/// *Post my idea*: none of the similar ones says the same.
pub async fn post_draft(interaction: &Interaction, id: DraftId) -> Result<View> {
    let draft: Draft<Idea> = draft::open(interaction, id).await?;
    let channel = find_channel(interaction).await?;
    post(interaction, Some(channel), Some(id), draft.spec.text).await
}

/// The channel for suggestions, where somebody sees it.
async fn find_channel(interaction: &Interaction) -> Result<ChannelId> {
    let guild = interaction.actor.guild;
    let server = setup::server(interaction.app.db.read(), guild).await?;
    let channel = server.channel(SUGGESTIONS).ok_or(Problem::NoSuggestions)?;
    if may_read(interaction, channel).await { Ok(channel) } else { Err(Problem::NoSuggestions.into()) }
}

/// The suggestions that say something similar, the most similar first.
async fn alike(interaction: &Interaction, text: &str) -> Result<Vec<Suggestion>> {
    let open = suggestions::open(interaction.app.db.read(), interaction.actor.guild).await?;
    let alike = similar::find(text, open.iter().map(|one| one.text.as_deref().unwrap_or_default()));
    Ok(alike.into_iter().filter_map(|place| open.get(place).cloned()).collect())
}

/// Posts it in the channel for suggestions; without one it is a theme for the staff until there is one.
async fn post(
    interaction: &Interaction,
    channel: Option<ChannelId>,
    draft: Option<DraftId>,
    text: String,
) -> Result<View> {
    let (app, guild, member) = (&interaction.app, interaction.actor.guild, interaction.actor.member);
    let now = app.clock.now();
    let is_read_by_all =
        |channel| app.discord.directory.guild(guild).is_some_and(|known| known.is_public(guild, channel));
    let is_public = channel.is_none_or(is_read_by_all);
    let is_counted = app.consent.is_counted(guild, member);

    let posted = app.db.write(async move |tx: &mut SqliteConnection| {
        may_suggest(suggestions::since(&mut *tx, guild, member, now.minus(A_DAY)).await?)?;
        let draft = match draft {
            Some(id) => Some(draft::take::<Idea>(&mut *tx, guild, id).await?),
            None => None,
        };
        let spec = ItemSpec {
            author: is_counted.then_some(member),
            message: None,
            is_public,
            text,
            is_quote: true,
            opted_out: !is_counted,
            said: now,
            tags: Vec::new(),
            theme: None,
            from: None,
            within: None,
            item: None,
        };
        let id = insert(&mut *tx, guild, member, &spec, now).await?;
        if let Some(draft) = draft {
            draft::set_published(&mut *tx, &draft, id.get()).await?;
        }
        let order = card::get(&mut *tx, SUGGESTION.name, guild, id.get()).await?.order;
        Ok::<_, Error>((id, order))
    });
    let (id, order) = posted.await?;

    let state = outcome::wait_for_order(interaction, order).await?;
    Ok(views::receipt(interaction.actor.locale, id, channel, state))
}

async fn insert(
    tx: &mut SqliteConnection,
    guild: GuildId,
    author: MemberId,
    spec: &ItemSpec,
    now: Timestamp,
) -> Result<SuggestionId> {
    tags::insert_usual(&mut *tx, guild).await?;
    let all = tags::list(&mut *tx, guild).await?;
    let idea: Vec<_> = all.iter().filter(|tag| tag.kind == Some(TagKind::Idea) && !tag.is_retired).collect();

    let theme = themes::insert(&mut *tx, guild, &title(&spec.text), now).await?;
    let item = items::upsert(&mut *tx, guild, theme, spec, now).await?;
    items::set_tags(&mut *tx, guild, item, &idea.iter().map(|tag| tag.id).collect::<Vec<_>>()).await?;
    let id = suggestions::insert(&mut *tx, guild, item, author, now).await?;
    card::post(&mut *tx, &SUGGESTION, guild, id.get(), Calls::Nobody, now).await?;
    cards::show(&mut *tx, guild, theme, now).await?;
    surging::look(tx, guild, theme, now).await?;
    Ok(id)
}

/// A vote for a suggestion is given or taken back, and what shows it follows.
pub async fn vote(interaction: &Interaction, id: SuggestionId) -> Result<upvotes::Voted> {
    let (guild, member, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    find_channel(interaction).await?;

    let voted = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let suggestion = suggestions::get(&mut *tx, guild, id).await?.ok_or(Problem::Withdrawn)?;
        may_upvote(&suggestion, member)?;
        let voted = upvotes::toggle(&mut *tx, suggestions::votes_for(guild, id), member, now).await?;
        follow(tx, guild, &suggestion, now).await?;
        Ok::<_, Error>(voted)
    });
    voted.await
}

/// A similar suggestion is upvoted instead of one's own idea, which is let go of.
pub async fn vote_instead(interaction: &Interaction, draft: DraftId, id: SuggestionId) -> Result<Suggestion> {
    let (guild, member, now) = (interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let open: Draft<Idea> = draft::open(interaction, draft).await?;
    find_channel(interaction).await?;

    let voted = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let draft = draft::take::<Idea>(&mut *tx, guild, open.id).await?;
        let suggestion = suggestions::get(&mut *tx, guild, id).await?.ok_or(Problem::Withdrawn)?;
        may_upvote(&suggestion, member)?;
        upvotes::vote(&mut *tx, suggestions::votes_for(guild, id), member, now).await?;
        draft::set_published(&mut *tx, &draft, id.get()).await?;
        follow(tx, guild, &suggestion, now).await?;
        Ok::<_, Error>(suggestion)
    });
    voted.await
}

/// The people behind a suggestion have changed: what shows them follows.
pub async fn follow(tx: &mut SqliteConnection, guild: GuildId, suggestion: &Suggestion, now: Timestamp) -> Result<()> {
    match suggestion.theme {
        Some(theme) => {
            cards::show(&mut *tx, guild, theme, now).await?;
            surging::look(tx, guild, theme, now).await
        }
        None => Ok(()),
    }
}

/// A suggestion is taken back: its words and the votes for it go, also from the alerts, and its card says so.
pub async fn withdraw(
    tx: &mut SqliteConnection,
    guild: GuildId,
    suggestion: &Suggestion,
    now: Timestamp,
) -> Result<()> {
    suggestions::withdraw(&mut *tx, guild, suggestion.id, now).await?;
    card::edit(&mut *tx, &SUGGESTION, guild, suggestion.id.get(), now).await?;
    if let Some(item) = suggestion.item {
        items::delete(&mut *tx, guild, item).await?;
    }
    if let Some(theme) = suggestion.theme {
        alerts::follow(&mut *tx, guild, theme, now).await?;
    }
    follow(tx, guild, suggestion, now).await
}
