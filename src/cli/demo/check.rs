//! Whether the bot counted what happened: its digests held against the story's own count.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::app::Health;
use crate::feature::section::{Figure, Value};
use crate::features::digest::Digest;
use crate::sandbox::story::{Count, Story};
use crate::text::zone::Week;

/// What the digests of the weeks say otherwise than the story.
pub fn figures(story: &Story, digests: &[Digest]) -> Vec<String> {
    digests.iter().flat_map(|digest| of_week(story, digest)).collect()
}

fn of_week(story: &Story, digest: &Digest) -> Vec<String> {
    let this = counted(story, digest, digest.week);
    let last = counted(story, digest, digest.week.previous());
    let expected = [
        ("messages", this.messages),
        ("active_members", this.people),
        ("new_members", this.newcomers),
        ("joins", this.joined),
        ("leaves", this.left),
        ("removed", this.removed),
        ("reactions", this.reactions),
        ("cases_note", this.notes),
        ("cases_warn", this.warnings),
        ("cases_timeout", this.timeouts),
    ];
    let before = [("cases_warn", last.warnings), ("cases_timeout", last.timeouts)];
    let now = expected.into_iter().filter_map(|(name, count)| differs(digest, name, count));
    // Newcomers' figures ripen for a week, and in the first weeks of all nobody is called new.
    let ripe = figure(digest, "newcomers_replied").and_then(|_| differs(digest, "newcomers_replied", last.answered));
    now.chain(ripe).chain(before.into_iter().filter_map(|(name, count)| differed(digest, name, count))).collect()
}

fn counted(story: &Story, digest: &Digest, week: Week) -> Count {
    story.count(&(week.start(&digest.zone)..week.end(&digest.zone)))
}

fn differs(digest: &Digest, name: &str, count: usize) -> Option<String> {
    let said = figure(digest, name).map(|figure| figure.value);
    if said == Some(Value::Of(count as f64)) {
        return None;
    }
    let said = said.and_then(Value::known).map_or_else(|| "nothing".to_owned(), |said| said.to_string());
    Some(format!("{}, {name}: {count} in the story, {said} in the digest", digest.week))
}

/// The same for what stands beside a figure from the week before, if anything does.
fn differed(digest: &Digest, name: &str, count: usize) -> Option<String> {
    let said = figure(digest, name).and_then(|figure| figure.last)?;
    (said != count as f64)
        .then(|| format!("{}, {name} of the week before: {count} in the story, {said} in the digest", digest.week))
}

fn figure<'d>(digest: &'d Digest, name: &str) -> Option<&'d Figure> {
    let sections = digest.sections.iter();
    let mut figures =
        sections.flat_map(|section| section.lines.iter().flat_map(|line| &line.figures).chain(&section.for_files));
    figures.find(|figure| figure.name == name)
}

/// What went wrong inside the bot.
pub fn health(health: &Health) -> Vec<String> {
    let counters: [(&AtomicU64, &str); 6] = [
        (&health.faults, "faults; the lines above say which"),
        (&health.unread_events, "events that could not be read"),
        (&health.dropped_events, "events dropped"),
        (&health.dropped_interactions, "commands and presses dropped"),
        (&health.late_interactions, "commands and presses that came too late"),
        (&health.jobs_given_up, "jobs given up; the lines above say which"),
    ];
    let counted = counters.into_iter().map(|(counter, what)| (counter.load(Ordering::SeqCst), what));
    counted.filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect()
}

/// What both counted alike, in words.
pub fn agreed(story: &Story, digests: &[Digest]) -> String {
    let all = digests.iter().map(|digest| counted(story, digest, digest.week));
    let all = all.reduce(Count::and).unwrap_or_default();
    format!(
        "The story counted along, and the digests of {} weeks say the same: {} messages, {} reactions, {} joined,\n\
         {} left ({} of them removed); moderation: {} notes, {} warnings, {} timeouts.",
        digests.len(),
        all.messages,
        all.reactions,
        all.joined,
        all.left,
        all.removed,
        all.notes,
        all.warnings,
        all.timeouts
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Timestamp;
    use crate::feature::section::{Good, Record, Section, Unit};
    use crate::i18n::Locale;
    use crate::ids::GuildId;
    use crate::text::zone::Zone;

    #[test]
    fn what_the_digest_says_otherwise_or_not_at_all_is_named() {
        let week = Week::of_day(0);
        let figure = |name, value| Figure::new(name, week, Good::Neutral, Unit::Count, value);
        let for_files = vec![figure("messages", Value::Of(3.0)), figure("joins", Value::NotRecorded)];
        let digest = Digest {
            guild: GuildId(1),
            server: "Town".to_owned(),
            locale: Locale::En,
            zone: Zone::utc(),
            week,
            at: Timestamp(0),
            record: Record::Whole,
            sections: vec![Section { for_files, ..Section::default() }],
            months: None,
            suggested: Vec::new(),
        };
        assert_eq!(differs(&digest, "messages", 3), None);
        let said = |name, count| differs(&digest, name, count).expect("a difference");
        assert_eq!(said("messages", 4), "1970-W01, messages: 4 in the story, 3 in the digest");
        assert_eq!(said("joins", 0), "1970-W01, joins: 0 in the story, nothing in the digest");
        assert_eq!(said("leaves", 0), "1970-W01, leaves: 0 in the story, nothing in the digest");
    }

    #[test]
    fn every_counter_that_is_not_zero_is_named() {
        let counters = Health::default();
        assert_eq!(health(&counters), Vec::<String>::new());
        Health::count(&counters.dropped_events);
        assert_eq!(health(&counters), ["1 events dropped"]);
    }
}
