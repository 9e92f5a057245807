//! What came back: the bot's answer to an interaction, as the person sees it.

use std::ops::Deref;
use std::time::Duration;

use serde_json::Value;

use super::{Done, Person, refused};
use crate::ids::{InteractionId, MessageId};
use crate::sandbox::interactions::{DEADLINE, answered};
use crate::sandbox::shown;
use crate::sandbox::shown::Shown;
use crate::sandbox::{State, interactions};

/// Longest real wait for what "thinking…" promised, and for what a test says must come.
const LONGEST_WAIT: Duration = Duration::from_secs(10);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerKind {
    /// A message, at once or after "thinking…".
    Message,
    /// Taken note of, nothing new to see.
    Acknowledged,
    /// The message with the button changed.
    Update,
    /// A form opened.
    Form,
    /// Suggestions.
    Choices,
    /// The client shows "The application did not respond".
    Nothing,
}

/// A suggestion of autocomplete.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    pub name: String,
    pub value: Value,
}

/// The bot's answer at the moment it came. It reads like the message it is.
#[derive(Debug, Clone)]
pub struct Answer {
    pub kind: AnswerKind,
    shown: Shown,
    /// The form as it was sent.
    pub modal: Option<Value>,
    pub choices: Vec<Choice>,
    pub followups: Vec<Shown>,
    /// How often the first answer was edited.
    pub edits: usize,
    /// Whether "thinking…" came first.
    pub deferred: bool,
    /// Real milliseconds to the first sign of life.
    pub ack_ms: u64,
    /// No answer came, or "thinking…" never ended.
    pub failed: bool,
    form: String,
    pub(super) interaction: InteractionId,
    person: Person,
}

impl Deref for Answer {
    type Target = Shown;

    fn deref(&self) -> &Shown {
        &self.shown
    }
}

impl From<&Answer> for MessageId {
    fn from(answer: &Answer) -> Self {
        Self::from(&answer.shown)
    }
}

impl Answer {
    /// What the person sees: the message, the form, or that there was no answer.
    pub fn text(&self) -> &str {
        match self.kind {
            AnswerKind::Form => &self.form,
            AnswerKind::Nothing => "The application did not respond",
            _ => self.shown.text(),
        }
    }

    /// The same answer as it is now: edited, followed up.
    #[must_use]
    pub fn now(&self) -> Self {
        self.person.core.read(|state| snapshot(state, &self.person, self.interaction))
    }

    /// Waits until the answer is as wished.
    ///
    /// # Errors
    /// If it is not within 10 s of real time.
    pub async fn until(&self, wished: impl Fn(&Self) -> bool) -> Done<Self> {
        let look = |state: &State| Some(snapshot(state, &self.person, self.interaction)).filter(&wished);
        match self.person.core.wait(LONGEST_WAIT, look).await {
            Some(answer) => Ok(answer),
            None => refused(format!("waited in vain; the answer is still:\n{}", self.now().text())),
        }
    }

    /// Waits for the first message after the answer.
    ///
    /// # Errors
    /// If none comes within 10 s of real time.
    pub async fn followup(&self) -> Done<Shown> {
        let answer = self.until(|answer| !answer.followups.is_empty()).await?;
        answer.followups.into_iter().next().map_or_else(|| refused("no follow-up"), Ok)
    }
}

/// Waits for the first answer (3 s), and for what it promised if it was "thinking…".
pub(super) async fn wait(person: &Person, id: InteractionId) -> Answer {
    let core = &person.core;
    let answered = |state: &State| state.interactions.all.get(&id).filter(|one| one.answer.is_some()).map(|_| ());
    // A little longer than the deadline: whether an answer was late is for REST to say.
    core.wait(DEADLINE + Duration::from_millis(50), answered).await;
    let settled = |state: &State| {
        let open = state.interactions.all.get(&id).is_some_and(|one| one.open(&state.world));
        (!open).then_some(())
    };
    if core.wait(LONGEST_WAIT, settled).await.is_none() {
        core.act(|state| {
            let title = state.interactions.all.get(&id).map(|one| one.title.clone()).unwrap_or_default();
            state.journal.violation(format!("interaction: {title} is still \"thinking…\" after 10 s"));
        });
    }
    core.act(|state| {
        interactions::report_unanswered(state);
        snapshot(state, person, id)
    })
}

fn snapshot(state: &State, person: &Person, id: InteractionId) -> Answer {
    let world = &state.world;
    let mut answer = Answer {
        kind: AnswerKind::Nothing,
        shown: Shown::default(),
        modal: None,
        choices: Vec::new(),
        followups: Vec::new(),
        edits: 0,
        deferred: false,
        ack_ms: 0,
        failed: true,
        form: String::new(),
        interaction: id,
        person: person.clone(),
    };
    let Some(one) = state.interactions.all.get(&id) else { return answer };
    let Some(kind) = one.answer else { return answer };
    answer.kind = match kind {
        answered::MESSAGE | answered::DEFERRED => AnswerKind::Message,
        answered::DEFERRED_UPDATE => AnswerKind::Acknowledged,
        answered::UPDATE => AnswerKind::Update,
        answered::CHOICES => AnswerKind::Choices,
        _ => AnswerKind::Form,
    };
    let see = |(channel, id): &(_, _)| world.message(*channel, *id).map(|message| shown::message_of(world, message));
    answer.shown = one.original.as_ref().and_then(see).unwrap_or_default();
    answer.followups = one.followups.iter().filter_map(see).collect();
    answer.choices = one
        .choices
        .iter()
        .map(|choice| Choice {
            name: choice["name"].as_str().unwrap_or_default().into(),
            value: choice["value"].clone(),
        })
        .collect();
    answer.modal.clone_from(&one.modal);
    answer.form = one.modal.as_ref().map(|form| shown::form_text(world, form)).unwrap_or_default();
    answer.edits = one.edits;
    answer.deferred = kind == answered::DEFERRED;
    answer.ack_ms = one.answered_after.map_or(0, |time| u64::try_from(time.as_millis()).unwrap_or(u64::MAX));
    answer.failed = one.open(world);
    answer
}
