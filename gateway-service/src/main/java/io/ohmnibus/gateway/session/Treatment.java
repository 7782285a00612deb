/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import java.time.Duration;

/**
 * How a station of some model is treated.
 *
 * @param pingInterval silence after which it is pinged; after three it counts as gone
 * @param settleTime quiet after the handshake and after boot
 * @param commandTimeout how long it may take for an answer
 * @param maxUnansweredCalls CALLs in a row without an answer until it is closed; 0 for never
 */
record Treatment(
        Duration pingInterval,
        Duration settleTime,
        Duration commandTimeout,
        int maxUnansweredCalls) {

    Treatment with(SessionProperties.Model model) {
        return new Treatment(
                model.pingInterval() == null ? pingInterval : model.pingInterval(),
                model.settleTime() == null ? settleTime : model.settleTime(),
                model.commandTimeout() == null ? commandTimeout : model.commandTimeout(),
                model.maxUnansweredCalls() == null
                        ? maxUnansweredCalls
                        : model.maxUnansweredCalls());
    }
}
