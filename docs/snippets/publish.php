<?php
// Publish a message: php publish.php [stream] [text]
$secret = getenv('REALTIME_SECRET');
$url = getenv('REALTIME_URL') ?: 'http://localhost:8080';
$stream = $argv[1] ?? 'room/42';
$message = ['text' => $argv[2] ?? 'Hi'];

$key = hash_hmac('sha256', 'broadcast-cable', $secret);
$body = json_encode(['stream' => $stream, 'data' => json_encode($message)]);
$response = file_get_contents($url . '/_broadcast', false, stream_context_create(['http' => [
    'method' => 'POST',
    'header' => "Authorization: Bearer $key\r\nContent-Type: application/json",
    'content' => $body,
    'timeout' => 5,
    'ignore_errors' => true,
]]));
$status = (int) explode(' ', $http_response_header[0] ?? 'none 0')[1];
if ($status !== 201) {
    fwrite(STDERR, "$status $response\n");
    exit(1);
}
echo "$status\n";
