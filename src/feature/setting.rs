//! What people can choose about a feature with `/setup set`: each feature lists its own, and `setup`
//! shows, reads and keeps them all alike.

use crate::app::App;
use crate::discord::ui::autocomplete::Suggestion;
use crate::error::Message;
use crate::i18n::Locale;
use crate::ids::GuildId;

/// One thing that a server can choose.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// What people type, and the name in the table: `mod_log`.
    pub name: &'static str,
    /// The key of the sentence that says what it is for.
    pub about: &'static str,
    /// Whether its value is a channel, which whoever chooses it has to see.
    pub is_channel: bool,
    /// What holds in a server as long as nothing is chosen there.
    pub default: fn(&App, GuildId) -> Message,
    /// What somebody typed → what is stored, or what is wrong with it and what to do.
    pub parse: fn(&App, GuildId, &str) -> Result<String, Message>,
    /// What is stored → as people read it.
    pub show: fn(&str) -> Message,
    /// What is offered to somebody who has typed this much.
    pub suggest: fn(&App, GuildId, Locale, &str) -> Vec<Suggestion>,
    /// What people should know about a stored value as things are now, such as "everyone can read it".
    pub notes: fn(&App, GuildId, &str) -> Vec<Message>,
}
