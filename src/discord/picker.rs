//! Menus that Discord fills itself, with the roles or the channels of the server: people find theirs
//! by typing its name. What was chosen comes back in [`super::door::Press::values`], as ids.

use serde_json::{Value, json};

use crate::ids::{ChannelId, RoleId};
use crate::text::limits;
use crate::text::safe::Safe;

use super::custom_id::CustomId;
use super::view::label;

/// A menu of roles or channels, of which one can be chosen, or none, or of some offers several.
#[derive(Debug, Clone, PartialEq)]
pub struct Picker {
    pub id: CustomId,
    /// Stands in it while nothing is chosen.
    pub placeholder: Safe,
    pub offers: Offers,
}

/// What a menu offers, and what is chosen in it already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offers {
    Roles {
        chosen: Option<RoleId>,
    },
    /// As many roles as Discord lets people choose, which is 25.
    ManyRoles {
        chosen: Vec<RoleId>,
    },
    /// Channels where messages are posted; `forums` as well, where a post is a thread of its own.
    Channels {
        chosen: Option<ChannelId>,
        forums: bool,
    },
}

impl Picker {
    /// As Discord takes it.
    pub(super) fn json(&self) -> Value {
        let mut menu = json!({
            "custom_id": self.id.to_string(),
            "placeholder": label(&self.placeholder, limits::SELECT_PLACEHOLDER),
            "min_values": 0,
            "max_values": 1,
        });
        let (kind, name, chosen) = match &self.offers {
            Offers::Roles { chosen } => (6, "role", chosen.iter().map(ToString::to_string).collect()),
            Offers::ManyRoles { chosen } => {
                menu["max_values"] = limits::OPTIONS.into();
                (6, "role", chosen.iter().take(limits::OPTIONS).map(ToString::to_string).collect())
            }
            Offers::Channels { chosen, forums } => {
                // Text and announcements; a forum is of type 15.
                menu["channel_types"] = if *forums { json!([0, 5, 15]) } else { json!([0, 5]) };
                (8, "channel", chosen.iter().map(ToString::to_string).collect::<Vec<_>>())
            }
        };
        menu["type"] = kind.into();
        if !chosen.is_empty() {
            menu["default_values"] = chosen.iter().map(|id| json!({"id": id, "type": name})).collect();
        }
        menu
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_menu_shows_what_is_chosen_already() {
        let id = CustomId::new("setup", "choose", 1, 2);
        let picker = |offers| Picker { id: id.clone(), placeholder: Safe::ours("Choose"), offers }.json();
        let roles = picker(Offers::Roles { chosen: Some(RoleId(7)) });
        assert_eq!((&roles["type"], &roles["default_values"]), (&json!(6), &json!([{"id": "7", "type": "role"}])));
        let channels = picker(Offers::Channels { chosen: None, forums: true });
        assert_eq!((&channels["type"], &channels["channel_types"]), (&json!(8), &json!([0, 5, 15])));
        assert!(channels.get("default_values").is_none());
        let several = picker(Offers::ManyRoles { chosen: vec![RoleId(7), RoleId(8)] });
        assert_eq!((&several["max_values"], several["default_values"].as_array().map(Vec::len)), (&json!(25), Some(2)));
    }
}
