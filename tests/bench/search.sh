#!/usr/bin/env bash
# Measures the search of a site in Chromium: writes a workspace of synthetic lists, builds its site to memory, asks realistic
# questions. Prints how many items are distinct, bytes to first content, the first load, and each answer's time.
#
#   tests/bench/search.sh [--items N] [--files N] [--fresh RATE]     (70,000 over 1,500 files, all texts their own)
#
# Needs the preset bench built, and what tests/publish/browser-tools.sh puts into build/browser-tools.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
items=70000 files=1500 fresh=1
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) sed -n '2,7s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
    --items) items=$2 ;;
    --files) files=$2 ;;
    --fresh) fresh=$2 ;;
    *) printf 'search.sh: unknown argument: %s\n' "$1" >&2; exit 2 ;;
  esac
  shift 2
done
cd "$root"
build=${CATALOG_BENCH_BUILD:-build/bench}
memory=/dev/shm
[ -d "$memory" ] && [ -w "$memory" ] || memory=${TMPDIR:-}
work=$(mktemp -d ${memory:+-p "$memory"} catalog-search.XXXXXX)
trap 'rm -rf "$work"' EXIT
cp -r catalogues/national "$work/national"
"${CATALOG_BENCH_TOOLS:-$build/tests/bench}/bench_generate" "$work/city" --national "$work/national" --city catalogues/shanghai \
  --items "$items" --files "$files" --fresh "$fresh"
"${CATALOG:-$build/cli/catalog}" build "$work/city" --draft --all-units --format html -o "$work/site" >/dev/null
node tests/bench/search.mjs "$work/site" build/browser-tools "$(command -v chromium)"
