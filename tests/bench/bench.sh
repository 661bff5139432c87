#!/usr/bin/env bash
# Prints the table of speed and memory: builds release with the benchmark tools, writes two workspaces to memory
# (100,000 items over 1,500 files, and a tenth of it) and measures turn by turn.
#
#   tests/bench/bench.sh [--items N] [--files N] [--fresh RATE] [--runs N] [--peers] [--peer NAME=COMMAND]…
#   tests/bench/bench.sh --publishing …     the table of publishing: publishing.sh, with its arguments
#
# --peers measures the fastest JSON Schema CLIs beside it, which check the generated schemas (no other rule) over the
# same YAML files, all files in one process: @sourcemeta/jsonschema and ajv-cli, put by npm into
# ${CATALOG_BENCH_CACHE:-~/.cache/catalog-bench}.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

if [ "${1:-}" = --publishing ]; then
  shift
  exec bash "$root/tests/bench/publishing.sh" "$@"
fi
items=100000 files=1500 generate=() table=() peers=no
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) sed -n '2,10s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
    --items | --files | --fresh | --runs | --peer) [ $# -ge 2 ] || { printf '%s VALUE\n' "$1" >&2; exit 2; } ;;&
    --peers) peers=yes; shift; continue ;;
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

cache=${CATALOG_BENCH_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/catalog-bench}
install_peers() {
  command -v npm >/dev/null || { printf 'bench.sh: --peers needs npm\n' >&2; exit 2; }
  mkdir -p "$cache"
  if [ ! -d "$cache/node_modules/ajv-cli" ] || [ ! -d "$cache/node_modules/@sourcemeta/jsonschema" ]; then
    npm install --no-audit --no-fund --prefix "$cache" @sourcemeta/jsonschema ajv-cli >/dev/null
  fi
}
# A peer counts only if it takes the small workspace for valid: one that fails is quick.
add_peer() { # NAME COMMAND
  sh -c "$2" sh "$work/small" >/dev/null || { printf 'bench.sh: %s does not work\n' "$1" >&2; exit 2; }
  table+=(--peer "$1=$2")
}
add_peers() {
  local schema=$root/schemas/list.schema.json modules=$cache/node_modules machine sourcemeta
  machine=$(uname -m)
  # The program itself, without the script that starts it.
  sourcemeta=$modules/@sourcemeta/jsonschema/build/github-releases/jsonschema-linux-${machine/aarch64/arm64}
  [ -x "$sourcemeta" ] || sourcemeta=$modules/.bin/jsonschema
  add_peer "sourcemeta --fast, schema only" "'$sourcemeta' validate '$schema' \"\$1/lists\" --extension .yaml --fast"
  add_peer "ajv, schema only" "'$modules/.bin/ajv' validate --spec=draft2020 -s '$schema' -d \"\$1/lists/*/*.yaml\""
}
make_workspace() { # NAME ITEMS FILES
  "$tools/bench_generate" "$work/$1" --national "$work/national" --city catalogues/shanghai \
    --items "$2" --files "$3" "${generate[@]}"
}
make_workspace big "$items" "$files"
make_workspace small $((items / 10)) $((files / 10))
# The city's own standards and adoptions, and lists of as many items as its units have together.
cp -r catalogues/shanghai "$work/city"
resolved=$("$tools/bench_resolve" "$work/city" | sed 's/.* units, \([0-9]*\) items/\1/')
make_workspace units "$resolved" $((resolved * files / items))
# A pair: one list of 10,000 items, and the same with every seventh deadline and every ninth channel changed.
make_workspace pair 10000 1
bash "$root/tests/bench/make_pair.sh" "$work/pair"
# The next version of the big workspace, and both as revisions of which the second changed one file.
bash "$root/tests/bench/make_versions.sh" "$work/big" "$work/next" "$work/repository"
if [ "$peers" = yes ]; then
  install_peers
  add_peers
fi

"$tools/bench_table" --catalog build/bench/cli/catalog --load "$tools/bench_load" --tools "$tools" --big "$work/big" --small "$work/small" \
  --pair "$work/pair" --city "$work/city" --units "$work/units" --next "$work/next" --repository "$work/repository/big" "${table[@]}"
