#!/usr/bin/env bash
# Make a token: make_token.sh [user] [seconds]
set -euo pipefail
user=${1:-42}
seconds=${2:-300}

# A JSON string of one line of text
quote() { printf '"%s"' "$(printf '%s' "$1" | sed 's/\\/\\\\/g; s/"/\\"/g')"; }

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

header=$(printf '%s' '{"alg":"HS256","typ":"JWT"}' | base64url)
ext="{\"user_id\":$(quote "$user")}"
payload=$(printf '%s' "{\"ext\":$(quote "$ext"),\"exp\":$(($(date +%s) + seconds))}" | base64url)
signature=$(printf '%s' "$header.$payload" | openssl dgst -sha256 -hmac "$REALTIME_SECRET" -binary | base64url)
echo "$header.$payload.$signature"
