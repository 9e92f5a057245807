//! `steward check`: settings, token, database, and in each server what is missing and what stays off
//! without it. Each finding says what to do next.
//!
//! Findings go to stdout, one a line in sections: `ok`, `??` where something could be better, `!!` where
//! something is wrong. The exit code is 1 if there is a `!!`.

mod database;
mod discord;
mod settings;
mod webhook;

use super::{Exit, Outcome};
use crate::config::Config;

/// Findings about one matter.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Section {
    title: String,
    findings: Vec<Finding>,
}

/// One thing looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Finding {
    Fine(String),
    /// It works; what could be better, and how.
    Advice(String),
    /// What is wrong, and what to do.
    Wrong(String),
}

use Finding::{Advice, Fine, Wrong};

impl Section {
    fn new(title: impl Into<String>, findings: Vec<Finding>) -> Self {
        Self { title: title.into(), findings }
    }

    fn text(&self) -> String {
        let lines = self.findings.iter().map(|finding| match finding {
            Fine(what) => format!("  ok  {}\n", indented(what)),
            Advice(what) => format!("  ??  {}\n", indented(what)),
            Wrong(what) => format!("  !!  {}\n", indented(what)),
        });
        format!("{}\n{}", self.title, lines.collect::<String>())
    }
}

/// Further lines stand below the first.
fn indented(text: &str) -> String {
    text.replace('\n', "\n      ")
}

pub(super) async fn perform(config: Config) -> Outcome {
    let mut sections = vec![settings::section(&config)];
    sections.extend(webhook::section(&config).await);
    let (database, db) = database::section(&config).await;
    sections.push(database);
    sections.extend(discord::sections(&config, db).await);

    let findings = || sections.iter().flat_map(|section| &section.findings);
    let wrong = findings().filter(|finding| matches!(finding, Wrong(_))).count();
    let advice = findings().filter(|finding| matches!(finding, Advice(_))).count();
    let text = sections.iter().map(Section::text).collect::<Vec<_>>().join("\n");
    super::print(format!("{text}\n{}\n", summary(wrong, advice)))?;
    Ok(if wrong > 0 { Exit::Finding } else { Exit::Done })
}

fn summary(wrong: usize, advice: usize) -> String {
    let wrong = match wrong {
        0 => "Nothing is wrong".to_owned(),
        1 => "One thing is wrong (!!)".to_owned(),
        more => format!("{more} things are wrong (!!)"),
    };
    match advice {
        0 => format!("{wrong}."),
        1 => format!("{wrong}, and one could be better (??)."),
        more => format!("{wrong}, and {more} could be better (??)."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_stand_below_their_matter_and_are_counted() {
        let section =
            Section::new("Matter", vec![Fine("good".into()), Wrong("bad\ndo this".into()), Advice("so".into())]);
        assert_eq!(section.text(), "Matter\n  ok  good\n  !!  bad\n      do this\n  ??  so\n");
        assert_eq!(summary(0, 0), "Nothing is wrong.");
        assert_eq!(summary(1, 2), "One thing is wrong (!!), and 2 could be better (??).");
    }
}
