//! The part of feedback in the digest: the themes that most people spoke of in the week, and what was shipped. It is for
//! managers; members are told nothing of it.

use crate::error::{Message, Result};
use crate::feature::section::{News, Reading, Section};

use super::store::themes;
use super::views::titled;

/// How many themes are named that people spoke of, and that were shipped.
const NAMED: i64 = 3;
const SHIPPED: i64 = 5;

/// What the digest has to say about the feedback of a week.
pub async fn section(reading: &Reading<'_>) -> Result<Section> {
    let Reading { db, guild, zone, week, .. } = *reading;
    let weeks = (week.previous().start(zone), week.start(zone), week.end(zone));
    let spoken = themes::of_week(db.read(), guild, weeks, NAMED).await?;
    let shipped = themes::shipped(db.read(), guild, week.start(zone), week.end(zone), SHIPPED).await?;
    let spoken = spoken.iter().map(|one| News {
        head: titled(&one.theme),
        told: vec![Message::new("feedback-digest-people").with("people", one.people).with("before", one.before)],
    });
    let shipped = shipped.iter().map(|one| News {
        head: titled(&one.theme),
        told: vec![Message::new("feedback-digest-shipped").with("people", one.people)],
    });
    Ok(Section { news: spoken.chain(shipped).collect(), ..Section::default() })
}
