//! Addresses for whatever tests listen on. Each is one of the loopback network's own, so that a port that
//! becomes free in one test is never taken for the same place by another that runs beside it.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicU16, Ordering};

use tokio::net::TcpSocket;

static GIVEN: AtomicU16 = AtomicU16::new(0);

/// An address that nothing else in this process has, and hardly any other process: `127.x.y.z`. Only Linux
/// has the whole network on its loopback; elsewhere there is `127.0.0.1` alone.
pub fn ip() -> Ipv4Addr {
    if !cfg!(target_os = "linux") {
        return Ipv4Addr::LOCALHOST;
    }
    let process = u8::try_from(std::process::id() % 254).expect("below 254") + 1;
    let [high, low] = GIVEN.fetch_add(1, Ordering::Relaxed).to_be_bytes();
    Ipv4Addr::new(127, process, high, low)
}

/// The same with any port that is free.
pub fn any() -> SocketAddr {
    (ip(), 0).into()
}

/// A place at which nobody listens, and nobody will as long as this is held.
pub struct Nobody(TcpSocket);

impl Nobody {
    pub fn new() -> Self {
        let socket = TcpSocket::new_v4().expect("a socket");
        socket.bind(any()).expect("a free port");
        Self(socket)
    }

    pub fn address(&self) -> SocketAddr {
        self.0.local_addr().expect("it is bound")
    }
}
