//! A figure in the cells of a table: its name, its value, what is usual, and the week before.

use crate::clock::Timestamp;
use crate::error::{Arg, Message};
use crate::feature::section::{Figure, Place, Value};
use crate::features::digest::rules::Date;
use crate::text::zone::Zone;

/// What a figure is called beside others: by what it is of, else by its own name.
pub fn label(figure: &Figure) -> Message {
    match &figure.subject {
        Some(subject) => Message::new(format!("subject-{}", figure.name)).with("subject", subject),
        None => Message::new(format!("figure-{}", figure.name)),
    }
}

/// The value in its words, where it stands alone; `None` if there is nothing to say.
pub fn said(figure: &Figure) -> Option<Message> {
    valued(figure, super::said)
}

/// The value alone, beside its name.
pub fn bare(figure: &Figure) -> Option<Message> {
    valued(figure, |_, value| Message::new("digest-value").with("value", value))
}

fn valued(figure: &Figure, say: impl Fn(&Figure, Arg) -> Message) -> Option<Message> {
    match figure.value {
        Value::Of(value) => Some(super::with_share(figure, say(figure, super::written(figure.unit, value)))),
        Value::Fewer(than) => Some(say(figure, super::fewer(than))),
        Value::NotRecorded => Some(Message::new("digest-no-data")),
        Value::Nothing => None,
    }
}

/// How it stands beside what is usual.
pub fn beside_usual(figure: &Figure) -> Option<Message> {
    let (low, high) = figure.usual?;
    let key = match figure.place()? {
        Place::Above => "digest-page-above",
        Place::Below => "digest-page-below",
        Place::Usual => "digest-page-usual",
    };
    Some(Message::new(key).with("range", super::range(figure.usual_unit(), low, high)))
}

/// Whether what is unusual is good.
pub fn judgement(figure: &Figure) -> Option<Message> {
    super::judgement(figure).map(|piece| piece.text)
}

/// The value of the week before.
pub fn last(figure: &Figure) -> Option<Message> {
    super::last(figure).map(|last| Message::new("digest-value").with("value", last))
}

/// A date with the time, as the clocks of the server show it.
pub fn moment(zone: &Zone, at: Timestamp) -> Message {
    let local = zone.local(at);
    let date = Date { day: local.day, month: Some(local.month), year: Some(local.year) };
    Message::new("digest-moment")
        .with("date", super::date(date))
        .with("time", format!("{:02}:{:02}", local.hour, local.minute))
        .with("zone", zone.abbreviation(at))
}
