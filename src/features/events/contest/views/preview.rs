//! The preview of a contest, which only its author sees: the card as it will be.

use crate::discord::outbox::OrderState;
use crate::discord::ui::view::View;
use crate::error::{Arg, Message};
use crate::features::events::contest::{Contest, Draft};
use crate::i18n::{Locale, say};
use crate::text::safe::Safe;

use super::{button, contest, id};

/// A draft as its author sees it.
#[derive(Debug, Clone, Copy)]
pub struct Preview<'a> {
    pub draft: &'a Draft,
    /// What it would become, if it goes together.
    pub contest: Option<&'a Contest>,
    /// What they should know before they publish it, a line each.
    pub notes: &'a [Message],
    /// Why it can't be published as it is.
    pub wrong: Option<&'a Message>,
}

impl Preview<'_> {
    /// In the author's language; the card is in the server's already.
    pub fn view(&self, locale: Locale, server: Locale) -> View {
        let heading = match self.wrong {
            None => Message::new("contest-preview").with("channel", self.draft.channel),
            Some(wrong) => wrong.clone(),
        };
        let lines = std::iter::once(&heading).chain(self.notes);
        let content = Safe::join(lines.map(|line| say(locale, line)), "\n");
        let view = self.contest.map(|contest| contest::card(server, contest)).unwrap_or_default();
        let row = self.draft.id.get();
        let publish = self.contest.is_some().then(|| button(locale, "contest-publish", id("publish", row)).success());
        let buttons = publish.into_iter().chain([button(locale, "contest-cancel", id("cancel", row))]).collect();
        View { content: Some(content), ..view }.row(buttons)
    }
}

/// It is published.
pub fn published(locale: Locale, contest: &Contest, card: OrderState) -> View {
    let key = match card {
        OrderState::Done => "contest-published",
        OrderState::StillOnItsWay => "contest-published-soon",
        OrderState::Failed(_) | OrderState::Unknown => "contest-published-not-posted",
    };
    let message = Message::new(key)
        .with("number", contest.number.to_string())
        .with("channel", contest.plan.channel)
        .with("closes", Arg::Time(contest.plan.closes, 'f'));
    let why = match card {
        OrderState::Failed(why) => Some(why.message(None)),
        _ => None,
    };
    let view = View::text(Safe::join([Some(message), why].into_iter().flatten().map(|line| say(locale, &line)), "\n"));
    // What isn't there can be posted again.
    let manage = button(locale, "contest-manage", id("manage", contest.id.get()));
    if card == OrderState::Done { view } else { view.row(vec![manage]) }
}

/// It is let go of.
pub fn cancelled(locale: Locale) -> View {
    View::text(say(locale, &Message::new("contest-cancelled")))
}
