//! Turns a directory into a site on 127.0.0.1.

use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server};

/// How many requests are answered at a time.
const WORKERS: usize = 4;

/// Serves `directory` until the process ends; prints the address.
pub(crate) fn serve(directory: &Path, port: u16) -> Result<()> {
    let server = Server::http(("127.0.0.1", port))
        .map_err(|error| anyhow!("{error}"))
        .with_context(|| format!("port {port} of 127.0.0.1 is not free; try --port 0"))?;
    let address = server.server_addr().to_ip().context("the server has no address")?;
    println!("\nhttp://{address}/  (Ctrl-C ends it)");
    let server = Arc::new(server);
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            let server = Arc::clone(&server);
            scope.spawn(move || {
                for request in server.incoming_requests() {
                    // A reader who leaves in the middle of an answer is no fault of ours.
                    let _ = answer(directory, request);
                }
            });
        }
    });
    Ok(())
}

fn answer(directory: &Path, request: Request) -> Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return Ok(request.respond(Response::from_string("only GET and HEAD").with_status_code(405))?);
    }
    let file = file(directory, request.url());
    let Some(body) = file.as_ref().and_then(|file| fs::read(file).ok()) else {
        return Ok(request.respond(Response::from_string("not found").with_status_code(404))?);
    };
    let mut response = Response::from_data(body);
    // A sandboxed frame has no origin: its scripts and the engine come only from a server that lets anyone have them.
    let headers = [
        ("Content-Type", kind(file.as_deref())),
        ("Cache-Control", "no-cache"),
        ("Access-Control-Allow-Origin", "*"),
    ];
    for (name, value) in headers {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    Ok(request.respond(response)?)
}

/// The file that an address names, never one outside of `directory`.
fn file(directory: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    let plain = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    if !plain || path.contains(['\\', '%']) {
        return None;
    }
    let file = directory.join(path);
    Some(if file.is_dir() { file.join("index.html") } else { file })
}

fn kind(file: Option<&Path>) -> &'static str {
    match file.and_then(Path::extension).and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("json") => "application/json",
        Some("csv") => "text/csv; charset=utf-8",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{file, kind};

    #[test]
    fn an_address_never_leaves_the_directory() {
        let root = Path::new("/nowhere");
        assert_eq!(file(root, "/a/b.js?v=1"), Some(root.join("a/b.js")));
        for url in ["/../secret", "/a/../../b", "/%2e%2e/secret", "/a\\..\\b"] {
            assert_eq!(file(root, url), None, "{url}");
        }
    }

    #[test]
    fn a_module_is_served_as_wasm() {
        assert_eq!(kind(Some(Path::new("a.wasm"))), "application/wasm");
    }
}
