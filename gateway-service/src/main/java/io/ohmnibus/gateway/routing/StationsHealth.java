/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.routing;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether stations may come; part of the readiness probe, so that none is sent here in vain. */
@Component("stations")
final class StationsHealth implements HealthIndicator {

    private final GatewayReadings readings;

    StationsHealth(GatewayReadings readings) {
        this.readings = readings;
    }

    @Override
    public Health health() {
        return (readings.ready() ? Health.up() : Health.outOfService()).build();
    }
}
