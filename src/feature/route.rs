//! The buttons, menus and forms of a feature: each with the verb of its custom_id, with what the person must
//! be permitted, and with what happens.
//!
//! A custom_id carries no trust, and a button may have been posted a year ago. So the platform looks for
//! the route, asks anew whether whoever uses it may do that, and only then calls the feature. What depends
//! on the row, such as whether a poll is one's own, the feature decides when it has loaded that.
//!
//! ```
//! use steward::discord::interaction::context::{ComponentEvent, ModalSubmit};
//! use steward::error::Result;
//! use steward::feature::route::{Route, typed};
//!
//! #[derive(Default, serde::Deserialize)]
//! #[serde(default, deny_unknown_fields)]
//! struct Options {
//!     // As the input's custom_id; empty where nothing was typed.
//!     options: String,
//! }
//!
//! async fn edit_options(press: ComponentEvent) -> Result<()> {
//! #   drop(press);
//!     Ok(()) // Opens the form.
//! }
//!
//! async fn options_written(form: ModalSubmit<Options>) -> Result<()> {
//! #   drop(form.inputs.options);
//!     Ok(()) // Keeps them.
//! }
//!
//! pub const ROUTES: &[Route] = &[
//!     Route::component("edit", |press| Box::pin(edit_options(press))),
//!     Route::modal("options", |form| typed(form, options_written)),
//! ];
//! ```

use serde::de::DeserializeOwned;
use serenity::all::CommandData;

use crate::app::App;
use crate::discord::access::authorize::Action;
use crate::discord::interaction::context::{ComponentEvent, ModalSubmit};
use crate::discord::interaction::failure::outdated;
use crate::discord::interaction::parties;
use crate::discord::ui::custom_id::CustomId;
use crate::error::{Message, Result};

use super::BoxFuture;

/// What happens when a button is pressed or something chosen in a menu.
pub type OnComponent = fn(ComponentEvent) -> BoxFuture<'static, Result<()>>;
/// What happens when a form is sent.
pub type OnModal = fn(ModalSubmit) -> BoxFuture<'static, Result<()>>;

/// The command that a press is carried out as; `None`, where the press was answered.
pub type ComponentToCommand = fn(ComponentEvent) -> BoxFuture<'static, Result<Option<Box<CommandData>>>>;
/// The command that a form is carried out as; `None`, where the form was answered.
pub type ModalToCommand = fn(ModalSubmit) -> BoxFuture<'static, Result<Option<Box<CommandData>>>>;

/// A control, or several with one verb.
#[derive(Debug, Clone, Copy)]
pub struct Route {
    /// Second part of the custom_id, after the feature's name.
    pub verb: &'static str,
    /// Third part: it rises when the meaning changes, and older ones are told to be outdated.
    pub version: u16,
    /// What the person must be permitted; `None`, where everyone may or the row decides.
    pub action: Option<Action>,
    handler: Handler,
}

#[derive(Debug, Clone, Copy)]
enum Handler {
    Component(OnComponent),
    Modal(OnModal),
    ComponentToCommand(ComponentToCommand),
    ModalToCommand(ModalToCommand),
}

impl Route {
    /// A button or a menu.
    pub const fn component(verb: &'static str, run: OnComponent) -> Self {
        Self { verb, version: 1, action: None, handler: Handler::Component(run) }
    }

    /// A form.
    pub const fn modal(verb: &'static str, run: OnModal) -> Self {
        Self { verb, version: 1, action: None, handler: Handler::Modal(run) }
    }

    /// A button whose answer is that of a command.
    pub const fn component_to_command(verb: &'static str, run: ComponentToCommand) -> Self {
        Self { verb, version: 1, action: None, handler: Handler::ComponentToCommand(run) }
    }

    /// A form whose answer is that of a command.
    pub const fn modal_to_command(verb: &'static str, run: ModalToCommand) -> Self {
        Self { verb, version: 1, action: None, handler: Handler::ModalToCommand(run) }
    }

    /// Only for whoever is permitted this act, about no person in particular.
    #[must_use]
    pub const fn requires(self, action: Action) -> Self {
        Self { action: Some(action), ..self }
    }

    /// Whether it is a form.
    pub const fn is_modal(&self) -> bool {
        matches!(self.handler, Handler::Modal(_) | Handler::ModalToCommand(_))
    }

    /// Whether this custom_id, without the feature, is one of its own.
    pub fn is_for(&self, id: &CustomId) -> bool {
        (self.verb, self.version) == (&*id.verb, id.version)
    }
}

/// Runs what a form leads to, with what was typed as the type that it takes.
pub fn typed<T, F>(form: ModalSubmit, run: fn(ModalSubmit<T>) -> F) -> BoxFuture<'static, Result<()>>
where
    T: DeserializeOwned + Send + 'static,
    F: Future<Output = Result<()>> + Send + 'static,
{
    Box::pin(async move { run(form.typed()?).await })
}

/// Runs a press or a choice, if a feature has a route for it and the person may. Gives the command that is to be
/// carried out for it, if there is one.
///
/// # Errors
/// Told, if there is none (any more) or they may not; or as the feature says.
pub async fn component(app: &App, event: ComponentEvent) -> Result<Option<Box<CommandData>>> {
    let route = find(app, &event.id, false).ok_or_else(outdated)?;
    if let Some(action) = route.action {
        parties::require(&event.interaction, action)?;
    }
    match route.handler {
        Handler::Component(run) => run(event).await.map(|()| None),
        Handler::ComponentToCommand(run) => run(event).await,
        Handler::Modal(_) | Handler::ModalToCommand(_) => Err(outdated().into()),
    }
}

/// Runs a form in the same way.
///
/// # Errors
/// As of a press.
pub async fn modal(app: &App, form: ModalSubmit) -> Result<Option<Box<CommandData>>> {
    let route = find(app, &form.id, true).ok_or_else(|| Message::new("form-outdated"))?;
    if let Some(action) = route.action {
        parties::require(&form.interaction, action)?;
    }
    match route.handler {
        Handler::Modal(run) => run(form).await.map(|()| None),
        Handler::ModalToCommand(run) => run(form).await,
        Handler::Component(_) | Handler::ComponentToCommand(_) => Err(Message::new("form-outdated").into()),
    }
}

fn find(app: &App, id: &CustomId, modal: bool) -> Option<Route> {
    let routes = app.feature(&id.feature)?.routes;
    routes.iter().find(|route| route.is_for(id) && route.is_modal() == modal).copied()
}
