//! The rules of a server: everyone reads them with `/rules`, managers write them with `/rule`, warnings cite them.
//!
//! - `mod.rs`: what the rulebook brings along, and its words: the types that all other files speak in.
//! - `store.rs`: all SQL.
//! - `commands.rs`: `/rules` and `/rule`; `components.rs`: the form of a rule, *Undo*, and the pages of a list.
//! - `reading.rs`: the rules as they are; `editing.rs`: how one changes, and with it every post of the rules.
//! - `citing.rs`: how a warning cites one: in the words of its day.
//! - `cards.rs`: the rules in a channel; `views.rs`: what people see.
//!
//! A rule has a title and a text in each language that somebody has written it in. It is read in the reader's own, else
//! in the server's, else in one that there is.

use serenity::all::{GatewayIntents, Permissions};

use crate::error::{Error, Message};
use crate::feature::Feature;
use crate::i18n::Locale;
use crate::ids::{ChannelId, GuildId, ids};
use crate::text::find::Named;

pub mod actions;
mod cards;
pub mod citing;
mod commands;
mod components;
mod editing;
mod reading;
mod store;
mod views;

/// The name of the feature.
pub const NAME: &str = "rulebook";

/// How many rules a server can have.
pub const MOST: i64 = 25;

ids! {
    /// A rule; people know it by its number, which can change.
    RuleId,
    /// A post of the rules.
    RulebookPostId,
}

/// The form of the feature.
pub fn feature() -> Feature {
    Feature {
        actions: actions::ALL,
        commands: || vec![commands::rules(), commands::rule()],
        routes: components::ROUTES,
        cards: &[cards::CARD],
        tables: store::TABLES,
        intents: GatewayIntents::GUILDS,
        permissions: &[
            (Permissions::SEND_MESSAGES, "needs-send-messages"),
            (Permissions::EMBED_LINKS, "needs-embed-links"),
        ],
        ..Feature::new(NAME)
    }
}

/// A rule of a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServerRule {
    pub id: RuleId,
    pub guild: GuildId,
    /// Its place, from 1 on.
    pub number: i64,
    /// In the order of [`Locale::ALL`]; `None` where nobody has written it in that language.
    pub wordings: [Option<Wording>; 3],
    /// The language of the server, in which its name is looked for.
    pub locale: Locale,
}

/// What a rule says in one language, as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    pub title: String,
    /// Empty where the title says it all.
    pub text: String,
}

impl ServerRule {
    /// What it says to a reader of this language.
    pub fn wording(&self, reader: Locale) -> Option<&Wording> {
        let of = |locale: Locale| self.wordings[place(locale)].as_ref();
        of(reader).or_else(|| of(self.locale)).or_else(|| self.wordings.iter().flatten().next())
    }
}

/// The place of a language among the wordings of a rule.
pub fn place(locale: Locale) -> usize {
    Locale::ALL.iter().position(|one| *one == locale).unwrap_or(0)
}

impl Named for ServerRule {
    fn number(&self) -> i64 {
        self.number
    }

    fn name(&self) -> &str {
        self.wording(self.locale).map_or("", |wording| &wording.title)
    }
}

/// A post of the rules in a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RulebookPost {
    pub id: RulebookPostId,
    pub channel: ChannelId,
}

/// What a person who writes or reads rules can do something about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("there is no rule {0}")]
    NoRule(i64),
    #[error("a rule without a title")]
    NoTitle,
    #[error("there are as many rules as there can be")]
    TooMany,
    #[error("rule {0} says that already")]
    Same(i64),
    #[error("there are no rules to post")]
    NothingToPost,
    #[error("the rules are posted in {0}")]
    PostedBefore(ChannelId),
    #[error("the rule was retired while it was being changed")]
    RetiredSince,
    #[error("the rule is gone, or was never retired")]
    NotRetired,
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self::Told(match problem {
            Problem::NoRule(number) => Message::new("rule-none").with("number", number.to_string()),
            Problem::NoTitle => Message::new("rule-no-title"),
            Problem::TooMany => Message::new("rule-too-many").with("most", MOST),
            Problem::Same(number) => Message::new("rule-same").with("number", number.to_string()),
            Problem::NothingToPost => Message::new("rule-nothing-to-post"),
            Problem::PostedBefore(channel) => Message::new("rule-posted-before").with("channel", channel),
            Problem::RetiredSince => Message::new("rule-retired-since"),
            Problem::NotRetired => Message::new("rule-not-retired"),
        })
    }
}
