#!/bin/sh
# cut.sh: cuts the faces in this folder out of Debian's fonts-noto-core and
# fonts-noto-mono (version 20201225-1) with fonttools 4.68.0 (`pip install fonttools`).
set -eu
from=${1:-/usr/share/fonts/truetype/noto}
to=$(cd "$(dirname "$0")" && pwd)
names=0,1,2,3,4,5,6,13,14

# Latin, Greek, Cyrillic, marks, punctuation, currency, letterlike, arrows, maths
text=U+0020-007E,U+00A0-024F,U+0259,U+02B0-02FF,U+0300-036F,U+0370-03FF,U+0400-052F
text=$text,U+1E00-1EFF,U+2000-206F,U+2070-209F,U+20A0-20BF,U+2100-214F,U+2150-218F
text=$text,U+2190-21FF,U+2200-22FF,U+25CC,U+FB00-FB06,U+FFFD
for face in NotoSans-Regular NotoSans-Bold NotoSans-Italic NotoSans-BoldItalic NotoSansMono-Regular; do
  pyftsubset "$from/$face.ttf" --unicodes=$text --layout-features=kern,liga,mark,mkmk,ccmp,locl \
    --name-IDs=$names --no-hinting --notdef-outline --output-file="$to/$face.ttf"
done

# fallback faces: signs that Noto Sans lacks; they need no layout features
pyftsubset "$from/NotoSansMath-Regular.ttf" \
  --unicodes=U+2190-21FF,U+2200-22FF,U+2308-230B,U+27E6-27EB,U+27F5-27FF,U+2A7D,U+2A7E \
  --layout-features= --name-IDs=$names --no-hinting --notdef-outline \
  --output-file="$to/NotoSansMath-Regular.ttf"
pyftsubset "$from/NotoSansSymbols2-Regular.ttf" \
  --unicodes=U+2300-23FF,U+25A0-25FF,U+2600-26FF,U+2700-27BF,U+2B00-2BFF \
  --layout-features= --name-IDs=$names --no-hinting --notdef-outline \
  --output-file="$to/NotoSansSymbols2-Regular.ttf"
