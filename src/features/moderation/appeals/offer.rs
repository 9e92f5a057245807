//! What a notice, one's own record and a case say of appeals, with the buttons by which people appeal and answer.

use super::rules::Standing;
use super::{Appeal, AppealQuestion, AppealQuestionId, AppealState, NAME};
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::Button;
use crate::error::{Arg, Message};
use crate::features::moderation::Case;
use crate::features::moderation::views::words;
use crate::i18n::{Locale, say};
use crate::ids::GuildId;
use crate::text::safe::Safe;

/// How much of the reason of a denial a notice shows, beside all that it says already.
const REASON: usize = 400;

fn tell(locale: Locale, key: &'static str) -> Safe {
    say(locale, &Message::new(key))
}

/// *Appeal*, under what somebody reads about a case of theirs.
pub fn button(locale: Locale, case: &Case) -> Button {
    Button::new(tell(locale, "button-appeal"), CustomId::new(NAME, "write", 1, case.id.get()).arg(case.guild))
}

/// What a notice says of appeals: of a denied one also why, for those who take no direct message about it.
pub fn offer(locale: Locale, standing: &Standing) -> Safe {
    let (offer, reason) = match standing {
        Standing::Offered(Some(until)) => (Message::new("appeal-offer").with("until", Arg::Time(*until, 'D')), None),
        Standing::Offered(None) => (Message::new("appeal-offer-any-time"), None),
        Standing::Open(since) => (Message::new("appeal-offer-open").with("since", Arg::Time(*since, 'D')), None),
        Standing::Denied { at, reason, again } => {
            let denied = match again {
                Some(again) => Message::new("appeal-offer-denied-again").with("again", Arg::Time(*again, 'D')),
                None => Message::new("appeal-offer-denied"),
            };
            (denied.with("at", Arg::Time(*at, 'D')), reason.as_deref())
        }
    };
    words::lines(locale, std::iter::once(offer).chain(reason.map(|reason| from_moderators(reason, REASON))))
}

/// Why an appeal was denied, in the words of staff.
pub fn from_moderators(reason: &str, most: usize) -> Message {
    Message::new("appeal-from-moderators").with("reason", words::said(reason, most))
}

/// What can be pressed under one's own record: to appeal, and to answer what was asked about an appeal.
pub fn own_buttons(locale: Locale, guild: GuildId, can_appeal: bool, asked: Option<&AppealQuestion>) -> Vec<Button> {
    let appeal = can_appeal.then(|| {
        let id = CustomId::new(NAME, "choose", 1, 0).arg(guild);
        Button::new(tell(locale, "button-appeal"), id)
    });
    let answer = asked.map(|question| answer_button(locale, guild, question.id).primary());
    answer.into_iter().chain(appeal).collect()
}

/// How the last appeal against a case is, in a word, for whoever made it.
pub fn own_state(appeal: &Appeal) -> Message {
    match (appeal.state, appeal.decided) {
        (AppealState::Denied, Some((_, at))) => Message::new("appeal-own-denied").with("at", Arg::Time(at, 'D')),
        (AppealState::Approved, _) => Message::new("appeal-own-approved"),
        (AppealState::Closed, _) => Message::new("appeal-own-closed"),
        _ => Message::new("appeal-own-open"),
    }
}

/// *Answer*, under what somebody is asked.
pub fn answer_button(locale: Locale, guild: GuildId, question: AppealQuestionId) -> Button {
    Button::new(tell(locale, "button-answer"), CustomId::new(NAME, "answer", 1, question.get()).arg(guild))
}

/// How often a case was appealed and how that ended, for its card.
pub fn of_case(appeals: &[Appeal]) -> Option<Vec<Message>> {
    (!appeals.is_empty()).then(|| appeals.iter().map(line_of_case).collect())
}

fn line_of_case(appeal: &Appeal) -> Message {
    let state = match (appeal.state, appeal.decided) {
        (AppealState::Approved, Some((by, at))) => {
            Message::new("appeal-outcome-approved").with("by", by).with("ago", Arg::Time(at, 'R'))
        }
        (AppealState::Denied, Some((by, at))) => {
            Message::new("appeal-outcome-denied").with("by", by).with("ago", Arg::Time(at, 'R'))
        }
        (AppealState::Closed, _) => Message::new("appeal-state-closed"),
        _ => Message::new("appeal-state-open"),
    };
    Message::new("appeal-of-case").with("number", appeal.number.to_string()).with("state", state)
}
