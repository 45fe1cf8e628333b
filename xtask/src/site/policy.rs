//! The Content-Security-Policy: one text, for the page's `<meta>` and for the `_headers` file.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// What each kind of source may be. No other origin appears anywhere, and none may.
///
/// `app-sw` is the Trusted Types policy with which `boot.js` names the service worker.
fn directives(inline_scripts: &[&str]) -> Vec<String> {
    let mut script = "script-src 'self' 'wasm-unsafe-eval'".to_owned();
    for text in inline_scripts {
        script.push_str(&format!(" '{}'", hash(text)));
    }
    let mut all = vec!["default-src 'none'".to_owned(), script];
    all.extend(
        [
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types app-sw",
        ]
        .map(str::to_owned),
    );
    all
}

/// The policy for a `<meta>`, given the texts of the page's inline scripts.
pub(super) fn for_page(inline_scripts: &[&str]) -> String {
    directives(inline_scripts).join("; ")
}

/// The `_headers` file that some hosts read; a header can say more than a `<meta>`.
pub(super) fn headers_file(inline_scripts: &[&str]) -> String {
    format!(
        "# Read by hosts that know such a file (Netlify, Cloudflare Pages, and others).\n\
         /*\n  \
           Content-Security-Policy: {}; frame-ancestors 'none'\n  \
           Referrer-Policy: no-referrer\n  \
           X-Content-Type-Options: nosniff\n  \
           Cache-Control: no-cache\n",
        for_page(inline_scripts)
    )
}

fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_repeats_the_page() {
        let inline = ["import init from './a.js';"];
        assert!(headers_file(&inline).contains(&for_page(&inline)));
    }

    #[test]
    fn nothing_unsafe_but_wasm_and_no_other_origin() {
        let policy = for_page(&["x"]);
        let without_wasm = policy.replace("'wasm-unsafe-eval'", "");
        for forbidden in ["unsafe", "http:", "https:", "*"] {
            assert!(!without_wasm.contains(forbidden), "{policy}");
        }
        // The digest of "x", from `printf x | openssl dgst -sha256 -binary | base64`.
        assert!(policy.contains("'sha256-LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE='"));
    }
}
