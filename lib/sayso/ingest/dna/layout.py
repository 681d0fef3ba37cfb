"""DNA 3's tables, and what Sayso relies on in each (seen in files of 3.0 and 3.1)."""

from __future__ import annotations

# Column: its type, and whether it may be NULL.
Columns = dict[str, tuple[type, bool]]
_KEY: Columns = {"ID": (int, False)}
_VALUE: Columns = {"StatementId": (int, False), "VariableId": (int, False)}

NEEDED: dict[str, Columns] = {
    "CODERS": _KEY | {"Name": (str, False)},
    "DOCUMENTS": _KEY
    | {
        "Title": (str, False), "Text": (str, False), "Coder": (int, True), "Author": (str, True), "Source": (str, True),
        "Section": (str, True), "Notes": (str, True), "Type": (str, True), "Date": (int, False),
    },
    "STATEMENTTYPES": _KEY | {"Label": (str, False)},
    "VARIABLES": _KEY | {"Variable": (str, False), "DataType": (str, False), "StatementTypeId": (int, True)},
    "STATEMENTS": _KEY
    | {
        "StatementTypeId": (int, True), "DocumentId": (int, True), "Start": (int, False), "Stop": (int, False),
        "Coder": (int, True),
    },
    "ENTITIES": _KEY | {"VariableId": (int, False), "Value": (str, False)},
    "DATABOOLEAN": _VALUE | {"Value": (int, False)},
    "DATAINTEGER": _VALUE | {"Value": (int, False)},
    "DATASHORTTEXT": _VALUE | {"Entity": (int, False)},
    "DATALONGTEXT": _VALUE | {"Value": (str, True)},
    "ATTRIBUTEVARIABLES": _KEY | {"VariableId": (int, False), "AttributeVariable": (str, False)},
    "ATTRIBUTEVALUES": {
        "EntityId": (int, False), "AttributeVariableId": (int, False), "AttributeValue": (str, False),
    },
}  # fmt: skip

# Written out, so that no name from the file is ever part of a query. The later ones are kept, but not relied on.
SELECT: dict[str, str] = {
    "SETTINGS": "SELECT * FROM SETTINGS",
    "CODERS": "SELECT * FROM CODERS",
    "DOCUMENTS": "SELECT * FROM DOCUMENTS",
    "STATEMENTTYPES": "SELECT * FROM STATEMENTTYPES",
    "VARIABLES": "SELECT * FROM VARIABLES",
    "STATEMENTS": "SELECT * FROM STATEMENTS",
    "ENTITIES": "SELECT * FROM ENTITIES",
    "DATABOOLEAN": "SELECT * FROM DATABOOLEAN",
    "DATAINTEGER": "SELECT * FROM DATAINTEGER",
    "DATASHORTTEXT": "SELECT * FROM DATASHORTTEXT",
    "DATALONGTEXT": "SELECT * FROM DATALONGTEXT",
    "ATTRIBUTEVARIABLES": "SELECT * FROM ATTRIBUTEVARIABLES",
    "ATTRIBUTEVALUES": "SELECT * FROM ATTRIBUTEVALUES",
    "VARIABLELINKS": "SELECT * FROM VARIABLELINKS",
    "REGEXES": "SELECT * FROM REGEXES",
    "CODERRELATIONS": "SELECT * FROM CODERRELATIONS",
}
