# Words of the pictures.

figure-residual = Residual risk { $point } of 100 points: { $band }
figure-residual-unrated = Not rated yet: the residual risk lies between { $low } and { $high } points
figure-residual-alt = Residual risk { $point } of 100 points, between { $low } and { $high }; { $band }.
figure-residual-alt-unrated = The residual risk is not rated yet. It lies between { $low } and { $high } of 100 points; { $band }.
reading-low = if every claim is true
reading-low-open = if every claim is true and every open question ends well
reading-point = as evidenced
reading-high = if the vendor's word counts for nothing

figure-exposure = What our use risks, and how much of it the vendor's gaps let through
figure-exposure-x = Exposure H from the vendor's gaps: 0 lets nothing through, 1 lets through 63 %, 2 lets through 86 %
figure-exposure-y = Inherent risk of our use, in points; along each edge of a shade the residual risk is the same
figure-exposure-alt = Our use has an inherent risk of { $inherent } of 100 points. The exposure is { $exposure }, between { $low } and { $high }; it lets { $share } of that risk through and leaves { $residual } points, { $band }.
figure-exposure-alt-unrated = Our use has an inherent risk of { $inherent } of 100 points. The exposure lies between { $low } and { $high }; it leaves between { $least } and { $most } points, { $band }.

part-not-implemented = not implemented
part-not-proven = not proven
part-open = open
figure-points = points
figure-named = { $name } { $points }
figure-domains = Where the { $total } points come from, by domain
figure-domains-alt = Points of the residual risk by domain: { $bars }.
figure-drivers = { $count ->
    [one] The control that adds most
   *[other] The { $count } controls that add most
}
figure-drivers-alt = Points of the residual risk by the controls that add most: { $bars }.

figure-coverage = What the documents test about each topic, and what is left to us
figure-coverage-alt = Of { $topics } topics, SOC 2 reports test { $soc2_full } in full and { $soc2_part } in part, ISO/IEC 27001 certificates { $iso_full } in full and { $iso_part } in part. Controls on { $ours } are left to us. Own validation is still to be done on { $open }.
column-soc2 = SOC 2
column-iso = ISO/IEC 27001
column-ours = Left to us
column-validation = Own validation
cover-full = tested, or settled
cover-part = declared only, weakened, or settled in part
cover-empty = not mentioned, or still to be done
cover-out = carved out, or left to us
cover-open = nobody looked
cover-none = nothing recorded, or not needed

figure-timeline = What the evidence speaks about, against the year up to { $day }
figure-timeline-alt = { $count ->
    [one] 1 record or document
   *[other] { $count } records and documents
} on a time axis, against the year from { $from } to { $to }: { $fresh } fresh, { $ageing } ageing, { $past } from before that year or without credit.
figure-timeline-year = the year before
figure-timeline-day = assessed on { $day }
figure-timeline-kinds = { $kinds } from { $origin }
evidence-fresh = fresh
evidence-ageing = ageing: counts less and less
evidence-past = before that year, or gives no credit

figure-stair = { $count ->
    [one] 1 step
   *[other] { $count } steps
} to the band { $band }
figure-stair-short = { $count ->
    [one] 1 step
   *[other] { $count } steps
} that help most, and still { $band }
figure-stair-alt = From { $today } points today, step by step: { $steps }. Below { $edge } points the band is { $band }.
figure-stair-today = Today
figure-stair-today-unrated = Today, with what is open counted as absent
figure-stair-target = below { $edge }: { $band }
