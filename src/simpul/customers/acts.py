"""What the trail records of customers."""

from __future__ import annotations

from simpul.platform.acts import AuditAct
from simpul.platform.text import Text


class CustomerAct(AuditAct):
    """What the trail records of customers."""

    SEARCH_CUSTOMER = "SEARCH_CUSTOMER", Text(id="Cari nasabah", en="Searched customers")
    VIEW_PROFILE = "VIEW_PROFILE", Text(id="Buka profil", en="Opened profile")
    REVEAL_FIELD = "REVEAL_FIELD", Text(id="Tampilkan data tersamar", en="Revealed a field")
    UPDATE_CUSTOMER = "UPDATE_CUSTOMER", Text(id="Ubah data nasabah", en="Changed customer data")
    REQUEST_CUSTOMER_CHANGE = "REQUEST_CUSTOMER_CHANGE", Text(id="Ajukan perubahan data", en="Requested a data change")
    APPROVE_CUSTOMER_CHANGE = "APPROVE_CUSTOMER_CHANGE", Text(id="Setujui perubahan data", en="Approved a data change")
    REJECT_CUSTOMER_CHANGE = "REJECT_CUSTOMER_CHANGE", Text(id="Tolak perubahan data", en="Rejected a data change")
    WITHDRAW_CUSTOMER_CHANGE = "WITHDRAW_CUSTOMER_CHANGE", Text(id="Tarik pengajuan perubahan", en="Withdrew a data change")
    ASSIGN_PORTFOLIO = "ASSIGN_PORTFOLIO", Text(id="Bagi portofolio", en="Assigned a portfolio")
