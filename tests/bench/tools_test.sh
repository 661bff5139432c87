#!/usr/bin/env bash
# The benchmark tools do what they say: tools_test.sh TOOLS CATALOGUES
set -euo pipefail
tools=$1 catalogues=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

failures=0
expect() { # MESSAGE COMMAND…
  local message=$1
  shift
  "$@" || { printf 'failed: %s\n' "$message"; failures=$((failures + 1)); }
}
generate() { # NAME OPTION…
  local name=$1
  shift
  "$tools/bench_generate" "$work/$name/workspace" --national "$catalogues/national" --city "$catalogues/shanghai" "$@" >/dev/null
}
same() { diff -r "$work/$1" "$work/$2" >/dev/null; }
differs() { ! same "$@"; }
count() { grep -rhE "$1" "$work/$2/workspace/lists" | wc -l; }
ends_with() { # CODE COMMAND…
  local code=0
  "${@:2}" >/dev/null 2>&1 || code=$?
  [ "$code" -eq "$1" ]
}

options=(--items 1200 --files 20 --seed 7)
generate a "${options[@]}"
generate b "${options[@]}"
expect "the same arguments give the same bytes" same a b
generate c --items 1200 --files 20 --seed 8
expect "another seed gives other lists" differs a c
generate d "${options[@]}" --fresh 0.5
expect "--fresh gives other text" differs a d
expect "as many items as asked for" [ "$(count '^  - id: ' a)" -eq 1200 ]
expect "as many files as asked for" [ "$(find "$work/a/workspace/lists" -name '*.yaml' | wc -l)" -eq 20 ]

generate e "${options[@]}" --defects 0.05
planted=$work/e/workspace/defects.tsv
expect "mistakes are planted and listed" [ "$(wc -l <"$planted")" -ge 20 ]
expect "a misspelt key is where the list says" \
  [ "$(count '^    deadlin: ' e)" -eq "$(grep -c $'\tkey-misspelt$' "$planted")" ]
expect "what has no mistakes stays as it is" [ "$(count '^    deadlin: ' a)" -eq 0 ]

expect "every list is YAML" "$tools/floor_scan" "$work/a" "$work/d" "$work/e"
printf '[' >"$work/broken.yaml"
expect "a file that is no YAML is refused" ends_with 1 "$tools/floor_scan" "$work/broken.yaml"
expect "a folder that is there is not written into" ends_with 2 generate a "${options[@]}"
expect "more files than units have domains are refused" ends_with 2 generate f --items 90000 --files 90000
expect "an unknown option is refused" ends_with 2 generate g --itmes 5

stand_in=$work/stand-in
table() { "$tools/bench_table" --catalog "$stand_in" --tools "$tools" --big "$work/a" --small "$work/c" --runs 3 "$@"; }
printf '#!/bin/sh\n[ "$1" != validate ] || exit 1\n' >"$stand_in"
chmod +x "$stand_in"
expect "findings do not stop the table" ends_with 0 table
lines=$(table --peer 'other=sleep 0.1')
for work_of in 'validate, 2 threads, wall' 'validate, 2 threads, peak memory' 'start (--version), wall' 'growth of validate, CPU'; do
  expect "the table has a line of $work_of" grep -qF "| $work_of " <<<"$lines"
done
expect "a peer is compared" grep -qE '^\| other, wall .*≥ 3' <<<"$lines"
lines=$(table --load "$stand_in" --next "$work/d" --repository "$work/a")
for work_of in 'diff of two versions, wall' 'diff of two versions, peak memory' 'diff of two revisions, one file changed, CPU'; do
  expect "the table has a line of $work_of" grep -qE "^\| $work_of .*loading both" <<<"$lines"
done
printf '#!/bin/sh\nexit 2\n' >"$stand_in"
expect "a command that could not do its work is not measured" ends_with 2 table

[ "$failures" -eq 0 ]
