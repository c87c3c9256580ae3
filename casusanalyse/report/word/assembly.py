"""Put the filled parts, the pictures and the properties together in one package."""

from dataclasses import dataclass, field
from posixpath import basename, relpath

from lxml import etree

from casusanalyse.report.word.drawing import Drawing
from casusanalyse.report.word.ooxml import (
    CONTENT_TYPES,
    DECLARATION,
    OFFICE,
    RELATIONSHIPS,
    parsed,
    serialised,
)
from casusanalyse.report.word.properties import Properties, core_xml, custom_xml
from casusanalyse.report.word.tracking import set_tracking

_METADATA = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
_TYPE = "application/vnd.openxmlformats"


@dataclass(slots=True)
class Package:
    """A package under construction.

    Attributes:
        parts: by name; parts that were not touched keep their bytes.
    """

    parts: dict[str, bytes] = field(default_factory=dict)

    def add_text(self, name: str, xml: str) -> None:
        """Replace a part by its filled XML."""
        self.parts[name] = (DECLARATION + xml).encode()

    def add_drawings(self, owner: str, drawings: list[Drawing], prefix: str) -> None:
        """Add the pictures of a part and relate them to it.

        Args:
            owner: name of the part, such as `word/document.xml`.
            drawings: in the order in which the part numbers them.
            prefix: of the relation ids.
        """
        for number, drawing in enumerate(drawings, 1):
            name = f"word/media/{prefix}{number}.png"
            self.parts[name] = drawing.png
            self._relate(owner, name, f"{OFFICE}/image", f"{prefix}{number}")
        if drawings:
            self._declare_png()

    def add_properties(self, properties: Properties) -> None:
        """Write what the file says about itself over what the template said."""
        core, custom = "docProps/core.xml", "docProps/custom.xml"
        self.parts[core] = core_xml(properties)
        self._declare(core, f"{_TYPE}-package.core-properties+xml")
        self._relate("", core, f"{_METADATA}/core-properties", "rIdCaCore")
        if properties.case:
            self.parts[custom] = custom_xml(properties)
            self._declare(custom, f"{_TYPE}-officedocument.custom-properties+xml")
            self._relate("", custom, f"{OFFICE}/custom-properties", "rIdCaCustom")

    def track_changes(self, *, on: bool) -> None:
        """Let Word keep track of changes or not, and forget a template on somebody's disk."""
        name = "word/settings.xml"
        if name not in self.parts:
            return
        settings = parsed(self.parts[name])
        set_tracking(settings, on=on)
        self.add_text(name, serialised(settings))
        self._forget_template()

    def _forget_template(self) -> None:
        name = _relations_of("word/settings.xml")
        if name not in self.parts:
            return
        relations = parsed(self.parts[name])
        for relation in list(relations):
            if basename(relation.get("Type", "")) == "attachedTemplate":
                relations.remove(relation)
        self.add_text(name, serialised(relations))

    def _relate(self, owner: str, part: str, kind: str, identity: str) -> None:
        name = _relations_of(owner)
        empty = f'<Relationships xmlns="{RELATIONSHIPS}"/>'.encode()
        relations = parsed(self.parts.get(name, empty))
        if kind.endswith("-properties"):
            _remove_kind(relations, kind)
        target = relpath("/" + part, "/" + owner.rpartition("/")[0])
        etree.SubElement(
            relations,
            f"{{{RELATIONSHIPS}}}Relationship",
            {"Id": identity, "Type": kind, "Target": target},
        )
        self.add_text(name, serialised(relations))

    def _declare(self, part: str, content_type: str) -> None:
        types = parsed(self.parts["[Content_Types].xml"])
        for declared in list(types):
            if declared.get("PartName") == f"/{part}":
                types.remove(declared)
        attributes = {"PartName": f"/{part}", "ContentType": content_type}
        etree.SubElement(types, f"{{{CONTENT_TYPES}}}Override", attributes)
        self.add_text("[Content_Types].xml", serialised(types))

    def _declare_png(self) -> None:
        types = parsed(self.parts["[Content_Types].xml"])
        if any(declared.get("Extension", "").lower() == "png" for declared in types):
            return
        default = etree.Element(
            f"{{{CONTENT_TYPES}}}Default", {"Extension": "png", "ContentType": "image/png"}
        )
        types.insert(0, default)
        self.add_text("[Content_Types].xml", serialised(types))


def _remove_kind(relations: etree._Element, kind: str) -> None:
    for relation in list(relations):
        if relation.get("Type") == kind:
            relations.remove(relation)


def _relations_of(owner: str) -> str:
    folder, _, name = owner.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/")
