//! What `/setup check` looks at: permissions that are missing and what that turns off, what was chosen
//! and is gone or wrong, roles whose people do not see their commands, and who stands above Steward.
//!
//! It asks nothing of Discord: all of it follows from what events have told, and from the settings.

use std::collections::HashMap;

use serenity::all::Permissions;

use crate::app::App;
use crate::discord::access::level::{Level, Staff};
use crate::discord::access::permission;
use crate::discord::client::directory::Guild;
use crate::discord::interaction::context::Interaction;
use crate::error::{Message, Result};
use crate::ids::{GuildId, MemberId, RoleId};

use super::{all, setting_types, store};

/// So many roles or channels are named one by one.
const NAMED: usize = 10;

/// What is missing or wrong, each with what to do about it.
///
/// # Errors
/// Told, if Discord has not said enough of the server yet; fault, if the database does not answer.
pub async fn findings(interaction: &Interaction) -> Result<Vec<Message>> {
    look(&interaction.app, interaction.actor.guild).await
}

/// The same of any server, for whoever runs Steward.
///
/// # Errors
/// Told, if Discord has not said enough of the server yet; fault, if the database does not answer.
pub async fn look(app: &App, guild: GuildId) -> Result<Vec<Message>> {
    let chosen = store::list(app.db.read(), guild).await?;
    let known = app.discord.directory.guild(guild).zip(app.discord.me());
    let (known, me) = known.ok_or_else(super::unknown)?;

    let held = known.permissions(guild, me.bot, &known.own_roles);
    let mut found = permissions(app, &known, guild, held);
    found.extend(settings(app, guild, &chosen));
    found.extend(hidden(app, &known, guild));
    found.extend(order(&known, guild, held));
    found.extend(unseen(&known, guild, me.bot));
    Ok(found)
}

/// Each permission that is missing, with everything that it turns off.
fn permissions(app: &App, known: &Guild, guild: GuildId, held: Permissions) -> Vec<Message> {
    let everyone = known.roles.get(&RoleId(guild.0)).map_or(Permissions::empty(), |role| role.permissions);
    let own = known.own_roles.iter().filter_map(|role| known.roles.get(role));
    let given = own.fold(everyone, |all, role| all | role.permissions);
    if given.administrator() {
        return vec![Message::new("check-administrator")];
    }
    let needs: Vec<_> = app.features().iter().flat_map(|feature| feature.permissions).collect();
    let missing = needs.iter().fold(Permissions::empty(), |all, (permission, _)| all | *permission) - held;
    let turned_off = |one: Permissions| {
        let mut keys: Vec<&str> = Vec::new();
        for (permission, key) in &needs {
            if permission.contains(one) && !keys.contains(key) {
                keys.push(key);
            }
        }
        keys.into_iter()
            .map(Message::new)
            .reduce(|uses, next| Message::new("check-uses").with("uses", uses).with("next", next))
    };
    let finding = |one: Permissions| {
        let uses = turned_off(one)?;
        Some(Message::new("check-permission").with("permission", permission::names(one)).with("uses", uses))
    };
    missing.iter().filter_map(finding).collect()
}

/// What is wrong with what was chosen.
fn settings(app: &App, guild: GuildId, chosen: &HashMap<String, String>) -> Vec<Message> {
    let wrong = all(app).flat_map(|setting| {
        let notes = chosen.get(setting.name).map(|value| (setting.notes)(app, guild, value)).unwrap_or_default();
        let wrong = notes.into_iter().filter(setting_types::is_wrong);
        wrong.map(|note| Message::new("check-setting").with("name", setting.name).with("note", note))
    });
    wrong.collect()
}

/// Roles that give a level by what they permit, but not all that Discord asks for to show the commands
/// of that level. Those that were chosen have notes of their own.
fn hidden(app: &App, known: &Guild, guild: GuildId) -> Vec<Message> {
    let chosen = app.state::<Staff>().roles_in(guild);
    let chosen = [chosen.helper, chosen.moderator, chosen.manager];
    let by_hand = known
        .roles
        .iter()
        .filter(|(role, found)| **role != RoleId(guild.0) && !found.managed && !chosen.contains(&Some(**role)));
    let mut hidden: Vec<_> = by_hand
        .filter_map(|(role, found)| {
            let level = Level::from_permissions(found.permissions, false);
            let lacks = setting_types::hides(known, guild, found, level);
            (!lacks.is_empty()).then(|| (found.name.clone(), *role, lacks))
        })
        .collect();
    hidden.sort_by(|(name, role, _), (other, id, _)| (name, role).cmp(&(other, id)));
    hidden.into_iter().map(|(_, role, lacks)| setting_types::hidden(role, lacks)).collect()
}

/// Roles above Steward's own: to whom of theirs it can do nothing.
fn order(known: &Guild, guild: GuildId, held: Permissions) -> Option<Message> {
    use Permissions as P;
    if !held.intersects(P::MODERATE_MEMBERS | P::KICK_MEMBERS | P::BAN_MEMBERS) {
        return None;
    }
    let top = known.rank(&known.own_roles);
    // Administrators are out of reach wherever they stand.
    let above = known.roles.iter().filter(|(role, found)| {
        **role != RoleId(guild.0) && !found.managed && !found.permissions.administrator() && known.rank(&[**role]) > top
    });
    let mut above: Vec<_> = above.map(|(role, _)| *role).collect();
    above.sort_by_key(|role| std::cmp::Reverse(known.rank(&[*role])));
    let roles = named(above.into_iter().map(|role| Message::new("setting-role-value").with("role", role)))?;
    Some(Message::new("check-role-order").with("roles", roles))
}

/// Channels that everyone sees, but not Steward.
fn unseen(known: &Guild, guild: GuildId, me: MemberId) -> Option<Message> {
    let sees = |channel| known.permissions_in(guild, channel, me, &known.own_roles).view_channel();
    let posts = known.channels.iter().filter(|(_, channel)| !channel.thread && channel.takes_posts);
    let hidden =
        posts.map(|(channel, _)| *channel).filter(|channel| known.is_public(guild, *channel) && !sees(*channel));
    let mut hidden: Vec<_> = hidden.collect();
    hidden.sort();
    let channels =
        named(hidden.into_iter().map(|channel| Message::new("setting-channel-value").with("channel", channel)))?;
    let permission = permission::names(Permissions::VIEW_CHANNEL);
    Some(Message::new("check-unseen").with("channels", channels).with("permission", permission))
}

/// The first few of them, and how many more there are.
fn named(all: impl ExactSizeIterator<Item = Message>) -> Option<Message> {
    let more = all.len().saturating_sub(NAMED);
    let named = all.take(NAMED);
    let named = named.reduce(|roles, next| Message::new("check-roles").with("roles", roles).with("next", next))?;
    Some(match more {
        0 => named,
        more => Message::new("check-roles-more").with("roles", named).with("count", more),
    })
}
