/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import static io.ohmnibus.ocpp.type.AuthorizationStatusEnum.ACCEPTED;
import static io.ohmnibus.ocpp.type.AuthorizationStatusEnum.EXPIRED;
import static io.ohmnibus.ocpp.type.AuthorizationStatusEnum.INVALID;
import static io.ohmnibus.ocpp.type.AuthorizationStatusEnum.NOT_AT_THIS_LOCATION;
import static io.ohmnibus.ocpp.type.AuthorizationStatusEnum.NOT_AT_THIS_TIME;
import static io.ohmnibus.ocpp.type.AuthorizationStatusEnum.UNKNOWN;

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

    /**
     * What the station is told about a token, other transactions left aside.
     *
     * @param known what we know of the token; null for nothing
     */
    public static IdTokenInfo decide(IdToken presented, @Nullable Token known, Occasion occasion) {
        if (needsNoToken(presented)) {
            return status(ACCEPTED); // C02.FR.02
        }
        if (presented.idToken().isEmpty()) {
            return status(INVALID);
        }
        if (known == null) {
            return status(presented.type().equals(KEY_CODE) ? INVALID : UNKNOWN); // C04.FR.01
        }
        return info(known, status(known, occasion), occasion.stationId());
    }

    private static AuthorizationStatusEnum status(Token token, Occasion occasion) {
        Instant from = token.validity().from();
        Instant until = token.validity().until();
        if (token.status() != ACCEPTED) {
            return token.status();
        }
        if (until != null && !occasion.now().isBefore(until)) {
            return EXPIRED;
        }
        if (from != null && occasion.now().isBefore(from)) {
            return NOT_AT_THIS_TIME;
        }
        return mayChargeAt(token, occasion) ? ACCEPTED : NOT_AT_THIS_LOCATION; // C01.FR.22
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

    /** An answer that says no more than a status. */
    static IdTokenInfo status(AuthorizationStatusEnum status) {
        return new IdTokenInfo(status, null, null, null, null, null, null, null, null);
    }
}
