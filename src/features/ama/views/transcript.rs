//! The transcript of a session as files: Markdown to read and publish, CSV to count. Both name an asker only where
//! they asked with their name.

use crate::clock::Timestamp;
use crate::discord::ui::file::File;
use crate::discord::ui::view::{Embed, View};
use crate::error::{Arg, Message, Result};
use crate::feature::few::{ENOUGH_PEOPLE, are_few};
use crate::feature::identity::Identity;
use crate::features::ama::rules::order::{By, unreviewed, waiting};
use crate::features::ama::rules::review::answers_until;
use crate::features::ama::rules::statistics::moment;
use crate::features::ama::{Anonymity, Answer, Problem, Question, QuestionState, Ranked, Session, Statistics};
use crate::i18n::{Locale, Span, plain, say};
use crate::ids::MemberId;
use crate::text::limits;
use crate::text::safe::Safe;
use crate::text::table::{self, Cell};
use crate::text::zone::iso_utc;

use super::{button, id, tell};

/// A question that was answered, and its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    pub question: Ranked,
    pub answer: Answer,
}

/// How much of an unanswered question stands in the post.
const LEFT: usize = 150;
/// So many unanswered questions stand in the post; the files have all.
const LEFT_SHOWN: usize = 15;

/// The post at the close: figures, what wasn't answered, and the whole transcript as files.
///
/// # Errors
/// Fault, if the table can't be written.
pub fn post(
    locale: Locale,
    session: &Session,
    questions: &[Ranked],
    answers: &[Answer],
    now: Timestamp,
) -> Result<View> {
    let title = say(locale, &Message::new("ama-transcript").with("title", &session.plan.title));
    let figures = session.statistics.iter().flat_map(|statistics| figures(session, statistics, false));
    let figures = figures.chain(not_reviewed(questions));
    let figures = figures.map(|figure| say(locale, &figure)).chain(recording(locale, session));
    let body = Safe::join(figures, "\n");
    let embed = Embed::titled(title).description(body);
    let left = waiting(questions, By::Votes);
    let later = match left.len() {
        0 if unreviewed(questions) == 0 => None,
        // What nobody has reviewed is reviewed there.
        0 => Some("ama-panel"),
        _ => Some("ama-answer-later"),
    };
    let later = later.filter(|_| answers_until(session, now).is_some());
    let embed = if left.is_empty() {
        embed
    } else {
        let name = say(locale, &Message::new("ama-left").with("count", left.len()));
        let lines = left.iter().take(LEFT_SHOWN).map(|one| {
            let number = one.question.number.unwrap_or_default();
            let words = limits::cut_words(&one_line(&one.question.words.text), LEFT);
            Safe::join([Safe::ours(format!("{number}. ")), Safe::escape(&words)], "")
        });
        embed.field(name, Safe::join(lines, "\n"))
    };
    let files = files(locale, session, questions, answers)?;
    // What Discord doesn't take would keep the whole post from appearing.
    let view = files.into_iter().filter(|file| !file.is_too_large()).fold(View::embed(embed), View::file);
    let later = later.map(|key| button(locale, key, id("panel", session.id.get())));
    Ok(view.row(later.into_iter().collect()))
}

/// The transcript so far, for somebody alone.
///
/// # Errors
/// Told, if it is too large for Discord.
pub fn export(locale: Locale, session: &Session, questions: &[Ranked], answers: &[Answer]) -> Result<View> {
    let files = files(locale, session, questions, answers)?;
    if files.iter().any(File::is_too_large) {
        return Err(Problem::TooLarge(session.number).into());
    }
    let told = Message::new("ama-exported").with("title", &session.plan.title);
    Ok(files.into_iter().fold(View::text(say(locale, &told)), View::file))
}

/// The transcript to read and the one to count.
fn files(locale: Locale, session: &Session, questions: &[Ranked], answers: &[Answer]) -> Result<[File; 2]> {
    let name = format!("ama-{}", session.number);
    let of = |answer: &Answer| questions.iter().find(|one| one.question.id == answer.question).cloned();
    let answered: Vec<Answered> =
        answers.iter().filter_map(|answer| Some(Answered { question: of(answer)?, answer: answer.clone() })).collect();
    Ok([
        File::text(format!("{name}.md"), markdown(locale, session, &answered, questions)),
        File::table(format!("{name}.csv"), &csv(session, questions, answers)?),
    ])
}

/// The transcript to read: who answered what, in the order of the answers, then what is left.
pub fn markdown(locale: Locale, session: &Session, answered: &[Answered], questions: &[Ranked]) -> String {
    let tell = |message: &Message| plain(locale, message);
    let mut text = format!("# {}\n\n", line(&session.plan.title));
    for fact in facts(session) {
        text.push_str(&format!("- {}\n", tell(&fact)));
    }
    if let Some(statistics) = &session.statistics {
        for figure in figures(session, statistics, false).into_iter().chain(not_reviewed(questions)) {
            text.push_str(&format!("- {}\n", tell(&figure)));
        }
    }
    if let Some(recording) = &session.recording {
        text.push_str(&format!("- {}: <{recording}>\n", tell(&Message::new("ama-recording"))));
    }
    for one in answered {
        text.push_str(&question(locale, &one.question));
        text.push_str(&format!("**{}**\n", answered_by(locale, session, one)));
        if let Some(words) = &one.answer.text {
            text.push_str(&format!("\n{}\n", Safe::escape(words)));
        }
    }
    let left = waiting(questions, By::Votes);
    if !left.is_empty() {
        text.push_str(&format!("\n## {}\n\n", tell(&Message::new("ama-left").with("count", left.len()))));
        for one in left {
            text.push_str(&format!("- {}\n", left_line(locale, one)));
        }
    }
    text
}

/// The transcript to count: a row for each question that appeared.
///
/// # Errors
/// Fault, if the table can't be written.
pub fn csv(session: &Session, questions: &[Ranked], answers: &[Answer]) -> Result<String> {
    const COLUMNS: [&str; 12] = [
        "number",
        "state",
        "question",
        "context",
        "asked_by",
        "votes",
        "asked_times",
        "answered_by",
        "answered_at",
        "minutes_after_opening",
        "answer",
        "tags",
    ];
    let appeared = questions.iter().filter(|one| is_public(&one.question));
    let row = |one: &Ranked| {
        let question = &one.question;
        let answer = answers.iter().find(|answer| answer.question == question.id);
        let minutes = answer.and_then(|answer| moment(session.opened, answer.at)).map(|since| since / 60_000);
        [
            Cell::from(question.number),
            Cell::plain(if answer.is_some() { "answered" } else { "open" }),
            Cell::words(&question.words.text),
            question.words.context.as_deref().map(Cell::words).into(),
            named(question).map(|member| Cell::plain(member.to_string())).into(),
            Cell::from(one.votes),
            Cell::from(one.asked_times),
            answer.and_then(|answer| answer.host).map(|host| Cell::plain(host.to_string())).into(),
            answer.map(|answer| Cell::plain(iso_utc(answer.at))).into(),
            Cell::from(minutes),
            answer.and_then(|answer| answer.text.as_deref()).map(Cell::words).into(),
            Some(question.tags.join(", ")).filter(|tags| !tags.is_empty()).as_deref().map(Cell::words).into(),
        ]
    };
    table::csv(COLUMNS, appeared.map(row))
}

/// What the session was, a line each.
fn facts(session: &Session) -> Vec<Message> {
    let mut facts = vec![Message::new("ama-name").with("number", session.number.to_string())];
    facts.extend(session.hosts.iter().map(|host| Message::new("ama-host-of").with("host", *host)));
    if let (Some(opened), Some(closed)) = (session.opened, session.closed) {
        facts.push(Message::new("ama-when").with("from", time(opened)).with("until", time(closed)));
    }
    facts
}

fn time(at: Timestamp) -> Arg {
    Arg::Time(at, 'f')
}

/// What came out, a line each. How many asked is not told of few, neither to `members` nor where few of them asked under
/// seal: those who asked by name can be counted, and the others would be known from the difference.
pub fn figures(session: &Session, statistics: &Statistics, members: bool) -> Vec<Message> {
    let is_sealed = session.plan.anonymity == Anonymity::Sealed;
    let few = (members || is_sealed) && are_few(statistics.askers);
    let mut figures = vec![
        Message::new("ama-figure-questions").with("count", statistics.questions),
        if few {
            Message::new("ama-figure-few").with("few", ENOUGH_PEOPLE)
        } else if is_sealed && are_few(statistics.sealed_askers) {
            Message::new("ama-figure-few-sealed").with("few", ENOUGH_PEOPLE)
        } else {
            Message::new("ama-figure-askers").with("count", statistics.askers)
        },
        Message::new("ama-figure-votes").with("count", statistics.votes),
        Message::new("ama-figure-answered").with("count", statistics.answered),
    ];
    if let Some(wait) = statistics.median_wait {
        figures.push(Message::new("ama-figure-wait").with("span", span(wait)));
    }
    figures
}

/// How many questions nobody has reviewed, where there are any.
pub fn not_reviewed(questions: &[Ranked]) -> Option<Message> {
    let count = unreviewed(questions);
    (count > 0).then(|| Message::new("ama-unreviewed").with("count", count))
}

/// A length of time, as people say it.
#[expect(clippy::cast_precision_loss, reason = "minutes of a session, not of an age")]
fn span(millis: i64) -> Message {
    Span::of_seconds((millis / 1_000) as f64).message()
}

/// A question as a section of its own.
fn question(locale: Locale, one: &Ranked) -> String {
    let Ranked { question, votes, asked_times } = one;
    let mut text = format!("\n## {}. {}\n\n", question.number.unwrap_or_default(), line(&question.words.text));
    if let Some(context) = &question.words.context {
        text.push_str(&format!("> {}\n\n", line(context)));
    }
    let mut said = vec![match named(question) {
        Some(member) => Message::new("ama-asked-by").with("member", member),
        None => Message::new("ama-asked-anonymously"),
    }];
    if *votes > 0 {
        said.push(Message::new("ama-votes").with("count", *votes));
    }
    if *asked_times > 1 {
        said.push(Message::new("ama-asked-times").with("count", *asked_times));
    }
    if !question.tags.is_empty() {
        said.push(Message::new("ama-tagged").with("tags", line(&question.tags.join(", "))));
    }
    let said: Vec<String> = said.iter().map(|message| plain(locale, message)).collect();
    text.push_str(&format!("*{}*\n\n", said.join(" · ")));
    text
}

/// Who answered; and how long after the opening, where it was by word of mouth or there is a recording to find it in.
fn answered_by(locale: Locale, session: &Session, one: &Answered) -> String {
    let answer = &one.answer;
    // A host says what they are answering when they begin, and that they have when they end.
    let begun = one.question.question.announced.unwrap_or(answer.at);
    let since = moment(session.opened, begun).map(clock);
    let by =
        answer.host.map_or_else(|| Message::new("ama-answer"), |by| Message::new("ama-answer-of").with("host", by));
    match (&answer.text, since) {
        (None, Some(since)) => plain(locale, &Message::new("ama-answered-live").with("moment", since)),
        (Some(_), Some(since)) if session.recording.is_some() => {
            let at = Message::new("ama-after-start").with("moment", since);
            format!("{} · {}", plain(locale, &by), plain(locale, &at))
        }
        (Some(_), _) => plain(locale, &by),
        (None, None) => plain(locale, &Message::new("ama-answer")),
    }
}

/// Where to find a recording. Its address was looked at when it was given: it is nothing but that.
fn recording(locale: Locale, session: &Session) -> Option<Safe> {
    let address = session.recording.as_ref()?;
    Some(Safe::join([tell(locale, "ama-recording"), Safe::ours(format!("<{address}>"))], ": "))
}

/// "1:02:07", as players of recordings show it.
fn clock(millis: i64) -> String {
    let seconds = millis / 1_000;
    format!("{}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

fn left_line(locale: Locale, one: &Ranked) -> String {
    let words = format!("{}. {}", one.question.number.unwrap_or_default(), line(&one.question.words.text));
    if one.votes == 0 {
        return words;
    }
    format!("{words} ({})", plain(locale, &Message::new("ama-votes").with("count", one.votes)))
}

/// Words of people on one line, where they do nothing.
fn line(words: &str) -> String {
    Safe::escape(&one_line(words)).into()
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Who asked, where everyone learns it.
fn named(question: &Question) -> Option<MemberId> {
    question.asker.as_ref().filter(|_| question.shown == Anonymity::Named).and_then(Identity::member)
}

/// Whether everyone could read it in the thread at the end.
const fn is_public(question: &Question) -> bool {
    matches!(question.state, QuestionState::Approved | QuestionState::Answered)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::features::ama::rules::statistics::statistics;
    use crate::features::ama::tests::{NOW, question as sample, session};
    use crate::features::ama::{AnswerId, QuestionId, State, Words};

    fn asked(id: i64, state: QuestionState, shown: Anonymity, text: &str, votes: i64) -> Ranked {
        let words = Words { text: text.to_owned(), context: None };
        Ranked { question: Question { shown, words, ..sample(id, state) }, votes, asked_times: 1 }
    }

    fn answer(question: i64, minutes: u64, text: Option<&str>) -> Answer {
        Answer {
            id: AnswerId(question),
            question: QuestionId(question),
            host: Some(MemberId(2)),
            text: text.map(str::to_owned),
            at: NOW.plus(Duration::from_secs(60 * minutes + 7)),
            edited: None,
        }
    }

    fn played() -> (Session, Vec<Ranked>, Vec<Answer>) {
        let first = asked(1, QuestionState::Answered, Anonymity::Named, "When does the *map* open?", 12);
        let mut first = Ranked { asked_times: 3, ..first };
        first.question.words.context = Some("I ask for\nmy team.".to_owned());
        let questions = vec![
            first,
            asked(2, QuestionState::Answered, Anonymity::Hidden, "=What about winter?", 1),
            asked(3, QuestionState::Approved, Anonymity::Hidden, "Who draws the posters?", 4),
            asked(4, QuestionState::Rejected, Anonymity::Named, "Secret of the rejected", 0),
        ];
        let answers = vec![answer(1, 5, Some("In spring.\n\n# Really")), answer(2, 62, None)];
        let mut session = session(Anonymity::Hidden, State::Closed);
        session.statistics = Some(statistics(&questions, &answers));
        (session, questions, answers)
    }

    fn answered(questions: &[Ranked], answers: &[Answer]) -> Vec<Answered> {
        let of = |answer: &Answer| questions.iter().find(|one| one.question.id == answer.question).cloned();
        let all = answers.iter().filter_map(|answer| Some((of(answer)?, answer.clone())));
        all.map(|(question, answer)| Answered { question, answer }).collect()
    }

    #[test]
    fn the_transcript_reads_from_top_to_bottom() {
        let (session, questions, answers) = played();
        let text = markdown(Locale::En, &session, &answered(&questions, &answers), &questions);
        insta::assert_snapshot!(text, @r#"
        # Ask Ana

        - AMA #3
        - Host: @2
        - 2026-11-20T12:00:00Z – 2026-11-20T14:00:00Z
        - Questions: 4
        - People who asked: 1
        - Votes: 17
        - Answered: 2
        - Median wait for an answer: 5 min

        ## 1. When does the \*map\* open?

        > I ask for my team.

        *Asked by @8 · 12 votes · asked 3 times*

        **Answer by @2**

        In spring.

        \# Really

        ## 2. =What about winter?

        *Asked anonymously · 1 vote*

        **Answered live, 1:02:07 after the start**

        ## Not answered: 1

        - 3. Who draws the posters? (4 votes)
        "#);
    }

    #[test]
    fn the_table_names_nobody_who_asked_without_a_name() {
        let (session, questions, answers) = played();
        let table = csv(&session, &questions, &answers).unwrap();
        insta::assert_snapshot!(table, @r#"
        number,state,question,context,asked_by,votes,asked_times,answered_by,answered_at,minutes_after_opening,answer,tags
        1,answered,When does the *map* open?,"I ask for
        my team.",8,12,3,2,2026-11-20T12:05:07Z,5,"In spring.

        # Really",
        2,answered,'=What about winter?,,,1,1,2,2026-11-20T13:02:07Z,62,,
        3,open,Who draws the posters?,,,4,1,,,,,
        "#);
    }

    #[test]
    fn of_few_people_in_a_sealed_session_no_number_is_told() {
        let sealed = session(Anonymity::Sealed, State::Closed);
        let statistics = |askers, sealed_askers| Statistics {
            questions: 9,
            askers,
            sealed_askers,
            votes: 3,
            answered: 1,
            median_wait: None,
        };
        let told = |askers, of_them| plain(Locale::En, &figures(&sealed, &statistics(askers, of_them), false)[1]);
        assert_eq!((told(4, 4).as_str(), told(5, 5).as_str()), ("Fewer than 5 people asked", "People who asked: 5"));
        // Four who asked by name are known: from the sum followed that all others are one person.
        assert_eq!(told(5, 1), "Fewer than 5 people asked anonymously");
    }
}
