# Make a token: ruby make_token.rb [user] [seconds]
require "json"
require "openssl"

def base64url(data)
  [data].pack("m0").tr("+/", "-_").delete("=")
end

def make_token(secret, user_id, seconds)
  header = { alg: "HS256", typ: "JWT" }
  payload = { ext: { user_id: user_id }.to_json, exp: Time.now.to_i + seconds }
  signed = "#{base64url(header.to_json)}.#{base64url(payload.to_json)}"
  "#{signed}.#{base64url(OpenSSL::HMAC.digest("SHA256", secret, signed))}"
end

puts make_token(ENV.fetch("REALTIME_SECRET"), ARGV[0] || "42", (ARGV[1] || 300).to_i)
