//! Identifiers, one type for each kind of thing, so that a member is never taken for a channel.
//!
//! Discord's snowflakes are unsigned 64-bit numbers that stay far below 2⁶³; SQLite knows only
//! signed ones. Every id is therefore an `i64` here, and is never turned into a float.

/// 2015-01-01T00:00:00Z in milliseconds, the zero of every snowflake.
pub const DISCORD_EPOCH_MS: i64 = 1_420_070_400_000;

/// Declares types of row ids; each feature declares those of its own tables.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, sqlx::Type, serde::Serialize, serde::Deserialize)]
        #[sqlx(transparent)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl $name {
            /// The number itself, as it is stored.
            pub const fn get(self) -> i64 {
                self.0
            }
        }

        impl From<i64> for $name {
            fn from(id: i64) -> Self {
                Self(id)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )*};
}

pub(crate) use ids;

macro_rules! snowflakes {
    ($($(#[$doc:meta])* $name:ident <=> $discord:ident),* $(,)?) => {
        ids!($($(#[$doc])* $name),*);
        $(
            impl $name {
                /// When Discord made this id, in unix milliseconds.
                pub const fn created_ms(self) -> i64 {
                    (self.0 >> 22) + DISCORD_EPOCH_MS
                }
            }

            impl From<serenity::all::$discord> for $name {
                fn from(id: serenity::all::$discord) -> Self {
                    Self(id.get().cast_signed())
                }
            }

            impl From<$name> for serenity::all::$discord {
                fn from(id: $name) -> Self {
                    Self::new(id.0.cast_unsigned())
                }
            }
        )*
    };
}

snowflakes! {
    /// A server.
    GuildId <=> GuildId,
    /// A channel or a thread.
    ChannelId <=> ChannelId,
    /// A person or a bot, in a guild or not.
    MemberId <=> UserId,
    /// A role; the role of everyone has the id of its guild.
    RoleId <=> RoleId,
    /// A message.
    MessageId <=> MessageId,
    /// An event in the list of a server's events.
    ScheduledEventId <=> ScheduledEventId,
    /// One press, command or form.
    InteractionId <=> InteractionId,
    /// The bot as an application.
    ApplicationId <=> ApplicationId,
}

ids! {
    /// A row of the outbox: something that must happen on Discord.
    OutboxId,
    /// A row of the queue of jobs.
    JobId,
}
