"""Which font a run is set in: its own, its style's, its paragraph style's, the document's default."""

from __future__ import annotations

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Styles:
    """Fonts and numbering of the styles of one document (word/styles.xml; None where there is none)."""

    def __init__(self, root: Any) -> None:
        self._fonts: dict[str, str] = {}
        self._based_on: dict[str, str] = {}
        self._numbering: dict[str, Any] = {}
        self.default_font: str | None = None
        self.default_paragraph: str | None = None
        if root is None:
            return
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self.default_font = _font(defaults)
        for style in root.iter(f"{W}style"):
            key = style.get(f"{W}styleId")
            if key is None:
                continue
            if font := _font(style.find(f"{W}rPr")):
                self._fonts[key] = font
            if (parent := style.find(f"{W}basedOn")) is not None:
                self._based_on[key] = parent.get(f"{W}val", "")
            if (numbering := style.find(f"{W}pPr/{W}numPr")) is not None:
                self._numbering[key] = numbering
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true"):
                self.default_paragraph = key

    def of_paragraph(self, paragraph: Any) -> str | None:
        node = paragraph.find(f"{W}pPr/{W}pStyle")
        return node.get(f"{W}val") if node is not None else self.default_paragraph

    def font_of_run(self, run: Any, paragraph_style: str | None) -> str | None:
        properties = run.find(f"{W}rPr")
        own = _font(properties)
        if own:
            return own
        node = properties.find(f"{W}rStyle") if properties is not None else None
        for style in (node.get(f"{W}val") if node is not None else None, paragraph_style):
            font: str | None = self._inherited(style, self._fonts) if style else None
            if font:
                return font
        return self.default_font

    def numbering_of(self, style: str | None) -> Any:
        return self._inherited(style, self._numbering) if style else None

    def _inherited(self, style: str, table: dict[str, Any]) -> Any:
        seen: set[str] = set()
        while style and style not in seen:
            if style in table:
                return table[style]
            seen.add(style)
            style = self._based_on.get(style, "")
        return None


def _font(properties: Any) -> str | None:
    if properties is None:
        return None
    fonts = properties.find(f"{W}rFonts")
    if fonts is None:
        return None
    value: str | None = fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi")
    return value
