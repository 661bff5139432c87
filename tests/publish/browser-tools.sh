#!/usr/bin/env bash
# Puts what drives the browser of the tests into a folder: playwright-core (Apache-2.0) and axe-core (MPL-2.0) from npm, in
# the versions that package-lock.json fixes by digest. The browser itself is Debian's.
#
#   tests/publish/browser-tools.sh FOLDER
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=${1:?browser-tools.sh FOLDER}
mkdir -p "$folder"
if [ -d "$folder/node_modules/axe-core" ] && cmp -s "$here/browser-tools/package-lock.json" "$folder/package-lock.json"; then
  printf '浏览器测试工具已安装 · The browser tests have what they need.\n'
  exit 0
fi
cp "$here/browser-tools/package.json" "$here/browser-tools/package-lock.json" "$folder/"
npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error
