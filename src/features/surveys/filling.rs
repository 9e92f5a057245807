//! Filling in: page by page, kept at each press, changed until it is sent and never after.
//!
//! Whether somebody may go on is asked at every press, of what holds then: the wave, their roles, and
//! whether they have sent their answers from somewhere else. In an anonymous wave nobody stands by their
//! name, not even while they fill it in: only what the wave's key makes of them, and without the time.

use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::interaction::channels;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::parties;
use crate::error::Result;
use crate::feature::PersonChange;
use crate::feature::identity::Identity;
use crate::features::surveys::WaveId;
use crate::features::surveys::actions;
use crate::ids::{GuildId, MemberId};

use super::sending::secret;
use super::{Problem, Progress, Survey, Target, Wave, reading, rules, store};

/// Somebody who fills in a survey.
#[derive(Debug, Clone)]
pub struct Filling {
    pub survey: Survey,
    pub sheet: Target,
    pub who: Identity,
}

/// Whether the actor may go on, and with what.
///
/// # Errors
/// Told, why not.
pub async fn open(interaction: &Interaction, sheet: Target, now: Timestamp) -> Result<Filling> {
    let (db, guild, member) = (interaction.app.db.read(), interaction.actor.guild, interaction.actor.member);
    match sheet {
        Target::Trial(id) => {
            parties::require(interaction, actions::SET_SURVEYS)?;
            let survey = store::get(db, guild, id).await?.ok_or(Problem::NoDraft)?;
            if !reading::may_read(interaction, &survey).await? {
                return Err(Problem::NoDraft.into());
            }
            Ok(Filling { survey, sheet, who: Identity::Named(member) })
        }
        Target::Wave(id) => {
            let wave = store::wave(db, guild, id).await?.ok_or(Problem::Gone)?;
            if wave.anonymous {
                // Before anything else: not even in which language somebody answers may be kept.
                interaction.leave_no_trace();
            }
            if !channels::may_read(interaction, wave.channel).await {
                return Err(Problem::Gone.into());
            }
            let survey = store::get(db, guild, wave.survey).await?.ok_or(Problem::Gone)?;
            rules::may_answer(&survey, &wave, interaction.actor.roles(), now)?;
            let who = who(&interaction.app, &wave, member)?.ok_or(Problem::NoKey)?;
            if store::has_sent(db, guild, id, &who).await? {
                return Err(Problem::SentBefore.into());
            }
            Ok(Filling { survey, sheet, who })
        }
    }
}

/// How somebody stands in a wave; nobody does in an anonymous one whose key is gone.
fn who(app: &App, wave: &Wave, member: MemberId) -> Result<Option<Identity>> {
    if !wave.anonymous {
        return Ok(Some(Identity::Named(member)));
    }
    secret(wave.id).identity(app, member)
}

impl Filling {
    /// What they have filled in so far.
    pub async fn progress(&self, app: &App) -> Result<Progress> {
        let kept = store::progress(app.db.read(), self.survey.guild, self.sheet, &self.who).await?;
        let mut progress = kept.unwrap_or_default();
        progress.page = rules::page(&self.survey, &progress, progress.page);
        Ok(progress)
    }

    /// Changes it, if the wave still takes answers.
    ///
    /// # Errors
    /// Told, if it does not, or the database takes nothing.
    pub async fn change(
        &self,
        app: &App,
        now: Timestamp,
        change: impl FnOnce(&mut Progress) -> Result<()> + Send + 'static,
    ) -> Result<Progress> {
        let filling = self.clone();
        app.db
            .write(async move |tx| {
                let Self { survey, sheet, who } = &filling;
                filling.still_open(tx, now).await?;
                let mut progress = store::progress(&mut *tx, survey.guild, *sheet, who).await?.unwrap_or_default();
                change(&mut progress)?;
                progress.page = rules::page(survey, &progress, progress.page);
                store::set_progress(tx, survey, *sheet, who, &progress, now).await?;
                Ok(progress)
            })
            .await
    }

    /// Sends it, once and for all; what was only tried out goes. If a question that has to be answered is
    /// not, nothing is sent, and where that is comes back.
    ///
    /// # Errors
    /// Told, if the wave does not take answers any more, or nothing was answered.
    pub async fn send(&self, app: &App, now: Timestamp) -> Result<Sent> {
        let filling = self.clone();
        app.db
            .write(async move |tx| {
                let Self { survey, sheet, who } = &filling;
                let wave = filling.still_open(tx, now).await?;
                let mut progress = store::progress(&mut *tx, survey.guild, *sheet, who).await?.unwrap_or_default();
                if let Some(missing) = rules::missing(survey, &progress) {
                    progress.page = missing;
                    return Ok(Sent::Missing(progress));
                }
                let answers = rules::answers(survey, &progress);
                if let Some(wave) = &wave {
                    if answers.is_empty() {
                        return Err(Problem::NothingAnswered.into());
                    }
                    store::insert_entry(&mut *tx, wave, who, &answers, now).await?;
                }
                store::delete_progress(tx, survey.guild, *sheet, who).await?;
                Ok(Sent::Yes { anonymous: wave.is_some_and(|wave| wave.anonymous) })
            })
            .await
    }

    /// The wave, as long as it takes answers of this person; none where it is only tried out.
    async fn still_open(&self, tx: &mut SqliteConnection, now: Timestamp) -> Result<Option<Wave>> {
        let Target::Wave(id) = self.sheet else { return Ok(None) };
        let wave = store::wave(&mut *tx, self.survey.guild, id).await?.ok_or(Problem::Gone)?;
        rules::is_open(&wave, now)?;
        if store::has_sent(tx, self.survey.guild, id, &self.who).await? {
            return Err(Problem::SentBefore.into());
        }
        Ok(Some(wave))
    }

    /// Begins anew to try a survey out.
    pub async fn forget(&self, app: &App) -> Result<()> {
        let Self { survey, sheet, who } = self.clone();
        app.db.write(async move |tx| store::delete_progress(tx, survey.guild, sheet, &who).await).await
    }
}

/// What came of sending.
#[derive(Debug, Clone, PartialEq)]
pub enum Sent {
    Yes {
        anonymous: bool,
    },
    /// Not sent: the page is that of a question that has to be answered.
    Missing(Progress),
}

/// Somebody is forgotten: as long as an anonymous wave is open, its key says which answers are theirs.
/// Where the server is gone with everyone in it, nobody needs the keys of its waves any more.
pub async fn person(app: &App, guild: GuildId, turn: PersonChange) -> Result<()> {
    let open = match turn {
        PersonChange::Decided(_) => return Ok(()),
        PersonChange::Forgotten(_) | PersonChange::Gone => store::open_waves(app.db.read(), guild).await?,
    };
    let mut theirs: Vec<(WaveId, Identity)> = Vec::new();
    for wave in open.iter().filter(|wave| wave.anonymous) {
        match turn {
            PersonChange::Forgotten(member) => theirs.extend(who(app, wave, member)?.map(|who| (wave.id, who))),
            PersonChange::Gone | PersonChange::Decided(_) => {
                secret(wave.id).destroy(app)?;
            }
        }
    }
    if theirs.is_empty() {
        return Ok(());
    }
    app.db
        .write(async move |tx| {
            for (wave, who) in &theirs {
                store::delete_progress(&mut *tx, guild, Target::Wave(*wave), who).await?;
                store::delete_entry(&mut *tx, guild, *wave, who).await?;
            }
            Ok(())
        })
        .await
}
