//! The core of a server: a picture with numbers, and whom they stand for. For staff alone, and never posted.

use crate::chart::{Web, WebPerson};
use crate::discord::ui::file::File;
use crate::discord::ui::view::{Embed, View};
use crate::error::Message;
use crate::features::activity::report::ties::CoreReport;
use crate::features::activity::ties::Knot;
use crate::i18n::{Locale, plain, say};
use crate::text::safe::{Safe, visible};

/// Who talks with whom again and again, circle by circle.
pub fn core(locale: Locale, report: &CoreReport) -> View {
    let CoreReport { core, is_named, .. } = report;
    let say = |message: Message| say(locale, &message);
    let title = Message::new("stats-core-title").with("server", report.server.as_str());
    let embed = Embed::titled(say(title)).footer(say(Message::new("stats-core-private")));
    let weeks = weeks(report);
    if core.people.is_empty() {
        let none = say(Message::new("stats-core-none"));
        return View::embed(embed.description(Safe::join([say(weeks), none], "\n")));
    }
    let mut lines = vec![say(weeks), say(Message::new("stats-core-about"))];
    let mut circle = None;
    for (place, (knot, is_named)) in core.people.iter().zip(is_named).enumerate() {
        if circle != Some(knot.circle) {
            circle = Some(knot.circle);
            let count = core.people.iter().filter(|other| other.circle == knot.circle).count();
            lines.push(say(Message::new("stats-core-circle").with("number", knot.circle + 1).with("count", count)));
        }
        lines.push(say(person(place, knot, *is_named)));
    }
    let view = View::embed(embed.description(Safe::join(lines, "\n")));
    View { files: vec![picture(locale, report)], ..view }
}

fn weeks(report: &CoreReport) -> Message {
    let (first, last) = report.weeks;
    Message::new("stats-picture-weeks").with("first", first.to_string()).with("last", last.to_string())
}

/// "3 · @ana · ties: 7 · 4 people would lose touch without them"
fn person(place: usize, knot: &Knot, is_named: bool) -> Message {
    let key = if is_named { "stats-core-person" } else { "stats-core-unnamed" };
    let person = Message::new(key).with("number", place + 1).with("member", knot.member).with("ties", knot.ties);
    match knot.missed_by {
        0 => person,
        count => Message::new("stats-core-missed").with("person", person).with("count", count),
    }
}

/// Without names: numbers stand for them.
fn picture(locale: Locale, report: &CoreReport) -> File {
    let CoreReport { core, server, .. } = report;
    let plain = |message: Message| visible(&plain(locale, &message));
    let below = plain(weeks(report));
    let one = |(place, knot): (usize, &Knot)| WebPerson {
        label: (place + 1).to_string(),
        circle: knot.circle,
        ties: knot.ties,
        is_marked: knot.missed_by > 0,
    };
    let web = Web {
        title: plain(Message::new("stats-core-title").with("server", server.as_str())),
        below: below.clone(),
        people: core.people.iter().enumerate().map(one).collect(),
        ties: core.ties.clone(),
        marked: plain(Message::new("stats-core-marked")),
    };
    let circles = core.people.last().map_or(0, |knot| knot.circle + 1);
    let says = Message::new("stats-core-says").with("people", core.people.len()).with("circles", circles);
    let says = format!("{}, {below}. {}", web.title, plain(says));
    File::picture("stats-core.png".to_owned(), web.svg(&says), Safe::escape(&says))
}
