//! What a person or the bot may do: permission bits, overwrites of channels, the order of roles.
//!
//! Pure arithmetic from Discord's "Permissions" page. Bits are plain `u64`: Discord adds new ones,
//! and a type that drops unknown bits would hide mistakes.

pub const CREATE_INSTANT_INVITE: u64 = 1;
pub const KICK_MEMBERS: u64 = 1 << 1;
pub const BAN_MEMBERS: u64 = 1 << 2;
pub const ADMINISTRATOR: u64 = 1 << 3;
pub const MANAGE_CHANNELS: u64 = 1 << 4;
pub const MANAGE_GUILD: u64 = 1 << 5;
pub const ADD_REACTIONS: u64 = 1 << 6;
pub const VIEW_AUDIT_LOG: u64 = 1 << 7;
pub const STREAM: u64 = 1 << 9;
pub const VIEW_CHANNEL: u64 = 1 << 10;
pub const SEND_MESSAGES: u64 = 1 << 11;
pub const SEND_TTS_MESSAGES: u64 = 1 << 12;
pub const MANAGE_MESSAGES: u64 = 1 << 13;
pub const EMBED_LINKS: u64 = 1 << 14;
pub const ATTACH_FILES: u64 = 1 << 15;
pub const READ_MESSAGE_HISTORY: u64 = 1 << 16;
pub const MENTION_EVERYONE: u64 = 1 << 17;
pub const USE_EXTERNAL_EMOJIS: u64 = 1 << 18;
pub const CONNECT: u64 = 1 << 20;
pub const SPEAK: u64 = 1 << 21;
pub const DEAFEN_MEMBERS: u64 = 1 << 23;
pub const USE_VAD: u64 = 1 << 25;
pub const CHANGE_NICKNAME: u64 = 1 << 26;
pub const MANAGE_NICKNAMES: u64 = 1 << 27;
pub const MANAGE_ROLES: u64 = 1 << 28;
pub const USE_APPLICATION_COMMANDS: u64 = 1 << 31;
pub const REQUEST_TO_SPEAK: u64 = 1 << 32;
pub const MANAGE_EVENTS: u64 = 1 << 33;
pub const MANAGE_THREADS: u64 = 1 << 34;
pub const CREATE_PUBLIC_THREADS: u64 = 1 << 35;
pub const CREATE_PRIVATE_THREADS: u64 = 1 << 36;
pub const SEND_MESSAGES_IN_THREADS: u64 = 1 << 38;
pub const MODERATE_MEMBERS: u64 = 1 << 40;
pub const CREATE_EVENTS: u64 = 1 << 44;
pub const SEND_POLLS: u64 = 1 << 49;
pub const PIN_MESSAGES: u64 = 1 << 51;
pub const BYPASS_SLOWMODE: u64 = 1 << 52;

/// Every bit that is given out today.
pub const ALL: u64 = (1 << 53) - 1;

/// What @everyone holds in a new guild.
pub const EVERYONE: u64 = CREATE_INSTANT_INVITE
    | ADD_REACTIONS
    | STREAM
    | VIEW_CHANNEL
    | SEND_MESSAGES
    | EMBED_LINKS
    | ATTACH_FILES
    | READ_MESSAGE_HISTORY
    | USE_EXTERNAL_EMOJIS
    | CONNECT
    | SPEAK
    | USE_VAD
    | CHANGE_NICKNAME
    | USE_APPLICATION_COMMANDS
    | REQUEST_TO_SPEAK
    | CREATE_PUBLIC_THREADS
    | CREATE_PRIVATE_THREADS
    | SEND_MESSAGES_IN_THREADS
    | SEND_POLLS;

/// What a person in time-out keeps.
const IN_TIMEOUT: u64 = VIEW_CHANNEL | READ_MESSAGE_HISTORY;

/// What both sides have in a direct message.
pub const IN_DM: u64 = VIEW_CHANNEL
    | SEND_MESSAGES
    | EMBED_LINKS
    | ATTACH_FILES
    | READ_MESSAGE_HISTORY
    | ADD_REACTIONS
    | USE_APPLICATION_COMMANDS
    | MENTION_EVERYONE;

/// Overwrite of a channel: for a role or for a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overwrite {
    /// Id of the role or the member.
    pub id: i64,
    pub of_member: bool,
    pub allow: u64,
    pub deny: u64,
}

/// One person's standing in one guild, as far as permissions go.
#[derive(Debug, Clone)]
pub struct Standing {
    pub owner: bool,
    pub member: i64,
    /// The guild's id, which is also the id of the role @everyone.
    pub everyone: i64,
    /// Ids and permissions of the roles held, @everyone included.
    pub roles: Vec<(i64, u64)>,
    pub timed_out: bool,
}

/// What a person may do in the guild as a whole.
pub fn in_guild(who: &Standing) -> u64 {
    let held = who.roles.iter().fold(0, |sum, (_, bits)| sum | bits);
    if who.owner || held & ADMINISTRATOR != 0 {
        return ALL;
    }
    if who.timed_out { held & IN_TIMEOUT } else { held }
}

/// What a person may do in a channel: @everyone's overwrite, then those of the roles together,
/// then the member's own; without the right to see there is none at all.
pub fn in_channel(who: &Standing, overwrites: &[Overwrite]) -> u64 {
    let base = who.roles.iter().fold(0, |sum, (_, bits)| sum | bits);
    if who.owner || base & ADMINISTRATOR != 0 {
        return ALL;
    }
    let find = |id: i64, of_member: bool| overwrites.iter().find(|o| o.id == id && o.of_member == of_member);
    let mut held = base;
    if let Some(everyone) = find(who.everyone, false) {
        held = (held & !everyone.deny) | everyone.allow;
    }
    let roles = || who.roles.iter().filter(|(id, _)| *id != who.everyone).filter_map(|(id, _)| find(*id, false));
    let denied = roles().fold(0, |sum, o| sum | o.deny);
    let allowed = roles().fold(0, |sum, o| sum | o.allow);
    held = (held & !denied) | allowed;
    if let Some(own) = find(who.member, true) {
        held = (held & !own.deny) | own.allow;
    }
    if held & VIEW_CHANNEL == 0 {
        return 0;
    }
    if held & SEND_MESSAGES == 0 {
        held &= !(MENTION_EVERYONE | SEND_TTS_MESSAGES | ATTACH_FILES | EMBED_LINKS);
    }
    if who.timed_out { held & IN_TIMEOUT } else { held }
}

/// Place in the order of roles: position first; of two equal ones the older stands higher.
pub type Rank = (i64, std::cmp::Reverse<i64>);

/// Whether `actor` stands above `target`; the owner above everyone, and nobody above the owner.
pub fn outranks(actor_owner: bool, actor: Rank, target_owner: bool, target: Rank) -> bool {
    !target_owner && (actor_owner || actor > target)
}

#[cfg(test)]
mod tests {
    use std::cmp::Reverse;

    use rstest::rstest;

    use super::*;

    const GUILD: i64 = 1;
    const MODS: i64 = 2;
    const ANA: i64 = 3;

    fn ana() -> Standing {
        Standing {
            owner: false,
            member: ANA,
            everyone: GUILD,
            roles: vec![(GUILD, EVERYONE), (MODS, MODERATE_MEMBERS)],
            timed_out: false,
        }
    }

    const fn role(id: i64, allow: u64, deny: u64) -> Overwrite {
        Overwrite { id, of_member: false, allow, deny }
    }

    #[rstest]
    #[case::no_overwrite(&[], true)]
    #[case::hidden_from_everyone(&[role(GUILD, 0, VIEW_CHANNEL)], false)]
    #[case::opened_for_a_role(&[role(GUILD, 0, VIEW_CHANNEL), role(MODS, VIEW_CHANNEL, 0)], true)]
    #[case::a_role_that_denies_yields_to_one_that_allows(&[role(MODS, VIEW_CHANNEL, VIEW_CHANNEL)], true)]
    #[case::the_member_has_the_last_word(
        &[role(MODS, VIEW_CHANNEL, 0), Overwrite { id: ANA, of_member: true, allow: 0, deny: VIEW_CHANNEL }], false)]
    #[case::other_people_s_overwrites_do_not_count(
        &[Overwrite { id: 9, of_member: true, allow: 0, deny: VIEW_CHANNEL }], true)]
    fn who_sees_a_channel(#[case] overwrites: &[Overwrite], #[case] sees: bool) {
        assert_eq!(in_channel(&ana(), overwrites) & VIEW_CHANNEL != 0, sees);
    }

    #[test]
    fn a_channel_that_cannot_be_seen_gives_nothing() {
        assert_eq!(in_channel(&ana(), &[role(GUILD, SEND_MESSAGES, VIEW_CHANNEL)]), 0);
    }

    #[test]
    fn who_may_not_send_may_not_attach_either() {
        assert_eq!(in_channel(&ana(), &[role(GUILD, 0, SEND_MESSAGES)]) & (ATTACH_FILES | EMBED_LINKS), 0);
    }

    #[test]
    fn owners_and_administrators_pass_every_overwrite() {
        let deny = [role(GUILD, 0, ALL)];
        let owner = Standing { owner: true, roles: vec![(GUILD, 0)], ..ana() };
        let admin = Standing { roles: vec![(GUILD, ADMINISTRATOR)], timed_out: true, ..ana() };
        assert_eq!((in_channel(&owner, &deny), in_channel(&admin, &deny)), (ALL, ALL));
        assert_eq!((in_guild(&owner), in_guild(&admin)), (ALL, ALL));
    }

    #[test]
    fn a_time_out_leaves_only_reading() {
        let silenced = Standing { timed_out: true, ..ana() };
        assert_eq!(in_guild(&silenced), VIEW_CHANNEL | READ_MESSAGE_HISTORY);
        assert_eq!(in_channel(&silenced, &[]), VIEW_CHANNEL | READ_MESSAGE_HISTORY);
    }

    #[rstest]
    #[case::higher((false, 5, 1), (false, 4, 2), true)]
    #[case::lower((false, 4, 1), (false, 5, 2), false)]
    #[case::equal_position_older_role_wins((false, 4, 1), (false, 4, 2), true)]
    #[case::the_same_role((false, 4, 1), (false, 4, 1), false)]
    #[case::owner_over_all((true, 0, 1), (false, 9, 2), true)]
    #[case::nobody_over_the_owner((false, 9, 1), (true, 0, 2), false)]
    fn order_of_roles(#[case] a: (bool, i64, i64), #[case] b: (bool, i64, i64), #[case] above: bool) {
        assert_eq!(outranks(a.0, (a.1, Reverse(a.2)), b.0, (b.1, Reverse(b.2))), above);
    }
}
