"""A stand-in for providers on loopback: mail, WhatsApp, SMS and push, written from the providers' documents. Everything in it is simulated.

It imports nothing of messaging, so that it cannot share its mistakes. What it was sent stands on an inbox page; how it answers and what it
reports can be set while it runs.
"""
