/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import io.ohmnibus.contracts.station.StationBoot;
import io.ohmnibus.gateway.GatewayProperties;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The settings for each model of station; sessions share them. */
@Component
final class Treatments {

    private final SessionProperties properties;
    private final Treatment usual;
    private final Map<SessionProperties.Model, Treatment> byModel = new IdentityHashMap<>();

    Treatments(GatewayProperties gateway, SessionProperties properties) {
        this.properties = properties;
        this.usual =
                new Treatment(
                        gateway.pingInterval(),
                        properties.settleTime(),
                        gateway.commandTimeout(),
                        properties.maxUnansweredCalls());
        properties.models().forEach(model -> byModel.put(model, usual.with(model)));
    }

    /** For a station that boots with that description. */
    Treatment of(String vendorName, String model) {
        for (SessionProperties.Model known : properties.models()) {
            if (known.fits(vendorName, model)) {
                return byModel.getOrDefault(known, usual);
            }
        }
        return usual;
    }

    /** For a station that booted so before this connection, if it ever did. */
    Treatment of(@Nullable StationBoot boot) {
        String vendor = boot == null ? null : boot.vendorName();
        String model = boot == null ? null : boot.model();
        return vendor == null || model == null ? usual : of(vendor, model);
    }
}
