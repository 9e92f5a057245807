//! Whom a figure tells of, and whether they are enough people for members to read it.

/// So many people are a crowd in which nobody is pointed at.
pub const ENOUGH_PEOPLE: i64 = 5;

/// The people of a week, parted by a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct People {
    /// Whom it is about.
    pub counted: i64,
    /// Whom readers get by taking them off a figure that stands there too: of newcomers who were
    /// answered, those who were not. 0 where there is no such figure.
    pub others: i64,
}

/// What members may read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disclosure {
    /// The figure.
    Exactly,
    /// That it is about fewer than five.
    Fewer,
    /// Not even that: it would point at those who are left over.
    Nothing,
}

impl People {
    /// People whom no other figure holds.
    pub const fn alone(counted: i64) -> Self {
        Self { counted, others: 0 }
    }

    /// What members may read of a figure about them. Nobody is as few as four: otherwise "fewer than
    /// five" would say that there was somebody.
    pub const fn told(self) -> Disclosure {
        match self {
            Self { counted: ..ENOUGH_PEOPLE, .. } => Disclosure::Fewer,
            Self { others: 1..ENOUGH_PEOPLE, .. } => Disclosure::Nothing,
            Self { .. } => Disclosure::Exactly,
        }
    }
}

/// Whom a figure tells of, in every week that stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Behind {
    /// The figure is their number, and not something they did.
    pub counts_them: bool,
    pub this: People,
    pub last: Option<People>,
    /// Of the weeks that say what is usual.
    pub usual: Vec<People>,
}
