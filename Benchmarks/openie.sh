#!/bin/sh
# Open facts on the development sentences of CaRB and BenchIE: openie.sh DATA SCORER
#
# DATA has carb/dev.tsv (github.com/dair-iitd/CaRB, data/gold/dev.tsv) and benchie/dev157.txt (of github.com/gkiril/benchie,
# data/gold/2_annotators/benchie_gold_annotations_en.txt, the 157 sentences that are in CaRB's development set too).
# SCORER is a program with the commands `sentences GOLD`, `carb --gold GOLD --out OUT [--one-to-one]` and
# `benchie --gold GOLD --out OUT` that follow the rules of the two official scorers, which read the same files.
# Exits with 1 below a floor.
set -eu
data=$1
scorer=$2
here=$(dirname "$0")
tercet=${TERCET:-$here/../.build/release/tercet}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

# score NAME LEAST ARGUMENTS...: prints precision, recall, F1 and whether F1 is below its floor
score() {
  name=$1
  least=$2
  shift 2
  python3 "$scorer" "$@" > "$work/score"
  f1=$(awk '$1 == "f1" { print $2 }' "$work/score")
  awk -v name="$name" '$1 ~ /^(precision|recall|f1|auc)$/ { line = line "\t" $1 " " $2 } END { print name line }' "$work/score"
  if ! awk -v a="$f1" -v b="$least" 'BEGIN { exit !(a >= b) }'; then
    echo "below its floor: $name is $f1, the floor $least"
    status=1
  fi
}

python3 "$scorer" sentences "$data/carb/dev.tsv" > "$work/carb.txt"
python3 "$scorer" sentences "$data/benchie/dev157.txt" > "$work/benchie.tsv"
cut -f2 "$work/benchie.tsv" > "$work/benchie.txt"
for style in minimal full; do
  "$tercet" extract --format oie --style $style --pretokenized "$work/carb.txt" > "$work/$style.tsv"
done
"$tercet" extract --format oie --style minimal --pretokenized "$work/benchie.txt" \
  | awk -F '\t' -v OFS='\t' 'NR == FNR { id[$2] = $1; next } { print id[$1], $4, $3, $5 }' "$work/benchie.tsv" - > "$work/benchie.out"
score "BenchIE dev157, minimal" 0.48 benchie --gold "$data/benchie/dev157.txt" --out "$work/benchie.out"
score "CaRB dev, full" 0.565 carb --gold "$data/carb/dev.tsv" --out "$work/full.tsv"
score "CaRB dev one-to-one, full" 0.475 carb --gold "$data/carb/dev.tsv" --out "$work/full.tsv" --one-to-one
score "CaRB dev, minimal" 0.44 carb --gold "$data/carb/dev.tsv" --out "$work/minimal.tsv"
exit $status
