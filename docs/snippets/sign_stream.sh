#!/usr/bin/env bash
# Sign a stream's name: sign_stream.sh name [seconds [user]]
set -euo pipefail

# A JSON string of one line of text
quote() { printf '"%s"' "$(printf '%s' "$1" | sed 's/\\/\\\\/g; s/"/\\"/g')"; }

if (($# == 1)); then
  json=$(quote "$1")
else
  user=${3:+,\"user\":$(quote "$3")}
  json="{\"realtime_stream\":$(quote "$1"),\"exp\":$(($(date +%s) + $2))$user}"
fi
payload=$(printf '%s' "$json" | openssl base64 -A)
digest=$(printf '%s' "$payload" | openssl dgst -sha256 -hmac "$REALTIME_SECRET" | sed 's/^.* //')
echo "$payload--$digest"
