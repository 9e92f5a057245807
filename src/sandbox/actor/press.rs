//! Commands, menus, buttons and forms: what a person presses, and the wait for the answer.

use serde_json::{Value, json};

use super::answer::{self, Answer, Choice};
use super::client::{self, Found, Given};
use super::{Done, Person, refused};
use crate::ids::{ChannelId, InteractionId, MessageId};
use crate::sandbox::interactions::{Ask, Resolved, asked, begin};
use crate::sandbox::limits::length;
use crate::sandbox::shown;
use crate::sandbox::world::{Message, World};
use crate::sandbox::{State, rights};

/// Types of options that menus of types 5 to 8 offer: members, roles, both, channels.
const OFFERED: [u64; 4] = [6, 8, 9, 7];

impl Person {
    /// Sends a slash command: `/case list` with its options.
    pub async fn slash(&self, channel: ChannelId, words: &str, given: &[(&str, Given)]) -> Done<Answer> {
        let id = self.core.act(|state| {
            let found = client::find(&state.world, self.id, channel, words, 1)?;
            self.send_slash(state, channel, words, &found, given, None)
        })?;
        Ok(answer::wait(self, id).await)
    }

    /// The same where the client hides the command from this person, as a tampered client could, or
    /// any client where the server's settings show the command to everyone.
    pub async fn slash_hidden(&self, channel: ChannelId, words: &str, given: &[(&str, Given)]) -> Done<Answer> {
        let id = self.core.act(|state| {
            let found = client::look_up(&state.world, channel, words, 1)?;
            self.send_slash(state, channel, words, &found, given, None)
        })?;
        Ok(answer::wait(self, id).await)
    }

    /// Whether the client offers this person a command there.
    pub fn is_offered(&self, channel: ChannelId, command: &Value) -> bool {
        self.core.read(|state| client::allowed(&state.world, command, self.id, channel).is_ok())
    }

    /// Types into an option and looks at the suggestions.
    pub async fn autocomplete(
        &self,
        channel: ChannelId,
        words: &str,
        option: &str,
        typed: &str,
        others: &[(&str, Given)],
    ) -> Done<Vec<Choice>> {
        let find = |world: &World| client::find(world, self.id, channel, words, 1);
        self.types(channel, words, (option, typed), others, find).await
    }

    /// The same where the client hides the command from this person.
    pub async fn autocomplete_hidden(
        &self,
        channel: ChannelId,
        words: &str,
        option: &str,
        typed: &str,
        others: &[(&str, Given)],
    ) -> Done<Vec<Choice>> {
        let find = |world: &World| client::look_up(world, channel, words, 1);
        self.types(channel, words, (option, typed), others, find).await
    }

    async fn types(
        &self,
        channel: ChannelId,
        words: &str,
        (option, typed): (&str, &str),
        others: &[(&str, Given)],
        find: impl FnOnce(&World) -> Done<Found>,
    ) -> Done<Vec<Choice>> {
        let mut given = others.to_vec();
        given.push((option, typed.into()));
        let id = self.core.act(|state| {
            let found = find(&state.world)?;
            self.send_slash(state, channel, words, &found, &given, Some(option))
        })?;
        Ok(answer::wait(self, id).await.choices)
    }

    fn send_slash(
        &self,
        state: &mut State,
        channel: ChannelId,
        words: &str,
        found: &Found,
        given: &[(&str, Given)],
        typing: Option<&str>,
    ) -> Done<InteractionId> {
        let mut resolved = Resolved::default();
        let who = (self.id, channel);
        let uploads = &mut state.interactions.uploads;
        let mut options = client::fill(&state.world, uploads, &mut resolved, who, &found.options, given, typing)?;
        let focused = typing.and_then(|name| found.options.iter().find(|option| option["name"] == name));
        let focused = focused.and_then(|option| option["type"].as_u64()).unwrap_or(3);
        for step in found.path.iter().rev() {
            options = vec![json!({"name": step["name"], "type": step["type"], "options": options})];
        }
        let mut data = command_data(found);
        data["options"] = json!(options);
        if let Some(resolved) = resolved.into_value() {
            data["resolved"] = resolved;
        }
        let (kind, title) = match typing {
            Some(option) => (asked::AUTOCOMPLETE, format!("suggestions for {option} of /{words}")),
            None => (asked::COMMAND, format!("/{words}")),
        };
        Ok(self.ask(state, channel, kind, title, data, None, None, focused))
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of an interaction, named once here")]
    fn ask(
        &self,
        state: &mut State,
        channel: ChannelId,
        kind: u64,
        title: String,
        data: Value,
        source: Option<(ChannelId, MessageId)>,
        opener: Option<InteractionId>,
        focused: u64,
    ) -> InteractionId {
        begin(state, Ask { kind, user: self.id, channel, title, data, source, opener, focused })
    }

    /// Chooses an entry of the menu of a member.
    pub async fn user_menu(&self, channel: ChannelId, name: &str, target: &Self) -> Done<Answer> {
        self.menu_of_user(channel, name, target, |world| client::find(world, self.id, channel, name, 2)).await
    }

    /// The same where the client hides the entry from this person.
    pub async fn user_menu_hidden(&self, channel: ChannelId, name: &str, target: &Self) -> Done<Answer> {
        self.menu_of_user(channel, name, target, |world| client::look_up(world, channel, name, 2)).await
    }

    async fn menu_of_user(
        &self,
        channel: ChannelId,
        name: &str,
        target: &Self,
        find: impl FnOnce(&World) -> Done<Found>,
    ) -> Done<Answer> {
        let id = self.core.act(|state| {
            let found = find(&state.world)?;
            let mut resolved = Resolved::default();
            resolved.user(&state.world, channel, target.id);
            let mut data = command_data(&found);
            data["target_id"] = json!(target.id.to_string());
            data["resolved"] = resolved.into_value().unwrap_or_default();
            Ok(self.ask(state, channel, asked::COMMAND, format!("menu {name}"), data, None, None, 3))
        })?;
        Ok(answer::wait(self, id).await)
    }

    /// Chooses an entry of the menu of a message.
    pub async fn message_menu(&self, name: &str, target: impl Into<MessageId>) -> Done<Answer> {
        self.menu_of_message(name, target.into(), |world, channel| client::find(world, self.id, channel, name, 3)).await
    }

    /// The same where the client hides the entry from this person.
    pub async fn message_menu_hidden(&self, name: &str, target: impl Into<MessageId>) -> Done<Answer> {
        self.menu_of_message(name, target.into(), |world, channel| client::look_up(world, channel, name, 3)).await
    }

    async fn menu_of_message(
        &self,
        name: &str,
        target: MessageId,
        find: impl FnOnce(&World, ChannelId) -> Done<Found>,
    ) -> Done<Answer> {
        let id = self.core.act(|state| {
            let message = self.visible(&state.world, target)?;
            let channel = message.channel;
            let found = find(&state.world, channel)?;
            let mut resolved = Resolved::default();
            resolved.message(&state.world, message);
            let mut data = command_data(&found);
            data["target_id"] = json!(target.to_string());
            data["resolved"] = resolved.into_value().unwrap_or_default();
            Ok(self.ask(state, channel, asked::COMMAND, format!("menu {name}"), data, None, None, 3))
        })?;
        Ok(answer::wait(self, id).await)
    }

    /// A message this person can see.
    fn visible<'w>(&self, world: &'w World, id: MessageId) -> Done<&'w Message> {
        let Some(message) = world.find_message(id) else { return refused("that message is gone") };
        if message.only_for.is_some_and(|only| only != self.id) {
            return refused("that message is somebody else's alone");
        }
        if world.rights_in_channel(message.channel, self.id) & rights::VIEW_CHANNEL == 0 {
            return refused(format!("{} does not see that message", world.name_of(self.id)));
        }
        Ok(message)
    }

    /// The same, if its buttons and menus are theirs to use: in a time-out nothing in the guild is.
    fn usable<'w>(&self, world: &'w World, id: MessageId) -> Done<&'w Message> {
        let message = self.visible(world, id)?;
        let home = world.channel(message.channel).and_then(|home| home.guild);
        let until = home.and_then(|guild| world.member(guild, self.id)?.timed_out_until);
        let exempt = world.rights_in_channel(message.channel, self.id) & rights::ADMINISTRATOR != 0;
        if until.is_some_and(|until| until > world.now()) && !exempt {
            return refused(format!("{} is in a time-out", world.name_of(self.id)));
        }
        Ok(message)
    }

    /// Presses a button by its label (or emoji).
    pub async fn clicks(&self, on: impl Into<MessageId>, label: &str) -> Done<Answer> {
        let on = on.into();
        let id = self.core.act(|state| {
            let message = self.usable(&state.world, on)?;
            let seen = shown::message_of(&state.world, message);
            let named = |button: &&shown::Button| {
                button.label == label || button.custom_id == label || button.label.ends_with(&format!(" {label}"))
            };
            let Some(button) = seen.buttons.iter().find(named) else {
                return refused(format!("there is no button {label:?}; there are {:?}", seen.labels()));
            };
            if button.disabled {
                return refused(format!("{label:?} is disabled"));
            }
            if let Some(url) = &button.url {
                return refused(format!("{label:?} is a link to {url}"));
            }
            let (channel, number) = (message.channel, number_of(message, &button.custom_id));
            let data = json!({"custom_id": button.custom_id, "component_type": 2, "id": number});
            let source = Some((channel, on));
            Ok(self.ask(state, channel, asked::COMPONENT, format!("button {label}"), data, source, None, 3))
        })?;
        Ok(answer::wait(self, id).await)
    }

    /// Chooses in a menu that is named by its placeholder or custom id.
    pub async fn chooses(&self, on: impl Into<MessageId>, menu: &str, values: &[Given]) -> Done<Answer> {
        let on = on.into();
        let id = self.core.act(|state| {
            let message = self.usable(&state.world, on)?;
            let (channel, components) = (message.channel, message.components.clone());
            let is_menu = |one: &&&Value| {
                matches!(one["type"].as_u64(), Some(3 | 5..=8))
                    && (one["placeholder"] == menu || one["custom_id"] == menu)
            };
            let Some(component) = shown::walk(&components).iter().find(is_menu).copied() else {
                return refused(format!("there is no menu {menu:?}"));
            };
            if component["disabled"] == true {
                return refused(format!("{menu:?} is disabled"));
            }
            let mut resolved = Resolved::default();
            let values = self.chosen(&state.world, &mut resolved, channel, component, values)?;
            let mut data = json!({"custom_id": component["custom_id"], "component_type": component["type"],
                "id": component["id"], "values": values});
            if let Some(resolved) = resolved.into_value() {
                data["resolved"] = resolved;
            }
            let source = Some((channel, on));
            Ok(self.ask(state, channel, asked::COMPONENT, format!("menu {menu}"), data, source, None, 3))
        })?;
        Ok(answer::wait(self, id).await)
    }

    fn chosen(
        &self,
        world: &World,
        resolved: &mut Resolved,
        channel: ChannelId,
        menu: &Value,
        values: &[Given],
    ) -> Done<Vec<String>> {
        let low = menu["min_values"].as_u64().unwrap_or(1);
        let high = menu["max_values"].as_u64().unwrap_or(1);
        let count = values.len() as u64;
        if count < low || count > high {
            return refused(format!("choose {low} to {high}, not {count}"));
        }
        let kind = menu["type"].as_u64().unwrap_or(3);
        let options = menu["options"].as_array().map_or(&[][..], Vec::as_slice);
        let types = menu["channel_types"].as_array().map_or(&[][..], Vec::as_slice);
        let mut one = |given: &Given| match (kind, given) {
            (6 | 8, Given::Text(name)) => {
                let named = client::by_name(world, channel, kind, name)?;
                client::entity(world, resolved, (self.id, channel), if kind == 6 { 8 } else { 7 }, &named, types)
            }
            (3, Given::Text(text)) => {
                let option = options.iter().find(|option| option["label"] == **text || option["value"] == **text);
                let labels: Vec<&Value> = options.iter().map(|option| &option["label"]).collect();
                let value = option.and_then(|option| option["value"].as_str()).map(str::to_owned);
                value.map_or_else(|| refused(format!("{text:?} is not offered; there are {labels:?}")), Ok)
            }
            _ => {
                let offered = usize::try_from(kind).ok().and_then(|kind| OFFERED.get(kind.wrapping_sub(5)));
                client::entity(world, resolved, (self.id, channel), offered.copied().unwrap_or(0), given, types)
            }
        };
        values.iter().map(&mut one).collect()
    }

    /// Fills in a form and sends it; fields are named by label or custom id.
    pub async fn submits(&self, form: &Answer, fields: &[(&str, &str)]) -> Done<Answer> {
        let id = self.core.act(|state| {
            let opened = state.interactions.all.get(&form.interaction);
            let Some((opener, modal)) = opened.and_then(|one| Some((one, one.modal.as_ref()?))) else {
                return refused("that answer is no form");
            };
            if opener.user != self.id {
                return refused("that form is somebody else's");
            }
            let parts = filled(modal, fields)?;
            let data = json!({"custom_id": modal["custom_id"], "components": parts});
            let (channel, source, opener) = (opener.channel, opener.source, opener.id);
            let title = format!("form {}", modal["title"].as_str().unwrap_or_default());
            Ok(self.ask(state, channel, asked::MODAL, title, data, source, Some(opener), 3))
        })?;
        Ok(answer::wait(self, id).await)
    }

    /// Sends a press of any custom id on any message, as a tampered client could.
    pub async fn presses_custom_id(
        &self,
        channel: ChannelId,
        message: impl Into<MessageId>,
        custom_id: &str,
    ) -> Answer {
        let data = json!({"custom_id": custom_id, "component_type": 2, "id": 1});
        self.sends_raw(channel, message.into(), custom_id, data).await
    }

    /// Sends values that no menu offered.
    pub async fn chooses_raw(
        &self,
        channel: ChannelId,
        message: impl Into<MessageId>,
        custom_id: &str,
        values: &[&str],
    ) -> Answer {
        let data = json!({"custom_id": custom_id, "component_type": 3, "id": 1, "values": values});
        self.sends_raw(channel, message.into(), custom_id, data).await
    }

    async fn sends_raw(&self, channel: ChannelId, message: MessageId, custom_id: &str, data: Value) -> Answer {
        let title = format!("raw press of {custom_id}");
        let source = Some((channel, message));
        let id = self.core.act(|state| self.ask(state, channel, asked::COMPONENT, title, data, source, None, 3));
        answer::wait(self, id).await
    }

    /// Sends a form that was never opened; the bot sees a form without a message.
    pub async fn submits_custom_id(&self, channel: ChannelId, custom_id: &str, fields: &[(&str, &str)]) -> Answer {
        let rows = fields.iter().map(|(field, value)| {
            json!({"type": 1, "id": 1, "components": [{"type": 4, "id": 2, "custom_id": field, "value": value}]})
        });
        let data = json!({"custom_id": custom_id, "components": rows.collect::<Vec<_>>()});
        let title = format!("raw form {custom_id}");
        let id = self.core.act(|state| self.ask(state, channel, asked::MODAL, title, data, None, None, 3));
        answer::wait(self, id).await
    }
}

fn command_data(found: &Found) -> Value {
    let command = &found.command;
    let mut data = json!({"id": command["id"], "name": command["name"], "type": command["type"]});
    if command["guild_id"].is_string() {
        data["guild_id"] = command["guild_id"].clone();
    }
    data
}

fn number_of(message: &Message, custom_id: &str) -> Value {
    let components = shown::walk(&message.components);
    let found = components.iter().find(|one| one["custom_id"] == custom_id);
    found.map_or(Value::Null, |one| one["id"].clone())
}

/// The parts of a form with what was typed into them, checked as the client checks them.
fn filled(form: &Value, fields: &[(&str, &str)]) -> Done<Vec<Value>> {
    let mut used = 0;
    let mut parts = Vec::new();
    for part in form["components"].as_array().into_iter().flatten() {
        let (input, label) = match part["type"].as_u64() {
            Some(1) => (&part["components"][0], &part["components"][0]["label"]),
            Some(18) => (&part["component"], &part["label"]),
            _ => continue,
        };
        let typed = fields.iter().find(|(name, _)| *label == *name || input["custom_id"] == *name);
        used += usize::from(typed.is_some());
        let text = typed.map_or_else(|| input["value"].as_str().unwrap_or_default(), |(_, text)| text);
        let low = input["min_length"].as_u64().unwrap_or(0);
        let high = input["max_length"].as_u64().unwrap_or(4_000);
        let long = length(text) as u64;
        if text.is_empty() && input["required"] != false {
            return refused(format!("{label} is required"));
        }
        if !text.is_empty() && (long < low || long > high) {
            return refused(format!("{label} wants {low} to {high} characters, not {long}"));
        }
        let mut field = json!({"type": input["type"], "id": input["id"], "custom_id": input["custom_id"]});
        if input["type"] == 4 {
            field["value"] = json!(text);
        } else {
            field["values"] = if text.is_empty() { json!([]) } else { json!([text]) };
        }
        let key = if part["type"] == 1 { "components" } else { "component" };
        let inner = if part["type"] == 1 { json!([field]) } else { field };
        parts.push(json!({"type": part["type"], "id": part["id"], key: inner}));
    }
    if used != fields.len() {
        return refused("the form has no such field");
    }
    Ok(parts)
}
