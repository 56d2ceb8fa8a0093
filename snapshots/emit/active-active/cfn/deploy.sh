#!/usr/bin/env bash
# Deploys the stacks of checkout with the AWS CLI, wave by wave. Written by mrc 0.1.0.
# Safe to run again: what is deployed already is left alone, what failed is taken up where it stopped.
set -euo pipefail
started_in=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
  cat <<'END'
usage: deploy.sh [--dry-run] [--prune] [--yes] [--s3-bucket BUCKET] [--parameter NAME=VALUE]...
       deploy.sh --rollback FOLDER [--yes] [--s3-bucket BUCKET] [--parameter NAME=VALUE]...
       deploy.sh --destroy [--yes]
       deploy.sh --list

  --dry-run               say what would be done, and do nothing
  --prune                 delete the stacks that the topology has no longer, too
  --rollback FOLDER       go back to the previous build, whose folder this is: the last wave first
  --destroy               delete all stacks, the last wave first
  --yes                   delete without asking
  --list                  the stacks, one a line: WAVE|NAME|REGION|ACCOUNT|ROLE|TEMPLATE|…
  --s3-bucket BUCKET      for templates over 51,200 bytes; {region} in the name becomes the region
  --parameter NAME=VALUE  a value for a template parameter that has none

Data with a Retain policy stays, whatever is deleted, and is listed.
END
}

# Stacks by wave: NAME REGION ACCOUNT ROLE TEMPLATE BYTES CAPABILITIES PHASE PARAMETER...
# A parameter is NAME=? (to be given) or NAME=@STACK,REGION,ACCOUNT,ROLE,OUTPUT (of another stack).

wave_0() {
  "$1" checkout-core us-east-1 '' '' us-east-1/core.yaml 2421 '' only
  "$1" checkout-foundation us-east-1 '' '' us-east-1/foundation.yaml 2153 '' only
  "$1" checkout-key-data us-east-1 '' '' us-east-1/key-data.yaml 1767 '' only
  "$1" checkout-table-ledger us-east-1 '' '' us-east-1/table-ledger.yaml 2865 '' only
  "$1" checkout-core us-west-2 '' '' us-west-2/core.yaml 2421 '' only
  "$1" checkout-foundation us-west-2 '' '' us-west-2/foundation.yaml 2153 '' only
}
steps_0() {
  :
}

wave_1() {
  "$1" checkout-peering-core-us-west-2 us-east-1 '' '' us-east-1/peering-core-us-west-2.yaml 12202 CAPABILITY_IAM only
  "$1" checkout-vpc-app us-east-1 '' '' us-east-1/vpc-app.yaml 25299 CAPABILITY_IAM only
  "$1" checkout-key-data us-west-2 '' '' us-west-2/key-data.yaml 1958 '' only
  "$1" checkout-vpc-app us-west-2 '' '' us-west-2/vpc-app.yaml 25303 CAPABILITY_IAM only
}
steps_1() {
  :
}

wave_2() {
  "$1" checkout-bucket-receipts us-east-1 '' '' us-east-1/bucket-receipts.yaml 5527 CAPABILITY_IAM first
  "$1" checkout-routes us-east-1 '' '' us-east-1/routes.yaml 1437 '' only
  "$1" checkout-table-carts us-east-1 '' '' us-east-1/table-carts.yaml 3604 '' only
  "$1" checkout-bucket-receipts us-west-2 '' '' us-west-2/bucket-receipts.yaml 5525 CAPABILITY_IAM first
  "$1" checkout-routes us-west-2 '' '' us-west-2/routes.yaml 1486 '' only
}
steps_2() {
  :
}

wave_3() {
  "$1" checkout-bucket-receipts us-east-1 '' '' us-east-1/bucket-receipts-replication.yaml 6575 CAPABILITY_IAM second
  "$1" checkout-bucket-receipts us-west-2 '' '' us-west-2/bucket-receipts-replication.yaml 6575 CAPABILITY_IAM second
}
steps_3() {
  :
}

waves=(0 1 2 3)

# Stacks that the topology has no longer, by the wave they had, the last one first.

retired_waves=()

dry_run='' destroy='' prune='' yes='' list='' previous='' bucket='' given=() passed=()
while (($#)); do
  case $1 in
    --dry-run) dry_run=yes ;;
    --destroy) destroy=yes ;;
    --prune) prune=yes ;;
    --yes) yes=yes ;;
    --list) list=yes ;;
    --rollback) previous=${2:?--rollback needs the folder of the previous build}; shift ;;
    --s3-bucket) bucket=${2:?--s3-bucket needs a name}; passed+=("$1" "$2"); shift ;;
    --parameter) given+=("${2:?--parameter needs NAME=VALUE}"); passed+=("$1" "$2"); shift ;;
    -h | --help) usage; exit 0 ;;
    *) echo "unknown argument: $1" >&2; usage >&2; exit 2 ;;
  esac
  shift
done

fail() {
  echo "error: $*" >&2
  exit 1
}

# Words of a list that may be empty, joined and taken apart again.
joined() { local IFS='|'; echo "$*"; }

# Works as a role from here on, or checks that the credentials are those of the account.
become() {
  local account=$1 role=$2 keys found
  if [[ -n $role ]]; then
    keys=$(aws sts assume-role --role-arn "$role" --role-session-name mrc-deploy --output text \
      --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]') || exit 1
    read -r AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN <<<"$keys"
    export AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN
    unset AWS_PROFILE
  elif [[ -n $account ]]; then
    found=$(aws sts get-caller-identity --query Account --output text) || exit 1
    [[ $found == "$account" ]] || fail "these credentials are for $found, not for $account"
  fi
}

# STATUS PROTECTED ID of a stack; nothing where there is none.
look() {
  local answer
  if answer=$(aws cloudformation describe-stacks --stack-name "$1" --region "$2" \
    --query 'Stacks[0].[StackStatus,EnableTerminationProtection,StackId]' --output text 2>&1); then
    echo "$answer"
  elif [[ $answer != *"does not exist"* ]]; then
    fail "$answer"
  fi
}

# The same, once nothing is being done to it any more.
settled() {
  local found said=''
  while :; do
    found=$(look "$1" "$2") || exit 1
    case $found in
      REVIEW_IN_PROGRESS*) break ;;
      *_IN_PROGRESS*) ;;
      *) break ;;
    esac
    [[ -n $said ]] || echo "$1 in $2 is ${found%%[[:space:]]*}: waiting for it" >&2
    said=yes
    sleep 10
  done
  echo "$found"
}

# The value of STACK,REGION,ACCOUNT,ROLE,OUTPUT.
output_of() (
  IFS=, read -r stack region account role output <<<"$1"
  become "$account" "$role"
  value=$(aws cloudformation describe-stacks --stack-name "$stack" --region "$region" \
    --query "Stacks[0].Outputs[?OutputKey=='$output'].OutputValue" --output text) || exit 1
  [[ -n $value && $value != None ]] || fail "$stack in $region has no output $output"
  echo "$value"
)

given_value() {
  local each
  for each in ${given[@]+"${given[@]}"}; do
    if [[ ${each%%=*} == "$1" ]]; then
      echo "${each#*=}"
      return
    fi
  done
  fail "the parameter $1 has no value: add --parameter $1=VALUE"
}

# What AWS found wrong with NAME REGION TEMPLATE since a time, with the line of .mr that is meant.
# The last argument narrows the events down.
findings() {
  local name=$1 region=$2 template=$3 since=$4 which=$5 lines id kind where reason origin
  # Newest first; a CLI that is older than this command knows the failed events only.
  lines=$(aws cloudformation describe-events --stack-name "$name" --region "$region" \
    --filters FailedEvents=true --output text --query "OperationEvents[?Timestamp>='$since'$which].[LogicalResourceId,ResourceType,ValidationPath,ValidationStatusReason||HookStatusReason||ResourceStatusReason]" 2>/dev/null) ||
    lines=$(aws cloudformation describe-stack-events --stack-name "$name" --region "$region" --output text \
      --query "StackEvents[?Timestamp>='$since'&&ResourceStatus!=null&&contains(ResourceStatus,'FAILED')].[LogicalResourceId,ResourceType,'None',ResourceStatusReason]" 2>/dev/null) ||
    return 0
  while IFS=$'\t' read -r id kind where reason; do
    # What was stopped because of another failure says nothing by itself.
    case $reason in '' | None | *'cancelled' | 'The following resource(s) failed'*) continue ;; esac
    if [[ $where != None && -n $where ]]; then
      id=${where#/Resources/}
      id=${id%%/*}
      reason="$where: $reason"
    fi
    origin=''
    [[ ! -r sources.tsv ]] ||
      origin=$(awk -F '\t' -v template="$template" -v id="$id" \
        '$1 == template && $2 == id { print $3 " " $4 ": "; exit }' sources.tsv)
    [[ $kind == None ]] || id="$id ($kind)"
    echo "  $origin$id: $reason"
  done < <(awk '{ line[NR] = $0 } END { for (ix = NR; ix > 0; ix--) print line[ix] }' <<<"$lines")
}

# Deletes NAME REGION, and says what stays. PROTECTED and ID are those of `look`.
delete_and_wait() {
  local name=$1 region=$2 protected=$3 id=$4 since kept kind
  since=$(date -u +%Y-%m-%dT%H:%M:%S)
  [[ $protected != True ]] || aws cloudformation update-termination-protection --stack-name "$name" \
    --region "$region" --no-enable-termination-protection >/dev/null
  aws cloudformation delete-stack --stack-name "$name" --region "$region"
  if ! aws cloudformation wait stack-delete-complete --stack-name "$id" --region "$region"; then
    findings "$id" "$region" '' "$since" ''
    exit 1
  fi
  # A deleted stack is known by its id for a while.
  kept=$(aws cloudformation list-stack-resources --stack-name "$id" --region "$region" --output text \
    --query "StackResourceSummaries[?ResourceStatus=='DELETE_SKIPPED'].[ResourceType,PhysicalResourceId]" 2>/dev/null) || kept=''
  while read -r kind name; do
    [[ -z $kind ]] || echo "retained: $region $kind $name"
  done <<<"$kept"
}

deploy_stack() (
  name=$1 region=$2 account=$3 role=$4 template=$5 bytes=$6 capabilities=$7 phase=$8
  shift 8
  overrides=()
  for each in "$@"; do
    case $each in
      *=\?) value=$(given_value "${each%%=*}") ;;
      *) value=$(output_of "${each#*=@}") ;;
    esac
    overrides+=("${each%%=*}=$value")
  done
  become "$account" "$role"
  found=$(settled "$name" "$region")
  read -r before protected id <<<"$found"
  # The first of two phases is for creation: on a stack that stands it would undo the second.
  case $phase-$before in
    first-CREATE_COMPLETE | first-UPDATE_COMPLETE | first-UPDATE_ROLLBACK_COMPLETE)
      echo 'is there already'
      exit 0
      ;;
  esac
  options=() result=updated
  case $before in
    # A first deployment that stopped half-way is kept, so that the next run goes on from there.
    '' | REVIEW_IN_PROGRESS | CREATE_FAILED | UPDATE_FAILED) options+=(--disable-rollback) ;;
    ROLLBACK_COMPLETE | ROLLBACK_FAILED | DELETE_FAILED)
      delete_and_wait "$name" "$region" "$protected" "$id"
      before='' protected=''
      ;;
    UPDATE_ROLLBACK_FAILED)
      aws cloudformation continue-update-rollback --stack-name "$name" --region "$region"
      aws cloudformation wait stack-rollback-complete --stack-name "$name" --region "$region"
      ;;
  esac
  [[ -n $before && $before != REVIEW_IN_PROGRESS ]] || result=created
  if ((bytes > 51200)); then
    [[ -n $bucket ]] || fail "$template has $bytes bytes: add --s3-bucket BUCKET"
    options+=(--s3-bucket "${bucket//\{region\}/$region}" --s3-prefix checkout)
  fi
  [[ -z $capabilities ]] || options+=(--capabilities "$capabilities")
  ((${#overrides[@]} == 0)) || options+=(--parameter-overrides "${overrides[@]}")
  since=$(date -u +%Y-%m-%dT%H:%M:%S)
  if ! said=$(aws cloudformation deploy --stack-name "$name" --region "$region" --template-file "$template" \
    --no-fail-on-empty-changeset ${options[@]+"${options[@]}"} 2>&1); then
    echo "$said"
    findings "$name" "$region" "$template" "$since" ''
    exit 1
  fi
  case $said in
    *'No changes to deploy'*) result=unchanged ;;
    # What pre-deployment validation warns of does not stop a deployment.
    *) findings "$name" "$region" "$template" "$since" "&&EventType=='VALIDATION_ERROR'" ;;
  esac
  [[ $protected == True ]] || aws cloudformation update-termination-protection --stack-name "$name" \
    --region "$region" --enable-termination-protection >/dev/null
  echo "$result"
)

# A stack as the previous build has it. What is not there is made by the waves of that build.
return_stack() (
  cd "$previous"
  name=$1 region=$2
  found=$(
    become "$3" "$4"
    settled "$name" "$region"
  )
  if [[ -z $found ]]; then
    echo 'is not there'
    exit 0
  fi
  deploy_stack "$@"
)

delete_stack() (
  name=$1 region=$2
  become "${3-}" "${4-}"
  found=$(settled "$name" "$region")
  read -r before protected id <<<"$found"
  if [[ -z $before ]]; then
    echo 'is not there'
    exit 0
  fi
  delete_and_wait "$name" "$region" "$protected" "$id"
  echo deleted
)

# Accepts a peering where it arrived, and waits until it works.
accept() (
  action=$1 region=$2 account=$3 role=$4 wire=$5 dns=$6
  id=$(output_of "$wire")
  become "$account" "$role"
  for ((tries = 0; tries < 90; tries++)); do
    case $action in
      accept-transit-gateway-peering)
        state=$(aws ec2 describe-transit-gateway-peering-attachments --region "$region" \
          --transit-gateway-attachment-ids "$id" --output text \
          --query 'TransitGatewayPeeringAttachments[0].State' 2>/dev/null || echo unknown) ;;
      accept-vpc-peering)
        state=$(aws ec2 describe-vpc-peering-connections --region "$region" \
          --vpc-peering-connection-ids "$id" --output text \
          --query 'VpcPeeringConnections[0].Status.Code' 2>/dev/null || echo unknown) ;;
    esac
    case $state in
      available | active) break ;;
      pendingAcceptance)
        aws ec2 accept-transit-gateway-peering-attachment --region "$region" \
          --transit-gateway-attachment-id "$id" >/dev/null ;;
      pending-acceptance)
        aws ec2 accept-vpc-peering-connection --region "$region" \
          --vpc-peering-connection-id "$id" >/dev/null ;;
      failed | rejected | expired | delet*) fail "$id is $state and cannot be accepted" ;;
    esac
    sleep 10
  done
  [[ $state == available || $state == active ]] || fail "$id is still $state"
  [[ -z $dns ]] || aws ec2 modify-vpc-peering-connection-options --region "$region" \
    --vpc-peering-connection-id "$id" \
    --accepter-peering-connection-options "AllowDnsResolutionFromRemoteVpc=$dns" >/dev/null
  echo "$state"
)

# The requester's side. Inside a region it has an attachment of its own, which becomes available by
# itself. Names resolve over a peering of VPCs as on the other side.
set_requester() (
  action=$1 wire=$5 dns=$6 own=$7
  if [[ -n $own ]]; then
    id=$(output_of "$own")
    IFS=, read -r _ region account role _ <<<"$own"
    become "$account" "$role"
    for ((tries = 0; tries < 90; tries++)); do
      state=$(aws ec2 describe-transit-gateway-peering-attachments --region "$region" \
        --transit-gateway-attachment-ids "$id" --output text \
        --query 'TransitGatewayPeeringAttachments[0].State')
      [[ $state != available ]] || exit 0
      sleep 10
    done
    fail "$id is still $state"
  fi
  [[ $action == accept-vpc-peering && -n $dns ]] || exit 0
  id=$(output_of "$wire")
  IFS=, read -r _ region account role _ <<<"$wire"
  become "$account" "$role"
  aws ec2 modify-vpc-peering-connection-options --region "$region" \
    --vpc-peering-connection-id "$id" \
    --requester-peering-connection-options "AllowDnsResolutionFromRemoteVpc=$dns" >/dev/null
)

# What is done with the stacks and steps of a wave, all at once. `later` is what may be done again.
stage='' running=() works=() later=() kept=() logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT

# TITLE COMMAND...
start() {
  local title=$1 log
  log="$logs/${#running[@]}"
  shift
  echo "$stage: $title"
  [[ -z $dry_run ]] || return 0
  job "$title" "$log" "$@" &
  running+=("$! $log $title")
  works+=("$(joined "$@")")
}

# In the background: says how it ended when it ends. Not with `if`, which would pass over what goes
# wrong inside.
job() {
  job_title=$1 job_log=$2 job_begun=$SECONDS
  shift 2
  trap 'ended $?' EXIT
  "$@" >"$job_log" 2>&1
}

ended() {
  local result
  result=$(tail -n 1 "$job_log")
  (($1 == 0)) || result=FAILED
  echo "$stage: $job_title: $result ($((SECONDS - job_begun)) s)"
}

# Waits for everything. With `later`, what failed is kept for later; else it is an error.
finish() {
  local ix pid log title failed=''
  for ((ix = 0; ix < ${#running[@]}; ix++)); do
    read -r pid log title <<<"${running[ix]}"
    if wait "$pid"; then
      while read -r title; do kept+=("$title"); done < <(sed -n 's/^retained: //p' "$log")
      grep -E '^ |: waiting for it$' "$log" || true
      continue
    fi
    if [[ ${1-} == later ]]; then
      later+=("${works[ix]}")
      echo "not yet: $title"
    else
      failed=yes
      echo "FAILED: $title" >&2
    fi
    sed 's/^/    /' "$log" >&2
  done
  running=() works=()
  [[ -n $failed ]] || return 0
  if [[ -z $prune ]] && ((${#retired_waves[@]})); then
    echo 'Stacks that left the topology may hold what these want to make: --prune deletes them first.' >&2
  fi
  fail "$stage did not succeed; correct it and run this again, or go back with --rollback FOLDER"
}

# What could not be done before.
again() {
  local work words
  for work in ${later[@]+"${later[@]}"}; do
    IFS='|' read -r -a words <<<"$work"
    start "delete ${words[1]} in ${words[2]}" "${words[@]}"
  done
  finish
  later=()
}

listing() { echo "$stage|$(joined "$@")"; }
deploying() { start "deploy $1 in $2 ($5)" deploy_stack "$@"; }
accepting() { start "$1 in $2" accept_both "$@"; }
accept_both() {
  accept "$@"
  set_requester "$@"
}

# A stack that is deployed twice is deleted once, with its first wave.
deleting() {
  if [[ ${8-} != second ]]; then
    start "delete $1 in $2" delete_stack "$1" "$2" "$3" "$4"
  fi
}

# To what the previous build has. A stack in two phases has both in its second.
returning() {
  local line words=() found=()
  for line in ${old[@]+"${old[@]}"}; do
    IFS='|' read -r -a words <<<"$line"
    if [[ ${words[1]} == "$1" && ${words[2]} == "$2" && ${words[3]} == "$3" ]]; then
      found=("${words[@]:1}")
    fi
  done
  if ((${#found[@]} == 0)); then
    deleting "$@"
  elif [[ $8 != first ]]; then
    start "return $1 in $2 (${found[4]})" return_stack "${found[@]}"
  fi
}

# Names what is there although the topology has it no longer.
naming() {
  local found
  found=$(
    become "$3" "$4"
    look "$1" "$2"
  )
  [[ -z $found ]] || echo "left: $1 in $2 is not in the topology any more; --prune deletes it"
}

for_each_retired() {
  local number
  for number in ${retired_waves[@]+"${retired_waves[@]}"}; do
    "retired_$number" "$1"
    finish later
  done
}

for_each_backwards() {
  local ix
  for ((ix = ${#waves[@]} - 1; ix >= 0; ix--)); do
    stage="${2-} ${waves[ix]}"
    "wave_${waves[ix]}" "$1"
    finish ${3+"$3"}
  done
}

confirm() {
  local answer=''
  [[ -z $yes && -z $dry_run ]] || return 0
  printf '%s Type %s to go on: ' "$1" checkout
  read -r answer || true
  [[ $answer == checkout ]] || fail 'nothing was done (--yes goes on without asking)'
}

if [[ -n $list ]]; then
  for stage in "${waves[@]}"; do "wave_$stage" listing; done
  exit 0
fi

if [[ -n $destroy ]]; then
  confirm 'This deletes every stack of checkout.'
  stage='retired'
  for_each_retired deleting
  for_each_backwards deleting 'wave'
  again
elif [[ -n $previous ]]; then
  [[ $previous == /* ]] || previous=$started_in/$previous
  [[ -r $previous/deploy.sh ]] || fail "there is no deploy.sh in $previous"
  old=()
  while IFS='' read -r line; do old+=("$line"); done < <(bash "$previous/deploy.sh" --list)
  ((${#old[@]})) || fail "$previous/deploy.sh lists no stacks; was it written by another mrc?"
  confirm 'This returns every stack to the previous build, and deletes those that it did not have.'
  # The last wave first: it stops using what the waves before it take away. What cannot be returned
  # so, because it needs what they give back, is deployed by the previous build's own waves.
  for_each_backwards returning 'back, wave' later
  new=(${later[@]+"${later[@]}"}) later=()
  if [[ -z $dry_run ]]; then
    bash "$previous/deploy.sh" ${passed[@]+"${passed[@]}"}
  fi
  for line in ${new[@]+"${new[@]}"}; do
    [[ $line != delete_stack* ]] || later+=("$line")
  done
  stage=back
  again
else
  if [[ -n $prune ]] && ((${#retired_waves[@]})); then
    confirm 'This deletes the stacks that checkout has no longer.'
    stage=prune
    for_each_retired deleting
  fi
  for number in "${waves[@]}"; do
    stage="wave $number"
    "wave_$number" deploying
    finish
    "steps_$number" accepting
    finish
  done
  # What the stacks used until now.
  stage=prune
  again
  if [[ -z $prune && -z $dry_run ]]; then
    for number in ${retired_waves[@]+"${retired_waves[@]}"}; do "retired_$number" naming; done
  fi
fi
for line in ${kept[@]+"${kept[@]}"}; do echo "retained: $line"; done
[[ -n $dry_run ]] || echo 'done'
