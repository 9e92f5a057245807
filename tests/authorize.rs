//! Who may do what to whom: the decision held against the table, cell by cell.

use proptest::prelude::*;
use serenity::all::Permissions;
use steward::discord::access::authorize::{About, Action, Presence, Refused, Standing, authorize, feasible};
use steward::discord::access::level::Level;
use steward::discord::client::directory::Rank;
use steward::error::Error;
use steward::features::moderation::actions as moderation;
use steward::features::moderation::raids::actions as raids;
use steward::features::setup::actions as setup;
use steward::ids::{MemberId, RoleId};

use crate::support::matrix;
use crate::support::matrix::{Actor, TABLE, Target, word};

/// The whole table as the rules make it.
fn decided() -> String {
    let row = |left: &str, cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| format!("{cell:<8}")).collect();
        format!("{left:<28}| {}", cells.join("")).trim_end().to_owned()
    };
    let mut lines = vec![row("", &Target::ALL.map(Target::word))];
    for action in matrix::actions() {
        for actor in Actor::ALL {
            let cell = |target: Target| {
                let target = target.standing(actor);
                word(authorize(&actor.standing(), action, Some(&target), &matrix::steward())).to_owned()
            };
            lines.push(row(&format!("{}, {}", action.name, actor.word()), &Target::ALL.map(cell)));
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
    assert_eq!(matrix::expected(moderation::TIMEOUT, Actor::Moderator, Target::Member), "yes");
    assert_eq!(matrix::expected(moderation::WARN_SERIOUS, Actor::Helper, Target::Member), "level");
    assert_eq!(matrix::expected(moderation::BAN, Actor::Owner, Target::Never), "yes");
    assert_eq!(matrix::expected(moderation::NOTE, Actor::Bot, Target::Member), "by-bot");
}

const STEWARD: MemberId = MemberId(1);
const ACTOR: MemberId = MemberId(2);
const TARGET: MemberId = MemberId(3);

fn able_steward() -> Standing {
    Standing { member: STEWARD, ..present(STEWARD, Level::Manager, 1_000, Permissions::all()) }
}

fn present(member: MemberId, level: Level, position: u16, permissions: Permissions) -> Standing {
    let top = if position == 0 { Rank::EVERYONE } else { Rank::new(position, RoleId(i64::from(position))) };
    let presence = Presence::Here;
    Standing { level, top, permissions, presence, ..Standing::absent(member, false) }
}

#[test]
fn roles_of_one_position_stand_by_age_and_everyone_below_all() {
    let order = [
        Rank::EVERYONE,
        Rank::new(0, RoleId(7)),
        Rank::new(1, RoleId(9)),
        Rank::new(1, RoleId(8)),
        Rank::new(2, RoleId(99)),
    ];
    assert!(order.is_sorted_by(|below, above| below < above), "{order:?}");
}

#[test]
fn what_steward_cannot_do_is_said_before_discord_refuses_it() {
    use Permissions as P;
    let acts = [
        (moderation::TIMEOUT, P::MODERATE_MEMBERS),
        (moderation::UNTIMEOUT, P::MODERATE_MEMBERS),
        (moderation::KICK, P::KICK_MEMBERS),
        (moderation::KICK_AND_DELETE, P::BAN_MEMBERS),
        (moderation::BAN, P::BAN_MEMBERS),
        (moderation::UNBAN, P::BAN_MEMBERS),
    ];
    let moderator = present(ACTOR, Level::Moderator, 500, P::MODERATE_MEMBERS);
    let member = present(TARGET, Level::Everyone, 0, P::empty());
    for (action, needed) in acts {
        let may = |target, steward| authorize(&moderator, action, Some(&target), &steward);
        assert_eq!(may(member.clone(), Standing { permissions: needed, ..able_steward() }), Ok(()));
        let unable = Standing { permissions: P::all().difference(needed | P::ADMINISTRATOR), ..able_steward() };
        assert_eq!(may(member.clone(), unable), Err(Refused::StewardLacks(needed)));
        let low = || Standing { top: member.top, ..able_steward() };
        let rank = if action == moderation::UNBAN { Ok(()) } else { Err(Refused::StewardRole(TARGET)) };
        assert_eq!(may(member.clone(), low()), rank, "{action:?}");
        if action.rule.absent {
            assert_eq!(may(Standing::absent(TARGET, false), low()), Ok(()), "{action:?}: nobody to stand above");
        }
    }
    let on_the_server = [setup::CREATE_CHANNELS, raids::PAUSE_SERVER];
    for action in on_the_server {
        let needed = action.rule.needs;
        let unable = Standing { permissions: P::all().difference(needed), ..able_steward() };
        assert_eq!(feasible(action, None, &unable), Err(Refused::StewardLacks(needed)));
    }
    for action in matrix::actions() {
        if !acts.iter().any(|(act, _)| *act == action) && !on_the_server.contains(&action) {
            let powerless = Standing::absent(STEWARD, true);
            assert_eq!(feasible(action, Some(&member), &powerless), Ok(()), "{action:?} takes nothing of Discord");
        }
    }
}

#[test]
fn an_action_on_a_person_without_the_person_is_our_mistake() {
    let owner = Standing { owner: true, ..present(ACTOR, Level::Manager, 0, Permissions::all()) };
    for action in matrix::actions() {
        let done = authorize(&owner, action, None, &able_steward());
        let expected = if action.rule.about == About::Nobody { Ok(()) } else { Err(Refused::Nobody) };
        assert_eq!(done, expected, "{action:?}");
    }
    assert!(matches!(Error::from(Refused::Nobody), Error::Fault(_)));
}

#[test]
fn whoever_is_in_a_timeout_or_gone_has_no_level() {
    let moderator = present(ACTOR, Level::Moderator, 500, Permissions::MODERATE_MEMBERS);
    let gone = Standing { presence: Presence::Absent, ..moderator.clone() };
    let silenced = Standing { timed_out: true, ..moderator.clone() };
    let member = present(TARGET, Level::Everyone, 0, Permissions::empty());
    for actor in [gone, silenced.clone()] {
        let done = authorize(&actor, moderation::TIMEOUT, Some(&member), &able_steward());
        assert_eq!(done, Err(Refused::Level(Level::Moderator)));
    }
    let helper = present(MemberId(4), Level::Helper, 600, Permissions::MANAGE_MESSAGES);
    let done = authorize(&helper, moderation::WARN_MINOR, Some(&silenced), &able_steward());
    assert_eq!(done, Err(Refused::HigherLevel(ACTOR)), "a timeout makes nobody fair game");
}

fn levels() -> impl Strategy<Value = Level> {
    prop::sample::select(vec![Level::Everyone, Level::Helper, Level::Moderator, Level::Manager])
}

fn rights() -> impl Strategy<Value = Permissions> {
    use Permissions as P;
    let all = vec![P::ADMINISTRATOR, P::MODERATE_MEMBERS, P::KICK_MEMBERS, P::BAN_MEMBERS];
    prop::sample::subsequence(all, 0..=4).prop_map(|some| some.into_iter().fold(P::empty(), |all, one| all | one))
}

prop_compose! {
    fn standing(member: MemberId)(
        level in levels(), position in 0_u16..6, permissions in rights(),
        (owner, bot, timed_out, gone) in (prop::bool::weighted(0.1), prop::bool::weighted(0.2),
                                          prop::bool::weighted(0.1), prop::bool::weighted(0.2)),
    ) -> Standing {
        if gone {
            return Standing::absent(member, bot);
        }
        Standing { owner, bot, timed_out, ..present(member, level, position, permissions) }
    }
}

/// The target is now and then the actor or Steward.
fn targets() -> impl Strategy<Value = Standing> {
    prop_oneof![8 => Just(TARGET), 1 => Just(ACTOR), 1 => Just(STEWARD)].prop_flat_map(standing)
}

fn actions() -> impl Strategy<Value = Action> {
    prop::sample::select(matrix::actions())
}

proptest! {
    #[test]
    fn a_higher_level_takes_nothing_away(
        actor in standing(ACTOR), level in levels(), action in actions(), target in targets(), steward in standing(STEWARD),
    ) {
        let higher = Standing { level: level.max(actor.level), ..actor.clone() };
        if authorize(&actor, action, Some(&target), &steward).is_ok() {
            prop_assert_eq!(authorize(&higher, action, Some(&target), &steward), Ok(()));
        }
    }

    #[test]
    fn a_higher_role_takes_nothing_away(
        actor in standing(ACTOR), up in 0_u16..4, action in actions(), target in targets(), steward in standing(STEWARD),
    ) {
        let higher = Standing { top: raised(actor.top, up), ..actor.clone() };
        if authorize(&actor, action, Some(&target), &steward).is_ok() {
            prop_assert_eq!(authorize(&higher, action, Some(&target), &steward), Ok(()));
        }
    }

    #[test]
    fn nobody_is_easier_to_reach_with_a_higher_role_or_level(
        actor in standing(ACTOR), up in 0_u16..4, level in levels(), action in actions(), target in targets(),
        steward in standing(STEWARD),
    ) {
        prop_assume!(target.presence == Presence::Here);
        let higher = Standing { top: raised(target.top, up), level: level.max(target.level), ..target.clone() };
        if authorize(&actor, action, Some(&target), &steward).is_err() {
            prop_assert!(authorize(&actor, action, Some(&higher), &steward).is_err());
        }
    }

    #[test]
    fn the_owner_is_stopped_only_by_what_nobody_could_do(
        actor in standing(ACTOR), action in actions(), target in targets(), steward in standing(STEWARD),
    ) {
        let owner = Standing { owner: true, bot: false, timed_out: false, level: Level::Manager,
                               presence: Presence::Here, ..actor };
        let target = Standing { owner: target.member == owner.member, ..target };
        let done = authorize(&owner, action, Some(&target), &steward);
        prop_assert!(matches!(done, Ok(()) | Err(
            Refused::Oneself | Refused::Steward | Refused::OfBot(_) | Refused::Absent(..)
            | Refused::Administrator(_) | Refused::StewardRole(_) | Refused::StewardLacks(_)
        )), "{done:?}");
    }

    #[test]
    fn nobody_acts_on_themself_on_steward_on_the_owner_or_as_a_bot(
        actor in standing(ACTOR), action in actions(), target in targets(), steward in standing(STEWARD),
    ) {
        if authorize(&actor, action, Some(&target), &steward).is_ok() {
            prop_assert!(!actor.bot);
            match action.rule.about {
                About::Nobody => {}
                About::Record => prop_assert!(target.member != ACTOR),
                About::Person(_) => prop_assert!(target.member == TARGET && !target.owner),
            }
        }
    }
}

fn raised(top: Rank, up: u16) -> Rank {
    match (top, up) {
        (top, 0) => top,
        (Rank(None), up) => Rank::new(up, RoleId(i64::from(up))),
        (Rank(Some((position, role))), up) => Rank::new(position + up, role.0),
    }
}
