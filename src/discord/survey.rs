//! What a server still lacks, or leaves open, for everything to work: each finding says what stays
//! off and what to do. `steward check` prints them; in Discord they are the answer of a check.
//!
//! They come from what is known without asking: the server's roles and channels, and what was chosen
//! there. Nothing here speaks to Discord or changes anything.

use std::collections::HashMap;

use serenity::all::Permissions;

use crate::app::App;
use crate::error::Message;
use crate::ids::{ChannelId, GuildId, MemberId, RoleId};

use super::access::Level;
use super::authorize::Rank;
use super::directory::Guild;
use super::permission;

/// The setting that times are typed and days are counted by.
const ZONE: &str = "zone";
/// So many roles or channels are named before the rest is only counted.
const NAMED: usize = 5;

/// One thing found.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    pub weight: Weight,
    /// What is so, what follows from it, and what to do.
    pub message: Message,
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Something does not work, or others read what they should not.
    Wrong,
    /// It works; it could be better.
    Advice,
}

/// Everything there is to say about a server, what is wrong first. `chosen` are the settings of the
/// server by their names. Nothing, as long as Discord has not shown the server.
pub fn findings(app: &App, guild: GuildId, chosen: &HashMap<String, String>) -> Vec<Finding> {
    let (Some(known), Some(me)) = (app.discord.directory.guild(guild), app.discord.me()) else { return Vec::new() };
    let needs = app.features.iter().flat_map(|feature| feature.permissions).copied();
    let mut findings = permissions(known.permissions(guild, me.bot, &known.own_roles), needs);
    for setting in app.features.iter().flat_map(|feature| feature.settings) {
        let Some(value) = chosen.get(setting.name) else { continue };
        let note = |note| wrong(Message::new("survey-setting").with("name", setting.name).with("note", note));
        findings.extend((setting.notes)(app, guild, value).into_iter().map(note));
    }
    findings.extend(administrator(&known));
    findings.extend(roles_above(&known, guild));
    findings.extend(unseen(&known, guild, me.bot));
    findings.extend((!chosen.contains_key(ZONE)).then(|| advice(Message::new("survey-zone"))));
    findings.sort_by_key(|finding| finding.weight);
    findings
}

const fn wrong(message: Message) -> Finding {
    Finding { weight: Weight::Wrong, message }
}

const fn advice(message: Message) -> Finding {
    Finding { weight: Weight::Advice, message }
}

/// Each permission that is missing, once, with all that stays off without it.
fn permissions(held: Permissions, needs: impl Iterator<Item = (Permissions, &'static str)>) -> Vec<Finding> {
    let mut missing: Vec<(Permissions, Vec<&str>)> = Vec::new();
    for (permission, purpose) in needs.filter(|(permission, _)| !held.contains(*permission)) {
        match missing.iter_mut().find(|(known, _)| *known == permission) {
            Some((_, purposes)) if purposes.contains(&purpose) => {}
            Some((_, purposes)) => purposes.push(purpose),
            None => missing.push((permission, vec![purpose])),
        }
    }
    let purposes = |keys: Vec<&'static str>| joined("survey-purposes", keys.into_iter().map(Message::new));
    let finding = |(permission, keys)| {
        let message = Message::new("survey-permission").with("permission", permission::names(permission));
        Some(wrong(message.with("purposes", purposes(keys)?)))
    };
    missing.into_iter().filter_map(finding).collect()
}

/// Steward works with what it asks for; whoever has more can lose more.
fn administrator(guild: &Guild) -> Option<Finding> {
    let mut own = guild.own_roles.iter().filter_map(|role| guild.roles.get(role));
    let administrator = Message::new("survey-administrator");
    own.any(|role| role.permissions.administrator())
        .then(|| advice(administrator.with("permission", permission::names(Permissions::ADMINISTRATOR))))
}

/// Roles that are not the team's and stand above Steward's: whoever has one is out of its reach.
fn roles_above(guild: &Guild, id: GuildId) -> Option<Finding> {
    let top = guild.rank(&guild.own_roles);
    let team = Permissions::KICK_MEMBERS | Permissions::BAN_MEMBERS | Permissions::MANAGE_ROLES;
    let mut above: Vec<(Rank, RoleId)> = guild
        .roles
        .iter()
        .filter(|(role, _)| **role != RoleId(id.0) && !guild.own_roles.contains(role))
        .filter(|(_, role)| Level::of(role.permissions, false) == Level::Everyone && !role.permissions.intersects(team))
        .map(|(id, role)| (Rank::of(role.position, *id), *id))
        .filter(|(rank, _)| *rank > top)
        .collect();
    above.sort_by(|a, b| b.cmp(a));
    let roles = listed(above.into_iter().map(|(_, role)| Message::new("survey-role").with("role", role)).collect())?;
    Some(advice(Message::new("survey-roles-above").with("roles", roles)))
}

/// Channels that everyone sees, but not Steward.
fn unseen(guild: &Guild, id: GuildId, me: MemberId) -> Option<Finding> {
    let hidden = |channel: ChannelId| {
        guild.is_public(id, channel) && !guild.permissions_in(id, channel, me, &guild.own_roles).view_channel()
    };
    let mut hidden: Vec<ChannelId> = guild
        .channels
        .iter()
        .filter(|(id, channel)| !channel.thread && channel.takes_posts && hidden(**id))
        .map(|(id, _)| *id)
        .collect();
    hidden.sort();
    let channel = |channel| Message::new("survey-channel").with("channel", channel);
    let channels = listed(hidden.into_iter().map(channel).collect())?;
    let permission = permission::names(Permissions::VIEW_CHANNEL);
    Some(wrong(Message::new("survey-unseen").with("channels", channels).with("permission", permission)))
}

/// The first few of a list, and how many more there are.
fn listed(mut all: Vec<Message>) -> Option<Message> {
    let more = all.len().saturating_sub(NAMED);
    all.truncate(NAMED);
    let names = joined("survey-and", all.into_iter())?;
    Some(if more == 0 { names } else { Message::new("survey-more").with("names", names).with("more", more) })
}

/// All of them in a row, by a text that puts a `next` behind the `names` so far.
fn joined(by: &'static str, all: impl Iterator<Item = Message>) -> Option<Message> {
    all.reduce(|names, next| Message::new(by).with("names", names).with("next", next))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discord::directory::Role;
    use crate::i18n::{self, Locale};

    fn words(finding: &Finding) -> String {
        i18n::plain(Locale::En, &finding.message)
    }

    #[test]
    fn a_missing_permission_is_named_once_with_all_that_stays_off() {
        let needs = [
            (Permissions::SEND_MESSAGES, "needs-send-messages"),
            (Permissions::KICK_MEMBERS, "needs-kick-members"),
            (Permissions::SEND_MESSAGES, "needs-digest-post"),
            (Permissions::SEND_MESSAGES, "needs-digest-post"),
        ];
        let found = |held| permissions(held, needs.into_iter());
        assert_eq!(found(Permissions::all()), []);
        let missing = found(Permissions::KICK_MEMBERS);
        assert_eq!(missing.len(), 1);
        assert_eq!(missing[0].weight, Weight::Wrong);
        insta::assert_snapshot!(words(&missing[0]), @"My role lacks the permission “Send Messages and Create Posts”, so I cannot: write the mod log, and the line in a channel for whoever takes no direct messages; post the weekly digest. Give it to my role under Server Settings → Roles.");
    }

    #[test]
    fn roles_above_steward_that_are_not_the_teams_are_named() {
        let role = |position, permissions| Role { name: String::new(), position, permissions, managed: false };
        let none = Permissions::empty();
        let mut guild = Guild {
            roles: HashMap::from([
                (RoleId(1), role(0, none)),
                (RoleId(2), role(3, none)),
                (RoleId(3), role(2, none)),
                (RoleId(4), role(5, Permissions::MODERATE_MEMBERS)),
                (RoleId(5), role(4, none)),
            ]),
            own_roles: vec![RoleId(3)],
            ..Guild::default()
        };
        let above = |guild: &Guild| roles_above(guild, GuildId(1));
        insta::assert_snapshot!(words(&above(&guild).expect("some")), @"My highest role stands below @&5, @&2, so I cannot time out, kick or ban anyone who has one of these roles. If that is not meant, move my role up under Server Settings → Roles.");
        guild.own_roles = vec![RoleId(5)];
        assert_eq!(above(&guild), None);
        guild.own_roles = Vec::new();
        guild.roles.extend((10..20).map(|id| (RoleId(id), role(9, none))));
        insta::assert_snapshot!(words(&above(&guild).expect("many")), @"My highest role stands below @&10, @&11, @&12, @&13, @&14 and 8 more, so I cannot time out, kick or ban anyone who has one of these roles. If that is not meant, move my role up under Server Settings → Roles.");
    }
}
