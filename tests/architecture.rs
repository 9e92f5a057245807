//! Who may import whom, and what stands in one place only.
//!
//! Reads the sources as text: names and paths, not meaning. What clippy can see for itself (clocks,
//! chance, zones, printing, `unwrap`) is in `clippy.toml` and `Cargo.toml`.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::Path;

/// The layers, lowest first: a module may import those below its own. What else is allowed stands in
/// [`may_import`].
const LAYERS: [&[&str]; 6] = [
    &["ids", "clock", "error"],
    &["config", "db", "i18n", "text", "chart"],
    PLATFORM,
    &["runtime"],
    &["features"],
    &["main", "bot", "cli"],
];

/// What features stand on; of it and of `runtime` no files, nor folders, import each other in a circle.
const PLATFORM: &[&str] = &["app", "feature", "discord", "jobs", "health"];

/// The row ids of the platform's own tables; features declare those of theirs.
const PLATFORM_ROWS: [&str; 2] = ["OutboxId", "JobId"];

/// The outside world, which stands aside.
const SANDBOX: &str = "sandbox";

/// Within layer 1: texts are made of safe text, charts of cut labels.
const TOOLS: [(&str, &str); 2] = [("i18n", "text"), ("chart", "text")];

/// Features that others may ask, and why: `setup` keeps the settings that all of them follow.
const FRONT_DOORS: [&str; 1] = ["setup"];

/// Who may use chrono: times cross the wire of the bot in one place, that of the local Discord in another.
const CHRONO: [&str; 2] = ["text/rfc3339", "sandbox/iso"];

/// A file under `src/`.
struct Source {
    /// From `src/`, with slashes: "features/polls/rules.rs".
    path: String,
    text: String,
}

#[test]
fn the_sources_keep_the_architecture() {
    let mut sources = Vec::new();
    read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), "", &mut sources);
    assert!(sources.len() > 20, "only {} sources found", sources.len());
    let mut found: Vec<_> = sources.iter().flat_map(violations).collect();
    found.extend(circles(&sources));
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

fn read(folder: &Path, prefix: &str, into: &mut Vec<Source>) {
    for entry in std::fs::read_dir(folder).expect("a folder of sources") {
        let entry = entry.expect("an entry");
        let name = entry.file_name().into_string().expect("a name in UTF-8");
        let path = format!("{prefix}{name}");
        if entry.file_type().expect("a type").is_dir() {
            read(&entry.path(), &format!("{path}/"), into);
        } else if name.ends_with(".rs") {
            into.push(Source { path, text: std::fs::read_to_string(entry.path()).expect("a source") });
        }
    }
}

/// What a source does that it may not: "src/file:line: …".
fn violations(source: &Source) -> Vec<String> {
    let place = Place::of(&source.path);
    if place.module == "lib" {
        return Vec::new();
    }
    let tokens = tokens(&source.text);
    let mut found = Vec::new();
    if place.layer().is_none() && place.module != SANDBOX {
        found.push((1, format!("{} stands in no layer; give it a place in tests/architecture.rs", place.module)));
    }
    for (line, target) in imports(&tokens, &place) {
        if !may_import(&place, &target) {
            found.push((line, format!("{} may not import {}", place.name(), shown(&target))));
        }
    }
    let parts = parts(&tokens);
    for (at, token) in tokens.iter().enumerate() {
        let tested = parts.iter().any(|part| part.test && part.range.contains(&at));
        found.extend(never(&place, &tokens, at, tested).map(|what| (token.line, what)));
    }
    found.sort();
    found.dedup();
    found.into_iter().map(|(line, what)| format!("src/{}:{line}: {what}", source.path)).collect()
}

/// Files and folders that import each other in a circle: "src/file:line: a → b → a".
fn circles(sources: &[Source]) -> Vec<String> {
    let graph = graph(sources);
    let is_platform = |path: &[String]| PLATFORM.contains(&path[0].as_str()) || path[0] == "runtime";
    let platform = graph.iter().filter(|import| is_platform(&import.from) && is_platform(&import.to));
    let folders =
        platform.clone().map(|import| Import { from: folder(&import.from), to: folder(&import.to), ..*import });
    let folders: Vec<_> = folders.filter(|import| !is_kin(&import.from, &import.to)).collect();
    let mut found = circles_among(platform.filter(|import| !is_kin(&import.from, &import.to)));
    found.extend(circles_among(folders.iter()));
    let mut features: BTreeMap<&str, Vec<&Import<'_>>> = BTreeMap::new();
    for import in &graph {
        let within = import.from[0] == "features"
            && import.from.len() > 1
            && import.from[..2] == import.to[..import.to.len().min(2)];
        if within && !is_kin(&import.from, &import.to) {
            features.entry(&import.from[1]).or_default().push(import);
        }
    }
    found.extend(features.into_values().flat_map(|imports| circles_among(imports.into_iter())));
    found
}

/// A file of ours that another names outside its tests.
#[derive(Clone)]
struct Import<'a> {
    source: &'a Source,
    line: usize,
    from: Vec<String>,
    to: Vec<String>,
}

fn graph(sources: &[Source]) -> Vec<Import<'_>> {
    let files: BTreeSet<Vec<String>> = sources.iter().map(|source| Place::of(&source.path).path).collect();
    let mut graph = Vec::new();
    for source in sources {
        let place = Place::of(&source.path);
        let tokens = tokens(&source.text);
        let parts = parts(&tokens);
        let tests: Vec<_> = parts.iter().filter(|part| part.test).map(|part| lines(&tokens, part)).collect();
        for (line, target) in imports(&tokens, &place) {
            let file = (1..=target.len()).rev().map(|length| &target[..length]).find(|path| files.contains(*path));
            let Some(to) = file.filter(|to| *to != place.path && !tests.iter().any(|test| test.contains(&line))) else {
                continue;
            };
            graph.push(Import { source, line, from: place.path.clone(), to: to.to_vec() });
        }
    }
    graph
}

fn lines(tokens: &[Token], part: &Part) -> std::ops::RangeInclusive<usize> {
    tokens[part.range.start].line..=tokens[part.range.end].line
}

/// What stands in one folder: of `discord` each of its folders, else the whole module.
fn folder(path: &[String]) -> Vec<String> {
    path[..path.len().min(if path[0] == "discord" { 2 } else { 1 })].to_vec()
}

/// The same, or parent and child: they may know each other.
fn is_kin(one: &[String], other: &[String]) -> bool {
    one.starts_with(other) || other.starts_with(one)
}

/// The shortest circle through each module that is in one, each told once.
fn circles_among<'a>(imports: impl Iterator<Item = &'a Import<'a>>) -> Vec<String> {
    let mut next: BTreeMap<&[String], BTreeMap<&[String], &Import<'_>>> = BTreeMap::new();
    for import in imports {
        next.entry(&import.from).or_default().entry(&import.to).or_insert(import);
    }
    let mut told = BTreeSet::new();
    let mut found = Vec::new();
    for start in next.keys() {
        let Some(circle) = circle(&next, start).filter(|circle| circle.iter().all(|path| !told.contains(path))) else {
            continue;
        };
        let import = next[circle[0]][circle[1 % circle.len()]];
        let names: Vec<_> = circle.iter().chain([&circle[0]]).map(|path| path.join("::")).collect();
        found.push(format!("src/{}:{}: {}", import.source.path, import.line, names.join(" → ")));
        told.extend(circle);
    }
    found
}

/// The shortest way from a module back to itself, without its end.
fn circle<'a>(
    next: &BTreeMap<&'a [String], BTreeMap<&'a [String], &Import<'_>>>,
    start: &'a [String],
) -> Option<Vec<&'a [String]>> {
    let mut ways = VecDeque::from([vec![start]]);
    let mut seen = BTreeSet::new();
    while let Some(way) = ways.pop_front() {
        for to in next.get(way.last()?).into_iter().flat_map(BTreeMap::keys) {
            if *to == start {
                return Some(way);
            }
            if seen.insert(*to) {
                ways.push_back(way.iter().copied().chain([*to]).collect());
            }
        }
    }
    None
}

/// Where a file stands.
struct Place {
    /// Its path as a module: `["features", "polls", "rules"]`.
    path: Vec<String>,
    /// The first of it, "features".
    module: String,
    /// The name of the file, "rules".
    file: String,
}

impl Place {
    fn of(path: &str) -> Self {
        let mut path: Vec<_> = path.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
        let file = path.last().cloned().unwrap_or_default();
        if file == "mod" {
            path.pop();
        }
        let module = path.first().cloned().unwrap_or_default();
        Self { path, module, file }
    }

    fn layer(&self) -> Option<usize> {
        layer(&self.module)
    }

    fn feature(&self) -> Option<&str> {
        if self.module == "features" { self.path.get(1).map(String::as_str) } else { None }
    }

    fn name(&self) -> String {
        self.feature().map_or_else(|| self.module.clone(), |feature| format!("features/{feature}"))
    }

    /// `store.rs`, or a file in a folder `store/`.
    fn is_store(&self) -> bool {
        self.path.iter().skip(1).any(|part| part == "store")
    }

    fn is_in(&self, modules: &[&str]) -> bool {
        modules.contains(&self.module.as_str())
    }
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|modules| modules.contains(&module))
}

fn may_import(from: &Place, target: &[String]) -> bool {
    let Some(module) = target.first().map(String::as_str) else { return from.layer() == Some(5) };
    if let Some(own) = from.feature() {
        if module == "features" {
            return target.get(1).is_some_and(|other| other == own || FRONT_DOORS.contains(&other.as_str()));
        }
    } else if module == from.module {
        return true;
    }
    if module == SANDBOX {
        return from.path.starts_with(&["cli".to_owned(), "demo".to_owned()]);
    }
    if from.module == SANDBOX {
        return matches!(module, "clock" | "ids");
    }
    match (from.layer(), layer(module)) {
        (Some(1), Some(1)) => TOOLS.contains(&(from.module.as_str(), module)),
        (Some(from), Some(to)) => to < from || (to == from && matches!(from, 0 | 2 | 5)),
        _ => false,
    }
}

fn shown(target: &[String]) -> String {
    match target {
        [] => "the whole crate".to_owned(),
        [features, feature, ..] if features == "features" => format!("features::{feature}"),
        [module, ..] => module.clone(),
    }
}

/// What may never stand at a token.
fn never(place: &Place, tokens: &[Token], at: usize, tested: bool) -> Option<String> {
    let token = tokens[at].text.as_str();
    let after = |ahead: usize| tokens.get(at + ahead).map_or("", |token| token.text.as_str());
    let before = |back: usize| at.checked_sub(back).map_or("", |at| tokens[at].text.as_str());
    let not_a_field = before(1) != ".";

    let sql = [
        "query",
        "query_as",
        "query_scalar",
        "query_with",
        "query_as_with",
        "query_scalar_with",
        "query_file",
        "raw_sql",
        "QueryBuilder",
    ];
    let checked = ["query", "query_as", "query_scalar"].contains(&token) && after(1) == "!";
    let unchecked = sql.contains(&token) && !checked && before(1) == "::" && before(2) == "sqlx";
    if !place.is_in(&["db"]) && !tested {
        if (checked || unchecked) && !place.is_store() && place.file != "queue" {
            return Some("SQL stands in store.rs, queue.rs and db/ only".to_owned());
        }
        if unchecked {
            return Some(format!(
                "`sqlx::{token}` is not checked against the schema: `{}!`",
                token.replace("_with", "")
            ));
        }
    }

    let without_discord = matches!(place.layer(), Some(0 | 1)) && place.module != "ids"
        || place.is_in(&["jobs", SANDBOX])
        || place.file == "rules"
        || place.is_store();
    // `From<serenity::Error>` makes a fault of everything Discord says.
    let without_discord = without_discord && place.module != "error";
    if without_discord && not_a_field && !tested && ["serenity", "poise"].contains(&token) {
        return Some(format!("{} knows no {token}", place_of_file(place)));
    }
    if not_a_field && token == "jiff" && (place.module.as_str(), place.file.as_str()) != ("text", "zone") {
        return Some("zones and calendars are asked of text/zone.rs".to_owned());
    }
    if not_a_field && token == "chrono" && !CHRONO.contains(&place.path.join("/").as_str()) {
        return Some("chrono reads and writes RFC 3339 only, in text/rfc3339.rs and sandbox/iso.rs".to_owned());
    }

    let sleeps = ["sleep", "sleep_until"].contains(&token) && (after(1) == "(" || before(1) == "::");
    if sleeps && !place.is_in(&["clock", "jobs", "db", "discord", "runtime", SANDBOX, "cli"]) {
        return Some(
            "only jobs/, db/, discord/, runtime/, sandbox/ and cli/ sleep: what happens later is a job".to_owned(),
        );
    }

    if place.module == "ids" && ends_in_row_id(tokens, at) && !PLATFORM_ROWS.contains(&token) {
        return Some(format!("{token} is the id of a feature's row: its mod.rs declares it"));
    }

    if place.module == "features" && before(1) == "." {
        let asks = token == "http"
            || (["say", "send"].contains(&token) && before(2) == "ctx")
            || (token == "reply" && after(1) == "(");
        if asks {
            return Some(format!("`.{token}` goes past discord/, which keeps limits, mentions and outcomes"));
        }
    }

    (token == "cfg" && mentions_test(tokens, at) && !is_mod_tests(tokens, at))
        .then(|| "`cfg(test)` stands on `mod tests` only: tests run what production runs".to_owned())
}

/// Is this a name that `ids! { … }` declares?
fn ends_in_row_id(tokens: &[Token], at: usize) -> bool {
    let open = |start: usize| {
        tokens.get(start).is_some_and(|token| token.text == "ids")
            && tokens.get(start + 1).is_some_and(|token| token.text == "!")
            && tokens.get(start + 2).is_some_and(|token| token.text == "{")
    };
    tokens[at].text.ends_with("Id") && (0..at).any(|start| open(start) && at < closing(tokens, start + 2))
}

fn place_of_file(place: &Place) -> String {
    if place.file == "rules" || place.is_store() { format!("{}.rs", place.file) } else { place.module.clone() }
}

/// Does the group after `cfg` speak of `test`?
fn mentions_test(tokens: &[Token], cfg: usize) -> bool {
    let open = cfg + 1 + usize::from(tokens.get(cfg + 1).is_some_and(|token| token.text == "!"));
    tokens.get(open).is_some_and(|token| token.text == "(")
        && tokens[open..closing(tokens, open)].iter().any(|token| token.text == "test")
}

/// `#[cfg(test)] mod tests {`, perhaps with other attributes between.
fn is_mod_tests(tokens: &[Token], cfg: usize) -> bool {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    if [1, 2, 3, 4].map(|ahead| text(cfg + ahead)) != ["(", "test", ")", "]"] {
        return false;
    }
    let mut at = cfg + 5;
    while text(at) == "#" {
        at = closing(tokens, at + 1) + 1;
    }
    text(at) == "mod" && text(at + 1) == "tests"
}

/// The token that closes the bracket at `open`; the last one if nothing does.
fn closing(tokens: &[Token], open: usize) -> usize {
    let mut depth = 0_i32;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        match token.text.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    tokens.len().saturating_sub(1)
}

/// A module written inside a file.
struct Part {
    name: String,
    range: std::ops::Range<usize>,
    /// `mod tests`.
    test: bool,
}

fn parts(tokens: &[Token]) -> Vec<Part> {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    (0..tokens.len())
        .filter(|&at| text(at) == "mod" && text(at + 2) == "{")
        .map(|at| {
            let name = text(at + 1).to_owned();
            Part { test: name == "tests", range: at..closing(tokens, at + 2), name }
        })
        .collect()
}

/// The paths within the crate that a file names, from the crate's root, with their lines.
fn imports(tokens: &[Token], place: &Place) -> Vec<(usize, Vec<String>)> {
    let parts = parts(tokens);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let starts = ["crate", "super", "self", "steward"].contains(&tokens[at].text.as_str());
        let in_path = at > 0 && tokens[at - 1].text == "::";
        // `use {crate::a}` and `use crate::{a, b}` alike begin where the word stands.
        if starts && !in_path && tokens.get(at + 1).is_some_and(|next| next.text == "::") {
            let inner = parts.iter().filter(|part| part.range.contains(&at)).map(|part| part.name.clone());
            let here: Vec<_> = place.path.iter().cloned().chain(inner).collect();
            at = tree(tokens, at, &here, None, &mut found);
        } else {
            at += 1;
        }
    }
    found
}

/// Follows one path with its branches; returns where it ends.
fn tree(
    tokens: &[Token],
    mut at: usize,
    here: &[String],
    prefix: Option<Vec<String>>,
    found: &mut Vec<(usize, Vec<String>)>,
) -> usize {
    let mut path = prefix;
    let line = tokens[at].line;
    loop {
        let word = tokens.get(at).map_or("", |token| token.text.as_str());
        path = Some(match (word, path) {
            ("crate" | "steward", None) => Vec::new(),
            ("self", None) => here.to_vec(),
            ("super", None) => here[..here.len().saturating_sub(1)].to_vec(),
            ("super", Some(mut path)) => {
                path.pop();
                path
            }
            ("self" | "*", Some(path)) => path,
            ("{", Some(path)) => {
                let end = closing(tokens, at);
                let mut branch = at + 1;
                while branch < end {
                    branch = tree(tokens, branch, here, Some(path.clone()), found) + 1;
                }
                return end + 1;
            }
            (name, Some(mut path)) if name.starts_with(|c: char| c.is_alphabetic() || c == '_') => {
                path.push(name.to_owned());
                path
            }
            (_, path) => path.unwrap_or_default(),
        });
        at += 1;
        if tokens.get(at).is_none_or(|token| token.text != "::") {
            break;
        }
        at += 1;
    }
    // `as name` ends a branch too.
    if tokens.get(at).is_some_and(|token| token.text == "as") {
        at += 2;
    }
    found.push((line, path.unwrap_or_default()));
    at
}

#[derive(Debug)]
struct Token {
    line: usize,
    text: String,
}

/// Words and signs; comments are left out, of literals only an empty `""` stays.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut line = 1;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let (length, token) = next_token(rest, c);
        tokens.extend(token.map(|text| Token { line, text }));
        line += rest[..length].matches('\n').count();
        rest = &rest[length..];
    }
    tokens
}

fn next_token(rest: &str, c: char) -> (usize, Option<String>) {
    let word = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
    if rest.starts_with("//") {
        (rest.find('\n').unwrap_or(rest.len()), None)
    } else if rest.starts_with("/*") {
        (block_comment(rest), None)
    } else if let Some(length) = literal(rest) {
        (length, Some("\"\"".to_owned()))
    } else if rest.starts_with("::") {
        (2, Some("::".to_owned()))
    } else if word > 0 {
        (word, Some(rest[..word].to_owned()))
    } else if c == '\'' {
        (1 + rest[1..].find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len() - 1), None) // a lifetime
    } else {
        (c.len_utf8(), (!c.is_whitespace()).then(|| c.to_string()))
    }
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

/// How long the text or character that stands here is, if one does.
fn literal(rest: &str) -> Option<usize> {
    let body = rest.trim_start_matches(['b', 'c']);
    let prefix = rest.len() - body.len();
    if prefix > 1 {
        return None;
    }
    if let Some(raw) = body.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        let inside = raw[hashes..].strip_prefix('"')?;
        let end = format!("\"{}", "#".repeat(hashes));
        return Some(rest.len() - inside.len() + inside.find(&end)? + end.len());
    }
    let quote = body.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut escaped = false;
    let end = body.char_indices().skip(1).find(|&(_, c)| {
        let ends = c == quote && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    });
    let length = end?.0 + 1;
    // 'a' is a character, 'a is a lifetime.
    let character = body[1..].starts_with('\\') || body[1..length - 1].chars().count() == 1;
    (quote == '"' || character).then_some(prefix + length)
}

mod caught {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<String> {
        violations(&Source { path: path.to_owned(), text: text.to_owned() })
    }

    #[rstest::rstest]
    #[case(
        "features/ama/rules.rs",
        "use crate::features::polls::rules;",
        "features/ama may not import features::polls"
    )]
    #[case("features/ama/mod.rs", "use crate::features;", "features/ama may not import features")]
    #[case("features/ama/mod.rs", "use super::polls::Poll;", "features/ama may not import features::polls")]
    #[case("features/ama/views.rs", "use super::super::polls;", "features/ama may not import features::polls")]
    #[case("features/ama/mod.rs", "fn f() { crate::bot::run() }", "features/ama may not import bot")]
    #[case(
        "features/ama/mod.rs",
        "use crate::{ids, features::{setup, polls as p}};",
        "features/ama may not import features::polls"
    )]
    #[case("features/ama/mod.rs", "use crate::sandbox::World;", "features/ama may not import sandbox")]
    #[case("features/ama/mod.rs", "use crate::*;", "features/ama may not import the whole crate")]
    #[case("discord/reply.rs", "use crate::features::setup;", "discord may not import features::setup")]
    #[case("app.rs", "pub features: crate::features::Features,", "app may not import features::Features")]
    #[case("text/when.rs", "use crate::i18n::Locale;", "text may not import i18n")]
    #[case("config.rs", "use crate::discord::rest;", "config may not import discord")]
    #[case("error.rs", "use crate::config::Config;", "error may not import config")]
    #[case("sandbox/world.rs", "use crate::text::zone::Zone;", "sandbox may not import text")]
    #[case("cli/run.rs", "use crate::sandbox;", "cli may not import sandbox")]
    #[case("utils.rs", "", "utils stands in no layer; give it a place in tests/architecture.rs")]
    #[case("features/ama/commands.rs", "sqlx::query!(\"x\")", "SQL stands in store.rs, queue.rs and db/ only")]
    #[case("discord/client/rest.rs", "query_as!(A, \"x\")", "SQL stands in store.rs, queue.rs and db/ only")]
    #[case("features/ama/store.rs", "sqlx::query(\"x\")", "`sqlx::query` is not checked against the schema: `query!`")]
    #[case("features/ama/rules.rs", "use poise::serenity_prelude as s;", "rules.rs knows no poise")]
    #[case("features/ama/store.rs", "fn f(id: serenity::all::UserId) {}", "store.rs knows no serenity")]
    #[case("jobs/runner.rs", "use serenity::all::Http;", "jobs knows no serenity")]
    #[case("i18n/mod.rs", "use serenity::all::Http;", "i18n knows no serenity")]
    #[case("clock.rs", "use serenity::all::Timestamp;", "clock knows no serenity")]
    #[case("sandbox/wire.rs", "use serenity::all::User;", "sandbox knows no serenity")]
    #[case("features/ama/rules.rs", "jiff::civil::date(1, 1, 1)", "zones and calendars are asked of text/zone.rs")]
    #[case(
        "features/ama/jobs.rs",
        "chrono::Duration",
        "chrono reads and writes RFC 3339 only, in text/rfc3339.rs and sandbox/iso.rs"
    )]
    #[case(
        "discord/rest.rs",
        "use chrono::Utc;",
        "chrono reads and writes RFC 3339 only, in text/rfc3339.rs and sandbox/iso.rs"
    )]
    #[case(
        "text/when.rs",
        "use chrono::Utc;",
        "chrono reads and writes RFC 3339 only, in text/rfc3339.rs and sandbox/iso.rs"
    )]
    #[case(
        "features/ama/jobs.rs",
        "tokio::time::sleep(x).await",
        "only jobs/, db/, discord/, runtime/, sandbox/ and cli/ sleep: what happens later is a job"
    )]
    #[case(
        "bot.rs",
        "use tokio::time::{sleep};\nfn f() { sleep(x) }",
        "only jobs/, db/, discord/, runtime/, sandbox/ and cli/ sleep: what happens later is a job"
    )]
    #[case(
        "features/ama/commands.rs",
        "ctx.say(text)",
        "`.say` goes past discord/, which keeps limits, mentions and outcomes"
    )]
    #[case(
        "features/ama/commands.rs",
        "ctx\n.send(text)",
        "`.send` goes past discord/, which keeps limits, mentions and outcomes"
    )]
    #[case(
        "features/ama/listen.rs",
        "message.reply(x)",
        "`.reply` goes past discord/, which keeps limits, mentions and outcomes"
    )]
    #[case(
        "features/ama/jobs.rs",
        "channel.send_message(&ctx.http, m)",
        "`.http` goes past discord/, which keeps limits, mentions and outcomes"
    )]
    #[case(
        "jobs/mod.rs",
        "#[cfg(test)] fn fast() {}",
        "`cfg(test)` stands on `mod tests` only: tests run what production runs"
    )]
    #[case("jobs/mod.rs", "if cfg!(test) {}", "`cfg(test)` stands on `mod tests` only: tests run what production runs")]
    #[case(
        "jobs/mod.rs",
        "#[cfg(not(test))] fn slow() {}",
        "`cfg(test)` stands on `mod tests` only: tests run what production runs"
    )]
    #[case("discord/ui/view.rs", "use crate::runtime::gateway;", "discord may not import runtime")]
    #[case("health/mod.rs", "use crate::runtime::gateway;", "health may not import runtime")]
    #[case("runtime/dispatch.rs", "use crate::features::polls;", "runtime may not import features::polls")]
    #[case("feature.rs", "fn f() { crate::features::polls::NAME; }", "feature may not import features::polls")]
    #[case("ids.rs", "ids! { JobId, PollId }", "PollId is the id of a feature's row: its mod.rs declares it")]
    #[case("features/ama/store/rows.rs", "fn f(id: serenity::all::UserId) {}", "rows.rs knows no serenity")]
    fn a_planted_violation(#[case] path: &str, #[case] text: &str, #[case] what: &str) {
        let text = format!("//! A file.\n{text}");
        let found = found(path, &text);
        assert!(
            found
                .iter()
                .any(|found| found.starts_with(&format!("src/{path}:")) && found.ends_with(&format!(": {what}"))),
            "{found:?}"
        );
    }

    #[test]
    fn the_line_is_named() {
        let text = "//! A file.\n/* two\nlines */\nuse crate::{\n    ids::GuildId,\n    features::{\n        polls::rules,\n    },\n};\n";
        assert_eq!(
            found("features/ama/rules.rs", text),
            ["src/features/ama/rules.rs:7: features/ama may not import features::polls"]
        );
    }

    #[rstest::rstest]
    #[case(
        "features/ama/commands.rs",
        "use super::{rules, store::insert};\nuse crate::{app::App, features::setup, text::when};"
    )]
    #[case(
        "features/ama/rules.rs",
        "#[cfg(test)]\nmod tests {\n use super::*;\n use super::super::store; fn f() { poise::x() } }"
    )]
    #[case("features/mod.rs", "pub mod ama;\nuse self::ama::feature;\nfn all() { crate::features::polls::feature() }")]
    #[case(
        "features/ama/views.rs",
        "// crate::features::polls, sleep(1), ctx.http\nfn f() { \"crate::features::polls\"; r#\"sqlx::query!(\"x\")\"#; 'c' }"
    )]
    #[case("features/ama/jobs.rs", "queue.send(x); sender.say(y); fn reply() {} struct Sleep; self.query(x);")]
    #[case("cli/demo.rs", "use crate::sandbox::World; use crate::features::setup;")]
    #[case("cli/demo/story.rs", "use crate::sandbox::World;")]
    #[case("sandbox/rest/mod.rs", "use crate::ids::GuildId; use crate::sandbox::world; use super::wire;")]
    #[case("i18n/mod.rs", "use crate::text::safe::Safe; fn f(serenity_like: u8) {}")]
    #[case("db/migrate.rs", "sqlx::query(\"PRAGMA x\"); tokio::time::sleep(x)")]
    #[case("ids.rs", "impl From<serenity::all::UserId> for MemberId {}")]
    #[case("ids.rs", "ids! { OutboxId, JobId } snowflakes! { GuildId <=> GuildId }")]
    #[case("features/ama/store/rows.rs", "sqlx::query!(\"x\")")]
    #[case("features/ama/mod.rs", "use crate::runtime::framework; ids! { AmaId }")]
    #[case("jobs/queue.rs", "sqlx::query!(\"x\"); #[cfg(test)]\n#[allow(unused)]\nmod tests { sqlx::query(\"y\"); }")]
    #[case("discord/post.rs", "fn f<'a>(x: &'a str, c: char) -> bool { c == '\"' } // 'sleep'")]
    #[case("text/rfc3339.rs", "use chrono::DateTime;")]
    #[case("sandbox/iso.rs", "use chrono::DateTime;")]
    fn what_is_allowed_passes(#[case] path: &str, #[case] text: &str) {
        assert_eq!(found(path, text), [""; 0]);
    }

    fn circles_of(files: &[(&str, &str)]) -> Vec<String> {
        let source = |(path, text): &(&str, &str)| Source { path: (*path).to_owned(), text: (*text).to_owned() };
        circles(&files.iter().map(source).collect::<Vec<_>>())
    }

    #[test]
    fn a_circle_of_files_of_the_platform() {
        let found = circles_of(&[
            ("discord/ui/view.rs", "//! A.\nuse crate::discord::ui::ping::Ping;"),
            ("discord/ui/ping.rs", "//! B.\n\nuse super::times;"),
            ("discord/ui/times.rs", "fn f() { crate::discord::ui::view::label() }"),
        ]);
        assert_eq!(
            found,
            [
                "src/discord/ui/ping.rs:3: discord::ui::ping → discord::ui::times → discord::ui::view → discord::ui::ping"
            ]
        );
    }

    #[test]
    fn a_circle_of_folders_of_the_platform() {
        let found = circles_of(&[
            ("discord/ui/view.rs", "use crate::discord::outbox::queue;"),
            ("discord/outbox/queue.rs", ""),
            ("discord/outbox/call.rs", "use crate::discord::ui::file;"),
            ("discord/ui/file.rs", ""),
        ]);
        assert_eq!(found, ["src/discord/outbox/call.rs:1: discord::outbox → discord::ui → discord::outbox"]);
    }

    #[test]
    fn a_circle_of_files_of_a_feature() {
        let found = circles_of(&[
            ("features/ama/mod.rs", ""),
            ("features/ama/rules.rs", "use super::store::Kept;"),
            ("features/ama/store.rs", "use crate::features::ama::rules;"),
        ]);
        assert_eq!(
            found,
            ["src/features/ama/rules.rs:1: features::ama::rules → features::ama::store → features::ama::rules"]
        );
    }

    #[test]
    fn parents_children_and_tests_make_no_circle() {
        let found = circles_of(&[
            ("features/ama/mod.rs", "use self::rules::Plan;"),
            (
                "features/ama/rules.rs",
                "use super::Problem; #[cfg(test)]\nmod tests { use crate::features::ama::store; }",
            ),
            ("features/ama/store.rs", "use super::rules;"),
            ("jobs/mod.rs", "use crate::app::App;"),
            ("jobs/queue.rs", "use super::Job;"),
            ("app.rs", "use crate::discord::client::Discord;"),
            ("discord/client/mod.rs", ""),
        ]);
        assert_eq!(found, [""; 0]);
    }
}
