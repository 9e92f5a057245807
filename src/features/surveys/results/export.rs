//! Answers as files for other programs, and surveys as files to change and send again. Of an anonymous
//! wave no file says who answered or when; the order of the rows is chance.

use serde_json::{Value, json};

use crate::app::App;
use crate::discord::ui::file::File;
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::feature::few::ENOUGH_PEOPLE;
use crate::features::surveys::QuestionId;
use crate::features::surveys::rules::figures::{is_hidden, is_told};
use crate::features::surveys::rules::file::written;
use crate::features::surveys::{Answer, Entry, Kind, NewQuestion, NewSurvey, Problem, Question, Survey, Wave, store};
use crate::i18n::{Locale, say};
use crate::text::table::{self, Cell};
use crate::text::zone::iso_utc;

/// What somebody takes along.
// Discord sends the place of a choice in this list, and a registered command may be old: append only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, poise::ChoiceParameter)]
pub enum Format {
    #[name = "csv"]
    Csv,
    #[name = "json"]
    Json,
    #[name = "toml"]
    Toml,
}

/// A survey, or its answers, as a file.
///
/// # Errors
/// Told, if there are no answers to take along.
pub async fn file(app: &App, survey: &Survey, number: Option<i64>, format: Format) -> Result<File> {
    let name = format!("survey-{}", survey.number);
    if format == Format::Toml {
        return Ok(File::text(format!("{name}.toml"), written(&survey.to_new())));
    }
    let waves = waves(app, survey, number).await?;
    let name = number.map_or(name.clone(), |number| format!("{name}-wave-{number}"));
    let file = match format {
        Format::Json => File::text(format!("{name}.json"), serde_json::to_string_pretty(&as_json(survey, &waves))?),
        Format::Csv | Format::Toml => File::table(format!("{name}.csv"), &as_csv(survey, &waves)?),
    };
    if file.is_too_large() { Err(Problem::TooLarge(survey.number).into()) } else { Ok(file) }
}

/// The answers to one wave or to all, each with its wave.
async fn waves(app: &App, survey: &Survey, number: Option<i64>) -> Result<Vec<(Wave, Vec<Entry>)>> {
    let mut db = app.db.read().acquire().await?;
    let all = store::waves(&mut *db, survey.guild, survey.id).await?;
    let of = all.len();
    if of == 0 {
        return Err(Problem::NeverSent(survey.number).into());
    }
    let chosen: Vec<Wave> = all.into_iter().filter(|wave| number.is_none_or(|number| wave.number == number)).collect();
    if let (true, Some(number)) = (chosen.is_empty(), number) {
        return Err(Problem::NoSuchWave { number, of }.into());
    }
    let mut waves = Vec::new();
    if let Some(sealed) = chosen.iter().find(|wave| wave.is_sealed()) {
        return Err(Problem::Sealed(sealed.number).into());
    }
    for wave in chosen {
        let entries = store::entries(&mut db, survey.guild, wave.id).await?;
        waves.push((wave, entries));
    }
    Ok(waves)
}

/// Whether so few have answered an anonymous wave that the answers would give away whose they are: then
/// only that is taken along.
fn are_hidden(wave: &Wave, entries: &[Entry]) -> bool {
    is_hidden(wave.anonymous, entries.len())
}

/// A row for each entry, a column for each question and one more for why a number was given.
fn as_csv(survey: &Survey, waves: &[(Wave, Vec<Entry>)]) -> Result<String> {
    let named = waves.iter().any(|(wave, _)| !wave.anonymous);
    let mut columns = vec!["wave".to_owned(), "entry".to_owned()];
    columns.extend(named.then(|| ["member_id", "sent_at"].map(str::to_owned)).into_iter().flatten());
    for (at, question) in survey.questions.iter().enumerate() {
        columns.push(format!("{}. {}", at + 1, question.text));
        columns.extend((question.kind == Kind::Nps).then(|| format!("{}. why", at + 1)));
    }
    let mut rows = Vec::new();
    for (wave, entries) in waves {
        if are_hidden(wave, entries) {
            let mut row = vec![Cell::from(wave.number), Cell::plain(format!("fewer than {ENOUGH_PEOPLE}"))];
            row.resize(columns.len(), Cell::default());
            rows.push(row);
            continue;
        }
        let told = told(survey, wave, entries);
        for (at, entry) in entries.iter().enumerate() {
            let mut row = vec![Cell::from(wave.number), Cell::from(at + 1)];
            if named {
                row.extend([who(wave, entry), sent(wave, entry)].map(|cell| cell.map(Cell::plain).unwrap_or_default()));
            }
            let cells =
                |question: &Question| cells(question, answer(entry, question).filter(|_| told.contains(&question.id)));
            row.extend(survey.questions.iter().flat_map(cells));
            rows.push(row);
        }
    }
    table::csv(columns, rows)
}

/// The questions whose answers stand in a file: not those that few have answered anonymously.
fn told(survey: &Survey, wave: &Wave, entries: &[Entry]) -> Vec<QuestionId> {
    let questions = survey.questions.iter().map(|question| question.id);
    questions.filter(|asked| is_told(*asked, wave.anonymous, entries)).collect()
}

/// What stands in the columns of a question.
fn cells(question: &Question, answer: Option<&Answer>) -> Vec<Cell> {
    let (said, why) = match answer {
        Some(Answer::Choices(places)) => (Cell::words(&chosen(question, places).join("; ")), None),
        Some(Answer::Number { value, why }) => (Cell::from(*value), why.as_deref()),
        Some(Answer::Words(text)) => (Cell::words(text), None),
        None => (Cell::default(), None),
    };
    let why = (question.kind == Kind::Nps).then(|| why.map(Cell::words).unwrap_or_default());
    std::iter::once(said).chain(why).collect()
}

/// The survey with its waves and everything that was answered.
fn as_json(survey: &Survey, waves: &[(Wave, Vec<Entry>)]) -> Value {
    let question = |(at, question): (usize, &Question)| {
        json!({
            "question": at + 1, "kind": question.kind.as_str(), "text": question.text,
            "options": question.options, "required": question.required,
        })
    };
    let entry = |wave: &Wave, entry: &Entry, told: &[QuestionId]| {
        let answers = survey.questions.iter().enumerate().filter_map(|(at, question)| {
            let mut said = match answer(entry, question).filter(|_| told.contains(&question.id))? {
                Answer::Choices(places) => json!({"chosen": chosen(question, places)}),
                Answer::Number { value, why } => json!({"number": value, "why": why}),
                Answer::Words(text) => json!({"words": text}),
            };
            said["question"] = (at + 1).into();
            Some(said)
        });
        let mut row = json!({"answers": answers.collect::<Vec<_>>()});
        if !wave.anonymous {
            row["member_id"] = who(wave, entry).into();
            row["sent_at"] = sent(wave, entry).into();
        }
        row
    };
    let wave = |(wave, entries): &(Wave, Vec<Entry>)| {
        let told = told(survey, wave, entries);
        let answers = (!are_hidden(wave, entries)).then_some(entries.len());
        json!({
            "wave": wave.number, "anonymous": wave.anonymous, "opened_at": wave.opened_at.map(iso_utc),
            "closes_at": wave.closes_at.map(iso_utc), "closed_at": wave.closed_at.map(iso_utc),
            "invited": wave.invited, "answers": answers,
            "entries": shown(wave, entries).iter().map(|one| entry(wave, one, &told)).collect::<Vec<_>>(),
        })
    };
    json!({
        "schema": 1, "number": survey.number, "title": survey.title, "intro": survey.intro,
        "questions": survey.questions.iter().enumerate().map(question).collect::<Vec<_>>(),
        "waves": waves.iter().map(wave).collect::<Vec<_>>(),
    })
}

/// The entries that stand in a file one by one.
fn shown<'e>(wave: &Wave, entries: &'e [Entry]) -> &'e [Entry] {
    if are_hidden(wave, entries) { &[] } else { entries }
}

fn answer<'e>(entry: &'e Entry, question: &Question) -> Option<&'e Answer> {
    entry.answers.iter().find(|(asked, _)| *asked == question.id).map(|(_, answer)| answer)
}

fn chosen<'q>(question: &'q Question, places: &[usize]) -> Vec<&'q str> {
    places.iter().filter_map(|place| question.options.get(*place)).map(String::as_str).collect()
}

/// Who it was, where that may be known.
fn who(wave: &Wave, entry: &Entry) -> Option<String> {
    entry.member.filter(|_| !wave.anonymous).map(|member| member.to_string())
}

fn sent(wave: &Wave, entry: &Entry) -> Option<String> {
    entry.sent_at.filter(|_| !wave.anonymous).map(iso_utc)
}

/// The file, with what to know of it.
pub fn handed(locale: Locale, survey: &Survey, file: File) -> View {
    let toml = file.name.ends_with(".toml");
    let key = match (toml, survey.anonymous) {
        (true, _) => "survey-export-toml",
        (false, true) => "survey-export-anonymous",
        (false, false) => "survey-export-named",
    };
    let handed = Message::new(key).with("number", survey.number.to_string()).with("title", survey.title.as_str());
    View::text(say(locale, &handed)).file(file)
}

impl Survey {
    /// The same as something that can be made anew.
    pub fn to_new(&self) -> NewSurvey {
        let question = |question: &Question| NewQuestion {
            kind: question.kind,
            text: question.text.clone(),
            options: question.options.clone(),
            required: question.required,
        };
        NewSurvey {
            title: self.title.clone(),
            intro: self.intro.clone(),
            anonymous: self.anonymous,
            days: self.days,
            roles: self.roles.clone(),
            questions: self.questions.iter().map(question).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Timestamp;
    use crate::features::surveys::{EntryId, QuestionId, State, SurveyId, WaveId, WaveState};
    use crate::ids::{ChannelId, GuildId, MemberId};

    fn survey(anonymous: bool) -> (Survey, Vec<(Wave, Vec<Entry>)>) {
        let question = |id, kind, text: &str, options: &[&str]| {
            let options = options.iter().map(|option| (*option).to_owned()).collect();
            Question { id: QuestionId(id), kind, text: text.to_owned(), options, required: false }
        };
        let survey = Survey {
            id: SurveyId(1),
            guild: GuildId(1),
            number: 3,
            title: "Bread".to_owned(),
            intro: None,
            anonymous,
            days: 7,
            roles: Vec::new(),
            state: State::Sent,
            made_by: Some(MemberId(42)),
            at: Timestamp(0),
            changed_at: Timestamp(0),
            questions: vec![
                question(1, Kind::Multi, "=Which?", &["=1+1", "Rye"]),
                question(2, Kind::Nps, "Would you?", &[]),
                question(3, Kind::Text, "What else?", &[]),
            ],
        };
        let wave = Wave {
            id: WaveId(1),
            guild: GuildId(1),
            survey: SurveyId(1),
            number: 1,
            channel: ChannelId(5),
            ping: None,
            sent_by: None,
            anonymous,
            state: WaveState::Closed,
            at: Timestamp(0),
            opened_at: Some(Timestamp(0)),
            closes_at: Some(Timestamp(1_000)),
            closed_at: Some(Timestamp(1_000)),
            invited: Some(9),
            unsent: 0,
        };
        // Even if a row of an anonymous wave named somebody, no file would.
        let entry = |id, answers| Entry {
            id: EntryId(id),
            member: Some(MemberId(777)),
            sent_at: Some(Timestamp(500)),
            answers,
        };
        let entries = vec![
            entry(
                1,
                vec![
                    (QuestionId(1), Answer::Choices(vec![0, 1])),
                    (QuestionId(2), Answer::Number { value: 9, why: Some("-SUM(A1)".to_owned()) }),
                ],
            ),
            entry(2, vec![(QuestionId(3), Answer::Words("@more \"rye\",\nplease".to_owned()))]),
        ];
        (survey, vec![(wave, entries)])
    }

    #[test]
    fn a_table_has_a_row_for_each_entry_and_no_formulas() {
        let (survey, waves) = survey(false);
        insta::assert_snapshot!(as_csv(&survey, &waves).unwrap(), @r#"
        wave,entry,member_id,sent_at,1. =Which?,2. Would you?,2. why,3. What else?
        1,1,777,1970-01-01T00:00:00.5Z,'=1+1; Rye,9,'-SUM(A1),
        1,2,777,1970-01-01T00:00:00.5Z,,,,"'@more ""rye"",
        please"
        "#);
    }

    #[test]
    fn of_an_anonymous_wave_no_file_says_who_or_when() {
        let (survey, mut waves) = survey(true);
        assert!(as_csv(&survey, &waves).unwrap().ends_with("\n1,fewer than 5,,,,\n"));
        assert_eq!(as_json(&survey, &waves)["waves"][0]["answers"], Value::Null);
        let mut full = waves[0].1[0].clone();
        full.answers.push((QuestionId(3), Answer::Words("Oats".to_owned())));
        waves[0].1.resize(6, full);
        let (csv, json) = (as_csv(&survey, &waves).unwrap(), as_json(&survey, &waves).to_string());
        for file in [&csv, &json] {
            assert!(!file.contains("777") && !file.contains("00.500") && !file.contains("member_id"), "{file}");
        }
        insta::assert_snapshot!(csv, @r#"
        wave,entry,1. =Which?,2. Would you?,2. why,3. What else?
        1,1,'=1+1; Rye,9,'-SUM(A1),
        1,2,,,,"'@more ""rye"",
        please"
        1,3,'=1+1; Rye,9,'-SUM(A1),Oats
        1,4,'=1+1; Rye,9,'-SUM(A1),Oats
        1,5,'=1+1; Rye,9,'-SUM(A1),Oats
        1,6,'=1+1; Rye,9,'-SUM(A1),Oats
        "#);
    }

    #[test]
    fn what_few_answered_in_an_anonymous_wave_is_in_no_file() {
        let (survey, mut waves) = survey(true);
        let full = waves[0].1[0].clone();
        waves[0].1.resize(6, full);
        for file in [as_csv(&survey, &waves).unwrap(), as_json(&survey, &waves).to_string()] {
            assert!(file.contains("Rye") && !file.contains("please"), "{file}");
        }
    }

    #[test]
    fn as_json_it_is_the_same() {
        let (survey, waves) = survey(false);
        insta::assert_snapshot!(serde_json::to_string_pretty(&as_json(&survey, &waves)).unwrap(), @r#"
        {
          "intro": null,
          "number": 3,
          "questions": [
            {
              "kind": "multi",
              "options": [
                "=1+1",
                "Rye"
              ],
              "question": 1,
              "required": false,
              "text": "=Which?"
            },
            {
              "kind": "nps",
              "options": [],
              "question": 2,
              "required": false,
              "text": "Would you?"
            },
            {
              "kind": "text",
              "options": [],
              "question": 3,
              "required": false,
              "text": "What else?"
            }
          ],
          "schema": 1,
          "title": "Bread",
          "waves": [
            {
              "anonymous": false,
              "answers": 2,
              "closed_at": "1970-01-01T00:00:01Z",
              "closes_at": "1970-01-01T00:00:01Z",
              "entries": [
                {
                  "answers": [
                    {
                      "chosen": [
                        "=1+1",
                        "Rye"
                      ],
                      "question": 1
                    },
                    {
                      "number": 9,
                      "question": 2,
                      "why": "-SUM(A1)"
                    }
                  ],
                  "member_id": "777",
                  "sent_at": "1970-01-01T00:00:00.5Z"
                },
                {
                  "answers": [
                    {
                      "question": 3,
                      "words": "@more \"rye\",\nplease"
                    }
                  ],
                  "member_id": "777",
                  "sent_at": "1970-01-01T00:00:00.5Z"
                }
              ],
              "invited": 9,
              "opened_at": "1970-01-01T00:00:00Z",
              "wave": 1
            }
          ]
        }
        "#);
    }
}
