//! The time that there is for an answer.
//!
//! Discord takes the first answer to an interaction for three seconds from the moment of the command, press
//! or form, wherever the interaction has spent them: on its way, in a queue, or in a command that asked
//! Discord something first. So there is one budget for each interaction and not one for each wait: what is
//! waited for first leaves less for what comes later. `answer_wait_ms` of `[limits]` says how much of the
//! three seconds may be waited; the rest is for the database and for sending the answer.
//!
//! ```no_run
//! # async fn example(interaction: &steward::discord::interaction::context::Interaction) {
//! # async fn fetch_files() {}
//! let files = interaction.in_time(fetch_files()).await; // None, where it took too long
//! // Whatever that took is missing here.
//! let left = interaction.time_left();
//! # }
//! ```

use std::time::{Duration, Instant};

use crate::app::App;
use crate::clock::{Timestamp, monotonic};
use crate::ids::InteractionId;

/// Older than this, an interaction is not carried out: before the answer could arrive, Discord has told
/// the person that there was none, and they will try again.
const ANSWERABLE: Duration = Duration::from_millis(2_500);
/// Discord's tokens of interactions live that long, so nothing older can arrive: a greater age says that
/// the clock is wrong.
const OLDEST: Duration = Duration::from_secs(15 * 60);

/// How long ago an interaction was made, by Discord's clock as far as that is known; nothing where the
/// answer makes no sense.
///
/// Its id says when it was made, which counts the way to this process and all queues. This machine's clock
/// alone would not do: if it were only three seconds fast, every interaction would look too old.
pub fn age(app: &App, id: InteractionId) -> Duration {
    let millis = app.discord.rest.clock.now().since(Timestamp(id.created_ms()));
    let age = Duration::from_millis(u64::try_from(millis).unwrap_or(0));
    if age > OLDEST { Duration::ZERO } else { age }
}

/// Whether an interaction is too old to be carried out: Discord has told the person that it failed, or will
/// before any answer could arrive.
pub fn is_too_old(app: &App, id: InteractionId) -> bool {
    age(app, id) > ANSWERABLE
}

/// Until when an answer to it may wait for anything.
pub fn wait_until(app: &App, id: InteractionId) -> Instant {
    let budget = Duration::from_millis(app.config.limits.answer_wait_ms);
    monotonic() + budget.saturating_sub(age(app, id))
}
