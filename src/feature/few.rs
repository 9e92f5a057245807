//! Fewer than five: what is secret, anonymous or public says nothing about a group so small that it
//! points at somebody in it.
//!
//! Of fewer than [`ENOUGH_PEOPLE`] neither counts nor winners nor words nor means are shown, only that
//! they are fewer than five; nor is a figure from which such a group follows when it is taken off another
//! that is shown. Secret polls, anonymous surveys, scores of recommendation, the public edition of the
//! digest and their exports ask here.

/// From so many people on a figure about them points at none of them.
pub const ENOUGH_PEOPLE: i64 = 5;

/// Whether these are fewer than [`ENOUGH_PEOPLE`]. Nobody is few too: otherwise "fewer than 5" would say
/// that there was somebody.
///
/// ```
/// use steward::feature::few::are_few;
///
/// assert!(are_few(0_i64) && are_few(4_u64) && !are_few(5_usize));
/// ```
pub fn are_few(people: impl TryInto<i64>) -> bool {
    people.try_into().is_ok_and(|people| people < ENOUGH_PEOPLE)
}

/// The people of a week, parted by a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct People {
    /// Whom it is about.
    pub counted: i64,
    /// Whom readers get by taking them off a figure that stands there too: of newcomers who were
    /// answered, those who were not. 0 where there is no such figure.
    pub others: i64,
}

/// What may be told.
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

    /// What readers may be told about them.
    pub const fn told(self) -> Disclosure {
        match self {
            Self { counted: ..ENOUGH_PEOPLE, .. } => Disclosure::Fewer,
            Self { others: 1..ENOUGH_PEOPLE, .. } => Disclosure::Nothing,
            Self { .. } => Disclosure::Exactly,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(0, 0, Disclosure::Fewer)]
    #[case(4, 0, Disclosure::Fewer)]
    #[case(4, 30, Disclosure::Fewer)]
    #[case(4, 2, Disclosure::Fewer)]
    #[case(5, 0, Disclosure::Exactly)]
    #[case(5, 5, Disclosure::Exactly)]
    #[case(30, 1, Disclosure::Nothing)]
    #[case(30, 4, Disclosure::Nothing)]
    fn few_people_are_not_told_apart(#[case] counted: i64, #[case] others: i64, #[case] told: Disclosure) {
        assert_eq!(People { counted, others }.told(), told);
    }

    proptest! {
        #[test]
        fn no_difference_points_at_few(all in 0i64..60, part in 0i64..60) {
            prop_assume!(part <= all);
            let whole = People::alone(all).told();
            let told = People { counted: part, others: all - part }.told();
            if whole == Disclosure::Exactly && told == Disclosure::Exactly {
                prop_assert!(part >= ENOUGH_PEOPLE && (all == part || all - part >= ENOUGH_PEOPLE));
            }
        }
    }
}
