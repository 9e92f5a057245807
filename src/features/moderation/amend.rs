//! How a case that is on record changes: it is voided with all that followed, edited, or linked to another;
//! and whoever was told hears of it.

use sqlx::SqliteConnection;

use crate::app::App;
use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, Order};
use crate::error::Result;
use crate::ids::MemberId;
use crate::text::zone::iso_utc;

use super::appeals::AppealState;
use super::record::{FEATURE, language, refresh, settle, subject, tell, tell_anew};
use super::rules;
use super::rules::edit::Change;
use super::settings::settings;
use super::views::notice;
use super::{
    ActState, Case, CaseDetails, DecisionState, Kind, Notice, NoticeState, Says, Voided, Way, appeals, bans, reports,
    store, timeouts,
};

/// What to do with what a voided case did on Discord.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lift {
    /// It stays.
    No,
    /// It is taken back, if it is still as Steward left it: this is what Discord says of the person now.
    Yes(Live),
}

/// What Discord says of a person before an act is taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Live {
    timeout: rules::timeout::Live,
    ban: rules::ban::Live,
}

/// What Discord says now of the person whose timeout or ban would be taken back with a case.
///
/// # Errors
/// Told, if it did not answer in time.
pub async fn live(app: &App, whole: &CaseDetails) -> Result<Live> {
    let (timeout, ban) = tokio::try_join!(timeouts::live(app, whole), bans::live(app, whole))?;
    Ok(Live { timeout, ban })
}

/// Whether a message says that a case was taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    Sent,
    NotSent,
}

/// Takes a case back with all that followed from it: it counts no more, what is still ours is lifted, and what whoever
/// was told reads is changed. `word`: whether a message says so besides. False if somebody did before.
///
/// # Errors
/// Told or fault, if the database takes nothing; then nothing has changed.
pub async fn void(
    tx: &mut SqliteConnection,
    whole: &CaseDetails,
    voided: &Voided,
    lift: Lift,
    word: Word,
    now: Timestamp,
) -> Result<bool> {
    let first = &whole.case;
    if !store::set_voided(&mut *tx, first.id, voided).await? {
        return Ok(false);
    }
    for case in std::iter::once(first).chain(&whole.followed) {
        store::set_voided(&mut *tx, case.id, voided).await?;
        let entry = audit::Entry::new(case.guild, voided.by, "case.void", subject(case)).to(case.member);
        audit::record(&mut *tx, &entry.change("", &*voided.reason), now).await?;
        take_back(&mut *tx, case, voided.by, lift, now).await?;
        appeals::ending::case_voided(&mut *tx, case, voided.by, now).await?;
    }
    if let Some(asked) = &whole.decision {
        settle(&mut *tx, asked, DecisionState::Withdrawn, voided.by, None, now).await?;
    }
    for notice in whole.notices.iter().filter(|notice| notice.says == Says::Case) {
        withdraw(&mut *tx, notice, word, now).await?;
    }
    if word == Word::Sent && !whole.notices.iter().any(|notice| notice.says == Says::Case) {
        withdraw_part(&mut *tx, first, now).await?;
    }
    // An approved appeal decides on what was reported, too.
    if !whole.appeals.iter().any(|appeal| appeal.state == AppealState::Approved) {
        reports::settling::case_voided(&mut *tx, first, voided.by, now).await?;
    }
    refresh(tx, first, now).await?;
    Ok(true)
}

/// Tells whoever was told of a case together with the one it followed from that this part of it is taken back.
async fn withdraw_part(tx: &mut SqliteConnection, part: &Case, now: Timestamp) -> Result<()> {
    let first = store::head(&mut *tx, part.clone()).await?;
    let notices = store::notices(&mut *tx, first.id).await?;
    let told = notices.iter().find(|notice| match notice.way {
        Way::Dm => matches!(notice.state, NoticeState::OrderEnded | NoticeState::Read | NoticeState::Unknown),
        Way::Channel => notice.state == NoticeState::Read,
    });
    let Some(told) = told.filter(|told| told.says == Says::Case && first.id != part.id) else { return Ok(()) };
    let settings = settings(&mut *tx, part.guild).await?;
    let id = store::insert_notice(&mut *tx, part, Says::Withdrawal, Way::Dm, told.channel, now).await?;
    tell(tx, &settings, id, None, now).await.map(drop)
}

/// Changes what a case says, what follows from that on Discord, and what the person was told of it.
///
/// # Errors
/// Told or fault, if the database takes nothing; then nothing has changed.
pub async fn edit(tx: &mut SqliteConnection, case: &Case, change: &Change, by: MemberId, now: Timestamp) -> Result<()> {
    let entry = |before: String, after: String| {
        audit::Entry::new(case.guild, by, "case.edit", subject(case)).to(case.member).change(before, after)
    };
    if let Some(reason) = &change.reason {
        store::set_reason(&mut *tx, case, reason, by, now).await?;
        audit::record(&mut *tx, &entry(case.reason.clone(), reason.clone()), now).await?;
    }
    if let Some(until) = change.until {
        store::set_until(&mut *tx, case, until, by, now).await?;
        let before = case.until.map(iso_utc).unwrap_or_default();
        audit::record(&mut *tx, &entry(before, iso_utc(until)), now).await?;
    }
    let case = store::case(&mut *tx, case.guild, case.id).await?;
    match case.kind {
        Kind::Ban if change.until.is_some() => bans::moved(&mut *tx, &case, now).await?,
        _ if change.until.is_some() => timeouts::moved(&mut *tx, &case, by, now).await?,
        _ => {}
    }
    if change.reason.is_some() {
        tell_anew(&mut *tx, &case, now).await?;
    }
    refresh(tx, &case, now).await
}

/// Notes that two cases belong together; false if that is known already.
pub async fn link(tx: &mut SqliteConnection, one: &Case, other: &Case, by: MemberId, now: Timestamp) -> Result<bool> {
    if !store::insert_link(&mut *tx, one, other, by, now).await? {
        return Ok(false);
    }
    let entry = audit::Entry::new(one.guild, by, "case.link", subject(one)).to(one.member);
    audit::record(&mut *tx, &entry.change("", subject(other)), now).await?;
    refresh(&mut *tx, one, now).await?;
    refresh(tx, other, now).await?;
    Ok(true)
}

/// Takes back what a case does on Discord.
async fn take_back(tx: &mut SqliteConnection, case: &Case, by: MemberId, lift: Lift, now: Timestamp) -> Result<()> {
    let Lift::Yes(live) = lift else { return Ok(()) };
    if !case.act.is_open() || !matches!(case.kind, Kind::Timeout | Kind::Ban) {
        return Ok(());
    }
    if case.act.state == ActState::Waiting
        && let Some(order) = case.act.order
        // Of one that bans many the others are still to be banned.
        && !store::shares_order(&mut *tx, case.guild, order).await?
        && outbox::withdraw(&mut *tx, order, now).await?
    {
        return store::set_act(tx, case.id, ActState::Lifted, None, Some(now)).await;
    }
    // Behind the act itself, where that is still on its way: what is done to one person is done in order.
    if case.kind == Kind::Timeout {
        return timeouts::take_back(tx, case, by, live.timeout, now).await;
    }
    bans::take_back(tx, case, by, live.ban, now).await
}

/// Takes a notice back, or tells whoever has it already that it no longer holds.
async fn withdraw(tx: &mut SqliteConnection, notice: &Notice, word: Word, now: Timestamp) -> Result<()> {
    let unsent = match (notice.state, notice.order) {
        (NoticeState::Waiting, Some(order)) => outbox::withdraw(&mut *tx, order, now).await?,
        (NoticeState::Waiting, None) => true,
        (NoticeState::OrderEnded | NoticeState::Read | NoticeState::Unknown, _) => {
            change_withdrawn(&mut *tx, notice, now).await?;
            return if word == Word::Sent { send_withdrawal(tx, notice, now).await } else { Ok(()) };
        }
        (NoticeState::Closed | NoticeState::Failed | NoticeState::Withdrawn, _) => return Ok(()),
    };
    // What is being sent at this moment is answered for when its outcome is known.
    if unsent {
        store::set_notice(tx, notice.id, NoticeState::Waiting, NoticeState::Withdrawn, None).await?;
    }
    Ok(())
}

/// Changes what the person was told, and says so.
pub async fn tell_withdrawn(tx: &mut SqliteConnection, notice: &Notice, now: Timestamp) -> Result<()> {
    change_withdrawn(&mut *tx, notice, now).await?;
    send_withdrawal(tx, notice, now).await
}

/// Changes what the person was told.
async fn change_withdrawn(tx: &mut SqliteConnection, notice: &Notice, now: Timestamp) -> Result<()> {
    let Some(of) = notice.order else { return Ok(()) };
    let settings = settings(&mut *tx, notice.guild).await?;
    let case = store::case(&mut *tx, notice.guild, notice.case).await?;
    let view = match notice.way {
        Way::Dm => {
            let locale = language(&mut *tx, &settings, case.member).await?;
            let whole = store::whole(&mut *tx, case).await?;
            notice::withdrawn(locale, notice.id, &settings.name, &whole)
        }
        Way::Channel => notice::in_channel_withdrawn(settings.locale, case.member),
    };
    let effect = Effect::Edit { of, body: view.json() };
    let order = Order::new(notice.guild, FEATURE, "withdrawn", notice.id.get(), effect);
    outbox::insert(tx, &order, now).await.map(drop)
}

/// Says that it was taken back.
async fn send_withdrawal(tx: &mut SqliteConnection, notice: &Notice, now: Timestamp) -> Result<()> {
    // A line in a channel that nobody has opened has told nothing.
    if notice.way == Way::Channel && notice.state != NoticeState::Read {
        return Ok(());
    }
    let settings = settings(&mut *tx, notice.guild).await?;
    let case = store::case(&mut *tx, notice.guild, notice.case).await?;
    let id = store::insert_notice(&mut *tx, &case, Says::Withdrawal, Way::Dm, notice.channel, now).await?;
    tell(tx, &settings, id, None, now).await.map(drop)
}
