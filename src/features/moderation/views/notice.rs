//! What a person is told about a case of theirs. Nobody is named in it but themself.

use crate::clock::Timestamp;
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::{Button, Embed, View};
use crate::error::{Arg, Message};
use crate::features::moderation::appeals::{offer as appeals, rules::Standing};
use crate::features::moderation::rules::ladder::Rung;
use crate::features::moderation::{ActState, Case, CaseDetails, Kind, Notice, NoticeId};
use crate::i18n::{Locale, say};
use crate::ids::MemberId;
use crate::text::safe::Safe;

use super::words;

/// How much of a reason is shown.
const REASON: usize = 1_000;

/// What a person is told.
pub struct NoticeParts<'a> {
    pub notice: NoticeId,
    pub case: &'a Case,
    /// What followed from it.
    pub followed: &'a [Case],
    /// Whether managers are asked what follows.
    pub card: bool,
    /// The server's name.
    pub server: &'a str,
    /// What counts now, this case included.
    pub active: i64,
    /// The next rung of the ladder above that.
    pub next: Option<Rung>,
    /// What there is to say of appeals against it.
    pub appeal: Option<Standing>,
    pub now: Timestamp,
}

impl NoticeParts<'_> {
    /// In the reader's language, wherever they read it.
    pub fn view(&self, locale: Locale) -> View {
        let case = self.case;
        let paragraph = |key: &'static str, words: &str, most| {
            say(locale, &Message::new(key).with("words", words::said(words, most)))
        };
        let mut text = vec![paragraph("notice-reason", &case.reason, REASON)];
        text.extend(case.about.rule.as_ref().map(|rule| paragraph("notice-rule", rule, REASON)));
        if let Some(message) = words::message(locale, &case.about) {
            text.push(Safe::join([say(locale, &Message::new("notice-about")), message], " "));
        }
        text.extend(self.act().map(|act| say(locale, &act)));
        text.extend(self.points(locale));
        if self.card {
            text.push(say(locale, &Message::new("notice-decide")));
        }
        text.extend(self.appeal.map(|standing| appeals::offer(locale, standing)));
        let title = Message::new(title(case.kind)).with("server", self.server);
        let footer = Message::new("notice-footer").with("number", words::number(case.number));
        let embed = Embed::titled(say(locale, &title)).description(Safe::join(text, "\n")).footer(say(locale, &footer));
        let appeal = self.appeal.filter(|standing| standing.is_offered()).map(|_| appeals::button(locale, case));
        let record = button(locale, "button-my-record", "record", self.notice);
        View::embed(embed).row(appeal.into_iter().chain([record]).collect())
    }

    /// What happens to them besides; only what is so.
    fn act(&self) -> Option<Message> {
        let of = |case: &Case| match (case.kind, case.act.state) {
            (Kind::Timeout, ActState::Applied) => {
                // Another end is not so before Discord has it.
                let moving = case.act.asked.is_some() && case.act.asked == case.until;
                let until = if moving { case.act.until } else { None };
                let until = until.or(case.until)?;
                Some(Message::new("notice-timeout").with("until", words::instant(until)))
            }
            (Kind::Timeout, ActState::Lifted) => Some(Message::new("notice-timeout-lifted")),
            // They are told before it happens: afterwards they could not be reached.
            (Kind::Kick, ActState::None | ActState::Waiting | ActState::Applied) => Some(Message::new("notice-kick")),
            (Kind::Ban, ActState::None | ActState::Waiting | ActState::Applied) => Some(match case.until {
                Some(until) => Message::new("notice-ban-until").with("until", words::instant(until)),
                None => Message::new("notice-ban"),
            }),
            (Kind::Ban, ActState::Lifted) => Some(Message::new("notice-ban-lifted")),
            (Kind::Kick, ActState::Failed) => Some(Message::new("notice-kick-failed")),
            (Kind::Ban, ActState::Failed) => Some(Message::new("notice-ban-failed")),
            _ => None,
        };
        std::iter::once(self.case).chain(self.followed).find_map(of)
    }

    fn points(&self, locale: Locale) -> Option<Safe> {
        let points = self.case.points?;
        if points.expire_at <= self.now {
            return Some(say(locale, &Message::new("notice-expired").with("until", Arg::Time(points.expire_at, 'D'))));
        }
        let means = Message::new("notice-points")
            .with("points", words::points(points.count))
            .with("until", Arg::Time(points.expire_at, 'D'))
            .with("total", words::points(self.active));
        let next = self.next.map(|rung| {
            Message::new("notice-next").with("points", words::points(rung.points)).with("step", words::step(rung))
        });
        let after = Message::new("notice-after").with("until", Arg::Time(points.expire_at, 'D'));
        Some(Safe::join([Some(means), next, Some(after)].into_iter().flatten().map(|part| say(locale, &part)), " "))
    }
}

const fn title(kind: Kind) -> &'static str {
    match kind {
        Kind::Timeout => "notice-title-timeout",
        Kind::Kick => "notice-title-kick",
        Kind::Ban => "notice-title-ban",
        Kind::Note | Kind::Warn | Kind::Untimeout | Kind::Unban => "notice-title-warn",
    }
}

fn button(locale: Locale, key: &'static str, verb: &str, notice: NoticeId) -> Button {
    Button::new(say(locale, &Message::new(key)), CustomId::new("moderation", verb, 1, notice.get()))
}

/// The line in a channel that says nothing but that there is a notice to read.
pub fn in_channel(locale: Locale, notice: NoticeId, member: MemberId) -> View {
    line_in_channel(locale, member, CustomId::new("moderation", "read", 1, notice.get()))
}

/// The same for whatever this button opens: nobody else can tell what it is.
pub fn line_in_channel(locale: Locale, member: MemberId, read: CustomId) -> View {
    let read = Button::new(say(locale, &Message::new("button-read")), read).primary();
    View::text(say(locale, &Message::new("notice-in-channel").with("member", member))).mention(member).row(vec![read])
}

/// The same once there is nothing to read any more.
pub fn in_channel_withdrawn(locale: Locale, member: MemberId) -> View {
    View::text(say(locale, &Message::new("notice-in-channel-withdrawn").with("member", member)))
}

/// What stands in the place of a notice that was taken back.
pub fn withdrawn(locale: Locale, server: &str, case: &Case) -> View {
    let text = Message::new("notice-withdrawn-text").with("at", words::instant(case.at));
    let title = Message::new(title(case.kind)).with("server", server);
    let footer = Message::new("notice-footer").with("number", words::number(case.number));
    let embed = Embed::titled(say(locale, &title)).description(say(locale, &text)).footer(say(locale, &footer));
    View::embed(embed)
}

/// The word that it was taken back, and what becomes of what came with it.
pub fn withdrawal(locale: Locale, notice: &Notice, server: &str, whole: &CaseDetails) -> View {
    let case = &whole.case;
    let text = Message::new("notice-withdrawal")
        .with("server", server)
        .with("kind", case.kind.as_str())
        .with("at", words::instant(case.at));
    let acts = || std::iter::once(case).chain(&whole.followed);
    let lifted = acts().find(|case| case.is_lifting() || case.act.state == ActState::Lifted);
    let stays = acts().filter(|case| case.kind == Kind::Timeout && case.act.is_open()).find_map(|case| case.until);
    let more = match lifted {
        Some(lifted) => Some(Message::new("notice-withdrawal-lifted").with("kind", lifted.kind.as_str())),
        None => stays.map(|until| Message::new("notice-withdrawal-stays").with("until", words::instant(until))),
    };
    let text = Safe::join(std::iter::once(text).chain(more).map(|part| say(locale, &part)), " ");
    let footer = Message::new("notice-footer").with("number", words::number(case.number));
    let embed = Embed::default().description(text).footer(say(locale, &footer));
    View::embed(embed).row(vec![button(locale, "button-my-record", "record", notice.id)])
}
