//! Every call to Discord's REST API goes through here: one time-out, one pause for all, one
//! breaker, and refusals that can be acted on. Nothing of a request is ever logged but its kind.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use reqwest::header::{AUTHORIZATION, DATE, USER_AGENT};
use reqwest::multipart::{Form, Part};
use reqwest::redirect::Policy;
use reqwest::{StatusCode, Url};
use serde_json::Value;
use serenity::constants;
use serenity::http::{Http, HttpBuilder, LightMethod, Request, Route};
use tokio::sync::watch;
use tracing::{debug, warn};

use crate::clock::{Clock, monotonic};
use crate::config::{Rest as Settings, Secret};
use crate::error::Error;
use crate::text::rfc3339;

use crate::discord::client::server_clock::ServerClock;
use crate::discord::client::upload;
use crate::discord::client::upload::Upload;

/// How often a call that was limited is made again.
const TRIES: usize = 4;
/// How long limits may hold up one call: its caller decides again afterwards.
const LIMITS_WAIT: Duration = Duration::from_secs(10);

/// Where Discord keeps the files that people attach.
const FILES: [&str; 2] = ["https://cdn.discordapp.com", "https://media.discordapp.net"];

/// Where serenity's paths begin.
const DISCORD: &str = "https://discord.com";

/// What is asked of Discord.
enum Ask<'a> {
    Json(Box<Request<'a>>),
    Files {
        method: LightMethod,
        route: Route<'a>,
        body: String,
        files: Vec<Upload>,
    },
    /// A question at a path that serenity does not know.
    Path(&'a str),
}

impl Ask<'_> {
    /// The route, where serenity knows one.
    fn route(&self) -> Option<&Route<'_>> {
        match self {
            Self::Json(request) => Some(request.route_ref()),
            Self::Files { route, .. } => Some(route),
            Self::Path(_) => None,
        }
    }

    /// Whether Discord documents 204 and no body as the answer; it is JSON for everything else.
    fn is_answered_without_body(&self) -> bool {
        let method = match self {
            Self::Json(request) => *request.method_ref(),
            Self::Files { method, .. } => *method,
            Self::Path(_) => LightMethod::Get,
        };
        match self.route() {
            Some(Route::InteractionResponse { .. }) => method == LightMethod::Post,
            Some(Route::ChannelThreadMember { .. }) => method == LightMethod::Put,
            Some(Route::GuildBan { .. }) => matches!(method, LightMethod::Put | LightMethod::Delete),
            Some(Route::GuildMember { .. } | Route::ChannelMessage { .. }) => method == LightMethod::Delete,
            Some(Route::ChannelMessagesBulkDelete { .. }) => method == LightMethod::Post,
            Some(Route::ChannelMessageReactionMe { .. }) => matches!(method, LightMethod::Put | LightMethod::Delete),
            _ => false,
        }
    }
}

/// Why Discord did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It answered no: HTTP status, Discord's own code (0 if it gave none) and its words.
    #[error("Discord refused: {status}, code {code}: {message}")]
    Refused { status: u16, code: i64, message: String },
    /// No answer within the time-out, the connection broke, or what came is no answer of Discord's, as
    /// from a proxy that sends elsewhere: it may have been done or not.
    #[error("Discord did not answer as it should; whether it was done is not known")]
    Unknown,
    /// No connection could be made: nothing was done.
    #[error("Discord cannot be reached")]
    Unreachable,
    /// Held back because too many calls were refused lately: nothing was done.
    #[error("held back: too many refused calls in the last minutes")]
    Held,
    /// Discord asks to wait longer than a call may take: nothing was done.
    #[error("Discord asks to wait for {0:?}")]
    Limited(Duration),
}

impl Refusal {
    /// Discord's code, or 0.
    pub const fn code(&self) -> i64 {
        match self {
            Self::Refused { code, .. } => *code,
            _ => 0,
        }
    }

    /// Whether asking again later could help. Some of Discord's limits come as an ordinary refusal:
    /// too many edits (20022, 30046), too much written (20028, 20029), too many direct messages opened
    /// (40003), too much asked of it (40062, 130000).
    pub const fn is_transient(&self) -> bool {
        match self {
            Self::Refused { status, code, .. } => {
                *status == 429
                    || *status >= 500
                    || matches!(code, 20_022 | 20_028 | 20_029 | 30_046 | 40_003 | 40_062 | 130_000)
            }
            _ => true,
        }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Fault(refusal.into())
    }
}

/// The REST side of Discord, or of the server that `DISCORD_API_URL` names.
pub struct Rest {
    /// Serenity's client with its rate limiter; the limiter ignores a proxy, so it is off there.
    http: Http,
    /// It follows no redirects: Discord sends nobody elsewhere, and what answers there is not Discord.
    client: reqwest::Client,
    /// Discord's clock, by which the age of its ids is told.
    pub clock: ServerClock,
    timeout: Duration,
    token: Secret,
    origin: Option<String>,
    pause: Arc<Pause>,
    breaker: Breaker,
    /// Discord has said that the token is no good; it will not be until the process is started anew.
    token_refused: AtomicBool,
}

impl Rest {
    /// # Errors
    /// If the TLS of this machine cannot be set up.
    pub fn new(token: Secret, origin: Option<String>, settings: &Settings, clock: &Clock) -> Result<Self, Error> {
        let timeout = Duration::from_secs(settings.timeout_s);
        let connect = Duration::from_secs(settings.timeout_s.min(5));
        let client = reqwest::Client::builder().timeout(timeout).connect_timeout(connect).redirect(Policy::none());
        // A proxy of the network, as HTTP_PROXY names one, has no way to this machine's own servers.
        let client = if origin.as_deref().is_some_and(is_here) { client.no_proxy() } else { client };
        let client = client.build().map_err(anyhow::Error::from)?;
        let clock = ServerClock::new(clock.clone());
        let pause = Arc::new(Pause::default());
        let mut http = http(&token, origin.as_deref(), client.clone());
        if let Some(limiter) = &mut http.ratelimiter {
            let pause = Arc::clone(&pause);
            limiter.set_ratelimit_callback(Box::new(move |info| {
                if info.global {
                    pause.hold(info.timeout);
                }
            }));
        }
        let breaker = Breaker::new(settings.breaker_invalid, Duration::from_secs(settings.breaker_window_s));
        Ok(Self { http, client, clock, timeout, token, origin, pause, breaker, token_refused: AtomicBool::new(false) })
    }

    /// A client of its own for the gateway, which wants to own one.
    pub fn gateway_http(&self) -> Http {
        http(&self.token, self.origin.as_deref(), self.client.clone())
    }

    /// Whether Discord has refused the token.
    pub fn token_refused(&self) -> bool {
        self.token_refused.load(Ordering::Relaxed)
    }

    /// Whether a limit for all calls holds them back.
    pub fn is_paused(&self) -> bool {
        self.pause.until().is_some()
    }

    /// How long calls are still held back by a limit for all of them, if one is.
    pub fn paused_for(&self) -> Option<Duration> {
        self.pause.until().map(|until| until.saturating_duration_since(monotonic()))
    }

    /// Whether calls are held back because too many were refused lately.
    pub fn is_held(&self) -> bool {
        self.breaker.check().is_err()
    }

    /// `GET` of a route.
    pub async fn get(&self, route: Route<'_>) -> Result<Value, Refusal> {
        self.call(Request::new(route, LightMethod::Get)).await
    }

    /// `GET` of a path that serenity has no route for: "/guilds/1/roles/member-counts".
    pub async fn get_path(&self, path: &str) -> Result<Value, Refusal> {
        self.exchange(Ask::Path(path)).await
    }

    /// A file that somebody attached, of so many bytes at most; from Discord alone, and without telling it
    /// who asks.
    pub async fn download(&self, url: &str, most: u64) -> Result<Vec<u8>, Refusal> {
        let url = Url::parse(url).ok().filter(|url| self.has_files(url)).ok_or_else(|| no_file(0, "elsewhere"))?;
        let mut answer = self.client.get(url).send().await.map_err(|error| lost(&error))?;
        if !answer.status().is_success() {
            return Err(no_file(answer.status().as_u16(), "not there"));
        }
        let mut bytes = Vec::new();
        while let Some(more) = answer.chunk().await.map_err(|error| lost(&error))? {
            if (bytes.len() + more.len()) as u64 > most {
                return Err(no_file(200, "larger than it was said to be"));
            }
            bytes.extend_from_slice(&more);
        }
        Ok(bytes)
    }

    /// Whether an address is one where Discord, or where it is played, keeps files.
    fn has_files(&self, url: &Url) -> bool {
        let is_it = |place: &str| Url::parse(place).is_ok_and(|place| place.origin() == url.origin());
        match &self.origin {
            Some(origin) => is_it(origin),
            None => FILES.into_iter().any(is_it),
        }
    }

    /// A call with a JSON body; `PUT`, `POST` and `PATCH`.
    pub async fn send(&self, method: LightMethod, route: Route<'_>, body: &Value) -> Result<Value, Refusal> {
        self.call(Request::new(route, method).body(Some(body.to_string().into_bytes()))).await
    }

    /// The same for the body of a message, or of an answer that holds one, with the files it carries.
    pub async fn write(&self, method: LightMethod, route: Route<'_>, body: &Value) -> Result<Value, Refusal> {
        self.write_with(method, route, body, Vec::new()).await
    }

    /// The same with bytes of its files that were kept beside it.
    pub async fn write_with(
        &self,
        method: LightMethod,
        route: Route<'_>,
        body: &Value,
        kept: Vec<Vec<u8>>,
    ) -> Result<Value, Refusal> {
        let mut body = body.clone();
        let files = upload::take(&mut body, kept).await;
        if files.is_empty() {
            return self.send(method, route, &body).await;
        }
        self.exchange(Ask::Files { method, route, body: body.to_string(), files }).await
    }

    /// Makes one call and waits out rate limits; the JSON of the answer, `Null` where Discord documents
    /// none. Any other answer means that the outcome is unknown.
    ///
    /// A call is only made again where Discord has said that it was not done (429).
    pub async fn call(&self, request: Request<'_>) -> Result<Value, Refusal> {
        self.exchange(Ask::Json(Box::new(request))).await
    }

    async fn exchange(&self, ask: Ask<'_>) -> Result<Value, Refusal> {
        // Discord exempts interactions from its global limit, and people wait for them.
        let exempt = matches!(
            ask.route(),
            Some(
                Route::InteractionResponse { .. }
                    | Route::WebhookOriginalInteractionResponse { .. }
                    | Route::WebhookFollowupMessage { .. }
                    | Route::WebhookFollowupMessages { .. }
            )
        );
        let patience = monotonic() + LIMITS_WAIT;
        for _ in 0..TRIES {
            if !exempt {
                self.pause.over(patience).await?;
                self.breaker.check()?;
                if self.token_refused() {
                    return Err(Refusal::Refused { status: 401, code: 0, message: "the token was refused".to_owned() });
                }
            }
            let response = self.execute(&ask).await?;
            let date = response.headers().get(DATE).and_then(|date| date.to_str().ok());
            if let Some(date) = date.and_then(rfc3339::parse_http_date) {
                self.clock.compare(date);
            }
            let status = response.status().as_u16();
            if matches!(status, 401 | 403 | 429) {
                self.breaker.invalid();
            }
            // What interactions carry is a token of their own.
            if status == 401 && !exempt {
                self.token_refused.store(true, Ordering::Relaxed);
            }
            if status != 429 {
                return read(response, ask.is_answered_without_body()).await;
            }
            self.limited(response, patience).await?;
        }
        Err(Refusal::Refused { status: 429, code: 0, message: "still limited after several tries".to_owned() })
    }

    async fn execute(&self, ask: &Ask<'_>) -> Result<reqwest::Response, Refusal> {
        let request = match ask {
            Ask::Json(request) => (**request).clone(),
            Ask::Files { method, route, body, files } => return self.upload(*method, *route, body, files).await,
            Ask::Path(path) => {
                let asked = self.direct(LightMethod::Get, &format!("{DISCORD}/api/v10{path}")).send().await;
                return asked.map_err(|error| lost(&error));
            }
        };
        if let Some(limiter) = &self.http.ratelimiter {
            // It waits out its limits without end, before the request and after it.
            let performed = tokio::time::timeout(LIMITS_WAIT + self.timeout, limiter.perform(request));
            return performed.await.map_err(|_| Refusal::Unknown)?.map_err(|error| match error {
                serenity::Error::Http(serenity::http::HttpError::Request(error)) => lost(&error),
                _ => Refusal::Unreachable,
            });
        }
        let request =
            request.build(&self.client, self.http.token(), self.origin.as_deref()).map_err(|_| Refusal::Unreachable)?;
        request.send().await.map_err(|error| lost(&error))
    }

    /// Sends files, which serenity can number only from within: so they pass by its limiter, and what
    /// Discord says of limits is waited out like everywhere.
    async fn upload(
        &self,
        method: LightMethod,
        route: Route<'_>,
        body: &str,
        files: &[Upload],
    ) -> Result<reqwest::Response, Refusal> {
        let mut form = Form::new().text("payload_json", body.to_owned());
        for (at, file) in files.iter().enumerate() {
            form = form.part(format!("files[{at}]"), Part::bytes(file.bytes.clone()).file_name(file.name.clone()));
        }
        self.direct(method, &route.path()).multipart(form).send().await.map_err(|error| lost(&error))
    }

    /// A request that passes by serenity, with its token and name, to Discord or where it is played.
    fn direct(&self, method: LightMethod, path: &str) -> reqwest::RequestBuilder {
        let url = match &self.origin {
            Some(origin) => path.replace(DISCORD, origin.trim_end_matches('/')),
            None => path.to_owned(),
        };
        let request = self.client.request(method.reqwest_method(), url);
        request.header(AUTHORIZATION, self.http.token()).header(USER_AGENT, constants::USER_AGENT)
    }

    /// Waits as long as a 429 says; everyone waits when it was for everyone.
    async fn limited(&self, response: reqwest::Response, patience: Instant) -> Result<(), Refusal> {
        let headers = response.headers().clone();
        let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let body: Value = response.json().await.unwrap_or_default();
        let seconds = body["retry_after"]
            .as_f64()
            .or_else(|| header("retry-after").and_then(|text| text.parse().ok()))
            .filter(|seconds| seconds.is_finite() && *seconds >= 0.0)
            .unwrap_or(1.0);
        let wait = Duration::from_secs_f64(seconds.min(600.0));
        let global = body["global"].as_bool().unwrap_or(false) || header("x-ratelimit-global").is_some();
        debug!(global, ?wait, "Discord asks to wait");
        if global {
            self.pause.hold(wait);
        }
        sleep(wait, patience).await
    }
}

/// Waits, unless that takes longer than there is patience.
async fn sleep(span: Duration, patience: Instant) -> Result<(), Refusal> {
    if monotonic() + span > patience {
        return Err(Refusal::Limited(span));
    }
    tokio::time::sleep(span).await;
    Ok(())
}

fn no_file(status: u16, why: &str) -> Refusal {
    Refusal::Refused { status, code: 0, message: format!("a file is {why}") }
}

/// Whether a server is on this machine.
fn is_here(origin: &str) -> bool {
    let host = origin.split_once("://").map_or(origin, |(_, host)| host);
    ["127.", "localhost", "[::1]"].iter().any(|here| host.starts_with(here))
}

fn http(token: &Secret, origin: Option<&str>, client: reqwest::Client) -> Http {
    let builder = HttpBuilder::new(token.expose()).client(client);
    match origin {
        Some(origin) => builder.proxy(origin).ratelimiter_disabled(true).build(),
        None => builder.build(),
    }
}

/// What a failed exchange means: never connected means nothing was done.
fn lost(error: &reqwest::Error) -> Refusal {
    if error.is_connect() || error.is_builder() { Refusal::Unreachable } else { Refusal::Unknown }
}

async fn read(response: reqwest::Response, without_body: bool) -> Result<Value, Refusal> {
    let status = response.status();
    let bytes = response.bytes().await.map_err(|_| Refusal::Unknown)?;
    let body = serde_json::from_slice::<Value>(&bytes).ok().filter(|body| body.is_object() || body.is_array());
    if status.is_client_error() || status.is_server_error() {
        let body = body.unwrap_or_default();
        let message = body["message"].as_str().unwrap_or("no words").to_owned();
        let code = body["code"].as_i64().unwrap_or(0);
        return Err(Refusal::Refused { status: status.as_u16(), code, message });
    }
    match body {
        _ if without_body && status == StatusCode::NO_CONTENT => Ok(Value::Null),
        Some(body) if !without_body && status.is_success() => Ok(body),
        _ => Err(Refusal::Unknown),
    }
}

/// One pause for all calls, after a global 429.
#[derive(Debug)]
struct Pause(watch::Sender<Option<Instant>>);

impl Default for Pause {
    fn default() -> Self {
        Self(watch::Sender::new(None))
    }
}

impl Pause {
    fn hold(&self, span: Duration) {
        let until = monotonic() + span;
        self.0.send_modify(|pause| *pause = (*pause).max(Some(until)));
        warn!(?span, "Discord limits all calls; every call waits");
    }

    /// When the pause is over, if there is one.
    fn until(&self) -> Option<Instant> {
        self.0.borrow().filter(|until| *until > monotonic())
    }

    /// Returns once there is no pause.
    async fn over(&self, patience: Instant) -> Result<(), Refusal> {
        while let Some(until) = self.until() {
            sleep(until.saturating_duration_since(monotonic()), patience).await?;
        }
        Ok(())
    }
}

/// Stops calling after too many refused ones: Discord bans an address at 10,000 in ten minutes.
#[derive(Debug)]
struct Breaker {
    most: usize,
    window: Duration,
    invalid: Mutex<VecDeque<Instant>>,
}

impl Breaker {
    const fn new(most: usize, window: Duration) -> Self {
        Self { most, window, invalid: Mutex::new(VecDeque::new()) }
    }

    fn invalid(&self) {
        let mut invalid = self.invalid.lock().unwrap_or_else(PoisonError::into_inner);
        invalid.push_back(monotonic());
        if invalid.len() > self.most {
            invalid.pop_front();
        }
    }

    fn check(&self) -> Result<(), Refusal> {
        let invalid = self.invalid.lock().unwrap_or_else(PoisonError::into_inner);
        let full = invalid.len() >= self.most;
        let recent = invalid.front().is_some_and(|first| first.elapsed() < self.window);
        if full && recent { Err(Refusal::Held) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_breaker_opens_at_its_limit_and_closes_with_time() {
        let breaker = Breaker::new(3, Duration::from_secs(600));
        for _ in 0..2 {
            breaker.invalid();
            assert_eq!(breaker.check(), Ok(()));
        }
        breaker.invalid();
        assert_eq!(breaker.check(), Err(Refusal::Held));
        let later = Breaker::new(3, Duration::ZERO);
        (0..5).for_each(|_| later.invalid());
        assert_eq!(later.check(), Ok(()));
    }

    #[test]
    fn only_what_may_pass_is_asked_again() {
        let coded = |status, code| Refusal::Refused { status, code, message: String::new() };
        let refused = |status| coded(status, 0);
        for (refusal, passing) in [
            (refused(500), true),
            (refused(429), true),
            (refused(401), false),
            (refused(403), false),
            (refused(404), false),
            (coded(400, 40_003), true),
            (coded(403, 50_013), false),
            (Refusal::Limited(LIMITS_WAIT), true),
            (Refusal::Unknown, true),
        ] {
            assert_eq!(refusal.is_transient(), passing, "{refusal}");
        }
    }
}
