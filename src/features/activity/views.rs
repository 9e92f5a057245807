//! What people see of the figures.

use crate::chart;
use crate::chart::Panel;
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::file::File;
use crate::discord::ui::view::{Button, Embed, View};
use crate::error::{Arg, Message};
use crate::i18n;
use crate::i18n::{Locale, Span, say};
use crate::text::safe::{Safe, visible};
use crate::text::zone::Week;

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

const MINUTE: i64 = 60_000;

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
    let embed =
        if report.channels.is_empty() { embed } else { embed.field(text("stats-channels"), channels(locale, report)) };
    let period = report.period as i64;
    let explain = Button::new(text("stats-explain"), CustomId::new("activity", "explain", 1, 0));
    let post = Button::new(text("stats-post"), CustomId::new("activity", "post", 1, period));
    let view = View { files: picture(locale, report, last.week).into_iter().collect(), ..View::embed(embed) };
    view.row(match buttons {
        Buttons::Private => vec![post, explain],
        Buttons::Public => vec![explain],
    })
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
    let (server, below) = (visible(&report.server), i18n::plain(locale, &below));
    let panels: Vec<Panel> = report.charts.iter().map(|chart| chart.panel(locale)).collect();
    let board = chart::board((&server, &below), &format!("{server}, {below}."), &panels)?;
    // Discord knows no markdown in it.
    Some(File::picture(format!("stats-{last}.png"), board.svg, Safe::escape(&board.says)))
}

/// One week, each figure beside that of the week before.
fn week(locale: Locale, report: &Report, week: &WeekFigures) -> Embed {
    let title = Message::new(if week.week == report.running { "stats-title-running" } else { "stats-title-week" })
        .with("server", report.server.as_str())
        .with("week", week.week.to_string());
    let lines = FIGURES.iter().map(|name| {
        let figure = Message::new(format!("figure-{name}"));
        let value = value(name, report, week);
        let line = match report.before.as_ref().filter(|before| !before.partial) {
            Some(before) => Message::new("stats-line-before").with("before", self::value(name, report, before)),
            None => Message::new("stats-line"),
        };
        say(locale, &line.with("figure", figure).with("value", value))
    });
    let partial = (week.partial && week.week != report.running).then(|| Message::new("stats-partial"));
    let embed = Embed::titled(say(locale, &title)).description(Safe::join(lines, "\n"));
    footer(locale, embed, partial, report)
}

/// What has to be known of the figures: that a week is none, that something was missed.
fn footer(locale: Locale, embed: Embed, partial: Option<Message>, report: &Report) -> Embed {
    let lines: Vec<Safe> = partial.into_iter().chain(missed(report)).map(|line| say(locale, &line)).collect();
    if lines.is_empty() { embed } else { embed.footer(Safe::join(lines, "\n")) }
}

/// How long nothing was counted as it happened, if that is worth a word: a restart takes seconds.
fn missed(report: &Report) -> Option<Message> {
    let gaps = || report.weeks.iter().flat_map(|week| &week.gaps).filter(|gap| gap.minutes() > 0);
    let (span, recovered): (i64, i64) =
        (gaps().map(Gap::minutes).sum(), gaps().map(|gap| gap.recovered / MINUTE).sum());
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
        plain("stats-column-new"),
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
    let widths: Vec<usize> = (0..rows[0].len())
        .map(|column| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0))
        .collect();
    let lines = rows.iter().map(|row| {
        let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, width))| {
            if column == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
        });
        cells.collect::<Vec<_>>().join("  ")
    });
    let table = format!("```\n{}\n```", lines.collect::<Vec<_>>().join("\n"));
    let title =
        Message::new("stats-title-weeks").with("server", report.server.as_str()).with("count", report.weeks.len());
    let embed = Embed::titled(say(locale, &title)).description(Safe::ours(table));
    let partial = report.weeks.iter().any(|week| week.partial).then(|| Message::new("stats-partial-mark"));
    footer(locale, embed, partial, report)
}

fn channels(locale: Locale, report: &Report) -> Safe {
    let lines = report.channels.iter().take(5).map(|channel| {
        let name = channel.name.as_ref().map_or_else(
            || Message::new("stats-private-channels"),
            |name| Message::new("stats-channel-name").with("name", name),
        );
        say(locale, &Message::new("stats-channel").with("name", name).with("count", channel.messages))
    });
    Safe::join(lines, "\n")
}

/// What every figure means, in a sentence each.
pub fn explanations(locale: Locale) -> View {
    let lines = FIGURES.iter().map(|name| {
        let figure = Message::new(format!("figure-{name}"));
        let meaning = Message::new(format!("meaning-{name}"));
        say(locale, &Message::new("stats-meaning").with("figure", figure).with("meaning", meaning))
    });
    let title = say(locale, &Message::new("stats-explain-title"));
    View::embed(Embed::titled(title).description(Safe::join(lines, "\n")))
}
