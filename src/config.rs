//! Settings: `config.toml` for what may be seen, the environment for what may not.
//!
//! The file is looked for where `--config` says, else where `STEWARD_CONFIG` says, else as
//! `config.toml` in the working folder; only the last may be missing. A wrong file is refused as a
//! whole, with every mistake named at once: the line, a caret under the place, and what would be
//! right. Every setting, its default and its bounds stand in the one table below, and in
//! `config.example.toml` with a line of why.

mod reading;
pub mod webhook;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use secrecy::{ExposeSecret, SecretString};

use self::webhook::Webhook;

/// Where the database is unless `DATABASE_URL` says otherwise.
const DATABASE_URL: &str = "sqlite:steward.db";
const FILE: &str = "config.toml";

/// Something that must never be read in a log, a message or a panic.
#[derive(Clone, Default)]
pub struct Secret(SecretString);

impl Secret {
    /// Hides a text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(SecretString::from(text.into()))
    }

    /// The text itself; only for where it is sent to.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("***")
    }
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.expose() == other.expose()
    }
}

/// One setting of the file.
struct Setting {
    name: &'static str,
    kind: Kind,
}

/// What a setting takes.
enum Kind {
    /// A whole number between bounds.
    Number { default: i64, least: i64, most: i64, set: fn(&mut Config, i64) },
    /// An address of this machine and a port, `"127.0.0.1:9090"`; nothing unless it is set.
    Address { example: &'static str, set: fn(&mut Config, SocketAddr) },
    /// Where something is reached from outside; off unless it is set.
    Url { example: &'static str, set: fn(&mut Config, String) },
    /// A folder; another one than usual only if it is set.
    Folder { example: &'static str, set: fn(&mut Config, PathBuf) },
    /// Words that `set` judges, which says what is wrong; the example as it is written in the file, and what holds
    /// without.
    Text { example: &'static str, without: &'static str, set: fn(&mut Config, &str) -> Result<(), String> },
    /// A list of such words; none unless it is set.
    Texts { example: &'static str, set: fn(&mut Config, &str) -> Result<(), String> },
    /// On or off; off unless it is set.
    Switch { set: fn(&mut Config, bool) },
}

/// A `[section]` of the file.
struct Section {
    name: &'static str,
    settings: &'static [Setting],
}

macro_rules! settings {
    ($(
        $(#[$what:meta])* $section:ident: $Section:ident {
            $( $(#[$why:meta])* $setting:ident: $type:ty = $default:literal in $least:literal..=$most:literal, )*
        }
    )*) => {
        $(
            $(#[$what])*
            #[derive(Debug, Clone, PartialEq, Eq)]
            pub struct $Section { $( $(#[$why])* pub $setting: $type, )* }

            impl Default for $Section {
                fn default() -> Self {
                    Self { $( $setting: $default, )* }
                }
            }
        )*

        /// Everything that may be set.
        #[derive(Debug, Clone, PartialEq)]
        pub struct Config {
            /// The bot's token, if there is one; most of `cli/` does without.
            pub token: Option<Secret>,
            pub database_url: String,
            /// The origin of a Discord-compatible server instead of Discord itself.
            pub discord_api_url: Option<String>,
            /// The file that was read, if there was one.
            pub file: Option<PathBuf>,
            pub http: Http,
            pub copies: Copies,
            pub feedback_webhook: Webhook,
            $( pub $section: $Section, )*
        }

        impl Default for Config {
            fn default() -> Self {
                Self {
                    token: None,
                    database_url: DATABASE_URL.to_owned(),
                    discord_api_url: None,
                    file: None,
                    http: Http::default(),
                    copies: Copies::default(),
                    feedback_webhook: Webhook::default(),
                    $( $section: $Section::default(), )*
                }
            }
        }

        const SECTIONS: &[Section] = &[ $( Section {
            name: stringify!($section),
            settings: &[ $( Setting {
                name: stringify!($setting),
                kind: Kind::Number {
                    default: $default,
                    least: $least,
                    most: $most,
                    // The bounds are checked before, and all of them fit.
                    set: |config, number| config.$section.$setting = <$type>::try_from(number).unwrap_or($default),
                },
            }, )* ],
        }, )* COPIES, HTTP, webhook::SECTION ];
    };
}

/// What the bot tells programs that watch over it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Http {
    /// Where `/health`, `/metrics` and calendars are served; nowhere, unless it is set.
    pub listen: Option<SocketAddr>,
    /// How that is reached from outside, without a slash at the end; without it no calendar can be subscribed to.
    pub public_url: Option<String>,
}

/// The copies of the database that are made every night.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Copies {
    /// Where they lie; beside the database, unless it is set.
    pub folder: Option<PathBuf>,
}

const COPIES: Section = Section {
    name: "copies",
    settings: &[Setting {
        name: "folder",
        kind: Kind::Folder {
            example: "/var/backups/steward",
            set: |config, folder| config.copies.folder = Some(folder),
        },
    }],
};

const HTTP: Section = Section {
    name: "http",
    settings: &[
        Setting {
            name: "listen",
            kind: Kind::Address {
                example: "127.0.0.1:9090",
                set: |config, address| config.http.listen = Some(address),
            },
        },
        Setting {
            name: "public_url",
            kind: Kind::Url {
                example: "https://steward.example.org",
                set: |config, url| config.http.public_url = Some(url),
            },
        },
    ],
};

settings! {
    /// How much may wait: bounded, so that a flood costs counts and never the process.
    limits: Limits {
        /// Commands, presses and forms that wait to be worked on.
        interactions: usize = 256 in 1..=65_536,
        /// Gateway events that wait to be counted.
        events: usize = 1_024 in 16..=1_048_576,
        /// Commands, presses and forms worked on at once.
        interaction_workers: usize = 32 in 1..=1_024,
        /// How long after a command or press its answer may wait for what Discord makes of it, in
        /// milliseconds; Discord gives three seconds in all.
        answer_wait_ms: u64 = 1_800 in 1..=2_500,
    }

    /// Counting who writes where.
    activity: Activity {
        /// How long counts stay in memory before they are written, in milliseconds.
        flush_ms: u64 = 250 in 10..=60_000,
    }

    /// The connection to Discord, and the guards of the token.
    gateway: Gateway {
        /// How long the bot may be without a session before it ends itself to be started anew.
        ready_timeout_s: u64 = 120 in 1..=3_600,
        /// How long heartbeats may go unanswered: two of Discord's intervals and a little.
        heartbeat_timeout_s: u64 = 85 in 1..=3_600,
        /// The first wait after a session that never became ready; it doubles each time.
        identify_backoff_min_s: u64 = 5 in 1..=3_600,
        /// The longest of these waits.
        identify_backoff_max_s: u64 = 600 in 1..=86_400,
        /// How many sessions a day are begun at most; Discord resets a token after 1,000.
        identify_limit_per_day: usize = 200 in 1..=900,
    }

    /// Requests to Discord.
    rest: Rest {
        /// After this a request is given up and its outcome is unknown.
        timeout_s: u64 = 10 in 1..=60,
        /// So many refused requests within the window pause all; Discord bans an address at 10,000.
        breaker_invalid: usize = 100 in 1..=5_000,
        /// The window, in seconds.
        breaker_window_s: u64 = 600 in 1..=3_600,
    }

    /// The database file.
    database: Database {
        /// How long a write waits for another program's lock before a person is told that nothing
        /// was done.
        busy_timeout_ms: u64 = 2_000 in 1..=5_000,
        /// How often a sign of life is written, for `steward health`.
        heartbeat_s: u64 = 10 in 1..=60,
    }
}

/// Everything that is wrong with the settings, in words; exit code 2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError(Vec<String>);

impl std::fmt::Display for ConfigError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.join("\n\n"))
    }
}

impl std::error::Error for ConfigError {}

impl Config {
    /// Reads the file and the environment of this process.
    pub fn load(named: Option<&Path>) -> Result<Self, ConfigError> {
        Self::load_with(named, |name| std::env::var(name).ok())
    }

    /// The same with any environment; an empty variable counts as none.
    pub fn load_with(named: Option<&Path>, env: impl Fn(&str) -> Option<String>) -> Result<Self, ConfigError> {
        let env = |name: &str| env(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
        let mut problems = Vec::new();
        let mut config = Self::default();

        let by_variable = env("STEWARD_CONFIG").map(PathBuf::from);
        let (path, source) = match (named, by_variable) {
            (Some(path), _) => (path.to_owned(), Source::Flag),
            (None, Some(path)) => (path, Source::Variable),
            (None, None) => (PathBuf::from(FILE), Source::Default),
        };
        match std::fs::read_to_string(&path) {
            Ok(text) => {
                problems.extend(reading::read(&mut config, &path, &text));
                config.file = Some(path);
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && source == Source::Default => {}
            Err(error) => problems.push(unreadable(&path, source, &error)),
        }

        config.token = env("DISCORD_TOKEN").map(Secret::new);
        config.feedback_webhook.token = webhook::secret("STEWARD_WEBHOOK_TOKEN", &env, &mut problems);
        config.feedback_webhook.secret = webhook::secret("STEWARD_WEBHOOK_SECRET", &env, &mut problems);
        match env("DATABASE_URL").unwrap_or_else(|| DATABASE_URL.to_owned()) {
            url if url.starts_with("sqlite:") => config.database_url = url,
            url => problems.push(format!(
                "DATABASE_URL is `{}`, but Steward keeps its data in one SQLite file.\nWrite it like `{DATABASE_URL}`.",
                hide_password(&url)
            )),
        }
        match env("DISCORD_API_URL").map(|url| origin(&url)).transpose() {
            Ok(origin) => config.discord_api_url = origin,
            Err(problem) => problems.push(problem),
        }
        if problems.is_empty() { Ok(config) } else { Err(ConfigError(problems)) }
    }

    /// How what is served is reached from outside, if it is served at all.
    pub fn public_url(&self) -> Option<&str> {
        self.http.listen.and(self.http.public_url.as_deref())
    }

    /// The token for a connection to Discord.
    pub fn require_token(&self) -> Result<&Secret, ConfigError> {
        let refuse = |what: &str| ConfigError(vec![format!("{what}\n{TOKEN_ADVICE}")]);
        let Some(token) = &self.token else { return Err(refuse("There is no DISCORD_TOKEN.")) };
        match token.expose() {
            text if is_placeholder(text) => Err(refuse("DISCORD_TOKEN is still the placeholder of an example.")),
            text if text.starts_with("Bot ") => {
                Err(refuse("DISCORD_TOKEN begins with the word `Bot`; leave that out."))
            }
            text if text.contains(char::is_whitespace) => Err(refuse("DISCORD_TOKEN has a space in it.")),
            _ => Ok(token),
        }
    }
}

const TOKEN_ADVICE: &str = "Copy the token from https://discord.com/developers/applications (your application, \
    then Bot, then Reset Token) into a line `DISCORD_TOKEN=…` of the file `.env`, or set it in the environment.";

/// Who said where the file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source {
    Flag,
    Variable,
    Default,
}

fn unreadable(path: &Path, source: Source, error: &std::io::Error) -> String {
    let who = match source {
        Source::Flag => "--config",
        Source::Variable => "STEWARD_CONFIG",
        Source::Default => "the working folder",
    };
    let path = path.display();
    match error.kind() {
        std::io::ErrorKind::NotFound => format!(
            "There is no file {path}, which {who} names.\nCorrect the path, or leave it out: every setting has a default."
        ),
        _ => format!("The file {path} cannot be read ({error}).\nGive the user who runs Steward the right to read it."),
    }
}

/// A URL of which only scheme, host and port may be there.
fn origin(text: &str) -> Result<String, String> {
    let refuse = |why: &str| {
        Err(format!(
            "DISCORD_API_URL is `{}`, and {why}.\nWrite only the origin, like `http://127.0.0.1:8080`; leave it out for Discord itself.",
            hide_password(text)
        ))
    };
    let Ok(url) = reqwest::Url::parse(text) else { return refuse("that is no URL") };
    if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
        return refuse("it does not begin with `http://` or `https://` and a host");
    }
    if !url.username().is_empty() || url.password().is_some() {
        return refuse("it has a name or password in it");
    }
    if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
        return refuse("there is more behind the host");
    }
    Ok(url.origin().ascii_serialization())
}

/// `postgres://me:secret@host` → `postgres://***@host`.
fn hide_password(url: &str) -> String {
    match (url.split_once("://"), url.rsplit_once('@')) {
        (Some((scheme, _)), Some((_, rest))) => format!("{scheme}://***@{rest}"),
        _ => url.to_owned(),
    }
}

/// What examples and forms have in the place of a token; never a word that a made-up token of a
/// local Discord could have.
fn is_placeholder(token: &str) -> bool {
    let token = token.to_lowercase();
    let words = ["your", "changeme", "change-me", "change_me", "replace", "placeholder", "xxxx"];
    !looks_like_token(&token) && words.iter().any(|word| token.contains(word))
        || token.starts_with('<')
        || token.contains('…')
}

/// Whether a text has the shape of a bot's token: three parts with dots between.
pub fn looks_like_token(text: &str) -> bool {
    let parts: Vec<&str> = text.split('.').collect();
    let [id, time, proof] = parts.as_slice() else { return false };
    let plain = |part: &str| part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    (18..=40).contains(&id.len())
        && (5..=8).contains(&time.len())
        && proof.len() >= 20
        && parts.iter().all(|part| plain(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(text: &str) -> Result<Config, String> {
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), text).expect("written");
        let name = file.path().display().to_string();
        Config::load_with(Some(file.path()), |_| None).map_err(|error| error.to_string().replace(&name, "config.toml"))
    }

    fn env(name: &'static str, value: &'static str) -> Result<Config, String> {
        Config::load_with(None, |asked| (asked == name).then(|| value.to_owned())).map_err(|error| error.to_string())
    }

    #[test]
    fn the_example_is_the_defaults_and_names_every_setting() {
        let example = include_str!("../config.example.toml");
        assert_eq!(Config { file: None, ..load(example).expect("the example is right") }, Config::default());
        for section in SECTIONS {
            assert!(example.contains(&format!("[{}]", section.name)), "{}", section.name);
            for setting in section.settings {
                match setting.kind {
                    Kind::Number { default, least, most, .. } => {
                        assert!(example.contains(&format!("\n{} = ", setting.name)), "{}", setting.name);
                        assert!((least..=most).contains(&default), "{}", setting.name);
                    }
                    // It has no default, so it stands there as a comment.
                    Kind::Address { example: right, .. }
                    | Kind::Url { example: right, .. }
                    | Kind::Folder { example: right, .. } => {
                        let line = format!("\n# {} = \"{right}\"\n", setting.name);
                        assert!(example.contains(&line), "{}", setting.name);
                    }
                    Kind::Text { example: right, .. } | Kind::Texts { example: right, .. } => {
                        let line = format!("\n# {} = {right}\n", setting.name);
                        assert!(example.contains(&line), "{}", setting.name);
                    }
                    Kind::Switch { .. } => {
                        assert!(example.contains(&format!("\n{} = false\n", setting.name)), "{}", setting.name);
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_set_counts() {
        let config = load("[activity]\nflush_ms = 1_000\n[limits]\nevents = 0x20\n").expect("right");
        assert_eq!((config.activity.flush_ms, config.limits.events, config.limits.interactions), (1_000, 32, 256));
    }

    #[test]
    fn every_mistake_is_named_at_once_with_its_place() {
        let text = "flush_ms = 3\n[activity]\nflush = 250\n[limts]\n[gateway]\nready_timeout_s = \"two minutes\"\n\
                    [limits]\nevents = 7\ninteractions = 99999999999999999999\n";
        insta::assert_snapshot!(load(text).expect_err("wrong"), @r#"
        config.toml:1:1: `flush_ms` stands outside its section
          |
        1 | flush_ms = 3
          | ^^^^^^^^
        Write it below `[activity]`.

        config.toml:3:1: there is no setting `flush` in [activity]
          |
        3 | flush = 250
          | ^^^^^
        [activity] has: flush_ms.

        config.toml:4:2: there is no section [limts]
          |
        4 | [limts]
          |  ^^^^^
        There are: [limits], [activity], [gateway], [rest], [database], [copies], [http], [feedback.webhook].

        config.toml:6:19: `ready_timeout_s` takes a whole number, not a string
          |
        6 | ready_timeout_s = "two minutes"
          |                   ^^^^^^^^^^^^^
        Right would be `ready_timeout_s = 120`; it may be from 1 to 3600.

        config.toml:8:10: this is too small for `events`
          |
        8 | events = 7
          |          ^
        Right would be `events = 1024`; it may be from 16 to 1048576.

        config.toml:9:16: this is too large for `interactions`
          |
        9 | interactions = 99999999999999999999
          |                ^^^^^^^^^^^^^^^^^^^^
        Right would be `interactions = 256`; it may be from 1 to 65536.
        "#);
    }

    #[test]
    fn an_address_is_a_number_and_a_port() {
        assert_eq!(Config::default().http.listen, None);
        for right in ["127.0.0.1:9090", "[::1]:80", "0.0.0.0:9090"] {
            let config = load(&format!("[http]\nlisten = \"{right}\"\n")).expect("right");
            assert_eq!(config.http.listen.map(|address| address.to_string()).as_deref(), Some(right));
        }
        insta::assert_snapshot!(load("[http]\nlisten = \"localhost:9090\"\n").expect_err("wrong"), @r#"
        config.toml:2:10: this is no address with a port
          |
        2 | listen = "localhost:9090"
          |          ^^^^^^^^^^^^^^^^
        Right would be `listen = "127.0.0.1:9090"`: the number of an address, and a port. Left out, it is off.
        "#);
        insta::assert_snapshot!(load("[http]\nlisten = 9090\n").expect_err("wrong"), @r#"
        config.toml:2:10: `listen` takes an address in quotes
          |
        2 | listen = 9090
          |          ^^^^
        Right would be `listen = "127.0.0.1:9090"`: the number of an address, and a port. Left out, it is off.
        "#);
        insta::assert_snapshot!(load("[http]\nlisten = \"127.0.0.1:0\"\n").expect_err("wrong"), @r#"
        config.toml:2:10: this is no address with a port
          |
        2 | listen = "127.0.0.1:0"
          |          ^^^^^^^^^^^^^
        Right would be `listen = "127.0.0.1:9090"`: the number of an address, and a port. Left out, it is off.
        "#);
    }

    #[test]
    fn a_folder_is_a_text() {
        let config = load("[copies]\nfolder = \"/somewhere/else\"\n").expect("right");
        assert_eq!(config.copies.folder, Some(PathBuf::from("/somewhere/else")));
        insta::assert_snapshot!(load("[copies]\nfolder = \" \"\n").expect_err("wrong"), @r#"
        config.toml:2:10: this names no folder
          |
        2 | folder = " "
          |          ^^^
        Right would be `folder = "/var/backups/steward"`. Left out, it is beside the database.
        "#);
        insta::assert_snapshot!(load("[copies]\nfolder = 14\n").expect_err("wrong"), @r#"
        config.toml:2:10: `folder` takes a folder in quotes
          |
        2 | folder = 14
          |          ^^
        Right would be `folder = "/var/backups/steward"`. Left out, it is beside the database.
        "#);
    }

    #[test]
    fn broken_notation_is_shown() {
        insta::assert_snapshot!(load("[activity]\nflush_ms = = 3\n").expect_err("wrong"), @r#"
        config.toml:2:12: extra `=`, expected nothing
          |
        2 | flush_ms = = 3
          |            ^
        See https://toml.io for the notation.
        "#);
    }

    #[test]
    fn bounds_that_cross_are_refused() {
        let text = "[gateway]\nidentify_backoff_max_s = 3\n";
        insta::assert_snapshot!(load(text).expect_err("wrong"), @r#"
        config.toml:2:26: the first wait (5 s) is longer than the longest (3 s)
          |
        2 | identify_backoff_max_s = 3
          |                          ^
        `identify_backoff_min_s` may be at most `identify_backoff_max_s`.
        "#);
    }

    #[test]
    fn a_token_in_the_file_is_refused_and_never_shown() {
        let token = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.abcdefghijklmnopqrstuvwxyz0123456789AB";
        for text in [
            format!("token = \"{token}\"\n"),
            format!("[discord]\nDISCORD_TOKEN = \"{token}\"\n"),
            format!("[limits]\nevents = \"{token}\"\n"),
            format!("[limits]\nevents = {token}\n"),
            "discord-token = \"short\"\n".to_owned(),
        ] {
            let error = load(&text).expect_err("wrong");
            assert!(!error.contains("GabcdE") && !error.contains("short"), "{error}");
        }
        insta::assert_snapshot!(load(&format!("token = \"{token}\"\n")).expect_err("wrong"), @r#"
        config.toml:1:1: a token has no place here
          |
        1 | token = ***
          | ^^^^^
        This file is shown, copied and committed; a token in it would be too. Take it out, put a line `DISCORD_TOKEN=…` into `.env`, and if anyone may have seen it, reset it at https://discord.com/developers/applications.
        "#);
    }

    #[test]
    fn only_an_origin_may_stand_for_discord() {
        for (given, origin) in [
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("https://proxy.example/", "https://proxy.example"),
            ("HTTP://LOCALHOST:80/", "http://localhost"),
        ] {
            assert_eq!(env("DISCORD_API_URL", given).expect("right").discord_api_url.as_deref(), Some(origin));
        }
        for wrong in ["127.0.0.1:8080", "ws://a", "http://a/api/v10", "http://a?b", "http://me:pw@a", "file:///etc"] {
            let error = env("DISCORD_API_URL", wrong).expect_err(wrong);
            assert!(error.contains("DISCORD_API_URL") && !error.contains("me:pw"), "{error}");
        }
        assert_eq!(env("DISCORD_API_URL", " ").expect("empty is none").discord_api_url, None);
    }

    #[test]
    fn only_sqlite_is_a_database() {
        assert_eq!(env("DATABASE_URL", "sqlite:a.db").expect("right").database_url, "sqlite:a.db");
        let error = env("DATABASE_URL", "postgres://me:pw@host/db").expect_err("wrong");
        assert!(error.contains("sqlite:steward.db") && !error.contains("pw"), "{error}");
    }

    #[test]
    fn a_placeholder_is_told_from_a_token() {
        let token = |text: &str| Config { token: Some(Secret::new(text)), ..Config::default() };
        for placeholder in
            ["your-token-here", "<token>", "CHANGEME", "xxxxxxxx", "paste your token", "Bot abc.def.ghi", "a b"]
        {
            assert!(token(placeholder).require_token().is_err(), "{placeholder}");
        }
        for real in ["MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.abcdefghijklmnopqrstuvwxyz0123456789AB", "sandbox"] {
            assert!(token(real).require_token().is_ok(), "{real}");
        }
        assert!(Config::default().require_token().is_err());
    }

    #[test]
    fn a_secret_is_never_printed() {
        let config = Config { token: Some(Secret::new("very-secret")), ..Config::default() };
        let printed = format!("{config:?} {config:#?}");
        assert!(printed.contains("***") && !printed.contains("very-secret"), "{printed}");
    }
}
