//! `/ama block`: who can't ask in a session, and by name one more. Whoever sent a certain question is blocked with *Block
//! asker* in review, and the list says no more of them than that.

use poise::serenity_prelude::User;
use sqlx::SqliteConnection;

use super::{all_sessions, resolve_session};
use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::access::level::Level;
use crate::discord::access::people;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::parties;
use crate::discord::ui::view::View;
use crate::error::{Error, Result};
use crate::feature::Context;
use crate::feature::identity::Identity;
use crate::features::ama::rules::asking::takes_questions;
use crate::features::ama::store::{blocks, sessions};
use crate::features::ama::views::blocks as views;
use crate::features::ama::{Blocked, Problem, Session, actions};
use crate::ids::MemberId;
use crate::text::limits;

/// Keep someone from asking in an AMA, or see who can't ask
#[poise::command(slash_command, custom_data = "Level::Moderator")]
pub async fn block(
    ctx: Context<'_>,
    #[description = "Who can't ask any more [see the list]"] member: Option<User>,
    #[description = "Which AMA, by its number or title [the one that takes questions]"]
    #[autocomplete = "all_sessions"]
    #[max_length = 100]
    session: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    parties::require(&interaction, actions::REVIEW_AMA)?;
    let session = resolve_session(&interaction, session.as_deref()).await?;

    if let Some(member) = member.map(|member| MemberId::from(member.id)) {
        block_member(&interaction, &session, member).await?;
    }

    interaction.reply_ephemeral(&list(&interaction, &session).await?).await
}

async fn block_member(interaction: &Interaction, session: &Session, member: MemberId) -> Result<()> {
    let (guild, id, by, now) =
        (interaction.actor.guild, session.id, interaction.actor.member, interaction.app.clock.now());
    let blocked = interaction.app.db.write(async move |tx: &mut SqliteConnection| {
        let session = sessions::get(&mut *tx, guild, id).await?.ok_or(Problem::NoneLive)?;
        takes_questions(&session, now)?;
        let who = (Blocked::Member(member), &Identity::Named(member));
        if !blocks::insert(&mut *tx, guild, id, who, by, now).await? {
            return Err(Problem::BlockedBefore(member).into());
        }
        let entry = Entry::new(guild, by, "ama.block", format!("AMA #{}", session.number)).to(member);
        audit::record(tx, &entry, now).await?;
        Ok::<_, Error>(())
    });
    blocked.await
}

/// Who can't ask in a session.
pub async fn list(interaction: &Interaction, session: &Session) -> Result<View> {
    let guild = interaction.actor.guild;
    let blocks = blocks::list(interaction.app.db.read(), guild, session.id).await?;
    let shown = blocks.iter().take(limits::OPTIONS);
    let members: Vec<MemberId> = shown.filter_map(|block| block.blocked.member()).collect();
    let names = people::names(&interaction.app, guild, &members).await;
    Ok(views::list(interaction.actor.locale, session, &blocks, &names))
}
