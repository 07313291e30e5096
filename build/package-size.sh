#!/usr/bin/env bash
# Tells how large the packages in a folder are, and fails when one is larger than it may be: build/package-size.sh FOLDER
set -euo pipefail

# Native libraries of eight platforms are most of both.
limits="AiAttribution 16
AiAttribution.Tool 22"

status=0
while read -r name megabytes; do
    file=$(ls "$1/$name".[0-9]*.nupkg)
    size=$(wc -c < "$file" | tr -d ' ')
    echo "$name: $((size / 1000)) kB of $((megabytes * 1000)) kB"
    [ "$size" -le $((megabytes * 1000000)) ] || { echo "$name is larger than $megabytes MB; the limit stands in build/package-size.sh" >&2; status=1; }
done <<< "$limits"
exit $status
