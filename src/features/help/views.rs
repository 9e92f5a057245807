//! The list of commands: below the name of each level what it adds, for staff with examples.

use poise::ContextMenuCommandAction;
use serenity::all::InteractionContext;

use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::pages;
use crate::discord::ui::view::{Embed, View};
use crate::error::Message;
use crate::feature::Command;
use crate::i18n;
use crate::i18n::Locale;
use crate::runtime::framework;
use crate::text::safe::Safe;

/// From what everyone may use up.
const LEVELS: [(Level, &str); 4] = [
    (Level::Everyone, "help-for-everyone"),
    (Level::Helper, "help-for-helpers"),
    (Level::Moderator, "help-for-moderators"),
    (Level::Manager, "help-for-managers"),
];

/// What the actor can use; a page of it. In direct messages it is what works there.
pub fn list(interaction: &Interaction, page: i64, in_dms: bool) -> View {
    let (guild, locale) = (interaction.actor.guild, interaction.actor.locale);
    let mut commands = usable(framework::commands(interaction.app.features()), "");
    commands.retain(|(_, command)| !in_dms || works_in_dms(command));
    let mut parts = Vec::new();
    for (level, head) in LEVELS.into_iter().filter(|(level, _)| *level <= interaction.actor.level) {
        let lines = commands.iter().filter(|(_, command)| framework::level(command) == Some(level));
        let lines: Vec<Safe> = lines.flat_map(|(name, command)| entry(interaction, name, command)).collect();
        let head = interaction.say(&Message::new(head));
        parts.extend(if lines.is_empty() { None } else { Some(head) });
        parts.extend(lines);
    }
    let too = commands.iter().filter(|(_, command)| !in_dms && works_in_dms(command));
    let too = too.map(|(name, _)| Message::new("help-name").with("name", name.as_str()));
    let too = too.reduce(|names, next| Message::new("help-names").with("names", names).with("next", next));
    parts.extend(too.map(|names| interaction.say(&Message::new("help-in-dms").with("names", names))));

    let name = interaction.app.discord.directory.guild(guild).map(|guild| guild.name.clone()).unwrap_or_default();
    let title = interaction.say(&Message::new("help-title").with("server", name));
    let id = |number| CustomId::new("help", "page", 1, number).arg(guild);
    pages::page(parts, page).below(locale, Embed::titled(title), id)
}

/// Commands that can be used, without those that only hold others, by what a person types.
fn usable(commands: Vec<Command>, above: &str) -> Vec<(String, Command)> {
    let one = |mut command: Command| {
        let name = format!("{above}{}", command.name);
        let mut inner = std::mem::take(&mut command.subcommands);
        // Where it works is said of the whole.
        inner.iter_mut().for_each(|one| one.interaction_context.clone_from(&command.interaction_context));
        if inner.is_empty() { vec![(name, command)] } else { usable(inner, &format!("{name} ")) }
    };
    commands.into_iter().flat_map(one).collect()
}

/// What a command does, for staff with an example, and where it stands in a menu.
fn entry(interaction: &Interaction, name: &str, command: &Command) -> Vec<Safe> {
    let locale = interaction.actor.locale;
    let what = description(command, locale);
    let mut lines = Vec::new();
    if command.slash_action.is_some() {
        let line = Message::new("help-line").with("name", name).with("what", what.as_str());
        // Plain members read a few lines; whoever has more to do finds how.
        let is_short = interaction.actor.level == Level::Everyone || !has_options(command);
        let example = (!is_short).then(|| {
            let example = Message::new(format!("help-{}", name.replace(' ', "-")));
            interaction.say(&Message::new("help-example").with("example", example))
        });
        lines.push(Safe::join([interaction.say(&line)].into_iter().chain(example), "\n"));
    }
    if let (Some(action), Some(label)) = (command.context_menu_action, &command.context_menu_name) {
        let key = match action {
            ContextMenuCommandAction::Message(_) => "help-menu-message",
            _ => "help-menu-member",
        };
        let label = i18n::describe(locale, &framework::menu_key(label)).unwrap_or_else(|| label.to_string());
        lines.push(interaction.say(&Message::new(key).with("name", label)));
    }
    lines
}

/// Whether there is something to fill in; one without is its own example.
fn has_options(command: &Command) -> bool {
    command.parameters.iter().any(|option| option.name != "server")
}

/// In the reader's language, as Discord shows it too.
fn description(command: &Command, locale: Locale) -> String {
    let english = command.description.as_deref().unwrap_or_default();
    let other = command.description_localizations.iter().find(|(code, _)| code == locale.code());
    other.map_or(english, |(_, text)| text).to_owned()
}

fn works_in_dms(command: &Command) -> bool {
    command.interaction_context.as_ref().is_some_and(|places| places.contains(&InteractionContext::BotDm))
}
