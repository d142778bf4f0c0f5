# Publish a message: ruby publish.rb [stream] [text]
require "json"
require "net/http"
require "openssl"

secret = ENV.fetch("REALTIME_SECRET")
url = ENV.fetch("REALTIME_URL", "http://localhost:8080")
stream = ARGV[0] || "room/42"
message = { text: ARGV[1] || "Hi" }

key = OpenSSL::HMAC.hexdigest("SHA256", secret, "broadcast-cable")
body = { stream: stream, data: message.to_json }.to_json
response = Net::HTTP.post(URI("#{url}/_broadcast"), body,
  "Authorization" => "Bearer #{key}", "Content-Type" => "application/json")
abort "#{response.code} #{response.body}" unless response.code == "201"
puts response.code
