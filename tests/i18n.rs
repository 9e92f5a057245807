//! The texts for people: nothing is missing in a language, nothing is left over, plural forms are
//! complete, and the tone is kept.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};

/// Where the same word is right in two languages.
const SAME_IN_OTHER_LANGUAGES: &[&str] = &["span-hours-minutes", "permission-administrator", "case-by-automod"];

/// One text with what the tests ask about it.
#[derive(Debug, Default)]
struct Text {
    /// Where it stands: `en/polls.ftl`.
    file: String,
    words: String,
    variables: BTreeSet<String>,
    messages: BTreeSet<String>,
    /// The keys of each choice that is made by plural form.
    plurals: Vec<BTreeSet<String>>,
}

impl Text {
    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.words.push_str(value),
                PatternElement::Placeable { expression } => self.read_expression(expression),
            }
        }
    }

    fn read_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.read_inline(inline),
            Expression::Select { selector, variants } => {
                self.read_inline(selector);
                let keys: BTreeSet<String> = variants
                    .iter()
                    .map(|variant| match variant.key {
                        VariantKey::Identifier { name } => name.to_owned(),
                        VariantKey::NumberLiteral { value } => value.to_owned(),
                    })
                    .collect();
                if keys.iter().any(|key| ["zero", "one", "two", "few", "many"].contains(&key.as_str())) {
                    self.plurals.push(keys);
                }
                for variant in variants {
                    self.read(&variant.value);
                }
            }
        }
    }

    fn read_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, .. } => {
                self.messages.insert(id.name.to_owned());
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|argument| self.read_inline(argument));
            }
            InlineExpression::Placeable { expression } => self.read_expression(expression),
            _ => {}
        }
    }
}

/// The files of a language by their names without `.ftl`, each with what is in it.
fn sources(language: &str) -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/i18n").join(language);
    std::fs::read_dir(folder)
        .expect("a folder of texts")
        .map(|entry| entry.expect("an entry").path())
        .map(|path| {
            assert!(path.extension().is_some_and(|extension| extension == "ftl"), "{}: no texts", path.display());
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            (name, std::fs::read_to_string(&path).expect("a file of texts"))
        })
        .collect()
}

/// The texts of one language by key, from all of its files.
fn texts(language: &str) -> BTreeMap<String, Text> {
    let mut texts = BTreeMap::new();
    for (file, source) in sources(language) {
        let file = format!("{language}/{file}.ftl");
        let resource = fluent_syntax::parser::parse(source.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{file} cannot be read: {errors:?}"));
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let key = message.id.name;
            let mut text = Text { file: file.clone(), ..Text::default() };
            text.read(message.value.as_ref().unwrap_or_else(|| panic!("{file}: {key} has no text")));
            let twice = texts.insert(key.to_owned(), text);
            assert!(twice.is_none(), "{file}: {key} stands in {language} twice");
        }
    }
    texts
}

/// Descriptions of commands and names of choices and menus stand in the source in English, and here
/// only in the other languages.
fn is_description(key: &str, english: &BTreeMap<String, Text>) -> bool {
    ["command-", "choice-", "menu-"].iter().any(|start| key.starts_with(start)) && !english.contains_key(key)
}

#[test]
fn every_text_stands_in_every_language() {
    let (en, ru, ro) = (texts("en"), texts("ru"), texts("ro"));
    for (name, other) in [("ru", &ru), ("ro", &ro)] {
        let missing: Vec<_> = en.keys().filter(|key| !other.contains_key(*key)).collect();
        let alone: Vec<_> = other.keys().filter(|key| !en.contains_key(*key) && !is_description(key, &en)).collect();
        assert!(missing.is_empty(), "missing in {name}: {missing:#?}");
        assert!(alone.is_empty(), "only in {name}: {alone:#?}");
    }
    let descriptions = |texts: &BTreeMap<String, Text>| -> BTreeSet<String> {
        texts.keys().filter(|key| is_description(key, &en)).cloned().collect()
    };
    assert_eq!(descriptions(&ru), descriptions(&ro), "descriptions of commands");
}

#[test]
fn a_file_belongs_to_a_feature_and_a_text_stands_in_the_same_file_in_every_language() {
    let names: Vec<_> = steward::features::all().iter().map(|feature| feature.name).collect();
    let files: Vec<String> = sources("en").into_keys().collect();
    for language in ["ru", "ro"] {
        assert!(sources(language).keys().eq(&files), "{language} has other files than en");
    }
    for file in &files {
        let owned = names.contains(&file.as_str()) || ["platform", "times"].contains(&file.as_str());
        assert!(owned, "en/{file}.ftl: there is no feature of this name");
    }
    let (en, ru, ro) = (texts("en"), texts("ru"), texts("ro"));
    for (key, text) in &ru {
        let file = text.file.replace("ru/", "");
        for (language, other) in [("en", en.get(key)), ("ro", ro.get(key))] {
            let Some(other) = other else { continue };
            assert_eq!(other.file, format!("{language}/{file}"), "{key} stands in {}", text.file);
        }
    }
}

#[test]
fn a_text_is_filled_with_the_same_things_in_every_language() {
    let en = texts("en");
    for language in ["ru", "ro"] {
        for (key, text) in texts(language) {
            if let Some(english) = en.get(&key) {
                assert_eq!(english.variables, text.variables, "{}: {key}", text.file);
            }
        }
    }
}

#[test]
fn plural_forms_are_complete() {
    for (language, needed) in
        [("en", ["one", "other"].as_slice()), ("ru", &["one", "few", "many"]), ("ro", &["one", "few", "other"])]
    {
        for (key, text) in texts(language) {
            for forms in &text.plurals {
                let missing: Vec<_> = needed.iter().filter(|form| !forms.contains(**form)).collect();
                assert!(missing.is_empty(), "{}: {key} has no {missing:?}", text.file);
            }
        }
    }
}

#[test]
fn nothing_is_left_in_english() {
    let en = texts("en");
    for language in ["ru", "ro"] {
        for (key, text) in texts(language) {
            let letters = text.words.chars().filter(|c| c.is_alphabetic()).count();
            let same = en.get(&key).is_some_and(|english| english.words == text.words);
            assert!(
                !same || letters < 4 || SAME_IN_OTHER_LANGUAGES.contains(&key.as_str()),
                "{}: {key} is a copy of the English text",
                text.file
            );
        }
    }
}

#[test]
fn the_tone_is_calm() {
    for (key, text) in texts("en") {
        assert!(!text.words.contains('!'), "{}: {key} shouts", text.file);
    }
}

#[test]
fn every_text_is_used_and_every_used_text_is_there() {
    let en = texts("en");
    let literals: BTreeSet<String> = rust_files().iter().flat_map(|file| string_literals(file)).collect();
    let beginnings: Vec<&str> = literals
        .iter()
        .filter_map(|literal| literal.split_once('{'))
        .map(|(start, _)| start)
        .filter(|start| start.contains('-'))
        .collect();
    let inner: BTreeSet<&String> = en.values().flat_map(|text| &text.messages).collect();
    let unused: Vec<_> = en
        .keys()
        .filter(|key| {
            !literals.contains(*key) && !inner.contains(key) && !beginnings.iter().any(|start| key.starts_with(start))
        })
        .collect();
    assert!(unused.is_empty(), "nobody says {unused:#?}");

    for file in rust_files() {
        for key in said_keys(&file) {
            assert!(en.contains_key(&key) || key == "no-such-text", "{}: there is no text {key}", file.display());
        }
    }
}

fn rust_files() -> Vec<PathBuf> {
    fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, files);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    let mut files = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    files
}

/// Everything between quotes that could be a key.
fn string_literals(file: &Path) -> Vec<String> {
    let source = std::fs::read_to_string(file).expect("a source");
    source
        .split('"')
        .filter(|piece| piece.chars().all(|c| c.is_ascii_alphanumeric() || "-_{}".contains(c)))
        .map(str::to_owned)
        .collect()
}

/// The keys written straight into `Message::new("…")`.
fn said_keys(file: &Path) -> Vec<String> {
    let source = std::fs::read_to_string(file).expect("a source");
    source
        .split("Message::new(")
        .skip(1)
        .filter_map(|rest| rest.trim_start().strip_prefix('"')?.split_once('"'))
        .map(|(key, _)| key.to_owned())
        .collect()
}
