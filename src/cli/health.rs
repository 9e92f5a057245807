//! `steward health`: whether the bot with these settings runs and is well, for people, containers and
//! scripts. Exit 0 if it is, 1 if not.
//!
//! Where `[http]` is on, the bot itself is asked. Where it is off, the lock beside the database says
//! whether it runs, and its last sign of life in the database how it was then: at most a few seconds ago,
//! or it is not well.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use reqwest::redirect::Policy;

use super::{Exit, Failure, Outcome};
use crate::clock::Clock;
use crate::config::Config;
use crate::db::heartbeat;
use crate::health::{Report, Status, span};

/// How long the bot may take to answer.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(5);

pub(super) async fn perform(config: Config) -> Outcome {
    let answer = match config.http.listen {
        Some(address) => ask(address).await,
        None => look(&config).await?,
    };
    match answer {
        Ok(report) => {
            super::print(report.lines())?;
            Ok(if report.status == Status::Ok { Exit::Done } else { Exit::Finding })
        }
        Err(words) => {
            super::print(format!("!!  {words}\n"))?;
            Ok(Exit::Finding)
        }
    }
}

/// Over HTTP; in words, why there is no report.
async fn ask(address: SocketAddr) -> Result<Report, String> {
    let address = reachable(address);
    let nobody = || format!("nobody answers at {address}: Steward does not run, or was started with other settings");
    // No proxy of the network has a way to this machine.
    let client = reqwest::Client::builder().timeout(ANSWER_TIMEOUT).redirect(Policy::none()).no_proxy();
    let client = client.build().map_err(|_| nobody())?;
    let answer = client.get(format!("http://{address}/health")).send().await.map_err(|error| {
        if error.is_timeout() {
            format!("Steward does not answer at {address} within {}", span(ANSWER_TIMEOUT))
        } else {
            nobody()
        }
    })?;
    answer.json().await.map_err(|_| format!("something else than Steward answers at {address}"))
}

/// Who listens on every address is asked on this machine's own.
fn reachable(address: SocketAddr) -> SocketAddr {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, address.port())
}

/// From lock and database.
async fn look(config: &Config) -> Result<Result<Report, String>, Failure> {
    let clock = Clock::system();
    let seen = heartbeat::look(&config.database_url, &clock).await?;
    let Some(holder) = seen.holder else { return Ok(Err("Steward does not run with this database".to_owned())) };
    let last = seen.last.and_then(|(at, report)| Some((at, serde_json::from_str::<Report>(&report).ok()?)));
    let Some((at, report)) = last else {
        return Ok(Err(format!("the database is in use ({holder}), but Steward has given no sign of life yet")));
    };
    // A beat that is late by one is no news: the disk may be slow.
    let most = Duration::from_secs(config.database.heartbeat_s * 3 + 5);
    let age = Duration::from_millis(clock.now().since(at).unsigned_abs());
    if age > most {
        let age = span(age);
        return Ok(Err(format!("the database is in use ({holder}), but the last sign of life is {age} old")));
    }
    Ok(Ok(report))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_listens_everywhere_is_asked_here() {
        for (listens, asked) in [
            ("0.0.0.0:9090", "127.0.0.1:9090"),
            ("[::]:80", "[::1]:80"),
            ("192.168.1.5:9090", "192.168.1.5:9090"),
            ("127.0.0.1:9090", "127.0.0.1:9090"),
        ] {
            assert_eq!(reachable(listens.parse().expect("an address")).to_string(), asked);
        }
    }
}
