//! Links to messages, as Discord's clients copy them.

use std::fmt;
use std::str::FromStr;

use crate::ids::{ChannelId, GuildId, MessageId};

/// Where a message stands. Written out, it is always Discord's own address, so it may leave as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    pub guild: GuildId,
    pub channel: ChannelId,
    pub message: MessageId,
}

/// What was typed is no link to a message in a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a link to a message")]
pub struct NotALink;

/// The clients that copy links, each with an address of its own.
const HOSTS: [&str; 4] = ["discord.com", "ptb.discord.com", "canary.discord.com", "discordapp.com"];

impl FromStr for Link {
    type Err = NotALink;

    fn from_str(text: &str) -> Result<Self, NotALink> {
        let text = text.trim().trim_start_matches('<').trim_end_matches('>');
        let address = text.strip_prefix("https://").ok_or(NotALink)?;
        let mut parts = address.trim_end_matches('/').split('/');
        let host = parts.next().map(str::to_ascii_lowercase).ok_or(NotALink)?;
        let channels = parts.next() == Some("channels");
        let mut id = || parts.next().and_then(|part| part.parse().ok()).filter(|id: &i64| *id > 0).ok_or(NotALink);
        let link = Self { guild: GuildId(id()?), channel: ChannelId(id()?), message: MessageId(id()?) };
        let whole = channels && parts.next().is_none() && HOSTS.contains(&host.trim_start_matches("www."));
        if whole { Ok(link) } else { Err(NotALink) }
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "https://discord.com/channels/{}/{}/{}", self.guild, self.channel, self.message)
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("https://discord.com/channels/1/2/3")]
    #[case(" <https://discord.com/channels/1/2/3/> ")]
    #[case("https://ptb.discord.com/channels/1/2/3")]
    #[case("https://canary.discord.com/channels/1/2/3")]
    #[case("https://www.Discordapp.com/channels/1/2/3")]
    fn links_of_every_client_are_one(#[case] typed: &str) {
        assert_eq!(typed.parse::<Link>().unwrap().to_string(), "https://discord.com/channels/1/2/3");
    }

    #[rstest]
    #[case("")]
    #[case("3")]
    #[case("http://discord.com/channels/1/2/3")]
    #[case("https://discord.com/channels/1/2")]
    #[case("https://discord.com/channels/@me/2/3")]
    #[case("https://discord.com/channels/1/2/3/4")]
    #[case("https://discord.com/channels/1/2/3?x=1")]
    #[case("https://discord.com.evil.example/channels/1/2/3")]
    #[case("https://evil.example/https://discord.com/channels/1/2/3")]
    #[case("https://discord.com/channels/1/2/-3")]
    #[case("https://discord.com/users/1/2/3")]
    fn anything_else_is_none(#[case] typed: &str) {
        assert_eq!(typed.parse::<Link>(), Err(NotALink), "{typed}");
    }
}
