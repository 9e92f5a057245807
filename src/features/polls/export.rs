//! The results of a poll as a table: how many votes each option has, and who gave them, where that may
//! be known.

use crate::discord::file::File;
use crate::discord::view::View;
use crate::error::Message;
use crate::features::polls::rules::vote::{FEW, may_see_votes};
use crate::features::polls::{Ballot, Poll, Tally, Vote};
use crate::i18n::{Locale, say};
use crate::text::safe::csv_cell;
use crate::text::zone::Zone;

/// The message with the file.
pub fn view(locale: Locale, poll: &Poll, tally: &Tally, votes: &[Vote], _zone: &Zone) -> View {
    let mut lines = vec!["option,votes".to_owned()];
    for (choice, count) in poll.plan.options.iter().zip(&tally.counts) {
        let few = poll.plan.ballot == Ballot::Secret && tally.voters < FEW;
        lines.push(format!("{},{}", csv_cell(&choice.label), if few { String::new() } else { count.to_string() }));
    }
    if may_see_votes(poll).is_ok() {
        lines.extend(votes.iter().map(|vote| format!("{},{:?}", vote.member, vote.choices)));
    }
    let text = Message::new("poll-export").with("number", poll.number.to_string());
    View::text(say(locale, &text)).file(File::text(format!("poll-{}.csv", poll.number), lines.join("\n") + "\n"))
}
