#!/usr/bin/env bash
# Adds the licence header to every Java file, and to our own JavaScript in the published jars, that has none.
set -euo pipefail
cd "$(dirname "$0")/.."

java=$(cat config/checkstyle/header.txt; echo; echo .)
java=${java%.}
js=$'// Copyright 2026-present the original author or authors. SPDX-License-Identifier: Apache-2.0\n'
resources=src/main/resources/META-INF/resources/realtime

# add <header> <path pattern>...
add() {
  local header=$1 lines file text
  shift
  lines=$(printf %s "$header" | grep -c .)
  while IFS= read -r -d '' file; do
    [[ -f $file ]] || continue
    if [[ "$(head -n "$lines" "$file")" != "$(printf %s "$header")" ]]; then
      text=$(cat "$file"; echo .)
      printf '%s%s' "$header" "${text%.}" > "$file"
      echo "$file"
    fi
  done < <(git ls-files -z --cached --others --exclude-standard -- "$@")
}

add "$java" '*/src/*.java'
add "$js" "*/$resources/*.js" "*/$resources/*.mjs"
