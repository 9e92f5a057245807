//! What members may read of a section: nothing that speaks of fewer than five people, neither itself nor by
//! being taken off another figure.

use super::chart::Chart;
use super::{Figure, Line, News, Section, Value};
use crate::feature::few::{Disclosure, ENOUGH_PEOPLE, People};

/// What members are told of a section.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ForMembers {
    /// A sentence on the week as a whole.
    pub lead: Option<crate::error::Message>,
    /// As of [`Section::compares`].
    pub compares: bool,
    /// Of these, figures without [`Figure::behind`] are left out.
    pub lines: Vec<Line>,
    /// What is told in words, none of which tells of few.
    pub news: Vec<News>,
    /// Of these, what would tell of few is left out.
    pub charts: Vec<Chart>,
    /// Sentences that stand beside the figures.
    pub notes: Vec<crate::error::Message>,
}

impl Figure {
    /// As members may read it; `None`: not at all.
    pub fn for_members(&self) -> Option<Self> {
        let behind = self.behind.as_ref()?;
        let exact = |people: People| people.told() == Disclosure::Exactly;
        let value = match (self.value, behind.this.told()) {
            (Value::NotRecorded | Value::Nothing, _) | (_, Disclosure::Nothing) => return None,
            (value, Disclosure::Exactly) => value,
            (_, Disclosure::Fewer) if behind.counts_them => Value::Fewer(ENOUGH_PEOPLE),
            (_, Disclosure::Fewer) => return None,
        };
        let last = self.last.filter(|_| behind.last.is_some_and(exact));
        let usual = self.usual.filter(|_| behind.usual.iter().copied().all(exact));
        // A share would tell of how many it is.
        let usual = usual.filter(|_| self.whole.is_none());
        Some(Self { value, last, usual, whole: None, ..self.clone() })
    }
}

impl Section {
    /// The same section as members may read it; `None`: not at all.
    pub fn for_members(&self) -> Option<Self> {
        let ForMembers { lead, compares, lines, news, charts, notes } = self.members.clone()?;
        let line = |line: Line| {
            let figures: Vec<Figure> = line.figures.iter().filter_map(Figure::for_members).collect();
            (!figures.is_empty()).then_some(Line { figures, ..line })
        };
        let lines = lines.into_iter().filter_map(line).collect();
        let charts = charts.iter().filter_map(Chart::for_members).collect();
        let (feature, record, gaps) = (self.feature, self.record, self.gaps.clone());
        Some(Self { feature, record, lead, compares, lines, news, charts, notes, gaps, ..Self::default() })
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::error::Message;
    use crate::feature::section::people::Behind;
    use crate::feature::section::{Good, Unit};
    use crate::text::zone::Week;

    const CROWD: People = People::alone(40);

    fn figure(counts_them: bool, this: People, last: Option<People>, usual: &[People]) -> Figure {
        let usual = usual.to_vec();
        Figure::new("messages", Week::of_day(0), Good::Neutral, Unit::Count, Value::Of(90.0))
            .compared(Some(80.0), Some((70.0, 85.0)))
            .behind(Behind { counts_them, this, last, usual })
    }

    #[rstest]
    #[case(false, 5, Some(Value::Of(90.0)))]
    #[case(true, 5, Some(Value::Of(90.0)))]
    #[case(false, 4, None)]
    #[case(true, 4, Some(Value::Fewer(5)))]
    fn a_figure_about_few_is_left_out_or_says_so(
        #[case] counts_them: bool,
        #[case] people: i64,
        #[case] value: Option<Value>,
    ) {
        let seen = figure(counts_them, People::alone(people), Some(CROWD), &[CROWD]).for_members();
        assert_eq!(seen.map(|figure| figure.value), value);
    }

    #[test]
    fn other_weeks_stand_beside_it_where_their_people_were_many() {
        let few = People { counted: 30, others: 2 };
        for (last, usual, compared) in [
            (Some(CROWD), [CROWD, CROWD], (true, true)),
            (Some(few), [CROWD, CROWD], (false, true)),
            (None, [CROWD, CROWD], (false, true)),
            (Some(CROWD), [few, CROWD], (true, false)),
        ] {
            let seen = figure(true, CROWD, last, &usual).for_members().unwrap();
            assert_eq!((seen.last.is_some(), seen.usual.is_some()), compared, "{last:?} {usual:?}");
        }
    }

    #[test]
    fn a_section_that_says_nothing_for_members_is_not_there() {
        let figure = figure(true, CROWD, None, &[]);
        let secret = Figure { behind: None, ..figure.clone() };
        let line = |figures: Vec<Figure>| Line { head: Message::new("activity-also"), figures };
        let all = vec![line(vec![secret.clone()]), line(vec![secret, figure])];
        let section =
            Section { lines: all.clone(), notes: vec![Message::new("activity-unseen")], ..Section::default() };
        assert_eq!(section.for_members(), None);
        let members = Some(ForMembers { lines: all, ..ForMembers::default() });
        let seen = Section { members, ..section }.for_members().unwrap();
        assert_eq!((seen.lines.len(), seen.lines[0].figures.len(), seen.notes.len()), (1, 1, 0));
        assert!(seen.for_files.is_empty() && seen.members.is_none());
    }
}
