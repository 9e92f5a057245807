//! What people see: a message with embeds and buttons, made only of text that may leave, cut to
//! Discord's limits at this one place, and mentioning nobody.

use serde_json::{Value, json};

use crate::text::limits;
use crate::text::safe::Safe;

use super::custom_id::CustomId;

/// A message for people.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct View {
    pub content: Option<Safe>,
    pub embeds: Vec<Embed>,
    /// At most 5 rows of at most 5 buttons.
    pub rows: Vec<Vec<Button>>,
}

/// A framed text with a title, named fields and a footer, each left out where it is empty.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Embed {
    pub title: Option<Safe>,
    pub description: Option<Safe>,
    /// Name and value.
    pub fields: Vec<(Safe, Safe)>,
    pub footer: Option<Safe>,
}

/// A button under a message.
#[derive(Debug, Clone, PartialEq)]
pub struct Button {
    pub label: Safe,
    pub id: CustomId,
    pub enabled: bool,
}

/// Discord's style of a button that is neither urged nor dangerous.
const SECONDARY: u8 = 2;

impl Button {
    /// A button that can be pressed.
    pub const fn new(label: Safe, id: CustomId) -> Self {
        Self { label, id, enabled: true }
    }

    /// Greyed out, if it is not to be pressed now.
    #[must_use]
    pub const fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    fn json(&self) -> Value {
        json!({
            "type": 2,
            "style": SECONDARY,
            "label": limits::cut(self.label.as_str(), limits::BUTTON_LABEL),
            "custom_id": self.id.to_string(),
            "disabled": !self.enabled,
        })
    }
}

impl View {
    /// A message of one sentence or more, without an embed.
    pub fn text(content: Safe) -> Self {
        Self { content: Some(content), ..Self::default() }
    }

    /// A message of one embed.
    pub fn embed(embed: Embed) -> Self {
        Self { embeds: vec![embed], ..Self::default() }
    }

    /// With a row of buttons more; none at all make no row.
    #[must_use]
    pub fn row(mut self, buttons: Vec<Button>) -> Self {
        if !buttons.is_empty() {
            self.rows.push(buttons);
        }
        self
    }

    /// As Discord takes it. An edit of a message replaces everything, so nothing is left out.
    pub fn json(&self) -> Value {
        let mut left = limits::EMBEDS_TOTAL;
        let rows = self
            .rows
            .iter()
            .map(|row| json!({"type": 1, "components": row.iter().map(Button::json).collect::<Vec<_>>()}));
        json!({
            "content": limits::cut(self.content.as_ref().map_or("", Safe::as_str), limits::CONTENT),
            "embeds": self.embeds.iter().map(|embed| embed.json(&mut left)).collect::<Vec<_>>(),
            "components": rows.collect::<Vec<_>>(),
            "allowed_mentions": {"parse": []},
        })
    }
}

impl Embed {
    /// With a title, and nothing yet below it.
    pub fn titled(title: Safe) -> Self {
        Self { title: Some(title), ..Self::default() }
    }

    /// With a text below the title.
    #[must_use]
    pub fn description(mut self, text: Safe) -> Self {
        self.description = Some(text);
        self
    }

    /// With a field more.
    #[must_use]
    pub fn field(mut self, name: Safe, value: Safe) -> Self {
        self.fields.push((name, value));
        self
    }

    /// With small print at the end.
    #[must_use]
    pub fn footer(mut self, text: Safe) -> Self {
        self.footer = Some(text);
        self
    }

    /// `left` is what the embeds before left of the 6,000 that a message may hold.
    fn json(&self, left: &mut usize) -> Value {
        let mut take = |text: &Safe, limit: usize| {
            let text = limits::cut(text.as_str(), limit.min(*left));
            *left = left.saturating_sub(limits::len_utf16(&text));
            text
        };
        let mut embed = json!({});
        if let Some(title) = &self.title {
            embed["title"] = take(title, limits::EMBED_TITLE).into();
        }
        if let Some(footer) = &self.footer {
            embed["footer"] = json!({"text": take(footer, limits::EMBED_FOOTER)});
        }
        if let Some(description) = &self.description {
            embed["description"] = take(description, limits::EMBED_DESCRIPTION).into();
        }
        let fields = self.fields.iter().take(limits::EMBED_FIELDS).map(|(name, value)| {
            json!({"name": take(name, limits::EMBED_FIELD_NAME), "value": take(value, limits::EMBED_FIELD_VALUE)})
        });
        let fields: Vec<Value> = fields.filter(|field| field["name"] != "" && field["value"] != "").collect();
        if !fields.is_empty() {
            embed["fields"] = fields.into();
        }
        embed
    }
}
