//! What managers see of results.

use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::pages::Page;
use crate::discord::ui::view::{Embed, Select, SelectOption, View};
use crate::error::{Arg, Message};
use crate::feature::few::{ENOUGH_PEOPLE, are_few};
use crate::features::surveys::EntryId;
use crate::features::surveys::Kind;
use crate::features::surveys::NAME;
use crate::features::surveys::Question;
use crate::features::surveys::QuestionId;
use crate::features::surveys::WaveState;
use crate::features::surveys::rules::figures::{Breakdown, Cell, Comment, Figures, Shape};
use crate::features::surveys::rules::nps::Nps;
use crate::i18n::{Locale, say};
use crate::text::limits;
use crate::text::safe::Safe;

use super::pages::{Leaf, leaves};
use super::{Results, charts, words};

/// What goes beside a page of comments where feedback is taken.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keeping {
    /// Whether there is anything that takes feedback.
    pub taken: bool,
    /// What was kept already.
    pub kept: Vec<(EntryId, QuestionId)>,
}

impl Keeping {
    fn has(&self, results: &Results, place: usize, comment: &Comment) -> bool {
        let asked = results.survey.questions.get(place).map(|question| question.id);
        asked.is_some_and(|asked| self.kept.contains(&(comment.entry, asked)))
    }
}

/// A page of results, the last one where there are fewer.
pub fn page(locale: Locale, results: &Results, number: i64, keeping: &Keeping) -> View {
    let leaves = leaves(locale, results);
    let last = leaves.len() - 1;
    let at = usize::try_from(number).unwrap_or(0).min(last);
    let leaf = &leaves[at];
    let title = Message::new("survey-results-title")
        .with("number", results.survey.number.to_string())
        .with("title", results.survey.title.as_str())
        .with("wave", results.wave().number);
    let lines = match leaf {
        Leaf::Overview => overview(locale, results),
        Leaf::Question(place) => question(locale, results, *place),
        Leaf::Words(place, comments) => words(locale, results, *place, comments, keeping),
    };
    let mut embed = Embed::titled(say(locale, &title)).description(Safe::join(lines, "\n"));
    let turned = Page { parts: Vec::new(), number: words::whole(at), of: words::whole(last + 1) };
    embed.footer = turned.footer(locale);
    let chart = match leaf {
        Leaf::Overview => charts::overview(locale, results),
        Leaf::Question(place) => charts::of_question(locale, results, *place),
        Leaf::Words(..) => None,
    };
    let mut view = View::embed(embed);
    view.files.extend(chart);
    if let Leaf::Words(place, comments) = leaf {
        view = view.select(to_keep(locale, results, (at, *place), comments, keeping));
    }
    let (wave, questions) = (results.wave().id, jumps(locale, results, &leaves, at));
    view = if leaves.len() > 1 && results.survey.questions.len() > 1 { view.select(questions) } else { view };
    view = if results.waves.len() > 1 { view.select(waves(locale, results)) } else { view };
    view.row(turned.buttons(locale, |to| CustomId::new(NAME, "results-page", 1, wave.0).arg(to)))
}

fn overview(locale: Locale, results: &Results) -> Vec<Safe> {
    let wave = results.wave();
    let mut lines = Vec::new();
    let state = match (wave.state, wave.closes_at, wave.closed_at) {
        (WaveState::Closed, _, Some(at)) => Some(Message::new("survey-results-closed").with("at", Arg::Time(at, 'F'))),
        (_, Some(at), _) => Some(Message::new("survey-results-open").with("at", Arg::Time(at, 'R'))),
        _ => None,
    };
    lines.extend(state);
    lines.push(match results.count() {
        Some(_) => Message::new("survey-results-answers").with("answers", words::answers(results)),
        None => words::few("survey-results-few"),
    });
    if wave.state == WaveState::Closed && wave.unsent > 0 && !(wave.anonymous && are_few(wave.unsent)) {
        lines.push(Message::new("survey-results-unsent").with("count", wave.unsent));
    }
    let withheld = match results.count() {
        _ if wave.is_sealed() => Some("survey-results-sealed"),
        None => Some("survey-results-too-few"),
        Some(_) => None,
    };
    if let Some(why) = withheld {
        lines.push(Message::new(why));
        return lines.iter().map(|line| say(locale, line)).collect();
    }
    if results.entries.is_empty() {
        let nobody =
            if wave.state == WaveState::Closed { "survey-results-nobody" } else { "survey-results-nobody-yet" };
        lines.push(Message::new(nobody));
        return lines.iter().map(|line| say(locale, line)).collect();
    }
    let asked = if wave.anonymous { "survey-results-anonymous" } else { "survey-results-named" };
    lines.push(Message::new(asked));
    let mut lines: Vec<Safe> = lines.iter().map(|line| say(locale, line)).collect();
    let of = |(place, question): (usize, &Question)| {
        let figures = results.figures(place)?;
        let line = Message::new("survey-results-question")
            .with("place", place + 1)
            .with("question", limits::cut_words(&question.text, 100))
            .with("said", in_a_line(locale, results, place, question, figures));
        Some(say(locale, &line))
    };
    lines.push(Safe::default());
    lines.extend(results.survey.questions.iter().enumerate().filter_map(of));
    lines
}

/// What came of a question, in a few words.
fn in_a_line(locale: Locale, results: &Results, place: usize, question: &Question, figures: &Figures) -> Message {
    match &figures.shape {
        Shape::Few => words::few("survey-answers-few"),
        _ if figures.answered == 0 => Message::new("survey-said-nothing"),
        Shape::Choices(breakdown) => {
            let most = breakdown.shown.iter().max_by_key(|cell| (cell.people, std::cmp::Reverse(cell.place)));
            let most = most.filter(|cell| cell.people > 0);
            let label = |place: usize| words::labels(locale, question).get(place).cloned().unwrap_or_default();
            most.map_or_else(
                || Message::new("survey-said-few").with("count", figures.answered),
                |cell| {
                    Message::new("survey-said-most")
                        .with("option", label(cell.place))
                        .with("people", words::cell(cell.people, figures.answered))
                },
            )
        }
        Shape::Rating { .. } | Shape::Nps { .. } => figures.headline().map_or_else(
            || Message::new("survey-said-no-number").with("count", figures.answered).with("least", ENOUGH_PEOPLE),
            |value| with_before(results, place, question.kind, words::number(question.kind, value)),
        ),
        Shape::Words => Message::new("survey-said-words").with("count", figures.answered),
    }
}

/// A number beside that of the wave before, where it has one.
fn with_before(results: &Results, place: usize, kind: Kind, said: Message) -> Message {
    let before = results.before(place).and_then(|(wave, figures)| Some((wave, figures.headline()?)));
    before.map_or(said.clone(), |(wave, value)| {
        Message::new("survey-said-before")
            .with("said", said)
            .with("wave", wave)
            .with("before", words::number(kind, value))
    })
}

fn question(locale: Locale, results: &Results, place: usize) -> Vec<Safe> {
    let (Some(question), Some(figures)) = (results.survey.questions.get(place), results.figures(place)) else {
        return Vec::new();
    };
    let mut lines = vec![heading(locale, place, question)];
    if figures.shape == Shape::Few {
        lines.push(say(locale, &words::few("survey-question-few")));
        return lines;
    }
    let mut say_it = |message: Message| lines.push(say(locale, &message));
    say_it(Message::new("survey-question-answers").with("count", figures.answered));
    if figures.answered == 0 {
        return lines;
    }
    let before = results.before(place).map(|(_, figures)| figures);
    match &figures.shape {
        Shape::Choices(breakdown) => {
            let before = before.and_then(|before| match &before.shape {
                Shape::Choices(breakdown) => Some((breakdown, before.answered)),
                _ => None,
            });
            lines.extend(cells(locale, question, breakdown, figures.answered, before));
        }
        Shape::Rating { mean, stars } => {
            match mean {
                Some(mean) => {
                    let said = words::number(Kind::Rating, *mean);
                    say_it(
                        Message::new("survey-question-mean")
                            .with("mean", with_before(results, place, Kind::Rating, said)),
                    );
                }
                None => say_it(Message::new("survey-question-no-mean").with("least", ENOUGH_PEOPLE)),
            }
            lines.extend(cells(locale, question, stars, figures.answered, None));
        }
        Shape::Nps { nps, groups } => {
            say_it(score(results, place, *nps));
            lines.extend(cells(locale, question, groups, figures.answered, None));
        }
        Shape::Few | Shape::Words => {}
    }
    let written = results.words(place).len();
    if written > 0 {
        lines.push(say(locale, &Message::new("survey-question-words").with("count", written)));
    }
    lines
}

/// The score with how many were asked; without one, how many answers are missing.
fn score(results: &Results, place: usize, nps: Nps) -> Message {
    let Some(score) = nps.score() else {
        return Message::new("survey-question-no-score").with("count", nps.answers()).with("least", ENOUGH_PEOPLE);
    };
    let said = with_before(results, place, Kind::Nps, words::number(Kind::Nps, score as f64));
    Message::new("survey-question-score").with("score", said).with("answers", words::answers(results))
}

/// A line for each count that may be told, and one for what is not told apart.
fn cells(
    locale: Locale,
    question: &Question,
    breakdown: &Breakdown,
    answered: i64,
    before: Option<(&Breakdown, i64)>,
) -> Vec<Safe> {
    let labels = words::labels(locale, question);
    let label = |place: usize| labels.get(place).map_or("", String::as_str);
    let line = |shown: &Cell| {
        let said = Message::new("survey-cell-line")
            .with("option", label(shown.place))
            .with("people", words::cell(shown.people, answered));
        let share = before.and_then(|(before, answered)| Some(words::percent(before.at(shown.place)?, answered)));
        share
            .filter(|_| before.is_some_and(|(_, answered)| answered > 0))
            .map_or(said.clone(), |share| Message::new("survey-cell-before").with("said", said).with("percent", share))
    };
    let mut lines: Vec<Message> = breakdown.shown.iter().map(line).collect();
    if !breakdown.merged.is_empty() {
        let options = breakdown.merged.iter().map(|place| label(*place)).collect::<Vec<_>>().join(", ");
        let merged = Message::new(match breakdown.merged_people {
            Some(_) => "survey-cell-merged",
            None => "survey-cell-merged-several",
        });
        let merged = merged.with("options", options).with("count", breakdown.merged_people.unwrap_or(0));
        lines.push(merged);
    }
    lines.iter().map(|line| say(locale, line)).collect()
}

fn words(locale: Locale, results: &Results, place: usize, comments: &[Comment], keeping: &Keeping) -> Vec<Safe> {
    let heading = results.survey.questions.get(place).map(|question| heading(locale, place, question));
    let mut lines: Vec<Safe> = heading.into_iter().collect();
    if results.wave().anonymous {
        lines.push(say(locale, &Message::new("survey-words-anonymous")));
    }
    for one in comments {
        let said = words::comment(one);
        let said =
            if keeping.has(results, place, one) { Message::new("survey-words-kept").with("said", said) } else { said };
        lines.push(say(locale, &said));
    }
    lines
}

fn heading(locale: Locale, place: usize, question: &Question) -> Safe {
    let heading =
        Message::new("survey-question-heading").with("place", place + 1).with("question", question.text.as_str());
    say(locale, &heading)
}

/// Which of the comments on a page to keep as feedback.
fn to_keep(
    locale: Locale,
    results: &Results,
    (leaf, place): (usize, usize),
    comments: &[Comment],
    keeping: &Keeping,
) -> Select {
    let id = CustomId::new(NAME, "results-keep", 1, results.wave().id.0).arg(format!("{leaf},{place}"));
    let select = Select::new(id, say(locale, &Message::new("survey-keep")));
    let open = comments.iter().filter(|comment| keeping.taken && !keeping.has(results, place, comment));
    open.take(limits::OPTIONS).fold(select, |select, comment| {
        select.option(SelectOption::new(comment.entry.to_string(), Safe::escape(&comment.text.replace('\n', " "))))
    })
}

/// A menu to go straight to a question.
fn jumps(locale: Locale, results: &Results, leaves: &[Leaf], at: usize) -> Select {
    let id = CustomId::new(NAME, "results-go", 1, results.wave().id.0);
    let select = Select::new(id, say(locale, &Message::new("survey-results-go")));
    let here = leaves.get(at).and_then(Leaf::question);
    results.survey.questions.iter().enumerate().fold(select, |select, (place, question)| {
        let page = leaves.iter().position(|leaf| leaf.question() == Some(place)).unwrap_or(0);
        let label = Safe::escape(&format!("{}. {}", place + 1, question.text));
        select.option(SelectOption::new(page.to_string(), label).chosen(here == Some(place)))
    })
}

/// A menu to read another wave.
fn waves(locale: Locale, results: &Results) -> Select {
    let id = CustomId::new(NAME, "results-wave", 1, results.wave().id.0);
    let select = Select::new(id, say(locale, &Message::new("survey-results-other")));
    results.waves.iter().rev().take(limits::OPTIONS).fold(select, |select, wave| {
        let label = say(locale, &Message::new("survey-chart-wave").with("wave", wave.number));
        select.option(SelectOption::new(wave.id.to_string(), label).chosen(wave.id == results.wave().id))
    })
}
