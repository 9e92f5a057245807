//! The polls' part of the digest: what came out in the week, and what closes in the next.
//!
//! Nothing stands in it before its time: of a poll that is open only how many have voted is told, as
//! on its card. Polls in channels that not everyone sees are counted, and nothing else is said of them.

use crate::discord::ui::times::moment;
use crate::error::{Arg, Message, Result};
use crate::feature::few::ENOUGH_PEOPLE;
use crate::feature::few::are_few;
use crate::feature::section::members::ForMembers;
use crate::feature::section::{Figure, Good, News, Reading, Section, Unit, Value};
use crate::text::limits::cut;
use crate::text::zone::Zone;

use super::rules::quorum;
use super::rules::tally::mean;
use super::rules::vote::{disclosed, is_disclosed};
use super::views::turnout;
use super::{Choice, Kind, Poll, State, Tally, store};

/// So much of a question stands in front of what came out.
const QUESTION: usize = 100;
/// How much of the name of an option stands in a sentence.
const NAME: usize = 60;
/// So many equal options are named; of more only their number is told.
const NAMED: usize = 5;

/// What the digest has to say about a week of polls.
pub async fn section(reading: &Reading<'_>) -> Result<Section> {
    let Reading { guild, zone, week, public, .. } = *reading;
    let mut db = reading.db.read().acquire().await?;
    let mut closed = store::closed(&mut db, guild, week.start(zone), week.end(zone)).await?;
    let mut coming = Vec::new();
    for poll in store::coming(&mut db, guild, week.next().end(zone)).await? {
        let voters = store::count(&mut *db, guild, poll.id).await?;
        coming.push(Coming { poll, voters });
    }
    let all = closed.len();
    let seen = |poll: &Poll| public.is_none_or(|directory| directory.is_public(guild, poll.plan.channel));
    closed.retain(seen);
    let hidden = (all - closed.len(), coming.iter().filter(|coming| !seen(&coming.poll)).count());
    coming.retain(|coming| seen(&coming.poll));
    Ok(WeekOfPolls { reading, closed, coming, hidden }.section())
}

/// A poll that is open or will be.
struct Coming {
    poll: Poll,
    /// How many have voted so far.
    voters: u64,
}

/// The polls of a week.
struct WeekOfPolls<'a> {
    reading: &'a Reading<'a>,
    closed: Vec<Poll>,
    coming: Vec<Coming>,
    /// How many closed and how many are to close in channels that not everyone sees.
    hidden: (usize, usize),
}

/// Who reads it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Edition {
    Staff,
    /// They are told nothing about fewer than five people.
    Members,
}

impl WeekOfPolls<'_> {
    fn section(&self) -> Section {
        let mut news = self.news(Edition::Staff);
        news.extend(self.elsewhere());
        let members = ForMembers { news: self.news(Edition::Members), ..ForMembers::default() };
        Section { news, members: Some(members), for_files: self.figures(), ..Section::default() }
    }

    fn news(&self, edition: Edition) -> Vec<News> {
        let closed = self.closed.iter().filter_map(|poll| {
            let told = came_out(poll, poll.tally.as_ref()?, edition, self.reading.zone);
            Some(News { head: head(poll), told })
        });
        let coming = self
            .coming
            .iter()
            .map(|coming| News { head: head(&coming.poll), told: is_coming(coming, edition, self.reading.zone) });
        closed.chain(coming).collect()
    }

    fn elsewhere(&self) -> Option<News> {
        let (closed, coming) = self.hidden;
        let told = [("poll-digest-hidden-closed", closed), ("poll-digest-hidden-coming", coming)];
        let told = told.into_iter().filter(|(_, count)| *count > 0);
        let told: Vec<Message> = told.map(|(key, count)| Message::new(key).with("count", count)).collect();
        (!told.is_empty()).then(|| News { head: Message::new("poll-digest-hidden"), told })
    }

    /// For JSON and CSV: how many there were, and of each who voted.
    fn figures(&self) -> Vec<Figure> {
        let week = self.reading.week;
        let figure = |name, unit, value: f64| Figure::new(name, week, Good::Neutral, unit, Value::Of(value));
        let all = self.closed.len() + self.hidden.0;
        let mut figures = Vec::new();
        if all > 0 {
            figures.push(figure("polls_closed", Unit::Count, all as f64));
        }
        for poll in &self.closed {
            let Some(tally) = poll.tally.as_ref().and_then(|tally| disclosed(poll, tally)) else { continue };
            let subject = cut(&poll.plan.question, QUESTION);
            let voters = figure("poll_voters", Unit::Count, tally.voters as f64);
            let turnout = turnout::is_limited(poll).then_some(poll.eligible).flatten();
            let voted = tally.at_opening();
            let turnout = turnout.filter(|eligible| quorum::turnout(voted, Some(*eligible)).is_some());
            let turnout = turnout.map(|eligible| {
                let of = i64::try_from(eligible).unwrap_or(i64::MAX);
                figure("poll_turnout", Unit::ShareOf(of), voted as f64 / eligible as f64)
            });
            let mean = (poll.plan.kind == Kind::Rating).then(|| mean(tally)).flatten();
            let mean = mean.map(|mean| figure("poll_mean", Unit::Mean, mean));
            let of_poll = [Some(voters), turnout, mean].into_iter().flatten();
            figures.extend(of_poll.map(|figure| figure.about(subject.as_str())));
        }
        figures
    }
}

/// "Poll #3: Which flour?"
fn head(poll: &Poll) -> Message {
    let question = cut(&poll.plan.question, QUESTION);
    Message::new("poll-digest-head").with("number", poll.number.to_string()).with("question", question)
}

/// What came out of a poll, who voted, and whether they were enough.
fn came_out(poll: &Poll, tally: &Tally, edition: Edition, zone: &Zone) -> Vec<Message> {
    if (edition == Edition::Members && are_few(tally.voters)) || disclosed(poll, tally).is_none() {
        return vec![few()];
    }
    if tally.voters == 0 {
        return vec![Message::new("poll-digest-nobody")];
    }
    let holds = turnout::quorum_is(poll, tally) != Some(false);
    let missed = poll.plan.quorum.filter(|_| !holds);
    let mut told: Vec<Message> =
        missed.map(|quorum| turnout::with_quorum("poll-digest-quorum-missed", quorum)).into_iter().collect();
    let mean = (poll.plan.kind == Kind::Rating).then(|| mean(tally)).flatten();
    told.push(match mean {
        Some(mean) => Message::new("poll-digest-mean").with("mean", Arg::Decimal(mean, 1)),
        None => winners(poll, tally, holds, zone),
    });
    told.extend(turnout::voters(poll, tally));
    told
}

/// All that may be told where few have voted.
fn few() -> Message {
    Message::new("poll-digest-few").with("few", ENOUGH_PEOPLE)
}

/// What has won, is equal, or has most votes without having won; of a rating the most frequent.
fn winners(poll: &Poll, tally: &Tally, holds: bool, zone: &Zone) -> Message {
    let name = |place: &u8| {
        let choice = poll.plan.options.get(usize::from(*place).checked_sub(1)?)?;
        Some(option(choice, zone))
    };
    if poll.plan.seats > 1 && tally.winners.is_empty() && !tally.tied.is_empty() {
        return Message::new("poll-result-many-equal").with("count", tally.tied.len());
    }
    let most = NAMED.max(if poll.plan.seats > 1 { usize::from(poll.plan.seats) } else { 0 });
    if tally.winners.len() > most {
        return Message::new("poll-result-many-equal").with("count", tally.winners.len());
    }
    let names: Vec<Message> = tally.winners.iter().filter_map(name).collect();
    let alone = names.len() == 1;
    let listed =
        |before: Message, next: Message| Message::new("poll-digest-and").with("before", before).with("next", next);
    let Some(named) = names.into_iter().reduce(listed) else { return Message::new("poll-digest-nobody") };
    let key = match (alone, holds, poll.plan.kind) {
        (_, _, Kind::Rating) => "poll-digest-most-frequent",
        (false, true, _) if poll.plan.seats > 1 => "poll-digest-won-several",
        (false, false, _) if poll.plan.seats > 1 => "poll-digest-most",
        (false, ..) => "poll-digest-equal",
        (true, true, _) => "poll-digest-won",
        (true, false, _) => "poll-digest-most",
    };
    Message::new(key).with("options", named)
}

/// An option as a digest names it: its words, or of a date the instant by the clocks of the server.
fn option(choice: &Choice, zone: &Zone) -> Message {
    match choice.at {
        Some(at) => moment(at, zone),
        None => Message::new("poll-digest-option").with("label", cut(&choice.label, NAME)),
    }
}

/// When it opens and closes, and how many have voted so far.
fn is_coming(coming: &Coming, edition: Edition, zone: &Zone) -> Vec<Message> {
    let Coming { poll, voters } = coming;
    let starts = poll.plan.starts.filter(|_| poll.state == State::Scheduled);
    let opens = starts.map(|at| Message::new("poll-digest-opens").with("at", moment(at, zone)));
    let closes = Message::new("poll-digest-closes").with("at", moment(poll.plan.closes, zone));
    let so_far =
        (edition == Edition::Staff && poll.state == State::Open && poll.plan.kind != Kind::Native).then(|| {
            if is_disclosed(poll, *voters) { Message::new("poll-digest-so-far").with("voters", *voters) } else { few() }
        });
    opens.into_iter().chain([closes]).chain(so_far).collect()
}
