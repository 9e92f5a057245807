//! What staff see of a person at a glance, and their cases page by page.

use crate::clock::Timestamp;
use crate::db::list::Listed;
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::{Embed, View};
use crate::error::{Arg, Message};
use crate::features::moderation::Case;
use crate::features::moderation::rules::ladder::Ladder;
use crate::features::moderation::rules::points;
use crate::features::moderation::rules::points::Points;
use crate::features::moderation::store::Record;
use crate::i18n::{Locale, say};
use crate::ids::MemberId;
use crate::text::safe::Safe;

use super::{below, list, words};

/// Whether somebody is in a timeout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timeout {
    No,
    /// With the case, where it is one of ours.
    Until(Timestamp, Option<i64>),
    /// Discord has not answered; this is what is on record.
    Unasked(Option<Timestamp>),
}

/// All there is to know about a person.
pub struct History<'a> {
    pub member: MemberId,
    pub record: &'a Record,
    pub points: &'a [Points],
    pub ladder: &'a Ladder,
    pub timeout: Timeout,
    /// The ban that is in force by what is on record.
    pub ban: Option<&'a Case>,
    pub page: &'a Listed<Case>,
    pub now: Timestamp,
}

impl History<'_> {
    /// The whole of it, with the buttons that turn its pages.
    pub fn view(&self, locale: Locale) -> View {
        let title = say(locale, &Message::new("history-title"));
        let mut head = vec![say(locale, &self.counts())];
        head.extend(self.weight(locale));
        head.extend(self.timed_out().map(|timeout| say(locale, &timeout)));
        head.extend(self.ban.map(|ban| say(locale, &banned(ban))));
        let embed = Embed::titled(title).description(Safe::join(head, "\n"));
        if self.page.rows.is_empty() {
            return View::embed(embed);
        }
        let lines = self.page.rows.iter().map(|case| say(locale, &list::history_line(case, self.now)));
        // An empty line between what holds now and what was.
        let lines = std::iter::once(Safe::default()).chain(lines);
        let id = |page| CustomId::new("moderation", "history", 1, page).arg(self.member);
        below(locale, embed, self.page.slice, lines, id)
    }

    fn counts(&self) -> Message {
        let Record { counts, last_at, .. } = self.record;
        let counts = words::listed(counts.iter().map(|(kind, count)| words::counted(*kind, *count)));
        match (counts, last_at) {
            (Some(counts), Some(at)) => Message::new("history-head")
                .with("member", self.member)
                .with("counts", counts)
                .with("at", Arg::Time(*at, 'D')),
            _ if self.page.slice.total > 0 => Message::new("history-only-voided").with("member", self.member),
            _ => Message::new("history-nothing").with("member", self.member),
        }
    }

    /// What counts, until when, and what comes next; nothing of somebody without points.
    fn weight(&self, locale: Locale) -> Option<Safe> {
        let active = points::active(self.points, self.now);
        let oldest = points::oldest(self.points, self.now)?;
        let parts = [
            Some(Message::new("history-points").with("points", words::points(active))),
            Some(
                Message::new("history-oldest")
                    .with("points", oldest.count)
                    .with("at", Arg::Time(oldest.expire_at, 'R')),
            ),
            self.ladder.next(active).map(|rung| {
                Message::new("history-next").with("step", words::step(rung)).with("points", words::points(rung.points))
            }),
        ];
        Some(Safe::join(parts.into_iter().flatten().map(|part| say(locale, &part)), " "))
    }

    fn timed_out(&self) -> Option<Message> {
        let until = |key: &'static str, until| Message::new(key).with("until", words::instant(until));
        Some(match self.timeout {
            Timeout::No => return None,
            Timeout::Until(end, Some(number)) => {
                until("history-timeout-case", end).with("number", words::number(number))
            }
            Timeout::Until(end, None) => until("history-timeout", end),
            Timeout::Unasked(Some(end)) => until("history-timeout-unasked", end),
            Timeout::Unasked(None) => Message::new("history-unasked"),
        })
    }
}

fn banned(case: &Case) -> Message {
    match case.until {
        Some(until) => Message::new("history-banned-until").with("until", words::instant(until)),
        None => Message::new("history-banned"),
    }
    .with("number", words::number(case.number))
}
