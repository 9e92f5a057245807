//! What happened, for those who look later: requests with their answers, and every violation.

use std::sync::Arc;

use serde_json::Value;

use crate::clock::Timestamp;

/// A request and what it was answered.
#[derive(Debug, Clone)]
pub struct Exchange {
    pub method: String,
    /// Below `/api/v10`, without the query.
    pub path: String,
    /// As in Discord's description: `/channels/{channel_id}/messages`.
    pub template: Option<&'static str>,
    pub query: Vec<(String, String)>,
    /// When it was carried out, by the shared clock.
    pub at: Timestamp,
    /// JSON body, `payload_json` of an upload, or null.
    pub body: Value,
    /// `X-Audit-Log-Reason`, decoded.
    pub reason: Option<String>,
    /// 0 while unanswered and where the connection was cut.
    pub status: u16,
    /// Kept only while the recorder runs.
    pub answer: Value,
}

type Expectation = Arc<dyn Fn(&str) -> bool + Send + Sync>;

#[derive(Default)]
pub struct Journal {
    pub exchanges: Vec<Exchange>,
    /// Whether answers are kept as well.
    pub recording: bool,
    /// Requests that came and have no answer yet.
    pub open: usize,
    violations: Vec<String>,
    expected: Vec<Expectation>,
}

impl Journal {
    /// Notes something that Discord's documents do not allow.
    pub fn violation(&mut self, text: impl Into<String>) {
        self.violations.push(text.into());
    }

    /// Violations like these are provoked by the test, before or after this call.
    pub fn expect(&mut self, like: Expectation) {
        self.expected.push(like);
    }

    /// Those that nobody expected.
    pub fn violations(&self) -> Vec<String> {
        let unexpected = self.violations.iter().filter(|text| !self.expected.iter().any(|like| like(text)));
        unexpected.cloned().collect()
    }
}

/// Whether `METHOD /path/*/with/stars` names this request; a star stands for one segment, `**` at the
/// end for all that follow.
pub fn names(pattern: &str, method: &str, path: &str) -> bool {
    let (wanted, route) = pattern.split_once(' ').unwrap_or(("*", pattern));
    if wanted != "*" && !wanted.eq_ignore_ascii_case(method) {
        return false;
    }
    let mut segments = path.split('/');
    for part in route.split('/') {
        match (part, segments.next()) {
            ("**", _) => return true,
            (_, None) => return false,
            ("*", Some(_)) => {}
            (part, Some(segment)) if part == segment => {}
            _ => return false,
        }
    }
    segments.next().is_none()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::names;

    #[rstest]
    #[case("POST /channels/*/messages", "POST", "/channels/7/messages", true)]
    #[case("POST /channels/*/messages", "GET", "/channels/7/messages", false)]
    #[case("POST /channels/*/messages", "POST", "/channels/7/messages/8", false)]
    #[case("* /channels/**", "DELETE", "/channels/7/messages/8", true)]
    #[case("POST /interactions/*/*/callback", "POST", "/interactions/1/abc/callback", true)]
    fn patterns(#[case] pattern: &str, #[case] method: &str, #[case] path: &str, #[case] fits: bool) {
        assert_eq!(names(pattern, method, path), fits);
    }
}
