//! Which server is meant where there is none around: for commands that people use in direct messages
//! too, because they are in a timeout, banned, or gone.
//!
//! Nobody learns here which servers Steward is in: only those are named, or can be entered, where
//! the person is a member or where something is on record about them.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::app::App;
use crate::app::Context;
use crate::db::people as tables;
use crate::error::{Message, Result};
use crate::ids::{GuildId, MemberId};
use crate::text::limits;

use crate::discord::access::authorize::Presence;
use crate::discord::access::people;
use crate::discord::interaction::context::{Interaction, NOWHERE};
use crate::discord::ui::autocomplete::{Autocomplete, Suggestion, offer};

/// How much of a name that nobody knows is shown.
const SHOWN: usize = 100;
/// How many servers Discord is asked about at once, whether the person is there.
const ASKED: usize = 10;

impl Interaction {
    /// The interaction of a command in the server that is meant: the one it was used in, the one that `server`
    /// names by its name or id, or in direct messages the only one there is for this person.
    ///
    /// # Errors
    /// Told, if it is not clear which one is meant, or it is none of theirs.
    pub async fn in_server(ctx: Context<'_>, server: Option<&str>) -> Result<Self> {
        let interaction = Self::anywhere(ctx)?;
        let named = server.map(str::trim).filter(|named| !named.is_empty());
        if named.is_none() && interaction.actor.guild != NOWHERE {
            return Ok(interaction);
        }
        let servers = servers_of(&interaction, named).await?;
        let meant: Vec<&Server> = servers.iter().filter(|one| named.is_none_or(|named| one.is_called(named))).collect();
        match meant.as_slice() {
            [one] => interaction.enter(one.id).await,
            [] => Err(match named {
                Some(named) => Message::new("server-unknown").with("server", limits::cut(named, SHOWN)),
                None => Message::new("server-none"),
            }
            .into()),
            _ => Err(Message::new("server-which").into()),
        }
    }

    /// Whether it is of direct messages, and no server was entered.
    pub fn is_in_dms(&self) -> bool {
        self.actor.guild == NOWHERE
    }

    /// The interaction in a server, with what the person is there now: what a button in direct messages says
    /// about the server carries no trust.
    ///
    /// # Errors
    /// Told, if the server is none of theirs, or Discord did not answer in time.
    pub async fn enter(&self, guild: GuildId) -> Result<Self> {
        if guild == self.actor.guild {
            return Ok(self.clone());
        }
        let (facts, standing) = people::enter(&self.app, guild, self.actor.member).await?;
        if standing.presence == Presence::Absent && !on_record(&self.app, self.actor.member).await?.contains(&guild) {
            return Err(Message::new("server-none").into());
        }
        let mut interaction = self.clone();
        interaction.actor.guild = guild;
        interaction.actor.level = standing.acting_level();
        interaction.actor.here = standing.permissions;
        interaction.actor.facts = facts;
        Ok(interaction)
    }
}

/// What is offered for the option `server`.
pub async fn servers(ctx: Context<'_>, typed: &str) -> Autocomplete {
    let find = async {
        let interaction = Interaction::anywhere(ctx)?;
        let found = servers_of(&interaction, None).await?;
        let typed = typed.trim().to_lowercase();
        let fitting = found.into_iter().filter(|one| one.name.to_lowercase().contains(&typed));
        Ok(fitting.map(|one| Suggestion::new(one.name, one.id.to_string())).collect())
    };
    offer(ctx, find).await
}

/// A server that somebody has to do with.
struct Server {
    id: GuildId,
    name: String,
}

impl Server {
    fn is_called(&self, name: &str) -> bool {
        self.id.to_string() == name || self.name.to_lowercase() == name.to_lowercase()
    }
}

/// The servers where something is on record about a person, and those where they are; of many only
/// the one that was named is asked about. By name.
async fn servers_of(interaction: &Interaction, named: Option<&str>) -> Result<Vec<Server>> {
    let (app, member, left) = (&interaction.app, interaction.actor.member, interaction.time_left());
    let mut ids: BTreeSet<GuildId> = on_record(app, member).await?.into_iter().collect();
    let here = app.discord.directory.names().into_iter().map(|(id, name)| Server { id, name });
    let here: Vec<Server> = here.filter(|one| !ids.contains(&one.id)).collect();
    let few = here.len() <= ASKED;
    let asked = here.into_iter().filter(|one| few || named.is_some_and(|named| one.is_called(named))).take(ASKED);
    let mut asking = tokio::task::JoinSet::new();
    for one in asked {
        let app = Arc::clone(app);
        asking.spawn(async move {
            let question = people::is_here(&app, one.id, member);
            (one.id, tokio::time::timeout(left, question).await.unwrap_or(false))
        });
    }
    ids.extend(asking.join_all().await.into_iter().filter_map(|(id, is_here)| is_here.then_some(id)));
    let name = |id: GuildId| app.discord.directory.guild(id).map_or_else(|| id.to_string(), |guild| guild.name.clone());
    let mut servers: Vec<Server> = ids.into_iter().map(|id| Server { id, name: name(id) }).collect();
    servers.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(servers)
}

/// The servers where something is on record about a person.
async fn on_record(app: &App, member: MemberId) -> Result<Vec<GuildId>> {
    let mut db = app.db.read().acquire().await?;
    tables::servers(&mut db, &app.tables, member).await
}
