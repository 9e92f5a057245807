//! Phrases that several views share: points, steps of the ladder, and what became of what.

use crate::clock::Timestamp;
use crate::discord::outbox::{Effect, FailureReason};
use crate::error::{Arg, Message};
use crate::features::moderation::rules::ladder::{Rung, Step};
use crate::features::moderation::rules::link::Link;
use crate::features::moderation::rules::points::Severity;
use crate::features::moderation::{
    About, Act, ActState, AutoMod, Case, CaseDetails, Did, Kind, Lapse, Notice, NoticeState, Says, Way,
};
use crate::i18n::{Locale, Span, say};
use crate::text::limits;
use crate::text::safe::{Safe, visible};

/// How much of a quoted message is shown.
const QUOTE: usize = 200;

/// How a case is called: the number as it is typed, without marks between its digits.
pub fn number(number: i64) -> String {
    number.to_string()
}

/// Words of a person, no longer than this many UTF-16 units as they are shown.
pub fn said(text: &str, most: usize) -> String {
    // Made visible before it is cut: a hidden character grows.
    limits::cut(&visible(text), most)
}

/// Whom a case is about: a person, or so many that a prune removed.
pub fn whom(case: &Case) -> Message {
    match case.pruned {
        Some(count) => Message::new("case-pruned").with("count", count),
        None => Message::new("case-person").with("member", case.member),
    }
}

/// Who recorded a case: somebody of the staff, or Discord's AutoMod.
pub fn actor(case: &Case) -> Message {
    if case.is_by_automod() {
        return Message::new("case-by-automod");
    }
    Message::new("case-person").with("member", case.actor)
}

/// What a case is.
pub fn kind(case: &Case) -> Message {
    // It is kept like a note, and is none that somebody has written.
    if case.is_by_automod() && case.kind == Kind::Note {
        Message::new("case-kind-automod")
    } else {
        case.kind.message()
    }
}

/// What AutoMod did, and where.
pub fn automod(did: &AutoMod) -> impl Iterator<Item = Message> {
    let counts = did.counts.iter().filter(|(_, times)| *times > 0).map(|(did, times)| {
        let key = match did {
            Did::Block => "automod-block",
            Did::Alert => "automod-alert",
            Did::Timeout => "automod-timeout",
            Did::Other => "automod-other",
        };
        Message::new(key).with("times", *times)
    });
    let channels = did.channels.iter().map(|channel| Message::new("automod-channel").with("channel", *channel));
    let channels = listed(channels).map(|channels| Message::new("automod-where").with("channels", channels));
    counts.chain(channels)
}

/// An instant, with how far away it is.
pub fn instant(at: Timestamp) -> Message {
    Message::new("case-at").with("at", Arg::Time(at, 'F')).with("ago", Arg::Time(at, 'R'))
}

/// "5 points".
pub fn points(count: i64) -> Message {
    Message::new("points").with("points", count)
}

/// "minor", "serious", "severe".
pub fn severity(severity: Severity) -> Message {
    Message::new(match severity {
        Severity::Minor => "severity-minor",
        Severity::Serious => "severity-serious",
        Severity::Severe => "severity-severe",
    })
}

/// What follows at a rung.
pub fn step(rung: Rung) -> Message {
    match rung.step {
        Step::Timeout(length) => {
            let length = Span::of_seconds(length.as_secs_f64()).message();
            Message::new("step-timeout").with("length", length)
        }
        Step::Kick => Message::new("step-kick"),
        Step::Ban => Message::new("step-ban"),
        Step::Decide => Message::new("step-decide"),
    }
}

/// "2 warnings".
pub fn counted(kind: Kind, count: i64) -> Message {
    let key = match kind {
        Kind::Note => "moderation-notes",
        Kind::Warn => "moderation-warnings",
        Kind::Timeout => "moderation-timeouts",
        Kind::Untimeout => "moderation-untimeouts",
        Kind::Kick => "moderation-kicks",
        Kind::Ban => "moderation-bans",
        Kind::Unban => "moderation-unbans",
    };
    Message::new(key).with("value", count)
}

/// "this, that, the other"; `None` of nothing.
pub fn listed(parts: impl IntoIterator<Item = Message>) -> Option<Message> {
    parts.into_iter().reduce(|list, next| Message::new("moderation-list").with("list", list).with("next", next))
}

/// "this, that and the other"; `None` of nothing.
pub fn all_of(parts: impl IntoIterator<Item = Message>) -> Option<Message> {
    let mut parts: Vec<Message> = parts.into_iter().collect();
    let last = parts.pop()?;
    Some(match listed(parts) {
        Some(list) => Message::new("moderation-list-last").with("list", list).with("next", last),
        None => last,
    })
}

/// One message below the other.
pub fn lines(locale: Locale, lines: impl IntoIterator<Item = Message>) -> Safe {
    Safe::join(lines.into_iter().map(|line| say(locale, &line)), "\n")
}

/// The message that something is about: what it said, and where it stands.
pub fn message(locale: Locale, about: &About) -> Option<Safe> {
    let quote = about.quote.as_ref().filter(|quote| !quote.is_empty());
    let quote = quote.map(|quote| say(locale, &Message::new("warn-quote").with("quote", said(quote, QUOTE))));
    let link = about.link.as_ref().map(|link| match link.parse::<Link>() {
        // Discord's own address, and nothing that a person wrote.
        Ok(link) => Safe::ours(link.to_string()),
        Err(_) => Safe::escape(link),
    });
    let parts: Vec<Safe> = quote.into_iter().chain(link).collect();
    (!parts.is_empty()).then(|| Safe::join(parts, " "))
}

/// What became of what a case does on Discord.
pub fn act_state(case: &Case) -> Option<Message> {
    let act = &case.act;
    let why = || refusal(act.why.as_deref(), effect(case));
    Some(match (act.state, case.until) {
        (ActState::None, _) => return None,
        _ if case.is_lifting() => Message::new("act-lifting"),
        (ActState::Applied, _) if case.is_kick_by_ban() && act.lift.is_some() => match act.why {
            Some(_) => Message::new("act-not-let-in").with("why", why()),
            None => Message::new("act-letting-in"),
        },
        (ActState::Applied, _) if case.is_kick_by_ban() && act.why.is_some() => Message::new("act-left-banned"),
        (ActState::Waiting, _) => Message::new("act-waiting"),
        (ActState::Applied, Some(until)) if case.kind == Kind::Timeout => in_force(act, until, why),
        (ActState::Applied, _) if act.why.is_some() => Message::new("act-not-lifted").with("why", why()),
        (ActState::Applied, Some(until)) => Message::new("act-in-force").with("until", instant(until)),
        (ActState::Applied, None) => Message::new("act-done"),
        (ActState::Failed, _) => Message::new("act-failed").with("why", why()),
        (ActState::Unknown, _) => Message::new("act-unknown"),
        (ActState::Lifted, _) => Message::new("act-lifted"),
        (ActState::Ended, _) => Message::new("act-ended"),
        (ActState::Superseded, _) => match act.replaced_by {
            Some(by) => Message::new("act-replaced").with("number", number(by)),
            None => Message::new("act-superseded"),
        },
    })
}

/// The case that keeps the person out although this one was voided, for staff.
pub fn still_held(whole: &CaseDetails) -> Option<Message> {
    let beside = whole.still_held()?;
    let number = number(beside.number);
    Some(match beside.until {
        Some(until) => Message::new("void-beside-until").with("number", number).with("until", instant(until)),
        None => Message::new("void-beside").with("number", number),
    })
}

/// Which messages of a person are deleted with their ban or kick, and how a kick does that.
pub fn deleted(case: &Case) -> Option<Message> {
    let span = Span::of_seconds(f64::from(case.delete_seconds)).message();
    let act = &case.act;
    let is_let_in = act.state == ActState::Applied && act.lift.is_none() && act.why.is_none();
    let is_in = case.is_kick_by_ban() && is_let_in;
    let key = if is_in { "act-deletes-by-ban" } else { "act-deletes" };
    (case.delete_seconds > 0).then(|| Message::new(key).with("span", span))
}

/// A timeout that was in force, and is, unless it has run out in its course.
fn in_force(act: &Act, until: Timestamp, why: impl Fn() -> Message) -> Message {
    let failed = act.why.is_some();
    match (act.lapse, act.until) {
        (Some(Lapse { since, until: None }), _) if failed => {
            Message::new("act-lapsed-why").with("since", instant(since)).with("why", why())
        }
        (Some(Lapse { since, until: None }), _) => Message::new("act-lapsed").with("since", instant(since)),
        _ if failed && act.lift.is_some() => Message::new("act-not-lifted").with("why", why()),
        (_, Some(told)) if failed && told != until => {
            Message::new("act-not-moved").with("until", instant(told)).with("why", why())
        }
        _ if failed => Message::new("act-not-lifted").with("why", why()),
        (Some(Lapse { since, until: Some(resumed) }), _) => Message::new("act-resumed")
            .with("state", Message::new("act-in-force").with("until", instant(until)))
            .with("since", Arg::Time(since, 'f'))
            .with("until", Arg::Time(resumed, 'f')),
        (None, Some(told)) if told != until && act.asked == Some(until) => {
            Message::new("act-moving").with("until", instant(told)).with("next", instant(until))
        }
        (None, _) => Message::new("act-in-force").with("until", instant(until)),
    }
}

/// The effect that a case was to have, as far as the name of a permission depends on it.
fn effect(case: &Case) -> Option<Effect> {
    let (member, reason) = (case.member, String::new());
    match case.kind {
        Kind::Note | Kind::Warn => None,
        Kind::Timeout | Kind::Untimeout => Some(Effect::Timeout { member, until: None, reason }),
        Kind::Kick if !case.is_kick_by_ban() => Some(Effect::Kick { member, reason }),
        Kind::Kick | Kind::Ban => Some(Effect::Ban { member, delete_message_seconds: 0, reason }),
        Kind::Unban => Some(Effect::Unban { member, reason }),
    }
}

/// Why something was not done, by the word that the outbox has for it.
pub fn refusal(why: Option<&str>, effect: Option<Effect>) -> Message {
    why.and_then(FailureReason::from_stored).unwrap_or(FailureReason::Refused).message(effect.as_ref())
}

/// What became of the notices of a case, for staff.
pub fn notices(whole: &CaseDetails) -> impl Iterator<Item = Message> {
    let last = whole.notices.iter().rfind(|notice| notice.says == Says::Case).map(|notice| notice.id);
    whole.notices.iter().map(move |notice| match (notice.way, notice.state, notice.says) {
        // What was tried after it says whether they have been told.
        (_, NoticeState::Closed, Says::Case) if Some(notice.id) != last => Message::new("notice-closed-before"),
        (Way::Channel, NoticeState::OrderEnded, Says::Case) if whole.silences() => {
            Message::new("notice-channel-later").with("channel", notice.channel)
        }
        _ => notice_state(notice),
    })
}

fn notice_state(notice: &Notice) -> Message {
    let post = || Effect::Post { channel: notice.channel, body: serde_json::Value::Null };
    let state = match (notice.way, notice.state) {
        (_, NoticeState::Read) => Message::new("notice-read"),
        (_, NoticeState::Withdrawn) => Message::new("notice-withdrawn"),
        (_, NoticeState::Closed) => Message::new("notice-closed"),
        (Way::Dm, NoticeState::Waiting) => Message::new("notice-dm-waiting"),
        (Way::Dm, NoticeState::OrderEnded) => Message::new("notice-dm-delivered"),
        (Way::Dm, NoticeState::Unknown) => Message::new("notice-dm-unknown"),
        (Way::Dm, NoticeState::Failed) => {
            Message::new("notice-dm-failed").with("why", refusal(notice.why.as_deref(), None))
        }
        (Way::Channel, NoticeState::Waiting) => Message::new("notice-channel-waiting").with("channel", notice.channel),
        (Way::Channel, NoticeState::OrderEnded) => {
            Message::new("notice-channel-delivered").with("channel", notice.channel)
        }
        (Way::Channel, NoticeState::Unknown) => Message::new("notice-channel-unknown").with("channel", notice.channel),
        (Way::Channel, NoticeState::Failed) => Message::new("notice-channel-failed")
            .with("channel", notice.channel)
            .with("why", refusal(notice.why.as_deref(), Some(post()))),
    };
    match notice.says {
        Says::Case => state,
        Says::Withdrawal => Message::new("notice-of-withdrawal").with("state", state),
    }
}
