/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.token;

import io.ohmnibus.auth.allowance.HoursDocument;
import io.ohmnibus.auth.token.Token.Group;
import io.ohmnibus.auth.token.Token.Validity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A token in the REST API.
 *
 * @param idToken compared without regard to case; one of type Central may be left out, and is made
 * @param type such as ISO14443; the appendices of OCPP list the usual ones
 * @param status Accepted when absent; otherwise why the token may not charge
 * @param concurrentTransactions whether the token may run several transactions at a time
 * @param allowedAt EVSE ids by station id where the token may charge; an empty list stands for
 *     every EVSE of the station, an absent map for every station
 * @param allowedHours the hours of the week in which the token may charge; always when absent.
 *     Tokens that have some are in no local list
 * @param singleUse of type Central only: the token goes with the first transaction that it runs
 */
record TokenDocument(
        @Nullable String idToken,
        @Nullable String type,
        @Nullable String status,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable GroupIdToken groupIdToken,
        @Nullable String language1,
        @Nullable String language2,
        @Nullable Integer chargingPriority,
        @Nullable Boolean concurrentTransactions,
        @Nullable Map<String, List<Integer>> allowedAt,
        @Nullable Boolean singleUse,
        @Nullable HoursDocument allowedHours) {

    static final String CENTRAL = "Central";

    /**
     * Tokens with the same group may stop each other's transactions; the type is always Central.
     */
    record GroupIdToken(@Nullable String idToken, @Nullable String type) {}

    static TokenDocument of(Token token) {
        Validity validity = token.validity();
        Group group = token.group();
        return new TokenDocument(
                token.idToken(),
                token.type(),
                token.status().wireName(),
                validity.from(),
                validity.until(),
                group == null ? null : new GroupIdToken(group.idToken(), group.type()),
                token.language1(),
                token.language2(),
                token.chargingPriority(),
                token.concurrentTransactions(),
                token.allowedAt(),
                validity.once() ? true : null,
                HoursDocument.of(validity.hours()));
    }

    /** The same, with the identity from the path where the body leaves it out. */
    TokenDocument identifiedBy(String pathType, String pathIdToken) {
        return new TokenDocument(
                idToken == null ? pathIdToken : idToken,
                type == null ? pathType : type,
                status,
                validFrom,
                validUntil,
                groupIdToken,
                language1,
                language2,
                chargingPriority,
                concurrentTransactions,
                allowedAt,
                singleUse,
                allowedHours);
    }

    /** The same; a virtual token without an id gets one that nobody has (C05). */
    TokenDocument named(Supplier<String> id) {
        return idToken == null && CENTRAL.equals(type) ? identifiedBy(CENTRAL, id.get()) : this;
    }
}
