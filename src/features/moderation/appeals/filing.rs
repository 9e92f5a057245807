//! How an appeal is made, from a notice or from `/mycases`, and how questions about it are answered: what the person does.
//! Both work in direct messages, where a button says which server it is about; it carries no trust, so the case has to be
//! theirs.

use sqlx::SqliteConnection;

use super::cards::{CARD, channels, place};
use super::{Appeal, AppealQuestion, AppealQuestionId, AppealState, Filed, NAME, Problem, jobs, rules, store, views};
use crate::clock::Timestamp;
use crate::discord::outbox;
use crate::discord::outbox::{Effect, Order};
use crate::error::Result;
use crate::feature::card;
use crate::feature::card::Calls;
use crate::features::moderation::{Case, CaseId, record, store as cases};
use crate::features::setup;
use crate::ids::{GuildId, MemberId};

/// The order that tells whoever asked of an answer.
const ANSWERED: &str = "answered";

/// A case of this person, and how it was appealed before.
///
/// # Errors
/// Told, if it isn't kept anymore, or is somebody else's.
pub async fn own_case(
    db: &mut SqliteConnection,
    guild: GuildId,
    id: CaseId,
    member: MemberId,
) -> Result<(Case, Vec<Appeal>)> {
    let case = cases::case_of(&mut *db, guild, id).await?.filter(|case| case.member == member);
    let case = case.ok_or(Problem::NoCase)?;
    let earlier = store::of_case(db, case.id).await?;
    Ok((case, earlier))
}

/// The cases of a person that they can appeal now, the latest first.
pub async fn appealable(
    db: &mut SqliteConnection,
    guild: GuildId,
    member: MemberId,
    now: Timestamp,
) -> Result<Vec<Case>> {
    let appeals = store::of_member(&mut *db, guild, member).await?;
    let all = cases::standing(db, guild, member).await?;
    let may = |case: &Case| {
        let earlier: Vec<Appeal> = appeals.iter().filter(|appeal| appeal.case == case.id).cloned().collect();
        rules::may_appeal(case, &earlier, now).is_ok()
    };
    Ok(all.into_iter().filter(may).collect())
}

/// Keeps an appeal, and shows it to the staff.
///
/// # Errors
/// Told, if the case can't be appealed now.
pub async fn file(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: CaseId,
    member: MemberId,
    text: &str,
    now: Timestamp,
) -> Result<Filed> {
    let (case, earlier) = own_case(&mut *tx, guild, id, member).await?;
    rules::may_appeal(&case, &earlier, now)?;
    let appeal = store::insert(&mut *tx, &case, text, now).await?;
    card::post(&mut *tx, &CARD, guild, appeal.get(), Calls::Nobody, now).await?;
    jobs::schedule_reminder(&mut *tx, guild, appeal, now, now).await?;
    record::refresh(&mut *tx, &case, now).await?;
    let has_channel = channels(&setup::server(tx, guild).await?).0.is_some();
    Ok(Filed { case_number: case.number, has_channel })
}

/// A question to this person that waits for their answer.
///
/// # Errors
/// Told, if it was answered, the appeal decided, or it is for somebody else.
pub async fn own_question(
    db: &mut SqliteConnection,
    guild: GuildId,
    id: AppealQuestionId,
    member: MemberId,
) -> Result<(AppealQuestion, Appeal)> {
    let question = store::question(&mut *db, guild, id).await?.ok_or(Problem::NoQuestionOpen)?;
    let appeal = store::get(db, guild, question.appeal).await?.filter(|appeal| appeal.member == member);
    let appeal = appeal.ok_or(Problem::NoQuestionOpen)?;
    if question.answer.is_some() || appeal.state != AppealState::Open {
        return Err(Problem::NoQuestionOpen.into());
    }
    Ok((question, appeal))
}

/// Keeps an answer, and tells whoever asked.
///
/// # Errors
/// Told, if it was answered, the appeal decided, or it is for somebody else.
pub async fn answer(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: AppealQuestionId,
    member: MemberId,
    text: &str,
    now: Timestamp,
) -> Result<()> {
    let (question, appeal) = own_question(&mut *tx, guild, id, member).await?;
    store::set_answer(&mut *tx, question.id, text, now).await?;
    card::edit(&mut *tx, &CARD, guild, appeal.id.get(), now).await?;
    let server = setup::server(&mut *tx, guild).await?;
    let card = place(&mut *tx, guild, appeal.id).await?;
    let Some(channel) = card.map(|(channel, _)| channel).or(channels(&server).0) else { return Ok(()) };
    let body = views::answered(server.locale, &appeal, question.by, card).json();
    let order = Order::new(guild, NAME, ANSWERED, appeal.id.get(), Effect::Post { channel, body });
    outbox::insert(tx, &order, now).await.map(drop)
}
