//! A warning in the making: begun by a command or a menu, looked at, changed, and confirmed once.

use std::time::Duration;

use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::access::authorize::Presence;
use crate::discord::access::people::Parties;
use crate::discord::interaction::channels;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::outcome;
use crate::discord::interaction::parties;
use crate::discord::ui::view::View;
use crate::error::{Message, Result};
use crate::feature::draft::{Spec, State};
use crate::ids::MemberId;

use super::record::{LadderEffect, NewAction};
use super::rulebook::{ServerRule, citing};
use super::rules::ladder::Step;
use super::rules::points;
use super::rules::warning::{self as rules, Fires, PointsEffect};
use super::settings::settings;
use super::views::preview::Preview;
use super::views::result;
use super::{Case, CaseDetails, CaseId, Draft, Kind, NewCase, PreviewSnapshot, Problem, WarningSpec, Way, store};

/// Whoever acted on a person within this time is named in the preview.
const LATELY: Duration = Duration::from_secs(10 * 60);

impl Spec for WarningSpec {
    const FEATURE: &'static str = "moderation";
    const KIND: &'static str = "warning";
    type Seen = PreviewSnapshot;

    fn gone() -> Message {
        Message::new("draft-gone")
    }

    async fn settled(db: &mut SqliteConnection, draft: &Draft) -> Result<Message> {
        match draft.state {
            State::Published(case) => Ok(result::already(&store::case(db, draft.guild, CaseId(case)).await?)),
            State::Open | State::Cancelled => Ok(cancelled(draft)),
        }
    }

    fn about(&self) -> Option<MemberId> {
        Some(self.member)
    }

    fn without_words(mut self) -> Self {
        self.about.evidence = None;
        self.about.quote = None;
        self
    }
}

/// That nobody was warned.
pub fn cancelled(draft: &Draft) -> Message {
    Message::new("draft-cancelled").with("member", draft.spec.member)
}

/// What there is to know about a person before they are warned.
pub struct Assessment {
    pub weighed: PointsEffect,
    pub record: store::Record,
    /// What was done to them a moment ago, the latest first.
    pub lately: Vec<Case>,
    /// They are not in the server.
    pub absent: bool,
    /// They cannot read the channel in which a line would stand for them.
    pub unseen: bool,
    /// The rules that it can cite.
    pub rules: Vec<ServerRule>,
}

impl Assessment {
    /// What a preview of this shows.
    pub fn seen(&self) -> PreviewSnapshot {
        self.weighed.seen(self.record.last)
    }
}

/// Looks at everything that a warning depends on, as it is at this instant.
pub async fn look(db: &mut SqliteConnection, draft: &Draft, parties: &Parties, now: Timestamp) -> Result<Assessment> {
    let WarningSpec { member, severity, .. } = draft.spec;
    let guild = draft.guild;
    let settings = settings(&mut *db, guild).await?;
    let points = store::points(&mut *db, guild, member).await?;
    let weighed = rules::weigh(&points, severity, &settings.ladder, parties, now);
    let record = store::record(&mut *db, guild, member).await?;
    let lately = store::since(&mut *db, guild, member, now.minus(LATELY)).await?;
    let rules = citing::choices(db, guild).await?;
    let absent = parties.target.standing.presence == Presence::Absent;
    Ok(Assessment { weighed, record, lately, absent, unseen: false, rules })
}

/// The same for the actor, noted in the draft as what its preview shows.
///
/// # Errors
/// Told, if a line was chosen for a channel where the actor may not write; fault, if the database does
/// not answer.
pub async fn looked(
    interaction: &Interaction,
    draft: &mut Draft,
    parties: &Parties,
    now: Timestamp,
) -> Result<Assessment> {
    let unseen = is_unseen(interaction, draft, parties).await?;
    let mut db = interaction.app.db.read().acquire().await?;
    let look = look(&mut db, draft, parties, now).await?;
    draft.seen = look.seen();
    Ok(Assessment { unseen, ..look })
}

/// Whether a line in the channel was chosen that the person could not read.
///
/// # Errors
/// Told, if the actor may not write there.
async fn is_unseen(interaction: &Interaction, draft: &Draft, parties: &Parties) -> Result<bool> {
    if draft.spec.notify != Some(Way::Channel) {
        return Ok(false);
    }
    channels::may_post(interaction, draft.channel).await?;
    Ok(!parties.target.sees(&interaction.app, draft.guild, draft.channel).await)
}

/// Whether the person can be told in the way that was chosen.
///
/// # Errors
/// Told, if they cannot read the channel, or the actor may not write there.
pub async fn reaches(interaction: &Interaction, draft: &Draft, parties: &Parties) -> Result<()> {
    if is_unseen(interaction, draft, parties).await? {
        return Err(Problem::Unseen(draft.spec.member, draft.channel).into());
    }
    Ok(())
}

/// The preview of what was seen.
pub fn preview(interaction: &Interaction, draft: &Draft, look: &Assessment, choosing: bool, changed: bool) -> View {
    let Assessment { weighed, record, lately, absent, unseen, rules } = look;
    let level = parties::actor_standing(interaction).acting_level();
    let (absent, unseen) = (*absent, *unseen);
    let preview = Preview { draft, weighed, record, lately, absent, unseen, rules, choosing, changed, level };
    preview.view(interaction.actor.locale)
}

/// What *Confirm* does; *Warn only* leaves out what the ladder adds.
pub fn deed(draft: &Draft, look: &Assessment, fire: bool, now: Timestamp) -> NewAction {
    let spec = &draft.spec;
    let case = NewCase {
        severity: Some(spec.severity),
        about: spec.about.clone(),
        ..NewCase::plain(draft.guild, Kind::Warn, spec.member, draft.author, &*spec.reason, now)
    };
    let follows = match look.weighed.fires {
        Fires::Act { rung, until } if fire => match rung.step {
            Step::Timeout(_) => LadderEffect::Act { kind: Kind::Timeout, until },
            Step::Kick => LadderEffect::Act { kind: Kind::Kick, until: None },
            Step::Ban => LadderEffect::Act { kind: Kind::Ban, until: None },
            Step::Decide => LadderEffect::Card(rung),
        },
        Fires::Card { rung, .. } if fire => LadderEffect::Card(rung),
        _ => LadderEffect::Nothing,
    };
    // Nobody who has left can be reached.
    let notice = spec.notify.filter(|_| !look.absent);
    NewAction { case, notice, channel: draft.channel, follows }
}

/// What truly happened, for whoever has just recorded a case.
pub async fn outcome(interaction: &Interaction, case: &Case) -> Result<View> {
    let whole = settled(interaction, case).await?;
    let now = interaction.app.clock.now();
    let mut db = interaction.app.db.read().acquire().await?;
    let active = points::active(&store::points(&mut *db, case.guild, case.member).await?, now);
    let log = settings(&mut db, case.guild).await?.log;
    drop(db);
    Ok(result::done(interaction.actor.locale, &whole, active, log))
}

/// A case with all that belongs to it, as far as it is known when the answer has to be given: it waits for
/// what is done to the person and for their notices. The mod log gets one message a second, and nobody
/// waits for its turn.
pub async fn settled(interaction: &Interaction, case: &Case) -> Result<CaseDetails> {
    loop {
        let whole = details(interaction, case).await?;
        // What ends may be followed by more, such as a notice of what was done.
        let open = whole.open_orders();
        if !open.is_empty() && !interaction.time_left().is_zero() {
            outcome::wait_for_orders(interaction, &open).await;
            continue;
        }
        let Some(log) = whole.open_log() else { return Ok(whole) };
        outcome::wait_if_at_hand(interaction, log).await;
        return details(interaction, case).await;
    }
}

async fn details(interaction: &Interaction, case: &Case) -> Result<CaseDetails> {
    let mut db = interaction.app.db.read().acquire().await?;
    let case = store::case(&mut *db, case.guild, case.id).await?;
    store::whole(&mut db, case).await
}
