//! A request as it comes in: method, path, body, files.

use axum::extract::{FromRequest, Multipart, Request};
use axum::http::HeaderMap;
use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::sandbox::world::Attachment;

/// Where the API begins.
const BASE: &str = "/api/v10";
/// Most bytes of one request.
pub const MOST_BYTES: usize = 26 * 1024 * 1024;
/// Most bytes of one file.
pub const MOST_OF_A_FILE: usize = 10 * 1024 * 1024;

/// A request that has been read.
pub struct Incoming {
    pub method: String,
    pub path: String,
    pub query: Vec<(String, String)>,
    pub authorization: Option<String>,
    pub reason: Option<String>,
    pub body: Value,
    pub files: Vec<Attachment>,
    pub malformed: Option<String>,
}

pub async fn read(request: Request) -> Incoming {
    let text = |headers: &HeaderMap, name: &str| headers.get(name).and_then(|v| v.to_str().ok()).map(str::to_owned);
    let headers = request.headers();
    let path = request.uri().path();
    let mut incoming = Incoming {
        method: request.method().to_string(),
        path: path.strip_prefix(BASE).unwrap_or(path).to_owned(),
        query: parameters(request.uri().query().unwrap_or_default()),
        authorization: text(headers, "authorization"),
        reason: text(headers, "x-audit-log-reason").map(|reason| unescape(&reason)),
        body: Value::Null,
        files: Vec::new(),
        malformed: None,
    };
    let upload = text(headers, "content-type").is_some_and(|kind| kind.starts_with("multipart/form-data"));
    if upload {
        if let Err(error) = read_upload(request, &mut incoming).await {
            incoming.malformed = Some(error);
        }
        return incoming;
    }
    match axum::body::to_bytes(request.into_body(), MOST_BYTES).await {
        Ok(bytes) if bytes.is_empty() => {}
        Ok(bytes) => match serde_json::from_slice(&bytes) {
            Ok(body) => incoming.body = body,
            Err(error) => incoming.malformed = Some(error.to_string()),
        },
        Err(error) => incoming.malformed = Some(error.to_string()),
    }
    incoming
}

/// `payload_json` and the files beside it.
async fn read_upload(request: Request, incoming: &mut Incoming) -> Result<(), String> {
    let mut form = Multipart::from_request(request, &()).await.map_err(|error| error.to_string())?;
    while let Some(field) = form.next_field().await.map_err(|error| error.to_string())? {
        let (name, file) = (field.name().unwrap_or_default().to_owned(), field.file_name().map(str::to_owned));
        let bytes = field.bytes().await.map_err(|error| error.to_string())?;
        if name == "payload_json" {
            incoming.body = serde_json::from_slice(&bytes).map_err(|error| error.to_string())?;
        } else if let Some(name) = file {
            incoming.files.push(Attachment { id: 0, name, description: None, bytes: bytes.to_vec() });
        }
    }
    Ok(())
}

fn parameters(query: &str) -> Vec<(String, String)> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs.map(|pair| pair.split_once('=').unwrap_or((pair, ""))).map(|(k, v)| (unescape(k), unescape(v))).collect()
}

/// Undoes `%41`. A plus stays one, as in Discord's audit reasons.
pub fn unescape(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}
