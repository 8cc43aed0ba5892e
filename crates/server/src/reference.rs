//! A page to read the interface on: made from the OpenAPI document, plain HTML, no scripts.

use std::fmt::Write as _;

use serde_json::Value;

/// The page. Operations stand by tag, in the order of the document; schemas follow.
pub fn page(document: &Value, banner: Option<&str>) -> String {
    let mut out = String::from(HEAD);
    if let Some(banner) = banner {
        let _ = write!(out, "<p class=banner>{}</p>", escape(banner));
    }
    let _ = write!(
        out,
        "<h1>{} <small>{}</small></h1><p>{}</p><p><a href=\"openapi.json\">openapi.json</a></p>",
        escape(text(&document["info"]["title"])),
        escape(text(&document["info"]["version"])),
        paragraphs(text(&document["info"]["description"])),
    );
    let operations = operations(document);
    let mut tags: Vec<&str> = Vec::new();
    for one in &operations {
        if !tags.contains(&one.tag) {
            tags.push(one.tag);
        }
    }
    out += "<nav>";
    for tag in &tags {
        let _ = write!(out, "<a href=\"#tag-{0}\">{0}</a> ", escape(tag));
    }
    out += "</nav>";
    for tag in &tags {
        let _ = write!(out, "<h2 id=\"tag-{0}\">{0}</h2>", escape(tag));
        for one in operations.iter().filter(|o| o.tag == *tag) {
            operation(&mut out, one);
        }
    }
    out += "<h2 id=\"schemas\">Schemas</h2>";
    for (name, schema) in document["components"]["schemas"].as_object().into_iter().flatten() {
        let _ = write!(
            out,
            "<details id=\"schema-{0}\"><summary><code>{0}</code> {1}</summary>{2}</details>",
            escape(name),
            escape(first_line(text(&schema["description"]))),
            properties(schema),
        );
    }
    out + "</main></html>"
}

struct Operation<'a> {
    path: &'a str,
    method: &'a str,
    tag: &'a str,
    body: &'a Value,
}

fn operations(document: &Value) -> Vec<Operation<'_>> {
    let mut all = Vec::new();
    for (path, methods) in document["paths"].as_object().into_iter().flatten() {
        for (method, body) in methods.as_object().into_iter().flatten() {
            if matches!(method.as_str(), "get" | "post" | "put" | "patch" | "delete" | "head") {
                let tag = body["tags"][0].as_str().unwrap_or("other");
                all.push(Operation { path, method, tag, body });
            }
        }
    }
    all
}

fn operation(out: &mut String, one: &Operation<'_>) {
    let _ = write!(
        out,
        "<details id=\"{}\"><summary><b class=m>{}</b> <code>{}</code> {}</summary><p>{}</p>",
        escape(text(&one.body["operationId"])),
        one.method.to_uppercase(),
        escape(one.path),
        escape(text(&one.body["summary"])),
        paragraphs(text(&one.body["description"])),
    );
    let parameters = one.body["parameters"].as_array().map(Vec::as_slice).unwrap_or_default();
    if !parameters.is_empty() {
        out.push_str("<table><tr><th>parameter<th>in<th>type<th>meaning");
        for p in parameters {
            let _ = write!(
                out,
                "<tr><td><code>{}</code>{}<td>{}<td>{}<td>{}",
                escape(text(&p["name"])),
                if p["required"] == true { " *" } else { "" },
                escape(text(&p["in"])),
                kind(&p["schema"]),
                escape(text(&p["description"])),
            );
        }
        out.push_str("</table>");
    }
    for (media, content) in one.body["requestBody"]["content"].as_object().into_iter().flatten() {
        let _ = write!(out, "<p>body: {} <small>{}</small></p>", kind(&content["schema"]), escape(media));
    }
    out.push_str("<table><tr><th>status<th>meaning<th>answer");
    for (status, answer) in one.body["responses"].as_object().into_iter().flatten() {
        let of = answer["content"].as_object().and_then(|c| c.values().next());
        let _ = write!(
            out,
            "<tr><td>{}<td>{}<td>{}",
            escape(status),
            escape(text(&answer["description"])),
            of.map(|c| kind(&c["schema"])).unwrap_or_default(),
        );
    }
    out.push_str("</table></details>");
}

/// A schema in a few words, with a link where it is a named one.
fn kind(schema: &Value) -> String {
    if let Some(name) = schema["$ref"].as_str().and_then(|r| r.rsplit('/').next()) {
        return format!("<a href=\"#schema-{0}\"><code>{0}</code></a>", escape(name));
    }
    for (key, joint) in [("oneOf", " | "), ("anyOf", " | "), ("allOf", " &amp; ")] {
        if let Some(parts) = schema[key].as_array() {
            return parts.iter().map(kind).filter(|k| !k.is_empty()).collect::<Vec<_>>().join(joint);
        }
    }
    if let Some(words) = schema["enum"].as_array() {
        let words: Vec<String> =
            words.iter().map(|w| format!("<code>{}</code>", escape(&plain(w)))).collect();
        return words.join(" | ");
    }
    let name = match &schema["type"] {
        Value::Array(types) => {
            types.iter().map(text).filter(|t| *t != "null").collect::<Vec<_>>().join(" | ")
        }
        one => text(one).to_owned(),
    };
    match name.as_str() {
        "array" => format!("list of {}", kind(&schema["items"])),
        "object" if schema["properties"].is_object() => properties(schema),
        _ => escape(&name),
    }
}

fn properties(schema: &Value) -> String {
    if let Some(all) = schema["properties"].as_object().filter(|p| !p.is_empty()) {
        let needed = schema["required"].as_array().map(Vec::as_slice).unwrap_or_default();
        let mut out = String::from("<table>");
        for (name, one) in all {
            let _ = write!(
                out,
                "<tr><td><code>{}</code>{}<td>{}<td>{}",
                escape(name),
                if needed.iter().any(|n| n == name.as_str()) { " *" } else { "" },
                kind(one),
                escape(first_line(text(&one["description"]))),
            );
        }
        return out + "</table>";
    }
    format!("<p>{}</p>", kind(schema))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or("")
}
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or("")
}
fn paragraphs(text: &str) -> String {
    escape(text).replace("\n\n", "<p>")
}
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

const HEAD: &str = "<!doctype html><html lang=zh><meta charset=utf-8>\
<meta name=viewport content=\"width=device-width,initial-scale=1\"><title>网格 wangge API</title><style>\
body{font:16px/1.5 system-ui,'Noto Sans CJK SC',sans-serif;margin:0;color:#1d2733}main{max-width:64rem;margin:auto;padding:1rem}\
details{border-top:1px solid #d8dde4;padding:.4rem 0}summary{cursor:pointer}table{border-collapse:collapse;margin:.4rem 0}\
td,th{border:1px solid #d8dde4;padding:.2rem .5rem;text-align:left;vertical-align:top}.m{display:inline-block;min-width:4rem;color:#2c5aa0}\
.banner{background:#fff3cd;padding:.5rem 1rem;font-weight:600}nav a{margin-right:.6rem}</style><main>";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_document_says_is_escaped_and_linked() {
        let document = serde_json::json!({
            "info": {"title": "a<b", "version": "1"},
            "paths": {"/x": {"post": {"tags": ["case"], "operationId": "x", "summary": "<script>",
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/X"}}}},
                "responses": {"200": {"description": "ok"}}}}},
            "components": {"schemas": {"X": {"type": "object", "required": ["a"],
                "properties": {"a": {"type": "array", "items": {"type": ["string", "null"]}}}}}}
        });
        let page = page(&document, Some("演示数据"));
        assert!(!page.contains("<script>") && page.contains("演示数据"));
        assert!(page.contains("href=\"#schema-X\"") && page.contains("list of string"));
    }
}
