//! The part of surveys in the digest: the waves that ended in the week, how many answered, and how gladly
//! people would recommend the server beside the wave before. Surveys that were posted in channels that not
//! everyone sees are counted, and nothing else is said of them.

use crate::error::{Message, Result};
use crate::feature::few::ENOUGH_PEOPLE;
use crate::feature::few::People;
use crate::feature::section::members::ForMembers;
use crate::feature::section::people::Behind;
use crate::feature::section::{Figure, Good, Line, News, Reading, Section, Unit, Value};
use crate::text::zone::Week;

use super::Kind;
use super::results::{Results, store};

/// What the digest has to say about the surveys of a week.
pub async fn section(reading: &Reading<'_>) -> Result<Section> {
    let Reading { db, guild, zone, week, .. } = *reading;
    let closed = store::closed(db.read(), guild, week.start(zone), week.end(zone)).await?;
    let (mut all, mut public, mut hidden) = (Vec::new(), Vec::new(), 0_usize);
    for wave in closed {
        let Some(results) = Results::of_wave(db, guild, wave).await? else { continue };
        let figures = told(&results, week);
        match reading.public {
            Some(server) if server.is_public(guild, results.wave().channel) => {
                public.extend(figures.clone());
                all.extend(figures);
            }
            // Whoever reads the digest may not see the channel.
            Some(_) => hidden += 1,
            None => all.extend(figures),
        }
    }
    let elsewhere = (hidden > 0).then(|| News {
        head: Message::new("surveys-digest-hidden"),
        told: vec![Message::new("surveys-digest-hidden-closed").with("count", hidden)],
    });
    let members = (!public.is_empty()).then(|| ForMembers { lines: lines(public), ..ForMembers::default() });
    Ok(Section { lines: lines(all), news: elsewhere.into_iter().collect(), members, ..Section::default() })
}

fn lines(figures: Vec<Figure>) -> Vec<Line> {
    if figures.is_empty() { Vec::new() } else { vec![Line { head: Message::new("surveys-digest"), figures }] }
}

/// A wave: how many answered, of how many, and its score beside the one before. Of few answers there is
/// no score, and of few anonymous ones only that they are few.
fn told(results: &Results, week: Week) -> Vec<Figure> {
    let (wave, count) = (results.wave(), results.count());
    let value = count.map_or(Value::Fewer(ENOUGH_PEOPLE), Value::count);
    let figure = |name, unit, value, phrase, good| {
        Figure::new(name, week, good, unit, value).said(phrase).about(results.survey.title.as_str())
    };
    let behind =
        |counts_them| Behind { counts_them, this: People::alone(count.unwrap_or(0)), last: None, usual: Vec::new() };
    let answers = figure("survey_answers", Unit::Count, value, "surveys-digest-answers", Good::Neutral);
    let mut figures = vec![answers.behind(behind(true))];
    if let Some(invited) = wave.invited {
        let asked = Value::count(invited);
        let asked = figure("survey_asked", Unit::Count, asked, "surveys-digest-asked", Good::Neutral);
        figures.push(asked.goes_on());
    }
    let place = results.survey.questions.iter().position(|question| question.kind == Kind::Nps);
    let Some((place, score)) = place.and_then(|place| Some((place, results.figures(place)?.headline()?))) else {
        return figures;
    };
    let score = figure("nps", Unit::Change, Value::Of(score), "surveys-digest-nps", Good::Up);
    figures.push(score.goes_on().behind(behind(false)));
    if let Some(before) = results.before(place).and_then(|(_, figures)| figures.headline()) {
        let before = figure("nps_before", Unit::Change, Value::Of(before), "surveys-digest-nps-before", Good::Neutral);
        figures.push(before.goes_on());
    }
    figures
}
