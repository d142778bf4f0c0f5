<?php
// Make a token: php make_token.php [user] [seconds]

function base64url(string $data): string
{
    return rtrim(strtr(base64_encode($data), '+/', '-_'), '=');
}

function make_token(string $secret, $userId, int $seconds): string
{
    $header = ['alg' => 'HS256', 'typ' => 'JWT'];
    $payload = ['ext' => json_encode(['user_id' => $userId]), 'exp' => time() + $seconds];
    $signed = base64url(json_encode($header)) . '.' . base64url(json_encode($payload));
    return $signed . '.' . base64url(hash_hmac('sha256', $signed, $secret, true));
}

echo make_token(getenv('REALTIME_SECRET'), $argv[1] ?? '42', (int) ($argv[2] ?? 300)), "\n";
