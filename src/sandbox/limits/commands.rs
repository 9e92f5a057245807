//! Limits of application commands and of autocomplete's suggestions.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{At, Problems, length};

const SUBCOMMAND: u64 = 1;
const GROUP: u64 = 2;

/// Most commands of a scope by their type: slash, user menu, message menu, entry point.
const MOST: [(u64, usize); 4] = [(1, 100), (2, 15), (3, 15), (4, 1)];

fn kind_of(command: &Value) -> u64 {
    command["type"].as_u64().unwrap_or(1)
}

/// A whole set of commands (paths begin with the index), or one of them.
pub fn commands(problems: &mut Problems, set: &[Value], indexed: bool) {
    let mut names = BTreeSet::new();
    for (index, command) in set.iter().enumerate() {
        let at = if indexed { At::root().to(index) } else { At::root() };
        if !names.insert((kind_of(command), command["name"].to_string())) {
            problems.add(&at, "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
        }
        one(problems, &at, command);
    }
    for (kind, most) in MOST {
        if set.iter().filter(|command| kind_of(command) == kind).count() > most {
            let words = format!("At most {most} commands of type {kind}.");
            problems.add(&At::root(), "APPLICATION_COMMAND_TOO_MANY", words);
        }
    }
}

fn one(problems: &mut Problems, at: &At, command: &Value) {
    if kind_of(command) == 1 {
        name(problems, &at.to("name"), &command["name"]);
        problems.text(&at.to("description"), &command["description"], 1, 100);
        texts(problems, at, command);
        options(problems, at, &command["options"], 0);
    } else {
        problems.text(&at.to("name"), &command["name"], 1, 32);
        if command["description"].as_str().is_some_and(|text| !text.is_empty()) {
            let words = "Context menu commands cannot have a description";
            problems.add(&at.to("description"), "APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED", words);
        }
        // Unlike those of slash commands they may be written as people write.
        for (locale, text) in command["name_localizations"].as_object().into_iter().flatten() {
            let at = at.to("name_localizations").to(locale);
            locale_is_known(problems, &at, locale);
            problems.text(&at, text, 1, 32);
        }
    }
    if weight(command) > 8_000 {
        problems.add(at, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)");
    }
}

/// Languages Discord knows.
const LOCALES: [&str; 32] = [
    "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR",
    "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
];

fn locale_is_known(problems: &mut Problems, at: &At, locale: &str) {
    if !LOCALES.contains(&locale) {
        problems.add(at, "ENUM_TYPE_COERCE", format!("Value \"{locale}\" is not a valid enum value."));
    }
}

fn texts(problems: &mut Problems, at: &At, thing: &Value) {
    for key in ["name_localizations", "description_localizations"] {
        for (locale, text) in thing[key].as_object().into_iter().flatten() {
            let at = at.to(key).to(locale);
            locale_is_known(problems, &at, locale);
            if key == "name_localizations" && !text.is_null() {
                name(problems, &at, text);
            } else {
                problems.text(&at, text, 0, 100);
            }
        }
    }
}

fn name(problems: &mut Problems, at: &At, value: &Value) {
    let text = value.as_str().unwrap_or_default();
    let allowed = |c: char| matches!(c, '-' | '_' | '\'') || c.is_alphanumeric();
    let fits = (1..=32).contains(&text.chars().count()) && text.chars().all(allowed) && text.to_lowercase() == text;
    if !fits {
        problems.add(at, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    }
}

fn options(problems: &mut Problems, at: &At, list: &Value, depth: usize) {
    let list = problems.list(&at.to("options"), list, 0, 25);
    let branches = list.iter().filter(|one| matches!(one["type"].as_u64(), Some(SUBCOMMAND | GROUP))).count();
    if branches != 0 && branches != list.len() {
        let words = "Sub-command and sub-command group option types are mutually exclusive to all other types";
        problems.add(&at.to("options"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", words);
    }
    let mut names = BTreeSet::new();
    let mut optional = false;
    for (index, one) in list.iter().enumerate() {
        let at = at.to("options").to(index);
        name(problems, &at.to("name"), &one["name"]);
        problems.text(&at.to("description"), &one["description"], 1, 100);
        texts(problems, &at, one);
        if !names.insert(one["name"].to_string()) {
            problems.add(&at, "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name must be unique");
        }
        match one["type"].as_u64() {
            Some(kind @ (SUBCOMMAND | GROUP)) => {
                if depth > 1 || (depth > 0 && kind == GROUP) {
                    problems.add(&at, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Nested too deep");
                }
                options(problems, &at, &one["options"], depth + 1);
            }
            Some(kind @ 3..=11) => {
                let required = one["required"] == true;
                if required && optional {
                    let words = "Required options must be placed before non-required options";
                    problems.add(&at, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", words);
                }
                optional |= !required;
                leaf(problems, &at, one, kind);
            }
            _ => problems.add(&at.to("type"), "BASE_TYPE_CHOICES", "Value must be one of 1 to 11."),
        }
    }
}

fn leaf(problems: &mut Problems, at: &At, option: &Value, kind: u64) {
    let offered = problems.list(&at.to("choices"), &option["choices"], 0, 25);
    choices_at(problems, &at.to("choices"), offered, kind);
    if option["autocomplete"] == true && (!offered.is_empty() || !matches!(kind, 3 | 4 | 10)) {
        let words = "Autocomplete is for string, integer and number options without choices";
        problems.add(at, "APPLICATION_COMMAND_AUTOCOMPLETE_INVALID_TYPE", words);
    }
    for (low, high) in [("min_value", "max_value"), ("min_length", "max_length")] {
        if let (Some(low), Some(high)) = (option[low].as_f64(), option[high].as_f64())
            && low > high
        {
            problems.add(at, "BASE_TYPE_MAX_VALUE", "The minimum exceeds the maximum");
        }
    }
}

/// Suggestions of autocomplete for an option of this type.
pub fn choices(problems: &mut Problems, at: &At, list: &Value, kind: u64) {
    let list = problems.list(at, list, 0, 25);
    choices_at(problems, at, list, kind);
}

fn choices_at(problems: &mut Problems, at: &At, list: &[Value], kind: u64) {
    for (index, choice) in list.iter().enumerate() {
        let at = at.to(index);
        problems.text(&at.to("name"), &choice["name"], 1, 100);
        let value = &choice["value"];
        match kind {
            3 => problems.text(&at.to("value"), value, 0, 100),
            4 if !value.is_i64() && !value.is_u64() => {
                problems.add(&at.to("value"), "NUMBER_TYPE_COERCE", format!("Value \"{value}\" is not int."));
            }
            10 if !value.is_number() => {
                problems.add(&at.to("value"), "NUMBER_TYPE_COERCE", format!("Value \"{value}\" is not a number."));
            }
            _ => {}
        }
    }
}

/// Characters that count toward a command's 8,000: names, descriptions and values, each in its
/// longest language.
fn weight(node: &Value) -> usize {
    let longest = |key: &str, others: &str| {
        let translated = node[others].as_object().into_iter().flatten().map(|(_, text)| text);
        std::iter::once(&node[key]).chain(translated).filter_map(Value::as_str).map(length).max().unwrap_or(0)
    };
    let own = longest("name", "name_localizations") + longest("description", "description_localizations");
    let value = node["value"].as_str().map_or(0, length);
    let inner = ["options", "choices"].into_iter().filter_map(|key| node[key].as_array()).flatten();
    own + value + inner.map(weight).sum::<usize>()
}
