//! What people see: messages with embeds, buttons and menus, and the forms they fill in; made only of
//! text that may leave, cut to Discord's limits at this one place, and notifying nobody but whom
//! [`View::mention`] and [`View::ping`] name.

use serde_json::{Value, json};

use crate::ids::{MemberId, MessageId};
use crate::text::limits;
use crate::text::limits::label;
use crate::text::safe::Safe;

use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::file;
use crate::discord::ui::file::File;
use crate::discord::ui::native_poll::NativePoll;
use crate::discord::ui::picker::Picker;
use crate::discord::ui::ping::Ping;

/// A message for people.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct View {
    pub content: Option<Safe>,
    pub embeds: Vec<Embed>,
    /// At most 5.
    pub rows: Vec<Row>,
    /// Who is notified where the content mentions them; nobody else ever is.
    pub pinged: Vec<MemberId>,
    /// The same for many at once.
    pub called: Option<Ping>,
    /// At most 10.
    pub files: Vec<File>,
    /// An edit takes the files of the message away; else they stay where it has none.
    pub removes_files: bool,
    /// A poll of Discord's own; its message can never be edited.
    pub poll: Option<NativePoll>,
    /// The message of the same channel under which it stands, where it is a new message.
    pub replies_to: Option<Reply>,
}

/// The message that another one replies to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reply {
    /// Where it was deleted, the reply stands by itself.
    pub message: MessageId,
    /// Whether its author is notified.
    pub notifies: bool,
}

/// What stands side by side under a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Row {
    /// At most 5.
    Buttons(Vec<Button>),
    Select(Select),
    Picker(Picker),
}

/// A framed text with a title, named fields and a footer, each left out where it is empty.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Embed {
    pub title: Option<Safe>,
    pub description: Option<Safe>,
    /// Name and value.
    pub fields: Vec<(Safe, Safe)>,
    /// Places of fields that are left out where everyone can read the message.
    pub for_staff: Vec<usize>,
    pub footer: Option<Safe>,
}

/// Marks a field in the body of a message as one for staff; Discord never receives it.
const FOR_STAFF: &str = "for_staff";

/// Takes the marks of fields for staff out of the body of a message, and in a channel that everyone can
/// read these fields too.
pub fn leave_out_for_staff(body: &mut Value, is_public: bool) {
    for embed in body["embeds"].as_array_mut().into_iter().flatten() {
        let Some(fields) = embed.get_mut("fields").and_then(Value::as_array_mut) else { continue };
        fields.retain(|field| !is_public || field.get(FOR_STAFF).is_none());
        for field in fields.iter_mut().filter_map(Value::as_object_mut) {
            field.remove(FOR_STAFF);
        }
    }
}

/// A button under a message.
#[derive(Debug, Clone, PartialEq)]
pub struct Button {
    pub label: Safe,
    pub id: CustomId,
    pub enabled: bool,
    pub style: Style,
}

/// How a button asks to be pressed; the numbers are Discord's.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Style {
    /// What most people will want.
    Primary = 1,
    /// Neither urged nor dangerous.
    #[default]
    Secondary = 2,
    /// Says yes.
    Success = 3,
    /// Cannot be taken back lightly.
    Danger = 4,
}

impl Button {
    /// A button that can be pressed.
    pub const fn new(label: Safe, id: CustomId) -> Self {
        Self { label, id, enabled: true, style: Style::Secondary }
    }

    /// Greyed out, if it is not to be pressed now.
    #[must_use]
    pub const fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// The one that most people will want.
    #[must_use]
    pub const fn primary(mut self) -> Self {
        self.style = Style::Primary;
        self
    }

    /// The one that says yes.
    #[must_use]
    pub const fn success(mut self) -> Self {
        self.style = Style::Success;
        self
    }

    /// One that cannot be taken back lightly.
    #[must_use]
    pub const fn danger(mut self) -> Self {
        self.style = Style::Danger;
        self
    }

    fn json(&self) -> Value {
        json!({
            "type": 2,
            "style": self.style as u8,
            "label": label(&self.label, limits::BUTTON_LABEL),
            "custom_id": self.id.to_string(),
            "disabled": !self.enabled,
        })
    }
}

/// A menu of ready answers under a message.
#[derive(Debug, Clone, PartialEq)]
pub struct Select {
    pub id: CustomId,
    /// Stands in it while nothing is chosen.
    pub placeholder: Safe,
    /// At most 25, no value twice.
    pub options: Vec<SelectOption>,
    /// How many must be chosen at least.
    pub min: usize,
    /// How many may be chosen at most; never more than there are.
    pub max: usize,
}

/// One line of a menu.
#[derive(Debug, Clone, PartialEq)]
pub struct SelectOption {
    /// What comes back in [`crate::discord::interaction::context::ComponentEvent::values`]; it carries no trust.
    pub value: String,
    pub label: Safe,
    /// Small print below the label.
    pub description: Option<Safe>,
    /// Chosen already when the menu is shown.
    pub chosen: bool,
}

impl Select {
    /// A menu without lines yet, of which exactly one will be chosen.
    pub const fn new(id: CustomId, placeholder: Safe) -> Self {
        Self { id, placeholder, options: Vec::new(), min: 1, max: 1 }
    }

    /// With a line more.
    #[must_use]
    pub fn option(mut self, choice: SelectOption) -> Self {
        self.options.push(choice);
        self
    }

    /// Between `min` and `max` lines may be chosen.
    #[must_use]
    pub const fn between(mut self, min: usize, max: usize) -> Self {
        self.min = min;
        self.max = max;
        self
    }

    fn json(&self) -> Value {
        let mut options: Vec<Value> = self.options.iter().take(limits::OPTIONS).map(SelectOption::json).collect();
        let max = self.max.min(options.len()).max(1);
        // More that is chosen already than may be chosen would keep the whole message from being shown.
        for option in options.iter_mut().filter(|option| option["default"] == true).skip(max) {
            option["default"] = false.into();
        }
        json!({
            "type": 3,
            "custom_id": self.id.to_string(),
            "placeholder": label(&self.placeholder, limits::SELECT_PLACEHOLDER),
            "options": options,
            "min_values": self.min.min(max),
            "max_values": max,
        })
    }
}

impl SelectOption {
    /// A line that is not chosen yet.
    pub fn new(value: impl Into<String>, label: Safe) -> Self {
        Self { value: value.into(), label, description: None, chosen: false }
    }

    /// With small print.
    #[must_use]
    pub fn description(mut self, text: Safe) -> Self {
        self.description = Some(text);
        self
    }

    /// Chosen already, if it is.
    #[must_use]
    pub const fn chosen(mut self, chosen: bool) -> Self {
        self.chosen = chosen;
        self
    }

    fn json(&self) -> Value {
        let mut option = json!({
            "value": limits::cut(&self.value, limits::OPTION),
            "label": label(&self.label, limits::OPTION),
            "default": self.chosen,
        });
        if let Some(description) = &self.description {
            option["description"] = label(description, limits::OPTION).into();
        }
        option
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

    /// With buttons more, five in a row; none at all make no row.
    #[must_use]
    pub fn row(mut self, buttons: Vec<Button>) -> Self {
        self.rows.extend(buttons.chunks(limits::ROW_BUTTONS).map(|row| Row::Buttons(row.to_vec())));
        self
    }

    /// With a menu more; one without lines makes no row.
    #[must_use]
    pub fn select(mut self, select: Select) -> Self {
        if !select.options.is_empty() {
            self.rows.push(Row::Select(select));
        }
        self
    }

    /// With a menu more that Discord fills.
    #[must_use]
    pub fn picker(mut self, picker: Picker) -> Self {
        self.rows.push(Row::Picker(picker));
        self
    }

    /// Notifies exactly this person, whom the content has to mention.
    #[must_use]
    pub fn mention(mut self, member: MemberId) -> Self {
        self.pinged.push(member);
        self
    }

    /// Calls these, whom the content has to mention.
    #[must_use]
    pub const fn ping(mut self, ping: Ping) -> Self {
        self.called = Some(ping);
        self
    }

    /// With a file more.
    #[must_use]
    pub fn file(mut self, file: File) -> Self {
        self.files.push(file);
        self
    }

    /// As an edit it takes the files of the message away.
    #[must_use]
    pub const fn without_files(mut self) -> Self {
        self.removes_files = true;
        self
    }

    /// With a poll of Discord's own.
    #[must_use]
    pub fn poll(mut self, poll: NativePoll) -> Self {
        self.poll = Some(poll);
        self
    }

    /// As Discord takes it, with what its files hold beside it. An edit of a message replaces
    /// everything, so nothing is left out; only files stay where an edit has none.
    pub fn json(&self) -> Value {
        let mut body = self.json_for_outbox();
        leave_out_for_staff(&mut body, false);
        body
    }

    /// The same for an order of the outbox, in which fields for staff are still marked: whether everyone
    /// can read the channel is known when it is sent.
    pub fn json_for_outbox(&self) -> Value {
        let mut left = limits::EMBEDS_TOTAL;
        let rows = self.rows.iter().take(limits::ROWS).map(Row::json);
        let mut mentions = json!({"parse": []});
        if !self.pinged.is_empty() {
            mentions["users"] = self.pinged.iter().map(ToString::to_string).collect();
        }
        match self.called {
            Some(Ping::Role(role)) => mentions["roles"] = json!([role.to_string()]),
            Some(Ping::Everyone) => mentions["parse"] = json!(["everyone"]),
            None => {}
        }
        let mut body = json!({
            "content": limits::cut(self.content.as_ref().map_or("", Safe::as_str), limits::CONTENT),
            "embeds": self.embeds.iter().map(|embed| embed.json(&mut left)).collect::<Vec<_>>(),
            "components": rows.collect::<Vec<_>>(),
            "allowed_mentions": mentions,
        });
        if let Some(reply) = &self.replies_to {
            body["message_reference"] = json!({"message_id": reply.message.to_string(), "fail_if_not_exists": false});
            body["allowed_mentions"]["replied_user"] = reply.notifies.into();
        }
        if let Some(poll) = &self.poll {
            body["poll"] = poll.json();
        }
        if self.removes_files {
            body["attachments"] = json!([]);
        }
        file::put(&self.files, &mut body);
        body
    }
}

impl Row {
    fn json(&self) -> Value {
        let components: Vec<Value> = match self {
            Self::Buttons(buttons) => buttons.iter().take(limits::ROW_BUTTONS).map(Button::json).collect(),
            Self::Select(select) => vec![select.json()],
            Self::Picker(picker) => vec![picker.json()],
        };
        json!({"type": 1, "components": components})
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

    /// With a field more that only staff read: in a channel for everyone it is left out.
    #[must_use]
    pub fn field_for_staff(mut self, name: Safe, value: Safe) -> Self {
        self.for_staff.push(self.fields.len());
        self.field(name, value)
    }

    /// With small print at the end.
    #[must_use]
    pub fn footer(mut self, text: Safe) -> Self {
        self.footer = Some(text);
        self
    }

    /// `left` is what the embeds before left of the 6,000 that a message may hold.
    fn json(&self, left: &mut usize) -> Value {
        let mut take = |text: &str, limit: usize| {
            let text = limits::cut(text, limit.min(*left));
            *left = left.saturating_sub(limits::len_utf16(&text));
            text
        };
        let mut embed = json!({});
        if let Some(title) = &self.title {
            embed["title"] = take(title.as_str(), limits::EMBED_TITLE).into();
        }
        if let Some(footer) = &self.footer {
            embed["footer"] = json!({"text": take(&footer.unmarked(), limits::EMBED_FOOTER)});
        }
        if let Some(description) = &self.description {
            embed["description"] = take(description.as_str(), limits::EMBED_DESCRIPTION).into();
        }
        let fields = self.fields.iter().enumerate().take(limits::EMBED_FIELDS).map(|(place, (name, value))| {
            let name = take(name.as_str(), limits::EMBED_FIELD_NAME);
            let mut field = json!({"name": name, "value": take(value.as_str(), limits::EMBED_FIELD_VALUE)});
            if self.for_staff.contains(&place) {
                field[FOR_STAFF] = true.into();
            }
            field
        });
        let fields: Vec<Value> = fields.filter(|field| field["name"] != "" && field["value"] != "").collect();
        if !fields.is_empty() {
            embed["fields"] = fields.into();
        }
        embed
    }
}

/// A form that opens in front of a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Modal {
    pub id: CustomId,
    pub title: Safe,
    /// At most 5.
    pub fields: Vec<Field>,
}

/// A question in a form, answered by typing.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Under which the answer comes back in [`crate::discord::interaction::context::ModalSubmit::inputs`].
    pub id: &'static str,
    pub label: Safe,
    /// Stands in it while nothing is typed.
    pub placeholder: Option<Safe>,
    /// What stands in it already, as people write it: only whoever fills the form in reads it.
    pub value: String,
    /// Several lines instead of one.
    pub long: bool,
    pub required: bool,
    /// How much must be typed at least, in UTF-16 units, if anything is.
    pub min: usize,
    /// How much may be typed at most.
    pub max: usize,
}

impl Modal {
    /// A form without questions yet.
    pub const fn new(id: CustomId, title: Safe) -> Self {
        Self { id, title, fields: Vec::new() }
    }

    /// With a question more.
    #[must_use]
    pub fn field(mut self, field: Field) -> Self {
        self.fields.push(field);
        self
    }

    /// As Discord takes it.
    pub fn json(&self) -> Value {
        let fields = self.fields.iter().take(limits::FORM_FIELDS);
        json!({
            "custom_id": self.id.to_string(),
            "title": label(&self.title, limits::FORM_TITLE),
            "components": fields.map(|field| json!({"type": 1, "components": [field.json()]})).collect::<Vec<_>>(),
        })
    }
}

impl Field {
    /// A line that has to be filled in.
    pub const fn line(id: &'static str, label: Safe, max: usize) -> Self {
        Self { id, label, placeholder: None, value: String::new(), long: false, required: true, min: 0, max }
    }

    /// Several lines that have to be filled in.
    pub const fn text(id: &'static str, label: Safe, max: usize) -> Self {
        Self { id, label, placeholder: None, value: String::new(), long: true, required: true, min: 0, max }
    }

    /// May be left empty.
    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.required = false;
        self
    }

    /// With a hint that goes away as soon as something is typed.
    #[must_use]
    pub fn placeholder(mut self, text: Safe) -> Self {
        self.placeholder = Some(text);
        self
    }

    /// With something in it already.
    #[must_use]
    pub fn value(mut self, text: impl Into<String>) -> Self {
        self.value = text.into();
        self
    }

    fn json(&self) -> Value {
        let max = self.max.clamp(1, limits::INPUT);
        let value = limits::cut(&self.value, max);
        let mut input = json!({
            "type": 4,
            "custom_id": self.id,
            "label": label(&self.label, limits::INPUT_LABEL),
            "style": if self.long { 2 } else { 1 },
            "required": self.required,
            "max_length": max,
        });
        // A value that is too short would keep the whole form from opening.
        let min = if value.is_empty() { self.min } else { self.min.min(limits::len_utf16(&value)) };
        if min > 0 {
            input["min_length"] = min.min(max).into();
        }
        if !value.is_empty() {
            input["value"] = value.into();
        }
        if let Some(placeholder) = &self.placeholder {
            input["placeholder"] = label(placeholder, limits::INPUT_PLACEHOLDER).into();
        }
        input
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::RoleId;

    fn id(row: i64) -> CustomId {
        CustomId::new("test", "press", 1, row)
    }

    fn long() -> Safe {
        Safe::escape(&"*👍".repeat(3_000))
    }

    /// How long each text may be, by the name Discord gives it.
    fn fits(node: &Value) {
        let most = |key: &str| match (key, node["type"].as_u64()) {
            ("content", _) => 2_000,
            ("label", Some(2)) => 80,
            ("label", Some(4)) | ("title", _) => 45,
            ("placeholder", Some(3)) => 150,
            ("value", Some(4)) => 4_000,
            _ => 100,
        };
        match node {
            Value::Array(parts) => parts.iter().for_each(fits),
            Value::Object(parts) => parts.iter().for_each(|(key, part)| match part {
                Value::String(text) => assert!(limits::len_utf16(text) <= most(key), "{key}: {text}"),
                part => fits(part),
            }),
            _ => {}
        }
    }

    #[test]
    fn whatever_goes_in_fits_what_discord_takes() {
        let button = |row| Button::new(long(), id(row)).danger();
        let mut select = Select::new(id(99), long()).between(7, 70);
        for n in 0..30 {
            let value = format!("{n}{}", "x".repeat(200));
            select = select.option(SelectOption::new(value, long()).description(long()).chosen(n == 1));
        }
        let many = View::text(long()).row((0..12).map(button).collect()).select(select.clone()).select(select);
        let field = Field::text("words", long(), 9_000).placeholder(long()).value("x".repeat(9_000));
        let form = Modal { fields: vec![field; 9], ..Modal::new(id(0), long()) };

        fits(&many.json());
        fits(&form.json());
        let json = many.json();
        let rows: Vec<usize> = json["components"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["components"].as_array().unwrap().len())
            .collect();
        assert_eq!(rows, [5, 5, 2, 1, 1]);
        assert_eq!(json["components"][3]["components"][0]["options"].as_array().unwrap().len(), 25);
        assert_eq!(form.json()["components"].as_array().unwrap().len(), 5);
        assert_eq!(form.json()["components"][0]["components"][0]["max_length"], 4_000);
    }

    #[test]
    fn no_more_is_chosen_already_than_may_be_chosen() {
        let lines = (0..5).map(|n| SelectOption::new(n.to_string(), Safe::escape("x")).chosen(n > 0));
        let menu = lines.fold(Select::new(id(1), Safe::ours("Which")).between(0, 2), Select::option).json();
        let chosen = menu["options"].as_array().unwrap().iter().filter(|option| option["default"] == true);
        assert_eq!(chosen.map(|option| &option["value"]).collect::<Vec<_>>(), ["1", "2"]);
    }

    #[test]
    fn labels_read_as_they_were_written() {
        let button = Button::new(Safe::escape("bob_the_*builder*"), id(1)).json();
        assert_eq!(button["label"], "bob_the_*builder*");
    }

    #[test]
    fn only_who_is_named_is_notified() {
        let view = View::text(Safe::ours("<@5> <@6>"));
        assert_eq!(view.json()["allowed_mentions"], json!({"parse": []}));
        let calls = |ping| view.clone().ping(ping).json()["allowed_mentions"].clone();
        assert_eq!(calls(Ping::Role(RoleId(7))), json!({"parse": [], "roles": ["7"]}));
        assert_eq!(calls(Ping::Everyone), json!({"parse": ["everyone"]}));
        assert_eq!(view.mention(MemberId(5)).json()["allowed_mentions"], json!({"parse": [], "users": ["5"]}));
    }

    #[test]
    fn an_empty_menu_and_no_buttons_make_no_row() {
        let view = View::text(Safe::ours("x")).row(Vec::new()).select(Select::new(id(1), Safe::ours("Choose")));
        assert_eq!(view.rows, []);
    }

    #[test]
    fn a_value_shorter_than_asked_for_does_not_keep_a_form_shut() {
        let mut field = Field::line("reason", Safe::ours("Reason"), 100).value("ab");
        field.min = 5;
        assert_eq!(field.json()["min_length"], 2);
        assert_eq!(Field { value: String::new(), ..field }.json()["min_length"], 5);
    }
}
