"""The words people head the columns of a pay table with, and the words they fill them with."""

from __future__ import annotations

from groundwork.cells import by_word
from negotiation.calc.percentile import Middle
from negotiation.calc.points import Kind

COLUMNS = by_word(
    {
        "source": "source, name, who says so, where from, employer, company, site, publisher, survey",
        "link": "link, url, web address, address, page",
        "kind": "kind, type, kind of source, source type, type of source",
        "place": "place, location, city, region, country, where",
        "dated": "date, dated, as of, day, published on, date of the source",
        "currency": "currency, money",
        "period": "period, per, paid per, paid by, pay period",
        "basis": "gross or net, gross/net, basis, before or after tax",
        "payments": "payments, payments a year, payments per year, salaries a year",
        "low": "low, lowest, low end, from, min, minimum",
        "mid": "mid, middle, median, average, mean",
        "high": "high, highest, high end, to, max, maximum",
        "p10": "p10, 10, 10th, 10th percentile, 10 %",
        "p25": "p25, 25, 25th, 25th percentile, 25 %, lower quartile",
        "p50": "p50, 50, 50th, 50th percentile, 50 %",
        "p75": "p75, 75, 75th, 75th percentile, 75 %, upper quartile",
        "p90": "p90, 90, 90th, 90th percentile, 90 %",
        "people": "people, people asked, asked, how many, sample",
        "after_years": "after years, years later, pay after years, years in the job",
        "note": "note, notes, remark, comment, what it contains, package, contains",
    }
)
MIDDLES: dict[str, Middle] = {"median": "median", "average": "average", "mean": "average"}
KINDS = {
    word: Kind(kind)
    for word, kind in by_word(
        {
            "published": "published, survey, statistics, report, website, site, study",
            "posted": "posted, posted range, ad, job ad, advert, job advert, employer, employer's posted range",
            "person": "person, asked, a person I asked, somebody I asked, colleague, friend, recruiter",
            "own": "own, own offer, my own offer, my offer, offer",
        }
    ).items()
}
