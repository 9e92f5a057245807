//! `steward check`: settings, token, database and permissions, each finding with what to do next.
//!
//! Findings go to stdout, one a line, `ok` or `!!` first; the exit code is 1 if there is a `!!`.

use serde_json::Value;
use serenity::all::Permissions;
use serenity::http::Route;

use super::{Exit, Outcome, invite};
use crate::config::Config;
use crate::discord::Discord;
use crate::discord::rest::Refusal;
use crate::error::Message;
use crate::features;
use crate::i18n::{self, Locale};

/// The application's flags for the members intent: verified, and in fewer than 100 servers.
const MEMBERS_INTENT: u64 = (1 << 14) | (1 << 15);

/// One thing looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Finding {
    Fine(String),
    /// What is wrong, and what to do.
    Wrong(String),
}

use Finding::{Fine, Wrong};

pub(super) async fn perform(config: Config) -> Outcome {
    let mut findings = vec![settings(&config)];
    findings.extend(env_file());
    findings.push(database(&config).await);
    findings.extend(discord(&config).await);
    let lines = findings.iter().map(|finding| match finding {
        Fine(what) => format!("ok  {what}\n"),
        Wrong(what) => format!("!!  {what}\n"),
    });
    super::print(lines.collect::<String>())?;
    let wrong = findings.iter().any(|finding| matches!(finding, Wrong(_)));
    Ok(if wrong { Exit::Finding } else { Exit::Done })
}

/// A wrong file never comes this far: it is refused as a whole, with its mistakes.
fn settings(config: &Config) -> Finding {
    Fine(match &config.file {
        Some(file) => format!("settings: {} is in order", file.display()),
        None => "settings: there is no config.toml, so the defaults hold".to_owned(),
    })
}

/// Whoever can read `.env` can be the bot.
fn env_file() -> Option<Finding> {
    Some(match super::others_read_env()? {
        false => Fine("token file: .env is yours alone".to_owned()),
        true => Wrong(format!("token file: {}", super::OTHERS_READ_ENV)),
    })
}

async fn database(config: &Config) -> Finding {
    match super::open_beside(config).await {
        Ok(db) => {
            let path = db.path().display().to_string();
            db.close().await;
            Fine(format!("database: {path} is whole and of this version"))
        }
        Err(failure) => Wrong(format!("database: {}", failure.words)),
    }
}

async fn discord(config: &Config) -> Vec<Finding> {
    let token = match config.require_token() {
        Ok(token) => token.clone(),
        Err(error) => return vec![Wrong(format!("token: {error}"))],
    };
    let discord = match Discord::new(token, config) {
        Ok(discord) => discord,
        Err(error) => return vec![Wrong(format!("discord: {error}"))],
    };
    let application = match discord.rest.get(Route::Oauth2ApplicationCurrent).await {
        Ok(application) => application,
        Err(refusal) => return vec![Wrong(format!("token: {}", invite::failure(refusal).words))],
    };
    let mut findings = vec![
        Fine(format!("token: Discord knows it as \"{}\"", application["name"].as_str().unwrap_or("?"))),
        members_intent(&application),
    ];
    findings.extend(permissions(discord.rest.get(Route::UserMeGuilds).await));
    findings
}

fn members_intent(application: &Value) -> Finding {
    let flags = application["flags"].as_u64().unwrap_or(0);
    if flags & MEMBERS_INTENT != 0 {
        Fine("intents: Server Members is switched on".to_owned())
    } else {
        Wrong(
            "intents: Discord will refuse the connection. Switch on \"Server Members Intent\" in the Developer Portal \
             (your application → Bot → Privileged Gateway Intents)"
                .to_owned(),
        )
    }
}

/// What each server withholds, and what that turns off.
fn permissions(guilds: Result<Value, Refusal>) -> Vec<Finding> {
    let guilds = match guilds {
        Ok(guilds) => guilds,
        Err(refusal) => return vec![Wrong(format!("servers: they cannot be listed: {refusal}"))],
    };
    let guilds = guilds.as_array().map_or(&[][..], Vec::as_slice);
    if guilds.is_empty() {
        return vec![Wrong("servers: Steward is in none. `steward invite` prints the link that lets it in".to_owned())];
    }
    guilds.iter().flat_map(in_guild).collect()
}

fn in_guild(guild: &Value) -> Vec<Finding> {
    let name = guild["name"].as_str().unwrap_or("?");
    let bits = guild["permissions"].as_str().and_then(|bits| bits.parse().ok()).unwrap_or(0);
    let given = Permissions::from_bits_truncate(bits);
    let needed = features::all().into_iter().flat_map(|feature| feature.permissions.iter().copied());
    let missing: Vec<Finding> = needed
        .filter(|(permission, _)| !given.administrator() && !given.contains(*permission))
        .map(|(permission, what_for)| {
            let what_for = i18n::plain(Locale::En, &Message::new(what_for));
            Wrong(format!(
                "{name}: the permission {permission} is missing, so Steward cannot {what_for}. Give it to Steward's role in \
                 Server Settings → Roles"
            ))
        })
        .collect();
    if missing.is_empty() { vec![Fine(format!("{name}: all permissions are there"))] } else { missing }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_missing_permission_says_what_it_turns_off() {
        let all = invite::permissions();
        let guild = |bits: u64| json!({"name": "Town", "permissions": bits.to_string()});
        assert_eq!(in_guild(&guild(all.bits())), [Fine("Town: all permissions are there".to_owned())]);
        assert_eq!(in_guild(&guild(Permissions::ADMINISTRATOR.bits())).len(), 1);
        let without = in_guild(&guild((all - Permissions::VIEW_AUDIT_LOG).bits()));
        assert!(matches!(&without[..], [Wrong(text)] if text.contains("kick")), "{without:?}");
    }

    #[test]
    fn the_members_intent_must_be_on() {
        assert!(matches!(members_intent(&json!({"flags": 0})), Wrong(_)));
        assert!(matches!(members_intent(&json!({"flags": 1 << 15})), Fine(_)));
    }

    #[test]
    fn being_in_no_server_is_a_finding() {
        assert!(matches!(&permissions(Ok(json!([])))[..], [Wrong(text)] if text.contains("steward invite")));
    }
}
