//! How newcomers fared, and how many of them stayed.

use crate::clock::Timestamp;
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::{Button, Embed, View};
use crate::error::{Arg, Message};
use crate::feature::few::{ENOUGH_PEOPLE, are_few};
use crate::feature::section::chart::Chart;
use crate::i18n;
use crate::i18n::{Locale, Span, say};
use crate::text::safe::Safe;
use crate::text::zone::{Week, Zone, calendar_date};

use super::{Buttons, Subject, below, block, drawn, footer};
use crate::features::activity::figures::WeekFigures;
use crate::features::activity::report::newcomers::{Cohort, Cohorts, Newcomers};

/// From so many cases on a share is a percentage, from half of them on a median is told.
const ENOUGH_CASES: i64 = 10;

/// Week by week, the latest first; for staff with the buttons that say who needs a person and who
/// holds the community together.
pub fn newcomers(locale: Locale, report: &Newcomers, buttons: Buttons) -> View {
    let text = |key: &'static str| say(locale, &Message::new(key));
    let needs = || Button::new(text("stats-needs"), CustomId::new("activity", "needs", 1, 0)).primary();
    let Some(last) = report.weeks.last().map(|week| week.week) else { return View::text(text("stats-empty")) };
    let title = Message::new("stats-newcomers-title").with("server", report.server.as_str());
    let weeks = report.weeks.iter().rev().map(|week| {
        let lines = week_lines(report, week, buttons == Buttons::Public);
        Safe::join(lines.iter().map(|line| say(locale, line)), "\n")
    });
    let embed = Embed::titled(say(locale, &title)).description(Safe::join(weeks, "\n"));
    let partial = report.weeks.iter().any(|week| week.partial).then(|| Message::new("stats-partial-mark"));
    let notes = partial.into_iter().chain(report.young.map(|from| young(from, &report.zone)));
    let embed = footer(locale, embed, notes, report.weeks.iter().flat_map(|week| &week.gaps));
    let view = pictured(locale, &report.server, report.chart.as_ref(), last, buttons, embed);
    let post = CustomId::new("activity", "post-newcomers", 1, 0);
    let mut row = below(locale, buttons, Subject::Newcomers, post);
    if buttons == Buttons::Private {
        row.insert(0, needs());
        row.insert(1, Button::new(text("stats-core"), CustomId::new("activity", "core", 1, 0)));
    }
    view.row(row)
}

/// What is told of a week. Of few people others are only told that they are few.
fn week_lines(report: &Newcomers, week: &WeekFigures, public: bool) -> Vec<Message> {
    let mark = if week.partial { "*" } else { "" };
    let head = |key: &'static str| Message::new(key).with("week", format!("{}{mark}", week.week));
    if public && are_few(week.new_members) {
        return vec![head("stats-newcomers-few").with("few", ENOUGH_PEOPLE)];
    }
    if report.young.is_some() {
        return vec![head("stats-newcomers-first-seen").with("count", week.new_members)];
    }
    if week.new_members == 0 {
        return vec![head("stats-newcomers-none")];
    }
    let mut lines = vec![head("stats-newcomers-week").with("count", week.new_members)];
    let of = |key: &'static str, part: i64| {
        let line = Message::new(key).with("part", part).with("whole", week.new_members);
        if week.new_members < ENOUGH_CASES {
            return line.with("share", "");
        }
        let share = Arg::Decimal(part as f64 * 100.0 / week.new_members as f64, 0);
        line.with("share", Message::new("stats-newcomers-share").with("share", share))
    };
    let told = |part: i64| !public || !are_few(part) && !(1..ENOUGH_PEOPLE).contains(&(week.new_members - part));
    // Until the week after is over, more of them may be answered.
    let is_over = week.week.next() < report.running;
    if told(week.newcomers_replied) {
        let replied = if is_over { "stats-newcomers-replied" } else { "stats-newcomers-replied-so-far" };
        lines.push(of(replied, week.newcomers_replied));
        let median = week.median_first_reply_s.filter(|_| week.newcomers_replied >= ENOUGH_CASES / 2);
        lines.extend(
            median
                .map(|median| Message::new("stats-newcomers-median").with("span", Span::of_seconds(median).message())),
        );
    }
    let again = week.new_active_next_week.filter(|again| is_over && told(*again));
    lines.extend(again.map(|again| of("stats-newcomers-again", again)));
    if week.unsure_newcomers > 0 && !public {
        lines.push(Message::new("stats-newcomers-unsure").with("count", week.unsure_newcomers));
    }
    lines
}

/// The table of cohorts.
pub fn cohorts(locale: Locale, report: &Cohorts, buttons: Buttons) -> View {
    let text = |key: &'static str| say(locale, &Message::new(key));
    if let Some(from) = report.young {
        return View::text(say(locale, &young(from, &report.zone)));
    }
    if report.rows.iter().all(|row| row.new == 0) {
        return View::text(text("stats-empty"));
    }
    let columns = report.rows.iter().map(|row| row.later.len()).max().unwrap_or(0);
    let plain = |message: &Message| i18n::plain(locale, message);
    let mut rows = vec![vec![plain(&Message::new("stats-column-week")), plain(&Message::new("stats-column-new"))]];
    rows[0].extend((1..=columns).map(|number| format!("+{number}")));
    rows.extend(report.rows.iter().rev().map(|row| cells(locale, row, columns, buttons == Buttons::Public)));
    let title = Message::new("stats-cohorts-title").with("server", report.server.as_str());
    let told = Safe::join([text("stats-cohorts-about"), block(&rows)], "\n");
    let embed = Embed::titled(say(locale, &title)).description(told);
    let partial = report.rows.iter().any(|row| row.partial).then(|| Message::new("stats-partial-mark"));
    let embed = footer(locale, embed, partial, std::iter::empty());
    let view = pictured(locale, &report.server, report.chart.as_ref(), report.last, buttons, embed);
    let post = CustomId::new("activity", "post-cohorts", 1, 0);
    view.row(below(locale, buttons, Subject::Cohorts, post))
}

/// A row of the table: a share from ten newcomers on, else "3/7".
fn cells(locale: Locale, row: &Cohort, columns: usize, public: bool) -> Vec<String> {
    let plain = |message: Message| i18n::plain(locale, &message);
    let mark = if row.partial { "*" } else { "" };
    let few = public && are_few(row.new);
    let new = if few { format!("<{ENOUGH_PEOPLE}") } else { plain(Message::new("stats-count").with("count", row.new)) };
    let cell = |wrote: &Option<i64>| match wrote {
        _ if few => "·".to_owned(),
        Some(wrote) if public && (are_few(*wrote) || (1..ENOUGH_PEOPLE).contains(&(row.new - wrote))) => "·".to_owned(),
        Some(_) if row.new == 0 => "–".to_owned(),
        Some(wrote) if row.new < ENOUGH_CASES => format!("{wrote}/{}", row.new),
        Some(wrote) => {
            let share = Arg::Decimal(*wrote as f64 * 100.0 / row.new as f64, 0);
            plain(Message::new("stats-share").with("share", share))
        }
        None => "?".to_owned(),
    };
    let later = row.later.iter().map(cell);
    let blank = std::iter::repeat_n(String::new(), columns - row.later.len());
    [format!("{}{mark}", row.week), new].into_iter().chain(later).chain(blank).collect()
}

/// Figures with their chart; what others read is not drawn where it is of few.
fn pictured(locale: Locale, server: &str, chart: Option<&Chart>, last: Week, buttons: Buttons, embed: Embed) -> View {
    let below = i18n::plain(locale, &Message::new("stats-picture-until").with("week", last.to_string()));
    let chart = chart.and_then(|chart| match buttons {
        Buttons::Private => Some(chart.clone()),
        Buttons::Public => chart.for_members(),
    });
    let charts: Vec<Chart> = chart.into_iter().collect();
    let picture = drawn(locale, (server, &below), &charts, last);
    View { files: picture.into_iter().collect(), ..View::embed(embed) }
}

/// That nobody is known to be new yet, and what brings the history before.
pub fn young(from: Timestamp, zone: &Zone) -> Message {
    let (year, month, day) = calendar_date(zone.day(from));
    Message::new("stats-young")
        .with("day", i64::from(day))
        .with("month", Message::new(format!("month-{month}")))
        .with("year", year.to_string())
}
