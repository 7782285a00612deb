/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.codec.Side;
import io.ohmnibus.ocpp.codec.Tolerance;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How a station of some model is treated.
 *
 * @param pingInterval silence after which it is pinged; after three it counts as gone
 * @param settleTime quiet after the handshake and after boot
 * @param commandTimeout how long it may take for an answer
 * @param maxUnansweredCalls CALLs in a row without an answer until it is closed; 0 for never
 * @param serialNumberInCertificate whether the name in its certificate is its serial number
 * @param codecs what reads its messages, as strictly as the model allows
 */
record Treatment(
        Duration pingInterval,
        Duration settleTime,
        Duration commandTimeout,
        int maxUnansweredCalls,
        boolean serialNumberInCertificate,
        Map<OcppVersion, OcppCodec> codecs) {

    static Map<OcppVersion, OcppCodec> codecs(Set<Tolerance> tolerated) {
        Map<OcppVersion, OcppCodec> codecs = new EnumMap<>(OcppVersion.class);
        for (OcppVersion version : OcppVersion.values()) {
            codecs.put(version, OcppCodec.of(version, Side.CSMS, tolerated));
        }
        return codecs;
    }

    OcppCodec codec(OcppVersion version) {
        return Objects.requireNonNull(codecs.get(version));
    }

    Treatment with(SessionProperties.Model model) {
        return new Treatment(
                model.pingInterval() == null ? pingInterval : model.pingInterval(),
                model.settleTime() == null ? settleTime : model.settleTime(),
                model.commandTimeout() == null ? commandTimeout : model.commandTimeout(),
                model.maxUnansweredCalls() == null
                        ? maxUnansweredCalls
                        : model.maxUnansweredCalls(),
                model.serialNumberInCertificate() == null
                        ? serialNumberInCertificate
                        : model.serialNumberInCertificate(),
                codecs(model.tolerate()));
    }
}
