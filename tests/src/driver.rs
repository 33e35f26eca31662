//! chromedriver, started on a free port and ended with the value.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::{Result, failure};

/// A running chromedriver.
#[derive(Debug)]
pub(crate) struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts it and waits until it listens. It takes a free port of one kind of address and then wants the same one
    /// of the other kind: where another program has that, it ends, and is started again.
    pub(crate) fn start(program: &Path) -> Result<Driver> {
        Self::start_once(program)
            .or_else(|_| Self::start_once(program))
            .or_else(|_| Self::start_once(program))
    }

    fn start_once(program: &Path) -> Result<Driver> {
        let mut child = Command::new(program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| failure(format!("chromedriver could not be started: {error}")))?;
        let lines = child.stdout.take().map(BufReader::new).into_iter().flat_map(BufReader::lines);
        let port = lines.map_while(std::result::Result::ok).find_map(|line| port_in(&line));
        let Some(port) = port else {
            let _ = child.kill();
            let _ = child.wait();
            return Err(failure("chromedriver ended before it listened"));
        };
        Ok(Driver { child, port })
    }

    /// Its process.
    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Where it listens.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The port in "ChromeDriver was started successfully on port 12345."
fn port_in(line: &str) -> Option<u16> {
    let (_, after) = line.split_once("successfully on port ")?;
    after.trim_end().trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read() {
        assert_eq!(port_in("ChromeDriver was started successfully on port 41234."), Some(41234));
        assert_eq!(
            port_in("Please see https://chromedriver.chromium.org/security-considerations"),
            None
        );
    }
}
