endpoint <- commandArgs(trailingOnly = TRUE)[1]
rows <- read.csv(paste0(endpoint, "/data/recorded-crime.csv?code=E09000012"))

cat(nrow(rows), sum(rows$value, na.rm = TRUE), "\n")
