//! The builder: the survey as it is so far, with what can be done to it. What it is doing stands in the
//! message alone, and what was done in the database: each press goes on from there.

use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::picker::{Offers, Picker};
use crate::discord::ui::view::{Button, Embed, Field, Modal, Select, SelectOption, View};
use crate::error::Message;
use crate::features::surveys::rules;
use crate::features::surveys::rules::{DAYS, QUESTIONS};
use crate::features::surveys::{Kind, Question, QuestionId, Survey};
use crate::i18n::{Locale, say};
use crate::text::limits;
use crate::text::safe::Safe;

use super::{audience, id, small};

/// How much of a question stands in the list of all, so that 25 of them fit.
const SHOWN: usize = 70;
/// How much of the introduction does.
const INTRO: usize = 300;
/// For how many days a survey may be open, as they are offered.
const OFFERED: [i64; 8] = [1, 2, 3, 5, 7, 14, 30, 60];

/// What the builder is asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Nothing: everything can be done.
    Plain,
    /// Which kind of question to add.
    Adding,
    /// Which question to change.
    Changing,
    /// Which question to move, and once that is known where to.
    Moving(Option<QuestionId>),
    /// Which question to remove.
    Removing,
    /// Who may answer, how, and for how long.
    Settings,
    /// Whether to delete it for good.
    Deleting,
}

/// The survey as it is so far.
pub fn builder(locale: Locale, survey: &Survey, mode: Mode) -> View {
    let word = |key: &'static str| say(locale, &Message::new(key));
    let title = Message::new("survey-builder-title")
        .with("number", survey.number.to_string())
        .with("title", survey.title.as_str());
    let mut lines = Vec::new();
    if let Some(intro) = &survey.intro {
        lines.push(Safe::escape(intro).cut_words(INTRO));
        lines.push(Safe::default());
    }
    if survey.questions.is_empty() {
        lines.push(word("survey-builder-empty"));
    }
    lines.extend(survey.questions.iter().enumerate().map(|(place, question)| line(locale, place, question)));
    lines.push(Safe::default());
    lines.push(conditions(locale, survey));
    lines.push(audience(locale, &survey.roles));
    let embed = Embed::titled(say(locale, &title)).description(Safe::join(lines, "\n"));
    let view = View::embed(embed.footer(word("survey-builder-kept")));
    let row = survey.id.get();
    let back = || Button::new(word("survey-back"), id("build-back", row));
    match mode {
        Mode::Plain => plain(locale, view, survey),
        Mode::Adding => {
            let kinds = Select::new(id("build-kind", row), word("survey-which-kind"));
            let kinds = Kind::ALL.into_iter().fold(kinds, |kinds, kind| {
                kinds.option(SelectOption::new(kind.as_str(), say(locale, &kind.message())))
            });
            view.select(kinds).row(vec![back()])
        }
        Mode::Changing => view.select(which(locale, survey, id("build-change-which", row))).row(vec![back()]),
        Mode::Moving(None) => view.select(which(locale, survey, id("build-move-which", row))).row(vec![back()]),
        Mode::Moving(Some(moved)) => view.select(places(locale, survey, moved)).row(vec![back()]),
        Mode::Removing => view.select(which(locale, survey, id("build-remove-which", row))).row(vec![back()]),
        Mode::Settings => settings(locale, view, survey, back()),
        Mode::Deleting => {
            view.row(vec![Button::new(word("survey-delete-for-good"), id("build-deleted", row)).danger(), back()])
        }
    }
}

fn plain(locale: Locale, view: View, survey: &Survey) -> View {
    let (row, count) = (survey.id.get(), survey.questions.len());
    let button = |key: &'static str, verb| Button::new(say(locale, &Message::new(key)), id(verb, row));
    view.row(vec![
        button("survey-add", "build-add").enabled(count < *QUESTIONS.end()).primary(),
        button("survey-change", "build-change").enabled(count > 0),
        button("survey-move", "build-move").enabled(count > 1),
        button("survey-remove", "build-remove").enabled(count > 0),
        button("survey-try", "build-try").enabled(count > 0),
        button("survey-settings", "build-settings"),
        button("survey-send", "build-send").enabled(count > 0).success(),
        button("survey-delete", "build-delete"),
    ])
}

fn settings(locale: Locale, view: View, survey: &Survey, back: Button) -> View {
    let row = survey.id.get();
    let word = |key: &'static str| say(locale, &Message::new(key));
    let days = Select::new(id("build-days", row), word("survey-how-long"));
    let days = OFFERED.into_iter().filter(|days| DAYS.contains(days)).fold(days, |select, days| {
        let label = say(locale, &Message::new("survey-open-days").with("days", days));
        select.option(SelectOption::new(days.to_string(), label).chosen(days == survey.days))
    });
    let roles = Picker {
        id: id("build-roles", row),
        placeholder: word("survey-roles"),
        offers: Offers::Roles { chosen: survey.roles.clone(), most: limits::OPTIONS },
    };
    let anonymity = if survey.anonymous { "survey-make-named" } else { "survey-make-anonymous" };
    // What it is to be stands in the button: whoever presses an old one gets what they have read.
    let anonymity = Button::new(word(anonymity), id("build-anonymous", row).arg(i64::from(!survey.anonymous)));
    let title = Button::new(word("survey-title-and-intro"), id("build-title", row));
    view.select(days).picker(roles).row(vec![anonymity, title, back])
}

/// A question in the list of all.
fn line(locale: Locale, place: usize, question: &Question) -> Safe {
    let message = Message::new("survey-builder-line")
        .with("kind", question.kind.message())
        .with("options", question.options.len())
        .with("required", i64::from(question.required));
    let mut line = Safe::ours(format!("**{}.** ", place + 1));
    line.push(&Safe::escape(&question.text.replace('\n', " ")).cut_words(SHOWN));
    line.push(&Safe::ours("\n"));
    line.push(&small(&say(locale, &message)));
    line
}

/// Anonymous or named, and for how long.
fn conditions(locale: Locale, survey: &Survey) -> Safe {
    let key = if survey.anonymous { "survey-is-anonymous" } else { "survey-is-named" };
    say(locale, &Message::new(key).with("days", survey.days))
}

/// A menu of all questions.
fn which(locale: Locale, survey: &Survey, id: CustomId) -> Select {
    let select = Select::new(id, say(locale, &Message::new("survey-which-question")));
    survey.questions.iter().enumerate().fold(select, |select, (place, question)| {
        select.option(SelectOption::new(question.id.to_string(), numbered(place, question)))
    })
}

/// Where a question can go: before another one, or to the end.
fn places(locale: Locale, survey: &Survey, moved: QuestionId) -> Select {
    let word = |key: &'static str| say(locale, &Message::new(key));
    let select = Select::new(id("build-place", survey.id.get()).arg(moved), word("survey-where-to"));
    let others = survey.questions.iter().enumerate().filter(|(_, question)| question.id != moved);
    let select = others.fold(select, |select, (place, question)| {
        let mut label = word("survey-before");
        label.push(&Safe::ours(" "));
        label.push(&numbered(place, question));
        select.option(SelectOption::new(question.id.to_string(), label))
    });
    select.option(SelectOption::new("0", word("survey-to-the-end")))
}

fn numbered(place: usize, question: &Question) -> Safe {
    let mut label = Safe::ours(format!("{}. ", place + 1));
    label.push(&Safe::escape(&question.text.replace('\n', " ")));
    label.cut_words(limits::OPTION - 20)
}

/// The form for a question, new or changed.
pub fn question_form(locale: Locale, id: CustomId, kind: Kind, question: Option<&Question>) -> Modal {
    let word = |key: &'static str| say(locale, &Message::new(key));
    let text = question.map_or("", |question| &question.text);
    let options = question.map(|question| question.options.join("\n")).unwrap_or_default();
    // Choices and numbers take a moment, own words take time.
    let required = question.map_or(kind != Kind::Text, |question| question.required);
    let mut form = Modal::new(id, say(locale, &kind.message()));
    form = form.field(Field::text("text", word("survey-form-question"), rules::QUESTION).value(text));
    if kind.has_options() {
        let most = limits::OPTIONS * (rules::OPTION + 1);
        form = form.field(Field::text("options", word("survey-form-options"), most).value(options));
    }
    let yes = word(if required { "survey-yes" } else { "survey-no" }).unmarked();
    form.field(Field::line("required", word("survey-form-required"), 10).value(yes).optional())
}

/// The form for title and introduction, of a new survey or of one that is there.
pub fn title_form(locale: Locale, id: CustomId, survey: Option<&Survey>) -> Modal {
    let word = |key: &'static str| say(locale, &Message::new(key));
    let title = survey.map_or("", |survey| &survey.title);
    let intro = survey.and_then(|survey| survey.intro.as_deref()).unwrap_or_default();
    Modal::new(id, word("survey-form-title"))
        .field(Field::line("title", word("survey-part-title"), rules::TITLE).value(title))
        .field(Field::text("intro", word("survey-part-intro"), rules::INTRO).value(intro).optional())
}

/// The draft is gone.
pub fn deleted(locale: Locale, survey: &Survey) -> View {
    View::text(say(locale, &Message::new("survey-deleted").with("title", survey.title.as_str())))
}
