//! Who may do what to whom: the decision held against the table, cell by cell.

use steward::discord::access::authorize::{Action, authorize};

use crate::support::matrix;
use crate::support::matrix::{Actor, TABLE, Target, action_word, word};

/// The whole table as the rules make it.
fn decided() -> String {
    let row = |left: &str, cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| format!("{cell:<8}")).collect();
        format!("{left:<28}| {}", cells.join("")).trim_end().to_owned()
    };
    let mut lines = vec![row("", &Target::ALL.map(Target::word))];
    for action in Action::ALL {
        for actor in Actor::ALL {
            let cell = |target: Target| {
                let target = target.standing(actor);
                word(authorize(&actor.standing(), action, Some(&target), &matrix::steward())).to_owned()
            };
            lines.push(row(&format!("{}, {}", action_word(action), actor.word()), &Target::ALL.map(cell)));
        }
    }
    lines.join("\n") + "\n"
}

#[test]
fn the_decisions_are_those_of_the_table() {
    let decided = decided();
    if decided != TABLE {
        let differ = decided.lines().zip(TABLE.lines()).filter(|(decided, told)| decided != told);
        let differ: Vec<String> =
            differ.map(|(decided, told)| format!("decided  {decided}\ntable    {told}")).collect();
        panic!("tests/data/authorize.txt says otherwise:\n{}\n\nthe whole:\n{decided}", differ.join("\n"));
    }
}

#[test]
fn the_table_can_be_asked_for_a_cell() {
    assert_eq!(matrix::expected(Action::Timeout, Actor::Moderator, Target::Member), "yes");
    assert_eq!(matrix::expected(Action::Warn { severity: 2 }, Actor::Helper, Target::Member), "level");
    assert_eq!(matrix::expected(Action::Ban, Actor::Owner, Target::Never), "yes");
    assert_eq!(matrix::expected(Action::Note, Actor::Bot, Target::Member), "by-bot");
}
