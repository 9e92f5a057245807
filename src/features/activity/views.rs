//! What people see of the figures. Those of the server are here, with what all of them share.

pub mod backfill;
pub mod channel;
pub mod excluded;
pub mod member;
pub mod needs;
pub mod newcomers;
pub mod ties;

use crate::chart;
use crate::chart::Panel;
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::file::File;
use crate::discord::ui::view::{Button, Embed, View};
use crate::error::{Arg, Message};
use crate::feature::section::chart::Chart;
use crate::i18n;
use crate::i18n::{Locale, Span, say};
use crate::text::safe::{Safe, visible};
use crate::text::zone::Week;

use super::Channel;
use super::figures::{Gap, WeekFigures};
use super::report::Report;

/// Figures that `/stats server` shows and *What is this?* explains, in this order.
const FIGURES: [&str; 12] = [
    "messages",
    "active_members",
    "dau_mean",
    "new_members",
    "returning_members",
    "newcomers_replied",
    "connections",
    "joins",
    "leaves",
    "net_growth",
    "voice_minutes",
    "reactions",
];

/// Figures of a person.
const OF_MEMBER: [&str; 5] = ["messages", "active_days", "used_channels", "reactions", "voice_minutes"];
/// Figures of a channel.
const OF_CHANNEL: [&str; 5] = ["messages", "active_members", "server_share", "reactions", "voice_minutes"];
/// Figures of newcomers.
const OF_NEWCOMERS: [&str; 6] =
    ["new_members", "newcomers_replied", "median_first_reply_s", "new_active_next_week", "unanswered", "fading"];
/// What stands in the table of cohorts.
const OF_COHORTS: [&str; 2] = ["new_members", "cohorts"];

const MINUTE: i64 = 60_000;

/// What figures are of. Buttons carry its place: append only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    Server,
    Member,
    Channel,
    Newcomers,
    Cohorts,
}

impl Subject {
    const ALL: [Self; 5] = [Self::Server, Self::Member, Self::Channel, Self::Newcomers, Self::Cohorts];

    /// The one that a button carries as a number.
    pub fn from_row(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|subject| *subject as i64 == number)
    }

    /// The names of its figures, as they are explained.
    const fn figures(self) -> &'static [&'static str] {
        match self {
            Self::Server => &FIGURES,
            Self::Member => &OF_MEMBER,
            Self::Channel => &OF_CHANNEL,
            Self::Newcomers => &OF_NEWCOMERS,
            Self::Cohorts => &OF_COHORTS,
        }
    }
}

/// Which buttons stand below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Buttons {
    /// For the asker alone, who may post it.
    Private,
    /// Posted for everyone.
    Public,
}

/// The figures of a period; without any, what would give some.
pub fn server(locale: Locale, report: &Report, buttons: Buttons) -> View {
    let text = |key: &'static str| say(locale, &Message::new(key));
    let Some(last) = report.weeks.last() else { return View::text(text("stats-empty")) };
    let embed = if report.weeks.len() == 1 { week(locale, report, last) } else { table(locale, report) };
    let embed = if report.channels.is_empty() {
        embed
    } else {
        embed.field(text("stats-channels"), channels(locale, &report.channels))
    };
    let post = CustomId::new("activity", "post", 1, report.period as i64);
    let view = View { files: picture(locale, report, last.week).into_iter().collect(), ..View::embed(embed) };
    view.row(below(locale, buttons, Subject::Server, post))
}

/// The buttons below figures; `post` posts them.
fn below(locale: Locale, buttons: Buttons, subject: Subject, post: CustomId) -> Vec<Button> {
    let text = |key: &'static str| say(locale, &Message::new(key));
    let explain = Button::new(text("stats-explain"), CustomId::new("activity", "explain", 1, subject as i64));
    match buttons {
        Buttons::Private => vec![Button::new(text("stats-post"), post), explain],
        Buttons::Public => vec![explain],
    }
}

/// The same drawn; `None` where there is nothing to draw.
fn picture(locale: Locale, report: &Report, last: Week) -> Option<File> {
    let first = report.weeks.first()?.week;
    let below = match first {
        only if only == last && last == report.running => {
            Message::new("stats-picture-running").with("week", last.to_string())
        }
        only if only == last => Message::new("stats-picture-week").with("week", last.to_string()),
        first => Message::new("stats-picture-weeks").with("first", first.to_string()).with("last", last.to_string()),
    };
    drawn(locale, (&report.server, &i18n::plain(locale, &below)), &report.charts, last)
}

/// Charts as a picture with a head and what stands below it; `None` where there is nothing to draw.
fn drawn(locale: Locale, (head, below): (&str, &str), charts: &[Chart], last: Week) -> Option<File> {
    let (head, below) = (visible(head), visible(below));
    let panels: Vec<Panel> = charts.iter().map(|chart| chart.panel(locale)).collect();
    let board = chart::board((&head, &below), &format!("{head}, {below}."), &panels)?;
    // Discord knows no markdown in it.
    Some(File::picture(format!("stats-{last}.png"), board.svg, Safe::escape(&board.says)))
}

/// One week, each figure beside that of the week before.
fn week(locale: Locale, report: &Report, week: &WeekFigures) -> Embed {
    let title = Message::new(if week.week == report.running { "stats-title-running" } else { "stats-title-week" })
        .with("server", report.server.as_str())
        .with("week", week.week.to_string());
    let is_young = report.young.is_some();
    // As long as everyone is new to the record, nothing follows from who is.
    let shown = FIGURES.iter().filter(|name| !is_young || **name != "returning_members");
    let lines = shown.map(|name| {
        let is_first_seen = is_young && *name == "new_members";
        let figure =
            Message::new(if is_first_seen { "activity-first-seen".to_owned() } else { format!("figure-{name}") });
        let value = value(name, report, week);
        let line = match report.before.as_ref().filter(|before| !before.partial) {
            Some(before) => Message::new("stats-line-before").with("before", self::value(name, report, before)),
            None => Message::new("stats-line"),
        };
        say(locale, &line.with("figure", figure).with("value", value))
    });
    let partial = (week.partial && week.week != report.running).then(|| Message::new("stats-partial"));
    let embed = Embed::titled(say(locale, &title)).description(Safe::join(lines, "\n"));
    footer(locale, embed, partial.into_iter().chain(young(report)), report.gaps())
}

/// What has to be known of the figures: that a week is none, that something was missed.
fn footer<'g>(
    locale: Locale,
    embed: Embed,
    notes: impl IntoIterator<Item = Message>,
    gaps: impl Iterator<Item = &'g Gap>,
) -> Embed {
    let lines: Vec<Safe> = notes.into_iter().chain(missed(gaps)).map(|line| say(locale, &line)).collect();
    if lines.is_empty() { embed } else { embed.footer(Safe::join(lines, "\n")) }
}

/// How long nothing was counted as it happened, if that is worth a word: a restart takes seconds.
fn missed<'g>(gaps: impl Iterator<Item = &'g Gap>) -> Option<Message> {
    let gaps = gaps.filter(|gap| gap.minutes() > 0);
    let (span, recovered) =
        gaps.fold((0, 0), |(span, recovered), gap| (span + gap.minutes(), recovered + gap.recovered / MINUTE));
    let line = match recovered {
        _ if span == 0 => return None,
        0 => Message::new("stats-gap"),
        part if part < span => {
            Message::new("stats-gap-part").with("recovered", Span::of_minutes(part as f64).message())
        }
        _ => Message::new("stats-gap-whole"),
    };
    Some(line.with("span", Span::of_minutes(span as f64).message()))
}

/// A figure of a week as it is written; "no data" where nothing was or could be recorded.
fn value(name: &str, report: &Report, week: &WeekFigures) -> Message {
    let count = |number: i64| Message::new("stats-count").with("count", number);
    match name {
        "joins" | "leaves" | "net_growth" | "voice_minutes" if !report.was_connected(week.week) => {
            Message::new("stats-no-data")
        }
        "messages" => count(week.messages),
        "active_members" => count(week.active_members),
        "dau_mean" => Message::new("stats-mean").with("mean", Arg::Decimal(week.dau_mean, 1)),
        "new_members" => count(week.new_members),
        "returning_members" => count(week.returning_members),
        "newcomers_replied" if week.new_members == 0 => Message::new("stats-nobody-new"),
        "newcomers_replied" => {
            Message::new("stats-of").with("part", week.newcomers_replied).with("whole", week.new_members)
        }
        "connections" => count(week.connections),
        "joins" => count(week.joins),
        "leaves" => count(week.leaves + week.removed),
        "net_growth" => count(week.net_growth),
        "voice_minutes" => count(week.voice_minutes),
        "reactions" => count(week.reactions),
        _ => Message::new("stats-no-data"),
    }
}

/// Several weeks, a line each; numbers stand under each other.
fn table(locale: Locale, report: &Report) -> Embed {
    let plain = |key: &'static str| i18n::plain(locale, &Message::new(key));
    let mut rows = vec![vec![
        plain("stats-column-week"),
        plain("stats-column-messages"),
        plain("stats-column-people"),
        plain(if report.young.is_some() { "activity-first-seen" } else { "stats-column-new" }),
        plain("stats-column-connections"),
    ]];
    rows.extend(report.weeks.iter().map(|week| {
        let mark = if week.partial { "*" } else { "" };
        let number = |number: i64| i18n::plain(locale, &Message::new("stats-count").with("count", number));
        vec![
            format!("{}{mark}", week.week),
            number(week.messages),
            number(week.active_members),
            number(week.new_members),
            number(week.connections),
        ]
    }));
    let title =
        Message::new("stats-title-weeks").with("server", report.server.as_str()).with("count", report.weeks.len());
    let embed = Embed::titled(say(locale, &title)).description(block(&rows));
    let partial = report.weeks.iter().any(|week| week.partial).then(|| Message::new("stats-partial-mark"));
    footer(locale, embed, partial.into_iter().chain(young(report)), report.gaps())
}

/// That whoever was first seen may have been here before.
fn young(report: &Report) -> Option<Message> {
    report.young.map(|from| newcomers::young(from, &report.zone))
}

/// Rows of cells, the first row their names; numbers stand under each other.
fn block(rows: &[Vec<String>]) -> Safe {
    let widths: Vec<usize> = (0..rows[0].len())
        .map(|column| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0))
        .collect();
    let lines = rows.iter().map(|row| {
        let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, width))| {
            if column == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
        });
        cells.collect::<Vec<_>>().join("  ")
    });
    Safe::ours(format!("```\n{}\n```", lines.collect::<Vec<_>>().join("\n")))
}

/// The channels with most, a line each.
fn channels(locale: Locale, channels: &[Channel]) -> Safe {
    let lines = channels.iter().take(5).map(|channel| {
        let name = channel.name.as_ref().map_or_else(
            || Message::new("stats-private-channels"),
            |name| Message::new("stats-channel-name").with("name", name),
        );
        say(locale, &Message::new("stats-channel").with("name", name).with("count", channel.messages))
    });
    Safe::join(lines, "\n")
}

/// What every figure means, in a sentence each.
pub fn explanations(locale: Locale, subject: Subject) -> View {
    let lines = subject.figures().iter().map(|name| {
        let figure = Message::new(format!("figure-{name}"));
        let meaning = Message::new(format!("meaning-{name}"));
        say(locale, &Message::new("stats-meaning").with("figure", figure).with("meaning", meaning))
    });
    let title = say(locale, &Message::new("stats-explain-title"));
    View::embed(Embed::titled(title).description(Safe::join(lines, "\n")))
}
