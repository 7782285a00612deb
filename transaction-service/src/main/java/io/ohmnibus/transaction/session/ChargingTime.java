/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.session;

import io.ohmnibus.ocpp.type.ChargingStateEnum;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Adds up for how long energy flowed. */
final class ChargingTime {

    /**
     * A moment of a transaction, by the station's clock.
     *
     * @param chargingState wire name; null when the event did not say
     */
    record Moment(Instant at, @Nullable String chargingState) {}

    private static final String CHARGING = ChargingStateEnum.CHARGING.wireName();

    private ChargingTime() {}

    /**
     * For how long the state was Charging: a state lasts until an event says another one, or the
     * last event. A clock that goes back adds nothing.
     *
     * @param moments by sequence number
     */
    static Duration of(Collection<Moment> moments) {
        Duration sum = Duration.ZERO;
        String state = null;
        Instant since = null;
        for (Moment moment : moments) {
            if (since != null && CHARGING.equals(state) && moment.at().isAfter(since)) {
                sum = sum.plus(Duration.between(since, moment.at()));
            }
            since = moment.at();
            state = moment.chargingState() == null ? state : moment.chargingState();
        }
        return sum;
    }
}
