//! An interaction: who acts, where, in which language and with which level, and the ways to answer. Slash
//! commands, context menus, buttons, selects and modals all arrive as one.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use serenity::all::{
    ActionRowComponent, CommandInteraction, ComponentInteraction, ComponentInteractionDataKind, Member,
    ModalInteraction, Permissions, User,
};
use serenity::http::{LightMethod, Route};

use crate::app::App;
use crate::app::Context;
use crate::clock::{Timestamp, monotonic};
use crate::discord::access::user_locale::UserLocales;
use crate::error::{Error, Message, Result};
use crate::i18n;
use crate::i18n::Locale;
use crate::ids::{ApplicationId, ChannelId, GuildId, InteractionId, MemberId, MessageId, RoleId};
use crate::text::safe::Safe;

use crate::discord::access::level::Level;
use crate::discord::access::people;
use crate::discord::client::rest::Refusal;
use crate::discord::interaction::budget;
use crate::discord::interaction::forms::{FormOnForm, Forms};
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::returned::returned;
use crate::discord::ui::view::{Modal, View};

/// Discord's flag of an answer that only the asker sees.
const EPHEMERAL: u64 = 1 << 6;
/// How long Discord may take for an answer before it is sent again: the person waits only 3 s.
const FIRST_TRY: Duration = Duration::from_millis(1_300);
/// The same for an answer with files.
const WITH_FILES: Duration = Duration::from_millis(2_500);
/// Discord's code for an interaction that has had its first answer already.
const ALREADY_ANSWERED: i64 = 40060;

/// The server of whoever is in direct messages: no id of Discord's is zero, so nothing is found there.
pub(crate) const NOWHERE: GuildId = GuildId(0);

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Where they act; no server at all in direct messages.
    pub guild: GuildId,
    pub member: MemberId,
    pub level: Level,
    /// What Discord permits them in this channel.
    pub here: Permissions,
    pub locale: Locale,
    /// When they joined the server, as far as Discord says.
    pub joined: Option<Timestamp>,
    /// What the interaction says of them, from which [`people`] reads their place in the server.
    pub(crate) facts: people::Facts,
}

impl Actor {
    /// The roles they hold now, that of everyone aside.
    pub fn roles(&self) -> &[RoleId] {
        &self.facts.roles
    }
}

/// One command, press or form, and the answer it is owed.
#[derive(Clone)]
pub struct Interaction {
    pub app: Arc<App>,
    pub actor: Actor,
    pub channel: ChannelId,
    /// The message that carries the pressed button, also where that button opened the form.
    pub message: Option<MessageId>,
    id: InteractionId,
    application: ApplicationId,
    token: String,
    /// Until when the answer may wait for anything.
    pub(super) wait_until: Instant,
}

impl Interaction {
    /// The interaction of a command.
    ///
    /// # Errors
    /// Told, if the command was used outside a server.
    pub fn from_context(ctx: Context<'_>) -> Result<Self> {
        match ctx {
            poise::Context::Application(ctx) => Self::from_command(ctx.framework.user_data, ctx.interaction),
            poise::Context::Prefix(_) => Err(Error::fault("prefix commands are off")),
        }
    }

    /// The interaction of a command that was used in a server or in direct messages.
    ///
    /// # Errors
    /// Fault, if it is a command of text.
    pub(crate) fn anywhere(ctx: Context<'_>) -> Result<Self> {
        match ctx {
            poise::Context::Application(ctx) => match &ctx.interaction.member {
                Some(_) => Self::from_command(ctx.framework.user_data, ctx.interaction),
                None => {
                    let actor = alone(&ctx.interaction.user, &ctx.interaction.locale);
                    Ok(Self::with_actor(ctx.framework.user_data, ctx.interaction, actor))
                }
            },
            poise::Context::Prefix(_) => Err(Error::fault("prefix commands are off")),
        }
    }

    pub(crate) fn from_command(app: &Arc<App>, command: &CommandInteraction) -> Result<Self> {
        let actor = actor(app, command.member.as_deref(), &command.locale)?;
        Ok(Self::with_actor(app, command, actor))
    }

    fn with_actor(app: &Arc<App>, command: &CommandInteraction, actor: Actor) -> Self {
        Self {
            actor,
            app: Arc::clone(app),
            channel: command.channel_id.into(),
            message: None,
            id: command.id.into(),
            application: command.application_id.into(),
            token: command.token.clone(),
            wait_until: budget::wait_until(app, command.id.into()),
        }
    }

    /// The interaction of a press, in a server or in direct messages.
    pub(crate) fn from_component(app: &Arc<App>, press: &ComponentInteraction) -> Result<Self> {
        Ok(Self {
            actor: match &press.member {
                Some(member) => actor(app, Some(member), &press.locale)?,
                None => alone(&press.user, &press.locale),
            },
            app: Arc::clone(app),
            channel: press.channel_id.into(),
            message: Some(press.message.id.into()),
            id: press.id.into(),
            application: press.application_id.into(),
            token: press.token.clone(),
            wait_until: budget::wait_until(app, press.id.into()),
        })
    }

    pub(crate) fn from_modal(app: &Arc<App>, form: &ModalInteraction) -> Result<Self> {
        Ok(Self {
            actor: match &form.member {
                Some(member) => actor(app, Some(member), &form.locale)?,
                None => alone(&form.user, &form.locale),
            },
            app: Arc::clone(app),
            channel: form.channel_id.into(),
            message: form.message.as_ref().map(|message| message.id.into()),
            id: form.id.into(),
            application: form.application_id.into(),
            token: form.token.clone(),
            wait_until: budget::wait_until(app, form.id.into()),
        })
    }

    /// How much longer its answer may wait.
    pub fn time_left(&self) -> Duration {
        self.wait_until.saturating_duration_since(monotonic())
    }

    /// What work comes to, if that is within the time for an answer.
    pub async fn in_time<T>(&self, work: impl Future<Output = T>) -> Option<T> {
        tokio::time::timeout(self.time_left(), work).await.ok()
    }

    /// The roles that the person holds, without that of everyone.
    pub fn roles(&self) -> &[RoleId] {
        &self.actor.facts.roles
    }

    /// Refuses whoever is below a level.
    ///
    /// # Errors
    /// Told, with what would have to change.
    pub fn require(&self, level: Level) -> Result<()> {
        if self.actor.level >= level { Ok(()) } else { Err(level.refusal().into()) }
    }

    /// Nothing is noted of the actor, not even that they have used Steward: for what must
    /// not be traced to anybody. Said before anything else, as what follows may fail. What is on record
    /// about them already stays as it is.
    pub fn leave_no_trace(&self) {
        self.app.state::<UserLocales>().leave_out(self.id);
    }

    /// Whether it is of somebody of whom [nothing may be noted](Self::leave_no_trace).
    pub(crate) fn leaves_no_trace(&self) -> bool {
        self.app.state::<UserLocales>().leaves_out(self.id)
    }

    /// A text in the reader's language.
    pub fn say(&self, message: &Message) -> Safe {
        i18n::say(self.actor.locale, message)
    }

    /// Answers the person alone.
    ///
    /// # Errors
    /// Fault, if Discord did not take the answer.
    pub async fn reply_ephemeral(&self, view: &View) -> Result<()> {
        let mut data = view.json();
        data["flags"] = EPHEMERAL.into();
        match self.respond(json!({"type": 4, "data": data})).await {
            // The first answer is given: what comes now is a second message, still for them alone.
            Err(refusal) if refusal.code() == ALREADY_ANSWERED => self.follow_up(&data).await,
            answer => Ok(answer?),
        }
    }

    /// Answers the person alone with what came of something they typed; or with why nothing did, and what they typed.
    ///
    /// # Errors
    /// Fault, as it came; or if Discord did not take the answer.
    pub async fn reply_or_return(&self, done: Result<View>, typed: &str) -> Result<()> {
        match done {
            Ok(view) => self.reply_ephemeral(&view).await,
            Err(Error::Told(why)) => self.reply_ephemeral(&returned(self.actor.locale, &why, typed)).await,
            Err(fault) => Err(fault),
        }
    }

    /// Where a form was not taken, says why, and gives back what they typed; what was taken has its answer.
    ///
    /// # Errors
    /// Fault, as it came; or if Discord did not take the answer.
    pub async fn or_return(&self, done: Result<()>, typed: &str) -> Result<()> {
        match done {
            Err(Error::Told(why)) => self.reply_ephemeral(&returned(self.actor.locale, &why, typed)).await,
            other => other,
        }
    }

    /// Changes the message that carries the pressed button, also where that button opened a form that
    /// has now been sent. A form that a command opened stands under no message: then the person is told.
    ///
    /// # Errors
    /// Fault, if Discord did not take the answer.
    pub async fn update_message(&self, view: &View) -> Result<()> {
        if self.message.is_none() {
            return self.reply_ephemeral(view).await;
        }
        let mut data = view.json();
        if view.files.is_empty() {
            data["attachments"] = json!([]);
        }
        Ok(self.respond(json!({"type": 7, "data": data})).await?)
    }

    /// Opens a form, as the first answer to a command, a menu or a button. What is typed comes to the
    /// feature's `submit`; nothing comes where the person closes the form.
    ///
    /// # Errors
    /// Fault, if Discord did not take the answer; [`FormOnForm`], in a command that is carried out for a form.
    pub async fn open_modal(&self, form: &Modal) -> Result<()> {
        self.open_form(form.json()).await
    }

    /// The same with a form in Discord's JSON.
    ///
    /// # Errors
    /// As of [`open_modal`](Self::open_modal).
    pub(crate) async fn open_form(&self, form: Value) -> Result<()> {
        let forms = self.app.state::<Forms>();
        if forms.is_carried_out(self.id) {
            return Err(Error::Fault(FormOnForm.into()));
        }
        // What is typed into a form that is not remembered is never kept as a draft, whatever becomes of it.
        if !self.leaves_no_trace() {
            forms.opened(self.actor.member, &form);
        }
        Ok(self.respond(json!({"type": 9, "data": form})).await?)
    }

    /// Answers for everyone in the channel.
    ///
    /// # Errors
    /// Fault, if Discord did not take the answer.
    pub async fn reply_public(&self, view: &View) -> Result<()> {
        Ok(self.respond(json!({"type": 4, "data": view.json()})).await?)
    }

    /// Sends the answer, and sends it again where nobody knows whether it was taken: Discord takes
    /// only one.
    async fn respond(&self, answer: Value) -> Result<(), Refusal> {
        // Files take their time, and begun anew they would take it twice.
        let patience = if answer["data"]["files"].is_array() { WITH_FILES } else { FIRST_TRY };
        let first = self.send(&answer);
        match tokio::time::timeout(patience, first).await.unwrap_or(Err(Refusal::Unknown)) {
            Err(Refusal::Unknown | Refusal::Unreachable | Refusal::Refused { status: 500.., .. }) => {
                match self.send(&answer).await {
                    Err(refusal) if refusal.code() == ALREADY_ANSWERED => Ok(()),
                    second => second,
                }
            }
            known => known,
        }
    }

    async fn send(&self, answer: &Value) -> Result<(), Refusal> {
        let route = Route::InteractionResponse { interaction_id: self.id.into(), token: &self.token };
        self.app.discord.rest.write(LightMethod::Post, route, answer).await.map(drop)
    }

    async fn follow_up(&self, data: &Value) -> Result<()> {
        let route = Route::WebhookFollowupMessages { application_id: self.application.into(), token: &self.token };
        self.app.discord.rest.write(LightMethod::Post, route, data).await?;
        Ok(())
    }
}

/// Who this is, by what Discord says now.
fn actor(app: &App, member: Option<&Member>, locale: &str) -> Result<Actor> {
    let member = member.ok_or_else(|| Message::new("access-server-only"))?;
    let guild = GuildId::from(member.guild_id);
    let id = MemberId::from(member.user.id);
    let facts = people::Facts {
        member: id,
        bot: member.user.bot,
        roles: member.roles.iter().map(|role| (*role).into()).collect(),
        timed_out_until: member.communication_disabled_until.map(people::timestamp),
    };
    let here = member.permissions.unwrap_or_default();
    let level = people::standing_from_cache(app, guild, &facts, here).acting_level();
    let locale = Locale::from_discord(locale).unwrap_or_default();
    Ok(Actor { guild, member: id, level, here, locale, joined: member.joined_at.map(people::timestamp), facts })
}

/// Somebody in direct messages: of no server there, and of no level in any. What a button there is
/// about, its row says.
fn alone(user: &User, locale: &str) -> Actor {
    let facts = people::Facts { member: user.id.into(), bot: user.bot, roles: Vec::new(), timed_out_until: None };
    Actor {
        guild: NOWHERE,
        member: facts.member,
        level: Level::Everyone,
        here: Permissions::empty(),
        locale: Locale::from_discord(locale).unwrap_or_default(),
        joined: None,
        facts,
    }
}

/// A button was pressed or something chosen.
pub struct ComponentEvent {
    pub interaction: Interaction,
    pub id: CustomId,
    /// What was chosen in a select, of roles and channels their ids; empty for a button.
    pub values: Vec<String>,
}

impl ComponentEvent {
    pub(crate) fn from_component(interaction: Interaction, press: &ComponentInteraction, id: CustomId) -> Self {
        let values = match &press.data.kind {
            ComponentInteractionDataKind::StringSelect { values } => values.clone(),
            ComponentInteractionDataKind::RoleSelect { values } => values.iter().map(ToString::to_string).collect(),
            ComponentInteractionDataKind::ChannelSelect { values } => values.iter().map(ToString::to_string).collect(),
            _ => Vec::new(),
        };
        Self { interaction, id, values }
    }
}

/// A form was sent.
pub struct ModalSubmit<T = HashMap<String, String>> {
    pub interaction: Interaction,
    pub id: CustomId,
    /// What was typed, without white space around it: by the input's custom_id and only where something was;
    /// or as the type that a route asks for.
    pub inputs: T,
}

impl ModalSubmit {
    /// What was typed into a form.
    pub(crate) fn inputs(form: &ModalInteraction) -> HashMap<String, String> {
        let components = form.data.components.iter().flat_map(|row| &row.components);
        let inputs = components.filter_map(|component| match component {
            ActionRowComponent::InputText(input) => {
                let typed = input.value.as_deref().map(str::trim).filter(|typed| !typed.is_empty())?;
                Some((input.custom_id.clone(), typed.to_owned()))
            }
            _ => None,
        });
        inputs.collect()
    }

    /// As the type whose fields are called like the inputs; one that was left empty is missing.
    ///
    /// # Errors
    /// Told, if it is another form: of an older version.
    pub fn typed<T: DeserializeOwned>(self) -> Result<ModalSubmit<T>> {
        let Self { interaction, id, inputs } = self;
        let inputs = inputs.into_iter().map(|(input, typed)| (input, Value::String(typed))).collect();
        let inputs = serde_json::from_value(Value::Object(inputs)).map_err(|_| Message::new("form-outdated"))?;
        Ok(ModalSubmit { interaction, id, inputs })
    }
}
