//! Which week's digest comes when, and what people may ask for.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::i18n::{Locale, plain};
use crate::ids::ChannelId;
use crate::jobs::recurrence::{Recurrence, Rule};
use crate::text::when;
use crate::text::zone::{TimeOfDay, Week, Weekday, Zone};

use crate::features::digest::{Day, Problem, views};

/// From so much on a digest is late and says so.
const LATE: Duration = Duration::from_mins(10);
/// How long after the end of a week its last counts may still be on their way to the database.
const SETTLE: Duration = Duration::from_mins(2);

/// When and where a server gets its digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Where it is posted; without one it is only kept.
    pub channel: Option<ChannelId>,
    /// Where members read their edition; without one there is none.
    pub public: Option<ChannelId>,
    pub weekday: Weekday,
    pub time: TimeOfDay,
    pub sections: Sections,
    /// What comes next; nothing while Steward is not in the server.
    pub next: Option<Slot>,
}

/// The digest of a week, and when it is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    pub week: Week,
    pub due: Timestamp,
}

impl Default for Plan {
    /// Mondays at 09:00, kept and not posted, with every section.
    fn default() -> Self {
        let time = TimeOfDay { hour: 9, minute: 0 };
        Self { channel: None, public: None, weekday: Weekday::Monday, time, sections: Sections::All, next: None }
    }
}

impl Plan {
    /// When the digest of a week is due: on the day and time of the plan in the week after it.
    pub fn slot(&self, week: Week, zone: &Zone) -> Slot {
        let before = Timestamp(week.end(zone).0 - 1);
        Slot { week, due: self.recurrence(week.next()).next_after(before, zone).unwrap_or(before) }
    }

    /// When digests are due from a week on.
    fn recurrence(&self, from: Week) -> Recurrence {
        Recurrence::new(Rule::weekly(self.weekday), from.first_day(), self.time)
    }

    /// The same for a plan that was changed: a time that has gone by is now.
    pub fn slot_from(&self, week: Week, zone: &Zone, now: Timestamp) -> Slot {
        let slot = self.slot(week, zone);
        Slot { due: slot.due.max(now), ..slot }
    }
}

impl std::fmt::Display for Plan {
    /// For the record of what staff did.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sections = self.sections.stored().unwrap_or_else(|| ALL.to_owned());
        write!(f, "{:?} {}, sections {sections}, ", self.weekday, self.time)?;
        match self.channel {
            Some(channel) => write!(f, "posted in {channel}")?,
            None => f.write_str("posted nowhere")?,
        }
        match self.public {
            Some(channel) => write!(f, ", public edition in {channel}"),
            None => Ok(()),
        }
    }
}

impl Slot {
    /// Not before: the last counts of a week are written a little after its end.
    pub fn ready(self, zone: &Zone) -> Timestamp {
        self.due.max(self.week.end(zone).plus(SETTLE))
    }

    /// Whether a digest that is written now has to say that it is late.
    pub fn is_late(self, zone: &Zone, now: Timestamp) -> bool {
        now > self.ready(zone).plus(LATE)
    }
}

/// The last week of which everything has been counted.
pub fn last_complete(now: Timestamp, zone: &Zone) -> Week {
    Week::containing(now.minus(SETTLE), zone).previous()
}

/// Which features have their part in the digest.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Sections {
    /// Also those that come with a later version.
    #[default]
    All,
    Only(Vec<String>),
}

/// What a manager wants to be another way from now on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlanChange {
    pub channel: Option<ChannelId>,
    pub public: Option<Public>,
    pub day: Option<Day>,
    pub time: Option<TimeOfDay>,
    pub sections: Option<Sections>,
}

/// What is to become of the edition for members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Public {
    In(ChannelId),
    Off,
}

impl PlanChange {
    /// What was typed, as far as it can be read. `known` are the features that have a part.
    pub fn typed(
        channel: Option<ChannelId>,
        public: Option<ChannelId>,
        day: Option<Day>,
        time: Option<&str>,
        sections: Option<&str>,
        known: &[&'static str],
    ) -> Result<Self, Problem> {
        if (channel.is_some() || public.is_some()) && day == Some(Day::Off) {
            return Err(Problem::OffWithChannel);
        }
        let time = time.map(|typed| when::time_of_day(typed).ok_or_else(|| Problem::NotATime(typed.to_owned())));
        let sections = sections.map(|typed| {
            Sections::typed(typed, known).map_err(|Unknown(typed)| Problem::NoSection { typed, known: known.to_vec() })
        });
        let public = public.map(Public::In);
        Ok(Self { channel, public, day, time: time.transpose()?, sections: sections.transpose()? })
    }

    /// Whether nothing is to change.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The plan as it is wanted. When its next digest is due is not looked at.
    pub fn applied(self, plan: Plan) -> Plan {
        let off = self.day == Some(Day::Off);
        let public = match self.public {
            Some(Public::In(channel)) => Some(channel),
            Some(Public::Off) => None,
            None => plan.public,
        };
        Plan {
            channel: self.channel.or(plan.channel).filter(|_| !off),
            public: public.filter(|_| !off),
            weekday: self.day.and_then(Day::weekday).unwrap_or(plan.weekday),
            time: self.time.unwrap_or(plan.time),
            sections: self.sections.unwrap_or(plan.sections),
            next: plan.next,
        }
    }
}

/// A name that is no section's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown(pub String);

impl Sections {
    /// Whether a feature has its part.
    pub fn have(&self, feature: &str) -> bool {
        match self {
            Self::All => true,
            Self::Only(names) => names.iter().any(|name| name == feature),
        }
    }

    /// What a person typed: names with commas between, in any of our languages, or "all". `known`
    /// are the features that have a part.
    pub fn typed(text: &str, known: &[&str]) -> Result<Self, Unknown> {
        let mut names = Vec::new();
        for typed in text.split([',', ';']).map(str::trim).filter(|typed| !typed.is_empty()) {
            if called(typed, ALL) {
                return Ok(Self::All);
            }
            let name = known.iter().find(|name| called(typed, name));
            let name = (*name.ok_or_else(|| Unknown(typed.to_owned()))?).to_owned();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        if names.is_empty() { Err(Unknown(text.trim().to_owned())) } else { Ok(Self::Only(names)) }
    }

    /// As it is stored.
    pub fn stored(&self) -> Option<String> {
        match self {
            Self::All => None,
            Self::Only(names) => Some(names.join(",")),
        }
    }

    /// From what is stored.
    pub fn from_stored(stored: Option<&str>) -> Self {
        stored.map_or(Self::All, |names| Self::Only(names.split(',').map(str::to_owned).collect()))
    }
}

/// What is typed for all sections.
pub const ALL: &str = "all";

/// The sections that somebody may mean who has typed so much: what stands there, with one more.
pub fn completed(typed: &str, known: &[&str]) -> Vec<Sections> {
    let (before, last) = typed.rsplit_once([',', ';']).unwrap_or(("", typed));
    let begun = match Sections::typed(before, known) {
        Ok(Sections::Only(names)) => names,
        Err(_) if before.trim().is_empty() => Vec::new(),
        Ok(Sections::All) | Err(_) => return Vec::new(),
    };
    let begins = |name: &str| names_of(name).any(|called| called.starts_with(&folded(last.trim())));
    let all = (begun.is_empty() && begins(ALL)).then_some(Sections::All);
    let more = known.iter().filter(|name| begins(name) && !begun.iter().any(|begun| begun == *name));
    let one_more = |name: &&str| Sections::Only(begun.iter().cloned().chain([(*name).to_owned()]).collect());
    all.into_iter().chain(more.map(one_more)).collect()
}

/// Whether this is the name of a section.
fn called(typed: &str, name: &str) -> bool {
    names_of(name).any(|called| called == folded(typed))
}

/// What a section is called, in the code and in every language.
fn names_of(name: &str) -> impl Iterator<Item = String> {
    let in_words = Locale::ALL.map(|locale| folded(&plain(locale, &views::section(name))));
    [name.to_owned()].into_iter().chain(in_words)
}

/// As one reads it: in small letters, and few people type "ё".
fn folded(text: &str) -> String {
    text.to_lowercase().replace('ё', "е")
}

/// A week that a person typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    Week(Week),
    /// The latest one of this number.
    Number(i8),
}

/// Reads "2026-W47", "47" or "W47".
pub fn wanted(typed: &str) -> Option<Wanted> {
    let typed = typed.trim().to_uppercase();
    if let Ok(week) = typed.parse() {
        return Some(Wanted::Week(week));
    }
    let number = typed.strip_prefix('W').unwrap_or(&typed);
    let is_number = (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    number.parse().ok().filter(|number| is_number && (1..=53).contains(number)).map(Wanted::Number)
}

/// The week that is meant, of those there are.
pub fn find(wanted: Wanted, stored: &[Week]) -> Option<Week> {
    let fits = |week: &&Week| match wanted {
        Wanted::Week(wanted) => **week == wanted,
        Wanted::Number(number) => week.number() == number,
    };
    stored.iter().filter(fits).max().copied()
}

/// The weeks to offer to somebody who has typed so much of one, the latest first.
pub fn offered(typed: &str, stored: &[Week]) -> Vec<Week> {
    let typed = typed.trim().to_uppercase();
    let fits = |week: &Week| {
        let name = week.to_string();
        name.contains(&typed) || week.number().to_string().starts_with(typed.trim_start_matches(['W', '0']))
    };
    let mut weeks: Vec<Week> = stored.iter().copied().filter(fits).collect();
    weeks.sort_unstable_by(|one, other| other.cmp(one));
    weeks
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;
    use crate::text::zone::{iso_utc, parse_iso};

    const KNOWN: [&str; 2] = ["activity", "moderation"];

    fn chisinau() -> Zone {
        Zone::find("Europe/Chisinau").unwrap()
    }

    fn week(text: &str) -> Week {
        text.parse().unwrap()
    }

    fn plan(weekday: Weekday, minutes: i64) -> Plan {
        Plan { weekday, time: TimeOfDay::from_minutes(minutes), ..Plan::default() }
    }

    fn at(text: &str) -> Timestamp {
        parse_iso(text).unwrap()
    }

    #[rstest]
    #[case(Weekday::Monday, 540, "2026-W47", "2026-11-23T07:00:00Z")]
    #[case(Weekday::Monday, 0, "2026-W47", "2026-11-22T22:00:00Z")]
    #[case(Weekday::Sunday, 1439, "2026-W47", "2026-11-29T21:59:00Z")]
    #[case(Weekday::Monday, 540, "2026-W13", "2026-03-30T06:00:00Z")]
    #[case(Weekday::Monday, 540, "2026-W43", "2026-10-26T07:00:00Z")]
    #[case(Weekday::Sunday, 210, "2026-W12", "2026-03-29T01:00:00Z")]
    #[case(Weekday::Monday, 540, "2026-W53", "2027-01-04T07:00:00Z")]
    fn the_digest_of_a_week_comes_in_the_week_after(
        #[case] weekday: Weekday,
        #[case] minutes: i64,
        #[case] of: &str,
        #[case] due: &str,
    ) {
        assert_eq!(iso_utc(plan(weekday, minutes).slot(week(of), &chisinau()).due), due);
    }

    #[test]
    fn a_changed_plan_leaves_out_no_week() {
        // Friday's digest had not come yet when on Tuesday the day was changed to Monday.
        let now = at("2026-11-24T10:00:00Z");
        let slot = plan(Weekday::Monday, 540).slot_from(week("2026-W47"), &chisinau(), now);
        assert_eq!(slot, Slot { week: week("2026-W47"), due: now });
        assert!(!slot.is_late(&chisinau(), now), "nobody expected it before");
    }

    #[test]
    fn a_wish_changes_what_it_names() {
        let plan = Plan { channel: Some(ChannelId(7)), ..plan(Weekday::Friday, 600) };
        assert_eq!(PlanChange::default().applied(plan.clone()), plan);
        assert!(PlanChange::default().is_empty());
        let wish = PlanChange {
            day: Some(Day::Sunday),
            time: Some(TimeOfDay { hour: 18, minute: 30 }),
            ..PlanChange::default()
        };
        let later = wish.applied(plan.clone());
        assert_eq!(
            (later.channel, later.weekday, later.time.to_string()),
            (plan.channel, Weekday::Sunday, "18:30".to_owned())
        );
        let off = PlanChange { day: Some(Day::Off), ..PlanChange::default() }.applied(plan.clone());
        assert_eq!(off, Plan { channel: None, ..plan.clone() });
        let wish = |public| PlanChange { public: Some(public), ..PlanChange::default() };
        let public = wish(Public::In(ChannelId(8))).applied(plan.clone());
        assert_eq!(public, Plan { public: Some(ChannelId(8)), ..plan.clone() });
        assert_eq!(PlanChange::default().applied(public.clone()), public);
        assert_eq!(wish(Public::Off).applied(public.clone()), plan);
        let off = PlanChange { day: Some(Day::Off), ..PlanChange::default() }.applied(public);
        assert_eq!((off.channel, off.public), (None, None), "no posts at all");
        let days = [Day::Monday, Day::Tuesday, Day::Wednesday, Day::Thursday, Day::Friday, Day::Saturday, Day::Sunday];
        assert_eq!(days.map(Day::weekday), Weekday::ALL.map(Some));
    }

    #[test]
    fn a_week_is_written_once_its_last_counts_are_there() {
        let zone = chisinau();
        let midnight = plan(Weekday::Monday, 0).slot(week("2026-W47"), &zone);
        assert_eq!(iso_utc(midnight.ready(&zone)), "2026-11-22T22:02:00Z");
        assert!(!midnight.is_late(&zone, at("2026-11-22T22:12:00Z")));
        assert!(midnight.is_late(&zone, at("2026-11-22T22:12:01Z")));
        assert_eq!(last_complete(at("2026-11-22T22:01:59Z"), &zone), week("2026-W46"));
        assert_eq!(last_complete(at("2026-11-22T22:02:00Z"), &zone), week("2026-W47"));
        let morning = plan(Weekday::Monday, 540).slot(week("2026-W47"), &zone);
        assert_eq!(morning.ready(&zone), morning.due);
        assert!(!morning.is_late(&zone, at("2026-11-23T07:10:00Z")));
        assert!(morning.is_late(&zone, at("2026-11-23T07:10:01Z")));
    }

    #[rstest]
    #[case("all", Ok(Sections::All))]
    #[case("activity, ALL", Ok(Sections::All))]
    #[case("Все", Ok(Sections::All))]
    #[case("всё", Ok(Sections::All))]
    #[case("activity", Ok(Sections::Only(vec!["activity".to_owned()])))]
    #[case(" Moderation;activity,, moderation", Ok(Sections::Only(vec!["moderation".to_owned(), "activity".to_owned()])))]
    #[case("Модерация", Ok(Sections::Only(vec!["moderation".to_owned()])))]
    #[case("activity, polls", Err(Unknown("polls".to_owned())))]
    #[case(" , ", Err(Unknown(",".to_owned())))]
    fn sections_are_typed_by_their_names(#[case] typed: &str, #[case] meant: Result<Sections, Unknown>) {
        assert_eq!(Sections::typed(typed, &KNOWN), meant);
        if let Ok(sections) = meant {
            assert_eq!(Sections::from_stored(sections.stored().as_deref()), sections);
        }
    }

    #[test]
    fn while_sections_are_typed_the_next_one_is_offered() {
        let only = |names: &[&str]| Sections::Only(names.iter().map(|name| (*name).to_owned()).collect());
        for (typed, offered) in [
            ("", vec![Sections::All, only(&["activity"]), only(&["moderation"])]),
            ("a", vec![Sections::All, only(&["activity"])]),
            ("Мод", vec![only(&["moderation"])]),
            ("activity,", vec![only(&["activity", "moderation"])]),
            ("activity, m", vec![only(&["activity", "moderation"])]),
            ("activity, moderation", vec![only(&["activity", "moderation"])]),
            ("activity, moderation,", vec![]),
            ("all,", vec![]),
            ("polls, ", vec![]),
            ("x", vec![]),
        ] {
            assert_eq!(completed(typed, &KNOWN), offered, "{typed:?}");
        }
    }

    #[rstest]
    #[case("2026-W47", Some(Wanted::Week(week("2026-W47"))))]
    #[case(" 2026-w47 ", Some(Wanted::Week(week("2026-W47"))))]
    #[case("47", Some(Wanted::Number(47)))]
    #[case("w7", Some(Wanted::Number(7)))]
    #[case("53", Some(Wanted::Number(53)))]
    #[case("54", None)]
    #[case("0", None)]
    #[case("+7", None)]
    #[case("2025-W53", None)]
    #[case("last", None)]
    #[case("", None)]
    fn a_week_is_typed_by_name_or_number(#[case] typed: &str, #[case] meant: Option<Wanted>) {
        assert_eq!(wanted(typed), meant);
    }

    #[test]
    fn a_number_is_the_latest_week_that_has_it() {
        let stored = ["2025-W47", "2025-W52", "2026-W46", "2026-W47"].map(week);
        assert_eq!(find(Wanted::Number(47), &stored), Some(week("2026-W47")));
        assert_eq!(find(Wanted::Number(52), &stored), Some(week("2025-W52")));
        assert_eq!(find(Wanted::Number(1), &stored), None);
        assert_eq!(find(Wanted::Week(week("2025-W47")), &stored), Some(week("2025-W47")));
        assert_eq!(find(Wanted::Week(week("2024-W47")), &stored), None);
        let names = |typed| offered(typed, &stored).iter().map(Week::to_string).collect::<Vec<_>>();
        assert_eq!(names(""), ["2026-W47", "2026-W46", "2025-W52", "2025-W47"]);
        assert_eq!(names("47"), ["2026-W47", "2025-W47"]);
        assert_eq!(names("2025"), ["2025-W52", "2025-W47"]);
        assert_eq!(names("w5"), ["2025-W52"]);
        assert_eq!(names("x"), [""; 0]);
    }

    proptest! {
        #[test]
        fn slots_follow_each_other_a_week_at_a_time(day in 1usize..8, minutes in 0i64..1_440, start in 0i64..3_000) {
            let (plan, zone) = (plan(Weekday::ALL[day - 1], minutes), chisinau());
            let of = Week::of_day(18_000 + start);
            let (slot, next) = (plan.slot(of, &zone), plan.slot(of.next(), &zone));
            prop_assert_eq!(Week::containing(slot.due, &zone).previous(), of);
            prop_assert!(slot.due >= of.end(&zone) && slot.due < of.next().end(&zone));
            prop_assert_eq!(plan.recurrence(of).next_after(slot.due, &zone), Some(next.due));
        }
    }
}
