//! Whom staff may do something to, by what holds at that moment: levels, the order of roles, the
//! owner, bots, people who are not here. The whole table is in `tests/authorize.rs`; here it meets
//! a server with its roles, and Discord's own answers.

use std::time::Duration;

use serde_json::json;
use serenity::http::{LightMethod, Request, Route};
use steward::discord::access::authorize::{Action, Presence, Refused, feasible};
use steward::discord::access::level::Level;
use steward::discord::access::people;
use steward::discord::access::people::Person as Known;
use steward::discord::client::directory::Rank;
use steward::discord::client::rest::Refusal;
use steward::error::Error;
use steward::features::moderation::actions as moderation;
use steward::i18n;
use steward::i18n::Locale;
use steward::ids::{MemberId, RoleId};
use steward::sandbox::{Given, Person, rights};

use crate::support::town::Town;

async fn note(town: &Town, by: &Person, about: &Person) -> String {
    let given: [(&str, Given); 2] = [("member", about.into()), ("text", "Knows the rules of chess.".into())];
    let answer = town.slash(by, "note", &given).await;
    assert!(answer.ephemeral, "{}", answer.text());
    answer.text().lines().next().unwrap_or_default().to_owned()
}

async fn known(town: &Town, person: &Person) -> Known {
    town.settled().await;
    people::fetch(town.app(), town.guild.id(), person.id()).await.expect("Discord answers")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn notes_are_written_about_colleagues_and_not_about_those_above() {
    let town = Town::new().await;
    let (helper, other, moderator) = (town.helper("hedda"), town.helper("hugo"), town.moderator("mona"));
    let gone = town.member("gina");
    gone.leaves(town.guild.id()).unwrap();

    for about in [&other, &gone, &town.guild.stranger("never")] {
        let saved = note(&town, &helper, about).await;
        assert!(saved.starts_with("Noted about"), "{saved}");
    }
    let noted = town.number("SELECT count(*) FROM cases").await;
    let bot = town.guild.bot("tunes", &[]);
    insta::assert_snapshot!(note(&town, &helper, &moderator).await, @"@mona stands on a higher level of the team than you. Ask someone of that level or the owner of the server.");
    insta::assert_snapshot!(note(&town, &helper, &helper).await, @"This would be about yourself, so someone else of the team has to do it.");
    insta::assert_snapshot!(note(&town, &helper, &bot).await, @"@tunes is a bot, which reads no warnings and needs no notes. Whoever manages the server can change or remove it under Server Settings → Integrations.");
    insta::assert_snapshot!(note(&town, &moderator, &town.guild.owner()).await, @"@owner of Town owns this server, and nothing is done to its owner through me. Talk to them directly.");
    let helper = helper.locale("ru");
    insta::assert_snapshot!(note(&town, &helper, &moderator).await, @"@mona стоит в команде на уровень выше вас. Обратитесь к кому-то этого уровня или к владельцу сервера.");
    let helper = helper.locale("ro");
    insta::assert_snapshot!(note(&town, &helper, &moderator).await, @"@mona are în echipă un nivel mai înalt decât tine. Cere-i cuiva de acel nivel sau proprietarului serverului.");

    assert_eq!(town.number("SELECT count(*) FROM cases").await, noted, "a refusal takes no number");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn staff_in_a_timeout_act_on_nobody() {
    let town = Town::new().await;
    let (helper, bob) = (town.helper("hedda"), town.member("bob"));
    town.guild.owner().times_out(&helper, Some(Duration::from_secs(600)), "").unwrap();
    town.settled().await;

    let given: [(&str, Given); 2] = [("member", (&bob).into()), ("text", "psst".into())];
    let refused = helper.slash_hidden(town.general, "note", &given).await.unwrap();
    assert!(refused.ephemeral && refused.text().starts_with("Only helpers"), "{}", refused.text());
    town.pass(Duration::from_secs(600)).await;
    let saved = note(&town, &helper, &bob).await;
    assert!(saved.starts_with("Noted about"), "{saved}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_note_asks_discord_nothing() {
    let town = Town::new().await;
    let (helper, bob) = (town.helper("hedda"), town.member("bob"));

    town.sandbox.faults().hang("GET /guilds/*/members/*", 4);
    let saved = note(&town, &helper, &bob).await;

    assert!(saved.starts_with("Noted about"), "who that is came with the command: {saved}");
    town.sandbox.faults().clear();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_discord_does_not_say_who_that_is_nothing_is_decided() {
    let town = Town::new().await;
    let bob = town.member("bob");
    let asked = async || {
        town.settled().await;
        match people::fetch(town.app(), town.guild.id(), bob.id()).await {
            Ok(person) => person.name,
            Err(Error::Told(message)) => i18n::plain(Locale::En, &message),
            Err(Error::Fault(error)) => panic!("{error:#}"),
        }
    };
    let member = "GET /guilds/*/members/*";

    town.sandbox.faults().fail(member, 1, 500, 0);
    assert_eq!(asked().await, "bob", "a passing failure is asked over");
    town.sandbox.faults().fail(member, 8, 503, 0);
    insta::assert_snapshot!(asked().await, @"Discord did not say in time who that is, so nothing was done. Try again in a moment.");
    town.sandbox.faults().clear();
    town.sandbox.faults().hang(member, 4);
    let before = steward::clock::monotonic();
    assert!(asked().await.contains("nothing was done"));
    assert!(before.elapsed() < Duration::from_secs(5), "within Discord's three seconds: {:?}", before.elapsed());
    town.sandbox.faults().clear();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_are_known_as_they_are_now() {
    let town = Town::new().await;
    let guild = &town.guild;
    let bob = town.member("bob");

    let plain = known(&town, &bob).await;
    assert_eq!((plain.name.as_str(), plain.timed_out_until), ("bob", None));
    assert_eq!((plain.standing.level, plain.standing.top), (Level::Everyone, Rank::EVERYONE));

    let helpers = guild.role("Helpers", rights::MANAGE_MESSAGES);
    let moderators = guild.role("Moderators", rights::MODERATE_MEMBERS);
    guild.set_roles(&bob, &[helpers, moderators]);
    let raised = known(&town, &bob).await.standing;
    assert_eq!(raised.level, Level::Moderator);
    assert_eq!(raised.top, Rank::new(2, moderators), "the highest of several roles");
    guild.set_roles(&bob, &[helpers]);
    assert_eq!(known(&town, &bob).await.standing.level, Level::Helper);

    let day = Duration::from_secs(86_400);
    guild.owner().times_out(&bob, Some(day), "").unwrap();
    let silent = known(&town, &bob).await;
    assert_eq!(silent.timed_out_until, Some(town.clock.now().plus(day)));
    assert!(
        silent.standing.timed_out && silent.standing.permissions.contains(serenity::all::Permissions::VIEW_CHANNEL)
    );
    assert_eq!((silent.standing.level, silent.standing.acting_level()), (Level::Helper, Level::Everyone));
    town.pass(day).await;
    let free = known(&town, &bob).await;
    assert_eq!((free.timed_out_until, free.standing.acting_level()), (None, Level::Helper));

    let owner = known(&town, &guild.owner()).await.standing;
    assert!(owner.owner && owner.admin() && owner.level == Level::Manager && owner.top == Rank::EVERYONE);
    let admins = guild.role("Admins", rights::ADMINISTRATOR);
    let admin = known(&town, &guild.person("anton", &[admins])).await.standing;
    assert!(admin.admin() && !admin.owner && admin.level == Level::Manager);

    bob.leaves(guild.id()).unwrap();
    let gone = known(&town, &bob).await;
    assert_eq!((gone.name.as_str(), gone.standing.presence), ("bob", Presence::Absent));
    assert_eq!(gone.standing.level, Level::Everyone);
    let robot = guild.bot("tunes", &[]);
    robot.leaves(guild.id()).unwrap();
    assert!(known(&town, &robot).await.standing.bot, "also of one who has left");
    match people::fetch(town.app(), guild.id(), MemberId(4)).await {
        Err(Error::Told(message)) => assert_eq!(message.key, "people-unknown"),
        other => panic!("nobody has that id: {other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_roles_at_one_position_the_older_stands_higher() {
    let town = Town::new().await;
    let (older, newer) = (town.guild.role("Older", 0), town.guild.role("Newer", 0));
    town.guild.place_role(newer, 1);
    town.guild.place_role(older, 1);
    let top = async |roles: &[RoleId]| known(&town, &town.guild.person("bob", roles)).await.standing.top;

    let (first, second, both) = (top(&[older]).await, top(&[newer]).await, top(&[newer, older]).await);
    assert!(first > second && second > Rank::EVERYONE);
    assert_eq!(both, first);
    assert!(top(&[]).await == Rank::EVERYONE);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_role_that_no_event_has_told_of_is_asked_for() {
    let town = Town::new().await;
    let bob = town.member("bob");
    town.settled().await;

    town.sandbox.gateway().hold();
    let moderators = town.guild.role("Moderators", rights::MODERATE_MEMBERS);
    town.guild.set_roles(&bob, &[moderators]);
    let raised = people::fetch(town.app(), town.guild.id(), bob.id()).await.unwrap().standing;
    town.sandbox.gateway().release();

    assert_eq!((raised.level, raised.top), (Level::Moderator, Rank::new(1, moderators)));
}

/// What Discord says when Steward does it.
async fn done(town: &Town, action: Action, member: MemberId) -> Result<(), Refusal> {
    let (guild_id, user_id) = (town.guild.id().into(), member.into());
    let request = match action.name {
        "timeout" => {
            let until = "2026-11-16T10:00:00Z";
            let body = json!({"communication_disabled_until": until}).to_string().into_bytes();
            Request::new(Route::GuildMember { guild_id, user_id }, LightMethod::Patch).body(Some(body))
        }
        "kick" => Request::new(Route::GuildMember { guild_id, user_id }, LightMethod::Delete),
        "ban" => {
            let body = Some(b"{}".to_vec());
            Request::new(Route::GuildBan { guild_id, user_id }, LightMethod::Put).body(body)
        }
        other => panic!("{other} is not asked here"),
    };
    town.app().discord.rest.call(request).await.map(drop)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_said_beforehand_is_what_discord_would_answer() {
    let town = Town::new().await;
    let guild = &town.guild;
    let below = guild.role("Below", 0);
    let admins = guild.role("Admins", rights::ADMINISTRATOR);
    let above = guild.role("Above", 0);
    guild.place_role(above, 500);
    let every = rights::MODERATE_MEMBERS | rights::KICK_MEMBERS | rights::BAN_MEMBERS | rights::VIEW_CHANNEL;

    for (action, right) in [
        (moderation::TIMEOUT, rights::MODERATE_MEMBERS),
        (moderation::KICK, rights::KICK_MEMBERS),
        (moderation::BAN, rights::BAN_MEMBERS),
    ] {
        for permissions in [every, every & !right] {
            guild.bot_permissions(permissions);
            for (who, roles) in
                [("plain", vec![]), ("below", vec![below]), ("above", vec![above]), ("admin", vec![admins])]
            {
                let person = guild.person(who, &roles);
                let target = known(&town, &person).await.standing;
                let steward = people::steward(town.app(), guild.id()).await.unwrap();
                let said = feasible(action, Some(&target), &steward);
                let answer = done(&town, action, person.id()).await;
                // Steward protects administrators from more than Discord does.
                let more = action != moderation::TIMEOUT && matches!(said, Err(Refused::Administrator(_)));
                if !more {
                    let refused = answer.as_ref().err().map(Refusal::code);
                    let expected = said.err().map(|_| 50_013);
                    assert_eq!(refused, expected, "{action:?} of {who} with {permissions:b}: {said:?}");
                }
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refusal_of_discords_is_explained_by_name() {
    let town = Town::new().await;
    let guild = &town.guild;
    let bob = town.member("bob");
    let why = async |action, person: &Person, locale| {
        town.settled().await;
        let message = people::hindrance(town.app(), guild.id(), action, person.id()).await;
        i18n::say(locale, &message).as_str().to_owned()
    };

    guild.bot_permissions(rights::VIEW_CHANNEL);
    insta::assert_snapshot!(why(moderation::TIMEOUT, &bob, Locale::En).await, @"I lack the permission “Time out members” for that. Someone who manages the server can give it to my role under Server Settings → Roles; then try again.");
    insta::assert_snapshot!(why(moderation::KICK, &bob, Locale::Ru).await, @"Для этого у меня нет права «Выгонять, одобрять и отклонять участников». Тот, кто управляет сервером, может дать его моей роли: Настройки сервера → Роли; затем попробуйте снова.");
    insta::assert_snapshot!(why(moderation::BAN, &bob, Locale::Ro).await, @"Pentru asta îmi lipsește permisiunea „Interzice membri”. Cine administrează serverul o poate da rolului meu în setările serverului → Roluri; apoi încearcă din nou.");

    guild.bot_permissions(rights::VIEW_CHANNEL | rights::MODERATE_MEMBERS);
    let above = guild.role("Above", 0);
    guild.place_role(above, 500);
    let vip = guild.person("vip", &[above]);
    let said = why(moderation::TIMEOUT, &vip, Locale::En).await.replace(&vip.id().to_string(), "VIP");
    insta::assert_snapshot!(said, @"My highest role does not stand above that of <@VIP>, so Discord would not let me. Someone who manages the server can move my role up under Server Settings → Roles; then try again.");
    // Nothing stands in the way that could be seen.
    insta::assert_snapshot!(why(moderation::TIMEOUT, &bob, Locale::En).await, @"Discord did not let me do that. My role needs “Time out members”, and its place has to be above everyone it is done to: look under Server Settings → Roles, then try again.");
    town.sandbox.faults().fail("GET /guilds/*/members/*", 20, 503, 0);
    insta::assert_snapshot!(why(moderation::TIMEOUT, &bob, Locale::En).await, @"Discord did not let me do that. My role needs “Time out members”, and its place has to be above everyone it is done to: look under Server Settings → Roles, then try again.");
    town.sandbox.faults().clear();
}
