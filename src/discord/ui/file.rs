//! Files that a message carries: pictures with words for those who do not see them, tables to take
//! along, and what people gave. A picture of ours is drawn when it is sent, so that what waits in the
//! database stays small.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tracing::error;

use crate::chart;
use crate::error::Error;
use crate::text::limits;
use crate::text::safe::Safe;
use crate::text::table;

/// Where the body of a message keeps what its files hold, beside what Discord wants to know of it.
const KEY: &str = "files";

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

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// SVG that becomes a PNG on its way.
    Picture(String),
    Text(String),
    /// As it is.
    #[serde(with = "letters")]
    Bytes(Vec<u8>),
    /// The same in an order: its bytes stand beside the order, at this place.
    Kept(usize),
}

/// Bytes within JSON.
mod letters {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    use super::{Engine, STANDARD};

    pub fn serialize<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&STANDARD.encode(bytes))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
        STANDARD.decode(String::deserialize(from)?).map_err(D::Error::custom)
    }
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

/// A file as it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Takes the files out of the body of a message, or of an answer that holds one, and draws what is a
/// picture; `kept` are the bytes that are kept beside it. A file that cannot be made is left out: the
/// message matters more.
pub(crate) async fn take(body: &mut Value, kept: Vec<Vec<u8>>) -> Vec<Upload> {
    let body = if body["data"].is_object() { &mut body["data"] } else { body };
    let Some(Value::Array(contents)) = body.as_object_mut().and_then(|body| body.remove(KEY)) else {
        return Vec::new();
    };
    let Some(Value::Array(attachments)) = body.get("attachments").cloned() else { return Vec::new() };
    // Drawing takes some milliseconds of a processor, which others need meanwhile.
    let drawing = tokio::task::spawn_blocking(move || {
        let files = attachments.into_iter().zip(contents);
        files.filter_map(|(attachment, content)| draw(attachment, content, &kept)).collect()
    });
    let drawn: Vec<(Value, Upload)> = drawing.await.unwrap_or_default();
    let (mut attachments, uploads): (Vec<Value>, Vec<Upload>) = drawn.into_iter().unzip();
    for (at, attachment) in attachments.iter_mut().enumerate() {
        attachment["id"] = at.into();
    }
    body["attachments"] = attachments.into();
    uploads
}

fn draw(attachment: Value, content: Value, kept: &[Vec<u8>]) -> Option<(Value, Upload)> {
    let name = attachment["filename"].as_str().unwrap_or("file").to_owned();
    let bytes = match serde_json::from_value(content) {
        Ok(Content::Text(text)) => Ok(text.into_bytes()),
        Ok(Content::Picture(svg)) => chart::png(&svg),
        Ok(Content::Bytes(bytes)) => Ok(bytes),
        Ok(Content::Kept(place)) => kept.get(place).cloned().ok_or_else(|| Error::fault("its bytes are gone")),
        Err(error) => Err(error.into()),
    };
    match bytes {
        Ok(bytes) => Some((attachment, Upload { name, bytes })),
        Err(failure) => {
            error!("the file {name} is left out of a message, because it cannot be made: {failure}");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
