#!/bin/sh
# The scores of the language model on the development sets: model.sh DATA [CONLL18_SCRIPT]
#
# DATA is the folder that Training/README.md describes; CONLL18_SCRIPT the official conll18_ud_eval.py, which older releases
# of the PyPI package stanza contain (1.11.0: stanza/utils/conll18_ud_eval.py). Exits with 1 below a floor.
set -eu
data=$1
script=${2:-}
here=$(dirname "$0")
tercet=${TERCET:-$here/../.build/release/tercet}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

# floor NAME VALUE LEAST
floor() {
  if [ "$(printf '%s\n%s\n' "$2" "$3" | sort -g | head -1)" != "$3" ]; then
    echo "below its floor: $1 is $2, the floor $3"
    status=1
  fi
}

for set in ewt gum; do
  gold=$data/ud/en_$set-ud-dev.conllu.gz
  echo "== $set dev, gold words"
  python3 "$here/score_parser.py" words "$gold" > "$work/words"
  "$tercet" parse "$work/words" --pretokenized > "$work/found.conllu"
  python3 "$here/score_parser.py" "$gold" "$work/found.conllu" | tee "$work/scores"
  floor "$set LAS" "$(sed -n '1s/.*LAS //p' "$work/scores")" "$([ $set = ewt ] && echo 88.8 || echo 89.0)"
  if [ -n "$script" ]; then
    echo "== $set dev, raw text"
    gunzip -c "$gold" > "$work/gold.conllu"
    python3 "$here/raw_text.py" "$gold" > "$work/raw.txt"
    "$tercet" parse "$work/raw.txt" > "$work/raw.conllu"
    python3 "$script" -v "$work/gold.conllu" "$work/raw.conllu" | grep -E '^(Metric|Tokens|Sent|Words|UPOS|XPOS|UFeats|Lemmas|UAS|LAS)'
  fi
done
for set in uner-ewt-dev.iob2 crossner-politics-dev.conll; do
  gold=$data/ner/$set.gz
  echo "== names, $set"
  python3 "$here/score_entities.py" words "$gold" > "$work/words"
  "$tercet" parse "$work/words" --pretokenized > "$work/found.conllu"
  python3 "$here/score_entities.py" "$gold" "$work/found.conllu"
done
exit $status
