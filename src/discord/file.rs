//! Files that a message carries: pictures with words for those who do not see them, and tables to
//! take along. A picture is drawn when it is sent, so that what waits in the database stays small.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tracing::error;

use crate::chart;
use crate::text::limits;
use crate::text::safe::Safe;

/// Where the body of a message keeps what its files hold, beside what Discord wants to know of it.
const KEY: &str = "files";

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
}

impl File {
    /// A picture, by its SVG.
    pub fn picture(name: impl Into<String>, svg: impl Into<String>, alt: Safe) -> Self {
        Self { name: name.into(), alt: Some(alt), content: Content::Picture(svg.into()) }
    }

    /// A text of any kind: CSV, JSON, HTML.
    pub fn text(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), alt: None, content: Content::Text(text.into()) }
    }
}

/// Puts files into the body of a message.
pub(super) fn put(files: &[File], body: &mut Value) {
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
pub(super) fn leave_out(body: &mut Value) -> bool {
    let Some(body) = body.as_object_mut() else { return false };
    let had = body.remove(KEY).is_some();
    if had {
        body.remove("attachments");
    }
    had
}

/// A file as it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Takes the files out of the body of a message, or of an answer that holds one, and draws what is a
/// picture. One that cannot be drawn is left out: the message matters more.
pub(super) async fn take(body: &mut Value) -> Vec<Upload> {
    let body = if body["data"].is_object() { &mut body["data"] } else { body };
    let Some(Value::Array(contents)) = body.as_object_mut().and_then(|body| body.remove(KEY)) else {
        return Vec::new();
    };
    let Some(Value::Array(attachments)) = body.get("attachments").cloned() else { return Vec::new() };
    // Drawing takes some milliseconds of a processor, which others need meanwhile.
    let drawing = tokio::task::spawn_blocking(move || attachments.into_iter().zip(contents).filter_map(draw).collect());
    let drawn: Vec<(Value, Upload)> = drawing.await.unwrap_or_default();
    let (mut attachments, uploads): (Vec<Value>, Vec<Upload>) = drawn.into_iter().unzip();
    for (at, attachment) in attachments.iter_mut().enumerate() {
        attachment["id"] = at.into();
    }
    body["attachments"] = attachments.into();
    uploads
}

fn draw((attachment, content): (Value, Value)) -> Option<(Value, Upload)> {
    let name = attachment["filename"].as_str().unwrap_or("file").to_owned();
    let bytes = match serde_json::from_value(content) {
        Ok(Content::Text(text)) => Ok(text.into_bytes()),
        Ok(Content::Picture(svg)) => chart::png(&svg),
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
        let uploads = take(&mut answer).await;
        assert!(uploads[0].bytes.starts_with(b"\x89PNG"));
        assert_eq!(uploads[1], Upload { name: "week-47.csv".to_owned(), bytes: b"a,b\n1,2\n".to_vec() });
        let described =
            json!([{"id": 0, "filename": "week-47.png", "description": "Up."}, {"id": 1, "filename": "week-47.csv"}]);
        assert_eq!(answer["data"], json!({"content": "Here.", "attachments": described}));
        assert_eq!(take(&mut json!({"content": "Bare."})).await, []);
    }

    #[tokio::test]
    async fn a_picture_that_cannot_be_drawn_is_left_out_of_its_message() {
        let mut body = json!({"content": "Here."});
        put(&[File::picture("a.png", "no picture", Safe::ours("Up.")), File::text("b.csv", "a\n")], &mut body);
        let uploads = take(&mut body).await;
        assert_eq!(uploads, [Upload { name: "b.csv".to_owned(), bytes: b"a\n".to_vec() }]);
        assert_eq!(body["attachments"], json!([{"id": 0, "filename": "b.csv"}]));
    }
}
