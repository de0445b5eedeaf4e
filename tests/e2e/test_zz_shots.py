import re
from tests.e2e.harness.browser import DESKTOP, PHONE
from tests.e2e.harness.checks import settle
from tests.e2e.harness.declared import filled, pages

def test_shots(open_as, site):
    looks = pages()
    for name, size, theme in [
        ("board of leads", DESKTOP, "light"), ("board of leads with the closed ones", DESKTOP, "dark"), ("board of leads of a branch", DESKTOP, "light"), ("board of leads", PHONE, "light"),
        ("assigning leads", DESKTOP, "light"), ("peek at a lead", DESKTOP, "light"), ("lead", DESKTOP, "light"), ("lead", PHONE, "dark"), ("lead of a supervisor", DESKTOP, "dark"), ("losing a lead", DESKTOP, "light"),
        ("converting a lead", PHONE, "light"), ("new lead", DESKTOP, "light"), ("board of opportunities", DESKTOP, "dark"), ("board of opportunities", PHONE, "dark"), ("opportunity", DESKTOP, "light"), ("winning an opportunity", DESKTOP, "dark"),
        ("list of opportunities", DESKTOP, "light"), ("sales forecast", DESKTOP, "light"), ("stages of opportunities", DESKTOP, "light"), ("changing a stage", DESKTOP, "light"), ("closing reasons", PHONE, "dark"), ("sales of a customer", DESKTOP, "light"), ("sales of a customer", PHONE, "dark"),
        ("menu of a card", PHONE, "light"), ("recording a lead only", DESKTOP, "light"),
    ]:
        look = looks[name]
        page = open_as(look.role, filled(look, site), size=size, theme=theme)
        try:
            look.then(page); settle(page)
        except Exception as e:
            print(name, str(e)[:300])
        page.screenshot(path=f"/tmp/h3mock/x-{re.sub('[^a-z]+','-',name)}-{size[0]}.png")
