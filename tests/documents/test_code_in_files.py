"""Files that carry code are refused, wherever in them it stands; files as offices write them are taken."""

from __future__ import annotations

import io
import zipfile
import zlib

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from simpul.documents.errors import FileInfected, FileRefused
from simpul.documents.filetypes import judge
from simpul.documents.filetypes.pdf_apart import code_check
from tests.support import customers
from tests.support.clamd import EICAR
from tests.support.documents import PNG, files, office, pdf, upload

_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relations(kind: str, target: str, mode: str = "External") -> bytes:
    mode = f' TargetMode="{mode}"' if mode else ""
    return f'<?xml version="1.0"?><Relationships><Relationship Id="rId1" Type="{_TYPE}/{kind}" Target="{target}"{mode}/></Relationships>'.encode()


def archive(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as inner:
        for name, content in parts.items():
            inner.writestr(name, content)
    return made.getvalue()


SHEET = "spreadsheetml.sheet"
LINK = b"L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0F" + b"\0" * 60
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
DOCUMENTS = {
    "a remote template": (office({"word/_rels/settings.xml.rels": relations("attachedTemplate", "https://jahat.example/t.dotm")}), "dari luar"),
    "a template on a share": (office({"word/_rels/settings.xml.rels": relations("attachedTemplate", r"\\10.0.0.9\t\x.dotm", "")}), "dari luar"),
    "a remote picture": (office({"word/_rels/document.xml.rels": relations("image", "https://jahat.example/p.png")}), "dari luar"),
    "a remote frame": (office({"word/_rels/webSettings.xml.rels": relations("frame", "mhtml:https://jahat.example/x!y")}), "dari luar"),
    "a remote relationship spelt otherwise": (office({"word/_RELS/a.xml.RELS": relations("subDocument", "ms-word:x", "eXternal ")}), "dari luar"),
    "a remote workbook": (office({"xl/externalLinks/_rels/e.xml.rels": relations("externalLinkPath", "file:///C:/x.xlsx")}, kind=SHEET), "dari luar"),
    "a link to a program": (office({"word/_rels/document.xml.rels": relations("hyperlink", "ms-msdt:/id PCWDiagnostic")}), "dari luar"),
    "a link to a share": (office({"word/_rels/document.xml.rels": relations("hyperlink", r"\\10.0.0.9\a\b.exe")}), "dari luar"),
    "entities in the relationships": (office({"word/_rels/document.xml.rels": b'<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>'}), "terlalu besar"),
    "an object by its relationship": (office({"word/_rels/document.xml.rels": relations("oleObject", "media/image1.bin", "")}), "makro"),
    "another format inside": (office({"word/_rels/document.xml.rels": relations("aFChunk", "x.dat", "")}), "makro"),
    "an old office file inside": (office({"word/media/image1.png": OLD}), "makro"),
    "macros under another name": (office({"xl/media/x.dat": OLD}, kind=SHEET), "makro"),
    "a sheet of old macros": (office({"xl/macrosheets/sheet1.xml": b"<x/>"}, kind=SHEET), "makro"),
    "exchange with a program": (
        office({"xl/externalLinks/externalLink1.xml": b"<externalLink><ddeLink ddeService='cmd'/></externalLink>"}, kind=SHEET),
        "makro",
    ),
    "a field that starts a program": (
        office({"word/footer1.xml": b"<w:instrText>DDE</w:instrText><w:r/><w:instrText xml:space='preserve'>AUTO c:\\\\x</w:instrText>"}),
        "makro",
    ),
    "a program": (office({"word/media/image1.png": b"MZ\x90\0" + b"\0" * 90}), "program"),
    "a shortcut": (office({"word/media/image1.png": LINK}), "program"),
    "a script by its name": (office({"word/media/jalan.WSF": b"x"}), "program"),
    "a page": (office({"word/media/image1.png": b"<html><script>x</script></html>"}), "program"),
    "a drawing with a script": (office({"word/media/image1.svg": b"<svg xmlns='x'>" + b" " * 3000 + b"<script>x</script></svg>"}), "program"),
    "a drawing that acts": (office({"word/media/image1.svg": b"<svg onload = 'x'/>"}), "program"),
    "a plain archive inside": (office({"word/embeddings/x.bin": archive({"a.txt": b"x"})}), "program"),
    "a script two containers deep": (office({"word/embeddings/a.xlsx": office({"xl/embeddings/b.docx": office({"word/x.hta": b"x"})}, kind=SHEET)}), "program"),
    "macros in a workbook inside": (office({"word/embeddings/a.xlsx": office({"xl/vbaProject.bin": b"x"}, kind=SHEET)}), "makro"),
    "a remote template in a container inside": (
        office({"word/embeddings/a.docx": office({"word/_rels/settings.xml.rels": relations("attachedTemplate", "http://x.example/t")})}),
        "dari luar",
    ),
    "containers without an end": (
        office({"word/embeddings/a.docx": office({"word/embeddings/a.docx": office({"word/embeddings/a.docx": office()})})}),
        "terlalu besar",
    ),
    "a bomb inside": (office({"word/embeddings/a.docx": office({"word/document.xml": b" " * 40_000_000})}), "terlalu besar"),
}
TEXTS = {
    **{
        f"a script called .{ending}": (b"catatan biasa", f"catatan.{ending}", "program")
        for ending in "js vbs wsf ps1 bat cmd scr exe msi jar sh hta lnk html svgz".split()
        if ending != "svgz"
    },
    "a script with blanks after its name": (b"catatan biasa", "catatan.VBS . ", "program"),
    "a batch file": (b"\r\n@ECHO OFF\r\ndel /q *.*", "catatan.txt", "tidak diterima"),
    "a shortcut of the web": (b"[InternetShortcut]\r\nURL=file://10.0.0.9/x", "catatan.txt", "tidak diterima"),
    "a script of Windows": (b"var s = new ActiveXObject('WScript.Shell')", "catatan.txt", "program"),
    "a script of PowerShell": (b"start\npowershell -enc AAAA", "catatan.txt", "program"),
    "a page after words": (b"halo " * 60_000 + b"<ScRiPt>alert(1)</script>", "catatan.txt", "program"),
    "a mark on the edge of two pieces": (b"a" * (256 * 1024 - 4) + b"<script>", "catatan.txt", "program"),
    "a table that calls a program": (b"nama;jumlah\nSiti;=cmd|' /C calc'!A0\n", "data.csv", "program"),
}


@pytest.mark.parametrize("case", DOCUMENTS)
def test_an_office_file_that_carries_code_or_fetches_is_refused_with_its_reason(case):
    content, reason = DOCUMENTS[case]

    with pytest.raises(FileRefused) as refused:
        judge(io.BytesIO(content), len(content), "surat.docx")

    assert reason in refused.value.detail.id


@pytest.mark.parametrize("case", TEXTS)
def test_a_text_that_is_a_program_is_refused(case):
    content, name, reason = TEXTS[case]

    with pytest.raises(FileRefused) as refused:
        judge(io.BytesIO(content), len(content), name)

    assert reason in refused.value.detail.id


@pytest.mark.parametrize(
    ("content", "name", "extension"),
    [
        (office({"word/_rels/document.xml.rels": relations("hyperlink", "https://www.ojk.go.id/?a=1")}), "surat.docx", "docx"),
        (office({"word/_rels/document.xml.rels": relations("hyperlink", "mailto:a@b.example")}), "surat.docx", "docx"),
        (office({"word/_rels/document.xml.rels": relations("image", "media/image1.png", ""), "word/media/image1.png": PNG}), "surat.docx", "docx"),
        (office({"word/media/image1.svg": b"<svg xmlns='x'><path d='M0 0'/></svg>"}), "surat.docx", "docx"),
        (office({"word/document.xml": b"<w:instrText>PAGE</w:instrText><w:t>DDEAUTO adalah kata</w:t>"}), "surat.docx", "docx"),
        (office({"word/embeddings/Microsoft_Excel_Sheet1.xlsx": office(kind=SHEET)}), "grafik.docx", "docx"),
        (office({"xl/printerSettings/printerSettings1.bin": b"H\0P\0" * 200}, kind=SHEET), "data.xlsx", "xlsx"),
        (b"nama;saldo\nSiti;-1|2\nBudi;+62|811\n", "data.csv", "csv"),
        (b"Nasabah menulis: skrip <b>tebal</b>, PowerShell, dan =SUM(A1)", "catatan.txt", "txt"),
    ],
)
def test_what_offices_write_is_taken(content, name, extension):
    assert judge(io.BytesIO(content), len(content), name).extension == extension


@pytest.mark.parametrize(
    "content",
    [
        EICAR,
        EICAR + b"\r\n",
        archive({"a.com": EICAR}),
        office({"word/media/image1.bin": EICAR}),
        office({"word/embeddings/a.docx": office({"word/x.dat": EICAR})}),
    ],
)
def test_the_test_malware_is_known_without_a_scanner(content):
    with pytest.raises(FileInfected):
        judge(io.BytesIO(content), len(content), "eicar.txt")


def test_who_writes_about_the_test_malware_is_let_be():
    content = b"Uji pemindai dengan berkas ini: " + EICAR

    assert judge(io.BytesIO(content), len(content), "catatan.txt").extension == "txt"


def written(change) -> bytes:
    """A real PDF after a change to its catalogue and first page."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf())))
    change(writer)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def acts(name: str, **more: str) -> DictionaryObject:
    return DictionaryObject({NameObject("/S"): NameObject(name), **{NameObject(f"/{key}"): TextStringObject(value) for key, value in more.items()}})


def put(writer: PdfWriter, key: str, value: object) -> None:
    writer.root_object[NameObject(key)] = value


def by_hand(catalogue: bytes, *, packed: bool, filters: bytes = b"/Filter /FlateDecode") -> bytes:
    """A PDF whose catalogue and pages lie in a stream of objects, or stand in the open, written without a library."""
    parts = {1: b"<< /Type /Catalog /Pages 2 0 R " + catalogue + b" >>", 2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"}
    parts[3] = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 90 90] >>"
    out, places = bytearray(b"%PDF-1.7\n"), {}
    if packed:
        heads, bodies = [], b""
        for number, part in parts.items():
            heads.append(b"%d %d" % (number, len(bodies)))
            bodies += part + b" "
        first = b" ".join(heads) + b" "
        content = zlib.compress(first + bodies) if b"Flate" in filters else first + bodies
        places[4] = len(out)
        out += b"4 0 obj\n<< /Type /ObjStm /N 3 /First %d /Length %d %s >>\nstream\n" % (len(first), len(content), filters)
        out += content + b"\nendstream\nendobj\n"
        rows = [(0, 0, 65535), (2, 4, 0), (2, 4, 1), (2, 4, 2), (1, places[4], 0), (1, len(out), 0)]
        table = b"".join(bytes([kind]) + place.to_bytes(4, "big") + last.to_bytes(2, "big") for kind, place, last in rows)
        at = len(out)
        out += b"5 0 obj\n<< /Type /XRef /Size 6 /W [1 4 2] /Root 1 0 R /Length %d >>\nstream\n" % len(table) + table + b"\nendstream\nendobj\n"
        return bytes(out) + b"startxref\n%d\n%%%%EOF\n" % at
    for number, part in parts.items():
        places[number] = len(out)
        out += b"%d 0 obj\n" % number + part + b"\nendobj\n"
    at = len(out)
    out += b"xref\n0 4\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % places[number] for number in parts)
    return bytes(out) + b"trailer << /Size 4 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % at


_ALERT = b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"
_ESCAPED = b"/Open#41ction << /S /J#61va#53cript /#4aS (app.alert\\(1\\)) >>"
PDFS = {
    "a script at its opening": written(lambda writer: put(writer, "/OpenAction", acts("/JavaScript", JS="app.alert(1)"))),
    "a script of a page": written(
        lambda writer: writer.pages[0].__setitem__(NameObject("/AA"), DictionaryObject({NameObject("/O"): acts("/JavaScript", JS="x")}))
    ),
    "a script in a list of lists": written(
        lambda writer: put(writer, "/Names", DictionaryObject({NameObject("/X"): ArrayObject([ArrayObject([acts("/Named", JS="x")])])}))
    ),
    "a command": written(lambda writer: put(writer, "/OpenAction", acts("/Launch", F="cmd.exe"))),
    "a file inside": written(lambda writer: writer.add_attachment("catatan.txt", b"x")),
    "a form of another kind": by_hand(b"/AcroForm << /XFA (x) /Fields [] >>", packed=False),
    "a script by hand": by_hand(_ALERT, packed=False),
    "a script with escaped letters": by_hand(_ESCAPED, packed=False),
    "a script in a stream of objects": by_hand(_ALERT, packed=True),
    "a script with escaped letters in a stream of objects": by_hand(_ESCAPED, packed=True),
    "a script in a plain stream of objects": by_hand(_ALERT, packed=True, filters=b""),
    "a script that only a broken table hides": by_hand(_ESCAPED, packed=True).replace(b"startxref\n", b"startxref\n9"),
    "a script in an older state": by_hand(_ESCAPED, packed=False) + by_hand(b"", packed=False)[9:],
}


@pytest.mark.parametrize("case", PDFS)
def test_a_pdf_that_carries_code_or_files_is_refused(case):
    with pytest.raises(FileRefused) as refused:
        code_check(io.BytesIO(PDFS[case]))

    assert "skrip" in refused.value.detail.id


@pytest.mark.parametrize(
    "content",
    [
        pdf(pages=3),
        by_hand(b"", packed=False),
        by_hand(b"/OpenAction [3 0 R /Fit]", packed=True),
        written(
            lambda writer: put(
                writer, "/OpenAction", DictionaryObject({NameObject("/S"): NameObject("/URI"), NameObject("/URI"): TextStringObject("https://ojk.go.id")})
            )
        ),
        pdf("Kata /JavaScript dan /Launch di halaman"),
    ],
)
def test_a_plain_pdf_is_taken(content):
    source = io.BytesIO(content)

    code_check(source)

    assert source.tell() == 0


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (by_hand(b"", packed=True, filters=b"/Filter [/ASCIIHexDecode /FlateDecode]"), "tidak dapat diperiksa"),
        (b"%PDF-1.7\nbukan apa pun\n%%EOF\n", "tidak dapat diperiksa"),
        (written(lambda writer: writer.encrypt("rahasia", algorithm="AES-256")), "kata sandi"),
    ],
)
def test_a_pdf_that_nobody_can_look_into_is_refused(content, reason):
    with pytest.raises(FileRefused) as refused:
        code_check(io.BytesIO(content))

    assert reason in refused.value.detail.id


def test_a_pdf_that_opens_for_everybody_is_looked_into():
    clean = written(lambda writer: writer.encrypt("", "pemilik", algorithm="AES-256"))
    acting = written(lambda writer: (put(writer, "/OpenAction", acts("/JavaScript", JS="x")), writer.encrypt("", "pemilik", algorithm="AES-256")))

    code_check(io.BytesIO(clean))
    with pytest.raises(FileRefused):
        code_check(io.BytesIO(acting))


@pytest.mark.django_db
def test_nothing_of_a_refused_file_is_stored_and_the_refusal_is_recorded(client_of, trace, store):
    one = customers.customer("Siti Aminah", "MDN")
    browser = client_of("agent_mdn")
    trace.start()

    answers = [
        upload(browser, one.id, PDFS["a script in a stream of objects"]),
        upload(browser, one.id, DOCUMENTS["a remote template"][0], "surat.docx"),
        upload(browser, one.id, EICAR, "eicar.txt"),
    ]

    assert [(answer.status_code, answer.json()["code"]) for answer in answers] == [(422, "file_refused"), (422, "file_refused"), (422, "file_infected")]
    assert trace() == {"audit": ["ATTACH_DOCUMENT:FAILED"] * 3}
    assert files(store) == []
