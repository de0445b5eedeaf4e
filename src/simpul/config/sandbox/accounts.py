"""The accounts of the sandbox: what whoever sends to it signs in with. They open nothing but the sandbox."""

from __future__ import annotations

import base64
import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

PROJECT, CLIENT_EMAIL = "simpul-sandbox", "sandbox@simpul-sandbox.iam.gserviceaccount.com"
NUMBER_ID, BUSINESS_ID = "100200300400", "200300400500"


@dataclass(frozen=True)
class Accounts:
    """`token` opens every HTTP provider, `webhook_secret` signs reports, the keys are those of a service account and of a sender of push messages."""

    token: str
    webhook_secret: str
    verify_token: str
    service_key: str
    vapid_key: str


def accounts_made() -> Accounts:
    """New accounts."""
    service = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = service.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()).decode()
    number = ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value
    vapid = base64.urlsafe_b64encode(number.to_bytes(32)).rstrip(b"=").decode()
    return Accounts(secrets.token_urlsafe(24), secrets.token_urlsafe(24), secrets.token_urlsafe(24), pem, vapid)


def accounts_of(path: Path | None) -> Accounts:
    """The accounts in a file, made there when there is none; new ones without a file."""
    if path is None:
        return accounts_made()
    if path.exists():
        return Accounts(**json.loads(path.read_text()))
    accounts = accounts_made()
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(json.dumps(asdict(accounts), indent=2) + "\n")
    return accounts


def provider_accounts(accounts: Accounts, address: str, smtp_port: int) -> dict[str, dict[str, dict[str, object]]]:
    """What a sender fills in for each protocol, `settings` and `secrets`, to send to the sandbox at this address."""
    service = {
        "type": "service_account", "project_id": PROJECT, "private_key_id": "sandbox", "private_key": accounts.service_key, "client_email": CLIENT_EMAIL,
        "client_id": "1", "token_uri": f"{address}/fcm/token",
    }  # fmt: skip
    mail = {"from_address": "layanan@bank.example", "from_name": "Bank Simpul (simulasi)"}
    return {
        "WHATSAPP_CLOUD": {
            "settings": {"base_url": f"{address}/whatsapp", "version": "v23.0", "phone_number_id": NUMBER_ID, "business_account_id": BUSINESS_ID},
            "secrets": {"access_token": accounts.token, "app_secret": accounts.webhook_secret, "verify_token": accounts.verify_token},
        },
        "SMS_HTTP": {
            "settings": {"url": f"{address}/sms/messages", "sender": "SIMPUL"},
            "secrets": {"api_key": accounts.token, "webhook_secret": accounts.webhook_secret},
        },
        "SMTP": {
            "settings": {
                **mail, "host": "127.0.0.1", "port": smtp_port, "security": "NONE", "user_name": "sandbox", "esp": "postmark", "key_header": "X-PM-Metadata-send_key",
            },
            "secrets": {"password": accounts.token, "webhook_secret": f"sandbox:{accounts.webhook_secret}"},
        },
        "ANYMAIL": {
            "settings": {**mail, "esp": "postmark", "base_url": f"{address}/postmark/"},
            "secrets": {"server_token": accounts.token, "webhook_secret": f"sandbox:{accounts.webhook_secret}"},
        },
        "FCM": {"settings": {"base_url": f"{address}/fcm", "project_id": PROJECT}, "secrets": {"service_account": json.dumps(service)}},
        "WEB_PUSH": {
            "settings": {"subject": "mailto:layanan@bank.example", "endpoint_hosts": [address.removeprefix("http://")]},
            "secrets": {"vapid_private_key": accounts.vapid_key},
        },
    }  # fmt: skip
