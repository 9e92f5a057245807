//! What is filled in: a page for each question, and at the end all answers once more.

use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::{Button, Embed, Field, Modal, Select, SelectOption, View};
use crate::error::Message;
use crate::features::surveys::rules::ANSWER;
use crate::features::surveys::{Answer, Kind, Progress, Question, Survey, Target};
use crate::i18n::{Locale, say};
use crate::text::limits;
use crate::text::safe::Safe;

use super::{id, small};

/// What stands beside the answers in the summary, so that 25 of each fit into one message.
const IN_SUMMARY: usize = 60;

/// The page somebody is on: a question, or after the last one the summary.
pub fn page(locale: Locale, survey: &Survey, sheet: Target, progress: &Progress) -> View {
    match survey.questions.get(progress.page) {
        Some(question) => question_page(locale, survey, sheet, progress, question),
        None => summary(locale, survey, sheet, progress),
    }
}

fn question_page(locale: Locale, survey: &Survey, sheet: Target, progress: &Progress, question: &Question) -> View {
    let answer = progress.answers.get(&question.id);
    let mut lines = opening(locale, sheet);
    let place = Message::new("survey-place").with("place", progress.page + 1).with("of", survey.questions.len());
    lines.push(say(locale, &place));
    lines.push(Safe::join([Safe::ours("**"), Safe::escape(&question.text), Safe::ours("**")], ""));
    lines.push(small(&say(locale, &Message::new(hint(question)))));
    if let Some(Answer::Number { value, .. }) = answer {
        // The colour of a button is not for everyone to see.
        lines.push(say(locale, &Message::new("survey-your-number").with("value", *value)));
    }
    if let Some(words) = answer.and_then(words) {
        lines.push(Safe::default());
        // The question and the title stand beside it.
        lines.push(quoted(&Safe::escape(words).cut_words(limits::EMBED_DESCRIPTION - 2_000)));
    }
    let view = View::embed(Embed::titled(Safe::escape(&survey.title)).description(Safe::join(lines, "\n")));
    let view = match question.kind {
        Kind::Single | Kind::Multi => view.select(choices(locale, sheet, question, answer)),
        Kind::Rating | Kind::Nps => view.row(numbers(sheet, question, answer)),
        Kind::Text => view,
    };
    let mut row = Vec::new();
    if progress.page > 0 {
        row.push(turn(locale, "survey-previous", sheet, progress.page - 1));
    }
    let why = question.kind == Kind::Nps && matches!(answer, Some(Answer::Number { .. }));
    if why || question.kind == Kind::Text {
        let key = if why { "survey-why" } else { "survey-write" };
        let write = Button::new(say(locale, &Message::new(key)), of_question("fill-write", sheet, question));
        row.push(if answer.is_none() { write.primary() } else { write });
    }
    if answer.is_some() && !question.required {
        let clear = of_question("fill-clear", sheet, question);
        row.push(Button::new(say(locale, &Message::new("survey-clear")), clear));
    }
    let next = turn(locale, "survey-next", sheet, progress.page + 1);
    let open = answer.is_some() || !question.required;
    row.push(if open { next.primary() } else { next.enabled(false) });
    view.row(row)
}

/// What stands above every page.
fn opening(locale: Locale, sheet: Target) -> Vec<Safe> {
    let mut lines = Vec::new();
    if let Target::Trial(_) = sheet {
        lines.push(say(locale, &Message::new("survey-trying")));
        lines.push(Safe::default());
    }
    lines
}

const fn hint(question: &Question) -> &'static str {
    match (question.kind, question.required) {
        (Kind::Single, true) => "survey-hint-single",
        (Kind::Single, false) => "survey-hint-single-optional",
        (Kind::Multi, true) => "survey-hint-multi",
        (Kind::Multi, false) => "survey-hint-multi-optional",
        (Kind::Rating, true) => "survey-hint-rating",
        (Kind::Rating, false) => "survey-hint-rating-optional",
        (Kind::Nps, true) => "survey-hint-nps",
        (Kind::Nps, false) => "survey-hint-nps-optional",
        (Kind::Text, true) => "survey-hint-text",
        (Kind::Text, false) => "survey-hint-text-optional",
    }
}

/// What somebody has written in an answer.
fn words(answer: &Answer) -> Option<&str> {
    match answer {
        Answer::Words(words) => Some(words),
        Answer::Number { why, .. } => why.as_deref(),
        Answer::Choices(_) => None,
    }
}

fn quoted(text: &Safe) -> Safe {
    let mut quote = Safe::ours(">>> ");
    quote.push(text);
    quote
}

fn choices(locale: Locale, sheet: Target, question: &Question, answer: Option<&Answer>) -> Select {
    let chosen = |place: usize| matches!(answer, Some(Answer::Choices(chosen)) if chosen.contains(&place));
    let several = question.kind == Kind::Multi;
    let key = if several { "survey-choose-several" } else { "survey-choose" };
    let select = Select::new(of_question("fill-choose", sheet, question), say(locale, &Message::new(key)));
    let select = if several { select.between(1, question.options.len()) } else { select };
    question.options.iter().enumerate().fold(select, |select, (place, option)| {
        select.option(SelectOption::new(place.to_string(), Safe::escape(option)).chosen(chosen(place)))
    })
}

fn numbers(sheet: Target, question: &Question, answer: Option<&Answer>) -> Vec<Button> {
    let (low, high) = question.kind.scale().unwrap_or((1, 0));
    let chosen = |number: i64| matches!(answer, Some(Answer::Number { value, .. }) if *value == number);
    let button = |number: i64| {
        let id = id("fill-number", row(sheet)).arg(format!("{}.{}.{number}", word(sheet), question.id));
        let button = Button::new(Safe::ours(number.to_string()), id);
        if chosen(number) { button.primary() } else { button }
    };
    (low..=high).map(button).collect()
}

/// All answers once more, before they are sent.
fn summary(locale: Locale, survey: &Survey, sheet: Target, progress: &Progress) -> View {
    let mut lines = opening(locale, sheet);
    lines.push(say(locale, &Message::new("survey-summary")));
    for (place, question) in survey.questions.iter().enumerate() {
        let mut line = Safe::ours(format!("**{}.** ", place + 1));
        line.push(&Safe::escape(&question.text.replace('\n', " ")).cut_words(IN_SUMMARY));
        line.push(&Safe::ours("\n> "));
        line.push(&match progress.answers.get(&question.id) {
            Some(answer) => brief(question, answer).cut_words(IN_SUMMARY),
            None => say(locale, &Message::new("survey-left-out")),
        });
        lines.push(line);
    }
    if let Target::Wave(_) = sheet {
        lines.push(say(locale, &Message::new("survey-summary-final")));
    }
    let embed = Embed::titled(Safe::escape(&survey.title)).description(Safe::join(lines, "\n"));
    let send =
        Button::new(say(locale, &Message::new("survey-send-answers")), id("fill-send", row(sheet)).arg(word(sheet)));
    let back = turn(locale, "survey-previous", sheet, survey.questions.len().saturating_sub(1));
    View::embed(embed).row(vec![back, send.success()])
}

/// An answer in a line.
fn brief(question: &Question, answer: &Answer) -> Safe {
    match answer {
        Answer::Choices(chosen) => {
            let chosen = chosen.iter().filter_map(|place| question.options.get(*place));
            Safe::join(chosen.map(|option| Safe::escape(option)), ", ")
        }
        Answer::Number { value, why: None } => Safe::ours(value.to_string()),
        Answer::Number { value, why: Some(why) } => {
            Safe::join([Safe::ours(value.to_string()), Safe::escape(&why.replace('\n', " "))], ": ")
        }
        Answer::Words(words) => Safe::escape(&words.replace('\n', " ")),
    }
}

/// The form for own words.
pub fn form(locale: Locale, sheet: Target, question: &Question, answer: Option<&Answer>) -> Modal {
    let why = question.kind == Kind::Nps;
    let (title, label) = if why { ("survey-why", "survey-form-why") } else { ("survey-write", "survey-form-answer") };
    let field = Field::text("words", say(locale, &Message::new(label)), ANSWER)
        .placeholder(Safe::escape(&question.text))
        .value(answer.and_then(words).unwrap_or_default());
    let field = if why || !question.required { field.optional() } else { field };
    Modal::new(of_question("fill-written", sheet, question), say(locale, &Message::new(title))).field(field)
}

/// The answers are sent, or would have been.
pub fn sent(locale: Locale, survey: &Survey, sheet: Target, anonymous: bool) -> View {
    let key = match sheet {
        Target::Trial(_) => "survey-tried",
        Target::Wave(_) if anonymous => "survey-sent-anonymous",
        Target::Wave(_) => "survey-sent-named",
    };
    View::text(say(locale, &Message::new(key).with("title", survey.title.as_str())))
}

fn turn(locale: Locale, key: &'static str, sheet: Target, page: usize) -> Button {
    Button::new(say(locale, &Message::new(key)), id("fill-turn", row(sheet)).arg(format!("{}.{page}", word(sheet))))
}

fn of_question(verb: &str, sheet: Target, question: &Question) -> CustomId {
    id(verb, row(sheet)).arg(format!("{}.{}", word(sheet), question.id))
}

/// The row of a custom_id: of the wave, or of the survey that is tried out.
const fn row(sheet: Target) -> i64 {
    match sheet {
        Target::Wave(wave) => wave.get(),
        Target::Trial(survey) => survey.get(),
    }
}

/// The first part of its argument says which of both.
const fn word(sheet: Target) -> &'static str {
    match sheet {
        Target::Wave(_) => "wave",
        Target::Trial(_) => "trial",
    }
}

/// The sheet that a custom_id names, and the rest of its argument.
pub fn sheet(id: &CustomId) -> Option<(Target, Vec<i64>)> {
    let mut parts = id.arg.split('.');
    let sheet = match parts.next()? {
        "wave" => Target::Wave(id.row.into()),
        "trial" => Target::Trial(id.row.into()),
        _ => return None,
    };
    let rest = parts.map(str::parse).collect::<Result<_, _>>().ok()?;
    Some((sheet, rest))
}
