//! Permissions by the names that Discord's client gives them, so that whoever looks for one in the
//! settings of a role finds it under the word they were told.

use serenity::all::Permissions;

use crate::error::Message;
use crate::ids::ChannelId;

/// What is said where Discord has refused something for want of permissions that a role gives in the server
/// as a whole: which ones it takes.
pub(crate) fn refused_everywhere(needs: Permissions) -> Message {
    if needs.is_empty() {
        return Message::new("failure-permission");
    }
    Message::new("failure-permission-named").with("permission", names(needs))
}

/// The same of what is done in one channel.
pub(crate) fn refused_in(channel: ChannelId, needs: Permissions) -> Message {
    Message::new("refused-steward-lacks-in").with("channel", channel).with("permission", names(needs))
}

/// The names of these permissions, one at least, each in quotation marks.
pub fn names(permissions: Permissions) -> Message {
    let quoted = permissions.iter().map(|one| Message::new("permission-quoted").with("name", name(one)));
    let listed = quoted.reduce(|names, next| Message::new("permission-and").with("names", names).with("next", next));
    listed.unwrap_or_else(|| name(permissions))
}

/// The name of one permission.
fn name(permission: Permissions) -> Message {
    Message::new(match permission {
        Permissions::ADMINISTRATOR => "permission-administrator",
        Permissions::MANAGE_GUILD => "permission-manage-guild",
        Permissions::MANAGE_ROLES => "permission-manage-roles",
        Permissions::MANAGE_CHANNELS => "permission-manage-channels",
        Permissions::KICK_MEMBERS => "permission-kick-members",
        Permissions::BAN_MEMBERS => "permission-ban-members",
        Permissions::MODERATE_MEMBERS => "permission-moderate-members",
        Permissions::VIEW_AUDIT_LOG => "permission-view-audit-log",
        Permissions::VIEW_CHANNEL => "permission-view-channel",
        Permissions::SEND_MESSAGES => "permission-send-messages",
        Permissions::SEND_MESSAGES_IN_THREADS => "permission-send-messages-in-threads",
        Permissions::CREATE_PUBLIC_THREADS => "permission-create-public-threads",
        Permissions::CREATE_PRIVATE_THREADS => "permission-create-private-threads",
        Permissions::MANAGE_THREADS => "permission-manage-threads",
        Permissions::MANAGE_MESSAGES => "permission-manage-messages",
        Permissions::EMBED_LINKS => "permission-embed-links",
        Permissions::ATTACH_FILES => "permission-attach-files",
        Permissions::READ_MESSAGE_HISTORY => "permission-read-message-history",
        Permissions::MENTION_EVERYONE => "permission-mention-everyone",
        Permissions::MANAGE_EVENTS => "permission-manage-events",
        Permissions::CREATE_EVENTS => "permission-create-events",
        Permissions::SEND_POLLS => "permission-send-polls",
        other => {
            let name = other.get_permission_names().join(", ");
            return Message::new("permission-other").with("name", name);
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n;
    use crate::i18n::Locale;

    fn shown(locale: Locale, permissions: Permissions) -> String {
        i18n::say(locale, &names(permissions)).as_str().to_owned()
    }

    #[test]
    fn permissions_are_named_as_discord_names_them() {
        let two = Permissions::BAN_MEMBERS | Permissions::MODERATE_MEMBERS;
        assert_eq!(shown(Locale::En, Permissions::MODERATE_MEMBERS), "“Time out members”");
        assert_eq!(shown(Locale::En, two), "“Ban Members”, “Time out members”");
        assert_eq!(shown(Locale::Ru, two), "«Банить участников», «Отправить участников подумать о своём поведении»");
        assert_eq!(shown(Locale::Ro, two), "„Interzice membri”, „Pune membrii în pauză”");
    }
}
