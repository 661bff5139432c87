#!/usr/bin/env bash
# Runs all tests: installs what they need (Debian 12), builds once with warnings as errors, runs ctest.
# The last lines are ctest's; the exit code is 0 only if everything passed.
#
#   tests/run.sh [--no-install] [-j N] [-R REGEX]
#
#   --no-install   use what is installed
#   -j N           jobs (as many as there are processors)
#   -R REGEX       only the tests whose name matches
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

install=1
jobs=$(nproc 2>/dev/null || echo 2)
only=()
usage() { sed -n '2,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; }
wrong() { printf 'tests/run.sh: %s\n' "$1" >&2; usage >&2; exit 2; }
while [ $# -gt 0 ]; do
  case $1 in
    --no-install) install= ;;
    -j) [ $# -ge 2 ] || wrong "-j N"; jobs=$2; shift ;;
    -j*) jobs=${1#-j} ;;
    -R) [ $# -ge 2 ] || wrong "-R REGEX"; only=(-R "$2"); shift ;;
    -h | --help) usage; exit 0 ;;
    *) wrong "不认识的参数 · unknown argument: $1" ;;
  esac
  shift
done
[[ $jobs =~ ^[1-9][0-9]*$ ]] || wrong "-j $jobs"

cd "$root"
step() { printf '\n== %s\n' "$*"; }

if [ -n "$install" ]; then
  step "1/3 依赖 · packages"
  bash examples/install-deps.sh build test
  bash tests/publish/browser-tools.sh build/browser-tools
  export CATALOG_TESTS_INSTALLED=1 # what is missing now is a failure, not a reason to pass over a test
fi
step "2/3 构建 · build (build/dev: Debug, warnings are errors, -j $jobs)"
cmake --preset dev -Wno-dev --log-level=NOTICE
cmake --build build/dev -j "$jobs"
step "3/3 测试 · tests"
ctest --test-dir build/dev --output-on-failure --no-tests=error --timeout 600 -j "$jobs" "${only[@]}"
