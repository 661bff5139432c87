#!/usr/bin/env bash
# Prints the table of speed and memory: builds release with the benchmark tools, writes two workspaces to memory
# (100,000 items over 1,500 files, and a tenth of it) and measures turn by turn.
#
#   tests/bench/bench.sh [--items N] [--files N] [--fresh RATE] [--runs N] [--peer NAME=COMMAND]…
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

items=100000 files=1500 generate=() table=()
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) sed -n '2,5s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
    --items | --files | --fresh | --runs | --peer) [ $# -ge 2 ] || { printf '%s VALUE\n' "$1" >&2; exit 2; } ;;&
    --items) items=$2 ;;
    --files) files=$2 ;;
    --fresh) generate+=("$1" "$2") ;;
    --runs | --peer) table+=("$1" "$2") ;;
    *) printf 'bench.sh: unknown argument: %s\n' "$1" >&2; exit 2 ;;
  esac
  shift 2
done

cd "$root"
cmake --preset bench -Wno-dev >/dev/null
cmake --build build/bench --target catalog bench_tools
tools=build/bench/tests/bench

memory=/dev/shm
[ -d "$memory" ] && [ -w "$memory" ] || memory=${TMPDIR:-}
work=$(mktemp -d ${memory:+-p "$memory"} catalog-bench.XXXXXX)
trap 'rm -rf "$work"' EXIT
# The data stands beside the workspaces, so that all that is read is in memory.
cp -r catalogues/national "$work/national"
make_workspace() { # NAME ITEMS FILES
  "$tools/bench_generate" "$work/$1" --national "$work/national" --city catalogues/shanghai \
    --items "$2" --files "$3" "${generate[@]}"
}
make_workspace big "$items" "$files"
make_workspace small $((items / 10)) $((files / 10))

"$tools/bench_table" --catalog build/bench/cli/catalog --load "$tools/bench_load" --tools "$tools" --big "$work/big" --small "$work/small" "${table[@]}"
