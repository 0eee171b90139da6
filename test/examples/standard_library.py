import csv, sys, urllib.request

file = urllib.request.urlopen(f"{sys.argv[1]}/data/recorded-crime.csv?code=E09000012")
rows = list(csv.DictReader(line.decode() for line in file))

print(len(rows), sum(float(row["value"]) for row in rows if row["value"]))
