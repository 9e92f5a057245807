//! A walk through everything that can be used: every command with every option that names a channel or a
//! row, every suggestion, button, menu and form, by people who do not see a channel, about that channel
//! and about one of another server. Nothing of either comes out, and nothing is posted there.
//!
//! The commands are those that Discord was told of, the controls those that appeared for somebody who sees
//! the channel, and all that the features answer to has to have appeared: a new command or control is
//! walked by being there, and fails the walk where nobody has said how it is reached.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::Duration;

use serde_json::Value;
use steward::feature::Feature;
use steward::ids::{ChannelId, MessageId};
use steward::sandbox::{Given, GuildHandle, Person, rights};

use crate::support::controls::{Control, gather};
use crate::support::town::{Town, usual};

const SECOND: Duration = Duration::from_secs(1);

/// What stands in everything of the hidden channel, and in everything of the other server.
const MARKS: [&str; 2] = ["zebra", "okapi"];

/// Controls that the walk of the insider does not reach, each with the reason: "feature:verb reason".
const UNREACHED: &str = "tests/data/unwalked.txt";

/// How many controls of one verb are pressed by whoever sees the channel, and by everyone else.
const PRESSED: usize = 4;

/// What is typed into an option that a command requires; others take the value of their type.
const TYPED: &[(&str, &str)] = &[
    ("reason", "Called a newcomer names."),
    ("text", "Called a newcomer names."),
    ("question", "Which evening?"),
    ("title", "The winter plans"),
    ("duration", "1h"),
    ("closes", "in 5 days"),
    ("starts", "in 5 days"),
    ("week", "2026-W46"),
    ("setting", "mod_log"),
    ("tag", "bug"),
    ("name", "shop"),
    ("interval", "10s"),
    ("outcome", "They agreed."),
    ("users", "200000000000000001"),
    // Nobody of the walk is removed.
    ("since", "never"),
];

/// What takes people out of the server, or lets them in again.
const REMOVING: [&str; 3] = ["kick", "ban", "unban"];

/// A command or subcommand, with its options.
struct Command {
    words: String,
    kind: u64,
    options: Vec<Value>,
}

/// A server with a channel and what was asked, sent and recorded there.
struct Planted {
    channel: ChannelId,
    message: MessageId,
    by: Person,
}

struct Ground {
    town: Town,
    hidden: Planted,
    foreign: Planted,
    village: GuildHandle,
    insider: Person,
    bob: Person,
    /// Whom the walk removes.
    gus: Person,
}

impl Ground {
    async fn new() -> Self {
        let town = Town::new().await;
        let village = town.sandbox.guild("Okapi village");
        let insider = insider(&town.guild, "ina");
        let stranger = insider_of_village(&village);
        let (bob, gus) = (town.member("bob"), town.member("gus"));
        // So that what staff do about a notice that was not read appears too.
        bob.closes_dms();
        let keepers = town.guild.roles_of(&insider);
        let den = town.guild.private_channel("zebra-den", &keepers[..1]);
        let square = village.private_channel("okapi-square", &village.roles_of(&stranger)[..1]);
        let hidden = plant(&town, den, insider.clone(), "Zebra").await;
        let foreign = plant(&town, square, stranger, "Okapi").await;
        Self { town, hidden, foreign, village, insider, bob, gus }
    }

    fn commands(&self) -> Vec<Command> {
        let mut found = Vec::new();
        for command in self.town.sandbox.commands() {
            let name = command["name"].as_str().unwrap().to_owned();
            let kind = command["type"].as_u64().unwrap_or(1);
            let options = command["options"].as_array().cloned().unwrap_or_default();
            found.extend(usable(name, kind, options));
        }
        // Whoever is removed cannot be walked about any more.
        found.sort_by_key(|command| REMOVING.contains(&&*command.words));
        found
    }

    /// What is given for an option, where it has to be.
    fn required(&self, command: &Command, option: &Value, about: &Planted) -> Given {
        let name = option["name"].as_str().unwrap();
        if let Some(choice) = option["choices"].as_array().and_then(|choices| choices.first()) {
            return choice["name"].as_str().unwrap().into();
        }
        if let Some(named) = Self::names(command, option, about).into_iter().next() {
            return named;
        }
        match option["type"].as_u64().unwrap() {
            3 if name == "options" && command.words == "poll dates" => "in 3 days; in 4 days".into(),
            3 => match TYPED.iter().find(|(known, _)| *known == name) {
                Some((_, typed)) => (*typed).into(),
                None => panic!("/{}: say in TYPED what is typed into `{name}`", command.words),
            },
            4 if matches!(name, "count" | "to") => 1.into(),
            6 if REMOVING.contains(&&*command.words) => (&self.gus).into(),
            6 => (&self.bob).into(),
            8 => self.town.guild.roles_of(&self.insider)[0].into(),
            11 if command.words == "case import" => {
                let text =
                    format!("number,kind,member_id,at,reason\n1,note,{},2025-03-01T10:00:00Z,Loud\n", self.bob.id());
                Given::File { name: "cases.csv".into(), bytes: text.into() }
            }
            kind => panic!("/{}: nobody has said what is given for `{name}` of type {kind}", command.words),
        }
    }

    /// What names a channel or a row of a channel in an option; nothing, where it names neither.
    fn names(command: &Command, option: &Value, about: &Planted) -> Vec<Given> {
        let name = option["name"].as_str().unwrap();
        match (option["type"].as_u64().unwrap(), name) {
            (7, _) => vec![about.channel.into()],
            (3, "value") => vec![about.channel.to_string().into(), format!("<#{}>", about.channel).into()],
            (3, "message") => {
                vec![format!("https://discord.com/channels/0/{}/{}", about.channel, about.message).into()]
            }
            (3, "poll" | "survey" | "session" | "event" | "theme" | "into" | "server" | "contest") => {
                vec!["1".into(), "#1".into()]
            }
            (4, "number" | "wave") => vec![1.into()],
            (4, "other") => vec![2.into()],
            (3, "title") if command.words == "survey create" => vec!["#1".into()],
            _ => Vec::new(),
        }
    }

    /// Uses a command in a channel, with each option that names something once.
    async fn uses(&self, by: &Person, channel: ChannelId, command: &Command, about: &Planted) {
        let town = &self.town;
        match command.kind {
            2 => drop(town.meanwhile(by.user_menu_hidden(channel, &command.words, &self.bob)).await),
            3 => drop(town.meanwhile(by.message_menu_hidden(&command.words, about.message)).await),
            _ => {
                let required = || command.options.iter().filter(|option| option["required"] == true);
                let base: Vec<(&str, Given)> = required()
                    .map(|option| (option["name"].as_str().unwrap(), self.required(command, option, about)))
                    .collect();
                let mut all = vec![base.clone()];
                for option in &command.options {
                    let name = option["name"].as_str().unwrap();
                    let choices = option["choices"].as_array().into_iter().flatten();
                    let chosen = choices.map(|choice| Given::from(choice["name"].as_str().unwrap()));
                    for named in Self::names(command, option, about).into_iter().chain(chosen) {
                        let named = self.in_server(named, by);
                        let others = base.iter().filter(|(other, _)| *other != name).cloned();
                        all.push(others.chain([(name, named)]).collect());
                    }
                    // Suggestions are the same, whatever one is after.
                    if option["autocomplete"] == true && about.channel == self.hidden.channel {
                        let others: Vec<_> = base.iter().filter(|(other, _)| *other != name).cloned().collect();
                        for typed in ["", "1", "z", "o"] {
                            by.autocomplete_hidden(channel, &command.words, name, typed, &others).await.unwrap();
                        }
                    }
                }
                for given in all {
                    // What the client would not send is not walked: a channel of another kind.
                    drop(town.meanwhile(by.slash_hidden(channel, &command.words, &given)).await);
                }
            }
        }
    }

    /// Links claim to lead into the server of whoever types them.
    fn in_server(&self, named: Given, by: &Person) -> Given {
        let own = if by.id() == self.foreign.by.id() { self.village.id() } else { self.town.guild.id() };
        match named {
            Given::Text(text) => Given::Text(text.replace("/channels/0/", &format!("/channels/{own}/"))),
            other => other,
        }
    }

    /// Uses a control that appeared somewhere.
    async fn presses(&self, by: &Person, channel: ChannelId, on: MessageId, control: &Control, values: &[&str]) {
        let town = &self.town;
        match control {
            Control::Button(id) => drop(town.meanwhile(by.presses_custom_id(channel, on, id)).await),
            Control::Menu(id, offered) => {
                let first = offered.first().map(String::as_str);
                for value in values.iter().copied().chain(first) {
                    town.meanwhile(by.chooses_raw(channel, on, id, &[value])).await;
                }
            }
            Control::Form(id, fields) => {
                let typed: Vec<(&str, &str)> = fields.iter().map(|field| (field.as_str(), "5 rye\n6 oats")).collect();
                town.meanwhile(by.submits_custom_id(channel, id, &typed)).await;
            }
        }
    }

    /// The controls of what the bot has sent after the first requests, in the order in which they appeared: by their
    /// ids they would be used in another order in every run, as some rows have ids by chance.
    fn controls_after(&self, known: usize) -> Vec<Control> {
        let (mut all, mut found) = (Vec::new(), BTreeSet::new());
        for request in self.town.sandbox.requests_after(known) {
            let mut here = BTreeSet::new();
            gather(&request.body, &mut here);
            all.extend(here.into_iter().filter(|control| found.insert(control.clone())));
        }
        all
    }

    /// The controls that appear for somebody who sees the channel and uses all commands there.
    async fn commands_inside(&self, planted: &Planted) -> BTreeMap<String, Vec<Control>> {
        for command in self.commands() {
            self.uses(&planted.by, planted.channel, &command, planted).await;
        }
        self.town.pass(2 * SECOND).await;
        self.by_verb()
    }

    fn by_verb(&self) -> BTreeMap<String, Vec<Control>> {
        let mut all: BTreeMap<String, Vec<Control>> = BTreeMap::new();
        for control in self.controls_after(0) {
            all.entry(control.verb()).or_default().push(control);
        }
        all
    }

    /// The same with all controls that appear when these are used in their turn.
    async fn inside(&self, planted: &Planted) -> BTreeMap<String, Vec<Control>> {
        self.commands_inside(planted).await;
        let mut pressed: BTreeMap<String, BTreeSet<Control>> = BTreeMap::new();
        let mut queue = VecDeque::from(self.controls_after(0));
        while let Some(control) = queue.pop_front() {
            let before = pressed.entry(control.verb()).or_default();
            if before.len() >= PRESSED || !before.insert(control.clone()) {
                continue;
            }
            let known = self.town.sandbox.request_count();
            self.presses(&planted.by, planted.channel, planted.message, &control, &[]).await;
            self.town.pass(SECOND).await;
            queue.extend(self.controls_after(known));
        }
        self.by_verb()
    }

    /// The walk of people outside, one after the other: everything about the hidden channel and the other server, from
    /// `general`. Nothing of them comes out and nothing is posted there. `controls` are those that appeared for whoever
    /// sees the hidden channel.
    async fn outside(&self, controls: &BTreeMap<String, Vec<Control>>, people: &[Person]) {
        let town = &self.town;
        let elsewhere = self.commands_inside(&self.foreign).await;
        for by in people {
            let hook = by.says(town.general, "Hello").unwrap();
            town.pass(SECOND).await;
            let count = || self.posts(&self.hidden) + self.posts(&self.foreign);
            let before = count();
            town.sandbox.forget_requests();

            for planted in [&self.hidden, &self.foreign] {
                for command in self.commands() {
                    if command.kind == 3 {
                        // The menu of a message is opened where the message stands.
                        continue;
                    }
                    self.uses(by, town.general, &command, planted).await;
                    self.check(by, &format!("/{}", command.words));
                }
            }
            for (verb, controls) in controls.iter().chain(&elsewhere) {
                // The rows differ, and a few of each kind are enough.
                for control in controls.iter().take(PRESSED) {
                    let values = [self.hidden.channel.to_string(), self.foreign.channel.to_string(), "1".to_owned()];
                    let values: Vec<&str> = values.iter().map(String::as_str).collect();
                    self.presses(by, town.general, hook, control, &values).await;
                    self.check(by, &format!("{verb}: {control:?}"));
                }
            }
            town.pass(5 * SECOND).await;
            self.check(by, "what came of it");
            assert_eq!(count(), before, "{} had something posted there", by.name());
        }
    }

    fn posts(&self, planted: &Planted) -> usize {
        self.town.sandbox.messages(planted.channel, &planted.by).len()
    }

    /// Nothing that left for Discord since the last look has a mark.
    fn check(&self, by: &Person, what: &str) {
        for request in self.town.sandbox.requests() {
            if !matches!(request.method.as_str(), "POST" | "PATCH" | "PUT") {
                continue;
            }
            // What is told in the channel itself reaches nobody else.
            let places = [self.hidden.channel, self.foreign.channel].map(|channel| format!("/channels/{channel}/"));
            if places.iter().any(|place| request.path.starts_with(place)) && request.method == "PATCH" {
                continue;
            }
            let text = request.body.to_string().to_lowercase();
            let mark = MARKS.into_iter().find(|mark| text.contains(mark));
            assert_eq!(mark, None, "{} used {what}, and out came {text}", by.name());
        }
        self.town.sandbox.forget_requests();
    }
}

/// What can be used of a command: itself, or its subcommands, also those in groups.
fn usable(words: String, kind: u64, options: Vec<Value>) -> Vec<Command> {
    let is_inner = |option: &Value| matches!(option["type"].as_u64(), Some(1 | 2));
    let (inner, options): (Vec<Value>, Vec<Value>) = options.into_iter().partition(is_inner);
    if inner.is_empty() {
        return vec![Command { words, kind, options }];
    }
    let of = |one: &Value| {
        let options = one["options"].as_array().cloned().unwrap_or_default();
        usable(format!("{words} {}", one["name"].as_str().unwrap()), kind, options)
    };
    inner.iter().flat_map(of).collect()
}

fn insider(guild: &GuildHandle, name: &str) -> Person {
    let keepers = guild.role("Keepers", 0);
    let all = rights::MANAGE_GUILD
        | rights::MANAGE_MESSAGES
        | rights::MODERATE_MEMBERS
        | rights::KICK_MEMBERS
        | rights::BAN_MEMBERS
        | rights::CREATE_EVENTS;
    let managers = guild.role("Insiders", all);
    guild.person(name, &[keepers, managers])
}

fn insider_of_village(village: &GuildHandle) -> Person {
    insider(village, "okapi-keeper")
}

/// A poll, a survey and a case with a quoted message, all of them with a mark.
async fn plant(town: &Town, channel: ChannelId, by: Person, mark: &str) -> Planted {
    town.settled().await;
    let message = by.says(channel, &format!("{mark} said this")).unwrap();
    town.settled().await;
    let slash = async |words: &str, given: &[(&str, Given)]| {
        let answer = town.meanwhile(by.slash_hidden(channel, words, given)).await.unwrap();
        town.settled().await;
        answer
    };
    let press = async |on: &steward::sandbox::Answer, label: &str| {
        town.meanwhile(by.clicks(on, label)).await.unwrap_or_else(|why| panic!("{label}: {why} on {}", on.text()));
        town.pass(2 * SECOND).await;
    };
    // More than stand on one page of a list, and more options than there is room for buttons.
    for kind in ["single", "multi", "ranked", "single", "single", "single", "single", "single", "single"] {
        let question = format!("{mark} {kind}?");
        let letters = if kind == "multi" { "ABCDEFGHIJKLMNOPQRSTUVWXY" } else { "ABC" };
        let options = letters.chars().map(|letter| format!("{mark} {letter}")).collect::<Vec<_>>().join("; ");
        let given: [(&str, Given); 3] =
            [("question", question.into()), ("options", options.into()), ("kind", kind.into())];
        let preview = slash("poll create", &given).await;
        press(&preview, "Publish").await;
    }
    let card = town.sandbox.messages(channel, &by).pop().and_then(|card| card.id).expect("a card");
    town.meanwhile(by.clicks(card, &format!("{mark} A"))).await.unwrap();
    // The second one is a draft: nobody has posted it, so every manager knows it.
    for title in [mark, "Spare"] {
        let options = format!("options = [\"{title} A\", \"{title} B\"]");
        let questions = [("single", &*options), ("multi", &*options), ("rating", ""), ("nps", ""), ("text", "")];
        let mut text = format!("title = \"{title} survey\"\nanonymous = false\n");
        for (kind, options) in questions {
            text.push_str(&format!(
                "[[question]]\nkind = \"{kind}\"\ntext = \"{title} {kind}?\"\nrequired = false\n{options}\n"
            ));
        }
        let file = Given::File { name: "survey.toml".into(), bytes: text.into() };
        slash("survey create", &[("file", file)]).await;
    }
    let preview = slash("survey send", &[("survey", "#1".into())]).await;
    press(&preview, "Publish").await;
    // The first one is closed by a command; in the others people ask and answer.
    for title in [format!("{mark} first"), format!("{mark} plans")] {
        let given: [(&str, Given); 4] = [
            ("title", title.into()),
            ("host", (&by).into()),
            ("closes", "in 20 days".into()),
            ("max_per_member", 25.into()),
        ];
        let preview = slash("ama create", &given).await;
        press(&preview, "Publish").await;
    }
    let prompt = town.sandbox.messages(channel, &by).into_iter().rev().find(|shown| shown.text().contains("plans"));
    let prompt = prompt.and_then(|prompt| prompt.id).expect("a prompt");
    let ask = async |question: &str| {
        let form = town.meanwhile(by.clicks(prompt, "Ask")).await.unwrap();
        let receipt = town.meanwhile(by.submits(&form, &[("text", question)])).await.unwrap();
        town.pass(SECOND).await;
        receipt
    };
    for question in ["Who feeds it", "Where does it sleep", "What is it afraid of"] {
        let receipt = ask(&format!("{mark}: {question}?")).await;
        town.meanwhile(by.clicks(&receipt, "Edit")).await.unwrap();
    }
    let panel = town.meanwhile(by.clicks(prompt, "Host panel")).await.unwrap();
    for label in ["Review", "Approve"] {
        press(&panel, label).await;
    }
    let form = town.meanwhile(by.clicks(&panel, "Tag")).await.unwrap();
    town.meanwhile(by.submits(&form, &[("tags", &format!("{mark} care"))])).await.unwrap();
    for label in ["Next question", "Approve", "Merge", "Next question"] {
        press(&panel, label).await;
    }
    let form = town.meanwhile(by.clicks(&panel, "Reject")).await.unwrap();
    town.meanwhile(by.submits(&form, &[("reason", "Off topic.")])).await.unwrap();
    ask(&format!("{mark}: so where does it sleep?")).await;
    let panel = town.meanwhile(by.clicks(prompt, "Host panel")).await.unwrap();
    let second = format!("2. {mark}: Where does it sleep?");
    let form = town.meanwhile(by.chooses(&panel, "Prepare an answer", &[second.as_str().into()])).await.unwrap();
    town.meanwhile(by.submits(&form, &[("text", &format!("{mark} sleeps standing."))])).await.unwrap();
    let kept = town.meanwhile(by.clicks(&panel, "Next by time")).await.unwrap();
    let form = town.meanwhile(by.clicks(&kept, "Answer")).await.unwrap();
    town.meanwhile(by.submits(&form, &[("text", &format!("{mark} likes dates."))])).await.unwrap();
    let first = format!("1. {mark}: Who feeds it?");
    town.meanwhile(by.chooses(&panel, "Edit answer", &[first.as_str().into()])).await.unwrap();
    town.meanwhile(by.chooses(&panel, "Pick", &[second.as_str().into()])).await.unwrap();
    town.pass(2 * SECOND).await;
    // A contest with an entry of each, one of which has appeared.
    let given: [(&str, Given); 3] =
        [("title", format!("{mark} maps").into()), ("closes", "in 20 days".into()), ("review", true.into())];
    let preview = slash("event contest", &given).await;
    press(&preview, "Publish").await;
    let posted = town.sandbox.messages(channel, &by).into_iter().rev().find(|shown| shown.text().contains("maps"));
    let posted = posted.and_then(|posted| posted.id).expect("a contest");
    for person in [&by, &town.sandbox.guild_handle(guild_of(town, channel)).owner()] {
        let form = town.meanwhile(person.clicks(posted, "Submit")).await.unwrap();
        let title = format!("{mark} map of {}", person.name());
        let receipt = town.meanwhile(person.submits(&form, &[("title", title.as_str())])).await.unwrap();
        town.pass(SECOND).await;
        town.meanwhile(person.clicks(&receipt, "Edit")).await.unwrap();
    }
    let panel = town.meanwhile(by.clicks(posted, "Manage")).await.unwrap();
    for label in ["Review", "Approve", "Next", "Approve"] {
        press(&panel, label).await;
    }
    // One with an address of which there is a choice to hide it, one that repeats, one to sign up for.
    for (title, more) in [
        (format!("{mark} feast"), vec![("address", "Burrow 3".into())]),
        (format!("{mark} class"), vec![("repeat", "monthly".into())]),
    ] {
        let mut given: Vec<(&str, Given)> = vec![("title", title.into()), ("starts", "in 30 days".into())];
        given.extend(more);
        slash("event create", &given).await;
    }
    // The first one is cancelled by a command; for the other people sign up.
    let given: [(&str, Given); 2] = [("title", format!("{mark} first").into()), ("starts", "in 30 days".into())];
    let preview = slash("event create", &given).await;
    press(&preview, "Publish").await;
    let given: [(&str, Given); 6] = [
        ("title", format!("{mark} raid").into()),
        ("starts", "in 30 days".into()),
        ("groups", "tank 1; healer".into()),
        ("guests", 2.into()),
        ("repeat", "weekly".into()),
        ("channel", channel.into()),
    ];
    let preview = slash("event create", &given).await;
    press(&preview, "Publish").await;
    let raid = town.sandbox.messages(channel, &by).into_iter().rev().find(|shown| shown.text().contains("raid"));
    let raid = raid.and_then(|raid| raid.id).expect("a card");
    let choice = town.meanwhile(by.clicks(raid, "Going")).await.unwrap();
    town.meanwhile(by.chooses(&choice, "Choose a group", &["tank".into()])).await.unwrap();
    town.pass(2 * SECOND).await;
    let owner = town.sandbox.guild_handle(guild_of(town, channel)).owner();
    let choice = town.meanwhile(owner.clicks(raid, "Going")).await.unwrap();
    town.meanwhile(owner.chooses(&choice, "Choose a group", &["tank".into()])).await.unwrap();
    town.pass(2 * SECOND).await;
    let panel = slash("event attendees", &[("event", "2".into())]).await;
    for (label, field, typed) in [("Message attendees", "text", "Bring figs."), ("Pick", "count", "1")] {
        let form = town.meanwhile(by.clicks(&panel, label)).await.unwrap();
        town.meanwhile(by.submits(&form, &[(field, typed)])).await.unwrap();
        town.pass(2 * SECOND).await;
    }
    // The words are of the hidden channel; what the theme is called staff everywhere may know.
    let preview = town.meanwhile(by.message_menu("Tag as feedback", message)).await.unwrap();
    town.meanwhile(by.clicks(&preview, "Add it in your own words")).await.unwrap();
    let form = town.meanwhile(by.clicks(&preview, "New theme")).await.unwrap();
    let preview = town.meanwhile(by.submits(&form, &[("title", "The winter plans")])).await.unwrap();
    press(&preview, "Save").await;
    let owner = town.sandbox.guild_handle(guild_of(town, channel)).owner();
    let given: [(&str, Given); 2] = [("setting", "suggestions".into()), ("value", channel.to_string().into())];
    town.meanwhile(owner.slash_hidden(channel, "setup set", &given)).await.unwrap();
    slash("suggest", &[("text", "Feed figs at noon".into())]).await;
    slash("suggest", &[("text", "Figs at noon to feed".into())]).await;
    slash("ama block", &[("member", (&owner).into()), ("session", format!("{mark} plans").into())]).await;
    // One that people check in at, which begins soon.
    let given: [(&str, Given); 3] =
        [("title", format!("{mark} fair").into()), ("starts", "in 50 minutes".into()), ("duration", "20h".into())];
    let preview = slash("event create", &given).await;
    press(&preview, "Publish").await;
    slash("event checkin", &[("event", format!("{mark} fair").into())]).await;
    town.pass(2 * SECOND).await;
    let fair = town.sandbox.messages(channel, &by).into_iter().rev().find(|shown| shown.labels().contains(&"Check in"));
    let fair = fair.and_then(|fair| fair.id).expect("a card");
    town.meanwhile(by.clicks(fair, "Check in")).await.unwrap();
    // Their own message is quoted.
    let form = town.meanwhile(owner.message_menu("Warn author…", message)).await.unwrap();
    let preview = town.meanwhile(owner.submits(&form, &[("reason", "Too loud.")])).await.unwrap();
    town.meanwhile(owner.clicks(&preview, "Confirm")).await.unwrap();
    town.pass(2 * SECOND).await;
    // Rules are of no channel; one is changed and one retired.
    for title in ["Be kind", "No ads"] {
        slash("rule add", &[("title", title.into())]).await;
    }
    // Somebody appeals a warning that is about a message there, and is asked something.
    let guild = town.sandbox.guild_handle(guild_of(town, channel));
    let fan = guild.person("fan", &[]);
    town.settled().await;
    // Talks are of no channel: a member with the staff, and two members with a mediator.
    slash("contact", &[]).await;
    slash("mediate start", &[("first", (&fan).into()), ("second", (&owner).into())]).await;
    let link = format!("https://discord.com/channels/{}/{channel}/{message}", guild.id());
    let given: [(&str, Given); 3] =
        [("member", (&fan).into()), ("reason", "Too loud.".into()), ("message", link.into())];
    let preview = town.meanwhile(owner.slash_hidden(channel, "warn", &given)).await.unwrap();
    town.meanwhile(owner.clicks(&preview, "Confirm")).await.unwrap();
    town.pass(2 * SECOND).await;
    let notice = town.sandbox.dms(&fan).pop().and_then(|notice| notice.id).expect("a notice");
    let form = town.meanwhile(fan.clicks(notice, "Appeal")).await.unwrap();
    town.meanwhile(fan.submits(&form, &[("text", "It was not me.")])).await.unwrap();
    town.pass(2 * SECOND).await;
    Planted { channel, message, by }
}

/// The server of a channel, as Discord has it.
fn guild_of(town: &Town, channel: ChannelId) -> steward::ids::GuildId {
    let id = channel.to_string();
    let has = |guild: &GuildHandle| guild.channels().iter().any(|one| one["id"] == id.as_str());
    let names: Vec<_> = town.app().discord.directory.names();
    let found = names.into_iter().map(|(guild, _)| guild).find(|guild| has(&town.sandbox.guild_handle(*guild)));
    found.expect("the server of a channel")
}

/// What the features answer to.
fn verbs() -> BTreeSet<String> {
    let routes = |feature: Feature| feature.routes.iter().map(move |route| format!("{}:{}", feature.name, route.verb));
    usual().into_iter().flat_map(routes).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn staff_learn_nothing_of_a_hidden_channel_or_another_server() {
    let ground = Ground::new().await;
    let controls = ground.inside(&ground.hidden).await;
    let helper = ground.town.helper("hedda");
    let all = rights::MANAGE_GUILD | rights::MANAGE_MESSAGES | rights::MODERATE_MEMBERS | rights::CREATE_EVENTS;
    let managers = ground.town.guild.role("Managers", all);
    let manager = ground.town.guild.person("magnus", &[managers]);
    ground.outside(&controls, &[helper, manager]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_sees_the_channel_reaches_everything_that_the_features_answer_to_and_a_member_nothing_of_it() {
    let ground = Ground::new().await;
    let reached = ground.inside(&ground.hidden).await;
    let unreached = std::fs::read_to_string(UNREACHED).unwrap();
    let excused: BTreeMap<&str, &str> = unreached.lines().filter_map(|line| line.split_once(' ')).collect();
    let all = verbs();
    let missing: Vec<&String> =
        all.iter().filter(|verb| !reached.contains_key(*verb) && !excused.contains_key(verb.as_str())).collect();
    assert!(missing.is_empty(), "controls that the walk does not reach: {missing:#?}");
    let needless: Vec<&&str> =
        excused.keys().filter(|verb| reached.contains_key(**verb) || !all.contains(**verb)).collect();
    assert!(needless.is_empty(), "reached or not there, and excused: {needless:?}");

    ground.outside(&reached, &[ground.town.member("ana")]).await;
}
