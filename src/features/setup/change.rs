//! Changing a setting and taking that back: the value, the change, the audit of staff and what other
//! features make of it, in one transaction; then what they hold in memory follows.

use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::access::level::Level;
use crate::discord::interaction::channels;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::failure::outdated;
use crate::discord::interaction::parties;
use crate::error::Error;
use crate::error::Message;
use crate::error::Result;
use crate::feature::OnSetting;
use crate::feature::setting::Setting;
use crate::features::setup::ChangeId;
use crate::ids::ChannelId;
use crate::ids::GuildId;
use crate::ids::MemberId;

use super::setting_types::MANAGER_ROLE;
use super::{Change, all, rules, store};

/// What was typed or chosen, as it is stored. A channel is one that the actor sees.
///
/// # Errors
/// Told, what is wrong with it.
pub async fn read(interaction: &Interaction, setting: &Setting, typed: &str) -> Result<String> {
    let value = (setting.parse)(&interaction.app, interaction.actor.guild, typed)?;
    let channel = value.parse().ok().map(ChannelId).filter(|_| setting.is_channel);
    match channel {
        Some(channel) if !channels::sees(interaction, channel).await => Err(Message::new("channel-unseen").into()),
        _ => Ok(value),
    }
}

/// Gives a setting another value, `None` for the default; nothing comes back where it has that
/// already.
pub async fn set(
    interaction: &Interaction,
    setting: &'static Setting,
    value: Option<String>,
) -> Result<Option<Change>> {
    may_change(interaction, setting.name)?;
    let (app, guild, actor, name) =
        (&*interaction.app, interaction.actor.guild, interaction.actor.member, setting.name);
    let (hooks, now) = (hooks(app), app.clock.now());
    let write = async move |tx: &mut SqliteConnection| {
        let before = store::get(&mut *tx, guild, name).await?;
        if before == value {
            return Ok(None);
        }
        let change = store::insert_change(tx, guild, name, before, value, now).await?;
        let entry = Entry::new(guild, actor, "setup.set", name);
        write(tx, entry, (change.before.as_deref(), change.after.as_deref()), &hooks, now).await?;
        Ok(Some(change))
    };
    let change = app.db.write(write).await?;
    if change.is_some() {
        follow(app, guild, name).await;
    }
    Ok(change)
}

/// Gives a setting another value where no interaction waits: `(before, after)`. For channels that were made for the
/// staff only: their permissions say so too, and no feature has to follow.
pub async fn record(
    tx: &mut SqliteConnection,
    guild: GuildId,
    actor: MemberId,
    action: &'static str,
    name: &str,
    (before, after): (Option<String>, Option<String>),
    now: Timestamp,
) -> Result<()> {
    let change = store::insert_change(&mut *tx, guild, name, before, after, now).await?;
    let entry = Entry::new(guild, actor, action, name);
    write(tx, entry, (change.before.as_deref(), change.after.as_deref()), &[], now).await
}

/// Takes a change back, if its value is still the one that it set.
pub async fn undo(interaction: &Interaction, id: ChangeId) -> Result<(&'static Setting, Change)> {
    let asked = store::change(interaction.app.db.read(), interaction.actor.guild, id).await?.ok_or_else(outdated)?;
    may_change(interaction, &asked.name)?;
    let (app, guild, actor) = (&*interaction.app, interaction.actor.guild, interaction.actor.member);
    let (hooks, now) = (hooks(app), app.clock.now());
    let write = async move |tx: &mut SqliteConnection| {
        let change = store::change(&mut *tx, guild, id).await?.ok_or_else(outdated)?;
        let current = store::get(&mut *tx, guild, &change.name).await?;
        rules::may_undo(&change, current.as_deref(), now)?;
        store::set_undone(tx, guild, id, now).await?;
        let entry = Entry::new(guild, actor, "setup.undo", &change.name);
        write(tx, entry, (change.after.as_deref(), change.before.as_deref()), &hooks, now).await?;
        Ok(change)
    };
    let change = app.db.write(write).await?;
    follow(app, guild, &change.name).await;
    let setting = all(app).find(|setting| setting.name == change.name).ok_or_else(outdated)?;
    Ok((setting, change))
}

/// Who manages by a role that was chosen here does not choose that role: else one such person could make
/// managers of everybody, or shut out the others.
fn may_change(interaction: &Interaction, setting: &str) -> Result<()> {
    let who = parties::actor_standing(interaction);
    if setting == MANAGER_ROLE.name && Level::from_permissions(who.permissions, who.owner) < Level::Manager {
        return Err(Level::Manager.refusal().into());
    }
    Ok(())
}

fn hooks(app: &App) -> Vec<OnSetting> {
    app.features().iter().filter_map(|feature| feature.on_setting_tx).collect()
}

/// Writes a value, `before` → `after`; the subject of the entry is the name of the setting.
async fn write(
    tx: &mut SqliteConnection,
    entry: Entry,
    (before, after): (Option<&str>, Option<&str>),
    hooks: &[OnSetting],
    now: Timestamp,
) -> Result<()> {
    let entry = entry.change(before.unwrap_or_default(), after.unwrap_or_default());
    store::set(tx, entry.guild, &entry.subject, after, now).await?;
    audit::record(tx, &entry, now).await?;
    for hook in hooks {
        hook(tx, entry.guild, &entry.subject, now).await?;
    }
    Ok(())
}

/// The change stands; a feature that cannot follow it now will know it after the next start.
pub async fn follow(app: &App, guild: GuildId, name: &str) {
    for feature in app.features() {
        let Some(follow) = feature.after_setting else { continue };
        if let Err(Error::Fault(error)) = follow(app, guild, name).await {
            app.report(feature.name, &error);
        }
    }
}
