"""The HTML report in typst's language: the same words, tables and pictures, set much like the PDF."""

import html.parser
import re

PREAMBLE = """#set document(title: [Report], author: "idp-assay")
#set page(paper: "a4", margin: 22mm, numbering: "1 of 1")
#set text(font: "Noto Sans", size: 9.6pt, lang: "en", fallback: true)
#set par(justify: false)
#show table.cell: set text(size: 8.5pt)
#show heading: set block(above: 1.6em, below: .8em)
#set heading(outlined: true)
#outline(depth: 2)
"""


def escaped(text):
    return re.sub(r"([\\#*_`$<>@\[\]~/=+\-])", r"\\\1", re.sub(r"\s+", " ", text))


class Typeset(html.parser.HTMLParser):
    """Writes typst as the tags of a report pass by."""

    SKIPPED = {"head", "nav", "style", "button", "summary", "caption", "label", "input"}

    def __init__(self, folder):
        super().__init__(convert_charrefs=True)
        self.folder, self.out, self.stack = folder, [PREAMBLE], []
        self.pictures, self.svg, self.alt, self.rows = 0, None, "", None

    def skips(self):
        return any(tag in self.SKIPPED for tag in self.stack)

    def handle_starttag(self, tag, attributes):
        if self.svg is not None or tag == "svg":
            self.svg = (self.svg or "") + self.get_starttag_text()
        if tag not in {"meta", "link", "br", "img", "input", "hr"}:
            self.stack.append(tag)
        if self.skips() or self.svg is not None:
            return
        if tag in {"h1", "h2", "h3", "h4"}:
            self.out.append("\n\n#heading(level: %s)[" % tag[1])
        elif tag == "table":
            self.rows = []
        elif tag == "tr" and self.rows is not None:
            self.rows.append([])
        elif tag in {"td", "th"} and self.rows:
            self.mark = len(self.out)
        elif tag == "li":
            self.out.append("\n#list[")
        elif tag in {"strong", "dt"}:
            self.out.append("#strong[")
        elif tag == "em":
            self.out.append("#emph[")
        elif tag in {"p", "dd", "figcaption"}:
            self.out.append("\n\n")
        elif tag == "br":
            self.out.append(" #linebreak() ")

    def handle_startendtag(self, tag, attributes):
        if self.svg is not None:
            self.svg += self.get_starttag_text()
        else:
            self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag):
        if tag in self.stack:
            while self.stack.pop() != tag:
                pass
        if self.svg is not None:
            self.svg += f"</{tag}>"
            if tag == "svg":
                self.picture()
            return
        if self.skips() or tag in self.SKIPPED:
            return
        if tag in {"h1", "h2", "h3", "h4"}:
            self.out.append("]\n\n")
        elif tag in {"td", "th"} and self.rows:
            self.rows[-1].append("".join(self.out[self.mark :]).strip())
            del self.out[self.mark :]
        elif tag == "table":
            self.table()
        elif tag in {"li", "strong", "dt", "em"}:
            self.out.append("]")

    def handle_data(self, data):
        if self.svg is not None:
            self.svg += data.replace("&", "&amp;").replace("<", "&lt;")
        elif not self.skips():
            self.out.append(escaped(data))

    def table(self):
        rows, self.rows = [row for row in self.rows if row], None
        if not rows:
            return
        columns = max(len(row) for row in rows)
        cells = ["".join("[%s]," % cell for cell in row + [""] * (columns - len(row))) for row in rows]
        self.out.append(
            "\n\n#table(columns: %d, stroke: (x: none, y: .5pt + silver), table.header(%s),\n%s)\n\n"
            % (columns, cells[0], "\n".join(cells[1:]))
        )

    def picture(self):
        """A picture of its own file; the one for narrow screens is left out."""
        svg, self.svg = self.svg, None
        if 'class="narrow"' in svg.split(">", 1)[0]:
            return
        self.pictures += 1
        name = f"picture-{self.pictures}.svg"
        svg = svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
        # HTML writes these two in any case, SVG does not.
        svg = re.sub("viewbox=", "viewBox=", svg)
        (self.folder / name).write_text(svg)
        self.out.append('\n\n#image("%s", width: 100%%, alt: "picture")\n\n' % name)


def write(page, path):
    """Writes the typst source of an HTML report, with its pictures beside it."""
    typeset = Typeset(path.parent)
    typeset.feed(page)
    path.write_text("".join(typeset.out))
