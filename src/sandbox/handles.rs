//! Handles for those who make trouble: with the gateway and with REST.

use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;

use super::Core;
use super::faults::{Fault, Held};
use super::gateway::Frame;
use super::world::Event;
use crate::ids::GuildId;

/// Trouble with the gateway.
#[derive(Clone)]
pub struct GatewayHandle {
    pub(super) core: Arc<Core>,
}

impl GatewayHandle {
    fn on_each_line(&self, frame: impl Fn() -> Frame) {
        self.core.act(|state| {
            for line in state.gateway.line_ids() {
                state.gateway.end_line(line, frame());
            }
        });
    }

    /// Every connection dies without a word; sessions can be resumed.
    pub fn drop(&self) {
        self.on_each_line(|| Frame::Cut);
    }

    /// Closes every connection with this code. After 4004 and 4010 to 4014 an IDENTIFY is a violation.
    pub fn close(&self, code: u16) {
        self.core.act(|state| state.gateway.note_fatal(code));
        self.on_each_line(|| Frame::Close(code, "planned"));
    }

    /// Op 7: please come back.
    pub fn reconnect(&self) {
        self.core.act(|state| {
            for line in state.gateway.line_ids() {
                state.gateway.control(line, 7, &Value::Null);
            }
        });
    }

    /// Op 9: the session is over, or may be resumed.
    pub fn invalidate(&self, resumable: bool) {
        self.core.act(|state| {
            for line in state.gateway.line_ids() {
                state.gateway.invalidate(line, resumable);
            }
        });
    }

    /// Answers every IDENTIFY and RESUME with op 9.
    pub fn invalidate_always(&self, on: bool) {
        self.core.act(|state| state.gateway.invalidate_always = on);
    }

    /// Whether heartbeats are answered.
    pub fn ack_heartbeats(&self, on: bool) {
        self.core.act(|state| state.gateway.ack_heartbeats = on);
    }

    /// What closed the connection for good was put right: the bot may connect again.
    pub fn forgive(&self) {
        self.core.act(|state| state.gateway.forgive());
    }

    /// Keeps READY back after an IDENTIFY; switched off, those who wait get theirs.
    pub fn withhold_ready(&self, on: bool) {
        self.core.act(|state| {
            state.gateway.withhold_ready = on;
            if !on {
                state.gateway.stop_withholding(&state.world);
            }
        });
    }

    /// For connections opened from now on.
    pub fn heartbeat_interval(&self, ms: u64) {
        self.core.act(|state| state.gateway.heartbeat_ms = ms);
    }

    /// Sessions that may still be started today.
    pub fn sessions_left(&self, count: u64) {
        self.core.act(|state| state.gateway.remaining = count);
    }

    /// The next event of this name goes out twice.
    pub fn duplicate(&self, event: &str) {
        self.core.act(|state| state.gateway.duplicate(event, 1));
    }

    /// Keeps events back until [`Self::release`].
    pub fn hold(&self) {
        self.core.act(|state| state.gateway.hold());
    }

    /// Sends what was held back, in its order.
    pub fn release(&self) {
        self.release_as(|events| events);
    }

    /// Sends what was held back, the last first.
    pub fn release_reversed(&self) {
        self.release_as(|mut events| {
            events.reverse();
            events
        });
    }

    fn release_as(&self, order: impl FnOnce(Vec<Event>) -> Vec<Event>) {
        self.core.act(|state| {
            for event in order(state.gateway.release()) {
                state.gateway.deliver(&state.world, event);
            }
        });
    }

    /// Sends any event with any data.
    pub fn send_raw(&self, event: &str, data: &Value) {
        self.core.act(|state| state.gateway.deliver_raw(event, data));
    }

    /// The guild falls into an outage.
    pub fn guild_unavailable(&self, guild: GuildId) {
        self.core.act(|state| state.world.set_unavailable(guild, true));
    }

    /// The guild is back.
    pub fn guild_available(&self, guild: GuildId) {
        self.core.act(|state| state.world.set_unavailable(guild, false));
    }
}

/// Trouble with REST. A route is `METHOD /path/*/with/stars`; each plan counts down.
#[derive(Clone)]
pub struct Faults {
    pub(super) core: Arc<Core>,
}

impl Faults {
    /// The next `times` requests of the route meet this.
    pub fn plan(&self, route: &str, times: usize, fault: Fault) {
        self.core.act(|state| state.faults.add(route, times, fault));
    }

    /// Answers with this status and code; nothing is done.
    pub fn fail(&self, route: &str, times: usize, status: u16, code: u64) {
        self.plan(route, times, Fault::Fail { status, code });
    }

    /// Does what was asked, and answers as if it had not.
    pub fn fail_after_applying(&self, route: &str, times: usize, status: u16) {
        self.plan(route, times, Fault::FailAfterApplying { status });
    }

    /// Answers late.
    pub fn delay(&self, route: &str, times: usize, time: Duration) {
        self.plan(route, times, Fault::Delay(time));
    }

    /// Never answers.
    pub fn hang(&self, route: &str, times: usize) {
        self.plan(route, times, Fault::Hang);
    }

    /// Cuts the connection without an answer.
    pub fn reset(&self, route: &str, times: usize) {
        self.plan(route, times, Fault::Reset);
    }

    /// Answers 429; `retry_after` in seconds.
    pub fn rate_limit(&self, route: &str, times: usize, retry_after: f64, global: bool) {
        self.plan(route, times, Fault::RateLimit { retry_after, global });
    }

    /// Holds the next request of the route until the test decides about it.
    pub fn hold(&self, route: &str) -> Arc<Held> {
        let held = Arc::new(Held::new());
        self.plan(route, 1, Fault::Hold(Arc::clone(&held)));
        held
    }

    /// The token is taken back: every request is answered 401, the gateway closes with 4004.
    pub fn refuse_token(&self, on: bool) {
        self.core.act(|state| {
            state.faults.token_refused = on;
            if !on {
                state.faults.told_unauthorized = false;
                state.gateway.forgive();
            }
        });
    }

    /// The past few minutes are over: Discord knows no nonce again that it has seen so far.
    pub fn forget_nonces(&self) {
        self.core.act(|state| {
            let messages = state.world.channels.values_mut().flat_map(|channel| channel.messages.values_mut());
            messages.for_each(|message| message.nonce = None);
        });
    }

    /// Forgets everything planned.
    pub fn clear(&self) {
        self.core.act(|state| state.faults.clear());
    }
}
