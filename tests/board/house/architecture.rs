//! Who may import whom. The rooms stand in a row; a room imports rooms to its left only. What the code
//! imports is read from its `use` lines and from paths that begin with `crate`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use super::structure::{files, root};

/// The rooms that build on each other, from left to right.
const ROW: [&str; 7] = [
    "text",
    "platform",
    "http",
    "accounts",
    "companies",
    "jobs",
    "search",
];

/// Features that stand beside each other, and do not import each other.
const BESIDE: [&str; 6] = [
    "sources",
    "feeds",
    "webhooks",
    "statistics",
    "moderation",
    "settings",
];

/// What puts the rooms together.
const ABOVE: [&str; 3] = ["app", "commands", "fuzzing"];

/// The most files that may import each other in a circle.
const LARGEST_CIRCLE: usize = 3;

/// A module by its path from the root of the crate, `http::page` for example.
type Module = String;

/// Each module of the program, with the modules that it imports.
fn imports() -> BTreeMap<Module, BTreeSet<Module>> {
    let source = root().join("src");
    let sources: BTreeMap<Module, String> = files("src", "rs")
        .iter()
        .map(|path| (module_of(path.strip_prefix(&source).unwrap()), path))
        .filter(|(module, _)| module != "main" && module != "lib")
        .map(|(module, path)| (module, fs::read_to_string(path).unwrap()))
        .collect();
    sources
        .iter()
        .map(|(module, text)| {
            let imported = uses(text)
                .into_iter()
                .filter_map(|path| absolute(module, &path))
                .filter_map(|path| nearest(&path, &sources))
                .filter(|imported| imported != module && !is_below(imported, module))
                .collect();
            (module.clone(), imported)
        })
        .collect()
}

fn module_of(path: &Path) -> Module {
    let path = path.with_extension("");
    let parts: Vec<_> = path
        .iter()
        .map(|part| part.to_str().unwrap().to_owned())
        .collect();
    parts.join("::")
}

/// The paths that `use` declarations of a file name, one for each leaf, and those named in full.
fn uses(text: &str) -> Vec<String> {
    let mut paths = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find("use ") {
        let before = rest[..at].rsplit('\n').next().unwrap_or_default();
        let is_indented = before.starts_with(' ');
        rest = &rest[at + 4..];
        let is_declaration = before.trim().is_empty() || before.trim().starts_with("pub");
        if is_declaration && let Some(end) = rest.find(';') {
            let mut tree = rest[..end].split_whitespace().collect::<Vec<_>>().join(" ");
            if is_indented && let Some(inner) = tree.strip_prefix("super::") {
                // In a module inside the file, the tests for example, that is the file itself.
                tree = format!("self::{inner}");
            }
            flatten("", &tree, &mut paths);
        }
    }
    paths.extend(whole_paths(text));
    paths
}

/// The paths that the code names in full, `crate::http::page` for example.
fn whole_paths(text: &str) -> Vec<String> {
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines
        .flat_map(|line| {
            line.match_indices("crate::")
                .map(move |(at, _)| &line[at..])
        })
        .map(|path| {
            let end = path.find(|c: char| !c.is_alphanumeric() && !"_:".contains(c));
            path[..end.unwrap_or(path.len())]
                .trim_end_matches(':')
                .to_owned()
        })
        .collect()
}

/// Adds `a::b` and `a::c` for `a::{b, c}`.
fn flatten(prefix: &str, tree: &str, paths: &mut Vec<String>) {
    let Some((head, inner)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap_or(tree).trim();
        paths.push(format!("{prefix}{path}"));
        return;
    };
    let inner = inner.trim().strip_suffix('}').unwrap_or(inner);
    let prefix = format!("{prefix}{}", head.trim());
    let mut depth = 0_usize;
    let mut branch = String::new();
    for c in inner.chars().chain([',']) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                if !branch.trim().is_empty() {
                    flatten(&prefix, branch.trim(), paths);
                }
                branch.clear();
                continue;
            }
            _ => {}
        }
        branch.push(c);
    }
}

/// The path from the root of the crate; nothing for another crate's.
fn absolute(module: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = path.split("::").collect();
    let mut base: Vec<&str> = match parts[0] {
        "crate" => Vec::new(),
        "self" | "super" => module.split("::").collect(),
        _ => return None,
    };
    while let Some(first) = parts.first() {
        match *first {
            "super" => drop(base.pop()),
            "crate" | "self" => {}
            _ => break,
        }
        parts.remove(0);
    }
    base.extend(parts.into_iter().filter(|part| *part != "self"));
    Some(base.join("::"))
}

/// The module that a path is in: the longest beginning of it that is a file.
fn nearest(path: &str, known: &BTreeMap<Module, String>) -> Option<Module> {
    let mut path = path;
    loop {
        if known.contains_key(path) {
            return Some(path.to_owned());
        }
        path = path.rsplit_once("::")?.0;
    }
}

/// Whether `module` is a part of `whole`, which may name its parts.
fn is_below(module: &str, whole: &str) -> bool {
    module
        .strip_prefix(whole)
        .is_some_and(|rest| rest.starts_with("::"))
}

fn room(module: &str) -> &str {
    module.split("::").next().unwrap_or(module)
}

/// Whether room `from` may import room `to`.
fn may_import(from: &str, to: &str) -> bool {
    let place = |room: &str| ROW.iter().position(|known| *known == room);
    if from == to || ABOVE.contains(&from) {
        return true;
    }
    match (place(from), place(to)) {
        (Some(from), Some(to)) => to < from,
        (None, Some(_)) => BESIDE.contains(&from),
        _ => false,
    }
}

#[test]
fn every_file_belongs_to_a_room() {
    for module in imports().keys() {
        let room = room(module);
        let is_known = ROW.contains(&room) || BESIDE.contains(&room) || ABOVE.contains(&room);
        assert!(is_known, "{module} is in no room");
    }
}

#[test]
fn a_room_imports_rooms_to_its_left_only() {
    let wrong: Vec<String> = imports()
        .iter()
        .flat_map(|(module, imported)| imported.iter().map(move |imported| (module, imported)))
        .filter(|(module, imported)| !may_import(room(module), room(imported)))
        .map(|(module, imported)| format!("{module} imports {imported}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn inside_a_feature_nothing_imports_what_it_hands_to_the_app() {
    for (module, imported) in imports() {
        let hands_over = imported.iter().find(|name| name.ends_with("::feature"));
        let is_shared = |name: &&Module| **name == "http::feature";
        if let Some(feature) = hands_over.filter(|name| !is_shared(name)) {
            assert!(module.starts_with("app"), "{module} imports {feature}");
        }
    }
}

#[test]
fn no_room_holds_more_than_a_quarter_of_the_lines() {
    let source = root().join("src");
    let mut lines: BTreeMap<String, usize> = BTreeMap::new();
    for path in files("src", "rs") {
        let module = module_of(path.strip_prefix(&source).unwrap());
        let count = fs::read_to_string(&path).unwrap().lines().count();
        *lines.entry(room(&module).to_owned()).or_default() += count;
    }
    let all: usize = lines.values().sum();
    for (room, lines) in lines {
        assert!(lines * 4 <= all, "{room} has {lines} of {all} lines");
    }
}

/// The sets of files each of which imports, directly or through others, every other of its set: found
/// from the files that can be reached from each.
#[test]
fn files_import_each_other_in_small_circles_only() {
    let imports = imports();
    let reached: BTreeMap<&Module, BTreeSet<&Module>> = imports
        .keys()
        .map(|module| {
            let mut reached = BTreeSet::new();
            let mut open = vec![module];
            while let Some(next) = open.pop() {
                for imported in &imports[next] {
                    if reached.insert(imported) {
                        open.push(imported);
                    }
                }
            }
            (module, reached)
        })
        .collect();
    for (module, others) in &reached {
        let circle: Vec<_> = others
            .iter()
            .filter(|other| reached[**other].contains(module))
            .collect();
        assert!(circle.len() <= LARGEST_CIRCLE, "{circle:?}");
    }
}
