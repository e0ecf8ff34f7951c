"""Argon2 with the parameters OWASP names for small servers: 19 MiB, two passes, one lane.

Django's default takes 100 MiB a sign-in: eight at once would need most of a small machine.
"""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    memory_cost = 19456
    time_cost = 2
    parallelism = 1
