//! Who has declined to be counted or to be thanked, as everyone asks it at the moment it matters.
//!
//! The feature `privacy` keeps it in the database, loads it before the first event and sets it here as
//! soon as somebody has decided.

use std::collections::{HashMap, HashSet};
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use crate::ids::{GuildId, MemberId};

/// What one person has decided in one server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// What they do is counted.
    pub counted: bool,
    /// They may be named among the people to thank.
    pub thanked: bool,
}

impl Default for Choice {
    fn default() -> Self {
        Self { counted: true, thanked: true }
    }
}

/// What everyone has decided; whoever is not here has declined nothing.
#[derive(Debug, Default)]
pub struct Consent(RwLock<Declined>);

#[derive(Debug, Default)]
struct Declined {
    counting: HashMap<GuildId, HashSet<MemberId>>,
    thanks: HashMap<GuildId, HashSet<MemberId>>,
}

impl Consent {
    /// Whether what a member does is counted.
    pub fn is_counted(&self, guild: GuildId, member: MemberId) -> bool {
        !self.read().counting.get(&guild).is_some_and(|declined| declined.contains(&member))
    }

    /// Whether a member may be named among the people to thank.
    pub fn is_thanked(&self, guild: GuildId, member: MemberId) -> bool {
        !self.read().thanks.get(&guild).is_some_and(|declined| declined.contains(&member))
    }

    /// What a member has decided.
    pub fn choice(&self, guild: GuildId, member: MemberId) -> Choice {
        Choice { counted: self.is_counted(guild, member), thanked: self.is_thanked(guild, member) }
    }

    /// Everyone in a server who is not counted.
    pub fn uncounted(&self, guild: GuildId) -> Vec<MemberId> {
        self.read().counting.get(&guild).into_iter().flatten().copied().collect()
    }

    /// A member has decided.
    pub fn set(&self, guild: GuildId, member: MemberId, choice: Choice) {
        let mut declined = self.write();
        mark(&mut declined.counting, guild, member, !choice.counted);
        mark(&mut declined.thanks, guild, member, !choice.thanked);
    }

    /// What everyone has decided until now.
    #[must_use]
    pub fn snapshot(&self) -> Self {
        let Declined { counting, thanks } = &*self.read();
        Self(RwLock::new(Declined { counting: counting.clone(), thanks: thanks.clone() }))
    }

    /// A server is gone.
    pub fn drop_guild(&self, guild: GuildId) {
        let mut declined = self.write();
        declined.counting.remove(&guild);
        declined.thanks.remove(&guild);
    }

    fn read(&self) -> RwLockReadGuard<'_, Declined> {
        // A set is whole at every moment.
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Declined> {
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }
}

fn mark(sets: &mut HashMap<GuildId, HashSet<MemberId>>, guild: GuildId, member: MemberId, declined: bool) {
    let set = sets.entry(guild).or_default();
    if declined {
        set.insert(member);
    } else {
        set.remove(&member);
    }
    if set.is_empty() {
        sets.remove(&guild);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_has_declined_nothing_is_counted_and_thanked() {
        let (consent, here, there, ana) = (Consent::default(), GuildId(1), GuildId(2), MemberId(9));
        assert_eq!(consent.choice(here, ana), Choice::default());
        consent.set(here, ana, Choice { counted: false, thanked: true });
        assert!(!consent.is_counted(here, ana) && consent.is_thanked(here, ana) && consent.is_counted(there, ana));
        assert_eq!((consent.uncounted(here), consent.uncounted(there)), (vec![ana], vec![]));
        consent.set(here, ana, Choice { counted: true, thanked: false });
        assert!(consent.is_counted(here, ana) && !consent.is_thanked(here, ana));
        consent.drop_guild(here);
        assert_eq!(consent.choice(here, ana), Choice::default());
    }
}
