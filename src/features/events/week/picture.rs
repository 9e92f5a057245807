//! The picture of a week.

use crate::chart::{Agenda, AgendaDay, AgendaLine};
use crate::error::Message;
use crate::features::events::OccurrenceState;
use crate::i18n::{Locale, plain};
use crate::text::zone::{Week, calendar_date};

use super::{Plan, Planned};

/// The week as it is drawn, by the clocks of the server.
pub fn agenda(locale: Locale, plan: &Plan) -> Agenda {
    let first = plan.week.first_day();
    let title = Message::new("events-week").with("week", number(plan.week)).with("from", date(locale, first));
    let title = title.with("until", date(locale, first + 6));
    let below = Message::new("events-week-zone").with("zone", plan.zone.name());
    let days = (first..first + 7).map(|day| drawn(locale, plan, day)).collect();
    Agenda { title: plain(locale, &title), below: plain(locale, &below), days }
}

/// 1–53.
pub fn number(week: Week) -> i64 {
    i64::from(week.number())
}

/// "11/30".
pub fn date(locale: Locale, day: i64) -> String {
    let (_, month, day) = calendar_date(day);
    plain(locale, &Message::new("events-week-date").with("day", day.to_string()).with("month", month.to_string()))
}

fn drawn(locale: Locale, plan: &Plan, day: i64) -> AgendaDay {
    let on_day: Vec<&Planned> = plan.on_day(day).collect();
    let count = AgendaDay::drawn_lines(on_day.len());
    let more = Message::new("events-week-more").with("count", on_day.len() - count);
    AgendaDay {
        name: plain(locale, &weekday(day)),
        date: date(locale, day),
        is_today: day == plan.today,
        lines: on_day.iter().take(count).map(|one| line(plan, one)).collect(),
        more: (count < on_day.len()).then(|| plain(locale, &more)),
    }
}

/// "Mon".
pub fn weekday(day: i64) -> Message {
    let number = crate::text::zone::Weekday::of_day(day).number();
    Message::new(format!("events-weekday-{number}"))
}

fn line(plan: &Plan, one: &Planned) -> AgendaLine {
    let clock = |at| {
        let local = plan.zone.local(at);
        format!("{:02}:{:02}", local.hour, local.minute)
    };
    AgendaLine {
        time: format!("{}–{}", clock(one.entry.starts), clock(one.entry.ends)),
        title: one.entry.details.title.clone(),
        is_off: is_off(one),
    }
}

/// Whether it does not take place.
pub const fn is_off(one: &Planned) -> bool {
    matches!(one.entry.state, OccurrenceState::Skipped | OccurrenceState::Cancelled)
}
