#!/usr/bin/env bash
# Tells how large the packages in a folder are, and fails when one is larger than it may be: build/package-size.sh FOLDER
set -euo pipefail

# Native libraries of eight platforms are most of the first two, and machine code for three of the second; the engine of the fleet's tool has a package for each platform.
limits="AiAttribution 16
AiAttribution.Tool 34
AiAttribution.Fleet 1
AiAttribution.Fleet.linux-x64 30
AiAttribution.Fleet.linux-arm64 30
AiAttribution.Fleet.osx-x64 50
AiAttribution.Fleet.osx-arm64 50
AiAttribution.Fleet.win-x64 20
AiAttribution.Fleet.win-arm64 20"

status=0
while read -r name megabytes; do
    file=$(ls "$1/$name".[0-9]*.nupkg)
    size=$(wc -c < "$file" | tr -d ' ')
    echo "$name: $((size / 1000)) kB of $((megabytes * 1000)) kB"
    [ "$size" -le $((megabytes * 1000000)) ] || { echo "$name is larger than $megabytes MB; the limit stands in build/package-size.sh" >&2; status=1; }
done <<< "$limits"
exit $status
