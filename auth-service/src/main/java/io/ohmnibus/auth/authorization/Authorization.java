/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import static io.ohmnibus.ocpp.type.AuthorizationStatusEnum.ACCEPTED;
import static io.ohmnibus.ocpp.type.AuthorizationStatusEnum.EXPIRED;
import static io.ohmnibus.ocpp.type.AuthorizationStatusEnum.INVALID;
import static io.ohmnibus.ocpp.type.AuthorizationStatusEnum.NOT_AT_THIS_LOCATION;
import static io.ohmnibus.ocpp.type.AuthorizationStatusEnum.NOT_AT_THIS_TIME;
import static io.ohmnibus.ocpp.type.AuthorizationStatusEnum.UNKNOWN;

import io.ohmnibus.auth.allowance.WeeklyHours;
import io.ohmnibus.auth.decision.Reason;
import io.ohmnibus.auth.token.Token;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides about a token; what cannot be decided is refused. */
public final class Authorization {

    private static final String NO_AUTHORIZATION = "NoAuthorization";
    private static final String KEY_CODE = "KeyCode";

    private Authorization() {}

    /** Where and when a token was presented; the EVSE as far as it is known. */
    public record Occasion(String stationId, @Nullable Integer evseId, Instant now) {}

    /** Nobody presented anything, so there is nothing to refuse (C02.FR.02). */
    static boolean needsNoToken(IdToken presented) {
        return presented.type().equals(NO_AUTHORIZATION);
    }

    /** What a station is told about a token, and why. */
    public record Verdict(IdTokenInfo info, Reason reason) {

        boolean isAccepted() {
            return info.status() == ACCEPTED;
        }

        Verdict with(AuthorizationStatusEnum status, Reason other) {
            return new Verdict(withStatus(info, status), other);
        }
    }

    /**
     * What the station is told about a token, other transactions left aside.
     *
     * @param known what we know of the token; null for nothing
     */
    public static Verdict decide(IdToken presented, @Nullable Token known, Occasion occasion) {
        if (needsNoToken(presented)) {
            return new Verdict(status(ACCEPTED), Reason.NoTokenNeeded); // C02.FR.02
        }
        if (presented.idToken().isEmpty()) {
            return new Verdict(status(INVALID), Reason.Unknown);
        }
        if (known == null) {
            return new Verdict( // C04.FR.01
                    status(presented.type().equals(KEY_CODE) ? INVALID : UNKNOWN), Reason.Unknown);
        }
        Reason reason = reason(known, occasion);
        return new Verdict(info(known, status(known, reason), occasion.stationId()), reason);
    }

    private static Reason reason(Token token, Occasion occasion) {
        Instant from = token.validity().from();
        Instant until = token.validity().until();
        if (token.status() != ACCEPTED) {
            return Reason.Status;
        }
        Token.Group group = token.group();
        if (group != null && group.refused() != null) {
            return Reason.Group;
        }
        if (until != null && !occasion.now().isBefore(until)) {
            return Reason.Expired;
        }
        if (from != null && occasion.now().isBefore(from)) {
            return Reason.NotYet;
        }
        WeeklyHours hours = token.validity().hours();
        if (hours != null && !hours.contains(occasion.now())) {
            return Reason.NotAtThisTime;
        }
        return mayChargeAt(token, occasion) ? Reason.Known : Reason.NotAtThisLocation;
    }

    private static AuthorizationStatusEnum status(Token token, Reason reason) {
        return switch (reason) {
            case Status -> token.status();
            case Group -> refused(token.group());
            case Expired -> EXPIRED;
            case NotYet, NotAtThisTime -> NOT_AT_THIS_TIME;
            case NotAtThisLocation -> NOT_AT_THIS_LOCATION; // C01.FR.22
            case Known -> ACCEPTED;
            default -> INVALID;
        };
    }

    private static AuthorizationStatusEnum refused(Token.@Nullable Group group) {
        return group == null || group.refused() == null ? INVALID : group.refused();
    }

    private static boolean mayChargeAt(Token token, Occasion occasion) {
        Map<String, List<Integer>> places = token.allowedAt();
        if (places == null) {
            return true;
        }
        List<Integer> evses = places.get(occasion.stationId());
        Integer evse = occasion.evseId();
        return evses != null
                && (evses.isEmpty() || evse == null || evse == 0 || evses.contains(evse));
    }

    private static IdTokenInfo info(Token token, AuthorizationStatusEnum status, String stationId) {
        Token.Group group = token.group();
        return new IdTokenInfo(
                status,
                token.validity().until(),
                token.chargingPriority(),
                group == null // C01.FR.06, C09.FR.09
                        ? null
                        : new IdToken(null, group.idToken(), group.type(), null),
                token.language1(),
                token.language2(),
                status == ACCEPTED ? evses(token, stationId) : null,
                null,
                null);
    }

    /** The EVSEs that a token is restricted to; null for all (C01.FR.19, C01.FR.20). */
    private static @Nullable List<Integer> evses(Token token, String stationId) {
        Map<String, List<Integer>> places = token.allowedAt();
        List<Integer> evses = places == null ? null : places.get(stationId);
        return evses == null || evses.isEmpty() ? null : evses;
    }

    /** The same answer with another status. */
    static IdTokenInfo withStatus(IdTokenInfo info, AuthorizationStatusEnum status) {
        return new IdTokenInfo(
                status,
                info.cacheExpiryDateTime(),
                info.chargingPriority(),
                info.groupIdToken(),
                info.language1(),
                info.language2(),
                null,
                info.personalMessage(),
                info.customData());
    }

    /** The same answer, by which the station may go until then at most (C10.FR.13). */
    static IdTokenInfo until(IdTokenInfo info, Instant until) {
        Instant own = info.cacheExpiryDateTime();
        return new IdTokenInfo(
                info.status(),
                own != null && own.isBefore(until) ? own : until,
                info.chargingPriority(),
                info.groupIdToken(),
                info.language1(),
                info.language2(),
                info.evseId(),
                info.personalMessage(),
                info.customData());
    }

    /** An answer that says no more than a status. */
    static IdTokenInfo status(AuthorizationStatusEnum status) {
        return new IdTokenInfo(status, null, null, null, null, null, null, null, null);
    }
}
