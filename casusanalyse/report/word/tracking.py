"""Switch the tracking of changes on or off in the settings of a document."""

from lxml import etree

from casusanalyse.report.word.ooxml import Element, w

_BEFORE_TRACKING = tuple(
    w(name)
    for name in [
        "writeProtection",
        "view",
        "zoom",
        "removePersonalInformation",
        "removeDateAndTime",
        "doNotDisplayPageBoundaries",
        "displayBackgroundShape",
        "printPostScriptOverText",
        "printFractionalCharacterWidth",
        "printFormsData",
        "embedTrueTypeFonts",
        "embedSystemFonts",
        "saveSubsetFonts",
        "saveFormsData",
        "mirrorMargins",
        "alignBordersAndEdges",
        "bordersDoNotSurroundHeader",
        "bordersDoNotSurroundFooter",
        "gutterAtTop",
        "hideSpellingErrors",
        "hideGrammaticalErrors",
        "activeWritingStyle",
        "proofState",
        "formsDesign",
        "linkStyles",
        "stylePaneFormatFilter",
        "stylePaneSortMethod",
        "documentType",
        "mailMerge",
        "revisionView",
    ]
)
"""The settings that Word wants before this one; it refuses a file with another order."""


def set_tracking(settings: Element, *, on: bool) -> None:
    """Switch tracking on or off; a link to a template on somebody's disk goes."""
    for old in [*settings.iter(w("trackRevisions"), w("attachedTemplate"))]:
        settings.remove(old)
    if not on:
        return
    place = sum(1 for child in settings if child.tag in _BEFORE_TRACKING)
    settings.insert(place, etree.Element(w("trackRevisions")))
