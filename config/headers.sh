#!/usr/bin/env bash
# Adds the licence header to every Java file that has none.
set -euo pipefail
cd "$(dirname "$0")/.."

header=config/checkstyle/header.txt
lines=$(wc -l < "$header")
added=0
while IFS= read -r -d '' file; do
  [[ -f $file ]] || continue
  if [[ "$(head -n "$lines" "$file")" != "$(cat "$header")" ]]; then
    { cat "$header"; echo; cat "$file"; } > "$file.tmp"
    cat "$file.tmp" > "$file"
    rm "$file.tmp"
    added=$((added + 1))
    echo "$file"
  fi
done < <(git ls-files -z --cached --others --exclude-standard -- '*/src/*.java')
echo "$added headers added"
