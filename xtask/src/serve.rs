//! Turns a directory into a site on 127.0.0.1.

use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::deliver;

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
    // What a host would say of it, so that a page here lives under the same policy.
    let rules = fs::read_to_string(directory.join(deliver::HEADERS)).unwrap_or_default();
    let path = request.url().split(['?', '#']).next().unwrap_or_default().to_owned();
    let mut headers = deliver::headers(&rules, &path);
    headers.push(("Content-Type".to_owned(), kind(file.as_deref()).to_owned()));
    headers.push(("Cache-Control".to_owned(), "no-cache".to_owned()));
    headers.push(("Vary".to_owned(), "Accept-Encoding".to_owned()));
    let (body, packed) =
        packed(file.as_deref(), &accepted(&request)).map_or((body, None), |(body, name)| (body, Some(name)));
    headers.extend(packed.map(|name| ("Content-Encoding".to_owned(), name.to_owned())));
    let mut response = Response::from_data(body);
    let mut given: Vec<&str> = Vec::new();
    for (name, value) in &headers {
        // A rule's own goes before what is said of every file.
        if given.contains(&name.as_str()) {
            continue;
        }
        given.push(name);
        if let Ok(header) = Header::from_bytes(name.as_bytes(), value.as_bytes()) {
            response.add_header(header);
        }
    }
    Ok(request.respond(response)?)
}

/// The codings that a browser takes, as it says them.
fn accepted(request: &Request) -> String {
    let said = request.headers().iter().find(|header| header.field.equiv("Accept-Encoding"));
    said.map(|header| header.value.to_string()).unwrap_or_default()
}

/// The smallest form of a file that lies beside it and is taken, with the coding's name.
fn packed(file: Option<&Path>, accepted: &str) -> Option<(Vec<u8>, &'static str)> {
    let takes = |coding: &str| {
        accepted.split(',').any(|each| {
            let mut parts = each.split(';').map(str::trim);
            parts.next() == Some(coding) && !parts.any(|part| matches!(part, "q=0" | "q=0.0"))
        })
    };
    let beside = |end: &str| fs::read(format!("{}.{end}", file?.display())).ok();
    [("br", "br"), ("gzip", "gz")]
        .into_iter()
        .filter(|(coding, _)| takes(coding))
        .find_map(|(coding, end)| Some((beside(end)?, coding)))
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
        Some("figures") => "application/octet-stream",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{file, kind, packed};

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

    #[test]
    fn a_packed_neighbour_is_sent_to_who_takes_it() {
        let folder = std::env::temp_dir().join(format!("indicator-chart-serve-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        for name in ["a.js", "a.js.br", "a.js.gz"] {
            std::fs::write(folder.join(name), name).unwrap();
        }
        let file = folder.join("a.js");
        let sent =
            |accepted: &str| packed(Some(&file), accepted).map(|(body, _)| String::from_utf8(body).unwrap());
        assert_eq!(sent("gzip, deflate, br").as_deref(), Some("a.js.br"));
        assert_eq!(sent("gzip, br;q=0").as_deref(), Some("a.js.gz"));
        assert_eq!((sent(""), sent("identity")), (None, None));
        assert_eq!(packed(Some(&folder.join("b.js")), "br"), None);
        std::fs::remove_dir_all(folder).unwrap();
    }
}
