#!/usr/bin/env bash
# The main job from nothing: installs what it needs (Debian 12), builds `catalog`, validates Shanghai's workspace
# against the ministries' guidelines and builds its catalogues as XLSX, XML and HTML.
#
#   examples/quickstart.sh [--no-install] [-j N] [--output DIR]
#
#   --no-install   use what is installed
#   -j N           jobs (as many as there are processors)
#   --output DIR   where the catalogues go (build/quickstart)
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

install=1
jobs=$(nproc 2>/dev/null || echo 2)
output=
usage() { sed -n '2,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; }
wrong() { printf 'quickstart.sh: %s\n' "$1" >&2; usage >&2; exit 2; }
while [ $# -gt 0 ]; do
  case $1 in
    --no-install) install= ;;
    -j) [ $# -ge 2 ] || wrong "-j N"; jobs=$2; shift ;;
    -j*) jobs=${1#-j} ;;
    --output) [ $# -ge 2 ] || wrong "--output DIR"; output=$(realpath -m -- "$2"); shift ;;
    -h | --help) usage; exit 0 ;;
    *) wrong "不认识的参数 · unknown argument: $1" ;;
  esac
  shift
done
[[ $jobs =~ ^[1-9][0-9]*$ ]] || wrong "-j $jobs"

cd "$root"
output=${output:-build/quickstart}
catalog=build/release/cli/catalog
workspace=catalogues/shanghai

step() { printf '\n== %s\n' "$*"; }
run() { printf '$ %s\n' "$*"; "$@"; }

if [ -n "$install" ]; then
  step "1/4 依赖 · packages"
  bash examples/install-deps.sh build
fi
step "2/4 构建程序 · build the command (build/release, -j $jobs)"
run cmake --preset release -Wno-dev --log-level=NOTICE
run cmake --build build/release -j "$jobs"

step "3/4 校验 · validate"
run "$catalog" validate "$workspace"

step "4/4 生成 · build the catalogues"
run "$catalog" build "$workspace" --output "$output"

step "成果 · results"
for kind in xlsx xml html; do
  mapfile -t files < <(find "$output" -type f -name "*.$kind" | sort)
  [ ${#files[@]} -gt 0 ] || { printf '没有生成 %s 文件 · no .%s file was written\n' "$kind" "$kind" >&2; exit 1; }
  first=${files[0]}
  for file in "${files[@]}"; do
    case $file in */index.html) first=$file; break ;; esac
  done
  printf '  %-5s %3d  %s\n' "$kind" "${#files[@]}" "$first"
done
cat <<END

接下来 · Try next:
  $catalog explain deadline-longer
  $catalog new --help
  $catalog validate $workspace --format json
  bash tests/run.sh
END
