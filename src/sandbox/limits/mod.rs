//! Discord's limits, refused as Discord refuses them: 400 with code 50035 and a tree of errors.
//!
//! Lengths are counted in UTF-16 units, as Discord's clients count them.

mod commands;
mod components;
mod events;
mod messages;

use serde_json::{Value, json};

pub use commands::{choices, commands};
pub use components::{components, modal};
pub use events::event;
pub use messages::message;

/// What is wrong with a body: where, Discord's name for it, and its words.
#[derive(Debug, Default)]
pub struct Problems(Vec<(Vec<String>, &'static str, String)>);

/// Where in a body: `["embeds", "0", "title"]`.
#[derive(Debug, Clone, Default)]
pub struct At(Vec<String>);

impl At {
    pub fn root() -> Self {
        Self::default()
    }

    #[must_use]
    pub fn to(&self, step: impl ToString) -> Self {
        let mut path = self.0.clone();
        path.push(step.to_string());
        Self(path)
    }
}

impl Problems {
    pub fn add(&mut self, at: &At, code: &'static str, words: impl Into<String>) {
        self.0.push((at.0.clone(), code, words.into()));
    }

    pub fn required(&mut self, at: &At) {
        self.add(at, "BASE_TYPE_REQUIRED", "This field is required");
    }

    /// A text that must have `low` to `high` characters; absent is fine unless `low` says otherwise.
    pub fn text(&mut self, at: &At, value: &Value, low: usize, high: usize) {
        match value {
            Value::Null if low == 0 => {}
            Value::Null => self.required(at),
            Value::String(text) => {
                let length = length(text);
                if length < low && low > 0 && text.is_empty() {
                    self.required(at);
                } else if length < low || length > high {
                    let words = if low == 0 {
                        format!("Must be {high} or fewer in length.")
                    } else {
                        format!("Must be between {low} and {high} in length.")
                    };
                    let code = if low == 0 { "BASE_TYPE_MAX_LENGTH" } else { "BASE_TYPE_BAD_LENGTH" };
                    self.add(at, code, words);
                }
            }
            _ => self.add(at, "STRING_TYPE_CONVERT", format!("Could not interpret \"{value}\" as string.")),
        }
    }

    /// A list that holds `low` to `high` things.
    pub fn list<'v>(&mut self, at: &At, value: &'v Value, low: usize, high: usize) -> &'v [Value] {
        match value {
            Value::Null if low == 0 => &[],
            Value::Null => {
                self.required(at);
                &[]
            }
            Value::Array(items) => {
                if items.len() < low || items.len() > high {
                    self.add(at, "BASE_TYPE_BAD_LENGTH", format!("Must be between {low} and {high} in length."));
                }
                items
            }
            _ => {
                self.add(at, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
                &[]
            }
        }
    }

    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// One line for the list of violations.
    pub fn summary(&self) -> String {
        let lines = self.0.iter().map(|(path, code, words)| format!("{} {code}: {words}", path.join(".")));
        lines.collect::<Vec<_>>().join("; ")
    }

    /// Discord's nested form: `{"embeds": {"0": {"title": {"_errors": [{"code": …, "message": …}]}}}}`.
    pub fn tree(&self) -> Value {
        let mut tree = json!({});
        for (path, code, words) in &self.0 {
            let node = path.iter().fold(&mut tree, |node, step| &mut node[step.as_str()]);
            let error = json!({"code": code, "message": words});
            match node["_errors"].as_array_mut() {
                Some(errors) => errors.push(error),
                None => node["_errors"] = json!([error]),
            }
        }
        tree
    }
}

pub fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn of_message(body: &Value) -> String {
        let mut problems = Problems::default();
        message(&mut problems, body, 0, 0);
        problems.summary()
    }

    fn row(buttons: usize) -> Value {
        let buttons = (0..buttons).map(|n| json!({"type": 2, "style": 1, "label": "x", "custom_id": format!("c{n}")}));
        json!({"type": 1, "components": buttons.collect::<Vec<_>>()})
    }

    #[rstest]
    #[case::content_at_the_limit(json!({"content": "x".repeat(2000)}), "")]
    #[case::content_over_it(json!({"content": "x".repeat(2001)}), "content BASE_TYPE_MAX_LENGTH")]
    #[case::emoji_count_twice(json!({"content": "🙂".repeat(1001)}), "content BASE_TYPE_MAX_LENGTH")]
    #[case::ten_embeds(json!({"embeds": vec![json!({"title": "x"}); 10]}), "")]
    #[case::eleven_embeds(json!({"embeds": vec![json!({"title": "x"}); 11]}), "embeds BASE_TYPE_BAD_LENGTH")]
    #[case::long_title(json!({"embeds": [{"title": "x".repeat(257)}]}), "embeds.0.title BASE_TYPE_MAX_LENGTH")]
    #[case::field_without_value(
        json!({"embeds": [{"fields": [{"name": "a", "value": ""}]}]}), "embeds.0.fields.0.value BASE_TYPE_REQUIRED")]
    #[case::six_thousand_over_all(
        json!({"embeds": [{"description": "x".repeat(4000)}, {"description": "x".repeat(2001)}]}),
        "embeds MAX_EMBED_SIZE_EXCEEDED")]
    #[case::five_rows(json!({"components": [row(1)]}), "")]
    #[case::six_buttons(json!({"components": [row(6)]}), "components.0.components BASE_TYPE_BAD_LENGTH")]
    #[case::same_custom_id_twice(json!({"components": [row(1), row(1)]}), "components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED")]
    #[case::long_custom_id(
        json!({"components": [{"type": 1, "components": [
            {"type": 2, "style": 1, "label": "x", "custom_id": "x".repeat(101)}]}]}),
        "components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH")]
    #[case::button_outside_a_row(
        json!({"components": [{"type": 2, "style": 1, "label": "x", "custom_id": "x"}]}),
        "components.0.type UNION_TYPE_CHOICES")]
    fn messages(#[case] body: Value, #[case] wrong: &str) {
        let found = of_message(&body);
        assert!(if wrong.is_empty() { found.is_empty() } else { found.starts_with(wrong) }, "{found}");
    }

    #[test]
    fn errors_are_nested_as_discord_nests_them() {
        let mut problems = Problems::default();
        problems.text(&At::root().to("embeds").to(0).to("title"), &json!("x".repeat(300)), 0, 256);
        assert_eq!(problems.tree()["embeds"]["0"]["title"]["_errors"][0]["code"], "BASE_TYPE_MAX_LENGTH");
    }

    #[rstest]
    #[case::fine(json!([{"name": "case", "description": "x"}]), "")]
    #[case::upper_case(json!([{"name": "Case", "description": "x"}]), "0.name APPLICATION_COMMAND_INVALID_NAME")]
    #[case::twice(json!([{"name": "a", "description": "x"}, {"name": "a", "description": "x"}]), "1 APPLICATION_COMMANDS_DUPLICATE_NAME")]
    #[case::no_description(json!([{"name": "a"}]), "0.description BASE_TYPE_REQUIRED")]
    #[case::required_after_optional(
        json!([{"name": "a", "description": "x", "options": [
            {"type": 3, "name": "b", "description": "x"},
            {"type": 3, "name": "c", "description": "x", "required": true}]}]),
        "0.options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID")]
    #[case::sixteen_user_menus(
        json!((0..16).map(|n| json!({"type": 2, "name": format!("Menu {n}")})).collect::<Vec<_>>()),
        " APPLICATION_COMMAND_TOO_MANY")]
    #[case::menu_in_two_languages(
        json!([{"type": 2, "name": "Warn…", "name_localizations": {"ru": "Предупредить…"}}]), "")]
    #[case::long_name_of_a_menu(
        json!([{"type": 2, "name": "Warn…", "name_localizations": {"ru": "ж".repeat(33)}}]),
        "0.name_localizations.ru BASE_TYPE")]
    #[case::menu_in_no_language(
        json!([{"type": 3, "name": "Warn…", "name_localizations": {"mo": "x"}}]),
        "0.name_localizations.mo ENUM_TYPE_COERCE")]
    fn sets_of_commands(#[case] set: Value, #[case] wrong: &str) {
        let mut problems = Problems::default();
        commands(&mut problems, set.as_array().unwrap(), true);
        let found = problems.summary();
        assert!(if wrong.is_empty() { found.is_empty() } else { found.starts_with(wrong) }, "{found}");
    }
}
