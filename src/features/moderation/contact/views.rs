//! What people see of contacts: the member the answer and the first message of the thread, the staff the card.

use super::{Closed, Contact, ContactState, NAME};
use crate::discord::outbox::{Effect, FailureReason, OrderState};
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::ping::Ping;
use crate::discord::ui::view::{Button, Embed, Select, SelectOption, View};
use crate::error::{Arg, Message};
use crate::features::moderation::views::words;
use crate::i18n::{Locale, plain, say};
use crate::ids::{ChannelId, MemberId, RoleId};
use crate::text::safe::Safe;

fn tell(locale: Locale, key: &'static str) -> Safe {
    say(locale, &Message::new(key))
}

/// What the thread is called.
pub fn thread_name(locale: Locale, contact: &Contact) -> String {
    let name = match &contact.topic {
        Some(topic) => Message::new("contact-thread-topic").with("topic", topic),
        None => Message::new("contact-thread"),
    };
    plain(locale, &name.with("number", contact.number.to_string()))
}

fn button(locale: Locale, key: &'static str, verb: &str, contact: &Contact) -> Button {
    Button::new(tell(locale, key), CustomId::new(NAME, verb, 1, contact.id.get()))
}

/// The first message of the thread.
pub fn welcome(locale: Locale, contact: &Contact, called: Option<RoleId>) -> View {
    let text = Message::new("contact-welcome").with("member", contact.member);
    let topic = contact.topic.as_ref().map(|topic| Message::new("contact-about").with("topic", topic));
    let calls = called.map(|role| Message::new("contact-calls").with("role", role));
    let lines = topic.into_iter().chain([text]).chain(calls);
    let view = View::text(words::lines(locale, lines)).row(vec![button(locale, "contact-close", "close", contact)]);
    match called {
        Some(role) => view.ping(Ping::Role(role)),
        None => view,
    }
}

/// The last one.
pub fn closed_note(locale: Locale, contact: &Contact, by: MemberId) -> View {
    let key = if by == contact.member { "contact-closed-by-member" } else { "contact-closed-by-staff" };
    View::text(say(locale, &Message::new(key).with("member", contact.member)))
}

/// The card. All of it is for staff: in a channel that everyone can read only its number is shown.
pub fn card(locale: Locale, contact: &Contact) -> View {
    let title = say(locale, &Message::new("contact-title").with("number", contact.number.to_string()));
    let person = say(locale, &Message::new("case-person").with("member", contact.member));
    let mut fields = vec![("contact-from", person)];
    fields.extend(contact.topic.as_ref().map(|topic| ("contact-topic", Safe::escape(topic))));
    if let Some(thread) = contact.thread {
        fields.push(("contact-where", say(locale, &Message::new("contact-in").with("thread", thread))));
    }
    if let Some(closed) = contact.closed {
        fields.push(("contact-outcome", say(locale, &outcome(closed))));
    }
    let embed = Embed::titled(title);
    let embed = fields.into_iter().fold(embed, |embed, (key, value)| embed.field_for_staff(tell(locale, key), value));
    View::embed(embed).row(if contact.state == ContactState::Open {
        vec![
            button(locale, "contact-join", "join", contact).primary(),
            button(locale, "contact-close", "close", contact),
        ]
    } else {
        Vec::new()
    })
}

fn outcome(Closed { by, at }: Closed) -> Message {
    let outcome = match by {
        Some(by) => Message::new("contact-closed-outcome").with("by", by),
        None => Message::new("contact-gone-outcome"),
    };
    outcome.with("ago", Arg::Time(at, 'R'))
}

/// Open contacts below a list, with a menu to join one.
pub fn below(locale: Locale, view: View, open: &[Contact]) -> View {
    if open.is_empty() {
        return view;
    }
    let lines = open.iter().filter_map(|contact| {
        let line = Message::new("contact-line").with("number", contact.number.to_string());
        let line = line.with("member", contact.member).with("thread", contact.thread?);
        Some(line.with("ago", Arg::Time(contact.opened, 'R')))
    });
    let menu = Select::new(CustomId::new(NAME, "choose", 1, 0), tell(locale, "contact-join-one"));
    let menu = open.iter().fold(menu, |menu, contact| {
        let label = say(locale, &Message::new("contact-title").with("number", contact.number.to_string()));
        menu.option(SelectOption::new(contact.id.to_string(), label))
    });
    let embed = Embed::titled(tell(locale, "contact-list")).description(words::lines(locale, lines));
    let mut view = view.select(menu);
    view.embeds.push(embed);
    view
}

/// Where the thread is, or that it will be there in a moment.
pub fn receipt(locale: Locale, thread: Option<ChannelId>, has_channel: bool) -> View {
    let text = match thread {
        Some(thread) => Message::new("contact-opened").with("thread", thread),
        None => Message::new("contact-on-its-way"),
    };
    let missing = (!has_channel).then(|| Message::new("contact-no-channel"));
    View::text(Safe::join([text].into_iter().chain(missing).map(|part| say(locale, &part)), " "))
}

/// Why there is none.
pub fn why(contact: &Contact, channel: ChannelId) -> Message {
    let effect = Effect::MakePrivateThread { channel, name: String::new() };
    match contact.why.as_deref().and_then(FailureReason::from_stored) {
        Some(why) => why.message(Some(&effect)),
        None => Message::new("contact-unknown"),
    }
}

/// Whether one of the staff is in the thread.
pub fn joined(locale: Locale, thread: ChannelId, by: MemberId, state: OrderState) -> View {
    let text = match state {
        OrderState::Done => Message::new("contact-joined").with("thread", thread),
        OrderState::StillOnItsWay => Message::new("contact-joining").with("thread", thread),
        OrderState::Unknown => Message::new("contact-join-unknown").with("thread", thread),
        OrderState::Failed(why) => {
            let why = why.message(Some(&Effect::AddToThread { thread, member: by }));
            Message::new("contact-not-joined").with("why", why)
        }
    };
    View::text(say(locale, &text))
}

/// That it is closed, and what became of its thread.
pub fn closed(locale: Locale, thread: Option<ChannelId>, state: OrderState) -> View {
    let text = match (state, thread) {
        (OrderState::Failed(why), Some(thread)) if why != FailureReason::Gone => {
            let why = why.message(Some(&Effect::CloseThread { thread }));
            Message::new("contact-not-locked").with("why", why)
        }
        (OrderState::StillOnItsWay | OrderState::Unknown, _) => Message::new("contact-closing"),
        _ => Message::new("contact-closed"),
    };
    View::text(say(locale, &text))
}
