//! A proxy that lets nothing through and remembers what was asked of it.
//!
//! The browser is told to use it for everything but the own machine, so a request of any page or
//! worker to another origin ends here and is seen.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex, PoisonError};

use crate::{Result, failure};

/// What Chromium asks on its own account, whatever page is open. No page of ours may ask them either,
/// but through a proxy the two cannot be told apart; the policy in `index.html` forbids them all.
const BROWSERS_OWN: &[&str] = &[
    "accounts.google.com",
    "android.clients.google.com",
    "clients2.google.com",
    "clientservices.googleapis.com",
    "content-autofill.googleapis.com",
    "edgedl.me.gvt1.com",
    "optimizationguide-pa.googleapis.com",
    "redirector.gvt1.com",
    "safebrowsing.googleapis.com",
    "safebrowsingohttpgateway.googleapis.com",
    "start.duckduckgo.com",
    "update.googleapis.com",
    "www.google.com",
];

/// A listening trap; it lives until the program ends.
#[derive(Debug)]
pub(crate) struct Trap {
    port: u16,
    caught: Arc<Mutex<Vec<String>>>,
}

impl Trap {
    /// Starts on a free port.
    pub(crate) fn start() -> Result<Trap> {
        let listener =
            TcpListener::bind(("127.0.0.1", 0)).map_err(|error| failure(error.to_string()))?;
        let port = listener.local_addr()?.port();
        let caught = Arc::new(Mutex::new(Vec::new()));
        let shared = Arc::clone(&caught);
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let mut line = String::new();
                if BufReader::new(&stream).read_line(&mut line).is_ok() && !line.trim().is_empty() {
                    shared
                        .lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .push(line.trim().to_string());
                }
                let _ = stream.write_all(
                    b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                );
            }
        });
        Ok(Trap { port, caught })
    }

    /// The address for `--proxy-server`.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The request lines that came, such as `CONNECT example.org:443 HTTP/1.1`, less the browser's own.
    pub(crate) fn caught(&self) -> Vec<String> {
        let all = self.caught.lock().unwrap_or_else(PoisonError::into_inner);
        all.iter().filter(|line| !BROWSERS_OWN.contains(&host(line))).cloned().collect()
    }
}

/// The host in a proxy's request line, without its port.
fn host(line: &str) -> &str {
    let target = line.split_whitespace().nth(1).unwrap_or_default();
    let target = target.split_once("://").map_or(target, |(_, rest)| rest);
    target.split(['/', ':', '?']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_read_from_request_lines() {
        assert_eq!(host("CONNECT example.org:443 HTTP/1.1"), "example.org");
        assert_eq!(host("GET http://example.org/a?b HTTP/1.1"), "example.org");
        assert_eq!(host("nonsense"), "");
    }
}
