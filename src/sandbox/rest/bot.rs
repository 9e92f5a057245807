//! The bot itself: where the gateway is, who it is, direct messages it opens.

use serde_json::{Value, json};

use super::{Call, Outcome, Refusal, Reply, Route, route};
use crate::ids::MemberId;
use crate::sandbox::wire;

pub const ROUTES: [Route; 9] = [
    route("GET", "/gateway", gateway),
    route("GET", "/gateway/bot", gateway_bot),
    route("GET", "/users/@me", me),
    route("GET", "/users/@me/guilds", guilds),
    route("POST", "/users/@me/channels", open_dm),
    route("GET", "/users/{user_id}", user),
    route("GET", "/applications/@me", application),
    route("GET", "/oauth2/applications/@me", application),
    route("GET", "/voice/regions", regions),
];

fn gateway(call: &mut Call<'_>) -> Outcome {
    Ok(Reply::Ok(json!({"url": call.state.gateway.url})))
}

fn gateway_bot(call: &mut Call<'_>) -> Outcome {
    let gateway = &call.state.gateway;
    Ok(Reply::Ok(json!({"url": gateway.url, "shards": 1, "session_start_limit": {
        "total": 1_000, "remaining": gateway.remaining, "reset_after": 14_400_000, "max_concurrency": 1}})))
}

fn me(call: &mut Call<'_>) -> Outcome {
    let mut user = wire::user(&call.state.world, call.bot());
    user["mfa_enabled"] = json!(true);
    user["locale"] = json!("en-US");
    user["verified"] = json!(true);
    user["email"] = Value::Null;
    Ok(Reply::Ok(user))
}

fn guilds(call: &mut Call<'_>) -> Outcome {
    let world = &call.state.world;
    let mine = world.guilds.values().filter(|guild| guild.members.contains_key(&world.bot));
    let list = mine.map(|guild| {
        json!({"id": guild.id.to_string(), "name": guild.name, "icon": null, "banner": null, "owner": false,
            "permissions": world.rights_in_guild(guild.id, world.bot).to_string(), "features": []})
    });
    Ok(Reply::Ok(list.collect()))
}

fn open_dm(call: &mut Call<'_>) -> Outcome {
    let user = wire::read_id(&call.body["recipient_id"]).map(MemberId);
    let world = &mut call.state.world;
    let Some(user) = user.filter(|user| world.users.contains_key(user) && *user != world.bot) else {
        return Err(Refusal { message: "Invalid Recipient(s)".into(), ..Refusal::code(50_033) });
    };
    let channel = world.dm(user);
    Ok(Reply::Ok(wire::channel(world, channel)))
}

fn user(call: &mut Call<'_>) -> Outcome {
    let id = MemberId(call.id("user_id"));
    if call.state.world.users.contains_key(&id) {
        Ok(Reply::Ok(wire::user(&call.state.world, id)))
    } else {
        Err(Refusal::code(10_013))
    }
}

fn application(call: &mut Call<'_>) -> Outcome {
    let world = &call.state.world;
    let guilds = world.guilds.keys().filter(|guild| world.is_bot_in(**guild)).count();
    // Bits 14/15 (members) and 18/19 (message content): privileged intents switched on.
    let members = if world.privileged & crate::sandbox::intents::GUILD_MEMBERS != 0 { 1 << 15 } else { 0 };
    let content = if world.privileged & crate::sandbox::intents::MESSAGE_CONTENT != 0 { 1 << 19 } else { 0 };
    let owner = world.guilds.values().next().map_or(world.bot, |guild| guild.owner);
    Ok(Reply::Ok(json!({
        "id": world.application.to_string(), "name": world.name_of(world.bot), "icon": null, "description": "",
        "summary": "", "type": null, "bot": wire::user(world, world.bot), "bot_public": true,
        "bot_require_code_grant": false, "verify_key": "0".repeat(64), "flags": members | content,
        "flags_new": (members | content).to_string(), "owner": wire::user(world, owner), "team": null,
        "approximate_guild_count": guilds, "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0, "explicit_content_filter": 0, "redirect_uris": [],
        "interactions_endpoint_url": null, "role_connections_verification_url": null, "hook": true,
        "eligible_oauth2_scopes": [], "install_params": {"scopes": ["bot"], "permissions": "0"}, "tags": [],
    })))
}

fn regions(_: &mut Call<'_>) -> Outcome {
    Ok(Reply::Ok(json!([])))
}
