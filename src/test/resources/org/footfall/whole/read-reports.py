"""Reads reports with nothing but the standard library: read-reports.py ADDRESS SITE TOKEN.

Prints what it has read as one JSON object.
"""
import csv
import io
import json
import sys
import urllib.error
import urllib.parse
import urllib.request
import xml.etree.ElementTree

address, site, token = sys.argv[1:4]


def ask(method, form=None, **more):
    query = dict(module="API", method=method, idSite=site, period="range", date="last3", **more)
    url = address + "?" + urllib.parse.urlencode(query)
    form = dict(token_auth=token) if form is None else form
    body = urllib.parse.urlencode(form).encode("ascii")
    with urllib.request.urlopen(url, data=body, timeout=60) as answer:
        return answer.read()


pages = dict(flat=1, filter_limit=-1)
read = {}
read["json"] = {
    row["label"]: row["nb_hits"]
    for row in json.loads(ask("Actions.getPageUrls", format="JSON", **pages))
}
read["xml"] = {
    row.findtext("label"): int(row.findtext("nb_hits"))
    for row in xml.etree.ElementTree.fromstring(ask("Actions.getPageUrls", format="xml", **pages))
}
lines = ask("Actions.getPageUrls", format="csv", **pages).decode("utf-16")
read["csv"] = {row["label"]: int(row["nb_hits"]) for row in csv.DictReader(io.StringIO(lines))}
lines = ask("Actions.getPageUrls", format="tsv", convertToUnicode=0, **pages).decode("utf-8")
read["tsv"] = {
    row["label"]: int(row["nb_hits"])
    for row in csv.DictReader(io.StringIO(lines), delimiter="\t")
}
urls = ["method=VisitsSummary.getVisits&idSite=%s&period=range&date=last3" % site, "method=No.way"]
bulk = {"token_auth": token, "urls[0]": urls[0], "urls[1]": urls[1]}
read["bulk"] = json.loads(ask("API.getBulkRequest", form=bulk, format="JSON"))
try:
    ask("VisitsSummary.get", form={}, format="JSON")
except urllib.error.HTTPError as refusal:
    read["refused"] = [refusal.code, json.loads(refusal.read())["result"]]
print(json.dumps(read))
