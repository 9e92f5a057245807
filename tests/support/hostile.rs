//! Texts that people type to make something happen where they are shown, and what to look for there.

use serde_json::Value;
use steward::sandbox::Exchange;

/// Texts that would do something if they were shown as they are.
pub const HOSTILE: [&str; 14] = [
    "@everyone @here",
    "<@&1> <@1> <#1> </note:1> <t:0:R> <:smile:1>",
    "[free nitro](https://evil.example)",
    "https://evil.example/?a=b_c",
    "<https://evil.example>",
    "discord.gg/evil and DISCORD.GG/evil",
    "**bold** __under__ ~~gone~~ ||spoiler|| `code`",
    "```\nblock\n``` and ``` open",
    "# Title\n## Title\n-# small",
    "> quote\n>>> all of it\n- list\n1. list",
    "left\u{202e}thgir\u{2066}",
    "zero\u{200b}width\u{feff}\u{ad}join\u{200d}er",
    "back\\slash \\*",
    "a\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
];

/// What Discord would act upon in a text: markdown, mentions and links that no backslash stops.
pub fn live(raw: &str) -> Vec<String> {
    const ANYWHERE: [&str; 18] = [
        "*",
        "_",
        "~~",
        "||",
        "`",
        "<@",
        "<#",
        "<:",
        "<a:",
        "<t:",
        "<id:",
        "<sound:",
        "</",
        "<mailto:",
        "](",
        "://",
        "@everyone",
        "@here",
    ];
    let mut found = Vec::new();
    let mut line_start = true;
    let mut escaped = false;
    for (at, c) in raw.char_indices() {
        let rest = &raw[at..];
        if escaped || (c == '\\' && rest[1..].starts_with(|next: char| next.is_ascii_punctuation())) {
            escaped = !escaped;
            line_start = false;
            continue;
        }
        found.extend(ANYWHERE.iter().filter(|sign| rest.starts_with(**sign)).map(|sign| format!("{sign} at {at}")));
        let at_start = ["#", ">", "- ", "-#"].into_iter().filter(|sign| line_start && rest.starts_with(sign));
        found.extend(at_start.map(|sign| format!("{sign} at the start of a line")));
        if is_hidden(c) {
            found.push(format!("hidden {c:?} at {at}"));
        }
        line_start = c == '\n';
    }
    if raw.to_lowercase().contains("discord.gg/") {
        found.push("an invitation".to_owned());
    }
    found
}

/// Characters that nobody sees, or that turn a line around. What joins emoji is none.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(
            c,
            '\u{feff}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{2028}' | '\u{2029}' | '\u{115f}' | '\u{1160}'
        )
        || matches!(c, '\u{3164}' | '\u{ffa0}' | '\u{2060}'..='\u{2064}' | '\u{e0001}' | '\u{85}' | '\r')
        || (c.is_control() && c != '\n')
}

/// A text that left for Discord, and where it stood.
#[derive(Debug, Clone)]
pub struct Sent {
    /// The route, and the place in the message: "/channels/{channel_id}/messages embeds description".
    pub place: String,
    pub raw: String,
}

/// Every text of these requests, whether it was seen for a moment or still is.
pub fn sent(requests: &[Exchange]) -> Vec<Sent> {
    let mut all = Vec::new();
    for request in requests.iter().filter(|request| matches!(request.method.as_str(), "POST" | "PATCH" | "PUT")) {
        let message = if request.body["data"].is_object() { &request.body["data"] } else { &request.body };
        let speaks = message["content"].is_string() || message["embeds"].is_array();
        assert!(!speaks || message["allowed_mentions"].is_object(), "nothing says whom it may notify: {request:?}");
        walk(&request.body, request.template.unwrap_or_default(), &mut all);
        let reason = request.reason.iter().map(|reason| ("reason", reason));
        all.extend(reason.map(|(place, raw)| Sent { place: place.to_owned(), raw: raw.clone() }));
    }
    all
}

/// Between these marks stands what somebody typed.
const OPEN: char = '⟦';
const CLOSE: char = '⟧';

/// A text between its marks.
pub fn marked(text: &str) -> String {
    format!("{OPEN}{text}{CLOSE}")
}

impl Sent {
    /// What stands between marks; where it was cut off, up to there.
    pub fn typed(&self) -> impl Iterator<Item = &str> {
        let inside = |rest: &'_ str| rest.find([CLOSE, '…']).unwrap_or(rest.len());
        self.raw.split(OPEN).skip(1).map(move |rest| &rest[..inside(rest)])
    }

    /// What Discord would act upon of what was typed.
    pub fn acts(&self) -> Vec<String> {
        // Labels, titles of forms, small print, words for a picture, names of events and threads and reasons in the
        // audit log know no markdown.
        let plain = ["components", "footer", "choices", "attachments description", "reason"]
            .iter()
            .any(|part| self.place.contains(part))
            || self.place.ends_with("data title")
            || self.place.ends_with("/scheduled-events name")
            || self.place.ends_with("/threads name");
        // Whoever opens a form finds their own words in it as they are.
        let own = self.place.contains("components") && self.place.ends_with(" value");
        // With its mark before it, it does not begin a line.
        let found = self.typed().flat_map(|inside| live(&format!("{OPEN}{inside}")));
        found.filter(|found| !own && (!plain || found.starts_with("hidden"))).collect()
    }
}

fn walk(value: &Value, place: &str, into: &mut Vec<Sent>) {
    match value {
        Value::String(raw) => into.push(Sent { place: place.to_owned(), raw: raw.clone() }),
        Value::Array(parts) => parts.iter().for_each(|part| walk(part, place, into)),
        Value::Object(parts) => {
            // Ids and words of Discord's own are no text.
            let own = ["custom_id", "type", "nonce", "style", "id", "communication_disabled_until"];
            for (key, part) in parts.iter().filter(|(key, _)| !own.contains(&key.as_str())) {
                walk(part, &format!("{place} {key}"), into);
            }
        }
        _ => {}
    }
}
