//! The part of AMA sessions in the digest: what came out of those that closed in the week, and which come next. Sessions
//! in channels that not everyone sees are left out.

use crate::discord::ui::times::moment;
use crate::error::{Message, Result};
use crate::feature::section::members::ForMembers;
use crate::feature::section::{News, Reading, Section};
use crate::text::zone::Zone;

use super::rules::order::{By, waiting};
use super::store::sessions;
use super::views::transcript::{figures, not_reviewed};
use super::{Ranked, Session, State, ranking};

/// What the digest has to say about a week of sessions.
pub async fn section(reading: &Reading<'_>) -> Result<Section> {
    let Reading { guild, zone, week, public, .. } = *reading;
    let seen = |session: &Session| public.is_none_or(|directory| directory.is_public(guild, session.plan.channel));
    let mut db = reading.db.read().acquire().await?;
    let (mut news, mut for_members) = (Vec::new(), Vec::new());
    for session in
        sessions::closed(&mut db, guild, week.start(zone), week.end(zone)).await?.iter().filter(|one| seen(one))
    {
        let all = ranking::all(&mut db, guild, session.id).await?;
        news.push(closed(session, &all, false));
        for_members.push(closed(session, &all, true));
    }
    let coming = sessions::coming(&mut db, guild, week.next().end(zone)).await?;
    for session in coming.iter().filter(|one| seen(one)) {
        news.push(is_coming(session, zone));
        for_members.push(is_coming(session, zone));
    }
    let members = ForMembers { news: for_members, ..ForMembers::default() };
    Ok(Section { news, members: Some(members), ..Section::default() })
}

fn head(session: &Session) -> Message {
    Message::new("ama-digest-head").with("number", session.number.to_string()).with("title", &session.plan.title)
}

/// What came out, and how many questions nobody has reviewed or answered.
fn closed(session: &Session, all: &[Ranked], members: bool) -> News {
    let mut told: Vec<Message> = session.statistics.iter().flat_map(|one| figures(session, one, members)).collect();
    told.extend(not_reviewed(all));
    let left = waiting(all, By::Votes).len();
    if left > 0 {
        told.push(Message::new("ama-left").with("count", left));
    }
    News { head: head(session), told }
}

fn is_coming(session: &Session, zone: &Zone) -> News {
    let starts = session.plan.starts.filter(|_| session.state == State::Scheduled);
    let told = match starts {
        Some(starts) => Message::new("ama-digest-starts").with("at", moment(starts, zone)),
        None => Message::new("ama-digest-closes").with("at", moment(session.plan.closes, zone)),
    };
    News { head: head(session), told: vec![told] }
}
