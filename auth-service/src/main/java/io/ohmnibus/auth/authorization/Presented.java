/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import io.ohmnibus.auth.external.ExternalAuthorizer.Answer;
import io.ohmnibus.auth.external.ExternalAuthorizer.Purpose;
import io.ohmnibus.auth.policy.AuthorizationPolicy;
import io.ohmnibus.auth.token.TokenKey;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.platform.ocpp.StationKey;
import org.jspecify.annotations.Nullable;

/**
 * Who presents what where; the EVSE as far as it is known.
 *
 * @param transactionId null before there is a transaction
 */
record Presented(
        StationKey station,
        IdToken idToken,
        @Nullable Integer evseId,
        @Nullable String transactionId,
        Asked asked) {

    /**
     * By what it is judged.
     *
     * @param answer of the external authorizer; null where nobody was asked
     */
    record Asked(Purpose purpose, AuthorizationPolicy policy, @Nullable Answer answer) {}

    TokenKey key() {
        return TokenKey.of(station.tenant(), idToken);
    }

    /** False for what no token can be. */
    boolean canBeKnown() {
        return !Authorization.needsNoToken(idToken) && key().storable();
    }
}
