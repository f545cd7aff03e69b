-- wrk: a line of JSON at the end, as bench.py of the bench folder reads it.
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format('{"rps":%.1f,"requests":%d,"p50_us":%d,"p99_us":%d,"errors":%d}\n',
    summary.requests / (summary.duration / 1e6), summary.requests, latency:percentile(50), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
