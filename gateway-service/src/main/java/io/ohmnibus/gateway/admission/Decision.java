/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.admission;

import io.ohmnibus.contracts.gateway.StationAuthentication;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** Whether a station may come in. */
public sealed interface Decision {

    /** It may. */
    record Admitted(StationAuthentication authentication) implements Decision {}

    /**
     * It may not.
     *
     * @param detail more for operators than the reason says; never for the peer
     * @param delay how long it waits for the answer, so that guessing takes its time
     */
    record Refused(Refusal reason, String detail, Duration delay) implements Decision {

        /** What the peer gets: whoever guesses too often is not told what was wrong. */
        public HttpStatus status() {
            return delay.isZero() ? reason.status() : HttpStatus.TOO_MANY_REQUESTS;
        }
    }

    static Decision refused(Refusal reason) {
        return new Refused(reason, "", Duration.ZERO);
    }

    static Decision refused(Refusal reason, String detail) {
        return new Refused(reason, detail, Duration.ZERO);
    }
}
