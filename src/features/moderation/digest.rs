//! Moderation's part of the digest: the reports of the week, the cases by kind, and the appeals that were decided.

use crate::error::{Message, Result};
use crate::feature::section::{Figure, Good, Line, Reading, Section, Unit, Value, usual, weeks_before};
use crate::text::zone::{Week, Zone};

use super::store::{self, Counted};
use super::{Kind, appeals, raids, reports};

/// What the digest has to say about a week of moderation.
pub async fn section(reading: &Reading<'_>) -> Result<Section> {
    let Reading { db, guild, zone, week, .. } = *reading;
    let first = weeks_before(week).last().unwrap_or(week);
    let cases = store::between(db.read(), guild, first.start(zone), week.end(zone)).await?;
    let since = store::first(db.read(), guild).await?.map(|at| Week::containing(at, zone));
    let section = told(&cases, week, since, zone);
    let section = match appeals::digest::figures(reading).await? {
        Some(appeals) => with_appeals(section, appeals),
        None => section,
    };
    let mut section = match reports::digest::figures(reading).await? {
        Some(reports) => with_reports(section, reports),
        None => section,
    };
    section.notes.extend(raids::digest::notes(reading).await?);
    Ok(section)
}

/// Appeals are read after what they are against; where none were decided lately, they are in files only.
fn with_appeals(mut section: Section, [decided, overturned]: [Figure; 2]) -> Section {
    let is_none = decided.value == Value::Of(0.0);
    if is_none && decided.last.is_none_or(|last| last == 0.0) {
        section.for_files.extend([decided, overturned]);
        return section;
    }
    // Where none were decided, there is nothing to say of how many were approved.
    let (read, kept) = if is_none { (vec![decided], Some(overturned)) } else { (vec![decided, overturned], None) };
    match section.lines.first_mut() {
        Some(line) => line.figures.extend(read),
        None => section.lines.push(Line { head: Message::new("moderation-digest"), figures: read }),
    }
    section.for_files.extend(kept);
    section
}

/// Reports are read before what came of them; where there have been none lately, they are in files only.
fn with_reports(mut section: Section, reports: [Figure; 2]) -> Section {
    let [count, half] = reports;
    if count.value == Value::Of(0.0) && count.last.is_none_or(|last| last == 0.0) {
        section.for_files.extend([count, half]);
        return section;
    }
    let (read, kept): (Vec<Figure>, Vec<Figure>) =
        [count, half].into_iter().partition(|figure| figure.value != Value::Nothing);
    match section.lines.first_mut() {
        Some(line) => line.figures.splice(..0, read).for_each(drop),
        None => section.lines.push(Line { head: Message::new("moderation-digest"), figures: read }),
    }
    section.for_files.extend(kept);
    section
}

/// `since` is the week of the first case there is: before it nothing was recorded.
fn told(cases: &[Counted], week: Week, since: Option<Week>, zone: &Zone) -> Section {
    let count = |kind: Kind, week: Week| {
        let of_week = cases.iter().filter(|case| case.kind == kind && Week::containing(case.at, zone) == week);
        i64::try_from(of_week.count()).unwrap_or(i64::MAX)
    };
    let before: Vec<Week> = weeks_before(week).collect();
    let recorded = |week: Week| since.is_some_and(|since| since <= week);
    let figures = Kind::ALL.map(|kind| {
        // The week of the first case may not be a whole one.
        let whole = before.iter().filter(|week| recorded(week.previous()));
        let usual = usual(whole.map(|week| count(kind, *week) as f64));
        let last = recorded(week.previous()).then(|| count(kind, week.previous()) as f64);
        Figure::new(name(kind), week, Good::Neutral, Unit::Count, Value::count(count(kind, week)))
            .compared(last, usual)
            .said(phrase(kind))
    });
    // What has not happened lately is no news.
    let (shown, for_files): (Vec<Figure>, Vec<Figure>) = figures
        .into_iter()
        .partition(|figure| figure.value != Value::Of(0.0) || figure.last.is_some_and(|last| last > 0.0));
    let lines = if shown.is_empty() {
        Vec::new()
    } else {
        vec![Line { head: Message::new("moderation-digest"), figures: shown }]
    };
    let for_files = if recorded(week) { for_files } else { Vec::new() };
    Section { lines, for_files, ..Section::default() }
}

const fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Note => "cases_note",
        Kind::Warn => "cases_warn",
        Kind::Timeout => "cases_timeout",
        Kind::Untimeout => "cases_untimeout",
        Kind::Kick => "cases_kick",
        Kind::Ban => "cases_ban",
        Kind::Unban => "cases_unban",
    }
}

const fn phrase(kind: Kind) -> &'static str {
    match kind {
        Kind::Note => "moderation-notes",
        Kind::Warn => "moderation-warnings",
        Kind::Timeout => "moderation-timeouts",
        Kind::Untimeout => "moderation-untimeouts",
        Kind::Kick => "moderation-kicks",
        Kind::Ban => "moderation-bans",
        Kind::Unban => "moderation-unbans",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Timestamp;

    fn week(number: usize) -> Week {
        (0..number).fold("2026-W30".parse().unwrap(), |week: Week, _| week.next())
    }

    fn cases(kind: Kind, of_weeks: &[(usize, usize)]) -> Vec<Counted> {
        let zone = Zone::utc();
        of_weeks
            .iter()
            .flat_map(|(number, cases)| {
                let at = Timestamp(week(*number).end(&zone).0 - 1);
                std::iter::repeat_n(Counted { kind, at }, *cases)
            })
            .collect()
    }

    #[test]
    fn cases_stand_beside_the_weeks_before() {
        let warnings = cases(Kind::Warn, &[(1, 2), (2, 1), (3, 4), (4, 2), (5, 6)]);
        let section = told(&warnings, week(5), Some(week(0)), &Zone::utc());
        let [line] = section.lines.as_slice() else { panic!("{section:?}") };
        let [warn] = line.figures.as_slice() else { panic!("{line:?}") };
        assert_eq!((warn.name, warn.value, warn.last), ("cases_warn", Value::Of(6.0), Some(2.0)));
        assert_eq!(warn.usual, Some((1.0, 4.0)));
        assert_eq!(section.for_files.len(), 6, "the other kinds are there for files");
    }

    #[test]
    fn before_the_first_case_nothing_was_recorded() {
        let warnings = cases(Kind::Warn, &[(4, 2), (5, 6)]);
        let section = told(&warnings, week(5), Some(week(4)), &Zone::utc());
        assert_eq!((section.lines[0].figures[0].last, section.lines[0].figures[0].usual), (Some(2.0), None));
        assert_eq!(told(&[], week(5), None, &Zone::utc()), Section::default());
    }

    #[test]
    fn where_no_appeals_were_decided_nothing_is_said_of_the_approved() {
        let names = |figures: &[Figure]| figures.iter().map(|figure| figure.name).collect::<Vec<_>>();
        let figure = |name, value, last| {
            let figure = Figure::new(name, week(5), Good::Neutral, Unit::Count, Value::Of(value));
            figure.compared(Some(last), None)
        };
        let none = [figure("appeals", 0.0, 2.0), figure("overturned", 0.0, 1.0)];
        let section = with_appeals(Section::default(), none);
        assert_eq!(names(&section.lines[0].figures), ["appeals"]);
        assert_eq!(names(&section.for_files), ["overturned"]);
        let some = [figure("appeals", 1.0, 2.0), figure("overturned", 0.0, 1.0)];
        assert_eq!(names(&with_appeals(Section::default(), some).lines[0].figures), ["appeals", "overturned"]);
    }

    #[test]
    fn a_kind_that_has_stopped_is_still_told() {
        let bans = cases(Kind::Ban, &[(4, 3)]);
        let section = told(&bans, week(5), Some(week(0)), &Zone::utc());
        assert_eq!(
            (section.lines[0].figures[0].name, section.lines[0].figures[0].value),
            ("cases_ban", Value::Of(0.0))
        );
    }
}
