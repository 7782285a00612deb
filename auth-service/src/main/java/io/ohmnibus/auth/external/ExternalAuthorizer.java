/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.external;

import io.ohmnibus.auth.policy.AuthorizationPolicy.External;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.platform.ocpp.StationKey;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Asks somebody else whether a token may charge. */
public interface ExternalAuthorizer {

    /** What is asked. */
    record Question(
            StationKey station,
            @Nullable Integer evseId,
            IdToken idToken,
            Purpose purpose,
            @Nullable String transactionId) {}

    /** What for. */
    enum Purpose {
        /** Before there is a transaction. */
        Authorize,
        /** To take energy in a transaction. */
        Charge,
        /** To end one. */
        Stop
    }

    /** What comes of it. */
    sealed interface Answer {

        /** The word of whoever was asked. */
        record Said(IdTokenInfo info) implements Answer {}

        /** There was none in time, or none that can be understood. */
        record Failed(String reason) implements Answer {}
    }

    /** Never empty, never an error. */
    Mono<Answer> ask(External external, Question question);
}
