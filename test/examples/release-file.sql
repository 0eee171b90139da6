SELECT count(*), sum(value)
FROM read_parquet('http://localhost:4000/data/releases/mps-recorded-crime-borough@2026-01-01.….parquet')
WHERE area = 'E09000012';
