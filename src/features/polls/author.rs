//! What the author of a poll may do now, where a job acts for them: rights are asked for anew.

use crate::app::App;
use crate::discord::access::channels;
use crate::discord::access::channels::CanPost;
use crate::discord::access::people;
use crate::discord::access::people::Person;
use crate::discord::ui::ping::Ping;
use crate::error::{Message, Result};

use super::actions;
use super::{Plan, Poll};

/// What the author of a poll may have done in its channel now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuthorMay {
    /// They are not staff any more, or may not write there.
    Nothing,
    /// Ask, but not call whom they wanted to call.
    Ask,
    /// Ask, and call.
    Call,
}

/// Asks for the rights of the author anew where a poll opens by itself; one that opens as it is published
/// was asked at the press.
///
/// # Errors
/// Told, if Discord did not answer in time: then it is tried again.
pub async fn author_may(app: &App, poll: &Poll) -> Result<AuthorMay> {
    let plan = &poll.plan;
    if plan.starts.is_none() {
        return Ok(AuthorMay::Call);
    }
    let author = people::fetch(app, plan.guild, plan.author).await?;
    if people::may_still(&author, actions::MAKE_POLL).is_err() {
        return Ok(AuthorMay::Nothing);
    }
    match channels::can_member_post(app, plan.guild, author.viewer(), plan.channel).await {
        CanPost::Yes => {}
        CanPost::Unknown => return Err(Message::new("people-unanswered").into()),
        CanPost::Lacks(_) | CanPost::Gone => return Ok(AuthorMay::Nothing),
    }
    Ok(if may_call(app, plan, &author) { AuthorMay::Call } else { AuthorMay::Ask })
}

/// Whether the author of a poll may call now whom they wanted to call, where they did.
///
/// # Errors
/// Told, if Discord did not answer in time: then it is tried again.
pub async fn author_may_call(app: &App, poll: &Poll) -> Result<bool> {
    let plan = &poll.plan;
    if plan.ping.is_none() {
        return Ok(false);
    }
    let author = people::fetch(app, plan.guild, plan.author).await?;
    Ok(people::may_still(&author, actions::MAKE_POLL).is_ok() && may_call(app, plan, &author))
}

fn may_call(app: &App, plan: &Plan, author: &Person) -> bool {
    let ping = plan.ping.map(|role| Ping::kept(plan.guild, role));
    ping.is_none_or(|ping| ping.is_permitted(app, plan.guild, author.viewer(), plan.channel))
}
