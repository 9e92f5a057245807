//! Requests that meet a planned fault.

use std::sync::Arc;

use serde_json::{Value, json};

use super::incoming::Incoming;
use super::{Answer, apply, plain, record};
use crate::sandbox::Core;
use crate::sandbox::faults::{Fault, Verdict};

/// What a fault makes of a request; nothing means that the connection is cut.
pub async fn meet(core: &Arc<Core>, fault: Fault, incoming: Incoming) -> Option<Answer> {
    let note = |incoming: Incoming, status: u16, body: Value| {
        core.act(|state| record(state, incoming, None, status, &body));
        plain((status, body))
    };
    match fault {
        Fault::Fail { status, code } => {
            let body = json!({"message": "planned failure", "code": code});
            Some(note(incoming, status, body))
        }
        Fault::FailAfterApplying { status } => {
            core.act(|state| apply(state, incoming));
            Some(plain((status, json!({"message": "planned failure after the deed", "code": 0}))))
        }
        Fault::Delay(time) => {
            detached(core, |core| async move {
                tokio::time::sleep(time).await;
                Some(plain(core.act(|state| apply(state, incoming))))
            })
            .await
        }
        Fault::Hang => {
            note(incoming, 0, Value::Null);
            std::future::pending().await
        }
        Fault::HangAfterApplying => {
            core.act(|state| apply(state, incoming));
            std::future::pending().await
        }
        Fault::Reset => {
            note(incoming, 0, Value::Null);
            None
        }
        Fault::ResetAfterApplying => {
            core.act(|state| apply(state, incoming));
            None
        }
        Fault::RateLimit { retry_after, global } => {
            let body = json!({"message": "You are being rate limited.", "retry_after": retry_after, "global": global});
            let scope = if global { "global" } else { "user" };
            let headers = [
                ("retry-after", format!("{}", retry_after.ceil())),
                ("x-ratelimit-scope", scope.to_owned()),
                ("x-ratelimit-global", global.to_string()),
                ("x-ratelimit-reset-after", retry_after.to_string()),
            ];
            let headers = headers.into_iter().filter(|(name, _)| global || *name != "x-ratelimit-global");
            let headers = headers.map(|(name, value)| (name.to_owned(), value)).collect();
            let (status, _, body) = note(incoming, 429, body);
            Some((status, headers, body))
        }
        Fault::Answer { status, headers, body } => {
            let (status, _, body) = note(incoming, status, body);
            Some((status, headers, body))
        }
        Fault::Hold(held) => {
            detached(core, |core| async move {
                let answer = match held.wait().await {
                    Verdict::Apply => Some(plain(core.act(|state| apply(state, incoming)))),
                    Verdict::Drop => {
                        core.act(|state| record(state, incoming, None, 0, &Value::Null));
                        None
                    }
                };
                held.settle();
                answer
            })
            .await
        }
    }
}

/// Goes on even if the client hangs up: Discord carries out what it has received.
async fn detached<W>(core: &Arc<Core>, work: impl FnOnce(Arc<Core>) -> W) -> Option<Answer>
where
    W: Future<Output = Option<Answer>> + Send + 'static,
{
    tokio::spawn(work(Arc::clone(core))).await.ok().flatten()
}
