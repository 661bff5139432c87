#!/usr/bin/env bash
# Installs what the project needs from Debian 12's own packages.
#
#   install-deps.sh build        what building and running the command takes
#   install-deps.sh build test   and what the tests take besides (large: LibreOffice, Chromium, a Chinese font)
#   install-deps.sh --list …     prints the packages, installs nothing
#
# Packages that are there are left alone; nothing else on the machine is changed. Needs root or sudo
# only if something is missing. Exit code 2 if it could not be done.
set -euo pipefail

build_packages=(
  g++ cmake ninja-build pkgconf  # compiler and build system
  libfmt-dev libcli11-dev        # text formatting, command line
  libyaml-dev                    # YAML in
  nlohmann-json3-dev             # JSON
  libpugixml-dev                 # XML in
  libzip-dev                     # XLSX in
  libxlsxwriter-dev zlib1g-dev   # XLSX out
  libicu-dev libsimdjson-dev     # Unicode
  libssl-dev                     # digests
  libmimalloc-dev                # memory
)
test_packages=(
  doctest-dev                              # the test framework
  clang-format                             # the tests check the layout of the code
  libyaml-cpp-dev                          # a second opinion on YAML
  git                                      # revisions
  python3 python3-yaml python3-openpyxl    # read back what was written
  python3-jsonschema                       # the files against their schemas
  libxml2-utils                            # xmllint: the XML against its schema
  libreoffice-calc poppler-utils           # opens the workbook, makes pictures of it
  chromium                                 # opens the pages
  fonts-noto-cjk                           # so that the pictures show Chinese
)

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$@" >&2; exit 2; }

is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

list_only=
wanted=()
for argument in "$@"; do
  case $argument in
    build) wanted+=("${build_packages[@]}") ;;
    test)
      wanted+=("${test_packages[@]}")
      # Drives the browser. Node.js from elsewhere brings its own npm, which Debian's does not go with.
      command -v npm >/dev/null || wanted+=(nodejs npm)
      ;;
    --list) list_only=1 ;;
    -h | --help) sed -n '2,9s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) fail "install-deps.sh: 不认识的参数 · unknown argument: $argument (build, test, --list)" ;;
  esac
done
[ ${#wanted[@]} -gt 0 ] || fail "install-deps.sh: 请写明 build 或 build test · say build, or build test"
if [ -n "$list_only" ]; then
  say "${wanted[@]}"
  exit 0
fi

command -v apt-get >/dev/null && command -v dpkg-query >/dev/null || fail \
  "本脚本只用 Debian 12 的软件包 · This script installs Debian 12 packages, and there is no apt-get here." \
  "请自行安装后加 --no-install 再运行 · Install these yourself, then run again with --no-install:" \
  "  ${wanted[*]}"

missing=()
for package in "${wanted[@]}"; do
  is_installed "$package" || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
  say "所需软件包均已安装（${#wanted[@]} 个）· All ${#wanted[@]} packages needed are installed."
  exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || fail \
    "缺少以下软件包，安装需要 root 或 sudo · These packages are missing; installing them needs root or sudo:" \
    "  apt-get install --no-install-recommends ${missing[*]}"
  as_root=(sudo)
  [ -t 0 ] || as_root=(sudo -n) # nobody there to type a password
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
# Quiet when it works; when it does not, apt's own last words say why.
apt() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get -q -y \
    -o Acquire::Retries=3 -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 "$@" >>"$log" 2>&1 </dev/null && return
  tail -n 25 "$log" >&2
  fail "安装失败，原因见上 · apt-get $1 failed, see above."
}

say "安装 ${#missing[@]} 个 Debian 软件包 · Installing ${#missing[@]} Debian packages (apt-get, no recommended extras):"
say "  ${missing[*]}"
started=$SECONDS
apt update
apt install --no-install-recommends "${missing[@]}"
say "已安装，用时 $((SECONDS - started)) 秒 · Installed in $((SECONDS - started)) s."
