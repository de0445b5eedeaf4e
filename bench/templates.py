"""Rendering messages from a compiled template, beside a bare str.replace of the same page and values; one core, no database."""

from __future__ import annotations

import time
from collections.abc import Callable

from bench.environment import machine
from tools.repository import start_django

RECIPIENTS = 20_000
GOAL = 3_000


def rates() -> dict[str, float]:
    """Messages a second: an offer of twelve blocks as e-mail, an SMS, and the e-mail by str.replace."""
    from simpul.messaging.selectors.templates.compiling import content_compile
    from simpul.messaging.selectors.templates.content import ButtonBlock, EmailContent, FooterBlock, HeaderBlock, SmsContent, TextBlock
    from simpul.messaging.selectors.templates.tokens import token_samples
    from simpul.messaging.services.templates.rendering import Rendered, render_values

    words = 'Halo {{customer.first_name|"Bapak/Ibu"}}, pakai **{{promo.code}}** di {{branch.name}}. ' + "Syarat dan ketentuan berlaku. " * 12
    blocks = [
        HeaderBlock(type="header", title="KUR Berkah"), *[TextBlock(type="text", text=words) for _ in range(9)],
        ButtonBlock(type="button", label="Ajukan", link="https://bank.example/kur?kode={{promo.code}}"), FooterBlock(type="footer", text="Bank Contoh", unsubscribe=True),
    ]  # fmt: skip
    mail = content_compile(EmailContent(channel="EMAIL", subject="Untuk {{customer.name}}", blocks=blocks), "id")
    sms = content_compile(SmsContent(channel="SMS", body="Angsuran {{value.amount}} jatuh tempo {{value.due_on}}, {{branch.name}}."), "id")
    people = [{**token_samples("id"), "customer.name": f"Nasabah {number}", "customer.first_name": f"Budi{number}"} for number in range(RECIPIENTS)]
    first = render_values(mail, people[0], None, "id")
    assert isinstance(first, Rendered)
    assert first.html is not None
    page = first.html.replace("Budi0", "@1").replace("KUR2026", "@2").replace("Medan Utama", "@3").replace("Nasabah 0", "@4")
    print(f"page of {len(first.html):,} characters, plain part of {len(first.body):,}")

    def replaced(values: dict[str, str]) -> None:
        page.replace("@1", values["customer.first_name"]).replace("@2", values["promo.code"]).replace("@3", values["branch.name"]).replace(
            "@4", values["customer.name"]
        )

    return {
        "e-mail": _rate(lambda values: render_values(mail, values, None, "id"), people),
        "sms": _rate(lambda values: render_values(sms, values, None, "id"), people),
        "str.replace": _rate(replaced, people),
    }


def _rate(render: Callable[[dict[str, str]], object], people: list[dict[str, str]]) -> float:
    started = time.perf_counter()
    for values in people:
        render(values)
    return len(people) / (time.perf_counter() - started)


def main() -> None:
    """Print each rate, and how it compares."""
    start_django()
    print(machine())
    measured = rates()
    for name, rate in measured.items():
        print(f"{name:<12} {rate:>10,.0f} messages/s   {rate / measured['str.replace']:.2f} of str.replace")
    print(f"goal {GOAL:,} e-mails/s: {'kept' if measured['e-mail'] >= GOAL else 'MISSED'}")


if __name__ == "__main__":
    main()
