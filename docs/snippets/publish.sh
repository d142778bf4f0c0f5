#!/usr/bin/env bash
# Publish a message: publish.sh [stream] [text]
set -euo pipefail
url=${REALTIME_URL:-http://localhost:8080}
stream=${1:-room/42}
text=${2:-Hi}

# A JSON string of one line of text
quote() { printf '"%s"' "$(printf '%s' "$1" | sed 's/\\/\\\\/g; s/"/\\"/g')"; }

key=$(printf '%s' broadcast-cable | openssl dgst -sha256 -hmac "$REALTIME_SECRET" | sed 's/^.* //')
data="{\"text\":$(quote "$text")}"
curl --silent --show-error --fail-with-body --max-time 5 --output /dev/stderr --write-out '%{http_code}\n' \
  --header "Authorization: Bearer $key" \
  --data "{\"stream\":$(quote "$stream"),\"data\":$(quote "$data")}" \
  "$url/_broadcast"
