//! The letters in pictures and on printed pages: Inter, regular and semibold, cut down to Latin,
//! Greek and Cyrillic.
//!
//! Text is measured with the widths of the faces themselves, so that nothing runs over an edge. The
//! faces are under the SIL Open Font License, which lies beside them in `assets/fonts`.

use std::sync::LazyLock;

/// The family, as an SVG or a page names it.
pub const FAMILY: &str = "Inter";

/// Stands for any number of letters that the faces lack: an emoji, a word in another script.
pub const UNKNOWN: char = '□';

/// Where something was cut off.
const MORE: char = '…';

/// One of the two faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    Regular,
    SemiBold,
}

static REGULAR: LazyLock<Option<ttf_parser::Face<'static>>> = LazyLock::new(|| parsed(Face::Regular));
static SEMI_BOLD: LazyLock<Option<ttf_parser::Face<'static>>> = LazyLock::new(|| parsed(Face::SemiBold));

fn parsed(face: Face) -> Option<ttf_parser::Face<'static>> {
    ttf_parser::Face::parse(face.ttf(), 0).ok()
}

impl Face {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Regular, Self::SemiBold];

    /// As a picture needs it.
    pub const fn ttf(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../assets/fonts/Inter-Regular.ttf"),
            Self::SemiBold => include_bytes!("../../assets/fonts/Inter-SemiBold.ttf"),
        }
    }

    /// As a page carries it along: the same letters in less than half the space.
    pub const fn woff2(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../assets/fonts/Inter-Regular.woff2"),
            Self::SemiBold => include_bytes!("../../assets/fonts/Inter-SemiBold.woff2"),
        }
    }

    /// As CSS and SVG count weights.
    pub const fn weight(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::SemiBold => 600,
        }
    }

    fn parsed(self) -> Option<&'static ttf_parser::Face<'static>> {
        match self {
            Self::Regular => REGULAR.as_ref(),
            Self::SemiBold => SEMI_BOLD.as_ref(),
        }
    }

    /// How wide a text is at a size, before kerning, which brings letters closer together.
    pub fn width(self, text: &str, size: f64) -> f64 {
        let Some(face) = self.parsed() else { return 0.0 };
        let advance = |c| face.glyph_index(c).and_then(|glyph| face.glyph_hor_advance(glyph)).unwrap_or(0);
        let units: f64 = text.chars().map(|c| f64::from(advance(c))).sum();
        units * size / f64::from(face.units_per_em())
    }

    /// As much of a text as is not wider than that, with "…" where something is missing.
    pub fn fitted(self, text: &str, size: f64, width: f64) -> String {
        if self.width(text, size) <= width {
            return text.to_owned();
        }
        let left = width - self.width(&MORE.to_string(), size);
        let mut used = 0.0;
        let fits = text.chars().take_while(|c| {
            used += self.width(c.encode_utf8(&mut [0; 4]), size);
            used <= left
        });
        let cut: String = fits.collect();
        format!("{}{MORE}", cut.trim_end())
    }
}

/// Whether the faces have a letter. Both have the same.
fn has(c: char) -> bool {
    Face::Regular.parsed().is_some_and(|face| face.glyph_index(c).is_some())
}

/// A text in letters that the faces have. Others become one [`UNKNOWN`] together: better a sign that
/// something stands there than a row of boxes, or nothing.
pub fn written(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_whitespace() => out.push(if c == '\u{a0}' { c } else { ' ' }),
            c if has(c) => out.push(c),
            '⟨' => out.push('‹'),
            '⟩' => out.push('›'),
            // What people put between an emoji and a name.
            '│' | '┃' | '┆' | '┇' | '┊' | '┋' | '︱' | '｜' | '╎' | '╏' => out.push('|'),
            '・' | '･' | '∙' => out.push('·'),
            // Parts of an emoji, and what joins letters: they are nothing by themselves.
            '\u{200d}' | '\u{20e3}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0020}'..='\u{e007f}' => {}
            _ if out.ends_with(UNKNOWN) => {}
            _ => out.push(UNKNOWN),
        }
    }
    out
}

/// A text without emoji, which pictures cannot show: an empty box in their place says nothing.
pub fn without_emoji(text: &str) -> String {
    let kept: String = text.chars().filter(|c| !is_emoji(*c)).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a letter is an emoji or a part of one. Digits are letters, whatever stands behind them.
const fn is_emoji(c: char) -> bool {
    matches!(c,
        '\u{200d}' | '\u{20e3}' | '\u{fe0e}' | '\u{fe0f}' | '\u{e0020}'..='\u{e007f}'
        | '\u{231a}'..='\u{23ff}' | '\u{2600}'..='\u{27bf}' | '\u{2b05}'..='\u{2b55}'
        | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}' | '\u{1f000}'..='\u{1faff}'
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[test]
    fn the_letters_of_our_languages_are_there() {
        let letters = "aăâbcdefghiîjklmnopqrsștțuvwxyz AĂÂÎȘȚ şţ абвгдеёжзийклмнопрстуфхцчшщъыьэюя АБВГДЕЁЖЗ ґєії \
                       0123456789 .,:;!?-–—…·•\"'«»„”“’‘()[]{}‹›/\\@#$%&*+=<>^_`|~ ▲▼→←×−±№€₽✓□";
        assert_eq!(written(letters), letters);
        for face in Face::ALL {
            assert!(letters.chars().all(|c| face.parsed().unwrap().glyph_index(c).is_some()));
        }
    }

    #[rstest]
    #[case("🎉┃general", "□|general")]
    #[case("👨‍👩‍👧 family 👍🏽", "□ family □")]
    #[case("雑談・chat", "□·chat")]
    #[case("عام", "□")]
    #[case("a⟨U+202E⟩b", "a‹U+202E›b")]
    #[case("1️⃣ first\nsecond", "1 first second")]
    fn what_is_not_there_is_seen_to_be_missing(#[case] name: &str, #[case] drawn: &str) {
        assert_eq!(written(name), drawn);
    }

    #[rstest]
    #[case("👍🏽 Yes", "Yes")]
    #[case("No 👎", "No")]
    #[case("👨‍👩‍👧 family 🇲🇩 ☀️ day", "family day")]
    #[case("🍕", "")]
    #[case("1️⃣ first", "1 first")]
    #[case("Да ✅; ▲ 2 × 3 → 6", "Да ; ▲ 2 × 3 → 6")]
    fn emoji_are_left_out(#[case] text: &str, #[case] left: &str) {
        assert_eq!(without_emoji(text), left);
        assert!(!written(&without_emoji(text)).contains(UNKNOWN));
    }

    #[test]
    fn a_text_that_is_too_long_says_so() {
        let name = "участники-которые-пишут-каждый-день";
        let cut = Face::Regular.fitted(name, 12.0, 120.0);
        assert!(cut.ends_with('…') && Face::Regular.width(&cut, 12.0) <= 120.0, "{cut}");
        assert_eq!(Face::Regular.fitted(name, 12.0, 400.0), name);
    }

    proptest! {
        #[test]
        fn whatever_people_write_fits(text in "\\PC{0,60}", width in 20.0..300.0) {
            let written = written(&text);
            prop_assert!(written.chars().all(has), "{}", written);
            for face in Face::ALL {
                prop_assert!(face.width(&face.fitted(&written, 12.0, width), 12.0) <= width);
            }
        }
    }
}
