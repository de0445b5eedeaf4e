"""Password hashes for tests: the product's algorithm at the least work that it takes."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class LightArgon2(Argon2PasswordHasher):
    """One sign-in costs the product 0.2 s of processor on purpose, and most tests begin with one.

    What depends on the work itself asks for the product's hasher (the fixture `product_hashing`); servers and commands that
    tests start use that anyway.
    """

    time_cost = 1
    memory_cost = 64
    parallelism = 1
