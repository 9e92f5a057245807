//! `steward invite`: the link by which a server's manager lets Steward in, with exactly the
//! permissions that its features need.

use serenity::all::Permissions;
use serenity::http::Route;

use super::{Exit, Failure, Outcome};
use crate::clock::Clock;
use crate::config::Config;
use crate::discord::client::Discord;
use crate::discord::client::rest::Refusal;
use crate::features;

pub(super) async fn perform(config: Config) -> Outcome {
    let token = config.require_token()?.clone();
    let discord = Discord::new(token, &config, &Clock::system())?;
    let application = discord.rest.get(Route::Oauth2ApplicationCurrent).await.map_err(failure)?;
    let id = application["id"].as_str().unwrap_or_default();
    super::print(format!("{}\n", link(id, permissions())))?;
    super::talk("Open it, choose the server, and confirm. You need the permission \"Manage Server\" there.");
    Ok(Exit::Done)
}

/// What all features together need.
pub fn permissions() -> Permissions {
    features::all().iter().flat_map(|feature| feature.permissions).fold(Permissions::empty(), |all, one| all | one.0)
}

fn link(application: &str, permissions: Permissions) -> String {
    let permissions = permissions.bits();
    format!(
        "https://discord.com/oauth2/authorize?client_id={application}&scope=bot+applications.commands&permissions={permissions}"
    )
}

/// A refusal at the first call: the token or the way to Discord.
pub(super) fn failure(refusal: Refusal) -> Failure {
    match refusal {
        Refusal::Refused { status: 401 | 403, .. } => Failure::new(
            Exit::TokenRefused,
            "Discord refuses the token. Copy it anew from the Developer Portal (your application → Bot → Reset Token).",
        ),
        refusal => Failure::new(
            Exit::Unreachable,
            format!("{refusal}. Check the network and DISCORD_API_URL, then try again."),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_link_asks_for_what_is_needed_and_never_for_administrator() {
        let permissions = permissions();
        assert!(!permissions.administrator());
        assert!(permissions.view_channel());
        insta::assert_snapshot!(
            link("1234", permissions),
            @"https://discord.com/oauth2/authorize?client_id=1234&scope=bot+applications.commands&permissions=582037056646390"
        );
    }
}
