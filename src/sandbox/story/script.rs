//! The script: who there is, what happens, and what is told of it.
//!
//! Two weeks are told. Under them, and for three weeks before, runs the everyday talk of
//! [`ORDINARY`], so that the figures have something to be compared with.

/// The server they meet on.
pub const SERVER: &str = "Crumb School";

/// Sunday evening: Steward is let in, and the story begins.
pub const BEGINS: &str = "2026-10-18T18:00:00Z";

/// Monday of the first week that Steward is there for.
pub const FIRST_MONDAY: &str = "2026-10-19T00:00:00Z";

/// What someone is on the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Post {
    Owner,
    Moderator,
    Helper,
    Member,
}

/// Who is there from the start: name, post, language of their Discord.
pub const CAST: [(&str, Post, &str); 7] = [
    ("ana", Post::Owner, "en-US"),
    ("mira", Post::Moderator, "en-GB"),
    ("ilya", Post::Helper, "ru"),
    ("tove", Post::Member, "en-GB"),
    ("bob", Post::Member, "en-US"),
    ("sam", Post::Member, "en-US"),
    ("greta", Post::Member, "en-GB"),
];

/// Something that somebody does. People and channels are named; `@name` in a text is a mention.
#[derive(Debug, Clone, Copy)]
pub enum Act {
    Joins,
    Leaves,
    Says(&'static str, &'static str),
    /// Replies to what somebody said last.
    Replies(&'static str, &'static str),
    /// Reacts to what somebody said last.
    Reacts(&'static str, &'static str),
    EntersVoice,
    LeavesVoice,
    /// Uses a command in a channel.
    Uses(&'static str, &'static str, &'static [(&'static str, Value)]),
    /// Uses a command that their Discord does not offer them.
    Forces(&'static str, &'static str, &'static [(&'static str, Value)]),
    /// Presses a button of the last answer they got; so many lines of what comes are told.
    Presses(&'static str, usize),
    /// Looks at what Steward wrote last in a channel; so many lines of it are told.
    LooksAt(&'static str, usize),
    /// Looks at what Steward wrote them last; so many lines of it are told.
    OpensDm(usize),
    /// Wants to write, and cannot.
    IsKeptFrom(&'static str, &'static str),
}

/// What is given for an option of a command.
#[derive(Debug, Clone, Copy)]
pub enum Value {
    Text(&'static str),
    Number(i64),
    Member(&'static str),
    Channel(&'static str),
}

/// One line of the script.
#[derive(Debug, Clone, Copy)]
pub enum Line {
    /// The storyteller speaks.
    Words(&'static str),
    /// Told: when, who, what.
    At(&'static str, &'static str, Act),
    /// Not told.
    Aside(&'static str, &'static str, Act),
}

use Act::*;
use Line::*;
use Value::*;

/// A day that is told.
pub struct Day {
    pub date: &'static str,
    pub lines: &'static [Line],
}

pub const STORY: &[Day] = &[
    Day {
        date: "2026-10-18",
        lines: &[
            Words(
                "Crumb School teaches people to bake bread, and they meet on a Discord server. Ana runs the school, \
                 Mira moderates, Ilya lends a hand. On a Sunday evening Ana lets a new bot in: Steward.",
            ),
            Words(
                "Two things it has to be told: where the team reads what was decided, and where the weekly page goes.",
            ),
            At("18:20", "ana", Uses("staff", "setup set", &[("setting", Text("mod_log")), ("value", Text("staff"))])),
            At("18:21", "ana", Uses("staff", "digest setup", &[("channel", Channel("staff"))])),
            Words(
                "From then on it says nothing and counts: who writes where, who answers whom, who comes and goes. What \
                 people write it never gets to see.",
            ),
            Words(
                "Three ordinary weeks go by: rye, baguettes, a crust that will not stay crisp. Such everyday talk goes \
                 on underneath all that follows, and Steward counts it too; here only the rest is told.",
            ),
        ],
    },
    Day {
        date: "2026-11-09",
        lines: &[
            Words("The autumn course begins, and newcomers arrive."),
            At(
                "09:02",
                "ana",
                Says("hello", "Welcome to the autumn course. Who are you, and what do you want to bake?"),
            ),
            At("09:20", "noor", Joins),
            At("09:31", "noor", Says("hello", "I'm Noor. Everything I have baked so far set off the smoke alarm.")),
            At("09:40", "tove", Replies("noor", "Welcome, @noor. Then at least your oven works.")),
            At("09:42", "ana", Reacts("noor", "🔥")),
            At("12:15", "kofi", Joins),
            At("12:30", "kofi", Says("hello", "Kofi, from Accra. Can one follow the course without an oven?")),
            Words("It is lunchtime. Nobody answers Kofi."),
        ],
    },
    Day {
        date: "2026-11-10",
        lines: &[
            At("18:02", "jun", Joins),
            At("18:05", "jun", Says("help", "My starter smells of nail varnish. Is it dead?")),
            At("18:09", "sam", Replies("jun", "Hungry, not dead. Feed it twice a day and it will forgive you.")),
            At("18:11", "jun", Reacts("sam", "❤️")),
        ],
    },
    Day {
        date: "2026-11-11",
        lines: &[
            Words("Noor shows her first loaf, and Bob oversteps."),
            At("17:30", "noor", Says("loaves", "My first loaf. A little flat, but no alarm.")),
            At("17:34", "bob", Replies("noor", "That is no loaf, that is a doormat. Ever thought of knitting?")),
            At("17:37", "tove", Replies("bob", "Not here, @bob. Everybody's first one is flat.")),
            Aside("17:38", "sam", Reacts("noor", "🍞")),
            Words(
                "Ilya is a helper and writes it down for the others. His Discord is set to Russian, so Steward \
                 answers in Russian, and only to him.",
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
                ),
            ),
        ],
    },
    Day {
        date: "2026-11-12",
        lines: &[
            Words("A voice evening: four people bake together. Steward counts the minutes and hears nothing."),
            At("19:00", "ana", EntersVoice),
            At("19:02", "noor", EntersVoice),
            At("19:05", "jun", EntersVoice),
            At("19:10", "sam", EntersVoice),
            Aside("20:10", "jun", LeavesVoice),
            Aside("20:15", "noor", LeavesVoice),
            Aside("20:15", "sam", LeavesVoice),
            At("20:16", "ana", LeavesVoice),
        ],
    },
    Day {
        date: "2026-11-13",
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
        date: "2026-11-14",
        lines: &[
            Words("Saturday, and Bob is at it again. Mira moderates, and this time it stands on record."),
            At("16:10", "sam", Says("loaves", "My ciabatta. The holes are on purpose.")),
            At("16:14", "bob", Replies("sam", "So is the recipe, I hope. Nobody could bake that by accident.")),
            At(
                "16:20",
                "mira",
                Uses(
                    "staff",
                    "warn",
                    &[
                        ("member", Member("bob")),
                        ("reason", Text("Mocking what others have baked, after being asked not to.")),
                        ("severity", Number(1)),
                    ],
                ),
            ),
            At("16:21", "mira", Presses("Confirm", 6)),
            At("16:22", "bob", OpensDm(12)),
            At("16:30", "bob", Replies("sam", "Oh, now I am not allowed to laugh at bread?")),
            At("16:33", "bob", Says("loaves", "Sam bakes like he types.")),
            Words("The next warning weighs more. Before anything is sent, Mira sees what it will set off."),
            At(
                "16:36",
                "mira",
                Uses(
                    "staff",
                    "warn",
                    &[
                        ("member", Member("bob")),
                        ("reason", Text("Went on after a warning, now against Sam himself.")),
                        ("severity", Number(2)),
                    ],
                ),
            ),
            At("16:37", "mira", Presses("Confirm", 6)),
            At("16:38", "bob", IsKeptFrom("loaves", "I only said what everybody")),
            At("16:40", "bob", OpensDm(12)),
            At("16:42", "ana", LooksAt("staff", 12)),
        ],
    },
    Day {
        date: "2026-11-15",
        lines: &[
            Words("The hour has long passed: the timeout ended by itself, and Steward has noted that too."),
            At("16:20", "noor", Says("loaves", "Second loaf. It rose!")),
            At("16:26", "bob", Replies("noor", "Now that is a loaf. And I am sorry about Wednesday, @noor.")),
            At("16:30", "noor", Reacts("bob", "👍")),
            Aside("16:31", "tove", Reacts("noor", "🎉")),
        ],
    },
    Day {
        date: "2026-11-16",
        lines: &[
            Words("A new week. Mira looks at what the team has on record."),
            At("08:50", "mira", Uses("staff", "case list", &[])),
            At("08:52", "mira", Uses("staff", "case view", &[("number", Number(1))])),
            Words("At nine Steward posts the week's digest for the team."),
            At("09:01", "ana", LooksAt("staff", 10)),
            Words("Ana wants to know more about the first week of the course."),
            At("09:05", "ana", Uses("lounge", "stats server", &[("period", Text("last week"))])),
            At("09:06", "ana", Presses("What is this?", 4)),
            Words("So far only she sees any of this. She shares the figures with everyone."),
            At("09:08", "ana", Presses("Post here", 3)),
        ],
    },
    Day {
        date: "2026-11-17",
        lines: &[
            Words("Two of three newcomers were answered, so one was not. Ana goes and looks for him."),
            At(
                "10:12",
                "ana",
                Replies("kofi", "@kofi, nobody answered you, and I am sorry. Yes: a pot with a lid will do."),
            ),
            At("10:30", "kofi", Replies("ana", "Then I shall bake on Saturday.")),
            At("17:20", "lena", Joins),
            At("17:25", "lena", Says("hello", "Lena. I am here for the rye.")),
            At("17:28", "tove", Replies("lena", "Then you have found your people.")),
        ],
    },
    Day {
        date: "2026-11-19",
        lines: &[
            Words("Bread clinic: for an hour, Ana answers whatever people ask."),
            At("19:00", "ana", Says("help", "The bread clinic is open. There are no silly questions.")),
            Aside("19:01", "jun", Replies("ana", "Why do my baguettes burst at the side?")),
            Aside("19:02", "ana", Replies("jun", "Score deeper, and give them steam for the first ten minutes.")),
            At("19:04", "pia", Joins),
            At("19:05", "pia", Says("help", "I came for this. Does salt kill yeast?")),
            At("19:06", "ana", Replies("pia", "Only if they meet alone in the dark. Stir it in last.")),
            Aside("19:08", "lena", Says("help", "How long does rye keep?")),
            Aside("19:09", "ana", Replies("lena", "A week. In this house, a day.")),
            At("19:11", "bob", Replies("pia", "Good question, @pia. I wondered for years and never dared to ask.")),
            At("19:12", "pia", Reacts("bob", "❤️")),
            Aside("19:14", "kofi", Says("help", "How hot must the pot be?")),
            Aside("19:15", "ana", Replies("kofi", "So hot that a drop of water dances.")),
            Aside("19:17", "noor", Says("help", "Mine is brown outside and wet inside.")),
            Aside("19:18", "ana", Replies("noor", "Cooler and longer. And let it rest before you cut it.")),
            Aside("19:21", "jun", Says("help", "Can I keep the starter in the fridge?")),
            Aside("19:22", "sam", Replies("jun", "Yes, for a fortnight. Mine has survived worse.")),
            Aside("19:25", "lena", Says("help", "Which flour for a first rye?")),
            Aside("19:26", "tove", Replies("lena", "Half and half, then more rye each week.")),
            Aside("19:30", "noor", Says("help", "How do I know that the dough is ready?")),
            Aside("19:31", "bob", Replies("noor", "Poke it. If it comes back slowly, it is.")),
            Aside("19:33", "noor", Reacts("bob", "🙏")),
            Words("And so on, until everybody knows what to do with their dough. Some stay and talk in the Kitchen."),
            Aside("19:58", "ana", Says("help", "The clinic is closed. Go and bake.")),
            Aside("20:00", "ana", EntersVoice),
            Aside("20:01", "jun", EntersVoice),
            Aside("20:03", "pia", EntersVoice),
            Aside("20:40", "pia", LeavesVoice),
            Aside("20:41", "jun", LeavesVoice),
            Aside("20:41", "ana", LeavesVoice),
        ],
    },
    Day { date: "2026-11-20", lines: &[At("21:40", "greta", Leaves), Words("Nobody notices. Steward does.")] },
    Day {
        date: "2026-11-21",
        lines: &[
            At("15:00", "kofi", Says("loaves", "No oven. One pot. Bread.")),
            Aside("15:01", "noor", Reacts("kofi", "🍞")),
            Aside("15:02", "tove", Reacts("kofi", "🍞")),
            Aside("15:02", "ana", Reacts("kofi", "🍞")),
            At("15:04", "bob", Replies("kofi", "I could not do that, @kofi. Will you show me?")),
            Words("Not every note is a bad one. Mira adds to what is known about Bob."),
            At(
                "16:00",
                "mira",
                Uses(
                    "staff",
                    "note",
                    &[
                        ("member", Member("bob")),
                        ("text", Text("Apologised to Noor, kind to newcomers all week. Nothing more to do.")),
                    ],
                ),
            ),
        ],
    },
    Day {
        date: "2026-11-23",
        lines: &[
            At("08:55", "ana", Says("lounge", "Good morning. New week, new dough.")),
            At("09:01", "ana", LooksAt("staff", 3)),
            Words("The week is over. This is its digest: one page for whoever looks after the place."),
        ],
    },
];

/// An ordinary week of the regulars, never told: day from Monday as 0, time, who, what.
pub const ORDINARY: &[(i64, &str, &str, Act)] = &[
    (0, "08:10", "ana", Says("lounge", "New week, new dough. What is everybody baking?")),
    (0, "08:24", "tove", Replies("ana", "Rye, as ever.")),
    (0, "08:31", "bob", Replies("ana", "Baguettes. Proper ones.")),
    (0, "08:40", "greta", Says("lounge", "Nothing before Thursday. I am out of flour.")),
    (0, "19:02", "sam", Says("help", "My crust is soft an hour after baking. Why?")),
    (0, "19:08", "ilya", Replies("sam", "The steam stays in. Leave the oven door ajar at the end.")),
    (0, "19:15", "sam", Reacts("ilya", "🙏")),
    (1, "12:30", "greta", Says("loaves", "Sunday's loaf, a little late.")),
    (1, "12:41", "tove", Reacts("greta", "🍞")),
    (1, "12:45", "bob", Replies("greta", "A good ear on that one.")),
    (1, "20:10", "sam", Says("help", "Is 78 percent water too much for me?")),
    (1, "20:16", "bob", Replies("sam", "Yes.")),
    (1, "20:19", "ilya", Replies("sam", "Try 70 first, then climb.")),
    (2, "07:55", "tove", Says("lounge", "The baker's hour: all ovens on, all birds off.")),
    (2, "08:02", "ana", Reacts("tove", "🐦")),
    (2, "13:20", "mira", Says("lounge", "Please keep questions about dough in the help channel.")),
    (2, "13:31", "sam", Replies("mira", "Guilty. Sorry.")),
    (2, "21:03", "bob", Says("loaves", "Four baguettes. Three survived the photograph.")),
    (2, "21:10", "tove", Replies("bob", "One for each of us, then.")),
    (3, "10:15", "ilya", Says("help", "For everybody: weigh the water, too.")),
    (3, "10:22", "sam", Reacts("ilya", "👍")),
    (3, "17:45", "sam", Says("loaves", "Seventy percent. It holds.")),
    (3, "17:52", "ilya", Replies("sam", "Look at that.")),
    (3, "17:58", "ana", Replies("sam", "Well done.")),
    (4, "09:12", "bob", Says("lounge", "Friday is pizza. I will not discuss it.")),
    (4, "09:20", "tove", Replies("bob", "We know.")),
    (4, "18:30", "sam", Says("lounge", "What goes on it?")),
    (4, "18:36", "bob", Replies("sam", "Less than you think.")),
    (5, "11:05", "tove", Says("loaves", "The rye. Dense as a good book.")),
    (5, "11:16", "sam", Reacts("tove", "🍞")),
    (5, "11:20", "mira", Replies("tove", "I would read that.")),
    (6, "10:40", "ana", Says("loaves", "Sunday rolls, for eleven at the table.")),
    (6, "10:52", "tove", Replies("ana", "Is there a twelfth chair?")),
    (6, "20:15", "ilya", Says("lounge", "Starters fed? Then sleep well.")),
];

/// Which of the lines of an ordinary week are left out, week by week: every so many-th. The first
/// week is whole, so that everybody has something to reply to.
pub const LEFT_OUT: [usize; 5] = [usize::MAX, 4, 6, 3, 7];
