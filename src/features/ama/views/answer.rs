//! An answer in the thread, in as many messages as it takes.

use crate::discord::ui::view::{Embed, View};
use crate::error::Message;
use crate::features::ama::rules::split::parts;
use crate::features::ama::{Answer, Question};
use crate::i18n::{Locale, say};
use crate::text::limits;
use crate::text::safe::Safe;

use super::{bold, question};

/// How much of the question stands above its answer.
const QUESTION: usize = 300;

/// The messages of an answer in words.
pub fn posts(locale: Locale, question: &Question, answer: &Answer) -> Vec<View> {
    let head = head(locale, question, answer);
    let room = |place: usize| limits::EMBED_DESCRIPTION - if place == 0 { head.len_utf16() + 2 } else { 0 };
    let text = answer.text.as_deref().unwrap_or_default();
    let parts = parts(text, room);
    let of = parts.len();
    let post = |(place, part): (usize, &str)| {
        let words = Safe::escape(part);
        let body = if place == 0 { Safe::join([head.clone(), words], "\n\n") } else { words };
        let embed = Embed::default().description(body);
        let number = Message::new("ama-answer-part").with("part", place + 1).with("parts", of);
        View::embed(if of > 1 { embed.footer(say(locale, &number)) } else { embed })
    };
    parts.into_iter().enumerate().map(post).collect()
}

fn head(locale: Locale, question: &Question, answer: &Answer) -> Safe {
    let words = limits::cut_words(&question.words.text, QUESTION);
    let number = Safe::ours(format!("**{}.** ", question.number.unwrap_or_default()));
    let asked = Safe::join([number, bold(&words)], "");
    let mut said = vec![match answer.host {
        Some(host) => Message::new("ama-answer-of").with("host", host),
        None => Message::new("ama-answer"),
    }];
    if answer.edited.is_some() {
        said.push(Message::new("ama-answer-edited"));
    }
    let said = Safe::join(said.iter().map(|message| say(locale, message)), " · ");
    Safe::join([asked, said], "\n")
}

/// The thread is told which question is being answered.
pub fn now_answering(locale: Locale, question: &Question) -> View {
    let title = say(locale, &Message::new("ama-now").with("number", question.number.unwrap_or_default()));
    View::embed(Embed::titled(title).description(question::words(locale, question)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::ama::tests::{NOW, question as sample};
    use crate::features::ama::{AnswerId, QuestionId, QuestionState};
    use crate::ids::MemberId;

    #[test]
    fn a_long_answer_takes_several_messages_that_discord_accepts() {
        let answer = Answer {
            id: AnswerId(1),
            question: QuestionId(1),
            host: Some(MemberId(2)),
            text: Some("A *starred* sentence of some length. ".repeat(108)),
            at: NOW,
            edited: None,
        };
        let views = posts(Locale::En, &sample(1, QuestionState::Answered), &answer);
        assert_eq!(views.len(), 2);
        let texts: Vec<&Safe> = views.iter().filter_map(|view| view.embeds[0].description.as_ref()).collect();
        assert!(texts.iter().all(|text| text.len_utf16() <= limits::EMBED_DESCRIPTION));
        assert!(texts[0].as_str().starts_with("**1.** **Question 1?**\nAnswer by <@2>\n\nA \\*starred\\* sentence"));
        assert!(texts[0].as_str().ends_with("length."), "cut between sentences");
    }
}
