//! The door for programs: `/health` and `/metrics` for those that watch over the bot, and the pages of the features, such
//! as calendars to subscribe to.
//!
//! It is served beside the bot and can hurt it as little as possible: few visitors at a time, each for a
//! few seconds, one answer each, nothing read but the request's first lines, and the database asked
//! once a second at most.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::serve::Listener;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::Interval;
use tokio_util::sync::CancellationToken;
use tracing::{info, warn};

use super::{Status, look, metrics};
use crate::app::App;
use crate::clock::monotonic;
use crate::error::Error;

/// Connections at a time; more wait in the kernel's queue, which refuses what is beyond it.
const VISITORS: usize = 16;
/// How long a connection may take.
const VISIT: Duration = Duration::from_secs(5);

/// The bound socket; nothing is accepted before [`serve`].
pub struct Door {
    listener: TcpListener,
    visitors: Arc<Semaphore>,
}

impl Door {
    /// Where it is.
    ///
    /// # Errors
    /// If the system does not say.
    pub fn address(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// Takes the address.
///
/// # Errors
/// In words, with what to do: it is taken, or none of this machine's.
pub async fn open(address: SocketAddr) -> Result<Door, Refused> {
    let listener = TcpListener::bind(address).await.map_err(|error| refused(address, &error))?;
    if is_public(address.ip()) {
        warn!(
            %address,
            "health and figures can be read by everyone who reaches this machine; listen on 127.0.0.1, or let a \
             firewall in front of it"
        );
    }
    info!(%address, "health and figures are served");
    Ok(Door { listener, visitors: Arc::new(Semaphore::new(VISITORS)) })
}

/// Why there is no listening there.
#[derive(Debug)]
pub struct Refused {
    pub words: String,
    /// It may be different in a moment: an address that comes with a network which is not up yet.
    pub passing: bool,
}

fn refused(address: SocketAddr, error: &io::Error) -> Refused {
    let (what, cure) = match error.kind() {
        io::ErrorKind::AddrInUse => {
            ("another program has that port".to_owned(), "Stop that program, or choose another port.")
        }
        io::ErrorKind::AddrNotAvailable => (
            "this machine has no such address".to_owned(),
            "Write 127.0.0.1, or one of the addresses that `ip address` shows.",
        ),
        io::ErrorKind::PermissionDenied => {
            ("that port is not for everyone".to_owned(), "Choose one from 1024 on, such as 9090.")
        }
        _ => (error.to_string(), "Choose another address."),
    };
    let words =
        format!("[http] listen of the settings is {address}, but {what}.\n{cure} Without that line Steward runs too.");
    Refused { words, passing: error.kind() == io::ErrorKind::AddrNotAvailable }
}

/// Whether strangers may reach it, as far as the address says.
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => !(address.is_loopback() || address.is_private() || address.is_link_local()),
        IpAddr::V6(address) => !(address.is_loopback() || address.is_unique_local() || address.is_unicast_link_local()),
    }
}

/// Lets visitors in until it is told to stop.
pub async fn serve(door: Door, app: Arc<App>, stop: CancellationToken) {
    let router = Router::new()
        .route("/health", get(health))
        .route("/metrics", get(figures))
        .route("/{feature}/{*rest}", get(page))
        .fallback(async || NOTHING)
        .with_state(app);
    let serving = async move { axum::serve(door, router).await };
    // Serving never ends with an error: `Door::accept` tries again.
    let _ = stop.run_until_cancelled(serving).await;
}

/// One answer for each visit, and no proxy may keep it.
const BRIEF: [(HeaderName, &str); 2] = [(header::CONNECTION, "close"), (header::CACHE_CONTROL, "no-store")];

/// What strangers are told.
const NOTHING: (StatusCode, &str) = (StatusCode::NOT_FOUND, "There are /health and /metrics.\n");

/// What a feature serves, if it serves anything there.
async fn page(State(app): State<Arc<App>>, Path((feature, rest)): Path<(String, String)>) -> Response {
    let Some(serve) = app.feature(&feature).and_then(|feature| feature.page) else { return NOTHING.into_response() };
    match serve(&app, &rest).await {
        Ok(Some(page)) => ([(header::CONTENT_TYPE, page.content_type)], BRIEF, page.body).into_response(),
        Ok(None) => NOTHING.into_response(),
        Err(Error::Told(_)) => (StatusCode::SERVICE_UNAVAILABLE, "Try again later.\n").into_response(),
        Err(Error::Fault(error)) => {
            let reference = app.report("a page", &error);
            (StatusCode::INTERNAL_SERVER_ERROR, format!("Something went wrong, reference {reference}.\n"))
                .into_response()
        }
    }
}

async fn health(State(app): State<Arc<App>>) -> Response {
    let report = look(&app).await;
    let status = match report.status {
        Status::Ok => StatusCode::OK,
        Status::Ill => StatusCode::SERVICE_UNAVAILABLE,
    };
    let body = serde_json::to_string(&report).unwrap_or_default();
    (status, [(header::CONTENT_TYPE, "application/json")], BRIEF, body + "\n").into_response()
}

async fn figures(State(app): State<Arc<App>>) -> Response {
    let form = [(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")];
    (form, BRIEF, metrics::render(&app).await).into_response()
}

impl Listener for Door {
    type Io = Visit;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Visit, SocketAddr) {
        loop {
            // The semaphore is never closed; if it were, nobody would be let in.
            let Ok(place) = Arc::clone(&self.visitors).acquire_owned().await else {
                return std::future::pending().await;
            };
            match self.listener.accept().await {
                Ok((stream, visitor)) => {
                    let end = tokio::time::interval_at((monotonic() + VISIT).into(), VISIT);
                    return (Visit { stream, end, _place: place }, visitor);
                }
                // Out of files, or gone before they were let in: a moment later it may be better.
                Err(_) => drop(tokio::time::timeout(Duration::from_millis(100), std::future::pending::<()>()).await),
            }
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// A connection that ends by itself, however slowly the other side speaks or listens.
pub struct Visit {
    stream: TcpStream,
    end: Interval,
    _place: OwnedSemaphorePermit,
}

impl Visit {
    fn in_time(&mut self, cx: &mut Context<'_>) -> io::Result<()> {
        if self.end.poll_tick(cx).is_ready() { Err(io::ErrorKind::TimedOut.into()) } else { Ok(()) }
    }
}

impl AsyncRead for Visit {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        self.in_time(cx)?;
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl AsyncWrite for Visit {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.in_time(cx)?;
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_this_machine_or_of_a_private_net_is_not_public() {
        for (address, public) in [
            ("127.0.0.1", false),
            ("::1", false),
            ("192.168.1.5", false),
            ("10.0.0.1", false),
            ("fd00::1", false),
            ("0.0.0.0", true),
            ("::", true),
            ("93.184.216.34", true),
        ] {
            assert_eq!(is_public(address.parse().expect("an address")), public, "{address}");
        }
    }
}
