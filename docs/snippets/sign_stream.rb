# Sign a stream's name: ruby sign_stream.rb name [seconds [user]]
require "json"
require "openssl"

def sign(secret, value)
  payload = [value.to_json].pack("m0")
  "#{payload}--#{OpenSSL::HMAC.hexdigest("SHA256", secret, payload)}"
end

def sign_for(secret, name, seconds, user = nil)
  sign(secret, { realtime_stream: name, exp: Time.now.to_i + seconds, user: user }.compact)
end

secret = ENV.fetch("REALTIME_SECRET")
name, seconds, user = ARGV
puts seconds ? sign_for(secret, name, seconds.to_i, user) : sign(secret, name)
