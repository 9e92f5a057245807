//! What a channel gives and takes of a role or a member, read and written bit by bit.
//!
//! Discord adds permissions of which the client library knows nothing, and a typed set of flags would drop
//! them: whoever wrote such a set back would erase them. So the bits are plain numbers here, and a change
//! names the bits that it is about; all others stay, known or not.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// What a channel gives and takes of one role or member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overwrite {
    /// Of the role or the member.
    pub id: i64,
    pub of_member: bool,
    pub allow: u128,
    pub deny: u128,
}

impl Overwrite {
    /// One that gives and takes nothing.
    pub const fn empty(id: i64, of_member: bool) -> Self {
        Self { id, of_member, allow: 0, deny: 0 }
    }

    fn read(value: &Value) -> Option<Self> {
        let bits =
            |value: &Value| value.as_str().map_or_else(|| value.as_u64().map(u128::from), |bits| bits.parse().ok());
        let of_member = value["type"] == 1 || value["type"] == "1" || value["type"] == "member";
        let id = value["id"].as_str()?.parse().ok()?;
        Some(Self { id, of_member, allow: bits(&value["allow"])?, deny: bits(&value["deny"])? })
    }

    /// As Discord takes it.
    pub fn json(&self) -> Value {
        json!({
            "id": self.id.to_string(), "type": u8::from(self.of_member),
            "allow": self.allow.to_string(), "deny": self.deny.to_string(),
        })
    }
}

/// Those of a channel as Discord tells it; `None`, if one of them cannot be read: then none may be written.
pub fn of_channel(channel: &Value) -> Option<Vec<Overwrite>> {
    channel["permission_overwrites"].as_array()?.iter().map(Overwrite::read).collect()
}

/// A change of some bits of one overwrite.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverwriteChange {
    /// Of the role or the member.
    pub id: i64,
    pub of_member: bool,
    pub allow: BitChange,
    pub deny: BitChange,
    /// Where there is no such overwrite, one is made; else nothing is changed then.
    pub make: bool,
    /// The overwrite goes if nothing is left of it.
    pub drop_empty: bool,
}

/// Bits that are set, and bits that are cleared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BitChange {
    pub set: u64,
    pub clear: u64,
}

impl BitChange {
    const fn of(self, bits: u128) -> u128 {
        (bits & !(self.clear as u128)) | self.set as u128
    }
}

/// The overwrites of a channel after these changes, one after the other; those that no change names stay.
pub fn changed(now: &[Overwrite], changes: &[OverwriteChange]) -> Vec<Overwrite> {
    let mut after = now.to_vec();
    for change in changes {
        let place = after.iter().position(|one| (one.id, one.of_member) == (change.id, change.of_member));
        let Some(place) = place.or_else(|| {
            change.make.then(|| {
                after.push(Overwrite::empty(change.id, change.of_member));
                after.len() - 1
            })
        }) else {
            continue;
        };
        let one = &mut after[place];
        (one.allow, one.deny) = (change.allow.of(one.allow), change.deny.of(one.deny));
        if change.drop_empty && one.allow == 0 && one.deny == 0 {
            after.remove(place);
        }
    }
    after
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_that_no_change_names_stay_also_unknown_ones() {
        let wide = "1208925819614629174706176"; // bit 80
        let channel = json!({"permission_overwrites": [
            {"id": "1", "type": 0, "allow": "6755399441057792", "deny": wide}, // bits 51 and 52
            {"id": "2", "type": 1, "allow": "0", "deny": "0"},
        ]});
        let now = of_channel(&channel).unwrap();
        let change = OverwriteChange {
            id: 1,
            of_member: false,
            allow: BitChange { set: 0, clear: 1 << 11 },
            deny: BitChange { set: 1 << 11, clear: 0 },
            make: true,
            drop_empty: false,
        };
        let locked = changed(&now, &[change]);
        assert_eq!((locked[0].allow, locked[0].deny), (6_755_399_441_055_744, (1 << 80) | (1 << 11)));
        let back = OverwriteChange {
            allow: BitChange { set: 1 << 11, clear: 0 },
            deny: BitChange { set: 0, clear: 1 << 11 },
            ..change
        };
        let restored = changed(&locked, &[back]);
        assert_eq!(restored, now);
        let written: Vec<Value> = restored.iter().map(Overwrite::json).collect();
        assert_eq!(Value::from(written), channel["permission_overwrites"]);
    }

    #[test]
    fn an_overwrite_that_cannot_be_read_is_never_written_back() {
        let channel = json!({"permission_overwrites": [{"id": "1", "type": 0, "allow": "many", "deny": "0"}]});
        assert_eq!(of_channel(&channel), None);
        assert_eq!(of_channel(&json!({})), None);
    }

    #[test]
    fn what_was_made_goes_again_and_what_somebody_removed_stays_away() {
        let made = OverwriteChange {
            id: 7,
            of_member: false,
            allow: BitChange { set: 4, clear: 0 },
            deny: BitChange::default(),
            make: true,
            drop_empty: false,
        };
        let after = changed(&[], &[made]);
        assert_eq!(after, [Overwrite { allow: 4, ..Overwrite::empty(7, false) }]);
        let back = OverwriteChange { allow: BitChange { set: 0, clear: 4 }, make: false, drop_empty: true, ..made };
        assert_eq!(changed(&after, &[back]), []);
        let restored = OverwriteChange { allow: BitChange { set: 4, clear: 0 }, make: false, ..made };
        assert_eq!(changed(&[], &[restored]), []);
    }
}
