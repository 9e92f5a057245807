//! Limits of buttons, menus and forms.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{At, Problems, length};

const ROW: u64 = 1;
const BUTTON: u64 = 2;
const STRING_SELECT: u64 = 3;
const TEXT_INPUT: u64 = 4;
const TEXT_DISPLAY: u64 = 10;
const LABEL: u64 = 18;
const LINK: u64 = 5;
const PREMIUM: u64 = 6;

const fn is_select(kind: u64) -> bool {
    matches!(kind, 3 | 5..=8)
}

/// Components of a message. With the flag of version 2 they may stand anywhere and be of any kind.
pub fn components(problems: &mut Problems, at: &At, list: &Value, v2: bool) {
    let most = if v2 { 40 } else { 5 };
    let mut seen = BTreeSet::new();
    for (index, component) in problems.list(at, list, 0, most).iter().enumerate() {
        let at = at.to(index);
        if component["type"] == ROW {
            row(problems, &at, component, &mut seen);
        } else if v2 {
            version_2(problems, &at, component, &mut seen);
        } else {
            problems.add(&at.to("type"), "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1,).");
        }
    }
    if v2 {
        let text = displayed(list);
        if text > 4_000 {
            let words = "The total text of all components exceeds 4000 characters.";
            problems.add(at, "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", words);
        }
    }
}

fn displayed(node: &Value) -> usize {
    match node {
        Value::Array(items) => items.iter().map(displayed).sum(),
        Value::Object(fields) if node["type"] == TEXT_DISPLAY => {
            fields.get("content").and_then(Value::as_str).map_or(0, length)
        }
        Value::Object(fields) => fields.values().map(displayed).sum(),
        _ => 0,
    }
}

fn version_2(problems: &mut Problems, at: &At, component: &Value, seen: &mut BTreeSet<String>) {
    match component["type"].as_u64() {
        Some(ROW) => row(problems, at, component, seen),
        Some(BUTTON) => button(problems, at, component, seen),
        Some(TEXT_DISPLAY) => problems.text(&at.to("content"), &component["content"], 1, 4_000),
        Some(9..=17) => {
            for (index, inner) in component["components"].as_array().into_iter().flatten().enumerate() {
                version_2(problems, &at.to("components").to(index), inner, seen);
            }
            if component["accessory"].is_object() {
                version_2(problems, &at.to("accessory"), &component["accessory"], seen);
            }
        }
        _ => problems.add(&at.to("type"), "UNION_TYPE_CHOICES", "Unknown or misplaced component."),
    }
}

fn row(problems: &mut Problems, at: &At, row: &Value, seen: &mut BTreeSet<String>) {
    let at = at.to("components");
    let inside = problems.list(&at, &row["components"], 1, 5);
    let selects = inside.iter().filter(|one| one["type"].as_u64().is_some_and(is_select)).count();
    if selects > 1 || (selects == 1 && inside.len() > 1) {
        problems.add(&at, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width");
    }
    for (index, one) in inside.iter().enumerate() {
        let at = at.to(index);
        match one["type"].as_u64() {
            Some(BUTTON) => button(problems, &at, one, seen),
            Some(kind) if is_select(kind) => select(problems, &at, one, kind, seen),
            _ => problems.add(&at.to("type"), "UNION_TYPE_CHOICES", "Value must be one of (2, 3, 5, 6, 7, 8)."),
        }
    }
}

fn custom_id(problems: &mut Problems, at: &At, one: &Value, seen: &mut BTreeSet<String>) {
    let at = at.to("custom_id");
    problems.text(&at, &one["custom_id"], 1, 100);
    let id = one["custom_id"].as_str().unwrap_or_default();
    if !id.is_empty() && !seen.insert(id.to_owned()) {
        problems.add(&at, "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
    }
}

fn button(problems: &mut Problems, at: &At, one: &Value, seen: &mut BTreeSet<String>) {
    problems.text(&at.to("label"), &one["label"], 0, 80);
    match one["style"].as_u64() {
        Some(LINK) => {
            problems.text(&at.to("url"), &one["url"], 1, 512);
            if !one["custom_id"].is_null() {
                let words = "A custom id and url cannot both be specified";
                problems.add(&at.to("custom_id"), "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", words);
            }
        }
        Some(PREMIUM) => return,
        Some(1..=4) => {
            custom_id(problems, at, one, seen);
            if !one["url"].is_null() {
                problems.add(&at.to("url"), "BUTTON_COMPONENT_INVALID_STYLE", "Only link buttons have a url");
            }
        }
        _ => problems.add(&at.to("style"), "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3, 4, 5, 6}."),
    }
    if one["label"].as_str().is_none_or(str::is_empty) && one["emoji"].is_null() {
        problems.add(at, "BUTTON_COMPONENT_LABEL_REQUIRED", "A label or emoji is required");
    }
}

fn select(problems: &mut Problems, at: &At, one: &Value, kind: u64, seen: &mut BTreeSet<String>) {
    custom_id(problems, at, one, seen);
    problems.text(&at.to("placeholder"), &one["placeholder"], 0, 150);
    let low = one["min_values"].as_u64().unwrap_or(1);
    let high = one["max_values"].as_u64().unwrap_or(1);
    if high > 25 || high == 0 || low > high {
        problems.add(&at.to("max_values"), "NUMBER_TYPE_MAX", "min_values and max_values must fit, up to 25.");
    }
    if kind != STRING_SELECT {
        defaults(problems, at, one, kind, (low, high));
        return;
    }
    let options = problems.list(&at.to("options"), &one["options"], 1, 25);
    let mut values = BTreeSet::new();
    for (index, option) in options.iter().enumerate() {
        let at = at.to("options").to(index);
        problems.text(&at.to("label"), &option["label"], 1, 100);
        problems.text(&at.to("value"), &option["value"], 1, 100);
        problems.text(&at.to("description"), &option["description"], 0, 100);
        if !values.insert(option["value"].to_string()) {
            let words = "The specified option value is already used";
            problems.add(&at.to("value"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", words);
        }
    }
    if high > options.len() as u64 {
        problems.add(&at.to("max_values"), "BASE_TYPE_MAX_VALUE", "max_values is greater than the number of options");
    }
    if options.iter().filter(|option| option["default"] == true).count() as u64 > high {
        problems.add(&at.to("options"), "SELECT_COMPONENT_TOO_MANY_DEFAULTS", "More defaults than max_values");
    }
}

/// What is chosen already in a menu that Discord fills.
fn defaults(problems: &mut Problems, at: &At, one: &Value, kind: u64, (low, high): (u64, u64)) {
    let Some(chosen) = one["default_values"].as_array() else { return };
    let at = at.to("default_values");
    let count = chosen.len() as u64;
    if count > 0 && (count < low || count > high) {
        problems.add(&at, "BASE_TYPE_BAD_LENGTH", format!("Must be between {low} and {high} in length."));
    }
    let fitting: &[&str] = match kind {
        5 => &["user"],
        6 => &["role"],
        7 => &["user", "role"],
        _ => &["channel"],
    };
    for (index, value) in chosen.iter().enumerate() {
        let at = at.to(index);
        problems.text(&at.to("id"), &value["id"], 1, 20);
        if !value["type"].as_str().is_some_and(|name| fitting.contains(&name)) {
            problems.add(&at.to("type"), "BASE_TYPE_CHOICES", format!("Value must be one of {fitting:?}."));
        }
    }
}

/// A form.
pub fn modal(problems: &mut Problems, at: &At, form: &Value) {
    problems.text(&at.to("custom_id"), &form["custom_id"], 1, 100);
    problems.text(&at.to("title"), &form["title"], 1, 45);
    let mut seen = BTreeSet::new();
    for (index, part) in problems.list(&at.to("components"), &form["components"], 1, 5).iter().enumerate() {
        let at = at.to("components").to(index);
        match part["type"].as_u64() {
            Some(ROW) => {
                let at = at.to("components");
                for (number, one) in problems.list(&at, &part["components"], 1, 1).iter().enumerate() {
                    let at = at.to(number);
                    problems.text(&at.to("label"), &one["label"], 1, 45);
                    input(problems, &at, one, &mut seen);
                }
            }
            Some(LABEL) => {
                problems.text(&at.to("label"), &part["label"], 1, 45);
                problems.text(&at.to("description"), &part["description"], 0, 100);
                let (at, one) = (at.to("component"), &part["component"]);
                match one["type"].as_u64() {
                    Some(TEXT_INPUT) => input(problems, &at, one, &mut seen),
                    Some(kind) if is_select(kind) => select(problems, &at, one, kind, &mut seen),
                    _ => custom_id(problems, &at, one, &mut seen),
                }
            }
            Some(TEXT_DISPLAY) => problems.text(&at.to("content"), &part["content"], 1, 4_000),
            _ => problems.add(
                &at.to("type"),
                "UNION_TYPE_CHOICES",
                "Value of field \"type\" must be one of (1, 10, 18).",
            ),
        }
    }
}

fn input(problems: &mut Problems, at: &At, one: &Value, seen: &mut BTreeSet<String>) {
    if one["type"] != TEXT_INPUT {
        problems.add(&at.to("type"), "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (4,).");
        return;
    }
    custom_id(problems, at, one, seen);
    problems.text(&at.to("placeholder"), &one["placeholder"], 0, 100);
    let low = one["min_length"].as_u64().unwrap_or(0);
    let high = one["max_length"].as_u64().unwrap_or(4_000);
    if high > 4_000 || high == 0 || low > high {
        problems.add(&at.to("max_length"), "NUMBER_TYPE_MAX", "min_length and max_length must fit, up to 4000.");
    }
    let filled = one["value"].as_str().map_or(0, length) as u64;
    if filled > 0 && (filled < low || filled > high) {
        let words = format!("Must be between {low} and {high} in length.");
        problems.add(&at.to("value"), "BASE_TYPE_BAD_LENGTH", words);
    }
}
