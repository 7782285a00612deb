/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.token;

import io.ohmnibus.auth.allowance.WeeklyHours;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is known to us.
 *
 * @param status Accepted, or the reason why it may not charge
 * @param language1 preferred language (RFC 5646)
 * @param language2 next one; only beside language1 and different from it (C01.FR.10, C01.FR.11)
 * @param chargingPriority -9 to 9; null means 0
 * @param concurrentTransactions whether it may run several transactions at a time
 * @param allowedAt EVSEs by station where it may charge, an empty list for all of a station; null
 *     for everywhere
 */
public record Token(
        String idToken,
        String type,
        AuthorizationStatusEnum status,
        Validity validity,
        @Nullable Group group,
        @Nullable String language1,
        @Nullable String language2,
        @Nullable Integer chargingPriority,
        boolean concurrentTransactions,
        @Nullable Map<String, List<Integer>> allowedAt) {

    /**
     * From when until when; null for no bound.
     *
     * @param once for one transaction only: the token goes with it (C03, C05)
     * @param hours of the week; null for all
     */
    public record Validity(
            @Nullable Instant from,
            @Nullable Instant until,
            boolean once,
            @Nullable WeeklyHours hours) {

        public static final Validity ALWAYS = new Validity(null, null);

        public Validity(@Nullable Instant from, @Nullable Instant until) {
            this(from, until, false, null);
        }
    }

    /**
     * Tokens of one group may stop each other's transactions (C, 1.2).
     *
     * @param refused why none of them may charge, whatever is said of the token itself; null where
     *     nothing is in their way
     * @param masterPass they stop transactions and start none (C16)
     */
    public record Group(
            String idToken,
            String type,
            @Nullable AuthorizationStatusEnum refused,
            boolean masterPass) {

        public Group(String idToken, String type) {
            this(idToken, type, null, false);
        }
    }

    public Token {
        allowedAt = allowedAt == null ? null : Map.copyOf(allowedAt);
    }

    /** A token without any restriction. */
    public static Token accepted(String idToken, String type) {
        return new Token(
                idToken,
                type,
                AuthorizationStatusEnum.ACCEPTED,
                Validity.ALWAYS,
                null,
                null,
                null,
                null,
                false,
                null);
    }
}
