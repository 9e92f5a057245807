//! Reading `config.toml`: each mistake with its line, a caret under the place, and what is right.

use std::net::SocketAddr;
use std::ops::Range;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Config, Kind, SECTIONS, Section, Setting, looks_like_token, webhook};

/// Settings in whose values there may be words that let in whoever knows them: they are not shown.
const HIDDEN: [&str; 3] = ["url", "headers", "template"];

/// Puts what the text says into `config`; returns what is wrong with it.
pub(super) fn read(config: &mut Config, path: &Path, text: &str) -> Vec<String> {
    let mut reader = Reader { path, text, problems: Vec::new() };
    let (document, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        reader.complain(error.span().unwrap_or(0..0), error.message(), "See https://toml.io for the notation.");
    }
    // One mistake often breaks the rest of its line too.
    reader.problems.dedup_by_key(|problem| problem.line);
    // What a broken line is taken for would only lead to more complaints about the same place.
    if errors.is_empty() {
        reader.document(config, document.get_ref());
    }
    reader.problems.sort_by_key(|problem| problem.line);
    reader.problems.into_iter().map(|problem| problem.words).collect()
}

struct Reader<'t> {
    path: &'t Path,
    text: &'t str,
    problems: Vec<Problem>,
}

struct Problem {
    line: usize,
    words: String,
}

impl Reader<'_> {
    fn document(&mut self, config: &mut Config, document: &DeTable<'_>) {
        for (name, value) in document {
            if self.refuse_token(name, value) {
                continue;
            }
            let section = SECTIONS.iter().find(|section| section.name == name.get_ref());
            match (section, value.get_ref()) {
                (Some(section), DeValue::Table(table)) => self.section(config, section, table),
                (Some(section), _) => {
                    let right = format!("Write `[{}]` on a line of its own, and its settings below.", section.name);
                    self.complain(name.span(), &format!("`{}` is a section", section.name), &right);
                }
                (None, DeValue::Table(table)) if is_parent(name.get_ref()) => {
                    self.subsections(config, name.get_ref(), table);
                }
                (None, _) => self.unknown(name, value),
            }
        }
        self.bounds_in_order(config, document);
        self.webhook_in_order(config, document);
    }

    /// A section that consists of sections, `[feedback.webhook]`.
    fn subsections(&mut self, config: &mut Config, parent: &str, table: &DeTable<'_>) {
        for (name, value) in table {
            if self.refuse_token(name, value) {
                continue;
            }
            let whole = format!("{parent}.{}", name.get_ref());
            match (SECTIONS.iter().find(|section| section.name == whole), value.get_ref()) {
                (Some(section), DeValue::Table(table)) => self.section(config, section, table),
                _ => self.unknown(name, value),
            }
        }
    }

    fn section(&mut self, config: &mut Config, section: &Section, table: &DeTable<'_>) {
        for (name, value) in table {
            if self.refuse_token(name, value) {
                continue;
            }
            match section.settings.iter().find(|setting| setting.name == name.get_ref()) {
                Some(setting) => self.setting(config, setting, value),
                None => {
                    let known: Vec<&str> = section.settings.iter().map(|setting| setting.name).collect();
                    let right = format!("[{}] has: {}.", section.name, known.join(", "));
                    // What was meant may be one of those that are not shown.
                    let meant: &str = name.get_ref();
                    let is_hidden = HIDDEN.contains(&meant) || known.iter().any(|known| HIDDEN.contains(known));
                    self.complain_hiding(
                        name.span(),
                        is_hidden.then(|| value.span()),
                        &format!("there is no setting `{}` in [{}]", name.get_ref(), section.name),
                        &right,
                    );
                }
            }
        }
    }

    fn setting(&mut self, config: &mut Config, setting: &Setting, value: &Spanned<DeValue<'_>>) {
        let wrong = match setting.kind {
            Kind::Number { least, most, set, .. } => match value.get_ref() {
                DeValue::Integer(number) => {
                    let number = i64::from_str_radix(number.as_str(), number.radix()).unwrap_or(i64::MAX);
                    if (least..=most).contains(&number) {
                        return set(config, number);
                    }
                    let too = if number < least { "small" } else { "large" };
                    format!("this is too {too} for `{}`", setting.name)
                }
                other => format!("`{}` takes a whole number, not a {}", setting.name, other.type_str()),
            },
            Kind::Address { set, .. } => match value.get_ref() {
                DeValue::String(text) => match text.parse::<SocketAddr>() {
                    Ok(address) if address.port() != 0 => return set(config, address),
                    _ => "this is no address with a port".to_owned(),
                },
                _ => format!("`{}` takes an address in quotes", setting.name),
            },
            Kind::Url { set, .. } => match value.get_ref() {
                DeValue::String(text) => match web_address(text) {
                    Some(url) => return set(config, url),
                    None => "this is no address on the web".to_owned(),
                },
                _ => format!("`{}` takes an address in quotes", setting.name),
            },
            Kind::Folder { set, .. } => match value.get_ref() {
                DeValue::String(text) if !text.trim().is_empty() => return set(config, text.trim().into()),
                DeValue::String(_) => "this names no folder".to_owned(),
                _ => format!("`{}` takes a folder in quotes", setting.name),
            },
            Kind::Text { set, .. } => match value.get_ref() {
                DeValue::String(text) => match set(config, text) {
                    Ok(()) => return,
                    Err(wrong) => wrong,
                },
                other => format!("`{}` takes a text in quotes, not a {}", setting.name, other.type_str()),
            },
            Kind::Texts { set, .. } => match value.get_ref() {
                DeValue::Array(list) => match list.iter().try_for_each(|one| match one.get_ref() {
                    DeValue::String(text) => set(config, text),
                    other => Err(format!("`{}` takes texts in quotes, not a {}", setting.name, other.type_str())),
                }) {
                    Ok(()) => return,
                    Err(wrong) => wrong,
                },
                other => format!("`{}` takes a list of texts, not a {}", setting.name, other.type_str()),
            },
            Kind::Switch { set } => match value.get_ref() {
                DeValue::Boolean(on) => return set(config, *on),
                other => format!("`{}` takes true or false, not a {}", setting.name, other.type_str()),
            },
        };
        let hidden = HIDDEN.contains(&setting.name).then(|| value.span());
        self.complain_hiding(value.span(), hidden, &wrong, &right_value(setting));
    }

    /// A section that is not there, or a setting that stands above the sections.
    fn unknown(&mut self, name: &Spanned<impl AsRef<str>>, value: &Spanned<DeValue<'_>>) {
        let (span, value) = (value.span(), value.get_ref());
        if let DeValue::Table(table) = value {
            for (name, value) in table {
                self.refuse_token(name, value);
            }
        }
        let name_text = name.get_ref().as_ref();
        let home = SECTIONS.iter().find(|section| section.settings.iter().any(|setting| setting.name == name_text));
        let (what, right) = match (home, value) {
            (Some(home), _) => {
                (format!("`{name_text}` stands outside its section"), format!("Write it below `[{}]`.", home.name))
            }
            (None, _) if matches!(name_text.to_ascii_lowercase().as_str(), "database_url" | "discord_api_url") => (
                format!("`{name_text}` is no setting of this file"),
                format!("Set {} in the environment or in `.env`.", name_text.to_uppercase()),
            ),
            (None, DeValue::Table(_)) => (format!("there is no section [{name_text}]"), sections()),
            (None, _) => (format!("there is no setting `{name_text}`"), sections()),
        };
        self.complain_hiding(name.span(), HIDDEN.contains(&name_text).then_some(span), &what, &right);
    }

    /// A token or a secret would be copied, shown and committed with this file. True if there was one.
    fn refuse_token(&mut self, name: &Spanned<impl AsRef<str>>, value: &Spanned<DeValue<'_>>) -> bool {
        let key = name.get_ref().as_ref().to_ascii_lowercase();
        let is_named = |word: &str| key.contains(word) && !matches!(value.get_ref(), DeValue::Table(_));
        let is_token = is_named("token") || value.get_ref().as_str().is_some_and(looks_like_token);
        let is_secret = is_named("secret");
        if is_token {
            let right = "This file is shown, copied and committed; a token in it would be too. Take it out, put a line \
                 `DISCORD_TOKEN=…` into `.env`, and if anyone may have seen it, reset it at \
                 https://discord.com/developers/applications.";
            self.complain_hiding(name.span(), Some(value.span()), "a token has no place here", right);
        } else if is_secret {
            let right = "This file is shown, copied and committed; a secret in it would be too. Take it out, and put a \
                 line `STEWARD_WEBHOOK_SECRET=…` into `.env`.";
            self.complain_hiding(name.span(), Some(value.span()), "a secret has no place here", right);
        }
        is_token || is_secret
    }

    fn bounds_in_order(&mut self, config: &Config, document: &DeTable<'_>) {
        let (least, most) = (config.gateway.identify_backoff_min_s, config.gateway.identify_backoff_max_s);
        if least <= most {
            return;
        }
        let place = document.get("gateway").and_then(|section| {
            let section = section.get_ref();
            section.get("identify_backoff_max_s").or_else(|| section.get("identify_backoff_min_s"))
        });
        let what = format!("the first wait ({least} s) is longer than the longest ({most} s)");
        let right = "`identify_backoff_min_s` may be at most `identify_backoff_max_s`.";
        self.complain(place.map_or(0..0, Spanned::span), &what, right);
    }

    fn webhook_in_order(&mut self, config: &Config, document: &DeTable<'_>) {
        let Some((what, right)) = webhook::contradiction(&config.feedback_webhook) else { return };
        let place = document.get("feedback").and_then(|parent| parent.get_ref().get("webhook"));
        let place = place.and_then(|section| section.get_ref().get("url"));
        // What is around a token that was refused is not shown.
        let span = place.map_or(0..0, Spanned::span);
        self.complain_hiding(span.clone(), Some(span), what, &right);
    }

    fn complain(&mut self, span: Range<usize>, what: &str, right: &str) {
        self.complain_hiding(span, None, what, right);
    }

    fn complain_hiding(&mut self, span: Range<usize>, hidden: Option<Range<usize>>, what: &str, right: &str) {
        let start = span.start.min(self.text.len());
        let line_start = self.text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = self.text[start..].find('\n').map_or(self.text.len(), |at| start + at);
        let line_number = self.text[..start].matches('\n').count() + 1;
        let column = self.text[line_start..start].chars().count();
        let width = self.text[start..span.end.clamp(start, line_end)].chars().count().max(1);

        let mut line = self.text[line_start..line_end].to_owned();
        if let Some(hidden) = hidden.filter(|hidden| hidden.start >= line_start) {
            line.truncate(hidden.start - line_start);
            line.push_str("***");
        }
        let margin = " ".repeat(line_number.to_string().len());
        let words = format!(
            "{}:{line_number}:{}: {what}\n{margin} |\n{line_number} | {}\n{margin} | {}{}\n{right}",
            self.path.display(),
            column + 1,
            hide_tokens(&line.replace('\t', " ")),
            " ".repeat(column),
            "^".repeat(width),
        );
        self.problems.push(Problem { line: line_number, words });
    }
}

fn right_value(setting: &Setting) -> String {
    let name = setting.name;
    match setting.kind {
        Kind::Number { default, least, most, .. } => {
            format!("Right would be `{name} = {default}`; it may be from {least} to {most}.")
        }
        Kind::Url { example, .. } => {
            format!("Right would be `{name} = \"{example}\"`. Left out, no calendar can be subscribed to.")
        }
        Kind::Address { example, .. } => {
            format!(
                "Right would be `{name} = \"{example}\"`: the number of an address, and a port. Left out, it is off."
            )
        }
        Kind::Folder { example, .. } => {
            format!("Right would be `{name} = \"{example}\"`. Left out, it is beside the database.")
        }
        Kind::Text { example, without, .. } => format!("Right would be `{name} = {example}`. {without}"),
        Kind::Texts { example, .. } => format!("Right would be `{name} = {example}`. Left out, there are none."),
        Kind::Switch { .. } => format!("Right would be `{name} = true`. Left out, it is false."),
    }
}

/// Whether sections have names that begin with this one.
fn is_parent(name: &str) -> bool {
    SECTIONS.iter().any(|section| section.name.strip_prefix(name).is_some_and(|rest| rest.starts_with('.')))
}

fn sections() -> String {
    let names: Vec<String> = SECTIONS.iter().map(|section| format!("[{}]", section.name)).collect();
    format!("There are: {}.", names.join(", "))
}

/// Stars for everything in a line that has the shape of a token, as many as it had characters.
fn hide_tokens(line: &str) -> String {
    let part_of_token = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    line.split_inclusive(|c| !part_of_token(c))
        .map(|piece| match piece.trim_end_matches(|c| !part_of_token(c)) {
            word if looks_like_token(word) => "*".repeat(word.len()) + &piece[word.len()..],
            _ => piece.to_owned(),
        })
        .collect()
}

/// An address on the web to which the rest of one can be added.
fn web_address(text: &str) -> Option<String> {
    let url = reqwest::Url::parse(text.trim()).ok()?;
    let is_plain =
        url.username().is_empty() && url.password().is_none() && url.query().is_none() && url.fragment().is_none();
    let is_web = matches!(url.scheme(), "http" | "https") && url.has_host();
    (is_web && is_plain).then(|| url.as_str().trim_end_matches('/').to_owned())
}
