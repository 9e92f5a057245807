//! Discord: whether it answers, whose token it is, and in each server what is missing.

use std::sync::Arc;

use serde_json::Value;
use serenity::http::Route;

use super::{Advice, Finding, Fine, Section, Wrong};
use crate::app::App;
use crate::bot;
use crate::cli::{Failure, invite};
use crate::clock::Clock;
use crate::config::Config;
use crate::db::Db;
use crate::discord::client::directory::Guild;
use crate::discord::client::{Discord, fetch_guild};
use crate::error::{Arg, Message};
use crate::features::setup;
use crate::i18n;
use crate::i18n::Locale;
use crate::ids::{ApplicationId, GuildId};
use crate::text::safe::visible;

/// The application's flags for the members intent: verified, and in fewer than 100 servers.
const MEMBERS_INTENT: u64 = (1 << 14) | (1 << 15);
/// The same for reading what people write.
const CONTENT_INTENT: u64 = (1 << 18) | (1 << 19);
/// Fewer sessions than this are soon used up.
const FEW_SESSIONS: i64 = 50;

/// Discord itself, then a section for each server.
pub(super) async fn sections(config: &Config, db: Option<Db>) -> Vec<Section> {
    if config.require_token().is_err() {
        if let Some(db) = db {
            db.close().await;
        }
        return vec![Section::new("Discord", vec![Advice("not asked, without a token".to_owned())])];
    }
    let Some(db) = db else {
        let discord = Discord::new(config.token.clone().unwrap_or_default(), config, &Clock::system());
        let findings = match discord {
            Ok(discord) => itself(&discord, config).await.0,
            Err(error) => vec![Wrong(error.to_string())],
        };
        return vec![Section::new("Discord", findings)];
    };
    let app = match bot::app(config.clone(), db.clone(), Clock::system()) {
        Ok(app) => app,
        Err(error) => return vec![Section::new("Discord", vec![Wrong(error.to_string())])],
    };
    let (findings, application) = itself(&app.discord, config).await;
    let mut sections = vec![Section::new("Discord", findings)];
    if let Some(application) = application {
        sections.extend(servers(&app, application).await);
    }
    db.close().await;
    sections
}

/// The application is known if Discord takes the token.
async fn itself(discord: &Discord, config: &Config) -> (Vec<Finding>, Option<ApplicationId>) {
    let application = match discord.rest.get(Route::Oauth2ApplicationCurrent).await {
        Ok(application) => application,
        Err(refusal) => return (vec![Wrong(invite::failure(refusal).words)], None),
    };
    let place = config.discord_api_url.as_deref().unwrap_or("Discord");
    let name = visible(application["name"].as_str().unwrap_or("?"));
    let mut findings = vec![Fine(format!("{place} answers and knows the token as \"{name}\""))];
    findings.extend(intents(&application));
    findings.extend(code_grant(&application));
    findings.extend(discord.rest.get(Route::GatewayBot).await.ok().map(|gateway| sessions(&gateway)));
    let id = application["id"].as_str().and_then(|id| id.parse().ok());
    (findings, id.map(ApplicationId))
}

fn intents(application: &Value) -> Vec<Finding> {
    let flags = application["flags"].as_u64().unwrap_or(0);
    let mut findings = vec![if flags & MEMBERS_INTENT != 0 {
        Fine("\"Server Members Intent\" is switched on".to_owned())
    } else {
        Wrong(
            "\"Server Members Intent\" is off, so Discord will refuse the connection\nSwitch it on in the Developer Portal \
             (your application → Bot → Privileged Gateway Intents)."
                .to_owned(),
        )
    }];
    if flags & CONTENT_INTENT != 0 {
        findings.push(Advice(
            "\"Message Content Intent\" is switched on, and Steward never reads what people write\nSwitch it off in the \
             Developer Portal (your application → Bot → Privileged Gateway Intents)."
                .to_owned(),
        ));
    }
    findings
}

fn code_grant(application: &Value) -> Option<Finding> {
    (application["bot_require_code_grant"] == true).then(|| {
        Wrong(
            "\"Requires OAuth2 Code Grant\" is switched on, so the invite link does not work\nSwitch it off in the \
             Developer Portal (your application → Bot)."
                .to_owned(),
        )
    })
}

fn sessions(gateway: &Value) -> Finding {
    let limit = &gateway["session_start_limit"];
    let (left, hours) =
        (limit["remaining"].as_i64().unwrap_or(0), limit["reset_after"].as_i64().unwrap_or(0) / 3_600_000);
    if left < FEW_SESSIONS {
        return Wrong(format!(
            "Discord allows only {left} more connections in the next {hours} h\nSomething starts the bot again and again: \
             stop it, and look into its log."
        ));
    }
    Fine(format!("{left} more connections are allowed today"))
}

async fn servers(app: &Arc<App>, application: ApplicationId) -> Vec<Section> {
    let failed = |refusal| vec![Section::new("Servers", vec![Wrong(format!("they cannot be listed: {refusal}"))])];
    if let Err(refusal) = fetch_guild::introduce(&app.discord, application).await {
        return failed(refusal);
    }
    // It keeps in memory which roles were chosen for the team.
    if let Some(open) = setup::feature().on_start
        && let Err(error) = open(app).await
    {
        return vec![Section::new("Servers", vec![Wrong(Failure::from(error).words)])];
    }
    let listed = match app.discord.rest.get(Route::UserMeGuilds).await {
        Ok(listed) => listed,
        Err(refusal) => return failed(refusal),
    };
    let mut sections = Vec::new();
    for guild in listed.as_array().map_or(&[][..], Vec::as_slice) {
        let Some(id) = guild["id"].as_str().and_then(|id| id.parse().ok()).map(GuildId) else { continue };
        let name = visible(guild["name"].as_str().unwrap_or("?"));
        sections.push(Section::new(format!("Server \"{name}\""), server(app, id).await));
    }
    if sections.is_empty() {
        let nowhere = "Steward is in none yet\n`steward invite` prints the link that lets it into one.";
        sections.push(Section::new("Servers", vec![Wrong(nowhere.to_owned())]));
    }
    sections
}

async fn server(app: &Arc<App>, id: GuildId) -> Vec<Finding> {
    if let Err(refusal) = fetch_guild::server(&app.discord, id).await {
        return vec![Wrong(format!("it cannot be looked at: {refusal}\nTry again in a moment."))];
    }
    let found = match setup::check::look(app, id).await {
        Ok(found) => found,
        Err(error) => return vec![Wrong(Failure::from(error).words)],
    };
    let known = app.discord.directory.guild(id).unwrap_or_default();
    let mut findings: Vec<Finding> = found.into_iter().map(|message| finding(message, &known)).collect();
    if !findings.iter().any(|finding| matches!(finding, Wrong(_))) {
        findings.insert(0, Fine("all permissions are there, and what was chosen still holds".to_owned()));
    }
    if setup::server(app.db.read(), id).await.is_ok_and(|server| server.get(setup::setting_types::ZONE.name).is_none())
    {
        findings.push(Advice(
            "no time zone is chosen, so times are read in UTC and days begin at midnight in UTC\n\
             Choose one in the server with `/setup set` and `zone`."
                .to_owned(),
        ));
    }
    findings
}

/// What is found in a server as people there read it, in words for a terminal.
fn finding(message: Message, guild: &Guild) -> Finding {
    // These turn nothing off that everybody needs.
    let advice = matches!(&*message.key, "check-administrator" | "check-role-order");
    let words = i18n::plain(Locale::En, &named(message, guild)).replace("**", "");
    if advice { Advice(words) } else { Wrong(words) }
}

/// A message with names in the place of what Discord would show as names.
fn named(message: Message, guild: &Guild) -> Message {
    let name = |arg: Arg| match arg {
        Arg::Channel(id) => guild
            .channels
            .get(&id)
            .map_or(Arg::Channel(id), |channel| Arg::Text(format!("#{}", visible(&channel.name)))),
        Arg::Role(id) => {
            guild.roles.get(&id).map_or(Arg::Role(id), |role| Arg::Text(format!("@{}", visible(&role.name))))
        }
        Arg::Message(inner) => Arg::Message(Box::new(named(*inner, guild))),
        arg => arg,
    };
    let args = message.args.into_iter().map(|(key, arg)| (key, name(arg))).collect();
    Message { key: message.key, args }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_members_intent_must_be_on_and_the_content_need_not() {
        assert!(matches!(&intents(&json!({"flags": 0}))[..], [Wrong(_)]));
        assert!(matches!(&intents(&json!({"flags": 1 << 15}))[..], [Fine(_)]));
        assert!(matches!(&intents(&json!({"flags": (1 << 15) | (1 << 19)}))[..], [Fine(_), Advice(_)]));
    }

    #[test]
    fn few_connections_are_a_warning() {
        let left = |left: i64| sessions(&json!({"session_start_limit": {"remaining": left, "reset_after": 7_200_000}}));
        assert_eq!(left(994), Fine("994 more connections are allowed today".to_owned()));
        assert!(matches!(left(3), Wrong(words) if words.contains("in the next 2 h")));
    }

    #[test]
    fn a_link_that_does_not_work_is_told() {
        assert_eq!(code_grant(&json!({"bot_require_code_grant": false})), None);
        assert!(code_grant(&json!({"bot_require_code_grant": true})).is_some());
    }
}
