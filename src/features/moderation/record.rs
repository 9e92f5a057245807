//! How acts are recorded: the one way from a decision to the record and everything that follows.
//!
//! [`record`] writes a [`NewAction`] in one transaction: the case, what the ladder adds to it as a case of
//! its own (with the number of the first as its `cause`) or as a card for managers, the audit, and the
//! orders of the outbox. Commands, buttons and the ladder all come through here. What became of the orders
//! is noted in `orders.rs`; how a case changes afterwards is in `amend.rs`.
//!
//! Whoever is put into a timeout hears of it when it holds, so that what they read is true; whoever is
//! removed hears of it before. The message in the mod log belongs to the first case and is edited
//! whenever something becomes known ([`refresh`]).

use std::time::Duration;

use serde_json::Value;
use sqlx::SqliteConnection;

use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::access::level::Level;
use crate::discord::access::user_locale;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, Order};
use crate::error::Result;
use crate::feature::card;
use crate::feature::card::{Calls, CardKind, Rendered};
use crate::features::moderation::{DecisionId, NoticeId};
use crate::i18n::Locale;
use crate::ids::{ChannelId, GuildId, MemberId, OutboxId};

use super::rules::ban::reason_begins;
use super::rules::ladder::Rung;
use super::rules::points;
use super::rules::timeout;
use super::settings::{ModerationSettings, settings};
use super::views::card::case_card;
use super::views::decision;
use super::views::notice::{self, NoticeParts};
use super::{
    AUTOMOD, Case, CaseDetails, DECISION, DecisionState, Kind, LogState, NewCase, Notice, NoticeState, Says, Way,
    appeals, store,
};

/// As orders name it.
pub const FEATURE: &str = "moderation";
/// The order that lets in again whom a kick has banned for a moment; its row is the case.
pub const LET_IN: &str = "let_in";
/// *Needs a decision*; where it cannot stand the question is in `/case view` alone.
pub const DECISION_CARD: CardKind = CardKind {
    name: DECISION,
    at_most_every: Duration::from_secs(3),
    render: |tx, guild, row, _, now| Box::pin(decision_card(tx, guild, DecisionId(row), now)),
};
/// How long a removal waits for the notice that goes before it.
const NOTICE_FIRST: Duration = Duration::from_secs(60);

/// Something that staff do to a person.
#[derive(Debug, Clone)]
pub struct NewAction {
    pub case: NewCase,
    /// How the person is told, if at all.
    pub notice: Option<Way>,
    /// Where it is done, and where a notice in a channel would stand.
    pub channel: ChannelId,
    pub follows: LadderEffect,
}

/// What the ladder adds to a warning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LadderEffect {
    Nothing,
    /// A case of its own; `until` is the end of a timeout.
    Act {
        kind: Kind,
        until: Option<Timestamp>,
    },
    /// Managers are asked.
    Card(Rung),
}

/// Records a deed with all that follows. What comes back is the case itself.
///
/// # Errors
/// Told or fault, if the database takes nothing; then nothing will happen.
pub async fn record(tx: &mut SqliteConnection, deed: &NewAction, now: Timestamp) -> Result<Case> {
    let settings = settings(&mut *tx, deed.case.guild).await?;
    let first = enter(&mut *tx, &NewCase { term: settings.term, ..deed.case.clone() }, now).await?;
    let acting = match deed.follows {
        LadderEffect::Act { kind, until } => {
            let (severity, about, cause) = (None, super::About::default(), Some(first.number));
            let follows = NewCase { kind, until, severity, about, cause, ..deed.case.clone() };
            Some(enter(&mut *tx, &follows, now).await?)
        }
        LadderEffect::Card(rung) => {
            ask(&mut *tx, &first, rung, now).await?;
            None
        }
        LadderEffect::Nothing => first.kind.acts().then(|| first.clone()),
    };
    let notice = match deed.notice {
        Some(way) => Some(store::insert_notice(&mut *tx, &first, Says::Case, way, deed.channel, now).await?),
        None => None,
    };
    // What a timeout says is true only once it holds; whoever is removed cannot be told any more then.
    let told = match (notice, &acting) {
        (Some(notice), None) => Some(tell(&mut *tx, &settings, notice, None, now).await?),
        (Some(notice), Some(case)) if removes(case) => {
            Some(tell(&mut *tx, &settings, notice, Some(now.plus(NOTICE_FIRST)), now).await?)
        }
        _ => None,
    };
    if let Some(case) = acting {
        act(&mut *tx, &case, told, now).await?;
    }
    // What followed from a warning stands in the message of that.
    if first.cause.is_none() {
        post(&mut *tx, &settings, &first, now).await?;
    }
    Ok(first)
}

/// Writes a case and its line in the audit, and nothing that follows: all there is to a note.
pub async fn enter(tx: &mut SqliteConnection, new: &NewCase, now: Timestamp) -> Result<Case> {
    let case = store::insert(&mut *tx, new).await?;
    let action = match case.kind {
        Kind::Note => "case.note",
        Kind::Warn => "case.warn",
        Kind::Timeout => "case.timeout",
        Kind::Untimeout => "case.untimeout",
        Kind::Kick => "case.kick",
        Kind::Ban => "case.ban",
        Kind::Unban => "case.unban",
    };
    let entry = audit::Entry::new(case.guild, case.actor, action, subject(&case)).to(case.member);
    audit::record(tx, &entry.change("", &*case.reason), now).await?;
    Ok(case)
}

/// Whether it takes a person out of reach.
pub const fn removes(case: &Case) -> bool {
    matches!(case.kind, Kind::Kick | Kind::Ban)
}

/// How the audit calls a case.
pub fn subject(case: &Case) -> String {
    format!("case #{}", case.number)
}

/// Orders what a case does on Discord, not before another order has ended.
pub async fn act(tx: &mut SqliteConnection, case: &Case, after: Option<OutboxId>, now: Timestamp) -> Result<()> {
    let until = case.until.filter(|_| case.kind == Kind::Timeout).map(|until| timeout::part(until, now));
    let Some(effect) = effect(case, until) else { return Ok(()) };
    let mut order = Order::new(case.guild, FEATURE, "act", case.id.get(), effect);
    (order.after, order.expires) = (after, case.until);
    if case.kind == Kind::Unban && after.is_none() {
        // Behind their ban, which stands in another lane where it is one of many.
        let bans = store::bans_open(&mut *tx, case.guild, case.member).await?;
        order.after = bans.iter().filter_map(|ban| ban.act.order).max();
    }
    let id = outbox::insert(&mut *tx, &order, now).await?;
    store::set_act_ordered(&mut *tx, case.id, id, until).await?;
    if case.is_kick_by_ban() { let_in(tx, case, Some(id), now).await } else { Ok(()) }
}

/// Orders that a person is let in again whom a kick has banned to delete their messages, not before another order has
/// ended. What becomes of that is in `kicks.rs`.
pub async fn let_in(tx: &mut SqliteConnection, case: &Case, after: Option<OutboxId>, now: Timestamp) -> Result<()> {
    let (own, reason) = (reason_begins(case.number), reason(case, case.actor));
    let effect = Effect::LiftOwnBan { member: case.member, own, reason };
    let order = Order { after, ..Order::new(case.guild, FEATURE, LET_IN, case.id.get(), effect) };
    let order = outbox::insert(&mut *tx, &order, now).await?;
    store::set_lift_ordered(tx, case.id, order).await
}

/// `until` is the end of a timeout that Discord is told.
fn effect(case: &Case, until: Option<Timestamp>) -> Option<Effect> {
    let (member, reason) = (case.member, reason(case, case.actor));
    match case.kind {
        Kind::Note | Kind::Warn => None,
        Kind::Timeout => Some(Effect::Timeout { member, until, reason }),
        Kind::Untimeout => Some(Effect::Timeout { member, until: None, reason }),
        Kind::Kick if !case.is_kick_by_ban() => Some(Effect::Kick { member, reason }),
        Kind::Kick | Kind::Ban => Some(Effect::Ban { member, delete_message_seconds: case.delete_seconds, reason }),
        Kind::Unban => Some(Effect::Unban { member, reason }),
    }
}

/// What stands in Discord's audit log, where only Steward would be named otherwise. It is always in
/// English, like the log itself.
pub fn reason(case: &Case, by: MemberId) -> String {
    let by = if by == AUTOMOD { "AutoMod".to_owned() } else { by.to_string() };
    format!("Case #{}, by {by}: {}", case.number, case.reason)
}

/// Sends a notice that is kept already; after `expires` it is of no use.
pub async fn tell(
    tx: &mut SqliteConnection,
    settings: &ModerationSettings,
    id: NoticeId,
    expires: Option<Timestamp>,
    now: Timestamp,
) -> Result<OutboxId> {
    let notice = kept(&mut *tx, id).await?;
    let whole = of(&mut *tx, &notice).await?;
    let case = &whole.case;
    let effect = match (notice.says, notice.way) {
        (Says::Case, Way::Dm) => {
            let view = told(&mut *tx, settings, &notice, &whole, now).await?;
            let locale = language(&mut *tx, settings, case.member).await?;
            Effect::Dm { member: case.member, body: view.view(locale).json() }
        }
        (Says::Case, Way::Channel) => {
            let body = notice::in_channel(settings.locale, id, case.member).json();
            Effect::Post { channel: notice.channel, body }
        }
        (Says::Withdrawal, _) => {
            let locale = language(&mut *tx, settings, case.member).await?;
            let body = notice::withdrawal(locale, &notice, &settings.name, &whole).json();
            Effect::Dm { member: case.member, body }
        }
    };
    let order = Order { expires, ..Order::new(case.guild, FEATURE, "notice", id.get(), effect) };
    let order = outbox::insert(&mut *tx, &order, now).await?;
    store::set_notice_ordered(tx, id, order).await?;
    Ok(order)
}

/// What a notice says, as things stand now.
pub async fn told<'w>(
    tx: &mut SqliteConnection,
    settings: &'w ModerationSettings,
    notice: &Notice,
    whole: &'w CaseDetails,
    now: Timestamp,
) -> Result<NoticeParts<'w>> {
    let case = &whole.case;
    let active = points::active(&store::points(&mut *tx, case.guild, case.member).await?, now);
    let card = whole.decision.as_ref().is_some_and(|decision| decision.state == DecisionState::Open);
    let (server, next) = (settings.name.as_str(), settings.ladder.next(active));
    let in_place = store::in_place_of(&mut *tx, whole).await?;
    // What was read before may be older than what was decided since.
    let appeal = appeals::rules::standing(case, &appeals::store::of_case(tx, case.id).await?, now);
    let (notice, followed) = (notice.id, whole.followed.as_slice());
    Ok(NoticeParts { notice, case, followed, in_place, card, server, active, next, appeal, now })
}

/// The language that somebody is written to in.
pub async fn language(tx: &mut SqliteConnection, settings: &ModerationSettings, member: MemberId) -> Result<Locale> {
    Ok(user_locale::locale(tx, member).await?.unwrap_or(settings.locale))
}

pub async fn kept(tx: &mut SqliteConnection, id: NoticeId) -> Result<Notice> {
    store::notice(tx, id).await?.ok_or_else(|| crate::error::Error::fault(format!("there is no notice {id}")))
}

async fn of(tx: &mut SqliteConnection, notice: &Notice) -> Result<CaseDetails> {
    let case = store::case(&mut *tx, notice.guild, notice.case).await?;
    store::whole(tx, case).await
}

/// Puts a case into the mod log, if there is one.
pub async fn post(tx: &mut SqliteConnection, settings: &ModerationSettings, case: &Case, now: Timestamp) -> Result<()> {
    let Some(channel) = settings.log else { return Ok(()) };
    let body = entry(&mut *tx, settings, case, now).await?;
    let order = Order::new(case.guild, FEATURE, "log", case.id.get(), Effect::Post { channel, body });
    let id = outbox::insert(&mut *tx, &order, now).await?;
    store::set_log_ordered(tx, case.id, id).await
}

async fn entry(tx: &mut SqliteConnection, settings: &ModerationSettings, case: &Case, now: Timestamp) -> Result<Value> {
    let case = store::case(&mut *tx, case.guild, case.id).await?;
    let whole = store::whole(tx, case).await?;
    Ok(case_card(settings.locale, &whole, Level::Manager, now).json_for_outbox())
}

/// Writes anew what the mod log says of a case and of what it followed from.
pub async fn refresh(tx: &mut SqliteConnection, case: &Case, now: Timestamp) -> Result<()> {
    let settings = settings(&mut *tx, case.guild).await?;
    let first = store::head(&mut *tx, case.clone()).await?;
    let first = store::case(&mut *tx, first.guild, first.id).await?;
    let Some(of) = first.log.order.filter(|_| first.log.state != LogState::Failed) else { return Ok(()) };
    let body = entry(&mut *tx, &settings, &first, now).await?;
    let order = Order::new(first.guild, FEATURE, "log", first.id.get(), Effect::Edit { of, body });
    outbox::insert(tx, &order, now).await?;
    Ok(())
}

/// Asks managers what follows. Without a mod log the question stands in `/case view` alone.
async fn ask(tx: &mut SqliteConnection, case: &Case, rung: Rung, now: Timestamp) -> Result<()> {
    let id = store::insert_decision(&mut *tx, case, &rung.to_string(), now).await?;
    card::post(tx, &DECISION_CARD, case.guild, id.get(), Calls::Nobody, now).await
}

async fn decision_card(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: DecisionId,
    now: Timestamp,
) -> Result<Option<Rendered>> {
    let Some(asked) = store::decision(&mut *tx, guild, id).await? else { return Ok(None) };
    let settings = settings(&mut *tx, guild).await?;
    let case = store::case(&mut *tx, guild, asked.case).await?;
    let active = points::active(&store::points(tx, guild, case.member).await?, now);
    let view = decision::decision_card(settings.locale, &asked, &case, active);
    Ok(Some(Rendered { channel: settings.log, title: None, view, expires: None }))
}

/// Notes that a question is settled, and edits its card; false if somebody was faster.
pub async fn settle(
    tx: &mut SqliteConnection,
    asked: &super::Decision,
    state: DecisionState,
    by: MemberId,
    number: Option<i64>,
    now: Timestamp,
) -> Result<bool> {
    if !store::end_decision(&mut *tx, asked.id, state, by, number, now).await? {
        return Ok(false);
    }
    let case = store::case(&mut *tx, asked.guild, asked.case).await?;
    let entry = audit::Entry::new(case.guild, by, "case.decide", subject(&case)).to(case.member);
    let outcome = number.map_or_else(|| state.as_str().to_owned(), |number| format!("case #{number}"));
    audit::record(&mut *tx, &entry.change(asked.rung.to_string(), outcome), now).await?;
    card::edit(&mut *tx, &DECISION_CARD, asked.guild, asked.id.get(), now).await?;
    refresh(tx, &case, now).await?;
    Ok(true)
}

/// Changes what the person was told, where it was said in a direct message. They are not notified anew.
pub async fn tell_anew(tx: &mut SqliteConnection, case: &Case, now: Timestamp) -> Result<()> {
    let case = store::case(&mut *tx, case.guild, case.id).await?;
    let first = store::head(&mut *tx, case).await?;
    let settings = settings(&mut *tx, first.guild).await?;
    let whole = store::whole(&mut *tx, first).await?;
    if whole.case.voided.is_some() {
        return Ok(());
    }
    // A removal waits for the very message that goes before it.
    let removal = std::iter::once(&whole.case).chain(&whole.followed).any(removes);
    let told_before = |notice: &&Notice| notice.says == Says::Case && notice.way == Way::Dm;
    for notice in whole.notices.iter().filter(told_before) {
        let Some(of) = notice.order else { continue };
        match notice.state {
            NoticeState::Waiting if !removal && outbox::withdraw(&mut *tx, of, now).await? => {
                tell(&mut *tx, &settings, notice.id, None, now).await?;
            }
            NoticeState::Waiting | NoticeState::OrderEnded | NoticeState::Read | NoticeState::Unknown => {
                let view = told(&mut *tx, &settings, notice, &whole, now).await?;
                let locale = language(&mut *tx, &settings, whole.case.member).await?;
                let effect = Effect::Edit { of, body: view.view(locale).json() };
                let order = Order::new(notice.guild, FEATURE, "told", notice.id.get(), effect);
                outbox::insert(&mut *tx, &order, now).await?;
            }
            NoticeState::Closed | NoticeState::Failed | NoticeState::Withdrawn => {}
        }
    }
    Ok(())
}

/// Sends again what may have been lost; false if that was settled before.
pub async fn send_again(tx: &mut SqliteConnection, notice: &Notice, by: MemberId, now: Timestamp) -> Result<bool> {
    if !store::set_notice(&mut *tx, notice.id, NoticeState::Unknown, NoticeState::Waiting, None).await? {
        return Ok(false);
    }
    let settings = settings(&mut *tx, notice.guild).await?;
    tell(&mut *tx, &settings, notice.id, None, now).await?;
    seen_to(tx, notice, by, "sent again", now).await?;
    Ok(true)
}

/// Somebody knows that it reached the person; false if that was settled before.
pub async fn arrived(tx: &mut SqliteConnection, notice: &Notice, by: MemberId, now: Timestamp) -> Result<bool> {
    if !store::set_notice(&mut *tx, notice.id, NoticeState::Unknown, NoticeState::OrderEnded, None).await? {
        return Ok(false);
    }
    seen_to(tx, notice, by, "arrived", now).await?;
    Ok(true)
}

/// Writes down what staff did about a notice, where the team reads it.
async fn seen_to(tx: &mut SqliteConnection, notice: &Notice, by: MemberId, what: &str, now: Timestamp) -> Result<()> {
    let case = store::case(&mut *tx, notice.guild, notice.case).await?;
    let entry = audit::Entry::new(case.guild, by, "case.notice", subject(&case)).to(case.member);
    audit::record(&mut *tx, &entry.change(notice.state.as_str(), what), now).await?;
    refresh(tx, &case, now).await
}

/// Tries the channel where a notice did not get through; false if somebody did before.
pub async fn tell_in_channel(tx: &mut SqliteConnection, notice: &Notice, by: MemberId, now: Timestamp) -> Result<bool> {
    let whole = of(&mut *tx, notice).await?;
    if whole.unheard().is_none_or(|unheard| unheard.id != notice.id) {
        return Ok(false);
    }
    let settings = settings(&mut *tx, notice.guild).await?;
    let id = store::insert_notice(&mut *tx, &whole.case, Says::Case, Way::Channel, notice.channel, now).await?;
    tell(&mut *tx, &settings, id, None, now).await?;
    seen_to(tx, notice, by, "channel", now).await?;
    Ok(true)
}
