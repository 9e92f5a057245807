//! One gateway connection: frames between the socket and [`super::gateway`], and the watch over
//! heartbeats.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::ws::{CloseFrame, Message, WebSocket};
use tokio::sync::mpsc;

use super::Core;
use super::gateway::{self, Frame};
use crate::clock::monotonic;

/// Frames a client may send in a minute.
const SENDS_PER_MINUTE: usize = 120;

/// Runs until either side ends the connection.
pub async fn run(core: Arc<Core>, mut socket: WebSocket) {
    let (out, mut frames) = mpsc::unbounded_channel();
    let line = core.act(|state| state.gateway.open_line(out));
    let mut heard = monotonic();
    let mut sends: VecDeque<_> = VecDeque::new();
    let mut watch = tokio::time::interval(Duration::from_millis(500));
    let mut goodbye = false;
    loop {
        tokio::select! {
            // What is to be sent goes first, so that a close comes after all that was said before it.
            biased;
            frame = frames.recv() => match frame {
                Some(Frame::Text(text)) => if socket.send(Message::Text(text.into())).await.is_err() { break },
                Some(Frame::Close(code, reason)) => {
                    close(&mut socket, code, reason).await;
                    break;
                }
                Some(Frame::Cut) | None => break,
            },
            message = socket.recv() => match message {
                Some(Ok(Message::Close(frame))) => {
                    goodbye = frame.is_some_and(|frame| matches!(frame.code, 1000 | 1001));
                    // Reading on sends the answer to the close, for which the peer waits.
                    let _ = tokio::time::timeout(Duration::from_millis(200), socket.recv()).await;
                    break;
                }
                Some(Ok(Message::Text(_) | Message::Binary(_))) if too_many(&mut sends) => {
                    refuse(&core, &mut socket, 4008, "You are being rate limited.").await;
                    break;
                }
                Some(Ok(Message::Text(text))) => {
                    heard = monotonic();
                    if let Err((code, reason)) = core.act(|state| gateway::receive(state, line, text.as_str())) {
                        refuse(&core, &mut socket, code, reason).await;
                        break;
                    }
                }
                Some(Ok(Message::Binary(_))) => {
                    refuse(&core, &mut socket, 4002, "Error while decoding payload.").await;
                    break;
                }
                Some(Ok(_)) => {}
                Some(Err(_)) | None => break,
            },
            _ = watch.tick() => {
                let patience = core.read(|state| state.gateway.heartbeat_ms) * 2 + 5_000;
                if heard.elapsed() > Duration::from_millis(patience) {
                    close(&mut socket, 4009, "Session timed out.").await;
                    break;
                }
            }
            () = core.stop.cancelled() => break,
        }
    }
    core.act(|state| state.gateway.close_line(line, goodbye));
}

fn too_many(sends: &mut VecDeque<std::time::Instant>) -> bool {
    let now = monotonic();
    sends.push_back(now);
    while sends.front().is_some_and(|first| now - *first > Duration::from_secs(60)) {
        sends.pop_front();
    }
    sends.len() > SENDS_PER_MINUTE
}

async fn refuse(core: &Core, socket: &mut WebSocket, code: u16, reason: &'static str) {
    core.act(|state| gateway::note_close(state, code, reason));
    close(socket, code, reason).await;
}

async fn close(socket: &mut WebSocket, code: u16, reason: &'static str) {
    // The peer may be gone already; then there is nobody left to tell.
    let _ = socket.send(Message::Close(Some(CloseFrame { code, reason: reason.into() }))).await;
    // Gives the peer the moment to read it before the connection goes.
    let _ = tokio::time::timeout(Duration::from_millis(200), socket.recv()).await;
}
