"""The review of texts that are hostile, right-to-left or full of emoji: shown as text, marked in the right place."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import NewPerson
from tests.browser.reviewing import Coder, dataset, reading
from tests.browser.served import sayso

HOSTILE = """<img src=x onerror=alert(1)> plan

"We reject <script>alert(2)</script> the {{7*7}} toll," said Tariq <b>Benali</b>. "[click](javascript:alert(3)) me."

Lena Osei said she supports the toll $x^2$ :smile:.
"""
EMOJI = """🚢🚢 Hafen 𝕏

👩‍👩‍👧 Ahmed Salem said on Monday: "We will 🛑 not accept the 𝕏 toll." 🚢

وزير النقل قال إن الرسوم مرفوضة. "لن نقبل الرسوم"، قال طارق بن علي.
"""


def test_what_an_article_brings_is_only_ever_text(tmp_path: Path, new_person: NewPerson) -> None:
    with sayso(dataset(tmp_path, HOSTILE)) as site:
        coder = Coder(new_person(site))
        page = coder.page
        expect(page.locator(".sr-article")).to_contain_text("<img src=x onerror=alert(1)> plan")
        assert page.locator(".sr-desk img, .sr-desk script, .sr-desk b b, .sr-article a").count() == 0
        assert "<script>alert(2)</script>" in page.locator(".sr-article").inner_text()
        coder.press("Enter")
        coder.saved()
        assert not coder.person.faults


def test_places_are_right_among_emoji_and_arabic(tmp_path: Path, new_person: NewPerson) -> None:
    target = dataset(tmp_path, EMOJI)
    with sayso(target) as site:
        coder = Coder(new_person(site))
        coder.go_to("not accept")
        assert coder.words.strip("“”").startswith("We will 🛑 not accept the 𝕏 toll")
        expect(coder.page.locator(".sr-article mark").first).to_have_text("We will 🛑 not accept the 𝕏 toll.")
        coder.press("s", "'Ahmed Salem", "Enter", "'person", "Enter")  # nobody of that name is known yet
        coder.press("Enter")
        coder.saved()
    with reading(target) as rows:
        ((text, spans),) = rows("SELECT text, spans FROM quotes")
        ((whole,),) = rows("SELECT text FROM articles")
    assert text == " … ".join(whole[start:end] for start, end in spans)
    assert "We will 🛑 not accept the 𝕏 toll" in text


def test_the_second_of_two_coders_is_told_and_nothing_is_overwritten(
    tmp_path: Path, new_person: NewPerson
) -> None:
    target = dataset(tmp_path)
    with sayso(target) as site:
        kim, lee = Coder(new_person(site), "kim"), Coder(new_person(site), "lee")
        lee.go_to("she supports")
        kim.go_to("she supports")
        kim.press("Enter")
        kim.saved()
        lee.press("r")
        expect(lee.page.locator(".sr-desk")).to_contain_text("accepted already, by kim")
    with reading(target) as rows:
        assert rows("SELECT status::VARCHAR, coder FROM quotes") == [("accepted", "kim")]


def test_a_stance_that_another_coder_set_meanwhile_is_not_removed(
    tmp_path: Path, new_person: NewPerson
) -> None:
    target = dataset(tmp_path)
    with sayso(target) as site:
        kim = Coder(new_person(site), "kim")
        kim.go_to("she supports")
        kim.press("5")
        kim.press("'Harbour toll", "Enter", "'The harbour toll is introduced.", "Enter", "Enter")
        kim.saved()
        lee = Coder(new_person(site), "lee")
        lee.go_to("she supports")
        kim.go_to("she supports")
        lee.press("1")
        lee.saved()
        kim.press("0")  # her page still shows her own stance
        expect(kim.page.locator(".sr-desk")).to_contain_text("lee has changed stance")
        expect(kim.page.locator(".sr-desk")).to_contain_text("theirs stands")
        kim.saved()
    with reading(target) as rows:
        assert rows("SELECT stance, coder FROM statements") == [(-2, "lee")]
