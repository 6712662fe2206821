#!/bin/sh
# cut.sh: cuts the faces in this folder out of Debian's fonts-noto-core and fonts-noto-mono
# (version 20201225-1), fonts-droid-fallback (6.0.1r16-1.1) and fonts-nanum (20200506-1) with
# fonttools 4.68.0 (`pip install fonttools`).
set -eu
from=${1:-/usr/share/fonts/truetype/noto}
droid=${2:-/usr/share/fonts/truetype/droid}
nanum=${3:-/usr/share/fonts/truetype/nanum}
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

# scripts from right to left: letters change with their neighbours and carry marks
pyftsubset "$from/NotoSansHebrew-Regular.ttf" --unicodes=U+0590-05FF,U+25CC,U+FB1D-FB4F \
  --layout-features=ccmp,locl,liga,kern,mark,mkmk \
  --name-IDs=$names --no-hinting --notdef-outline --output-file="$to/NotoSansHebrew-Regular.ttf"
pyftsubset "$from/NotoSansArabic-Regular.ttf" \
  --unicodes=U+0600-06FF,U+0750-077F,U+08A0-08FF,U+25CC,U+FB50-FDFF,U+FE70-FEFC \
  --layout-features=ccmp,locl,isol,init,medi,fina,rlig,liga,calt,kern,curs,mark,mkmk \
  --name-IDs=$names --no-hinting --notdef-outline --output-file="$to/NotoSansArabic-Regular.ttf"

# Chinese, Japanese and Korean: compressed, since few reports need them; they are unpacked on the
# first character that does
pyftsubset "$droid/DroidSansFallbackFull.ttf" \
  --unicodes=U+2E80-312F,U+3190-9FFF,U+F900-FAFF,U+FE30-FE4F,U+FF00-FFEF \
  --layout-features= --drop-tables+=vhea,vmtx \
  --name-IDs=$names --no-hinting --notdef-outline --output-file="$to/DroidSansFallbackFull.ttf"
# without its name, which its licence reserves for the uncut font
pyftsubset "$nanum/NanumGothic.ttf" --unicodes=U+3131-318E,U+AC00-D7A3 \
  --layout-features= --drop-tables+=vhea,vmtx,GPOS,GSUB,GDEF \
  --name-IDs=0 --no-hinting --notdef-outline --output-file="$to/HangulGothic-Regular.ttf"
gzip -9 --no-name --force "$to/DroidSansFallbackFull.ttf" "$to/HangulGothic-Regular.ttf"
