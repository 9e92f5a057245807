//! Reactions and pins.

use serde_json::json;

use super::{Call, Outcome, Refusal, Reply, Route, route};
use crate::ids::{ChannelId, GuildId, MemberId, MessageId};
use crate::sandbox::world::{Draft, Message, kind};
use crate::sandbox::{iso, rights, wire};

pub const ROUTES: [Route; 12] = [
    route("GET", "/channels/{channel_id}/messages/pins", pins),
    route("PUT", "/channels/{channel_id}/messages/pins/{message_id}", pin),
    route("DELETE", "/channels/{channel_id}/messages/pins/{message_id}", unpin),
    route("GET", "/channels/{channel_id}/pins", old_pins),
    route("PUT", "/channels/{channel_id}/pins/{message_id}", pin),
    route("DELETE", "/channels/{channel_id}/pins/{message_id}", unpin),
    route("PUT", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me", react),
    route("DELETE", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me", unreact),
    route("DELETE", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/{user_id}", unreact_other),
    route("GET", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}", reactors),
    route("DELETE", "/channels/{channel_id}/messages/{message_id}/reactions", clear_reactions),
    route("POST", "/channels/{channel_id}/typing", typing),
];

fn reaction(call: &Call<'_>) -> Result<(ChannelId, MessageId, String), Refusal> {
    let message = call.message()?;
    let emoji = call.part("emoji_name").to_owned();
    let plain = emoji.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if emoji.is_empty() || plain { Err(Refusal::code(10_014)) } else { Ok((message.channel, message.id, emoji)) }
}

fn react(call: &mut Call<'_>) -> Outcome {
    let (channel, id, emoji) = reaction(call)?;
    call.need_in(channel, rights::ADD_REACTIONS | rights::READ_MESSAGE_HISTORY)?;
    let bot = call.bot();
    call.state.world.react(channel, id, bot, &emoji);
    Ok(Reply::Empty)
}

fn unreact(call: &mut Call<'_>) -> Outcome {
    let (channel, id, emoji) = reaction(call)?;
    let bot = call.bot();
    call.state.world.unreact(channel, id, bot, &emoji);
    Ok(Reply::Empty)
}

fn unreact_other(call: &mut Call<'_>) -> Outcome {
    let (channel, id, emoji) = reaction(call)?;
    call.need_in(channel, rights::MANAGE_MESSAGES)?;
    let user = MemberId(call.id("user_id"));
    call.state.world.unreact(channel, id, user, &emoji);
    Ok(Reply::Empty)
}

fn reactors(call: &mut Call<'_>) -> Outcome {
    let (_, _, emoji) = reaction(call)?;
    let limit = call.limit(25, 100);
    let after = call.query_id("after").unwrap_or(0);
    let reactions = &call.message()?.reactions;
    let users = reactions.iter().find(|(known, _)| *known == emoji).map_or(&[][..], |(_, users)| users);
    let mut users: Vec<MemberId> = users.iter().copied().filter(|user| user.get() > after).collect();
    users.sort_unstable();
    Ok(Reply::Ok(users.iter().take(limit).map(|user| wire::user(&call.state.world, *user)).collect()))
}

fn clear_reactions(call: &mut Call<'_>) -> Outcome {
    let (channel, id) = (call.message()?.channel, call.message()?.id);
    call.need_in(channel, rights::MANAGE_MESSAGES)?;
    let guild: Option<GuildId> = call.channel()?.guild;
    let world = &mut call.state.world;
    if let Some(message) = world.channels.get_mut(&channel).and_then(|home| home.messages.get_mut(&id)) {
        message.reactions.clear();
    }
    let mut data = json!({"channel_id": channel.to_string(), "message_id": id.to_string()});
    if let Some(guild) = guild {
        data["guild_id"] = json!(guild.to_string());
    }
    world.emit("MESSAGE_REACTION_REMOVE_ALL", data, guild, Some(channel));
    Ok(Reply::Empty)
}

fn pinned<'c>(call: &'c Call<'_>) -> Result<Vec<&'c Message>, Refusal> {
    Ok(call.channel()?.messages.values().rev().filter(|message| message.pinned).collect())
}

fn pins(call: &mut Call<'_>) -> Outcome {
    let items = pinned(call)?.into_iter().map(|message| {
        json!({"pinned_at": iso::write(message.created), "message": wire::message(&call.state.world, message)})
    });
    Ok(Reply::Ok(json!({"items": items.collect::<Vec<_>>(), "has_more": false})))
}

fn old_pins(call: &mut Call<'_>) -> Outcome {
    Ok(Reply::Ok(pinned(call)?.into_iter().map(|message| wire::message(&call.state.world, message)).collect()))
}

fn pin(call: &mut Call<'_>) -> Outcome {
    set_pinned(call, true)
}

fn unpin(call: &mut Call<'_>) -> Outcome {
    set_pinned(call, false)
}

fn set_pinned(call: &mut Call<'_>, pinned: bool) -> Outcome {
    let (channel, id, was) = (call.message()?.channel, call.message()?.id, call.message()?.pinned);
    call.need_in(channel, rights::PIN_MESSAGES)?;
    if was != pinned {
        let guild = call.channel()?.guild;
        let (bot, now) = (call.bot(), call.state.world.now());
        let world = &mut call.state.world;
        world.change_message(channel, id, |message| message.pinned = pinned);
        let mut data = json!({"channel_id": channel.to_string(), "last_pin_timestamp": iso::write(now)});
        if let Some(guild) = guild {
            data["guild_id"] = json!(guild.to_string());
        }
        world.emit("CHANNEL_PINS_UPDATE", data, guild, Some(channel));
        if pinned {
            world.post(channel, bot, Draft { kind: 6, reference: Some((channel, id)), ..Draft::default() });
        }
    }
    Ok(Reply::Empty)
}

fn typing(call: &mut Call<'_>) -> Outcome {
    let channel = call.channel()?;
    if channel.kind == kind::CATEGORY { Err(Refusal::code(50_008)) } else { Ok(Reply::Empty) }
}
