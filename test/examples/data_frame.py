import sys, pandas

rows = pandas.read_csv(f"{sys.argv[1]}/data/recorded-crime.csv?code=E09000012")

print(len(rows), rows["value"].sum())
