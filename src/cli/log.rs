//! The log: to stderr, in lines for people on a terminal and as JSON everywhere else, with nothing in
//! it that would let a reader act for the bot.
//!
//! The client libraries print URLs and payloads with tokens in them; they are never logged below
//! `warn`, whatever `RUST_LOG` says, and every line is searched for tokens before it is written.

use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};
use std::sync::Arc;

use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::{EnvFilter, FilterExt, FilterFn, filter_fn};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{Layer, Registry};

use super::{Exit, Failure};
use crate::config::{Secret, looks_like_token};

/// What a bot that runs for weeks says.
pub const USUAL: &str = "info,serenity=warn,poise=warn,reqwest=warn,hyper=warn";
/// Only what went wrong.
pub const TROUBLE: &str = "warn";

/// Crates that print what they send and receive.
const TALKATIVE: &[&str] =
    &["serenity", "poise", "reqwest", "hyper", "hyper_util", "h2", "tungstenite", "tokio_tungstenite"];

/// Starts the log for the whole process, panics included. `usual` holds where nothing is wanted.
pub fn start(wanted: Option<&str>, usual: &str, token: Option<&Secret>) -> Result<(), Failure> {
    let wanted = wanted.map(str::trim).filter(|wanted| !wanted.is_empty()).unwrap_or(usual);
    let filter = EnvFilter::try_new(wanted).map_err(|error| {
        Failure::new(
            Exit::Usage,
            format!("RUST_LOG is `{wanted}`, and that is no filter ({error}).\nWrite it like `{USUAL}`."),
        )
    })?;
    let lines = lines(io::stderr, token.cloned(), io::stderr().is_terminal());
    // A second start in one process changes nothing.
    let _ = tracing_subscriber::registry().with(lines.with_filter(filter.and(quiet()))).try_init();
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        let words = panic.payload_as_str().unwrap_or("without words");
        tracing::error!(panic.place = place, "panicked: {words}");
    }));
    Ok(())
}

fn quiet() -> FilterFn {
    filter_fn(|what| {
        let name = what.target().split("::").next().unwrap_or_default();
        !TALKATIVE.contains(&name) || *what.level() <= LevelFilter::WARN
    })
}

fn lines<W>(to: W, token: Option<Secret>, for_people: bool) -> Box<dyn Layer<Registry> + Send + Sync>
where
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let writer = Redacting { to, token: token.map(Arc::new) };
    let layer = tracing_subscriber::fmt::layer().with_writer(writer);
    // Colours would stand between a name and its value, where tokens are looked for.
    if for_people { layer.with_ansi(false).boxed() } else { layer.json().flatten_event(true).boxed() }
}

/// Writers whose lines are searched for tokens first.
struct Redacting<W> {
    to: W,
    token: Option<Arc<Secret>>,
}

impl<'w, W: MakeWriter<'w>> MakeWriter<'w> for Redacting<W> {
    type Writer = RedactingWriter<W::Writer>;

    fn make_writer(&'w self) -> Self::Writer {
        RedactingWriter { to: self.to.make_writer(), token: self.token.clone() }
    }
}

struct RedactingWriter<W> {
    to: W,
    token: Option<Arc<Secret>>,
}

impl<W: Write> Write for RedactingWriter<W> {
    /// The formatter hands over whole events, so no token is cut in two here.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(bytes);
        self.to.write_all(redacted(&text, self.token.as_deref()).as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// A text without the bot's token, tokens of interactions and webhooks, and what looks like a token.
pub fn redacted<'t>(text: &'t str, token: Option<&Secret>) -> Cow<'t, str> {
    let own = token.map(Secret::expose).filter(|token| token.len() >= 8);
    let text = match own {
        Some(own) if text.contains(own) => Cow::Owned(text.replace(own, "***")),
        _ => Cow::Borrowed(text),
    };
    let spans = secret_spans(&text);
    if spans.is_empty() {
        return text;
    }
    let mut clean = String::with_capacity(text.len());
    let mut done = 0;
    for (start, end) in spans {
        clean.push_str(&text[done..start]);
        clean.push_str("***");
        done = end;
    }
    clean.push_str(&text[done..]);
    Cow::Owned(clean)
}

/// Where words stand that must not be read, in order.
fn secret_spans(text: &str) -> Vec<(usize, usize)> {
    let mut spans = Vec::new();
    let mut rest = 0;
    while let Some(start) = text[rest..].find(in_word).map(|at| rest + at) {
        let end = text[start..].find(|c| !in_word(c)).map_or(text.len(), |at| start + at);
        let word = &text[start..end];
        if looks_like_token(word.trim_end_matches('.')) || is_secret_here(&text[..start], word) {
            spans.push((start, end));
        }
        rest = end;
    }
    spans
}

const fn in_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.')
}

/// The third part of `/interactions/<id>/<token>` and `/webhooks/<id>/<token>`, and long values of
/// something called a token.
fn is_secret_here(before: &str, word: &str) -> bool {
    if let Some(path) = before.strip_suffix('/') {
        let route = path.trim_end_matches(|c: char| c.is_ascii_digit());
        return route.len() < path.len() && (route.ends_with("/interactions/") || route.ends_with("/webhooks/"));
    }
    let name = before.trim_end_matches(['"', '\'', '\\', ':', '=', '(', ' ']);
    let last = name.len().checked_sub("token".len()).and_then(|at| name.get(at..));
    let called_token = last.is_some_and(|last| last.eq_ignore_ascii_case("token"));
    called_token && name.len() < before.len() && word.len() >= 20
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    const TOKEN: &str = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.abcdefghijklmnopqrstuvwxyz0123456789AB";
    const INTERACTION: &str = "aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDEyMzQ1Njc4OTphYmNkZWZnaGlqa2xtbm9w";

    #[test]
    fn tokens_are_taken_out_and_the_rest_stays() {
        let own = Secret::new("sandbox-token");
        for (line, clean) in [
            ("nothing to hide".to_owned(), "nothing to hide"),
            (format!("POST /interactions/123/{INTERACTION}/callback"), "POST /interactions/123/***/callback"),
            (
                format!("https://discord.com/api/v10/webhooks/9/{INTERACTION}?wait=true"),
                "https://discord.com/api/v10/webhooks/9/***?wait=true",
            ),
            ("GET /webhooks/9 and /guilds/1/members/2".to_owned(), "GET /webhooks/9 and /guilds/1/members/2"),
            (format!("Authorization: Bot {TOKEN}."), "Authorization: Bot ***"),
            (format!("{{\"token\":\"{INTERACTION}\",\"id\":\"5\"}}"), "{\"token\":\"***\",\"id\":\"5\"}"),
            (format!("Interaction {{ token: \"{INTERACTION}\" }}"), "Interaction { token: \"***\" }"),
            (format!(r#""message":"body {{\"token\":\"{INTERACTION}\"}}""#), r#""message":"body {\"token\":\"***\"}""#),
            ("with sandbox-token inside".to_owned(), "with *** inside"),
            ("the token was refused".to_owned(), "the token was refused"),
            ("ведро/interactions/1/x и хвост".to_owned(), "ведро/interactions/1/*** и хвост"),
        ] {
            assert_eq!(redacted(&line, Some(&own)), clean);
        }
    }

    #[derive(Clone, Default)]
    struct Memory(Arc<Mutex<Vec<u8>>>);

    impl Write for Memory {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().expect("no panics").extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn logged(filter: &str, talk: impl FnOnce()) -> String {
        let memory = Memory::default();
        let to = memory.clone();
        let lines = lines(move || to.clone(), Some(Secret::new(TOKEN)), false);
        let filter = EnvFilter::try_new(filter).expect("a filter");
        let log = tracing_subscriber::registry().with(lines.with_filter(filter.and(quiet())));
        tracing::subscriber::with_default(log, talk);
        let bytes = memory.0.lock().expect("no panics").clone();
        String::from_utf8(bytes).expect("text")
    }

    #[test]
    fn the_client_libraries_stay_quiet_whatever_is_asked() {
        let text = logged("trace,serenity=trace", || {
            tracing::info!(target: "serenity::http::request", "{TOKEN}");
            tracing::debug!(target: "reqwest::connect", "too much");
            tracing::warn!(target: "serenity::gateway", "told");
            let _span = tracing::info_span!(target: "serenity::http", "request", body = "secret body").entered();
            tracing::debug!(target: "steward::x", "ours");
        });
        assert!(text.contains("told") && text.contains("ours"), "{text}");
        assert!(!text.contains("too much") && !text.contains("secret body") && text.lines().count() == 2, "{text}");
    }

    #[test]
    fn a_line_is_json_and_has_no_token_in_any_field() {
        let text = logged("info", || {
            tracing::error!(url = %format!("/interactions/5/{INTERACTION}/callback"), "failed with {TOKEN}\nforged line");
        });
        assert_eq!(text.lines().count(), 1, "{text}");
        let line: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(line["url"], "/interactions/5/***/callback");
        assert_eq!(line["message"], "failed with ***\nforged line");
    }
}
