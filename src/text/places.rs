//! Where clocks are, as people say it: "CET", "мск", "UTC+2", "Moscow time", "по Москве", "ora Chișinăului",
//! "Europe/Berlin".
//!
//! "UTC+2", "GMT+2" and "+02:00" are two hours ahead of UTC, as everybody means them; the names of the zone
//! database that say the opposite ("Etc/GMT+2") are never read. A difference and an abbreviation stay the same
//! in summer and in winter; a city follows its clocks.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::clock::Timestamp;
use crate::text::find::fold;
use crate::text::words::{self, Piece, Text};
use crate::text::zone::Zone;

/// Where the clocks are that a typed hour means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Seconds east of Greenwich, as they were typed.
    Seconds(i32),
    /// With the number of the abbreviation in [`ABBREVIATIONS`].
    Called(usize),
    /// As the zone of the server itself abbreviates its time: whether that of summer.
    Own { summer: bool },
    /// The zone of this name.
    Of(&'static str),
}

impl Place {
    /// Whether it is a difference to UTC, with or without that name.
    pub const fn is_signed(self) -> bool {
        matches!(self, Self::Seconds(_))
    }
}

/// A name for the same time in summer and winter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Abbreviation {
    pub name: &'static str,
    /// Minutes east of Greenwich.
    pub minutes: i32,
    /// A zone whose clocks show this time for a part of the year or all of it.
    pub zone: &'static str,
}

const fn short(name: &'static str, minutes: i32, zone: &'static str) -> Abbreviation {
    Abbreviation { name, minutes, zone }
}

/// Those that mean one thing to most people. What several regions use for different times ("IST") is not
/// read; of "CST", "BST" and "AST" the American and the British are.
pub const ABBREVIATIONS: [Abbreviation; 47] = [
    short("WET", 0, "Europe/Lisbon"),
    short("WEST", 60, "Europe/Lisbon"),
    short("BST", 60, "Europe/London"),
    short("CET", 60, "Europe/Berlin"),
    short("MEZ", 60, "Europe/Berlin"),
    short("CEST", 120, "Europe/Berlin"),
    short("MESZ", 120, "Europe/Berlin"),
    short("EET", 120, "Europe/Chisinau"),
    short("EEST", 180, "Europe/Chisinau"),
    short("MSK", 180, "Europe/Moscow"),
    short("МСК", 180, "Europe/Moscow"),
    short("TRT", 180, "Europe/Istanbul"),
    short("SAMT", 240, "Europe/Samara"),
    short("YEKT", 300, "Asia/Yekaterinburg"),
    short("PKT", 300, "Asia/Karachi"),
    short("ICT", 420, "Asia/Bangkok"),
    short("WIB", 420, "Asia/Jakarta"),
    short("SGT", 480, "Asia/Singapore"),
    short("HKT", 480, "Asia/Hong_Kong"),
    short("AWST", 480, "Australia/Perth"),
    short("JST", 540, "Asia/Tokyo"),
    short("KST", 540, "Asia/Seoul"),
    short("ACST", 570, "Australia/Adelaide"),
    short("ACDT", 630, "Australia/Adelaide"),
    short("AEST", 600, "Australia/Sydney"),
    short("AEDT", 660, "Australia/Sydney"),
    short("NZST", 720, "Pacific/Auckland"),
    short("NZDT", 780, "Pacific/Auckland"),
    short("SAST", 120, "Africa/Johannesburg"),
    short("CAT", 120, "Africa/Maputo"),
    short("EAT", 180, "Africa/Nairobi"),
    short("WAT", 60, "Africa/Lagos"),
    short("BRT", -180, "America/Sao_Paulo"),
    short("NST", -210, "America/St_Johns"),
    short("NDT", -150, "America/St_Johns"),
    short("AST", -240, "America/Halifax"),
    short("ADT", -180, "America/Halifax"),
    short("EST", -300, "America/New_York"),
    short("EDT", -240, "America/New_York"),
    short("CST", -360, "America/Chicago"),
    short("CDT", -300, "America/Chicago"),
    short("MST", -420, "America/Denver"),
    short("MDT", -360, "America/Denver"),
    short("PST", -480, "America/Los_Angeles"),
    short("PDT", -420, "America/Los_Angeles"),
    short("AKST", -540, "America/Anchorage"),
    short("HST", -600, "Pacific/Honolulu"),
];

/// Cities and regions as people of the three languages call them, also as after "по" and "ora".
const CITIES: &[(&str, &str)] = &[
    (
        "Europe/Chisinau",
        "Chișinău|Chișinăului|Chișinăul|Кишинёв|Кишинёву|Кишинев|Кишинэу|Kishinev|Moldova|Moldovei|Молдова|Молдове|Молдавия|Молдавии|Bălți|Бельцы|Бельцам|Tiraspol|Тирасполь|Тирасполю|Cahul|Кагул|Comrat|Комрат|кишинёвскому|молдавскому",
    ),
    (
        "Europe/Bucharest",
        "București|Bucureștiului|Bucureștiul|Бухарест|Бухаресту|România|României|Romania|Румыния|Румынии|Iași|Яссы|Cluj|Cluj Napoca|Клуж|Timișoara|Тимишоара|Constanța|Констанца|Brașov|Craiova|бухарестскому|румынскому",
    ),
    (
        "Europe/Moscow",
        "Москва|Москве|Moscova|Moscovei|московскому|московское|Санкт-Петербург|Санкт-Петербургу|Петербург|Петербургу|Питер|Питеру|Saint Petersburg|St Petersburg|Казань|Нижний Новгород|Ростов|Сочи|Краснодар|Воронеж",
    ),
    (
        "Europe/Kyiv",
        "Киев|Киеву|Kiev|Kyiv|Kievului|Київ|киевскому|Украина|Украине|Ucraina|Ucrainei|Ukraine|Одесса|Одессе|Odesa|Odessa|Харьков|Kharkiv|Львов|Lviv|Днепр",
    ),
    ("Europe/Minsk", "Минск|Минску|минскому|Беларусь|Беларуси|Belarus|Гомель|Брест"),
    (
        "Europe/London",
        "Лондон|Лондону|Londra|Londrei|лондонскому|Великобритания|Англия|Англии|Marea Britanie|Anglia|England|UK|Britain|Great Britain|Manchester|Эдинбург|Edinburgh",
    ),
    (
        "Europe/Berlin",
        "Берлин|Берлину|Berlinului|берлинскому|Германия|Германии|Germania|Germaniei|Germany|Мюнхен|München|Munich|Гамбург|Hamburg|Франкфурт|Frankfurt|Кёльн|Köln|Cologne|Stuttgart|Düsseldorf",
    ),
    (
        "Europe/Paris",
        "Париж|Парижу|Parisului|парижскому|Франция|Франции|Franța|Franței|France|Лион|Lyon|Marseille|Марсель",
    ),
    (
        "Europe/Rome",
        "Рим|Риму|Roma|Romei|Италия|Италии|Italia|Italiei|Italy|Милан|Милану|Milano|Milan|Torino|Turin|Napoli|Naples|Неаполь|Турин|Венеция|Padova",
    ),
    (
        "Europe/Madrid",
        "Мадрид|Мадриду|Madridului|Испания|Испании|Spania|Spaniei|Spain|Барселона|Барселоне|Barcelona|Valencia|Валенсия",
    ),
    (
        "Europe/Lisbon",
        "Лиссабон|Лиссабону|Lisabona|Lisabonei|Португалия|Португалии|Portugalia|Portugaliei|Portugal|Порту",
    ),
    ("Europe/Dublin", "Дублин|Дублину|Dublinului|Ирландия|Irlanda|Ireland"),
    (
        "Europe/Warsaw",
        "Варшава|Варшаве|Varșovia|Varșoviei|варшавскому|Польша|Польше|Polonia|Poloniei|Poland|Краков|Cracovia|Kraków|Krakow|Gdansk|Гданьск|Вроцлав|Wroclaw",
    ),
    ("Europe/Prague", "Прага|Праге|Praga|Pragăi|пражскому|Чехия|Чехии|Cehia|Cehiei|Czechia|Брно"),
    ("Europe/Vienna", "Вена|Вене|Viena|Vienei|Wien|Австрия|Австрии|Austria|Austriei"),
    ("Europe/Budapest", "Будапешт|Будапешту|Budapesta|Budapestei|Венгрия|Ungaria|Ungariei|Hungary"),
    ("Europe/Sofia", "София|Софии|Болгария|Болгарии|Bulgaria|Bulgariei|Варна"),
    ("Europe/Belgrade", "Белград|Белграду|Belgrad|Belgradului|Сербия|Сербии|Serbia|Serbiei"),
    ("Europe/Athens", "Афины|Афинам|Atena|Atenei|Греция|Греции|Grecia|Greciei|Greece"),
    (
        "Europe/Istanbul",
        "Стамбул|Стамбулу|Istanbulului|Турция|Турции|Turcia|Turciei|Turkey|Türkiye|Анкара|Ankara|Анталья|Antalya",
    ),
    ("Europe/Brussels", "Брюссель|Брюсселю|Bruxelles|Бельгия|Belgia|Belgium"),
    (
        "Europe/Amsterdam",
        "Амстердам|Амстердаму|Нидерланды|Голландия|Olanda|Olandei|Netherlands|Holland|Роттердам|Rotterdam",
    ),
    ("Europe/Zurich", "Цюрих|Цюриху|Женева|Женеве|Geneva|Швейцария|Elveția|Switzerland|Берн"),
    ("Europe/Stockholm", "Стокгольм|Стокгольму|Швеция|Suedia|Sweden"),
    ("Europe/Oslo", "Осло|Норвегия|Norvegia|Norway"),
    ("Europe/Copenhagen", "Копенгаген|Копенгагену|Copenhaga|Дания|Danemarca|Denmark"),
    ("Europe/Helsinki", "Хельсинки|Финляндия|Finlanda|Finland"),
    ("Europe/Riga", "Рига|Риге|Латвия|Letonia|Latvia"),
    ("Europe/Vilnius", "Вильнюс|Вильнюсу|Литва|Lituania|Lithuania|Каунас"),
    ("Europe/Tallinn", "Таллин|Таллинн|Таллину|Эстония|Estonia"),
    ("Europe/Kaliningrad", "Калининград|Калининграду"),
    ("Europe/Samara", "Самара|Самаре"),
    ("Asia/Yekaterinburg", "Екатеринбург|Екатеринбургу|Ekaterinburg|Челябинск|Пермь|Уфа|Тюмень"),
    ("Asia/Omsk", "Омск|Омску"),
    ("Asia/Novosibirsk", "Новосибирск|Новосибирску"),
    ("Asia/Krasnoyarsk", "Красноярск|Красноярску"),
    ("Asia/Irkutsk", "Иркутск|Иркутску"),
    ("Asia/Vladivostok", "Владивосток|Владивостоку"),
    ("Asia/Kamchatka", "Камчатка|Камчатке|Петропавловск-Камчатский"),
    ("Asia/Tbilisi", "Тбилиси|Грузия|Грузии|Georgia|Батуми|Batumi"),
    ("Asia/Yerevan", "Ереван|Еревану|Erevan|Армения|Армении|Armenia"),
    ("Asia/Baku", "Баку|Азербайджан|Azerbaidjan|Azerbaijan"),
    ("Asia/Almaty", "Алматы|Алма-Ата|Алмате|Казахстан|Kazahstan|Kazakhstan|Астана|Astana|Нур-Султан"),
    ("Asia/Tashkent", "Ташкент|Ташкенту|Узбекистан|Uzbekistan"),
    ("Asia/Bishkek", "Бишкек|Бишкеку|Киргизия"),
    ("Asia/Dubai", "Дубай|Дубаю|ОАЭ|Emiratele Arabe Unite|UAE|Abu Dhabi|Абу-Даби"),
    ("Asia/Jerusalem", "Иерусалим|Тель-Авив|Tel Aviv|Израиль|Израилю|Israel|Ierusalim|Haifa|Хайфа"),
    ("Asia/Kolkata", "Индия|India|Дели|Delhi|New Delhi|Mumbai|Мумбаи|Bangalore|Калькутта"),
    ("Asia/Bangkok", "Бангкок|Бангкоку|Таиланд|Thailanda|Thailand|Пхукет|Phuket"),
    ("Asia/Shanghai", "Шанхай|Шанхаю|Пекин|Пекину|Beijing|Китай|China|Shenzhen"),
    ("Asia/Hong_Kong", "Гонконг|Гонконгу"),
    ("Asia/Singapore", "Сингапур|Сингапуру"),
    ("Asia/Tokyo", "Токио|Япония|Japonia|Japan|Осака|Osaka"),
    ("Asia/Seoul", "Сеул|Сеулу|Seul|Корея|Coreea|Korea"),
    ("Australia/Sydney", "Сидней|Сиднею|Canberra"),
    (
        "America/New_York",
        "Нью-Йорк|Нью-Йорку|NYC|New York City|Eastern|ET|Вашингтон|Washington|Washington DC|Boston|Бостон|Miami|Майами|Philadelphia|Atlanta|Атланта|Orlando",
    ),
    ("America/Chicago", "Чикаго|Central|CT|Dallas|Даллас|Houston|Хьюстон|Austin"),
    ("America/Denver", "Денвер|Mountain|MT"),
    (
        "America/Los_Angeles",
        "Лос-Анджелес|Лос-Анджелесу|LA|Pacific|PT|San Francisco|Сан-Франциско|Seattle|Сиэтл|Las Vegas|Лас-Вегас|San Diego|Portland|California|Калифорния|Silicon Valley",
    ),
    ("America/Toronto", "Торонто|Монреаль|Montreal|Ottawa|Оттава"),
    ("America/Vancouver", "Ванкувер"),
    ("America/Mexico_City", "Мехико|Mexico"),
    ("America/Sao_Paulo", "Сан-Паулу|Brazilia|Бразилия|Brasilia|Rio de Janeiro|Рио-де-Жанейро"),
    ("America/Argentina/Buenos_Aires", "Буэнос-Айрес|Аргентина|Argentina"),
    ("Africa/Cairo", "Каир|Каиру|Египет|Egipt|Egypt"),
];

/// A place that people may name where others have the same name, or where it is a word of something else.
const NO_CITIES: [&str; 4] = ["easter", "center", "troll", "general"];

/// The zones by name and by the words of their cities, folded; longer ones first.
static KNOWN: LazyLock<HashMap<String, Vec<(Vec<String>, &'static str)>>> = LazyLock::new(|| {
    let mut known: HashMap<String, Vec<(Vec<String>, &'static str)>> = HashMap::new();
    let mut add = |name: &str, zone: &'static str| {
        let folded = fold(name);
        let mut words = folded.split([' ', '-', '_', '/']).filter(|word| !word.is_empty()).map(str::to_owned);
        let Some(first) = words.next() else { return };
        let called = known.entry(first).or_default();
        let rest: Vec<String> = words.collect();
        if !called.iter().any(|(known, _)| *known == rest) {
            called.push((rest, zone));
        }
    };
    for (zone, names) in CITIES {
        names.split('|').for_each(|name| add(name, zone));
    }
    for name in NAMES.iter().filter(|name| is_of_a_place(name)) {
        add(name, name);
        if let Some(city) =
            name.rsplit('/').next().filter(|city| !NO_CITIES.contains(&city.to_ascii_lowercase().as_str()))
        {
            add(city, name);
        }
    }
    for called in known.values_mut() {
        called.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
    }
    known
});

static NAMES: LazyLock<Vec<String>> = LazyLock::new(Zone::names);

/// Whether a name of the zone database is that of a place; "EST5EDT" and "Etc/GMT+5" say little, or the opposite
/// of what they seem to.
pub fn is_of_a_place(name: &str) -> bool {
    name.contains('/')
        && !name.starts_with("Etc/")
        && !name.starts_with("SystemV/")
        && !name.starts_with("US/")
        && !name.starts_with("Canada/")
        && !name.starts_with("Brazil/")
        && !name.starts_with("Mexico/")
        && !name.starts_with("Chile/")
}

/// The zone that a person typed: a place, "UTC+2", or an abbreviation, which stays the same all year.
pub fn zone(typed: &str) -> Option<Zone> {
    let plain = words::plain(typed);
    let text = Text::read(&plain)?;
    let (place, next) = place(&text, 0, &|_| None)?;
    if next != text.len() {
        return None;
    }
    match place {
        Place::Seconds(seconds) => Zone::fixed(seconds),
        Place::Called(number) => Zone::fixed(ABBREVIATIONS[number].minutes * 60),
        Place::Of(name) => Zone::find(name),
        Place::Own { .. } => None,
    }
}

/// The zone whose clocks an abbreviation is of, if one was typed.
pub fn region(typed: &str) -> Option<&'static str> {
    let folded = fold(typed.trim());
    ABBREVIATIONS.iter().find(|one| fold(one.name) == folded).map(|one| one.zone)
}

/// The zones whose city or country has a word beginning like this, in any of the languages.
pub fn beginning_like(typed: &str) -> Vec<&'static str> {
    let typed = fold(typed.trim());
    let begins = |name: &str| {
        let name = fold(name);
        name.starts_with(&typed) || name.split([' ', '-']).any(|word| word.starts_with(&typed))
    };
    let called = CITIES.iter().filter(|(_, names)| names.split('|').any(begins));
    if typed.is_empty() { Vec::new() } else { called.map(|(zone, _)| *zone).collect() }
}

/// The place that the words from one on name, and where the rest begins; `own` tells whether the server's zone
/// abbreviates its time so, and whether that of summer.
pub(super) fn place(text: &Text<'_>, at: usize, own: &dyn Fn(&str) -> Option<bool>) -> Option<(Place, usize)> {
    let piece = text.get(at)?;
    let Some(word) = piece.word() else {
        let negative = piece.is('-');
        let signed = piece.is('+') || negative && !piece.glued;
        return difference(text, at).filter(|_| signed).map(|(seconds, next)| (Place::Seconds(seconds), next));
    };
    if matches!(word, "utc" | "gmt" | "ut" | "z" | "гринвичу" | "гмт" | "утц") {
        let (seconds, next) = difference(text, at + 1).unwrap_or((0, at + 1));
        return Some((Place::Seconds(seconds), next));
    }
    if let Some(summer) = own(word) {
        return Some((Place::Own { summer }, at + 1));
    }
    if let Some(number) = ABBREVIATIONS.iter().position(|one| {
        if word.is_ascii() { one.name.eq_ignore_ascii_case(word) } else { word == "мск" && one.name == "МСК" }
    }) {
        return Some((Place::Called(number), at + 1));
    }
    let called = KNOWN.get(word)?;
    called.iter().find_map(|(rest, zone)| Some((Place::Of(zone), follow(text, at + 1, rest)?)))
}

/// Behind the words of a name; signs may stand between them.
fn follow(text: &Text<'_>, mut at: usize, rest: &[String]) -> Option<usize> {
    for word in rest {
        let joins = |piece: &Piece<'_>| ['/', '_', '-', '.'].into_iter().any(|sign| piece.is(sign));
        at += usize::from(text.get(at).is_some_and(joins));
        if text.get(at)?.word()? != word {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// "+3", "+03:00", "-0530": seconds east of Greenwich.
fn difference(text: &Text<'_>, at: usize) -> Option<(i32, usize)> {
    let sign = text.get(at)?;
    let sign = if sign.is('+') {
        1
    } else if sign.is('-') {
        -1
    } else {
        return None;
    };
    let (number, digits) = text.get(at + 1).filter(|piece| piece.glued)?.digits()?;
    let number = i32::try_from(number).ok()?;
    let (hours, minutes, next) = match (digits, text.from(at + 2)) {
        (1 | 2, [colon, minutes, ..]) if colon.is(':') => (number, i32::try_from(minutes.number()?).ok()?, at + 4),
        (1 | 2, _) => (number, 0, at + 2),
        (4, _) => (number / 100, number % 100, at + 2),
        _ => return None,
    };
    (hours <= 14 && minutes < 60).then_some((sign * (hours * 3_600 + minutes * 60), next))
}

/// Whether the clocks of a place show something else than the abbreviation says, at an instant.
pub fn differs(abbreviation: &Abbreviation, at: Timestamp) -> bool {
    Zone::find(abbreviation.zone).is_some_and(|zone| zone.offset(at).seconds != abbreviation.minutes * 60)
}
