//! The preview of a poll, which only its author sees: the card as it will be, what follows from
//! publishing it, and the ways to change it.

use crate::clock::Timestamp;
use crate::discord::access::permission;
use crate::discord::outbox::OrderState;
use crate::discord::ui::picker::{Offers, Picker};
use crate::discord::ui::view::{Button, Field, Modal, View};
use crate::error::{Arg, Message};
use crate::feature::card::NotDone;
use crate::feature::draft::DraftId;
use crate::feature::offer::Withheld;
use crate::features::polls::Ballot;
use crate::features::polls::Draft;
use crate::features::polls::DraftSpec;
use crate::features::polls::Kind;
use crate::features::polls::Poll;
use crate::features::polls::Problem;
use crate::features::polls::State;
use crate::features::polls::Tally;
use crate::i18n::{Locale, say};
use crate::ids::RoleId;
use crate::text::limits;
use crate::text::safe::Safe;
use crate::text::zone::Zone;

use super::{card, id};

/// So many digits fit into a field for a number.
const NUMBER: usize = 5;
/// So many characters fit into the form of options.
const OPTIONS: usize = 4_000;

/// A draft as its author sees it.
#[derive(Debug, Clone, Copy)]
pub struct Preview<'a> {
    pub draft: &'a Draft,
    /// What it would become, if it goes together.
    pub poll: Option<&'a Poll>,
    /// What they should know before they publish it, a line each.
    pub notes: &'a [Message],
    /// Why it cannot be published as it is.
    pub wrong: Option<&'a Message>,
    /// Why no event is made of the date that wins, if none is.
    pub event: Option<Withheld>,
}

/// Where the event of the date that wins will be seen, or why there will be none.
fn event_line(withheld: Option<Withheld>) -> Message {
    match withheld {
        None => Message::new("poll-preview-dates"),
        Some(Withheld::Hidden) => Message::new("poll-preview-dates-hidden"),
        Some(Withheld::Lacks(missing)) => {
            Message::new("poll-preview-dates-lacks").with("permission", permission::names(missing))
        }
        Some(Withheld::NotTaken) => Message::new("poll-preview-dates-none"),
    }
}

impl Preview<'_> {
    /// In the author's language; the card is in the server's already.
    pub fn view(&self, locale: Locale, server: Locale) -> View {
        let DraftSpec { asked, dates, .. } = &self.draft.spec;
        let heading = match self.wrong {
            None => Message::new("poll-preview").with("channel", self.draft.channel),
            Some(wrong) => wrong.clone(),
        };
        let mut lines = vec![heading];
        lines.extend(self.notes.iter().cloned());
        if let Some(Poll { plan, .. }) = self.poll {
            if plan.images > 0 {
                lines.push(Message::new("poll-preview-images"));
            }
            if !dates.is_empty() {
                lines.push(event_line(self.event));
            }
            if plan.ballot == Ballot::Secret {
                lines.push(Message::new("poll-preview-secret"));
            }
        }
        let content = Safe::join(lines.iter().map(|line| say(locale, line)), "\n");
        let none = Tally::default();
        let view = self.poll.map(|poll| card::card(server, poll, &none)).unwrap_or_default();
        let view = View { content: Some(content), ..view };
        let is_native = asked.kind == Some(Kind::Native);
        let view = if is_native || self.poll.is_none() { view } else { view.picker(self.voters(locale)) };
        let button =
            |key: &'static str, verb: &str| Button::new(say(locale, &Message::new(key)), id(verb, self.draft.id.get()));
        let publish = self.poll.is_some().then(|| button("poll-publish", "publish").success());
        let edit = (asked.kind != Some(Kind::Rating) && dates.is_empty()).then(|| button("poll-edit-options", "edit"));
        let limits = (!is_native).then(|| button("poll-limits", "limits"));
        let buttons = publish.into_iter().chain(edit).chain(limits).chain([button("poll-cancel", "cancel")]);
        view.row(buttons.collect())
    }

    fn voters(&self, locale: Locale) -> Picker {
        Picker {
            id: id("voters", self.draft.id.get()),
            placeholder: say(locale, &Message::new("poll-who-may")),
            offers: Offers::Roles { chosen: self.draft.spec.voters.clone(), most: limits::OPTIONS },
        }
    }
}

/// Who is called, and how many people that is.
pub fn calls(role: RoleId, reach: Option<u64>) -> Message {
    let role = Message::new("poll-role").with("role", role);
    match reach {
        Some(count) => Message::new("poll-preview-ping").with("role", role).with("count", count),
        None => Message::new("poll-preview-ping-unknown").with("role", role),
    }
}

/// When the polls of a series open after the first.
pub fn series(poll: &Poll, zone: &Zone, now: Timestamp) -> Option<Message> {
    let series = poll.plan.series?;
    let coming = series.coming(poll.plan.starts.unwrap_or(now), zone);
    let [next, then] = coming.as_slice() else { return None };
    let said = Message::new("poll-preview-series").with("repeats", series.repeat.message());
    Some(said.with("next", Arg::Time(*next, 'f')).with("then", Arg::Time(*then, 'f')))
}

/// Asks for the options, one in a line; `typed` are those that there are.
pub fn form(locale: Locale, draft: DraftId, typed: &[String]) -> Modal {
    let tell = |key: &'static str| say(locale, &Message::new(key));
    let field = Field::text("options", tell("poll-options-label"), OPTIONS).placeholder(tell("poll-options-hint"));
    let field = Field { value: limits::cut(&typed.join("\n"), OPTIONS), ..field };
    Modal::new(id("options", draft.get()), tell("poll-options-title")).field(field)
}

/// Asks for how long somebody has to be there to vote, and how many options win; filled in with what holds.
pub fn limits_form(locale: Locale, draft: &Draft) -> Modal {
    let tell = |key: &'static str| say(locale, &Message::new(key));
    let DraftSpec { asked, dates, .. } = &draft.spec;
    let field = |id: &'static str, key: &'static str, value: i64| {
        Field::line(id, tell(key), NUMBER).value(value.to_string()).optional()
    };
    let form = Modal::new(id("limited", draft.id.get()), tell("poll-limits"))
        .field(field("min_age", "poll-limits-min-age", asked.ages.member.into()))
        .field(field("account_age", "poll-limits-account-age", asked.ages.account.into()));
    // One date wins, and of a rating there is one mean.
    let has_seats = dates.is_empty() && asked.kind != Some(Kind::Rating);
    if has_seats { form.field(field("seats", "poll-limits-seats", asked.seats.unwrap_or(1))) } else { form }
}

/// What was published: where, or when it opens, or why it could not.
pub fn published(locale: Locale, poll: &Poll, card: OrderState) -> View {
    let number = poll.number.to_string();
    let told = |key: &'static str| Message::new(key).with("number", number.as_str()).with("channel", poll.plan.channel);
    let (message, again) = match (poll.state, poll.card.why, poll.plan.starts) {
        (State::Scheduled, _, Some(starts)) => {
            (told("poll-scheduled").with("at", Arg::Time(starts, 'F')).with("ago", Arg::Time(starts, 'R')), false)
        }
        (_, Some(why), _) => (told("poll-not-posted").with("why", super::why(why)), true),
        (State::Open, None, _) if card != OrderState::StillOnItsWay => (told("poll-opened"), false),
        _ => (told("poll-opening"), false),
    };
    let view = View::text(say(locale, &message));
    if again { view.row(vec![super::again(locale, poll.id)]) } else { view }
}

/// What became of `/poll close`; `next` is when the next poll of its series opens.
pub fn closed(locale: Locale, poll: &Poll, result: OrderState, next: Option<Timestamp>) -> View {
    let view = closed_one(locale, poll, result);
    let Some(next) = next else { return view };
    let next = Message::new("poll-series-next").with("at", Arg::Time(next, 'f'));
    let lines = view.content.into_iter().chain([say(locale, &next)]);
    View { content: Some(Safe::join(lines, "\n")), ..view }
}

fn closed_one(locale: Locale, poll: &Poll, result: OrderState) -> View {
    let told = |key: &'static str| {
        Message::new(key).with("number", poll.number.to_string()).with("channel", poll.plan.channel)
    };
    match poll.result.why {
        None if poll.opened.is_none() => View::text(say(locale, &told("poll-called-off"))),
        None if poll.plan.kind == Kind::Native => View::text(say(locale, &told("poll-ended-native"))),
        None if result != OrderState::StillOnItsWay => View::text(say(locale, &told("poll-closed-now"))),
        None => View::text(say(locale, &told("poll-closing"))),
        Some(why) => View::text(say(locale, &told("poll-closed-not-posted").with("why", super::why(why))))
            .row(vec![super::again(locale, poll.id)]),
    }
}

/// What became of `/poll extend`; `poll` is as it was before.
pub fn extended(locale: Locale, poll: &Poll, closes: Timestamp, note: Option<Message>) -> View {
    let told = Message::new("poll-extended")
        .with("number", poll.number.to_string())
        .with("before", Arg::Time(poll.plan.closes, 'F'))
        .with("at", Arg::Time(closes, 'F'))
        .with("ago", Arg::Time(closes, 'R'));
    View::text(Safe::join([told].iter().chain(&note).map(|line| say(locale, line)), "\n"))
}

/// That the results of a poll are hidden, and that it has no card on which anybody could vote.
pub fn without_card(locale: Locale, poll: &Poll, refused: Problem, missing: NotDone) -> View {
    let gone = Message::new("poll-list-no-card").with("why", super::why(missing));
    let lines = [refused.told(), gone];
    View::text(Safe::join(lines.iter().map(|line| say(locale, line)), "\n")).row(vec![super::again(locale, poll.id)])
}

/// What became of *Post again*.
pub fn posted_again(locale: Locale, poll: &Poll, post: OrderState) -> View {
    let posted = if poll.state == State::Closed { poll.result } else { poll.card };
    let told = |key: &'static str| {
        Message::new(key).with("number", poll.number.to_string()).with("channel", poll.plan.channel)
    };
    match posted.why {
        None if post != OrderState::StillOnItsWay => View::text(say(locale, &told("poll-posted-again"))),
        None => View::text(say(locale, &told("poll-posting-again"))),
        Some(why) => View::text(say(locale, &told("poll-not-posted").with("why", super::why(why))))
            .row(vec![super::again(locale, poll.id)]),
    }
}

/// Nothing comes of the draft.
pub fn cancelled(locale: Locale) -> View {
    View::text(say(locale, &Message::new("poll-cancelled")))
}
