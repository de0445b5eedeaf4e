"""Canned replies of the demonstration: three that the supervisor shares, one that the agent keeps."""

from __future__ import annotations

from simpul.cases.models import CannedReply
from simpul.cases.services.replies import reply_create
from simpul.iam.public import actor_for, people_by_username, system_actor
from simpul.platform.db import scope
from simpul.platform.demonstrating import Stage

# Who keeps it, its title, for which category, and its text.
_REPLIES = (
    ("supervisor", "Terima kasih, sedang kami periksa", None, "Yth. {{customer.name}}, pengaduan {{case.number}} sudah kami terima dan sedang diperiksa. Kabar berikutnya paling lambat {{case.due}}. Salam, {{me.name}}."),
    ("supervisor", "Transaksi gagal, dana kembali", "TRX_FAIL", "Yth. {{customer.name}}, transaksi pada pengaduan {{case.number}} gagal dan dananya sudah kembali ke rekening Bapak/Ibu. Silakan periksa saldo. Salam, {{me.name}}."),
    ("supervisor", "Kartu diblokir, pengganti di cabang", "CARD_ATM", "Yth. {{customer.name}}, kartu pada pengaduan {{case.number}} sudah kami blokir. Kartu pengganti dapat diambil di cabang dengan membawa KTP. Salam, {{me.name}}."),
    ("agent", "Mohon lengkapi bukti", None, "Yth. {{customer.name}}, untuk pengaduan {{case.number}} mohon kirim bukti transaksi dan waktu kejadiannya. Salam, {{me.name}}."),
)  # fmt: skip
REPLIES = len(_REPLIES)


def play_replies(stage: Stage) -> int:
    """Keep them once, each by its owner; an installation that has replies keeps its own. Says how many there are."""
    with scope(system_actor()):
        if standing := CannedReply.objects.count():
            return standing
        people = people_by_username({reply[0] for reply in _REPLIES})
        owners = {username: actor_for(person.id) for username, person in people.items()}
    for username, title, category, body in _REPLIES:
        owner = owners[username]
        assert owner is not None  # the demonstration's own people work
        with scope(owner):
            reply_create(actor=owner, title=title, body=body, category_code=category, shared=username == "supervisor")
    return REPLIES
