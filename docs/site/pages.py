# SPDX-License-Identifier: BSL-1.0
"""HTML pages of Markdown, with links that lead somewhere."""

import html
import re
from html.parser import HTMLParser

import markdown


def write(folder, name, text, template, base="", rewrite=lambda body: body):
    body = rewrite(markdown.markdown(text, extensions=["tables", "fenced_code", "toc", "sane_lists"]))
    title = re.search(r"^# (.*)$", text, re.MULTILINE)[1]
    page = template.replace("{title}", html.escape(title)).replace("{base}", base)
    target = folder / name
    target.parent.mkdir(exist_ok=True)
    target.write_text(page.replace("{body}", body))
    return target


def write_rules(folder, text, template):
    """A page for each rule, and their list, of what the tool explains of all."""
    rules = re.findall(r"^# ([a-z0-9-]+)\n\n(.*)\n((?:(?!# ).*\n)*)", text, re.MULTILINE)
    pages = [write(folder, f"rules/{name}.html", f"# {name}\n\n{brief}\n{rest}", template, "../")
             for name, brief, rest in rules]
    index = "# The rules\n\n| rule | what holds |\n|---|---|\n"
    index += "".join(f"| [{name}](rules/{name}.html) | {brief} |\n" for name, brief, _ in rules)
    return [*pages, write(folder, "rules.html", index, template)]


class Page(HTMLParser):
    """The links and the anchors of a page."""

    def __init__(self, path):
        super().__init__()
        self.links, self.anchors = [], set()
        self.feed(path.read_text())

    def handle_starttag(self, _, attributes):
        for name, value in attributes:
            if name in ("href", "src"):
                self.links.append(value)
            if name in ("id", "name"):
                self.anchors.add(value)


def dead_links(pages):
    read = {page.resolve(): Page(page) for page in pages}
    for path, page in read.items():
        for link in page.links:
            if re.match(r"[a-z]+:", link):
                continue
            name, _, anchor = link.partition("#")
            target = (path.parent / name).resolve() if name else path
            if not target.is_file() or (anchor and target in read and anchor not in read[target].anchors):
                yield f"{path.name}: {link}"
