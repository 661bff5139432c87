#!/usr/bin/env bash
# Makes a pair of the one list of a generated workspace: the district's, and a department's with every seventh deadline
# and every ninth line of channels changed; both of social-assistance.
#
#   tests/bench/make_pair.sh WORKSPACE
set -euo pipefail
cd "$1"
list=$(find lists -name '*.yaml' | head -n 1)
mkdir -p pair/310104 pair/civil-affairs
sed -e 's/^domain: .*/domain: social-assistance/' -e 's/^unit: .*/unit: "310104"/' "$list" > pair/310104/social-assistance.yaml
awk '/^unit: /{print "unit: civil-affairs"; next}
     /^    deadline: /{if (++deadlines % 7 == 0) {print "    deadline: 信息形成之日起3个工作日内"; next}}
     /^    channels: \[/{if (++channels % 9 == 0) sub(/\]$/, ", 政府公报]")}
     {print}' pair/310104/social-assistance.yaml > pair/civil-affairs/social-assistance.yaml
rm -r lists && mv pair lists
printf 'pairings:\n  - {domain: social-assistance, department: civil-affairs, district: "310104"}\n' >> catalog.yaml
