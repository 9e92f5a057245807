//! A suggestion: its card, where everyone reads it, and what its author sees.

use crate::discord::outbox::OrderState;
use crate::discord::ui::view::{Button, Embed, Select, SelectOption, View};
use crate::error::Message;
use crate::feature::draft::DraftId;
use crate::features::feedback::{Status, Suggestion, SuggestionId};
use crate::i18n::{Locale, say};
use crate::ids::ChannelId;
use crate::text::limits;
use crate::text::safe::Safe;

use super::{button, id, quote, tell};

/// As everyone reads it.
pub fn card(locale: Locale, suggestion: &Suggestion) -> View {
    let (Some(text), Some(status)) = (&suggestion.text, suggestion.status) else {
        return View::embed(Embed::default().description(tell(locale, "suggest-card-withdrawn")));
    };
    let mut lines = vec![Safe::escape(text), Safe::default()];
    lines.push(say(locale, &Message::new("suggest-card-by").with("member", suggestion.author)));
    lines.extend((status != Status::Open).then(|| status_line(locale, status)));
    let reason = suggestion.reason.as_ref().filter(|_| status != Status::Open);
    lines.extend(reason.map(|reason| say(locale, &Message::new("feedback-card-reason").with("reason", reason))));
    let embed = Embed::titled(tell(locale, "suggest-card")).description(Safe::join(lines, "\n"));
    if status.is_closed() {
        let votes = say(locale, &Message::new("suggest-upvote").with("count", suggestion.votes));
        return View::embed(embed.footer(votes));
    }
    View::embed(embed).row(vec![upvote(locale, suggestion)])
}

fn status_line(locale: Locale, status: Status) -> Safe {
    say(locale, &Message::new("feedback-card-status").with("status", status.message()))
}

fn upvote(locale: Locale, suggestion: &Suggestion) -> Button {
    let label = say(locale, &Message::new("suggest-upvote").with("count", suggestion.votes));
    Button::new(label, id("vote", suggestion.id.get()))
}

/// Similar suggestions are there: one of them can be upvoted instead, or the idea posted all the same.
pub fn offered(locale: Locale, draft: DraftId, text: &str, alike: &[Suggestion]) -> View {
    let menu = Select::new(id("instead", draft.get()), tell(locale, "suggest-instead"));
    let option = |one: &Suggestion| {
        let text = one.text.as_deref().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        let label = Safe::escape(&limits::cut_words(&text, limits::OPTION));
        let votes = say(locale, &Message::new("suggest-upvote").with("count", one.votes));
        SelectOption::new(one.id.to_string(), label).description(votes)
    };
    let menu = alike.iter().map(option).fold(menu, Select::option);
    let embed = Embed::default().description(quote(locale, text, limits::EMBED_DESCRIPTION));
    View { content: Some(tell(locale, "suggest-alike")), ..View::embed(embed) }
        .select(menu)
        .row(vec![button(locale, "suggest-post", id("post", draft.get())).primary()])
}

/// It is posted, or kept and not posted, and can be taken back.
pub fn receipt(locale: Locale, suggestion: SuggestionId, channel: Option<ChannelId>, state: OrderState) -> View {
    let told = match (channel, state) {
        (None, _) => Message::new("suggest-for-staff"),
        (Some(channel), OrderState::Done) => Message::new("suggest-posted").with("channel", channel),
        (Some(channel), OrderState::StillOnItsWay) => Message::new("suggest-posted-soon").with("channel", channel),
        (Some(channel), OrderState::Failed(_) | OrderState::Unknown) => {
            Message::new("suggest-not-posted").with("channel", channel)
        }
    };
    let withdraw = button(locale, "suggest-withdraw", id("withdraw", suggestion.get()));
    View::text(say(locale, &told)).row(vec![withdraw])
}

/// Another one was upvoted instead.
pub fn voted_instead(locale: Locale, suggestion: &Suggestion) -> View {
    let text = limits::cut_words(suggestion.text.as_deref().unwrap_or_default(), 200);
    View::text(say(locale, &Message::new("suggest-voted-instead").with("text", text)))
}

/// It was taken back.
pub fn withdrawn(locale: Locale) -> View {
    View::text(tell(locale, "suggest-withdrawn-now"))
}
