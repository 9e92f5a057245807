//! `/ask`: the same as *Ask* on the prompt, from anywhere in the server.

use super::{live_sessions, resolve_session};
use crate::discord::access::level::Level;
use crate::discord::interaction::context::Interaction;
use crate::error::Result;
use crate::feature::Context;
use crate::features::ama::{Anonymity, Problem, Session, State, asking};

/// Ask a question in an AMA
#[poise::command(slash_command, custom_data = "Level::Everyone")]
pub async fn ask(
    ctx: Context<'_>,
    #[description = "Your question"]
    #[max_length = 1000]
    text: String,
    #[description = "Which AMA, by its number or title [the one that takes questions]"]
    #[autocomplete = "live_sessions"]
    #[max_length = 100]
    session: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let session = find(&interaction, session.as_deref()).await?;

    asking::ask_and_tell(&interaction, &session, Anonymity::Named, &text, None).await
}

async fn find(interaction: &Interaction, typed: Option<&str>) -> Result<Session> {
    let session = resolve_session(interaction, typed).await?;
    let is_closed = session.state == State::Closed;
    if is_closed { Err(Problem::NotTaking(typed.unwrap_or_default().to_owned()).into()) } else { Ok(session) }
}
