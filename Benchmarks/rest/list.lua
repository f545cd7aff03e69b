-- wrk: GET of a list. The key is in KEY.
wrk.headers["Authorization"] = "ApiKey " .. (os.getenv("KEY") or "")
dofile("Benchmarks/rest/report.lua")
