//! What came of a survey: read wave by wave, with what the wave before said.

mod charts;
pub mod export;
pub mod overview;
mod pages;
pub mod press;
pub mod store;
pub mod views;
mod words;

use crate::app::App;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::feature::few::are_few;
use crate::feature::offer;
use crate::features::surveys::{EntryId, WaveId};
use crate::ids::GuildId;

use self::views::Keeping;
use super::rules::figures::{self, Comment, Figures};
use super::store as surveys;
use super::{Entry, Problem, Question, Survey, Wave};

/// So many waves are compared at most.
const COMPARED: usize = 12;

/// A wave of a survey with everything that came of it, and the waves before it.
#[derive(Debug, Clone, PartialEq)]
pub struct Results {
    pub survey: Survey,
    /// Every wave that was posted, the first one first.
    pub waves: Vec<Wave>,
    /// Which of them this is about.
    pub at: usize,
    /// What was sent in it; nothing, as long as it is sealed.
    pub entries: Vec<Entry>,
    /// How many sent their answers.
    count: i64,
    /// The figures of the waves up to it, the last of which are its own; a question at the place that
    /// it has in the survey.
    pub compared: Vec<Compared>,
}

/// A wave beside others.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// The number of the wave.
    pub number: i64,
    pub figures: Vec<Figures>,
}

impl Results {
    /// Reads what came of a wave; of the last one, where none is named.
    ///
    /// # Errors
    /// Told, if the survey was never sent or has no such wave.
    pub async fn read(db: &Db, survey: Survey, number: Option<i64>) -> Result<Self> {
        let waves = surveys::waves(db.read(), survey.guild, survey.id).await?;
        let found = match number {
            Some(number) => waves.iter().position(|wave| wave.number == number),
            None => waves.len().checked_sub(1),
        };
        let at = match (found, number) {
            (Some(at), _) => at,
            (None, Some(number)) if !waves.is_empty() => {
                return Err(Problem::NoSuchWave { number, of: waves.len() }.into());
            }
            (None, _) => return Err(Problem::NeverSent(survey.number).into()),
        };
        Self::of(db, survey, waves, at).await
    }

    /// Reads what came of the wave that a button names; nothing, if there is none any more.
    pub async fn of_wave(db: &Db, guild: GuildId, wave: WaveId) -> Result<Option<Self>> {
        let Some(wave) = surveys::wave(db.read(), guild, wave).await? else { return Ok(None) };
        let Some(survey) = surveys::get(db.read(), guild, wave.survey).await? else { return Ok(None) };
        let waves = surveys::waves(db.read(), guild, survey.id).await?;
        let Some(at) = waves.iter().position(|one| one.id == wave.id) else { return Ok(None) };
        Self::of(db, survey, waves, at).await.map(Some)
    }

    async fn of(db: &Db, survey: Survey, waves: Vec<Wave>, at: usize) -> Result<Self> {
        let mut db = db.read().acquire().await?;
        let (mut compared, mut entries) = (Vec::new(), Vec::new());
        for wave in &waves[(at + 1).saturating_sub(COMPARED)..=at] {
            entries =
                if wave.is_sealed() { Vec::new() } else { surveys::entries(&mut db, wave.guild, wave.id).await? };
            compared.push(Compared::of(&survey.questions, wave, &entries));
        }
        if compared.is_empty() {
            return Err(Error::fault("a wave that is none of its survey"));
        }
        let count = surveys::count_entries(&mut *db, survey.guild, waves[at].id).await?;
        Ok(Self { survey, waves, at, entries, count, compared })
    }

    /// The wave this is about.
    pub fn wave(&self) -> &Wave {
        &self.waves[self.at]
    }

    /// What came of the question at a place.
    pub fn figures(&self, place: usize) -> Option<&Figures> {
        self.compared.last().and_then(|wave| wave.figures.get(place))
    }

    /// The same in the wave before, with its number.
    pub fn before(&self, place: usize) -> Option<(i64, &Figures)> {
        let before = self.compared.iter().rev().nth(1)?;
        before.figures.get(place).map(|figures| (before.number, figures))
    }

    /// The number that stands for a question in each wave that has one.
    pub fn trend(&self, place: usize) -> Vec<(i64, Option<f64>)> {
        self.compared.iter().map(|wave| (wave.number, wave.figures.get(place).and_then(Figures::headline))).collect()
    }

    /// What people wrote to the question at a place.
    pub fn words(&self, place: usize) -> Vec<Comment> {
        let question = self.survey.questions.get(place);
        question.map_or_else(Vec::new, |question| figures::words(question.id, self.wave().anonymous, &self.entries))
    }

    /// A comment, if it is still there.
    pub fn comment(&self, place: usize, entry: EntryId) -> Option<Comment> {
        self.words(place).into_iter().find(|comment| comment.entry == entry)
    }

    /// How many sent their answers; nothing, where only that may be told that they are few.
    pub fn count(&self) -> Option<i64> {
        let hidden = self.wave().anonymous && are_few(self.count);
        (!hidden).then_some(self.count)
    }
}

impl Keeping {
    /// What goes beside the comments of these results.
    pub async fn of(app: &App, results: &Results) -> Result<Self> {
        if !offer::is_taken(app, offer::Kind::Feedback) {
            return Ok(Self::default());
        }
        Ok(Self { taken: true, kept: store::kept(app.db.read(), results.survey.guild, results.wave().id).await? })
    }
}

impl Compared {
    fn of(questions: &[Question], wave: &Wave, entries: &[Entry]) -> Self {
        let figures = questions.iter().map(|question| figures::figures(question, wave.anonymous, entries)).collect();
        Self { number: wave.number, figures }
    }
}
