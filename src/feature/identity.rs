//! Whose something is that people do in secret or by name: a ballot, the answers to a survey, a question.
//!
//! What is secret has a key in `steward.keys`, which makes of each person a mark that leads back to nobody.
//! The database holds the marks only. As long as the key is there, the same person is known again: they
//! may change their vote, and are counted once. Once it is destroyed nobody can find out any more, not even
//! by trying everyone there is.
//!
//! ```no_run
//! # use steward::{app::App, discord::interaction::context::Interaction, error::Result, feature::identity::Secret};
//! # fn example(app: &App, interaction: &Interaction, poll: i64) -> Result<()> {
//! let secret = Secret::new("polls", poll);
//! secret.draw(app)?; // before anybody can vote
//! let voter = secret.actor(interaction)?; // an Identity::Mark; none without the key
//! secret.destroy(app)?; // after the close
//! # Ok(())
//! # }
//! ```

use crate::app::App;
use crate::db::keys::Keys;
use crate::discord::interaction::context::Interaction;
use crate::error::Result;
use crate::ids::MemberId;

/// Who did something.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Identity {
    Named(MemberId),
    /// What the key of something secret makes of a person.
    Mark(String),
}

impl Identity {
    /// Who it is, where that may be known.
    pub const fn member(&self) -> Option<MemberId> {
        match self {
            Self::Named(member) => Some(*member),
            Self::Mark(_) => None,
        }
    }

    /// The mark, of somebody who is not known by name.
    pub fn mark(&self) -> Option<&str> {
        match self {
            Self::Named(_) => None,
            Self::Mark(mark) => Some(mark),
        }
    }
}

/// Something secret of a feature, which has a key until it is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Secret {
    feature: &'static str,
    row: i64,
}

impl Secret {
    /// That of a feature's row.
    pub const fn new(feature: &'static str, row: i64) -> Self {
        Self { feature, row }
    }

    /// What its key is called.
    fn name(self) -> String {
        let Self { feature, row } = self;
        format!("{feature}:{row}")
    }

    /// Draws its key, unless it has one.
    ///
    /// # Errors
    /// Fault, if the keys cannot be written; then there is none.
    pub fn draw(self, app: &App) -> Result<()> {
        self.draw_in(&app.keys)
    }

    /// The same in a transaction, which has the keys at most: drawn last, it is there before anybody can read
    /// what was written.
    ///
    /// # Errors
    /// Fault, if the keys cannot be written; then there is none.
    pub fn draw_in(self, keys: &Keys) -> Result<()> {
        keys.draw(&self.name())
    }

    /// Destroys its key for good. Whether there was one.
    ///
    /// # Errors
    /// Fault, if the keys cannot be written; then it may still be there.
    pub fn destroy(self, app: &App) -> Result<bool> {
        app.keys.destroy(&self.name())
    }

    /// What a person is here; nobody, if the key is gone.
    ///
    /// # Errors
    /// Fault, if the keys cannot be read.
    pub fn identity(self, app: &App, member: MemberId) -> Result<Option<Identity>> {
        Ok(app.keys.mark(&self.name(), member)?.map(Identity::Mark))
    }

    /// The same for the actor, of whom nothing else is noted either, not even that they have used Steward.
    ///
    /// # Errors
    /// Fault, if the keys cannot be read.
    pub fn actor(self, interaction: &Interaction) -> Result<Option<Identity>> {
        interaction.leave_no_trace();
        self.identity(&interaction.app, interaction.actor.member)
    }
}
