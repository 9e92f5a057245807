//! The bot's requests and the local Discord's answers, held to Discord's own description.
//!
//! `DISCORD_OPENAPI` names the file; without it there is nothing to compare with, which the test says.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::time::Duration;

use jsonschema::error::ValidationErrorKind;
use jsonschema::{ValidationError, Validator};
use serde_json::{Map, Value, json};
use serenity::all::{CreateAttachment, CreateMessage, LightMethod, Request, Route, UserId};
use steward::clock::Timestamp;
use steward::features;
use steward::sandbox::{Exchange, rights};

use crate::scenarios::door;
use crate::support::town::Town;

/// Departures of these exchanges from the description: of requests that were carried out, and of every
/// answer. Empty is good.
pub fn departures(openapi: &Value, exchanges: &[Exchange]) -> Vec<String> {
    let mut description = Description { openapi, known: BTreeMap::new() };
    let mut found: Vec<String> = exchanges.iter().flat_map(|one| description.departures(one)).collect();
    found.sort();
    found.dedup();
    found
}

/// The description with the validators made so far.
struct Description<'d> {
    openapi: &'d Value,
    known: BTreeMap<(String, bool), Validator>,
}

impl Description<'_> {
    fn departures(&mut self, one: &Exchange) -> Vec<String> {
        let Some(template) = one.template else { return Vec::new() };
        let method = one.method.to_lowercase();
        let place = format!("{} {template}", one.method);
        let operation = &self.openapi["paths"][template][&method];
        if operation.is_null() {
            return vec![format!("{place}: not in the description")];
        }
        let base = format!("#/paths/{}/{method}", template.replace('/', "~1"));
        let mut found = parameters(operation, one, &place);
        let accepted = (200..300).contains(&one.status);
        if accepted && !one.body.is_null() {
            let schema = format!("{base}/requestBody/content/application~1json/schema");
            if operation["requestBody"]["content"]["application/json"].is_object() {
                found.extend(
                    self.check(&schema, &one.body, true).into_iter().map(|wrong| format!("{place} asked: {wrong}")),
                );
            } else if one.body != json!({}) {
                found.push(format!("{place} asked: takes no body, got {}", one.body));
            }
        }
        let status = one.status.to_string();
        if accepted && operation["responses"][&status].is_null() {
            found.push(format!("{place} answered: {status} is not described"));
        }
        if !one.answer.is_null() {
            let described = if accepted { status } else { "4XX".to_owned() };
            let schema = format!("{base}/responses/{described}/content/application~1json/schema");
            if operation["responses"][&described]["content"]["application/json"].is_object() {
                let wrong = self.check(&schema, &one.answer, false);
                found.extend(wrong.into_iter().map(|wrong| format!("{place} answered: {wrong}")));
            }
        }
        found
    }

    fn check(&mut self, pointer: &str, value: &Value, asked: bool) -> Vec<String> {
        let validator = match self.known.entry((pointer.to_owned(), asked)) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(free) => free.insert(validator(self.openapi, pointer, asked)),
        };
        validator.iter_errors(value).map(|error| explain(&error)).collect()
    }
}

/// Query parameters that the operation does not name, or lacks.
fn parameters(operation: &Value, one: &Exchange, place: &str) -> Vec<String> {
    let described: Vec<&Value> = operation["parameters"].as_array().into_iter().flatten().collect();
    let named = |name: &str| described.iter().any(|parameter| parameter["name"] == name && parameter["in"] == "query");
    let unknown = one.query.iter().filter(|(name, _)| !named(name));
    let mut found: Vec<String> = unknown.map(|(name, _)| format!("{place} asked: no parameter {name}")).collect();
    for parameter in described.iter().filter(|parameter| parameter["in"] == "query" && parameter["required"] == true) {
        if !one.query.iter().any(|(name, _)| parameter["name"] == **name) {
            found.push(format!("{place} asked: without {}", parameter["name"]));
        }
    }
    found
}

/// A validator for one schema, with those it refers to beside it.
fn validator(openapi: &Value, pointer: &str, asked: bool) -> Validator {
    let mut root = openapi.pointer(pointer.trim_start_matches('#')).cloned().expect("a schema of the description");
    let mut schemas = Map::new();
    let mut open = references(&root);
    while let Some(name) = open.pop() {
        if !schemas.contains_key(&name) {
            let schema = openapi["components"]["schemas"][&name].clone();
            open.extend(references(&schema));
            schemas.insert(name, schema);
        }
    }
    let mut schemas = Value::Object(schemas);
    if asked {
        soften(&mut root);
        soften(&mut schemas);
        // The documentation's own upload example sends `"id": 0`.
        if schemas["SnowflakeType"].is_object() {
            schemas["SnowflakeType"] = json!({"anyOf": [schemas["SnowflakeType"], {"type": "integer", "minimum": 0}]});
        }
    }
    let schema = json!({"allOf": [root], "components": {"schemas": schemas}});
    jsonschema::draft202012::new(&schema).expect("a schema")
}

/// Names of the schemas that a schema refers to.
fn references(schema: &Value) -> Vec<String> {
    match schema {
        Value::Array(items) => items.iter().flat_map(references).collect(),
        Value::Object(fields) => {
            let own = fields.get("$ref").and_then(Value::as_str);
            let own = own.and_then(|target| target.strip_prefix("#/components/schemas/")).map(str::to_owned);
            own.into_iter().chain(fields.values().flat_map(references)).collect()
        }
        _ => Vec::new(),
    }
}

/// Permission bits are integers in the description and strings in the documentation and in every
/// library; requests may send them as strings.
fn soften(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(soften),
        Value::Object(fields) => {
            for name in ["permissions", "default_member_permissions", "allow", "deny"] {
                let bits = fields.get_mut("properties").and_then(|properties| properties.get_mut(name));
                if let Some(bits) = bits.filter(|bits| bits["type"].to_string().contains("integer")) {
                    *bits = json!({"anyOf": [bits.take(), {"type": "string", "pattern": "^[0-9]+$"}]});
                }
            }
            fields.values_mut().for_each(soften);
        }
        _ => {}
    }
}

/// Where and what, in the alternative that was most likely meant.
fn explain(error: &ValidationError<'_>) -> String {
    if let ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context } = &error.kind {
        let wrong_kind = |errors: &Vec<ValidationError<'_>>| {
            let tagged = errors.iter().any(|one| one.instance_path.to_string().ends_with("/type"));
            let untyped = errors.iter().any(|one| {
                one.instance_path == error.instance_path && matches!(one.kind, ValidationErrorKind::Type { .. })
            });
            (tagged, untyped, errors.len())
        };
        if let Some(first) = context.iter().min_by_key(|errors| wrong_kind(errors)).and_then(|errors| errors.first()) {
            return explain(first);
        }
    }
    let text: String = error.to_string().chars().take(300).collect();
    format!("{}: {text}", error.instance_path)
}

fn description() -> Option<Value> {
    let file = std::env::var_os("DISCORD_OPENAPI")?;
    let text = std::fs::read_to_string(&file).expect("the file that DISCORD_OPENAPI names");
    Some(serde_json::from_str(&text).expect("JSON in the file that DISCORD_OPENAPI names"))
}

#[tokio::test]
async fn requests_and_answers_fit_discords_description() {
    let Some(openapi) = description() else {
        println!("DISCORD_OPENAPI names no description: nothing compared");
        return;
    };
    let scene = crate::sandbox::scene().await;
    let (http, town) = (&scene.http, &scene.town);
    let guild: serenity::all::GuildId = town.id().into();
    let channel: serenity::all::ChannelId = scene.general.into();
    let bob = town.person("bob", &[town.role("Mods", rights::KICK_MEMBERS)]);
    let user: UserId = bob.id().into();

    http.get_bot_gateway().await.unwrap();
    http.get_current_user().await.unwrap();
    http.get_guilds(None, None).await.unwrap();
    http.get_guild_with_counts(guild).await.unwrap();
    http.get_guild_roles(guild).await.unwrap();
    http.get_channels(guild).await.unwrap();
    http.get_guild_members(guild, Some(100), None).await.unwrap();
    http.get_member(guild, user).await.unwrap();
    http.get_member(guild, UserId::new(7)).await.unwrap_err();
    http.get_global_commands().await.unwrap();
    http.get_user(user).await.unwrap();

    let answered = scene.ana.says(scene.general, "hi <@1>").unwrap();
    let file = CreateAttachment::bytes("a;b\n", "list.csv").description("a list");
    let embed = serenity::all::CreateEmbed::new().title("Title").field("a", "b", true).image("attachment://list.csv");
    let sent = CreateMessage::new()
        .content("hello")
        .add_file(file)
        .embed(embed)
        .reference_message((channel, serenity::all::MessageId::from(answered)));
    let message = channel.send_message(http, sent).await.unwrap();
    message.react(http, '👍').await.unwrap();
    scene.ana.reacts(message.id.into(), "👍").unwrap();
    http.get_messages(channel, None, Some(10)).await.unwrap();
    http.get_message(channel, message.id).await.unwrap();
    http.edit_message(channel, message.id, &json!({"content": "hello again"}), Vec::new()).await.unwrap();
    let thread = json!({"name": "talk", "auto_archive_duration": 1440});
    http.create_thread_from_message(channel, message.id, &thread, None).await.unwrap();
    http.pin_message(channel, message.id, None).await.unwrap();
    http.delete_message(channel, message.id, None).await.unwrap();
    user.create_dm_channel(http).await.unwrap().say(http, "psst").await.unwrap();

    let answers = json!([{"poll_media": {"text": "Yes", "emoji": {"name": "👍"}}}, {"poll_media": {"text": "No"}}]);
    let poll = json!({"poll": {"question": {"text": "Bread?"}, "answers": answers, "duration": 1}});
    let poll = http.send_message(channel, Vec::new(), &poll).await.unwrap();
    scene.ana.votes_in_poll(poll.id.into(), "Yes").unwrap();
    let answer_id = serde_json::from_value(json!(1)).unwrap();
    let voters = Route::ChannelPollGetAnswerVoters { channel_id: channel, message_id: poll.id, answer_id };
    let voters = Request::new(voters, LightMethod::Get).params(Some(vec![("limit", "10".to_owned())]));
    http.fire::<Value>(voters).await.unwrap();
    let expire = Route::ChannelPollExpire { channel_id: channel, message_id: poll.id };
    http.fire::<Value>(Request::new(expire, LightMethod::Post)).await.unwrap();
    http.get_messages(channel, None, Some(10)).await.unwrap();
    let event = json!({"name": "Picnic", "privacy_level": 2, "entity_type": 3, "entity_metadata": {"location": "Park"},
        "scheduled_start_time": "2026-12-01T18:00:00Z", "scheduled_end_time": "2026-12-01T19:00:00Z"});
    let event = http.create_scheduled_event(guild, &event, None).await.unwrap();
    let voice = town.voice_channel("talk").to_string();
    let talk = json!({"name": "Talk", "privacy_level": 2, "entity_type": 2, "channel_id": voice,
        "scheduled_start_time": "2026-12-01T18:00:00Z"});
    http.create_scheduled_event(guild, &talk, None).await.unwrap();
    http.edit_scheduled_event(guild, event.id, &json!({"name": "Big picnic"}), None).await.unwrap();
    http.get_scheduled_event(guild, event.id, false).await.unwrap();
    http.get_scheduled_events(guild, false).await.unwrap();
    http.delete_scheduled_event(guild, event.id).await.unwrap();

    let until = json!({"communication_disabled_until": "2026-11-21T00:00:00Z"});
    http.edit_member(guild, user, &until, Some("case 1")).await.unwrap();
    let deny = json!({"allow": "0", "deny": rights::SEND_MESSAGES.to_string(), "type": 0});
    http.create_permission(channel, serenity::all::TargetId::new(guild.get()), &deny, None).await.unwrap();
    http.get_channel(channel).await.unwrap();
    let room = json!({"name": "room", "type": 0});
    http.create_channel(guild, &room, None).await.unwrap();
    // serenity's own call puts the seconds into the query, where Discord does not look for them.
    let ban = Route::GuildBan { guild_id: guild, user_id: user };
    let body = serde_json::to_vec(&json!({"delete_message_seconds": 3600})).unwrap();
    http.request(Request::new(ban, LightMethod::Put).body(Some(body))).await.unwrap();
    http.get_bans(guild, None, None).await.unwrap();
    http.remove_ban(guild, user, None).await.unwrap();
    let many = json!({"user_ids": [user.to_string()], "delete_message_seconds": 60});
    http.bulk_ban_users(guild, &many, None).await.unwrap();
    http.remove_ban(guild, user, None).await.unwrap();
    let open = json!({"invites_disabled_until": null, "dms_disabled_until": null});
    http.edit_guild_incident_actions(guild, &open).await.unwrap();
    http.get_audit_logs(guild, None, None, None, None).await.unwrap();

    let answer = scene.ana.slash(scene.general, "hello", &[]).await.unwrap();
    scene.ana.clicks(&answer, "More").await.unwrap();
    let answer = scene.ana.slash(scene.general, "slow", &[]).await.unwrap();
    answer.followup().await.unwrap();
    let form = scene.ana.slash(scene.general, "form", &[]).await.unwrap();
    scene.ana.submits(&form, &[("Reason", "because")]).await.unwrap();
    scene.ana.autocomplete(scene.general, "stats", "period", "la", &[]).await.unwrap();
    assert!(scene.sandbox.until(Duration::from_secs(5), |progress| progress.open_requests == 0).await);

    let found = departures(&openapi, &scene.sandbox.requests());
    assert!(found.is_empty(), "{} departures:\n{}", found.len(), found.join("\n"));
    assert_eq!(scene.sandbox.violations(), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_the_bot_asks_and_is_answered_fits_discords_description() {
    let Some(openapi) = description() else {
        println!("DISCORD_OPENAPI names no description: nothing compared");
        return;
    };
    let mut town = Town::without_bot(|_| {}).await;
    town.sandbox.record(true);
    town.features = || features::all().into_iter().chain([door::feature()]).collect();
    town.start().await;
    let (ana, bob) = (town.helper("ana"), town.member("bob"));

    let form = town.slash(&ana, "ring", &[]).await;
    ana.submits(&form, &[("Words", "ding")]).await.unwrap();
    let chime = town.slash(&ana, "chime", &[]).await;
    ana.chooses(&chime, "Which days", &["tue".into()]).await.unwrap();
    ana.autocomplete(town.general, "chime", "tune", "a", &[]).await.unwrap();
    ana.user_menu(town.general, "Greet…", &bob).await.unwrap();
    let zone = [("setting", "zone".into()), ("value", "Europe/Chisinau".into())];
    let changed = town.slash(&town.guild.owner(), "setup set", &zone).await;
    town.click(&town.guild.owner(), &changed, "Undo").await;
    for text in (0..12).map(|place| format!("note {place} with *marks* and {}", bob.mention())) {
        town.slash(&ana, "note", &[("member", (&bob).into()), ("text", text.into())]).await;
    }
    town.slash(&ana, "case view", &[("number", 1.into())]).await;
    town.slash(&ana, "case view", &[("number", 99.into())]).await;
    let list = town.slash(&ana, "case list", &[]).await;
    let list = town.click(&ana, &list, "Next").await;
    town.click(&ana, &list, "Previous").await;
    bob.says(town.general, "Hello").unwrap();
    let figures = town.slash(&bob, "stats server", &[]).await;
    town.click(&bob, &figures, "What is this?").await;
    town.click(&bob, &figures, "Post here").await;
    bob.submits_custom_id(town.general, "moderation:note:0:1", &[("text", "old")]).await;
    town.settled().await;

    let found = departures(&openapi, &town.sandbox.requests());
    assert!(found.is_empty(), "{} departures:\n{}", found.len(), found.join("\n"));
}

#[test]
fn departures_are_found_and_explained() {
    let Some(openapi) = description() else { return };
    let exchange = |body: Value, answer: Value| Exchange {
        method: "POST".into(),
        path: "/users/@me/channels".into(),
        template: Some("/users/@me/channels"),
        query: vec![("nonsense".into(), "1".into())],
        at: Timestamp(0),
        body,
        reason: None,
        status: 200,
        answer,
    };
    let found = departures(&openapi, &[exchange(json!({"recipient_id": true}), json!({"id": "1"}))]);
    assert!(found.iter().any(|one| one.contains("no parameter nonsense")), "{found:?}");
    assert!(found.iter().any(|one| one.contains("asked: /recipient_id")), "{found:?}");
    assert!(found.iter().any(|one| one.contains("answered")), "{found:?}");
}
