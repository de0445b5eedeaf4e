"""How bookings are called. A kind that is not listed is called by its direction."""

from __future__ import annotations

from simpul.platform.text import Text

KINDS: dict[str, Text] = {
    "TRANSFER": Text(id="Transfer", en="Transfer"),
    "SALARY": Text(id="Gaji", en="Salary"),
    "PENSION": Text(id="Pensiun", en="Pension"),
    "TRADE": Text(id="Usaha", en="Trade"),
    "CASH_DEPOSIT": Text(id="Setor tunai", en="Cash deposit"),
    "CASH_WITHDRAWAL": Text(id="Tarik tunai", en="Cash withdrawal"),
    "CARD": Text(id="Kartu", en="Card"),
    "CARD_PAYMENT": Text(id="Pembayaran kartu", en="Card payment"),
    "CARD_WITHDRAWAL": Text(id="Tarik tunai kartu", en="Card withdrawal"),
    "QRIS": Text(id="Pembayaran QRIS", en="QRIS payment"),
    "BILL_PAYMENT": Text(id="Pembayaran tagihan", en="Bill payment"),
    "INTEREST": Text(id="Bunga", en="Interest"),
    "INTEREST_CREDIT": Text(id="Bunga", en="Interest"),
    "INTEREST_CHARGE": Text(id="Bunga terutang", en="Interest charged"),
    "FEE": Text(id="Biaya", en="Fee"),
    "LOAN_PAYMENT": Text(id="Angsuran pinjaman", en="Loan instalment"),
    "INSURANCE": Text(id="Asuransi", en="Insurance"),
    "HOUSEHOLD": Text(id="Rumah tangga", en="Household"),
}
INCOMING = Text(id="Transaksi masuk", en="Money in")
OUTGOING = Text(id="Transaksi keluar", en="Money out")

CHANNELS: dict[str, Text] = {
    "ATM": Text(id="ATM", en="ATM"),
    "BRANCH": Text(id="Kantor cabang", en="Branch"),
    "TELLER": Text(id="Teller", en="Teller"),
    "MOBILE": Text(id="Aplikasi", en="Mobile app"),
    "MOBILE_BANKING": Text(id="Aplikasi", en="Mobile app"),
    "INTERNET": Text(id="Internet", en="Internet"),
    "EDC": Text(id="EDC", en="Card terminal"),
    "QRIS": Text(id="QRIS", en="QRIS"),
    "SYSTEM": Text(id="Otomatis", en="Automatic"),
    "CARD": Text(id="Kartu", en="Card"),
    "TRANSFER": Text(id="Transfer", en="Transfer"),
}
ACCOUNT = Text(id="Rekening {masked}", en="Account {masked}")


def booking_title(kind: str, direction: str) -> str:
    """What a booking was."""
    return str(KINDS.get(kind) or (INCOMING if direction == "IN" else OUTGOING))


def booking_detail(channel: str | None, counterparty: str | None, masked_account: str) -> str:
    """Where it went through, with whom, on which account."""
    through = str(CHANNELS[channel]) if channel in CHANNELS else None
    return " · ".join(part for part in (counterparty, through, str(ACCOUNT.format(masked=masked_account))) if part)
