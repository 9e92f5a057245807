//! Which messages of a channel are deleted at once.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::ids::{MemberId, MessageId};

/// Discord deletes messages together only up to this age.
const DISCORD_KEEPS: Duration = Duration::from_secs(14 * 86_400);
/// So much younger are the messages that are chosen, as somebody looks at them before they are deleted.
const TO_LOOK: Duration = Duration::from_secs(10 * 60);
/// So much younger are those that are deleted, as the call takes time.
const TO_DELETE: Duration = Duration::from_secs(60);

/// What somebody wants deleted.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// So many messages, the latest first.
    pub count: usize,
    /// Only what this person wrote.
    pub member: Option<MemberId>,
    /// Only what holds a link.
    pub links: bool,
    pub now: Timestamp,
}

/// A message of the channel.
#[derive(Debug, Clone, Copy)]
pub struct Written {
    pub id: MessageId,
    pub author: MemberId,
    pub pinned: bool,
    /// Discord lets it be deleted.
    pub deletable: bool,
    pub link: bool,
    /// Discord shows nothing of what stands in it.
    pub blank: bool,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    /// The latest first.
    pub messages: Vec<MessageId>,
    /// Who wrote how many of them; for the preview, and not kept.
    #[serde(skip)]
    pub authors: Vec<(MemberId, i64)>,
    /// So many would have been among them, but are pinned.
    pub pinned: i64,
    /// Of so many it could not be seen whether they hold a link.
    pub unread: i64,
}

impl Chosen {
    /// Takes a message in that is older than all before, if it is wanted; false if no older one can be.
    pub fn add(&mut self, wanted: &Wanted, message: &Written) -> bool {
        if message.id.created_ms() < wanted.now.minus(DISCORD_KEEPS).plus(TO_LOOK).millis() {
            return false;
        }
        if !message.deletable || wanted.member.is_some_and(|member| member != message.author) {
            return true;
        }
        if wanted.links && !message.link {
            self.unread += i64::from(message.blank);
            return true;
        }
        if message.pinned {
            self.pinned += 1;
            return true;
        }
        self.messages.push(message.id);
        match self.authors.iter_mut().find(|(author, _)| *author == message.author) {
            Some((_, count)) => *count += 1,
            None => self.authors.push((message.author, 1)),
        }
        self.messages.len() < wanted.count
    }
}

/// Whether a text holds a link.
pub fn has_link(text: &str) -> bool {
    let text = text.to_lowercase();
    ["http://", "https://", "discord.gg/"].iter().any(|begin| text.contains(begin))
}

/// Whether Discord still deletes a message together with others.
pub fn is_fresh(message: MessageId, now: Timestamp) -> bool {
    message.created_ms() >= now.minus(DISCORD_KEEPS).plus(TO_DELETE).millis()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::DISCORD_EPOCH_MS;

    const NOW: Timestamp = Timestamp::from_seconds(1_795_176_000);

    fn written(minutes_ago: i64, author: i64) -> Written {
        let id = MessageId((NOW.millis() - minutes_ago * 60_000 - DISCORD_EPOCH_MS) << 22);
        Written { id, author: MemberId(author), pinned: false, deletable: true, link: false, blank: false }
    }

    fn chosen(wanted: Wanted, all: &[Written]) -> (usize, Chosen) {
        let mut chosen = Chosen::default();
        let looked_at = all.iter().take_while(|message| chosen.add(&wanted, message)).count();
        (looked_at, chosen)
    }

    #[test]
    fn the_latest_are_chosen_and_pinned_ones_stay() {
        let all = [written(1, 7), Written { pinned: true, ..written(2, 7) }, written(3, 8), written(4, 7)];
        let wanted = Wanted { count: 2, member: None, links: false, now: NOW };
        let (looked_at, found) = chosen(wanted, &all);
        assert_eq!((looked_at, found.pinned, found.unread), (2, 1, 0));
        assert_eq!(found.messages, [all[0].id, all[2].id]);
        assert_eq!(found.authors, [(MemberId(7), 1), (MemberId(8), 1)]);
    }

    #[test]
    fn only_what_is_wanted_is_chosen() {
        let link = Written { link: true, ..written(3, 7) };
        let blank = Written { blank: true, ..written(4, 7) };
        let notice = Written { deletable: false, ..written(5, 7) };
        let all = [written(1, 8), written(2, 7), link, blank, notice];
        let of_seven = Wanted { count: 9, member: Some(MemberId(7)), links: false, now: NOW };
        assert_eq!(chosen(of_seven, &all).1.messages, [all[1].id, link.id, blank.id]);
        let (_, found) = chosen(Wanted { links: true, ..of_seven }, &all);
        assert_eq!((found.messages, found.unread), (vec![link.id], 1));
    }

    #[test]
    fn what_discord_would_not_delete_any_more_ends_the_search() {
        let fortnight = 14 * 24 * 60;
        let wanted = Wanted { count: 9, member: None, links: false, now: NOW };
        let (young, old) = (written(fortnight - 11, 7), written(fortnight - 9, 7));
        assert_eq!(chosen(wanted, &[young, old, young]), (1, chosen(wanted, &[young]).1));
        assert!(is_fresh(old.id, NOW) && !is_fresh(written(fortnight, 7).id, NOW));
    }

    #[test]
    fn links_are_known_however_they_are_written() {
        assert!(has_link("see HTTPS://example.org") && has_link("discord.gg/abc"));
        assert!(!has_link("https is a word, discord too"));
    }
}
