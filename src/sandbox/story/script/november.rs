//! The other three: a raid, the autumn course, the bread clinic.

use super::Act::*;
use super::Day;
use super::Line::*;
use super::Value::*;

/// Who is left when the others have gone by themselves.
const TO_CLEAN: &[&str] = {
    let (_, rest) = super::RAIDERS.split_at(2);
    rest
};

pub const DAYS: &[Day] = &[
    Day {
        date: "2026-11-04",
        lines: &[
            Words("Wednesday evening, the fourth week."),
            Raid("20:14"),
            Words("Forty accounts in two minutes, all of them an hour old. Steward has seen it, too."),
            At("20:17", "ilya", Says("lounge", "Please click nothing. We are on it.")),
            At("20:17:20", "ana", LooksAt("staff", 6)),
            At("20:17:40", "ana", PressesIn("staff", "Pause invites 1 h", 2)),
            At(
                "20:18",
                "ana",
                Uses(
                    "staff",
                    "timeout",
                    &[
                        ("member", Member("gift03")),
                        ("duration", Text("1d")),
                        ("reason", Text("Spam, by an account that is an hour old.")),
                    ],
                    6,
                ),
            ),
            Aside("20:18:30", "gift01", Leaves),
            Aside("20:18:40", "gift02", Leaves),
            Words("One by one would take all night. So Ana asks for all who came in the last ten minutes."),
            At("20:20", "ana", Uses("staff", "raid clean", &[("since", Text("10m")), ("act", Text("ban"))], 10)),
            At("20:21", "ana", Cleans(TO_CLEAN, 3)),
            At("20:22", "ana", LooksAt("staff", 8)),
            At("20:24", "ana", Says("lounge", "Gone. Back to bread.")),
            At("20:26", "tove", Replies("ana", "Forty guests, and not one of them brought any.")),
        ],
    },
    Day {
        date: "2026-11-09",
        lines: &[
            Words("The page of the raid's week says how much of its growth was none."),
            At("09:01", "ana", LooksAt("staff", 12)),
            Words("The same morning the autumn course begins, and newcomers arrive who mean it."),
            At(
                "09:10",
                "mira",
                Says("hello", "Welcome to the autumn course. Who are you, and what do you want to bake?"),
            ),
            At("12:15", "kofi", Joins),
            At("12:30", "kofi", Says("hello", "Kofi, from Accra. Can one follow the course without an oven?")),
            Words("It is lunchtime. Nobody answers Kofi."),
            At("17:20", "lena", Joins),
            At("17:25", "lena", Says("hello", "Lena. I am here for the rye.")),
            At("17:28", "tove", Replies("lena", "Then you have found your people.")),
        ],
    },
    Day {
        date: "2026-11-10",
        lines: &[
            At("18:02", "jun", Joins),
            At("18:05", "jun", Says("help", "My starter smells of nail varnish. Is it dead?")),
            At("18:09", "bob", Replies("jun", "Hungry, not dead. Feed it twice a day and it will forgive you.")),
            At("18:11", "jun", Reacts("bob", "❤️")),
            Aside("19:40", "omar", Joins),
            Aside("19:44", "omar", Says("help", "Which flour does one begin with?")),
            At("19:47", "bob", Replies("omar", "The one you have, @omar. Better ones come by themselves.")),
        ],
    },
    Day {
        date: "2026-11-12",
        lines: &[
            Words("A voice evening: four people bake together. Steward counts the minutes and hears nothing."),
            At("19:00", "mira", EntersVoice),
            At("19:02", "noor", EntersVoice),
            At("19:05", "jun", EntersVoice),
            At("19:10", "sam", EntersVoice),
            Aside("20:10", "jun", LeavesVoice),
            Aside("20:15", "noor", LeavesVoice),
            Aside("20:15", "sam", LeavesVoice),
            At("20:16", "mira", LeavesVoice),
        ],
    },
    Day {
        date: "2026-11-16",
        lines: &[
            Words("The last week of the story. Mira wants to know how the course has begun."),
            At("09:05", "mira", Uses("lounge", "stats server", &[("period", Text("last week"))], 9)),
            At("09:06", "mira", Presses("What is this?", 5)),
            Words("So far only she sees any of this. She shares the figures with everyone."),
            At("09:08", "mira", Presses("Post here", 3)),
        ],
    },
    Day {
        date: "2026-11-17",
        lines: &[
            Words("Three of four newcomers were answered, so one was not. Mira goes and looks for him."),
            At(
                "10:12",
                "mira",
                Replies("kofi", "@kofi, nobody answered you, and I am sorry. Yes: a pot with a lid will do."),
            ),
            At("10:30", "kofi", Replies("mira", "Then I shall bake on Saturday.")),
        ],
    },
    Day {
        date: "2026-11-18",
        lines: &[
            Words("Noor has seen the figures too, and asks Steward what it knows about her."),
            At("12:40", "noor", Uses("lounge", "privacy show", &[], 8)),
            Words(
                "In the evening Mira asks all of them what comes next. Before anybody sees it, she sees what it will \
                 look like.",
            ),
            At(
                "18:00",
                "mira",
                Uses(
                    "lounge",
                    "poll create",
                    &[
                        ("question", Text("What shall the next bread clinic be about?")),
                        ("options", Text("Sourdough; Baguettes; Rye")),
                        ("closes", Text("friday 20:00")),
                    ],
                    16,
                ),
            ),
            At("18:01", "mira", Presses("Publish", 3)),
            At("18:04", "tove", PressesIn("lounge", "Rye", 5)),
            Aside("18:06", "jun", PressesIn("lounge", "Sourdough", 5)),
            At("18:07", "bob", PressesIn("lounge", "Baguettes", 2)),
            Aside("18:15", "lena", PressesIn("lounge", "Rye", 5)),
            Aside("18:20", "noor", PressesIn("lounge", "Sourdough", 5)),
            At("18:40", "greta", PressesIn("lounge", "Rye", 2)),
            Words("Whoever has changed their mind says so. Greta would rather leave it to those who will be there."),
            At("18:52", "bob", PressesIn("lounge", "Sourdough", 2)),
            At("18:55", "greta", PressesIn("lounge", "My vote", 2)),
            At("18:56", "greta", Presses("Withdraw vote", 2)),
            At("19:00", "mira", LooksAt("lounge", 12)),
            Words("And for tomorrow she calls those together who want to knead at her table. It has two chairs."),
            At(
                "19:10",
                "mira",
                Uses(
                    "loaves",
                    "event create",
                    &[
                        ("title", Text("Bread clinic at the table")),
                        ("starts", Text("thursday 20:00")),
                        ("capacity", Number(2)),
                        ("place", Text("in_person")),
                        ("address", Text("Mill Lane 4")),
                    ],
                    16,
                ),
            ),
            At("19:11", "mira", Presses("Publish", 3)),
            At("19:20", "jun", PressesIn("loaves", "Going", 2)),
            Aside("19:24", "lena", PressesIn("loaves", "Going", 2)),
            At("19:30", "kofi", PressesIn("loaves", "Going", 2)),
        ],
    },
    Day {
        date: "2026-11-19",
        lines: &[
            Words("Jun cannot come to the table after all. Kofi has waited longest, and hears it at once."),
            At("11:00", "jun", PressesIn("loaves", "Can't", 2)),
            At("11:02", "kofi", OpensDm(3)),
            At("11:05", "mira", LooksAt("loaves", 8)),
            Words(
                "Today is the bread clinic. Anyone who can't be there, or would rather not ask aloud, asks Steward: Mira \
                 announces an AMA, and questions are collected until the evening.",
            ),
            At(
                "12:00",
                "mira",
                Uses(
                    "help",
                    "ama create",
                    &[
                        ("title", Text("Bread clinic")),
                        ("host", Member("mira")),
                        ("starts", Text("19:00")),
                        ("closes", Text("20:00")),
                    ],
                    10,
                ),
            ),
            Aside("12:01", "mira", Presses("Publish", 3)),
            At("12:31", "dan", Writes(Some("help"), "Ask anonymously", "Is it cheating to use a machine?", 4)),
            Aside("12:40", "kofi", Uses("help", "ask", &[("text", Text("Which pot is best for baking?"))], 4)),
            At("12:45", "ana", PressesIn("staff", "Approve", 3)),
            Aside("12:46", "ana", PressesIn("staff", "Approve", 3)),
            At("18:30", "tove", PressesIn("Bread clinic", "▲ 0", 2)),
            Words("Bread clinic: for an hour, Mira answers whatever people ask."),
            At("19:00", "mira", Says("help", "The bread clinic is open. There are no silly questions.")),
            Aside("19:01", "jun", Replies("mira", "Why do my baguettes burst at the side?")),
            Aside("19:02", "mira", Replies("jun", "Score deeper, and give them steam for the first ten minutes.")),
            At("19:04", "pia", Joins),
            At("19:05", "pia", Says("help", "I came for this. Does salt kill yeast?")),
            At("19:06", "mira", Replies("pia", "Only if they meet alone in the dark. Stir it in last.")),
            Aside("19:08", "lena", Says("help", "How long does rye keep?")),
            Aside("19:09", "mira", Replies("lena", "A week. In this house, a day.")),
            At("19:11", "bob", Replies("pia", "Good question, @pia. I wondered for years and never dared to ask.")),
            At("19:12", "pia", Reacts("bob", "❤️")),
            Aside("19:14", "kofi", Says("help", "How hot must the pot be?")),
            Aside("19:15", "mira", Replies("kofi", "So hot that a drop of water dances.")),
            Aside("19:16", "omar", Says("help", "And how do I get it out of the pot?")),
            Aside("19:17", "dan", Replies("omar", "Paper. Always paper.")),
            Aside("19:18", "noor", Says("help", "Mine is brown outside and wet inside.")),
            Aside("19:19", "mira", Replies("noor", "Cooler and longer. And let it rest before you cut it.")),
            Aside("19:21", "jun", Says("help", "Can I keep the starter in the fridge?")),
            Aside("19:22", "sam", Replies("jun", "Yes, for a fortnight. Mine has survived worse.")),
            Aside("19:25", "lena", Says("help", "Which flour for a first rye?")),
            Aside("19:26", "tove", Replies("lena", "Half and half, then more rye each week.")),
            Aside("19:30", "noor", Says("help", "How do I know that the dough is ready?")),
            Aside("19:31", "bob", Replies("noor", "Poke it. If it comes back slowly, it is.")),
            Aside("19:33", "noor", Reacts("bob", "🙏")),
            Aside("19:36", "omar", Replies("bob", "I poked it. It has not come back.")),
            Aside("19:37", "bob", Replies("omar", "Then it was ready yesterday, @omar. Bake it anyway.")),
            Aside("19:38", "ana", Reacts("bob", "😄")),
            Aside("19:40", "mira", PressesIn("help", "Host panel", 4)),
            At("19:41", "mira", Presses("Next by votes", 4)),
            At("19:42", "mira", Writes(None, "Answer", "Not if you say thank you to it.", 5)),
            Words("And so on, until everybody knows what to do with their dough. Some stay and talk in the Kitchen."),
            Aside("19:58", "mira", Says("help", "The clinic is closed. Go and bake.")),
            Aside("20:00", "mira", EntersVoice),
            Aside("20:01", "jun", EntersVoice),
            Aside("20:03", "pia", EntersVoice),
            Words("At eight the AMA closes by itself. What was asked and answered stays in its thread."),
            At("20:05", "mira", LooksAt("Bread clinic", 12)),
            Aside("20:40", "pia", LeavesVoice),
            Aside("20:41", "jun", LeavesVoice),
            Aside("20:41", "mira", LeavesVoice),
        ],
    },
    Day {
        date: "2026-11-20",
        lines: &[
            Aside("12:30", "omar", PressesIn("lounge", "Sourdough", 5)),
            At("19:58", "dan", PressesIn("lounge", "Baguettes", 5)),
            Words("At eight the poll closes by itself. What came out stands below it, with a picture."),
            At("20:02", "mira", LooksAt("lounge", 14)),
            At("21:40", "greta", Leaves),
            Words("Nobody notices. Steward does."),
        ],
    },
    Day {
        date: "2026-11-21",
        lines: &[
            At("15:00", "kofi", Says("loaves", "No oven. One pot. Bread.")),
            Aside("15:01", "noor", Reacts("kofi", "🍞")),
            Aside("15:02", "tove", Reacts("kofi", "🍞")),
            Aside("15:02", "mira", Reacts("kofi", "🍞")),
            At("15:04", "bob", Replies("kofi", "I could not do that, @kofi. Will you show me?")),
            Words("Not every note is a bad one. Ana adds to what is known about Bob, and looks at the whole of it."),
            At(
                "16:00",
                "ana",
                Uses(
                    "staff",
                    "note",
                    &[
                        ("member", Member("bob")),
                        ("text", Text("Apologised, and kind to every newcomer since. Nothing more to do.")),
                    ],
                    6,
                ),
            ),
            At("16:01", "ana", Uses("staff", "history", &[("member", Member("bob"))], 14)),
        ],
    },
    Day {
        date: "2026-11-22",
        lines: &[
            Words("What Ana wants to know, people may not want to say aloud. So she asks in secret."),
            At(
                "17:00",
                "ana",
                Uses(
                    "lounge",
                    "poll create",
                    &[
                        ("question", Text("Shall we all meet this winter, ovens and all?")),
                        ("options", Text("Yes; No; Only if there is cake")),
                        ("closes", Text("2026-11-29 20:00")),
                        ("ballot", Text("secret")),
                    ],
                    16,
                ),
            ),
            At("17:01", "ana", Presses("Publish", 3)),
            At("17:09", "bob", PressesIn("lounge", "Only if there is cake", 8)),
            Aside("17:12", "tove", PressesIn("lounge", "Yes", 5)),
        ],
    },
    Day {
        date: "2026-11-23",
        lines: &[
            At("08:55", "mira", Says("lounge", "Good morning. New week, new dough.")),
            At("09:01", "mira", LooksAt("staff", 3)),
            Words("Six weeks are over. This is the page of the last of them, for whoever looks after the place."),
        ],
    },
];
