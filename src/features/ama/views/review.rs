//! A question for reviewers: on a card in the channel of the moderators, or in the queue that one person goes through.

use crate::discord::ui::view::{Button, Embed, View};
use crate::error::Message;
use crate::feature::identity::Identity;
use crate::features::ama::{Anonymity, Question, QuestionId, QuestionState, Ranked, Session};
use crate::i18n::{Locale, say};
use crate::text::limits;
use crate::text::safe::Safe;

use super::{QUEUE, bold, button, id, menu, quote, tell};

/// Where a question is reviewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Where {
    /// On its card.
    Card,
    /// One after the other, by one person.
    Queue,
}

/// Who reviews.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reader {
    pub locale: Locale,
    /// Whether they may know who asked a hidden question.
    pub learns_askers: bool,
    pub place: Where,
}

/// The card that all moderators see.
pub fn card(locale: Locale, session: &Session, question: &Question) -> View {
    self::question(Reader { locale, learns_askers: true, place: Where::Card }, session, question)
}

/// A question, what has become of it, and what can be decided.
pub fn question(reader: Reader, session: &Session, question: &Question) -> View {
    let locale = reader.locale;
    let title = say(locale, &Message::new("ama-review-title").with("title", &session.plan.title));
    let embed = match reader.place {
        // What its asker has taken back is not to be read any more.
        _ if question.state == QuestionState::Withdrawn => {
            return View::embed(Embed::titled(title).description(state(locale, question)));
        }
        Where::Card => for_staff(reader, question, Embed::titled(title)),
        Where::Queue => {
            let mut parts = vec![bold(&question.words.text)];
            parts.extend(question.words.context.as_deref().map(quote));
            parts.extend([asked_by(reader, question), state(locale, question)]);
            parts.extend(super::tags(locale, question));
            Embed::titled(title).description(Safe::join(parts, "\n"))
        }
    };
    let view = View::embed(embed);
    let next = (reader.place == Where::Queue && question.state != QuestionState::Pending)
        .then(|| button(locale, "ama-review-next", id("review", session.id.get())).primary());
    view.row(decisions(reader, question).into_iter().chain(next).collect())
}

/// In a channel that everyone reads nothing of a question is shown before it appears, nor who asked it.
fn for_staff(reader: Reader, question: &Question, embed: Embed) -> Embed {
    let locale = reader.locale;
    let words = |words: &str| Safe::escape(words).cut_words(limits::EMBED_FIELD_VALUE);
    let embed = embed.description(state(locale, question));
    let embed = embed.field_for_staff(tell(locale, "ama-review-question"), words(&question.words.text));
    let context = question.words.context.iter();
    let embed =
        context.fold(embed, |embed, context| embed.field_for_staff(tell(locale, "ama-review-context"), words(context)));
    let embed = embed.field_for_staff(tell(locale, "ama-review-asker"), asked_by(reader, question));
    let tags = (!question.tags.is_empty()).then(|| Safe::escape(&question.tags.join(", ")));
    tags.into_iter().fold(embed, |embed, tags| embed.field_for_staff(tell(locale, "ama-review-tags"), tags))
}

fn asked_by(reader: Reader, question: &Question) -> Safe {
    let member = question.asker.as_ref().and_then(Identity::member);
    match (question.shown, member) {
        (Anonymity::Named, Some(member)) => say(reader.locale, &Message::new("ama-asked-by").with("member", member)),
        (Anonymity::Hidden, Some(member)) if reader.learns_askers => {
            say(reader.locale, &Message::new("ama-asked-hidden-by").with("member", member))
        }
        _ => tell(reader.locale, "ama-asked-anonymously"),
    }
}

fn state(locale: Locale, question: &Question) -> Safe {
    let key = match question.state {
        QuestionState::Offered | QuestionState::Held | QuestionState::Pending => "ama-review-pending",
        QuestionState::Approved => "ama-review-approved",
        QuestionState::Answered => "ama-review-answered",
        QuestionState::Rejected => "ama-review-rejected",
        QuestionState::Merged => "ama-review-merged",
        QuestionState::Withdrawn => "ama-review-withdrawn",
    };
    let reviewer = question.reviewed_by.map(|by| Message::new("ama-review-by").with("member", by));
    let reason = question.reason.as_deref().map(|reason| Message::new("ama-receipt-reason").with("reason", reason));
    let said = [Some(Message::new(key)), reviewer, reason].into_iter().flatten();
    Safe::join(said.map(|message| say(locale, &message)), "\n")
}

fn decisions(reader: Reader, question: &Question) -> Vec<Button> {
    let button = |key: &'static str, verb: &str| {
        let id = id(verb, question.id.get());
        button(reader.locale, key, if reader.place == Where::Queue { id.arg(QUEUE) } else { id })
    };
    let reject = || button("ama-reject", "reject").danger();
    let tag = || button("ama-tag", "tag");
    match question.state {
        QuestionState::Pending => vec![
            button("ama-approve", "approve").success(),
            reject(),
            button("ama-merge", "merge"),
            tag(),
            button("ama-block", "block"),
        ],
        QuestionState::Approved => {
            vec![reject(), button("ama-merge", "merge"), tag(), button("ama-block", "block")]
        }
        QuestionState::Answered => vec![tag()],
        QuestionState::Rejected | QuestionState::Merged => {
            vec![button("ama-restore", "restore"), tag(), button("ama-block", "block")]
        }
        _ => Vec::new(),
    }
}

/// The queue is empty.
pub fn nothing_left(locale: Locale, session: &Session) -> View {
    View::text(say(locale, &Message::new("ama-review-empty").with("title", &session.plan.title)))
}

/// What a question can be merged into.
pub fn merge(locale: Locale, question: &Question, targets: &[&Ranked]) -> View {
    let words = Message::new("ama-merge-which").with("question", &question.words.text);
    let targets = targets.iter().map(|one| &one.question);
    View::text(say(locale, &words)).select(menu(locale, id("into", question.id.get()), "ama-merge-choose", targets))
}

/// Whoever sent a question can't send more.
pub fn blocked(locale: Locale, question: QuestionId) -> View {
    let unblock = button(locale, "ama-unblock", id("unblock", question.get()));
    View::text(tell(locale, "ama-blocked-now")).row(vec![unblock])
}

/// They can again.
pub fn unblocked(locale: Locale) -> View {
    View::text(tell(locale, "ama-unblocked"))
}
