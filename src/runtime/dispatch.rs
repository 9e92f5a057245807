//! Events and interactions → the features.

use std::future::{Future, poll_fn};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;

use poise::FrameworkContext;
use serde::Serialize;
use serenity::all::{CommandData, ComponentInteraction, Event, FullEvent, ModalInteraction, ShardManager};

use crate::app::App;
use crate::error::{Error, Message, Result};
use crate::feature::{card, correct, route};

use crate::discord::interaction::context::{ComponentEvent, Interaction, ModalSubmit};
use crate::discord::interaction::failure;
use crate::discord::interaction::failure::outdated;
use crate::discord::interaction::forms::Forms;
use crate::discord::ui::custom_id::CustomId;

/// What poise needs to run a command, besides the interaction.
pub struct Dispatcher {
    pub app: Arc<App>,
    pub options: poise::FrameworkOptions<Arc<App>, Error>,
    pub shards: Arc<ShardManager>,
}

/// Shows an event to the cards, and to every feature that listens.
pub async fn event(app: &Arc<App>, event: &Event) {
    heard(app, "cards", caught(card::event(app, event)).await);
    for feature in app.features() {
        let Some(listen) = feature.listen else { continue };
        heard(app, feature.name, caught(listen(app, event)).await);
    }
}

fn heard(app: &App, who: &str, outcome: Result<()>) {
    match outcome {
        Ok(()) => {}
        Err(Error::Fault(error)) => drop(app.report(who, &error)),
        // Nobody asked for an event, so nobody can be told.
        Err(Error::Told(message)) => drop(app.report(who, &anyhow::anyhow!("nobody to tell: {}", message.key))),
    }
}

/// Runs a command, a press or a form to its answer.
pub async fn interaction(
    dispatcher: &Dispatcher,
    ctx: &serenity::all::Context,
    interaction: serenity::all::Interaction,
) {
    match interaction {
        serenity::all::Interaction::Command(_) | serenity::all::Interaction::Autocomplete(_) => {
            command(dispatcher, ctx, interaction).await;
        }
        serenity::all::Interaction::Component(press) => {
            if let Some(data) = component(&dispatcher.app, &press).await {
                carry_out(dispatcher, ctx, &press, *data).await;
            }
        }
        serenity::all::Interaction::Modal(form) => {
            if let Some(data) = modal(&dispatcher.app, &form).await {
                let id = form.id.into();
                let carried_out = carry_out(dispatcher, ctx, &form, *data);
                dispatcher.app.state::<Forms>().carry_out(id, carried_out).await;
            }
        }
        _ => {}
    }
}

async fn command(dispatcher: &Dispatcher, ctx: &serenity::all::Context, interaction: serenity::all::Interaction) {
    let framework = FrameworkContext {
        serenity_context: ctx,
        bot_id: dispatcher.app.discord.me().map_or_else(Default::default, |me| me.bot.into()),
        options: &dispatcher.options,
        user_data: &dispatcher.app,
        shard_manager: &dispatcher.shards,
    };
    poise::dispatch_event(framework, FullEvent::InteractionCreate { interaction }).await;
}

/// Carries out a command for a press or a form, which is answered as the command would be: what Discord sends of
/// the three differs in their data only.
async fn carry_out(
    dispatcher: &Dispatcher,
    ctx: &serenity::all::Context,
    event: &(impl Serialize + Sync),
    data: CommandData,
) {
    let made = serde_json::to_value(event).and_then(|mut event| {
        event["data"] = serde_json::to_value(data)?;
        serde_json::from_value(event)
    });
    match made {
        Ok(made) => command(dispatcher, ctx, serenity::all::Interaction::Command(made)).await,
        Err(error) => drop(dispatcher.app.report("correct", &error.into())),
    }
}

async fn component(app: &Arc<App>, press: &ComponentInteraction) -> Option<Box<CommandData>> {
    let interaction = Interaction::from_component(app, press).ok()?;
    let run = async {
        let id = press.data.custom_id.parse().map_err(|_| outdated())?;
        route::component(app, ComponentEvent::from_component(interaction.clone(), press, id)).await
    };
    match caught(run).await {
        Ok(command) => command,
        Err(error) => {
            failure::answer(&interaction, &named(&press.data.custom_id), error).await;
            None
        }
    }
}

async fn modal(app: &Arc<App>, form: &ModalInteraction) -> Option<Box<CommandData>> {
    let interaction = Interaction::from_modal(app, form).ok()?;
    let inputs = ModalSubmit::inputs(form);
    let run = async {
        let id = form.data.custom_id.parse().map_err(|_| Message::new("form-outdated"))?;
        route::modal(app, ModalSubmit { interaction: interaction.clone(), id, inputs: inputs.clone() }).await
    };
    let error = match caught(run).await {
        Ok(command) => return command,
        Err(error) => error,
    };
    let what = named(&form.data.custom_id);
    let answer = match &error {
        Error::Told(why) => correct::offer_form(&interaction, &form.data.custom_id, &inputs, why).await,
        Error::Fault(_) => None,
    };
    match answer {
        Some(view) => failure::show(&interaction, &what, &view).await,
        None => failure::answer(&interaction, &what, error).await,
    }
    None
}

/// What the log calls a press or a form: what it is about, and not what was chosen with it. People are
/// told the reference of a failure, and may pass it on.
fn named(custom_id: &str) -> String {
    custom_id.parse().map_or_else(|_| "a press of others".to_owned(), |id: CustomId| id.arg("").to_string())
}

/// Runs a feature's work to its end. A panic in it is a fault like any other: one mistake must not
/// end the worker that all events go through, nor leave a person without an answer.
pub(crate) async fn caught<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    let mut work = pin!(work);
    let next = |cx: &mut std::task::Context<'_>| {
        let step = catch_unwind(AssertUnwindSafe(|| work.as_mut().poll(cx)));
        step.unwrap_or_else(|_| Poll::Ready(Err(Error::fault("a panic; the log says where"))))
    };
    poll_fn(next).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_names_a_press_without_what_was_chosen_with_it() {
        assert_eq!(named("polls:vote:1:7:3"), "polls:vote:1:7");
        assert_eq!(named("polls:results:1:7"), "polls:results:1:7");
        assert_eq!(named("<@5> pressed 3"), "a press of others");
    }
}
