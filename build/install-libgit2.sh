#!/usr/bin/env bash
# Makes sure that libgit2 1.5, 1.6 or 1.7 is installed. Does nothing when it is.
set -euo pipefail

present() {
    local folder
    if [ "$(uname -s)" = Darwin ]; then
        for folder in /opt/homebrew/lib /usr/local/lib; do
            ls "$folder"/libgit2.1.[567]*.dylib >/dev/null 2>&1 && return 0
        done
        return 1
    fi
    for folder in /usr/lib /usr/lib64 /usr/local/lib /lib "/usr/lib/$(uname -m)-linux-gnu"; do
        ls "$folder"/libgit2.so.1.[567] >/dev/null 2>&1 && return 0
    done
    return 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

give_up() {
    echo "libgit2 1.5, 1.6 or 1.7 is needed and was not found. $1" >&2
    echo "Or name a library yourself: export AIATTRIBUTION_LIBGIT2=/path/to/libgit2.so.1.7" >&2
    exit 1
}

with_apt() {
    local name
    name=$(apt-cache search --names-only '^libgit2-1\.[567](t64)?$' | cut -d' ' -f1 | sort | tail -n 1)
    if [ -z "$name" ]; then
        as_root apt-get update -q
        name=$(apt-cache search --names-only '^libgit2-1\.[567](t64)?$' | cut -d' ' -f1 | sort | tail -n 1)
    fi
    [ -n "$name" ] || give_up "This release offers: $(apt-cache search --names-only '^libgit2-1' | cut -d' ' -f1 | tr '\n' ' ')"
    as_root apt-get install -y -q "$name"
}

with_dnf() {
    local name
    for name in libgit2_1.7 libgit2_1.6 libgit2; do
        as_root dnf install -y -q "$name" && present && return
    done
}

if [ -n "${AIATTRIBUTION_LIBGIT2:-}" ] || present; then
    exit 0
elif command -v apt-get >/dev/null; then
    with_apt
elif command -v apk >/dev/null; then
    as_root apk add libgit2
elif command -v dnf >/dev/null; then
    with_dnf
elif command -v brew >/dev/null; then
    brew install libgit2@1.7
else
    give_up "Install it with the package manager of your system."
fi
present || give_up "The package that was installed has another version."
