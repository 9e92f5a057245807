//! What one person did in the last 28 days.

use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::{Embed, View};
use crate::error::{Arg, Message};
use crate::i18n;
use crate::i18n::{Locale, Span, say};
use crate::text::safe::Safe;

use super::{Buttons, OF_MEMBER, Subject, below, channels, drawn};
use crate::features::activity::report::member::MemberReport;

/// A person's own figures, for themself or as they post them.
pub fn own(locale: Locale, report: &MemberReport, buttons: Buttons) -> View {
    let text = |key: &'static str| say(locale, &Message::new(key));
    if !report.is_counted {
        return View::text(text("stats-member-opted-out"));
    }
    if is_nothing(report) {
        return View::text(text("stats-member-empty"));
    }
    let title = match buttons {
        Buttons::Private => "stats-member-own",
        Buttons::Public => "stats-member-title",
    };
    let title = Message::new(title).with("server", report.server.as_str());
    let whose = (buttons == Buttons::Public)
        .then(|| say(locale, &Message::new("stats-member-of").with("member", report.member)));
    let first = report.first.map(|at| say(locale, &Message::new("stats-member-first").with("at", Arg::Time(at, 'D'))));
    let lines = whose.into_iter().chain(lines(locale, report)).chain(first);
    let embed = Embed::titled(say(locale, &title)).description(Safe::join(lines, "\n"));
    // What others read names no channel, which not all of them may see.
    let embed = match buttons {
        Buttons::Private if !report.channels.is_empty() => {
            embed.field(text("stats-channels"), channels(locale, &report.channels))
        }
        _ => embed,
    };
    let days = i18n::plain(locale, &Message::new("stats-member-days"));
    let charts: Vec<_> = report.chart.iter().cloned().collect();
    let picture = drawn(locale, (&report.server, &days), &charts, report.week);
    let view = View { files: picture.into_iter().collect(), ..View::embed(embed) };
    view.row(below(locale, buttons, Subject::Member, CustomId::new("activity", "post-member", 1, 0)))
}

/// Somebody else's totals, for moderators alone.
pub fn totals(locale: Locale, report: &MemberReport) -> View {
    if !report.is_counted || is_nothing(report) {
        return View::text(say(locale, &Message::new("stats-member-nothing").with("member", report.member)));
    }
    let title = Message::new("stats-member-title").with("server", report.server.as_str());
    let whose = say(locale, &Message::new("stats-member-of").with("member", report.member));
    let lines = std::iter::once(whose).chain(lines(locale, report));
    let embed = Embed::titled(say(locale, &title)).description(Safe::join(lines, "\n"));
    let embed = embed.footer(say(locale, &Message::new("stats-member-audited")));
    View::embed(embed).row(below(
        locale,
        Buttons::Public,
        Subject::Member,
        CustomId::new("activity", "post-member", 1, 0),
    ))
}

/// Whether there is nothing to show of somebody.
pub fn is_nothing(report: &MemberReport) -> bool {
    let totals = report.totals;
    totals.messages == 0 && totals.reactions == 0 && totals.voice_seconds == 0
}

fn lines(locale: Locale, report: &MemberReport) -> Vec<Safe> {
    let since = Message::new("stats-member-since").with("since", Arg::Time(report.since, 'D'));
    let figures = OF_MEMBER.iter().map(|name| {
        let figure = Message::new(format!("figure-{name}"));
        Message::new("stats-line").with("figure", figure).with("value", value(name, report))
    });
    std::iter::once(since).chain(figures).map(|line| say(locale, &line)).collect()
}

fn value(name: &str, report: &MemberReport) -> Message {
    let count = |number: i64| Message::new("stats-count").with("count", number);
    match name {
        "messages" => count(report.totals.messages),
        "active_days" => count(report.totals.days),
        "used_channels" => count(report.totals.channels),
        "reactions" => count(report.totals.reactions),
        _ => Span::of_minutes((report.totals.voice_seconds / 60) as f64).message(),
    }
}
