//! Every text that anybody can type, and what comes out of it anywhere: answers, direct messages,
//! channels, the mod log, edits. It stands there as it was typed and does nothing, and nothing grows over
//! a limit. The inputs are those that Discord was told of, so that a new command is tried by itself.

use std::fmt::Write;
use std::time::Duration;

use rstest::rstest;
use serde_json::Value;
use steward::ids::MessageId;
use steward::sandbox::{Answer, AnswerKind, Given, Person, rights};

use crate::support::hostile::{Sent, marked, sent};
use crate::support::scene::Scene;

/// A text that somebody types, by what it is about.
fn corpus() -> Vec<(&'static str, String)> {
    vec![
        ("mentions", "@everyone @here <@&1> <@1> <@!1> <#1> </note:1> <t:0:R> <:a:1> <a:b:1> <id:guide>".into()),
        ("links", "[free](https://evil.example) http://evil.example/?a=b_c <https://evil.example> discord.gg/evil <mailto:a@b.c>".into()),
        ("marks", "**b** __u__ ~~g~~ ||s|| `c` ```k``` *i* _i_ \\* \\\\* \\[a](b) [a]\\(b) ** `` || ~~ _ back\\".into()),
        ("blocks", "# T\n## T\n-# s\n> q\n>>> all\n- l\n1. l\n * l\n#\n```\nopen".into()),
        ("hidden", "l\u{202e}r\u{2066} z\u{200b}w\u{feff}\u{ad}j\u{200d}e \u{3164}\u{115f}\u{180e}\u{61c}\u{2060}\u{e0001}\u{e0061}.".into()),
        ("marks above", format!("a{} ñ ș ü \u{1f600}\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467} \u{1f1f2}\u{1f1e9}", "\u{301}".repeat(30))),
        ("line ends", "one\r\ntwo\rthree\u{2028}four\u{85}five\u{7}\u{1b}[31m\tsix\n\n\n\nseven".into()),
    ]
}

/// Fills an input to its limit, and swells when it is made safe.
const FLOOD: &str = "\u{202e}<@1>*\n";

/// At most so many UTF-16 units of a text.
fn cut(text: &str, most: usize) -> String {
    let mut left = most;
    text.chars()
        .take_while(|c| {
            left >= c.len_utf16() && {
                left -= c.len_utf16();
                true
            }
        })
        .collect()
}

/// One place where people type.
#[derive(Debug, Clone)]
struct Input {
    /// The command, the menu or the form.
    words: String,
    /// The option or the field.
    name: String,
    most: usize,
    /// The other options of the command.
    others: Vec<String>,
    suggests: bool,
    /// The setting, where it is the value of one.
    setting: Option<&'static str>,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Option,
    OfMember,
    OfMessage,
    /// Of a form that a button of the card for managers opens.
    OfCard,
}

/// Every option of text of every command.
fn options(scene: &Scene) -> Vec<Input> {
    let mut found = Vec::new();
    for command in scene.town.sandbox.commands() {
        let name = command["name"].as_str().unwrap().to_owned();
        let options = command["options"].as_array().cloned().unwrap_or_default();
        let (subcommands, own): (Vec<Value>, Vec<Value>) = options.into_iter().partition(|option| option["type"] == 1);
        let subcommands = subcommands.iter().map(|sub| {
            let options = sub["options"].as_array().cloned().unwrap_or_default();
            (format!("{name} {}", sub["name"].as_str().unwrap()), options)
        });
        for (words, options) in subcommands.chain([(name.clone(), own)]) {
            let named = |option: &Value| option["name"].as_str().unwrap().to_owned();
            for option in options
                .iter()
                .filter(|option| option["type"] == 3 && option["choices"].as_array().is_none_or(Vec::is_empty))
            {
                found.push(Input {
                    words: words.clone(),
                    name: named(option),
                    most: match (&*words, &*named(option)) {
                        // One of several that stand in it, and each has its own limit.
                        ("poll create" | "poll dates", "options") => 80,
                        // What is hidden in it counts as it is shown, and what is too long then is not repeated.
                        ("poll create" | "poll dates", "question") => 140,
                        ("ama create" | "ama edit" | "event create" | "event edit" | "event contest", "title") => 45,
                        ("event create" | "event edit", "description") => 900,
                        ("event create" | "event edit", "address") => 90,
                        ("event create" | "event edit", "groups") => 20,
                        _ => usize::try_from(option["max_length"].as_u64().unwrap_or(6_000)).unwrap(),
                    },
                    others: options.iter().filter(|other| *other != option).map(named).collect(),
                    suggests: option["autocomplete"] == true,
                    setting: None,
                    kind: Kind::Option,
                });
            }
        }
    }
    // Every setting reads its value by itself.
    let settings: Vec<&str> =
        scene.town.app().features().iter().flat_map(|feature| feature.settings).map(|one| one.name).collect();
    found
        .into_iter()
        .flat_map(|input| match &*input.words {
            "setup set" if input.name == "value" => {
                settings.iter().map(|setting| Input { setting: Some(setting), ..input.clone() }).collect()
            }
            _ => vec![input],
        })
        .collect()
}

/// Fields of a form.
fn fields(form: &Answer, words: &str, kind: Kind) -> Vec<Input> {
    let rows = form.modal.as_ref().unwrap()["components"].as_array().unwrap();
    let fields =
        rows.iter().map(|row| if row["component"].is_object() { &row["component"] } else { &row["components"][0] });
    let input = |field: &Value| Input {
        words: words.to_owned(),
        name: field["custom_id"].as_str().unwrap().to_owned(),
        most: usize::try_from(field["max_length"].as_u64().unwrap_or(4_000)).unwrap(),
        others: Vec::new(),
        suggests: false,
        setting: None,
        kind,
    };
    fields.map(input).collect()
}

/// A scene in which text goes in at one place and everything that comes out is looked at.
struct Lab {
    scene: Scene,
    inputs: Vec<Input>,
}

impl Lab {
    async fn new() -> Self {
        let scene = Scene::new().await;
        scene.set("ladder", "2 timeout 1h, 4 decide").await;
        let mut inputs = options(&scene);
        let (town, by) = (&scene.town, &scene.manager);
        let said = scene.bob.says(town.general, "Hello").unwrap();
        town.settled().await;
        for command in town.sandbox.commands() {
            let name = command["name"].as_str().unwrap();
            let (form, kind) = match command["type"].as_u64() {
                Some(2) => (by.user_menu(town.general, name, &scene.bob).await.unwrap(), Kind::OfMember),
                Some(3) => (by.message_menu(name, said).await.unwrap(), Kind::OfMessage),
                _ => continue,
            };
            if form.kind == AnswerKind::Form {
                inputs.extend(fields(&form, name, kind));
            }
        }
        let lab = Self { scene, inputs: Vec::new() };
        let card = lab.card(&lab.scene.town.member("card")).await;
        for label in ["Time out…", "Kick…", "Ban…"] {
            let form = lab.scene.manager.clicks(&card, label).await.unwrap();
            inputs.extend(fields(&form, label, Kind::OfCard));
        }
        Self { inputs, ..lab }
    }

    /// The card on which managers are asked about somebody.
    async fn card(&self, about: &Person) -> Answer {
        let given: [(&str, Given); 4] = [
            ("member", about.into()),
            ("reason", "Called a newcomer names.".into()),
            ("severity", 3.into()),
            ("notify", 2.into()),
        ];
        let preview = self.scene.slash(&self.scene.moderator, "warn", &given).await;
        self.scene.town.settled().await;
        self.scene.town.meanwhile(self.scene.moderator.clicks(&preview, "Confirm")).await.unwrap();
        let number = self.scene.town.number("SELECT max(number) FROM cases WHERE kind = 'warn'").await;
        self.scene.view(&self.scene.manager, number).await
    }

    /// Something for an option that is not the one under test.
    async fn other(&self, input: &Input, name: &str, about: &Person) -> Option<Given> {
        Some(match (&*input.words, name) {
            (_, "member" | "user" | "first") => about.into(),
            (_, "second") => (&self.scene.helper).into(),
            (_, "reason" | "text") => "Called a newcomer names.".into(),
            ("mass", "act") if input.name == "duration" => "timeout".into(),
            ("mass", "act") => "kick".into(),
            ("mass", "users") => about.id().to_string().into(),
            ("raid clean", "since") => "10m".into(),
            ("raid clean", "act") => "kick".into(),
            ("case list", _) => return None,
            ("timeout", "duration") => "1h".into(),
            ("rule add" | "rule edit", "title") => "Be kind".into(),
            ("rule edit", "number") => {
                self.scene.slash(&self.scene.manager, "rule add", &[("title", "Be kind".into())]).await;
                1.into()
            }
            (_, "number") => {
                let given: [(&str, Given); 3] =
                    [("member", about.into()), ("duration", "1h".into()), ("reason", "Flooded the channel.".into())];
                self.scene.slash(&self.scene.manager, "timeout", &given).await;
                self.scene.town.number("SELECT max(number) FROM cases").await.into()
            }
            ("ama clone" | "ama edit", "session") => {
                let given: [(&str, Given); 2] = [("title", "The winter plans".into()), ("host", about.into())];
                let preview = self.scene.slash(&self.scene.manager, "ama create", &given).await;
                self.presses(&preview, "Publish").await;
                self.scene.town.number("SELECT max(number) FROM ama_sessions").await.to_string().into()
            }
            ("event create", "title") => "The winter raid".into(),
            ("event contest", "title") => "The winter maps".into(),
            ("event contest", "closes") => "in 4 days".into(),
            ("event create" | "event move" | "event clone", "starts") => "in 4 days".into(),
            ("event clone" | "event edit" | "event move" | "event skip", "event") => {
                let given: [(&str, Given); 3] =
                    [("title", "The winter raid".into()), ("starts", "in 9 days".into()), ("repeat", "weekly".into())];
                let preview = self.scene.slash(&self.scene.manager, "event create", &given).await;
                self.presses(&preview, "Publish").await;
                self.scene.town.number("SELECT max(number) FROM events").await.to_string().into()
            }
            ("ama create", "title") => "The winter plans".into(),
            ("ama create", "host") => about.into(),
            (words, "theme" | "into") if words.starts_with("feedback ") => self.theme().await.into(),
            ("feedback status", "status") => 4.into(),
            ("tags rename", "tag") => "bug".into(),
            ("tags rename", "name") => "crash".into(),
            ("poll create" | "poll dates", "question") => "Which evening?".into(),
            ("poll create", "options") => "Friday; Saturday".into(),
            ("poll dates", "options") => "in 4 days; in 5 days".into(),
            ("poll extend", "closes") => "in 2 days".into(),
            ("poll extend" | "poll repeat", "poll") => self.poll().await.into(),
            ("survey send" | "survey results" | "survey export", "survey") => self.survey().await.into(),
            ("survey extend", "closes") => "in 2 days".into(),
            ("survey repeat" | "survey extend", "survey") => {
                let survey = self.survey().await;
                let given: [(&str, Given); 1] = [("survey", (&*survey).into())];
                let preview = self.scene.slash(&self.scene.manager, "survey send", &given).await;
                self.presses(&preview, "Publish").await;
                survey.into()
            }
            ("survey repeat" | "survey nps", "every") => "every month".into(),
            ("setup set", "setting") => input.setting.unwrap_or("ladder").into(),
            ("setup set", "value") => "none".into(),
            _ => return None,
        })
    }

    /// The text as it stands where several are taken apart.
    fn beside_another(input: &Input, text: &str) -> String {
        let alone = text.replace(['\n', '\r', ';'], " ");
        match &*input.words {
            "poll create" if input.name == "options" => format!("{alone}; Neither"),
            "poll dates" if input.name == "options" => format!("{alone}; in 4 days"),
            // A survey of this very title was made before, and would be found.
            words if words.starts_with("survey ") && input.name == "survey" => {
                let mut other = text.to_owned();
                let at = other.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
                other.remove(at);
                other.insert(at, '?');
                other
            }
            _ => text.to_owned(),
        }
    }

    /// Whoever was kicked or banned by what was typed before is a member again.
    fn comes_back(&self, about: &Person) {
        let guild = &self.scene.town.guild;
        if guild.is_banned(about) {
            guild.owner().unbans(about, "").unwrap();
        }
        if !guild.is_member(about) {
            about.joins(guild.id()).unwrap();
        }
    }

    /// Types a text, goes on to the end, reads everything about it, and gives back all that was sent.
    async fn types(&self, input: &Input, text: &str, about: &Person) -> Vec<Sent> {
        let (scene, town, by) = (&self.scene, &self.scene.town, &self.scene.manager);
        let text = &*Self::beside_another(input, text);
        self.comes_back(about);
        let mut given: Vec<(&str, Given)> = Vec::new();
        for other in &input.others {
            given.extend(self.other(input, other, about).await.map(|value| (other.as_str(), value)));
        }
        if input.words == "untimeout" {
            scene.town.guild.owner().times_out(about, Some(Duration::from_secs(600)), "").unwrap();
        }
        if input.words == "unban" {
            scene.town.guild.owner().bans(about, "").unwrap();
        }
        let card = if input.kind == Kind::OfCard { Some(self.card(about).await) } else { None };
        town.pass(Duration::from_secs(2)).await;
        town.sandbox.forget_requests();
        let before = town.number("SELECT coalesce(max(number), 0) FROM cases").await;
        let is_rule = input.words.starts_with("rule ");
        let numbered = !is_rule && given.iter().any(|(name, _)| *name == "number");

        let answer = match input.kind {
            Kind::Option => {
                if input.suggests {
                    by.autocomplete(town.general, &input.words, &input.name, text, &given).await.unwrap();
                }
                given.push((&input.name, text.into()));
                by.slash_hidden(town.general, &input.words, &given)
                    .await
                    .unwrap_or_else(|why| panic!("{input:?}: {why}"))
            }
            Kind::OfMember => {
                let form = by.user_menu(town.general, &input.words, about).await.unwrap();
                self.fills(&form, input, text).await
            }
            Kind::OfMessage => {
                // Their own message is a text of theirs as well.
                let said = about.says(town.general, text).unwrap();
                town.settled().await;
                let form = by.message_menu(&input.words, said).await.unwrap();
                self.fills(&form, input, text).await
            }
            Kind::OfCard => {
                let form = by.clicks(card.as_ref().unwrap(), &input.words).await.unwrap();
                self.fills(&form, input, text).await
            }
        };
        let mut done = answer;
        if done.labels().contains(&"Correct") {
            by.clicks(&done, "Correct").await.unwrap();
        }
        for label in ["Confirm", "Void and lift", "Publish"] {
            if done.labels().contains(&label) {
                done = self.presses(&done, label).await;
            }
        }
        if input.words == "lock" {
            scene.slash(by, "unlock", &[]).await;
        }
        town.pass(Duration::from_secs(2)).await;
        let read = if numbered { before } else { town.number("SELECT max(number) FROM cases").await };
        if numbered || read > before {
            let about = about.clone();
            for (words, given) in [
                ("case view", vec![("number", Given::from(read))]),
                ("case list", vec![("member", (&about).into())]),
                ("history", vec![("member", (&about).into())]),
            ] {
                scene.slash(by, words, &given).await;
            }
            self.comes_back(&about);
            about.slash_hidden(town.general, "mycases", &[]).await.unwrap();
        }
        if input.words.starts_with("poll") {
            self.reads_polls(about).await;
        }
        if input.words.starts_with("feedback") || input.words.starts_with("tags") {
            self.reads_feedback(&done).await;
        }
        if is_rule {
            scene.slash(by, "rules", &[("number", 1.into())]).await;
            scene.slash(by, "rule retire", &[("number", 1.into())]).await;
        }
        if input.words.starts_with("setup") {
            scene.slash(by, "setup show", &[]).await;
        }
        if done.labels().contains(&"Undo") {
            self.presses(&done, "Undo").await;
        }
        sent(&town.sandbox.requests())
    }

    /// The number of a poll that is open, as it is typed.
    async fn poll(&self) -> String {
        let given: [(&str, Given); 2] = [("question", "Which evening?".into()), ("options", "Friday; Saturday".into())];
        let preview = self.scene.slash(&self.scene.manager, "poll create", &given).await;
        self.presses(&preview, "Publish").await;
        self.scene.town.number("SELECT max(number) FROM polls").await.to_string()
    }

    /// Votes in every open poll, closes it, and looks at it wherever it can be seen.
    async fn reads_polls(&self, voter: &Person) {
        let (scene, town, by) = (&self.scene, &self.scene.town, &self.scene.manager);
        loop {
            let number = town.number("SELECT coalesce(max(number), 0) FROM polls WHERE state = 'open'").await;
            if number == 0 {
                break;
            }
            let poll = town.number("SELECT max(poll_id) FROM polls WHERE state = 'open'").await;
            let card =
                "SELECT message_id FROM polls JOIN cards ON cards.row_id = poll_id JOIN outbox ON outbox_id = order_id
                        WHERE cards.feature = 'polls' AND cards.purpose = 'card' AND polls.state = 'open'
                        ORDER BY poll_id DESC";
            let card = MessageId(town.number(card).await);
            for id in [format!("vote:1:{poll}:1"), format!("mine:1:{poll}"), format!("results:1:{poll}")] {
                town.meanwhile(voter.presses_custom_id(town.general, card, &format!("polls:{id}"))).await;
            }
            town.pass(Duration::from_secs(4)).await;
            let given: [(&str, Given); 1] = [("poll", number.to_string().into())];
            for words in ["poll close", "poll results", "poll export", "poll list"] {
                let given = if words == "poll list" { &given[..0] } else { &given[..] };
                town.meanwhile(by.slash_hidden(town.general, words, given)).await.unwrap();
            }
            town.pass(Duration::from_secs(2)).await;
        }
        scene.slash(by, "poll list", &[]).await;
    }

    /// The number of a new theme, as it is typed.
    async fn theme(&self) -> String {
        let given: [(&str, Given); 1] = [("text", "Somebody said so.".into())];
        let preview = self.scene.slash(&self.scene.manager, "feedback add", &given).await;
        let form = self.presses(&preview, "New theme").await;
        let number = self.scene.town.number("SELECT count(*) FROM feedback_themes").await;
        let title = format!("The {number} winter");
        let titled = self.scene.town.meanwhile(self.scene.manager.submits(&form, &[("title", &title)])).await.unwrap();
        self.presses(&titled, "Save").await;
        self.scene.town.number("SELECT max(number) FROM feedback_themes").await.to_string()
    }

    /// Saves what is shown, where that can be, and looks at themes and tags wherever they can be seen.
    async fn reads_feedback(&self, shown: &Answer) {
        let (scene, by) = (&self.scene, &self.scene.manager);
        if shown.labels().contains(&"New theme") {
            let form = self.presses(shown, "New theme").await;
            let titled = scene.town.meanwhile(by.submits(&form, &[("title", "The winter")])).await.unwrap();
            self.presses(&titled, "Save").await;
        }
        let number = scene.town.number("SELECT coalesce(max(number), 0) FROM feedback_themes").await.to_string();
        if number != "0" {
            scene.slash(by, "feedback theme", &[("theme", number.as_str().into())]).await;
        }
        for words in ["feedback list", "feedback export", "tags list"] {
            scene.slash(by, words, &[]).await;
        }
    }

    /// The number of a survey that can be sent, as it is typed.
    async fn survey(&self) -> String {
        let text = "title = \"How was it?\"\n[[question]]\nkind = \"rating\"\ntext = \"How was it?\"\n";
        let file = Given::File { name: "survey.toml".into(), bytes: text.into() };
        self.scene.slash(&self.scene.manager, "survey create", &[("file", file)]).await;
        format!("#{}", self.scene.town.number("SELECT max(number) FROM surveys").await)
    }

    async fn presses(&self, on: &Answer, label: &str) -> Answer {
        let town = &self.scene.town;
        town.settled().await;
        let pressed = town.meanwhile(self.scene.manager.clicks(on, label)).await.unwrap();
        town.pass(Duration::from_secs(2)).await;
        pressed.now()
    }

    async fn fills(&self, form: &Answer, input: &Input, text: &str) -> Answer {
        let rows = form.modal.as_ref().unwrap()["components"].to_string();
        let mut typed = vec![(input.name.as_str(), text)];
        if input.name != "reason" && rows.contains("\"reason\"") {
            typed.push(("reason", "Called a newcomer names."));
        }
        if input.name != "duration" && rows.contains("\"duration\"") {
            typed.push(("duration", "1h"));
        }
        let sent = self.scene.town.meanwhile(self.scene.manager.submits(form, &typed)).await;
        sent.unwrap_or_else(|why| panic!("{input:?}: {why}"))
    }
}

/// These texts between marks, as few as an input of this length can take at once.
fn packed(texts: &[(&str, String)], most: usize) -> Vec<String> {
    let mut packed: Vec<String> = Vec::new();
    for (_, text) in texts {
        let text = marked(&cut(text, most - 2));
        match packed.last_mut().filter(|last| long(last) + long(&text) <= most) {
            Some(last) => last.push_str(&text),
            None => packed.push(text),
        }
    }
    packed
}

fn long(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// Into so many parts everything that can be typed into is divided, for a test each.
const PARTS: usize = 4;

/// Types these texts everywhere in this part.
async fn typed_everywhere(part: usize, texts: impl Fn(&Input) -> Vec<String>) {
    let lab = Lab::new().await;
    assert!(lab.inputs.len() > 20, "only {} inputs", lab.inputs.len());
    let mut wrong = String::new();
    let mut number = 0;
    for input in lab.inputs.iter().skip(part).step_by(PARTS) {
        let mut seen = 0;
        for text in texts(input) {
            number += 1;
            let about = lab.scene.town.member(&format!("person{number}"));
            for sent in lab.types(input, &text, &about).await {
                seen += sent.typed().count();
                for acts in sent.acts() {
                    writeln!(wrong, "{} {}: {acts} in {}: {:?}", input.words, input.name, sent.place, sent.raw)
                        .unwrap();
                }
                if sent.place.ends_with("allowed_mentions parse") || sent.place.ends_with("allowed_mentions users") {
                    writeln!(wrong, "{} {}: somebody is notified: {sent:?}", input.words, input.name).unwrap();
                }
            }
        }
        if seen == 0 {
            writeln!(wrong, "{} {}: nothing of it came out", input.words, input.name).unwrap();
        }
        for violation in lab.scene.town.sandbox.violations() {
            writeln!(wrong, "{} {}: {violation}", input.words, input.name).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_is_typed_anywhere_does_nothing_where_it_is_shown(#[values(0, 1, 2, 3)] part: usize) {
    const { assert!(PARTS == 4) };
    let corpus = corpus();
    typed_everywhere(part, |input| packed(&corpus, input.most)).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn however_much_is_typed_anywhere_everything_fits(#[values(0, 1, 2, 3)] part: usize) {
    const { assert!(PARTS == 4) };
    typed_everywhere(part, |input| vec![marked(&cut(&FLOOD.repeat(input.most), input.most - 2))]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn names_of_servers_people_and_channels_do_nothing_either() {
    let scene = Scene::new().await;
    let town = &scene.town;
    for (what, text) in corpus() {
        let village = town.sandbox.guild(&marked(&cut(&text, 98)));
        let square = village.channel("square");
        let rank = village.role("Managers", rights::MANAGE_GUILD | rights::MODERATE_MEMBERS | rights::MANAGE_MESSAGES);
        let by = village.person("magnus", &[rank]);
        let about = village.person(&marked(&cut(&text, 30)), &[]);
        village.rename_channel(square, &marked(&cut(&text, 98)));
        town.settled().await;
        by.says(square, "Hello").unwrap();
        about.says(square, "Hello").unwrap();
        town.settled().await;
        town.sandbox.forget_requests();

        let form = by.user_menu(square, "Warn…", &about).await.unwrap();
        let preview = by.submits(&form, &[("reason", "Called a newcomer names.")]).await.unwrap();
        town.meanwhile(by.clicks(&preview, "Confirm")).await.unwrap();
        for words in ["digest setup", "digest preview", "digest now", "stats server", "setup show", "case list"] {
            by.slash(square, words, &[]).await.unwrap();
        }
        about.slash(square, "mycases", &[]).await.unwrap();
        let log: (&str, Given) = ("setting", "mod_log".into());
        by.slash(square, "setup set", &[log.clone(), ("value", square.to_string().into())]).await.unwrap();
        by.autocomplete(square, "setup set", "value", "", &[log]).await.unwrap();
        town.pass(Duration::from_secs(2)).await;

        let sent = sent(&town.sandbox.requests());
        let places: usize = sent.iter().map(|sent| sent.typed().count()).sum();
        assert!(places >= 5, "{what}: only {places}");
        for sent in sent {
            assert_eq!(sent.acts(), Vec::<String>::new(), "{what}: {sent:?}");
        }
    }
}
