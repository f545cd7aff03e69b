-- wrk: POST send-text with a text of 100 characters, as the peers are asked. The key is in KEY.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Authorization"] = "ApiKey " .. (os.getenv("KEY") or "")
wrk.body = '{"recipient":"+4915112345678","message":"' .. string.rep("x", 100) .. '"}'
dofile("Benchmarks/rest/report.lua")
