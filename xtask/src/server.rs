//! A small static server for the loopback interface: the app as any host would hand it out.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::Result;

/// A server that runs in threads of its own until the program ends.
#[derive(Debug)]
pub struct Server {
    port: u16,
    log: Arc<Mutex<Vec<String>>>,
    gone: Arc<AtomicBool>,
}

impl Server {
    /// Serves a folder on 127.0.0.1; port 0 takes a free one.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start(folder: &Path, port: u16) -> Result<Server> {
        Server::start_with(folder, &[], port)
    }

    /// As [`Server::start`], with further folders, each under a first part of the path such as `data`.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start_with(folder: &Path, mounts: &[(&str, &Path)], port: u16) -> Result<Server> {
        let listener = TcpListener::bind(("127.0.0.1", port))
            .map_err(|error| format!("port {port} cannot be used: {error}"))?;
        let port = listener.local_addr().map_err(|error| error.to_string())?.port();
        let log = Arc::new(Mutex::new(Vec::new()));
        let mounts =
            mounts.iter().map(|(name, folder)| ((*name).to_string(), folder.to_path_buf()));
        let site = Arc::new(Site { folder: folder.to_path_buf(), mounts: mounts.collect() });
        let gone = Arc::new(AtomicBool::new(false));
        let (shared, is_gone) = (Arc::clone(&log), Arc::clone(&gone));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (site, log) = (Arc::clone(&site), Arc::clone(&shared));
                let is_gone = Arc::clone(&is_gone);
                std::thread::spawn(move || {
                    // The other side going away is its own affair.
                    let _ = answer_all(&stream, &site, &log, &is_gone);
                });
            }
        });
        Ok(Server { port, log, gone })
    }

    /// Its address, without a slash at the end.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// From now on nothing is answered, as when there is no network.
    pub fn cut(&self) {
        self.gone.store(true, Ordering::Relaxed);
    }

    /// The path of every request so far, in order.
    pub fn requests(&self) -> Vec<String> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// What is handed out.
struct Site {
    folder: PathBuf,
    mounts: Vec<(String, PathBuf)>,
}

impl Site {
    /// The file that a request names, or nothing when it would lie outside of the folders.
    fn file_of(&self, target: &str) -> Option<PathBuf> {
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let path = decode(path.trim_start_matches('/'))?;
        let path = Path::new(&path);
        if !path.components().all(|part| matches!(part, Component::Normal(_))) {
            return None;
        }
        let mount = self
            .mounts
            .iter()
            .find_map(|(name, folder)| Some(folder.join(path.strip_prefix(name).ok()?)));
        let file = mount.unwrap_or_else(|| self.folder.join(path));
        Some(if file.is_dir() { file.join("index.html") } else { file })
    }
}

/// Answers the requests of one connection.
fn answer_all(
    stream: &TcpStream,
    site: &Site,
    log: &Mutex<Vec<String>>,
    is_gone: &AtomicBool,
) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    loop {
        let mut line = String::new();
        let read = reader.by_ref().take(8192).read_line(&mut line)?;
        let mut words = line.split_whitespace();
        let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        if read > 0 && is_gone.load(Ordering::Relaxed) {
            // what was asked for in vain is told, too
            log.lock().unwrap_or_else(PoisonError::into_inner).push(target.to_string());
        }
        if read == 0 || is_gone.load(Ordering::Relaxed) {
            return Ok(());
        }
        let head_only = method == "HEAD";
        loop {
            let mut header = String::new();
            if reader.by_ref().take(8192).read_line(&mut header)? == 0 || header.trim().is_empty() {
                break;
            }
        }
        if method != "GET" && !head_only {
            return respond(stream, "405 Method Not Allowed", "text/plain", b"", head_only);
        }
        log.lock().unwrap_or_else(PoisonError::into_inner).push(target.to_string());
        let file = site.file_of(target);
        match file.as_ref().map(std::fs::read) {
            Some(Ok(body)) => respond(stream, "200 OK", mime(file.as_deref()), &body, head_only)?,
            _ => respond(
                stream,
                "404 Not Found",
                "text/plain; charset=utf-8",
                b"not here\n",
                head_only,
            )?,
        }
    }
}

fn respond(
    mut stream: &TcpStream,
    status: &str,
    kind: &str,
    body: &[u8],
    head_only: bool,
) -> std::io::Result<()> {
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    if !head_only {
        stream.write_all(body)?;
    }
    stream.flush()
}

/// Undoes percent-encoding; nothing when it is broken or not UTF-8.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        if first == b'%' {
            let digits = std::str::from_utf8(after.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &after[2..];
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok()
}

/// The media type by the name's ending. Wasm must have its own, or it cannot be compiled while it loads.
fn mime(file: Option<&Path>) -> &'static str {
    let ending =
        file.and_then(Path::extension).and_then(|ending| ending.to_str()).unwrap_or_default();
    match ending {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" | "ftl" | "md" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fetch(server: &Server, request: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
        stream.write_all(format!("{request}\r\nHost: x\r\n\r\n").as_bytes()).unwrap();
        stream.shutdown(std::net::Shutdown::Write).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn hands_out_files_and_nothing_else() {
        let folder = crate::run::target_dir().join("xtask").join("server-test");
        std::fs::create_dir_all(folder.join("sub dir")).unwrap();
        std::fs::write(folder.join("index.html"), "<p>start").unwrap();
        std::fs::write(folder.join("sub dir").join("a.wasm"), "\0asm").unwrap();
        let server = Server::start(&folder, 0).unwrap();
        let start = fetch(&server, "GET /?x=1 HTTP/1.1");
        assert!(start.starts_with("HTTP/1.1 200") && start.ends_with("<p>start"), "{start}");
        assert!(fetch(&server, "GET /sub%20dir/a.wasm HTTP/1.1").contains("application/wasm"));
        assert!(fetch(&server, "HEAD / HTTP/1.1").ends_with("\r\n\r\n"));
        for outside in
            ["/../server.rs", "/%2e%2e/x", "/sub dir/../../x", "//etc/passwd", "/%zz", "/none"]
        {
            assert!(
                fetch(&server, &format!("GET {outside} HTTP/1.1")).starts_with("HTTP/1.1 404"),
                "{outside}"
            );
        }
        assert!(fetch(&server, "POST / HTTP/1.1").starts_with("HTTP/1.1 405"));
        assert_eq!(server.requests()[..2], ["/?x=1", "/sub%20dir/a.wasm"]);
    }

    #[test]
    fn paths_that_climb_are_refused() {
        let mounts = vec![("data".to_string(), PathBuf::from("big"))];
        let site = Site { folder: PathBuf::from("dist"), mounts };
        assert_eq!(site.file_of("/a/b.js?v=2"), Some(PathBuf::from("dist/a/b.js")));
        assert_eq!(site.file_of("/data/a.csv"), Some(PathBuf::from("big/a.csv")));
        assert_eq!(site.file_of("/database.js"), Some(PathBuf::from("dist/database.js")));
        assert_eq!(site.file_of("/a/../../b"), None);
        assert_eq!(site.file_of("/data/%2e%2e/b"), None);
    }
}
