"""Starting the command does not load libraries that only some of its work needs: start.py CATALOG"""
import os
import subprocess
import sys

# Each of them costs more than all the rest of a start; cmake/LateLibrary.cmake opens them at the first call.
COSTLY = ["libcrypto", "libicui18n", "libxlsxwriter", "libzip", "libcurl", "libgit2"]
SKIPPED = 77


def loaded(command):
    """The libraries that the loader opened for a run of the command."""
    run = subprocess.run(command, env={**os.environ, "LD_DEBUG": "files"}, capture_output=True, text=True, check=True)
    names = [line.split("file=")[1].split()[0] for line in run.stderr.splitlines() if "generating link map" in line]
    return [os.path.basename(name) for name in names]


if sys.platform != "linux" or os.uname().machine != "x86_64" or os.environ.get("CATALOG_SANITIZED"):
    print("the libraries are linked as usual here")
    sys.exit(SKIPPED)
libraries = loaded([sys.argv[1], "--version"])
if not any(name.startswith("libc.so") for name in libraries):
    print("the loader does not say what it opens")
    sys.exit(SKIPPED)
wrong = [name for name in libraries if any(name.startswith(costly) for costly in COSTLY)]
for name in wrong:
    print(f"`catalog --version` loads {name}: link it by catalog_late_library (cmake/Libraries.cmake)")
sys.exit(1 if wrong else 0)
