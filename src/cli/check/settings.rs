//! Where the settings come from, and who else can read the token.

use super::{Advice, Finding, Fine, Section, Wrong};
use crate::cli::{OTHERS_READ_ENV, others_read_env};
use crate::config::{Config, looks_like_token};

/// What may be set in the environment or in `.env`, and what holds otherwise.
const VARIABLES: [(&str, &str); 4] = [
    ("DISCORD_TOKEN", "there is none"),
    ("DATABASE_URL", "sqlite:steward.db"),
    ("DISCORD_API_URL", "Discord itself"),
    ("RUST_LOG", "info"),
];

pub(super) fn section(config: &Config) -> Section {
    let mut findings = vec![file(config), Fine(sources())];
    findings.extend(env_file());
    findings.push(token(config));
    Section::new("Settings", findings)
}

/// A wrong file never comes this far: it is refused as a whole, with its mistakes.
fn file(config: &Config) -> Finding {
    Fine(match &config.file {
        Some(file) => format!("{} is in order", file.display()),
        None => "there is no config.toml, so every setting has its default".to_owned(),
    })
}

/// What is set is named, never shown.
fn sources() -> String {
    let in_file: Vec<(String, String)> =
        dotenvy::from_path_iter(".env").map(|lines| lines.flatten().collect()).unwrap_or_default();
    let source = |(name, default): (&str, &str)| match std::env::var(name).ok().filter(|value| !value.trim().is_empty())
    {
        Some(value) if in_file.iter().any(|(key, written)| key == name && *written == value) => {
            format!("{name} from .env")
        }
        Some(_) => format!("{name} from the environment"),
        None => format!("{name} not set ({default})"),
    };
    VARIABLES.map(source).join(" · ")
}

/// Whoever can read `.env` can be the bot.
fn env_file() -> Option<Finding> {
    Some(match others_read_env()? {
        false => Fine(".env is yours alone".to_owned()),
        true => Wrong(OTHERS_READ_ENV.to_owned()),
    })
}

/// Whether it can be one at all; Discord is asked only with something that can.
fn token(config: &Config) -> Finding {
    match config.require_token() {
        Err(error) => Wrong(error.to_string()),
        Ok(token) if looks_like_token(token.expose()) => Fine("DISCORD_TOKEN has the form of a token".to_owned()),
        // A local Discord has tokens of its own.
        Ok(_) if config.discord_api_url.is_some() => Fine("DISCORD_TOKEN is set".to_owned()),
        Ok(_) => Advice(
            "DISCORD_TOKEN does not look like a token of Discord's: three parts with dots between\n\
             Copy it whole from the Developer Portal (your application → Bot → Reset Token)."
                .to_owned(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Secret;

    #[test]
    fn a_token_is_judged_by_its_form_and_never_shown() {
        let with = |token: &str, origin: Option<&str>| {
            let config = Config {
                token: Some(Secret::new(token)),
                discord_api_url: origin.map(str::to_owned),
                ..Config::default()
            };
            super::token(&config)
        };
        let real = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.abcdefghijklmnopqrstuvwxyz0123456789AB";
        assert!(matches!(with(real, None), Fine(_)));
        assert!(matches!(with("a-made-up-one", None), Advice(words) if !words.contains("made")));
        assert!(matches!(with("a-made-up-one", Some("http://127.0.0.1:1")), Fine(_)));
        assert!(matches!(with("your-token-here", None), Wrong(_)));
        assert!(matches!(token(&Config::default()), Wrong(_)));
    }
}
