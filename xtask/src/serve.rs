//! A small static server for loopback: what `dist/` holds, byte for byte, and nothing else.
//!
//! It injects nothing (our policy would forbid it), watches nothing, and is no server for a network.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

const DEFAULT_PORT: u16 = 8080;
const LONGEST_HEAD: u64 = 16 * 1024;

/// What the command line asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Wish {
    port: Option<u16>,
    /// Begins and ends with a slash.
    below: String,
}

impl Wish {
    /// # Errors
    /// For a word that is not known, or a port that is none.
    pub(crate) fn parse(words: &[String]) -> Result<Self> {
        let mut wish = Self { port: None, below: "/".to_owned() };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let value = words.next().with_context(|| format!("{word} of what?"))?;
            match word.as_str() {
                "--port" => wish.port = Some(value.parse().context("not a port")?),
                "--sub-path" => {
                    wish.below = format!("/{}/", value.trim_matches('/')).replace("//", "/");
                }
                _ => bail!("serve knows --port N and --sub-path /x/, not {word}"),
            }
        }
        Ok(wish)
    }
}

/// Serves until the process is ended.
///
/// # Errors
/// When the port is taken. Without a wish, a free one is taken instead.
pub(crate) fn serve(dist: &Path, wish: &Wish) -> Result<()> {
    let here = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let listener = match wish.port {
        Some(port) => here(port).with_context(|| format!("port {port} is not free"))?,
        None => here(DEFAULT_PORT).or_else(|_| here(0))?,
    };
    let port = listener.local_addr()?.port();
    println!(
        "\n  http://localhost:{port}{}\n\n\
         Serving dist/ as it is. After a change: stop with Ctrl+C and start again; nothing is watched.",
        wish.below
    );
    for stream in listener.incoming() {
        let (dist, below) = (dist.to_path_buf(), wish.below.clone());
        let Ok(stream) = stream else { continue };
        std::thread::spawn(move || {
            // A browser that hangs up is no news.
            let _ = answer(stream, &dist, &below);
        });
    }
    Ok(())
}

fn answer(stream: TcpStream, dist: &Path, below: &str) -> Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut lines = BufReader::new(stream.try_clone()?.take(LONGEST_HEAD));
    let mut first = String::new();
    lines.read_line(&mut first)?;
    let mut line = String::new();
    while lines.read_line(&mut line)? > 2 {
        line.clear();
    }
    let mut words = first.split_whitespace();
    let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let mut stream = stream;
    if method != "GET" && method != "HEAD" {
        return send(&mut stream, "405 Method Not Allowed", "text/plain", b"", true);
    }
    let found = file_of(target, below).map(|name| dist.join(name));
    match found.and_then(|file| Some((std::fs::read(&file).ok()?, mime(&file)))) {
        Some((body, kind)) => send(&mut stream, "200 OK", kind, &body, method == "GET"),
        None => send(&mut stream, "404 Not Found", "text/plain", b"not here\n", true),
    }
}

fn send(stream: &mut TcpStream, status: &str, kind: &str, body: &[u8], with_body: bool) -> Result<()> {
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if with_body {
        stream.write_all(body)?;
    }
    stream.flush()?;
    Ok(())
}

/// The file below `dist/` that a request means, or `None` where it leads elsewhere.
fn file_of(target: &str, below: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?;
    let path = decoded(path.strip_prefix(below)?)?;
    let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path };
    if path.contains(['\\', ':', '\0']) {
        return None;
    }
    let file = PathBuf::from(path);
    file.components().all(|part| matches!(part, Component::Normal(_))).then_some(file)
}

fn decoded(path: &str) -> Option<String> {
    let mut bytes = path.bytes();
    let mut out = Vec::with_capacity(path.len());
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let pair = [bytes.next()?, bytes.next()?];
            out.push(u8::from_str_radix(std::str::from_utf8(&pair).ok()?, 16).ok()?);
        } else {
            out.push(byte);
        }
    }
    String::from_utf8(out).ok()
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_and_their_files() {
        for (target, below, expected) in [
            ("/", "/", Some("index.html")),
            ("/a.js?x=1", "/", Some("a.js")),
            ("/icons/a%20b.png", "/", Some("icons/a b.png")),
            ("/x/", "/x/", Some("index.html")),
            ("/x/a.js", "/x/", Some("a.js")),
            ("/a.js", "/x/", None),
            ("/../Cargo.toml", "/", None),
            ("/%2e%2e/Cargo.toml", "/", None),
            ("/a/%2E%2E%2f%2e%2e/b", "/", None),
            ("//etc/passwd", "/", None),
            ("/..%5cb", "/", None),
            ("/%00", "/", None),
            ("/%zz", "/", None),
            ("/%4", "/", None),
        ] {
            assert_eq!(file_of(target, below), expected.map(PathBuf::from), "{target}");
        }
    }

    #[test]
    fn wishes() {
        let parse = |text: &str| Wish::parse(&text.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
        let wish = parse("--port 9 --sub-path x").unwrap();
        assert_eq!((wish.port, wish.below.as_str()), (Some(9), "/x/"));
        assert_eq!(parse("--sub-path /").unwrap().below, "/");
        assert!(parse("--port").is_err());
        assert!(parse("--watch yes").is_err());
    }
}
