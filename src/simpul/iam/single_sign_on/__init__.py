"""Single sign-on through the organisation's OpenID Connect provider: configuration, the exchange, the mapping of claims, the addresses."""
