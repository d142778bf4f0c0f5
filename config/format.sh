#!/usr/bin/env bash
# Adds missing licence headers, then formats all Java code the way the build demands it.
set -euo pipefail
cd "$(dirname "$0")/.."

config/headers.sh
mvn -B -ntp -q spring-javaformat:apply
