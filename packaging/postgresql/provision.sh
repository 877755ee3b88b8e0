#!/usr/bin/env bash
# SPDX-FileCopyrightText: Kessai Desk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Sets up a PostgreSQL server of Debian 12 for an office: settings, who may connect, certificate, timers. As root, on the server; run again it
# changes nothing that is as it should be, and it makes no office (kessai-admin create does) and touches no data.
#
#   provision.sh --host NAME --network CIDR [--network CIDR ...] (--make-ca | --cert FILE --key FILE)
#
#   --host NAME       how the office's computers call the server; the certificate must name it
#   --network CIDR    where they are, e.g. 10.0.0.0/8; again for more networks
#   --make-ca         makes an authority of the office's own in /etc/kessai, and the certificate with it
#   --cert, --key     the certificate an authority of the office gave the server, and its key
#   --realm REALM     also takes Kerberos tickets of this realm
#   --ldap URL        passwords are those of the directory at this URL (ldaps://...?uid?sub) instead of the server's own
#   --database NAME   the office's database (kessai)
#   --cluster NAME    the cluster of pg_lsclusters (main)
#   --memory GB       for how much memory to set it up (what the machine has)
#   --no-timers       no backups, verification, anchors and monitoring by systemd
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
stop() { echo "provision.sh: $*" >&2; exit 1; }

version=15 host='' networks=() ca='' cert='' key='' realm='' ldap='' database=kessai cluster=main memory='' timers=1
while [[ $# -gt 0 ]]; do
    case $1 in
        --make-ca) ca=1; shift; continue ;;
        --no-timers) timers=''; shift; continue ;;
    esac
    [[ $# -ge 2 ]] || stop "$1 needs a value, or is unknown; the head of this file says what there is"
    case $1 in
        --host) host=$2 ;;
        --network) networks+=("$2") ;;
        --cert) cert=$2 ;;
        --key) key=$2 ;;
        --realm) realm=$2 ;;
        --ldap) ldap=$2 ;;
        --database) database=$2 ;;
        --cluster) cluster=$2 ;;
        --memory) memory=$2 ;;
        *) stop "$1 is unknown; the head of this file says what there is" ;;
    esac
    shift 2
done
[[ $(id -u) -eq 0 ]] || stop "only root may set up the server"
[[ $host =~ ^[A-Za-z0-9.-]+$ ]] || stop "--host NAME is missing"
[[ ${#networks[@]} -gt 0 ]] || stop "--network CIDR is missing"
for network in "${networks[@]}"; do
    [[ $network =~ ^[0-9a-fA-F.:]+/[0-9]+$ ]] || stop "$network is no network"
done
[[ $database =~ ^[a-z][a-z0-9_]{0,39}$ ]] || stop "--database is small letters, digits and _"
[[ -z $realm || $realm =~ ^[A-Za-z0-9.-]+$ ]] || stop "--realm $realm is no realm"
[[ -z $ldap || $ldap =~ ^ldaps://[^\"[:space:]]+$ ]] || stop "--ldap is ldaps://...: over ldap:// everybody on the way reads the passwords"
if [[ -n $ca ]]; then
    [[ -z $cert$key ]] || stop "either --make-ca or --cert and --key"
else
    [[ -s $cert && -s $key ]] || stop "--cert FILE and --key FILE, or --make-ca"
fi

# The server itself.
if [[ ! -x /usr/lib/postgresql/$version/bin/postgres ]]; then
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q "postgresql-$version"
fi
pg_lsclusters -h | awk '{ print $1 "/" $2 }' | grep -qxF "$version/$cluster" || pg_createcluster --locale C.UTF-8 "$version" "$cluster"
etc=/etc/postgresql/$version/$cluster
# What pg_lsclusters says of the cluster: 3 the port, 4 whether it runs, 6 where its data is.
said() { pg_lsclusters -h | awk -v c="$cluster" -v v="$version" -v n="$1" '$1 == v && $2 == c { print $n }'; }
port=$(said 3)
if [[ $(said 4) == online* ]]; then
    others=$(runuser -u postgres -- psql -p "$port" -Atqc "SELECT datname FROM pg_database WHERE NOT datistemplate AND datname NOT IN ('postgres', '$database')")
    [[ -z $others ]] || stop "the cluster has other databases (${others//$'\n'/, }), which nobody could reach afterwards; name one of the office's own with --cluster"
fi

# The certificate: clients ask for verify-full, so that it has to name the server. Issued anew two months before it ends, by the same authority.
changed=''
install -d -m 755 /etc/kessai
if [[ -n $ca ]]; then
    if ! openssl x509 -in /etc/kessai/server.crt -noout -checkhost "$host" 2>/dev/null | grep -q 'does match' \
        || ! openssl x509 -in /etc/kessai/server.crt -noout -checkend $((60 * 86400)) >/dev/null; then
        if [[ ! -s /etc/kessai/ca.key ]]; then
            [[ ! -e /etc/kessai/ca.crt ]] \
                || stop "bring /etc/kessai/ca.key back for a new certificate: by another authority no computer of the office would know the server"
            (umask 077 && openssl req -x509 -newkey rsa:3072 -nodes -days 3650 -subj "/CN=$host authority" \
                -keyout /etc/kessai/ca.key -out /etc/kessai/ca.crt 2>/dev/null)
        fi
        work=$(mktemp -d)
        trap 'rm -rf "$work"' EXIT
        (umask 077 && openssl req -newkey rsa:3072 -nodes -subj "/CN=$host" -keyout "$work/key" -out "$work/asked" 2>/dev/null)
        printf 'subjectAltName=DNS:%s\nextendedKeyUsage=serverAuth\n' "$host" >"$work/says"
        openssl x509 -req -in "$work/asked" -CA /etc/kessai/ca.crt -CAkey /etc/kessai/ca.key -CAcreateserial -days 825 \
            -extfile "$work/says" -out "$work/crt" 2>/dev/null
        cert=$work/crt key=$work/key
    fi
    chmod 644 /etc/kessai/ca.crt
fi
if [[ -n $cert ]]; then
    openssl x509 -in "$cert" -noout -checkhost "$host" | grep -q 'does match' || stop "the certificate does not name $host"
    [[ $(openssl x509 -in "$cert" -noout -pubkey) == "$(openssl pkey -in "$key" -pubout)" ]] || stop "the key is not that of the certificate"
    if ! cmp -s "$cert" /etc/kessai/server.crt; then
        install -m 644 "$cert" /etc/kessai/server.crt
        install -m 600 -o postgres -g postgres "$key" /etc/kessai/server.key
        changed=1
    fi
fi

# Settings, for the memory there is.
[[ -n $memory ]] || memory=$(awk '/^MemTotal/ { print int($2 / 1048576 + 0.5) }' /proc/meminfo)
[[ $memory -ge 1 ]] || stop "--memory is a number of GB"
put() { # TARGET, from the standard input
    local new
    new=$(mktemp)
    cat >"$new"
    if cmp -s "$new" "$1"; then
        rm "$new"
        return
    fi
    [[ ! -e $1 ]] || cp -p "$1" "$1.before-kessai$([[ ! -e $1.before-kessai ]] || date +-%Y%m%d-%H%M%S)"
    install -m 640 -o postgres -g postgres "$new" "$1"
    rm "$new"
    changed=1
}
install -d -o postgres -g postgres "$etc/conf.d"
sed -e "s/^shared_buffers = 4GB/shared_buffers = $((memory * 256))MB/" \
    -e "s/^effective_cache_size = 10GB/effective_cache_size = $((memory * 640))MB/" "$here/kessai.conf" | put "$etc/conf.d/kessai.conf"

# Who may connect: the server's administrator on the server, staff of the office from its networks with TLS, nobody else.
{
    echo "# Made by provision.sh."
    echo "local        all         postgres                 peer"
    for network in "${networks[@]}"; do
        [[ -z $realm ]] || echo "hostgssenc   $database   +${database}_staff   $network   gss include_realm=0 krb_realm=$realm"
        if [[ -n $ldap ]]; then
            echo "hostssl      $database   +${database}_staff   $network   ldap ldapurl=\"$ldap\""
        else
            echo "hostssl      $database   +${database}_staff   $network   scram-sha-256"
        fi
    done
    echo "host         all         all   all   reject"
} | put "$etc/pg_hba.conf"
if [[ $(said 4) != online* ]]; then
    pg_ctlcluster "$version" "$cluster" start
elif [[ -n $changed ]]; then
    echo "The server starts anew, with what changed."
    pg_ctlcluster "$version" "$cluster" restart
fi

# What runs by itself: anchors, backups, verification, the end of private notes, and a look at how it is doing.
place=$([[ $port == 5432 ]] || echo ":$port")
install -d -m 700 -o postgres -g postgres /var/lib/kessai/anchors /var/lib/kessai/backups
if [[ -n $timers ]]; then
    for unit in "$here"/kessai-*.service "$here"/kessai-*.timer; do
        sed -e "s#postgresql:///kessai#postgresql://$place/$database#" -e "s#/var/lib/postgresql#$(said 6)#" "$unit" >"/etc/systemd/system/${unit##*/}"
    done
    if [[ -d /run/systemd/system ]]; then
        systemctl daemon-reload
        systemctl enable --now kessai-anchor.timer kessai-backup.timer kessai-verify.timer kessai-health.timer \
            kessai-end-ink.timer
    fi
fi

echo "The server is set up. Next:"
echo "  runuser -u postgres -- kessai-admin create 'postgresql://$place/$database'"
echo "Staff sign in to: postgresql://$host$place/$database"
[[ -z $ca ]] || echo "Put /etc/kessai/ca.crt on every computer of the office; keep /etc/kessai/ca.key away from the server."
