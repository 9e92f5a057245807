//! A survey as a file in TOML: read, with each mistake where it stands and what would be right, and
//! written so that reading it gives the same survey.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use crate::error::Message;
use crate::features::surveys::{Kind, NewQuestion, NewSurvey, Part, Problem};
use crate::ids::RoleId;
use crate::text::limits;

use super::{QUESTIONS, ROLES, USUAL_DAYS, check_question, check_survey, check_title};

/// What an error shows as right, and the README explains.
pub const EXAMPLE: &str = r#"title = "How was November?"
intro = "Two minutes; nobody sees who wrote what."
anonymous = true
days = 7

[[question]]
kind = "single"
text = "How did you find us?"
options = ["A friend", "Search", "Another server"]

[[question]]
kind = "rating"
text = "How friendly is it here?"

[[question]]
kind = "text"
text = "What should we do next?"
required = false
"#;

/// What stands above the questions.
const KEYS: [&str; 6] = ["title", "intro", "anonymous", "days", "roles", "question"];
/// What a question says of itself.
const QUESTION_KEYS: [&str; 4] = ["kind", "text", "options", "required"];

/// Something in a file that is not as it has to be.
#[derive(Debug, Clone, PartialEq)]
pub struct Mistake {
    /// From 1 on, as editors count.
    pub line: usize,
    pub column: usize,
    /// How many characters of the line are meant.
    pub width: usize,
    /// The line, as it was written.
    pub text: String,
    /// What is wrong and what would be right.
    pub what: Message,
}

/// The survey in a file.
///
/// # Errors
/// Everything that is wrong with it, from its beginning to its end.
pub fn parse(text: &str) -> Result<NewSurvey, Vec<Mistake>> {
    let text = text.trim_start_matches('\u{FEFF}');
    let mut reader = Reader { text, mistakes: Vec::new() };
    let (document, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let what = Message::new("survey-file-syntax").with("problem", error.message());
        reader.complain(error.span().unwrap_or(0..0), what);
    }
    // One mistake often breaks the rest of its line too, and what a broken line is taken for would
    // only lead to more complaints about the same place.
    reader.mistakes.dedup_by_key(|mistake| mistake.line);
    let survey = if errors.is_empty() { reader.survey(document.get_ref()) } else { None };
    reader.mistakes.sort_by_key(|mistake| (mistake.line, mistake.column));
    match survey {
        Some(survey) if reader.mistakes.is_empty() => Ok(survey),
        _ => Err(reader.mistakes),
    }
}

struct Reader<'t> {
    text: &'t str,
    mistakes: Vec<Mistake>,
}

type Value<'v, 't> = &'v Spanned<DeValue<'t>>;

impl Reader<'_> {
    fn survey(&mut self, table: &DeTable<'_>) -> Option<NewSurvey> {
        self.only_known(table, &KEYS);
        if table.get("title").is_none() {
            self.complain(0..0, Message::new("survey-file-missing").with("key", "title"));
        }
        let title = self.text_of(table, "title");
        let intro = self.text_of(table, "intro").map(|(intro, span)| (intro.trim().to_owned(), span));
        let anonymous = self.boolean(table, "anonymous").unwrap_or(true);
        let (days, at_days) = self.number(table, "days").unwrap_or((USUAL_DAYS, 0..0));
        let roles = self.roles(table);
        let questions = self.questions(table);
        let (title, at_title) = title?;
        self.in_a_line(Part::Title, &title, at_title.clone());

        let intro_text = intro.as_ref().map(|(intro, _)| intro.clone()).filter(|intro| !intro.is_empty());
        if let Err(problem) = check_title(&title, intro_text.as_deref()) {
            let at_intro = intro.map(|(_, span)| span).filter(|_| is_about(&problem, Part::Intro));
            self.complain(at_intro.unwrap_or(at_title), problem.into());
        }
        let survey = NewSurvey { title, intro: intro_text, anonymous, days, roles, questions };
        let bare = NewSurvey { title: "x".to_owned(), intro: None, questions: Vec::new(), ..survey.clone() };
        if let Err(problem) = check_survey(&bare) {
            self.complain(at_days, problem.into());
        }
        Some(survey)
    }

    fn questions(&mut self, table: &DeTable<'_>) -> Vec<NewQuestion> {
        let Some((name, value)) = table.get_key_value("question") else {
            self.complain(self.end(), Message::new("survey-file-no-questions"));
            return Vec::new();
        };
        let DeValue::Array(array) = value.get_ref() else {
            self.complain(name.span(), Message::new("survey-file-question"));
            return Vec::new();
        };
        if !QUESTIONS.contains(&array.len()) {
            self.complain(name.span(), Problem::QuestionCount(array.len()).into());
        }
        array.iter().filter_map(|question| self.question(question)).collect()
    }

    fn question(&mut self, value: Value<'_, '_>) -> Option<NewQuestion> {
        let DeValue::Table(table) = value.get_ref() else {
            self.complain(value.span(), Message::new("survey-file-question"));
            return None;
        };
        self.only_known(table, &QUESTION_KEYS);
        let head = value.span();
        let kind = self.kind(table, &head);
        let text = self.text_of(table, "text");
        if table.get("text").is_none() {
            self.complain(head, Message::new("survey-file-missing").with("key", "text"));
        }
        let options = self.list(table, "options");
        let required = self.boolean(table, "required").unwrap_or(true);
        let ((text, at_text), kind) = (text?, kind?);

        for (option, span) in &options {
            self.in_a_line(Part::Option, option, span.clone());
        }
        let texts = options.iter().map(|(option, _)| option.clone()).collect();
        let question = NewQuestion { kind, text, options: texts, required };
        if let Err(problem) = check_question(&question) {
            let at_options = table.get("options").map_or_else(|| value.span(), Spanned::span);
            let place = match &problem {
                Problem::OptionCount(_) | Problem::NoOptions => at_options,
                Problem::OptionTwice(twice) => {
                    let mut same = options.iter().filter(|(option, _)| option == twice);
                    same.next_back().map_or(at_options, |(_, span)| span.clone())
                }
                Problem::TooLong { what: Part::Option, most } => {
                    let long = options.iter().find(|(option, _)| limits::len_utf16(option) > *most);
                    long.map_or(at_options, |(_, span)| span.clone())
                }
                _ => at_text,
            };
            self.complain(place, problem.into());
        }
        Some(question)
    }

    /// What stands on a button or in a menu cannot go over several lines.
    fn in_a_line(&mut self, what: Part, text: &str, span: Range<usize>) {
        if text.contains(['\n', '\r']) {
            self.complain(span, Problem::SeveralLines(what).into());
        }
    }

    fn kind(&mut self, table: &DeTable<'_>, head: &Range<usize>) -> Option<Kind> {
        let known = || Kind::ALL.map(|kind| format!("\"{}\"", kind.as_str())).join(", ");
        let Some(value) = table.get("kind") else {
            self.complain(head.clone(), Message::new("survey-file-no-kind").with("known", known()));
            return None;
        };
        let kind = value.get_ref().as_str().and_then(|name| Kind::from_stored(name.trim()));
        if kind.is_none() {
            self.complain(value.span(), Message::new("survey-file-kind").with("known", known()));
        }
        kind
    }

    fn roles(&mut self, table: &DeTable<'_>) -> Vec<RoleId> {
        let mut roles = Vec::new();
        for (typed, span) in self.list(table, "roles") {
            match typed.parse::<RoleId>() {
                Ok(role) => roles.push(role),
                Err(_) => self.complain(span, Message::new("survey-file-role")),
            }
        }
        if let (true, Some(value)) = (roles.len() > ROLES, table.get("roles")) {
            self.complain(value.span(), Problem::RoleCount(roles.len()).into());
        }
        roles
    }

    fn only_known(&mut self, table: &DeTable<'_>, known: &[&'static str]) {
        for name in table.keys().filter(|name| !known.contains(&name.get_ref().as_ref())) {
            let key = name.get_ref().as_ref();
            let home = if known == KEYS { QUESTION_KEYS.as_slice() } else { KEYS.as_slice() };
            let what = match home.contains(&key) {
                true if known == KEYS => Message::new("survey-file-outside"),
                true => Message::new("survey-file-inside"),
                false => Message::new("survey-file-unknown").with("known", known.join(", ")),
            };
            self.complain(name.span(), what.with("key", key));
        }
    }

    fn text_of(&mut self, table: &DeTable<'_>, key: &'static str) -> Option<(String, Range<usize>)> {
        let value = table.get(key)?;
        let text = value.get_ref().as_str().map(|text| (text.trim().to_owned(), value.span()));
        self.or_complain(text, value.span(), "survey-file-text", key)
    }

    fn boolean(&mut self, table: &DeTable<'_>, key: &'static str) -> Option<bool> {
        let value = table.get(key)?;
        let boolean = match value.get_ref() {
            DeValue::Boolean(boolean) => Some(*boolean),
            _ => None,
        };
        self.or_complain(boolean, value.span(), "survey-file-boolean", key)
    }

    fn number(&mut self, table: &DeTable<'_>, key: &'static str) -> Option<(i64, Range<usize>)> {
        let value = table.get(key)?;
        let number = match value.get_ref() {
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        self.or_complain(number.map(|number| (number, value.span())), value.span(), "survey-file-number", key)
    }

    /// Texts in brackets; none where there is no such key.
    fn list(&mut self, table: &DeTable<'_>, key: &'static str) -> Vec<(String, Range<usize>)> {
        let Some(value) = table.get(key) else { return Vec::new() };
        let none = DeArray::default();
        let array = match value.get_ref() {
            DeValue::Array(array) => array,
            _ => {
                self.complain(value.span(), Message::new("survey-file-list").with("key", key));
                &none
            }
        };
        let mut texts = Vec::new();
        for element in array {
            match element.get_ref().as_str().map(str::trim) {
                Some(text) if !text.is_empty() => texts.push((text.to_owned(), element.span())),
                _ => self.complain(element.span(), Message::new("survey-file-list").with("key", key)),
            }
        }
        texts
    }

    fn or_complain<T>(
        &mut self,
        value: Option<T>,
        span: Range<usize>,
        what: &'static str,
        key: &'static str,
    ) -> Option<T> {
        if value.is_none() {
            self.complain(span, Message::new(what).with("key", key));
        }
        value
    }

    /// Behind the last word.
    fn end(&self) -> Range<usize> {
        let end = self.text.trim_end().len();
        end..end
    }

    fn complain(&mut self, span: Range<usize>, what: Message) {
        let start = span.start.min(self.text.len());
        let line_start = self.text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = self.text[start..].find('\n').map_or(self.text.len(), |at| start + at);
        self.mistakes.push(Mistake {
            line: self.text[..start].matches('\n').count() + 1,
            column: self.text[line_start..start].chars().count() + 1,
            width: self.text[start..span.end.clamp(start, line_end)].trim_end().chars().count().max(1),
            text: self.text[line_start..line_end].trim_end().to_owned(),
            what,
        });
    }
}

fn is_about(problem: &Problem, part: Part) -> bool {
    matches!(problem, Problem::TooLong { what, .. } if *what == part)
}

/// A survey as a file.
pub fn written(survey: &NewSurvey) -> String {
    let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
    let list = |texts: Vec<String>| texts.iter().map(|text| quoted(text)).collect::<Vec<_>>().join(", ");
    let mut lines = vec![format!("title = {}", quoted(&survey.title))];
    lines.extend(survey.intro.as_deref().map(|intro| format!("intro = {}", quoted(intro))));
    lines.push(format!("anonymous = {}", survey.anonymous));
    lines.push(format!("days = {}", survey.days));
    if !survey.roles.is_empty() {
        lines.push(format!("roles = [{}]", list(survey.roles.iter().map(ToString::to_string).collect())));
    }
    for question in &survey.questions {
        lines.push("\n[[question]]".to_owned());
        lines.push(format!("kind = {}", quoted(question.kind.as_str())));
        lines.push(format!("text = {}", quoted(&question.text)));
        if question.kind.has_options() {
            lines.push(format!("options = [{}]", list(question.options.clone())));
        }
        if !question.required {
            lines.push("required = false".to_owned());
        }
    }
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    /// "3:8 survey-file-kind" for each mistake.
    fn mistakes(text: &str) -> Vec<String> {
        let Err(mistakes) = parse(text) else { return Vec::new() };
        mistakes.iter().map(|one| format!("{}:{}+{} {}", one.line, one.column, one.width, one.what.key)).collect()
    }

    #[test]
    fn the_example_is_a_survey() {
        let survey = parse(EXAMPLE).unwrap();
        assert_eq!((survey.title.as_str(), survey.anonymous, survey.days), ("How was November?", true, 7));
        let kinds: Vec<(Kind, bool, usize)> =
            survey.questions.iter().map(|one| (one.kind, one.required, one.options.len())).collect();
        assert_eq!(kinds, [(Kind::Single, true, 3), (Kind::Rating, true, 0), (Kind::Text, false, 0)]);
        assert_eq!(written(&survey), EXAMPLE);
    }

    const ONE: &str = "[[question]]\nkind = \"rating\"\ntext = \"?\"\n";

    #[rstest]
    #[case::nothing("", &["1:1+1 survey-file-missing", "1:1+1 survey-file-no-questions"])]
    #[case::no_toml("title = How\n", &["1:9+3 survey-file-syntax"])]
    #[case::no_questions("title = \"A\"\n", &["1:12+1 survey-file-no-questions"])]
    #[case::unknown_key("titel = 1\ntitle = \"A\"\n", &["1:1+5 survey-file-unknown", "2:12+1 survey-file-no-questions"])]
    #[case::no_title(ONE, &["1:1+1 survey-file-missing"])]
    #[case::a_title_that_is_no_text("title = 3\n[[question]]\nkind = \"rating\"\ntext = \"?\"", &["1:9+1 survey-file-text"])]
    fn a_mistake_is_named_where_it_stands(#[case] text: &str, #[case] expected: &[&str]) {
        assert_eq!(mistakes(text), expected);
    }

    #[rstest]
    #[case::twice("kind = \"single\"\ntext = \"?\"\noptions = [\"A\", \"B\", \"A\"]", &["5:22+3 survey-option-twice"])]
    #[case::one_option("kind = \"multi\"\ntext = \"?\"\noptions = [\"A\"]", &["5:11+5 survey-option-count"])]
    #[case::no_options("kind = \"multi\"\ntext = \"?\"", &["2:1+12 survey-option-count"])]
    #[case::options_of_a_rating("kind = \"rating\"\ntext = \"?\"\noptions = [\"A\"]", &["5:11+5 survey-no-options"])]
    #[case::no_such_kind("kind = \"choice\"\ntext = \"?\"", &["3:8+8 survey-file-kind"])]
    #[case::no_kind("text = \"?\"", &["2:1+12 survey-file-no-kind"])]
    #[case::no_text("kind = \"text\"", &["2:1+12 survey-file-missing"])]
    #[case::no_words("kind = \"text\"\ntext = \" \"", &["4:8+3 survey-no-question"])]
    #[case::required("kind = \"text\"\ntext = \"?\"\nrequired = \"no\"", &["5:12+4 survey-file-boolean"])]
    #[case::of_the_survey("kind = \"text\"\ntext = \"?\"\nanonymous = true", &["5:1+9 survey-file-inside"])]
    #[case::an_option_that_is_no_text("kind = \"multi\"\ntext = \"?\"\noptions = [1, \"B\", \"C\"]", &["5:12+1 survey-file-list"])]
    #[case::an_option_in_two_lines("kind = \"multi\"\ntext = \"?\"\noptions = [\"A\\nB\", \"C\"]", &["5:12+6 survey-several-lines"])]
    #[case::no_list("kind = \"multi\"\ntext = \"?\"\noptions = \"A, B\"", &["5:11+6 survey-file-list", "5:11+6 survey-option-count"])]
    fn a_mistake_in_a_question_is_named_where_it_stands(#[case] question: &str, #[case] expected: &[&str]) {
        assert_eq!(mistakes(&format!("title = \"A\"\n[[question]]\n{question}")), expected);
    }

    #[rstest]
    #[case::long_title(&format!("title = \"{}\"", "x".repeat(101)), &["1:9+103 survey-too-long"])]
    #[case::long_intro(&format!("title = \"A\"\nintro = \"{}\"", "x".repeat(1_001)), &["2:9+1003 survey-too-long"])]
    #[case::no_days("title = \"A\"\ndays = 0", &["2:8+1 survey-days"])]
    #[case::half_a_day("title = \"A\"\ndays = 0.5", &["2:8+3 survey-file-number"])]
    #[case::no_role("title = \"A\"\nroles = [\"@Bakers\"]", &["2:10+9 survey-file-role"])]
    #[case::a_text_without_a_question("title = \"A\"\ntext = \"?\"", &["2:1+4 survey-file-outside"])]
    #[case::a_title_in_two_lines("title = \"A\\nB\"", &["1:9+6 survey-several-lines"])]
    #[case::several("title = \"A\"\ndays = 99\nroles = 3", &["2:8+2 survey-days", "3:9+1 survey-file-list"])]
    fn a_mistake_above_the_questions_is_named_where_it_stands(#[case] head: &str, #[case] expected: &[&str]) {
        assert_eq!(mistakes(&format!("{head}\n{ONE}")), expected);
    }

    #[test]
    fn more_questions_than_fit_are_too_many() {
        let many = format!("title = \"A\"\n{}", ONE.repeat(26));
        assert_eq!(mistakes(&many), ["2:3+8 survey-question-count"]);
        assert!(parse(&format!("title = \"A\"\n{}", ONE.repeat(25))).is_ok());
    }

    #[test]
    fn more_roles_than_a_menu_takes_are_too_many() {
        let roles = |count: usize| format!("title = \"A\"\nroles = [{}]\n{ONE}", "\"7\", ".repeat(count));
        assert_eq!(mistakes(&roles(26)), ["2:9+132 survey-role-count"]);
        assert!(parse(&roles(25)).is_ok());
    }

    fn words() -> impl Strategy<Value = String> {
        "[\\PC]{1,40}".prop_map(|text| text.trim().to_owned()).prop_filter("not empty", |text| !text.is_empty())
    }

    fn questions() -> impl Strategy<Value = NewQuestion> {
        let options = prop::collection::hash_set(words(), 2..6);
        (0usize..5, words(), options, any::<bool>()).prop_map(|(kind, text, options, required)| {
            let kind = Kind::ALL[kind];
            let options = if kind.has_options() { options.into_iter().collect() } else { Vec::new() };
            NewQuestion { kind, text, options, required }
        })
    }

    proptest! {
        #[test]
        fn a_written_survey_reads_as_it_was(
            title in words(), intro in prop::option::of("(?s).{0,200}"), anonymous: bool, days in 1i64..=60,
            roles in prop::collection::vec(1i64..i64::MAX, 0..3), questions in prop::collection::vec(questions(), 1..6),
        ) {
            let intro = intro.map(|intro| intro.trim().to_owned()).filter(|intro| !intro.is_empty());
            let roles = roles.into_iter().map(RoleId).collect();
            let survey = NewSurvey { title, intro, anonymous, days, roles, questions };
            prop_assert_eq!(parse(&written(&survey)), Ok(survey));
        }

        #[test]
        fn whatever_is_sent_is_read_or_complained_of(text in "(?s).{0,200}") {
            prop_assert!(parse(&text).is_err_and(|mistakes| !mistakes.is_empty()) || text.contains("[[question"));
        }
    }
}
