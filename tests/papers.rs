//! What is written beside the code is what the code does: the table of commands in the README, the
//! translations that Discord shows, the names in `.env.example`.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use poise::ContextMenuCommandAction;
use steward::config::Config;
use steward::discord::access::level::Level;
use steward::error::Message;
use steward::feature::Command;
use steward::features;
use steward::i18n;
use steward::i18n::Locale;
use steward::runtime::framework;

const BEGIN: &str = "<!-- commands: made from the definitions, checked by tests/papers.rs -->\n";
const END: &str = "<!-- /commands -->";

fn paper(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).expect("a file of the repository")
}

/// Commands that can be used, without those that only hold others, by what a person types.
fn usable(commands: Vec<Command>, above: &str) -> Vec<(String, Command)> {
    let one = |mut command: Command| match std::mem::take(&mut command.subcommands) {
        inner if inner.is_empty() => vec![(format!("{above}{}", command.name), command)],
        inner => usable(inner, &format!("{above}{} ", command.name)),
    };
    commands.into_iter().flat_map(one).collect()
}

fn all() -> Vec<(String, Command)> {
    usable(framework::commands(&features::all()), "/")
}

#[test]
fn every_command_says_who_may_use_it() {
    for (name, command) in all() {
        assert!(framework::level(&command).is_some(), "{name} has no custom_data = \"Level::…\"");
    }
}

#[test]
fn every_command_has_an_example_in_every_language() {
    // One with nothing to fill in is its own example.
    let slash = all().into_iter().filter(|(_, command)| command.slash_action.is_some());
    let options = |command: &Command| command.parameters.iter().any(|option| option.name != "server");
    for (name, command) in slash.filter(|(_, command)| options(command)) {
        for locale in Locale::ALL {
            let key = format!("help-{}", name.trim_start_matches('/').replace(' ', "-"));
            let example = i18n::plain(locale, &Message::new(key.clone()));
            assert!(example.contains(&format!("`{name}")), "{locale:?}: {key} is no example of {name}: {example}");
            let options = command.parameters.iter().filter(|parameter| parameter.required);
            for option in options {
                assert!(example.contains(&format!(" {}:", option.name)), "{key} leaves out {}: {example}", option.name);
            }
        }
    }
}

/// How the entry of a context menu is called, and where it is found.
fn menu(command: &Command) -> Option<String> {
    let place = match command.context_menu_action? {
        ContextMenuCommandAction::User(_) => "a member",
        ContextMenuCommandAction::Message(_) => "a message",
        _ => "something else",
    };
    Some(format!("*{}*, menu of {place}", command.context_menu_name.as_deref()?))
}

#[test]
fn the_readme_lists_the_commands_there_are() {
    let who = |command: &Command| match framework::level(command) {
        Some(Level::Everyone) | None => "everyone",
        Some(Level::Helper) => "helpers and above",
        Some(Level::Moderator) => "moderators and above",
        Some(Level::Manager) => "managers",
    };
    let row = |(name, command): (String, Command)| {
        let text = command.description.as_deref().unwrap_or_default();
        let slash = command.slash_action.is_some().then(|| format!("`{name}`"));
        let names = slash.into_iter().chain(menu(&command));
        names.map(|name| format!("| {name} | {} | {text} |\n", who(&command))).collect::<String>()
    };
    let rows = all().into_iter().map(row);
    let table = format!("| command | who | what it does |\n| --- | --- | --- |\n{}", rows.collect::<String>());
    let readme = paper("README.md");
    let written =
        readme.split_once(BEGIN).and_then(|(_, rest)| rest.split_once(END)).expect("the place of the table").0;
    assert_eq!(written, table, "the README is out of date; between its marks has to stand:\n\n{table}\n");
}

/// Read, and no setting of Steward's: conventions that every terminal program keeps.
const CONVENTIONS: [&str; 1] = ["NO_COLOR"];

/// A description with its translations, for every command, option and choice.
fn descriptions(command: &Command, name: &str, found: &mut Vec<(String, String, BTreeMap<String, String>)>) {
    type Translations = BTreeMap<String, String>;
    let translated = |of: &[(std::borrow::Cow<'static, str>, std::borrow::Cow<'static, str>)]| -> Translations {
        of.iter().map(|(locale, text)| (locale.to_string(), text.to_string())).collect()
    };
    // The entry of a menu has a name and no description.
    if command.slash_action.is_some() || !command.subcommands.is_empty() {
        let text = command.description.as_deref().unwrap_or_default().to_owned();
        found.push((name.to_owned(), text, translated(&command.description_localizations)));
    }
    // Nor does anybody fill in what was chosen in a menu.
    for parameter in command.parameters.iter().filter(|_| command.slash_action.is_some()) {
        let place = format!("{name} {}:", parameter.name);
        let text = parameter.description.as_deref().unwrap_or_default().to_owned();
        found.push((place.clone(), text, translated(&parameter.description_localizations)));
        for choice in parameter.choices.iter() {
            found.push((
                format!("{place} {}", choice.name),
                choice.name.to_string(),
                translated(&choice.localizations),
            ));
        }
    }
    for inner in &command.subcommands {
        descriptions(inner, &format!("{name} {}", inner.name), found);
    }
}

#[test]
fn everything_that_discord_lists_is_described_in_every_language() {
    let mut found = Vec::new();
    for command in framework::commands(&features::all()) {
        descriptions(&command, &format!("/{}", command.name), &mut found);
    }
    for (place, english, others) in &found {
        let languages: Vec<&str> = others.keys().map(String::as_str).collect();
        assert_eq!(languages, ["ro", "ru"], "{place}");
        for text in others.values().chain([english]) {
            let length = text.encode_utf16().count();
            assert!((1..=100).contains(&length), "{place}: {length} characters: {text}");
            let sentence = text.strip_suffix('.').is_some_and(|rest| !rest.ends_with(|c: char| c.is_ascii_digit()));
            assert!(!sentence, "{place}: a label ends without a stop: {text}");
        }
    }
    assert!(found.len() > 10, "{} descriptions", found.len());
}

#[test]
fn every_menu_has_a_name_in_every_language() {
    let definitions = framework::definitions(&framework::commands(&features::all())).unwrap();
    for menu in definitions.as_array().unwrap().iter().filter(|one| matches!(one["type"].as_u64(), Some(2 | 3))) {
        let name = menu["name"].as_str().unwrap();
        for language in ["ru", "ro"] {
            let other = menu["name_localizations"][language].as_str();
            let key = framework::menu_key(name);
            let other = other.unwrap_or_else(|| panic!("{name}: there is no text {key} in {language}"));
            assert!((1..=32).contains(&other.encode_utf16().count()), "{name} in {language}: {other}");
        }
    }
}

fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.push(path);
        }
    }
}

#[test]
fn the_example_of_the_environment_names_what_is_read_there_and_nothing_else() {
    let asked = RefCell::new(BTreeSet::new());
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("config.toml");
    std::fs::write(&config, "").unwrap();
    Config::load_with(Some(&config), |name| {
        asked.borrow_mut().insert(name.to_owned());
        None
    })
    .expect("nothing set is right");
    let mut read = asked.into_inner();
    // What is not read through the settings, such as the log's filter.
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    for file in files {
        let text = std::fs::read_to_string(file).unwrap();
        let calls = text.split("env::var(\"").skip(1).chain(text.split("env::var_os(\"").skip(1));
        read.extend(calls.filter_map(|call| call.split_once('"')).map(|(name, _)| name.to_owned()));
    }

    read.retain(|name| !CONVENTIONS.contains(&name.as_str()));

    let example = paper(".env.example");
    let names = example.lines().filter_map(|line| line.trim_start_matches("# ").split_once('='));
    let named: BTreeSet<String> = names.map(|(name, _)| name.to_owned()).filter(|name| is_variable(name)).collect();
    assert_eq!(named, read);
}

fn is_variable(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_uppercase() || c == '_')
}

#[test]
fn the_service_is_restarted_wherever_that_can_help() {
    use steward::cli::Exit;
    let unit = paper(".deploy/steward.service");
    let lines = |name: &str| -> Vec<String> {
        unit.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix('=')).map(str::to_owned).collect()
    };
    let only_a_person = [Exit::Usage, Exit::Protected, Exit::TokenRefused].map(|exit| (exit as u8).to_string());
    assert_eq!(lines("RestartPreventExitStatus"), [only_a_person.join(" ")]);
    assert_eq!(lines("Restart"), ["on-failure"]);
    assert_eq!(lines("ExecStart"), ["/usr/local/bin/steward run"]);
    // A stop takes up to ten seconds, and nobody else may read what is written.
    assert_eq!((lines("TimeoutStopSec"), lines("UMask")), (vec!["20".to_owned()], vec!["0077".to_owned()]));
    assert_eq!(lines("LimitCORE"), ["0"], "a core would hold the token");
}

#[test]
fn no_secret_can_come_into_the_image_and_its_health_is_asked() {
    let rules: Vec<String> = paper(".dockerignore").lines().map(str::to_owned).collect();
    let rules: Vec<&str> = rules.iter().map(String::as_str).filter(|line| !line.starts_with('#')).collect();
    assert_eq!(rules.first(), Some(&"*"), "nothing that is not named");
    let named = |rule: &&str| rule.strip_prefix('!').map(str::to_owned);
    for name in rules.iter().filter_map(named) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(&name);
        assert!(path.exists() && name != ".env" && name != "config.toml", "{name}");
    }
    let file = paper(".deploy/Containerfile");
    assert!(!file.lines().any(|line| line.contains("TOKEN")), "the token comes with the run");
    let toolchain =
        env!("CARGO_PKG_RUST_VERSION").split('.').nth(1).and_then(|minor| minor.parse::<u32>().ok()).unwrap();
    let image = file.split("rust:1.").nth(1).and_then(|rest| rest.split('-').next()?.parse::<u32>().ok()).unwrap();
    assert!(image >= toolchain, "the image has Rust 1.{image}");
    let runtime = file.rsplit("\nFROM ").next().unwrap();
    for line in ["USER 65532:65532", "VOLUME /data", "[\"/usr/local/bin/steward\", \"health\"]", "CMD [\"run\"]"] {
        assert!(runtime.contains(line), "{line}");
    }
}

#[test]
fn the_readme_explains_every_metric() {
    let source = paper("src/health/metrics.rs");
    let names: BTreeSet<&str> = source
        .split('"')
        .filter(|name| name.starts_with("steward_") || name.starts_with("process_"))
        .filter(|name| name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'))
        .collect();
    assert!(names.len() > 20, "{names:?}");
    let readme = paper("README.md");
    for name in names {
        assert!(readme.contains(&format!("`{name}`")) || readme.contains(&format!("`{name}{{")), "{name}");
    }
}
