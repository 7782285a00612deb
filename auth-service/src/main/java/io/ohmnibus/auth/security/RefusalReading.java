/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.security;

import io.ohmnibus.contracts.gateway.RefusedHandshake;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.ContextReading;
import io.ohmnibus.platform.bus.Reading;
import io.ohmnibus.platform.bus.Topics;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads the topic {@code gateway.refusals}, each record in one instance. */
@Component
final class RefusalReading extends ContextReading {

    private final Bus bus;
    private final RefusedCertificates certificates;

    RefusalReading(Bus bus, RefusedCertificates certificates) {
        this.bus = bus;
        this.certificates = certificates;
    }

    @Override
    protected Reading open() {
        return bus.group(
                "auth.refusals",
                List.of(Topics.REFUSALS),
                record -> certificates.on(BusJson.read(record.body(), RefusedHandshake.class)));
    }
}
