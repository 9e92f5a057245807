//! The figures of one channel.

use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::{Embed, View};
use crate::error::{Arg, Message};
use crate::i18n;
use crate::i18n::{Locale, say};
use crate::text::safe::Safe;

use super::{Buttons, OF_CHANNEL, Subject, below, block, drawn, footer};
use crate::feature::section::chart::Chart;
use crate::features::activity::excluded::Why;
use crate::features::activity::figures::WeekFigures;
use crate::features::activity::report::channel::ChannelReport;
use crate::features::activity::store::ChannelWeek;

/// The figures of a channel over a period; without any, what would give some.
pub fn channel(locale: Locale, report: &ChannelReport, buttons: Buttons) -> View {
    let Some(last) = report.weeks.last().map(|(week, _)| week.week) else {
        let none = excluded(report).unwrap_or_else(|| Message::new("stats-empty"));
        return View::text(say(locale, &none));
    };
    let embed = if let [week] = report.weeks.as_slice() { single(locale, report, week) } else { table(locale, report) };
    let excluded = excluded(report).map(|excluded| say(locale, &excluded));
    let head = say(locale, &Message::new("stats-channel-of").with("channel", report.channel));
    let text = std::iter::once(head).chain(embed.description.clone()).chain(excluded);
    let embed = Embed { description: Some(Safe::join(text, "\n")), ..embed };

    let first = report.weeks.first().map_or(last, |(week, _)| week.week);
    let weeks = match first {
        only if only == last => Message::new("stats-picture-week").with("week", last.to_string()),
        first => Message::new("stats-picture-weeks").with("first", first.to_string()).with("last", last.to_string()),
    };
    let weeks = i18n::plain(locale, &weeks);
    // What everyone reads is not told where it is of few.
    let chart = match buttons {
        Buttons::Private => report.chart.clone(),
        Buttons::Public => report.chart.as_ref().and_then(Chart::for_members),
    };
    let charts: Vec<_> = chart.into_iter().collect();
    let picture = drawn(locale, (&report.server, &weeks), &charts, last);
    let post = CustomId::new("activity", "post-channel", 1, report.channel.get()).arg(report.period as i64);
    let view = View { files: picture.into_iter().collect(), ..View::embed(embed) };
    view.row(below(locale, buttons, Subject::Channel, post))
}

/// That nothing is counted there, and why.
fn excluded(report: &ChannelReport) -> Option<Message> {
    let key = match report.excluded? {
        Why::Excluded => "stats-channel-excluded",
        Why::OfStaff => "activity-of-staff",
    };
    Some(Message::new(key).with("channel", report.channel))
}

fn single(locale: Locale, report: &ChannelReport, (week, sum): &(WeekFigures, ChannelWeek)) -> Embed {
    let key = if week.week == report.running { "stats-title-running" } else { "stats-title-week" };
    let title = Message::new(key).with("server", report.server.as_str()).with("week", week.week.to_string());
    let lines = OF_CHANNEL.iter().map(|name| {
        let figure = Message::new(format!("figure-{name}"));
        let line = match &report.before {
            Some((week, sum)) => Message::new("stats-line-before").with("before", value(name, report, week, sum)),
            None => Message::new("stats-line"),
        };
        say(locale, &line.with("figure", figure).with("value", value(name, report, week, sum)))
    });
    let partial = (week.partial && week.week != report.running).then(|| Message::new("stats-partial"));
    let embed = Embed::titled(say(locale, &title)).description(Safe::join(lines, "\n"));
    footer(locale, embed, partial, report.gaps())
}

fn value(name: &str, report: &ChannelReport, week: &WeekFigures, sum: &ChannelWeek) -> Message {
    let count = |number: i64| Message::new("stats-count").with("count", number);
    match name {
        "messages" => count(sum.messages),
        "active_members" => count(sum.people),
        // A share of few is told in numbers.
        "server_share" if week.messages < 10 => {
            Message::new("stats-of").with("part", sum.messages).with("whole", week.messages)
        }
        "server_share" => {
            let share = sum.messages as f64 * 100.0 / week.messages as f64;
            Message::new("stats-share").with("share", Arg::Decimal(share, 0))
        }
        "reactions" => count(sum.reactions),
        "voice_minutes" if !report.was_connected(week.week) => Message::new("stats-no-data"),
        _ => count(sum.voice_seconds / 60),
    }
}

fn table(locale: Locale, report: &ChannelReport) -> Embed {
    let plain = |key: &'static str| i18n::plain(locale, &Message::new(key));
    let number = |number: i64| i18n::plain(locale, &Message::new("stats-count").with("count", number));
    let mut rows = vec![vec![plain("stats-column-week"), plain("stats-column-messages"), plain("stats-column-people")]];
    rows.extend(report.weeks.iter().map(|(week, sum)| {
        let mark = if week.partial { "*" } else { "" };
        vec![format!("{}{mark}", week.week), number(sum.messages), number(sum.people)]
    }));
    let title =
        Message::new("stats-title-weeks").with("server", report.server.as_str()).with("count", report.weeks.len());
    let people = say(locale, &Message::new("stats-channel-people").with("count", report.people));
    let text = Safe::join([block(&rows), people], "\n");
    let partial = report.weeks.iter().any(|(week, _)| week.partial).then(|| Message::new("stats-partial-mark"));
    footer(locale, Embed::titled(say(locale, &title)).description(text), partial, report.gaps())
}
