#!/usr/bin/env python3
"""Sign a stream's name: sign_stream.py name [seconds [user]]"""
import base64
import hashlib
import hmac
import json
import os
import sys
import time


def sign(secret: str, value) -> str:
    payload = base64.b64encode(json.dumps(value).encode()).decode()
    digest = hmac.new(secret.encode(), payload.encode(), hashlib.sha256).hexdigest()
    return payload + "--" + digest


def sign_for(secret: str, name: str, seconds: int, user=None) -> str:
    bound = {"realtime_stream": name, "exp": int(time.time()) + seconds}
    if user is not None:
        bound["user"] = user
    return sign(secret, bound)


secret = os.environ["REALTIME_SECRET"]
name, *limits = sys.argv[1:]
if limits:
    print(sign_for(secret, name, int(limits[0]), *limits[1:]))
else:
    print(sign(secret, name))
