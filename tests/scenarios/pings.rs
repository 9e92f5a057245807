//! Calling many people at once, and counting them: told with a feature that does nothing else.

use std::time::Duration;

use poise::serenity_prelude as serenity;
use steward::discord::access::level::Level;
use steward::discord::access::member_count;
use steward::discord::interaction::context::Interaction;
use steward::discord::interaction::ping;
use steward::discord::ui::ping::Ping;
use steward::discord::ui::view::View;
use steward::error::Result;
use steward::feature::{Context, Feature};
use steward::ids::{ChannelId, RoleId};
use steward::sandbox::rights;
use steward::sandbox::rights::Overwrite;
use steward::sandbox::{Given, Person};
use steward::text::safe::Safe;

use crate::support::town::Town;

/// Calls people in this channel, or says what keeps that from being done in another one
#[poise::command(slash_command, custom_data = "Level::Everyone")]
async fn call(
    ctx: Context<'_>,
    #[description = "Whom"] role: serenity::RoleId,
    #[description = "Where"] channel: Option<serenity::ChannelId>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let ping = Ping::allowed(&interaction, channel.map_or(interaction.channel, ChannelId::from), role.into())?;
    assert_eq!(Ping::kept(interaction.actor.guild, ping.role(interaction.actor.guild)), ping, "it is kept as a role");
    let reached = ping::reach(&interaction.app, interaction.actor.guild, ping).await;
    let text = [ping.mention(), Safe::escape(&format!("{reached:?} are called, not @everyone or <@&1>"))];
    interaction.reply_public(&View::text(Safe::join(text, " ")).ping(ping)).await
}

async fn with_crier() -> Town {
    let mut town = Town::without_bot(|_| {}).await;
    town.features = || vec![Feature { commands: || vec![call()], ..Feature::new("crier") }];
    town.start().await;
    town
}

/// What a person reads, and who is called by it.
async fn calls(town: &Town, by: &Person, role: RoleId, channel: Option<ChannelId>) -> String {
    let mut given: Vec<(&str, Given)> = vec![("role", role.into())];
    given.extend(channel.map(|channel| ("channel", channel.into())));
    let answer = town.slash(by, "call", &given).await;
    format!("{} {:?}", answer.text(), answer.pings)
}

/// The role of everyone.
fn everyone(town: &Town) -> RoleId {
    RoleId(town.guild.id().get())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_may_call_people_calls_them_through_steward() {
    let town = with_crier().await;
    let bakers = town.guild.role("bakers", 0);
    let crier = town.guild.role("crier", rights::MENTION_EVERYONE);
    let herald = town.guild.person("hal", &[crier]);
    for name in ["ana", "bob", "eve"] {
        town.guild.person(name, &[bakers]);
    }

    insta::assert_snapshot!(calls(&town, &herald, bakers, None).await, @r#"@bakers Some(3) are called, not ＠everyone or <@&1> ["@bakers"]"#);
    insta::assert_snapshot!(calls(&town, &herald, everyone(&town), None).await, @r#"@everyone Some(5) are called, not ＠everyone or <@&1> ["@everyone"]"#);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_may_not_call_people_is_told_so_in_their_language() {
    let town = with_crier().await;
    let (bakers, bob) = (town.guild.role("bakers", 0), town.member("bob"));

    insta::assert_snapshot!(calls(&town, &bob, bakers, None).await, @"You may not call @bakers in #general, so I do not do it for you. Choose another role or leave `ping` out; or whoever manages the server gives your role the permission “Mention @everyone, @here, and All Roles”, or lets anyone mention @bakers (Server Settings → Roles). []");
    insta::assert_snapshot!(calls(&town, &bob.clone().locale("ru"), everyone(&town), None).await, @"Вам нельзя звать всех в #general, поэтому и я этого не сделаю. Выберите роль или не указывайте `ping`; либо тот, кто управляет сервером, даст вашей роли право «Упоминание @everyone, @here и всех ролей» (Настройки сервера → Роли). []");
    insta::assert_snapshot!(calls(&town, &bob.clone().locale("ro"), bakers, None).await, @"Nu ai voie să chemi @bakers în #general, așa că nu o fac nici eu pentru tine. Alege alt rol sau lasă `ping` la o parte; sau cine administrează serverul dă rolului tău permisiunea „Menționează @everyone, @here și toate rolurile” ori lasă pe oricine să menționeze @bakers (Setări server → Roluri). []");

    town.guild.make_mentionable(bakers);
    town.settled().await;
    insta::assert_snapshot!(calls(&town, &bob.locale("en-US"), bakers, None).await, @r#"@bakers Some(0) are called, not ＠everyone or <@&1> ["@bakers"]"#);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_channel_that_is_written_in_decides() {
    let town = with_crier().await;
    let (bakers, bob) = (town.guild.role("bakers", 0), town.member("bob"));
    let crier = town.guild.role("crier", rights::MENTION_EVERYONE);
    let herald = town.guild.person("hal", &[crier]);
    let allow = Overwrite { id: bob.id().get(), of_member: true, allow: rights::MENTION_EVERYONE, deny: 0 };
    let square = town.guild.channel_with("square", &[allow]);
    let deny = |role: RoleId| Overwrite { id: role.get(), of_member: false, allow: 0, deny: rights::MENTION_EVERYONE };
    let quiet = town.guild.channel_with("quiet", &[deny(crier)]);
    let mute = town.guild.channel_with("mute", &[deny(town.guild.bot_role())]);
    town.settled().await;

    assert!(calls(&town, &bob, bakers, Some(square)).await.contains("are called"));
    assert!(calls(&town, &herald, bakers, Some(quiet)).await.starts_with("You may not call @bakers in #quiet"));
    insta::assert_snapshot!(calls(&town, &herald, bakers, Some(mute)).await, @"I may not call @bakers in #mute. Whoever manages the server can give my role the permission “Mention @everyone, @here, and All Roles”, or let anyone mention @bakers (Server Settings → Roles); then try again, or leave `ping` out. []");
    insta::assert_snapshot!(calls(&town, &herald, everyone(&town), Some(mute)).await, @"I may not call everyone in #mute. Whoever manages the server can give my role the permission “Mention @everyone, @here, and All Roles” (Server Settings → Roles); then try again, or leave `ping` out. []");
}

async fn count(town: &Town, roles: &[RoleId]) -> Option<u64> {
    town.settled().await;
    member_count::count(town.app(), town.guild.id(), roles, member_count::FOR_AN_ANSWER).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_are_counted_once_and_bots_are_not() {
    let town = with_crier().await;
    let (bakers, millers) = (town.guild.role("bakers", 0), town.guild.role("millers", 0));
    town.guild.person("ana", &[bakers]);
    town.guild.person("bob", &[bakers, millers]);
    town.guild.person("eve", &[millers]);
    town.guild.bot("tunes", &[millers]);

    assert_eq!(count(&town, &[bakers]).await, Some(2));
    assert_eq!(town.sandbox.calls("GET /guilds/*/members").len(), 0, "for one role nobody is listed");
    assert_eq!(count(&town, &[bakers, millers]).await, Some(3));
    assert_eq!(count(&town, &[]).await, Some(4), "with the owner");
    assert_eq!(count(&town, &[bakers, everyone(&town)]).await, Some(4));
    assert_eq!(count(&town, &[town.guild.bot_role()]).await, Some(0), "Steward does not count");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_large_server_is_counted_page_by_page() {
    let town = with_crier().await;
    let (bakers, millers) = (town.guild.role("bakers", 0), town.guild.role("millers", 0));
    for number in 0..2_100 {
        town.guild.person(&format!("person{number}"), &[if number % 3 == 0 { bakers } else { millers }]);
    }
    assert_eq!(count(&town, &[]).await, Some(2_101));
    assert_eq!(town.sandbox.calls("GET /guilds/*/members").len(), 3);
    assert_eq!(count(&town, &[bakers, millers]).await, Some(2_100));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_discord_does_not_say_nobody_knows() {
    let town = with_crier().await;
    let (bakers, millers) = (town.guild.role("bakers", 0), town.guild.role("millers", 0));
    let faults = town.sandbox.faults();

    town.sandbox.privileged_intents(0);
    assert_eq!(count(&town, &[]).await, None, "without the privileged intent members are not listed");
    assert_eq!(count(&town, &[bakers]).await, Some(0), "but counted by role");
    town.sandbox.privileged_intents(rights_of_all());
    faults.fail("GET /guilds/*/roles/member-counts", 1, 500, 0);
    assert_eq!(count(&town, &[bakers]).await, None);
    assert_eq!(count(&town, &[RoleId(404)]).await, None, "no such role");
    faults.hang("GET /guilds/*/members", 1);
    let both = [bakers, millers];
    let waiting = member_count::count(town.app(), town.guild.id(), &both, Duration::from_millis(200));
    assert_eq!(waiting.await, None, "a person waits");
}

/// Every privileged intent.
const fn rights_of_all() -> u64 {
    (1 << 1) | (1 << 8) | (1 << 15)
}
