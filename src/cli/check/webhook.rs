//! The tracker to which themes of feedback are handed over: whether what is set fits together, and whether its address may
//! be spoken to. Nothing is sent to it.

use reqwest::Url;

use super::{Advice, Finding, Fine, Section, Wrong};
use crate::config::Config;
use crate::config::webhook::{Preset, Webhook};
use crate::features::feedback::webhook::address;

/// Nothing, where none is set.
pub(super) async fn section(config: &Config) -> Option<Section> {
    let settings = &config.feedback_webhook;
    let findings = match &settings.url {
        Some(url) => match Url::parse(url.expose()) {
            Ok(url) => found(settings, &url).await,
            // It was read as one before.
            Err(_) => return None,
        },
        None if settings.token.is_some() || settings.secret.is_some() => vec![Advice(
            "STEWARD_WEBHOOK_TOKEN or STEWARD_WEBHOOK_SECRET is set, but nothing is sent anywhere\n\
             Set `url` below `[feedback.webhook]` in config.toml."
                .to_owned(),
        )],
        None => return None,
    };
    Some(Section::new("Feedback webhook", findings))
}

async fn found(settings: &Webhook, url: &Url) -> Vec<Finding> {
    // Behind the host of some there are words that let in whoever knows them.
    let origin = url.origin().ascii_serialization();
    let mut findings = vec![Fine(format!("themes go to {origin} as {}", settings.preset.name()))];
    findings.push(reachable(settings, url).await);
    let is_let_in = settings.token.is_some() || settings.headers.iter().any(|header| !header.contains("token}"));
    if !is_let_in && settings.preset != Preset::Json {
        let name = settings.preset.name();
        findings.push(Wrong(format!(
            "there is no STEWARD_WEBHOOK_TOKEN, so {name} will refuse what is sent\n\
             Put a token that may create issues there into `.env`."
        )));
    }
    if settings.secret.is_none() && settings.preset == Preset::Json {
        findings.push(Advice(
            "requests are not signed, so the receiver cannot tell them from others\n\
             Put STEWARD_WEBHOOK_SECRET into `.env`, and the same into the receiver."
                .to_owned(),
        ));
    }
    findings
}

async fn reachable(settings: &Webhook, url: &Url) -> Finding {
    let host = url.host_str().unwrap_or_default();
    let addresses = match address::literal(url) {
        Some(ip) => vec![ip],
        None => match tokio::net::lookup_host((host, 0)).await {
            Ok(found) => found.map(|address| address.ip()).collect(),
            Err(error) => {
                return Wrong(format!(
                    "{host} cannot be looked up ({error})\nCorrect `url`, or look into the network."
                ));
            }
        },
    };
    if !settings.allow_private && addresses.iter().any(|ip| !address::is_public(*ip)) {
        return Wrong(format!(
            "{host} is not on the public internet, so nothing is sent\n\
             Correct `url`, or set `allow_private = true` below `[feedback.webhook]` if it is yours."
        ));
    }
    Fine(format!("{host} has an address that may be spoken to"))
}
