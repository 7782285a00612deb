/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.deploy;

import java.util.Map;

/** What a gateway must allow when thousands of stations have one address and reconnect at will. */
final class Limits {

    static final Map<String, String> OF_ONE_ADDRESS =
            Map.of(
                    "ohmnibus.gateway.admission.max-connections-per-address", "50000",
                    "ohmnibus.gateway.admission.connects-per-minute", "1000",
                    "ohmnibus.gateway.admission.connect-burst", "1000",
                    "ohmnibus.gateway.session.messages-per-second", "10000",
                    "ohmnibus.gateway.session.message-burst", "100000",
                    "ohmnibus.gateway.session.settle-time", "0s");

    private Limits() {}
}
