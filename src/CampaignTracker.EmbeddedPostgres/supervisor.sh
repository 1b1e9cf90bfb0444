# Runs one private PostgreSQL for as long as any process holds the pipe open for writing; stops it when the last
# one has gone, however it went: the kernel closes a dead process's end, and that is what `read` notices.
#
#   sh supervisor.sh PROGRAMS PIPE INITDB_OPTIONS SERVER_OPTIONS
#
# Works in its current folder. Standard input: the password of a new cluster, then one more line once the process
# that started this script holds the pipe. Every holder says "TOKEN PORT" into the pipe and waits for the file
# `answer` to say "TOKEN running" or "TOKEN failed"; PORT counts only when the server has to be started.
programs=$1 pipe=$2 initdb_options=$3 server_options=$4

# Ctrl-C, Ctrl-Z and a closing terminal are meant for the application. (The server has a session of its own: pg_ctl.)
trap '' HUP INT QUIT TERM TSTP
exec >startup.log 2>&1

# Both ways first, so that opening for reading does not wait for a holder that may have died meanwhile.
exec 4<>"$pipe"
exec 3<"$pipe"
IFS= read -r password && read -r _ || exit 0
exec 4>&- </dev/null

# Into a folder aside, then renamed: what is called `cluster` is complete.
make_cluster() {
  [ -f cluster/PG_VERSION ] && return 0
  if [ -e cluster ]; then echo "FATAL: the folder cluster is there and holds no PostgreSQL data"; return 1; fi
  rm -rf cluster.new
  # shellcheck disable=SC2086  # the options are words
  printf '%s\n' "$password" | "$programs/initdb" -D cluster.new --pwfile=/dev/stdin $initdb_options 3<&- || return 1
  mv cluster.new cluster
}

run_server() {
  "$programs/pg_ctl" status -D cluster && return 0
  # A server that runs for long overwrites last week's file itself; one that is started daily does not get that far.
  [ -d cluster/log ] && find cluster/log -type f -mtime +5 -exec rm -f {} +
  "$programs/pg_ctl" start -D cluster -w -t 300 -o "-p $1 $server_options" 3<&-
}

while read -r token port <&3; do
  if make_cluster && run_server "$port"; then verdict=running; else verdict=failed; fi
  echo "$token $verdict" >answer.new && mv -f answer.new answer
done

# The reading end stays open until the server has stopped: who opens the pipe meanwhile waits and then starts anew.
if [ -f cluster/postmaster.pid ]; then
  "$programs/pg_ctl" stop -D cluster -m fast -w -t 60 3<&- || "$programs/pg_ctl" stop -D cluster -m immediate -w 3<&-
fi
