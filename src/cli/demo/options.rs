//! A typed command against its definition, as a client would: `warn bob spam`, `warn member:bob
//! reason:spam severity:2`.
//!
//! Without names, options are given in their order. The first free text after which nothing more is
//! required takes the rest of the line, commas, quotes and all.

use serde_json::Value;

use super::language::{is_same, unquoted};

/// A command with what is given for its options.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// The command with its subcommand: "case view".
    pub words: String,
    pub given: Vec<(String, Typed)>,
    pub usage: String,
}

/// What was typed for an option, as the option wants it.
#[derive(Debug, Clone, PartialEq)]
pub enum Typed {
    Text(String),
    /// A text for which Steward may suggest something else to send.
    Suggested(String),
    Whole(i64),
    Number(f64),
    Yes(bool),
    Member(String),
    Channel(String),
    Role(String),
    MemberOrRole(String),
    /// Where it lies on this machine.
    File(String),
    /// `option:?` asks what is suggested.
    WhatIsSuggested,
}

/// A word, or several in quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece<'t> {
    /// As it stands there.
    raw: &'t str,
    /// The option that it names.
    names: Option<&'t str>,
}

/// Reads a command, without the stroke in front of it.
///
/// # Errors
/// What the client would object to, with how the command is used.
pub fn read(commands: &[Value], typed: &str) -> Result<Asked, String> {
    let (name, mut rest) = split(typed);
    let slash = commands.iter().filter(|command| command["type"].as_u64().unwrap_or(1) == 1);
    let Some(command) = slash.clone().find(|command| is_named(command, name)) else {
        let names: Vec<String> = slash.filter_map(|command| Some(format!("/{}", command["name"].as_str()?))).collect();
        return Err(format!("There is no command /{name}. There are: {}", names.join(" ")));
    };
    let mut words = word(&command["name"]).to_owned();
    let mut found = command;
    while let Some(subs) = subcommands(found) {
        let (next, after) = split(rest);
        let Some(sub) = subs.iter().find(|sub| is_named(sub, next)) else {
            return Err(format!("/{words} goes on:\n{}", usages(found, &words).join("\n")));
        };
        words = format!("{words} {}", word(&sub["name"]));
        (found, rest) = (sub, after);
    }
    let options = list(&found["options"]);
    let usage = usage(found, &words);
    let given = fill(options, rest).map_err(|wrong| format!("{wrong}\n{}", explained(options, &usage)))?;
    Ok(Asked { words, given, usage })
}

/// How each command is used, those with subcommands on several lines.
pub fn usages(command: &Value, words: &str) -> Vec<String> {
    match subcommands(command) {
        None => vec![usage(command, words)],
        Some(subs) => subs.iter().flat_map(|sub| usages(sub, &format!("{words} {}", word(&sub["name"])))).collect(),
    }
}

/// `/warn member reason [severity]`.
fn usage(command: &Value, words: &str) -> String {
    let options = list(&command["options"]).iter().map(|option| {
        let name = word(&option["name"]);
        if option["required"] == true { format!(" {name}") } else { format!(" [{name}]") }
    });
    format!("/{words}{}", options.collect::<String>())
}

/// The usage with what each option is for.
fn explained(options: &[Value], usage: &str) -> String {
    let lines = options.iter().map(|option| {
        let choices: Vec<&str> = list(&option["choices"]).iter().map(|choice| word(&choice["name"])).collect();
        let choices = if choices.is_empty() { String::new() } else { format!(" ({})", choices.join(", ")) };
        format!("\n  {}: {}{choices}", word(&option["name"]), word(&option["description"]))
    });
    format!("{usage}{}", lines.collect::<String>())
}

fn fill(options: &[Value], typed: &str) -> Result<Vec<(String, Typed)>, String> {
    let mut given: Vec<(String, Typed)> = Vec::new();
    let mut free: Vec<&str> = Vec::new();
    let pieces = pieces(typed, options);
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        at += 1;
        let Some(option) = piece.names.and_then(|name| options.iter().find(|option| is_named(option, name))) else {
            free.push(piece.raw);
            continue;
        };
        let mut value: Vec<&str> = Some(after_colon(piece.raw)).filter(|value| !value.is_empty()).into_iter().collect();
        // A text goes on until the next option is named.
        while let Some(next) = pieces.get(at).filter(|next| next.names.is_none())
            && (value.is_empty() || takes_many(option) && !is_quoted(value[0]))
        {
            value.push(next.raw);
            at += 1;
        }
        if !list(&option["choices"]).is_empty() {
            let takes = longest_choice(option, &value).min(value.len());
            free.extend(value.split_off(takes));
        }
        let name = word(&option["name"]);
        if given.iter().any(|(known, _)| known == name) {
            return Err(format!("{name} is given twice."));
        }
        given.push((name.to_owned(), typed_as(option, &value.join(" "))?));
    }
    let open: Vec<&Value> =
        options.iter().filter(|option| !given.iter().any(|(name, _)| word(&option["name"]) == name)).collect();
    let mut free = free.as_slice();
    for (place, option) in open.iter().enumerate() {
        let name = word(&option["name"]);
        if free.is_empty() {
            let asks = given.iter().any(|(_, value)| *value == Typed::WhatIsSuggested);
            if option["required"] == true && !asks {
                return Err(format!("{name} is missing."));
            }
            continue;
        }
        let after = &open[place + 1..];
        let takes = if !list(&option["choices"]).is_empty() {
            longest_choice(option, free)
        } else if takes_rest(option, after) && (after.is_empty() || !is_quoted(free[0])) {
            free.len()
        } else {
            1
        };
        given.push((name.to_owned(), typed_as(option, &free[..takes].join(" "))?));
        free = &free[takes..];
    }
    if !free.is_empty() {
        return Err(format!("“{}” is too much.", free.join(" ")));
    }
    given.sort_by_key(|(name, _)| options.iter().position(|option| word(&option["name"]) == name));
    Ok(given)
}

/// How many words make a choice: "last week" is one.
fn longest_choice(option: &Value, free: &[&str]) -> usize {
    (1..=free.len()).rev().find(|count| choice(option, &free[..*count].join(" ")).is_some()).unwrap_or(1)
}

fn choice(option: &Value, typed: &str) -> Option<String> {
    let typed = unquoted(typed);
    let mut choices = list(&option["choices"]).iter();
    let found = choices.find(|choice| is_same(word(&choice["name"]), typed) || plain(&choice["value"]) == typed)?;
    Some(word(&found["name"]).to_owned())
}

fn takes_many(option: &Value) -> bool {
    option["type"] == 3 || !list(&option["choices"]).is_empty()
}

fn takes_rest(option: &Value, after: &[&Value]) -> bool {
    let free = option["type"] == 3 && option["autocomplete"] != true;
    let needed = after.iter().any(|option| option["required"] == true);
    option["type"] == 3 && after.is_empty() || free && !needed
}

/// The value as the option wants it, or what it wants.
fn typed_as(option: &Value, raw: &str) -> Result<Typed, String> {
    let name = word(&option["name"]);
    let text = unquoted(raw.trim());
    if text.is_empty() {
        return Err(format!("{name} is empty."));
    }
    if !list(&option["choices"]).is_empty() {
        let names: Vec<&str> = list(&option["choices"]).iter().map(|choice| word(&choice["name"])).collect();
        return choice(option, text)
            .map(Typed::Text)
            .ok_or_else(|| format!("{name} offers {}, not “{text}”.", names.join(", ")));
    }
    let wrong = |wanted: &str| format!("{name} wants {wanted}, not “{text}”.");
    let name_of = |text: &str| text.trim_start_matches(['@', '#']).to_owned();
    match option["type"].as_u64() {
        Some(3) if option["autocomplete"] == true && text == "?" => Ok(Typed::WhatIsSuggested),
        Some(3) if option["autocomplete"] == true => Ok(Typed::Suggested(text.to_owned())),
        Some(3) => Ok(Typed::Text(text.to_owned())),
        Some(4) => text.trim_start_matches('#').parse().map(Typed::Whole).map_err(|_| wrong("a whole number")),
        Some(10) => text.replace(',', ".").parse().map(Typed::Number).map_err(|_| wrong("a number")),
        Some(5) => match text.to_lowercase().as_str() {
            "yes" | "true" | "on" => Ok(Typed::Yes(true)),
            "no" | "false" | "off" => Ok(Typed::Yes(false)),
            _ => Err(wrong("yes or no")),
        },
        Some(6) => Ok(Typed::Member(name_of(text))),
        Some(7) => Ok(Typed::Channel(name_of(text))),
        Some(8) => Ok(Typed::Role(name_of(text))),
        Some(9) => Ok(Typed::MemberOrRole(name_of(text))),
        Some(11) => Ok(Typed::File(text.to_owned())),
        _ => Err(format!("{name} takes something that cannot be given here.")),
    }
}

/// Words, with those in quotes together.
fn pieces<'t>(typed: &'t str, options: &[Value]) -> Vec<Piece<'t>> {
    let mut pieces = Vec::new();
    let mut rest = typed.trim_start();
    while !rest.is_empty() {
        let end = end_of_piece(rest);
        let (raw, after) = rest.split_at(end);
        let names = raw.split_once(':').map(|(name, _)| name);
        let names = names.filter(|name| options.iter().any(|option| is_named(option, name)));
        pieces.push(Piece { raw, names });
        rest = after.trim_start();
    }
    pieces
}

/// Where a word ends; a quote at its beginning or after a colon goes on to the next one.
fn end_of_piece(text: &str) -> usize {
    let mut close = None;
    let mut before = ':';
    for (at, sign) in text.char_indices() {
        match close {
            Some(quote) if sign == quote => close = None,
            Some(_) => {}
            None if sign.is_whitespace() => return at,
            None if before == ':' => {
                close =
                    [('"', '"'), ('“', '”'), ('«', '»')].into_iter().find(|(open, _)| *open == sign).map(|(_, to)| to);
            }
            None => {}
        }
        before = sign;
    }
    // A quote that never ends is a sign like any other.
    if close.is_some() { text.find(char::is_whitespace).unwrap_or(text.len()) } else { text.len() }
}

fn is_quoted(raw: &str) -> bool {
    unquoted(raw).len() < raw.len()
}

fn after_colon(raw: &str) -> &str {
    raw.split_once(':').map_or(raw, |(_, value)| value)
}

fn split(text: &str) -> (&str, &str) {
    let text = text.trim();
    text.split_once(char::is_whitespace).unwrap_or((text, ""))
}

fn subcommands(command: &Value) -> Option<&[Value]> {
    let options = list(&command["options"]);
    options.iter().any(|option| matches!(option["type"].as_u64(), Some(1 | 2))).then_some(options)
}

fn is_named(thing: &Value, name: &str) -> bool {
    word(&thing["name"]).eq_ignore_ascii_case(name)
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use serde_json::json;

    use super::*;

    fn commands() -> Vec<Value> {
        let text =
            |name: &str, required: bool| json!({"type": 3, "name": name, "description": name, "required": required});
        let member = json!({"type": 6, "name": "member", "description": "Whom", "required": true});
        let severity = json!({"type": 4, "name": "severity", "description": "How bad",
            "choices": [{"name": "1 minor", "value": 1}, {"name": "2 serious", "value": 2}]});
        let pick = |name: &str, required: bool| json!({"type": 3, "name": name, "description": name, "required": required, "autocomplete": true});
        let number = json!({"type": 4, "name": "number", "description": "Its number", "required": true});
        let image = json!({"type": 11, "name": "image", "description": "A picture"});
        let period = json!({"type": 3, "name": "period", "description": "When",
            "choices": [{"name": "this week", "value": "0"}, {"name": "last week", "value": "1"}]});
        vec![
            json!({"type": 1, "name": "warn", "description": "",
                "options": [member, text("reason", true), pick("rule", false), severity]}),
            json!({"type": 1, "name": "timeout", "description": "",
                "options": [member, text("duration", true), text("reason", true)]}),
            json!({"type": 1, "name": "setup", "description": "", "options": [
                {"type": 1, "name": "show", "description": ""},
                {"type": 1, "name": "set", "description": "", "options": [pick("setting", true), pick("value", true)]}]}),
            json!({"type": 1, "name": "case", "description": "", "options": [
                {"type": 1, "name": "edit", "description": "", "options": [number, text("reason", false), text("duration", false)]}]}),
            json!({"type": 1, "name": "stats", "description": "", "options": [period]}),
            json!({"type": 1, "name": "show", "description": "", "options": [text("caption", true), image]}),
            json!({"type": 2, "name": "Warn…"}),
        ]
    }

    fn given(typed: &str) -> String {
        match read(&commands(), typed) {
            Ok(asked) => {
                let given = asked.given.iter().map(|(name, value)| format!(" {name}={value:?}"));
                format!("{}{}", asked.words, given.collect::<String>())
            }
            Err(wrong) => wrong.lines().next().unwrap_or_default().to_owned(),
        }
    }

    #[rstest]
    #[case("show fresh bread image:\"my loaf.png\"", r#"show caption=Text("fresh bread") image=File("my loaf.png")"#)]
    #[case("warn bob spam", r#"warn member=Member("bob") reason=Text("spam")"#)]
    #[case("WARN @bob spam, and more: of it", r#"warn member=Member("bob") reason=Text("spam, and more: of it")"#)]
    #[case("warn bob he said \"no\" twice", r#"warn member=Member("bob") reason=Text("he said \"no\" twice")"#)]
    #[case(
        "warn bob spam again severity:2",
        r#"warn member=Member("bob") reason=Text("spam again") severity=Text("2 serious")"#
    )]
    #[case(
        "warn severity: 1 minor reason: spam member:bob",
        r#"warn member=Member("bob") reason=Text("spam") severity=Text("1 minor")"#
    )]
    #[case("warn reason:\"spam again\" bob", r#"warn member=Member("bob") reason=Text("spam again")"#)]
    #[case(
        "timeout bob 2h rude to all",
        r#"timeout member=Member("bob") duration=Text("2h") reason=Text("rude to all")"#
    )]
    #[case("timeout bob \"2 h\" rude", r#"timeout member=Member("bob") duration=Text("2 h") reason=Text("rude")"#)]
    #[case(
        "setup set ladder 3 = timeout 1h",
        r#"setup set setting=Suggested("ladder") value=Suggested("3 = timeout 1h")"#
    )]
    #[case("setup set setting:?", "setup set setting=WhatIsSuggested")]
    #[case("warn severity:2 bob spam", r#"warn member=Member("bob") reason=Text("spam") severity=Text("2 serious")"#)]
    #[case("setup set mod_log ?", r#"setup set setting=Suggested("mod_log") value=WhatIsSuggested"#)]
    #[case("case edit #3 a better reason", r#"case edit number=Whole(3) reason=Text("a better reason")"#)]
    #[case("stats last week", r#"stats period=Text("last week")"#)]
    #[case("setup show", "setup show")]
    fn options_are_found(#[case] typed: &str, #[case] found: &str) {
        assert_eq!(given(typed), found);
    }

    #[rstest]
    #[case("dance", "There is no command /dance. There are: /warn /timeout /setup /case /stats /show")]
    #[case("warn", "member is missing.")]
    #[case("warn bob", "reason is missing.")]
    #[case("setup", "/setup goes on:")]
    #[case("case edit three", "number wants a whole number, not “three”.")]
    #[case("stats next week", "period offers this week, last week, not “next”.")]
    #[case("stats last week please", "“please” is too much.")]
    #[case("warn bob spam severity:9", "severity offers 1 minor, 2 serious, not “9”.")]
    #[case("warn bob spam severity:1 severity:2", "severity is given twice.")]
    fn what_a_client_would_refuse_is_refused(#[case] typed: &str, #[case] said: &str) {
        assert_eq!(given(typed), said);
    }

    #[test]
    fn a_refusal_says_how_the_command_is_used() {
        assert_eq!(
            read(&commands(), "warn bob").expect_err("the reason is missing"),
            "reason is missing.\n/warn member reason [rule] [severity]\n  member: Whom\n  reason: reason\n  rule: rule\n  \
             severity: How bad (1 minor, 2 serious)"
        );
        assert_eq!(
            read(&commands(), "setup").expect_err("a subcommand is missing"),
            "/setup goes on:\n/setup show\n/setup set setting value"
        );
    }
}
