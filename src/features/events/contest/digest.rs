//! What the digest says of contests: who won those that closed in the week, and which close in the next.

use sqlx::SqliteConnection;

use crate::discord::ui::times::moment;
use crate::error::{Message, Result};
use crate::feature::few::are_few;
use crate::feature::section::{News, Reading};

use super::rules::{placed, winners};
use super::store::{contests, entries};
use super::{Contest, EntryState};

/// For staff, and for everyone: who won, and how many took part unless they are fewer than five.
pub async fn news(db: &mut SqliteConnection, reading: &Reading<'_>) -> Result<Vec<(News, News)>> {
    let Reading { guild, zone, week, public, .. } = *reading;
    let seen = |contest: &Contest| public.is_none_or(|directory| directory.is_public(guild, contest.plan.channel));
    let mut all = Vec::new();
    for contest in contests::closed(&mut *db, guild, week.start(zone), week.end(zone)).await? {
        if !seen(&contest) {
            continue;
        }
        let entries = entries::in_state(&mut *db, guild, contest.id, EntryState::Approved).await?;
        let count = Message::new("contest-result-entries").with("count", entries.len());
        let voters = contest.voters.unwrap_or(0);
        let placed = placed(entries);
        let titles: Vec<&str> = winners(&placed).map(|one| one.entry.words.title.as_str()).collect();
        let won = (!titles.is_empty()).then(|| Message::new("contest-digest-won").with("entry", titles.join(", ")));
        let told: Vec<Message> = won.into_iter().chain([count]).collect();
        let voted = Message::new("contest-result-voters").with("count", voters);
        let for_all = if are_few(voters) { told.clone() } else { [&*told, std::slice::from_ref(&voted)].concat() };
        let for_staff = [told, vec![voted]].concat();
        all.push((News { head: head(&contest), told: for_staff }, News { head: head(&contest), told: for_all }));
    }
    for contest in contests::closing(db, guild, week.next().end(zone)).await?.iter().filter(|one| seen(one)) {
        let told = vec![Message::new("contest-digest-closes").with("at", moment(contest.plan.closes, zone))];
        let news = News { head: head(contest), told };
        all.push((news.clone(), news));
    }
    Ok(all)
}

fn head(contest: &Contest) -> Message {
    Message::new("contest-digest-head").with("number", contest.number.to_string()).with("title", &contest.plan.title)
}
