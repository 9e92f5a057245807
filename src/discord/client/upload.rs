//! The files of a message on their way to Discord: what the body of a message keeps of them, and what is
//! uploaded. A picture of ours is drawn only then.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tracing::error;

use crate::chart;
use crate::error::Error;

/// Where the body of a message keeps what its files hold, beside what Discord wants to know of it.
pub(in crate::discord) const KEY: &str = "files";

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

/// A file as it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Takes the files out of the body of a message, or of an answer or a post that holds one, and draws what is a
/// picture; `kept` are the bytes that are kept beside it. A file that cannot be made is left out: the
/// message matters more.
pub(crate) async fn take(body: &mut Value, kept: Vec<Vec<u8>>) -> Vec<Upload> {
    let holder = ["data", "message"].into_iter().find(|holder| body[*holder].is_object());
    let body = match holder {
        Some(holder) => &mut body[holder],
        None => body,
    };
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
