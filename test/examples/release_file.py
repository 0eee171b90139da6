import sys, urllib.request, pandas, io

file = urllib.request.urlopen(f"{sys.argv[1]}/data/releases/{sys.argv[2]}.parquet")
rows = pandas.read_parquet(io.BytesIO(file.read()), filters=[("area", "==", "E09000012")])

print(len(rows), rows["value"].sum())
