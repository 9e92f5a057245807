//! The body of a request: a template whose placeholders are filled in.

use serde_json::Value;

use crate::config::webhook::{PACKET, Webhook};

/// What fills a template.
#[derive(Debug, Clone, PartialEq)]
pub struct Filling {
    pub title: String,
    /// The packet as Markdown.
    pub text: String,
    pub people: i64,
    pub items: usize,
    pub theme: i64,
    pub status: &'static str,
    pub tags: String,
    pub server: String,
    pub key: String,
    /// The packet as JSON.
    pub packet: Value,
}

/// The body that these settings want.
pub fn body(settings: &Webhook, filling: &Filling) -> Value {
    let usual = || serde_json::from_str(settings.preset.template()).unwrap_or_default();
    let template = settings.template.clone().unwrap_or_else(usual);
    filled(template, settings.project.as_deref().unwrap_or_default(), filling)
}

fn filled(template: Value, project: &str, filling: &Filling) -> Value {
    match template {
        Value::String(text) if text.strip_prefix('{').and_then(|text| text.strip_suffix('}')) == Some(PACKET) => {
            filling.packet.clone()
        }
        Value::String(text) => Value::String(words(&text, project, filling)),
        Value::Array(list) => list.into_iter().map(|one| filled(one, project, filling)).collect(),
        Value::Object(fields) => {
            Value::Object(fields.into_iter().map(|(name, value)| (name, filled(value, project, filling))).collect())
        }
        other => other,
    }
}

/// In one pass: what people typed is not looked through for placeholders.
fn words(text: &str, project: &str, filling: &Filling) -> String {
    let mut done = String::new();
    let mut rest = text;
    while let Some((before, from)) = rest.split_once('{') {
        done.push_str(before);
        let named = from.split_once('}').and_then(|(name, after)| Some((filling.get(name, project)?, after)));
        rest = match named {
            Some((value, after)) => {
                done.push_str(&value);
                after
            }
            None => {
                done.push('{');
                from
            }
        };
    }
    done + rest
}

impl Filling {
    fn get(&self, name: &str, project: &str) -> Option<String> {
        Some(match name {
            "title" => self.title.clone(),
            "text" => self.text.clone(),
            "people" => self.people.to_string(),
            "items" => self.items.to_string(),
            "theme" => self.theme.to_string(),
            "status" => self.status.to_owned(),
            "tags" => self.tags.clone(),
            "server" => self.server.clone(),
            "project" => project.to_owned(),
            "key" => self.key.clone(),
            PACKET => self.packet.to_string(),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::config::webhook::{PLACEHOLDERS, Preset};

    fn filling() -> Filling {
        Filling {
            title: "Export loses {text} \"files\"".to_owned(),
            text: "# Export".to_owned(),
            people: 5,
            items: 6,
            theme: 3,
            status: "open",
            tags: "bug".to_owned(),
            server: "7".to_owned(),
            key: "abc".to_owned(),
            packet: json!({"schema": 1}),
        }
    }

    #[test]
    fn each_preset_has_the_body_that_its_tracker_documents() {
        let of = |preset| {
            let settings = Webhook { preset, project: Some("APP".to_owned()), ..Webhook::default() };
            body(&settings, &filling())
        };
        let title = "Export loses {text} \"files\"";
        assert_eq!(of(Preset::Json), json!({"schema": 1}));
        assert_eq!(of(Preset::Github), json!({"title": title, "body": "# Export"}));
        assert_eq!(of(Preset::Gitlab), json!({"title": title, "description": "# Export"}));
        let fields = json!({"project": {"key": "APP"}, "issuetype": {"name": "Task"}, "summary": title,
                            "description": "# Export"});
        assert_eq!(of(Preset::Jira), json!({"fields": fields}));
        let linear = of(Preset::Linear);
        let input = json!({"teamId": "APP", "title": title, "description": "# Export"});
        assert_eq!(linear["variables"], json!({"input": input}));
        assert!(linear["query"].as_str().unwrap().contains("issueCreate(input: $input) { success"));
    }

    #[test]
    fn a_template_is_filled_and_its_braces_stay() {
        let template = json!({"a": ["{people} of {items}", 1, null], "{title}": "{ {unknown} {", "p": "{packet}"});
        let settings = Webhook { template: Some(template), ..Webhook::default() };
        let expected = json!({"a": ["5 of 6", 1, null], "{title}": "{ {unknown} {", "p": {"schema": 1}});
        assert_eq!(body(&settings, &filling()), expected);
        assert!(PLACEHOLDERS.iter().all(|name| filling().get(name, "").is_some()));
    }
}
