//! One call to Discord that carries out an order, and what its answer means.

use std::time::Duration;

use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use serde_json::{Value, json};
use serenity::http::{LightMethod, Request, Route};

use crate::app::App;
use crate::ids::ChannelId;
use crate::text::limits;

use super::queue::Waiting;
use super::{FailureReason, Outcome};
use crate::discord::client::rest::Refusal;

/// Clocks differ, and are put right: one's own message is looked for from this long before it was
/// sent by the clock of that time.
pub(super) const SKEW: Duration = Duration::from_secs(3_600);
/// Discord's code for a change in a thread that is archived.
const ARCHIVED: i64 = 50_083;

/// What came of one attempt.
pub(super) enum CallResult {
    Ended(Outcome),
    /// Discord has said no, for good.
    Refused(Refusal),
    /// Nothing was done, and it may be different later.
    Not(Refusal),
    /// Nobody has said whether it was done.
    Perhaps(Refusal),
}

impl CallResult {
    /// What Discord said to the deed itself.
    pub(super) fn from_answer(answer: Result<Outcome, Refusal>) -> Self {
        match answer {
            Err(refusal @ (Refusal::Unknown | Refusal::Refused { status: 500.., .. })) => Self::Perhaps(refusal),
            answer => Self::before(answer),
        }
    }

    /// What it said to something without which the deed is not done.
    pub(super) fn before(answer: Result<Outcome, Refusal>) -> Self {
        match answer {
            Ok(outcome) => Self::Ended(outcome),
            Err(refusal) if refusal.is_transient() || is_unauthorized(&refusal) => Self::Not(refusal),
            Err(refusal) => Self::Refused(refusal),
        }
    }
}

/// The token was refused: the process ends, and the next one tries again.
pub(super) const fn is_unauthorized(refusal: &Refusal) -> bool {
    matches!(refusal, Refusal::Refused { status: 401, .. })
}

/// A call whose reason stands in Discord's audit log.
pub(super) async fn act(
    app: &App,
    method: LightMethod,
    route: Route<'_>,
    body: &Value,
    reason: &str,
) -> Result<Value, Refusal> {
    let encoded = limits::percent_encoded(&limits::audit_reason(reason)).to_string();
    // Percent-encoded text is always a header.
    let headers = HeaderValue::from_str(&encoded)
        .map(|reason| HeaderMap::from_iter([(HeaderName::from_static("x-audit-log-reason"), reason)]));
    let body = (!body.is_null()).then(|| body.to_string().into_bytes());
    app.discord.rest.call(Request::new(route, method).body(body).headers(headers.ok())).await
}

/// Discord answers a change with the member, message or channel that was changed. An answer about anything
/// else is not Discord's, and says nothing on what was done.
pub(super) fn is_about(id_in_answer: &Value, changed: i64) -> Result<(), Refusal> {
    if id(id_in_answer) == Some(changed) { Ok(()) } else { Err(Refusal::Unknown) }
}

/// Changes something that may stand in a thread. Discord opens an archived one by itself where somebody
/// writes, but refuses changes in it: so it is opened first, where Steward may do that.
///
/// # Errors
/// The refusal of the change where it may not, which is final.
pub(super) async fn in_open_thread<F: Future<Output = Result<Value, Refusal>>>(
    app: &App,
    channel: ChannelId,
    change: impl Fn() -> F,
) -> Result<Value, Refusal> {
    let archived = match change().await {
        Err(refusal) if refusal.code() == ARCHIVED => refusal,
        answer => return answer,
    };
    let route = Route::Channel { channel_id: channel.into() };
    match app.discord.rest.send(LightMethod::Patch, route, &json!({"archived": false})).await {
        Ok(_) => change().await,
        Err(refusal) if refusal.is_transient() || is_unauthorized(&refusal) => Err(refusal),
        Err(_) => Err(archived),
    }
}

/// What an earlier try may have removed is removed.
pub(super) fn gone_is_done(order: &Waiting, outcome: Result<Outcome, Refusal>) -> Result<Outcome, Refusal> {
    match outcome {
        Err(refusal) if order.tried_at.is_some() && FailureReason::of_refusal(&refusal) == FailureReason::Gone => {
            Ok(Outcome::Done { message: None })
        }
        outcome => outcome,
    }
}

pub(super) fn id(value: &Value) -> Option<i64> {
    value.as_str()?.parse().ok()
}
