/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.deploy;

import io.ohmnibus.platform.ocpp.Service;

/**
 * How many processes share the work.
 *
 * @param gateways which stations connect to in turn
 * @param instances of each other service
 */
public record Size(int gateways, int instances) {

    public static final Size ONE = new Size(1, 1);

    int of(Service service) {
        return service == Service.GATEWAY ? gateways : instances;
    }

    /** For the report. */
    @Override
    public String toString() {
        return "%d gateway%s, %d of each service"
                .formatted(gateways, gateways == 1 ? "" : "s", instances);
    }
}
