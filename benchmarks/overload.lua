-- Counts what was answered, and asks for another user each time where it is told to. Arguments: the path; the status that is
-- good; "next" where numbers are appended to the path.
local threads = {}
function setup(thread) table.insert(threads, thread) end
function init(args)
  path, good, numbered = args[1], tonumber(args[2]), args[3] == "next"
  number, answered, shed, again, other = 0, 0, 0, 0, 0
end
function request()
  number = number + 1
  return wrk.format(nil, numbered and path .. number or path)
end
function response(status, headers)
  if status == good then
    answered = answered + 1
  elseif status == 503 then
    shed = shed + 1
    for name in pairs(headers) do if name:lower() == "retry-after" then again = again + 1 end end
  else
    other = other + 1
  end
end
-- Prints answered a second, 99th percentile in ms, shed, of these with Retry-After, other statuses, failed connections
function done(summary, latency)
  local sum = {answered = 0, shed = 0, again = 0, other = 0}
  for _, thread in ipairs(threads) do
    for name in pairs(sum) do sum[name] = sum[name] + thread:get(name) end
  end
  local errors = summary.errors
  io.write(string.format("result %.0f %.0f %d %d %d %d\n", sum.answered / summary.duration * 1e6, latency:percentile(99) / 1000,
    sum.shed, sum.again, sum.other, errors.connect + errors.read + errors.write + errors.timeout))
end
