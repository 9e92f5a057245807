//! The people of what an interaction asks for: whoever acts, whom it is done to, and Steward; and whether the
//! one may do it to the other.

use serenity::all::User;

use crate::app::Context;
use crate::error::Result;
use crate::ids::{MemberId, RoleId};

use crate::discord::access::authorize;
use crate::discord::access::authorize::{Action, Presence, Standing};
use crate::discord::access::people::{
    Facts, Found, Parties, found, in_time, known, me, shown, standing, standing_from_cache, steward,
};
use crate::discord::interaction::context::Interaction;

/// The actor, by what the interaction and the server's roles say.
pub fn actor_standing(interaction: &Interaction) -> Standing {
    standing_from_cache(&interaction.app, interaction.actor.guild, &interaction.actor.facts, interaction.actor.here)
}

/// Whether the actor may do something that no person is the target of.
///
/// # Errors
/// Told, why not and what would change that.
pub fn require(interaction: &Interaction, action: Action) -> Result<()> {
    Ok(authorize::authorize(&actor_standing(interaction), action, None, &me(&interaction.app)?)?)
}

/// The same for what Steward itself does on the server as a whole: what it is permitted is asked of
/// Discord.
///
/// # Errors
/// Told, why not and what would change that, or that Discord did not answer in time.
pub async fn may_have_done(interaction: &Interaction, action: Action) -> Result<()> {
    let steward = steward(&interaction.app, interaction.actor.guild).await?;
    Ok(authorize::authorize(&actor_standing(interaction), action, None, &steward)?)
}

/// Whether the actor may change what is on record about a person. Of that person only
/// the name matters, so Discord is not asked.
///
/// # Errors
/// Told, why not and what would change that.
pub fn may_on_record(interaction: &Interaction, action: Action, about: MemberId) -> Result<()> {
    let about = Standing::absent(about, false);
    Ok(authorize::authorize(&actor_standing(interaction), action, Some(&about), &me(&interaction.app)?)?)
}

/// The actor, the person they want to do something to, and Steward.
///
/// # Errors
/// Told, if there is no such person or Discord did not answer in time.
pub async fn parties(interaction: &Interaction, target: MemberId) -> Result<Parties> {
    let (app, guild) = (&*interaction.app, interaction.actor.guild);
    let bot = me(app)?.member;
    let asking = async {
        let (target, steward) = tokio::try_join!(found(app, guild, target), found(app, guild, bot))?;
        let roles = [&interaction.actor.facts, &target.facts, &steward.facts];
        let known = known(app, guild, &roles).await?;
        let now = app.clock.now();
        Ok(Parties {
            actor: standing(app, &known, guild, &interaction.actor.facts, now),
            steward: steward.person(app, &known, guild, now).standing,
            target: target.person(app, &known, guild, now),
        })
    };
    in_time(asking).await
}

/// The same by what Discord has sent along with the command, without asking it anything: for what
/// is only written down. Whether Steward could act on the person is not known then.
///
/// # Errors
/// Told, if Discord had to be asked for a new role and did not answer in time.
pub async fn parties_of_command(ctx: Context<'_>, interaction: &Interaction, target: &User) -> Result<Parties> {
    let (app, guild) = (&*interaction.app, interaction.actor.guild);
    let found = sent_along(ctx, target);
    let roles = [&interaction.actor.facts, &found.facts];
    let known = in_time(known(app, guild, &roles)).await?;
    let now = app.clock.now();
    Ok(Parties {
        actor: standing(app, &known, guild, &interaction.actor.facts, now),
        target: found.person(app, &known, guild, now),
        steward: me(app)?,
    })
}

/// A person chosen for an option; of members Discord sends their roles along.
fn sent_along(ctx: Context<'_>, user: &User) -> Found {
    let member = match ctx {
        poise::Context::Application(ctx) => ctx.interaction.data.resolved.members.get(&user.id),
        poise::Context::Prefix(_) => None,
    };
    let roles = member.map_or_else(Vec::new, |member| member.roles.iter().copied().map(RoleId::from).collect());
    let nick = member.and_then(|member| member.nick.clone());
    Found {
        facts: Facts { member: user.id.into(), bot: user.bot, roles, timed_out_until: None },
        name: nick.unwrap_or_else(|| shown(user.clone())),
        presence: if member.is_some() { Presence::Here } else { Presence::Absent },
    }
}
