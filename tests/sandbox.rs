//! The local Discord under a real client: serenity connects, hears events and answers, and every
//! event it is sent must parse.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::{Value, json};
use serenity::all::{
    Client, Context, CreateActionRow, CreateAllowedMentions, CreateAutocompleteResponse, CreateButton, CreateCommand,
    CreateCommandOption, CreateInputText, CreateInteractionResponse, CreateInteractionResponseFollowup,
    CreateInteractionResponseMessage, CreateMessage, CreateModal, CreateSelectMenu, CreateSelectMenuKind,
    CreateSelectMenuOption, EditInteractionResponse, Event, GatewayIntents, Http, HttpBuilder, InputTextStyle,
    Interaction, InteractionContext, LightMethod, RawEventHandler, Request, Route,
};
use steward::clock::{Clock, Timestamp};
use steward::ids::ChannelId;
use steward::sandbox::{AnswerKind, Given, GuildHandle, Overwrite, Person, Sandbox, rights};

use crate::support::loopback;

const SOON: Duration = Duration::from_secs(10);

/// What the client heard: names and, for messages, their text.
#[derive(Default, Clone)]
struct Heard(Arc<Mutex<Vec<String>>>);

impl Heard {
    fn all(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }

    fn note(&self, what: impl Into<String>) {
        self.0.lock().unwrap().push(what.into());
    }

    async fn until(&self, what: &str) {
        let search = async {
            while !self.all().iter().any(|one| one == what) {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        let found = tokio::time::timeout(SOON, search).await;
        assert!(found.is_ok(), "never heard {what:?}, only {:?}", self.all());
    }
}

struct Handler {
    heard: Heard,
    sandbox: Sandbox,
}

#[serenity::async_trait]
impl RawEventHandler for Handler {
    async fn raw_event(&self, ctx: Context, event: Event) {
        let name = event.name().unwrap_or_else(|| "?".into());
        match event {
            Event::Unknown(unknown) => {
                self.sandbox.violation(&format!("did not parse: {}", unknown.kind));
                self.heard.note(unknown.kind);
            }
            Event::MessageCreate(event) => self.heard.note(format!("MESSAGE {}", event.message.content)),
            Event::InteractionCreate(event) => {
                if let Err(error) = answer(&ctx.http, event.interaction).await {
                    self.heard.note(format!("ERROR {error}"));
                }
            }
            _ => {}
        }
        self.heard.note(name);
    }
}

fn message(text: &str) -> CreateInteractionResponseMessage {
    CreateInteractionResponseMessage::new().content(text).allowed_mentions(CreateAllowedMentions::new())
}

/// A small bot that does a bit of everything.
async fn answer(http: &Http, interaction: Interaction) -> serenity::Result<()> {
    match interaction {
        Interaction::Command(command) => match command.data.name.as_str() {
            "hello" => {
                let row = CreateActionRow::Buttons(vec![
                    CreateButton::new("more").label("More"),
                    CreateButton::new("no").label("No").disabled(true),
                ]);
                let reply = message(&format!("Hello <@{}>", command.user.id)).ephemeral(true).components(vec![row]);
                command.create_response(http, CreateInteractionResponse::Message(reply)).await
            }
            "twice" => {
                command.create_response(http, CreateInteractionResponse::Message(message("first"))).await?;
                command.create_response(http, CreateInteractionResponse::Message(message("second"))).await
            }
            "slow" => {
                command.defer_ephemeral(http).await?;
                command.edit_response(http, EditInteractionResponse::new().content("done at last")).await?;
                let more = CreateInteractionResponseFollowup::new().content("and more").ephemeral(true);
                command.create_followup(http, more).await.map(drop)
            }
            "form" | "Note…" => {
                let input = CreateInputText::new(InputTextStyle::Short, "Reason", "reason").min_length(3);
                let form = CreateModal::new("form", "Why?").components(vec![CreateActionRow::InputText(input)]);
                command.create_response(http, CreateInteractionResponse::Modal(form)).await
            }
            "everything" => {
                let found = &command.data.resolved;
                let counts = [found.users.len(), found.roles.len(), found.channels.len(), found.attachments.len()];
                let text = format!("{} options, resolved {counts:?}", command.data.options().len());
                let users = CreateSelectMenu::new("who", CreateSelectMenuKind::User { default_users: None });
                let options = vec![CreateSelectMenuOption::new("Red", "r"), CreateSelectMenuOption::new("Blue", "b")];
                let colours = CreateSelectMenu::new("colour", CreateSelectMenuKind::String { options });
                let rows = vec![
                    CreateActionRow::SelectMenu(users.placeholder("Choose a person")),
                    CreateActionRow::SelectMenu(colours.placeholder("Choose a colour").max_values(2)),
                ];
                let reply = message(&text).components(rows);
                command.create_response(http, CreateInteractionResponse::Message(reply)).await
            }
            "Quote" => {
                let quoted =
                    command.data.resolved.messages.values().next().map(|m| m.content.clone()).unwrap_or_default();
                let reply = message(&format!("quoted: {quoted}"));
                command.create_response(http, CreateInteractionResponse::Message(reply)).await
            }
            _ => Ok(()),
        },
        Interaction::Component(press) if matches!(press.data.custom_id.as_str(), "who" | "colour") => {
            let reply = message(&format!("chosen: {:?}", press.data.kind)).ephemeral(true);
            press.create_response(http, CreateInteractionResponse::Message(reply)).await
        }
        Interaction::Component(press) => {
            let reply = CreateInteractionResponse::UpdateMessage(
                message(&format!("pressed {}", press.data.custom_id)).components(vec![]),
            );
            press.create_response(http, reply).await
        }
        Interaction::Modal(form) => {
            form.create_response(http, CreateInteractionResponse::Message(message("thanks").ephemeral(true))).await
        }
        Interaction::Autocomplete(typing) => {
            let choices = CreateAutocompleteResponse::new().add_string_choice("Last week", "last");
            typing.create_response(http, CreateInteractionResponse::Autocomplete(choices)).await
        }
        _ => Ok(()),
    }
}

pub struct Scene {
    pub sandbox: Sandbox,
    pub town: GuildHandle,
    pub general: ChannelId,
    pub ana: Person,
    heard: Heard,
    pub http: Arc<Http>,
    client: tokio::task::JoinHandle<()>,
}

impl Drop for Scene {
    fn drop(&mut self) {
        self.client.abort();
    }
}

pub async fn scene() -> Scene {
    let sandbox = Sandbox::start(Clock::manual(Timestamp(1_795_159_960_000)), loopback::any()).await.unwrap();
    sandbox.record(true);
    let town = sandbox.guild("Town");
    let general = town.channel("general");
    let ana = town.person("ana", &[]);
    let heard = Heard::default();
    let http = HttpBuilder::new(sandbox.token()).proxy(sandbox.url()).ratelimiter_disabled(true).build();
    let intents = GatewayIntents::non_privileged() | GatewayIntents::GUILD_MEMBERS;
    let handler = Handler { heard: heard.clone(), sandbox: sandbox.clone() };
    let mut client =
        serenity::client::ClientBuilder::new_with_http(http, intents).raw_event_handler(handler).await.unwrap();
    assert!(client.ws_url.lock().await.starts_with(&sandbox.url().replacen("http", "ws", 1)));
    let http = Arc::clone(&client.http);
    register(&http).await;
    let client = tokio::spawn(async move { drop(run(&mut client).await) });
    heard.until("GUILD_CREATE").await;
    Scene { sandbox, town, general, ana, heard, http, client }
}

async fn run(client: &mut Client) -> serenity::Result<()> {
    client.start().await
}

async fn register(http: &Http) {
    use serenity::all::{Command, CommandOptionType, CommandType};
    let period = CreateCommandOption::new(CommandOptionType::String, "period", "Which").set_autocomplete(true);
    let member = CreateCommandOption::new(CommandOptionType::User, "member", "Who").required(true);
    http.get_current_application_info().await.map(|info| http.set_application_id(info.id)).unwrap();
    let plain = ["hello", "twice", "slow", "form", "silent"].map(|name| CreateCommand::new(name).description("x"));
    let mut commands = plain.to_vec();
    commands.push(CreateCommand::new("stats").description("x").add_option(period));
    commands.push(
        CreateCommand::new("warn")
            .description("x")
            .add_option(member)
            .default_member_permissions(serenity::all::Permissions::MODERATE_MEMBERS),
    );
    commands.push(CreateCommand::new("Note…").kind(CommandType::User));
    commands.push(CreateCommand::new("Quote").kind(CommandType::Message));
    let kinds = [
        ("user", CommandOptionType::User),
        ("role", CommandOptionType::Role),
        ("channel", CommandOptionType::Channel),
        ("either", CommandOptionType::Mentionable),
        ("file", CommandOptionType::Attachment),
        ("whole", CommandOptionType::Integer),
        ("number", CommandOptionType::Number),
        ("yes", CommandOptionType::Boolean),
    ];
    let options = kinds.into_iter().map(|(name, kind)| CreateCommandOption::new(kind, name, "x"));
    let everything = CreateCommand::new("everything").description("x").set_options(options.collect());
    commands.push(everything.contexts(vec![InteractionContext::Guild]));
    Command::set_global_commands(http, commands).await.unwrap();
}

impl Scene {
    fn is_clean(&self) {
        assert_eq!(self.sandbox.violations(), Vec::<String>::new());
    }
}

#[tokio::test]
async fn everything_people_do_reaches_the_bot_and_parses() {
    let scene = scene().await;
    let bob = scene.town.person("bob", &[scene.town.role("Mods", rights::KICK_MEMBERS | rights::BAN_MEMBERS)]);
    let lounge = scene.town.voice_channel("lounge");
    let first = scene.ana.says(scene.general, "hi").unwrap();
    let answer = bob.replies(first, "hello").unwrap();
    bob.reacts(first, "👍").unwrap();
    scene.ana.edits(first, "hi!").unwrap();
    scene.ana.joins_voice(lounge).unwrap();
    scene.ana.deafens(true).unwrap();
    scene.ana.leaves_voice().unwrap();
    bob.deletes(answer).unwrap();
    bob.times_out(&scene.ana, Some(Duration::from_secs(60)), "calm down").unwrap_err();
    bob.kicks(&scene.ana, "spam").unwrap();
    scene.ana.joins(scene.town.id()).unwrap();
    bob.bans(&scene.ana, "").unwrap();
    bob.unbans(&scene.ana, "").unwrap();
    scene.town.delete_channel(lounge);
    for event in [
        "GUILD_MEMBER_ADD",
        "MESSAGE_CREATE",
        "MESSAGE_REACTION_ADD",
        "MESSAGE_UPDATE",
        "VOICE_STATE_UPDATE",
        "MESSAGE_DELETE",
        "GUILD_MEMBER_REMOVE",
        "GUILD_AUDIT_LOG_ENTRY_CREATE",
        "GUILD_BAN_ADD",
        "GUILD_BAN_REMOVE",
        "CHANNEL_DELETE",
        "GUILD_ROLE_CREATE",
    ] {
        scene.heard.until(event).await;
    }
    // No content intent: the text stays with Discord.
    scene.heard.until("MESSAGE ").await;
    assert!(!scene.heard.all().contains(&"MESSAGE hi".to_owned()));
    scene.is_clean();
}

#[tokio::test]
async fn a_command_is_answered_and_its_buttons_work() {
    let scene = scene().await;
    let answer = scene.ana.slash(scene.general, "hello", &[]).await.unwrap();
    assert!(answer.ephemeral && answer.kind == AnswerKind::Message);
    assert_eq!(answer.text(), "Hello @ana\n[More] [No (disabled)]");
    assert!(scene.ana.clicks(&answer, "No").await.is_err());
    let bob = scene.town.person("bob", &[]);
    assert!(bob.clicks(&answer, "More").await.is_err(), "an ephemeral message is for one person");
    let pressed = scene.ana.clicks(&answer, "More").await.unwrap();
    assert_eq!((pressed.kind, pressed.text()), (AnswerKind::Update, "pressed more"));
    scene.is_clean();
}

#[tokio::test]
async fn thinking_is_waited_for_and_followed_up() {
    let scene = scene().await;
    let answer = scene.ana.slash(scene.general, "slow", &[]).await.unwrap();
    assert!(answer.deferred && answer.ephemeral);
    assert_eq!(answer.text(), "done at last");
    assert_eq!(answer.followup().await.unwrap().text(), "and more");
    scene.is_clean();
}

#[tokio::test]
async fn forms_menus_and_suggestions_go_round() {
    let scene = scene().await;
    let form = scene.ana.slash(scene.general, "form", &[]).await.unwrap();
    assert_eq!(form.text(), "Form: Why?\nReason *:");
    assert!(scene.ana.submits(&form, &[("Reason", "x")]).await.is_err());
    assert_eq!(scene.ana.submits(&form, &[("Reason", "because")]).await.unwrap().text(), "thanks");
    let menu = scene.ana.user_menu(scene.general, "Note…", &scene.ana).await.unwrap();
    assert_eq!(menu.kind, AnswerKind::Form);
    let choices = scene.ana.autocomplete(scene.general, "stats", "period", "la", &[]).await.unwrap();
    assert_eq!(choices[0].name, "Last week");
    scene.is_clean();
}

#[tokio::test]
async fn the_client_checks_before_it_sends() {
    let scene = scene().await;
    let hidden = scene.ana.slash(scene.general, "warn", &[("member", (&scene.ana).into())]).await;
    assert!(hidden.unwrap_err().0.contains("hidden"));
    let owner = scene.town.owner();
    assert!(owner.slash(scene.general, "warn", &[]).await.unwrap_err().0.contains("required"));
    assert!(owner.slash(scene.general, "warn", &[("member", "ana".into())]).await.is_err());
    let secret = scene.town.private_channel("secret", &[]);
    assert!(scene.ana.says(secret, "psst").is_err());
    scene.is_clean();
}

#[tokio::test]
async fn a_second_answer_is_refused() {
    let scene = scene().await;
    assert_eq!(scene.ana.slash(scene.general, "twice", &[]).await.unwrap().text(), "first");
    scene.heard.until("ERROR Interaction has already been acknowledged.").await;
    assert!(scene.sandbox.violations()[0].contains("/twice was answered twice"));
    scene.sandbox.expected(|violation| violation.contains("answered twice"));
    scene.is_clean();
}

#[tokio::test]
async fn an_interaction_without_an_answer_is_a_violation() {
    let scene = scene().await;
    let answer = scene.ana.slash(scene.general, "silent", &[]).await.unwrap();
    assert!(answer.failed && answer.text() == "The application did not respond");
    assert_eq!(scene.sandbox.violations(), ["interaction: /silent by ana was not answered within 3 s"]);
}

#[tokio::test]
async fn a_cut_connection_is_resumed_and_nothing_is_lost() {
    let scene = scene().await;
    scene.sandbox.gateway().drop();
    for number in 0..20 {
        scene.ana.says(scene.general, &format!("{number} <@{}>", scene.town.bot_id())).unwrap();
    }
    scene.heard.until("RESUMED").await;
    for number in 0..20 {
        scene.heard.until(&format!("MESSAGE {number} <@{}>", scene.town.bot_id())).await;
    }
    let progress = scene.sandbox.progress();
    assert_eq!((progress.identifies, progress.resumes, progress.ready), (1, 1, 1));
    scene.is_clean();
}

#[tokio::test]
async fn op_7_and_a_resumable_op_9_resume() {
    let scene = scene().await;
    scene.sandbox.gateway().reconnect();
    assert!(scene.sandbox.until(SOON, |progress| progress.resumes == 1 && progress.connected).await);
    scene.ana.says(scene.general, "still there?").unwrap();
    scene.heard.until("MESSAGE ").await;
    scene.is_clean();
}

#[tokio::test]
async fn broken_limits_are_refused_as_discord_refuses_them() {
    let scene = scene().await;
    let channel: serenity::all::ChannelId = scene.general.into();
    let refused = channel.send_message(&scene.http, CreateMessage::new().content("x".repeat(2_000))).await;
    assert!(refused.is_ok());
    let body = serde_json::json!({"content": "x".repeat(2_001)});
    let refused = scene.http.send_message(channel, Vec::new(), &body).await.unwrap_err();
    let serenity::Error::Http(serenity::http::HttpError::UnsuccessfulRequest(response)) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!((response.status_code.as_u16(), response.error.code), (400, 50_035));
    assert_eq!(response.error.errors[0].path, "content");
    assert!(scene.sandbox.violations()[0].contains("content BASE_TYPE_MAX_LENGTH"));
}

#[tokio::test]
async fn an_unknown_route_is_404_and_a_violation() {
    let scene = scene().await;
    scene.http.get_emojis((scene.town.id()).into()).await.unwrap_err();
    assert!(scene.sandbox.violations()[0].contains("unknown route GET /guilds/"));
}

#[tokio::test]
async fn planned_faults_meet_the_next_requests() {
    let scene = scene().await;
    let channel: serenity::all::ChannelId = scene.general.into();
    let say = |text: &'static str| channel.say(&scene.http, text);
    let route = "POST /channels/*/messages";
    scene.sandbox.faults().fail(route, 1, 500, 0);
    scene.sandbox.faults().fail_after_applying(route, 1, 502);
    scene.sandbox.faults().reset(route, 1);
    scene.sandbox.faults().rate_limit(route, 1, 1.5, true);
    for text in ["not done", "done all the same", "cut", "too fast"] {
        assert!(say(text).await.is_err(), "{text}");
    }
    let held = scene.sandbox.faults().hold(route);
    let (_, sent) = tokio::join!(
        async {
            held.arrived().await;
            assert_eq!(scene.sandbox.progress().open_requests, 1);
            held.apply().await;
        },
        say("held"),
    );
    sent.unwrap();
    let texts: Vec<String> =
        scene.sandbox.messages(scene.general, &scene.ana).iter().map(|m| m.content.clone()).collect();
    assert_eq!(texts, ["done all the same", "held"]);
    assert_eq!(scene.sandbox.calls(route).len(), 5);
    scene.is_clean();
}

#[tokio::test]
async fn closed_dms_and_missing_permissions_have_discord_s_codes() {
    let scene = scene().await;
    let user: serenity::all::UserId = scene.ana.id().into();
    let dm = user.create_dm_channel(&scene.http).await.unwrap();
    dm.say(&scene.http, "open").await.unwrap();
    scene.ana.closes_dms();
    assert!(dm.say(&scene.http, "closed").await.unwrap_err().to_string().contains("Cannot send messages to this user"));
    assert_eq!(scene.sandbox.dms(&scene.ana).len(), 1);
    scene.town.bot_permissions(0);
    let kicked = scene.http.kick_member(scene.town.id().into(), user, None).await;
    assert!(kicked.unwrap_err().to_string().contains("Missing Permissions"));
    scene.is_clean();
}

#[tokio::test]
async fn events_are_doubled_held_back_and_sent_out_of_order() {
    let scene = scene().await;
    let bot = format!("<@{}>", scene.town.bot_id());
    let gateway = scene.sandbox.gateway();
    gateway.duplicate("MESSAGE_CREATE");
    scene.ana.says(scene.general, &format!("twice {bot}")).unwrap();
    scene.heard.until(&format!("MESSAGE twice {bot}")).await;
    gateway.hold();
    scene.ana.says(scene.general, &format!("first {bot}")).unwrap();
    scene.ana.says(scene.general, &format!("second {bot}")).unwrap();
    assert!(scene.sandbox.progress().holding);
    gateway.release_reversed();
    scene.heard.until(&format!("MESSAGE first {bot}")).await;
    scene.heard.until(&format!("MESSAGE second {bot}")).await;
    let messages: Vec<String> = scene.heard.all().into_iter().filter(|one| one.starts_with("MESSAGE ")).collect();
    assert_eq!(messages.iter().filter(|one| one.contains("twice")).count(), 2);
    scene.is_clean();
}

#[tokio::test]
async fn an_event_that_does_not_parse_is_a_violation() {
    let scene = scene().await;
    scene.sandbox.gateway().send_raw("GUILD_MEMBER_UPDATE", &serde_json::json!({"guild_id": null}));
    scene.sandbox.gateway().send_raw("SOMETHING_NEW", &serde_json::json!({}));
    scene.heard.until("SOMETHING_NEW").await;
    let seen = scene.sandbox.violations();
    assert!(seen.iter().any(|one| one.contains("GUILD_MEMBER_UPDATE")), "{seen:?}");
}

#[tokio::test]
async fn an_outage_is_no_removal() {
    let scene = scene().await;
    scene.sandbox.gateway().guild_unavailable(scene.town.id());
    scene.heard.until("GUILD_DELETE").await;
    scene.sandbox.gateway().guild_available(scene.town.id());
    assert!(scene.sandbox.progress().connected);
    scene.town.remove_bot();
    let channel: serenity::all::ChannelId = scene.general.into();
    assert!(channel.say(&scene.http, "hello?").await.unwrap_err().to_string().contains("Missing Access"));
    scene.is_clean();
}

#[tokio::test]
async fn a_session_that_is_over_is_identified_anew() {
    let scene = scene().await;
    scene.sandbox.gateway().invalidate(false);
    assert!(scene.sandbox.until(2 * SOON, |progress| progress.ready == 2 && progress.connected).await);
    assert_eq!(scene.sandbox.progress().identifies, 2);
    scene.is_clean();
}

#[tokio::test]
async fn intents_that_are_switched_off_close_with_4014() {
    let sandbox = Sandbox::start(Clock::system(), loopback::any()).await.unwrap();
    sandbox.privileged_intents(0);
    let intents = GatewayIntents::GUILDS | GatewayIntents::GUILD_MEMBERS;
    let http = || HttpBuilder::new(sandbox.token()).proxy(sandbox.url()).ratelimiter_disabled(true).build();
    let mut client = serenity::client::ClientBuilder::new_with_http(http(), intents).await.unwrap();
    let error = tokio::time::timeout(SOON, client.start()).await.unwrap().unwrap_err();
    assert!(error.to_string().contains("isallowed"), "{error}");
    assert_eq!(sandbox.violations(), Vec::<String>::new());
    // Coming back without having changed anything is a mistake.
    let mut client = serenity::client::ClientBuilder::new_with_http(http(), intents).await.unwrap();
    tokio::time::timeout(SOON, client.start()).await.unwrap().unwrap_err();
    assert!(sandbox.violations()[0].contains("IDENTIFY after the connection was closed with 4014"));
}

#[tokio::test]
async fn a_token_that_was_taken_back_is_401_and_asking_on_is_a_violation() {
    let scene = scene().await;
    scene.sandbox.faults().refuse_token(true);
    scene.http.get_current_user().await.unwrap_err();
    scene.is_clean();
    scene.http.get_current_user().await.unwrap_err();
    assert!(scene.sandbox.violations()[0].contains("after a 401"));
}

#[tokio::test]
async fn the_token_of_an_interaction_lives_fifteen_minutes() {
    let scene = scene().await;
    scene.ana.slash(scene.general, "hello", &[]).await.unwrap();
    let token = scene.sandbox.calls("POST /interactions/*/*/callback")[0].path.split('/').nth(3).unwrap().to_owned();
    let more = serde_json::json!({"content": "more"});
    scene.sandbox.clock().advance(Duration::from_secs(15 * 60));
    scene.http.create_followup_message(&token, &more, Vec::new()).await.unwrap();
    scene.sandbox.clock().advance(Duration::from_millis(1));
    let late = scene.http.create_followup_message(&token, &more, Vec::new()).await.unwrap_err();
    assert!(late.to_string().contains("Invalid Webhook Token"), "{late}");
    scene.is_clean();
}

#[tokio::test]
async fn the_same_nonce_makes_one_message() {
    let scene = scene().await;
    let channel: serenity::all::ChannelId = scene.general.into();
    let body = serde_json::json!({"content": "once", "nonce": "outbox-7", "enforce_nonce": true});
    let first = scene.http.send_message(channel, Vec::new(), &body).await.unwrap();
    let second = scene.http.send_message(channel, Vec::new(), &body).await.unwrap();
    assert_eq!(first.id, second.id);
    scene.sandbox.clock().advance(Duration::from_secs(600));
    let third = scene.http.send_message(channel, Vec::new(), &body).await.unwrap();
    assert_ne!(first.id, third.id);
    scene.is_clean();
}

#[tokio::test]
async fn nobody_acts_against_the_order_of_roles() {
    let scene = scene().await;
    let above = scene.town.role("Boss", 0);
    let boss = scene.town.person("boss", &[above]);
    scene.town.place_role(above, 99);
    let kick = |person: &Person| scene.http.kick_member(scene.town.id().into(), person.id().into(), None);
    assert!(kick(&boss).await.unwrap_err().to_string().contains("Missing Permissions"));
    assert!(kick(&scene.town.owner()).await.unwrap_err().to_string().contains("Missing Permissions"));
    kick(&scene.ana).await.unwrap();
    assert!(!scene.town.is_member(&scene.ana));
    let entry = &scene.sandbox.audit_log(scene.town.id())[0];
    assert_eq!(
        (entry["action_type"].as_u64(), entry["user_id"].as_str()),
        (Some(20), Some(&*scene.town.bot_id().to_string()))
    );
    scene.is_clean();
}

#[tokio::test]
async fn a_held_request_is_carried_out_even_if_its_sender_is_gone() {
    let scene = scene().await;
    let held = scene.sandbox.faults().hold("POST /channels/*/messages");
    let (http, channel) = (Arc::clone(&scene.http), serenity::all::ChannelId::from(scene.general));
    let sender = tokio::spawn(async move { channel.say(&http, "last words").await });
    held.arrived().await;
    sender.abort();
    assert!(sender.await.is_err());
    held.apply().await;
    assert_eq!(scene.sandbox.messages(scene.general, &scene.ana)[0].text(), "last words");
    scene.is_clean();
}

#[tokio::test]
async fn tampered_presses_reach_the_bot() {
    let scene = scene().await;
    let answer = scene.ana.slash(scene.general, "hello", &[]).await.unwrap();
    let pressed = scene.ana.presses_custom_id(scene.general, &answer, "never:offered:9").await;
    assert_eq!(pressed.text(), "pressed never:offered:9");
    assert_eq!(scene.ana.submits_custom_id(scene.general, "ancient", &[("a", "b")]).await.text(), "thanks");
    scene.is_clean();
}

fn poll(question: &str, answers: &[&str], multi: bool, hours: u64) -> Value {
    let answers: Vec<Value> = answers.iter().map(|text| json!({"poll_media": {"text": text}})).collect();
    json!({"poll": {"question": {"text": question}, "answers": answers, "allow_multiselect": multi, "duration": hours}})
}

#[tokio::test]
async fn people_vote_in_a_poll_until_its_time_is_over() {
    let scene = scene().await;
    let bob = scene.town.person("bob", &[]);
    let body = poll("Which day?", &["Monday", "Tuesday", "Never"], false, 1);
    let made = scene.http.send_message(scene.general.into(), Vec::new(), &body).await.unwrap();
    let shown = |at: usize| scene.sandbox.messages(scene.general, &scene.ana)[at].text().to_owned();
    let expiry = made.poll.as_ref().and_then(|poll| poll.expiry).unwrap();
    assert_eq!(expiry.unix_timestamp() * 1_000, scene.sandbox.clock().now().millis() + 3_600_000);
    bob.votes_in_poll(made.id.into(), "Monday").unwrap();
    bob.votes_in_poll(made.id.into(), "Tuesday").unwrap();
    scene.ana.votes_in_poll(made.id.into(), "Monday").unwrap();
    scene.ana.takes_back_vote(made.id.into()).unwrap();
    assert_eq!(shown(0), "Which day?\n○ Monday: 0\n○ Tuesday: 1\n○ Never: 0\n1 vote, ends in 1 hour");
    assert!(
        scene.ana.takes_back_vote(made.id.into()).is_err() && scene.ana.votes_in_poll(made.id.into(), "May").is_err()
    );
    scene.heard.until("MESSAGE_POLL_VOTE_REMOVE").await;

    let second = Route::ChannelPollGetAnswerVoters {
        channel_id: scene.general.into(),
        message_id: made.id,
        answer_id: serde_json::from_value(json!(2)).unwrap(),
    };
    let voters: Value = scene.http.fire(Request::new(second, LightMethod::Get)).await.unwrap();
    assert_eq!(
        (voters["users"][0]["id"].as_str(), voters["users"].as_array().unwrap().len()),
        (Some(&*bob.id().to_string()), 1)
    );

    scene.sandbox.clock().advance(Duration::from_secs(3_600));
    assert!(scene.ana.votes_in_poll(made.id.into(), "Never").is_err());
    assert_eq!(shown(0), "Which day?\n○ Monday: 0\n○ Tuesday: 1\n○ Never: 0\n1 vote, ended");
    assert_eq!(shown(1), "The poll “Which day?” has closed: Tuesday, 1 of 1 vote");
    scene.heard.until("MESSAGE_UPDATE").await;
    let ended = scene.http.get_message(scene.general.into(), made.id).await.unwrap();
    assert!(ended.poll.and_then(|poll| poll.results).unwrap().is_finalized);
    let expire = Route::ChannelPollExpire { channel_id: scene.general.into(), message_id: made.id };
    let again = scene.http.fire::<Value>(Request::new(expire, LightMethod::Post)).await.unwrap_err();
    assert!(again.to_string().contains("Poll expired"), "{again}");
    scene.is_clean();
}

#[tokio::test]
async fn a_poll_is_ended_by_hand_and_never_rewritten() {
    let scene = scene().await;
    let channel: serenity::all::ChannelId = scene.general.into();
    let body = poll("Which?", &["A", "B"], true, 768);
    let made = scene.http.send_message(channel, Vec::new(), &body).await.unwrap();
    let bob = scene.town.person("bob", &[]);
    for answer in ["A", "B"] {
        bob.votes_in_poll(made.id.into(), answer).unwrap();
    }
    let edit = scene.http.edit_message(channel, made.id, &json!({"content": "new"}), Vec::new()).await;
    assert!(edit.unwrap_err().to_string().contains("Cannot edit a poll message"));
    let expire =
        |message_id| Request::new(Route::ChannelPollExpire { channel_id: channel, message_id }, LightMethod::Post);
    let ended: Value = scene.http.fire(expire(made.id)).await.unwrap();
    assert_eq!(ended["poll"]["results"]["is_finalized"], true);
    assert_eq!(ended["poll"]["results"]["answer_counts"][1], json!({"id": 2, "count": 1, "me_voted": false}));
    let plain = channel.say(&scene.http, "no poll").await.unwrap();
    let refused = scene.http.fire::<Value>(expire(plain.id)).await.unwrap_err();
    assert!(refused.to_string().contains("Cannot expire a non-poll message"), "{refused}");
    let shown: Vec<String> = scene.sandbox.messages(scene.general, &bob).iter().map(|m| m.text().to_owned()).collect();
    assert_eq!(shown[0], "Which?\n□ A: 1\n□ B: 1\n2 votes, ended");
    assert_eq!(shown[1], "The poll “Which?” has closed: 2 votes, no winner");
    assert_eq!(scene.sandbox.next(), Some(Timestamp(made.timestamp.unix_timestamp() * 1_000 + 768 * 3_600_000)));

    let bot = scene.town.bot_id().get();
    let no_polls = Overwrite { id: bot, of_member: true, allow: 0, deny: rights::SEND_POLLS };
    scene.town.set_overwrites(scene.general, &[no_polls]);
    let refused = scene.http.send_message(channel, Vec::new(), &body).await;
    assert!(refused.unwrap_err().to_string().contains("Missing Permissions"));
    scene.is_clean();
}

fn event(name: &str, starts: &str, ends: Option<&str>) -> Value {
    json!({"name": name, "privacy_level": 2, "entity_type": 3, "scheduled_start_time": starts, "scheduled_end_time": ends,
        "entity_metadata": {"location": "Park"}, "description": "With bread."})
}

#[tokio::test]
async fn events_stand_on_the_list_are_changed_and_go() {
    let scene = scene().await;
    let guild: serenity::all::GuildId = scene.town.id().into();
    let (starts, ends) = ("2026-12-01T18:00:00Z", Some("2026-12-01T19:00:00Z"));
    let made = scene.http.create_scheduled_event(guild, &event("Picnic", starts, ends), Some("poll 1")).await.unwrap();
    scene.heard.until("GUILD_SCHEDULED_EVENT_CREATE").await;
    let clock = scene.sandbox.clock().now();
    let (soon, later) = (clock.plus(Duration::from_secs(60)), clock.plus(Duration::from_secs(120)));
    scene.town.owner().schedules("Walk", soon, later, "Hill").unwrap();
    assert!(scene.ana.schedules("Walk", soon, later, "Hill").is_err(), "members may not");
    assert_eq!(scene.http.get_scheduled_events(guild, false).await.unwrap().len(), 2);
    let change = json!({"name": "Big picnic"});
    let changed = scene.http.edit_scheduled_event(guild, made.id, &change, None).await.unwrap();
    assert_eq!((changed.name.as_str(), changed.description.as_deref()), ("Big picnic", Some("With bread.")));
    assert_eq!(
        scene.town.events()[1],
        "Big picnic\nTuesday, 1 December 2026 18:00 to Tuesday, 1 December 2026 19:00\nat Park, by Steward\nWith bread."
    );
    scene.sandbox.gateway().guild_unavailable(scene.town.id());
    scene.sandbox.gateway().guild_available(scene.town.id());
    scene.http.delete_scheduled_event(guild, made.id).await.unwrap();
    scene.heard.until("GUILD_SCHEDULED_EVENT_DELETE").await;
    let actions = scene.sandbox.audit_log(scene.town.id());
    let actions: Vec<u64> = actions.iter().filter_map(|entry| entry["action_type"].as_u64()).collect();
    assert_eq!(actions, [100, 100, 101, 102]);
    scene.is_clean();
}

#[tokio::test]
async fn events_are_held_to_permissions_and_limits() {
    let scene = scene().await;
    let guild: serenity::all::GuildId = scene.town.id().into();
    let starts = "2026-12-01T18:00:00Z";
    let voice = scene.town.voice_channel("talk").to_string();
    let text = scene.general.to_string();
    for (wrong, body) in [
        ("end_time", event("No end", starts, None)),
        ("start_time", event("Past", "2026-11-01T18:00:00Z", Some("2026-12-01T19:00:00Z"))),
        ("end_time", event("Backwards", starts, Some("2026-12-01T17:00:00Z"))),
        ("name", event("", starts, Some("2026-12-01T19:00:00Z"))),
        ("name", event(&"x".repeat(101), starts, Some("2026-12-01T19:00:00Z"))),
        ("channel_id", json!({"name": "x", "privacy_level": 2, "entity_type": 2, "scheduled_start_time": starts})),
        (
            "channel_id",
            json!({"name": "x", "privacy_level": 2, "entity_type": 2, "scheduled_start_time": starts, "channel_id": text}),
        ),
        (
            "entity_metadata",
            json!({"name": "x", "privacy_level": 2, "entity_type": 3, "scheduled_start_time": starts,
            "scheduled_end_time": "2026-12-01T19:00:00Z"}),
        ),
    ] {
        scene.http.create_scheduled_event(guild, &body, None).await.unwrap_err();
        let seen = scene.sandbox.violations().pop().unwrap_or_default();
        assert!(seen.contains("scheduled-events") && seen.contains(wrong), "{wrong}: {seen}");
    }
    scene.sandbox.expected(|one| one.contains("scheduled-events"));
    let fine =
        json!({"name": "x", "privacy_level": 2, "entity_type": 2, "scheduled_start_time": starts, "channel_id": voice});
    scene.http.create_scheduled_event(guild, &fine, None).await.unwrap();
    for _ in 1..100 {
        scene.http.create_scheduled_event(guild, &fine, None).await.unwrap();
    }
    let full = scene.http.create_scheduled_event(guild, &fine, None).await.unwrap_err();
    assert!(full.to_string().contains("Maximum number"), "{full}");
    scene.town.bot_permissions(rights::VIEW_CHANNEL);
    let refused = scene.http.create_scheduled_event(guild, &fine, None).await.unwrap_err();
    assert!(refused.to_string().contains("Missing Permissions"), "{refused}");
}

#[tokio::test]
async fn options_of_every_kind_and_menus_arrive() {
    let scene = scene().await;
    let role = scene.town.role("Red team", 0);
    let file = Given::File { name: "cases.csv".into(), bytes: b"number".to_vec() };
    let answer = scene
        .ana
        .slash(
            scene.general,
            "everything",
            &[
                ("user", scene.ana.clone().into()),
                ("role", role.into()),
                ("channel", scene.general.into()),
                ("either", scene.town.owner().into()),
                ("file", file),
                ("whole", 7.into()),
                ("number", 1.5.into()),
                ("yes", true.into()),
            ],
        )
        .await
        .unwrap();
    assert_eq!(answer.text(), "8 options, resolved [2, 1, 1, 1]\n(Choose a person)\n(Choose a colour: Red | Blue)");
    let chosen = scene.ana.chooses(&answer, "Choose a person", &[(&scene.ana).into()]).await.unwrap();
    assert!(chosen.ephemeral && chosen.content.contains(&scene.ana.id().to_string()), "{}", chosen.text());
    let chosen = scene.ana.chooses(&answer, "colour", &["Red".into(), "Blue".into()]).await.unwrap();
    assert!(chosen.text().contains(r#"values: ["r", "b"]"#), "{}", chosen.text());
    assert!(scene.ana.chooses(&answer, "colour", &["Green".into()]).await.is_err());
    let message = scene.ana.says(scene.general, "remember this").unwrap();
    assert_eq!(scene.ana.message_menu("Quote", message).await.unwrap().text(), "quoted: remember this");
    scene.is_clean();
}

#[tokio::test]
async fn commands_work_in_direct_messages_where_they_are_offered() {
    let scene = scene().await;
    let dm = scene.ana.dm();
    assert_eq!(scene.ana.slash(dm, "hello", &[]).await.unwrap().content, format!("Hello {}", scene.ana.mention()));
    assert!(scene.ana.slash(dm, "everything", &[]).await.is_err());
    scene.is_clean();
}

#[tokio::test]
async fn threads_and_other_guilds_parse_too() {
    let scene = scene().await;
    let thread = scene.ana.opens_thread(scene.general, "talk", None).unwrap();
    scene.town.owner().says(thread, "here").unwrap();
    scene.heard.until("THREAD_CREATE").await;
    scene.heard.until("THREAD_MEMBERS_UPDATE").await;
    scene.sandbox.guild("Village").channel("market");
    scene.town.set_roles(&scene.ana, &[scene.town.role("Red team", 0)]);
    scene.heard.until("GUILD_MEMBER_UPDATE").await;
    scene.heard.until("CHANNEL_CREATE").await;
    scene.is_clean();
}

#[tokio::test]
async fn posts_in_forums_parse_too() {
    let scene = scene().await;
    let forum = scene.town.forum_with_tags("ideas", &["Idea"]);
    let post = |body: Value| {
        let route = Route::ChannelThreads { channel_id: forum.into() };
        let body = Some(body.to_string().into_bytes());
        scene.http.fire::<Value>(Request::new(route, LightMethod::Post).body(body))
    };
    let refused = post(json!({"name": "A map", "message": {"content": "Please."}})).await;
    assert!(refused.is_err_and(|why| why.to_string().contains("tag is required")));
    let tag = scene.town.channels().into_iter().find(|channel| channel["name"] == "ideas").expect("the forum");
    let tag = &tag["available_tags"][0]["id"];
    let made = post(json!({"name": "A map", "applied_tags": [tag], "message": {"content": "Please."}})).await.unwrap();
    assert_eq!((&made["message"]["id"], &made["applied_tags"]), (&made["id"], &json!([tag])));
    scene.heard.until("THREAD_CREATE").await;
    scene.heard.until("MESSAGE Please.").await;
    scene.is_clean();
}

#[tokio::test]
async fn what_the_audit_log_notes_parses() {
    let scene = scene().await;
    let (guild, owner) = (scene.town.id().into(), scene.town.owner());
    let role = scene.town.role("Red team", 0);
    owner.times_out(&scene.ana, Some(Duration::from_secs(600)), "calm down").unwrap();
    assert!(scene.ana.says(scene.general, "but").is_err());
    owner.times_out(&scene.ana, None, "").unwrap();
    scene.http.add_member_role(guild, scene.ana.id().into(), role.into(), Some("case 1")).await.unwrap();
    scene.http.remove_member_role(guild, scene.ana.id().into(), role.into(), None).await.unwrap();
    let first = scene.ana.says(scene.general, "one").unwrap();
    let second = scene.ana.says(scene.general, "two").unwrap();
    owner.deletes(scene.ana.says(scene.general, "three").unwrap()).unwrap();
    let both = serde_json::json!({"messages": [first.to_string(), second.to_string()]});
    scene.http.delete_messages(scene.general.into(), &both, None).await.unwrap();
    scene.heard.until("MESSAGE_DELETE_BULK").await;
    assert_eq!(scene.town.timed_out_until(&scene.ana), None);
    let log = scene.sandbox.audit_log(scene.town.id());
    let actions: Vec<u64> = log.iter().filter_map(|entry| entry["action_type"].as_u64()).collect();
    assert_eq!(actions, [24, 24, 25, 25, 72, 73]);
    let heard = || scene.heard.all().iter().filter(|one| *one == "GUILD_AUDIT_LOG_ENTRY_CREATE").count();
    while heard() < actions.len() && scene.sandbox.violations().is_empty() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    scene.is_clean();
}
