//! The lines that are typed, as they come.

use std::io::BufRead;

use tokio::sync::mpsc::{self, UnboundedReceiver};

/// Reads on a thread of its own: whoever waits for a line must not keep the demo from ending.
pub fn of_stdin() -> UnboundedReceiver<String> {
    let (send, lines) = mpsc::unbounded_channel();
    std::thread::spawn(move || {
        let mut stdin = std::io::stdin().lock();
        let mut line = Vec::new();
        // An end and a broken pipe are the same to whoever waits.
        while let Ok(1..) = stdin.read_until(b'\n', &mut line) {
            if send.send(String::from_utf8_lossy(&line).into_owned()).is_err() {
                return;
            }
            line.clear();
        }
    });
    lines
}
