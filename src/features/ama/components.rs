//! What is pressed, chosen and filled in. A custom_id says which session or question it is about; the row is loaded and
//! the person asked for their right anew at every press.

mod draft;
mod feed;
mod own;
mod panel;
mod prompt;
mod review;

use sqlx::SqliteConnection;

use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::interaction::channels;
use crate::discord::interaction::context::{ComponentEvent, Interaction};
use crate::discord::interaction::failure::outdated;
use crate::discord::interaction::parties;
use crate::error::Result;
use crate::feature::route::{Route, typed};

use super::actions::{REVIEW_AMA, RUN_AMA};
use super::commands::block::list as blocked_list;
use super::commands::page;
use super::store::{blocks, questions, sessions};
use super::{Problem, Question, QuestionId, Session, SessionId, views};

/// The routes of the feature.
pub const ROUTES: &[Route] = &[
    Route::component("publish", |press| Box::pin(draft::publish(press))).requires(RUN_AMA),
    Route::component("cancel", |press| Box::pin(draft::cancel(press))).requires(RUN_AMA),
    Route::component("ask", |press| Box::pin(prompt::ask(press))),
    Route::modal("asked", |form| typed(form, prompt::asked)),
    Route::component("top", |press| Box::pin(prompt::show_top(press))),
    Route::component("vote", |press| Box::pin(prompt::vote(press))),
    Route::component("mine", |press| Box::pin(own::show(press))),
    Route::component("own", |press| Box::pin(own::choose(press))),
    Route::component("withdraw", |press| Box::pin(own::withdraw(press))),
    Route::component("edit", |press| Box::pin(own::edit(press))),
    Route::modal("edited", |form| typed(form, own::edited)),
    Route::component("instead", |press| Box::pin(own::upvote_instead(press))),
    Route::component("submit", |press| Box::pin(own::submit(press))),
    Route::component("review", |press| Box::pin(review::next(press))),
    Route::component("approve", |press| Box::pin(review::approve(press))),
    Route::component("reject", |press| Box::pin(review::reject(press))),
    Route::modal("rejected", |form| typed(form, review::rejected)),
    Route::component("merge", |press| Box::pin(review::merge(press))),
    Route::component("into", |press| Box::pin(review::merge_into(press))),
    Route::component("restore", |press| Box::pin(review::restore(press))),
    Route::component("tag", |press| Box::pin(review::tag(press))),
    Route::modal("tagged", |form| typed(form, review::tagged)),
    Route::component("block", |press| Box::pin(review::block(press))),
    Route::component("unblock", |press| Box::pin(review::unblock(press))),
    Route::component("lift", |press| Box::pin(lift(press))).requires(REVIEW_AMA),
    Route::component("panel", |press| Box::pin(panel::show(press))),
    Route::component("next", |press| Box::pin(panel::next(press))),
    Route::component("pick", |press| Box::pin(panel::pick(press))),
    Route::component("now", |press| Box::pin(panel::now_answering(press))),
    Route::component("answer", |press| Box::pin(panel::answer(press))),
    Route::modal("answered", |form| typed(form, panel::answered)),
    Route::component("live", |press| Box::pin(panel::answered_live(press))),
    Route::component("change", |press| Box::pin(panel::change(press))),
    Route::modal("changed", |form| typed(form, panel::changed)),
    Route::component("filter", |press| Box::pin(panel::filter(press))),
    Route::component("prepare", |press| Box::pin(panel::prepare(press))),
    Route::modal("prepared", |form| typed(form, panel::prepared_answer)),
    Route::component("ready", |press| Box::pin(panel::post_prepared(press))),
    Route::component("recording", |press| Box::pin(panel::recording(press))),
    Route::modal("recorded", |form| typed(form, panel::recorded)),
    Route::component("feed", |press| Box::pin(feed::choose(press))),
    Route::component("fed", |press| Box::pin(feed::send(press))),
    Route::component("list", |press| Box::pin(turn_list(press))).requires(RUN_AMA),
];

/// A page of `/ama list`; the row is the page.
async fn turn_list(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    interaction.update_message(&page(&interaction, id.row).await?).await
}

/// A block was chosen in the list of `/ama block`: it is lifted.
async fn lift(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, values } = press;
    let session = find_session(&interaction, SessionId(id.row)).await?;
    let blocked = values.first().and_then(|value| views::blocks::chosen(value)).ok_or_else(outdated)?;
    let (guild, by, number, now) =
        (interaction.actor.guild, interaction.actor.member, session.number, interaction.app.clock.now());
    let row = session.id;

    let lifted = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        blocks::delete(&mut *tx, guild, row, blocked).await?;
        let entry = Entry::new(guild, by, "ama.unblock", format!("AMA #{number}"));
        let entry = blocked.member().into_iter().fold(entry, Entry::to);
        audit::record(tx, &entry, now).await
    });
    lifted.await?;

    interaction.update_message(&blocked_list(&interaction, &session).await?).await
}

/// The session of a button, for whoever sees its channel.
async fn find_session(interaction: &Interaction, id: SessionId) -> Result<Session> {
    let mut db = interaction.app.db.read().acquire().await?;
    let session = sessions::get(&mut db, interaction.actor.guild, id).await?.ok_or_else(outdated)?;
    drop(db);
    if channels::may_read(interaction, session.plan.channel).await { Ok(session) } else { Err(outdated().into()) }
}

/// The question of a button, with its session, for whoever sees the channel of that.
async fn find_question(interaction: &Interaction, id: QuestionId) -> Result<(Session, Question)> {
    let question = questions::get(interaction.app.db.read(), interaction.actor.guild, id).await?;
    let question = question.ok_or_else(outdated)?;
    Ok((find_session(interaction, question.session).await?, question))
}

/// Only hosts of the session go on.
fn require_host(interaction: &Interaction, session: &Session) -> Result<()> {
    if session.is_host(interaction.actor.member) { Ok(()) } else { Err(Problem::NotHost.into()) }
}

/// Only its hosts and moderators go on.
fn require_reviewer(interaction: &Interaction, session: &Session) -> Result<()> {
    if session.is_host(interaction.actor.member) { Ok(()) } else { parties::require(interaction, REVIEW_AMA) }
}

/// Whether the actor may learn who asked a hidden question: moderators may, hosts who are none may not.
fn is_moderator(interaction: &Interaction) -> bool {
    parties::require(interaction, REVIEW_AMA).is_ok()
}
