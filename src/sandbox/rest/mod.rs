//! REST: every request from the connection to its route and back.
//!
//! Fault → token → route → body → route's own checks → answer, and a record of it all. A route that
//! is not here is answered 404 as Discord does, and is a violation.

mod bot;
mod call;
mod channels;
mod commands;
mod events;
mod guilds;
mod incoming;
mod interactions;
mod members;
mod messages;
mod polls;
mod reactions;
mod threads;
mod trouble;

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{ConnectInfo, Request, State as Shared};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

pub use call::{Call, Outcome, Refusal, Reply};
pub use incoming::MOST_BYTES;
use incoming::{Incoming, MOST_OF_A_FILE, unescape};

use super::iso;
use super::journal::Exchange;
use super::server::Scissors;
use super::{Core, State};
use crate::clock::Timestamp;

/// A route as Discord's description names it.
pub struct Route {
    method: &'static str,
    template: &'static str,
    run: fn(&mut Call<'_>) -> Outcome,
}

const fn route(method: &'static str, template: &'static str, run: fn(&mut Call<'_>) -> Outcome) -> Route {
    Route { method, template, run }
}

/// Every route there is, area by area. Fixed names stand before parameters.
fn routes() -> impl Iterator<Item = &'static Route> {
    let areas: [&[Route]; 11] = [
        &bot::ROUTES,
        &commands::ROUTES,
        &interactions::ROUTES,
        &reactions::ROUTES,
        &messages::ROUTES,
        &polls::ROUTES,
        &channels::ROUTES,
        &guilds::ROUTES,
        &events::ROUTES,
        &members::ROUTES,
        &threads::ROUTES,
    ];
    areas.into_iter().flatten()
}

/// Parameters of a path, if it fits the template.
fn fits(template: &'static str, path: &str) -> Option<Vec<(&'static str, String)>> {
    let mut found = Vec::new();
    let mut segments = path.split('/');
    for part in template.split('/') {
        let segment = segments.next()?;
        match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
            Some(name) => found.push((name, unescape(segment))),
            None if part == segment => {}
            None => return None,
        }
    }
    segments.next().is_none().then_some(found)
}

/// Counts a request as open until it is answered, or its connection is gone.
struct Open(Arc<Core>);

impl Drop for Open {
    fn drop(&mut self) {
        self.0.act(|state| state.journal.open -= 1);
    }
}

/// Serves one request.
pub async fn serve(
    Shared(core): Shared<Arc<Core>>,
    ConnectInfo(scissors): ConnectInfo<Scissors>,
    request: Request,
) -> Response {
    core.act(|state| state.journal.open += 1);
    let _open = Open(Arc::clone(&core));
    let incoming = incoming::read(request).await;
    let (method, path) = (incoming.method.clone(), incoming.path.clone());
    let fault = core.act(|state| state.faults.take(&method, &path));
    let (status, headers, body) = match fault {
        None => plain(core.act(|state| apply(state, incoming))),
        Some(fault) => match trouble::meet(&core, fault, incoming).await {
            Some(answer) => answer,
            None => {
                scissors.cut();
                (500, Vec::new(), Value::Null)
            }
        },
    };
    let now = core.read(|state| state.world.now());
    respond(status, &headers, &body, now)
}

type Answer = (u16, Vec<(String, String)>, Value);

fn plain((status, body): (u16, Value)) -> Answer {
    (status, Vec::new(), body)
}

/// Carries a request out, as far as it is allowed, and records it.
fn apply(state: &mut State, incoming: Incoming) -> (u16, Value) {
    let at = format!("{} {}", incoming.method, redacted(&incoming.path));
    let open = incoming.path.starts_with("/interactions/") || incoming.path.starts_with("/webhooks/");
    if !open && incoming.path != "/gateway" {
        let token = incoming.authorization.as_deref().unwrap_or_default();
        if state.faults.told_unauthorized {
            state.journal.violation(format!("rest: {at} after a 401"));
        }
        if state.faults.token_refused || token != format!("Bot {}", state.world.token) {
            state.faults.told_unauthorized = true;
            let body = json!({"message": "401: Unauthorized", "code": 0});
            record(state, incoming, None, 401, &body);
            return (401, body);
        }
    }
    let found = routes()
        .filter(|route| route.method == incoming.method)
        .find_map(|route| fits(route.template, &incoming.path).map(|ids| (route, ids)));
    let Some((route, ids)) = found else {
        state.journal.violation(format!("rest: unknown route {at}"));
        let elsewhere = routes().any(|route| fits(route.template, &incoming.path).is_some());
        let (status, words) = if elsewhere { (405, "405: Method Not Allowed") } else { (404, "404: Not Found") };
        let body = json!({"message": words, "code": 0});
        record(state, incoming, None, status, &body);
        return (status, body);
    };
    let outcome = match &incoming.malformed {
        Some(why) => Err(Refusal {
            status: 400,
            code: 50_109,
            message: "The request body contains invalid JSON.".into(),
            errors: None,
            violation: Some(format!("malformed body: {why}")),
        }),
        None if incoming.files.iter().any(|file| file.bytes.len() > MOST_OF_A_FILE) => Err(Refusal::code(40_005)),
        None => (route.run)(&mut Call {
            state,
            ids,
            query: incoming.query.clone(),
            body: incoming.body.clone(),
            files: incoming.files.clone(),
            reason: incoming.reason.clone(),
        }),
    };
    if incoming.reason.as_ref().is_some_and(|reason| reason.chars().count() > 512) {
        state.journal.violation(format!("rest: {at}: the audit log reason is longer than 512"));
    }
    let (status, body) = match outcome {
        Ok(Reply::Ok(body)) => (200, body),
        Ok(Reply::Created(body)) => (201, body),
        Ok(Reply::Empty) => (204, Value::Null),
        Err(refusal) => {
            if let Some(violation) = &refusal.violation {
                state.journal.violation(format!("rest: {at}: {violation}"));
            }
            (refusal.status, refusal.body())
        }
    };
    record(state, incoming, Some(route.template), status, &body);
    (status, body)
}

/// A path without the tokens of interactions.
fn redacted(path: &str) -> String {
    let long = |part: &str| part.len() > 32;
    path.split('/').map(|part| if long(part) { "…" } else { part }).collect::<Vec<_>>().join("/")
}

fn record(state: &mut State, incoming: Incoming, template: Option<&'static str>, status: u16, answer: &Value) {
    let Incoming { method, path, query, reason, body, .. } = incoming;
    let at = state.world.now();
    let answer = if state.journal.recording { answer.clone() } else { Value::Null };
    state.journal.exchanges.push(Exchange { method, path, template, query, at, body, reason, status, answer });
}

fn respond(status: u16, headers: &[(String, String)], body: &Value, now: Timestamp) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let body = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
    let mut response = (status, [(header::CONTENT_TYPE, "application/json")], body).into_response();
    let usual = [("via", "1.1 local"), ("x-ratelimit-limit", "50"), ("x-ratelimit-remaining", "49")];
    let usual = usual.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
    let usual = usual.chain([("date".to_owned(), iso::http_date(now))]);
    for (name, value) in usual.chain(headers.iter().cloned()) {
        if let (Ok(name), Ok(value)) = (name.parse::<header::HeaderName>(), value.parse()) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_find_their_route_and_parameters() {
        let ids = fits(
            "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me",
            "/channels/1/messages/2/reactions/%F0%9F%91%8D/@me",
        );
        assert_eq!(ids.unwrap()[2].1, "👍");
        assert_eq!(fits("/users/@me", "/users/@me/channels"), None);
    }
}
