//! Menus that Discord fills itself, with the roles or the channels of the server: people find theirs
//! by typing its name. What was chosen comes back in [`crate::discord::interaction::context::ComponentEvent::values`], as ids.

use serde_json::{Value, json};

use crate::ids::{ChannelId, RoleId};
use crate::text::limits;
use crate::text::safe::Safe;

use crate::discord::ui::custom_id::CustomId;
use crate::text::limits::label;

/// A menu of roles, of which some can be chosen, or of channels, of which one can; or none of them.
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
        chosen: Vec<RoleId>,
        /// How many can be chosen, from 1 to 25.
        most: usize,
    },
    /// Channels where messages are posted; `forums` as well, where a post is a thread of its own.
    Channels { chosen: Option<ChannelId>, forums: bool },
}

impl Picker {
    /// As Discord takes it.
    pub(crate) fn json(&self) -> Value {
        let mut menu = json!({
            "custom_id": self.id.to_string(),
            "placeholder": label(&self.placeholder, limits::SELECT_PLACEHOLDER),
            "min_values": 0,
        });
        let (kind, most, chosen) = match &self.offers {
            Offers::Roles { chosen, most } => {
                let most = (*most).clamp(1, limits::OPTIONS);
                let chosen = chosen.iter().take(most).map(|id| json!({"id": id.to_string(), "type": "role"}));
                (6, most, chosen.collect::<Vec<_>>())
            }
            Offers::Channels { chosen, forums } => {
                // Text and announcements; a forum is of type 15.
                menu["channel_types"] = if *forums { json!([0, 5, 15]) } else { json!([0, 5]) };
                (8, 1, chosen.iter().map(|id| json!({"id": id.to_string(), "type": "channel"})).collect())
            }
        };
        menu["type"] = kind.into();
        menu["max_values"] = most.into();
        if !chosen.is_empty() {
            menu["default_values"] = chosen.into();
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
        let roles = picker(Offers::Roles { chosen: vec![RoleId(7)], most: 1 });
        assert_eq!((&roles["type"], &roles["default_values"]), (&json!(6), &json!([{"id": "7", "type": "role"}])));
        assert_eq!(roles["max_values"], 1);
        let many = picker(Offers::Roles { chosen: (1..40).map(RoleId).collect(), most: 40 });
        assert_eq!((&many["max_values"], many["default_values"].as_array().map(Vec::len)), (&json!(25), Some(25)));
        let channels = picker(Offers::Channels { chosen: None, forums: true });
        assert_eq!((&channels["type"], &channels["channel_types"]), (&json!(8), &json!([0, 5, 15])));
        assert!(channels.get("default_values").is_none());
    }
}
