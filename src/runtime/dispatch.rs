//! Events and interactions → the features.

use std::future::{Future, poll_fn};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;

use poise::FrameworkContext;
use serenity::all::{ComponentInteraction, Event, FullEvent, ModalInteraction, ShardManager};

use crate::app::App;
use crate::error::{Error, Message, Result};
use crate::feature::{card, route};

use crate::discord::interaction::context::{ComponentEvent, Interaction, ModalSubmit};
use crate::discord::interaction::failure;
use crate::discord::interaction::failure::outdated;
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
            let framework = FrameworkContext {
                serenity_context: ctx,
                bot_id: dispatcher.app.discord.me().map_or_else(Default::default, |me| me.bot.into()),
                options: &dispatcher.options,
                user_data: &dispatcher.app,
                shard_manager: &dispatcher.shards,
            };
            poise::dispatch_event(framework, FullEvent::InteractionCreate { interaction }).await;
        }
        serenity::all::Interaction::Component(press) => component(&dispatcher.app, &press).await,
        serenity::all::Interaction::Modal(form) => modal(&dispatcher.app, &form).await,
        _ => {}
    }
}

async fn component(app: &Arc<App>, press: &ComponentInteraction) {
    let Ok(interaction) = Interaction::from_component(app, press) else { return };
    let run = async {
        let id = press.data.custom_id.parse().map_err(|_| outdated())?;
        route::component(app, ComponentEvent::from_component(interaction.clone(), press, id)).await
    };
    if let Err(error) = caught(run).await {
        failure::answer(&interaction, &named(&press.data.custom_id), error).await;
    }
}

async fn modal(app: &Arc<App>, form: &ModalInteraction) {
    let Ok(interaction) = Interaction::from_modal(app, form) else { return };
    let run = async {
        let id = form.data.custom_id.parse().map_err(|_| Message::new("form-outdated"))?;
        route::modal(app, ModalSubmit::from_modal(interaction.clone(), form, id)).await
    };
    if let Err(error) = caught(run).await {
        failure::answer(&interaction, &named(&form.data.custom_id), error).await;
    }
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
