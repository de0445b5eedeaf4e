"""A stand-in for providers on loopback: SMTP, WhatsApp Cloud API, an SMS gateway and push services, written from their documents.

It imports nothing of messaging, so that it cannot share its mistakes. What it was sent stands on an inbox page; how it answers and what it
reports can be set while it runs.
"""
