//! How much memory the page's process holds, from `/proc` (Linux only).

use std::path::Path;

use crate::Browser;

impl Browser {
    /// The largest resident set of the browser's page processes since they began, in bytes: main thread,
    /// worker and wasm memory together. Nothing where there is no `/proc`.
    pub fn peak_memory(&self) -> Option<u64> {
        self.renderers().filter_map(|pid| kilobytes(&pid, "VmHWM:")).max().map(|kb| kb * 1024)
    }

    /// The largest resident set of the browser's page processes now, in bytes.
    pub fn memory(&self) -> Option<u64> {
        self.renderers().filter_map(|pid| kilobytes(&pid, "VmRSS:")).max().map(|kb| kb * 1024)
    }

    /// Page processes of this browser: renderers whose ancestors include the driver.
    fn renderers(&self) -> impl Iterator<Item = String> {
        let driver = self.driver_pid().to_string();
        let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
        processes.map(|entry| entry.file_name().to_string_lossy().into_owned()).filter(move |pid| {
            let line =
                std::fs::read(Path::new("/proc").join(pid).join("cmdline")).unwrap_or_default();
            String::from_utf8_lossy(&line).contains("--type=renderer") && descends(pid, &driver)
        })
    }
}

fn descends(pid: &str, ancestor: &str) -> bool {
    let mut current = pid.to_string();
    for _ in 0..20 {
        match field(&current, "PPid:") {
            Some(parent) if parent == ancestor => return true,
            Some(parent) if parent != "0" => current = parent,
            _ => return false,
        }
    }
    false
}

fn kilobytes(pid: &str, name: &str) -> Option<u64> {
    field(pid, name)?.parse().ok()
}

/// The first word after a name in `/proc/<pid>/status`.
fn field(pid: &str, name: &str) -> Option<String> {
    let text = std::fs::read_to_string(Path::new("/proc").join(pid).join("status")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next().map(str::to_string)
}
