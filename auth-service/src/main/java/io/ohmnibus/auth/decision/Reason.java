/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.decision;

/** Why a token was accepted or refused. */
public enum Reason {
    /** It is known, and nothing speaks against it. */
    Known,
    /** Nothing was presented, and nothing is needed (C02). */
    NoTokenNeeded,
    /** Nobody knows it. */
    Unknown,
    /** It was entered with the status that it got. */
    Status,
    /** Its group, or one above that, may not charge. */
    Group,
    /** Its time is over. */
    Expired,
    /** Its time has not come. */
    NotYet,
    /** It is not for this hour of the week. */
    NotAtThisTime,
    /** It is for other stations or EVSEs. */
    NotAtThisLocation,
    /** Another transaction has it. */
    ConcurrentTransaction,
    /** The transaction was authorized with another token, of another group. */
    OtherToken,
    /** It stops transactions and starts none (C16). */
    MasterPass,
    /** The external authorizer said so. */
    External,
    /** The external authorizer did not answer, and the policy refuses then. */
    ExternalFailed,
    /** The station has presented too many wrong tokens (A35). */
    TooManyWrong,
    /** Contract certificates cannot be verified yet. */
    Certificate
}
