#!/usr/bin/env bash
# A client of the Django system that this one replaces, as its users wrote them: curl, a token, JSON. Only the host has
# changed. Ends with 1 and says where, when an answer is not what such a client expects.
#
#   BASE      such as http://127.0.0.1:8080
#   USERNAME, PASSWORD   of an admin
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
step=""

fail() {
    echo "FAILED: $step: $*" >&2
    [ ! -s "$dir/head" ] || cat "$dir/head" >&2
    [ ! -s "$dir/body" ] || cat "$dir/body" >&2
    exit 1
}

# call STATUS METHOD PATH [curl's arguments]: what came back is in $dir/body and $dir/head.
call() {
    local expected=$1 method=$2 path=$3
    shift 3
    step="$method $path"
    local status
    status=$(curl -sS --max-time 60 -o "$dir/body" -D "$dir/head" -w '%{http_code}' -X "$method" "$BASE$path" "$@")
    [ "$status" = "$expected" ] || fail "status $status, expected $expected"
}

# field FILTER: a value of the answer. check FILTER VALUE: it is that.
field() { jq -r "$1" "$dir/body"; }
check() { [ "$(field "$1")" = "$2" ] || fail "$1 is $(field "$1"), expected $2"; }
header() { grep -i "^$1:" "$dir/head" | tr -d '\r' | sed 's/^[^:]*: //' | paste -sd' ' -; }
json=(-H 'Content-Type: application/json')

# Login: a token, as before.
call 401 POST /api/v1/auth/login/ "${json[@]}" -d "{\"username\": \"$USERNAME\", \"password\": \"not this\"}"
check .success false
check .error_code INVALID_CREDENTIALS
call 200 POST /api/v1/auth/login/ "${json[@]}" -d "{\"username\": \"$USERNAME\", \"password\": \"$PASSWORD\"}"
check .success true
check .data.user.username "$USERNAME"
access=$(field .data.access)
refresh=$(field .data.refresh)
admin=(-H "Authorization: Bearer $access")

call 401 GET /api/v1/users/
header WWW-Authenticate | grep -q Bearer || fail "no WWW-Authenticate"
check .error_code NOT_AUTHENTICATED
call 200 GET /api/v1/auth/me/ "${admin[@]}"
check .data.user.role admin

# Users.
call 201 POST /api/v1/users/ "${admin[@]}" "${json[@]}" \
    -d '{"username": "shop", "email": "shop@example.org", "password": "correct horse battery", "max_messages_per_day": 100}'
shop=$(field .data.id)
check .data.username shop
check .data.max_messages_per_day 100
check .data.max_messages_per_minute 30
call 409 POST /api/v1/users/ "${admin[@]}" "${json[@]}" -d '{"username": "SHOP"}'
check .error_code ALREADY_EXISTS
call 400 POST /api/v1/users/ "${admin[@]}" "${json[@]}" -d '{"username": "no spaces please"}'
check '.errors.username | length' 1
call 200 GET "/api/v1/users/?page=1&page_size=1" "${admin[@]}"
check .data.count 2
check '.data.results | length' 1
check .data.results[0].username shop
check .data.page 1
check .data.page_size 1
call 200 PATCH "/api/v1/users/$shop/" "${admin[@]}" "${json[@]}" -d '{"max_messages_per_minute": 60}'
check .data.max_messages_per_minute 60
check .data.email shop@example.org
call 200 GET "/api/v1/users/$shop" "${admin[@]}"
check .data.max_messages_per_minute 60
call 200 POST "/api/v1/users/$shop/deactivate/" "${admin[@]}"
check .data.is_active false
call 200 POST "/api/v1/users/$shop/activate/" "${admin[@]}"
check .data.is_active true

# A key for the shop's program.
call 201 POST /api/v1/api-keys/ "${admin[@]}" "${json[@]}" -d "{\"user_id\": $shop, \"name\": \"till\"}"
secret=$(field .data.secret)
key_id=$(field .data.api_key.id)
check .data.api_key.name till
key=(-H "Authorization: ApiKey $secret")
call 200 GET /api/v1/api-keys/ -H "X-API-Key: $secret"
check '.data.results | length' 1
check .data.results[0].secret null
call 400 GET /api/v1/api-keys/ "${key[@]}" -H "X-API-Key: $secret"
call 403 GET /api/v1/users/ "${key[@]}"
check .error_code PERMISSION_DENIED
call 404 GET /api/v1/api-keys/999999/ "${key[@]}"
cp "$dir/body" "$dir/absent"
call 404 GET /api/v1/api-keys/till/ "${key[@]}"
[ "$(jq -c 'del(.request_id)' "$dir/absent")" = "$(jq -c 'del(.request_id)' "$dir/body")" ] || fail "told apart from what is absent"

# Linking a phone.
call 200 POST /api/v1/sessions/init/ "${key[@]}"
session=$(field .data.id)
check .data.name default
for _ in $(seq 600); do
    status=$(curl -sS -o "$dir/body" -D "$dir/head" -w '%{http_code}' "${key[@]}" "$BASE/api/v1/sessions/$session/qr/")
    [ "$status" = 409 ] || break
    call 200 GET /api/v1/sessions/status/ "${key[@]}"
    [ "$(field .data.status)" != connected ] || break
    sleep 0.05
done
if [ "$status" = 200 ]; then
    # The simulator scans for itself, so the code may be gone for the second look.
    check '.data.code | length > 0' true
    header Cache-Control | grep -q no-store || fail "a QR code that may be cached"
fi
for _ in $(seq 600); do
    call 200 GET /api/v1/sessions/status/ "${key[@]}"
    [ "$(field .data.status)" != connected ] || break
    sleep 0.05
done
check .data.status connected

# Sending.
call 201 POST /api/v1/messages/send-text/ "${key[@]}" "${json[@]}" -H 'Idempotency-Key: order-1' -H 'X-Request-Id: order-1' \
    -d '{"recipient": "+49 151 2345678", "message": "Your order is on its way ✓"}'
check .message 'Message queued successfully.'
check .data.recipient +491512345678
message=$(field .data.id)
[ "$(header X-Request-Id)" = order-1 ] || fail "the request's id did not come back"
[ "$(header RateLimit-Limit)" = 60 ] || fail "RateLimit-Limit: $(header RateLimit-Limit)"
[ -n "$(header RateLimit-Remaining)" ] || fail "no RateLimit-Remaining"
call 201 POST /api/v1/messages/send-text/ "${key[@]}" "${json[@]}" -H 'Idempotency-Key: order-1' \
    -d '{"recipient": "+49 151 2345678", "message": "Your order is on its way ✓"}'
check .data.id "$message"
call 422 POST /api/v1/messages/send-text/ "${key[@]}" "${json[@]}" -H 'Idempotency-Key: order-1' \
    -d '{"recipient": "+49 151 2345678", "message": "Something else"}'
check .error_code IDEMPOTENCY_KEY_REUSED
call 400 POST /api/v1/messages/send-text/ "${key[@]}" "${json[@]}" -d '{"recipient": "12", "message": "Hello"}'
check '.errors.recipient | length' 1
call 400 POST /api/v1/messages/send-text/ "${key[@]}" "${json[@]}" -d '{"recipient": '
check .error_code MALFORMED_REQUEST
call 415 POST /api/v1/messages/send-text/ "${key[@]}" -d 'recipient=12'
for _ in $(seq 600); do
    call 200 GET "/api/v1/messages/$message/" "${key[@]}"
    case $(field .data.status) in delivered | read) break ;; esac
    sleep 0.05
done
case $(field .data.status) in delivered | read) ;; *) fail "never delivered" ;; esac
check .data.content 'Your order is on its way ✓'
check '.data.timeline | length > 2' true
call 200 GET "/api/v1/messages/list/?page=1" "${key[@]}"
check .data.count 1
check ".data.results[0].id" "$message"
call 200 GET "/api/v1/messages/?status=failed" "${key[@]}"
check '.data.results | length' 0
call 400 GET "/api/v1/messages/?status=lost" "${key[@]}"
check '.errors.status | length' 1

# Figures.
call 200 GET /api/v1/analytics/usage-stats/ "${key[@]}"
check .data.results[0].messages_sent 1
check .data.results[0].user_id "$shop"
for _ in $(seq 600); do
    call 200 GET "/api/v1/analytics/api-logs/?request_id=order-1" "${key[@]}"
    [ "$(field '.data.results | length')" = 0 ] || break
    sleep 0.05
done
check .data.results[0].endpoint 'POST /api/v1/messages/send-text/'
check .data.results[0].transport http
check .data.results[0].http_status 201
call 200 GET /api/v1/analytics/overview/ "${key[@]}"
check .data.queue_depth 0

# What was there before is there still: verbs and paths.
call 405 DELETE /api/v1/messages/list/ "${key[@]}"
[ "$(header Allow)" = "GET, HEAD, OPTIONS" ] || fail "Allow: $(header Allow)"
call 204 OPTIONS /api/v1/users/
call 404 GET /api/v1/nothing/
call 200 GET /health/live
call 200 GET /health/ready

# The end.
call 200 POST /api/v1/sessions/disconnect/ "${key[@]}"
call 200 DELETE "/api/v1/api-keys/$key_id/" "${admin[@]}"
check .data null
call 401 GET /api/v1/messages/ "${key[@]}"
check .error_code KEY_REVOKED
call 200 POST /api/v1/auth/refresh/ "${json[@]}" -d "{\"refresh\": \"$refresh\"}"
access=$(field .data.access)
refresh=$(field .data.refresh)
call 200 GET /api/v1/auth/me/ -H "Authorization: Bearer $access"
call 200 POST /api/v1/auth/logout/ "${json[@]}" -d "{\"refresh\": \"$refresh\"}"
check .data null
call 401 GET /api/v1/auth/me/ -H "Authorization: Bearer $access"
check .error_code TOKEN_REVOKED
echo done
