//! A question in the thread, with the button to upvote it.

use crate::discord::ui::view::{Button, Embed, View};
use crate::error::Message;
use crate::feature::identity::Identity;
use crate::features::ama::{Anonymity, Question, QuestionState, Ranked};
use crate::i18n::{Locale, say};
use crate::text::safe::Safe;

use super::{bold, id, quote, tell, wanted};

/// As everyone in the thread reads it.
pub fn card(locale: Locale, one: &Ranked) -> View {
    let question = &one.question;
    let footer = match question.state {
        QuestionState::Answered => tell(locale, "ama-question-answered"),
        QuestionState::Rejected => tell(locale, "ama-question-rejected"),
        QuestionState::Merged => tell(locale, "ama-question-merged"),
        QuestionState::Withdrawn => tell(locale, "ama-question-withdrawn"),
        _ => say(locale, &Message::new("ama-question-number").with("number", question.number.unwrap_or_default())),
    };
    // What was taken back or rejected is not to be read any more.
    if matches!(question.state, QuestionState::Rejected | QuestionState::Withdrawn) {
        return View::embed(Embed::default().description(footer));
    }
    let footer = Safe::join([footer].into_iter().chain(wanted(locale, one)), " · ");
    let embed = Embed::default().description(words(locale, question)).footer(footer);
    let vote = (question.state == QuestionState::Approved).then(|| upvote(locale, one));
    View::embed(embed).row(vote.into_iter().collect())
}

fn upvote(locale: Locale, one: &Ranked) -> Button {
    let label = Message::new("ama-upvote").with("count", one.votes);
    Button::new(say(locale, &label), id("vote", one.question.id.get()))
}

/// What was asked, and by whom where everyone learns it.
pub fn words(locale: Locale, question: &Question) -> Safe {
    let mut parts = vec![bold(&question.words.text)];
    parts.extend(question.words.context.as_deref().map(quote));
    let member = question.asker.as_ref().filter(|_| question.shown == Anonymity::Named).and_then(Identity::member);
    parts.push(match member {
        Some(member) => say(locale, &Message::new("ama-asked-by").with("member", member)),
        None => tell(locale, "ama-asked-anonymously"),
    });
    Safe::join(parts, "\n")
}
