"""Be a reader in a real LibreOffice: open a draft, react, save it.

Runs outside our environment, with the Python that LibreOffice's own library belongs to:
`/usr/bin/python3 office_reader.py draft.docx back.docx profile plan.json`. The plan is a list
of steps such as `{"do": "comment", "at": "words in the draft", "say": "..."}`.
"""

import json
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.util import DateTime

NAME = "Kim de Vries"
OFFICE = []
FILTERS = {".docx": "MS Word 2007 XML", ".odt": "writer8", ".doc": "MS Word 97"}


def main(source: str, target: str, profile: str, plan: str) -> None:
    pipe = f"casusanalyse-{time.time_ns()}"
    office = subprocess.Popen(
        [
            "soffice",
            "--headless",
            "--norestore",
            "--nologo",
            f"-env:UserInstallation=file://{profile}",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        context = connected(pipe)
        OFFICE.append(context)
        named(context)
        react(context, source, target, json.loads(Path(plan).read_text()))
    finally:
        office.terminate()
        office.wait(20)


def connected(pipe: str):
    resolver = uno.getComponentContext().ServiceManager.createInstance(
        "com.sun.star.bridge.UnoUrlResolver"
    )
    for _ in range(240):
        with suppress(NoConnectException):
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        time.sleep(0.25)
    raise TimeoutError


def value(name: str, said: object) -> PropertyValue:
    made = PropertyValue()
    made.Name, made.Value = name, said
    return made


def named(context) -> None:
    """Say who we are; tracked changes carry this name."""
    provider = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.configuration.ConfigurationProvider", context
    )
    data = provider.createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationUpdateAccess",
        (value("nodepath", "/org.openoffice.UserProfile/Data"),),
    )
    given, _, family = NAME.partition(" ")
    data.setPropertyValue("givenname", given)
    data.setPropertyValue("sn", family)
    data.commitChanges()


def react(context, source: str, target: str, plan: list[dict]) -> None:
    desktop = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.frame.Desktop", context
    )
    document = desktop.loadComponentFromURL(
        f"file://{source}", "_blank", 0, (value("Hidden", True),)
    )
    print(json.dumps({"tracking": document.RecordChanges}))
    document.RecordChanges = False
    for step in plan:
        document.RecordChanges = step.get("tracked", False)
        DEEDS[step["do"]](document, step)
        document.RecordChanges = False
    kind = FILTERS[Path(target).suffix]
    document.storeToURL(f"file://{target}", (value("FilterName", kind),))
    document.close(True)


def found(document, words: str, time_: int = 1):
    """The words in the document; the table of contents comes first, so skip it with time_."""
    search = document.createSearchDescriptor()
    search.SearchString, search.SearchCaseSensitive = words, True
    here = document.findFirst(search)
    for _ in range(time_ - 1):
        here = document.findNext(here.End, search)
    if here is None:
        raise LookupError(words)
    return here


def comment(document, step: dict) -> None:
    here = found(document, step["at"], step.get("time", 1))
    note = document.createInstance("com.sun.star.text.textfield.Annotation")
    note.Content, note.Author, note.Initials = step["say"], step.get("by", NAME), "KV"
    note.DateTimeValue = DateTime(0, 30, 15, 10, 24, 11, 2026, False)
    note.Resolved = step.get("resolved", False)
    here.Text.insertTextContent(here, note, True)


def replace(document, step: dict) -> None:
    found(document, step["at"], step.get("time", 1)).String = step["by"]


def insert(document, step: dict) -> None:
    here = found(document, step["at"], step.get("time", 1))
    cursor = here.Text.createTextCursorByRange(here.End)
    here.Text.insertString(cursor, step["say"], False)


def cut(document, step: dict) -> None:
    """Press Enter after the words."""
    here = found(document, step["at"], step.get("time", 1))
    cursor = here.Text.createTextCursorByRange(here.End)
    here.Text.insertControlCharacter(cursor, 0, False)


def bold(document, step: dict) -> None:
    found(document, step["at"], step.get("time", 1)).CharWeight = 150.0


def empty(document, step: dict) -> None:
    """Take everything out of the paragraph or cell the words stand in."""
    here = found(document, step["at"], step.get("time", 1))
    cursor = here.Text.createTextCursor()
    cursor.gotoStart(False)
    cursor.gotoEnd(True)
    cursor.String = ""


def fill(document, step: dict) -> None:
    """Write in an empty cell, in the row of the words, so many columns further."""
    row, table = _row(document, step)
    cell = table.getCellByPosition(step["column"], row)
    cursor = cell.createTextCursor()
    cursor.gotoEnd(False)
    cell.insertString(cursor, step["say"], False)


def delete_row(document, step: dict) -> None:
    """Delete the row of the words as somebody does by the menu, which can be tracked."""
    document.CurrentController.select(found(document, step["at"], step.get("time", 1)))
    _menu(document, "DeleteRows")


def _menu(document, order: str) -> None:
    helper = OFFICE[0].ServiceManager.createInstanceWithContext(
        "com.sun.star.frame.DispatchHelper", OFFICE[0]
    )
    helper.executeDispatch(document.CurrentController.Frame, f".uno:{order}", "", 0, ())


def insert_row(document, step: dict) -> None:
    row, table = _row(document, step)
    table.Rows.insertByIndex(row + 1, 1)
    table.getCellByPosition(2, row + 1).String = step["say"]


def _row(document, step: dict) -> tuple[int, object]:
    here = found(document, step["at"], step.get("time", 1))
    name = here.Cell.CellName.lstrip("ABCDEFGHIJ")
    return int(name) - 1, here.TextTable


DEEDS = {
    deed.__name__: deed
    for deed in (comment, replace, insert, cut, bold, empty, fill, delete_row, insert_row)
}

if __name__ == "__main__":
    main(*sys.argv[1:])
