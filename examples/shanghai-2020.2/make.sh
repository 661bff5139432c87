#!/usr/bin/env bash
# Makes the second version of the shipped Shanghai workspace: bash make.sh FOLDER
# FOLDER then holds national/ and shanghai/, as catalogues/ does.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:?which folder? bash make.sh FOLDER}
mkdir -p "$folder"
if [ -e "$folder/shanghai" ]; then echo "$folder/shanghai is there already" >&2; exit 2; fi
cp -r "$here/../../catalogues/national" "$here/../../catalogues/shanghai" "$folder/"
cp "$here/adjustments.yaml" "$folder/shanghai/"
# A repository above is not looked for: git would take the paths of the patch from its root.
GIT_CEILING_DIRECTORIES=$(cd "$folder/.." && pwd) git -C "$folder/shanghai" apply --whitespace=nowarn "$here/changes.patch"
