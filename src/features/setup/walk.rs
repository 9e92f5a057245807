//! The walk of `/setup start`: which pages there are, in which order, and what is chosen on each.

/// One page of the walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// Language and zone.
    Place,
    /// Who belongs to the team.
    Roles,
    /// Channels of the team, as many as find a place under one message; then the others.
    Staff,
    MoreStaff,
    /// Channels of everyone.
    Public,
    /// What holds now.
    Summary,
}

/// A setting that is chosen on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Input {
    /// Its name.
    pub setting: &'static str,
    pub by: By,
}

/// How it is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// From a few that stand in the menu.
    Language,
    Zone,
    /// From all that the server has.
    Role,
    Channel,
    ChannelOrForum,
}

/// How many steps there are, the summary with them; two pages may be one step.
pub const STEPS: i64 = 5;

impl Page {
    /// In the order of the walk; the place of a page in it stands in buttons that are long out there:
    /// append only, or raise their version.
    pub const ALL: [Self; 6] = [Self::Place, Self::Roles, Self::Staff, Self::MoreStaff, Self::Public, Self::Summary];

    /// The page that a button names.
    pub fn from_row(row: i64) -> Option<Self> {
        usize::try_from(row).ok().and_then(|at| Self::ALL.get(at)).copied()
    }

    /// As a button names it.
    pub const fn row(self) -> i64 {
        self as i64
    }

    /// The one before, if there is one.
    pub fn back(self) -> Option<Self> {
        Self::from_row(self.row() - 1)
    }

    /// The one after, if there is one.
    pub fn next(self) -> Option<Self> {
        Self::from_row(self.row() + 1)
    }

    /// Which step it belongs to, from 1 on.
    pub const fn step(self) -> i64 {
        match self {
            Self::Place => 1,
            Self::Roles => 2,
            Self::Staff | Self::MoreStaff => 3,
            Self::Public => 4,
            Self::Summary => STEPS,
        }
    }

    /// The end of the keys of its texts.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Roles => "roles",
            Self::Staff => "staff",
            Self::MoreStaff => "more-staff",
            Self::Public => "public",
            Self::Summary => "summary",
        }
    }

    /// What is chosen there, one menu each.
    pub const fn inputs(self) -> &'static [Input] {
        match self {
            Self::Place => const { &[Input::new("language", By::Language), Input::new("zone", By::Zone)] },
            Self::Roles => {
                const {
                    &[
                        Input::new("manager_role", By::Role),
                        Input::new("moderator_role", By::Role),
                        Input::new("helper_role", By::Role),
                    ]
                }
            }
            Self::Staff => {
                const {
                    &[
                        Input::new("mod_log", By::Channel),
                        Input::new("reports", By::Channel),
                        Input::new("appeals", By::Channel),
                    ]
                }
            }
            Self::MoreStaff => const { &[Input::new("feedback", By::Channel), Input::new("digest", By::Channel)] },
            Self::Public => {
                const {
                    &[
                        Input::new("announcements", By::Channel),
                        Input::new("events", By::Channel),
                        Input::new("suggestions", By::ChannelOrForum),
                    ]
                }
            }
            Self::Summary => &[],
        }
    }

    /// The input of a setting, if the page has it.
    pub fn input(self, setting: &str) -> Option<Input> {
        self.inputs().iter().copied().find(|input| input.setting == setting)
    }
}

impl Input {
    const fn new(setting: &'static str, by: By) -> Self {
        Self { setting, by }
    }
}

/// The settings that are chosen on the way, in its order.
pub fn settings() -> impl Iterator<Item = &'static str> {
    Page::ALL.into_iter().flat_map(Page::inputs).map(|input| input.setting)
}

/// Those of them that are channels of the team.
pub fn staff_channels() -> impl Iterator<Item = &'static str> {
    [Page::Staff, Page::MoreStaff].into_iter().flat_map(Page::inputs).map(|input| input.setting)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_leads_to_the_next_and_back_and_its_menus_fit_under_a_message() {
        for page in Page::ALL {
            assert_eq!(Page::from_row(page.row()), Some(page));
            assert_eq!(page.next().and_then(Page::back).unwrap_or(page), page);
            // One row of the five is for the buttons.
            assert!(page.inputs().len() < 5, "{page:?}");
        }
        assert_eq!(Page::from_row(-1).or(Page::from_row(6)), None);
        assert_eq!(staff_channels().collect::<Vec<_>>(), ["mod_log", "reports", "appeals", "feedback", "digest"]);
        assert_eq!(settings().count(), 13);
    }
}
