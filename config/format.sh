#!/usr/bin/env bash
# Writes all Java code the way the build demands it: licence headers, imports, format.
set -euo pipefail
cd "$(dirname "$0")/.."

config/headers.sh
git ls-files -z --cached --others --exclude-standard -- '*/src/*.java' \
  | xargs -0 -r sh -c 'for file; do [ -f "$file" ] && printf "%s\0" "$file"; done' sh \
  | xargs -0 -r python3 config/imports.py
mvn -B -ntp -q spring-javaformat:apply
