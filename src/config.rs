//! Settings.
use secrecy::{ExposeSecret, SecretString};
#[derive(Clone, Default)]
pub struct Secret(SecretString);
impl Secret { pub fn new(s: String) -> Self { Self(s.into()) }
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}
#[derive(Clone, Default)]
pub struct Config {
    pub token: Option<Secret>,
    pub discord_api_url: Option<String>,
    pub rest: Rest,
    pub gateway: Gateway,
    pub limits: Limits,
    pub activity: Activity,
}
#[derive(Clone, Default)]
pub struct Rest {
    pub timeout_s: u64,
    pub breaker_invalid: usize,
    pub breaker_window_s: u64,
}
#[derive(Clone, Default)]
pub struct Gateway {
    pub ready_timeout_s: u64,
    pub heartbeat_timeout_s: u64,
    pub identify_backoff_min_s: u64,
    pub identify_backoff_max_s: u64,
    pub identify_limit_per_day: usize,
}
#[derive(Clone, Default)]
pub struct Limits {
    pub interactions: usize,
    pub events: usize,
    pub interaction_workers: usize,
}
#[derive(Clone, Default)]
pub struct Activity {
    pub flush_ms: u64,
}
