//! The first three weeks: Steward arrives, Bob oversteps, half of the school goes on holiday.

use super::Act::*;
use super::Day;
use super::Line::*;
use super::Value::*;

pub const DAYS: &[Day] = &[
    Day {
        date: "2026-10-11",
        lines: &[
            Words(
                "Crumb School teaches people to bake bread, and they meet on a Discord server. Mira founded it. Ana \
                 moderates, and needs few words for it. Ilya helps whoever asks, in Russian if he may.",
            ),
            Words(
                "Tove greets everybody. Bob bakes the best baguettes and has the sharpest tongue. Sam's crusts are \
                 soft. Greta is there every day, and Dan, who bakes at night, when nobody is.",
            ),
            Words("On a Sunday evening in October Mira lets in a new bot: Steward. It offers to be shown around."),
            At("18:15", "mira", Uses("staff", "setup start", &[], 5)),
            Words(
                "Every step can be skipped, and Mira skips them all. Two things she wants to say herself: where the \
                 team reads what was decided, and where the weekly page goes.",
            ),
            At(
                "18:20",
                "mira",
                Uses("staff", "setup set", &[("setting", Text("mod_log")), ("value", Text("staff"))], 8),
            ),
            At("18:21", "mira", Uses("staff", "digest setup", &[("channel", Channel("staff"))], 8)),
            Words(
                "From then on it says nothing and counts: who writes where, who answers whom, who comes and goes. What \
                 people write it never gets to see.",
            ),
        ],
    },
    Day {
        date: "2026-10-12",
        lines: &[
            Words("The first week. Everyday talk goes on under all that follows; here only the rest is told."),
            At("09:20", "noor", Joins),
            At("09:31", "noor", Says("hello", "I'm Noor. Everything I have baked so far set off the smoke alarm.")),
            At("09:40", "tove", Replies("noor", "Welcome, @noor. Then at least your oven works.")),
            At("09:42", "mira", Reacts("noor", "🔥")),
        ],
    },
    Day {
        date: "2026-10-15",
        lines: &[
            Words("Noor shows her first loaf, and Bob oversteps."),
            At("17:30", "noor", Says("loaves", "My first loaf. A little flat, but no alarm.")),
            At("17:34", "bob", Replies("noor", "That is no loaf, that is a doormat. Ever thought of knitting?")),
            At("17:37", "tove", Replies("bob", "Not here, @bob. Everybody's first one is flat.")),
            Aside("17:38", "sam", Reacts("noor", "🍞")),
            Words(
                "Ilya writes it down for the others. His Discord is set to Russian, so Steward answers in Russian, and \
                 only to him.",
            ),
            At(
                "17:45",
                "ilya",
                Uses(
                    "loaves",
                    "note",
                    &[
                        ("member", Member("bob")),
                        ("text", Text("Mocked Noor's first loaf in #loaves. I have asked him to be kinder.")),
                    ],
                    6,
                ),
            ),
        ],
    },
    Day {
        date: "2026-10-19",
        lines: &[
            Words("A new week. At nine on Monday Steward posts its first page for the team."),
            At("09:01", "ana", LooksAt("staff", 4)),
        ],
    },
    Day {
        date: "2026-10-21",
        lines: &[
            Words(
                "Bob has heard that there are notes, and tries to write one himself. Discord offers him no such \
                 command; he sends it all the same. Steward looks again at who is asking.",
            ),
            At(
                "13:10",
                "bob",
                Forces("lounge", "note", &[("member", Member("tove")), ("text", Text("Takes bread too seriously."))]),
            ),
        ],
    },
    Day {
        date: "2026-10-24",
        lines: &[
            Words("Saturday, and Bob is at it again. This time Ana puts it on record."),
            At("16:10", "sam", Says("loaves", "My ciabatta. The holes are on purpose.")),
            At("16:14", "bob", Replies("sam", "So is the recipe, I hope. Nobody could bake that by accident.")),
            At(
                "16:20",
                "ana",
                Uses(
                    "staff",
                    "warn",
                    &[
                        ("member", Member("bob")),
                        ("reason", Text("Mocking what others have baked, after being asked not to.")),
                        ("severity", Number(1)),
                    ],
                    20,
                ),
            ),
            At("16:21", "ana", Presses("Confirm", 6)),
            At("16:22", "bob", OpensDm(12)),
            At("16:30", "bob", Replies("sam", "Oh, now I am not allowed to laugh at bread?")),
            At("16:33", "bob", Says("loaves", "Sam bakes like he types.")),
            Words("The next warning weighs more. Before anything is sent, Ana sees what it will set off."),
            At(
                "16:36",
                "ana",
                Uses(
                    "staff",
                    "warn",
                    &[
                        ("member", Member("bob")),
                        ("reason", Text("Went on after a warning, now against Sam himself.")),
                        ("severity", Number(2)),
                    ],
                    20,
                ),
            ),
            At("16:37", "ana", Presses("Confirm", 6)),
            At("16:38", "bob", IsKeptFrom("loaves", "I only said what everybody")),
            At("16:40", "bob", OpensDm(12)),
            At("16:41", "bob", Presses("My record", 8)),
            At("16:43", "ana", LooksAt("staff", 12)),
            Words("What follows from what is no secret. Dan looks it up, in Romanian."),
            At("23:50", "dan", Uses("lounge", "ladder", &[], 8)),
        ],
    },
    Day {
        date: "2026-10-26",
        lines: &[
            Words(
                "The hour is long over: the timeout ended by itself. It is half-term, half of them are away, and Bob \
                 does not write a word.",
            ),
            At("09:01", "ana", LooksAt("staff", 4)),
        ],
    },
    Day {
        date: "2026-10-30",
        lines: &[
            At("11:20", "greta", Says("lounge", "The mill has closed. I shall be back when I find another.")),
            Words("Nobody answers. It is a quiet week."),
        ],
    },
    Day {
        date: "2026-11-01",
        lines: &[
            At("16:20", "noor", Says("loaves", "Second loaf. It rose!")),
            At("16:26", "bob", Replies("noor", "Now that is a loaf. And I am sorry about the first one, @noor.")),
            At("16:30", "noor", Reacts("bob", "👍")),
            Aside("16:31", "tove", Reacts("noor", "🎉")),
            Aside("16:40", "bob", Says("loaves", "Sam, I take back the ciabatta as well.")),
            At("16:44", "sam", Replies("bob", "Eat it first, then take it back.")),
        ],
    },
];
