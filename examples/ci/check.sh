#!/bin/sh
# Checks a catalogue's repository in any CI: check.sh [REV]
# With REV, only findings on items that changed since then; reports are written into catalog-reports/.
# Ends with catalog's own exit code: 0 nothing wrong, 1 findings, 2 it could not be done.
# 在任何 CI 中检查目录仓库：check.sh [版本]；给出版本时只报告其后改动的事项，报告写入 catalog-reports/。
set -u
reports=${CATALOG_REPORTS:-catalog-reports}
mkdir -p "$reports" || exit 2
# What the public loses and gains; it changes nothing about the exit code.
if [ "${1:-}" ]; then catalog diff "$1" . --report "markdown=$reports/changes.md" >"$reports/changes.txt" || :; fi
set -- ${1:+--since "$1"}
catalog validate "$@" \
  --report "json=$reports/findings.json" \
  --report "junit=$reports/junit.xml" \
  --report "sarif=$reports/catalog.sarif" \
  --report "markdown=$reports/findings.md"
