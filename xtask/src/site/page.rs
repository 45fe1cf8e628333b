//! Changes to the HTML that Trunk leaves: plain text work on a page that is our own.

use super::policy;
use anyhow::{Context, Result, bail};

/// The texts of the scripts that stand in the page itself.
pub(super) fn inline_scripts(html: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once("<script") {
        let Some((attributes, body)) = after.split_once('>') else {
            break;
        };
        let Some((text, tail)) = body.split_once("</script>") else {
            break;
        };
        if !attributes.contains("src=") {
            found.push(text);
        }
        rest = tail;
    }
    found
}

/// Puts the policy before anything that could load or run.
///
/// # Errors
/// When the page has no `<meta charset>` to stand behind, or something already stands before it.
pub(super) fn with_policy(html: &str) -> Result<String> {
    const CHARSET: &str = "<meta charset=\"utf-8\">";
    let (head, rest) = html.split_once(CHARSET).with_context(|| format!("a page without {CHARSET}"))?;
    if head.contains("<script") || head.contains("<link") {
        bail!("something loads before {CHARSET}");
    }
    let policy = policy::for_page(&inline_scripts(html));
    Ok(format!("{head}{CHARSET}\n  <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{rest}"))
}

/// Says which version this is, for `boot.js` to tell the service worker.
pub(super) fn with_version(html: &str, version: &str) -> Result<String> {
    const PLACE: &str = "<meta name=\"version\" content=\"\">";
    if !html.contains(PLACE) {
        bail!("the page has no {PLACE}");
    }
    let filled = format!("<meta name=\"version\" content=\"{version}\">");
    Ok(html.replacen(PLACE, &filled, 1))
}

/// Names the style of the forms for `boot.js`, which has it fetched when the gauge is seen.
pub(super) fn with_later_style(html: &str) -> Result<String> {
    const LINK: &str = "<link rel=\"stylesheet\" href=\"./forms-";
    let Some((before, rest)) = html.split_once(LINK) else { bail!("the page has no {LINK}") };
    let Some((hash, rest)) = rest.split_once("\"/>") else { bail!("the link of the forms has no end") };
    Ok(format!("{before}<meta name=\"forms\" content=\"./forms-{hash}\">{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_inline_scripts_only() {
        let page = "<script src=\"a.js\"></script><script type=\"module\">let a = 1;</script>";
        assert_eq!(inline_scripts(page), ["let a = 1;"]);
    }

    #[test]
    fn the_policy_comes_first() {
        let page = "<head><meta charset=\"utf-8\"><script>1</script></head>";
        let done = with_policy(page).unwrap();
        assert!(done.find("Content-Security-Policy").unwrap() < done.find("<script").unwrap());
        assert!(with_policy("<link><meta charset=\"utf-8\">").is_err());
        assert!(with_policy("<head></head>").is_err());
    }

    #[test]
    fn the_style_of_the_forms_is_no_link_of_the_page() {
        let page =
            "<link rel=\"stylesheet\" href=\"./style-1.css\"/><link rel=\"stylesheet\" href=\"./forms-1.css\"/><b>";
        let want =
            "<link rel=\"stylesheet\" href=\"./style-1.css\"/><meta name=\"forms\" content=\"./forms-1.css\"><b>";
        assert_eq!(with_later_style(page).unwrap(), want);
        assert!(with_later_style("<b>").is_err());
    }

    #[test]
    fn the_version_has_its_place() {
        let page = "<meta name=\"version\" content=\"\">";
        assert_eq!(with_version(page, "1a").unwrap(), "<meta name=\"version\" content=\"1a\">");
        assert!(with_version("<meta>", "1a").is_err());
    }
}
