//! A tracker on loopback, to which themes are handed over: it keeps what it was sent, and answers as it was told.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use tokio::sync::watch;

use super::loopback;
use super::town::PATIENCE;

/// How it answers one request.
#[derive(Debug, Clone)]
pub enum Says {
    With(u16, Value),
    /// Go elsewhere.
    Elsewhere(String),
    /// Never anything.
    Nothing,
    /// So many bytes.
    Bytes(usize),
}

/// A request that it was sent.
#[derive(Debug, Clone)]
pub struct Sent {
    pub path: String,
    pub headers: HeaderMap,
    pub bytes: Bytes,
}

impl Sent {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub fn body(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap()
    }
}

#[derive(Clone)]
pub struct Tracker {
    pub address: std::net::SocketAddr,
    plan: Arc<Mutex<VecDeque<Says>>>,
    sent: Arc<Mutex<Vec<Sent>>>,
    count: watch::Sender<usize>,
}

impl Tracker {
    pub async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind(loopback::any()).await.unwrap();
        let address = listener.local_addr().unwrap();
        let tracker = Self { address, plan: Arc::default(), sent: Arc::default(), count: watch::Sender::new(0) };
        let router = Router::new().fallback(answer).with_state(tracker.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        tracker
    }

    pub fn url(&self) -> String {
        format!("http://{}/issues", self.address)
    }

    /// The next answers; after them it takes everything.
    pub fn says(&self, next: impl IntoIterator<Item = Says>) {
        self.plan.lock().unwrap().extend(next);
    }

    /// From now on it takes everything.
    pub fn is_well(&self) {
        self.plan.lock().unwrap().clear();
    }

    /// Everything it was sent.
    pub fn sent(&self) -> Vec<Sent> {
        self.sent.lock().unwrap().clone()
    }

    /// Waits until it was sent so much.
    pub async fn until(&self, count: usize) {
        let mut seen = self.count.subscribe();
        let wait = async { seen.wait_for(|seen| *seen >= count).await.map(drop) };
        let came = tokio::time::timeout(PATIENCE, wait).await;
        assert!(came.is_ok(), "it was sent {} and not {count}", self.sent().len());
    }
}

async fn answer(State(tracker): State<Tracker>, uri: axum::http::Uri, headers: HeaderMap, bytes: Bytes) -> Response {
    tracker.sent.lock().unwrap().push(Sent { path: uri.path().to_owned(), headers, bytes });
    let taken = json!({"html_url": "https://github.com/example/app/issues/7"});
    let says = tracker.plan.lock().unwrap().pop_front().unwrap_or(Says::With(201, taken));
    tracker.count.send_modify(|count| *count += 1);
    match says {
        Says::With(status, body) => {
            let status = StatusCode::from_u16(status).unwrap();
            (status, [(header::CONTENT_TYPE, "application/json")], body.to_string()).into_response()
        }
        Says::Elsewhere(place) => (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, place)]).into_response(),
        Says::Nothing => {
            tokio::time::sleep(Duration::from_secs(3_600)).await;
            StatusCode::OK.into_response()
        }
        Says::Bytes(count) => (StatusCode::OK, vec![b' '; count]).into_response(),
    }
}
