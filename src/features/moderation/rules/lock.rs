//! What it takes to lock a channel, and to open it again as it was.
//!
//! Members lose what lets them write: it is denied to everyone, and taken from every role and member to whom
//! the channel gives it. Staff and Steward keep what they can do there. All other bits stay, and when the
//! channel is opened each bit that was changed gets back what it was.

use serde::{Deserialize, Serialize};

use crate::discord::outbox::overwrites::{BitChange, Overwrite, OverwriteChange, changed};

/// What a channel takes from members: writing in it and in its threads, and opening threads.
pub const WRITING: u64 = SEND_MESSAGES | CREATE_PUBLIC_THREADS | CREATE_PRIVATE_THREADS | SEND_MESSAGES_IN_THREADS;
/// What staff keep, as far as they have it.
const KEPT: u64 = SEND_MESSAGES | SEND_MESSAGES_IN_THREADS;
const SEND_MESSAGES: u64 = 1 << 11;
const CREATE_PUBLIC_THREADS: u64 = 1 << 35;
const CREATE_PRIVATE_THREADS: u64 = 1 << 36;
const SEND_MESSAGES_IN_THREADS: u64 = 1 << 38;

/// A role of staff, or Steward itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keeper {
    pub id: i64,
    pub of_member: bool,
    /// What they hold in the server as a whole.
    pub held: u64,
    /// Roles whose overwrites count for them, besides that of everyone and their own.
    pub roles: Vec<i64>,
}

/// An overwrite before and after a channel was locked; `None` where there was none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Touched {
    pub id: i64,
    pub of_member: bool,
    pub before: Option<Bits>,
    pub after: Option<Bits>,
}

/// What one gives and takes, as text: there are more bits than a number of JSON holds everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bits {
    #[serde(with = "text")]
    pub allow: u128,
    #[serde(with = "text")]
    pub deny: u128,
}

mod text {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer>(bits: &u128, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&bits.to_string())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<u128, D::Error> {
        String::deserialize(from)?.parse().map_err(D::Error::custom)
    }
}

/// The changes that lock a channel with these overwrites; `everyone` is the role of everyone, `held` what Steward
/// has in the server: Discord lets it give and take no other bits.
pub fn lock(now: &[Overwrite], everyone: i64, keepers: &[Keeper], held: u64) -> Vec<OverwriteChange> {
    let writing = WRITING & held;
    let change = |id, of_member| OverwriteChange {
        id,
        of_member,
        allow: BitChange::default(),
        deny: BitChange::default(),
        make: true,
        drop_empty: false,
    };
    let nobody = OverwriteChange {
        allow: BitChange { set: 0, clear: writing },
        deny: BitChange { set: writing, clear: 0 },
        ..change(everyone, false)
    };
    let keeps = |keeper: &Keeper| {
        let set = may_write(now, everyone, keeper) & held;
        (set != 0)
            .then(|| OverwriteChange { allow: BitChange { set, clear: 0 }, ..change(keeper.id, keeper.of_member) })
    };
    let is_keeper =
        |one: &Overwrite| keepers.iter().any(|keeper| (keeper.id, keeper.of_member) == (one.id, one.of_member));
    let others = now.iter().filter(|one| (one.id, one.of_member) != (everyone, false) && !is_keeper(one));
    let others = others
        .filter(|one| one.allow & u128::from(writing) != 0)
        .map(|one| OverwriteChange { allow: BitChange { set: 0, clear: writing }, ..change(one.id, one.of_member) });
    std::iter::once(nobody).chain(others).chain(keepers.iter().filter_map(keeps)).collect()
}

/// Which of what staff keep somebody can do in the channel now, as Discord works it out.
fn may_write(now: &[Overwrite], everyone: i64, keeper: &Keeper) -> u64 {
    let of = |id: i64, of_member: bool| now.iter().find(move |one| (one.id, one.of_member) == (id, of_member));
    let with = |held: u128, some: &[&Overwrite]| {
        let denied = some.iter().fold(0, |all, one| all | one.deny);
        let allowed = some.iter().fold(0, |all, one| all | one.allow);
        (held & !denied) | allowed
    };
    let first: Vec<&Overwrite> = of(everyone, false).into_iter().collect();
    let roles = keeper.roles.iter().copied().filter(|role| *role != everyone);
    let roles = roles.chain((!keeper.of_member).then_some(keeper.id)).filter_map(|role| of(role, false));
    let roles: Vec<&Overwrite> = roles.collect();
    let own: Vec<&Overwrite> = of(keeper.id, true).filter(|_| keeper.of_member).into_iter().collect();
    let held = with(with(with(u128::from(keeper.held), &first), &roles), &own);
    // What is cut off is none of the bits that count here.
    u64::try_from(held & u128::from(KEPT)).unwrap_or_default()
}

/// What the changes touch, before and after.
pub fn touched(now: &[Overwrite], changes: &[OverwriteChange]) -> Vec<Touched> {
    let after = changed(now, changes);
    let find = |all: &[Overwrite], id: i64, of_member: bool| {
        let one = all.iter().find(|one| (one.id, one.of_member) == (id, of_member))?;
        Some(Bits { allow: one.allow, deny: one.deny })
    };
    let touched = changes.iter().map(|&OverwriteChange { id, of_member, .. }| Touched {
        id,
        of_member,
        before: find(now, id, of_member),
        after: find(&after, id, of_member),
    });
    touched.filter(|one| one.before != one.after).collect()
}

/// The changes that give each bit back what it was. What somebody has changed by hand besides stays.
pub fn unlock(touched: &[Touched]) -> Vec<OverwriteChange> {
    let none = Bits { allow: 0, deny: 0 };
    let back = |from: u128, to: u128| {
        let bits = |bits: u128| u64::try_from(bits).unwrap_or_default();
        BitChange { set: bits(to & !from), clear: bits(from & !to) }
    };
    let change = |one: &Touched| {
        let (before, after) = (one.before.unwrap_or(none), one.after.unwrap_or(none));
        OverwriteChange {
            id: one.id,
            of_member: one.of_member,
            allow: back(after.allow, before.allow),
            deny: back(after.deny, before.deny),
            make: one.after.is_none(),
            drop_empty: one.before.is_none(),
        }
    };
    touched.iter().map(change).collect()
}

/// Whether somebody has changed by hand what locking had set.
pub fn is_changed(now: &[Overwrite], touched: &[Touched]) -> bool {
    touched.iter().any(|one| {
        let found = now.iter().find(|now| (now.id, now.of_member) == (one.id, one.of_member));
        found.map(|now| Bits { allow: now.allow, deny: now.deny }) != one.after
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const EVERYONE: i64 = 1;
    const MODS: i64 = 2;
    const WRITERS: i64 = 3;
    const STEWARD: i64 = 9;
    const UNKNOWN: u128 = (1 << 51) | (1 << 52) | (1 << 63) | (1 << 90);

    const fn role(id: i64, allow: u128, deny: u128) -> Overwrite {
        Overwrite { id, of_member: false, allow, deny }
    }

    fn keepers() -> Vec<Keeper> {
        vec![
            Keeper { id: MODS, of_member: false, held: KEPT, roles: Vec::new() },
            Keeper { id: STEWARD, of_member: true, held: KEPT, roles: vec![MODS] },
        ]
    }

    #[test]
    fn members_lose_what_lets_them_write_and_staff_keep_it() {
        let now = [role(EVERYONE, u128::from(WRITING) | UNKNOWN, UNKNOWN << 1), role(WRITERS, u128::from(KEPT) | 1, 0)];
        let after = changed(&now, &lock(&now, EVERYONE, &keepers(), u64::MAX));
        let writing = u128::from(WRITING);
        assert_eq!(after[0], role(EVERYONE, UNKNOWN & !writing, (UNKNOWN << 1) | writing));
        assert_eq!(after[1], role(WRITERS, 1, 0));
        assert_eq!(after[2], role(MODS, u128::from(KEPT), 0));
        assert_eq!(after[3], Overwrite { allow: u128::from(KEPT), ..Overwrite::empty(STEWARD, true) });
    }

    #[test]
    fn nobody_gains_by_a_lock_what_they_did_not_have() {
        let now = [role(EVERYONE, 0, u128::from(SEND_MESSAGES))];
        let changes = lock(&now, EVERYONE, &keepers(), u64::MAX);
        let mods = changes.iter().find(|change| change.id == MODS).unwrap();
        assert_eq!(mods.allow.set, SEND_MESSAGES_IN_THREADS);
        let silent = [role(EVERYONE, 0, u128::from(KEPT)), role(MODS, 0, 1)];
        assert!(!lock(&silent, EVERYONE, &keepers(), u64::MAX).iter().any(|change| change.id == MODS));
    }

    #[test]
    fn changes_by_hand_stay_when_the_channel_is_opened() {
        let now = vec![role(EVERYONE, 0, 0), role(WRITERS, u128::from(KEPT), 0)];
        let changes = lock(&now, EVERYONE, &keepers(), u64::MAX);
        let touched = touched(&now, &changes);
        let mut locked = changed(&now, &changes);
        assert!(!is_changed(&locked, &touched));
        // Somebody hides the channel, removes one overwrite and adds another one.
        locked[0].deny |= 1 << 10;
        locked.retain(|one| one.id != WRITERS);
        locked.push(role(8, 0, 5));
        assert!(is_changed(&locked, &touched));
        assert_eq!(changed(&locked, &unlock(&touched)), [role(EVERYONE, 0, 1 << 10), role(8, 0, 5)]);
    }

    proptest! {
        #[test]
        fn what_was_locked_is_opened_bit_by_bit(
            bits in prop::collection::vec((1..7_i64, any::<u64>(), any::<u64>()), 0..6),
        ) {
            let mut now: Vec<Overwrite> = Vec::new();
            for (id, allow, deny) in bits {
                if !now.iter().any(|one| one.id == id) {
                    now.push(role(id, u128::from(allow) << 7, u128::from(deny) << 7));
                }
            }
            let changes = lock(&now, EVERYONE, &keepers(), u64::MAX);
            let touched = touched(&now, &changes);
            let kept: Vec<Touched> = serde_json::from_str(&serde_json::to_string(&touched).unwrap()).unwrap();
            let locked = changed(&now, &changes);
            prop_assert_eq!(locked.iter().find(|one| one.id == EVERYONE).unwrap().allow & u128::from(WRITING), 0);
            prop_assert_eq!(changed(&locked, &unlock(&kept)), now);
        }
    }
}
