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

    /// Only for whoever is permitted this act, about no person in particular.
    #[must_use]
    pub const fn requires(self, action: Action) -> Self {
        Self { action: Some(action), ..self }
    }

    /// Whether it is a form.
    pub const fn is_modal(&self) -> bool {
        matches!(self.handler, Handler::Modal(_))
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

/// Runs a press or a choice, if a feature has a route for it and the person may.
///
/// # Errors
/// Told, if there is none (any more) or they may not; or as the feature says.
pub async fn component(app: &App, event: ComponentEvent) -> Result<()> {
    let run = |route: &Route| match route.handler {
        Handler::Component(run) => Some((route.action, run)),
        Handler::Modal(_) => None,
    };
    let (action, run) = find(app, &event.id, run).ok_or_else(outdated)?;
    if let Some(action) = action {
        parties::require(&event.interaction, action)?;
    }
    run(event).await
}

/// Runs a form in the same way.
///
/// # Errors
/// As of a press.
pub async fn modal(app: &App, form: ModalSubmit) -> Result<()> {
    let run = |route: &Route| match route.handler {
        Handler::Modal(run) => Some((route.action, run)),
        Handler::Component(_) => None,
    };
    let (action, run) = find(app, &form.id, run).ok_or_else(|| Message::new("form-outdated"))?;
    if let Some(action) = action {
        parties::require(&form.interaction, action)?;
    }
    run(form).await
}

fn find<T>(app: &App, id: &CustomId, part: impl Fn(&Route) -> Option<T>) -> Option<T> {
    app.feature(&id.feature)?.routes.iter().filter(|route| route.is_for(id)).find_map(part)
}
