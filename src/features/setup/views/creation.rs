//! What has become of the channels that Steward was asked to make, or to take away again.

use crate::discord::access::permission;
use crate::discord::interaction::context::Interaction;
use crate::discord::outbox::FailureReason;
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::Button;
use crate::error::Message;
use crate::features::setup::actions;
use crate::features::setup::creation::CATEGORY;
use crate::features::setup::rules;
use crate::features::setup::walk::Page;
use crate::features::setup::{Creation, Made, State};

use super::start::PageNews;

/// The lines and buttons about a creation, on a page of the walk.
pub fn told(interaction: &Interaction, page: Page, creation: &Creation) -> PageNews {
    let in_state = |state: State| creation.channels.iter().filter(move |made| made.state == state);
    let mut lines = Vec::new();
    if creation.undone {
        lines.push(Message::new("create-undone"));
        let kept = listed(in_state(State::Kept));
        lines.extend(kept.map(|names| Message::new("create-kept").with("channels", names)));
    } else {
        let made = listed(in_state(State::Made));
        lines.extend(made.map(|names| Message::new("create-made").with("channels", names)));
    }
    if creation.channels.iter().any(|made| made.state.is_open()) {
        lines.push(Message::new("create-waiting"));
    }
    let unknown = listed(in_state(State::Unknown));
    lines.extend(unknown.map(|names| Message::new("create-unknown").with("channels", names)));
    // What the category lacked, its channels lacked too: the first reason is the one to know.
    let failed = listed(in_state(State::Failed)).filter(|_| !creation.undone);
    let why = in_state(State::Failed).find_map(|made| made.why);
    lines.extend(failed.map(|names| Message::new("create-failed").with("channels", names).with("why", reason(why))));

    let button = |key: &'static str, verb: &str| {
        Button::new(
            interaction.say(&Message::new(key)),
            CustomId::new("setup", verb, 1, creation.id.get()).arg(page.row()),
        )
    };
    let waits = creation.channels.iter().any(|made| made.state.is_open());
    let can_undo = rules::may_undo_creation(creation, interaction.app.clock.now()).is_ok()
        && creation.channels.iter().any(|made| matches!(made.state, State::Made | State::Ordered));
    let undo = can_undo.then(|| button("setup-undo", "uncreate"));
    let look = waits.then(|| button("create-look", "created"));
    let lines = lines.iter().map(|line| interaction.say(line)).collect();
    PageNews { lines, undo: None, buttons: undo.into_iter().chain(look).collect() }
}

fn listed<'a>(channels: impl Iterator<Item = &'a Made>) -> Option<Message> {
    let name = |made: &Made| match made.channel.filter(|_| made.setting != CATEGORY) {
        Some(channel) => Message::new("setting-channel-value").with("channel", channel),
        None => Message::new("create-name").with("name", made.name.as_str()),
    };
    channels.map(name).reduce(|names, next| Message::new("check-roles").with("roles", names).with("next", next))
}

fn reason(why: Option<FailureReason>) -> Message {
    match why {
        Some(FailureReason::Permission | FailureReason::Access) => {
            let needed = actions::CREATE_CHANNELS.rule.needs;
            Message::new("refused-steward-lacks").with("permission", permission::names(needed))
        }
        Some(FailureReason::Late) => Message::new("why-late"),
        _ => Message::new("why-refused"),
    }
}
