#!/usr/bin/env bash
# Prints the table of publishing: builds release with the benchmark tools, writes 100,000 items over 26 files and as many
# over 1,500 to memory, and measures their workbook, pages and data against floors and peers, a rebuild that changes
# nothing, and whole Shanghai with its memory.
#
#   tests/bench/publishing.sh [--items N] [--files N] [--turns N] [--only PARTS] [--peers]
#
# PARTS are xlsx, text, again and city, with commas between. --peers measures exceljs' streaming writer (put by npm into
# ${CATALOG_BENCH_CACHE:-~/.cache/catalog-bench}) and openpyxl (Debian's python3-openpyxl) on the same cells.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

items=100000 files=1500 options=() peers=no
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) sed -n '2,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
    --items | --files | --turns | --only) [ $# -ge 2 ] || { printf '%s VALUE\n' "$1" >&2; exit 2; } ;;&
    --peers) peers=yes; shift; continue ;;
    --items) items=$2 ;;
    --files) files=$2 ;;
    --turns | --only) options+=("$1" "$2") ;;
    *) printf 'publishing.sh: unknown argument: %s\n' "$1" >&2; exit 2 ;;
  esac
  shift 2
done

cd "$root"
build=${CATALOG_BENCH_BUILD:-build/bench}
if [ -z "${CATALOG_BENCH_BUILD:-}" ]; then
  cmake --preset bench -Wno-dev >/dev/null
  cmake --build build/bench --target catalog bench_tools
fi
tools=$build/tests/bench

memory=/dev/shm
[ -d "$memory" ] && [ -w "$memory" ] || memory=${TMPDIR:-/tmp}
work=$(mktemp -d -p "$memory" catalog-publishing.XXXXXX)
trap 'rm -rf "$work"' EXIT
# The temporary files of workbooks are in memory too.
export TMPDIR=$work/tmp
mkdir "$TMPDIR"
cp -r catalogues/national "$work/national"
cp -r catalogues/shanghai "$work/shanghai"
make_workspace() { # NAME ITEMS FILES
  "$tools/bench_generate" "$work/$1" --national "$work/national" --city catalogues/shanghai --items "$2" --files "$3" >/dev/null
}
make_workspace rows "$items" 26 # sheets
make_workspace lists "$items" "$files"

if [ "$peers" = yes ]; then
  command -v npm >/dev/null || { printf 'publishing.sh: --peers needs npm\n' >&2; exit 2; }
  cache=${CATALOG_BENCH_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/catalog-bench}
  mkdir -p "$cache"
  [ -d "$cache/node_modules/exceljs" ] || npm install --no-audit --no-fund --prefix "$cache" exceljs >/dev/null
  options+=(--peers "$cache/node_modules")
fi
python3 -B tests/bench/publishing.py --catalog "$build/cli/catalog" --tools "$tools" --work "$work" --city "$work/shanghai" \
  "${options[@]}"
