//! *Correct*: a command or a form that was refused because of something in it is not typed anew.
//!
//! All that a command was given is kept as a [draft] of the person who gave it. The answer that says why it
//! was refused has the button; its form holds what was typed, and what could have been typed beside it where that may
//! be what is missing. Once it is sent, the command is carried out as if it had been given so, with everything that was
//! chosen; an option that was emptied is left out. A form that was refused is kept in the same way,
//! and opens again as it was sent. So no feature does anything for this: it gives the reason as an error, as always.
//! Nothing is kept of a person who is to leave no trace.
//!
//! Discord opens no form in answer to a form. Where a corrected command goes on with a form of its own, a button stands
//! in between.

use std::borrow::Cow;
use std::collections::HashMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use serenity::all::{CommandData, CommandType};
use sqlx::SqliteConnection;

use super::draft::{self, Draft, DraftId, Spec};
use super::route::Route;
use super::{Context, Feature};
use crate::discord::interaction::context::{ComponentEvent, Interaction, ModalSubmit, NOWHERE};
use crate::discord::interaction::forms::Forms;
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::returned::returned;
use crate::discord::ui::view::{Button, Field, Modal, View};
use crate::error::{Error, Message, Result};
use crate::ids::MemberId;
use crate::text::limits;
use crate::text::safe::Safe;

/// The ids of the fields of the form, in the order of the options.
const INPUTS: [&str; limits::FORM_FIELDS] = ["first", "second", "third", "fourth", "fifth"];
/// What is longer than this, in UTF-16 units, gets a field of several lines.
const LINE: usize = 100;

/// How long a command can be corrected. What Discord sent along with it, such as the roles of the people it names, is
/// not up to date for longer.
const FRESH: Duration = Duration::from_mins(15);

/// The bounds of an option without bounds of its own: Discord takes whole numbers from minus this to this.
const MOST: f64 = 9_007_199_254_740_991.0;

/// The types of options that are typed, as Discord counts them.
const TEXT: u64 = 3;
const WHOLE_NUMBER: u64 = 4;

/// The form of the feature.
pub fn feature() -> Feature {
    Feature { routes: ROUTES, ..Feature::new("correct") }
}

/// The routes of the feature.
const ROUTES: &[Route] = &[
    Route::component("open", |press| Box::pin(open(press))),
    Route::modal_to_command("sent", |form| Box::pin(sent(form))),
    Route::component_to_command("go-on", |press| Box::pin(go_on(press))),
    Route::component("form", |press| Box::pin(open_again(press))),
];

/// A command as it was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Given {
    /// What a person types, without the slash: "poll create".
    name: String,
    /// What Discord sent of it.
    data: Value,
    /// What is to be typed in the form; at most five, in the order of the options.
    typed: Vec<Typed>,
    /// Whom it is about, if it names somebody.
    about: Option<MemberId>,
}

/// An option that is typed, not chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Typed {
    option: String,
    /// Empty, if it was left out.
    value: String,
    is_required: bool,
    /// How much may be typed, in UTF-16 units.
    longest: usize,
    /// Of a whole number, between which it may lie.
    bounds: Option<(Option<i64>, Option<i64>)>,
}

impl Spec for Given {
    const FEATURE: &'static str = "correct";
    const KIND: &'static str = "command";
    type Seen = ();

    fn gone() -> Message {
        Message::new("correct-gone")
    }

    async fn settled(_: &mut SqliteConnection, _: &Draft<Self>) -> Result<Message> {
        Ok(Message::new("correct-used"))
    }

    fn about(&self) -> Option<MemberId> {
        self.about
    }

    fn without_words(self) -> Self {
        Self { data: Value::Null, typed: Vec::new(), ..self }
    }
}

/// A form as it was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Filled {
    /// As Discord takes it, with what was typed in its fields.
    form: Value,
}

impl Spec for Filled {
    const FEATURE: &'static str = "correct";
    const KIND: &'static str = "form";
    type Seen = ();

    fn gone() -> Message {
        Message::new("correct-form-gone")
    }

    async fn settled(_: &mut SqliteConnection, _: &Draft<Self>) -> Result<Message> {
        // It opens as often as it is wanted, so this is not reached.
        Ok(Self::gone())
    }
}

impl Given {
    /// The command of this interaction; `None`, if nothing of it was typed or it must not be kept.
    fn read(interaction: &Interaction, ctx: Context<'_>, why: &Message) -> Option<Self> {
        let poise::Context::Application(ctx) = ctx else { return None };
        let command = &ctx.interaction.data;
        // A draft would be a trace of somebody who is to leave none, and it can be about one person only.
        let is_about_one = command.resolved.users.len() <= 1;
        if command.kind != CommandType::ChatInput || interaction.leaves_no_trace() || !is_about_one {
            return None;
        }
        let mut data = serde_json::to_value(command).ok()?;
        let given = options(&mut data)?.clone();
        let typed = ctx.command().parameters.iter().filter_map(|parameter| {
            let definition = serde_json::to_value(parameter.create_as_slash_command_option()?).ok()?;
            Typed::read(&definition, &given)
        });
        let typed = to_correct(typed.collect(), why, interaction.say(why).as_str());
        let about = command.resolved.users.keys().next().map(|user| MemberId::from(*user));
        Some(Self { name: ctx.command().qualified_name.to_string(), data, typed, about })
    }

    /// Takes what stands in the form now.
    fn read_form(&mut self, form: &ModalSubmit) {
        for (typed, input) in self.typed.iter_mut().zip(INPUTS) {
            typed.value = form.inputs.get(input).cloned().unwrap_or_default();
        }
    }

    /// Puts it into what Discord sent of the command.
    ///
    /// # Errors
    /// Told, if something is no number where one has to be.
    fn fill_in(&mut self) -> Result<()> {
        let given = options(&mut self.data).ok_or_else(Self::gone)?;
        for typed in &self.typed {
            let place = given.iter().position(|option| option["name"] == *typed.option);
            let is_left_out = typed.value.trim().is_empty() && !typed.is_required;
            match place {
                Some(place) if is_left_out => drop(given.remove(place)),
                Some(place) => given[place]["value"] = typed.json()?,
                None if is_left_out => {}
                None => given.push(json!({"name": typed.option, "type": typed.kind(), "value": typed.json()?})),
            }
        }
        Ok(())
    }

    fn form(&self, id: DraftId) -> Modal {
        let form = Modal::new(CustomId::new("correct", "sent", 1, id.get()), Safe::ours(format!("/{}", self.name)));
        self.typed.iter().zip(INPUTS).fold(form, |form, (typed, input)| {
            let label = Safe::ours(&*typed.option);
            let is_long = limits::len_utf16(&typed.value) > LINE;
            let field = if is_long { Field::text } else { Field::line };
            let field = field(input, label, typed.longest).value(&*typed.value);
            form.field(if typed.is_required { field } else { field.optional() })
        })
    }
}

impl Typed {
    /// What was given of the option that Discord knows by this definition; `None`, if it is chosen, or longer than a
    /// form can hold.
    fn read(definition: &Value, given: &[Value]) -> Option<Self> {
        let name = definition["name"].as_str()?;
        if definition["choices"].as_array().is_some_and(|choices| !choices.is_empty()) {
            return None;
        }
        let given = given.iter().find(|option| option["name"] == name).map(|option| &option["value"]);
        let (value, bounds) = match definition["type"].as_u64()? {
            TEXT => (given.and_then(Value::as_str).unwrap_or_default().to_owned(), None),
            WHOLE_NUMBER => {
                let bounds = (whole(&definition["min_value"]), whole(&definition["max_value"]));
                (given.and_then(Value::as_i64).map(|number| number.to_string()).unwrap_or_default(), Some(bounds))
            }
            _ => return None,
        };
        let longest = definition["max_length"].as_u64().and_then(|longest| usize::try_from(longest).ok());
        let longest = longest.unwrap_or(limits::INPUT).min(limits::INPUT);
        let is_required = definition["required"].as_bool().unwrap_or_default();
        let fits = limits::len_utf16(&value) <= longest;
        fits.then(|| Self { option: name.to_owned(), value, is_required, longest, bounds })
    }

    /// Its type, as Discord counts them.
    const fn kind(&self) -> u64 {
        if self.bounds.is_some() { WHOLE_NUMBER } else { TEXT }
    }

    /// As Discord sends it.
    ///
    /// # Errors
    /// Told, if it is to be a number and is none that Discord would take.
    fn json(&self) -> Result<Value> {
        let Some((least, most)) = self.bounds else { return Ok(self.value.as_str().into()) };
        let number = self.value.parse::<i64>().ok();
        let number = number.filter(|number| least.is_none_or(|least| *number >= least));
        let number = number.filter(|number| most.is_none_or(|most| *number <= most));
        let Some(number) = number else {
            let key: Cow<'static, str> = match (least, most) {
                (Some(_), Some(_)) => "correct-number-between".into(),
                (Some(_), None) => "correct-number-from".into(),
                _ => "correct-number".into(),
            };
            let why = Message::new(key).with("option", &*self.option).with("typed", &*self.value);
            let why = why.with("least", least.unwrap_or_default()).with("most", most.unwrap_or_default());
            return Err(why.into());
        };
        Ok(number.into())
    }
}

/// What the form is to hold of the options that are typed, given in their order; nothing, where none was. The reason why
/// the command was refused is given as it is shown, too.
///
/// A reason that repeats something typed is about that. Any other may be about an option that was left out.
fn to_correct(typed: Vec<Typed>, why: &Message, shown: &str) -> Vec<Typed> {
    let is_quoted = |typed: &Typed| !typed.value.is_empty() && why.quotes(&typed.value);
    let is_named =
        |typed: &Typed| ["`", "**"].iter().any(|mark| shown.contains(&format!("{mark}{}{mark}", typed.option)));
    let is_meant = |typed: &Typed| is_quoted(typed) || is_named(typed);
    if !typed.iter().any(|typed| is_meant(typed) || !typed.value.is_empty()) {
        return Vec::new();
    }
    let is_about_typed = typed.iter().any(is_quoted);
    let typed = typed.into_iter();
    let typed = typed.filter(|typed| !typed.value.is_empty() || is_named(typed) || !is_about_typed);
    let mut places: Vec<(usize, Typed)> = typed.enumerate().collect();
    // The form may have no room for all: what the reason is about comes first, then what was typed.
    places.sort_by_key(|(_, typed)| (!is_meant(typed), typed.value.is_empty()));
    places.truncate(INPUTS.len());
    places.sort_by_key(|(place, _)| *place);
    places.into_iter().map(|(_, typed)| typed).collect()
}

/// A bound of a whole number, which Discord writes as a decimal one; `None`, where it is that of all numbers.
#[expect(clippy::cast_possible_truncation, reason = "what is larger is no bound")]
fn whole(bound: &Value) -> Option<i64> {
    bound.as_f64().filter(|bound| bound.abs() < MOST).map(|bound| bound as i64)
}

/// The options of the command or subcommand that was used.
fn options(data: &mut Value) -> Option<&mut Vec<Value>> {
    let options = data.get_mut("options")?.as_array_mut()?;
    // A subcommand, or a group of them, is the one option that holds others.
    if options.first().is_some_and(|first| first["options"].is_array()) {
        return self::options(options.first_mut()?);
    }
    Some(options)
}

/// The answer to a command that was refused, with *Correct*; `None`, where there is nothing to correct.
pub async fn offer(interaction: &Interaction, ctx: Context<'_>, why: &Message) -> Option<View> {
    if !why.may_be_about_input() || interaction.actor.guild == NOWHERE {
        return None;
    }
    let given = Given::read(interaction, ctx, why).filter(|given| !given.typed.is_empty())?;
    interaction.in_time(refused(interaction, given, why)).await?.ok()
}

/// Keeps the command and says why it was not carried out.
async fn refused(interaction: &Interaction, given: Given, why: &Message) -> Result<View> {
    kept(interaction, given, why, "open", "correct-button").await
}

/// The answer to a corrected command that opens a form: a button that does.
///
/// # Errors
/// Told or fault, if the command cannot be kept.
pub async fn form_follows(interaction: &Interaction, ctx: Context<'_>) -> Result<View> {
    let why = Message::new("correct-form-follows").with("command", &*ctx.command().qualified_name);
    let given = Given::read(interaction, ctx, &why).ok_or_else(Given::gone)?;
    kept(interaction, given, &why, "go-on", "correct-form-button").await
}

async fn kept(interaction: &Interaction, given: Given, why: &Message, verb: &str, label: &'static str) -> Result<View> {
    let now = interaction.app.clock.now();
    let draft = draft::keep(interaction, Draft::new(interaction, given, now), Vec::new()).await?;
    let id = CustomId::new("correct", verb, 1, draft.id.get());
    let button = Button::new(interaction.say(&Message::new(label)), id).primary();
    Ok(View::text(interaction.say(why)).row(vec![button]))
}

/// The answer to a form that was refused: why, what was typed, and *Correct*, where the form can be opened again;
/// `None`, where there is nothing to correct.
pub async fn offer_form(
    interaction: &Interaction,
    custom_id: &str,
    inputs: &HashMap<String, String>,
    why: &Message,
) -> Option<View> {
    // The form of *Correct* itself opens again from where it was opened.
    let is_ours = custom_id.starts_with("correct:");
    if why.is_about_rights() || inputs.is_empty() || is_ours {
        return None;
    }
    let known = interaction.app.state::<Forms>().open(interaction.actor.member, custom_id);
    let Some(mut form) = known else {
        let mut typed: Vec<&str> = inputs.values().map(String::as_str).collect();
        typed.sort_unstable();
        return Some(returned(interaction.actor.locale, why, &typed.join("\n")));
    };
    let typed = fill(&mut form, inputs);
    let view = returned(interaction.actor.locale, why, &typed.join("\n"));
    if !why.may_be_about_input() || interaction.leaves_no_trace() || interaction.actor.guild == NOWHERE {
        return Some(view);
    }
    let draft = Draft::new(interaction, Filled { form }, interaction.app.clock.now());
    // Where it cannot be kept, what was typed stands in the answer.
    let kept = interaction.in_time(draft::keep(interaction, draft, Vec::new())).await;
    let Some(Ok(draft)) = kept else { return Some(view) };
    let id = CustomId::new("correct", "form", 1, draft.id.get());
    Some(view.row(vec![Button::new(interaction.say(&Message::new("correct-button")), id).primary()]))
}

/// Puts what was typed into the fields of a form; gives it in their order.
fn fill<'a>(form: &mut Value, inputs: &'a HashMap<String, String>) -> Vec<&'a str> {
    let rows = form["components"].as_array_mut().into_iter().flatten();
    let fields = rows.filter_map(|row| row["components"].get_mut(0)?.as_object_mut());
    let fill = |field: &mut Map<String, Value>| {
        let typed = field.get("custom_id").and_then(Value::as_str).and_then(|id| inputs.get(id));
        match typed {
            Some(typed) => drop(field.insert("value".to_owned(), typed.as_str().into())),
            None => drop(field.remove("value")),
        }
        typed.map(String::as_str)
    };
    fields.filter_map(fill).collect()
}

/// *Correct* under a form that was refused: it opens as it was sent.
async fn open_again(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let draft = draft::open::<Filled>(&interaction, DraftId(id.row)).await?;
    interaction.open_form(draft.spec.form).await
}

/// The command that a button or form names.
async fn given(interaction: &Interaction, id: i64) -> Result<Draft<Given>> {
    let draft = draft::open::<Given>(interaction, DraftId(id)).await?;
    if interaction.app.clock.now() < draft.at.plus(FRESH) { Ok(draft) } else { Err(Given::gone().into()) }
}

/// *Correct*: opens the form.
async fn open(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let draft = given(&interaction, id.row).await?;
    interaction.open_modal(&draft.spec.form(draft.id)).await
}

/// The form was sent: the command is carried out with what stands in it. What was typed is kept, if that is no
/// number where one has to be.
async fn sent(form: ModalSubmit) -> Result<Option<Box<CommandData>>> {
    let mut draft = given(&form.interaction, form.id.row).await?;
    draft.spec.read_form(&form);
    match draft.spec.fill_in() {
        Ok(()) => carried_out(&form.interaction, draft).await.map(Some),
        Err(Error::Told(why)) => {
            form.interaction.reply_ephemeral(&refused(&form.interaction, draft.spec, &why).await?).await?;
            Ok(None)
        }
        Err(fault) => Err(fault),
    }
}

/// The button between a corrected command and its form was pressed.
async fn go_on(press: ComponentEvent) -> Result<Option<Box<CommandData>>> {
    let draft = given(&press.interaction, press.id.row).await?;
    carried_out(&press.interaction, draft).await.map(Some)
}

/// Lets go of the draft, so that nothing is carried out twice, and gives the command that is to be.
async fn carried_out(interaction: &Interaction, draft: Draft<Given>) -> Result<Box<CommandData>> {
    let command = serde_json::from_value(draft.spec.data.clone())?;
    draft::cancel(interaction, draft).await?;
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_opens_again_with_what_was_typed_and_with_nothing_else() {
        let field = |id: &str, value: &str| json!({"type": 1, "components": [{"custom_id": id, "value": value}]});
        let mut form = json!({"components": [field("title", "Before"), field("text", "Before")]});
        let inputs = HashMap::from([("text".to_owned(), "Now".to_owned())]);

        assert_eq!(fill(&mut form, &inputs), ["Now"]);

        let emptied = json!({"type": 1, "components": [{"custom_id": "title"}]});
        assert_eq!(form, json!({"components": [emptied, field("text", "Now")]}));
    }

    fn number(value: &str, bounds: (Option<i64>, Option<i64>)) -> Typed {
        let (option, value) = ("count".to_owned(), value.to_owned());
        Typed { option, value, is_required: true, longest: 100, bounds: Some(bounds) }
    }

    fn text(option: &str, value: &str) -> Typed {
        let (option, value) = (option.to_owned(), value.to_owned());
        Typed { option, value, is_required: false, longest: 100, bounds: None }
    }

    #[test]
    fn the_form_holds_what_the_reason_is_about_and_what_may_be_missing() {
        let names = |typed: Vec<Typed>, why: &Message, shown: &str| {
            to_correct(typed, why, shown).into_iter().map(|typed| typed.option).collect::<Vec<_>>().join(" ")
        };
        let chess = || vec![text("title", "Chess"), text("starts", "25:00"), text("until", ""), text("count", "")];
        let about_the_time = Message::new("time-none").with("typed", "25:00");
        assert_eq!(names(chess(), &about_the_time, "No clock shows 25:00."), "title starts");
        assert_eq!(names(chess(), &about_the_time, "Leave out `count`."), "title starts count");
        let other = Message::new("no-such-text");
        assert_eq!(names(chess(), &other, "Say how often."), "title starts until count");
        // There is room for five; what is meant is always there.
        let many = || ["a", "b", "c", "d", "e", "f"].map(|option| text(option, option)).to_vec();
        assert_eq!(names(many(), &other, "Leave out **f**."), "a b c d f");
        assert_eq!(names(many(), &Message::new("no-such-text").with("typed", "e"), ""), "a b c d e");
        assert_eq!(names(vec![text("title", ""), text("count", "")], &other, "No."), "", "nothing was typed");
    }

    #[test]
    fn an_option_can_be_added_and_left_out() {
        let data = json!({"options": [
            {"name": "act", "type": 4, "value": 1}, {"name": "reason", "type": 3, "value": "Spam"},
            {"name": "duration", "type": 3, "value": "10m"},
        ]});
        let typed = vec![text("reason", "Spam and more"), text("duration", " "), text("note", "New")];
        let mut given = Given { name: "mass".to_owned(), data, typed, about: None };

        given.fill_in().unwrap();

        assert_eq!(
            given.data,
            json!({"options": [
                {"name": "act", "type": 4, "value": 1}, {"name": "reason", "type": 3, "value": "Spam and more"},
                {"name": "note", "type": 3, "value": "New"},
            ]})
        );
    }

    #[test]
    fn the_options_of_a_command_stand_within_its_groups() {
        let leaf = json!([{"name": "title", "type": 3, "value": "Chess"}]);
        for data in [
            json!({"options": leaf}),
            json!({"options": [{"name": "create", "type": 1, "options": leaf}]}),
            json!({"options": [{"name": "hosts", "type": 2, "options": [{"name": "add", "type": 1, "options": leaf}]}]}),
        ] {
            assert_eq!(options(&mut data.clone()).map(|found| Value::Array(found.clone())), Some(leaf.clone()));
        }
        assert_eq!(options(&mut json!({"options": []})), Some(&mut Vec::new()));
        assert_eq!(options(&mut json!({})), None);
    }

    #[test]
    fn a_number_lies_within_what_discord_would_take() {
        let taken = |value: &str, bounds| number(value, bounds).json().ok();
        assert_eq!(taken("7", (Some(1), Some(10))), Some(json!(7)));
        assert_eq!(taken("-7", (None, None)), Some(json!(-7)));
        for (value, bounds) in
            [("0", (Some(1), None)), ("11", (Some(1), Some(10))), ("many", (None, None)), ("", (None, None))]
        {
            assert_eq!(taken(value, bounds), None, "{value}");
        }
    }
}
