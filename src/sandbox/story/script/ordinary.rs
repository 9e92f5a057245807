//! What regulars say in any week: never told, and counted all the same.

use super::Act::{self, Reacts, Replies, Says};

/// A whole ordinary week: day from Monday as 0, time, who, what.
pub const LINES: &[(u64, &str, &str, Act)] = &[
    (0, "08:10", "mira", Says("lounge", "New week, new dough. What is everybody baking?")),
    (0, "08:24", "tove", Replies("mira", "Rye, as ever.")),
    (0, "08:31", "bob", Replies("mira", "Baguettes. Proper ones.")),
    (0, "08:40", "greta", Says("lounge", "Nothing before Thursday. I am out of flour.")),
    (0, "19:02", "sam", Says("help", "My crust is soft an hour after baking. Why?")),
    (0, "19:08", "ilya", Replies("sam", "The steam stays in. Leave the oven door ajar at the end.")),
    (0, "19:15", "sam", Reacts("ilya", "🙏")),
    (1, "04:12", "dan", Says("lounge", "Four in the morning, forty rolls, nobody to talk to.")),
    (1, "08:02", "tove", Replies("dan", "Good morning, night.")),
    (1, "12:30", "greta", Says("loaves", "Sunday's loaf, a little late.")),
    (1, "12:41", "tove", Reacts("greta", "🍞")),
    (1, "12:45", "bob", Replies("greta", "A good ear on that one.")),
    (1, "20:10", "sam", Says("help", "Is 78 percent water too much for me?")),
    (1, "20:16", "bob", Replies("sam", "Yes.")),
    (1, "20:19", "ilya", Replies("sam", "Try 70 first, then climb.")),
    (2, "07:55", "tove", Says("lounge", "The baker's hour: all ovens on, all birds off.")),
    (2, "08:02", "mira", Reacts("tove", "🐦")),
    (2, "13:20", "ana", Says("lounge", "Please keep questions about dough in the help channel.")),
    (2, "13:31", "sam", Replies("ana", "Guilty. Sorry.")),
    (2, "21:03", "bob", Says("loaves", "Four baguettes. Three survived the photograph.")),
    (2, "21:10", "tove", Replies("bob", "One for each of us, then.")),
    (3, "10:15", "ilya", Says("help", "For everybody: weigh the water, too.")),
    (3, "10:22", "sam", Reacts("ilya", "👍")),
    (3, "12:05", "greta", Says("loaves", "Flour has come. Four loaves, one for the neighbours.")),
    (3, "17:45", "sam", Says("loaves", "Seventy percent. It holds.")),
    (3, "17:52", "ilya", Replies("sam", "Look at that.")),
    (3, "17:58", "mira", Replies("sam", "Well done.")),
    (4, "03:50", "dan", Says("loaves", "Cozonac for Sunday. It is allowed to be early.")),
    (4, "08:20", "greta", Reacts("dan", "❤️")),
    (4, "09:12", "bob", Says("lounge", "Friday is pizza. I will not discuss it.")),
    (4, "09:20", "tove", Replies("bob", "We know.")),
    (4, "18:30", "sam", Says("lounge", "What goes on it?")),
    (4, "18:36", "bob", Replies("sam", "Less than you think.")),
    (5, "11:05", "tove", Says("loaves", "The rye. Dense as a good book.")),
    (5, "11:16", "sam", Reacts("tove", "🍞")),
    (5, "11:20", "ana", Replies("tove", "I would read that.")),
    (6, "10:40", "mira", Says("loaves", "Sunday rolls, for eleven at the table.")),
    (6, "10:52", "tove", Replies("mira", "Is there a twelfth chair?")),
    (6, "20:15", "ilya", Says("lounge", "Starters fed? Then sleep well.")),
];

/// A week of it.
pub struct Week {
    /// So many of so many lines are said.
    pub said: (usize, usize),
    /// Who is not there: neither they nor those who talk to them are heard.
    pub away: &'static [&'static str],
}

/// Week by week. The first is whole, so that everybody has something to reply to.
pub const WEEKS: [Week; 6] = [
    Week { said: (1, 1), away: &[] },
    Week { said: (4, 5), away: &[] },
    // Half-term.
    Week { said: (1, 3), away: &["bob"] },
    Week { said: (3, 4), away: &["greta"] },
    Week { said: (6, 7), away: &["greta"] },
    Week { said: (1, 1), away: &["greta"] },
];
