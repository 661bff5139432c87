#!/usr/bin/env python3
"""Runs the command as a user runs it, by the cases of *.case files, and compares what it prints and its exit code.

    run_cases.py CATALOG SOURCE_DIR CASE...        CATALOG_UPDATE_GOLDEN=1 rewrites the expected parts

A case file is a sequence of parts, each opened by a line `== NAME ARGUMENTS`:
    == file PATH          what follows is written to PATH in the case's own empty folder
    == bytes PATH         the same, with \\xNN escapes
    == shell COMMAND      sets something up (must succeed)
    == run COMMAND        runs it in a shell; `catalog` is the program under test, $SOURCE the source tree
    == exit CODE          the exit code that it must have
    == stdout, == stderr  the exact text that it must print (the source tree is shown as $SOURCE)
    == contains TEXT      a part of what it prints, on either stream
    == absent PATH        a path that must not exist afterwards
"""
import os, re, shutil, subprocess, sys, tempfile

def parse(text):
    parts, body = [], []
    for line in text.split("\n"):
        if line.startswith("== "):
            if parts: parts[-1][2] = "\n".join(body)
            name, _, argument = line[3:].partition(" ")
            parts.append([name, argument, ""]); body = []
        elif parts: body.append(line)
    if parts: parts[-1][2] = "\n".join(body)
    return parts

def unescape(text):
    return re.sub(rb"\\x([0-9a-fA-F]{2})", lambda m: bytes([int(m.group(1), 16)]), text.encode())

def run_case(path, catalog, source, update):
    parts = parse(open(path, encoding="utf-8").read())
    head = open(path, encoding="utf-8").read().split("== ", 1)[0]
    folder = tempfile.mkdtemp(prefix="catalog-case-")
    bin_folder = os.path.join(folder, ".bin"); os.mkdir(bin_folder); os.symlink(catalog, os.path.join(bin_folder, "catalog"))
    env = {"PATH": bin_folder + ":" + os.environ["PATH"], "LANG": "C.UTF-8", "CATALOG_LANG": "zh", "HOME": folder, "SOURCE": source,
           "CATALOG_DATA": source + "/catalogues", "TERM": "dumb", "TZ": "UTC"}
    for name in ("LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
        if name in os.environ: env[name] = os.environ[name]
    failures, result, command = [], None, ""
    def shown(raw): return raw.decode("utf-8", "backslashreplace").replace(source, "$SOURCE").replace(folder, "$FOLDER")
    checked = True
    for part in parts:
        name, argument, body = part
        if name in ("file", "bytes"):
            target = os.path.join(folder, argument); os.makedirs(os.path.dirname(target), exist_ok=True)
            open(target, "wb").write(body.rstrip("\n").encode() + b"\n" if name == "file" else unescape(body.rstrip("\n")))
        elif name == "shell":
            subprocess.run(argument, shell=True, cwd=folder, env=env, check=True)
        elif name == "run":
            if not checked: failures.append(f"{command}: the case does not say its exit code")
            command, checked = argument, False
            result = subprocess.run(argument, shell=True, cwd=folder, env=env, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, executable="/bin/bash")
        elif name == "exit":
            checked = True
            if int(argument) != result.returncode:
                failures.append(f"{command}: exit code {result.returncode}, not {argument}\n{shown(result.stdout)}{shown(result.stderr)}")
        elif name in ("stdout", "stderr"):
            got = shown(getattr(result, name)).rstrip("\n")
            if got != body.rstrip("\n"):
                if update: part[2] = got + "\n"
                else: failures.append(f"{command}: {name} differs\n--- expected\n{body.rstrip()}\n--- printed\n{got}")
        elif name == "contains":
            if argument not in shown(result.stdout) + shown(result.stderr):
                failures.append(f"{command}: does not print “{argument}”\n{shown(result.stdout)}{shown(result.stderr)}")
        elif name == "absent":
            if os.path.exists(os.path.join(folder, argument)): failures.append(f"{command}: {argument} exists")
        else: failures.append(f"unknown part: {name}")
    if not checked: failures.append(f"{command}: the case does not say its exit code")
    if update:
        text = head + "".join(f"== {n}{' ' + a if a else ''}\n{b.rstrip(chr(10))}\n" if b.strip() else f"== {n}{' ' + a if a else ''}\n" for n, a, b in parts)
        open(path, "w", encoding="utf-8").write(text)
    shutil.rmtree(folder, ignore_errors=True)
    return failures

def main():
    catalog, source, cases = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), sys.argv[3:]
    failed = 0
    for case in cases:
        failures = run_case(case, catalog, source, bool(os.environ.get("CATALOG_UPDATE_GOLDEN")))
        for failure in failures: print(f"{os.path.basename(case)}: {failure}")
        failed += bool(failures)
    print(f"{len(cases)} cases, {failed} failed")
    sys.exit(1 if failed or not cases else 0)

main()
