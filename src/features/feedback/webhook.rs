//! The tracker of the settings, to which themes are handed over: one request for each, signed, without redirects, within
//! bounds of time and size, and to no private address unless that is allowed.

pub mod address;
mod body;

use std::any::Any;
use std::sync::Arc;
use std::time::Duration;

use hmac::{Hmac, KeyInit, Mac};
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, USER_AGENT};
use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode, Url};
use serde_json::Value;
use sha2::Sha256;

use crate::clock::Timestamp;
use crate::config::webhook::{Preset, TOKEN, Webhook};
use crate::config::{Config, Secret};
use crate::error::{Error, Result};

use self::address::{NotPublic, Resolver, literal};
pub use self::body::{Filling, body};
use super::WhyNot;

/// Goes with every try of one hand-over: whoever knows it has had it.
const KEY: &str = "Idempotency-Key";
/// "t=1767225600,v1=…": when it was sent, in seconds, and what HMAC-SHA256 makes of "1767225600.BODY", in hexadecimal.
const SIGNATURE: &str = "X-Steward-Signature";
/// Of an answer no more is read, in bytes.
const LONGEST_ANSWER: usize = 64 << 10;
/// How long connecting may take.
const CONNECT: Duration = Duration::from_secs(5);

/// Why something was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    pub why: WhyNot,
    /// What the tracker answered, as HTTP counts.
    pub status: Option<i64>,
}

impl From<WhyNot> for Refusal {
    fn from(why: WhyNot) -> Self {
        Self { why, status: None }
    }
}

/// The tracker, as the feature keeps it in memory.
pub struct Tracker {
    settings: Webhook,
    /// `None` where nothing is sent.
    client: Option<Client>,
}

/// The state of the feature.
pub fn state(config: &Config) -> Arc<dyn Any + Send + Sync> {
    Arc::new(Tracker::new(&config.feedback_webhook))
}

impl Tracker {
    /// The tracker of these settings.
    pub fn new(settings: &Webhook) -> Self {
        let client = Client::builder()
            .timeout(Duration::from_secs(settings.timeout_s))
            .connect_timeout(CONNECT)
            .redirect(Policy::none())
            // A proxy would look the address up itself, unseen.
            .no_proxy()
            .dns_resolver(Arc::new(Resolver { allow_private: settings.allow_private }));
        let client = settings.url.as_ref().and_then(|_| client.build().ok());
        Self { settings: settings.clone(), client }
    }

    /// Sends one body, and says where the tracker keeps what it made of it.
    ///
    /// # Errors
    /// Why the tracker has not taken it, or not as far as is known.
    pub async fn send(&self, body: &Value, key: &str, now: Timestamp) -> Result<Option<String>, Refusal> {
        let (Some(client), Some(url)) = (&self.client, &self.settings.url) else { return Err(WhyNot::Off.into()) };
        let url = Url::parse(url.expose()).map_err(|_| WhyNot::Off)?;
        if !self.settings.allow_private && literal(&url).is_some_and(|ip| !address::is_public(ip)) {
            return Err(WhyNot::Private.into());
        }
        let bytes = body.to_string().into_bytes();
        let headers = self.headers(&bytes, key, now).map_err(|_| WhyNot::Off)?;

        let answer = client.post(url.clone()).headers(headers).body(bytes).send().await;

        let answer = answer.map_err(|error| lost(&error))?;
        let status = answer.status();
        if !status.is_success() {
            return Err(refused(status));
        }
        // Taken is taken, even if what it says about that gets lost.
        let said: Value = serde_json::from_slice(&bounded(answer).await).unwrap_or_default();
        if self.settings.preset == Preset::Linear && says_error(&said) {
            return Err(Refusal { why: WhyNot::Refused, status: Some(i64::from(status.as_u16())) });
        }
        Ok(link(&said, &url))
    }

    fn headers(&self, body: &[u8], key: &str, now: Timestamp) -> Result<HeaderMap> {
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        headers.insert(USER_AGENT, HeaderValue::from_static("Steward"));
        headers.insert(KEY, value(key)?);
        let usual = self.settings.preset.headers(self.settings.user.is_some());
        let own: Vec<&str> = self.settings.headers.iter().map(String::as_str).collect();
        let wanted: &[&str] = if own.is_empty() { usual } else { &own };
        for header in wanted {
            let Some((name, text)) = header.split_once(':') else { continue };
            let Some(text) = self.with_token(text.trim()) else { continue };
            let name = HeaderName::from_bytes(name.trim().as_bytes()).map_err(anyhow::Error::from)?;
            headers.insert(name, value(&text)?);
        }
        if let Some(secret) = &self.settings.secret {
            let time = now.millis() / 1_000;
            let signature = signature(secret.expose().as_bytes(), time, body);
            headers.insert(SIGNATURE, value(&format!("t={time},v1={signature}"))?);
        }
        Ok(headers)
    }

    /// A header with the token filled in; `None` where it takes one and there is none.
    fn with_token(&self, text: &str) -> Option<String> {
        const BASIC: &str = "{user:token}";
        let token = self.settings.token.as_ref().map(Secret::expose);
        if text.contains(BASIC) {
            use base64::Engine as _;
            let both = format!("{}:{}", self.settings.user.as_deref().unwrap_or_default(), token?);
            return Some(text.replace(BASIC, &base64::engine::general_purpose::STANDARD.encode(both)));
        }
        if text.contains(TOKEN) { Some(text.replace(TOKEN, token?)) } else { Some(text.to_owned()) }
    }
}

/// A value that no log shows.
fn value(text: &str) -> Result<HeaderValue> {
    let mut value = HeaderValue::from_str(text).map_err(|_| Error::fault("a header that cannot be sent"))?;
    value.set_sensitive(true);
    Ok(value)
}

/// What HMAC-SHA256 makes of the time, a dot and the body, in hexadecimal.
fn signature(secret: &[u8], time: i64, body: &[u8]) -> String {
    // HMAC takes keys of every length.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) else { return String::new() };
    mac.update(time.to_string().as_bytes());
    mac.update(b".");
    mac.update(body);
    mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Nothing was answered.
fn lost(error: &reqwest::Error) -> Refusal {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(one) = cause {
        if one.is::<NotPublic>() {
            return WhyNot::Private.into();
        }
        cause = one.source();
    }
    if error.is_timeout() { WhyNot::Timeout.into() } else { WhyNot::Unreachable.into() }
}

/// What an answer other than success means.
fn refused(status: StatusCode) -> Refusal {
    let why = match status.as_u16() {
        300..=399 => WhyNot::Redirect,
        408 | 409 | 425 | 429 | 500..=599 => WhyNot::Unwell,
        _ => WhyNot::Refused,
    };
    Refusal { why, status: Some(i64::from(status.as_u16())) }
}

/// The answer as far as it may be long; nothing of one that is longer, or breaks off.
async fn bounded(mut answer: reqwest::Response) -> Vec<u8> {
    let mut read = Vec::new();
    while let Ok(Some(more)) = answer.chunk().await {
        if read.len() + more.len() > LONGEST_ANSWER {
            return Vec::new();
        }
        read.extend_from_slice(&more);
    }
    read
}

/// Whether a GraphQL server says that nothing came of it.
fn says_error(said: &Value) -> bool {
    said["errors"].as_array().is_some_and(|errors| !errors.is_empty())
        || said["data"]["issueCreate"]["success"] == Value::Bool(false)
}

/// Where the tracker keeps it, as far as it says so: an address on the web, or the name of an issue.
fn link(said: &Value, url: &Url) -> Option<String> {
    const LONGEST: usize = 500;
    let candidates = [&said["html_url"], &said["web_url"], &said["data"]["issueCreate"]["issue"]["url"]];
    let web = |text: &str| {
        let url = Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
        (url.as_str().len() <= LONGEST).then(|| url.to_string())
    };
    let address = candidates.into_iter().filter_map(Value::as_str).find_map(web);
    let is_name = |key: &&str| {
        (1..=64).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_#".contains(&byte))
    };
    let key = said["key"].as_str().filter(is_name);
    let of_jira = || {
        let key = key.filter(|_| url.path().contains("/rest/api/"))?;
        let (before, _) = url.path().split_once("/rest/api/")?;
        web(&format!("{}{before}/browse/{key}", url.origin().ascii_serialization()))
    };
    address.or_else(of_jira).or_else(|| said["url"].as_str().and_then(web)).or_else(|| key.map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_signature_is_that_of_the_time_and_the_body() {
        // As `printf '1767225600.{}' | openssl dgst -sha256 -hmac secret` says.
        let expected = "fa7eaa06bf97d7815f3f456e97cde70c9e50cb005f01660c8d10b10c21964887";
        assert_eq!(signature(b"secret", 1_767_225_600, b"{}"), expected);
    }

    #[test]
    fn the_link_of_each_tracker_is_found() {
        let at = |url: &str| Url::parse(url).unwrap();
        let api = at("https://api.example.org/rest/api/2/issue");
        let hook = at("https://hooks.example.org/in");
        for (said, url, expected) in [
            (json!({"url": "https://a.b/api", "html_url": "https://a.b/7"}), &hook, Some("https://a.b/7")),
            (json!({"web_url": "https://a.b/8"}), &hook, Some("https://a.b/8")),
            (json!({"key": "APP-9", "self": "https://x"}), &api, Some("https://api.example.org/browse/APP-9")),
            (json!({"data": {"issueCreate": {"issue": {"url": "https://l.app/1"}}}}), &hook, Some("https://l.app/1")),
            (json!({"key": "APP-9"}), &hook, Some("APP-9")),
            (json!({"url": "https://a.b/c"}), &hook, Some("https://a.b/c")),
            (json!({"url": "javascript:alert(1)", "key": "<@1>"}), &hook, None),
            (json!("ok"), &hook, None),
        ] {
            assert_eq!(link(&said, url).as_deref(), expected, "{said}");
        }
    }

    #[test]
    fn headers_with_a_token_are_left_out_where_there_is_none() {
        let with = |preset, user: Option<&str>, token: Option<&str>| {
            let settings =
                Webhook { preset, user: user.map(str::to_owned), token: token.map(Secret::new), ..Webhook::default() };
            let headers = Tracker::new(&settings).headers(b"{}", "k", Timestamp(0)).unwrap();
            let shown = |name: &str| headers.get(name).map(|value| value.to_str().unwrap().to_owned());
            (shown("authorization"), shown("private-token"), shown("x-steward-signature"))
        };
        assert_eq!(with(Preset::Json, None, None), (None, None, None));
        assert_eq!(with(Preset::Github, None, Some("t")).0.as_deref(), Some("Bearer t"));
        assert_eq!(with(Preset::Gitlab, None, Some("t")).1.as_deref(), Some("t"));
        assert_eq!(with(Preset::Jira, Some("me"), Some("t")).0.as_deref(), Some("Basic bWU6dA=="));
        assert_eq!(with(Preset::Linear, None, Some("t")).0.as_deref(), Some("t"));
    }
}
