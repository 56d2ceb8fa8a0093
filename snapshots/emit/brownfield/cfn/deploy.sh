#!/usr/bin/env bash
# Deploys the stacks of rollout with the AWS CLI, wave by wave. Written by mrc 0.1.0.
# Safe to run again: what is deployed already is left alone, what failed is taken up where it stopped.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
  cat <<'END'
usage: deploy.sh [--dry-run] [--destroy] [--s3-bucket BUCKET] [--parameter NAME=VALUE]...

  --dry-run               say what would be done, and do nothing
  --destroy               delete the stacks, last wave first; data with a Retain policy stays
  --s3-bucket BUCKET      for templates over 51,200 bytes; {region} in the name becomes the region
  --parameter NAME=VALUE  a value for a template parameter that has none

Parameters that have to be given:
  BackboneId: Value of param("BackboneId") in the topology.
  BackboneRouteTable: Value of param("BackboneRouteTable") in the topology.
  LegacyRouteTable: Value of param("LegacyRouteTable") in the topology.
  LegacyVpcId: Value of param("LegacyVpcId") in the topology.
END
}

# Stacks by wave: NAME REGION ACCOUNT ROLE TEMPLATE BYTES CAPABILITIES PHASE PARAMETER...
# A parameter is NAME=? (to be given) or NAME=@STACK,REGION,ACCOUNT,ROLE,OUTPUT (of another stack).

wave_0() {
  "$1" rollout-core eu-west-1 '' '' eu-west-1/core.yaml 1168 '' only
  "$1" rollout-foundation eu-west-1 '' '' eu-west-1/foundation.yaml 1492 '' only
  "$1" rollout-foundation us-east-1 '' '' us-east-1/foundation.yaml 1492 '' only
}
steps_0() {
  :
}

wave_1() {
  "$1" rollout-peering eu-west-1 '' '' eu-west-1/peering.yaml 11306 CAPABILITY_IAM only \
    'BackboneId=?'
  "$1" rollout-vpc-shop eu-west-1 '' '' eu-west-1/vpc-shop.yaml 7555 CAPABILITY_IAM only
  "$1" rollout-vpc-shop us-east-1 '' '' us-east-1/vpc-shop.yaml 7443 CAPABILITY_IAM only \
    'BackboneId=?' \
    'BackboneRouteTable=?'
}
steps_1() {
  :
}

wave_2() {
  "$1" rollout-routes eu-west-1 '' '' eu-west-1/routes.yaml 1050 '' only
  "$1" rollout-routes-us-east-1 eu-west-1 '' '' eu-west-1/routes-us-east-1.yaml 615 '' only
  "$1" rollout-peering us-east-1 '' '' us-east-1/peering.yaml 11405 CAPABILITY_IAM only \
    'LegacyVpcId=?'
}
steps_2() {
  :
}

wave_3() {
  "$1" rollout-routes us-east-1 '' '' us-east-1/routes.yaml 2012 '' only \
    'BackboneRouteTable=?' \
    'LegacyRouteTable=?'
}
steps_3() {
  :
}

waves=(0 1 2 3)

dry_run='' destroy='' bucket='' given=()
while (($#)); do
  case $1 in
    --dry-run) dry_run=yes ;;
    --destroy) destroy=yes ;;
    --s3-bucket) bucket=${2:?--s3-bucket needs a name}; shift ;;
    --parameter) given+=("${2:?--parameter needs NAME=VALUE}"); shift ;;
    -h | --help) usage; exit 0 ;;
    *) echo "unknown argument: $1" >&2; usage >&2; exit 2 ;;
  esac
  shift
done

fail() {
  echo "error: $*" >&2
  exit 1
}

# Works as a role from here on, or checks that the credentials are those of the account.
become() {
  local account=$1 role=$2 keys found
  if [[ -n $role ]]; then
    keys=$(aws sts assume-role --role-arn "$role" --role-session-name mrc-deploy --output text \
      --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]')
    read -r AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN <<<"$keys"
    export AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN
    unset AWS_PROFILE
  elif [[ -n $account ]]; then
    found=$(aws sts get-caller-identity --query Account --output text)
    [[ $found == "$account" ]] || fail "these credentials are for $found, not for $account"
  fi
}

# The status of a stack; nothing where there is none.
status() {
  local answer
  if answer=$(aws cloudformation describe-stacks --stack-name "$1" --region "$2" \
    --query 'Stacks[0].StackStatus' --output text 2>&1); then
    echo "$answer"
  elif [[ $answer != *"does not exist"* ]]; then
    fail "$answer"
  fi
}

# The value of STACK,REGION,ACCOUNT,ROLE,OUTPUT.
output_of() (
  IFS=, read -r stack region account role output <<<"$1"
  become "$account" "$role"
  value=$(aws cloudformation describe-stacks --stack-name "$stack" --region "$region" \
    --query "Stacks[0].Outputs[?OutputKey=='$output'].OutputValue" --output text)
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

delete_and_wait() {
  aws cloudformation delete-stack --stack-name "$1" --region "$2"
  aws cloudformation wait stack-delete-complete --stack-name "$1" --region "$2"
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
  before=$(status "$name" "$region")
  # The first of two phases is for creation: on a stack that stands it would undo the second.
  case $phase-$before in
    first-CREATE_COMPLETE | first-UPDATE_COMPLETE | first-UPDATE_ROLLBACK_COMPLETE) exit 0 ;;
  esac
  options=()
  case $before in
    # A first deployment that stopped half-way is kept, so that the next run goes on from there.
    '' | REVIEW_IN_PROGRESS | CREATE_FAILED | UPDATE_FAILED) options+=(--disable-rollback) ;;
    ROLLBACK_COMPLETE | ROLLBACK_FAILED) delete_and_wait "$name" "$region" ;;
    UPDATE_ROLLBACK_FAILED)
      aws cloudformation continue-update-rollback --stack-name "$name" --region "$region"
      aws cloudformation wait stack-rollback-complete --stack-name "$name" --region "$region"
      ;;
  esac
  if ((bytes > 51200)); then
    [[ -n $bucket ]] || fail "$template has $bytes bytes: add --s3-bucket BUCKET"
    options+=(--s3-bucket "${bucket//\{region\}/$region}" --s3-prefix rollout)
  fi
  [[ -z $capabilities ]] || options+=(--capabilities "$capabilities")
  ((${#overrides[@]} == 0)) || options+=(--parameter-overrides "${overrides[@]}")
  aws cloudformation deploy --stack-name "$name" --region "$region" --template-file "$template" \
    --no-fail-on-empty-changeset ${options[@]+"${options[@]}"}
)

delete_stack() (
  name=$1 region=$2
  become "$3" "$4"
  before=$(status "$name" "$region")
  [[ -z $before ]] || delete_and_wait "$name" "$region"
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
)

# The requester's side of a peering of VPCs: names resolve over it as on the other side.
set_requester() (
  action=$1 wire=$5 dns=$6
  [[ $action == accept-vpc-peering && -n $dns ]] || exit 0
  id=$(output_of "$wire")
  IFS=, read -r _ region account role _ <<<"$wire"
  become "$account" "$role"
  aws ec2 modify-vpc-peering-connection-options --region "$region" \
    --vpc-peering-connection-id "$id" \
    --requester-peering-connection-options "AllowDnsResolutionFromRemoteVpc=$dns" >/dev/null
)

# What a wave does with each of its stacks and steps, all at once.
jobs_running=() logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT

start() {
  local title=$1 log="$logs/${#jobs_running[@]}"
  shift
  echo "wave $wave: $title"
  [[ -z $dry_run ]] || return 0
  "$@" >"$log" 2>&1 &
  jobs_running+=("$! $log $title")
}

finish() {
  local each pid log title failed=''
  for each in ${jobs_running[@]+"${jobs_running[@]}"}; do
    read -r pid log title <<<"$each"
    if ! wait "$pid"; then
      failed=yes
      echo "FAILED: $title" >&2
      sed 's/^/    /' "$log" >&2
    fi
  done
  jobs_running=()
  [[ -z $failed ]] || fail "wave $wave did not succeed; correct it and run this again"
}

deploying() { start "deploy $1 in $2 ($5)" deploy_stack "$@"; }
accepting() { start "$1 in $2" accept_both "$@"; }
# Not with &&: what goes wrong inside would be passed over.
accept_both() {
  accept "$@"
  set_requester "$@"
}

# A stack that is deployed twice is deleted once, with its first wave.
deleting() {
  if [[ $8 != second ]]; then
    start "delete $1 in $2" delete_stack "$@"
  fi
}

if [[ -n $destroy ]]; then
  for ((ix = ${#waves[@]} - 1; ix >= 0; ix--)); do
    wave=${waves[ix]}
    "wave_$wave" deleting
    finish
  done
else
  for wave in "${waves[@]}"; do
    "wave_$wave" deploying
    finish
    "steps_$wave" accepting
    finish
  done
fi
[[ -n $dry_run ]] || echo done
