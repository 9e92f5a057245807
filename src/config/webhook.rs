//! `[feedback.webhook]`: where themes that are handed over are sent, and in which form. What lets Steward in there, and
//! what it signs with, comes from the environment, or from files that the environment names.

use std::path::PathBuf;

use serde_json::Value;

use super::{Config, Kind, Secret, Section, Setting};
use crate::ids::GuildId;

/// What fills a template.
pub const PLACEHOLDERS: [&str; 10] =
    ["title", "text", "people", "items", "theme", "status", "tags", "server", "project", "key"];
/// What stands in a template for the packet as JSON.
pub const PACKET: &str = "packet";
/// What stands in a header for the token.
pub const TOKEN: &str = "{token}";

/// Where a theme goes that is handed over.
#[derive(Debug, Clone, PartialEq)]
pub struct Webhook {
    /// Hidden, because some receivers let in whoever knows their address; nothing is sent unless it is set.
    pub url: Option<Secret>,
    pub preset: Preset,
    /// The body, with placeholders in its texts; that of the preset, unless it is set.
    pub template: Option<Value>,
    /// "Name: value" each, with `{token}` where the token belongs; those of the preset, unless they are set.
    pub headers: Vec<String>,
    /// The key of a project in Jira, the id of a team in Linear.
    pub project: Option<String>,
    /// Who the token belongs to, where a receiver wants to know: in Jira's cloud an address of e-mail.
    pub user: Option<String>,
    /// The only server whose themes are sent.
    pub server: Option<GuildId>,
    /// Whether the receiver may be in a private network, and be spoken to without encryption.
    pub allow_private: bool,
    /// How long an answer may take, in seconds.
    pub timeout_s: u64,
    /// What lets Steward in, from `STEWARD_WEBHOOK_TOKEN`.
    pub token: Option<Secret>,
    /// What requests are signed with, from `STEWARD_WEBHOOK_SECRET`.
    pub secret: Option<Secret>,
}

impl Default for Webhook {
    fn default() -> Self {
        Self {
            url: None,
            preset: Preset::Json,
            template: None,
            headers: Vec::new(),
            project: None,
            user: None,
            server: None,
            allow_private: false,
            timeout_s: 10,
            token: None,
            secret: None,
        }
    }
}

impl Webhook {
    /// Whether themes of this server are sent.
    pub fn takes(&self, guild: GuildId) -> bool {
        self.url.is_some() && self.server.is_none_or(|server| server == guild)
    }
}

/// What a receiver expects.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Preset {
    /// The packet as it is.
    #[default]
    Json,
    Github,
    Gitlab,
    Jira,
    Linear,
}

impl Preset {
    const ALL: [Self; 5] = [Self::Json, Self::Github, Self::Gitlab, Self::Jira, Self::Linear];

    /// As it is written in the settings.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Jira => "jira",
            Self::Linear => "linear",
        }
    }

    /// The body that it sends.
    pub const fn template(self) -> &'static str {
        match self {
            Self::Json => r#""{packet}""#,
            Self::Github => r#"{"title": "{title}", "body": "{text}"}"#,
            Self::Gitlab => r#"{"title": "{title}", "description": "{text}"}"#,
            Self::Jira => {
                r#"{"fields": {"project": {"key": "{project}"}, "issuetype": {"name": "Task"},
                    "summary": "{title}", "description": "{text}"}}"#
            }
            Self::Linear => {
                r#"{"query": "mutation($input: IssueCreateInput!) { issueCreate(input: $input) { success issue { identifier url } } }",
                    "variables": {"input": {"teamId": "{project}", "title": "{title}", "description": "{text}"}}}"#
            }
        }
    }

    /// The headers that it sends; where there is no token, those with one are left out.
    pub const fn headers(self, has_user: bool) -> &'static [&'static str] {
        match self {
            Self::Json => &["Authorization: Bearer {token}"],
            Self::Github => &[
                "Accept: application/vnd.github+json",
                "X-GitHub-Api-Version: 2022-11-28",
                "Authorization: Bearer {token}",
            ],
            Self::Gitlab => &["PRIVATE-TOKEN: {token}"],
            // The cloud knows people by their address, a server of one's own by the token alone.
            Self::Jira if has_user => &["Authorization: Basic {user:token}"],
            Self::Jira => &["Authorization: Bearer {token}"],
            Self::Linear => &["Authorization: {token}"],
        }
    }

    /// Whether it takes a project.
    pub const fn wants_project(self) -> bool {
        matches!(self, Self::Jira | Self::Linear)
    }
}

pub(super) const SECTION: Section = Section {
    name: "feedback.webhook",
    settings: &[
        text("url", r#""https://api.github.com/repos/OWNER/REPO/issues""#, "Left out, nothing is sent.", url),
        text("preset", r#""github""#, "There are: json, github, gitlab, jira, linear.", preset),
        text(
            "template",
            r#"'{"summary": "{title}", "details": "{text}"}'"#,
            "It is JSON; placeholders stand within its texts: title, text, people, items, theme, status, tags, server, \
             project, key, packet. Left out, it is that of the preset.",
            template,
        ),
        Setting { name: "headers", kind: Kind::Texts { example: r#"["Authorization: Bearer {token}"]"#, set: header } },
        text("project", r#""KEY""#, "Left out, the preset has to do without.", |config, text| {
            config.feedback_webhook.project = Some(filled(text, "this names no project")?);
            Ok(())
        }),
        text("user", r#""me@example.org""#, "Left out, the token says who it belongs to.", |config, text| {
            config.feedback_webhook.user = Some(filled(text, "this names nobody")?);
            Ok(())
        }),
        text("server", r#""100000000000000001""#, "Left out, themes of every server are sent.", |config, text| {
            let id = text.trim().parse().map_err(|_| "this is no id of a server".to_owned())?;
            config.feedback_webhook.server = Some(GuildId(id));
            Ok(())
        }),
        Setting {
            name: "allow_private",
            kind: Kind::Switch { set: |config, on| config.feedback_webhook.allow_private = on },
        },
        Setting {
            name: "timeout_s",
            kind: Kind::Number {
                default: 10,
                least: 1,
                most: 15,
                set: |config, number| config.feedback_webhook.timeout_s = u64::try_from(number).unwrap_or(10),
            },
        },
    ],
};

const fn text(
    name: &'static str,
    example: &'static str,
    without: &'static str,
    set: fn(&mut Config, &str) -> Result<(), String>,
) -> Setting {
    Setting { name, kind: Kind::Text { example, without, set } }
}

fn filled(text: &str, or: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() { Err(or.to_owned()) } else { Ok(text.to_owned()) }
}

fn url(config: &mut Config, text: &str) -> Result<(), String> {
    let url = reqwest::Url::parse(text.trim()).map_err(|_| "this is no address on the web".to_owned())?;
    if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
        return Err("this is no address on the web".to_owned());
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("an address has no name or password in it; the token comes from STEWARD_WEBHOOK_TOKEN".to_owned());
    }
    config.feedback_webhook.url = Some(Secret::new(url.as_str()));
    Ok(())
}

fn preset(config: &mut Config, text: &str) -> Result<(), String> {
    let named = Preset::ALL.into_iter().find(|preset| preset.name() == text.trim());
    config.feedback_webhook.preset = named.ok_or_else(|| "there is no such preset".to_owned())?;
    Ok(())
}

fn template(config: &mut Config, text: &str) -> Result<(), String> {
    let value: Value = serde_json::from_str(text).map_err(|error| format!("this is no JSON ({error})"))?;
    if let Some(unknown) = placeholders(text).find(|name| *name != PACKET && !PLACEHOLDERS.contains(name)) {
        return Err(format!("there is nothing to fill in for {{{unknown}}}"));
    }
    config.feedback_webhook.template = Some(value);
    Ok(())
}

/// The names between braces: small letters alone, so that a language with braces of its own can be spoken.
fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    let names = text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name));
    names.filter(|name| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'))
}

fn header(config: &mut Config, text: &str) -> Result<(), String> {
    let (name, value) = text.split_once(':').ok_or_else(|| "a header is written `Name: value`".to_owned())?;
    let is_name = reqwest::header::HeaderName::from_bytes(name.trim().as_bytes()).is_ok();
    let is_value = reqwest::header::HeaderValue::from_str(value.trim()).is_ok();
    if !is_name || !is_value || value.trim().is_empty() {
        return Err("this is no header".to_owned());
    }
    config.feedback_webhook.headers.push(format!("{}: {}", name.trim(), value.trim()));
    Ok(())
}

/// What is wrong with what is set as a whole.
pub(super) fn contradiction(webhook: &Webhook) -> Option<(&'static str, String)> {
    let url = webhook.url.as_ref()?;
    if url.expose().starts_with("http://") && !webhook.allow_private {
        let what = "the address is not encrypted, so that others could read what is sent";
        return Some((
            what,
            "Write `https://`, or `allow_private = true` where it is in a network of your own.".to_owned(),
        ));
    }
    if webhook.preset.wants_project() && webhook.project.is_none() && webhook.template.is_none() {
        let right = format!("Set `project`: {} needs to know where an issue belongs.", webhook.preset.name());
        return Some(("the project is missing", right));
    }
    None
}

/// Reads a secret from the environment, or from the file that `…_FILE` names there.
pub(super) fn secret(name: &str, env: &impl Fn(&str) -> Option<String>, problems: &mut Vec<String>) -> Option<Secret> {
    if let Some(text) = env(name) {
        return Some(Secret::new(text));
    }
    let variable = format!("{name}_FILE");
    let path = PathBuf::from(env(&variable)?);
    match std::fs::read_to_string(&path) {
        Ok(text) if !text.trim().is_empty() => Some(Secret::new(text.trim())),
        Ok(_) => {
            problems.push(format!("The file {}, which {variable} names, is empty.", path.display()));
            None
        }
        Err(error) => {
            problems.push(format!(
                "The file {}, which {variable} names, cannot be read ({error}).\nCorrect the path, or give the user who runs Steward the right to read it.",
                path.display()
            ));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(text: &str, env: &'static [(&'static str, &'static str)]) -> Result<Webhook, String> {
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), format!("[feedback.webhook]\n{text}")).expect("written");
        let name = file.path().display().to_string();
        let asked = |asked: &str| env.iter().find(|(name, _)| *name == asked).map(|(_, value)| (*value).to_owned());
        Config::load_with(Some(file.path()), asked)
            .map(|config| config.feedback_webhook)
            .map_err(|error| error.to_string().replace(&name, "config.toml"))
    }

    #[test]
    fn a_receiver_is_set_in_the_file_and_its_secrets_in_the_environment() {
        let text = "url = \"https://jira.example.org/rest/api/2/issue\"\npreset = \"jira\"\nproject = \"APP\"\n\
                    user = \"me@example.org\"\nserver = \"7\"\nallow_private = true\ntimeout_s = 3\n\
                    headers = [\"X-Team: a\", \"X-Key: {token}\"]\n";
        let env: &[_] = &[("STEWARD_WEBHOOK_TOKEN", "quite secret"), ("STEWARD_WEBHOOK_SECRET", "more so")];
        let webhook = load(text, env).expect("right");
        assert_eq!((webhook.preset, webhook.server, webhook.timeout_s), (Preset::Jira, Some(GuildId(7)), 3));
        assert_eq!(webhook.headers, ["X-Team: a", "X-Key: {token}"]);
        assert_eq!(webhook.token.as_ref().map(Secret::expose), Some("quite secret"));
        assert!(webhook.takes(GuildId(7)) && !webhook.takes(GuildId(8)));
        let shown = format!("{webhook:?}");
        assert!(
            !shown.contains("quite secret") && !shown.contains("more so") && !shown.contains("jira.example"),
            "{shown}"
        );
    }

    #[test]
    fn what_is_wrong_is_refused_with_what_is_right() {
        for (text, what) in [
            ("url = \"ftp://example.org\"\n", "this is no address on the web"),
            ("url = \"https://me:pw@example.org\"\n", "no name or password"),
            ("url = \"http://example.org\"\n", "allow_private = true"),
            ("url = \"https://example.org\"\npreset = \"linear\"\n", "Set `project`"),
            ("preset = \"trello\"\n", "json, github, gitlab, jira, linear"),
            ("template = \"{\"\n", "this is no JSON"),
            ("template = '{\"a\": \"{who}\"}'\n", "nothing to fill in for {who}"),
            ("headers = [\"Authorization\"]\n", "Name: value"),
            ("headers = \"X: y\"\n", "`headers` takes a list of texts"),
            ("server = \"mine\"\n", "no id of a server"),
            ("allow_private = 1\n", "`allow_private` takes true or false"),
            ("timeout_s = 600\n", "too large"),
            ("colour = \"red\"\n", "there is no setting `colour` in [feedback.webhook]"),
        ] {
            let said = load(text, &[]).expect_err(text);
            assert!(said.contains(what), "{text}: {said}");
        }
        let said = load("token = \"abc\"\n", &[]).expect_err("a token");
        assert!(said.contains("a token has no place here") && !said.contains("abc"), "{said}");
    }

    #[test]
    fn what_may_let_somebody_in_is_not_shown() {
        for text in [
            "secret = \"hush\"\n",
            "url = \"https://me:hush@example.org\"\n",
            "url = [\"https://example.org/hush\"]\n",
            "headers = \"X-Key: hush\"\n",
            "headers = [\"X-Key hush\"]\n",
            "template = '{\"a\": \"hush\"'\n",
            "adress = \"https://example.org/hush\"\n",
            "[feedback]\nurl = \"https://example.org/hush\"\n",
            "[activity]\nurl = \"https://example.org/hush\"\n",
        ] {
            let said = load(text, &[]).expect_err(text);
            assert!(said.contains("***") && !said.contains("hush"), "{text}: {said}");
        }
    }

    #[test]
    fn a_language_with_braces_can_be_spoken() {
        let template = "template = '{\"query\": \"{ issue { id } }\", \"t\": \"{title}\"}'\n";
        assert!(load(template, &[]).expect("right").template.is_some());
    }

    #[test]
    fn a_secret_may_lie_in_a_file() {
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), "from a file\n").expect("written");
        let path = file.path().display().to_string();
        let mut problems = Vec::new();
        let env = |name: &str| (name == "STEWARD_WEBHOOK_SECRET_FILE").then(|| path.clone());
        let found = secret("STEWARD_WEBHOOK_SECRET", &env, &mut problems);
        assert_eq!(found.as_ref().map(Secret::expose), Some("from a file"));
        let gone = |name: &str| (name == "A_FILE").then(|| "/nowhere/at/all".to_owned());
        assert_eq!(secret("A", &gone, &mut problems), None);
        assert!(problems[0].contains("/nowhere/at/all, which A_FILE names, cannot be read"), "{problems:?}");
    }

    #[test]
    fn every_preset_is_json_and_knows_its_placeholders() {
        for preset in Preset::ALL {
            let mut config = Config::default();
            template(&mut config, preset.template()).unwrap_or_else(|why| panic!("{}: {why}", preset.name()));
        }
    }
}
