//! What people see of their own record: never who acted, and no notes of the team.

use crate::clock::Timestamp;
use crate::db::list::Listed;
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::{Embed, View};
use crate::error::{Arg, Message};
use crate::features::moderation::appeals::{Appeal, AppealQuestion, offer};
use crate::features::moderation::settings::ModerationSettings;
use crate::features::moderation::{ActState, Case, Kind};
use crate::i18n::{Locale, say};
use crate::ids::GuildId;
use crate::text::safe::Safe;

use super::{below, list, words};

/// How much of a reason stands in a line, and of a rule, so that a page holds all its lines.
const EXCERPT: usize = 100;
const RULE: usize = 40;
/// How much of why an appeal was denied: of one, and of each where there are several.
const DENIED: usize = 500;
const SEVERAL: usize = 100;
/// How much of what somebody is asked about an appeal.
const ASKED: usize = 500;

/// What somebody has said against their cases, and can say.
pub struct OwnAppeals {
    pub guild: GuildId,
    pub all: Vec<Appeal>,
    /// What they were asked about one and have not answered.
    pub asked: Option<AppealQuestion>,
    /// Whether there is a case that they can appeal now.
    pub can_appeal: bool,
}

impl OwnAppeals {
    fn last(&self, case: &Case) -> Option<&Appeal> {
        self.all.iter().rfind(|appeal| appeal.case == case.id)
    }
}

/// What is on record about whoever reads it; `turn` names the page that a button leads to.
pub fn record(
    locale: Locale,
    settings: &ModerationSettings,
    page: &Listed<Case>,
    active: i64,
    appeals: &OwnAppeals,
    turn: impl Fn(i64) -> CustomId,
    now: Timestamp,
) -> View {
    if page.rows.is_empty() {
        return View::text(say(locale, &Message::new("mycases-empty").with("server", &settings.name)));
    }
    let next = settings.ladder.next(active).filter(|_| active > 0).map(|rung| {
        Message::new("notice-next").with("points", words::points(rung.points)).with("step", words::step(rung))
    });
    let counts = match active {
        0 => Message::new("ladder-own-none"),
        _ => Message::new("record-points").with("points", words::points(active)),
    };
    let head = Safe::join(std::iter::once(counts).chain(next).map(|part| say(locale, &part)), " ");
    let denials = page.rows.iter().filter_map(|case| appeals.last(case)?.reason.as_ref()).count();
    let reason = if denials > 1 { SEVERAL } else { DENIED };
    let lines = page.rows.iter().map(|case| {
        let appeal = appeals.last(case);
        let denied = appeal.and_then(|appeal| appeal.reason.as_deref());
        let denied = denied.map(|denied| offer::from_moderators(denied, reason));
        words::lines(locale, std::iter::once(line(case, appeal, now)).chain(denied))
    });
    let title = Message::new("record-title").with("server", &settings.name);
    let asked = appeals.asked.as_ref().map(|question| say(locale, &asked(question)));
    let head = Safe::join(std::iter::once(head).chain(asked), "\n");
    let buttons = offer::own_buttons(locale, appeals.guild, appeals.can_appeal, appeals.asked.as_ref());
    below(locale, Embed::titled(say(locale, &title)).description(head), page.slice, lines, turn).row(buttons)
}

fn asked(question: &AppealQuestion) -> Message {
    Message::new("appeal-own-asked").with("text", words::said(&question.text, ASKED))
}

fn line(case: &Case, appeal: Option<&Appeal>, now: Timestamp) -> Message {
    let line = |key| {
        Message::new(key)
            .with("number", words::number(case.number))
            .with("kind", case.kind.message())
            .with("ago", Arg::Time(case.at, 'R'))
    };
    let line =
        match list::excerpt(&case.reason, EXCERPT).filter(|_| !matches!(case.kind, Kind::Untimeout | Kind::Unban)) {
            Some(reason) => line("record-line").with("reason", reason),
            None => line("record-bare"),
        };
    let rule = case.about.rule.as_ref().map(|rule| Message::new("record-rule").with("rule", words::said(rule, RULE)));
    [rule, stands(case, now), appeal.map(offer::own_state)]
        .into_iter()
        .flatten()
        .fold(line, |line, more| Message::new("record-line-counts").with("line", line).with("counts", more))
}

/// Whether it still counts or holds.
fn stands(case: &Case, now: Timestamp) -> Option<Message> {
    if case.voided.is_some() {
        return Some(Message::new("record-withdrawn"));
    }
    match (case.points, case.act.state, case.until) {
        (Some(points), ..) if points.expire_at > now => Some(
            Message::new("record-counts")
                .with("points", words::points(points.count))
                .with("until", Arg::Time(points.expire_at, 'D')),
        ),
        (Some(_), ..) => Some(Message::new("record-expired")),
        (None, ActState::Applied, Some(until)) => {
            Some(Message::new("record-until").with("until", words::instant(until)))
        }
        _ => list::state(case, now),
    }
}
