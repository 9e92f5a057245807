//! Features → poise: all commands in one list, with the permissions of their level and their
//! descriptions and the names of their menus in every language; and what happens when one of them
//! fails.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use backon::{ExponentialBuilder, Retryable};
use poise::{FrameworkError, FrameworkOptions};
use serde_json::{Value, json};
use serenity::all::{InteractionContext, Permissions};
use serenity::http::{LightMethod, Route};
use tracing::{error, info};

use crate::app::App;
use crate::error::{Error, Message, Result};
use crate::feature::{Command, Context, Feature, correct};
use crate::i18n;
use crate::i18n::Locale;
use crate::ids::ApplicationId;

use crate::discord::access::level::Level;
use crate::discord::client::rest::Refusal;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::failure;
use crate::discord::interaction::forms::FormOnForm;

/// Poise's options with every command of every feature.
pub fn options(features: &[Feature]) -> FrameworkOptions<Arc<App>, Error> {
    let mut commands = commands(features);
    poise::set_qualified_names(&mut commands);
    FrameworkOptions {
        commands,
        on_error: |error| Box::pin(failed(error)),
        command_check: Some(|ctx| Box::pin(async move { check(ctx) })),
        initialize_owners: false,
        ..FrameworkOptions::default()
    }
}

/// Every command, complete: level, contexts and descriptions.
pub fn commands(features: &[Feature]) -> Vec<Command> {
    let mut commands: Vec<Command> = features.iter().flat_map(|feature| (feature.commands)()).collect();
    for command in &mut commands {
        let level = lowest_level(command);
        command.default_member_permissions = level.default_permissions().unwrap_or(Permissions::empty());
        command.interaction_context.get_or_insert_with(|| vec![InteractionContext::Guild]);
        describe(command, "command");
    }
    commands
}

/// The level a command was declared with: `custom_data = "Level::…"`.
pub fn level(command: &Command) -> Option<Level> {
    command.custom_data.downcast_ref().copied()
}

/// Whoever may use any part of a command must see it.
fn lowest_level(command: &Command) -> Level {
    let below = command.subcommands.iter().map(lowest_level).min();
    below.or_else(|| level(command)).unwrap_or(Level::Manager)
}

/// Fills in the descriptions of other languages; the English one is the command's doc comment.
fn describe(command: &mut Command, above: &str) {
    let key = format!("{above}-{}", command.name);
    command.description_localizations = translations(&key);
    for parameter in &mut command.parameters {
        let key = format!("{key}-{}", parameter.name);
        parameter.description_localizations = translations(&key);
        for choice in parameter.choices.to_mut() {
            choice.localizations = translations(&format!("choice-{}", choice.name.replace(' ', "-")));
        }
    }
    for command in &mut command.subcommands {
        describe(command, &key);
    }
}

fn translations<M: FromIterator<(Cow<'static, str>, Cow<'static, str>)>>(key: &str) -> M {
    let locales = [Locale::Ru, Locale::Ro].into_iter();
    locales.filter_map(|locale| Some((locale.code().into(), i18n::describe(locale, key)?.into()))).collect()
}

/// The commands as Discord takes them.
///
/// # Errors
/// Fault, if one cannot be written as JSON.
pub fn definitions(commands: &[Command]) -> Result<Value> {
    let mut definitions = serde_json::to_value(poise::builtins::create_application_commands(commands))?;
    // Poise has no place for the names of menus in other languages.
    for definition in definitions.as_array_mut().into_iter().flatten().filter(|one| is_menu(one)) {
        let key = menu_key(definition["name"].as_str().unwrap_or_default());
        let names: HashMap<Cow<'_, str>, Cow<'_, str>> = translations(&key);
        definition["name_localizations"] = serde_json::to_value(names)?;
    }
    Ok(definitions)
}

/// Whether a definition is the entry of a member's or a message's menu; a slash command has type 1.
fn is_menu(definition: &Value) -> bool {
    matches!(definition["type"].as_u64(), Some(2 | 3))
}

/// The key of a menu's name: "Warn author…" → `menu-warn-author`.
pub fn menu_key(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_ascii_alphanumeric() || c.is_whitespace());
    let words: String = letters.map(|c| c.to_ascii_lowercase()).collect();
    format!("menu-{}", words.split_whitespace().collect::<Vec<_>>().join("-"))
}

/// Tells Discord which commands there are, until it has taken them.
pub async fn register(app: &App, application: ApplicationId, definitions: &Value) {
    let put = || {
        let route = Route::Commands { application_id: application.into() };
        app.discord.rest.send(LightMethod::Put, route, definitions)
    };
    // A quarter of an hour: longer than any limit that Discord has set.
    let delays = ExponentialBuilder::default().with_max_times(20);
    match put.retry(delays).when(Refusal::is_transient).await {
        Ok(_) => info!(commands = definitions.as_array().map_or(0, Vec::len), "commands registered"),
        Err(refusal) => error!("the commands could not be registered: {refusal}"),
    }
}

/// The level of the command, on what Discord says of the person now.
fn check(ctx: Context<'_>) -> Result<bool> {
    let level = level(ctx.command()).ok_or_else(|| Error::fault("a command without a level"))?;
    // What is for everyone may also work in direct messages; where it does not, it says so itself.
    if level > Level::Everyone {
        Interaction::from_context(ctx)?.require(level)?;
    }
    Ok(true)
}

async fn failed(error: FrameworkError<'_, Arc<App>, Error>) {
    let (ctx, error) = match error {
        FrameworkError::Command { error, ctx, .. } => (ctx, error),
        FrameworkError::CommandCheckFailed { error: Some(error), ctx, .. } => (ctx, error),
        FrameworkError::CommandPanic { payload, ctx, .. } => {
            (ctx, Error::fault(format!("panic: {}", payload.as_deref().unwrap_or("no message"))))
        }
        // The definition that the person's Discord still shows is not ours any more.
        FrameworkError::ArgumentParse { ctx, .. } | FrameworkError::SubcommandRequired { ctx } => {
            (ctx, Message::new("command-outdated").into())
        }
        FrameworkError::CommandStructureMismatch { ctx, .. } => {
            (poise::Context::Application(ctx), Message::new("command-outdated").into())
        }
        FrameworkError::UnknownInteraction { framework, interaction, .. } => {
            if let Ok(interaction) = Interaction::from_command(framework.user_data, interaction) {
                failure::answer(&interaction, "an unknown command", Message::new("command-outdated").into()).await;
            }
            return;
        }
        other => {
            if let Some(ctx) = other.ctx() {
                ctx.data().report("poise", &anyhow::anyhow!("{other}"));
            }
            return;
        }
    };
    let what = ctx.command().qualified_name.clone();
    let autocomplete = matches!(&ctx, poise::Context::Application(ctx)
        if ctx.interaction_type == poise::CommandInteractionType::Autocomplete);
    if autocomplete {
        // Nothing can be told while someone is still typing an option.
        if let Error::Fault(error) = &error {
            ctx.data().report(&what, error);
        }
        return offer_nothing(ctx).await;
    }
    let Ok(interaction) = Interaction::anywhere(ctx) else { return };
    let answer = match &error {
        Error::Told(why) => Ok(correct::offer(&interaction, ctx, why).await),
        Error::Fault(fault) if fault.is::<FormOnForm>() => correct::form_follows(&interaction, ctx).await.map(Some),
        Error::Fault(_) => Ok(None),
    };
    match answer {
        Ok(Some(view)) => failure::show(&interaction, &what, &view).await,
        Ok(None) => failure::answer(&interaction, &what, error).await,
        Err(not_kept) => failure::answer(&interaction, &what, not_kept).await,
    }
}

/// An empty list, so that Discord does not wait for one.
async fn offer_nothing(ctx: Context<'_>) {
    let poise::Context::Application(ctx) = ctx else { return };
    // Whoever is typing has gone on by now, or will type on.
    let _ = answer(ctx, &json!({"type": 8, "data": {"choices": []}})).await;
}

async fn answer(ctx: poise::ApplicationContext<'_, Arc<App>, Error>, answer: &Value) -> Result<(), Refusal> {
    let route = Route::InteractionResponse { interaction_id: ctx.interaction.id, token: &ctx.interaction.token };
    ctx.framework.user_data.discord.rest.send(LightMethod::Post, route, answer).await.map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_of_a_menu_is_made_of_its_words() {
        for (name, key) in [
            ("Warn…", "menu-warn"),
            ("Warn author…", "menu-warn-author"),
            ("History", "menu-history"),
            ("Report to moderators", "menu-report-to-moderators"),
        ] {
            assert_eq!(menu_key(name), key);
        }
    }
}
