//! *Create these for me*: a private category with the channels of the team that are not chosen yet.
//!
//! What is to be made is recorded first, with an order for each channel; a channel becomes the value
//! of its setting in the transaction that notes that Discord has made it. *Undo* gives the settings
//! back and deletes the channels in which nobody has written.

use serde_json::{Value, json};
use serenity::all::Permissions;
use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::access::level::{Level, Staff};
use crate::discord::client::directory::Guild;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::failure::outdated;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, FailureReason, NewChannel, Order, OrderEnded, Outcome, Under};
use crate::error::{Message, Result};
use crate::features::setup::{CreationId, Made, State};
use crate::i18n::{Locale, plain};
use crate::ids::{ChannelId, GuildId, MemberId, OutboxId, RoleId};

use super::{Problem, change, rules, store, walk};

/// What the category is called where its channels are called by their settings.
pub const CATEGORY: &str = "category";
/// What the order to delete a channel is to us in the outbox.
const DELETE: &str = "delete";
/// So many roles of the team are let in at most; of more, Discord's own permissions say enough.
const MOST_ROLES: usize = 30;

/// Records what is to be made. What comes back is on its way.
///
/// # Errors
/// Told, if there is nothing to make, or it is being made already.
pub async fn create(interaction: &Interaction) -> Result<CreationId> {
    let (app, guild, actor, now) =
        (&*interaction.app, interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let (known, me) = app.discord.directory.guild(guild).zip(app.discord.me()).ok_or_else(super::unknown)?;
    let locale = super::server(app.db.read(), guild).await?.locale;
    let overwrites = overwrites(app, &known, guild, me.bot);
    let home = store::categories(app.db.read(), guild).await?;
    let home =
        home.into_iter().find(|category| known.channels.contains_key(category) && !known.is_public(guild, *category));
    let plan = Plan { guild, actor, home, overwrites, locale, now };
    app.db.write(async move |tx| plan.record(tx).await).await
}

/// What is decided before it is written.
struct Plan {
    guild: GuildId,
    actor: MemberId,
    /// A category that was made before and is still private.
    home: Option<ChannelId>,
    overwrites: Value,
    locale: Locale,
    now: Timestamp,
}

impl Plan {
    async fn record(self, tx: &mut SqliteConnection) -> Result<CreationId> {
        if store::is_creating(&mut *tx, self.guild).await? {
            return Err(Problem::Creating.into());
        }
        let chosen = store::list(&mut *tx, self.guild).await?;
        let missing: Vec<&str> = walk::staff_channels().filter(|name| !chosen.contains_key(*name)).collect();
        if missing.is_empty() {
            return Err(Problem::NothingToCreate.into());
        }
        let id = store::insert_creation(&mut *tx, self.guild, self.actor, self.now).await?;
        let under = match self.home {
            Some(home) => Under::Channel(home),
            None => Under::Order(self.order(&mut *tx, id, CATEGORY, None).await?),
        };
        for setting in &missing {
            self.order(&mut *tx, id, setting, Some(under)).await?;
        }
        let entry = Entry::new(self.guild, self.actor, "setup.create", "staff channels").change("", missing.join(", "));
        audit::record(tx, &entry, self.now).await?;
        Ok(id)
    }

    /// Orders one channel.
    async fn order(
        &self,
        tx: &mut SqliteConnection,
        id: CreationId,
        setting: &str,
        under: Option<Under>,
    ) -> Result<OutboxId> {
        let name = plain(self.locale, &Message::new(format!("create-name-{setting}")));
        let (category, overwrites) = (setting == CATEGORY, self.overwrites.clone());
        let new = NewChannel { name: name.clone(), category, under, overwrites };
        let effect = Effect::MakeChannel { new, reason: reason("create-reason", self.locale, self.actor) };
        let order = Order::new(self.guild, super::NAME, part(setting), id.get(), effect);
        // Later it could not be taken back any more, and whoever pressed has gone on.
        let mut order = order.expires(self.now.plus(rules::UNDO_WITHIN));
        if let Some(Under::Order(category)) = under {
            order = order.after(category);
        }
        let order = outbox::insert(&mut *tx, &order, self.now).await?;
        store::insert_channel(tx, self.guild, id, setting, &name, order).await?;
        Ok(order)
    }
}

/// What stands in Discord's audit log.
fn reason(key: &'static str, locale: Locale, actor: MemberId) -> String {
    plain(locale, &Message::new(key).with("actor", actor))
}

/// The name of a setting as an order keeps it.
fn part(setting: &str) -> &'static str {
    walk::staff_channels().find(|name| *name == setting).unwrap_or(CATEGORY)
}

/// Everyone is shut out, the roles of the team and Steward are let in. The bits are written as numbers
/// of ours: nothing is read back, so that none that the client library does not know is lost.
fn overwrites(app: &App, known: &Guild, guild: GuildId, me: MemberId) -> Value {
    use Permissions as P;
    let bits = |permissions: P| permissions.bits().to_string();
    let held = known.permissions(guild, me, &known.own_roles);
    let posts = P::VIEW_CHANNEL | P::SEND_MESSAGES | P::EMBED_LINKS | P::ATTACH_FILES | P::READ_MESSAGE_HISTORY;
    let mut list = vec![
        json!({"id": guild.to_string(), "type": 0, "allow": "0", "deny": bits(P::VIEW_CHANNEL)}),
        json!({"id": me.to_string(), "type": 1, "allow": bits(posts & held), "deny": "0"}),
    ];
    let staff = staff(app, known, guild).into_iter();
    list.extend(
        staff.map(|role| json!({"id": role.to_string(), "type": 0, "allow": bits(P::VIEW_CHANNEL), "deny": "0"})),
    );
    Value::Array(list)
}

/// The roles of the team: of each level the chosen one, else those with the permission for it.
fn staff(app: &App, known: &Guild, guild: GuildId) -> Vec<RoleId> {
    let chosen = app.state::<Staff>().roles_in(guild);
    let levels =
        [(Level::Manager, chosen.manager), (Level::Moderator, chosen.moderator), (Level::Helper, chosen.helper)];
    let mut staff: Vec<RoleId> = Vec::new();
    for (level, role) in levels {
        let role = role.filter(|role| known.roles.contains_key(role));
        let by_permission = known.roles.iter().filter(|(id, found)| {
            **id != RoleId(guild.0) && !found.managed && Level::from_permissions(found.permissions, false) == level
        });
        let mut roles = role.map_or_else(|| by_permission.map(|(id, _)| *id).collect(), |role| vec![role]);
        roles.sort();
        staff.extend(roles);
    }
    staff.dedup();
    staff.truncate(MOST_ROLES);
    staff
}

/// Takes it back: the settings that have these channels are as before, what is not made yet is not
/// made, and what nobody has written in is deleted.
///
/// # Errors
/// Told, if it cannot be taken back any more.
pub async fn undo(interaction: &Interaction, id: CreationId) -> Result<()> {
    let (app, guild, actor, now) =
        (&*interaction.app, interaction.actor.guild, interaction.actor.member, interaction.app.clock.now());
    let locale = super::server(app.db.read(), guild).await?.locale;
    let write = async move |tx: &mut SqliteConnection| {
        let creation = store::creation(&mut *tx, guild, id).await?.ok_or_else(outdated)?;
        rules::may_undo_creation(&creation, now)?;
        store::set_creation_undone(&mut *tx, guild, id, now).await?;
        for made in &creation.channels {
            give_back(&mut *tx, guild, actor, made, now).await?;
            if made.state == State::Ordered && outbox::withdraw(&mut *tx, made.order, now).await? {
                store::set_made(
                    &mut *tx,
                    guild,
                    id,
                    &made.setting,
                    State::Failed,
                    None,
                    Some(FailureReason::Withdrawn),
                )
                .await?;
            }
        }
        // The category after what is in it.
        for made in creation.channels.iter().rev().filter(|made| made.state == State::Made) {
            delete(&mut *tx, guild, id, made, reason("create-undo-reason", locale, actor), now).await?;
        }
        let entry = Entry::new(guild, actor, "setup.uncreate", "staff channels");
        audit::record(tx, &entry, now).await
    };
    app.db.write(write).await
}

/// The setting is as before, if it still has this channel.
async fn give_back(
    tx: &mut SqliteConnection,
    guild: GuildId,
    actor: MemberId,
    made: &Made,
    now: Timestamp,
) -> Result<()> {
    let Some(channel) = made.channel.map(|channel| channel.to_string()) else { return Ok(()) };
    if store::get(&mut *tx, guild, &made.setting).await?.as_ref() == Some(&channel) {
        change::record(tx, guild, actor, "setup.undo", &made.setting, (Some(channel), None), now).await?;
    }
    Ok(())
}

/// Orders that a channel is deleted, if nobody has written there.
async fn delete(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: CreationId,
    made: &Made,
    reason: String,
    now: Timestamp,
) -> Result<()> {
    let Some(channel) = made.channel else { return Ok(()) };
    store::set_made(&mut *tx, guild, id, &made.setting, State::Deleting, Some(channel), None).await?;
    let order = Order::new(guild, super::NAME, DELETE, id.get(), Effect::DeleteChannel { channel, reason });
    outbox::insert(tx, &order, now).await.map(drop)
}

/// Notes what became of an order, in the transaction that notes it. A channel that was made becomes the
/// value of its setting, unless somebody has chosen another meanwhile or has taken everything back.
pub async fn delivered(tx: &mut SqliteConnection, delivered: &OrderEnded, now: Timestamp) -> Result<()> {
    let (guild, id) = (delivered.guild, CreationId(delivered.row));
    let Some(creation) = store::creation(&mut *tx, guild, id).await? else { return Ok(()) };
    let ours = |made: &&Made| match &delivered.effect {
        Effect::DeleteChannel { channel, .. } => made.channel == Some(*channel),
        _ => made.setting == delivered.purpose,
    };
    let Some(made) = creation.channels.iter().find(ours) else { return Ok(()) };
    let deleting = delivered.purpose == DELETE;
    let (state, channel, why) = match &delivered.outcome {
        Outcome::Made(channel) => (State::Made, Some(*channel), None),
        Outcome::Done { .. } | Outcome::Failed(FailureReason::Gone) if deleting => (State::Deleted, made.channel, None),
        Outcome::Failed(why) if deleting => (State::Kept, made.channel, Some(*why)),
        Outcome::Unknown if deleting => (State::Kept, made.channel, None),
        Outcome::Failed(why) => (State::Failed, None, Some(*why)),
        Outcome::Done { .. } | Outcome::Scheduled(_) | Outcome::DoneButFor(_) | Outcome::Unknown => {
            (State::Unknown, None, None)
        }
    };
    store::set_made(&mut *tx, guild, id, &made.setting, state, channel, why).await?;
    let (State::Made, Some(channel)) = (state, channel) else { return Ok(()) };
    if creation.undone {
        // It was on its way when everything was taken back.
        let locale = super::server(&mut *tx, guild).await?.locale;
        let reason = reason("create-undo-reason", locale, creation.actor);
        let made = Made { channel: Some(channel), ..made.clone() };
        return delete(tx, guild, id, &made, reason, now).await;
    }
    if made.setting != CATEGORY && store::get(&mut *tx, guild, &made.setting).await?.is_none() {
        let value = (None, Some(channel.to_string()));
        change::record(tx, guild, creation.actor, "setup.create", &made.setting, value, now).await?;
    }
    Ok(())
}
