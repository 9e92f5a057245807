//! The buttons, menus and forms that were sent to Discord, and whether a feature answers to them.

use std::collections::BTreeSet;

use serde_json::Value;
use steward::discord::ui::custom_id::CustomId;
use steward::feature::Feature;

/// A control as it was sent to Discord.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Control {
    Button(String),
    /// With what can be chosen; of roles and channels nothing is listed.
    Menu(String, Vec<String>),
    /// With its fields.
    Form(String, Vec<String>),
}

impl Control {
    pub fn id(&self) -> &str {
        let (Self::Button(id) | Self::Menu(id, _) | Self::Form(id, _)) = self;
        id
    }

    /// Feature and verb.
    pub fn verb(&self) -> String {
        self.id().split(':').take(2).collect::<Vec<_>>().join(":")
    }
}

/// Those of `features` among the controls in this request to which none of their routes answers: a press
/// would be told that the button is from an older version.
pub fn without_route(body: &Value, features: &[Feature]) -> Vec<String> {
    let mut found = BTreeSet::new();
    gather(body, &mut found);
    let is_answered = |control: &Control| {
        let Ok(id) = control.id().parse::<CustomId>() else { return true };
        let Some(feature) = features.iter().find(|feature| feature.name == id.feature) else { return true };
        let is_form = matches!(control, Control::Form(..));
        feature.routes.iter().any(|route| route.is_for(&id) && route.is_modal() == is_form)
    };
    found.iter().filter(|control| !is_answered(control)).map(|control| control.id().to_owned()).collect()
}

/// Every control in what was sent.
pub fn gather(value: &Value, found: &mut BTreeSet<Control>) {
    match value {
        Value::Array(parts) => parts.iter().for_each(|part| gather(part, found)),
        Value::Object(parts) => {
            let ids = parts.get("custom_id").and_then(Value::as_str).filter(|id| id.contains(':'));
            if let Some(id) = ids.map(str::to_owned) {
                let strings = |value: &Value, key: &str| -> Vec<String> {
                    let list = value.as_array().into_iter().flatten();
                    list.filter_map(|one| one[key].as_str().map(str::to_owned)).collect()
                };
                match parts.get("type").and_then(Value::as_u64) {
                    Some(2) => drop(found.insert(Control::Button(id))),
                    Some(3..=8) => {
                        let offered = parts.get("options").map(|options| strings(options, "value"));
                        found.insert(Control::Menu(id, offered.unwrap_or_default()));
                    }
                    _ => {
                        let rows = parts.get("components").and_then(Value::as_array).cloned().unwrap_or_default();
                        let fields = rows.iter().flat_map(|row| strings(&row["components"], "custom_id")).collect();
                        found.insert(Control::Form(id, fields));
                    }
                }
            }
            parts.values().for_each(|part| gather(part, found));
        }
        _ => {}
    }
}
