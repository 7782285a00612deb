/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway;

import io.ohmnibus.platform.OhmnibusService;
import io.ohmnibus.platform.ocpp.Service;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.support.GenericApplicationContext;

/** A gateway whose clock is wrong by the property {@code test.clock-offset}. */
public final class SkewedGateway {

    private SkewedGateway() {}

    public static void main(String[] args) {
        OhmnibusService.builder(GatewayApplication.class, Service.GATEWAY)
                .initializers(context -> {
                    Duration offset =
                            context.getEnvironment()
                                    .getRequiredProperty("test.clock-offset", Duration.class);
                    ((GenericApplicationContext) context)
                            .registerBean(
                                    Clock.class, () -> Clock.offset(Clock.systemUTC(), offset));
                })
                .run(args);
    }
}
