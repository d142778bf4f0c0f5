<?php
// Sign a stream's name: php sign_stream.php name [seconds [user]]

function sign(string $secret, $value): string
{
    $payload = base64_encode(json_encode($value));
    return $payload . '--' . hash_hmac('sha256', $payload, $secret);
}

function sign_for(string $secret, string $name, int $seconds, ?string $user = null): string
{
    $bound = ['realtime_stream' => $name, 'exp' => time() + $seconds];
    return sign($secret, $user === null ? $bound : $bound + ['user' => $user]);
}

$secret = getenv('REALTIME_SECRET');
$limits = array_slice($argv, 2);
echo $limits ? sign_for($secret, $argv[1], (int) $limits[0], $limits[1] ?? null) : sign($secret, $argv[1]), "\n";
