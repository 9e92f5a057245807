//! The script as one row of moments, in the order of their times.

use std::time::Duration;

use super::script::{self, Act, Line, RAIDERS, SPAM, ordinary};
use super::{Stumbled, stumbled};
use crate::clock::Timestamp;
use crate::sandbox::iso;

const WEEK: Duration = Duration::from_hours(7 * 24);
/// Between one account of the raid and the next.
const APART: Duration = Duration::from_secs(3);
/// Every so many-th of them gets to write before it is stopped.
const WRITES: usize = 8;

/// One moment of the story.
#[derive(Clone, Copy)]
pub struct Beat {
    pub at: Timestamp,
    pub who: &'static str,
    pub act: Act,
    pub told: bool,
}

pub enum Step {
    Day(Timestamp),
    Words(&'static str),
    Beat(Beat),
}

/// The whole script; of equal times the told stand last.
pub fn all() -> Result<Vec<(Timestamp, Step)>, Stumbled> {
    let mut steps = everyday()?;
    for day in script::story() {
        let midnight = moment(&format!("{}T00:00:00Z", day.date))?;
        // Words stand where the next thing happens, or the last did.
        let first = day.lines.iter().find_map(|line| match line {
            Line::Words(_) => None,
            Line::At(time, ..) | Line::Aside(time, ..) | Line::Raid(time) => Some(*time),
        });
        let mut now = midnight.plus(first.map_or(Ok(Duration::from_hours(18)), clock_time)?);
        steps.push((now, Step::Day(midnight)));
        for line in day.lines {
            let at = |time| clock_time(time).map(|time| midnight.plus(time));
            match *line {
                Line::Words(words) => steps.push((now, Step::Words(words))),
                Line::At(time, who, act) => {
                    now = at(time)?;
                    steps.push((now, Step::Beat(Beat { at: now, who, act, told: true })));
                }
                Line::Aside(time, who, act) => {
                    now = at(time)?;
                    steps.push((now, Step::Beat(Beat { at: now, who, act, told: false })));
                }
                Line::Raid(time) => {
                    let beats = raid(at(time)?);
                    now = beats.last().map_or(now, |beat| beat.at);
                    steps.extend(beats.into_iter().map(|beat| (beat.at, Step::Beat(beat))));
                }
            }
        }
    }
    steps.sort_by_key(|(at, _)| *at);
    Ok(steps)
}

/// The everyday talk of six weeks.
fn everyday() -> Result<Vec<(Timestamp, Step)>, Stumbled> {
    let mut steps = Vec::new();
    let mut monday = moment(script::FIRST_MONDAY)?;
    for week in ordinary::WEEKS {
        let (said, of) = week.said;
        for (place, (day, time, who, act)) in ordinary::LINES.iter().enumerate() {
            let with = if let Act::Replies(whom, _) | Act::Reacts(whom, _) = act { whom } else { who };
            if place % of < said && !week.away.contains(who) && !week.away.contains(with) {
                let at = monday.plus(Duration::from_hours(24 * day)).plus(clock_time(time)?);
                steps.push((at, Step::Beat(Beat { at, who, act: *act, told: false })));
            }
        }
        monday = monday.plus(WEEK);
    }
    Ok(steps)
}

/// Everybody who comes in the raid, and what some of them write.
fn raid(begins: Timestamp) -> Vec<Beat> {
    let mut beats = Vec::new();
    let mut spam = SPAM.iter().cycle();
    let mut at = begins;
    for (place, who) in RAIDERS.into_iter().enumerate() {
        beats.push(Beat { at, who, act: Act::JoinsFresh, told: place < 2 });
        if place % WRITES == 0
            && let Some((channel, text)) = spam.next()
        {
            let at = at.plus(Duration::from_secs(1));
            beats.push(Beat { at, who, act: Act::Says(channel, text), told: place == 0 });
        }
        at = at.plus(APART);
    }
    beats
}

fn moment(text: &str) -> Result<Timestamp, Stumbled> {
    iso::read(text).map_or_else(|| stumbled(format!("the script has no moment {text}")), Ok)
}

/// "09:30" or "09:30:15" as time since midnight.
fn clock_time(text: &str) -> Result<Duration, Stumbled> {
    let midnight = moment("1970-01-01T00:00:00Z")?;
    let seconds = if text.len() == "09:30".len() { ":00" } else { "" };
    let at = moment(&format!("1970-01-01T{text}{seconds}Z"))?;
    Ok(Duration::from_millis(u64::try_from(at.since(midnight)).unwrap_or(0)))
}
