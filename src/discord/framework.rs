//! Features → poise: all commands in one list, with the permissions of their level and their
//! descriptions in every language; and what happens when one of them fails.

use std::sync::Arc;

use backon::{ExponentialBuilder, Retryable};
use poise::{FrameworkError, FrameworkOptions};
use serde_json::Value;
use serenity::all::{InteractionContext, Permissions};
use serenity::http::{LightMethod, Route};
use tracing::{error, info};

use crate::app::App;
use crate::error::{Error, Message, Result};
use crate::feature::{Command, Context, Feature};
use crate::i18n::{self, Locale};
use crate::ids::ApplicationId;

use super::access::Level;
use super::door::{Door, EPHEMERAL};
use super::failure;

/// Poise's options with every command of every feature.
pub fn options(features: &[Feature]) -> FrameworkOptions<Arc<App>, Error> {
    FrameworkOptions {
        commands: commands(features),
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
        command.interaction_context = Some(vec![InteractionContext::Guild]);
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

fn translations<M: FromIterator<(std::borrow::Cow<'static, str>, std::borrow::Cow<'static, str>)>>(key: &str) -> M {
    let locales = [Locale::Ru, Locale::Ro].into_iter();
    locales.filter_map(|locale| Some((locale.code().into(), i18n::describe(locale, key)?.into()))).collect()
}

/// The commands as Discord takes them.
///
/// # Errors
/// Fault, if one cannot be written as JSON.
pub fn definitions(commands: &[Command]) -> Result<Value> {
    Ok(serde_json::to_value(poise::builtins::create_application_commands(commands))?)
}

/// Tells Discord which commands there are, until it has taken them.
pub async fn register(app: &App, application: ApplicationId, definitions: &Value) {
    let put = || {
        let route = Route::Commands { application_id: application.into() };
        app.discord.rest.send(LightMethod::Put, route, definitions)
    };
    let delays = ExponentialBuilder::default().with_max_times(8);
    match put.retry(delays).when(super::rest::Refusal::passing).await {
        Ok(_) => info!(commands = definitions.as_array().map_or(0, Vec::len), "commands registered"),
        Err(refusal) => error!("the commands could not be registered: {refusal}"),
    }
}

/// The level of the command, on what Discord says of the person now.
fn check(ctx: Context<'_>) -> Result<bool> {
    let level = level(ctx.command()).ok_or_else(|| Error::fault("a command without a level"))?;
    Door::of(ctx)?.require(level)?;
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
            if let Ok(door) = Door::of_command(framework.user_data, interaction) {
                failure::answer(&door, "an unknown command", Message::new("command-outdated").into()).await;
            }
            return;
        }
        other => {
            if let Some(ctx) = other.ctx() {
                failure::report(ctx.data(), "poise", &anyhow::anyhow!("{other}"));
            }
            return;
        }
    };
    // Nothing can be told while someone is still typing an option.
    let autocomplete = matches!(&ctx, poise::Context::Application(ctx)
        if ctx.interaction_type == poise::CommandInteractionType::Autocomplete);
    if autocomplete {
        return;
    }
    let what = ctx.command().qualified_name.clone();
    match Door::of(ctx) {
        Ok(door) => failure::answer(&door, &what, error).await,
        Err(_) => outside(ctx).await,
    }
}

/// A command was used where there is no server, whatever its definition says.
async fn outside(ctx: Context<'_>) {
    let poise::Context::Application(ctx) = ctx else { return };
    let locale = Locale::from_discord(&ctx.interaction.locale).unwrap_or_default();
    let view = super::view::View::text(i18n::say(locale, &Message::new("access-server-only")));
    let mut data = view.json();
    data["flags"] = EPHEMERAL.into();
    let route = Route::InteractionResponse { interaction_id: ctx.interaction.id, token: &ctx.interaction.token };
    let answer = serde_json::json!({"type": 4, "data": data});
    if let Err(refusal) = ctx.framework.user_data.discord.rest.send(LightMethod::Post, route, &answer).await {
        error!("a command outside a server could not be answered: {refusal}");
    }
}
