#!/usr/bin/env bash
# How `tercet build` grows: Benchmarks/scale.sh COUNTS TEXT..., as `Benchmarks/scale.sh "1000 4000" news.jsonl`.
# Articles of 600 words are made of the texts; --memory is 64M, or what MEMORY says. Needs `make build` and
# `swift build -c release --static-swift-stdlib --product tercet-bench`, and GNU time.
set -euo pipefail
bin=$(dirname "$0")/../.build/release
counts=$1
shift
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
echo 'articles seconds processor_seconds peak_MB text_bytes graph_bytes'
for count in $counts; do
  "$bin/tercet-bench" corpus "$count" "$@" >"$folder/$count.jsonl"
  /usr/bin/time -o "$folder/time" -f '%e %U %M' \
    "$bin/tercet" build "$folder/$count.jsonl" -o "$folder/$count.tercet" --memory "${MEMORY:-64M}" --quiet
  read -r seconds processor peak <"$folder/time"
  echo "$count $seconds $processor $((peak / 1024)) $(stat -c %s "$folder/$count.jsonl" "$folder/$count.tercet" | xargs)"
  rm "$folder/$count.jsonl"
done
