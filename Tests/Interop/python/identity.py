"""Django's and PyJWT's word on password hashes and tokens, and that of standardwebhooks on what we post.

Reads a JSON list of questions from stdin and writes the list of answers to stdout. A question that fails is answered with
{"error": the name of the exception}. Knows nothing of the program under test: what it says is what those libraries say.
"""

import base64
import datetime
import json
import sys

import django.conf

django.conf.settings.configure(PASSWORD_HASHERS=["django.contrib.auth.hashers.PBKDF2PasswordHasher"])

from django.contrib.auth.hashers import PBKDF2PasswordHasher, check_password, identify_hasher  # noqa: E402
from django.contrib.auth.validators import UnicodeUsernameValidator  # noqa: E402
from django.core.exceptions import ValidationError  # noqa: E402
import jwt  # noqa: E402
import standardwebhooks  # noqa: E402


def secret(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def hash_password(question):
    hasher = PBKDF2PasswordHasher()
    return hasher.encode(question["password"], question["salt"], question.get("iterations"))


def check(question):
    return check_password(question["password"], question["hash"])


def facts(question):
    decoded = identify_hasher(question["hash"]).decode(question["hash"])
    return {"algorithm": decoded["algorithm"], "iterations": decoded["iterations"], "salt": decoded["salt"]}


def default_iterations(_):
    return PBKDF2PasswordHasher.iterations


def is_username(question):
    try:
        UnicodeUsernameValidator()(question["name"])
        return True
    except ValidationError:
        return False


def read_token(question):
    # Its clock is not ours: what a token says of times is read and compared by whoever asks.
    return {
        "header": jwt.get_unverified_header(question["token"]),
        "claims": jwt.decode(
            question["token"],
            secret(question["key"]),
            algorithms=question.get("algorithms", ["HS256"]),
            audience=question["audience"],
            issuer=question["issuer"],
            options={"require": ["exp", "iat", "nbf", "sub", "jti"], "verify_exp": False, "verify_nbf": False,
                     "verify_iat": False},
        ),
    }


def make_token(question):
    algorithm = question.get("algorithm", "HS256")
    key = None if algorithm == "none" else secret(question["key"])
    return jwt.encode(question["claims"], key, algorithm=algorithm, headers=question["header"], sort_headers=True)


def sign_webhook(question):
    moment = datetime.datetime.fromtimestamp(question["timestamp"], tz=datetime.timezone.utc)
    return standardwebhooks.Webhook(question["secret"]).sign(question["id"], moment, question["body"])


def verify_webhook(question):
    # As a receiver does it; the clock is the machine's.
    return standardwebhooks.Webhook(question["secret"]).verify(question["body"], question["headers"])


answers = []
for question in json.load(sys.stdin):
    try:
        answers.append({"answer": globals()[question["ask"]](question)})
    except Exception as error:  # whatever it is, it is the answer
        answers.append({"error": type(error).__name__})
json.dump(answers, sys.stdout)
