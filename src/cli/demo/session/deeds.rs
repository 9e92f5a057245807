//! What somebody does: commands, buttons, lists, forms, menus, words.

use std::path::Path;

use serde_json::Value;

use super::forms;
use super::{Done, Session};
use crate::cli::demo::language::{Deed, Target, is_same};
use crate::cli::demo::options;
use crate::cli::demo::options::{Asked, Typed};
use crate::ids::{ChannelId, MessageId};
use crate::sandbox::shown::Select;
use crate::sandbox::story::Told;
use crate::sandbox::{Answer, AnswerKind, Choice, ClientRefused, Given, News, Person, Scene, Shown};

/// Where somebody is who has not been anywhere yet.
const FIRST_PLACE: &str = "lounge";

/// What came of a deed.
struct Outcome {
    /// The deed in words, and what is said in it.
    deed: String,
    says: Option<String>,
    answer: Option<Answer>,
    /// What Steward suggests, one under the other.
    suggested: Option<String>,
}

impl Outcome {
    fn new(deed: String) -> Self {
        Self { deed, says: None, answer: None, suggested: None }
    }

    fn says(self, says: impl Into<String>) -> Self {
        Self { says: Some(says.into()), ..self }
    }

    fn with(self, answer: Answer) -> Self {
        Self { answer: Some(answer), ..self }
    }
}

impl Session<'_> {
    /// Somebody does something, and everybody's view of it is told.
    pub(super) async fn act(&mut self, name: &str, place: Option<&str>, deed: Deed) -> Done {
        let before = self.guild.scene();
        if deed == Deed::Join {
            return self.join(name, &before).await;
        }
        let who = self.person(name)?;
        let name = who.name();
        if let Some(place) = place {
            let channel = if place.eq_ignore_ascii_case("dm") { who.dm() } else { self.channel(place)? };
            self.places.insert(name.clone(), channel);
        }
        let outcome = match deed {
            Deed::Command { typed, .. } if typed.is_empty() => return self.commands_of(&who),
            Deed::Command { typed, insisted } => self.command(&who, &typed, insisted).await?,
            Deed::Press { label, nth } => self.press(&who, &label, nth).await?,
            Deed::Choose(typed) => self.choose(&who, &typed).await?,
            Deed::Fill(typed) => self.fill(&who, &typed).await?,
            Deed::Menu { entry, target } => self.menu(&who, &entry, target).await?,
            Deed::Say(text) => self.say(&who, &text).await?,
            Deed::Leave => {
                who.leaves(self.guild.id()).map_err(refused)?;
                self.wait_for(async {}).await?;
                Outcome::new(format!("{name} leaves"))
            }
            Deed::Join => return Ok(()),
        };
        let mut first: Vec<Told> = Vec::new();
        if let Some(text) = outcome.suggested {
            first.push(Told::Answer { seen_by: "Steward suggests".to_owned(), text });
        }
        if let Some(answer) =
            outcome.answer.filter(|answer| matches!(answer.kind, AnswerKind::Form | AnswerKind::Nothing))
        {
            first.push(Told::Answer { seen_by: format!("only {name} sees"), text: answer.text().to_owned() });
            if answer.kind == AnswerKind::Form {
                self.forms.insert(name.clone(), answer);
            }
        }
        // Their own view stands first.
        let (mut news, others): (Vec<News>, _) =
            self.guild.news(&before).into_iter().partition(|news| news.seen_by.starts_with(&format!("only {name} ")));
        news.extend(others);
        if first.is_empty() && news.is_empty() {
            first.push(Told::Words("There is nothing new to see.".to_owned()));
        }
        self.tell(&outcome.deed, outcome.says, first, news).await
    }

    async fn join(&mut self, name: &str, before: &Scene) -> Done {
        match self.guild.person_called(name) {
            Some(known) => known.joins(self.guild.id()).map_err(refused)?,
            None => drop(self.guild.person(&name.to_lowercase(), &[])),
        }
        self.wait_for(async {}).await?;
        let news = self.guild.news(before);
        self.tell(&format!("{} joins", name.to_lowercase()), None, Vec::new(), news).await
    }

    /// Something that is waited for while the clock goes on as far as it must.
    async fn wait_for<T>(&self, deed: impl Future<Output = T>) -> Done<T> {
        self.stage.settle().await.map_err(|failure| failure.words)?;
        self.stage.meanwhile(deed).await.map_err(|failure| failure.words)
    }

    async fn answered(&self, deed: impl Future<Output = Result<Answer, ClientRefused>>) -> Done<Answer> {
        self.wait_for(deed).await?.map_err(refused)
    }

    /// The channel that somebody is in.
    fn place(&self, who: &Person) -> Done<ChannelId> {
        if let Some(place) = self.places.get(&who.name()) {
            return Ok(*place);
        }
        self.channel(FIRST_PLACE)
    }

    fn place_name(&self, channel: ChannelId) -> String {
        let names = self.guild.channel_names();
        let name = names.into_iter().find(|name| self.guild.channel_called(name) == Some(channel));
        name.map_or_else(|| "in direct messages".to_owned(), |name| format!("in #{name}"))
    }

    /// Every command that somebody is offered where they are.
    fn commands_of(&self, who: &Person) -> Done {
        let place = self.place(who)?;
        let commands = self.stage.sandbox.commands();
        let offered = commands.iter().filter(|command| who.is_offered(place, command));
        let lines = offered.flat_map(|command| {
            let name = command["name"].as_str().unwrap_or_default();
            match command["type"].as_u64() {
                Some(2) => vec![format!("menu {name} on a member")],
                Some(3) => vec![format!("menu {name} on a message")],
                _ => options::usages(command, name),
            }
        });
        super::say(&lines.collect::<Vec<_>>().join("\n"))
    }

    async fn command(&self, who: &Person, typed: &str, insisted: bool) -> Done<Outcome> {
        let asked = options::read(&self.stage.sandbox.commands(), typed)?;
        let place = self.place(who)?;
        let mut given: Vec<(&str, Given)> = Vec::new();
        for (name, value) in &asked.given {
            if let Some(value) = self.given(value)? {
                given.push((name, value));
            }
        }
        if let Some((option, _)) = asked.given.iter().find(|(_, value)| *value == Typed::WhatIsSuggested) {
            return self.suggestions(who, place, &asked, option, &given).await;
        }
        for (name, value) in &asked.given {
            let Typed::Suggested(text) = value else { continue };
            let others: Vec<_> = given.iter().filter(|(other, _)| other != name).cloned().collect();
            let suggested = self.suggested(who, place, &asked.words, (name, text), &others, insisted).await?;
            let chosen = suggested.into_iter().find(|choice| is_same(&choice.name, text));
            if let Some(Value::String(value)) = chosen.map(|choice| choice.value)
                && let Some((_, given)) = given.iter_mut().find(|(other, _)| other == name)
            {
                *given = Given::Text(value);
            }
        }
        let says = said(&asked);
        let answer = if insisted {
            self.answered(who.slash_hidden(place, &asked.words, &given)).await?
        } else {
            let answer = self.answered(who.slash(place, &asked.words, &given)).await;
            answer.map_err(|wrong| format!("{wrong}\n{}", asked.usage))?
        };
        Ok(Outcome::new(format!("{} {}", who.name(), self.place_name(place))).says(says).with(answer))
    }

    async fn suggested(
        &self,
        who: &Person,
        place: ChannelId,
        words: &str,
        (option, text): (&str, &str),
        others: &[(&str, Given)],
        insisted: bool,
    ) -> Done<Vec<Choice>> {
        let suggested = async {
            if insisted {
                who.autocomplete_hidden(place, words, option, text, others).await
            } else {
                who.autocomplete(place, words, option, text, others).await
            }
        };
        self.wait_for(suggested).await?.map_err(refused)
    }

    async fn suggestions(
        &self,
        who: &Person,
        place: ChannelId,
        asked: &Asked,
        option: &str,
        given: &[(&str, Given)],
    ) -> Done<Outcome> {
        let others: Vec<_> = given.iter().filter(|(name, _)| *name != option).cloned().collect();
        let choices = self.suggested(who, place, &asked.words, (option, ""), &others, false).await?;
        let names: Vec<String> = choices.into_iter().map(|choice| choice.name).collect();
        let suggested = if names.is_empty() { "nothing".to_owned() } else { names.join("\n") };
        let outcome = Outcome::new(format!("{} {}", who.name(), self.place_name(place))).says(said(asked));
        Ok(Outcome { suggested: Some(suggested), ..outcome })
    }

    /// What was typed, as the client sends it.
    fn given(&self, typed: &Typed) -> Done<Option<Given>> {
        Ok(Some(match typed {
            Typed::Text(text) | Typed::Suggested(text) => Given::from(text.as_str()),
            Typed::Whole(number) => Given::from(*number),
            Typed::Number(number) => Given::from(*number),
            Typed::Yes(yes) => Given::from(*yes),
            Typed::Member(name) => Given::from(self.person(name)?),
            Typed::Channel(name) => Given::from(self.channel(name)?),
            Typed::Role(name) => self.role(name)?,
            Typed::MemberOrRole(name) => match self.guild.person_called(name) {
                Some(person) => Given::from(person),
                None => self.role(name)?,
            },
            Typed::File(path) => {
                let bytes = std::fs::read(path).map_err(|why| format!("“{path}” cannot be read ({why})."))?;
                let name = Path::new(path).file_name().unwrap_or_default().to_string_lossy().into_owned();
                Given::File { name, bytes }
            }
            Typed::WhatIsSuggested => return Ok(None),
        }))
    }

    fn role(&self, name: &str) -> Done<Given> {
        self.guild.role_called(name).map(Given::from).ok_or_else(|| format!("There is no role {name}."))
    }

    async fn press(&self, who: &Person, label: &str, nth: usize) -> Done<Outcome> {
        let seen = self.guild.all_seen_by(who);
        let named = |shown: &&Shown| shown.buttons.iter().any(|button| is_label(&button.label, label));
        let with: Vec<&Shown> = seen.iter().rev().filter(named).collect();
        let Some(on) = with.get(nth - 1) else {
            let labels: Vec<&str> =
                seen.iter().rev().map(Shown::labels).find(|labels| !labels.is_empty()).unwrap_or_default();
            let what = if with.is_empty() {
                format!("{} sees no button “{label}”.", who.name())
            } else {
                format!("There are only {}.", with.len())
            };
            return Err(format!("{what} On the last message with buttons: {}", bracketed(&labels)));
        };
        let button = on.buttons.iter().find(|button| is_label(&button.label, label));
        let Some(button) = button else { return Err(format!("There is no button “{label}”.")) };
        if let Some(url) = &button.url {
            return Err(format!("[{}] is a link to {url}.", button.label));
        }
        if button.disabled {
            return Err(format!("[{}] cannot be pressed any more.", button.label));
        }
        let answer = self.answered(who.clicks(*on, &button.custom_id)).await?;
        Ok(Outcome::new(format!("{} presses [{}]", who.name(), button.label)).with(answer))
    }

    /// An entry of a list, or several, on the last message that offers them.
    async fn choose(&self, who: &Person, typed: &str) -> Done<Outcome> {
        let seen = self.guild.all_seen_by(who);
        let lists = seen.iter().rev().flat_map(|shown| shown.selects.iter().map(move |select| (shown, select)));
        let mut offered = Vec::new();
        for (shown, select) in lists.filter(|(_, select)| !select.disabled) {
            // `Moderators: ana, ilya` names the list too.
            let named = typed.split_once(':').filter(|(name, _)| starts_with(&select.placeholder, name));
            let entries = self.entries(select, named.map_or(typed, |(_, entries)| entries).trim());
            let Some(entries) = entries else {
                offered.push(select);
                continue;
            };
            let answer = self.answered(who.chooses(shown, &select.custom_id, &entries)).await?;
            return Ok(Outcome::new(format!("{} chooses", who.name())).says(typed).with(answer));
        }
        let offered = offered.first().map(|select| {
            let labels: Vec<&str> = select.options.iter().map(|(label, _)| label.as_str()).collect();
            format!(" The last one, “{}”, offers: {}", select.placeholder, labels.join(" | "))
        });
        Err(format!("{} sees no list that offers “{typed}”.{}", who.name(), offered.unwrap_or_default()))
    }

    /// What is to be sent for the entries of a list, if it offers them.
    fn entries(&self, select: &Select, typed: &str) -> Option<Vec<Given>> {
        let one = |typed: &str| match select.kind {
            3 => {
                let exact = select.options.iter().find(|(label, value)| is_same(label, typed) || value == typed);
                let found = exact.or_else(|| select.options.iter().find(|(label, _)| starts_with(label, typed)));
                found.map(|(_, value)| Given::from(value.as_str()))
            }
            5 => self.guild.person_called(typed).map(Given::from),
            6 => self.guild.role_called(typed).map(Given::from),
            8 => self.guild.channel_called(typed).map(Given::from),
            _ => {
                let person = self.guild.person_called(typed).map(Given::from);
                person.or_else(|| self.guild.role_called(typed).map(Given::from))
            }
        };
        // An entry may have a comma of its own.
        one(typed).map(|entry| vec![entry]).or_else(|| typed.split(',').map(|entry| one(entry.trim())).collect())
    }

    /// The form that somebody has open.
    async fn fill(&mut self, who: &Person, typed: &str) -> Done<Outcome> {
        let name = who.name();
        let Some(form) = self.forms.get(&name) else { return Err(format!("{name} has no form open.")) };
        let values = forms::read(form.modal.as_ref().unwrap_or(&Value::Null), typed)?;
        let filled: Vec<(&str, &str)> = values.iter().map(|(field, value)| (field.as_str(), value.as_str())).collect();
        let answer = self.answered(who.submits(form, &filled)).await?;
        self.forms.remove(&name);
        let says = values.iter().map(|(field, value)| format!("{field}: {value}")).collect::<Vec<_>>().join(" · ");
        Ok(Outcome::new(format!("{name} sends the form")).says(says).with(answer))
    }

    async fn menu(&self, who: &Person, entry: &str, target: Target) -> Done<Outcome> {
        let commands = self.stage.sandbox.commands();
        let kind = if matches!(target, Target::Member(_)) { 2 } else { 3 };
        let names: Vec<&str> = commands
            .iter()
            .filter(|command| command["type"] == kind)
            .filter_map(|command| command["name"].as_str())
            .collect();
        let Some(name) = names.iter().find(|name| is_same(name, entry)) else {
            return Err(format!("That menu has no “{entry}”. There are: {}", names.join(" | ")));
        };
        let (answer, of) = match target {
            Target::Member(target) => {
                let target = self.person(&target)?;
                let answer = self.answered(who.user_menu(self.place(who)?, name, &target)).await?;
                (answer, target.name())
            }
            Target::LastMessageOf(author) => {
                let author = self.person(&author)?.name();
                let seen = self.guild.all_seen_by(who);
                let last = seen.iter().rfind(|shown| shown.author == author && !shown.ephemeral);
                let Some(last) = last else { return Err(format!("{} sees no message of {author}.", who.name())) };
                (self.answered(who.message_menu(name, last)).await?, format!("the last message of {author}"))
            }
        };
        Ok(Outcome::new(format!("{} opens the menu of {of}", who.name())).says(*name).with(answer))
    }

    async fn say(&self, who: &Person, text: &str) -> Done<Outcome> {
        // Only with its sign a place is meant: the channels of the school have names that sentences have too.
        let elsewhere =
            text.rsplit_once(" in #").and_then(|(text, place)| Some((text, self.guild.channel_called(place.trim())?)));
        let (text, place) = match elsewhere {
            Some(elsewhere) => elsewhere,
            None => (text, self.place(who)?),
        };
        let mut mentioned = text.to_owned();
        for member in self.guild.members() {
            if let Some(person) = self.guild.person_called(&member.name) {
                mentioned = mentioned.replace(&format!("@{}", member.name), &person.mention());
            }
        }
        let _: MessageId = who.says(place, &mentioned).map_err(refused)?;
        self.wait_for(async {}).await?;
        Ok(Outcome::new(format!("{} {}", who.name(), self.place_name(place))).says(text))
    }
}

/// What the client says instead of sending anything.
fn refused(refused: ClientRefused) -> String {
    format!("Discord does not let it happen: {}.", refused.0)
}

fn said(asked: &Asked) -> String {
    let given = asked.given.iter().map(|(name, value)| {
        let value = match value {
            Typed::Text(text) | Typed::Suggested(text) | Typed::Role(text) => text.clone(),
            Typed::Whole(number) => number.to_string(),
            Typed::Number(number) => number.to_string(),
            Typed::Yes(yes) => (if *yes { "yes" } else { "no" }).to_owned(),
            Typed::Member(name) | Typed::MemberOrRole(name) => format!("@{name}"),
            Typed::Channel(name) => format!("#{name}"),
            Typed::File(path) => path.clone(),
            Typed::WhatIsSuggested => "?".to_owned(),
        };
        format!(" {name}: {value}")
    });
    format!("/{}{}", asked.words, given.collect::<String>())
}

/// A label, with or without the emoji before it.
fn is_label(label: &str, typed: &str) -> bool {
    is_same(label, typed) || label.split_once(' ').is_some_and(|(sign, rest)| !sign.is_ascii() && is_same(rest, typed))
}

pub(super) fn starts_with(text: &str, typed: &str) -> bool {
    let typed = typed.trim().to_lowercase();
    !typed.is_empty() && text.to_lowercase().starts_with(&typed)
}

fn bracketed(labels: &[&str]) -> String {
    if labels.is_empty() {
        "there is none".to_owned()
    } else {
        labels.iter().map(|label| format!("[{label}]")).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_found_without_its_emoji() {
        assert!(is_label("✋ Ask", "ask") && is_label("Confirm", "confirm") && !is_label("Warn only", "only"));
    }
}
