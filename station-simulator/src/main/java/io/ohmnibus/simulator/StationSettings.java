/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.ChargingStation;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a station is built with.
 *
 * @param url of the CSMS; the station id is appended
 * @param securityProfile to begin with (Part 2, A, 1.3)
 * @param connectTimeout for the TCP connection and again for the handshake
 * @param messageTimeout for the answer to each CALL
 * @param timeout for everything that one step of a script leads to
 * @param reconnects whether the station connects again by itself
 * @param chargesAtOnce whether energy flows as soon as a cable is plugged in and authorized
 * @param framesKept how many frames the log holds; 0 for none
 * @param rebootTime between the end of the connection and the next attempt when it resets
 */
record StationSettings(
        String id,
        OcppVersion version,
        String url,
        int securityProfile,
        @Nullable String password,
        String subprotocols,
        Duration connectTimeout,
        int evses,
        int connectorsPerEvse,
        Clock clock,
        ChargingStation chargingStation,
        AvailabilityReports availability,
        Duration messageTimeout,
        Duration timeout,
        boolean reconnects,
        boolean chargesAtOnce,
        int framesKept,
        int reportLinesPerMessage,
        Duration rebootTime,
        StationListener listener,
        TransactionBook book) {}
