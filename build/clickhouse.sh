#!/usr/bin/env bash
# Real ClickHouse servers for the tests of the fleet, on this machine's loopback only: Debian's package, unpacked below artifacts, nothing of the system is changed.
# usage: build/clickhouse.sh install                    unpacks the package, once; exit code 3 and a word where that cannot be
#        build/clickhouse.sh start FOLDER [SERVERS]     starts those that do not run (default 3), and prints the address of each
#        build/clickhouse.sh stop FOLDER                stops them by their process ids, and waits
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
home=${CLICKHOUSE_HOME:-$root/artifacts/clickhouse}
program=$home/root/usr/sbin/clickhouse-server

no() { echo "no ClickHouse: $1" >&2; exit 3; }

# The package and what it needs and this system has not, by lists and caches of our own.
install() {
    [ ! -x "$program" ] || return 0
    for need in apt-get dpkg flock; do command -v $need >/dev/null || no "there is no $need"; done
    mkdir -p "$home/lists/partial" "$home/archives/partial"
    exec 9>"$home/lock"
    flock 9
    [ ! -x "$program" ] || return 0
    local options=(-q -o "Dir::State::lists=$home/lists" -o "Dir::Cache=$home" -o APT::Sandbox::User= -o Acquire::Retries=0 -o Acquire::http::Timeout=10 -o Acquire::https::Timeout=10)
    local names
    apt-get "${options[@]}" update >"$home/log" 2>&1 || no "apt-get update fails"
    names=$(apt-get "${options[@]}" -s --no-install-recommends install clickhouse-server 2>>"$home/log" | awk '/^Inst/ { print $2 }') || no "this system has no package of it"
    [ -n "$names" ] || no "this system has no package of it"
    # shellcheck disable=SC2086
    (cd "$home/archives" && apt-get "${options[@]}" download $names >>"$home/log" 2>&1) || no "the package cannot be downloaded"
    rm -rf "$home/new"
    for package in "$home"/archives/*.deb; do dpkg -x "$package" "$home/new"; done
    mv "$home/new" "$home/root"
}

libraries() { find "$home/root" -name '*.so*' -exec dirname {} + | sort -u | paste -sd:; }

is_free() { ! (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

is_running() { [ -f "$1/pid" ] && kill -0 "$(cat "$1/pid")" 2>/dev/null; }

# Ports of a folder's servers: http, tcp and interserver of the first, of the second…
ports() {
    [ ! -f "$1/ports" ] || { cat "$1/ports"; return; }
    local base port
    while :; do
        base=$((20000 + RANDOM % 400 * 30))
        for ((port = base; port < base + 3 * $2; port++)); do is_free "$port" || continue 2; done
        echo "$base" | tee "$1/ports"
        return
    done
}

shards() {
    for ((i = 0; i < $2; i++)); do
        echo "<shard><internal_replication>true</internal_replication><replica><host>127.0.0.1</host><port>$(($1 + 3 * i + 1))</port></replica></shard>"
    done
}

configure() {
    local folder=$1 base=$2 number=$3 servers=$4 extra=${CLICKHOUSE_CONFIG:-}
    mkdir -p "$folder/data" "$folder/tmp"
    cat >"$folder/config.xml" <<END
<yandex>
    <logger><level>warning</level><log>$folder/log</log><errorlog>$folder/errors</errorlog></logger>
    <http_port>$((base + 3 * number))</http_port>
    <tcp_port>$((base + 3 * number + 1))</tcp_port>
    <interserver_http_port>$((base + 3 * number + 2))</interserver_http_port>
    <interserver_http_host>127.0.0.1</interserver_http_host>
    <listen_host>127.0.0.1</listen_host>
    <path>$folder/data/</path>
    <tmp_path>$folder/tmp/</tmp_path>
    <user_files_path>$folder/tmp/</user_files_path>
    <users_config>$folder/users.xml</users_config>
    <default_profile>default</default_profile>
    <default_database>default</default_database>
    <timezone>UTC</timezone>
    <mark_cache_size>100000000</mark_cache_size>
    <remote_servers><fleet>$(shards "$base" "$servers")</fleet></remote_servers>
    $extra
</yandex>
END
    cat >"$folder/users.xml" <<'END'
<yandex>
    <profiles><default/><readonly><readonly>1</readonly></readonly></profiles>
    <quotas><default/></quotas>
    <users>
        <default><password/><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default>
        <fleet><password>only for tests</password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></fleet>
    </users>
</yandex>
END
}

start() {
    install
    local folder servers=${2:-3} base path
    mkdir -p "$1"
    folder=$(cd "$1" && pwd)
    base=$(ports "$folder" "$servers")
    for ((i = 0; i < servers; i++)); do
        path=$folder/$i
        is_running "$path" && continue
        configure "$path" "$base" "$i" "$servers"
        LD_LIBRARY_PATH=$(libraries) setsid "$program" --config-file="$path/config.xml" >>"$path/out" 2>&1 </dev/null &
        echo $! >"$path/pid"
    done
    for ((i = 0; i < servers; i++)); do
        for ((tries = 0; ; tries++)); do
            is_running "$folder/$i" || no "server $i ends at its start: $(tail -n 3 "$folder/$i/out")"
            is_free $((base + 3 * i)) || break
            [ "$tries" -lt 300 ] || no "server $i does not listen"
            sleep 0.2
        done
        echo "http://127.0.0.1:$((base + 3 * i))"
    done
}

stop() {
    local files=() file tries
    for file in "$1"/*/pid; do [ ! -f "$file" ] || files+=("$file"); done
    for file in ${files[@]+"${files[@]}"}; do kill "$(cat "$file")" 2>/dev/null || true; done
    # One that still has a connection waits for it without an end.
    for ((tries = 0; tries < 40; tries++)); do
        for file in ${files[@]+"${files[@]}"}; do kill -0 "$(cat "$file")" 2>/dev/null && sleep 0.2 && continue 2; done
        break
    done
    for file in ${files[@]+"${files[@]}"}; do
        kill -9 "$(cat "$file")" 2>/dev/null || true
        rm -f "$file"
    done
}

case ${1:-} in
    install) install ;;
    start) start "${@:2}" ;;
    stop) stop "$2" ;;
    *) sed -n "3,5s/^# //p" "$0" >&2; exit 2 ;;
esac
