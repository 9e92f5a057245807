//! Limits of messages and their embeds.

use serde_json::Value;

use super::{At, Problems, components, length};
use crate::sandbox::world::flag;

/// A message that is written, or edited where `flags` are those it has already.
pub fn message(problems: &mut Problems, body: &Value, files: usize, flags: u64) {
    let root = At::root();
    if !body.is_object() {
        problems.add(&root, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
        return;
    }
    let flags = body["flags"].as_u64().unwrap_or(0) | flags;
    let v2 = flags & flag::COMPONENTS_V2 != 0;
    problems.text(&root.to("content"), &body["content"], 0, 2_000);
    embeds(problems, &root.to("embeds"), &body["embeds"]);
    components(problems, &root.to("components"), &body["components"], v2);
    if v2 {
        for key in ["content", "embeds", "poll"] {
            let empty = match &body[key] {
                Value::Null => true,
                Value::String(text) => text.is_empty(),
                Value::Array(items) => items.is_empty(),
                _ => false,
            };
            if !empty {
                let words = format!("The '{key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
                problems.add(&root.to(key), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", words);
            }
        }
    }
    if files > 10 {
        problems.add(&root.to("files"), "BASE_TYPE_BAD_LENGTH", "Must be between 0 and 10 in length.");
    }
    if !body["nonce"].is_null() && body["nonce"].as_str().is_some_and(|nonce| nonce.len() > 25) {
        problems.add(&root.to("nonce"), "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
    }
    for (index, file) in problems.list(&root.to("attachments"), &body["attachments"], 0, 10).iter().enumerate() {
        problems.text(&root.to("attachments").to(index).to("description"), &file["description"], 0, 1_024);
    }
    mentions(problems, &root.to("allowed_mentions"), &body["allowed_mentions"]);
    if body["poll"].is_object() {
        poll(problems, &root.to("poll"), &body["poll"]);
    }
}

fn embeds(problems: &mut Problems, at: &At, list: &Value) {
    let mut total = 0;
    for (index, embed) in problems.list(at, list, 0, 10).iter().enumerate() {
        let at = at.to(index);
        let before = total;
        let mut texts = vec![
            (at.to("title"), &embed["title"], 0, 256),
            (at.to("description"), &embed["description"], 0, 4_096),
            (at.to("footer").to("text"), &embed["footer"]["text"], usize::from(embed["footer"].is_object()), 2_048),
            (at.to("author").to("name"), &embed["author"]["name"], usize::from(embed["author"].is_object()), 256),
        ];
        for (number, field) in problems.list(&at.to("fields"), &embed["fields"], 0, 25).iter().enumerate() {
            let at = at.to("fields").to(number);
            texts.push((at.to("name"), &field["name"], 1, 256));
            texts.push((at.to("value"), &field["value"], 1, 1_024));
        }
        for (at, value, low, high) in texts {
            problems.text(&at, value, low, high);
            total += value.as_str().map_or(0, |text| length(text.trim()));
        }
        let pictures = ["image", "thumbnail", "video"].iter().any(|key| embed[key].is_object());
        if total == before && !pictures {
            problems.required(&at.to("description"));
        }
    }
    if total > 6_000 {
        problems.add(at, "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
    }
}

fn mentions(problems: &mut Problems, at: &At, allowed: &Value) {
    for kind in ["users", "roles"] {
        let named = problems.list(&at.to(kind), &allowed[kind], 0, 100);
        let parsed = allowed["parse"].as_array().is_some_and(|kinds| kinds.iter().any(|one| one == kind));
        if parsed && !named.is_empty() {
            let words = format!("parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");
            problems.add(at, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", words);
        }
    }
}

fn poll(problems: &mut Problems, at: &At, poll: &Value) {
    problems.text(&at.to("question").to("text"), &poll["question"]["text"], 1, 300);
    for (index, answer) in problems.list(&at.to("answers"), &poll["answers"], 1, 10).iter().enumerate() {
        let at = at.to("answers").to(index).to("poll_media").to("text");
        problems.text(&at, &answer["poll_media"]["text"], 1, 55);
    }
    if !poll["duration"].is_null() && !poll["duration"].as_u64().is_some_and(|hours| (1..=768).contains(&hours)) {
        problems.add(&at.to("duration"), "NUMBER_TYPE_MAX", "int value should be between 1 and 768.");
    }
}
