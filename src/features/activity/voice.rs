//! Who sits in which voice channel, and since when that counts.
//!
//! Time counts for a member while somebody else is in the channel too, it is not the AFK channel
//! and they have not deafened themselves. Bots are not told to this file.

use std::collections::HashMap;

use crate::clock::Timestamp;
use crate::ids::{ChannelId, MemberId};

/// Time that counts, ready to be added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spoken {
    pub channel: ChannelId,
    pub member: MemberId,
    pub from: Timestamp,
    pub to: Timestamp,
}

/// What Discord says about one member's voice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VoiceState {
    pub member: MemberId,
    /// `None`: in no channel.
    pub channel: Option<ChannelId>,
    pub self_deaf: bool,
}

/// The voice channels of one guild.
#[derive(Debug, Default)]
pub struct Voice {
    afk: Option<ChannelId>,
    channels: HashMap<ChannelId, HashMap<MemberId, Seat>>,
    whereabouts: HashMap<MemberId, ChannelId>,
}

#[derive(Debug, Clone, Copy)]
struct Seat {
    self_deaf: bool,
    /// Everything before is settled.
    settled: Timestamp,
}

impl Voice {
    /// Everyone's state, as a guild tells it when it comes; what was known before is void.
    pub fn replace(&mut self, afk: Option<ChannelId>, states: &[VoiceState], at: Timestamp) {
        *self = Self { afk, ..Self::default() };
        for state in states {
            self.sit(state, at);
        }
    }

    /// The AFK channel was changed. Returns what was spoken until then.
    pub fn set_afk(&mut self, afk: Option<ChannelId>, at: Timestamp) -> Vec<Spoken> {
        let spoken = self.settle(at);
        self.afk = afk;
        spoken
    }

    /// A member came, went, moved, or deafened themselves. Returns what was spoken until then.
    pub fn change(&mut self, state: &VoiceState, at: Timestamp) -> Vec<Spoken> {
        let left = self.whereabouts.get(&state.member).copied();
        let mut spoken = Vec::new();
        for channel in [left, state.channel.filter(|channel| left != Some(*channel))].into_iter().flatten() {
            self.settle_channel(channel, at, &mut spoken);
        }
        if let Some(left) = left {
            self.rise(state.member, left);
        }
        self.sit(state, at);
        spoken
    }

    /// What was spoken since the last time, everywhere.
    pub fn settle(&mut self, at: Timestamp) -> Vec<Spoken> {
        let mut spoken = Vec::new();
        let channels: Vec<_> = self.channels.keys().copied().collect();
        for channel in channels {
            self.settle_channel(channel, at, &mut spoken);
        }
        spoken
    }

    /// Nothing more is known, from now on.
    pub fn clear(&mut self) {
        *self = Self { afk: self.afk, ..Self::default() };
    }

    /// A channel counts for nobody who is in it now. Returns what was spoken until then.
    pub fn empty(&mut self, channel: ChannelId, at: Timestamp) -> Vec<Spoken> {
        let mut spoken = Vec::new();
        self.settle_channel(channel, at, &mut spoken);
        self.channels.remove(&channel);
        self.whereabouts.retain(|_, place| *place != channel);
        spoken
    }

    fn sit(&mut self, state: &VoiceState, at: Timestamp) {
        if let Some(channel) = state.channel {
            self.whereabouts.insert(state.member, channel);
            let seat = Seat { self_deaf: state.self_deaf, settled: at };
            self.channels.entry(channel).or_default().insert(state.member, seat);
        }
    }

    fn rise(&mut self, member: MemberId, channel: ChannelId) {
        self.whereabouts.remove(&member);
        if let Some(seats) = self.channels.get_mut(&channel) {
            seats.remove(&member);
            if seats.is_empty() {
                self.channels.remove(&channel);
            }
        }
    }

    fn settle_channel(&mut self, channel: ChannelId, at: Timestamp, spoken: &mut Vec<Spoken>) {
        let Some(seats) = self.channels.get_mut(&channel) else { return };
        let counts = seats.len() > 1 && self.afk != Some(channel);
        for (member, seat) in seats {
            // An event that arrives late must not open a stretch a second time.
            let from = seat.settled;
            seat.settled = from.max(at);
            if counts && !seat.self_deaf && from < at {
                spoken.push(Spoken { channel, member: *member, from, to: at });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::activity::rules::{Bounds, Community};
    use crate::text::zone::Zone;

    const ROOM: ChannelId = ChannelId(1);
    const AFK: ChannelId = ChannelId(2);

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_seconds(seconds)
    }

    fn state(member: i64, channel: impl Into<Option<ChannelId>>, self_deaf: bool) -> VoiceState {
        VoiceState { member: MemberId(member), channel: channel.into(), self_deaf }
    }

    /// Seconds of each member after these changes.
    fn seconds(changes: &[(i64, VoiceState)], until: i64) -> Vec<(i64, i64)> {
        let mut voice = Voice::default();
        voice.replace(Some(AFK), &[], at(0));
        let mut community = Community::new(Zone::utc(), Bounds::LIVE);
        let spoken = changes.iter().flat_map(|(when, state)| voice.change(state, at(*when))).collect::<Vec<_>>();
        for Spoken { channel, member, from, to } in spoken.into_iter().chain(voice.settle(at(until))) {
            community.voiced(channel, member, from, to);
        }
        let mut sums = std::collections::BTreeMap::<i64, i64>::new();
        for ((_, _, member), counts) in community.take().days {
            *sums.entry(member.0).or_default() += counts.voice_seconds;
        }
        sums.into_iter().collect()
    }

    #[test]
    fn nobody_speaks_alone() {
        assert_eq!(seconds(&[(10, state(1, ROOM, false))], 100), []);
        let both = [(10, state(1, ROOM, false)), (40, state(2, ROOM, false)), (70, state(2, None, false))];
        assert_eq!(seconds(&both, 100), [(1, 30), (2, 30)]);
    }

    #[test]
    fn whoever_deafened_himself_is_company_but_does_not_count() {
        let changes = [(0, state(1, ROOM, false)), (0, state(2, ROOM, true)), (50, state(2, ROOM, false))];
        assert_eq!(seconds(&changes, 60), [(1, 60), (2, 10)]);
    }

    #[test]
    fn the_afk_channel_counts_for_nobody() {
        let changes = [(0, state(1, AFK, false)), (0, state(2, AFK, false)), (30, state(1, ROOM, false))];
        assert_eq!(seconds(&changes, 60), []);
    }

    #[test]
    fn an_emptied_channel_counts_for_nobody_from_then_on() {
        let mut voice = Voice::default();
        voice.replace(None, &[state(1, ROOM, false), state(2, ROOM, false)], at(0));
        let until = voice.empty(ROOM, at(10));
        assert!(until.len() == 2 && until.iter().all(|spoken| spoken.to == at(10)));
        assert_eq!(voice.settle(at(60)), []);
        assert_eq!(voice.change(&state(1, None, false), at(70)), []);
    }

    #[test]
    fn moving_takes_the_company_along_only_for_the_time_shared() {
        let (here, there) = (ChannelId(3), ROOM);
        let changes = [
            (0, state(1, here, false)),
            (0, state(2, here, false)),
            (10, state(3, there, false)),
            (20, state(1, there, false)),
        ];
        assert_eq!(seconds(&changes, 25), [(1, 25), (2, 20), (3, 5)]);
    }

    #[test]
    fn a_night_is_split_at_midnight() {
        let mut community = Community::new(Zone::utc(), Bounds::LIVE);
        community.voiced(ROOM, MemberId(1), Timestamp(86_400_000 - 1_500), Timestamp(86_400_000 + 2_700));
        let days = community.take().days;
        assert_eq!(days[&(0, ROOM, MemberId(1))].voice_seconds, 2);
        assert_eq!(days[&(1, ROOM, MemberId(1))].voice_seconds, 2);
    }
}
