//! What managers see of surveys that come again.

use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::{Button, View};
use crate::error::{Arg, Message};
use crate::features::setup::Quiet;
use crate::features::surveys::rules::every::Every;
use crate::features::surveys::{NAME, Survey, SurveyId};
use crate::i18n::{Locale, Span, say};
use crate::text::safe::Safe;
use crate::text::zone::Zone;

use super::Schedule;

/// When a survey comes, and how to stop it.
pub fn card(locale: Locale, survey: &Survey, schedule: &Schedule, zone: &Zone, quiet: Quiet) -> View {
    View::text(Safe::join(lines(survey, schedule, zone, quiet).iter().map(|line| say(locale, line)), "\n"))
        .row(vec![stop_button(locale, survey.id)])
}

/// The same in sentences.
pub fn lines(survey: &Survey, schedule: &Schedule, zone: &Zone, quiet: Quiet) -> Vec<Message> {
    let coming = schedule.coming(zone, quiet);
    let mut lines = vec![
        Message::new("survey-repeat-comes")
            .with("number", survey.number.to_string())
            .with("title", survey.title.as_str())
            .with("every", every(schedule.every))
            .with("channel", schedule.channel),
    ];
    if let Some(next) = coming.first() {
        lines.push(
            Message::new("survey-repeat-next").with("at", Arg::Time(*next, 'F')).with("in", Arg::Time(*next, 'R')),
        );
    }
    match coming.as_slice() {
        [_, second, third, ..] => lines.push(
            Message::new("survey-repeat-both")
                .with("second", Arg::Time(*second, 'F'))
                .with("third", Arg::Time(*third, 'F')),
        ),
        [_, second] => lines.push(Message::new("survey-repeat-then").with("second", Arg::Time(*second, 'F'))),
        _ => {}
    }
    if let Some(until) = schedule.recurrence.until {
        lines.push(Message::new("survey-repeat-until").with("at", Arg::Time(until, 'F')));
    }
    let open = Span::of_seconds(schedule.open.as_secs_f64()).message();
    lines.push(Message::new("survey-repeat-open").with("span", open));
    if schedule.quiet {
        lines.push(Message::new("survey-repeat-quiet"));
    }
    lines
}

/// "every month"
pub fn every(every: Every) -> Message {
    Message::new(match every {
        Every::Week => "survey-every-week",
        Every::Month => "survey-every-month",
        Every::Quarter => "survey-every-quarter",
    })
}

/// That it does not come again.
pub fn stopped(locale: Locale, survey: &Survey, came: bool) -> View {
    let key = if came { "survey-repeat-stopped" } else { "survey-repeat-stopped-before" };
    let stopped = Message::new(key).with("number", survey.number.to_string()).with("title", survey.title.as_str());
    View::text(say(locale, &stopped))
}

/// Stops it.
pub fn stop_button(locale: Locale, survey: SurveyId) -> Button {
    let label = say(locale, &Message::new("survey-repeat-stop"));
    Button::new(label, CustomId::new(NAME, "repeat-stop", 1, survey.0)).danger()
}
