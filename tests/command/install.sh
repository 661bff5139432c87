#!/usr/bin/env bash
# What `cmake --install` lays down works by itself: the command finds its guidelines and schemas beside it, and the pages are there.
#
#   install.sh BUILD_DIR
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cmake --install "$1" --prefix "$folder/usr" >"$folder/log"
unset CATALOG_DATA
export CATALOG_LANG=en PATH="$folder/usr/bin:$PATH"
catalog init "$folder/ws" 2>/dev/null
catalog new --workspace "$folder/ws" --domain social-assistance --unit example-district 2>/dev/null
head -n 1 "$folder/ws/lists/example-district/social-assistance.yaml" | grep -q "$folder/usr/share/catalog/schemas/list.schema.json"
catalog validate "$folder/ws" --skip field-missing >/dev/null
[ "$(find "$folder/usr/share/catalog/national/guidelines" -name '*.yaml' | wc -l)" -eq 26 ]
for page in man1/catalog.1 man1/catalog-validate.1 zh_CN/man1/catalog.1; do [ -s "$folder/usr/share/man/$page" ]; done
for file in bash-completion/completions/catalog zsh/site-functions/_catalog fish/vendor_completions.d/catalog.fish; do [ -s "$folder/usr/share/$file" ]; done
bash -n "$folder/usr/share/bash-completion/completions/catalog"
echo "the installed command works"
