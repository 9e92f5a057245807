//! The door: an HTTP server on loopback whose connections can be cut like a cable.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use axum::Router;
use axum::extract::connect_info::Connected;
use axum::extract::ws::WebSocketUpgrade;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};

use super::{Core, line, rest, wire};

/// Serves until the sandbox is stopped.
pub async fn run(core: Arc<Core>, listener: TcpListener) {
    let stop = core.stop.clone();
    let door = Door { listener, core: Arc::clone(&core) };
    let router = Router::new()
        .route("/", get(connect))
        .route("/attachments/{id}/{name}", get(file))
        .fallback(rest::serve)
        .layer(DefaultBodyLimit::max(rest::MOST_BYTES))
        .with_state(core);
    let serving = axum::serve(door, router.into_make_service_with_connect_info::<Scissors>());
    tokio::select! {
        // Accepting never ends with an error: `Door::accept` tries again.
        _ = serving => {}
        () = stop.cancelled() => {}
    }
}

async fn connect(State(core): State<Arc<Core>>, upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(move |socket| line::run(core, socket))
}

/// A file that stands in a message, or was given to a command.
async fn file(State(core): State<Arc<Core>>, Path((id, _name)): Path<(i64, String)>) -> Response {
    let found = core.read(|state| {
        let messages = state.world.channels.values().flat_map(|channel| channel.messages.values());
        let posted = messages.flat_map(|message| &message.attachments);
        posted
            .chain(&state.interactions.uploads)
            .find(|file| file.id == id)
            .map(|file| (wire::content_type(&file.name), file.bytes.clone()))
    });
    match found {
        Some((kind, bytes)) => ([(header::CONTENT_TYPE, kind)], bytes).into_response(),
        None => (StatusCode::NOT_FOUND, "This content is no longer available.").into_response(),
    }
}

/// Cuts the connection a request came on.
#[derive(Clone)]
pub struct Scissors(Arc<AtomicBool>);

impl Scissors {
    pub fn cut(&self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

impl Connected<IncomingStream<'_, Door>> for Scissors {
    fn connect_info(stream: IncomingStream<'_, Door>) -> Self {
        Self(Arc::clone(&stream.io().cut))
    }
}

struct Door {
    listener: TcpListener,
    core: Arc<Core>,
}

impl Listener for Door {
    type Io = Cable;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Cable, SocketAddr) {
        loop {
            if let Ok((stream, peer)) = self.listener.accept().await {
                // Small frames must not wait for each other.
                let _ = stream.set_nodelay(true);
                return (Cable { stream, cut: Arc::default(), core: Arc::clone(&self.core) }, peer);
            }
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// A connection that fails as soon as it is cut.
struct Cable {
    stream: TcpStream,
    cut: Arc<AtomicBool>,
    core: Arc<Core>,
}

impl Cable {
    fn whole(&self) -> io::Result<()> {
        let cut = self.cut.load(Ordering::SeqCst) || self.core.stop.is_cancelled();
        if cut { Err(io::ErrorKind::ConnectionReset.into()) } else { Ok(()) }
    }
}

impl AsyncRead for Cable {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        self.whole()?;
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl AsyncWrite for Cable {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.whole()?;
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
