//! The roles that were chosen for staff, from the settings into the memory that every interaction asks.

use crate::app::App;
use crate::discord::access::level::{Level, Staff, StaffRoles};
use crate::error::Result;
use crate::ids::{GuildId, RoleId};

use super::{setting_types, store};

/// Reads what every server has chosen.
pub async fn load(app: &App) -> Result<()> {
    for guild in
        store::guilds_that_chose(app.db.read(), setting_types::STAFF_ROLES.map(|(setting, _)| setting.name)).await?
    {
        read(app, guild).await?;
    }
    Ok(())
}

/// Reads what a server has chosen, in place of what was known.
pub async fn read(app: &App, guild: GuildId) -> Result<()> {
    let chosen = store::list(app.db.read(), guild).await?;
    let mut roles = StaffRoles::default();
    for (setting, level) in setting_types::STAFF_ROLES {
        let role = chosen.get(setting.name).and_then(|id| id.parse().ok()).map(RoleId);
        match level {
            Level::Manager => roles.manager = role,
            Level::Moderator => roles.moderator = role,
            Level::Helper => roles.helper = role,
            Level::Everyone => {}
        }
    }
    app.state::<Staff>().set(guild, roles);
    Ok(())
}

/// Follows a change of one of these settings; others mean nothing here.
pub async fn follow(app: &App, guild: GuildId, setting: &str) -> Result<()> {
    let ours = setting_types::STAFF_ROLES.iter().any(|(role, _)| role.name == setting);
    if ours { read(app, guild).await } else { Ok(()) }
}
