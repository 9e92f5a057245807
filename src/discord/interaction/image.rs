//! Images that people attach to a command, to be shown with what they make of it: checked by what is
//! in them, whatever they are called, and named by their place alone.

use std::sync::Arc;
use std::time::Duration;

use serenity::all::Attachment;
use tokio::task::JoinSet;

use crate::app::App;
use crate::error::{Message, Result};

use crate::discord::interaction::attachment;

/// How large an image may be, in bytes.
pub const MOST: u64 = 8 << 20;
/// How large all images of a message may be together.
pub const MOST_TOGETHER: u64 = 24 << 20;

/// An image that somebody gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// By its place, from 1 on: "1.png". What people call their files is nobody's business.
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Image {
    /// The place that it is named by; 0 for a name of another kind.
    pub fn place(&self) -> u8 {
        self.name.split_once('.').and_then(|(place, _)| place.parse().ok()).unwrap_or_default()
    }

    /// The same at another place, where some were left out before it.
    #[must_use]
    pub fn at(self, place: u8) -> Self {
        let name = match self.name.split_once('.') {
            Some((_, end)) => format!("{place}.{end}"),
            None => self.name,
        };
        Self { name, ..self }
    }
}

/// The images that somebody has attached, in their order; `within` is what is left of the time for an answer.
///
/// # Errors
/// Told, if one is no image, or too large, or Discord did not give them in time.
pub async fn fetch(app: &Arc<App>, attached: &[Attachment], within: Duration) -> Result<Vec<Image>> {
    if let Some(large) = attached.iter().find(|one| u64::from(one.size) > MOST) {
        return Err(told("image-large", large).with("most", mebibytes(MOST)).into());
    }
    if attached.iter().map(|one| u64::from(one.size)).sum::<u64>() > MOST_TOGETHER {
        return Err(Message::new("image-large-together").with("most", mebibytes(MOST_TOGETHER)).into());
    }
    let mut fetching = JoinSet::new();
    for (place, one) in attached.iter().cloned().enumerate() {
        let app = Arc::clone(app);
        fetching.spawn(async move { (place, attachment::bytes(&app, &one, MOST).await) });
    }
    let all = tokio::time::timeout(within, fetching.join_all()).await;
    let mut all = all.map_err(|_| attachment::late())?;
    all.sort_by_key(|(place, _)| *place);
    let images = all.into_iter().zip(attached).map(|((place, bytes), one)| {
        let bytes = bytes?;
        let end = end(&bytes).ok_or_else(|| told("image-none", one))?;
        Ok(Image { name: format!("{}.{end}", place + 1), bytes })
    });
    images.collect()
}

/// What a file of such an image ends with; `None` for anything that Discord does not show everywhere.
fn end(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some("png"),
        [0xff, 0xd8, 0xff, ..] => Some("jpg"),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some("gif"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("webp"),
        _ => None,
    }
}

fn told(key: &'static str, attached: &Attachment) -> Message {
    Message::new(key).with("name", attached.filename.as_str())
}

fn mebibytes(bytes: u64) -> u64 {
    bytes >> 20
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(b"\x89PNG\r\n\x1a\n....", Some("png"))]
    #[case(b"\xff\xd8\xff\xe0....", Some("jpg"))]
    #[case(b"GIF87a....", Some("gif"))]
    #[case(b"GIF89a....", Some("gif"))]
    #[case(b"RIFF\x10\0\0\0WEBPVP8 ", Some("webp"))]
    #[case(b"RIFF\x10\0\0\0WAVEfmt ", None)]
    #[case(b"<svg xmlns='http://www.w3.org/2000/svg'/>", None)]
    #[case(b"BM....", None)]
    #[case(b"GIF", None)]
    #[case(b"", None)]
    fn an_image_is_known_by_how_it_begins(#[case] bytes: &[u8], #[case] ends: Option<&str>) {
        assert_eq!(end(bytes), ends);
    }
}
