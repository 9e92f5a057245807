//! The script: who there is, what happens, and what is told of it.
//!
//! Six weeks are told, in [`october`] and [`november`]. Under them runs the everyday talk of
//! [`ordinary`], so that the figures have something to be compared with.

mod november;
mod october;
pub mod ordinary;

/// The server they meet on.
pub const SERVER: &str = "Crumb School";

/// Sunday evening: Steward is let in, and the story begins.
pub const BEGINS: &str = "2026-10-11T18:00:00Z";

/// Monday of the first week that Steward is there for.
pub const FIRST_MONDAY: &str = "2026-10-12T00:00:00Z";

/// Channels that everyone sees; beside them there are `staff` and, to talk in, the Kitchen.
pub const CHANNELS: [&str; 4] = ["hello", "help", "loaves", "lounge"];

/// What someone is on the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Post {
    Owner,
    Moderator,
    Helper,
    Member,
}

/// Who is there from the start: name, post, language of their Discord.
pub const CAST: [(&str, Post, &str); 8] = [
    ("mira", Post::Owner, "en-GB"),
    ("ana", Post::Moderator, "en-US"),
    ("ilya", Post::Helper, "ru"),
    ("tove", Post::Member, "en-GB"),
    ("bob", Post::Member, "en-US"),
    ("sam", Post::Member, "en-US"),
    ("greta", Post::Member, "en-GB"),
    ("dan", Post::Member, "ro"),
];

/// Forty accounts that come at once, and of which nobody wants anything.
pub const RAIDERS: [&str; 40] = [
    "gift01", "gift02", "gift03", "gift04", "gift05", "gift06", "gift07", "gift08", "gift09", "gift10", "gift11",
    "gift12", "gift13", "gift14", "gift15", "gift16", "gift17", "gift18", "gift19", "gift20", "gift21", "gift22",
    "gift23", "gift24", "gift25", "gift26", "gift27", "gift28", "gift29", "gift30", "gift31", "gift32", "gift33",
    "gift34", "gift35", "gift36", "gift37", "gift38", "gift39", "gift40",
];

/// What they write, and where.
pub const SPAM: &[(&str, &str)] = &[
    ("lounge", "FREE GIFT CARDS for the first 100!!! link in my profile"),
    ("loaves", "u won a gift card, check my profile NOW"),
    ("help", "FREE GIFT CARDS for the first 100!!!"),
];

/// Something that somebody does. People and channels are named; `@name` in a text is a mention.
#[derive(Debug, Clone, Copy)]
pub enum Act {
    Joins,
    /// The same with an account that was opened an hour ago.
    JoinsFresh,
    Leaves,
    Says(&'static str, &'static str),
    /// Replies to what somebody said last.
    Replies(&'static str, &'static str),
    /// Reacts to what somebody said last.
    Reacts(&'static str, &'static str),
    EntersVoice,
    LeavesVoice,
    /// Uses a command in a channel; so many lines of the answer are told.
    Uses(&'static str, &'static str, &'static [(&'static str, Value)], usize),
    /// Uses a command that their Discord does not offer them.
    Forces(&'static str, &'static str, &'static [(&'static str, Value)]),
    /// Presses a button of what they looked at last; so many lines of what comes are told.
    Presses(&'static str, usize),
    /// Presses a button of what Steward wrote last in a channel; what comes back is before them, and so
    /// many lines of it are told.
    PressesIn(&'static str, &'static str, usize),
    /// Presses a button of what Steward wrote last in a channel, or without one of what they looked at last, and sends
    /// the form that opens with this text; so many lines of what comes are told.
    Writes(Option<&'static str>, &'static str, &'static str, usize),
    /// Looks at what Steward wrote last in a channel; so many lines of it are told.
    LooksAt(&'static str, usize),
    /// Looks at what Steward wrote them last; so many lines of it are told.
    OpensDm(usize),
    /// Wants to write, and cannot.
    IsKeptFrom(&'static str, &'static str),
    /// Confirms the clean-up of a raid that they looked at last, which removes these people; so many lines of what comes
    /// are told.
    Cleans(&'static [&'static str], usize),
}

/// What is given for an option of a command.
#[derive(Debug, Clone, Copy)]
pub enum Value {
    Text(&'static str),
    Number(i64),
    Member(&'static str),
    Channel(&'static str),
}

/// One line of the script.
#[derive(Debug, Clone, Copy)]
pub enum Line {
    /// The storyteller speaks.
    Words(&'static str),
    /// Told: when, who, what.
    At(&'static str, &'static str, Act),
    /// Not told.
    Aside(&'static str, &'static str, Act),
    /// The [`RAIDERS`] come, three seconds after each other; the first two are told.
    Raid(&'static str),
}

/// A day that is told.
#[derive(Clone, Copy)]
pub struct Day {
    pub date: &'static str,
    pub lines: &'static [Line],
}

/// All of it, in order.
pub fn story() -> impl Iterator<Item = &'static Day> {
    october::DAYS.iter().chain(november::DAYS)
}
