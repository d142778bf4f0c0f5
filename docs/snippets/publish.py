#!/usr/bin/env python3
"""Publish a message: publish.py [stream] [text]"""
import hashlib
import hmac
import json
import os
import sys
import urllib.error
import urllib.request

secret = os.environ["REALTIME_SECRET"]
url = os.environ.get("REALTIME_URL", "http://localhost:8080")
stream = sys.argv[1] if len(sys.argv) > 1 else "room/42"
message = {"text": sys.argv[2] if len(sys.argv) > 2 else "Hi"}

key = hmac.new(secret.encode(), b"broadcast-cable", hashlib.sha256).hexdigest()
body = json.dumps({"stream": stream, "data": json.dumps(message)})
request = urllib.request.Request(
    url + "/_broadcast",
    data=body.encode(),
    headers={"Authorization": "Bearer " + key, "Content-Type": "application/json"},
)
try:
    with urllib.request.urlopen(request, timeout=5) as response:
        print(response.status)
except urllib.error.HTTPError as error:
    sys.exit(f"{error.code} {error.read().decode()}")
