#!/usr/bin/env bash
# Makes the next version of a workspace, with every seventh deadline and every ninth line of channels changed, and a
# repository of git that holds the workspace in two commits, the second of which changed one file.
#
#   tests/bench/make_versions.sh WORKSPACE NEXT REPOSITORY
set -euo pipefail
workspace=$1 next=$2 repository=$3

change() { # FILE…
  local file
  for file in "$@"; do
    awk '/^    deadline: /{if (++deadlines % 7 == 0) {print "    deadline: 信息形成之日起3个工作日内"; next}}
         /^    channels: \[/{if (++channels % 9 == 0) sub(/\]$/, ", 政府公报]")}
         {print}' "$file" > "$file.next"
    mv "$file.next" "$file"
  done
}

cp -r "$workspace" "$next"
while IFS= read -r file; do change "$file"; done < <(find "$next/lists" -name '*.yaml')

mkdir -p "$repository"
cp -r "$workspace" "$repository/$(basename "$workspace")"
cp -r "$(dirname "$workspace")/national" "$repository/national"
cd "$repository"
git init -q .
git -c core.safecrlf=false add -A
commit() { git -c user.name=bench -c user.email=bench@example.org -c gc.auto=0 commit -qam "$1"; }
commit one
change "$(find "$(basename "$workspace")/lists" -name '*.yaml' | sort | head -n 1)"
commit two
