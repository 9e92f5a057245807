//! Moderation: what staff note and decide about members, as numbered cases.
//!
//! `/note` writes down what the team should know, `/warn` warns a member after a preview and fires the
//! ladder, `/timeout`, `/untimeout`, `/kick`, `/ban` and `/unban` act at once; `/purge` deletes messages
//! after a preview, `/slowmode`, `/lock` and `/unlock` say how often people write in a channel, and who;
//! `/mass` acts on many people at once; `/case` reads what is on record, changes it, takes it back and links
//! it, `/history` says what holds of a person. `/mycases` and `/ladder` are for everyone.

pub mod actions;
mod amend;
pub mod appeals;
mod automod;
mod bans;
mod by_hand;
mod commands;
mod components;
pub mod contact;
mod digest;
mod expiry;
mod export;
mod imports;
mod kicks;
mod listen;
mod locks;
mod masses;
pub mod mediation;
mod orders;
mod purges;
pub mod raids;
mod record;
pub mod reports;
pub mod rulebook;
mod rules;
mod settings;
mod slowmodes;
mod store;
mod tables;
mod timeouts;
mod views;
mod warning;

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serenity::all::{GatewayIntents, Permissions};

use crate::clock::Timestamp;
use crate::discord::access::permission;
use crate::discord::ui::autocomplete::Suggestion;
use crate::error::{Arg, Error, Message, Result};
use crate::feature::Feature;
use crate::feature::card::{Card, CardName};
use crate::feature::setting::Setting;
use crate::features::setup::setting_types;
use crate::i18n::plain;
use crate::ids::{ChannelId, GuildId, MemberId, MessageId, OutboxId, ids};

use self::appeals::Appeal;
use self::raids::RaidId;
use self::reports::ReportId;
use self::rules::import::Reading;
use self::rules::ladder::{self, Ladder, Rung};
use self::rules::lock::Touched;
use self::rules::points::{self, Points, Severity};
use self::rules::purge::Chosen;

/// Where decisions are posted for the team.
const MOD_LOG: Setting = setting_types::staff_channel("mod_log", "setting-mod_log");

/// What follows from points.
const LADDER: Setting = Setting {
    name: "ladder",
    about: "setting-ladder",
    is_channel: false,
    default: |_, _| Message::new("setting-ladder-value").with("ladder", ladder::DEFAULT),
    parse: |_, _, typed| Ok(typed.parse::<Ladder>()?.to_string()),
    show: |value| Message::new("setting-ladder-value").with("ladder", value),
    suggest: |_, _, _, _| [ladder::DEFAULT, "off"].map(|ladder| Suggestion::new(ladder, ladder)).to_vec(),
    notes: |_, _, _| Vec::new(),
};

/// How long points count.
const POINTS_EXPIRE: Setting = Setting {
    name: "points_expire",
    about: "setting-points_expire",
    is_channel: false,
    default: |_, _| days(points::TERM_DAYS),
    parse: |_, _, typed| Ok(points::term(typed)?.to_string()),
    show: |value| days(value.parse().unwrap_or(points::TERM_DAYS)),
    suggest: |_, _, reader, typed| {
        let offered = points::term(typed).map_or_else(|_| vec![30, 60, 90, 180, 365], |days| vec![days]);
        offered.into_iter().map(|count| Suggestion::new(plain(reader, &days(count)), count.to_string())).collect()
    },
    notes: |_, _, _| Vec::new(),
};

fn days(days: i64) -> Message {
    Message::new("span-days").with("days", days)
}

/// Whether what Discord's AutoMod does becomes cases.
const AUTOMOD_CASES: Setting = setting_types::off("automod_cases", "setting-automod_cases");

/// Who records what Discord's AutoMod did: nobody of the server.
pub const AUTOMOD: MemberId = MemberId(0);

/// What Steward needs for a private thread with members that is locked in the end, and its card for the staff.
const PRIVATE_THREAD_NEEDS: &[(Permissions, &str)] = &[
    (Permissions::EMBED_LINKS, "needs-embed-links"),
    (Permissions::CREATE_PRIVATE_THREADS, "needs-private-threads"),
    (Permissions::SEND_MESSAGES_IN_THREADS, "needs-write-in-private-threads"),
    (Permissions::MANAGE_THREADS, "needs-lock-private-threads"),
];

/// *Needs a decision*, the card for managers.
const DECISION: CardName = CardName::new("moderation", "decision");

ids! {
    /// A case; people know it by its number.
    CaseId,
    /// What a person is told about a case.
    NoticeId,
    /// What managers are asked to decide.
    DecisionId,
    /// What somebody is asked before a case is voided.
    VoidPromptId,
    /// Messages that were deleted at once.
    PurgeId,
    /// A channel that was locked.
    LockId,
    /// A slowmode that was set.
    SlowmodeId,
    /// What is done to many people at once.
    MassId,
    /// Cases that were brought in a file.
    ImportId,
}

/// The form of the feature.
pub fn feature() -> Feature {
    Feature {
        actions: actions::ALL,
        commands: || {
            vec![
                commands::note(),
                commands::warn::warn(),
                commands::warn::warn_member(),
                commands::warn::warn_author(),
                commands::timeout::timeout(),
                commands::timeout::untimeout(),
                commands::ban::kick(),
                commands::ban::ban(),
                commands::ban::unban(),
                commands::channel::purge(),
                commands::channel::slowmode(),
                commands::lock::lock(),
                commands::lock::unlock(),
                commands::mass::mass(),
                commands::case(),
                commands::history::history(),
                commands::history::mycases(),
                commands::history::ladder(),
            ]
        },
        routes: components::ROUTES,
        listen: Some(|app, event| Box::pin(listen::event(app, event))),
        on_order_ended: Some(|tx, order, now| Box::pin(orders::delivered(tx, order, now))),
        jobs: &[
            timeouts::END,
            timeouts::RENEW,
            bans::LIFT,
            kicks::LET_IN,
            masses::NEXT,
            by_hand::CATCH_UP,
            automod::LOOK,
        ],
        cards: &[record::DECISION_CARD, masses::CARD, imports::CARD],
        tables: tables::TABLES,
        settings: &[MOD_LOG, LADDER, POINTS_EXPIRE, AUTOMOD_CASES],
        on_setting_tx: Some(|tx, guild, setting, now| Box::pin(automod::turned(tx, guild, setting, now))),
        intents: GatewayIntents::GUILDS
            .union(GatewayIntents::GUILD_MODERATION)
            .union(GatewayIntents::AUTO_MODERATION_EXECUTION),
        permissions: &[
            (Permissions::MODERATE_MEMBERS, "needs-moderate-members"),
            (Permissions::KICK_MEMBERS, "needs-kick-members"),
            (Permissions::BAN_MEMBERS, "needs-ban-members"),
            (Permissions::MANAGE_MESSAGES, "needs-manage-messages"),
            (Permissions::MANAGE_CHANNELS, "needs-slowmode"),
            (Permissions::MANAGE_ROLES, "needs-lock"),
            (Permissions::MANAGE_THREADS, "needs-lock-thread"),
            (Permissions::VIEW_AUDIT_LOG, "needs-acts-by-hand"),
            (Permissions::SEND_MESSAGES, "needs-send-messages"),
            (Permissions::EMBED_LINKS, "needs-embed-links"),
            (Permissions::READ_MESSAGE_HISTORY, "needs-read-message-history"),
        ],
        digest: Some(|reading| Box::pin(digest::section(reading))),
        ..Feature::new("moderation")
    }
}

/// What a case records.
// Discord sends the place of a choice in this list, and a registered command may be old: append only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, poise::ChoiceParameter)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    #[name = "note"]
    Note,
    #[name = "warning"]
    Warn,
    #[name = "timeout"]
    Timeout,
    #[name = "timeout lifted"]
    Untimeout,
    #[name = "kick"]
    Kick,
    #[name = "ban"]
    Ban,
    #[name = "ban lifted"]
    Unban,
}

impl Source {
    /// The name of the bot.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Steward => "Steward",
            Self::Zeppelin => "Zeppelin",
            Self::Red => "Red",
            Self::Dyno => "Dyno",
            Self::Mee6 => "MEE6",
            Self::Yagpdb => "YAGPDB",
        }
    }
}

impl Kind {
    /// Every kind, as people choose among them.
    pub const ALL: [Self; 7] =
        [Self::Note, Self::Warn, Self::Timeout, Self::Untimeout, Self::Kick, Self::Ban, Self::Unban];

    /// As it is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warn => "warn",
            Self::Timeout => "timeout",
            Self::Untimeout => "untimeout",
            Self::Kick => "kick",
            Self::Ban => "ban",
            Self::Unban => "unban",
        }
    }

    /// From what is stored.
    pub fn from_stored(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    /// Its name for people.
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::Note => "case-kind-note",
            Self::Warn => "case-kind-warn",
            Self::Timeout => "case-kind-timeout",
            Self::Untimeout => "case-kind-untimeout",
            Self::Kick => "case-kind-kick",
            Self::Ban => "case-kind-ban",
            Self::Unban => "case-kind-unban",
        })
    }

    /// Whether it does something on Discord, besides being on record.
    pub const fn acts(self) -> bool {
        !matches!(self, Self::Note | Self::Warn)
    }
}

/// Words that are stored as they are called here.
macro_rules! stored {
    ($($(#[$doc:meta])* $name:ident { $($(#[$inner:meta])* $variant:ident = $text:literal),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name {
            $($(#[$inner])* $variant,)*
        }

        impl $name {
            /// As it is stored.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)*
                }
            }

            /// From what is stored.
            ///
            /// # Errors
            /// Fault, if it is a word of a newer version.
            pub fn from_stored(text: &str) -> Result<Self> {
                match text {
                    $($text => Ok(Self::$variant),)*
                    _ => Err(Error::fault(format!(concat!("an unknown ", stringify!($name), " {}"), text))),
                }
            }
        }
    )*};
}

stored! {
    /// How far what a case does on Discord is.
    ActState {
        /// It does nothing there.
        None = "none",
        /// On its way.
        Waiting = "waiting",
        Applied = "applied",
        /// It could not be done; the case says why.
        Failed = "failed",
        /// Nobody knows whether it was done.
        Unknown = "unknown",
        /// Taken back before its time.
        Lifted = "lifted",
        /// Over, as it was meant to be.
        Ended = "ended",
        /// Somebody has decided otherwise since, or a later case of ours has, and that holds.
        Superseded = "superseded",
    }

    /// How a person is told.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    Way {
        /// A direct message.
        Dm = "dm",
        /// A word in a channel, with a button that shows the rest to them alone.
        Channel = "channel",
    }

    /// What became of a notice.
    NoticeState {
        /// On its way.
        Waiting = "waiting",
        /// It reached the person, or stands in the channel.
        OrderEnded = "delivered",
        /// They opened it.
        Read = "read",
        /// They take no direct messages.
        Closed = "closed",
        /// It could not be sent; the notice says why.
        Failed = "failed",
        /// Nobody knows whether it was sent.
        Unknown = "unknown",
        /// Taken back before it was sent.
        Withdrawn = "withdrawn",
    }

    /// What a notice says.
    Says {
        /// That there is a case.
        Case = "case",
        /// That it was taken back.
        Withdrawal = "withdrawal",
    }

    /// Whether the mod log has a case.
    LogState {
        /// There is no mod log, or it is not for the mod log.
        None = "none",
        /// On its way.
        Waiting = "waiting",
        Posted = "posted",
        /// It could not be posted; the case says why.
        Failed = "failed",
    }

    /// What is done to many people at once.
    #[derive(Serialize, Deserialize, poise::ChoiceParameter)]
    #[serde(rename_all = "snake_case")]
    MassKind {
        #[name = "timeout"]
        Timeout = "timeout",
        #[name = "kick"]
        Kick = "kick",
        #[name = "ban"]
        Ban = "ban",
    }

    /// How far what is done to many is.
    MassState {
        /// It waits for a manager.
        Held = "held",
        Running = "running",
        Done = "done",
        /// A manager has dismissed it.
        Dismissed = "dismissed",
    }

    /// What the clean-up of a raid is to the brake on kicks and bans.
    Cleanup {
        /// It is held like every other mass act.
        Braked = "braked",
        /// It is done at once, and does not count for later ones: Steward has seen the raid itself.
        AtOnce = "at_once",
    }

    /// How far a lock of a channel is.
    LockState {
        /// On its way.
        Locking = "locking",
        Locked = "locked",
        /// It is being opened.
        Unlocking = "unlocking",
        Unlocked = "unlocked",
        /// It could not be locked; the lock says why.
        Failed = "failed",
        /// The channel was deleted.
        Gone = "gone",
        /// Somebody had changed it by hand, and it was locked again.
        Replaced = "replaced",
    }

    /// Which bot a file with cases came from.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    Source {
        /// Steward, or a table that somebody has made.
        Steward = "steward",
        Zeppelin = "zeppelin",
        Red = "red",
        Dyno = "dyno",
        Mee6 = "mee6",
        Yagpdb = "yagpdb",
    }

    /// What Discord's AutoMod does.
    Did {
        /// A message was not sent.
        Block = "block",
        /// Staff were told of it in a channel that they have chosen for it.
        Alert = "alert",
        Timeout = "timeout",
        /// Something newer, such as keeping a member from all that others see.
        Other = "other",
    }

    /// Whether managers have decided.
    DecisionState {
        Open = "open",
        /// Something was done.
        Acted = "acted",
        /// Nothing more is to be done.
        Dismissed = "dismissed",
        /// The warning was taken back.
        Withdrawn = "withdrawn",
    }
}

/// What a case is about, beyond its reason. All but the quote in the words of whoever recorded it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The rule, in the words of its day.
    pub rule: Option<String>,
    pub evidence: Option<String>,
    /// The message it is about.
    pub link: Option<String>,
    /// That message as it was.
    pub quote: Option<String>,
}

/// A record about a member, before it has its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCase {
    pub guild: GuildId,
    pub kind: Kind,
    pub member: MemberId,
    /// Who records it; of what Discord's AutoMod did, nobody of the server.
    pub actor: MemberId,
    /// In the actor's words, as typed.
    pub reason: String,
    pub at: Timestamp,
    /// Of a warning.
    pub severity: Option<Severity>,
    pub about: About,
    /// When what it does on Discord ends; `None` for never, or for what has no end.
    pub until: Option<Timestamp>,
    /// The number of the warning that it follows from.
    pub cause: Option<i64>,
    /// How long its points count.
    pub term: Duration,
    /// Of a ban or kick: the person's messages of the last so many seconds are deleted with it.
    pub delete_seconds: u32,
    /// Where it was done by hand in Discord: its entry in the audit log there.
    pub entry: Option<i64>,
    /// Of a prune: how many people it removed.
    pub pruned: Option<i64>,
}

impl NewCase {
    /// With nothing but its reason.
    pub fn plain(
        guild: GuildId,
        kind: Kind,
        member: MemberId,
        actor: MemberId,
        reason: impl Into<String>,
        at: Timestamp,
    ) -> Self {
        let (severity, about, until, cause) = (None, About::default(), None, None);
        let (reason, term) = (reason.into(), points::term_of(points::TERM_DAYS));
        let (delete_seconds, entry, pruned) = (0, None, None);
        Self {
            guild,
            kind,
            member,
            actor,
            reason,
            at,
            severity,
            about,
            until,
            cause,
            term,
            delete_seconds,
            entry,
            pruned,
        }
    }

    /// What it adds while it counts.
    pub fn points(&self) -> Option<Points> {
        self.severity.map(|severity| Points::given(severity, self.at, self.term))
    }
}

/// A record about a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    pub id: CaseId,
    pub guild: GuildId,
    pub number: i64,
    pub kind: Kind,
    pub member: MemberId,
    pub actor: MemberId,
    pub reason: String,
    pub at: Timestamp,
    pub severity: Option<Severity>,
    /// What it added, whether it still counts or not.
    pub points: Option<Points>,
    pub about: About,
    pub cause: Option<i64>,
    pub until: Option<Timestamp>,
    /// Of a ban or kick: the person's messages of the last so many seconds are deleted with it.
    pub delete_seconds: u32,
    /// Where it was done by hand in Discord: its entry in the audit log there.
    pub entry: Option<i64>,
    /// Of a prune: how many people it removed. It is about nobody else then.
    pub pruned: Option<i64>,
    /// Where it was brought in a file.
    pub imported: Option<Imported>,
    pub act: Act,
    pub log: Log,
    pub voided: Option<Voided>,
}

/// Where a case came from that was brought in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    pub import: ImportId,
    /// What it was called there: its number or id.
    pub original: Option<String>,
}

/// How far what a case does on Discord is; of a case that does nothing there, nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    pub state: ActState,
    /// Why it is not applied, or could not be lifted: a word of the outbox.
    pub why: Option<String>,
    /// What does it.
    pub order: Option<OutboxId>,
    /// What takes it back, once somebody has asked for that. Of a kick that deletes messages: what lets the person in
    /// again, until that is done.
    pub lift: Option<OutboxId>,
    /// The end of a timeout as Discord was last told it.
    pub until: Option<Timestamp>,
    /// The end that Discord was asked for since, until it is known whether it heard that.
    pub asked: Option<Timestamp>,
    /// That a timeout ran out although it was to go on.
    pub lapse: Option<Lapse>,
    /// When it was over.
    pub ended_at: Option<Timestamp>,
    /// Of a ban: the number of the later case of ours that took its place.
    pub replaced_by: Option<i64>,
}

/// A time in which a timeout was not in force although it was to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lapse {
    pub since: Timestamp,
    /// When it was set again, if it was.
    pub until: Option<Timestamp>,
}

/// The message of a case in the mod log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    pub state: LogState,
    /// Why it is not there: a word of the outbox.
    pub why: Option<String>,
    pub order: Option<OutboxId>,
}

/// That a case does not count any more, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voided {
    pub at: Timestamp,
    pub by: MemberId,
    pub reason: String,
}

/// What a person is told about a case of theirs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub id: NoticeId,
    pub guild: GuildId,
    pub case: CaseId,
    pub says: Says,
    pub way: Way,
    /// Where the case was made, and where a notice in a channel stands.
    pub channel: ChannelId,
    pub state: NoticeState,
    /// Why it failed: a word of the outbox.
    pub why: Option<String>,
    /// Its order, once it is on its way.
    pub order: Option<OutboxId>,
}

/// A warning that somebody looks at before they confirm it, with the channel where it was begun, and where a
/// notice in a channel would stand.
pub type Draft = crate::feature::draft::Draft<WarningSpec>;

/// What somebody is about to warn a person of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WarningSpec {
    pub member: MemberId,
    pub reason: String,
    pub severity: Severity,
    pub about: About,
    /// How the person is to be told, if at all.
    pub notify: Option<Way>,
    /// The report that it settles.
    pub report: Option<ReportId>,
}

/// What a preview showed that somebody else may have changed since.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewSnapshot {
    /// Number of the last case about the person; 0 for none.
    pub case: i64,
    /// What it fires, as [`Fires`](rules::warning::Fires) writes it.
    pub fires: String,
}

/// What managers are asked to decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    pub id: DecisionId,
    pub guild: GuildId,
    /// The warning that crossed the rung.
    pub case: CaseId,
    pub rung: Rung,
    pub state: DecisionState,
    pub decided: Option<(MemberId, Timestamp)>,
    /// What was done.
    pub number: Option<i64>,
}

/// A case with everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseDetails {
    pub case: Case,
    /// What the ladder or managers added to it.
    pub followed: Vec<Case>,
    /// In the order in which they were asked for.
    pub notices: Vec<Notice>,
    pub decision: Option<Decision>,
    /// How the card stands on which that is asked.
    pub decision_card: Card,
    /// What stood in it before, in the order in which it was changed.
    pub edits: Vec<Edit>,
    /// The numbers of the cases that it is linked with.
    pub links: Vec<i64>,
    /// In the order in which they were made.
    pub appeals: Vec<Appeal>,
    /// The file that brought it.
    pub import: Option<CaseImport>,
    /// The numbers of the bans that one of it took the place of.
    pub replaces: Vec<i64>,
    /// Where it was voided: another timeout or ban that keeps the person out all the same.
    pub beside: Option<Case>,
    /// What Discord's AutoMod did, where the case came of that.
    pub automod: Option<AutoMod>,
}

impl Did {
    /// All of it.
    pub const ALL: [Self; 4] = [Self::Block, Self::Alert, Self::Timeout, Self::Other];
}

/// Something that AutoMod did about a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub member: MemberId,
    pub did: Did,
    /// Its entry in the audit log; `None`, where it is told of as it happens.
    pub entry: Option<i64>,
    pub rule_id: Option<i64>,
    /// What the rule is called.
    pub rule: Option<String>,
    /// What the rule looks for, as Discord numbers it.
    pub looks_for: Option<i64>,
    /// Of a timeout: how long it is.
    pub length: Option<Duration>,
    pub channel: Option<ChannelId>,
    /// The message, where it was not blocked.
    pub message: Option<MessageId>,
    pub at: Timestamp,
}

/// What Discord's AutoMod did, all that belongs to one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AutoMod {
    /// What the rules are called, as far as that is known.
    pub rules: Vec<String>,
    /// What the rules look for, as Discord numbers it.
    pub looks_for: Vec<i64>,
    /// Where; the first few.
    pub channels: Vec<ChannelId>,
    /// How often it did what.
    pub counts: [(Did, i64); 4],
}

/// What stood in a case before somebody changed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub by: MemberId,
    pub at: Timestamp,
    pub before: Before,
}

/// One thing that a case said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Before {
    Reason(String),
    /// `None` for no end.
    Until(Option<Timestamp>),
}

/// What somebody is asked before they void a case: whether to lift what it did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub case: CaseId,
    pub actor: MemberId,
    /// Why it is to be voided.
    pub reason: String,
    /// Whether they have answered.
    pub answered: bool,
}

/// Messages that somebody is about to delete, from the channel of the draft.
pub type PurgeDraft = crate::feature::draft::Draft<PurgeSpec>;

/// The messages that a preview shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PurgeSpec {
    pub chosen: Chosen,
    /// How many people have written them.
    pub people: i64,
    /// How many were asked for.
    pub asked: i64,
    /// Whose alone.
    pub member: Option<MemberId>,
}

/// Messages that staff had deleted at once, and what became of that by now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Purge {
    pub id: PurgeId,
    pub guild: GuildId,
    pub channel: ChannelId,
    pub actor: MemberId,
    /// Whose messages alone were chosen.
    pub member: Option<MemberId>,
    /// How many people had written them.
    pub people: i64,
    pub chosen: i64,
    pub deleted: i64,
    pub failed: i64,
    /// Of so many Discord did not say whether they are gone.
    pub unknown: i64,
    /// Why some could not be deleted: a word of the outbox.
    pub why: Option<String>,
    /// What posts it in the mod log.
    pub log: Option<OutboxId>,
    pub at: Timestamp,
}

/// What somebody is about to do to many people at once.
pub type MassDraft = crate::feature::draft::Draft<MassSpec>;

/// What a preview shows of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MassSpec {
    pub act: MassKind,
    pub members: Vec<MemberId>,
    pub reason: String,
    /// How long it lasts; `None` for what has no end.
    pub seconds: Option<i64>,
}

/// What staff do to many people at once, or a kick or ban that waits for a manager.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MassAct {
    pub id: MassId,
    pub guild: GuildId,
    pub actor: MemberId,
    /// Where it was asked for.
    pub channel: ChannelId,
    pub act: MassKind,
    /// In the actor's words.
    pub reason: String,
    /// How long it lasts; `None` for what has no end.
    pub seconds: Option<i64>,
    /// Of a ban or kick: messages of the last so many seconds are deleted with it.
    pub delete_seconds: u32,
    /// It was one `/kick` or `/ban`, and is told as one.
    pub single: bool,
    /// Whether the person gets a notice.
    pub notify: bool,
    /// It removes people who came with a raid, and nobody of the staff.
    pub cleanup: Option<Cleanup>,
    /// The raid.
    pub raid: Option<RaidId>,
    pub state: MassState,
    /// The manager who confirmed or dismissed it.
    pub decided_by: Option<MemberId>,
    pub at: Timestamp,
    pub ended_at: Option<Timestamp>,
}

impl MassAct {
    /// One that begins now where nobody says where, without an end, without notices; it is not kept yet.
    pub const fn new(guild: GuildId, actor: MemberId, act: MassKind, reason: String, now: Timestamp) -> Self {
        Self {
            id: MassId(0),
            guild,
            actor,
            channel: ChannelId(0),
            act,
            reason,
            seconds: None,
            delete_seconds: 0,
            single: false,
            notify: false,
            cleanup: None,
            raid: None,
            state: MassState::Running,
            decided_by: None,
            at: now,
            ended_at: None,
        }
    }
}

/// One of many people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MassTarget {
    /// In the order in which they were named, from 0 on.
    pub place: i64,
    pub member: MemberId,
    /// What came of it.
    pub case: Option<CaseId>,
    /// Why nothing was done to them.
    pub why: Option<String>,
}

/// How far something is that is done to many people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MassSummary {
    pub people: i64,
    pub done: i64,
    /// To so many nothing was done, and the reason is known.
    pub not: i64,
    /// Of so many Discord did not say.
    pub unknown: i64,
    /// So many are still to come.
    pub open: i64,
    /// The first and the last number of their cases.
    pub numbers: Option<(i64, i64)>,
    /// The first few of them.
    pub named: Vec<MemberId>,
}

/// Cases that somebody is about to bring in a file.
pub type ImportDraft = crate::feature::draft::Draft<ImportSpec>;

/// What a preview shows of a file with cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportSpec {
    /// What the file is called.
    pub file: String,
    pub reading: Reading,
    /// Whether its warnings are to have points.
    pub with_points: bool,
}

/// Cases that were brought in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseImport {
    pub id: ImportId,
    pub guild: GuildId,
    pub actor: MemberId,
    pub source: Source,
    /// What the file was called.
    pub file: String,
    /// How many cases were recorded, at least one.
    pub added: i64,
    /// The number of the first of them; the others follow.
    pub first: i64,
    /// How many were on record before.
    pub known: i64,
    /// How many could not be read.
    pub left_out: i64,
    /// Whether its warnings have points.
    pub with_points: bool,
    pub at: Timestamp,
    /// When it was undone, and by whom.
    pub undone: Option<(Timestamp, MemberId)>,
}

/// A channel or thread that staff have locked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelLock {
    pub id: LockId,
    pub guild: GuildId,
    pub channel: ChannelId,
    pub actor: MemberId,
    /// In the actor's words; empty for none.
    pub reason: String,
    /// What it changed; `None` for a thread, of which only the lock itself is set.
    pub overwrites: Option<Vec<Touched>>,
    pub state: LockState,
    /// Why it could not be locked or opened: a word of the outbox, or "unknown".
    pub why: Option<String>,
    pub unlocked_by: Option<MemberId>,
    /// What posts it in the mod log.
    pub log: Option<OutboxId>,
    pub at: Timestamp,
    pub ended_at: Option<Timestamp>,
}

/// A slowmode that staff have set, for the mod log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slowmode {
    pub id: SlowmodeId,
    pub guild: GuildId,
    pub channel: ChannelId,
    pub actor: MemberId,
    /// Seconds between two messages until then, 0 for none.
    pub before: i64,
    pub seconds: i64,
    /// What posts it in the mod log.
    pub log: Option<OutboxId>,
    pub at: Timestamp,
}

impl Default for Act {
    fn default() -> Self {
        let (why, order, lift, until, asked, lapse) = (None, None, None, None, None, None);
        let (ended_at, replaced_by) = (None, None);
        Self { state: ActState::None, why, order, lift, until, asked, lapse, ended_at, replaced_by }
    }
}

impl Act {
    /// Whether Discord may hold it, or is about to.
    pub const fn is_open(&self) -> bool {
        matches!(self.state, ActState::Waiting | ActState::Applied | ActState::Unknown)
    }

    /// Whether what lifts it is on its way.
    const fn is_lifting(&self) -> bool {
        self.is_open() && self.lift.is_some() && self.why.is_none()
    }
}

impl Case {
    /// Whether it came of what Discord's AutoMod did.
    pub fn is_by_automod(&self) -> bool {
        self.actor == AUTOMOD
    }

    /// Whether it is a kick for which the person is banned and let in again.
    pub fn is_kick_by_ban(&self) -> bool {
        self.kind == Kind::Kick && self.delete_seconds > 0
    }

    /// Whether it is being taken back. A kick is not, where the person is let in again.
    pub fn is_lifting(&self) -> bool {
        self.kind != Kind::Kick && self.act.is_lifting()
    }
}

impl CaseDetails {
    /// The notice that did not get through, if nothing else was tried since.
    pub fn unheard(&self) -> Option<&Notice> {
        let last = self.notices.iter().rfind(|notice| notice.says == Says::Case)?;
        let unheard = matches!(last.state, NoticeState::Closed | NoticeState::Failed);
        (self.case.voided.is_none() && unheard && !self.removed()).then_some(last)
    }

    /// Whether the person is kicked or banned with it, or is about to be: they read no channel of the server.
    fn removed(&self) -> bool {
        let mut acts = std::iter::once(&self.case).chain(&self.followed);
        acts.any(|case| matches!(case.kind, Kind::Kick | Kind::Ban) && case.act.is_open())
    }

    /// What of it is lifted, or being lifted.
    fn lifted(&self) -> Option<&Case> {
        let mut acts = std::iter::once(&self.case).chain(&self.followed);
        acts.find(|case| case.is_lifting() || case.act.state == ActState::Lifted)
    }

    /// The timeout or ban that keeps the person out although that of this case is lifted, or no longer what holds.
    fn still_held(&self) -> Option<&Case> {
        let is_replaced = std::iter::once(&self.case).chain(&self.followed).any(|case| case.act.replaced_by.is_some());
        self.beside.as_ref().filter(|_| is_replaced || self.lifted().is_some())
    }

    /// Whether the person is in a timeout that came with it: Discord lets them press nothing in the server.
    pub fn silences(&self) -> bool {
        let mut acts = std::iter::once(&self.case).chain(&self.followed);
        acts.any(|case| case.kind == Kind::Timeout && case.act.state == ActState::Applied)
    }

    /// What is still on its way of the acts and the notices: what a person who waits wants to know.
    pub fn open_orders(&self) -> Vec<OutboxId> {
        let acts = std::iter::once(&self.case).chain(&self.followed).map(|case| &case.act);
        let acts = acts.flat_map(|act| {
            let order = act.order.filter(|_| act.state == ActState::Waiting || (act.is_open() && act.asked.is_some()));
            order.into_iter().chain(act.lift.filter(|_| act.is_lifting()))
        });
        let notices = self.notices.iter().filter(|notice| notice.state == NoticeState::Waiting);
        acts.chain(notices.filter_map(|notice| notice.order)).collect()
    }

    /// Its entry of the mod log, while that is still on its way.
    pub fn open_log(&self) -> Option<OutboxId> {
        self.case.log.order.filter(|_| self.case.log.state == LogState::Waiting)
    }
}

/// What a person at a moderation command can do something about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("a note without words")]
    EmptyNote,
    #[error("no case {0} here")]
    NoCase(i64),
    #[error("not a day: {0}")]
    NotADay(String),
    #[error("the range ends before it begins")]
    EmptyRange,
    #[error("an act without a reason")]
    NoReason,
    #[error("not a link to a message here: {0}")]
    NotALink(String),
    #[error("a timeout until {0:?} is running")]
    TimeoutRuns(Timestamp),
    #[error("{member} is in a longer timeout, until {until:?}")]
    TimedOutLonger {
        member: MemberId,
        until: Timestamp,
        /// The case, where it is one of ours.
        number: Option<i64>,
    },
    #[error("{0} is in no timeout")]
    NotTimedOut(MemberId),
    #[error("{member} is banned until {until:?}")]
    BannedBefore {
        member: MemberId,
        until: Option<Timestamp>,
        /// The case, where it is one of ours.
        number: Option<i64>,
    },
    #[error("{0} is not banned")]
    NotBanned(MemberId),
    #[error("Steward may not ban, which is how a kick deletes messages")]
    DeletesByBan,
    #[error("{0} cannot read {1}")]
    Unseen(MemberId, ChannelId),
    #[error("a severity that only moderators may give")]
    TooSevere,
    #[error("case {number} was voided before")]
    Voided { number: i64, by: MemberId, at: Timestamp },
    #[error("a case is voided without a reason")]
    NoVoidReason,
    #[error("the question is not kept any more, or was answered")]
    NoQuestion,
    #[error("nothing to edit was given")]
    NothingToEdit,
    #[error("case {0} is void, and is not edited")]
    EditVoided(i64),
    #[error("case {0} says that already")]
    EditSame(i64),
    #[error("case {0} is a {1:?}, which has no duration")]
    NoDuration(i64, Kind),
    #[error("the {1:?} of case {0} is not in force")]
    NotRunning(i64, Kind),
    #[error("a {kind:?} would have been over {until:?}")]
    OverByThen { kind: Kind, begun: Timestamp, until: Timestamp },
    #[error("a case linked with itself")]
    LinkItself,
    #[error("case {0} and case {1} are linked")]
    LinkedBefore(i64, i64),
    #[error("case {0} was recorded by {1}")]
    OfOthers(i64, MemberId),
    #[error("case {0} is somebody else's to undo")]
    UndoOfOthers(i64),
    #[error("case {0} is too old to undo")]
    UndoLate(i64),
    #[error("a notice for somebody else")]
    NotYours,
    #[error("somebody has seen to the notice")]
    NoticeSettled,
    #[error("{channel} was locked before")]
    LockedBefore { channel: ChannelId, by: MemberId, at: Timestamp },
    #[error("{0} is not locked")]
    NotLocked(ChannelId),
    #[error("{0} is being opened")]
    Unlocking(ChannelId),
    #[error("the cases are too many for a file on Discord")]
    ExportTooLarge,
    #[error("an import that was undone before")]
    ImportUndone { by: MemberId, at: Timestamp },
    #[error("an import that is too old to undo")]
    ImportLate,
    #[error("an import of {0}")]
    ImportOfOthers(MemberId),
}

impl Problem {
    /// Who was faster, and when.
    const fn voided(case: &Case, voided: &Voided) -> Self {
        Self::Voided { number: case.number, by: voided.by, at: voided.at }
    }
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        let numbered = |key: &'static str, number: i64| Message::new(key).with("number", number.to_string());
        Self::Told(match problem {
            Problem::EmptyNote => Message::new("note-empty"),
            Problem::NoCase(number) => Message::new("case-none").with("number", number.to_string()),
            Problem::NotADay(typed) => Message::new("case-not-a-day").with("typed", typed),
            Problem::EmptyRange => Message::new("case-empty-range"),
            Problem::NoReason => Message::new("warn-no-reason"),
            Problem::NotALink(typed) => Message::new("warn-not-a-link").with("typed", typed),
            Problem::TimeoutRuns(until) => Message::new("decision-runs").with("until", Arg::Time(until, 'F')),
            Problem::TimedOutLonger { member, until, number } => match number {
                Some(number) => Message::new("timeout-longer-case").with("number", number.to_string()),
                None => Message::new("timeout-longer"),
            }
            .with("member", member)
            .with("until", views::words::instant(until)),
            Problem::NotTimedOut(member) => Message::new("untimeout-none").with("member", member),
            Problem::BannedBefore { member, until, number } => match (until, number) {
                (_, None) => Message::new("ban-before"),
                (None, Some(number)) => numbered("ban-before-case", number),
                (Some(until), Some(number)) => {
                    numbered("ban-before-longer", number).with("until", views::words::instant(until))
                }
            }
            .with("member", member),
            Problem::NotBanned(member) => Message::new("unban-none").with("member", member),
            Problem::DeletesByBan => {
                Message::new("kick-needs-ban").with("permission", permission::names(Permissions::BAN_MEMBERS))
            }
            Problem::Unseen(member, channel) => {
                Message::new("notice-unseen").with("member", member).with("channel", channel)
            }
            Problem::TooSevere => Message::new("warn-too-severe"),
            Problem::Voided { number, by, at } => {
                numbered("void-before", number).with("by", by).with("at", views::words::instant(at))
            }
            Problem::NoVoidReason => Message::new("void-no-reason"),
            Problem::NoQuestion => Message::new("void-gone"),
            Problem::NothingToEdit => Message::new("edit-nothing"),
            Problem::EditVoided(number) => numbered("edit-voided", number),
            Problem::EditSame(number) => numbered("edit-same", number),
            Problem::NoDuration(number, kind) => numbered("edit-no-duration", number).with("kind", kind.message()),
            Problem::NotRunning(number, Kind::Ban) => numbered("edit-not-banned", number),
            Problem::NotRunning(number, _) => numbered("edit-not-running", number),
            Problem::OverByThen { kind, begun, until } => {
                let key = if kind == Kind::Ban { "edit-ban-over" } else { "edit-over" };
                Message::new(key).with("at", Arg::Time(begun, 'F')).with("ago", Arg::Time(until, 'R'))
            }
            Problem::LinkItself => Message::new("link-itself"),
            Problem::LinkedBefore(number, other) => numbered("link-before", number).with("other", other.to_string()),
            Problem::OfOthers(number, AUTOMOD) => numbered("case-of-automod", number),
            Problem::OfOthers(number, by) => numbered("case-of-others", number).with("by", by),
            Problem::UndoOfOthers(number) => Message::new("undo-of-others").with("number", number.to_string()),
            Problem::UndoLate(number) => Message::new("undo-late").with("number", number.to_string()),
            Problem::NotYours => Message::new("notice-not-yours"),
            Problem::NoticeSettled => Message::new("notice-settled"),
            Problem::LockedBefore { channel, by, at } => {
                Message::new("lock-before").with("channel", channel).with("by", by).with("ago", Arg::Time(at, 'R'))
            }
            Problem::NotLocked(channel) => Message::new("unlock-none").with("channel", channel),
            Problem::Unlocking(channel) => Message::new("unlock-before").with("channel", channel),
            Problem::ExportTooLarge => Message::new("case-export-large"),
            Problem::ImportUndone { by, at } => {
                Message::new("import-undone-before").with("by", by).with("ago", Arg::Time(at, 'R'))
            }
            Problem::ImportLate => Message::new("import-undo-late"),
            Problem::ImportOfOthers(by) => Message::new("import-undo-of-others").with("by", by),
        })
    }
}
