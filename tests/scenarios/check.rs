//! `steward check`, as whoever sets Steward up meets it: what is fine, what is wrong, what to do.

use std::process::Command;

use sqlx::SqliteConnection;
use steward::db::{Db, OpenOptions};
use steward::ids::ChannelId;
use steward::sandbox::rights;
use steward::sandbox::rights::Overwrite;

use crate::support::town::Town;

struct Said {
    exit: Option<i32>,
    out: String,
    err: String,
}

impl Said {
    /// With everything taken out that is another one each time.
    fn shown(&self, town: &Town) -> String {
        let out = self.out.replace(town.sandbox.url(), "DISCORD").replace(&town.folder().display().to_string(), "");
        let shortened = |line: &str| {
            let size = ["the disk has ", "the schema of this version "].into_iter().find(|words| line.contains(words));
            size.and_then(|words| line.split_once(words)).map(|(before, _)| before.to_owned() + "…")
        };
        let out = out.lines().map(|line| shortened(line).unwrap_or_else(|| line.to_owned()));
        format!("{}\n{}exit {:?}", out.collect::<Vec<_>>().join("\n"), self.err, self.exit.unwrap_or(-1))
    }
}

async fn check(town: &Town) -> Said {
    let mut command = Command::new(env!("CARGO_BIN_EXE_steward"));
    command.arg("check").current_dir(town.folder()).env_clear().env("RUST_LOG", "off");
    command.env("DISCORD_TOKEN", town.sandbox.token()).env("DISCORD_API_URL", town.sandbox.url());
    let output = tokio::task::spawn_blocking(move || command.output().expect("the binary runs")).await.expect("run");
    Said {
        exit: output.status.code(),
        out: String::from_utf8(output.stdout).expect("text"),
        err: String::from_utf8(output.stderr).expect("text"),
    }
}

/// What somebody has chosen before.
async fn choose(town: &Town, settings: &[(&'static str, String)]) {
    let db = Db::open(&town.config.database_url, &town.clock, OpenOptions::default()).await.expect("a database");
    let (guild, settings) = (town.guild.id(), settings.to_vec());
    db.write(async move |tx: &mut SqliteConnection| {
        for (name, value) in settings {
            sqlx::query("INSERT INTO settings (guild_id, name, value, set_at) VALUES (?, ?, ?, 0)")
                .bind(guild)
                .bind(name)
                .bind(value)
                .execute(&mut *tx)
                .await?;
        }
        Ok(())
    })
    .await
    .expect("written");
    db.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn all_is_well_in_a_new_town() {
    let town = Town::without_bot(|_| {}).await;
    insta::assert_snapshot!(check(&town).await.shown(&town), @r#"
    Settings
      ok  there is no config.toml, so every setting has its default
      ok  DISCORD_TOKEN from the environment · DATABASE_URL not set (sqlite:steward.db) · DISCORD_API_URL from the environment · RUST_LOG from the environment
      ok  DISCORD_TOKEN has the form of a token

    Database
      ok  steward.db is whole and has …
      ok  …
      ??  there is no copy in steward.db.copies yet
          The running bot writes one every night; `steward backup FILE` makes one now.

    Discord
      ok  DISCORD answers and knows the token as "Steward"
      ok  "Server Members Intent" is switched on
      ??  "Message Content Intent" is switched on, and Steward never reads what people write
          Switch it off in the Developer Portal (your application → Bot → Privileged Gateway Intents).
      ok  1000 more connections are allowed today

    Server "Town"
      ok  all permissions are there, and what was chosen still holds
      ??  no time zone is chosen, so times are read in UTC and days begin at midnight in UTC
          Choose one in the server with `/setup set` and `zone`.

    Nothing is wrong, and 3 could be better (??).
    exit 0
    "#);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_missing_is_named_with_what_stays_off_and_what_to_do() {
    let town = Town::without_bot(|_| {}).await;
    let everything = rights::ALL;
    let poor = town
        .sandbox
        .guild_with("Poor", everything & !(rights::ADMINISTRATOR | rights::KICK_MEMBERS | rights::BAN_MEMBERS));
    let hidden = poor.channel("lounge");
    let bot = poor.bot_id().get();
    poor.set_overwrites(hidden, &[Overwrite { id: bot, of_member: true, allow: 0, deny: rights::VIEW_CHANNEL }]);
    poor.role("Friends", 0);
    let public = town.general;
    choose(&town, &[("mod_log", public.to_string()), ("zone", "Europe/Chisinau".to_owned())]).await;
    town.sandbox.privileged_intents(0);
    let said = check(&town).await;
    insta::assert_snapshot!(said.shown(&town), @r#"
    Settings
      ok  there is no config.toml, so every setting has its default
      ok  DISCORD_TOKEN from the environment · DATABASE_URL not set (sqlite:steward.db) · DISCORD_API_URL from the environment · RUST_LOG from the environment
      ok  DISCORD_TOKEN has the form of a token

    Database
      ok  steward.db is whole and has …
      ok  …
      ??  there is no copy in steward.db.copies yet
          The running bot writes one every night; `steward backup FILE` makes one now.

    Discord
      ok  DISCORD answers and knows the token as "Steward"
      !!  "Server Members Intent" is off, so Discord will refuse the connection
          Switch it on in the Developer Portal (your application → Bot → Privileged Gateway Intents).
      ok  1000 more connections are allowed today

    Server "Town"
      !!  mod_log: Everyone in the server can read #general. What is meant for the team should stand in a channel that only the team sees. As a staff channel it isn’t counted.

    Server "Poor"
      !!  I lack “Kick, Approve, and Reject Members”, so I cannot kick members. Give it to my role under Server Settings → Roles.
      !!  I lack “Ban Members”, so I cannot ban members and lift bans. Give it to my role under Server Settings → Roles.
      !!  Everyone sees #lounge, but I do not: what is written there is not counted, and I cannot post there. Give my role “View Channel” there (channel settings → Permissions).
      ??  no time zone is chosen, so times are read in UTC and days begin at midnight in UTC
          Choose one in the server with `/setup set` and `zone`.

    5 things are wrong (!!), and 2 could be better (??).
    exit 1
    "#);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_channel_that_is_gone_and_a_token_that_is_refused_are_told() {
    let town = Town::without_bot(|_| {}).await;
    choose(&town, &[("mod_log", ChannelId(404).to_string())]).await;
    let said = check(&town).await;
    assert!(said.out.contains("mod_log: This channel is gone"), "{}", said.out);
    town.sandbox.faults().refuse_token(true);
    let said = check(&town).await;
    insta::assert_snapshot!(said.shown(&town), @"
    Settings
      ok  there is no config.toml, so every setting has its default
      ok  DISCORD_TOKEN from the environment · DATABASE_URL not set (sqlite:steward.db) · DISCORD_API_URL from the environment · RUST_LOG from the environment
      ok  DISCORD_TOKEN has the form of a token

    Database
      ok  steward.db is whole and has …
      ok  …
      ??  there is no copy in steward.db.copies yet
          The running bot writes one every night; `steward backup FILE` makes one now.

    Discord
      !!  Discord refuses the token. Copy it anew from the Developer Portal (your application → Bot → Reset Token).

    One thing is wrong (!!), and one could be better (??).
    exit 1
    ");
}
