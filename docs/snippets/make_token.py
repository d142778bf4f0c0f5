#!/usr/bin/env python3
"""Make a token: make_token.py [user] [seconds]"""
import base64
import hashlib
import hmac
import json
import os
import sys
import time


def base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def make_token(secret: str, user_id, seconds: int) -> str:
    header = {"alg": "HS256", "typ": "JWT"}
    payload = {"ext": json.dumps({"user_id": user_id}), "exp": int(time.time()) + seconds}
    signed = base64url(json.dumps(header).encode()) + "." + base64url(json.dumps(payload).encode())
    signature = hmac.new(secret.encode(), signed.encode(), hashlib.sha256).digest()
    return signed + "." + base64url(signature)


user = sys.argv[1] if len(sys.argv) > 1 else "42"
seconds = int(sys.argv[2]) if len(sys.argv) > 2 else 300
print(make_token(os.environ["REALTIME_SECRET"], user, seconds))
