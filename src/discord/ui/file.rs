//! Files that a message carries: pictures with words for those who do not see them, tables to take
//! along, and what people gave. A picture of ours is drawn when it is sent, so that what waits in the
//! database stays small.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::text::limits;
use crate::text::safe::Safe;
use crate::text::table;

use crate::discord::client::upload::{Content, KEY};

/// How many bytes a file may have: Discord takes ten megabytes, with what stands around the file.
const LARGEST: usize = 9_000_000;

/// A file under a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// As people save it: "week-47.png".
    pub name: String,
    /// What a picture shows, for people who do not see it.
    pub alt: Option<Safe>,
    pub content: Content,
}

impl File {
    /// A picture, by its SVG.
    pub fn picture(name: impl Into<String>, svg: impl Into<String>, alt: Safe) -> Self {
        Self { name: name.into(), alt: Some(alt), content: Content::Picture(svg.into()) }
    }

    /// A file as somebody gave it, with words for those who do not see it.
    pub fn bytes(name: impl Into<String>, bytes: impl Into<Vec<u8>>, alt: Safe) -> Self {
        Self { name: name.into(), alt: Some(alt), content: Content::Bytes(bytes.into()) }
    }

    /// A text of any kind: JSON, HTML, TOML.
    pub fn text(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), alt: None, content: Content::Text(text.into()) }
    }

    /// A table for people's spreadsheets, by its CSV ([`table::csv`]). It begins with the mark by which
    /// they know that it is UTF-8.
    pub fn table(name: impl Into<String>, csv: &str) -> Self {
        Self::text(name, format!("{}{csv}", table::MARK))
    }

    /// Whether Discord would refuse it for its size; a picture is always small enough.
    pub const fn is_too_large(&self) -> bool {
        match &self.content {
            Content::Text(text) => text.len() > LARGEST,
            Content::Bytes(bytes) => bytes.len() > LARGEST,
            Content::Picture(_) | Content::Kept(_) => false,
        }
    }
}

/// Puts files into the body of a message.
pub(crate) fn put(files: &[File], body: &mut Value) {
    if files.is_empty() {
        return;
    }
    let attachments = files.iter().enumerate().map(|(id, file)| {
        let mut attachment = json!({"id": id, "filename": file.name});
        if let Some(alt) = &file.alt {
            attachment["description"] = limits::cut(&alt.unmarked(), limits::ALT_TEXT).into();
        }
        attachment
    });
    body["attachments"] = attachments.collect();
    body[KEY] = files.iter().map(|file| json!(file.content)).collect();
}

/// Takes the files out of the body of a message for good; whether there were any.
pub(crate) fn leave_out(body: &mut Value) -> bool {
    let Some(body) = body.as_object_mut() else { return false };
    let had = body.remove(KEY).is_some();
    if had {
        body.remove("attachments");
    }
    had
}

/// Takes the bytes out of the body of a message, so that they can be kept beside it, in the order of
/// their places.
pub(crate) fn keep(body: &mut Value) -> Vec<Vec<u8>> {
    let mut kept = Vec::new();
    for content in body[KEY].as_array_mut().into_iter().flatten() {
        let bytes = content["bytes"].as_str().and_then(|letters| STANDARD.decode(letters).ok());
        if let Some(bytes) = bytes {
            *content = json!(Content::Kept(kept.len()));
            kept.push(bytes);
        }
    }
    kept
}

/// Whether the body of a message has files with bytes of their own.
pub(crate) fn holds_bytes(body: &Value) -> bool {
    body.get(KEY).and_then(Value::as_array).is_some_and(|files| files.iter().any(|file| file.get("bytes").is_some()))
}

/// Whether bytes of its files are kept beside it.
pub(crate) fn keeps_bytes(body: &Value) -> bool {
    body.get(KEY).and_then(Value::as_array).is_some_and(|files| files.iter().any(|file| file.get("kept").is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discord::client::upload::{Upload, take};

    #[tokio::test]
    async fn files_are_kept_in_the_body_until_it_is_sent() {
        let mut body = json!({"content": "Here."});
        let csv = File::text("week-47.csv", "a,b\n1,2\n");
        let picture = File::picture(
            "week-47.png",
            "<svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'/>",
            Safe::ours("Up."),
        );
        put(&[picture, csv], &mut body);
        let mut answer = json!({"type": 4, "data": serde_json::from_str::<Value>(&body.to_string()).expect("JSON")});
        let uploads = take(&mut answer, Vec::new()).await;
        assert!(uploads[0].bytes.starts_with(b"\x89PNG"));
        assert_eq!(uploads[1], Upload { name: "week-47.csv".to_owned(), bytes: b"a,b\n1,2\n".to_vec() });
        let described =
            json!([{"id": 0, "filename": "week-47.png", "description": "Up."}, {"id": 1, "filename": "week-47.csv"}]);
        assert_eq!(answer["data"], json!({"content": "Here.", "attachments": described}));
        assert_eq!(take(&mut json!({"content": "Bare."}), Vec::new()).await, []);
    }

    #[tokio::test]
    async fn a_table_begins_with_the_mark_of_utf_8() {
        let mut body = json!({});
        put(&[File::table("bread.csv", "сорт,голоса\nрожь,1\n")], &mut body);
        let uploads = take(&mut body, Vec::new()).await;
        assert_eq!(uploads[0].bytes, [b"\xef\xbb\xbf", "сорт,голоса\nрожь,1\n".as_bytes()].concat());
    }

    #[test]
    fn a_file_of_more_than_nine_megabytes_is_too_large() {
        assert!(!File::text("a.json", "x".repeat(LARGEST)).is_too_large());
        assert!(File::table("a.csv", &"x".repeat(LARGEST)).is_too_large());
    }

    #[tokio::test]
    async fn a_picture_that_cannot_be_drawn_is_left_out_of_its_message() {
        let mut body = json!({"content": "Here."});
        put(&[File::picture("a.png", "no picture", Safe::ours("Up.")), File::text("b.csv", "a\n")], &mut body);
        let uploads = take(&mut body, Vec::new()).await;
        assert_eq!(uploads, [Upload { name: "b.csv".to_owned(), bytes: b"a\n".to_vec() }]);
        assert_eq!(body["attachments"], json!([{"id": 0, "filename": "b.csv"}]));
    }

    #[tokio::test]
    async fn what_somebody_gave_goes_as_it_is_also_where_it_was_kept_beside_the_message() {
        let bytes = (0..=255).collect::<Vec<u8>>();
        let mut body = json!({"content": "Here."});
        let given = File::bytes("1.gif", bytes.clone(), Safe::ours("A cat."));
        put(&[File::text("a.csv", "a"), given, File::bytes("2.gif", [7], Safe::ours("A dog."))], &mut body);
        let mut at_once = body.clone();
        assert!(holds_bytes(&body) && !keeps_bytes(&body));

        let kept = keep(&mut body);
        assert!(keeps_bytes(&body) && !holds_bytes(&body), "{body}");
        assert_eq!(kept, [bytes.clone(), vec![7]]);
        let uploads = take(&mut body, kept).await;
        assert_eq!(uploads, take(&mut at_once, Vec::new()).await);
        assert_eq!(uploads[1], Upload { name: "1.gif".to_owned(), bytes });
        assert_eq!(body, at_once);
    }

    #[tokio::test]
    async fn a_file_whose_bytes_are_gone_is_left_out_of_its_message() {
        let mut body = json!({"content": "Here."});
        put(&[File::bytes("1.gif", [1], Safe::ours("A cat.")), File::text("b.csv", "b")], &mut body);
        keep(&mut body);
        let uploads = take(&mut body, Vec::new()).await;
        assert_eq!(uploads, [Upload { name: "b.csv".to_owned(), bytes: b"b".to_vec() }]);
    }
}
